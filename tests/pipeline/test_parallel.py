"""Work in several processes comes back in order, and a process that dies is told in words."""

import os
from contextlib import ExitStack
from threading import Event, Thread

import pytest

from reportedly.model.errors import ReportedlyError
from reportedly.parallel import in_order, is_alone

_prepared: list[int] = []
_worked: list[int] = []


def begin() -> None:
    """Nothing; which process was prepared is known in it, and in its copies."""
    _prepared[:] = [os.getpid()]


def prepared_in(_: int) -> int:
    """The process that was prepared for the one that works here."""
    return _prepared[0]


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


@pytest.mark.parametrize("beside", [False, True])
def test_no_process_is_copied_while_a_thread_runs_beside(beside: bool) -> None:
    with ExitStack() as stack:
        if beside:
            stack.enter_context(_a_thread())
        alone = is_alone()
        assert not (alone and beside)
        found = set(in_order(prepared_in, [1, 2, 3], processes=2, prepare=begin, settings=()))
    assert (found == {os.getpid()}) == alone


def practised_in(_: int) -> tuple[int, int]:
    """The process that works here, and the one that worked first of all before it."""
    _worked.append(os.getpid())
    return os.getpid(), _worked[0]


def test_others_begin_as_copies_of_a_process_that_has_worked_once() -> None:
    _worked.clear()
    alone = is_alone()
    found = list(in_order(practised_in, [1, 2, 3], processes=2, prepare=begin, settings=(), practised=True))
    assert len(found) == 3
    if alone:
        assert found[0] == (os.getpid(), os.getpid())
        assert {first for _, first in found} == {os.getpid()}
        assert os.getpid() not in {where for where, _ in found[1:]}


def _a_thread() -> ExitStack:
    """A thread that waits until it is left."""
    over = Event()
    thread = Thread(target=over.wait)
    thread.start()
    stack = ExitStack()
    stack.callback(thread.join)
    stack.callback(over.set)
    return stack
