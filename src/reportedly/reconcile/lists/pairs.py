"""Rows of two lists of the same incidents, paired one to one: each pair with its score and the reasons for it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from reportedly.fields.place import kilometres
from reportedly.fields.registry import agree, show
from reportedly.frozen import dataclass
from reportedly.model import HistoryRow, Place, Quantity, Text

ENOUGH = 3.0  # the score from which two rows are taken for one incident
CLEAR = 0.75  # by how much a pair must beat the next that one of its rows could make
CUT_OFF = 5  # letters of a name that another list may have cut short
ALIKE = 0.75  # share of letters from which two names are one name, misread
NEAR_KM, FAR_KM = 60.0, 500.0


@dataclass(frozen=True, slots=True)
class Reason:
    """What speaks for or against a pair, in a sentence."""

    weight: float
    sentence: str


@dataclass(frozen=True, slots=True)
class RowPair:
    """Two rows that tell of one incident, and why."""

    left: HistoryRow
    right: HistoryRow
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> float:
        """The sum of the reasons."""
        return sum(reason.weight for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class Paired:
    """The pairs by the line of the left row; the rows that fit more than one; the rows that fit none."""

    pairs: tuple[RowPair, ...]
    undecided_left: tuple[HistoryRow, ...]
    undecided_right: tuple[HistoryRow, ...]
    left: tuple[HistoryRow, ...]
    right: tuple[HistoryRow, ...]


def pair_rows(left: Iterable[HistoryRow], right: Iterable[HistoryRow]) -> Paired:
    """The rows of two lists, paired one to one, the surest first. The order of either changes nothing.

    Rows of one state are compared where their days are no more than one apart. Where a row fits two of the other list
    about as well, neither pair is made: ambiguity is told, not guessed.
    """
    lefts, rights = _Rows(left), _Rows(right)
    found = [
        pair
        for one in lefts.all
        for other in rights.near(one, 1)
        if (pair := RowPair(one, other, tuple(_reasons(one, other, lefts, rights)))).score >= ENOUGH
    ]
    return _settled(found, lefts.all, rights.all)


class _Rows:
    """The rows of one list, found by state and day."""

    def __init__(self, rows: Iterable[HistoryRow]) -> None:
        self.all = sorted(rows, key=lambda row: row.number)
        self._on: dict[tuple[str, int], list[HistoryRow]] = {}
        for row in self.all:
            if row.days.day is not None:
                self._on.setdefault((row.state, row.days.day.toordinal()), []).append(row)

    def near(self, like: HistoryRow, days: int) -> list[HistoryRow]:
        """The rows of the same state, no more than so many days from this one."""
        day = like.days.day
        if day is None:
            return []
        middle = day.toordinal()
        return [row for at in range(middle - days, middle + days + 1) for row in self._on.get((like.state, at), ())]

    def alone(self, like: HistoryRow, days: int) -> bool:
        """Whether no more than one row is that near."""
        return len(self.near(like, days)) <= 1


def _settled(found: Sequence[RowPair], lefts: Sequence[HistoryRow], rights: Sequence[HistoryRow]) -> Paired:
    """The surest pair first; a pair with a rival takes both its rows, and the rival's, out of the running."""
    made: list[RowPair] = []
    gone: dict[str, set[int]] = {"left": set(), "right": set()}
    unsure: dict[str, set[int]] = {"left": set(), "right": set()}
    waiting = sorted(found, key=lambda pair: (-pair.score, pair.left.number, pair.right.number))
    for pair in waiting:
        if pair.left.number in gone["left"] or pair.right.number in gone["right"]:
            continue
        rivals = [
            one
            for one in waiting
            if one is not pair
            and (one.left is pair.left or one.right is pair.right)
            and one.left.number not in gone["left"]
            and one.right.number not in gone["right"]
            and one.score > pair.score - CLEAR
        ]
        if not rivals:
            made.append(pair)
        for one in (pair, *rivals):
            gone["left"].add(one.left.number)
            gone["right"].add(one.right.number)
            if rivals:
                unsure["left"].add(one.left.number)
                unsure["right"].add(one.right.number)
    return Paired(
        tuple(sorted(made, key=lambda pair: pair.left.number)),
        tuple(row for row in lefts if row.number in unsure["left"]),
        tuple(row for row in rights if row.number in unsure["right"]),
        tuple(row for row in lefts if row.number not in gone["left"]),
        tuple(row for row in rights if row.number not in gone["right"]),
    )


