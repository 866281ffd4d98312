"""`reportedly.frozen.dataclass` makes the classes that `dataclasses.dataclass` makes, but for the look at each assignment."""

import copy
import dataclasses
import pickle
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import reportedly
from reportedly import frozen

ROOT = Path(reportedly.__file__).parent


@frozen.dataclass(frozen=True, slots=True, order=True)
class Ours:
    """Of this program."""

    first: int
    second: str = "b"
    third: tuple[int, ...] = dataclasses.field(default=(), compare=False)


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Theirs:
    """Of the library."""

    first: int
    second: str = "b"
    third: tuple[int, ...] = dataclasses.field(default=(), compare=False)


@frozen.dataclass(frozen=True, slots=True, eq=False)
class Alone:
    """Equal to itself alone."""

    first: int = 1


@frozen.dataclass(frozen=True)
class Counted:
    """With a hash of its own."""

    first: int = 1

    def __hash__(self) -> int:
        return 7


@frozen.dataclass
class Open:
    """To be edited."""

    first: int = 1


VALUES: list[tuple[Any, ...]] = [(1,), (1, "a"), (2, "b", (3,)), (2, "b")]


@pytest.mark.parametrize("values", VALUES)
def test_hash_order_and_what_is_printed_are_the_library_s(values: tuple[Any, ...]) -> None:
    ours, theirs = Ours(*values), Theirs(*values)
    assert hash(ours) == hash(theirs)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert [ours < Ours(*more) for more in VALUES] == [theirs < Theirs(*more) for more in VALUES]
    assert [ours == Ours(*more) for more in VALUES] == [theirs == Theirs(*more) for more in VALUES]


@pytest.mark.parametrize("values", VALUES)
def test_it_is_copied_and_goes_between_processes(values: tuple[Any, ...]) -> None:
    ours = Ours(*values)
    for copied in (pickle.loads(pickle.dumps(ours)), copy.deepcopy(ours), dataclasses.replace(ours, third=ours.third)):
        assert (copied, copied.third) == (ours, ours.third)


def test_what_is_said_of_hash_and_equality_holds() -> None:
    assert Alone() != Alone() and len({Alone(), Alone()}) == 2
    assert Counted() == Counted() and hash(Counted()) == 7
    with pytest.raises(TypeError, match="unhashable"):
        hash(Open())


def test_mypy_refuses_to_edit_it(tmp_path: Path) -> None:
    program = tmp_path / "edits.py"
    program.write_text("from reportedly.model import Span\n\nspan = Span(1, 2)\nspan.start = 3\n", encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), str(program)]
    found = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert 'Property "start" defined in "Span" is read-only' in found.stdout, found.stdout + found.stderr


def test_the_program_makes_no_other() -> None:
    of_the_library = re.compile(r"^from dataclasses import .*\bdataclass\b|@dataclasses\.", re.MULTILINE)
    files = [path for path in ROOT.rglob("*.py") if of_the_library.search(path.read_text("utf-8"))]
    assert files == [ROOT / "frozen.py"]
