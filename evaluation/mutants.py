"""How many small faults the tests notice: mutants of a package, each against the tests beside it.

python -m evaluation.mutants --package extract --tests tests/extract tests/fields --number 40
"""

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "src" / "reportedly"
_FLIPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.GtE, ast.LtE: ast.Gt, ast.Gt: ast.LtE, ast.GtE: ast.Lt,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_CROSSED: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One small fault: the file, the line, what was done to it, and the whole text of the file with it."""

    path: Path
    line: int
    change: str
    text: str


def places_of(path: Path) -> list[tuple[Path, int]]:
    """Every place of a file where a fault can be put, by number."""
    found = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if _change(node, apply=False)]
    return [(path, number) for number in range(len(found))]


def mutant_at(path: Path, number: int) -> Mutant:
    """The file with the fault of that number: a comparison, an "and", a "not", a number or a result turned round."""
    tree = ast.parse(path.read_text("utf-8"))
    node = [node for node in ast.walk(tree) if _change(node, apply=False)][number]
    line = getattr(node, "lineno", 0)
    return Mutant(path, line, _change(node, apply=True) or "", ast.unparse(tree))


def _change(node: ast.AST, *, apply: bool) -> str | None:
    """What can be turned round in a node, done where `apply`; None where nothing can."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in _FLIPPED:
            other = _FLIPPED[type(op)]
            if apply:
                node.ops = [other()]
            return f"{type(op).__name__} to {other.__name__}"
        case ast.BoolOp(op=op):
            if apply:
                node.op = ast.Or() if isinstance(op, ast.And) else ast.And()
            return f"{type(op).__name__} turned"
        case ast.UnaryOp(op=ast.Not()):
            if apply:
                node.operand = ast.UnaryOp(op=ast.Not(), operand=node.operand)
            return "not dropped"
        case ast.BinOp(op=op) if type(op) in _CROSSED and not isinstance(node.left, ast.JoinedStr):
            if apply:
                node.op = _CROSSED[type(op)]()
            return f"{type(op).__name__} crossed"
        case ast.Constant(value=int() as held) if not isinstance(held, bool) and 0 < held < 1000:
            if apply:
                node.value = held + 1
            return f"{held} to {held + 1}"
        case ast.Return(value=ast.expr() as held) if not isinstance(held, ast.Constant):
            if apply:
                node.value = ast.Constant(None)
            return "returns nothing"
    return None


def survives(mutant: Mutant, tests: list[str], copy: Path) -> bool:
    """Whether the tests pass with the mutant in a copy of the package."""
    place = copy / "reportedly" / mutant.path.relative_to(SOURCE)
    kept = place.read_text("utf-8")
    place.write_text(mutant.text, "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    settings = os.environ | {"PYTHONPATH": f"{copy}{os.pathsep}{Path.cwd()}"}
    try:
        done = subprocess.run(command, env=settings, capture_output=True, timeout=900, check=False)
    except subprocess.TimeoutExpired:
        return False
    else:
        return done.returncode == 0
    finally:
        place.write_text(kept, "utf-8")


def main(arguments: list[str] | None = None) -> int:
    """The exit status: 0 where at least the wanted share was noticed."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.mutants", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--package", default="extract", help="a folder of the package")
    parser.add_argument("--tests", nargs="+", default=["tests/extract"], help="the tests to run")
    parser.add_argument("--number", type=int, default=40, help="how many mutants are drawn")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--wanted", type=float, default=0.7, help="the share that must be noticed")
    options = parser.parse_args(arguments)
    files = sorted((SOURCE / options.package).rglob("*.py"))
    every = [place for path in files for place in places_of(path)]
    drawn = random.Random(options.seed).sample(every, min(options.number, len(every)))
    noticed = 0
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(SOURCE, Path(folder) / "reportedly", ignore=shutil.ignore_patterns("__pycache__"))
        for path, number in drawn:
            mutant = mutant_at(path, number)
            alive = survives(mutant, options.tests, Path(folder))
            noticed += not alive
            place = f"{mutant.path.relative_to(SOURCE)}:{mutant.line}"
            print(f"{'survives' if alive else 'noticed '} {place} {mutant.change}", flush=True)
    share = noticed / len(drawn) if drawn else 0.0
    print(f"{noticed} of {len(drawn)} mutants noticed ({share:.0%}), drawn from {len(every)} with seed {options.seed}")
    return 0 if share >= options.wanted else 1


if __name__ == "__main__":
    sys.exit(main())
