"""`reportedly decide`: what a person rules, added to the ledger and applied at once."""

from typing import Annotated

import typer

from reportedly.cli import options
from reportedly.cli.ruling import Call, rule
from reportedly.model import Ruling

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
    from reportedly.deciding.verbs import same as verb

    rule(verb(left, right), Call(who, why, ledger, codebook, quiet))


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
    from reportedly.deciding.verbs import different as verb

    rule(verb(left, right), Call(who, why, ledger, codebook, quiet))


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
    from reportedly.deciding.verbs import judged

    rule(judged(Ruling.ACCEPT, claim), Call(who, why, ledger, codebook, quiet))


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
    from reportedly.deciding.verbs import rejected

    rule(rejected(which), Call(who, why, ledger, codebook, quiet))


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
    from reportedly.cli.run import sound
    from reportedly.deciding.verbs import corrected

    making = corrected(claim, sound(value) or "", as_printed=as_printed)
    rule(making, Call(who, why, ledger, codebook, quiet))


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
    from reportedly.cli.run import sound
    from reportedly.deciding.verbs import Seen, added

    value, quote, voice = (sound(one) or "" for one in (value, quote, voice))
    seen = Seen(field, value, quote, voice, sound(url), sound(outlet), published)
    rule(added(incident, seen, as_printed=as_printed), Call(who, why, ledger, codebook, quiet))


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
    from reportedly.deciding.verbs import undone

    rule(undone(decision), Call(who, why, ledger, codebook, quiet))
