"""How a speaker stands to what is said."""

from datetime import date
from itertools import product
from pathlib import Path

import pytest
import yaml
from tests.extract.core import reading

from reportedly.codebook import load
from reportedly.extract.attribution import Voices, attribute, prepare
from reportedly.extract.sentences import split
from reportedly.extract.stance import stance_at, weakest
from reportedly.model import Block, BlockKind, Span, Stance

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "stance.yaml").read_text(encoding="utf-8"))
BOOK = load()


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['words']}: {c['text'][:40]}")
def test_stance_of_words(case: dict[str, str]) -> None:
    text = case["text"]
    sentences = split(text, (Block(Span(0, len(text)), BlockKind.BODY),))
    found = attribute(prepare(text, sentences, BOOK.names.find(text), BOOK), BOOK)
    at = text.index(case["words"])
    span = Span(at, at + len(case["words"]))
    said = Voices(found).of(span)
    whole = next(s.span for s in sentences if s.span.covers(span))
    assert stance_at(text, whole, span, said.stance if said else None, BOOK) == case["stance"]
    if "said" in case:
        assert said is not None
        assert said.stance == case["said"]


_SCALE = [Stance.ASSERTED, Stance.CONFIRMED, Stance.ESTIMATED, Stance.ALLEGED, Stance.SPECULATED]


def test_nesting_never_strengthens_and_its_order_does_not_matter() -> None:
    graded = {Stance.CONFIRMED: Stance.ASSERTED}
    for a, b in product(_SCALE, _SCALE):
        one, other = weakest(a, b), weakest(b, a)
        assert graded.get(one, one) == graded.get(other, other)
        assert weakest(one, a) in (one, a)
    assert weakest(Stance.DENIED, Stance.SPECULATED) is Stance.DENIED


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("KCNA said that the launch failed.", Stance.CONFIRMED),
        ("Pyongyang said one of the missiles had failed.", Stance.CONFIRMED),
        ("KCNA said that the launch was a success.", Stance.ASSERTED),
        ("South Korea's military said that the launch failed.", Stance.ASSERTED),
    ],
)
def test_a_failure_is_admitted_by_the_state_whose_it_is(sentence: str, stance: Stance) -> None:
    text = f"News of the day\n\nNorth Korea fired two missiles on Wednesday. {sentence}"
    claims = reading({"text": text, "published": date(2024, 9, 18)}).claims
    assert [c.stance for c in claims if c.field == "outcome"] == [stance]
