"""Patterns, each compiled at one start of the program and taken from what it kept at the next: there are over a thousand,
and to compile them took longer than to read a hundred reports."""

import _sre  # type: ignore[import-not-found]  # private: what `re` itself ends with, alike from 3.11 to 3.13
import sys
from array import array
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from re import Pattern
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from reportedly.branches import code_of
from reportedly.kept import Kept, beside

Parsed = Iterable[tuple[Any, Any]]
Told = Callable[[Parsed], frozenset[str]]
_Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]


def compiled(pattern: str, flags: int = 0) -> Pattern[str]:
    """A pattern that matches what one of `re.compile` does, and sooner."""
    plain = int(flags)  # `re` is slow with its own kind
    return _made(pattern, KEPT.get((pattern, plain), lambda: _code(pattern, plain)))


def _made(pattern: str, told: _Code) -> Pattern[str]:
    all_flags, code, groups, names, numbers = told
    numbers_of_code = array("I", code).tolist()
    found: Pattern[str] = _sre.compile(pattern, all_flags, numbers_of_code, groups, names, numbers)
    return found


def told_of(told: Told, pattern: str, flags: int) -> frozenset[str]:
    """What a function of this program tells of a parsed pattern."""
    return KEPT.get((told.__name__, pattern, flags), lambda: told(parser.parse(pattern, flags)))


def _code(pattern: str, flags: int) -> _Code:
    """All that a pattern is compiled to, with fewer branches than `re` gives it: it matches the same."""
    parsed = parser.parse(pattern, flags)
    state = parsed.state
    numbers = [None] * state.groups
    for name, number in state.groupdict.items():
        numbers[number] = name
    code = array("I", code_of(parsed, flags)).tobytes()
    return flags | state.flags, code, state.groups - 1, dict(state.groupdict), tuple(numbers)


def _program(*modules: Path) -> str:
    """What values depend on beside their key: the Python that runs, and the modules that tell them."""
    with_names = [sys.version, str(_sre.MAGIC), sys.byteorder]
    return sha256(b"\0".join([*map(str.encode, with_names), *(path.read_bytes() for path in modules)])).hexdigest()


KEPT = Kept(
    beside(__file__, ".patterns"),
    _program(Path(__file__), Path(__file__).with_name("branches.py"), Path(__file__).parent / "fields" / "gated.py"),
    few=8,  # what is compiled at few starts is sooner compiled than a file is written
    most=6_000,
)
