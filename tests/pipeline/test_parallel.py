"""Work in several processes comes back in order, and a process that dies is told in words."""

import os

import pytest

from reportedly.model.errors import ReportedlyError
from reportedly.parallel import in_order


def begin() -> None:
    """Nothing; a process needs no preparation here."""


def double(number: int) -> int:
    """The number twice; 7 ends the process as the system does where memory runs out."""
    if number == 7:
        os._exit(9)
    return 2 * number


@pytest.mark.parametrize("processes", [1, 2])
def test_results_come_in_the_order_of_the_work(processes: int) -> None:
    found = in_order(double, [3, 1, 2], processes=processes, prepare=begin, settings=())
    assert list(found) == [6, 2, 4]


def test_a_process_that_dies_is_told_with_a_remedy() -> None:
    with pytest.raises(ReportedlyError, match="what was read before is kept"):
        list(in_order(double, [1, 7, 2], processes=2, prepare=begin, settings=()))
