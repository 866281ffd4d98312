"""Ranks: "second such test in a week", "seventh launch this month", "its third nuclear test", "the fourth since 2006"."""

import re

from reportedly.fields import derived_numbers
from reportedly.fields.derived_grammar import (
    DEED,
    DONE,
    EVENT,
    IGNORE,
    LATER,
    MODIFIER,
    NO_OTHER_RANK,
    OF_NOW,
    ORDINAL,
    OWNER,
    SINCE,
    SPAN,
    THEY,
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
from reportedly.patterns import compiled

_OTHERWISE = compiled(r"\b(?:since|minutes?|hours?|after|before|when|to(?! be\b| have\b))\b", IGNORE)
_ALONE = compiled(r"\s*(?:(?:such|by|for|from|of its kind|so far|already)\b.*)?", IGNORE)
_OF_PERIOD = compiled(r"(?:so far )?this |of (?:the|(?:19|20)\d\d)", IGNORE)
_RANKED = Gated(
    rf"\b(?P<rank>{ORDINAL}) (?:(?:round|series) of )?(?P<noun>{MODIFIER}{{0,6}}{EVENT}\b)?(?P<gap>(?:{NO_OTHER_RANK}[^.;,]){{0,60}}?)\b"
    rf"(?:{WITHIN}{SPAN}|{OF_NOW})",
    IGNORE,
)
_SINCE = Gated(rf"\bsince {SINCE}", IGNORE)
_RANK_BEFORE = compiled(
    rf"\b(?P<rank>{LATER}) (?:{MODIFIER}{{0,6}}{EVENT} )?(?:(?:(?!\b{LATER}\b)[^.;,]){{0,30}} )?$", IGNORE
)
_OF_ALL = Gated(
    rf"\b(?P<rank>{LATER}) (?:and (?:most )?[a-z]+ )?(?:(?:round|series) of )?{MODIFIER}{{0,5}}?"
    rf"(?:(?P<deed>{DEED})|{EVENT})\b"
    rf"(?: of (?:the |its |a |an )?(?:{MODIFIER}{{0,3}}[A-Z]\w*(?:-\d+\w*)?(?: ICBM| missile)?))?",
    IGNORE,
)
_THING_LAST = compiled(rf"\b{THING}$", IGNORE)
_DAY_OF = compiled(r"in (?!the\b)", IGNORE)
_IN_A_ROW = compiled(r"\b(?:days?|weeks?|months?|years?|term|quarter)\b", IGNORE)
_THIS_YEARS = Gated(
    rf"\b(?:this|the) (?P<period>year|month|week)['’]s (?P<rank>{ORDINAL})(?: {MODIFIER}{{0,5}}{EVENT}\b|(?=[.,;)]|$))",
    IGNORE,
)
_TIMES = Gated(
    rf"\b(?:for the|for a|a) (?P<rank>{LATER}) (?:straight |consecutive )?time\b|"
    rf"\b(?:the|its|their) (?P<of>{LATER}) time (?:that )?{THEY} (?:has |have |had |ever )*{DONE}\b[^.;,]{{0,50}}",
    IGNORE,
)
_IN_ALL = r"(?:overall|so far|to date|in (?:all|total)|all told|ever|yet|of all)"
_OVERALL = Gated(rf"\b(?P<rank>{LATER}) {_IN_ALL}(?=[.,;:)]|$| and )", IGNORE)
_OF_WHOM = compiled(
    r"(?:\b(?:its|their|the (?:North|South|country|regime|state|nation)['’]s)|[A-Z]\w+['’]s?) $", IGNORE
)
_THE_NTH = Gated(
    rf"\bthe (?P<in_all>{LATER}) (?:overall|in all|all told|(?:in|on) (?:its|their|the (?:country|North|nation)['’]s) (?:history|record)|on record)\b|"
    rf"\b(?:(?:it|this|that) (?:is|was|would be|will be|makes|made)|mak(?:e|es|ing) (?:it|this|that)|"
    r"(?:trial|test|launch|firing|shot|flight|blast|one|attempt) (?:is|was|would be|will be)) "
    rf"the (?P<rank>{LATER})(?= of (?:the|its|this|a) |[.,;:]|$)",
    IGNORE,
)
_RUNNING = Gated(r"\b(?:in a row|running|in succession|on the trot)\b", IGNORE)
_RANK_OF_ROW = compiled(rf"\b(?P<rank>{LATER}) (?:[\w-]+ ){{1,4}}?$", IGNORE)
_ONE_OF_MANY = compiled(  # a missile of a salvo, a launch of one day
    r"\b(?:minutes?|seconds?|hours?|moments?) (?:later|after|apart|before)\b|\bof the (?:day|morning|night|evening|two|three)\b|"
    r"\bsame day\b|\bfirst (?:launch|test|firing|attempt|shot)\b(?! (?:in|on|since)\b)",
    IGNORE,
)
_CAPITAL = compiled(r"\b(?:Flight|Test|Launch|Missile|Trial)")  # "the 576th Flight Test Squadron"
_NO_DEED = compiled(r"\b(?:day|stage|phase|half|quarter|term|anniversary|world|man|time|week|year|month|of)\b", IGNORE)
_SENTENCE = compiled(r"[.;!?][\"”’']?\s+(?=[\"“‘']?[A-Z])|\n")


def _ranked(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    number = rank(match["rank"])
    if _OTHERWISE.search(match["gap"] or "") or (
        number == 1 and match["noun"] is None and not _ALONE.fullmatch(match["gap"])
    ):
        return None
    if match["period"] is not None:
        if number == 1 and _THING_LAST.search(match["noun"] or "") and _DAY_OF.match(match["period"]):
            return None  # "its first solid-fuel ICBM in April" is the first of all
        dated = number == 1 or match["rank"][0].isdigit()  # "the 18th of September"
        if match["noun"] is None and not _ALONE.fullmatch(match["gap"]):
            return None
        bare = match["noun"] is None and not match["gap"].strip()  # "the first in 2006" is the first of all
        if bare and dated and not _OF_PERIOD.match(match["period"]):
            return None
        given = {"n": number, "period": period_of(match["period"]), **scoped(match, scope_words)}
        return made(match, "rank_in_period", given)
    if number == 1:
        return None
    return made(match, "ordinal_in_window", {"n": number, **span(match, many=number), **scoped(match, scope_words)})


def _since(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    before = behind(_RANK_BEFORE, match, 120)
    if before is None:
        return None
    if begun := YEAR_BEGAN.match(match["since"]):
        period = (begun["of"] or begun["named"] or begun["begun"]).lower()
        given = {"n": rank(before["rank"]), "period": period, **scoped(before, scope_words)}
        return made(match, "rank_in_period", given, before.start(), match.start("since") + begun.end())
    given = {"n": rank(before["rank"]), "since": match["since"].strip(), **scoped(before, scope_words)}
    return made(match, "ordinal_in_window", given, before.start())


def _elliptic(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    """A rank whose noun stands in the sentence before: "for the fourth time", "it was the fifth"."""
    if _ONE_OF_MANY.search(_around(match)):
        return None
    told = match.groupdict()
    nth = next(told[name] for name in ("rank", "of", "in_all") if told.get(name))
    return made(match, "ordinal_in_window", {"n": rank(nth), **scoped(match, scope_words)})


def _overall(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    """A rank among all that somebody did: "the North's second overall"."""
    owner = behind(_OF_WHOM, match)
    if owner is None or _ONE_OF_MANY.search(_around(match)):
        return None
    given = {"n": rank(match["rank"]), **scoped(match, scope_words)}
    return made(match, "ordinal_in_window", given, owner.start())


def _running(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    """A rank in a row of its kind: "the second failure in a row"; days and years are no incidents."""
    before = behind(_RANK_OF_ROW, match, 60)
    if before is None or _IN_A_ROW.search(before.group()) or _ONE_OF_MANY.search(_around(match)):
        return None
    given = {"n": rank(before["rank"]), **scoped(before, scope_words)}
    return made(match, "ordinal_in_window", given, before.start())


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
    (_SINCE, _since), (_THIS_YEARS, _this_years), (_RANKED, _ranked), *derived_numbers.RULES, (_OF_ALL, _of_all), (_TIMES, _elliptic),
    (_OVERALL, _overall), (_THE_NTH, _elliptic), (_RUNNING, _running),
)  # fmt: skip
