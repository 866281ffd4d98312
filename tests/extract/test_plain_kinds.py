"""A plain lead of any kind is about what it says, of the state that acts, on the day it names."""

from datetime import date

from hypothesis import given, settings
from kinds import Told, told
from tests.extract.core import EXTRACTOR, mains, report

from reportedly.model import DateRange

PUBLISHED = date(2024, 9, 18)


@given(told())
@settings(max_examples=300, deadline=None)
def test_a_plain_lead_of_any_kind_is_read(lead: Told) -> None:
    found = mains(EXTRACTOR.extract(report(f"News in brief\n\n{lead.text}", PUBLISHED)))
    if lead.type is None:
        assert found == []
        return
    (main,) = found
    when = main.values.get("date")
    assert (main.type, main.state) == (lead.type, lead.state)
    assert isinstance(when, DateRange)
    assert when.day == lead.day
