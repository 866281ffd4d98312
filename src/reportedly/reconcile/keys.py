"""The keys a mention is found by, and those a mention without a day looks under: it meets only incidents it may be."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import combinations
from math import floor, log
from zlib import crc32

from reportedly.reconcile.entry import Entry
from reportedly.reconcile.figures import TO_THE_DIGIT
from reportedly.reconcile.sketch import Look, rank_of
from reportedly.reconcile.when import FRESH, MONTH, RECENT, in_leap_year
from reportedly.reconcile.wording import FEW, weight

WORD, BESIDE = "word", "beside-day"
FIGURES = frozenset({"clock", "distance", "apogee", "flight"})  # of which two must be shared; any other key is enough


def kept(entry: Entry) -> set[str]:
    """Where a mention is found: its days, their months, the day of the year, publication, figures and words."""
    told = {*_days(entry.look), *_figures(entry.look), *_words(entry)}
    return {f"{entry.field}|{key}" for key in told}


def asked(entry: Entry) -> set[str]:
    """Where a mention without a day looks for its incident: by day where its span is short, else by month, and by figures
    and words where no date narrows it down. Nothing for one with a day."""
    look = entry.look
    if entry.dated:
        return set()
    told = set(_asked_days(look))
    if not (look.days or look.partial):
        told.update(_near_figures(look), _words(entry))
    return {f"{entry.field}|{key}" for key in told}


def _words(entry: Entry) -> Iterable[str]:
    """The words of its report, and the incidents that this tells of in passing."""
    yield from (f"{WORD} {word}" for word in entry.words)
    yield from (f"{BESIDE} {told.replace('|', ' ')}" for told in entry.beside)


def kept_words(entry: Entry) -> set[str]:
    """The keys of words and of what is told in passing among these, which are of use only where few share them."""
    return {f"{entry.field}|{key}" for key in _words(entry)}


def is_word(key: str) -> bool:
    """Whether it is such a key."""
    return _kind(key) in (WORD, BESIDE)


class Hits:
    """The keys that one mention shares with others, as they are met: whether each other is worth comparing with it, which
    a date makes it, or figures and words that may single out one incident."""

    def __init__(self) -> None:
        self.worthy = set[str]()
        self._told: dict[str, set[str]] = {}
        self._words: dict[str, int] = {}

    def meet(self, key: str, others: Iterable[str]) -> None:
        """Nothing; these share the key."""
        kind = _kind(key)
        if kind == WORD:
            told = weight([key.rpartition(" ")[2]])
            for other in others:
                self._words[other] = self._words.get(other, 0) + told
        elif kind in FIGURES:
            self._told.setdefault(kind, set()).update(others)
        else:
            self.worthy.update(others)

    def all(self) -> set[str]:
        """The mentions that are worth comparing."""
        found = self.worthy | {other for other, told in self._words.items() if told >= FEW}
        for one, other in combinations(self._told.values(), 2):
            found |= one & other
        return found


def _kind(key: str) -> str:
    return key[key.rindex("|") + 1 : key.index(" ", key.rindex("|"))]


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
        yield f"only {look.partial}"
    if look.published and not look.day:
        yield f"published {look.published[0]}"
    if look.printed and not look.days and not look.partial:
        yield f"part {look.printed}"


def _asked_days(look: Look) -> Iterable[str]:
    short = any((last - first).days <= MONTH for first, last in look.days)
    yield from (key for key in _days(look) if not (short and key.startswith("month")))
    if day := in_leap_year(look.partial):
        reach = look.lasts or (1 if len(set(_figures(look))) > 1 else 0)
        yield from (f"part --{day + timedelta(days=n):%m-%d}" for n in range(-reach, reach + 1))
    if look.published and not look.days and not look.partial:
        first, last = look.published
        for day in (first + timedelta(days=n) for n in range(-RECENT, FRESH + 1)):
            yield from (f"day {day}", f"only --{day:%m-%d}")
        if first != last:
            yield f"month {_month(first)}"
        for n in range(-FRESH, FRESH + 1):
            yield f"published {first + timedelta(days=n)}"
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


def _figures(look: Look, around: Sequence[int] = (0,)) -> Iterable[str]:
    """Figures, each also beside the place and the weapon; with the steps `around` them."""
    yield from _ranks(look)
    with_it = [f" at {look.site.id}"] if look.site and look.site.id else []
    with_it += [f" of {look.weapon.id}"] if look.weapon and look.weapon.id else []
    for name, step in _steps(look):
        for n in around:
            yield f"{name} {step + n}"
            yield from (f"beside {name} {step + n}{told}" for told in with_it)
    if look.minutes:
        yield f"minute {look.minutes[0]}"


def _near_figures(look: Look) -> Iterable[str]:
    yield from _figures(look, (-1, 0, 1))
    if look.minutes:  # the clocks of Tokyo and Pyongyang stood half an hour apart in 2015-18
        yield from (f"minute {(look.minutes[0] + by + n) % 1440}" for by in (-30, 30) for n in range(-2, 3))


def _month(day: date) -> int:
    return day.year * 12 + day.month
