"""A report is about what its headline and lead tell, whatever verb they choose, and about nothing that did not happen."""

import pytest
from tests.extract.core import Case, cases, mains, reading


@pytest.mark.parametrize("case", cases("subjects*.yaml"))
def test_a_report_is_about_these_incidents(case: Case) -> None:
    found = [[m.type, m.state] for m in mains(reading(case))]
    assert sorted(found, key=str) == sorted(case["mains"], key=str)