def _reasons(one: HistoryRow, other: HistoryRow, lefts: _Rows, rights: _Rows) -> Iterator[Reason]:
    if one.days == other.days:
        yield Reason(1.0, f"both say {show('date', one.days)}")
        if lefts.alone(one, 0) and rights.alone(one, 0):
            yield Reason(2.5, "neither list has another of that day")
    else:
        yield Reason(-1.5, f"a day apart: {show('date', one.days)}, {show('date', other.days)}")
        if all(rows.alone(row, 2) for rows in (lefts, rights) for row in (one, other)):
            yield Reason(4.5, "neither list has another within two days")
    yield from (reason for feature in _FEATURES if (reason := feature(one, other)) is not None)


def _clocks(one: HistoryRow, other: HistoryRow) -> Reason | None:
    if one.instant is None or other.instant is None:
        return None
    minutes = abs((one.instant.earliest - other.instant.earliest).total_seconds()) / 60
    if minutes <= 1:
        return Reason(3.0, "the clocks agree to the minute")
    if minutes <= 10:
        return Reason(1.5, f"the clocks are {minutes:.0f} minutes apart")
    return Reason(0.0 if minutes <= 60 else -2.0, f"the clocks are {minutes:.0f} minutes apart")


def _names(one: HistoryRow, other: HistoryRow) -> Reason | None:
    a, b = (_plain(row.value("object")) for row in (one, other))
    if not a or not b:
        return None
    shorter, longer = sorted((a, b), key=len)
    if a == b or (len(shorter) >= CUT_OFF and longer.startswith(shorter)):
        return Reason(4.0, f"the same name, {longer}")
    if SequenceMatcher(None, shorter, longer[: len(shorter)]).ratio() >= ALIKE:
        return Reason(3.0, f"names much alike: {a}, {b}")
    return Reason(-3.0, f"other names: {a}, {b}")


def _places(one: HistoryRow, other: HistoryRow) -> Reason | None:
    a, b = one.value("site"), other.value("site")
    gap = kilometres(a, b) if isinstance(a, Place) and isinstance(b, Place) else None
    if gap is None:
        return None
    return Reason(1.0 if gap <= NEAR_KM else -3.0 if gap > FAR_KM else 0.0, f"the points lie {gap:.0f} km apart")


def _yields(one: HistoryRow, other: HistoryRow) -> Reason | None:
    a, b = one.value("yield_kt"), other.value("yield_kt")
    if a is None or b is None:
        return None
    if not agree("yield_kt", a, b, {}):
        return Reason(-0.5, f"yields differ: {show('yield_kt', a)}, {show('yield_kt', b)}")
    exact = isinstance(a, Quantity) and isinstance(b, Quantity) and a == b and a.minimum == a.maximum
    return Reason(1.0 if exact else 0.5, f"yields agree: {show('yield_kt', a)}, {show('yield_kt', b)}")


def _magnitudes(one: HistoryRow, other: HistoryRow) -> Reason | None:
    a, b = one.value("magnitude"), other.value("magnitude")
    if a is None or b is None:
        return None
    alike = agree("magnitude", a, b, {})
    return Reason(0.5 if alike else -0.25, f"{show('magnitude', a)} and {show('magnitude', b)}")


_FEATURES: tuple[Callable[[HistoryRow, HistoryRow], Reason | None], ...] = (
    _clocks,
    _names,
    _places,
    _yields,
    _magnitudes,
)


def _plain(value: object) -> str:
    return "".join(char for char in value.text.upper() if char.isalnum()) if isinstance(value, Text) else ""
