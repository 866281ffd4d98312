"""Languages: told where they can be told, and English never taken for another."""

import os
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reportedly.readers.language import detect

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "languages.yaml").read_text(encoding="utf-8"))
DATA = Path(os.environ.get("REPORTEDLY_DATA") or Path(__file__).parents[3] / "shared" / "data")


@pytest.mark.parametrize(("text", "language"), CASES)
def test_a_language_is_told(text: str, language: str | None) -> None:
    assert detect(text) == language


@given(st.text())
def test_nothing_makes_it_raise(text: str) -> None:
    detect(text)


def test_news_in_english_is_never_taken_for_another_language() -> None:
    files = sorted((DATA / "meantime").glob("*/*/*.xml"))
    if not files:
        pytest.skip("the meantime corpus is not on this machine; set REPORTEDLY_DATA")
    for file in files:
        tokens = [token.text or "" for token in ET.parse(file).getroot().iter("token")]
        assert detect(" ".join(tokens)) == "en", file
        assert detect(" ".join(tokens[:25])) in ("en", None), file
