"""Writes what the documentation takes from the program: docs/commands.md, and the demo's output in README.md.

make docs
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import typer.main

from reportedly.cli.app import app

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = ROOT / "docs" / "commands.md"
README = ROOT / "README.md"
PLAIN = {"COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb", "PYTHONIOENCODING": "utf-8"}
_DEMO = re.compile(r"(?<=<!-- demo -->\n).*?(?=<!-- end of demo -->)", re.DOTALL)
_HEAD = """# Commands

Written by `make docs` from the program's own `--help`; a test holds this page to it.

Data goes to stdout, talk to stderr. Exit 0: fine; 1: problems were found; 2: wrong use.
"""


def verbs() -> list[tuple[str, ...]]:
    """Every verb in the order of the program's own help; one inside another behind it."""
    return list(_under(typer.main.get_command(app), ()))


def _under(command: object, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for name, inner in getattr(command, "commands", {}).items():
        if getattr(inner, "commands", None):
            if getattr(inner, "invoke_without_command", False):
                yield (*path, name)
            yield from _under(inner, (*path, name))
        else:
            yield (*path, name)


def commands_page() -> str:
    """The page of all commands."""
    parts = [_HEAD, f"```\n{_help()}\n```\n"]
    parts += [f"## {' '.join(verb)}\n\n```\n{_help(*verb)}\n```\n" for verb in verbs()]
    return "\n".join(parts)


def demo_output() -> str:
    """What `reportedly demo` prints on stdout, on a terminal 80 columns wide."""
    with tempfile.TemporaryDirectory() as folder:
        printed = run("demo", "--ledger", str(Path(folder) / "demo.db"))
    return "\n".join(line.rstrip() for line in printed.splitlines())


def with_demo(readme: str, output: str) -> str:
    """The README with this output between its markers."""
    return _DEMO.sub(lambda _: f"```\n{output}\n```\n", readme)


def _help(*verb: str) -> str:
    lines = run(*verb, "--help").strip().splitlines()
    return "\n".join(line.rstrip() for line in lines)


def run(*arguments: str) -> str:
    """What the program prints on stdout, on a terminal 80 columns wide."""
    program = [str(Path(sys.executable).with_name("reportedly")), *arguments]
    environment = {**os.environ, **PLAIN}
    done = subprocess.run(program, env=environment, capture_output=True, check=True, encoding="utf-8", cwd=ROOT)
    return done.stdout


def main() -> None:
    """Nothing; both pages are written."""
    COMMANDS.write_text(commands_page(), encoding="utf-8")
    README.write_text(with_demo(README.read_text("utf-8"), demo_output()), encoding="utf-8")


if __name__ == "__main__":
    main()
