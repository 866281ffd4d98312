"""A pattern with its branches put together matches what `re` alone matches: every one of the program, and any other."""

import gc
import re
import sys
from array import array

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.core import EXTRACTOR, report
from tests.fields.test_gated import SENTENCES

from reportedly import branches, coded
from reportedly.fields.gated import Gated

EXTRACTOR.extract(
    report("North Korea fires a missile\n\nNorth Korea fired two missiles, Seoul's military said Monday.")
)
EVERY = sorted(
    {(p.pattern, int(p.flags)) for p in gc.get_objects() if isinstance(p, Gated)}
    | {(key[0], key[1]) for key in coded.KEPT._asked if isinstance(key, tuple) and len(key) == 2}
)
TEXTS = [" ".join(SENTENCES[n::200]) for n in range(40)]
LETTERS = st.sampled_from([*"aabbAB skK", "ſ", "K", "ı", "İ", "ß", "é", "É", "1", "-"])
WORDS = st.text(LETTERS, min_size=1, max_size=4).map(re.escape)
ATOMS = st.one_of(
    WORDS, st.sampled_from([r"\b", r"\w", r"\d", r"\s", "[ab]", "[^a]", "[a-k]", ".", "^", "$", "(?=a)", "(?<!b)", ""])
)
PATTERNS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=6).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.lists(inner, min_size=2, max_size=6).map(lambda parts: f"({'|'.join(parts)})"),
        st.lists(inner, min_size=2, max_size=3).map("".join),
        st.tuples(inner, st.sampled_from(["?", "{0,2}", "{1,2}?", "{1,2}+"])).map(lambda both: f"(?:{both[0]}){both[1]}"),
        inner.map(lambda one: f"(?i:{one})"),
        inner.map(lambda one: f"(?-i:{one})"),
        inner.map(lambda one: f"(?>{one})"),
    ),
    max_leaves=20,
)  # fmt: skip


def _found(pattern: re.Pattern[str], text: str) -> list[tuple[tuple[int, int], tuple[str | None, ...]]]:
    return [(match.span(), match.groups()) for match in pattern.finditer(text)]


@pytest.mark.parametrize("part", range(8))
def test_every_pattern_matches_what_it_does_alone(part: int) -> None:
    for pattern, flags in EVERY[part::8]:
        alone, ours = re.compile(pattern, flags), coded.compiled(pattern, flags)
        assert (ours.groupindex, ours.groups, ours.flags) == (alone.groupindex, alone.groups, alone.flags)
        for text in TEXTS[part::8]:
            assert _found(ours, text) == _found(alone, text), pattern


@given(PATTERNS, st.sampled_from([0, re.IGNORECASE, re.ASCII, re.ASCII | re.IGNORECASE]), st.lists(st.text(LETTERS, max_size=14), min_size=3, max_size=6))  # fmt: skip
@settings(deadline=None, max_examples=400)
def test_any_pattern_matches_what_it_does_alone(pattern: str, flags: int, texts: list[str]) -> None:
    alone, ours = re.compile(pattern, flags), coded._made(pattern, coded._code(pattern, int(flags)))
    for text in texts:
        assert _found(ours, text) == _found(alone, text)
        assert [bool(ours.match(text)), bool(ours.fullmatch(text))] == [bool(alone.match(text)), bool(alone.fullmatch(text))]  # fmt: skip


def test_words_that_begin_alike_share_their_beginning() -> None:
    words = "|".join(f"{first}{'x' * 30}{last}" for last in "abcdefgh" for first in "pqr")
    code = array("I", coded._code(words, 0)[1])
    assert code.count(ord("x")) == 30 * len("pqr")


def test_no_letter_has_a_case_beyond_those_looked_at() -> None:
    assert all(chr(one).lower() == chr(one) for one in range(branches._LAST, sys.maxunicode + 1))
