"""Whatever a model answers, no claim comes out whose words are not the report's."""

import json
from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from served import BOOK, GOOD, TEXT, Body, report

from reportedly.extractors.llm.answer import parse
from reportedly.extractors.llm.checking import Checker
from reportedly.fields.registry import FIELDS
from reportedly.model import Stance
from reportedly.model.errors import ReaderError

CHECKER = Checker(BOOK)
REPORT = report()
ends = st.integers(0, len(TEXT))
quotations = st.one_of(
    st.tuples(ends, ends).map(lambda two: TEXT[min(two) : max(two)]),
    st.sampled_from([claim["written"] for claim in GOOD["claims"]]),
    st.text(max_size=20),
)
values = st.one_of(
    st.sampled_from([claim["value"] for claim in GOOD["claims"]]),
    st.sampled_from(["missile_launch", "nuclear_test", "ICBM", None, 7, [], {}, {"min": None}, {"areas": 3}]),
    st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=5), inner),
        max_leaves=4,
    ),
)
claims = st.fixed_dictionaries(
    {
        "mention": st.sampled_from(["m1", "m2", "m3"]),
        "field": st.sampled_from([*FIELDS, "colour"]),
        "value": values,
        "written": quotations,
    },
    optional={
        "context": st.none() | quotations,
        "nth": st.none() | st.integers(-1, 4),
        "voices": st.lists(
            st.one_of(quotations, st.sampled_from(["the South Korean military", "narrator", "it"])), max_size=2
        ),
        "cue": st.none() | st.sampled_from(["said", "denied", ""]),
        "stance": st.sampled_from([*(stance.value for stance in Stance), "certain"]),
    },
)
mentions = st.fixed_dictionaries(
    {
        "key": st.sampled_from(["m1", "m2"]),
        "type": st.sampled_from(["missile_launch", "nuclear_test", "arms_transfer", "official_statement", "picnic"]),
        "role": st.sampled_from(["main", "background"]),
        "state": st.sampled_from(["PRK", "JPN", "FRA", "Korea", None]),
    }
)
told = st.just({"mention": "m1", "field": "type", "value": "missile_launch", "written": "North Korea fires missiles"})
answers = st.fixed_dictionaries(
    {
        "mentions": st.lists(mentions, max_size=3),
        "claims": st.lists(claims | told | st.sampled_from(GOOD["claims"]), max_size=8),
    }
)


@given(answers)
@settings(max_examples=300, deadline=None)
def test_every_claim_is_the_text_at_its_span_and_counted_once(said: Body) -> None:
    checked = CHECKER.check(REPORT, parse(json.dumps(said)))
    kept = checked.extraction.claims
    assert all(TEXT[c.span.start : c.span.end] == c.written for c in kept)
    assert all(c.written.strip() for c in kept)
    assert all(c.value is not None or c.stance is Stance.WITHHELD for c in kept)
    assert len({c.id for c in kept}) == len(kept)
    assert {c.mention for c in kept} <= {m.id for m in checked.extraction.mentions}
    assert len(kept) + sum(checked.refused.values()) <= len(said["claims"])
    assert CHECKER.check(REPORT, parse(json.dumps(said))) == checked


@given(
    st.one_of(
        st.text(),
        st.recursive(
            st.none() | st.integers() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["mentions", "claims", "key"]), inner),
            max_leaves=9,
        ).map(json.dumps),
    )
)
@settings(max_examples=200, deadline=None)
def test_an_answer_of_any_shape_is_read_or_says_what_is_wrong(content: str) -> None:
    try:
        read: Any = parse(content)
    except ReaderError as error:
        assert error.reason
        assert error.remedy
    else:
        assert isinstance(json.loads(content), Mapping)
        assert CHECKER.check(REPORT, read).extraction.claims == ()
