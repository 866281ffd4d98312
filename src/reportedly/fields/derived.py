"""Finds derived claims in a text: ranks, firsts, gaps, records, weekdays beside dates. Finding only; no checking."""

import re
from collections.abc import Mapping

from reportedly.fields import derived_firsts, derived_ranks, derived_records, derived_since
from reportedly.fields.derived_grammar import (
    DEED,
    IGNORE,
    NTH_DAY,
    WEEKDAY,
    DerivedExpression,
    Rule,
    Scopes,
    behind,
    made,
    scope_of,
)
from reportedly.fields.gated import Gated
from reportedly.fields.gates import Gates
from reportedly.fields.taken import Taken
from reportedly.model.calendar import WEEKDAYS
from reportedly.patterns import compiled

__all__ = ["DerivedExpression", "find", "scope_of"]

_SHORT_DAY = r"(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)(?:\.|(?=, )|(?=\)))"
_OF_DAY = r"(?: (?:early )?(?:morning|afternoon|evening|night))?"
_NUMERIC = r"(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d"
_WEEKDAY_DATE = Gated(
    rf"\b(?P<weekday>{WEEKDAY}|{_SHORT_DAY})(?:(?: last|['’]s {DEED},? on| \(local time\))?{_OF_DAY}(?:,? | \()(?:the )?(?P<date>{NTH_DAY}|{_NUMERIC})(?:\)|(?!\w)))?",
    IGNORE,
)
_DATE_BEFORE = compiled(
    rf"(?:\b|(?<=\d))(?P<date>{NTH_DAY}|{_NUMERIC})(?: (?:launch|test|firing|event)s?, on a |, on a |, an? | \((?:an? )?|, |,? (?:which |that )?(?:was|is|fell on|falls on|being) (?:an? )?)$",
    IGNORE,
)
_OTHER_DAY = compiled(rf"\b(?P<weekday>{WEEKDAY}) (?:and|or|to|through) $", IGNORE)
_AND_A_DAY = compiled(r" (?:and|or|to|through) \d|[-–]\d")
_DAYS = {day[:3].lower(): day for day in WEEKDAYS}


def find(text: str, scope_words: Mapping[str, str]) -> tuple[DerivedExpression, ...]:
    """The derived claims of a text, in order; of two that overlap the more telling one."""
    found: list[DerivedExpression] = []
    taken = Taken(len(text))
    for pattern, make in (_RULES[n] for n in _GATES.open_in(text)):
        for match in pattern.finditer(text):
            one = make(match, scope_words)
            if one is not None and taken.free(one.start, one.end):
                taken.take(one.start, one.end)
                found.append(one)
    return tuple(sorted(found, key=lambda e: (e.start, e.end)))


def _weekday(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    before = None if match["date"] else behind(_DATE_BEFORE, match)
    date = match["date"] or (before["date"] if before else None)
    if date is None:
        return None
    other = behind(_OTHER_DAY, match)  # "Saturday and Sunday, September 11 and 12": the first of each
    if other is not None and date == match["date"] and _AND_A_DAY.match(match.string, match.end()):
        given = {"weekday": _DAYS[other["weekday"][:3].lower()], "date": date}
        return made(match, "weekday_date", given, other.start())
    given = {"weekday": _DAYS[match["weekday"][:3].lower()], "date": date}
    return made(match, "weekday_date", given, before.start() if before else None)


_RULES: tuple[tuple[Gated, Rule], ...] = (
    *derived_since.RULES,
    *derived_firsts.DATED,
    *derived_ranks.RULES,
    *derived_firsts.RULES,
    *derived_records.RULES,
    (_WEEKDAY_DATE, _weekday),
)
_GATES = Gates([pattern for pattern, _ in _RULES], by_pieces=True)  # most texts hold the words of a few rules
