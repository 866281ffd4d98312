"""An end to work that would go on for hours: one report must not keep the others from being read."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType


class TooLongError(Exception):
    """Work took more seconds of computing than it was given."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Nothing; TooLongError out of whatever runs within once it has computed for so many seconds.

    Where no timer can be set (in another thread than the first, under Windows, or within another such block), it runs on.
    """
    can = hasattr(signal, "setitimer") and current_thread() is main_thread()
    if not can or signal.getsignal(signal.SIGPROF) is _ended:
        yield
        return

    before = signal.signal(signal.SIGPROF, _ended)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _ended(_number: int, _frame: FrameType | None) -> None:
    raise TooLongError
