"""The keys a mention is found by, and those a mention without a day looks under: it meets only incidents it may be."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from math import floor, log
from zlib import crc32

from reportedly.reconcile.entry import Entry
from reportedly.reconcile.evidence import SINGLED_OUT
from reportedly.reconcile.figures import TO_THE_DIGIT
from reportedly.reconcile.sketch import Look, rank_of
from reportedly.reconcile.when import FRESH, MONTH, RECENT, in_leap_year
from reportedly.reconcile.wording import FEW, weight

WORD, AT_ONCE = "word", "at once"
UNSEEN = 1.0  # marks that keys cannot see: weekday, class, the weapon's name, and what else agrees
NEARLY = SINGLED_OUT - UNSEEN
CLOCK, RANK = 1.75, 2.0  # marks, as the features of those names give them


def kept(entry: Entry) -> set[str]:
    """Where a mention is found: its days, their months, the day of the year, publication, figures and words."""
    told = {*_days(entry.look), *_figures(entry.look), *(f"{WORD} {word}" for word in entry.words)}
    return {f"{entry.field}|{key}" for key in told}


def asked(entry: Entry) -> set[str]:
    """Where a mention without a day looks for its incident: by day where its span is short, else by month, and by figures
    and words where no date narrows it down. Nothing for one with a day."""
    look = entry.look
    if entry.dated:
        return set()
    told = set(_asked_days(look))
    if not (look.days or look.partial):
        told.update(_near_figures(look), (f"{WORD} {word}" for word in entry.words))
    return {f"{entry.field}|{key}" for key in told}


def is_word(key: str) -> bool:
    """Whether it is the key of a word."""
    return key.partition("|")[2].partition("|")[2].startswith(WORD)


def worth(hit: Iterable[str]) -> bool:
    """Whether the keys that a mention and an incident share make it worth comparing them: a date, or figures and words
    that may single out one incident."""
    marks: dict[str, float] = {}
    words = 0
    for key in hit:
        kind = key.rsplit("|", 1)[1].partition(" ")[0]
        words += weight([key.rpartition(" ")[2]]) if kind == WORD else 0
        if kind in WORTH:
            marks[kind] = WORTH[kind]
        elif kind != WORD:
            return True
    return sum(marks.values()) + (1.0 if words >= FEW else 0.0) >= NEARLY


WORTH: Mapping[str, float] = {
    "clock": CLOCK, "ordinal": RANK, "distance": 1.25, "apogee": 1.25, "flight": 1.0, "magnitude": 1.0,
}  # fmt: skip


def _days(look: Look) -> Iterable[str]:
    for first, last in look.days:
        for n in range(min(_month(last) - _month(first), 12) + 1):
            yield f"month {_month(first) + n}"
        if (last - first).days <= MONTH:
            yield from (f"day {first + timedelta(days=n)}" for n in range((last - first).days + 1))
        if first == last:
            yield from (f"part --{first:%m-%d}", f"part --{first:%m}", f"part {first:%Y-%m}")
    if look.partial:
        yield f"part {look.partial}"
    if look.published and not look.day:
        yield f"published {look.published}"
    if look.printed and not look.days and not look.partial:
        yield f"part {look.printed}"


def _asked_days(look: Look) -> Iterable[str]:
    short = any((last - first).days <= MONTH for first, last in look.days)
    yield from (key for key in _days(look) if not (short and key.startswith("month")))
    if day := in_leap_year(look.partial):
        reach = look.lasts or (1 if len(set(_figures(look))) > 1 else 0)
        yield from (f"part --{day + timedelta(days=n):%m-%d}" for n in range(-reach, reach + 1))
    if look.published and not look.days and not look.partial:
        for n in range(-RECENT, FRESH + 1):
            yield f"day {look.published + timedelta(days=n)}"
        for n in range(-FRESH, FRESH + 1):
            yield f"published {look.published + timedelta(days=n)}"
    if (day := in_leap_year(look.printed)) and not look.days and not look.partial:
        yield from (f"part --{day + timedelta(days=n):%m-%d}" for n in range(-RECENT, FRESH + 1))


def _steps(look: Look) -> Iterable[tuple[str, int]]:
    """Figures in steps as wide as two that agree to the digit may differ."""
    if look.minutes:
        yield "clock", look.minutes[0] // 10
    for name, ends in (("distance", look.distance), ("apogee", look.apogee)):
        yield from ((name, floor(log(end) / TO_THE_DIGIT)) for end in ends or () if end > 0)
    yield from (("flight", int(end // 60)) for end in look.flight or ())
    yield from (("magnitude", round(end * 20)) for end in look.magnitude or ())


def _ranks(look: Look) -> Iterable[str]:
    return (f"ordinal {crc32((rank_of(told) or told).encode())}" for told in look.ordinals)


def _figures(look: Look) -> Iterable[str]:
    yield from _ranks(look)
    yield from (f"{name} {step}" for name, step in _steps(look))


def _near_figures(look: Look) -> Iterable[str]:
    yield from _ranks(look)
    yield from (f"{name} {step + n}" for name, step in _steps(look) for n in (-1, 0, 1))
    if look.minutes:
        yield from (f"clock {look.minutes[0] // 10 + n}" for n in (-4, -3, -2, 2, 3, 4))  # half an hour off, in 2015-18


def _month(day: date) -> int:
    return day.year * 12 + day.month
