"""One voice says one thing of one incident: the atom of the ledger."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from reportedly.frozen import dataclass
from reportedly.model.ruling import Ruled, Ruling
from reportedly.model.span import Span
from reportedly.model.value import Value


class Stance(StrEnum):
    """How the speaker stands to what is said."""

    ASSERTED = "asserted"
    CONFIRMED = "confirmed"
    ESTIMATED = "estimated"
    ALLEGED = "alleged"
    SPECULATED = "speculated"
    DENIED = "denied"
    CONDEMNED = "condemned"
    THREATENED = "threatened"
    PLANNED = "planned"
    URGED = "urged"
    WITHHELD = "withheld"
    WITHDRAWN = "withdrawn"


class Role(StrEnum):
    """Whether a report is about an incident or only mentions it."""

    MAIN = "main"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: a body, a person, an unnamed official, the narrator.

    `id` is the codebook's, or a slug of the name; `kind` the codebook's class of source, "narrator" for the writer.
    Joint holders are one voice with `joint`.
    """

    id: str
    name: str
    kind: str
    state: str | None = None
    joint: tuple["Voice", ...] = ()


NARRATOR = Voice(id="narrator", name="narrator", kind="narrator")


@dataclass(frozen=True, slots=True)
class Claim:
    """One voice says one thing of one mention.

    `written` is the text at `span`; `value` what we made of it (None only where the stance is withheld).
    `voices` is a chain, outermost first: the one who said it stands last. `cue` is the word that carries the
    stance, as written. `rule` names the rule that read it. `ruled` is what a person decided of it.
    """

    id: str
    mention: str
    field: str
    value: Value | None
    written: str
    span: Span
    voices: tuple[Voice, ...] = (NARRATOR,)
    inherited: bool = False
    cue: str | None = None
    stance: Stance = Stance.ASSERTED
    rule: str = ""
    ruled: Ruled | None = None

    @property
    def rejected(self) -> bool:
        """Whether a person rejected it: it is shown and settles nothing."""
        return self.ruled is not None and self.ruled.ruling is Ruling.REJECT


@dataclass(frozen=True, slots=True)
class DerivedValue:
    """A value nobody wrote, computed from claims named by their ids."""

    value: Value
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """What one report says of one incident.

    `values` folds the claims field by field; `shots` holds the values of missiles told apart; `state` is the acting
    state, ISO 3166-1 alpha-3, None where it is not one state.
    """

    id: str
    report: str
    type: str
    role: Role
    state: str | None
    claims: tuple[Claim, ...]
    values: Mapping[str, Value] = field(default_factory=dict)
    derived_values: Mapping[str, DerivedValue] = field(default_factory=dict)
    shots: tuple[Mapping[str, Value], ...] = ()

    @property
    def rejected(self) -> bool:
        """Whether a person rejected all that the report says of it."""
        return bool(self.claims) and all(claim.rejected for claim in self.claims)


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read out of one report: whether it is relevant, and its mentions with their claims."""

    report: str
    relevant: bool
    mentions: tuple[Mention, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all mentions, in the order of the text."""
        return tuple(
            sorted(
                (c for m in self.mentions for c in m.claims), key=lambda c: (c.span.start, c.span.end, c.field, c.id)
            )
        )
