"""What a user names, found in a ledger: incidents, accounts in reports, claims, decisions, speakers."""

from reportedly.codebook import BodyEntry, Codebook, PersonEntry
from reportedly.deciding.days import days
from reportedly.extract.voices import body_voice, made_voice, person_voice
from reportedly.frozen import dataclass
from reportedly.model import Claim, Decision, Extraction, Incident, Mention, Report, Role, Ruling, Voice
from reportedly.model.errors import UsageError
from reportedly.publish.decided import SHORT
from reportedly.reconcile.rulings import undone_by
from reportedly.reconcile.rulings.elsewhere import claim_id
from reportedly.store.ledger import Ledger

Accounts = tuple[tuple[Mention, Extraction], ...]
SHORTEST = 4  # letters of an id that are enough to look for it
LISTED = 10


@dataclass(frozen=True, slots=True)
class Named:
    """What an incident's or a report's name stands for: accounts, each with what was read of its report. `incident` is
    None where a report was named."""

    written: str
    accounts: Accounts
    incident: Incident | None = None

    @property
    def ids(self) -> set[str]:
        """The ids of the accounts."""
        return {mention.id for mention, _ in self.accounts}


def is_id(written: str) -> bool:
    """Whether it looks like the beginning of an id."""
    return len(written) >= SHORTEST and set(written.lower()) <= set("0123456789abcdef")


def incidents_named(ledger: Ledger, which: str) -> tuple[Incident, ...]:
    """The incidents of a day, month or year, or those whose id begins so. UsageError where it is neither."""
    try:
        found = ledger.incidents_between(*days(which))
    except UsageError:
        if not is_id(which):
            raise UsageError(
                f"{which!r} is not a date, nor the beginning of an id; write 2024, 2024-09 or 2024-09-18, or an id "
                "that stands in: reportedly incidents"
            ) from None
        found = ()
    if found or not is_id(which):
        return found
    exact = ledger.incident(which.lower())
    return (exact,) if exact else ledger.incidents_starting(which.lower())


def side_named(ledger: Ledger, which: str) -> Named:
    """The accounts that one side of a ruling names: an incident by date or id, or a report by path or id."""
    with ledger.lookup() as lookup:
        reports = () if _is_date(which) else lookup.reports_at(which.removeprefix("./"))
        begun = lookup.reports_starting(which.lower()) if is_id(which) else ()
    if not reports and (found := _incidents(ledger, which)):
        return _of_incident(ledger, _only(found, which), which)
    reports = reports or begun
    if len(reports) > 1:
        paths = ", ".join(report.path for report in ledger.reports(reports))
        raise UsageError(f"{len(reports):,} reports fit {which}: {paths}; write more of the path")
    if not reports:
        raise UsageError(f"{which}: no report of this path and no incident of this date or id is in {ledger.path}")
    accounts = tuple((mention, told) for told in ledger.extractions(reports) for mention in told.mentions)
    if not accounts:
        raise UsageError(f"{which}: nothing is read of any incident there")
    return Named(which, accounts)


def _incidents(ledger: Ledger, which: str) -> tuple[Incident, ...]:
    return incidents_named(ledger, which) if _is_date(which) or is_id(which) else ()


def _is_date(which: str) -> bool:

    try:
        days(which)
    except UsageError:
        return False
    return True


def incident_named(ledger: Ledger, which: str) -> Named:
    """The accounts of the one incident of this date or id."""
    return _of_incident(ledger, _only(incidents_named(ledger, which), which), which)


def _only(found: "tuple[Incident, ...]", which: str) -> Incident:
    if not found:
        raise UsageError(f"no incident fits {which}; see them all with: reportedly incidents --all")
    if len(found) > 1:
        listed = "".join(f"\n  {one.id[:SHORT]}  {one.label}" for one in found[:LISTED])
        more = f"\n  and {len(found) - LISTED:,} more" if len(found) > LISTED else ""
        raise UsageError(f"{len(found):,} incidents fit {which}; name one by its id:{listed}{more}")
    return found[0]


def _of_incident(ledger: Ledger, incident: Incident, which: str) -> Named:
    members = {ref.mention for ref in incident.mentions}
    read = ledger.extractions(sorted({ref.report for ref in incident.mentions}))
    accounts = ((mention, told) for told in read for mention in told.mentions if mention.id in members)
    return Named(which, tuple(sorted(accounts, key=lambda one: one[0].id)), incident)


def account_of(named: Named) -> tuple[Mention, Extraction]:
    """The one account that stands for all: one that is its report's subject, of the smallest id."""

    main = [one for one in named.accounts if one[0].role is Role.MAIN]
    if named.incident is None and len(main or named.accounts) > 1:
        told = ", ".join(f"{mention.id[:SHORT]} ({mention.type})" for mention, _ in main or named.accounts)
        raise UsageError(f"{named.written} tells of several incidents: name one by its id instead: {told}")
    return (main or named.accounts)[0]


