"""One incident in full, for a terminal: each field, its positions, who holds them, and the sentences they stand in."""

from collections.abc import Iterator, Mapping, Sequence

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
PLAIN = frozenset({Stance.ASSERTED, Stance.CONFIRMED})


class Sheet:
    """What is needed to print an incident: its claims and the reports they stand in."""

    def __init__(self, incident: Incident, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> None:
        self._incident, self._claims = incident, claims
        self._notes = _Notes(incident, claims, reports)

    def print(self, out: Console) -> None:
        """Nothing; the incident goes to the console."""
        incident = self._incident
        out.print(Text(incident.label, style="bold"))
        out.print(Text(f"{incident.type}, told by {len(self._notes.reports)} reports, id {incident.id}", style="dim"))
        out.print(self._table())
        if incident.reasons:
            out.print(Text("Why these accounts are one incident", style="bold"))
            for sentence, pairs in _counted(reason.sentence for reason in incident.reasons):
                out.print(Padding(Text(f"{sentence}" + (f" ({pairs} pairs)" if pairs > 1 else "")), (0, 0, 0, 2)))
            out.print()
        out.print(Text("The sentences", style="bold"))
        out.print(self._notes.table())

    def _table(self) -> Table:
        table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
        table.add_column("field", no_wrap=True)
        table.add_column("value", ratio=2)
        table.add_column("who says so", ratio=3)
        fields = [name for name in sorted(self._incident.values, key=field_rank) if name != "type"]
        for name in fields:
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
        yield Text(name, style="bold"), Text(value), Text.assemble(status, Text(f": {settled.why}", style="dim"))
        for position in settled.positions:
            yield Text(""), Text(f"- {_shown(name, position.value)}"), self._who(position)

    def _who(self, position: Position) -> Text:
        names = ", ".join(_name(voice) for voice in position.voices)
        stances = sorted({self._claims[id_].stance for id_ in position.claims if id_ in self._claims} - PLAIN)
        how = f" ({', '.join(stances)})" if stances else ""
        notes = " ".join(f"[{n}]" for n in self._notes.numbers(position.claims))
        return Text.assemble(names, (how, "italic"), " ", (notes, "dim"))


class _Notes:
    """The sentences that an incident's claims stand in, numbered in the order of outlets and text."""

    def __init__(self, incident: Incident, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> None:
        members = {member.mention: member.report for member in incident.mentions}
        self.reports = sorted({*members.values()})
        own = [claim for claim in claims.values() if claim.mention in members]
        places = {
            claim.id: (members[claim.mention], *_sentence(reports[members[claim.mention]], claim)) for claim in own
        }
        order = sorted(set(places.values()), key=lambda place: (_told_by(reports[place[0]]), place))
        self._number = {place: n for n, place in enumerate(order, 1)}
        self._places, self._about = places, reports

    def numbers(self, claims: Sequence[str]) -> list[int]:
        """The numbers of the sentences these claims stand in."""
        return sorted({self._number[self._places[id_]] for id_ in claims if id_ in self._places})

    def table(self) -> Table:
        """The sentences under their numbers, with outlet and date."""
        table = Table(box=None, show_header=False, pad_edge=False)
        table.add_column(justify="right", style="dim", no_wrap=True)
        table.add_column()
        for (id_, start, end), number in self._number.items():
            report = self._about[id_]
            quoted = " ".join(report.text[start:end].split())
            table.add_row(f"[{number}]", Text.assemble(f"“{quoted}” ", (_told_by(report), "dim")))
        return table


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
    return "the writer" if voice.kind == "narrator" else voice.name


def _shown(name: str, value: Value | None) -> str:
    return "not said" if value is None else show(name, value)


def _counted(sentences: Iterator[str]) -> list[tuple[str, int]]:
    counts: dict[str, int] = {}
    for sentence in sentences:
        counts[sentence] = counts.get(sentence, 0) + 1
    return list(counts.items())
