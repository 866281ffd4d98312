"""Claims that people added by hand, in the list of claims: they come last, because no report of the ledger holds them."""

from reportedly.model import Voice
from reportedly.publish.contract import claim_line
from reportedly.store.ledger import Ledger
from reportedly.store.ruled import Added, added_by_hand
from reportedly.store.taken import Slice, WantedClaims
from reportedly.web.api.lines import FoundClaimLine


def wanted_by_hand(ledger: Ledger, wanted: WantedClaims) -> list[FoundClaimLine]:
    """Those of the claims added by hand that are asked for, by id."""
    home = ledger.homes([wanted.incident]).get(wanted.incident) if wanted.incident else None
    return [
        FoundClaimLine(
            claim=claim_line(one.claim), report=one.report.id, incident=one.incident, sentence=one.report.text.strip()
        )
        for one in added_by_hand(ledger)
        if _fits(one, wanted, home)
    ]


def rest(part: Slice, before: int) -> slice:
    """What of a second list stands on a page of two, one after the other, of which the first has so many items."""
    start = part.size * (part.page - 1) - before
    return slice(max(0, start), max(0, start + part.size))


def _fits(one: Added, wanted: WantedClaims, home: str | None) -> bool:
    claim = one.claim
    speakers = {id_ for voice in claim.voices for id_ in _ids(voice)}
    return (
        wanted.field in (None, claim.field)
        and wanted.stance in (None, claim.stance.value)
        and (wanted.speaker is None or wanted.speaker in speakers)
        and wanted.outlet in (None, one.report.outlet)
        and wanted.report in (None, one.report.id)
        and (wanted.incident is None or (home is not None and home == one.incident))
    )


def _ids(voice: Voice) -> tuple[str, ...]:
    return voice.id, *(holder.id for holder in voice.joint)
