"""`reportedly import`: a list that others keep, into the ledger, beside the reports."""

import typer

from reportedly.cli import lists, options
from reportedly.cli.talk import FINE, PROBLEMS, plural, say


def import_(
    kind: lists.Which,
    file: lists.File,
    maps: lists.Maps = None,
    voice: lists.Voice = None,
    state: lists.State = None,
    type_: lists.Type = None,
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    codebook: options.Codebook = None,
    quiet: options.Quiet = False,
) -> None:
    """Keep another's list in the ledger, in a voice of its own: history to check against, never mixed with reports.

    Example: reportedly import cns north_korea_missile_test_database.xlsx --ledger korea.db
    """
    from reportedly import codebook as codebooks
    from reportedly.model import events_of
    from reportedly.readers.lists import read_list
    from reportedly.store.ledger import Ledger

    book = codebooks.load(codebook)
    raw = lists.bytes_of(file)  # a wrong name is told before how to read it is asked
    shape = lists.shape_of(kind, maps, voice, state, type_, book)
    found = read_list(str(file), raw, shape, book)  # first: what cannot be read leaves no ledger behind
    with Ledger.open(ledger, create=True) as opened:
        opened.keep_history(found.list, found.rows, found.problems)
    say(
        f"Read {plural(len(found.rows), 'row')} of {found.list.voice.name}: "
        f"{plural(len(events_of(found.rows)), 'day')} of incidents, kept apart from what reports say.",
        quiet=quiet,
    )
    for one in found.list.coverage:
        left_out = f" ({one.note})" if one.note else ""
        say(f"Complete by its own word: {one.state}, {one.scope}, {one.since} to {one.until}{left_out}.", quiet=quiet)
    for problem in found.problems[:3]:
        say(f"  {problem.path}: {problem.message}; {problem.remedy}", quiet=quiet)
    if found.problems:
        say(f"{plural(len(found.problems), 'problem')}; see: reportedly problems --ledger {ledger}", quiet=quiet)
    raise typer.Exit(PROBLEMS if found.problems else FINE)
