"""How many there were with this one, which is its rank: "three launches in five days", "four times this week"."""

import re

from reportedly.fields.derived_grammar import (
    DEED,
    DEEDS,
    DONE,
    IGNORE,
    LATER,
    MODIFIER,
    OF_NOW,
    SINCE,
    SPAN,
    THING,
    WITHIN,
    YEAR_BEGAN,
    DerivedExpression,
    Rule,
    Scopes,
    behind,
    made,
    period_of,
    rank,
    scoped,
    span,
)
from reportedly.fields.gated import Gated
from reportedly.fields.number import NUMBER, parse
from reportedly.model.calendar import ANY_MONTH
from reportedly.patterns import compiled

_MANY = Gated(
    rf"\b(?:(?:{DEEDS})|times|occasions|(?<=separate )days|(?<=different )days|(?:launch|test|firing|testing)[ -]days)\b(?P<gap>[^.;,]{{0,25}}?)\b(?:{WITHIN}{SPAN}|{OF_NOW}|since {SINCE})",
    IGNORE,
)
_HOW_MANY = compiled(
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
    rf"\b(?P<period>(?:so far )?(?:this (?:year|month|week)|in (?:19|20)\d\d)|since the (?:start|beginning) of (?:the|this) (?:year|month|week))\b"
    rf"(?P<gap>[^.;]{{0,60}}?\b)(?P<many>{NUMBER}) (?:(?:separate|such|different) )?"
    rf"(?:(?:rounds|series|sets|waves) of )?{MODIFIER}{{0,3}}?(?:{DEEDS}|times|occasions)\b(?! (?:in|within|over|since|this)\b)|"
    rf"\b(?P<has>{ANY_MONTH}|the (?:year|month|week)) (?:has|had) (?:now |already |so far )?(?:seen|brought|witnessed)(?P<seen> (?:now |already |so far )?)(?P<saw>{NUMBER}) "
    rf"(?:(?:separate|such|different) )?{MODIFIER}{{0,3}}?(?:{DEEDS})\b|"
    rf"\b{WITHIN.replace('|across|for)', '|across)')}{SPAN}\b(?! of\b)(?P<within>[^.;,]{{0,40}}? )(?P<so>{NUMBER}) (?:(?:separate|such|different) )?{MODIFIER}{{0,3}}?(?:{DEEDS}|times|occasions)\b|"
    rf"\b{WITHIN.replace('|across|for)', '|across|)').replace('|)', ')')}{SPAN.replace('?P<', '?P<t_')}\b[^.;,]{{0,40}}? (?P<often>twice|thrice)\b",
    IGNORE,
)
_BEFORE_NOW = Gated(  # "it had done so three times before": this one is the fourth
    rf"\b(?:has|have|had) (?:already |now )?(?:done (?:so|that|it|this)|{DONE}[^.;,]{{0,50}}?) (?P<many>{NUMBER}|once|twice) (?:times )?(?:before|previously|in the past)(?=[.,]|$)",
    IGNORE,
)
_MAKES = Gated(
    rf"\bmak(?:e|es|ing) (?:it|that|this) (?P<many>{NUMBER}) (?:{MODIFIER}{{0,3}}(?:{DEEDS}) )?{WITHIN}{SPAN}", IGNORE
)
_BRINGS = Gated(
    rf"\b(?:brings?|bringing|brought|takes?|taking|took|rais(?:es|ed|ing)|push(?:es|ed|ing)) (?:the (?:number|total|tally|count)[^.;,]{{0,40}} )?to (?P<many>{NUMBER})\b"
    rf"[^.;,]{{0,60}}?\b(?:this|in the|for the|of the|in) (?P<period>week|month|year|{ANY_MONTH}|(?:19|20)\d\d)\b|"
    rf"\b(?:number|total|tally|count|toll)\b[^.;,]{{0,30}}? (?:this|for the|for|of the|in the|in) (?P<when>week|month|year|{ANY_MONTH}|(?:19|20)\d\d)\b[^.;,]{{0,20}}? (?:to|at|is|was|reached|reaches|hit|hits) "
    rf"(?:now )?(?P<stands>{NUMBER})\b(?: {MODIFIER}{{0,3}}?(?:{DEEDS}))?|"
    rf"\bthis (?P<ours>week|month|year)['’]s (?:number|total|tally|count)\b[^.;,]{{0,20}}? (?:to|at|is|was) (?:now )?(?P<now>{NUMBER})\b(?: {MODIFIER}{{0,3}}?(?:{DEEDS}))?|"
    rf"\b(?:{DEEDS}) (?:this|in the|in) (?P<year>week|month|year|{ANY_MONTH}|(?:19|20)\d\d) (?:now |already )?number (?:now )?(?P<counted>{NUMBER})\b|"
    rf"\bnumber (?P<numbered>{NUMBER}) (?:of (?:the|this)|this|in the|in|for the|for) (?P<of>week|month|year|{ANY_MONTH}|(?:19|20)\d\d)\b",
    IGNORE,
)
_DAYS_RUNNING = Gated(
    rf"\b(?P<many>{NUMBER}) (?:straight |consecutive |successive )?days (?:in a row|running|in succession|on the trot)|"
    rf"\b(?P<nth>{LATER}) (?:straight|consecutive|successive) day\b|\b(?:a|the) (?P<other>{LATER}) day (?:of (?:[\w-]+ ){{1,3}})?(?:in a row|running|in succession|on the trot)",
    IGNORE,
)
_OF_INCIDENTS = compiled(rf"\b(?:{DEED}|{THING}|{DONE}|volleys?|shells?)\b", IGNORE)
_NOT_WITH_IT = compiled(
    r"\b(?:at least|more than|over|some|about|around|nearly|almost|the|these|those|after|first|last|next|fewer than|up to) $",
    IGNORE,
)
_OTHERWISE = compiled(r"\b(?:since|minutes?|hours?|after|before|when|to)\b", IGNORE)
_EARLIER = compiled(r"\bhad\b[^.;]{0,40}$", IGNORE)
_BEFORE_IT = compiled(r"[^.;]{0,20}\b(?:before|until|previously|prior|earlier)\b", IGNORE)
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
    if match["often"]:
        many = int(parse(_TIMES[match["often"].lower()]) or 0)
        often = {"n": many, **span(match, "t_", many=many), **scoped(match, scope_words)}
        return made(match, "ordinal_in_window", often)
    number = int(parse(match["many"] or match["saw"] or match["so"]) or 0)
    if number < _FEWEST or _NOT_WITH_IT.search(match["gap"] or match["seen"] or match["within"]):
        return None
    if match["so"]:
        return made(match, "ordinal_in_window", {"n": number, **span(match, many=number), **scoped(match, scope_words)})
    begun = YEAR_BEGAN.search(match["period"] or "")
    period = begun["of"] if begun else period_of(match["period"] or match["has"])
    given: dict[str, object] = {"n": number, "period": period, **scoped(match, scope_words)}
    return made(match, "rank_in_period", given)


