"""One incident in full, for a terminal: each field, its positions, who holds them, and the sentences they stand in."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reportedly.cli.behind import print_behind
from reportedly.cli.talk import plural
from reportedly.fields.wording import days_told, field_name, word
from reportedly.model import Claim, Incident, Report, Span, Status
from reportedly.publish.naming import told_by
from reportedly.publish.quotes import Sentences
from reportedly.publish.sheet import Held, Row, Step, changed, counted_reasons, rows
from reportedly.reconcile.rulings.elsewhere import by_hand

STYLES: Mapping[Status, str] = {
    Status.AGREED: "green",
    Status.CONTESTED: "bold yellow",
    Status.SINGLE_ORIGIN: "cyan",
    Status.WITHHELD: "magenta",
    Status.UNKNOWN: "dim",
}
NARROW = 70  # columns, below which a table is no help
NAMED = 3  # outlets that are named behind a sentence they repeat
Place = tuple[str, Span]  # report, and where in it a sentence stands


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
        self._incident, self._letters = incident, letters
        self._rows = rows(incident, claims)
        self._notes = _Notes(incident, self._rows, reports)

    def print(self, out: Console) -> None:
        """Nothing; the incident goes to the console."""
        incident = self._incident
        added = sum(by_hand(member) for member in incident.mentions)
        reports = len({member.report for member in incident.mentions}) - added
        more = f" and {plural(added, 'claim')} added by hand" if added else ""
        out.print(Text(days_told(incident.label), style="bold"))
        out.print(
            Text(
                f"{word('type', incident.type)}, told by {plural(reports, 'report')}{more}, id {incident.id}",
                style="dim",
            )
        )
        print_behind(incident.support, self._letters, out)
        out.print()
        if out.width < NARROW:
            self._print_narrow(out)
        else:
            out.print(self._table())
        later = list(changed(incident))
        if later:
            out.print(Text("\nWhat was said otherwise later", style="bold"))
            for one in later:
                steps = ", then ".join(_step(step) for step in one.steps)
                out.print(Padding(Text(f"{field_name(one.field)}: {one.who}: {steps}"), (0, 0, 0, 2)))
        if incident.reasons:
            out.print(Text("\nWhy these accounts are one incident", style="bold"))
            for sentence, pairs in counted_reasons(incident):
                out.print(Padding(Text(f"{sentence} ({pairs} of {len(incident.reasons)})"), (0, 0, 0, 2)))
        out.print(Text("\nThe sentences", style="bold"))
        self._notes.print(out)

    def _table(self) -> Table:
        table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
        table.add_column("field", no_wrap=True)
        table.add_column("value", ratio=2)
        table.add_column("who says so", ratio=3)
        for row in self._rows:
            for line in self._lines(row):
                table.add_row(*line)
        return table

    def _print_narrow(self, out: Console) -> None:
        """Nothing; what the table holds goes to a narrow console, one below the other."""
        for row in self._rows:
            for field, value, who in self._lines(row):
                out.print(Text.assemble(field, ": " if field else "  ", value))
                out.print(Padding(who, (0, 0, 0, 4)))

    def _lines(self, row: Row) -> Iterator[tuple[Text, Text, Text]]:
        status = Text(row.status, style=STYLES[row.settled.status])
        name = Text(field_name(row.field), style="bold")
        if len(row.held) == 1:
            yield name, Text(row.held[0].value), Text.assemble(status, ": ", self._who(row.held[0]))
            return
        yield name, Text(row.value), Text.assemble(status, Text(f": {row.why}" if row.why else "", style="dim"))
        for held in row.held:
            yield Text(""), Text(f"- {held.value}"), self._who(held)

    def _who(self, held: Held) -> Text:
        position = held.position
        how = f" ({', '.join(held.stances)})" if held.stances else ""
        notes = " ".join(str(n) for n in self._notes.numbers(position.claims))
        outlets = f" in {len(position.outlets)} outlets" if len(position.outlets) > 1 else ""
        former = " (revised)" if position.revised else ""
        digit = f", credibility {position.credibility}" if self._letters is not None and position.credibility else ""
        return Text.assemble(
            ", ".join(holder.name for holder in held.holders),
            (how, "italic"),
            (former, "italic"),
            outlets,
            digit,
            (f" [{notes}]" if notes else "", "dim"),
            (f"; {held.ruled}" if held.ruled else "", "bold"),
        )


def _step(step: Step) -> str:
    back = "took back " if step.took_back else ""
    where = "; ".join(part for part in (step.stage.since or "", ", ".join(step.stage.outlets[:NAMED])) if part)
    return f"{back}{step.value}" + (f" ({where})" if where else "")


class _Notes:
    """The sentences that an incident's positions stand on, numbered in the order of outlets and text."""

    def __init__(self, incident: Incident, rows_: Sequence[Row], reports: Mapping[str, Report]) -> None:
        home = {member.mention: member.report for member in incident.mentions}
        own = {claim.id: claim for row in rows_ for held in row.held for claim in held.claims if claim.mention in home}
        found = Sentences(reports)
        self._places = {claim.id: (home[claim.mention], found.at(home[claim.mention], claim)) for claim in own.values()}
        order = sorted({*self._places.values()}, key=lambda place: (told_by(reports[place[0]]), place))
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
            out.print(Padding(Text(told_by(self._about[id_]), style="italic"), (0, 0, 0, 2)))
            table = Table(box=None, show_header=False, pad_edge=False)
            table.add_column(justify="right", style="dim", no_wrap=True, width=5)
            table.add_column()
            for quoted, places in group:
                also = Text(self._also(places), style="dim italic")
                table.add_row(str(self._number[places[0]]), Text.assemble(quoted, also))
            out.print(table)

    def _quoted(self, place: Place) -> str:
        report, span = place
        return " ".join(span.of(self._about[report].text).split()).lstrip("# ")

    def _also(self, places: Sequence[Place]) -> str:
        """Who else printed the sentence, the first few by name."""
        others = sorted({told_by(self._about[place[0]]) for place in places[1:]} - {told_by(self._about[places[0][0]])})
        more = f" and {len(others) - NAMED} more" if len(others) > NAMED else ""
        return f" (also in {'; '.join(others[:NAMED])}{more})" if others else ""
