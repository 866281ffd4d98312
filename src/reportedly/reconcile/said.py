"""What claims give of one field: the value, who stands behind it, which outlet printed it and when.

What one holder says of a field in one report is one thing said, however many claims tell it: two clocks are two shots of
a salvo, and several places the places of it.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.codebook import Codebook
from reportedly.fields.registry import fold
from reportedly.model import Claim, Mention, Published, Report, Stance, Value
from reportedly.reconcile.origins import UNATTRIBUTED, class_of, origin

NEVER_SETTLE = frozenset(
    {
        Stance.DENIED,
        Stance.SPECULATED,
        Stance.WITHDRAWN,
        Stance.WITHHELD,
        Stance.THREATENED,
        Stance.PLANNED,
        Stance.URGED,
    }
)
MANY_AT_ONCE = frozenset({"statement", "relation", "derived", "finding", "limitation", "participants"})
LAUNCHER = "launcher"  # the class of every organ of the acting state, whatever else it is


@dataclass(frozen=True, slots=True)
class Said:
    """A value that claims of one holder give, its origin, the class of who says so, and the report it stands in.

    `claim` is the first of the claims, `claims` are the ids of all.
    """

    claim: Claim
    value: Value | None
    origin: str
    outlet: str | None
    holder: str = ""
    published: Published | None = None
    claims: tuple[str, ...] = ()

    @property
    def settles(self) -> bool:
        """Whether it can settle anything: denials, guesses, plans and silence cannot, nor what a person rejected."""
        return self.value is not None and self.claim.stance not in NEVER_SETTLE and not self.claim.rejected

    @property
    def attributed(self) -> bool:
        """Whether anybody but the writer stands behind it."""
        return self.origin != UNATTRIBUTED


def said_of(
    mentions: Sequence[Mention], reports: Mapping[str, Report], codebook: Codebook
) -> Mapping[str, tuple[Said, ...]]:
    """All that is said of an incident, by field; `reports` are those of the mentions, as far as they are known."""
    said: dict[str, list[Said]] = {}
    for mention in sorted(mentions, key=lambda m: m.id):
        for field, one in _said(mention, reports.get(mention.report), codebook):
            said.setdefault(field, []).append(one)
    return {field: tuple(said[field]) for field in sorted(said)}


def _said(mention: Mention, report: Report | None, codebook: Codebook) -> Iterable[tuple[str, Said]]:
    outlet, published = (report.outlet, report.published) if report else (None, None)
    for field, told in _by_holder(mention):
        claim = told[0][0]
        yield (
            field,
            Said(
                claim=claim,
                value=fold(field, [value for _, value in told]),
                origin=origin(claim, codebook),
                outlet=outlet,
                holder=class_of(claim, codebook, LAUNCHER, mention.state),
                published=published,
                claims=tuple(one.id for one, _ in told),
            ),
        )


def _by_holder(mention: Mention) -> Iterable[tuple[str, list[tuple[Claim, Value | None]]]]:
    """The claims of a mention with their values, by field and holder, and apart what settles nothing; of a field that
    nobody speaks of what is derived. What may be said many times at once stands alone."""
    told: dict[Hashable, tuple[str, list[tuple[Claim, Value | None]]]] = {}

    def add(field: str, claim: Claim, value: Value | None) -> None:
        holder = claim.voices[-1].id if claim.voices else ""
        apart = claim.stance if claim.stance in NEVER_SETTLE else None
        key = (field, claim.id) if field in MANY_AT_ONCE else (field, holder, apart)
        told.setdefault(key, (field, []))[1].append((claim, value))

    for claim in mention.claims:
        add(claim.field, claim, claim.value)
    spoken = {claim.field for claim in mention.claims}
    by_id = {claim.id: claim for claim in mention.claims}
    for field, derived in sorted(mention.derived_values.items()):
        for id_ in derived.claims if field not in spoken else ():
            if id_ in by_id:
                add(field, by_id[id_], derived.value)
    return told.values()


def first_of(said: Iterable[Said]) -> Published | None:
    """The earliest publication among what is said, None where no report of it bears a date."""
    found: Published | None = None
    for one in said:
        if one.published and (found is None or _earlier(one.published, found)):
            found = one.published
    return found


def _earlier(a: Published, b: Published) -> bool:
    return a.before(b) if a.before(b) != b.before(a) else a.iso < b.iso
