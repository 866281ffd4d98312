"""Frames while they grow, and the two accounts of one incident: the launcher's, told a day late, and the watchers'."""

from collections import Counter
from collections.abc import MutableMapping, Sequence

from reportedly.codebook import Codebook
from reportedly.extract.afar_days import of_the_place
from reportedly.extract.dated import Dated
from reportedly.extract.facts import Facts
from reportedly.extract.past import laid_back, told_as_past
from reportedly.extract.state_of import state_of
from reportedly.extract.trigger import Trigger
from reportedly.model import DateRange

_MEDIA = frozenset({"wire", "outlet"})
_LAUNCH = "launch"


class Building:
    """A frame while it grows."""

    def __init__(self, types: tuple[str, ...], state: str | None, back: bool, *, past: bool = True) -> None:
        self.votes: Counter[str] = Counter()
        self.types = set(types)
        self.state = state
        self.back = back
        self.past = back and past  # told as past, and not only as another state's doing
        self.date: DateRange | None = None
        self.triggers: list[int] = []
        self.dates: list[int] = []
        self.said: list[int] = []
        self.apart: int | None = None  # the number of the frame that it was told apart from, on one day
        self.told = False  # a date without a telling says that it happened: "the first since July 1"

    def beside(self, types: tuple[str, ...], number: int) -> "Building":
        """A new frame for what is told apart from this one, whose number is given, and is of its day."""
        other = Building(types, self.state, back=False)
        other.apart, other.date = number, self.date
        return other

    def take(self, other: "Building") -> None:
        """Takes all of a frame that tells of the same incident, which is left empty."""
        self.votes.update(other.votes)
        self.types |= other.types
        self.date = self.date or other.date
        self.state = self.state or other.state
        for own, theirs in ((self.triggers, other.triggers), (self.dates, other.dates), (self.said, other.said)):
            own.extend(theirs)
            theirs.clear()
        self.triggers.sort()


def join_accounts(
    building: Sequence[Building], homes: tuple[MutableMapping[int, int], MutableMapping[int, int]], facts: Facts,
    triggers: Sequence[Trigger], dates: Sequence[Dated], codebook: Codebook,
) -> None:  # fmt: skip
    """Joins two accounts of one incident: what a state's media tell a day late, and days told by two calendars.

    `homes` are the frames of tellings and of dates.
    """
    _join_media(building, homes, facts, triggers, dates, codebook)
    _join_local_day(building, homes, facts, triggers, dates)


def _join_media(
    building: Sequence[Building], homes: tuple[MutableMapping[int, int], MutableMapping[int, int]], facts: Facts,
    triggers: Sequence[Trigger], dates: Sequence[Dated], codebook: Codebook,
) -> None:  # fmt: skip
    """Joins what a state's media tell without its day to what others saw of that state the day before.

    "State media said on Friday that it tested a launcher; the South had detected missiles on Thursday."
    """
    first = next((n for n, b in enumerate(building) if not b.back), None)
    if first is None or building[first].dates or not building[first].said:
        return
    main = building[first]
    said = dates[main.said[0]].range
    if speaker(facts, dates[main.said[0]]) != main.state:
        return
    for number, other in enumerate(building):
        if number == first or not _launches(other, codebook) or not _launches(main, codebook):
            continue
        if other.date is None or said is None or not _day_before(other.date, said):
            continue
        told = [triggers[t] for t in other.triggers]
        if other.state not in (None, main.state) or any(laid_back(t, facts) or told_as_past(t, facts) for t in told):
            continue
        main.take(other)
        for home in homes:
            home.update({n: first for n, frame in home.items() if frame == number})


def _join_local_day(
    building: Sequence[Building], homes: tuple[MutableMapping[int, int], MutableMapping[int, int]], facts: Facts,
    triggers: Sequence[Trigger], dates: Sequence[Dated],
) -> None:  # fmt: skip
    """Joins a launch told by the day of an outlet far to the west to the same told by the day of the place, which counts:
    "fired a missile on Tuesday ... the missile, launched at 3:17 a.m. on Wednesday in Korea"."""
    first = next((n for n, b in enumerate(building) if not b.back), None)
    if first is None or building[first].date is None:
        return
    main = building[first]
    for number, other in enumerate(building):
        if number == first or other.date is None or main.date is None or not _day_before(main.date, other.date):
            continue
        local = any(of_the_place(facts.report.text, dates[d].end) for d in other.dates)
        past = any(laid_back(triggers[t], facts) or told_as_past(triggers[t], facts) for t in other.triggers)
        if local and not past and other.state in (None, main.state) and other.types & main.types:
            main.date = other.date
            main.dates = []
            main.take(other)
            for home in homes:
                home.update({n: first for n, frame in home.items() if frame == number})


def join_one_day(
    building: Sequence[Building], homes: tuple[MutableMapping[int, int], MutableMapping[int, int]]
) -> None:  # fmt: skip
    """Joins what is told as past of the subject's own day to the subject: "Monday's launch ... the previous morning's launch"."""
    first = next((n for n, b in enumerate(building) if not b.back), None)
    main = building[first] if first is not None else None
    if main is None or first is None or main.date is None or main.date.day is None:
        return
    for number, other in enumerate(building):
        same = other.back and other.apart is None and other.date is not None and other.date.day == main.date.day
        if same and other.state == main.state and other.types & main.types:
            main.take(other)
            for home in homes:
                home.update({n: first for n, frame in home.items() if frame == number})


def speaker(facts: Facts, said: Dated) -> str | None:
    """The state of whoever is named last before the day of speech: "KCNA reported on Tuesday". An agency or a paper, which
    prints what it hears, speaks for none."""
    named = facts.names_in(facts.sentences[said.sentence].start, said.start)
    last = next((n for n in reversed(named) if state_of(n) is not None), None)
    return None if last is None or getattr(last.entry, "cls", None) in _MEDIA else state_of(last)


def _launches(frame: Building, codebook: Codebook) -> bool:
    return all(codebook.types[t].family == _LAUNCH for t in frame.types)


def _day_before(left: DateRange, right: DateRange) -> bool:
    return left.day is not None and right.day is not None and (right.day - left.day).days == 1
