"""What a cell says, as curators write it: "between 25 and 90 km", "Sep-84", "Unknown (4)"."""

import re
from collections.abc import Iterable
from datetime import date, time, timedelta

from reportedly.fields.number import parse
from reportedly.fields.quantity_amounts import amounts
from reportedly.model import Count, DateRange, Quantity, Term
from reportedly.model.calendar import SHORT_MONTHS
from reportedly.patterns import compiled

_BLANK = compiled(
    r"(?:|[-–—?.]+|n/?a|none|null|unknown|unk|not (?:known|stated|reported|available|applicable)|tbd)"
    r"\s*(?:\(\d*\)|\?|\*)?",
    re.IGNORECASE,
)
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_YEAR = r"'?(?P<year>\d{4}|\d{2})"
_FORMS = tuple(
    compiled(form, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<day>\d{1,2})(?:[ T]00:00(?::00)?)?",
        r"(?P<year>\d{4})(?P<m>\d{2})(?P<day>\d{2})",
        r"(?P<year>\d{4})[-/.](?P<m>\d{1,2})",
        r"(?P<year>\d{4})",
        rf"(?P<day>\d{{1,2}})[- ]{_MONTH}[-, ]+{_YEAR}",
        rf"{_MONTH} (?P<day>\d{{1,2}}),? {_YEAR}",
        rf"{_MONTH}[- ]{_YEAR}",
    )
)
_SLASHED = compiled(r"(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<year>\d{4}|\d{2})")
_SERIAL = compiled(r"[2-7]\d{4}(?:\.\d+)?")  # the days that spreadsheets count, from 1954 to 2119
_FIRST_OF_SHEETS = date(1899, 12, 30)
_CLOCK = compiled(
    r"(?P<h>\d{1,2}):?(?P<m>\d{2})(?::(?P<s>\d{2}(?:\.\d+)?))?\s*(?P<half>[ap]\.?m\.?)?\s*\(?(?:UTC|GMT|Z)?\)?",
    re.IGNORECASE,
)
_NUMBER = compiled(r"-?(?:\d[\d,]*(?:\.\d*)?|\.\d+)")
_BARE = compiled(rf"(?P<hedge>[~≈<>≤≥]|c\.|ca\.?)?\s*(?P<low>{_NUMBER.pattern})\s*(?:[-–]\s*(?P<high>\d[\d,.]*))?")
_HEDGES = {"~": "about ", "≈": "about ", "c.": "about ", "ca": "about ", "ca.": "about "}
_OUTCOMES = {
    "success": "success",
    "successful": "success",
    "failure": "failure",
    "failed": "failure",
    "fail": "failure",
}
_OUTCOMES |= {"partial": "partial", "partial success": "partial", "partial failure": "partial"}
_BOUNDS = {">": "more than ", "≥": "at least ", "<": "less than ", "≤": "at most "}
_OVER, _UNDER = ("more than", "over", ">"), ("fewer than", "less than", "<")
_MORE = (*_OVER, "at least", "≥", "no fewer than")
_FEWER = (*_UNDER, "at most", "up to", "≤", "no more than")
_HOW_MANY = compiled(
    r"(?P<vague>several|multiple|many|a few|a number|salvo|a salvo)(?: .*)?|"
    rf"(?P<bound>{'|'.join(map(re.escape, (*_MORE, *_FEWER)))}|about|around|some|roughly|approximately|approx\.?|~|≈|circa|c\.|ca\.?)? ?"
    rf"(?P<low>\d[\d,]*(?:\.0+)?|[a-z]+(?:-[a-z]+)?)(?: ?(?:[-–—]|to|or) ?(?P<high>\d[\d,]*|[a-z]+))?(?P<plus> ?\+| or more)?"
    r"(?: (?:ballistic |cruise )?(?:missiles?|rockets?|projectiles?|launches|shots?|tests?|rounds?))?"
)
_VAGUE = 2  # the least that "several" can be
FIRST_YEAR, LAST_YEAR = 1000, 2999
CENTURY = 50  # two-digit years below it are of this century


class CellError(ValueError):
    """A cell that says something nobody here can read; `remedy` is what to write instead."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.remedy = remedy


def is_blank(written: str) -> bool:
    """Whether the cell says nothing: empty, "N/A", "Unknown", "Unknown (4)"."""
    return _BLANK.fullmatch(written.strip()) is not None


def day_first(written: Iterable[str]) -> bool | None:
    """Whether a column's dates begin with the day, by those of its cells that can be read one way only; None where none
    tells, or where they differ."""
    ends = [(int(m["a"]), int(m["b"])) for one in written if (m := _SLASHED.fullmatch(" ".join(one.split())))]
    day, month = any(a > 12 for a, _ in ends), any(b > 12 for _, b in ends)
    return day if day != month else None


def days(written: str, *, day_first: bool | None = None) -> DateRange:
    """The day, or all days of the month or year, that a cell gives; of a date with points, or where its column is known to
    write so (`day_first`), the day comes first. A number such as 45553 is a spreadsheet's. CellError where it gives none or two."""
    text = " ".join(written.split())
    if _SERIAL.fullmatch(text):
        one = _FIRST_OF_SHEETS + timedelta(int(float(text)))
        return DateRange(one, one)
    for form in _FORMS:
        if found := form.fullmatch(text):
            return _days(written, found.groupdict())
    if found := _SLASHED.fullmatch(text):
        first, second = int(found["a"]), int(found["b"])
        order = True if "." in text else day_first
        if (first > 12) == (second > 12) and first != second and order is None:
            raise CellError(f"{written!r} may be two dates", "write the date as 2024-09-18")
        order = first > 12 if (first > 12) != (second > 12) else order
        day, month = (first, second) if order else (second, first)
        return _days(written, {"year": found["year"], "m": str(month), "day": str(day)})
    raise CellError(f"{written!r} is no date", "write it as 2024-09-18, or 2024-09 where the day is unknown")


