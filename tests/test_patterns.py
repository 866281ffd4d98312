"""No text keeps a pattern busy for hours: a report of a few hundred words once did."""

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.ambiguity import ambiguous

import reportedly
from reportedly import codebook
from reportedly.extract.claims.flight import patterns_of
from reportedly.extract.lexicon import Lexicon
from reportedly.extract.speaker_words import speaking
from reportedly.extract.weapon_class import traits_of
from reportedly.fields.gated import Gated
from reportedly.fields.outcome import words_of

ROOT = Path(reportedly.__file__).parent
MODULES = sorted(module.name for module in pkgutil.walk_packages(reportedly.__path__, "reportedly."))


def _patterns(value: Any) -> Iterator[tuple[str, int]]:
    if isinstance(value, re.Pattern | Gated) and isinstance(value.pattern, str):
        yield value.pattern, value.flags
    elif isinstance(value, tuple | list | frozenset | set):
        for one in value:
            yield from _patterns(one)
    elif isinstance(value, dict):
        yield from _patterns(tuple(value.values()))


@pytest.mark.parametrize("name", [name for name in MODULES if not name.endswith("__main__")])
def test_no_pattern_reads_a_text_in_endless_ways(name: str) -> None:
    own = vars(importlib.import_module(name))
    found = {(key, letters) for key, value in own.items() for said in _patterns(value) for letters in ambiguous(*said)}
    assert not found


def test_no_pattern_made_of_the_codebook_does() -> None:
    book = codebook.load()
    made = {
        **vars(speaking(book)),
        "outcomes": words_of(book.phrases).phrases.patterns,
        "flight": [one for _, one in patterns_of(book.phrases)],
    }
    made |= {"traits": traits_of(book.phrases).pattern, "counted": Lexicon(book).counted.pattern}
    held = ((key, *said) for key, value in made.items() for said in _patterns(value))
    assert not {(key, letters) for key, *said in held for letters in ambiguous(*said)}


def test_how_often_is_not_filled_in_by_python() -> None:
    """In a pattern that names others, "{0,40}" is a pair of numbers and has to be written with double braces."""
    trees = ((path, ast.walk(ast.parse(path.read_text("utf-8")))) for path in sorted(ROOT.rglob("*.py")))
    filled = [
        (path.name, node.lineno)
        for path, nodes in trees
        for node in nodes
        if isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Tuple)
    ]
    assert not filled


@pytest.mark.parametrize(
    "path", sorted(p for part in ("extract", "fields") for p in (ROOT / part).rglob("*.py")), ids=str
)
def test_a_pattern_of_a_module_is_taken_from_what_was_kept(path: Path) -> None:
    """`compiled`, not `re.compile`: the latter would compile it anew at every start."""
    tree = ast.parse(path.read_text("utf-8"))
    calls = (node for top in tree.body if isinstance(top, ast.Assign | ast.AnnAssign) for node in ast.walk(top))
    names = [ast.unparse(node.func) for node in calls if isinstance(node, ast.Call)]
    assert "re.compile" not in names


def test_a_python_whose_parts_are_not_known_reads_the_same() -> None:
    other = (
        "import sys; sys.implementation.name = 'other'; from reportedly.cli import main; sys.argv[0] = 'reportedly'\n"
        "try: main()\nfinally: assert 'reportedly.coded' not in sys.modules"
    )
    reading = ["extract", "--quiet", "--jobs", "1", str(ROOT / "samples")]
    usual, unknown = (
        subprocess.run([sys.executable, *run, *reading], capture_output=True, text=True, check=False, timeout=300)
        for run in (("-m", "reportedly"), ("-c", other))
    )
    assert usual.stdout.count("\n") > 3
    assert (unknown.stdout, unknown.stderr) == (usual.stdout, usual.stderr)


@pytest.mark.parametrize(
    "pattern", [r"(?:[a-z'-]+[.\s]*)+", r"(?:\w+\s*){1,9}", r"(a+)+$", r"(?:[\s,]+(?:of|and)?)+\Z"]
)
def test_an_endless_pattern_is_found(pattern: str) -> None:
    assert ambiguous(pattern)


@pytest.mark.parametrize("pattern", [r"(?:[a-z'-]++[.\s]*)+", r"(?:\w+\s+){1,9}", r"(?:\b\w+\s*)+", r"(?:\w+ ?){0,3}"])
def test_a_plain_pattern_is_none(pattern: str) -> None:
    assert not ambiguous(pattern)