def _before_now(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    low = match["many"].lower()
    number = {"once": 1, "twice": 2}.get(low) or int(parse(low) or 0)
    return made(match, "ordinal_in_window", {"n": number + 1, **scoped(match, scope_words)}) if number else None


def _makes(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    return _made(match, match["many"], match.start(), scope_words)


def _brings(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    """A tally of a period: "brings to ten the launches this year", "the tally for 2024 stands at ten"."""
    told = match.groupdict()
    many = next(int(parse(told[key]) or 0) for key in ("many", "stands", "now", "numbered", "counted") if told[key])
    period = next(told[key] for key in ("period", "when", "ours", "of", "year") if told[key])
    if many < _FEWEST:
        return None
    return made(match, "rank_in_period", {"n": many, "period": period.lower(), **scoped(match, scope_words)})


def _running(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    """A day of a row of days: "three days in a row", "for the third consecutive day"."""
    number = rank(match["nth"] or match["other"]) if match["nth"] or match["other"] else int(parse(match["many"]) or 0)
    start, end = match.string.rfind(".", 0, match.start()) + 1, match.string.find(".", match.end())
    if number < _FEWEST or not _OF_INCIDENTS.search(match.string, start, end if end > 0 else len(match.string)):
        return None
    given = {"n": number, "days": number - 1, **scoped(match, scope_words)}
    return made(match, "ordinal_in_window", given)


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
    (_BRINGS, _brings),
    (_DAYS_RUNNING, _running),
    (_TWICE, _twice),
    (_BEFORE_NOW, _before_now),
    (_AHEAD, _ahead),
)