def _days(written: str, parts: dict[str, str | None]) -> DateRange:
    year = int(parts["year"] or 0)
    if len(parts["year"] or "") == 2:
        year += 2000 if year < CENTURY else 1900
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise CellError(f"{written!r} lies outside the years {FIRST_YEAR} to {LAST_YEAR}", "write it as 2024-09-18")
    named = parts.get("month")
    month = SHORT_MONTHS.index(named[:3].capitalize()) + 1 if named else int(parts.get("m") or 0)
    day = int(parts.get("day") or 0)
    try:
        first = date(year, month or 1, day or 1)
    except ValueError as error:
        raise CellError(f"{written!r} is no date ({error})", "write it as 2024-09-18") from error
    if day:
        return DateRange(first, first)
    if not month:
        return DateRange(first, date(year, 12, 31), f"{year:04}")
    after = date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)
    return DateRange(first, date.fromordinal(after.toordinal() - 1), f"{year:04}-{month:02}")


def clock(written: str) -> time:
    """The time of day a cell gives, to the minute. CellError where it gives none."""
    found = _CLOCK.fullmatch(written.strip())
    hour, minute = (int(found["h"]), int(found["m"])) if found else (99, 0)
    if found and found["half"] and hour <= 12:
        hour = hour % 12 + (12 if found["half"].lower().startswith("p") else 0)
    try:
        return time(hour, minute)
    except ValueError:
        raise CellError(f"{written!r} is no time of day", "write it as 21:53") from None


def quantity(written: str, unit: str) -> Quantity:
    """The amount a cell gives, in this unit; a bare number is of this unit. CellError where it gives none or several."""
    text = re.sub(r"(?<![\d.])\.(?=\d)", "0.", written.strip())
    if found := _BARE.fullmatch(text):
        return _bare(found, unit)
    for sign, word in _HEDGES.items():
        text = text.replace(sign, word) if text.startswith(sign) else text
    for sign, word in _BOUNDS.items():
        text = text.replace(sign, word)
    if text[-1:].isdigit():
        text = f"{text} {unit}"
    of_unit = [one for one in amounts(text) if one.unit.canonical == unit]
    if len(of_unit) != 1:
        raise CellError(f"{written!r} is no amount in {unit}", f"write it as 400 {unit}, or between 25 and 90 {unit}")
    one = of_unit[0]
    return Quantity(one.low, one.high, unit, one.approximate)


def _bare(found: re.Match[str], unit: str) -> Quantity:
    """A number without a unit, or two that span a range."""
    low = number(found["low"])
    high = number(found["high"]) if found["high"] else low
    hedge = (found["hedge"] or "").strip()
    if high < low:
        raise CellError(f"{found[0]!r} runs from high to low", f"write it as {high:g}-{low:g}")
    ends = {">": (low, None), "≥": (low, None), "<": (None, high), "≤": (None, high)}.get(hedge, (low, high))
    return Quantity(*ends, unit, hedge in _HEDGES)


def number(written: str) -> float:
    """The plain number a cell gives. CellError where it gives none."""
    found = _NUMBER.fullmatch(written.strip())
    if found is None:
        raise CellError(f"{written!r} is no number", "write it as 39.70")
    return float(found[0].replace(",", ""))


def count(written: str) -> Count:
    """How many a cell gives: "2", "two", "2-3", "3+", "at least 2", "about 10", "several". CellError where it gives none."""
    text = " ".join(written.split()).lower()
    found = _HOW_MANY.fullmatch(text)
    if found is None:
        raise CellError(f"{written!r} is no number of missiles", "write it as 2, 2-3, at least 2, or about 10")
    if found["vague"]:
        return Count(_VAGUE, None)
    low = _whole(found["low"], written)
    high = _whole(found["high"], written) if found["high"] else low
    if high < low:
        raise CellError(f"{written!r} runs from high to low", f"write it as {high}-{low}")
    words = (found["bound"] or "").strip()
    if words in _MORE or found["plus"]:
        return Count(low + (words in _OVER), None)
    if words in _FEWER:
        return Count(1, high - (words in _UNDER))
    return Count(low, high, bool(words))


def _whole(written: str, cell: str) -> int:
    amount = parse(written)
    if amount is None or amount != int(amount) or amount < 1:
        raise CellError(f"{cell!r} is no number of missiles", "write it as 2, 2-3, at least 2, or about 10")
    return int(amount)


def outcome(written: str) -> Term:
    """Success, partial or failure. CellError where the cell says another word."""
    word = re.sub(r"\s*\(.*\)$", "", written.strip()).lower()
    if word not in _OUTCOMES:
        raise CellError(f"{written!r} is no outcome", "write success, partial, failure or unknown")
    return Term(_OUTCOMES[word])
