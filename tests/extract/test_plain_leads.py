"""A plain lead is read whole, whichever of its usual parts stand together, and what stands behind it changes nothing."""

from hypothesis import given, settings
from leads import Lead, leads

from reportedly.codebook import load
from reportedly.extract.extractor import Extractor
from reportedly.model import Count, DateRange, Place, Quantity, Role, Term

EXTRACTOR = Extractor(load())


@given(leads())
@settings(max_examples=300, deadline=None)
def test_a_plain_lead_is_read_whole(lead: Lead) -> None:
    extraction = EXTRACTOR.extract(lead.report)
    (main,) = (mention for mention in extraction.mentions if mention.role is Role.MAIN)
    values = main.values
    count, day, flown = (values.get(name) for name in ("count", "date", "distance_km"))
    assert (main.type, main.state) == (lead.type, lead.state)
    assert isinstance(count, Count)
    assert (count.minimum, count.maximum) == lead.count
    assert values.get("weapon_class") == Term(lead.weapon_class)
    assert isinstance(day, DateRange)
    assert day.day == lead.day
    assert isinstance(values.get("site"), Place)
    assert (flown.maximum if isinstance(flown, Quantity) else None) == lead.flown
    told = next(claim for claim in main.claims if claim.field == "type")
    assert told.voices[-1].id == lead.voice
