"""Imports go leftwards only, and stand at the top of a file."""

import ast
from collections.abc import Iterator
from pathlib import Path

import reportedly

ROOT = Path(reportedly.__file__).parent
ORDER = (
    "model", "codebook", "fields", "readers", "extract", "reconcile", "check", "store", "pipeline", "publish", "score",
    "cli", "__main__",
)  # fmt: skip
OUTSIDE = {"", "parallel", "__init__"}  # the package's version, and processes: they import nothing of ours


def imported(file: Path) -> Iterator[str]:
    """The layers a file imports from."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: a relative import"
            names = [
                f"{node.module}.{alias.name}" if node.module == "reportedly" else node.module for alias in node.names
            ]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            package, *rest = (name or "").split(".")
            if package == "reportedly":
                yield rest[0] if rest and rest[0] != "__version__" else ""


def layer_of(file: Path) -> str:
    return file.relative_to(ROOT).parts[0].removesuffix(".py")


def test_imports_go_leftwards_only() -> None:
    wrong = []
    for file in sorted(ROOT.rglob("*.py")):
        own = layer_of(file)
        for layer in set(imported(file)):
            if own in OUTSIDE:
                wrong.append(f"{file.relative_to(ROOT)} imports {layer}; it may import nothing of ours")
            elif layer not in OUTSIDE and ORDER.index(layer) > ORDER.index(own):
                wrong.append(f"{file.relative_to(ROOT)} imports {layer}, which stands to its right")
    assert not wrong, "\n".join(wrong)


def test_only_the_command_line_imports_inside_functions() -> None:
    wrong = []
    for file in sorted(ROOT.rglob("*.py")):
        if layer_of(file) == "cli":
            continue
        for function in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef):
                nodes = [node for node in ast.walk(function) if isinstance(node, ast.ImportFrom)]
                wrong += [f"{file.name}:{n.lineno}" for n in nodes if (n.module or "").startswith("reportedly")]
    assert not wrong, f"imports of our own inside functions: {wrong}"


def test_no_module_stands_outside_the_order() -> None:
    modules = {layer_of(file) for file in ROOT.rglob("*.py")}
    assert modules <= {*ORDER, *OUTSIDE}, modules - {*ORDER, *OUTSIDE}
