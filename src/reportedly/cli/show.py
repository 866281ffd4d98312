"""`reportedly show`: one incident in full."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options
from reportedly.cli.moments import AsOf
from reportedly.cli.talk import PROBLEMS, data, page, plural, say
from reportedly.fields.wording import days_told
from reportedly.publish.visible import visible

if TYPE_CHECKING:
    from reportedly.model import Incident
    from reportedly.store.ledger import Ledger


def show(
    which: Annotated[
        str, typer.Argument(metavar="DATE_OR_ID", help="2024-09-18, 2024-09, or the first letters of an id.")
    ],
    as_of: AsOf = None,
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    letters: Annotated[
        bool, typer.Option("--letters", help="With the Admiralty letter, A to F, of each class of source.")
    ] = False,
    ids: Annotated[bool, typer.Option("--ids", help="Print its accounts and claims by id, to rule on them.")] = False,
    codebook: options.Codebook = None,
    quiet: options.Quiet = False,
) -> None:
    """Show an incident: who stands behind it, each value, its status, who says so, and the sentences.

    Example: reportedly show 2024-09-18 --as-of 2024-09-18T09:00+09:00
    """
    from reportedly.deciding.named import incidents_named
    from reportedly.publish.moments import moment
    from reportedly.store.ledger import Ledger

    when = moment(as_of) if as_of is not None else None

    with Ledger.open(ledger) as opened:
        if opened.stale:
            say(
                "Reports or rulings came in since the incidents were made; run the build again to bring them up to date.",
                quiet=quiet,
            )
        found = incidents_named(opened, which)
        if when and len(found) > 1:
            found = tuple(one for one in found if _was_told(opened, one, when)) or found
        if len(found) == 1:
            known = _as_of(opened, found[0], when, codebook, quiet=quiet) if when else found[0]
            if known is None:
                say(f"{days_told(found[0].label)}: no report of it that bears a date was out by {as_of}.")
                raise typer.Exit(PROBLEMS)
            print_incident(opened, known, codebook, letters=letters, ids=ids)
            return
    if not found:
        say(f"No incident fits {which}; see them all with: reportedly incidents --all --ledger {ledger}")
        raise typer.Exit(PROBLEMS)
    say(f"{plural(len(found), 'incident')} fit {which}; show one by its id:", quiet=quiet)
    for incident in found:
        data(visible(f"{incident.id[:8]}  {days_told(incident.label)}"))


def _was_told(ledger: "Ledger", incident: "Incident", when: datetime) -> bool:
    """Whether any report of the incident was out by then."""
    reports = ledger.reports(sorted({ref.report for ref in incident.mentions}))
    return any(report.published is not None and report.published.known_by(when) for report in reports)


def _as_of(
    ledger: "Ledger", incident: "Incident", when: datetime, codebook: Path | None, *, quiet: bool
) -> "Incident | None":
    """The incident as it was told by then, and a word on what was left out."""
    from reportedly import codebook as codebooks
    from reportedly.reconcile import as_of
    from reportedly.store.ruled import as_ruled_of

    book = codebooks.load(codebook)
    told = as_ruled_of(ledger, incident, book)
    reports = [report for report in told.reports if report.id in {ref.report for ref in incident.mentions}]
    known = as_of(incident, told.extractions, reports, book, when)
    undated = sum(report.published is None for report in reports)
    later = len(reports) - undated - (len({ref.report for ref in known.mentions}) if known else 0)
    without = f", and {plural(undated, 'report')} without a date" if undated else ""
    say(f"As told by {when.isoformat()}: {plural(later, 'later report')} left out{without}.", quiet=quiet)
    return known


def print_incident(
    ledger: "Ledger", incident: "Incident", codebook: Path | None = None, *, letters: bool = False, ids: bool = False
) -> None:
    """Nothing; the incident goes to stdout in full, with the letters of classes of source and the ids of its claims where
    asked; `codebook` is a folder of the user's own."""
    from reportedly import codebook as codebooks
    from reportedly.cli.findings import print_on_incident
    from reportedly.cli.ruled import print_ids, print_ruled
    from reportedly.cli.sheet import Sheet
    from reportedly.publish.decided import paths_of
    from reportedly.store.checked import findings_on, past_of
    from reportedly.store.ruled import as_ruled_of

    told, out, book = as_ruled_of(ledger, incident), page(), codebooks.load(codebook)
    reports = {report.id: report for report in told.reports}
    Sheet(incident, told.claims, reports, book.letters if letters else None).print(out)
    print_on_incident(
        findings_on([incident], told, past_of(ledger, book, {incident.state or ""}), book).get(incident.id, ()), out
    )
    ruled = told.rulings.on(incident)
    print_ruled(ruled, paths_of(ledger, ruled), out)
    if ids:
        print_ids(incident, told.extractions, reports, out)
