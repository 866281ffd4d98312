"""The accounts of an incident side by side: a column a report, a row a field; and why they were joined."""

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from reportedly.fields.order import field_rank
from reportedly.fields.registry import agree, show
from reportedly.fields.wording import days_told, field_name
from reportedly.frozen import dataclass
from reportedly.model import Extraction, Incident, Mention, Report, Role, Value
from reportedly.publish.naming import told_by
from reportedly.publish.sheet import counted_reasons
from reportedly.reconcile.said import MANY_AT_ONCE
from reportedly.web.positions import Field

COLUMNS = 40  # accounts that are shown side by side
PAIRS = 200  # joined pairs that are listed
APART = MANY_AT_ONCE | {"type"}  # fields in which accounts need not agree


@dataclass(frozen=True, slots=True)
class Column:
    """One account: its report, and whether that is about the incident. `stored` is false for one that a person added."""

    report: Report
    about: bool
    stored: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """What one account says of one field. It `differs` where it cannot be true beside what is settled; what nobody
    wrote is `derived`. `swatches` are those of the positions it takes, where there are several."""

    value: str = ""
    differs: bool = False
    derived: bool = False
    swatches: tuple[Markup, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One field across the accounts."""

    name: str
    settled: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Accounts:
    """The accounts side by side, by publication; `left_out` of them do not fit the table."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two accounts that were taken for one incident, by the reports they stand in, and why."""

    left: str
    right: str
    score: float
    sentence: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Why accounts were joined: each reason with how many pairs it holds for, and the first pairs by themselves."""

    total: int
    counted: tuple[tuple[str, int], ...]
    pairs: tuple[Pair, ...]


def accounts(
    incident: Incident,
    told: Iterable[Extraction],
    reports: Mapping[str, Report],
    stored: frozenset[str],
    tolerances: Mapping[str, float],
    fields: Iterable[Field],
) -> Accounts:
    """The accounts of the incident. `reports` are those it is told in, `stored` those of them that the ledger keeps;
    `fields` are as drawn."""
    members = {ref.mention for ref in incident.mentions}
    mentions = [mention for one in told for mention in one.mentions if mention.id in members]
    mentions.sort(key=lambda one: (*_published(reports[one.report]), one.id))
    shown_ones = mentions[:COLUMNS]
    taken = {field.row.field: _taken(field) for field in fields if len(field.positions) > 1}
    names = {name for one in shown_ones for name in (*one.values, *one.derived_values)} - {"type"}
    return Accounts(
        tuple(Column(reports[one.report], one.role is Role.MAIN, one.report in stored) for one in shown_ones),
        tuple(_line(name, incident, shown_ones, tolerances, taken) for name in sorted(names, key=field_rank)),
        len(mentions) - len(shown_ones),
    )


def _published(report: Report) -> tuple[str, str]:
    return (report.published.day.isoformat() if report.published else "~", told_by(report))


Taken = Mapping[str, Mapping[str, tuple[Markup, ...]]]  # by field and account, the swatches of the positions it takes


def _taken(field: Field) -> Mapping[str, tuple[Markup, ...]]:
    found: dict[str, dict[Markup, None]] = {}
    for position in field.positions:
        for claim in position.held.claims:
            found.setdefault(claim.mention, {})[position.swatch] = None
    return {mention: tuple(swatches) for mention, swatches in found.items()}


def _line(
    name: str, incident: Incident, mentions: Sequence[Mention], tolerances: Mapping[str, float], taken: Taken
) -> Line:
    settled = incident.values.get(name)
    value = settled.value if settled else None
    swatches = taken.get(name, {})
    cells = tuple(_cell(name, one, value, tolerances, swatches.get(one.id, ())) for one in mentions)
    return Line(field_name(name), show(name, value) if value is not None else "", cells)


def _cell(
    name: str, mention: Mention, settled: Value | None, tolerances: Mapping[str, float], swatches: tuple[Markup, ...]
) -> Cell:
    value, derived = mention.values.get(name), mention.derived_values.get(name)
    said = value if value is not None else derived.value if derived else None
    if said is None:
        return Cell()
    apart = settled is not None and name not in APART and not agree(name, said, settled, tolerances)
    return Cell(show(name, said), apart, value is None, swatches)


def joined(incident: Incident, reports: Mapping[str, Report]) -> Joined:
    """Why the accounts of the incident were joined."""
    home = {ref.mention: told_by(reports[ref.report]) for ref in incident.mentions if ref.report in reports}
    pairs = tuple(
        Pair(home[one.left], home[one.right], one.score, days_told(one.sentence))
        for one in incident.reasons
        if one.left in home and one.right in home
    )
    return Joined(len(incident.reasons), tuple(counted_reasons(incident)), pairs[:PAIRS])
