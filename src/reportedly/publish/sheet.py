"""One incident in full, before it is drawn: each field, its positions, who holds them, and where their sentences stand."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from reportedly.fields.order import field_rank
from reportedly.fields.registry import show
from reportedly.fields.wording import days_told
from reportedly.frozen import dataclass
from reportedly.model import Claim, Incident, Position, Revision, Settled, Stage, Stance, Status, Voice
from reportedly.publish.behind import wrote
from reportedly.publish.naming import WRITER, voice_name
from reportedly.publish.remarks import remarks
from reportedly.reconcile.origins import UNATTRIBUTED
from reportedly.reconcile.revisions import BACK
from reportedly.reconcile.settle import status_in_words

PLAIN = frozenset({Stance.ASSERTED, Stance.CONFIRMED})
PLAINLY = frozenset({Status.AGREED, Status.SINGLE_ORIGIN})  # statuses that say why themselves


@dataclass(frozen=True, slots=True)
class Holder:
    """One who holds a position, as shown; `voice` is None for the writer."""

    name: str
    voice: Voice | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A position with its words: the value, who holds it (the writer last), with what stance where it is not plainly
    said, and what people ruled of it. `claims` are those the ledger has."""

    position: Position
    value: str
    holders: tuple[Holder, ...]
    stances: tuple[str, ...]
    ruled: str
    claims: tuple[Claim, ...]

    @property
    def stands(self) -> bool:
        """Whether anybody asserts it, and nobody who did says otherwise by now."""
        return self.position.credibility is not None and not self.position.revised


@dataclass(frozen=True, slots=True)
class Row:
    """A field with what is settled of it, why that is not plain, and all its positions."""

    field: str
    settled: Settled
    value: str
    why: str
    held: tuple[Held, ...]

    @property
    def status(self) -> str:
        """The status in words, and who differs where somebody does who contests nothing."""
        return status_in_words(self.settled)


@dataclass(frozen=True, slots=True)
class Step:
    """What a holder said from one publication on, or took back."""

    value: str
    took_back: bool
    stage: Stage


@dataclass(frozen=True, slots=True)
class Changed:
    """A holder that said otherwise later: who, and each step."""

    field: str
    who: str
    steps: tuple[Step, ...]


def rows(incident: Incident, claims: Mapping[str, Claim]) -> tuple[Row, ...]:
    """A row for each field of the incident; its kind has one where not all say the same of it."""
    agencies = {one.origin: one.name for one in incident.support.backings if wrote(one)}
    return tuple(_row(name, incident.values[name], claims, agencies) for name in told_of(incident))


def told_of(incident: Incident) -> list[str]:
    """The fields that are shown: all, but the kind of incident only where not all say the same of it."""
    kind = incident.values.get("type")
    plain = kind is None or (len({one.value for one in kind.positions}) < 2 and not kind.history)
    return [name for name in sorted(incident.values, key=field_rank) if name != "type" or not plain]


def _row(name: str, settled: Settled, claims: Mapping[str, Claim], agencies: Mapping[str, str]) -> Row:
    held = tuple(_held(name, position, claims, agencies) for position in settled.positions)
    value = show(name, settled.value) if settled.value is not None else ""
    why = "" if settled.status in PLAINLY else settled.why.partition(":")[0]
    return Row(name, settled, value, why, held)


def _held(name: str, position: Position, claims: Mapping[str, Claim], agencies: Mapping[str, str]) -> Held:
    own = tuple(claims[id_] for id_ in position.claims if id_ in claims)
    holders = [
        Holder(_writer(position, agencies)) if voice_name(voice) == WRITER else Holder(voice_name(voice), voice)
        for voice in position.voices
    ]
    return Held(
        position=position,
        value=show(name, position.value),
        holders=tuple(sorted(holders, key=lambda one: one.voice is None)),
        stances=tuple(sorted({claim.stance.value for claim in own} - {stance.value for stance in PLAIN})),
        ruled=remarks(own),
        claims=own,
    )


def _writer(position: Position, agencies: Mapping[str, str]) -> str:
    """The writer, with the agencies whose words the writers' are."""
    names = " and ".join(agencies[origin] for origin in position.origins if origin in agencies)
    part = ", in part" if UNATTRIBUTED in position.origins else ""
    return f"{WRITER}{part} for {names}" if names else WRITER


def changed(incident: Incident) -> Iterator[Changed]:
    """Each holder that said otherwise later, with what it said and when."""
    for name in told_of(incident):
        yield from changed_of(name, incident.values[name].history)


def changed_of(name: str, history: Iterable[Revision]) -> Iterator[Changed]:
    """The same of one field."""
    for revision in history:
        between = ", " if revision.holder else ", then "  # one said more exactly what another had said
        who = between.join(voice_name(voice) for voice in revision.voices)
        steps = (Step(show(name, stage.value), stage.stance in BACK, stage) for stage in revision.stages)
        yield Changed(name, who, tuple(steps))


def counted_reasons(incident: Incident) -> list[tuple[str, int]]:
    """Each reason for joining two accounts, and how often it was one, the commonest first."""
    told = (part for reason in incident.reasons for part in days_told(reason.sentence).split("; "))
    return Counter(told).most_common()
