"""A gated pattern finds what the pattern alone finds: every one of the program, in cases and in what is made of them."""

import gc
import re
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.core import EXTRACTOR, report

from reportedly.fields.gated import Gated
from reportedly.letters import small

CASES = Path(__file__).parents[1]
EXTRACTOR.extract(  # the patterns that are made of the codebook's words are made when they are first used
    report("North Korea fires a missile\n\nNorth Korea fired two missiles at 7 a.m., Seoul's military said on Monday.")
)
EVERY = sorted({(g.pattern, g.flags): g for g in gc.get_objects() if isinstance(g, Gated)}.items(), key=lambda g: g[0])
PATTERNS = [gated for _, gated in EVERY]


def _texts(node: object) -> list[str]:
    if isinstance(node, dict):
        return [text for value in node.values() for text in _texts(value)]
    if isinstance(node, list):
        return [text for value in node for text in _texts(value)]
    return [node] if isinstance(node, str) else []


SENTENCES = sorted(
    {text for path in CASES.glob("*/cases/*.yaml") for text in _texts(yaml.safe_load(path.read_text("utf-8")))}
)
WORDS = sorted({word for text in SENTENCES for word in text.split()} | {"İn", "ſaid", "sınce", "Kilometres", "٢٠ km"})
BLANKS = st.sampled_from([" ", " ", " ", " ", "\n", "\t", " ", " ", "-", "", ", ", "’s "])
MADE = st.lists(st.tuples(st.sampled_from(WORDS), BLANKS), max_size=30).map(
    lambda parts: "".join(w + b for w, b in parts)
)


def _spans(found: "re.Pattern[str] | Gated", text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [match.span() for match in found.finditer(text, start, end)]


def _same(gated: Gated, text: str, start: int, end: int) -> None:
    alone = _spans(gated.plain, text, start, end)
    assert _spans(gated, text, start, end) == alone, gated.pattern
    first = gated.search(text, start, end)
    assert (first.span() if first else None) == (alone[0] if alone else None), gated.pattern


def test_every_pattern_finds_in_the_cases_what_it_finds_alone() -> None:
    assert len(PATTERNS) > 90
    for gated in PATTERNS:
        for text in SENTENCES[:: max(1, len(SENTENCES) // 400)]:
            _same(gated, text, 0, len(text))


def test_next_to_every_pattern_has_a_gate() -> None:
    """One phrase that begins with any word, joined to others, takes their gate from them all."""
    open_ = [gated.pattern for gated in PATTERNS if not gated.starts and not gated.pieces]
    by_pieces = [gated.pattern for gated in PATTERNS if not gated.starts and gated.pieces]
    assert len(open_) <= 1, open_
    assert len(by_pieces) <= 8, by_pieces


@given(MADE, st.integers(0, 20), st.integers(0, 200))
@settings(deadline=None, max_examples=60)
def test_every_pattern_finds_in_any_words_what_it_finds_alone(text: str, start: int, end: int) -> None:
    for gated in PATTERNS:
        _same(gated, text, start, end)
        _same(gated, text.upper(), start, len(text))


@given(st.text(max_size=40))
@settings(deadline=None)
def test_every_pattern_finds_in_any_text_what_it_finds_alone(text: str) -> None:
    for gated in PATTERNS[::7]:
        _same(gated, text, 0, len(text))


@pytest.mark.parametrize(
    ("pattern", "flags", "starts"),
    [
        (r"\b(?:fir(?:ed|ing)|shot)\b", re.IGNORECASE, {"firing", "fired", "shot"}),
        (r"(?P<when>[Oo]n|at) \d", 0, {"on 0", "at 9"}),
        (r",?\s(?:and|but)\b", 0, {", and", " but"}),
        (r"(?:very )?long", 0, {"very l", "long"}),
        (r"(?=x)(?<!y)\d+ km", 0, {"0", "9"}),
        (r"(?:\w+ )?missiles", 0, set()),
        (r"a?b?", 0, set()),
        (r"[A-Z]\w+ said", 0, set()),
    ],
)
def test_what_a_pattern_begins_with_is_read_from_it(pattern: str, flags: int, starts: set[str]) -> None:
    found = Gated(pattern, flags).starts
    assert starts <= found if starts else not found


@pytest.mark.parametrize(
    ("pattern", "pieces"),
    [(r"(?:\w+ )?missiles", {"missiles"}), (r"\w+ (?:said|told\w*)\b", {"said", "told"}), (r"\w+ (?:said|a)", set())],
)
def test_what_no_match_can_do_without_is_read_from_a_pattern(pattern: str, pieces: set[str]) -> None:
    assert Gated(pattern).pieces == pieces


def test_every_letter_that_fits_another_whatever_its_case_is_one_in_small_letters() -> None:
    for letter in map(chr, range(sys.maxunicode + 1)):
        if letter.isspace():
            assert small(letter) == " "
        elif re.match("[ski]", letter, re.IGNORECASE):
            assert small(letter) in "ski"
