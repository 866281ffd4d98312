"""One incident in full, for a terminal: each field, its positions, who holds them, and the sentences they stand in."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reportedly.cli.behind import print_behind, wrote
from reportedly.cli.ruled import remarks
from reportedly.cli.talk import plural
from reportedly.extract.sentences import split
from reportedly.fields.registry import show
from reportedly.fields.shapes import field_rank
from reportedly.model import Claim, Incident, Position, Report, Settled, Stage, Stance, Status, Value, Voice
from reportedly.reconcile.origins import UNATTRIBUTED
from reportedly.reconcile.revisions import BACK
from reportedly.reconcile.rulings.elsewhere import by_hand

STYLES: Mapping[Status, str] = {
    Status.AGREED: "green",
    Status.CONTESTED: "bold yellow",
    Status.SINGLE_ORIGIN: "cyan",
    Status.WITHHELD: "magenta",
    Status.UNKNOWN: "dim",
}
WRITER = "the writer"
NARROW = 70  # columns, below which a table is no help
NAMED = 3  # outlets that are named behind a sentence they repeat
Place = tuple[str, int, int]  # report, start and end of a sentence
PLAIN = frozenset({Stance.ASSERTED, Stance.CONFIRMED})


class Sheet:
    """What is needed to print an incident: its claims and the reports they stand in; `letters` by class of source, where
    they are asked for."""

    def __init__(
        self,
        incident: Incident,
        claims: Mapping[str, Claim],
        reports: Mapping[str, Report],
        letters: Mapping[str, str] | None = None,
    ) -> None:
        self._incident, self._claims, self._letters = incident, claims, letters
        self._agencies = {one.origin: one.name for one in incident.support.backings if wrote(one)}
        self._notes = _Notes(incident, claims, reports)

    def print(self, out: Console) -> None:
        """Nothing; the incident goes to the console."""
        incident = self._incident
        added = sum(by_hand(member) for member in incident.mentions)
        reports = len({member.report for member in incident.mentions}) - added
        more = f" and {plural(added, 'claim')} added by hand" if added else ""
        out.print(Text(incident.label, style="bold"))
        out.print(Text(f"{incident.type}, told by {plural(reports, 'report')}{more}, id {incident.id}", style="dim"))
        print_behind(incident.support, self._letters, out)
        out.print()
        if out.width < NARROW:
            self._print_narrow(out)
        else:
            out.print(self._table())
        changed = list(_changed(incident))
        if changed:
            out.print(Text("\nWhat was said otherwise later", style="bold"))
            for line in changed:
                out.print(Padding(Text(line), (0, 0, 0, 2)))
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

    def _print_narrow(self, out: Console) -> None:
        """Nothing; what the table holds goes to a narrow console, one below the other."""
        for name in _told(self._incident):
            for field, value, who in self._rows(name, self._incident.values[name]):
                out.print(Text.assemble(field, ": " if field else "  ", value))
                out.print(Padding(who, (0, 0, 0, 4)))

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
            Text.assemble(status, Text(_why(settled), style="dim")),
        )
        for position in settled.positions:
            yield Text(""), Text(f"- {_shown(name, position.value)}"), self._who(position)

    def _who(self, position: Position) -> Text:
        named = sorted((_name(voice) for voice in position.voices), key=lambda name: name == WRITER)
        names = ", ".join(self._writer(position) if name == WRITER else name for name in named)
        stances = sorted({self._claims[id_].stance for id_ in position.claims if id_ in self._claims} - PLAIN)
        how = f" ({', '.join(stances)})" if stances else ""
        notes = " ".join(str(n) for n in self._notes.numbers(position.claims))
        outlets = f" in {len(position.outlets)} outlets" if len(position.outlets) > 1 else ""
        former = " (revised)" if position.revised else ""
        digit = f", credibility {position.credibility}" if self._letters is not None and position.credibility else ""
        ruled = remarks(self._claims[id_] for id_ in position.claims if id_ in self._claims)
        return Text.assemble(
            names,
            (how, "italic"),
            (former, "italic"),
            outlets,
            digit,
            (f" [{notes}]" if notes else "", "dim"),
            (f"; {ruled}" if ruled else "", "bold"),
        )

    def _writer(self, position: Position) -> str:
        """The writer, with the agencies whose words the writers' are."""
        agencies = " and ".join(self._agencies[origin] for origin in position.origins if origin in self._agencies)
        part = ", in part" if UNATTRIBUTED in position.origins else ""
        return f"{WRITER}{part} for {agencies}" if agencies else WRITER


def _changed(incident: Incident) -> Iterator[str]:
    """Each holder that said otherwise later, with what it said and when."""
    for name in _told(incident):
        for revision in incident.values[name].history:
            who = ", ".join(_name(voice) for voice in revision.voices)
            stages = ", then ".join(_stage(name, stage) for stage in revision.stages)
            yield f"{name}: {who}: {stages}"


def _stage(name: str, stage: Stage) -> str:
    back = "took back " if stage.stance in BACK else ""
    where = "; ".join(part for part in (stage.since or "", ", ".join(stage.outlets[:NAMED])) if part)
    return f"{back}{_shown(name, stage.value)}" + (f" ({where})" if where else "")


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
        self._about = reports
        self._copies: dict[str, list[Place]] = {}  # the same sentence in several reports, the first of them first
        for place in order:
            self._copies.setdefault(self._quoted(place), []).append(place)
        self._number = {place: n for n, same in enumerate(self._copies.values(), 1) for place in same}

    def numbers(self, claims: Sequence[str]) -> list[int]:
        """The numbers of the sentences these claims stand in."""
        return sorted({self._number[self._places[id_]] for id_ in claims if id_ in self._places})

    def print(self, out: Console) -> None:
        """Nothing; the sentences go to the console, by number under the outlets that printed them."""
        for id_, group in groupby(self._copies.items(), key=lambda copies: copies[1][0][0]):
            out.print(Padding(Text(_told_by(self._about[id_]), style="italic"), (0, 0, 0, 2)))
            table = Table(box=None, show_header=False, pad_edge=False)
            table.add_column(justify="right", style="dim", no_wrap=True, width=5)
            table.add_column()
            for quoted, places in group:
                also = Text(self._also(places), style="dim italic")
                table.add_row(str(self._number[places[0]]), Text.assemble(quoted, also))
            out.print(table)

    def _quoted(self, place: Place) -> str:
        report, start, end = place
        return " ".join(self._about[report].text[start:end].split()).lstrip("# ")

    def _also(self, places: Sequence[Place]) -> str:
        """Who else printed the sentence, the first few by name."""
        others = sorted(
            {_told_by(self._about[place[0]]) for place in places[1:]} - {_told_by(self._about[places[0][0]])}
        )
        more = f" and {len(others) - NAMED} more" if len(others) > NAMED else ""
        return f" (also in {'; '.join(others[:NAMED])}{more})" if others else ""


def _why(settled: Settled) -> str:
    """Why a field stands as it does, where its status alone does not say so."""
    return "" if settled.status is Status.AGREED else f": {settled.why.partition(':')[0]}"


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
