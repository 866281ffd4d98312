"""Imports go leftwards only (model, codebook, fields, readers ... cli), and stand at the head of a file."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import reportedly

ROOT = Path(reportedly.__file__).parent
ORDER = (
    "kept", "frozen", "model", "parallel", "patience", "letters", "branches", "openings", "coded", "patterns", "codebook", "fields", "readers", "extract", "extractors", "reconcile", "check", "store", "samples", "joining", "desk", "reading",
    "reading", "pipeline", "publish", "deciding", "web", "score", "cli", "__main__",
)  # fmt: skip
HEAVY = frozenset(
    {"spacy", "thinc", "trafilatura", "htmldate", "httpx", "tenacity", "openpyxl", "yaml", "charset_normalizer"}
)  # slow or optional: not every run needs them
FILES = sorted(ROOT.rglob("*.py"))


def part(path: Path) -> str:
    """The part of the house a file belongs to: a folder, or a file beside the folders."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(tree: ast.AST) -> Iterator[str]:
    """The parts of the house that are imported anywhere in a file."""
    for node in ast.walk(tree):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        if isinstance(node, ast.ImportFrom) and node.module == "reportedly":
            names = [f"reportedly.{alias.name}" for alias in node.names]
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        yield from (name.split(".")[1] for name in names if name.startswith("reportedly."))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_imports_only_what_stands_left_of_it(path: Path) -> None:
    if path == ROOT / "__init__.py":
        assert not set(imported(ast.parse(path.read_text("utf-8"))))
        return
    here = ORDER.index(part(path))
    for name in set(imported(ast.parse(path.read_text("utf-8")))) - {"__version__"}:
        assert ORDER.index(name) <= here, f"{path.name} of {part(path)} imports {name}, which stands right of it"


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if part(path) not in {"cli", "patterns"} and path != ROOT / "codebook" / "load.py"],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_imports_stand_at_the_head_of_a_file(path: Path) -> None:
    """The command line imports when it is called, because `--help` must be there at once; some libraries wait, too; so does
    what builds a codebook, for one that was not kept; and patterns are compiled by one of two modules, by the Python that runs."""
    inside = {
        (node.lineno, name.split(".")[0])
        for scope in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.If)
        for node in ast.walk(scope)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names])
    }
    late = sorted((line, name) for line, name in inside if name not in HEAVY)
    assert not late, f"{path.name}, line and module: {late}"
