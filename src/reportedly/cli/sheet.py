"""One incident in full, for a terminal: each field, its positions, who holds them, and the sentences they stand in."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reportedly.extract.sentences import split
from reportedly.fields.registry import show
from reportedly.model import Claim, Incident, Position, Report, Settled, Stance, Status, Value, Voice
from reportedly.publish.shapes import field_rank

STYLES: Mapping[Status, str] = {
    Status.AGREED: "green",
    Status.CONTESTED: "bold yellow",
    Status.SINGLE_ORIGIN: "cyan",
    Status.WITHHELD: "magenta",
    Status.UNKNOWN: "dim",
}
WRITER = "the writer"
PLAIN = frozenset({Stance.ASSERTED, Stance.CONFIRMED})


class Sheet:
    """What is needed to print an incident: its claims and the reports they stand in."""

    def __init__(self, incident: Incident, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> None:
        self._incident, self._claims = incident, claims
        self._notes = _Notes(incident, claims, reports)

    def print(self, out: Console) -> None:
        """Nothing; the incident goes to the console."""
        incident = self._incident
        reports = len({member.report for member in incident.mentions})
        out.print(Text(incident.label, style="bold"))
        out.print(Text(f"{incident.type}, told by {reports} reports, id {incident.id}", style="dim"))
        out.print()
        out.print(self._table())
        if incident.reasons:
            out.print(Text("\nWhy these accounts are one incident", style="bold"))
            for sentence, pairs in _counted(incident):
                out.print(Padding(Text(f"{sentence} ({pairs} of {len(incident.reasons)})"), (0, 0, 0, 2)))
        out.print(Text("\nThe sentences", style="bold"))
        self._notes.print(out)

    def _table(self) -> Table:
        table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
        table.add_column("field", no_wrap=True)
        table.add_column("value", ratio=2)
        table.add_column("who says so", ratio=3)
        for name in _told(self._incident):
            for row in self._rows(name, self._incident.values[name]):
                table.add_row(*row)
        return table

    def _rows(self, name: str, settled: Settled) -> Iterator[tuple[Text, Text, Text]]:
        status = Text(settled.status.value.replace("_", " "), style=STYLES[settled.status])
        if len(settled.positions) == 1:
            value = _shown(name, settled.positions[0].value)
            yield Text(name, style="bold"), Text(value), Text.assemble(status, ": ", self._who(settled.positions[0]))
            return
        value = _shown(name, settled.value) if settled.value is not None else ""
        yield (
            Text(name, style="bold"),
            Text(value),
            Text.assemble(status, Text(f": {settled.why.partition(':')[0]}", style="dim")),
        )
        for position in settled.positions:
            yield Text(""), Text(f"- {_shown(name, position.value)}"), self._who(position)

    def _who(self, position: Position) -> Text:
        names = ", ".join(sorted((_name(voice) for voice in position.voices), key=lambda name: name == WRITER))
        stances = sorted({self._claims[id_].stance for id_ in position.claims if id_ in self._claims} - PLAIN)
        how = f" ({', '.join(stances)})" if stances else ""
        notes = " ".join(str(n) for n in self._notes.numbers(position.claims))
        outlets = f" in {len(position.outlets)} outlets" if len(position.outlets) > 1 else ""
        return Text.assemble(names, (how, "italic"), outlets, (f" [{notes}]" if notes else "", "dim"))


class _Notes:
    """The sentences that an incident's positions stand on, numbered in the order of outlets and text."""

    def __init__(self, incident: Incident, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> None:
        home = {member.mention: member.report for member in incident.mentions}
        used = {id_ for name in _told(incident) for p in incident.values[name].positions for id_ in p.claims}
        own = [claim for claim in claims.values() if claim.id in used and claim.mention in home]
        self._places = {
            claim.id: (home[claim.mention], *_sentence(reports[home[claim.mention]], claim)) for claim in own
        }
        order = sorted({*self._places.values()}, key=lambda place: (_told_by(reports[place[0]]), place))
        self._number = {place: n for n, place in enumerate(order, 1)}
        self._about = reports

    def numbers(self, claims: Sequence[str]) -> list[int]:
        """The numbers of the sentences these claims stand in."""
        return sorted({self._number[self._places[id_]] for id_ in claims if id_ in self._places})

    def print(self, out: Console) -> None:
        """Nothing; the sentences go to the console, by number under the outlets that printed them."""
        for id_, places in groupby(self._number, key=lambda place: place[0]):
            out.print(Padding(Text(_told_by(self._about[id_]), style="italic"), (0, 0, 0, 2)))
            table = Table(box=None, show_header=False, pad_edge=False)
            table.add_column(justify="right", style="dim", no_wrap=True, width=5)
            table.add_column()
            for place in places:
                quoted = " ".join(self._about[id_].text[place[1] : place[2]].split())
                table.add_row(str(self._number[place]), Text(quoted))
            out.print(table)


def _told(incident: Incident) -> list[str]:
    """The fields that are shown: all but the kind of incident, which stands at the head."""
    return [name for name in sorted(incident.values, key=field_rank) if name != "type"]


def _sentence(report: Report, claim: Claim) -> tuple[int, int]:
    """Start and end of the sentence a claim begins in."""
    for sentence in split(report.text, report.blocks):
        if sentence.start <= claim.span.start < sentence.end:
            return sentence.start, sentence.end
    return claim.span.start, claim.span.end


def _told_by(report: Report) -> str:
    day = report.published.day.isoformat() if report.published else "undated"
    return f"{report.outlet or report.path}, {day}"


def _name(voice: Voice) -> str:
    if voice.joint:
        return " and ".join(_name(holder) for holder in voice.joint)
    return WRITER if voice.kind == "narrator" else voice.name


def _shown(name: str, value: Value | None) -> str:
    return "not said" if value is None else show(name, value)


def _counted(incident: Incident) -> list[tuple[str, int]]:
    """Each reason for joining two accounts, and how often it was one, the commonest first."""
    return Counter(part for reason in incident.reasons for part in reason.sentence.split("; ")).most_common()
