"""The page of a speaker, a site or a weapon: all that was said by it or happened there, and what was told otherwise later."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from reportedly import codebook as codebooks
from reportedly.fields.registry import show
from reportedly.fields.wording import field_name
from reportedly.frozen import dataclass
from reportedly.model import Incident, Position
from reportedly.publish.naming import printer, voice_name
from reportedly.publish.sheet import Changed, changed, told_of
from reportedly.reconcile.rulings import ruled_claim
from reportedly.store import browse, spoken
from reportedly.store.browse import Asked
from reportedly.store.facets import holders
from reportedly.store.ledger import Ledger
from reportedly.store.ruled import added_by_hand, rulings
from reportedly.store.spoken import Spoken
from reportedly.web.facts import facts_of
from reportedly.web.incidents import pages_of
from reportedly.web.kept import kept
from reportedly.web.page import Page
from reportedly.web.placing import placed
from reportedly.web.settings import Settings

SIZE = 25  # incidents a page of a server
REVISED = 30  # incidents told otherwise later that are listed


@dataclass(frozen=True, slots=True)
class Words:
    """What a speaker said of one field of an incident, in which words, and who printed it."""

    field: str
    value: str
    revised: bool
    spoken: Spoken
    by: str


@dataclass(frozen=True, slots=True)
class Later:
    """An incident of which something was told otherwise later, with each who did so."""

    incident: Incident
    changes: tuple[Changed, ...]


def named_page(settings: Settings, kind: str, value: str, *, page: int = 1, size: int = SIZE) -> Page | None:
    """The page of a "speaker", "site" or "weapon", None where neither ledger nor codebook has it. LedgerError where the
    ledger cannot be read."""
    book = codebooks.load(settings.codebook)
    path = settings.ledger
    facts = facts_of(kind, value, book)
    name = spoken.name_in(path, kind, value) or (facts.name if facts else None)
    if name is None:
        return None
    asked = replace(Asked(page=page, size=size), **{kind: value})  # type: ignore[arg-type]  # names of fields
    found = browse.shown(path, asked)
    revised, total = spoken.revised_in(path, kind, value, REVISED)
    with Ledger.open(path) as ledger:
        incidents = (
            {one.id: one for one in ledger.incidents([line.id for line in found.lines])} if kind == "speaker" else {}
        )
        words = _words(ledger, incidents, value)
        later = tuple(_later(one, kind, value) for one in ledger.incidents(list(revised)))
    shows = {
        "kind": kind,
        "value": value,
        "name": name,
        "facts": facts.lines if facts else (),
        "asked": asked,
        "found": found,
        "pages": pages_of(found, asked),
        "kinds": spoken.counted(path, kind, value),
        "stances": kept(spoken.stances, path, value) if kind == "speaker" else (),
        "words": words,
        "revised": [(field_name(field), number) for field, number in spoken.revised_of(path, kind, value)],
        "later": later,
        "later_total": total,
        "places": placed(browse.spots(path, Asked(site=value)), book) if kind == "site" else None,
    }
    return Page("named.html", name, "incidents", shows)


def _later(incident: Incident, kind: str, value: str) -> Later:
    """What was told otherwise of an incident; of a speaker's, what it told otherwise itself."""
    by = {
        (name, ", ".join(voice_name(voice) for voice in revision.voices))
        for name, settled in incident.values.items()
        for revision in settled.history
        if kind != "speaker" or any(one.id == value for voice in revision.voices for one in holders(voice))
    }
    return Later(incident, tuple(one for one in changed(incident) if (one.field, one.who) in by))


def _words(ledger: Ledger, incidents: Mapping[str, Incident], speaker: str) -> Mapping[str, tuple[Words, ...]]:
    """By incident, all that the speaker said of it."""
    if not incidents:
        return {}
    held = {id_: list(_held(incident, speaker)) for id_, incident in incidents.items()}
    ids = (claim for positions in held.values() for _, position in positions for claim in position.claims)
    claims, found = spoken.spoken(ledger.path, ids), rulings(ledger)
    told = {
        id_: replace(one, claim=ruled_claim(one.claim, found)) for id_, one in claims.items() if one.said_by(speaker)
    }
    told |= {id_: one for id_, one in _by_hand(ledger).items() if one.said_by(speaker)}
    return {id_: tuple(_each(positions, told)) for id_, positions in held.items()}


def _by_hand(ledger: Ledger) -> Mapping[str, Spoken]:
    """The claims that people added, by id."""
    return {
        one.claim.id: Spoken(one.claim, one.report.id, printer(one.report), one.report.published, stored=False)
        for one in added_by_hand(ledger)
    }


def _held(incident: Incident, speaker: str) -> Iterator[tuple[str, Position]]:
    for name in dict.fromkeys(("type", *told_of(incident))):
        for position in incident.values[name].positions if name in incident.values else ():
            if any(one.id == speaker for voice in position.voices for one in holders(voice)):
                yield name, position


def _each(positions: Iterable[tuple[str, Position]], told: Mapping[str, Spoken]) -> Iterator[Words]:
    """Each thing said once, where it was printed first."""
    for name, position in positions:
        own = [told[id_] for id_ in position.claims if id_ in told]
        for one in sorted(own, key=_printed)[:1]:
            value = position.value if one.claim.field != name else one.claim.value
            yield Words(field_name(name), show(name, value), position.revised, one, _by(one))


def _printed(claim: Spoken) -> tuple[str, str]:
    return (claim.published.iso if claim.published else "~", claim.claim.id)


def _by(claim: Spoken) -> str:
    return f"{claim.by}, {claim.published.day if claim.published else 'undated'}"
