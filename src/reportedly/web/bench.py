"""Where reviewers decide: one after another, each on the ledger opened for it, and told what it did."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from threading import Lock

from reportedly.codebook import Codebook
from reportedly.deciding.ruling import Ruled, Signature, about_of, homes_of, rule, told
from reportedly.deciding.verbs import (
    Making,
    Seen,
    added,
    corrected,
    different,
    judged,
    put_there,
    rejected,
    same,
    same_accounts,
    split,
    undone,
)
from reportedly.frozen import dataclass
from reportedly.model import Ruling
from reportedly.model.errors import LedgerError, LedgerWriteError, UsageError
from reportedly.pipeline import Run
from reportedly.publish.decided import line_of, paths_of
from reportedly.readers import Hints
from reportedly.reconcile.rulings import Standing
from reportedly.store.ledger import Ledger
from reportedly.web.settings import Settings
from reportedly.web.typed import Fault, FaultyError, Typed

PATIENCE = 20.0  # seconds that a decision waits for those before it
FAILS_BY = {"correct": "value", "same": "other", "different": "other"}  # the input that a decision most likely fails by
BETWEEN = "-"  # stands between two accounts, where an incident is parted between them
KEPT = 500  # outcomes that are remembered
BUSY = "Another is writing to the ledger. Nothing was lost: what you typed stands here, send it again in a moment."


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a decision did, in lines: itself and what it is about now, which it overruled, what others ruled meanwhile."""

    decision: str
    line: str
    effects: tuple[str, ...]
    in_force: bool
    undoes: bool = False
    applied: bool = True
    overruled: tuple[str, ...] = ()
    changed: bool = False
    meanwhile: tuple[str, ...] = ()
    incidents: tuple[str, ...] = ()


class Bench:
    """Takes the decisions of all reviewers of one ledger."""

    def __init__(self, settings: Settings, book: Codebook) -> None:
        self._settings, self._book = settings, book
        self._alone = Lock()
        self._outcomes: OrderedDict[str, Outcome] = OrderedDict()

    def decide(self, typed: Typed) -> Outcome:
        """What the decision did that was typed; it is kept. FaultyError where it cannot be made, and nothing is kept then."""
        making, signature = self._sound(typed), _signature(typed)
        if not self._alone.acquire(timeout=PATIENCE):
            raise FaultyError(Fault(BUSY), 503)
        try:
            outcome = self._decided(making, signature, typed)
        except LedgerWriteError as error:
            raise FaultyError(Fault(f"{error}. {BUSY}"), 503) from error
        except UsageError as error:
            raise FaultyError(Fault(str(error), FAILS_BY.get(typed.verb, ""))) from error
        finally:
            self._alone.release()
        self._outcomes[outcome.decision] = outcome
        while len(self._outcomes) > KEPT:
            self._outcomes.popitem(last=False)
        return outcome

    def outcome(self, decision: str) -> Outcome | None:
        """What a decision did that was made here not long ago."""
        return self._outcomes.get(decision)

    def _decided(self, making: Making, signature: Signature, typed: Typed) -> Outcome:
        path = self._settings.ledger
        if not path.exists():
            raise LedgerError(f"{path}: no ledger is here any more")
        run = Run(datetime.now(UTC), codebook=self._settings.codebook)
        incident, _, version = typed.seen.partition(":")
        seen = {incident: version} if version else None
        with Ledger.open(path, create=True) as ledger:
            ruled = rule(making, signature, ledger, run, seen=seen)
            return _outcome(ledger, ruled, typed)

    def _sound(self, typed: Typed) -> Making:
        """How the decision is made; each input that cannot be is told beside it."""
        if typed.verb in ("correct", "claim"):
            _wanted(typed, "value", "say the value")
        if typed.verb == "claim":
            for name, what in (
                ("field", "say what it tells"),
                ("quote", "give the sentence, as it is printed"),
                ("voice", "say who speaks"),
            ):
                _wanted(typed, name, what)
            self._of_claim(typed)
        return making_of(typed)

    def _of_claim(self, typed: Typed) -> None:
        """Nothing, where value and date can be read."""
        with _beside("value"):
            put_there(typed.field, typed.value, self._book, as_printed=bool(typed.as_printed))
        with _beside("published"):
            _ = Hints(published=typed.published or None).when


