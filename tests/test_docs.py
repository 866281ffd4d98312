"""The documentation says what the program does. Where this fails after a change of the program: make docs."""

import re
import tomllib
from pathlib import Path

import pytest
from scripts.write_docs import COMMANDS, README, ROOT, commands_page, demo_output, run, verbs, with_demo

import reportedly.model

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
_LINK = re.compile(r"\[[^\]]+\]\((?!https?:)([^)#\s]+)")


def test_the_page_of_commands_is_what_help_prints() -> None:
    assert COMMANDS.read_text("utf-8") == commands_page(), "the command line has changed: make docs"


def test_the_readme_shows_what_the_demo_prints() -> None:
    readme = README.read_text("utf-8")
    assert readme == with_demo(readme, demo_output()), "the demo prints something else now: make docs"


def test_what_the_pages_rule_on_stands_in_the_ledger_of_the_samples(tmp_path: Path) -> None:
    demo = ("--ledger", str(tmp_path / "demo.db"))
    run("demo", *demo)
    held = run("export", *demo)
    for page in (README, ROOT / "docs" / "ruling.md"):
        ruled = re.findall(r"decide (?:accept|reject|correct) ([0-9a-f]{8})\b", page.read_text("utf-8"))
        assert ruled
        assert not [id_ for id_ in ruled if f'"{id_}' not in held], page


def test_every_verb_has_an_example_in_its_help() -> None:
    sections = COMMANDS.read_text("utf-8").split("\n## ")[1:]
    without = [section.splitlines()[0] for section in sections if "Example: reportedly " not in section]
    assert len(sections) == len(verbs())
    assert not without


def test_the_readme_tours_every_verb() -> None:
    shown = README.read_text("utf-8")
    assert not [verb for verb in verbs() if f"reportedly {' '.join(verb)}" not in shown]


def test_commands_in_the_pages_exist() -> None:
    known = {verb[0] for verb in verbs()}
    for page in PAGES:
        lines = re.findall(r"^    reportedly (\w+)", page.read_text("utf-8"), re.MULTILINE)
        assert set(lines) <= known, page


def test_options_in_the_pages_exist() -> None:
    helped = {part.splitlines()[0]: part for part in COMMANDS.read_text("utf-8").split("\n## ")[1:]}
    for page in PAGES:
        for verb, inner, rest in re.findall(
            r"^    reportedly (\w+)(?: (\w+))?(.*)$", page.read_text("utf-8"), re.MULTILINE
        ):
            whole = f"{verb} {inner}" if f"{verb} {inner}" in helped else verb
            for option in re.findall(r"--[a-z-]+", rest):
                assert option in helped[whole], f"{page.name}: {whole} has no {option}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    missing = [link for link in _LINK.findall(page.read_text("utf-8")) if not (page.parent / link).exists()]
    assert not missing


def test_the_glossary_has_every_noun_of_the_model() -> None:
    written = (ROOT / "docs" / "glossary.md").read_text("utf-8").lower()
    nouns = [name for name in reportedly.model.__all__ if name[0].isupper() and not name.isupper()]
    assert not [noun for noun in nouns if noun.lower() not in written]


def test_every_dependency_has_its_line_with_the_release_that_is_locked() -> None:
    written = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    locked = dict(
        re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / "requirements-dev.lock").read_text("utf-8"), re.MULTILINE)
    )
    groups = PROJECT["dependency-groups"]
    extras = (one for extra in PROJECT["project"]["optional-dependencies"].values() for one in extra)
    for wanted in [*PROJECT["project"]["dependencies"], *extras, *groups["build"], *groups["dev"]]:
        name = re.match(r"[\w.-]+", wanted)[0]  # type: ignore[index]  # every requirement begins with its name
        version = locked[name.lower().replace("_", "-")]
        assert re.search(rf"^\| {name} \|.*\| {re.escape(version)} \|", written, re.MULTILINE), f"{name} {version}"


def test_the_locks_pin_by_hash_and_name_no_index() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text("utf-8")
        assert "://" not in text
        assert "index-url" not in text
        entries = re.split(r"\n(?=[\w.-]+==)", text.strip())
        assert entries
        assert all("--hash=sha256:" in entry for entry in entries), name


def test_what_runs_and_what_develops_is_locked_alike() -> None:
    runs, develops = (
        set(re.findall(r"^[\w.-]+==[\w.]+.*?(?= \\)", (ROOT / name).read_text("utf-8"), re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert runs <= develops


def test_every_direct_dependency_is_locked() -> None:
    locked = (ROOT / "requirements.lock").read_text("utf-8")
    for wanted in PROJECT["project"]["dependencies"]:
        name = re.split(r"[<>=]", wanted)[0]
        assert re.search(rf"^{name}==", locked, re.MULTILINE), f"{name}: make lock"
