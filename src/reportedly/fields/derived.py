"""Finds derived claims in a text: ranks, firsts, gaps, records, weekdays beside dates. Finding only; no checking."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from reportedly.fields.gated import Gated
from reportedly.fields.number import NUMBER, ORDINALS, parse
from reportedly.fields.taken import Taken

_ORDINAL = rf"(?:{'|'.join(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))"
_MODIFIER = r"(?:(?!first\b|since\b|in\b|of\b|on\b|at\b|and\b|but\b|that\b|to\b|was\b|is\b)[\w’'.-]+ )"
_EVENT = (
    r"(?:tests?|launch(?:es)?|firings?|explosions?|detonations?|missiles?|ICBMs?|SLBMs?|IRBMs?|provocations?|salvos?|"
    r"barrages?|trials?|flights?|attempts?|demonstrations?|blasts?|weapons? tests?|time|times)"
)
_UNIT = r"(?:day|week|month|year|decade)s?"
_SPAN = rf"(?:(?P<bound>more than|over|nearly|almost|about|around|less than|under|just over|at least|just|only) )?(?P<n>an?|one|{NUMBER}) (?P<unit>{_UNIT})"
_I = re.IGNORECASE

_RANKED = Gated(
    rf"\b(?P<rank>{_ORDINAL}) (?:{_MODIFIER}{{0,6}}{_EVENT}\b)?(?P<gap>[^.;,]{{0,40}}?)\b"
    rf"(?:(?:in|within|over) (?:(?:just|only|the (?:past|last)|as many as) )?{_SPAN}|(?P<period>(?:(?:so far )?(?:this|in the) |of the |of |in |since the start of the )"
    rf"(?:week|month|year|January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d))\b)",
    _I,
)
_ALL_TIME = Gated(
    rf"\b(?:its|their|the (?:North|country)['’]s|[A-Z]\w+['’]s?) (?P<rank>{_ORDINAL}) {_MODIFIER}{{0,4}}{_EVENT}\b", _I
)
_FIRST_SINCE = Gated(
    rf"\bfirst (?:{_MODIFIER}{{0,6}}{_EVENT}\b)?[^.;]{{0,60}}?\bsince (?P<since>[^.;,()]{{3,60}})|"
    rf"\b(?:has|have|had) (?:not|n['’]t|never) (?:\w+ ){{0,2}}?(?:conducted|carried out|tested|fired|launched|held|test-fired|staged)\b[^.;]{{0,60}}?"
    rf"\bsince (?P<none_since>[^.;,()]{{3,60}})|"
    rf"\bno (?:{_MODIFIER}{{0,5}}){_EVENT}\b[^.;]{{0,60}}?\bsince (?P<no_since>[^.;,()]{{3,60}})",
    _I,
)
_GAP = Gated(
    rf"\bfirst (?:{_MODIFIER}{{0,6}}{_EVENT}\b)?[^.;,]{{0,30}}?\b(?:in|for) {_SPAN}\b|"
    rf"\b(?:ending|ended|after|following|broke|breaking) (?:a |an |its )?(?:pause|lull|gap|hiatus|break|break in testing|silence) of {_SPAN.replace('?P<', '?P<pause_')}",
    _I,
)
_RECORD = Gated(
    r"\b(?:the |its |their )?(?:longest|highest|largest|biggest|strongest|farthest|furthest|most powerful|most|heaviest|fastest|"
    r"greatest|deepest)\b[^.;,]{0,50}?\b(?:ever|yet|to date|so far|on record|in history|in (?:a|one) (?:single )?(?:day|week|month|year))\b|"
    r"\b(?:a |an )?record (?:number|altitude|distance|height|range|\d+)\b[^.;,]{0,30}",
    _I,
)
_FIRST_EVER = Gated(
    r"\b(?:first[- ]ever|for the (?:very )?first time(?! (?:since|in|this))|the first time ever|never (?:been )?\w+ before)\b",
    _I,
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|April|Apr\.|May|June|Jun\.|July|Jul\.|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|"
    r"Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY_DATE = Gated(
    rf"\b(?P<weekday>{_WEEKDAY})(?:, | \(| )(?P<date>{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:, \d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?: \d{{4}})?)\)?",
    _I,
)
_SUBJECTIVE = re.compile(r"\b(?:significant|major|serious|large-scale|substantive)\b", _I)
_DAYS = {"day": 1, "week": 7}


@dataclass(frozen=True, slots=True)
class DerivedExpression:
    """Words that claim what follows from other incidents: the kind of check and its arguments.

    `head` is where the noun or rank stands that the claim is about.
    """

    start: int
    end: int
    written: str
    kind: str
    arguments: Mapping[str, object] = field(default_factory=dict)

    @property
    def head(self) -> int:
        """Where the claim begins, which is where its incident is told."""
        return self.start


def find(text: str, scope_words: Mapping[str, str]) -> tuple[DerivedExpression, ...]:
    """The derived claims of a text, in order; of two that overlap the more telling one."""
    found: list[DerivedExpression] = []
    taken = Taken(len(text))
    for pattern, make in _RULES:
        for match in pattern.finditer(text):
            made = make(match, scope_words)
            if made is not None and taken.free(made.start, made.end):
                taken.take(made.start, made.end)
                found.append(made)
    return tuple(sorted(found, key=lambda e: (e.start, e.end)))


def scope_of(written: str, scope_words: Mapping[str, str]) -> str:
    """The scope that the words of a claim name: the longest that stands in them, else the incident's own type."""
    low = written.lower()
    named = [words for words in scope_words if words in low]
    return scope_words[max(named, key=len)] if named else "same_type"


