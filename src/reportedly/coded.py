"""Patterns, each compiled at one start of the program and taken from what it kept at the next: there are over a thousand,
and to compile them took longer than to read a hundred reports. By the private parts of `re`, as CPython 3.11 to 3.13 have them."""

import _sre  # type: ignore[import-not-found]  # private: what `re` itself ends with, alike from 3.11 to 3.13
import sys
from array import array
from hashlib import sha256
from pathlib import Path
from re import Pattern
from re import _parser as parser  # type: ignore[attr-defined]

from reportedly import openings
from reportedly.branches import code_of
from reportedly.kept import Kept, beside

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


def starts_of(pattern: str, flags: int) -> frozenset[str]:
    """Small letters with one of which every match begins; none where some may begin otherwise."""
    return KEPT.get(("starts", pattern, flags), lambda: openings.starts_of(parser.parse(pattern, flags)))


def pieces_of(pattern: str, flags: int) -> frozenset[str]:
    """Small letters of which every match holds one; none where some may hold none that is long enough."""
    return KEPT.get(("pieces", pattern, flags), lambda: openings.pieces_of(parser.parse(pattern, flags)))


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
    _program(
        Path(__file__), *(Path(__file__).with_name(name) for name in ("branches.py", "openings.py", "letters.py"))
    ),
    few=8,  # what is compiled at few starts is sooner compiled than a file is written
    most=6_000,
)
