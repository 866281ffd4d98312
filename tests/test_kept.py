"""What a start keeps for the next is what would have been made, and nothing that is wrong with its file is ever seen."""

import gc
import re
import sys
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.core import EXTRACTOR, report

from reportedly import coded, openings
from reportedly.fields.gated import Gated
from reportedly.kept import Kept as _Kept

FEW, MOST = 8, 200
Kept = partial(_Kept, few=FEW, most=MOST)

EXTRACTOR.extract(
    report("North Korea fires a missile\n\nNorth Korea fired two missiles, Seoul's military said Monday.")
)
EVERY = sorted(
    {(p.pattern, int(p.flags)) for p in gc.get_objects() if isinstance(p, Gated)}
    | {(key[0], key[1]) for key in coded.KEPT._asked if isinstance(key, tuple) and len(key) == 2}
)


@pytest.fixture(autouse=True)
def _writing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def _filled(path: Path, program: str = "one") -> _Kept:
    kept = Kept(path, program)
    for number in range(FEW):
        kept.get(number, lambda number=number: number * 2)
    kept.save()
    return kept


def _not_made() -> int:
    raise AssertionError("it is kept, and not to be made")


def test_every_pattern_that_is_taken_is_what_was_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "patterns"
    made: list[re.Pattern[str]] = []
    for _ in ("made", "taken from the file"):
        monkeypatch.setattr(coded, "KEPT", _Kept(path, "one", few=1, most=9_999))
        for pattern, flags in EVERY:
            made.append(coded.compiled(pattern, flags))
            gated = Gated(pattern, flags)
            parsed = coded.parser.parse(pattern, flags)
            assert (gated.starts, gated.pieces) == (openings.starts_of(parsed), openings.pieces_of(parsed))
        coded.KEPT.save()
    assert made[: len(EVERY)] == made[len(EVERY) :]  # patterns compare by their code
    assert len(EVERY) > 800
    assert not coded.KEPT._new


def test_a_value_is_made_once(tmp_path: Path) -> None:
    _filled(tmp_path / "deep" / "kept")
    assert Kept(tmp_path / "deep" / "kept", "one").get(3, _not_made) == 6
    assert [path.name for path in tmp_path.glob("deep/*")] == ["kept"]


def test_nothing_is_taken_of_another_program(tmp_path: Path) -> None:
    _filled(tmp_path / "kept")
    assert Kept(tmp_path / "kept", "two").get(3, lambda: 7) == 7


@given(st.data())
def test_nothing_is_taken_of_a_damaged_file(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    path = tmp_path_factory.mktemp("kept") / "kept"
    _filled(path)
    raw = path.read_bytes()
    at = data.draw(st.integers(0, len(raw) - 1))
    path.write_bytes(data.draw(st.sampled_from([raw[:at], raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :]])))
    assert Kept(path, "one").get(3, lambda: 7) == 7


def test_nothing_is_written_where_python_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    _filled(tmp_path / "kept")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert _filled(tmp_path / "file" / "kept").get(3, _not_made) == 6
    assert Kept(None, "one").get(3, lambda: 7) == 7


def test_a_file_does_not_grow_without_end(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    for begun in (0, MOST):
        kept = Kept(path, "one")
        for number in range(begun, begun + MOST):
            kept.get(number, lambda number=number: number)
        kept.save()
    assert len(Kept(path, "one")._known) == MOST
