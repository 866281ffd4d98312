"""Ranks: "second such test in a week", "seventh launch this month", "its third nuclear test", "the fourth since 2006"."""

import re

from reportedly.fields.derived_grammar import (
    DEED,
    DEEDS,
    EVENT,
    IGNORE,
    LATER,
    MODIFIER,
    ORDINAL,
    OWNER,
    SINCE,
    SPAN,
    WITHIN,
    DerivedExpression,
    Rule,
    Scopes,
    behind,
    made,
    rank,
    scoped,
    span,
)
from reportedly.fields.gated import Gated
from reportedly.fields.number import NUMBER, parse

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_PERIOD = re.compile(r"^(?:so far |since the start of )?(?:this|in the|of the|of|in|the) ", IGNORE)
_OTHERWISE = re.compile(r"\b(?:since|minutes?|hours?|after|before|when|to)\b", IGNORE)
_ALONE = re.compile(r"\s*(?:(?:such|by|for|from|of its kind|so far|already)\b.*)?", IGNORE)
_OF_PERIOD = re.compile(r"(?:so far )?this |of (?:the|(?:19|20)\d\d)", IGNORE)
_OF_NOW = (
    r"(?P<period>(?:(?:so far )?(?:this|in the|the current) |of the |of |in |since the start of the )"
    rf"(?:week|month|year|{_MONTHS}|(?:19|20)\d\d))\b"
)
_RANKED = Gated(
    rf"\b(?P<rank>{ORDINAL}) (?:(?:round|series) of )?(?P<noun>{MODIFIER}{{0,6}}{EVENT}\b)?(?P<gap>(?:(?!\bfirst\b)[^.;,]){{0,60}}?)\b"
    rf"(?:{WITHIN}{SPAN}|{_OF_NOW})",
    IGNORE,
)
_NUMBERED = Gated(  # "three launches in five days", "four times this week"
    rf"\b(?P<many>{NUMBER}) (?:(?:separate|such|successive|consecutive|different|more) )?(?:(?:rounds|series|sets|waves) of )?"
    rf"(?:{MODIFIER}{{0,4}}?(?:{DEEDS})|times|occasions)\b(?P<gap>[^.;,]{{0,25}}?)\b(?:{WITHIN}{SPAN}|{_OF_NOW})|"
    rf"\bmak(?:e|es|ing) (?:it|that|this) (?P<made>{NUMBER}) (?:{MODIFIER}{{0,3}}(?:{DEEDS}) )?{WITHIN}(?:{SPAN.replace('?P<', '?P<m_')})|"
    rf"\b(?:brings?|bringing|brought|takes?|taking|took) (?:the (?:number|total|tally|count)[^.;,]{{0,40}} )?to (?P<brought>{NUMBER})\b[^.;,]{{0,50}}?"
    r"\bthis (?P<now>week|month|year)\b",
    IGNORE,
)
_AT_LEAST = re.compile(
    r"\b(?:at least|more than|over|some|about|around|nearly|almost|the|these|those|after|first|last|next) $", IGNORE
)
_SINCE = Gated(rf"\bsince {SINCE}", IGNORE)
_YEAR_BEGAN = re.compile(
    r"(?:the )?(?:very )?(?:(?:start|beginning|turn|outset) of (?:the|this) (?P<of>year|month|week)|(?P<begun>year|month|week) (?:began|started))\b",
    IGNORE,
)
_RANK_BEFORE = re.compile(rf"\b(?P<rank>{LATER}) (?:{MODIFIER}{{0,6}}{EVENT} )?(?:[^.;,]{{0,30}} )?$", IGNORE)
_OF_ALL = Gated(
    rf"\b(?P<rank>{LATER}) (?:and (?:most )?[a-z]+ )?(?:(?:round|series) of )?{MODIFIER}{{0,5}}?"
    rf"(?:(?P<deed>{DEED})|{EVENT})\b"
    rf"(?: of (?:the |its |a |an )?(?:{MODIFIER}{{0,3}}[A-Z]\w*(?:-\d+\w*)?(?: ICBM| missile)?))?",
    IGNORE,
)
_IN_A_ROW = re.compile(r"\b(?:days?|weeks?|months?|years?|term|quarter)\b", IGNORE)
_THIS_YEARS = Gated(rf"\bthis (?P<period>year|month|week)['’]s (?P<rank>{ORDINAL}) {MODIFIER}{{0,5}}{EVENT}\b", IGNORE)
_TIMES = Gated(rf"\b(?:for the|for a|a) (?P<rank>{LATER}) (?:straight |consecutive )?time\b", IGNORE)
_THE_NTH = Gated(
    rf"\b(?:(?:it|this|that) (?:is|was|would be|will be|makes|made)|mak(?:e|es|ing) (?:it|this|that)|"
    r"(?:trial|test|launch|firing|shot|flight|blast|one|attempt) (?:is|was|would be|will be)) "
    rf"the (?P<rank>{LATER})(?= of (?:the|its|this|a) |[.,;:]|$)|"
    rf"\b(?P<row>{LATER}) (?:[\w-]+ ){{1,4}}?(?:in a row|running|in succession)\b",
    IGNORE,
)
_ONE_OF_MANY = re.compile(  # a missile of a salvo, a launch of one day
    r"\b(?:minutes?|seconds?|hours?|moments?) (?:later|after|apart|before)\b|\bof the (?:day|morning|night|evening|two|three)\b|"
    r"\bsame day\b|\bfirst (?:launch|test|firing|attempt|shot)\b(?! (?:in|on|since)\b)",
    IGNORE,
)
_FEWEST = 2
_CAPITAL = re.compile(r"\b(?:Flight|Test|Launch|Missile|Trial)")  # "the 576th Flight Test Squadron"
_NO_DEED = re.compile(
    r"\b(?:day|stage|phase|half|quarter|term|anniversary|world|man|time|week|year|month|of)\b", IGNORE
)
_SENTENCE = re.compile(r"[.;!?][\"”’']?\s+(?=[\"“‘']?[A-Z])|\n")


