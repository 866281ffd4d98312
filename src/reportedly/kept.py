"""What every start makes ready, and makes alike: kept for the next start beside the modules that Python has compiled.

The file stands where Python keeps its own (`__pycache__`, or under PYTHONPYCACHEPREFIX), is written where Python would
write (not with PYTHONDONTWRITEBYTECODE, nor where the folder cannot be written), and is trusted as those are. Whoever
deletes it loses nothing but a second at the next start.
"""

import atexit
import os
import pickle
import sys
import zlib
from collections.abc import Callable, Hashable
from contextlib import suppress
from functools import cached_property
from importlib.util import cache_from_source
from pathlib import Path
from typing import TypeVar

Value = TypeVar("Value")


class Kept:
    """Values by key, out of a file where it holds them.

    `program` is what makes the values: of another, none are taken. For fewer than `few` new values the file is not
    written again; of more than `most` only those are kept that this start asked for.
    """

    def __init__(self, path: Path | None, program: str, *, few: int, most: int) -> None:
        self.path = path
        self._program = program
        self._few, self._most = few, most
        self._new: dict[Hashable, object] = {}
        self._asked: set[Hashable] = set()
        self._process = os.getpid()

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """What `make` made of the same key at an earlier start; else what it makes now."""
        self._asked.add(key)
        if key in self._known:
            return self._known[key]  # type: ignore[return-value]  # a key is asked for with one `make`
        if key not in self._new:
            if not self._new and os.getpid() == self._process:
                atexit.register(self.save)
            self._new[key] = make()
        return self._new[key]  # type: ignore[return-value]

    def save(self) -> None:
        """Nothing; the file holds what is new too, where it may be written and that is worth it."""
        few = len(self._new) < self._few and bool(self._known)
        if self.path is None or few or not self._new or os.getpid() != self._process or sys.dont_write_bytecode:
            return
        values = self._known | self._new
        if len(values) > self._most:
            values = {key: value for key, value in values.items() if key in self._asked}
        packed = pickle.dumps((self._program, values), 5)
        written = self.path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            written.write_bytes(zlib.crc32(packed).to_bytes(4, "big") + packed)
            written.replace(self.path)
        with suppress(OSError):
            written.unlink(missing_ok=True)

    @cached_property
    def _known(self) -> dict[Hashable, object]:
        """What the file holds; nothing where there is none, or it is of another program, or damaged."""
        with suppress(Exception):  # whatever is wrong with the file, its values can be made
            raw = (self.path or Path()).read_bytes()
            if int.from_bytes(raw[:4], "big") == zlib.crc32(memoryview(raw)[4:]):
                program, values = pickle.loads(memoryview(raw)[4:])
                if program == self._program:
                    found: dict[Hashable, object] = values
                    return found
        return {}


def beside(module: str, suffix: str) -> Path | None:
    """Where a file of a module's is kept, from the module's own path; None where Python keeps nothing."""
    with suppress(NotImplementedError):
        return Path(cache_from_source(module)).with_suffix(suffix)
    return None