def _made(match: re.Match[str], kind: str, arguments: Mapping[str, object]) -> DerivedExpression:
    end = match.start() + len(match.group().rstrip())
    given = {key: value for key, value in arguments.items() if value is not None}
    return DerivedExpression(match.start(), end, match.string[match.start() : end], kind, given)


def _scoped(match: re.Match[str], scope_words: Mapping[str, str]) -> dict[str, object]:
    subjective = _SUBJECTIVE.search(match.group())
    return {
        "scope": scope_of(match.group(), scope_words),
        "subjective": subjective.group().lower() if subjective else None,
    }


def _span(match: re.Match[str], prefix: str = "") -> dict[str, object]:
    """The length of a stretch of time: days where the unit has a fixed length, else months."""
    unit = match[f"{prefix}unit"].lower().rstrip("s")
    number = match[f"{prefix}n"].lower()
    amount = int(1 if number in {"a", "an", "one"} else parse(number) or 1)
    bound = (match[f"{prefix}bound"] or "").lower() or None
    if unit in _DAYS:
        return {"days": amount * _DAYS[unit], "bound": bound}
    return {"months": amount * {"month": 1, "year": 12, "decade": 120}[unit], "bound": bound}


def _rank(written: str) -> int:
    low = written.lower()
    return ORDINALS[low] if low in ORDINALS else int(re.sub(r"\D", "", low))


def _ranked(match: re.Match[str], scope_words: Mapping[str, str]) -> DerivedExpression | None:
    rank = _rank(match["rank"])
    if re.search(r"\bsince\b", match["gap"] or ""):
        return None
    if match["period"] is not None:
        period = re.sub(
            r"^(?:so far |since the start of )?(?:this|in the|of the|of|in|the) ", "", match["period"].strip(), flags=_I
        )
        return _made(match, "rank_in_period", {"n": rank, "period": period.lower(), **_scoped(match, scope_words)})
    if rank == 1:
        return None
    return _made(match, "ordinal_in_window", {"n": rank, **_span(match), **_scoped(match, scope_words)})


def _all_time(match: re.Match[str], scope_words: Mapping[str, str]) -> DerivedExpression | None:
    return _made(match, "ordinal_in_window", {"n": _rank(match["rank"]), **_scoped(match, scope_words)})


def _first_since(match: re.Match[str], scope_words: Mapping[str, str]) -> DerivedExpression | None:
    since = match["since"] or match["none_since"] or match["no_since"]
    return _made(match, "first_since", {"since": since.strip(), **_scoped(match, scope_words)})


def _gap(match: re.Match[str], scope_words: Mapping[str, str]) -> DerivedExpression | None:
    prefix = "" if match["unit"] else "pause_"
    return _made(match, "gap_at_least", {**_span(match, prefix), **_scoped(match, scope_words)})


def _record(match: re.Match[str], scope_words: Mapping[str, str]) -> DerivedExpression | None:
    return _made(match, "record", {"of": match.group().strip().lower(), **_scoped(match, scope_words)})


def _first_ever(match: re.Match[str], scope_words: Mapping[str, str]) -> DerivedExpression | None:
    tail = re.match(r"[ -]+((?:[\w’'-]+ ){0,5}[\w’'-]+)", match.string[match.end() : match.end() + 80])
    return _made(match, "first_ever", {"object": tail.group(1) if tail else None})


def _weekday(match: re.Match[str], scope_words: Mapping[str, str]) -> DerivedExpression | None:
    return _made(match, "weekday_date", {"weekday": match["weekday"].capitalize(), "date": match["date"]})


_Rule = Callable[[re.Match[str], Mapping[str, str]], DerivedExpression | None]
_RULES: Iterable[tuple[Gated, _Rule]] = (
    (_FIRST_SINCE, _first_since),
    (_GAP, _gap),
    (_RANKED, _ranked),
    (_FIRST_EVER, _first_ever),
    (_RECORD, _record),
    (_ALL_TIME, _all_time),
    (_WEEKDAY_DATE, _weekday),
)