def _ranked(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    number = rank(match["rank"])
    if _OTHERWISE.search(match["gap"] or "") or (
        number == 1 and match["noun"] is None and not _ALONE.fullmatch(match["gap"])
    ):
        return None
    if match["period"] is not None:
        dated = number == 1 or match["rank"][0].isdigit()  # "the 18th of September"
        if match["noun"] is None and not _ALONE.fullmatch(match["gap"]):
            return None
        bare = match["noun"] is None and not match["gap"].strip()  # "the first in 2006" is the first of all
        if bare and dated and not _OF_PERIOD.match(match["period"]):
            return None
        return _of_period(match, number, scope_words)
    if number == 1:
        return None
    return made(match, "ordinal_in_window", {"n": number, **span(match, many=number), **scoped(match, scope_words)})


def _of_period(match: re.Match[str], number: int, scope_words: Scopes) -> DerivedExpression:
    period = _PERIOD.sub("", match["period"].strip()).lower().removeprefix("current ")
    return made(match, "rank_in_period", {"n": number, "period": period, **scoped(match, scope_words)})


def _numbered(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    """How many there were with this one: that is its rank."""
    number = int(parse(match["many"] or match["made"] or match["brought"]) or 0)
    if number < _FEWEST or _AT_LEAST.search(match.string, max(0, match.start() - 20), match.start()):
        return None
    if match["now"]:
        given = {"n": number, "period": match["now"].lower(), **scoped(match, scope_words)}
        return made(match, "rank_in_period", given)
    if match["period"]:
        return None if _OTHERWISE.search(match["gap"]) else _of_period(match, number, scope_words)
    if match["gap"] and _OTHERWISE.search(match["gap"]):
        return None
    length = span(match, "" if match["many"] else "m_", many=number)
    return made(match, "ordinal_in_window", {"n": number, **length, **scoped(match, scope_words)})


def _since(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    before = behind(_RANK_BEFORE, match, 120)
    if before is None:
        return None
    if begun := _YEAR_BEGAN.match(match["since"]):
        period = (begun["of"] or begun["begun"]).lower()
        given = {"n": rank(before["rank"]), "period": period, **scoped(before, scope_words)}
        return made(match, "rank_in_period", given, before.start(), match.start("since") + begun.end())
    given = {"n": rank(before["rank"]), "since": match["since"].strip(), **scoped(before, scope_words)}
    return made(match, "ordinal_in_window", given, before.start())


def _elliptic(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    """A rank whose noun stands in the sentence before: "for the fourth time", "it was the fifth"."""
    if _ONE_OF_MANY.search(_around(match)) or (match.groupdict().get("row") and _IN_A_ROW.search(match.group())):
        return None
    written = next(one for one in match.groupdict().values() if one)
    return made(match, "ordinal_in_window", {"n": rank(written), **scoped(match, scope_words)})


def _of_all(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    words, owner = match.group(), behind(OWNER, match)
    if _NO_DEED.search(words, len(match["rank"]), words.lower().find(" of ")):
        return None
    if owner is None and match["rank"][0].isdigit() and _CAPITAL.search(words):
        return None
    if owner is None and (match["deed"] is None or _ONE_OF_MANY.search(_around(match))):
        return None
    given = {"n": rank(match["rank"]), **scoped(match, scope_words)}
    return made(match, "ordinal_in_window", given, owner.start() if owner else None)


def _around(match: re.Match[str]) -> str:
    """The sentence that a match stands in, as far as points tell."""
    text = match.string
    start = max((m.end() for m in _SENTENCE.finditer(text, max(0, match.start() - 200), match.start())), default=0)
    stop = _SENTENCE.search(text, match.end())
    return text[start : stop.start() if stop else len(text)]


def _this_years(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    given = {"n": rank(match["rank"]), "period": match["period"].lower(), **scoped(match, scope_words)}
    return made(match, "rank_in_period", given)


RULES: tuple[tuple[Gated, Rule], ...] = (
    (_SINCE, _since), (_THIS_YEARS, _this_years), (_RANKED, _ranked), (_NUMBERED, _numbered), (_OF_ALL, _of_all), (_TIMES, _elliptic), (_THE_NTH, _elliptic),
)  # fmt: skip
