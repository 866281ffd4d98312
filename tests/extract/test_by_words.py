"""What a report is about by all its words: probabilities, of kinds and of states, and what becomes of them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.core import BOOK, EXTRACTOR, LEXICON, Case, cases, mains, reading, report

from reportedly.extract.facts import Facts, gather
from reportedly.extract.state_of import state_of
from reportedly.extract.topic import NONE, stem, topics
from reportedly.extract.whose import states

WORDS = st.sampled_from(
    [
        "missile",
        "launch",
        "Iran",
        "North",
        "Korea",
        "Seoul",
        "said",
        "on",
        "Tuesday",
        "sanctions",
        "shipment",
        "crew",
        "port",
        "quake",
        "magnitude",
        "site",
        "reactor",
        "inspectors",
        "talks",
        "Geneva",
        "minister",
        "fired",
        "struck",
        "killed",
        "rockets",
        "shells",
        "island",
        "engine",
        "stand",
        "test",
        "nuclear",
        "blast",
        "alarm",
        "mistake",
        "withdrew",
        "12",
        "400",
        "km",
    ]
)
TEXTS = st.lists(st.lists(WORDS, min_size=8, max_size=30).map(lambda w: " ".join(w) + "."), min_size=1, max_size=6).map(
    lambda sentences: "A headline of some kind\n\n" + " ".join(s[0].upper() + s[1:] for s in sentences)
)
LONG = (
    "Inspectors, customs officers, sailors and lawyers spent four long days in the harbour of a small island. Every crate under "
    "the sugar was opened, counted, photographed, weighed and carried ashore by hand while reporters watched from a boat. "
    "Nobody slept much, one officer told them; coffee ran out before noon, tempers later. What had been bought where, by whom, "
    "under which papers and for how large a price is now a matter for prosecutors in three countries."
)


def _facts(text: str) -> Facts:
    return gather(report(text), BOOK, LEXICON)


@given(TEXTS)
def test_the_probabilities_of_all_kinds_make_one(text: str) -> None:
    likely = topics(_facts(text))
    assert not likely or math.isclose(sum(map(math.exp, likely.values())), 1.0, abs_tol=1e-6)
    assert not likely or likely.keys() <= {NONE, *BOOK.types}


@given(TEXTS, st.sampled_from(sorted(BOOK.types)))
def test_the_probabilities_of_all_states_that_are_named_make_one(text: str, kind: str) -> None:
    facts = _facts(text)
    likely = states(facts, BOOK, kind)
    assert not likely or math.isclose(sum(map(math.exp, likely.values())), 1.0, abs_tol=1e-6)
    assert likely.keys() <= {state_of(n) or getattr(n.entry, "state", None) for n in facts.names}


def test_a_line_or_two_leave_the_kind_open() -> None:
    assert topics(_facts("Cargo seized\n\nCustoms officers seized a cargo of missiles.")) == {}
    assert topics(_facts(f"Cargo seized\n\nCustoms officers seized a cargo of missiles. {LONG}")) != {}


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=12))
def test_a_word_and_its_forms_have_one_stem(word: str) -> None:
    if not word.endswith(("ing", "ed", "es", "s", "e")):
        assert stem(word) == stem(f"{word}s") == stem(f"{word}ed") == stem(f"{word}ing") == stem(word.upper())


@pytest.mark.parametrize("case", cases("by_words*.yaml"))
def test_a_report_is_about_what_its_words_together_say(case: Case) -> None:
    found = [[m.type, m.state] for m in mains(reading(case))]
    assert sorted(found, key=str) == sorted(case["mains"], key=str)


@pytest.mark.parametrize("case", cases("by_words*.yaml"))
def test_it_stands_on_words_of_the_text(case: Case) -> None:
    one = report(case["text"], case.get("published"))
    for mention in EXTRACTOR.extract(one).mentions:
        assert all(one.text[c.span.start : c.span.end] == c.written for c in mention.claims)
