"""How many there were with this one, which is its rank: "three launches in five days", "four times this week"."""

import re

from reportedly.fields.derived_grammar import (
    DEEDS,
    IGNORE,
    MODIFIER,
    OF_NOW,
    SINCE,
    SPAN,
    WITHIN,
    YEAR_BEGAN,
    DerivedExpression,
    Rule,
    Scopes,
    behind,
    made,
    period_of,
    scoped,
    span,
)
from reportedly.fields.gated import Gated
from reportedly.fields.number import NUMBER, parse

_MANY = Gated(
    rf"\b(?:(?:{DEEDS})|times|occasions)\b(?P<gap>[^.;,]{{0,25}}?)\b(?:{WITHIN}{SPAN}|{OF_NOW}|since {SINCE})", IGNORE
)
_HOW_MANY = re.compile(
    rf"\b(?P<many>{NUMBER}) (?:(?:separate|such|successive|consecutive|different|more) )?(?:(?:rounds|series|sets|waves) of )?"
    rf"{MODIFIER}{{0,4}}?$",
    IGNORE,
)
_TWICE = Gated(
    rf"\b(?P<times>twice|thrice) {WITHIN}{SPAN}|\b(?P<pair>two|three|four) {WITHIN}{SPAN.replace('?P<', '?P<p_')}(?=[.,;]|$)",
    IGNORE,
)
_TIMES = {"twice": "two", "thrice": "three"}
_AHEAD = Gated(  # "so far in 2022 it has carried out 17 rounds of missile tests"
    rf"\b(?P<period>(?:so far )?(?:this (?:year|month|week)|in (?:19|20)\d\d))\b(?P<gap>[^.;]{{0,60}}?\b)(?P<many>{NUMBER}) (?:(?:separate|such) )?"
    rf"(?:(?:rounds|series|sets|waves) of )?{MODIFIER}{{0,3}}?(?:{DEEDS})\b(?! (?:in|within|over|since|this)\b)",
    IGNORE,
)
_MAKES = Gated(
    rf"\bmak(?:e|es|ing) (?:it|that|this) (?P<many>{NUMBER}) (?:{MODIFIER}{{0,3}}(?:{DEEDS}) )?{WITHIN}{SPAN}", IGNORE
)
_BRINGS = Gated(
    rf"\b(?:brings?|bringing|brought|takes?|taking|took) (?:the (?:number|total|tally|count)[^.;,]{{0,40}} )?to (?P<many>{NUMBER})\b"
    r"[^.;,]{0,50}?\bthis (?P<period>week|month|year)\b",
    IGNORE,
)
_NOT_WITH_IT = re.compile(
    r"\b(?:at least|more than|over|some|about|around|nearly|almost|the|these|those|after|first|last|next|fewer than|up to) $",
    IGNORE,
)
_OTHERWISE = re.compile(r"\b(?:since|minutes?|hours?|after|before|when|to)\b", IGNORE)
_EARLIER = re.compile(r"\bhad\b[^.;]{0,40}$", IGNORE)
_BEFORE_IT = re.compile(r"[^.;]{0,20}\b(?:before|until|previously|prior|earlier)\b", IGNORE)
_FEWEST = 2


def _many(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    before = None if _OTHERWISE.search(match["gap"]) else behind(_HOW_MANY, match, 80)
    return None if before is None else _made(match, before["many"], before.start(), scope_words)


def _twice(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    if match["times"]:
        return _made(match, _TIMES[match["times"].lower()], match.start(), scope_words)
    number = int(parse(match["pair"]) or 0)
    given: dict[str, object] = {"n": number, **span(match, "p_", many=number), **scoped(match, scope_words)}
    return made(match, "ordinal_in_window", given)


def _ahead(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    number = int(parse(match["many"]) or 0)
    if number < _FEWEST or _NOT_WITH_IT.search(match["gap"]):
        return None
    given: dict[str, object] = {"n": number, "period": period_of(match["period"]), **scoped(match, scope_words)}
    return made(match, "rank_in_period", given)


def _makes(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    return _made(match, match["many"], match.start(), scope_words)


def _made(match: re.Match[str], many: str, start: int, scope_words: Scopes) -> DerivedExpression | None:
    """The rank of the last of so many; none where others are told than those up to this one ("at least three", "the two")."""
    number = int(parse(many) or 0)
    if _EARLIER.search(match.string, max(0, start - 60), start) or _BEFORE_IT.match(match.string, match.end()):
        return None
    if number < _FEWEST or _NOT_WITH_IT.search(match.string, max(0, start - 20), start):
        return None
    given: dict[str, object] = {"n": number, **scoped(match.string[start : match.end()], scope_words)}
    if period := match.groupdict().get("period"):
        return made(match, "rank_in_period", {**given, "period": period_of(period)}, start)
    if since := match.groupdict().get("since"):
        begun = YEAR_BEGAN.match(since)
        if begun is None:
            return made(match, "ordinal_in_window", {**given, "since": since.strip()}, start)
        period = (begun["of"] or begun["named"] or begun["begun"]).lower()
        return made(match, "rank_in_period", {**given, "period": period}, start, match.start("since") + begun.end())
    return made(match, "ordinal_in_window", {**given, **span(match, many=number)}, start)


RULES: tuple[tuple[Gated, Rule], ...] = (
    (_MANY, _many),
    (_MAKES, _makes),
    (_BRINGS, _makes),
    (_TWICE, _twice),
    (_AHEAD, _ahead),
)
