"""Codebooks load, the user's own as well, and faults name file and line."""

import re
from pathlib import Path

import pytest

from reportedly.codebook import check, load
from reportedly.codebook.build import _sources
from reportedly.codebook.faults import cross_faults
from reportedly.model.errors import CodebookError

FERRY = Path(__file__).parent / "ferry"


def test_the_default_has_no_fault() -> None:
    assert list(cross_faults(load(), _sources(None))) == []


def test_ten_lines_make_a_codebook_of_another_field() -> None:
    codebook = load(FERRY)
    assert list(codebook.types) == ["ferry_accident"]
    assert list(codebook.fields) == ["date", "site", "count"]
    assert codebook.weapons == {} and codebook.sites == {}
    assert codebook.cues and codebook.count_words and codebook.states["JPN"].zone == "Asia/Tokyo"
    assert [match.id for match in codebook.names.find("A ferry sank off Japan")] == ["JPN"]
    assert check(FERRY) == []


SITE = "sites:\n  PRK:\n"
FAULTS = [
    ("sites.yaml", SITE + "    - {id: x, name: X,\n       precision: 9}\n", "sites.yaml:4: site 'x': precision must"),
    ("sites.yaml", SITE + "    - {id: x, name: X, colour: red}\n", "sites.yaml:3: unknown key 'colour'"),
    ("sites.yaml", SITE + "    - {id: x, name: X}\n    - {id: x, name: Y}\n", "sites.yaml:4: id 'x' is given twice"),
    ("sites.yaml", SITE + "    - {id: x, name: X}\n    - {id: y, name: X}\n", "sites.yaml:4: 'X' names both 'x' and"),
    ("sites.yaml", SITE + "    - {id: x, name: X, contains: [z]}\n", "sites.yaml:3: 'x' refers to 'z'"),
    ("phrases.yaml", "outcomes:\n  success: ['went (well']\n", "phrases.yaml:2: 'went (well' is no regular"),
    ("phrases.yaml", "outcomes:\n  success: ['hit {thing}']\n", "phrases.yaml:2: 'hit {thing}' names a part 'thing'"),
    ("phrases.yaml", "traits:\n  colossal: [x]\n", "phrases.yaml:2: traits.colossal"),
    (
        "states.yaml",
        "states:\n  - {id: KOR, name: K, demonym: K, capital: S, zone: Asia/Seoul, watches: [QQQ]}\n",
        "states.yaml:2: 'KOR' refers to 'QQQ'",
    ),
    ("types.yaml", "types:\n  x: {label: X,\n      sort: war}\n", "types.yaml:3: 'x': sort: Input should be"),
    ("types.yaml", "types:\n  x: {label: X, classes: [Z]}\nclasses: {SRBM: short}\n", "types.yaml:2: 'x' refers to 'Z'"),
    ("speakers.yaml", "speakers:\n  titles: [shah]\n  poeple: [x]\n", "speakers.yaml:3: unknown key 'poeple'"),
    ("speakers.yaml", "speakers:\n  again:\n    persn: [x]\n", "speakers.yaml:3: again.persn: Unexpected"),
    ("speakers.yaml", "speakers:\n  nouns: {bleat: [bleats]}\n", "speakers.yaml:2: 'bleat' is not in the codebook"),
    ("speakers.yaml", "speakers:\n  several_bodies: {bakers: [x]}\n", "speakers.yaml:2: 'bakers' is not in the"),
    ("bodies.yaml", "bodies:\n  JPN:\n    - {id: x, name: X, cls: wire, relays: y}\n", "bodies.yaml:3: 'x' refers to 'y'"),
    ("outlets.yaml", "outlets:\n  a: [The Post]\n  b: [the post]\n", "outlets.yaml:3: 'the post' is also of 'a'"),
    ("outlets.yaml", "letters:\n  wire: G\n", "outlets.yaml:2: letters.wire: Input should be 'A'"),
    ("types.yaml", "types:\n  a: {label: A}\n  a: {label: B}\n", "types.yaml:3: key 'a' is given twice"),
    ("types.yaml", "types:\n  a: {label: [A\n", "types.yaml:3: not YAML"),
    ("types.yaml", "kinds: {}\n", "types.yaml:1: unknown key 'kinds'"),
    ("types.yaml", "types:\n  a: {definition: b}\n", "types.yaml:2: "),
]  # fmt: skip


@pytest.mark.parametrize(("file", "text", "message"), FAULTS)
def test_faults_name_file_and_line(tmp_path: Path, file: str, text: str, message: str) -> None:
    (tmp_path / file).write_text(text, encoding="utf-8")
    faults = check(tmp_path)
    assert any(fault.startswith(message) for fault in faults), faults
    with pytest.raises(CodebookError, match=r"yaml:\d+: "):
        load(tmp_path)


def test_all_faults_are_listed_at_once(tmp_path: Path) -> None:
    (tmp_path / "types.yaml").write_text("types:\n  a: {lable: A}\n  b: {lable: B}\n", encoding="utf-8")
    assert len(check(tmp_path)) == 2


def test_a_folder_without_files_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match=r"types\.yaml"):
        load(tmp_path)


def test_every_phrase_of_the_default_is_a_regular_expression() -> None:
    phrases = load().phrases
    for told in (phrases.outcomes, phrases.traits, phrases.platforms, phrases.trajectories):
        for phrase in (one for held in told.values() for one in held):
            assert re.compile(phrase) and "{" not in re.sub(r"\{[\d,]+\}", "", phrase), phrase