def parted(ledger: Ledger, left: Named, right: Named) -> tuple[Accounts, Accounts]:
    """The accounts on either side of a "different". Of a report that tells of several incidents, the account that stands
    in the incident beside it; an incident named beside its own report is the rest of it."""
    one, other = _facing(ledger, left, right), _facing(ledger, right, left)
    if left.incident is not None:
        one = tuple(account for account in one if account not in other)
    elif right.incident is not None:
        other = tuple(account for account in other if account not in one)
    if not (one and other) or one == other:
        raise UsageError(
            f"{left.written} and {right.written} are one incident; to take an account out of it, name its report"
        )
    return one, other


def _facing(ledger: Ledger, named: Named, other: Named) -> Accounts:
    """The accounts of an incident, or those of a report that share an incident with the other side."""
    if named.incident is not None:
        return named.accounts
    beside = {*ledger.homes(other.ids).values()}
    home = ledger.homes(named.ids)
    return tuple(one for one in named.accounts if home.get(one[0].id) in beside) or (account_of(named),)


def is_claim(ledger: Ledger, written: str) -> bool:
    """Whether it names a claim: it looks like an id, and no report's path or id begins so."""
    if not is_id(written):
        return False
    with ledger.lookup() as lookup:
        reports = (*lookup.reports_at(written), *lookup.reports_starting(written.lower()))
        claims = lookup.claims_starting(written.lower())
    if claims and reports:
        raise UsageError(f"{written} begins the id of a claim and of a report; write more of it")
    return not reports


def report_named(ledger: Ledger, which: str) -> Report:
    """The one report of this path or id, of which anything is read."""
    with ledger.lookup() as lookup:
        found = lookup.reports_at(which.removeprefix("./"))
        found = found or (lookup.reports_starting(which.lower()) if is_id(which) else ())
    reports = tuple(ledger.reports(found))
    if len(reports) > 1:
        paths = ", ".join(report.path for report in reports)
        raise UsageError(f"{len(reports):,} reports fit {which}: {paths}; write more of the path")
    if not reports:
        raise UsageError(f"{which}: no report of this path and no claim of this id is in {ledger.path}")
    if not any(told.mentions for told in ledger.extractions(found)):
        raise UsageError(f"{which}: nothing is read of any incident there")
    return reports[0]


def claim_named(ledger: Ledger, prefix: str) -> tuple[Claim, Extraction]:
    """The claim whose id begins so, and what was read of its report."""
    if not is_id(prefix):
        raise UsageError(f"{prefix!r} is no id of a claim; see them with: reportedly show DATE_OR_ID --ids")
    with ledger.lookup() as lookup:
        found = lookup.claims_starting(prefix.lower())
    if len(found) > 1:
        raise UsageError(f"{len(found):,} claims begin with {prefix}: {', '.join(found)}; write more of it")
    if not found:
        raise UsageError(f"no claim in {ledger.path} begins with {prefix}{_by_hand(ledger, prefix.lower())}")
    ((id_, report),) = found.items()
    (told,) = ledger.extractions([report])
    return next(claim for claim in told.claims if claim.id == id_), told


def _by_hand(ledger: Ledger, prefix: str) -> str:
    """What to do where the claim is one that a person added."""

    added = (one for one in ledger.decisions() if one.ruling is Ruling.CLAIM and claim_id(one).startswith(prefix))
    decision = next(added, None)
    if decision is None:
        return "; see their ids with: reportedly show DATE_OR_ID --ids"
    return f"; it was added by hand, and is taken back with: reportedly decide undo {decision.id[:SHORT]}"


def decision_named(ledger: Ledger, prefix: str) -> Decision:
    """The decision whose id begins so."""
    found = [one for one in ledger.decisions() if one.id.startswith(prefix.lower())]
    if len(found) > 1:
        told = ", ".join(one.id for one in found)
        raise UsageError(f"{len(found):,} decisions begin with {prefix}: {told}; write more of it")
    if not found:
        raise UsageError(f"no decision in {ledger.path} begins with {prefix!r}; see them with: reportedly decisions")
    return found[0]


def decision_to_undo(ledger: Ledger, prefix: str) -> Decision:
    """The decision whose id begins so; UsageError where it is taken back already."""

    found = decision_named(ledger, prefix)
    undo = undone_by(ledger.decisions()).get(found.id)
    if undo is not None:
        again = f"to have it back: reportedly decide undo {undo.id[:SHORT]}"
        raise UsageError(f"{found.id[:SHORT]} is undone already, by {undo.who} ({undo.why}); {again}")
    return found


def voice_named(written: str, codebook: Codebook) -> Voice:
    """The codebook's body or person of that id or name, else a voice of that name that it does not know."""
    name = " ".join(written.split())
    whole = [match.id for match in codebook.names.find(name) if match.written == name]
    for id_ in (name, *whole):
        entry = codebook.bodies.get(id_) or codebook.people.get(id_)
        if isinstance(entry, BodyEntry):
            return body_voice(entry)
        if isinstance(entry, PersonEntry):
            return person_voice(entry)
        if state := codebook.states.get(id_):
            return made_voice(state.name, "state", id_)
    if not name:
        raise UsageError("say who speaks: --voice 'Japan Coast Guard'")
    return made_voice(name, "organisation", None)
