"""What claims give of one field: the value, who stands behind it, which outlet printed it and when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.codebook import Codebook
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
LAUNCHER = "launcher"  # the class of every organ of the acting state, whatever else it is


@dataclass(frozen=True, slots=True)
class Said:
    """A value one claim gives, where it comes from (`origin`), the class of who says so, and the report it stands in."""

    claim: Claim
    value: Value | None
    origin: str
    outlet: str | None
    holder: str = ""
    published: Published | None = None

    @property
    def settles(self) -> bool:
        """Whether it can settle anything: denials, guesses, plans and silence cannot."""
        return self.value is not None and self.claim.stance not in NEVER_SETTLE

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

    def one(claim: Claim, value: Value | None) -> Said:
        class_ = class_of(claim, codebook, LAUNCHER, mention.state)
        return Said(claim, value, origin(claim, codebook), outlet, class_, published)

    for claim in mention.claims:
        yield claim.field, one(claim, claim.value)
    spoken = {claim.field for claim in mention.claims}
    by_id = {claim.id: claim for claim in mention.claims}
    for field, derived in sorted(mention.derived_values.items()):
        if field not in spoken:
            for claim in (by_id[id_] for id_ in derived.claims if id_ in by_id):
                yield field, one(claim, derived.value)


def first_of(said: Iterable[Said]) -> Published | None:
    """The earliest publication among what is said, None where no report of it bears a date."""
    found: Published | None = None
    for one in said:
        if one.published and (found is None or _earlier(one.published, found)):
            found = one.published
    return found


def _earlier(a: Published, b: Published) -> bool:
    return a.before(b) if a.before(b) != b.before(a) else a.iso < b.iso
