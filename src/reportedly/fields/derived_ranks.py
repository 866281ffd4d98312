"""Ranks: "second such test in a week", "seventh launch this month", "its third nuclear test", "the fourth since 2006"."""

import re

from reportedly.fields.derived_grammar import (
    DEED,
    EVENT,
    IGNORE,
    LATER,
    MODIFIER,
    ORDINAL,
    OWNER,
    SPAN,
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

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_PERIOD = re.compile(r"^(?:so far |since the start of )?(?:this|in the|of the|of|in|the) ", IGNORE)
_OTHERWISE = re.compile(r"\b(?:since|minutes?|hours?|after|before|when|to)\b", IGNORE)
_ALONE = re.compile(r"\s*(?:(?:such|by|for|from|of its kind|so far|already)\b.*)?", IGNORE)
_OF_PERIOD = re.compile(r"(?:so far )?this |of (?:the|(?:19|20)\d\d)", IGNORE)
_RANKED = Gated(
    rf"\b(?P<rank>{ORDINAL}) (?:(?:round|series) of )?(?P<noun>{MODIFIER}{{0,6}}{EVENT}\b)?(?P<gap>[^.;,]{{0,40}}?)\b"
    rf"(?:(?:in|within|over) (?:(?:just|only|the (?:past|last)|as many as) )?{SPAN}|"
    r"(?P<period>(?:(?:so far )?(?:this|in the) |of the |of |in |since the start of the )"
    rf"(?:week|month|year|{_MONTHS}|(?:19|20)\d\d))\b)",
    IGNORE,
)
_SINCE = Gated(r"\bsince (?P<since>[^.;,()]{3,60})", IGNORE)
_RANK_BEFORE = re.compile(rf"\b(?P<rank>{LATER}) (?:{MODIFIER}{{0,6}}{EVENT} )?(?:[^.;,]{{0,30}} )?$", IGNORE)
_OF_ALL = Gated(
    rf"\b(?P<rank>{LATER}) (?:and (?:most )?[a-z]+ )?(?:(?:round|series) of )?{MODIFIER}{{0,5}}?"
    rf"(?:(?P<deed>{DEED})|{EVENT})\b"
    rf"(?: of (?:the |its |a |an )?(?:{MODIFIER}{{0,3}}[A-Z]\w*(?:-\d+\w*)?(?: ICBM| missile)?))?",
    IGNORE,
)
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
_CAPITAL = re.compile(r"\b(?:Flight|Test|Launch|Missile|Trial)")  # "the 576th Flight Test Squadron"
_NO_DEED = re.compile(
    r"\b(?:day|stage|phase|half|quarter|term|anniversary|world|man|time|week|year|month|of)\b", IGNORE
)
_SENTENCE = re.compile(r"[.;!?][\"”’']?\s+(?=[\"“‘']?[A-Z])|\n")


def _ranked(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    number = rank(match["rank"])
    if _OTHERWISE.search(match["gap"] or "") or (number == 1 and match["noun"] is None and match["gap"].strip()):
        return None
    if match["period"] is not None:
        dated = number == 1 or match["rank"][0].isdigit()  # "the 18th of September"
        if match["noun"] is None and not _ALONE.fullmatch(match["gap"]):
            return None
        if match["noun"] is None and dated and not _OF_PERIOD.match(match["period"]):
            return None
        period = _PERIOD.sub("", match["period"].strip()).lower()
        return made(match, "rank_in_period", {"n": number, "period": period, **scoped(match, scope_words)})
    if number == 1:
        return None
    return made(match, "ordinal_in_window", {"n": number, **span(match), **scoped(match, scope_words)})


def _since(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    before = behind(_RANK_BEFORE, match, 120)
    if before is None:
        return None
    given = {"n": rank(before["rank"]), "since": match["since"].strip(), **scoped(before, scope_words)}
    return made(match, "ordinal_in_window", given, before.start())


def _elliptic(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    """A rank whose noun stands in the sentence before: "for the fourth time", "it was the fifth"."""
    if _ONE_OF_MANY.search(_around(match)):
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
    (_SINCE, _since), (_THIS_YEARS, _this_years), (_RANKED, _ranked), (_OF_ALL, _of_all), (_TIMES, _elliptic), (_THE_NTH, _elliptic),
)  # fmt: skip