@contextmanager
def _beside(name: str) -> Iterator[None]:
    """Nothing; what cannot be used inside is told beside the input of this name."""
    try:
        yield
    except UsageError as error:
        raise FaultyError(Fault(str(error), name)) from error


def making_of(typed: Typed) -> Making:
    """The decision that was typed, wanting who, when and why."""
    if typed.verb == "accept":
        return judged(Ruling.ACCEPT, typed.claim)
    if typed.verb == "reject":
        return judged(Ruling.REJECT, typed.claim) if typed.claim else rejected(typed.report)
    if typed.verb == "correct":
        return corrected(typed.claim, typed.value, as_printed=bool(typed.as_printed))
    if typed.verb == "claim":
        words = (typed.url or None, typed.outlet or None, typed.published or None)
        seen = Seen(typed.field, typed.value, typed.quote, typed.voice, *words)
        return added(typed.incident, seen, as_printed=bool(typed.as_printed))
    if typed.verb == "same":
        _wanted(typed, "other", "choose the other incident")
        return same(typed.incident, typed.other)
    if typed.verb == "same_accounts":
        return same_accounts(typed.incident, typed.other)
    if typed.verb == "different":
        _wanted(typed, "other", "choose the report that tells of something else")
        left, between, right = typed.other.partition(BETWEEN)
        return split(left, right) if between else different(typed.other, typed.incident)
    if typed.verb == "undo":
        return undone(typed.decision)
    raise FaultyError(Fault("This form is none of the desk's; reload the page."))


def _wanted(typed: Typed, name: str, what: str) -> None:
    if not getattr(typed, name):
        raise FaultyError(Fault(f"Please {what}.", name))


def _signature(typed: Typed) -> Signature:
    _wanted(typed, "why", "say why: whoever reads the ruling later has nothing else to go by")
    _wanted(typed, "who", "say who decides: it is typed once and kept")
    return Signature(typed.who, typed.why)


def _outcome(ledger: Ledger, ruled: Ruled, typed: Typed) -> Outcome:
    standings = {one.decision.id: one for one in ruled.decided.rulings.standings}
    others = _meanwhile(ledger, ruled, typed) if ruled.decided.changed else ()
    return replace(
        outcome_of(ledger, ruled.standing, standings),
        applied=ruled.decided.applied,
        overruled=_lines(ledger, ruled.decided.overruled),
        changed=bool(ruled.decided.changed),
        meanwhile=_lines(ledger, others),
    )


def outcome_of(ledger: Ledger, standing: Standing, standings: Mapping[str, Standing]) -> Outcome:
    """What a decision did, as far as it can be told later."""
    line, *effects = told(ledger, standing, standings)
    return Outcome(
        decision=standing.decision.id,
        line=line,
        effects=tuple(" ".join(effect.split()) for effect in effects),
        in_force=standing.in_force,
        undoes=standing.decision.ruling is Ruling.UNDO,
        incidents=homes_of(ledger, about_of(standing, standings)),
    )


def _meanwhile(ledger: Ledger, ruled: Ruled, typed: Typed) -> tuple[Standing, ...]:
    """What others ruled on the incident between what the reviewer saw and the ruling just made."""
    incident = ledger.incident(typed.seen.partition(":")[0])
    if incident is None:
        return ()
    members = {ref.mention for ref in incident.mentions}
    mine = ruled.standing.moment
    return tuple(
        one
        for one in ruled.decided.rulings.standings
        if typed.since < one.moment[0] and one.moment < mine and _touches(one, members)
    )


def _touches(one: Standing, members: set[str]) -> bool:
    return one.decision.ruling is Ruling.UNDO or not members.isdisjoint((*one.accounts, *one.others))


def _lines(ledger: Ledger, standings: tuple[Standing, ...]) -> tuple[str, ...]:
    paths = paths_of(ledger, standings)
    return tuple(line_of(one, paths) for one in standings)
