"""`reportedly decide`: what a person rules, added to the ledger and applied at once."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options
from reportedly.cli.ruling import Call, Making, rule
from reportedly.model import Decision, Ruling
from reportedly.model.errors import UsageError

if TYPE_CHECKING:
    from reportedly.codebook import Codebook
    from reportedly.model import Anchor
    from reportedly.model import Value as FieldValue
    from reportedly.store.ledger import Ledger

app = typer.Typer(
    help="Rule on incidents and claims: join, part, accept, reject, correct, add, undo. Rulings outlive every rebuild.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Who = Annotated[
    str | None, typer.Option("--who", envvar="REPORTEDLY_WHO", metavar="NAME", help="Who rules.", show_envvar=True)
]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="Why, in words that others will read.")]
Side = Annotated[
    str, typer.Argument(metavar="ACCOUNT", help="An incident by date or id, or a report by its path or id.")
]
Claim = Annotated[
    str, typer.Argument(metavar="CLAIM", help="The first letters of a claim's id: reportedly show DATE_OR_ID --ids.")
]
Judged = Annotated[
    str,
    typer.Argument(metavar="CLAIM_OR_REPORT", help="The first letters of a claim's id, or a report by its path or id."),
]
AsPrinted = Annotated[
    bool, typer.Option("--as-printed", help="Keep the name of a weapon or a place that the codebook has not.")
]
Value = Annotated[
    str, typer.Argument(metavar="VALUE", help="As it is shown: 2, 'at least 2', '400 km', 2024-09-18, an id or a name.")
]


@app.command("same")
def same(
    left: Side,
    right: Side,
    why: Why,
    who: Who = None,
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    codebook: options.Codebook = None,
    quiet: options.Quiet = False,
) -> None:
    """Two incidents, or the incidents of two reports, are one.

    Example: reportedly decide same 06660e5f 9a99c0cd --who ana --why "one salvo, told twice"
    """
    from reportedly.cli.named import account_of, side_named
    from reportedly.reconcile.rulings.anchors import account_anchor

    def make(opened: "Ledger", book: "Codebook") -> Decision:
        one, other = (account_anchor(*account_of(side_named(opened, side))) for side in (left, right))
        if one == other:
            raise UsageError(f"{left} and {right} name one account of one incident; name two")
        return _unsigned(Ruling.SAME, (one,), (other,))

    rule(make, Call(who, why, ledger, codebook, quiet))


@app.command("different")
def different(
    left: Side,
    right: Side,
    why: Why,
    who: Who = None,
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    codebook: options.Codebook = None,
    quiet: options.Quiet = False,
) -> None:
    """Two incidents are not one and never become one; a report that is named is taken out of the incident beside it.

    Example: reportedly decide different reports/late.html 2024-09-18 --why "it tells of the week before"
    """
    from reportedly.cli.named import parted, side_named
    from reportedly.reconcile.rulings.anchors import account_anchor

    def make(opened: "Ledger", book: "Codebook") -> Decision:
        sides = parted(opened, side_named(opened, left), side_named(opened, right))
        one, other = (tuple(account_anchor(*account) for account in side) for side in sides)
        return _unsigned(Ruling.DIFFERENT, one, other)

    rule(make, Call(who, why, ledger, codebook, quiet))


@app.command("accept")
def accept(
    claim: Claim,
    why: Why,
    who: Who = None,
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    codebook: options.Codebook = None,
    quiet: options.Quiet = False,
) -> None:
    """A claim was checked against its report and is read right. It counts as it did, and is shown as checked.

    Example: reportedly decide accept 3fa9c012 --why "read the page myself"
    """
    rule(_judging(Ruling.ACCEPT, claim), Call(who, why, ledger, codebook, quiet))


@app.command("reject")
def reject(
    which: Judged,
    why: Why,
    who: Who = None,
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    codebook: options.Codebook = None,
    quiet: options.Quiet = False,
) -> None:
    """A claim, or a whole report, is no use: it stays in sight and settles nothing.

    Example: reportedly decide reject 3fa9c012 --why "speaks of the launch of 2017"
    """
    from reportedly.cli.named import is_claim, report_named
    from reportedly.reconcile.rulings.anchors import report_anchor

    def make(opened: "Ledger", book: "Codebook") -> Decision:
        if is_claim(opened, which):
            return judging(opened, book)
        return _unsigned(Ruling.REJECT, (report_anchor(report_named(opened, which)),))

    judging = _judging(Ruling.REJECT, which)
    rule(make, Call(who, why, ledger, codebook, quiet))


@app.command("correct")
def correct(
    claim: Claim,
    value: Value,
    why: Why,
    as_printed: AsPrinted = False,
    who: Who = None,
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    codebook: options.Codebook = None,
    quiet: options.Quiet = False,
) -> None:
    """A claim says another value than was read. Its words stay as written.

    Example: reportedly decide correct 3fa9c012 "at least 2" --why "'two more' are two beside the first"
    """
    from reportedly.cli.named import claim_named
    from reportedly.fields.registry import show
    from reportedly.reconcile.rulings.anchors import anchor_of

    def make(opened: "Ledger", book: "Codebook") -> Decision:
        found, told = claim_named(opened, claim)
        put = _put(found.field, value, book, as_printed=as_printed)
        if show(found.field, put) == show(found.field, found.value):
            raise UsageError(
                f"{found.field} is read as {show(found.field, put)} already; see: reportedly decide accept"
            )
        return replace(_unsigned(Ruling.CORRECT, (anchor_of(found, told.report),)), value=put)

    rule(make, Call(who, why, ledger, codebook, quiet))


@app.command("claim")
def claim_(
    incident: Annotated[str, typer.Argument(metavar="INCIDENT", help="By date or by the first letters of its id.")],
    field: Annotated[str, typer.Argument(metavar="FIELD", help="What it tells: count, site, distance_km ...")],
    value: Value,
    why: Why,
    quote: Annotated[str, typer.Option("--quote", metavar="WORDS", help="The sentence, as it is printed.")],
    voice: Annotated[
        str, typer.Option("--voice", metavar="NAME", help="Who says so, by name or by the codebook's id.")
    ],
    url: Annotated[str | None, typer.Option("--url", metavar="URL", help="Where it is printed.")] = None,
    outlet: Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Who printed it.")] = None,
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="When: 2024-09-18, or with a time and zone.")
    ] = None,
    as_printed: AsPrinted = False,
    who: Who = None,
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    codebook: options.Codebook = None,
    quiet: options.Quiet = False,
) -> None:
    """Add what you read in a report that the ledger does not hold. It counts as any claim, marked as added by hand.

    Example: reportedly decide claim 2024-09-18 count 2 --quote "Two were fired." --voice "Japan Coast Guard" --why "seen in print"
    """
    from reportedly.cli.named import account_of, incident_named, voice_named
    from reportedly.cli.run import sound
    from reportedly.model import Elsewhere
    from reportedly.readers import Hints
    from reportedly.reconcile.rulings.anchors import account_anchor

    def make(opened: "Ledger", book: "Codebook") -> Decision:
        if not quote.strip():
            raise UsageError("no value without its words: give the sentence with --quote")
        put = _put(field, value, book, as_printed=as_printed)
        speaker = voice_named(sound(voice) or "", book)
        told = Elsewhere(field, sound(quote) or "", speaker, sound(url), sound(outlet), Hints(published=published).when)
        home = account_anchor(*account_of(incident_named(opened, incident)))
        return replace(_unsigned(Ruling.CLAIM, (home,)), value=put, elsewhere=told)

    rule(make, Call(who, why, ledger, codebook, quiet))


@app.command("undo")
def undo(
    decision: Annotated[
        str, typer.Argument(metavar="DECISION", help="Its id, or the first letters: reportedly decisions.")
    ],
    why: Why,
    who: Who = None,
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    codebook: options.Codebook = None,
    quiet: options.Quiet = False,
) -> None:
    """Take a decision back. Nothing is erased: the undo is a decision itself, and undoing it restores the decision.

    Example: reportedly decide undo 7c1e55aa --why "the second report was of another day"
    """
    from reportedly.cli.named import decision_to_undo

    def make(opened: "Ledger", book: "Codebook") -> Decision:
        return replace(_unsigned(Ruling.UNDO), undoes=decision_to_undo(opened, decision).id)

    rule(make, Call(who, why, ledger, codebook, quiet))


def _put(field: str, written: str, book: "Codebook", *, as_printed: bool) -> "FieldValue":
    """The value as it was typed; UsageError where it is none, or names what the codebook has not."""
    from reportedly.cli.run import sound
    from reportedly.fields.known import must_be_known
    from reportedly.fields.typed import typed

    put = typed(field, sound(written) or "", book)
    if not as_printed:
        must_be_known(field, put, book)
    return put


def _judging(ruling: Ruling, claim: str) -> Making:
    """How a claim is accepted or rejected: with the value that was read when it was judged."""
    from reportedly.cli.named import claim_named
    from reportedly.reconcile.rulings.anchors import anchor_of

    def make(opened: "Ledger", book: "Codebook") -> Decision:
        found, told = claim_named(opened, claim)
        return replace(_unsigned(ruling, (anchor_of(found, told.report),)), value=found.value)

    return make


def _unsigned(ruling: Ruling, anchors: "tuple[Anchor, ...]" = (), others: "tuple[Anchor, ...]" = ()) -> Decision:
    """A decision that wants who, when and why."""
    return Decision("", ruling, "", datetime.now(UTC), "", anchors, others)
