"""What claims give of one field: the value, who stands behind it, which outlet printed it and when.

What one holder says of a field in one report is one thing said, however many claims tell it: two clocks are two shots of
a salvo, and several places the places of it.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace

from reportedly.codebook import Codebook
from reportedly.fields.registry import fold
from reportedly.frozen import dataclass
from reportedly.model import Claim, DateRange, Mention, Place, Published, Report, Stance, Value, Voice
from reportedly.reconcile.authorship import AGENCIES, OWN, Authorship, authorships
from reportedly.reconcile.clocks import at_the_place, in_local_time
from reportedly.reconcile.origins import HEARSAY, UNATTRIBUTED, class_of, independent, origin, speaker
from reportedly.reconcile.salvos import salvos_of
from reportedly.reconcile.sketch import DAY, is_spoken

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
APART = NEVER_SETTLE | HEARSAY
LAUNCHER = "launcher"  # the class of every organ of the acting state, whatever else it is


@dataclass(frozen=True, slots=True)
class Said:
    """A value that claims of one holder give, its origin, the class of who says so, and the report it stands in.

    `claim` is the first of the claims, `claims` are the ids of all. `voice` is who stands behind them, None where nobody
    is known to, and `authorship` that of the report. `places` are the sites of a salvo by id, where the
    holder names several in a row and `value` is one of them. What an agency says where its text quotes others on the incident
    `leans` on those: it has it from somebody.
    """

    claim: Claim
    value: Value | None
    origin: str
    outlet: str | None
    holder: str = ""
    published: Published | None = None
    claims: tuple[str, ...] = ()
    report: str = ""
    voice: Voice | None = None
    authorship: Authorship = OWN
    leans: bool = False
    places: frozenset[str] = frozenset()

    @property
    def settles(self) -> bool:
        """Whether it can settle anything: denials, guesses, plans and silence cannot, nor what a person rejected."""
        return self.value is not None and self.claim.stance not in NEVER_SETTLE and not self.claim.rejected

    @property
    def attributed(self) -> bool:
        """Whether anybody but the writer stands behind it, whoever that is."""
        return self.origin != UNATTRIBUTED and not self.of_agency

    @property
    def of_agency(self) -> bool:
        """Whether it is the writer's own word, and the writer an agency."""
        return self.voice is not None and self.voice is self.authorship.agency


def said_of(
    mentions: Sequence[Mention], reports: Mapping[str, Report], codebook: Codebook
) -> Mapping[str, tuple[Said, ...]]:
    """All that is said of an incident, by field; `reports` are those of the mentions, as far as they are known. UTC that
    nobody printed stands only where nobody printed any."""
    about = {id_: reports[id_] for id_ in {mention.report for mention in mentions} if id_ in reports}
    written = authorships(about.values(), codebook)
    said: dict[str, list[Said]] = {}
    for mention in sorted(mentions, key=lambda m: m.id):
        for field, one in _said(mention, about.get(mention.report), written.get(mention.report, OWN), codebook):
            said.setdefault(field, []).append(one)
    if any(one.claim.field == "time_utc" for one in said.get("time_utc", ())):
        said["time_utc"] = [one for one in said["time_utc"] if one.claim.field == "time_utc"]
    _of_agencies(said)
    leaning = _leaning((one for ones in said.values() for one in ones), codebook)
    return {field: tuple(_leant(one, leaning) for one in said[field]) for field in sorted(said)}


def _of_agencies(said: Mapping[str, list[Said]]) -> None:
    """Gives what a report puts down to a state alone to the agency of science that it names for that state: "China detects
    quake" of the headline is the word of the agency that the text quotes."""
    every = [one for ones in said.values() for one in ones if one.voice is not None and one.voice.state]
    agencies = {(one.report, _state(one)): one.origin for one in reversed(every) if _is_science(one)}
    organs = {(one.report, _state(one)) for one in every if one.origin == _state(one) and not _is_state(one)}
    for ones in said.values():
        for n, one in enumerate(ones):
            key = (one.report, _state(one))
            if _is_state(one) and key in agencies and key not in organs:
                ones[n] = replace(one, origin=agencies[key])


def _state(one: Said) -> str | None:
    return one.voice.state if one.voice is not None else None


def _is_state(one: Said) -> bool:
    return one.voice is not None and one.voice.id == one.voice.state and not one.voice.joint


def _is_science(one: Said) -> bool:
    return one.voice is not None and one.voice.kind == "science" and not one.voice.joint


