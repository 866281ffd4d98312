"""Days written otherwise: the month before or behind, an ordinal, the date beside a weekday, today and yesterday."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from evaluation.variation.printed import Told, Variant, any_of, capital, starts_sentence, variant

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
SHORT = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMED = {name[:3].lower(): number for number, name in enumerate(MONTHS)}
MONTH = r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept(?:ember|\.)?|Sep\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_YEAR = r"(?:19|20)\d\d"
_RANGE = rf"(?!\d|,? {_YEAR}|-|–|,\d|:|\s*(?:-|–|/)\s*\d| (?:and|to|or|through) \d)"
MONTH_FIRST = re.compile(
    rf"(?<![-–/\w]){MONTH} (?P<day>[1-3]?\d)(?:st|nd|rd|th)?\b(?P<year>,? {_YEAR}\b)?{_RANGE}(?! North\b)"
)
DAY_FIRST = re.compile(
    rf"(?<![-–/:.,\w])(?<! and )(?<! to )(?P<day>[1-3]?\d)(?:st|nd|rd|th)? {MONTH}\b(?P<year>,? {_YEAR}\b)?(?![-–/\w])"
)
_DAYS = any_of(WEEKDAYS)
_AWAY = re.compile(
    rf"(?:last|next|since|until|till|every|previous|following|by|coming|this|of|the|a|after|before) {_DAYS}|{_DAYS}s\b|{_DAYS},? (?:[A-Z][a-z]+\.? \d|\d|to |and |or |\()"
)


def forms(told: Told) -> Iterator[Variant]:
    """Every date with its month before or behind the day, cut short or not."""
    yield from variant("day first", told, MONTH_FIRST, lambda m: f"{m['day']} {MONTHS[month_of(m)]}{_year(m, ' ')}")
    yield from variant("ordinal", told, MONTH_FIRST, lambda m: f"{MONTHS[month_of(m)]} {ordinal(m)}{_year(m, ', ')}")
    yield from variant("cut short", told, MONTH_FIRST, lambda m: f"{SHORT[month_of(m)]} {m['day']}{_year(m, ', ')}")
    yield from variant("ordinal, day first", told, MONTH_FIRST, _the_of)
    yield from variant("month first", told, DAY_FIRST, lambda m: f"{MONTHS[month_of(m)]} {m['day']}{_year(m, ', ')}")


def weekdays(told: Told) -> Iterator[Variant]:
    """The weekday of the incident with its date beside it, or as today or yesterday, where the marks fix it."""
    day = _the_day(told)
    if day is None or _AWAY.search(told.printed.text):
        return
    name, dated = WEEKDAYS[day.weekday()], f"{SHORT[day.month - 1]} {day.day}"
    named = re.compile(rf"\b{name}\b(?!’s|'s|,? (?:morning|afternoon|evening|night|[A-Z]|\d))")
    if len(re.findall(rf"\b{name}\b", told.printed.body)) == 1:
        yield from variant("date in brackets", told, named, lambda m: f"{name} ({dated})", title=False)
        yield from variant(
            "date between commas",
            told,
            re.compile(rf"\bon {name}(?= (?:in|from|at|off|toward|towards|that|said))"),
            lambda m: f"on {name}, {dated},",
            title=False,
        )
    away = (date.fromisoformat((told.printed.published or "")[:10]) - day).days
    if away in (0, 1) and "day" not in {w[-3:] for w in re.findall(r"\b(?:to|yester)day\b", told.printed.text)}:
        word, part = (("today", "this"), ("yesterday", "yesterday"))[away]
        yield from variant(
            word,
            told,
            re.compile(rf"\b(?P<on>on )?{name}(?P<part> (?:morning|afternoon|evening))?\b", re.IGNORECASE),
            _relative(word, part),
        )


def _the_day(told: Told) -> date | None:
    """The one day of a report's one main incident, where marks and program agree on it and a weekday names it."""
    mains = [m for m in told.found.mentions if m.main]
    if len(told.gold.mains) != 1 or len(mains) != 1 or not told.printed.published or told.gold.mains[0].date is None:
        return None
    day = told.gold.mains[0].date
    if mains[0].values.get("date") != {"earliest": day, "latest": day}:
        return None
    found = date.fromisoformat(day)
    away = (date.fromisoformat(told.printed.published[:10]) - found).days
    return found if 0 <= away < 6 and WEEKDAYS[found.weekday()] in told.printed.body else None


def _relative(word: str, part: str) -> Callable[[re.Match[str]], str | None]:
    def written(match: re.Match[str]) -> str | None:
        new = f"{part}{match['part']}" if match["part"] else word
        halved = re.search(r"\b[ap]\.?m\.? $", match.string[: match.start()])
        return capital(new) if starts_sentence(match) and not halved else new

    return written


def month_of(match: re.Match[str]) -> int:
    """The number of the month of a date, January being 0."""
    return _NAMED[match["month"][:3].lower()]


def ordinal(match: re.Match[str]) -> str:
    """The day as "1st", "12th"."""
    day = int(match["day"])
    return f"{day}{'th' if 10 < day < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def _year(match: re.Match[str], before: str) -> str:
    return before + match["year"].strip(" ,") if match["year"] else ""


def _the_of(match: re.Match[str]) -> str | None:
    before = match.string[: match.start()].rstrip().rsplit(maxsplit=1)[-1:]
    if before not in (["on"], ["since"], ["from"], ["until"], ["after"], ["before"]):
        return None
    return f"the {ordinal(match)} of {MONTHS[month_of(match)]}{_year(match, ' ')}"
