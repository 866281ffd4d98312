"""A comparison as lines, one a thing a curator has to look at, each with the sentences it stands on."""

from collections.abc import Iterable, Iterator, Mapping

from reportedly.extract.sentences import split
from reportedly.fields.registry import show
from reportedly.fields.wording import word
from reportedly.frozen import dataclass
from reportedly.model import NARRATOR, Claim, HistoryEvent, HistoryList, Incident, Position, Report, Stance, Voice
from reportedly.reconcile.label import dated, day
from reportedly.reconcile.lists import Cell, Comparison, DayLink, ListCell, ListComparison, ListPair, Match, Pair

COLUMNS = (
    *("what", "date", "state", "lines", "incident", "label", "field", "listed", "told", "who", "outlet", "report"),
    *("sentence", "why"),
)
PLAIN = frozenset({Stance.ASSERTED, Stance.CONFIRMED})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a report that a value stands on: who is heard, in which outlet, in which report, the words."""

    who: str
    outlet: str | None
    report: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Told:
    """One value that reports give for a cell, and the sentences that give it."""

    value: str
    who: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing to look at: a row without incident, an incident without row, or a cell that differs.

    `what` is row_without_incident, incident_without_row, or the verdict of a cell (differs, takes_a_side); a row that
    is not joined but near something is undecided or other_kind; against another list it is row_without_partner, and an incident that may be a row that others fit too
    is an undecided_incident, and one of a class that the list has on no day an incident_of_other_class. What only another list has begins with other_list_. `lines` are those of the list's file.
    """

    what: str
    date: str
    state: str
    lines: tuple[int, ...] = ()
    incident: str | None = None
    label: str | None = None
    field: str | None = None
    listed: str | None = None
    told: tuple[Told, ...] = ()
    why: str | None = None


class Evidence:
    """The claims and reports that a comparison stands on."""

    def __init__(self, claims: Mapping[str, tuple[Claim, str]], reports: Mapping[str, Report]) -> None:
        """`claims` gives each claim by its id, with the id of its report."""
        self._claims, self._reports = claims, reports

    def told(self, field: str, position: Position) -> Told:
        """A position with its sentences, each sentence once."""
        found = dict.fromkeys(self._sentence(*self._claims[id_]) for id_ in position.claims if id_ in self._claims)
        who = ", ".join(sorted({_name(voice) for voice in position.voices}))
        return Told(show(field, position.value), who, tuple(found))

    def _sentence(self, claim: Claim, home: str) -> Sentence:
        report = self._reports[home]
        who = _name(claim.voices[-1]) if claim.voices else ""
        stance = "" if claim.stance in PLAIN else f" ({claim.stance.value})"
        return Sentence(who + stance, report.outlet, report.path, _around(report, claim))


def differences(comparison: Comparison, evidence: Evidence) -> tuple[Difference, ...]:
    """The lines of a comparison: rows without incident, incidents without row, then cells, each by day."""
    return (
        *(_row(event, link) for event, link in comparison.unpaired),
        *(_incident(incident, link) for incident, link in comparison.unlisted),
        *(line for pair in comparison.pairs for line in _cells(pair, evidence)),
    )


def list_differences(comparison: ListComparison) -> tuple[Difference, ...]:
    """The same for a list against another: its rows without a partner, the other's, then the cells that differ."""
    return (
        *(_row(event, link, by="this") for event, link in comparison.alone_here),
        *(_row(event, link, by="other") for event, link in comparison.alone_there),
        *(
            _list_cell(pair, cell, comparison.there)
            for pair in comparison.pairs
            for cell in pair.cells
            if not cell.agrees
        ),
    )


def reports_of(comparison: Comparison) -> tuple[str, ...]:
    """The ids of the reports whose sentences the differing cells stand on."""
    return tuple(sorted({ref.report for pair in comparison.pairs if pair.differing for ref in pair.incident.mentions}))


def rows(lines: Iterable[Difference]) -> Iterator[tuple[object, ...]]:
    """The head, then a row a line; a cell has a row for each sentence it stands on."""
    yield COLUMNS
    for line in lines:
        head = (line.what, line.date, line.state, "; ".join(map(str, line.lines)), line.incident, line.label)
        if not line.told:
            yield (*head, line.field, line.listed, None, None, None, None, None, line.why)
        for told in line.told:
            for one in told.sentences or (Sentence(told.who, None, "", ""),):
                said = (told.value, one.who, one.outlet, one.report, one.sentence)
                yield (*head, line.field, line.listed, *said, line.why)


def _row(event: HistoryEvent, link: DayLink, *, by: str | None = None) -> Difference:
    alone = "row_without_incident" if by is None else "row_without_partner"
    what = alone if link.match is Match.ABSENT else link.match.value
    what = f"other_list_{what}" if by == "other" else what
    lines = tuple(row.number for row in event.rows)
    near = ", ".join(link.rights) or None
    return Difference(what, day(event.days), event.state, lines, near, listed=_listed(event), why=link.why)


def _incident(incident: Incident, link: DayLink) -> Difference:
    when = day(dated(incident.values))
    unsure = link.match not in (Match.ABSENT, Match.OTHER_KIND, Match.OTHER_CLASS)
    what = "undecided_incident" if unsure else "incident_without_row"
    what = "incident_of_other_class" if link.match is Match.OTHER_CLASS else what
    return Difference(what, when, incident.state or "", (), incident.id, incident.label, why=link.why)


def _cells(pair: Pair, evidence: Evidence) -> Iterator[Difference]:
    for cell in pair.differing:
        yield Difference(
            cell.verdict.value, day(pair.event.days), pair.event.state, _lines(cell), pair.incident.id,
            pair.incident.label, cell.field, _values(cell), tuple(evidence.told(cell.field, one) for one in cell.told),
            pair.why,
        )  # fmt: skip


def _list_cell(pair: ListPair, cell: ListCell, there: HistoryList) -> Difference:
    who = there.voice.name
    told = tuple(
        Told(
            show(cell.field, one.value),
            who,
            tuple(Sentence(who, None, f"{there.source}:{line}", one.written) for line in one.lines),
        )
        for one in cell.there
    )
    return Difference(
        "differs", day(pair.here.days), pair.here.state, _lines(cell), None, None, cell.field, _values(cell), told, pair.why
    )  # fmt: skip


def _lines(cell: Cell | ListCell) -> tuple[int, ...]:
    listed = cell.here if isinstance(cell, ListCell) else cell.listed
    return tuple(sorted({number for one in listed for number in one.lines}))


def _values(cell: Cell | ListCell) -> str:
    listed = cell.here if isinstance(cell, ListCell) else cell.listed
    return "; ".join(dict.fromkeys(show(cell.field, one.value) for one in listed))


def _listed(event: HistoryEvent) -> str:
    """What the list has of the day, in a few words."""
    said = (show(field, claim.value) for field in ("weapon", "weapon_class", "site") for claim in event.claims(field))
    kinds = " or ".join(word("type", kind) for kind in event.types)
    return ", ".join(dict.fromkeys(said)) or kinds or "of no kind that the codebook has"


def _name(voice: Voice) -> str:
    return "the writer" if voice.id == NARRATOR.id else voice.name


def _around(report: Report, claim: Claim) -> str:
    """The sentence a claim begins in, on one line."""
    for sentence in split(report.text, report.blocks):
        if sentence.start <= claim.span.start < sentence.end:
            return " ".join(report.text[sentence.start : sentence.end].split())
    return claim.written