def origins_heard(said: Iterable[Said]) -> int:
    """How many independent origins are heard: what leans on others counts only where nobody else is heard."""
    every = tuple(said)
    firm = independent(one.origin for one in every if not one.leans)
    return firm or min(1, independent(one.origin for one in every))


def _said(
    mention: Mention, report: Report | None, written: Authorship, codebook: Codebook
) -> Iterable[tuple[str, Said]]:
    outlet, published = (report.outlet, report.published) if report else (None, None)
    salvos = salvos_of(mention)
    for field, told in _by_holder(mention, salvos, codebook):
        claim = told[0][0]
        voice = speaker(claim, written.agency, outlet)
        yield (
            field,
            Said(
                claim=claim,
                value=fold(field, [at_the_place(value, mention, codebook) for _, value in told]),
                origin=origin(voice, codebook),
                outlet=outlet,
                holder=class_of(voice, codebook, LAUNCHER, mention.state),
                published=published,
                claims=tuple(one.id for one, _ in told),
                report=mention.report,
                voice=voice,
                authorship=written,
                places=salvos.get(claim.id, frozenset()),
            ),
        )


def _by_holder(
    mention: Mention, salvos: Mapping[str, frozenset[str]], codebook: Codebook
) -> Iterable[tuple[str, list[tuple[Claim, Value | None]]]]:
    """The claims of a mention with their values, by field and holder, and apart what settles nothing, is hearsay or was
    rejected; of a field that nobody speaks of what is derived, and the local time that UTC was. What may be said many
    times at once stands alone, and so does each site of a salvo."""
    told: dict[Hashable, tuple[str, list[tuple[Claim, Value | None]]]] = {}

    def add(field: str, claim: Claim, value: Value | None) -> None:
        holder = claim.voices[-1].id if claim.voices else ""
        apart = claim.stance if claim.stance in APART else None
        alone = field in MANY_AT_ONCE or claim.id in salvos
        key = (field, claim.id) if alone else (field, holder, apart, claim.rejected)
        told.setdefault(key, (field, []))[1].append((claim, value))

    for claim in mention.claims:
        add(claim.field, claim, _or_the_day_before(claim, mention))
    spoken = {claim.field for claim in mention.claims}
    for claim in mention.claims if "time_local" not in spoken else ():
        if claim.field == "time_utc" and (local := in_local_time(claim.value, mention, codebook)) is not None:
            add("time_local", claim, local)
    by_id = {claim.id: claim for claim in mention.claims}
    for field, derived in sorted(mention.derived_values.items()):
        for id_ in derived.claims if field not in spoken else ():
            if id_ in by_id:
                add(field, by_id[id_], derived.value)
    return told.values()


def _or_the_day_before(claim: Claim, mention: Mention) -> Value | None:
    """The value; of a day on which the acting state's media spoke, that day or the one before."""
    value = claim.value
    if isinstance(value, DateRange) and value.earliest is not None and is_spoken(claim, mention.state):
        return DateRange(value.earliest - DAY, value.latest)
    return value


def _leaning(said: Iterable[Said], codebook: Codebook) -> frozenset[str]:
    """The origins of agencies that can have it from whom their texts quote: others than themselves who assert it."""
    quoted: dict[Voice, set[str]] = {}
    for one in said:
        if one.authorship.agency and one.attributed and one.settles and one.claim.stance is not Stance.CONDEMNED:
            quoted.setdefault(one.authorship.agency, set()).add(one.origin)
    by_agency = ((origin(agency, codebook), others) for agency, others in quoted.items())
    return frozenset(agency for agency, others in by_agency if others - {agency})


def _leant(one: Said, leaning: frozenset[str]) -> Said:
    """The same, marked where it leans on others; the acting state's own media never do."""
    return replace(one, leans=True) if one.origin in leaning and one.holder in AGENCIES else one


def of_one_salvo(a: Said, b: Said) -> bool:
    """Whether either holder names the sites of both as those of one salvo."""
    sites = {one.value.id for one in (a, b) if isinstance(one.value, Place)}
    return bool(sites) and (sites <= a.places or sites <= b.places)


def outlets_of(said: Iterable[Said]) -> int:
    """How many outlets print it; a report without an outlet is one of its own."""
    return len({one.outlet or one.claim.mention for one in said})


def first_of(said: Iterable[Said]) -> Published | None:
    """The earliest publication among what is said, None where no report of it bears a date."""
    found: Published | None = None
    for one in said:
        if one.published and (found is None or _earlier(one.published, found)):
            found = one.published
    return found


def _earlier(a: Published, b: Published) -> bool:
    return a.before(b) if a.before(b) != b.before(a) else a.iso < b.iso
