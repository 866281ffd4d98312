"""Answers that are kept as long as the ledger's file stays what it was, so that a page need not ask for them again."""

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import TypeVar, cast

from reportedly.store.past import mark_of

T = TypeVar("T")
MOST = 128  # answers

_answers: OrderedDict[tuple[object, ...], tuple[tuple[int, ...], object]] = OrderedDict()
_lock = Lock()


def kept(ask: Callable[..., T], path: Path, *arguments: object) -> T:
    """What `ask(path, *arguments)` answers of the ledger at `path`, asked once as long as nothing is written to it."""
    key = (ask, path, arguments)
    mark = mark_of(path)
    with _lock:
        found = _answers.get(key)
        if found is not None and found[0] == mark:
            _answers.move_to_end(key)
            return cast(T, found[1])
    answer = ask(path, *arguments)
    with _lock:
        _answers[key] = (mark, answer)
        while len(_answers) > MOST:
            _answers.popitem(last=False)
    return answer
