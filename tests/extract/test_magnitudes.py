"""Who gave which magnitude, and which of them no longer stand."""

from datetime import date

import pytest
from tests.extract.core import EXTRACTOR, Case, cases, report

from reportedly.model import DateRange, Quantity, Role

TOLD_ON = date(2017, 9, 4)
GROUND = "The country has a test site at Punggye-ri."
SUNDAY = DateRange(date(2017, 9, 3), date(2017, 9, 3))


@pytest.mark.parametrize("case", cases("magnitudes.yaml"))
def test_each_magnitude_is_the_word_of_who_measured_it(case: Case) -> None:
    found = EXTRACTOR.extract(report(f"News of the day\n\n{case['text']} {GROUND}", TOLD_ON))
    (main,) = (m for m in found.mentions if m.role is Role.MAIN)
    assert main.state == "PRK"
    assert main.values["date"] == SUNDAY
    told = [(c.voices[-1].id, c.value, c.stance) for c in main.claims if c.field == "magnitude"]
    given = [[who, value.minimum, stance.value] for who, value, stance in told if isinstance(value, Quantity)]
    assert given == case["magnitudes"]
