"""The verbs of a ruling: each gives, from what a person names, a decision that wants its id, who, when and why."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from reportedly.codebook import Codebook
from reportedly.deciding.named import (
    account_of,
    claim_named,
    decision_to_undo,
    incident_named,
    is_claim,
    parted,
    report_named,
    side_named,
    voice_named,
)
from reportedly.deciding.sides import accounts, sides_of
from reportedly.fields.known import must_be_known
from reportedly.fields.registry import show
from reportedly.fields.typed import typed
from reportedly.fields.wording import field_code, field_name
from reportedly.frozen import dataclass
from reportedly.model import Anchor, Decision, Elsewhere, Ruling, Value
from reportedly.model.errors import UsageError
from reportedly.readers import Hints
from reportedly.reconcile.rulings.anchors import account_anchor, anchor_of, report_anchor
from reportedly.store.ledger import Ledger

Making = Callable[[Ledger, Codebook], Decision]  # a decision that wants its id, who, when and why
NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a person read in a report that the ledger does not hold, as it was typed."""

    field: str
    value: str
    quote: str
    voice: str
    url: str | None = None
    outlet: str | None = None
    published: str | None = None


def same(left: str, right: str) -> Making:
    """Two incidents, or the incidents of two reports, are one."""

    def make(ledger: Ledger, book: Codebook) -> Decision:
        one, other = (account_anchor(*account_of(side_named(ledger, side))) for side in (left, right))
        if one == other:
            raise UsageError(f"{left} and {right} name one account of one incident; name two")
        return _unsigned(Ruling.SAME, (one,), (other,))

    return make


def different(left: str, right: str) -> Making:
    """Two incidents are not one; a report that is named is taken out of the incident beside it."""

    def make(ledger: Ledger, book: Codebook) -> Decision:
        sides = parted(ledger, side_named(ledger, left), side_named(ledger, right))
        one, other = (tuple(account_anchor(*account) for account in side) for side in sides)
        return _unsigned(Ruling.DIFFERENT, one, other)

    return make


def same_accounts(left: str, right: str) -> Making:
    """Two accounts, by the ids of their mentions, tell of one incident."""

    def make(ledger: Ledger, book: Codebook) -> Decision:
        one, other = (account_anchor(*account) for side in (left, right) for account in accounts(ledger, [side]))
        return _unsigned(Ruling.SAME, (one,), (other,))

    return make


def split(left: str, right: str) -> Making:
    """An incident is two, parted between two of its accounts: what holds together with the one, and with the other."""

    def make(ledger: Ledger, book: Codebook) -> Decision:
        incident = ledger.incident(left)
        sides = sides_of(incident, left, right) if incident else ((), ())
        if not all(sides):
            raise UsageError("the two accounts do not part the incident any more; look at it again")
        one, other = (tuple(account_anchor(*account) for account in accounts(ledger, side)) for side in sides)
        return _unsigned(Ruling.DIFFERENT, one, other)

    return make


def judged(ruling: Ruling, claim: str) -> Making:
    """A claim is accepted or rejected, with the value that was read when it was judged."""

    def make(ledger: Ledger, book: Codebook) -> Decision:
        found, told = claim_named(ledger, claim)
        return replace(_unsigned(ruling, (anchor_of(found, told.report),)), value=found.value)

    return make


def rejected(which: str) -> Making:
    """A claim, or a whole report, is rejected."""

    def make(ledger: Ledger, book: Codebook) -> Decision:
        if is_claim(ledger, which):
            return judged(Ruling.REJECT, which)(ledger, book)
        return _unsigned(Ruling.REJECT, (report_anchor(report_named(ledger, which)),))

    return make


def corrected(claim: str, value: str, *, as_printed: bool = False) -> Making:
    """A claim says another value than was read."""

    def make(ledger: Ledger, book: Codebook) -> Decision:
        found, told = claim_named(ledger, claim)
        put = put_there(found.field, value, book, as_printed=as_printed)
        if show(found.field, put) == show(found.field, found.value):
            raise UsageError(
                f"{field_name(found.field)} is read as {show(found.field, put)} already; see: reportedly decide accept"
            )
        return replace(_unsigned(Ruling.CORRECT, (anchor_of(found, told.report),)), value=put)

    return make


def added(incident: str, seen: Seen, *, as_printed: bool = False) -> Making:
    """What was read elsewhere is added to an incident."""

    def make(ledger: Ledger, book: Codebook) -> Decision:
        if not seen.quote.strip():
            raise UsageError("no value without its words: give the sentence with --quote")
        if seen.url and not seen.url.lower().startswith(("http://", "https://")):
            raise UsageError(f"--url {seen.url!r} is no address: write it from https:// on, or leave it out")
        field = field_code(seen.field)
        put = put_there(field, seen.value, book, as_printed=as_printed)
        when = Hints(published=seen.published).when
        told = Elsewhere(field, seen.quote, voice_named(seen.voice, book), seen.url, seen.outlet, when)
        home = account_anchor(*account_of(incident_named(ledger, incident)))
        return replace(_unsigned(Ruling.CLAIM, (home,)), value=put, elsewhere=told)

    return make


def undone(decision: str) -> Making:
    """A decision is taken back."""

    def make(ledger: Ledger, book: Codebook) -> Decision:
        return replace(_unsigned(Ruling.UNDO), undoes=decision_to_undo(ledger, decision).id)

    return make


def put_there(field: str, written: str, book: Codebook, *, as_printed: bool) -> Value:
    """The value as it was typed; UsageError where it is none, or names what the codebook has not."""
    put = typed(field, written, book)
    if not as_printed:
        must_be_known(field, put, book)
    return put


def _unsigned(ruling: Ruling, anchors: tuple[Anchor, ...] = (), others: tuple[Anchor, ...] = ()) -> Decision:
    return Decision("", ruling, "", NEVER, "", anchors, others)
