"""`reportedly build`: reports into a ledger."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from reportedly.cli import options
from reportedly.cli.talk import FINE, INTERRUPTED, PROBLEMS, plural, say
from reportedly.model import Problem
from reportedly.model.errors import UsageError

if TYPE_CHECKING:
    from reportedly import pipeline

_NAMED = 3  # problems that are told at once; `reportedly problems` lists all
_UNDATED = (
    'No day of publication is known of {}, so that "on Wednesday" is no day there; --published tells it of bare text.'
)


def build(
    paths: options.Paths,
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    published: options.Published = None,
    outlet: options.Outlet = None,
    url: options.Url = None,
    codebook: options.Codebook = None,
    reader: options.Reader = "rules",
    parse: options.Parse = False,
    endpoint: options.Endpoint = None,
    model: options.Model = None,
    timeout: options.Timeout = 120.0,
    jobs: options.Jobs = None,
    quiet: options.Quiet = False,
) -> None:
    """Read reports into a ledger and join the accounts of each incident. Only what is new is read.

    Example: reportedly build reports/ --ledger korea.db
    """
    from reportedly import pipeline
    from reportedly.cli.cost import say_cost, say_where
    from reportedly.cli.run import choice_of, progress, run_of, stdin
    from reportedly.store.ledger import Ledger

    choice = choice_of(reader, endpoint, model, timeout, parse=parse)
    run = run_of(published, outlet, url, codebook, jobs, choice)
    inputs = pipeline.sources(paths, stdin)
    unread = [one for one in inputs if isinstance(one, Problem)]
    if len(unread) == len(inputs) and not ledger.exists():
        raise UsageError("\n".join(("nothing to read, and no ledger was made", *_named(unread))))
    pipeline.ready(run)
    say_where(choice, quiet=quiet)
    with Ledger.open(ledger, create=True) as opened:
        with progress(len(inputs), quiet=quiet) as on_progress:
            built = pipeline.build(inputs, opened, run, on_progress=on_progress)
        paths_read = {one.path for one in inputs}
        problems = sorted(opened.problems(), key=lambda one: one.path.partition("#")[0] not in paths_read)
    if built.cost or not built.interrupted:
        say_cost(choice, built.cost, quiet=quiet)
    say(_told(built), quiet=quiet)
    if built.undated:
        say(_UNDATED.format(plural(built.undated, "report")), quiet=quiet)
    if built.interrupted:
        say(f"Stopped. What was read is kept in {ledger}; run the same command again to read the rest.")
        raise typer.Exit(INTERRUPTED)
    if built.problems:
        for line in _named(problems):
            say(line, quiet=quiet)
        # quiet or not: the run ends with 1
        say(f"{plural(built.problems, 'problem')}; see: reportedly problems --ledger {ledger}")
    else:
        say(f"Next: reportedly incidents --ledger {ledger}", quiet=quiet)
    raise typer.Exit(PROBLEMS if built.problems else FINE)


def _named(problems: Sequence[Problem]) -> list[str]:
    """The first problems, a line each: which input, what is wrong, what to do."""
    named = [f"  {one.path}: {one.message}; {one.remedy}" for one in problems[:_NAMED]]
    return [*named, f"  and {len(problems) - _NAMED:,} more"] if len(problems) > _NAMED else named


def _told(built: "pipeline.Built") -> str:
    copies = f", {built.copies:,} held already in another file" if built.copies else ""
    known = f", {plural(built.known, 'file')} known already" if built.known else ""
    return f"Read {plural(built.reports, 'report')}{copies}{known}; the ledger holds {plural(built.incidents, 'incident')}."
