"""The words of a codebook are found in the forms a text puts them in, as whole words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.core import BOOK, LEXICON, plain_cases

from reportedly.extract.inflection import Form, plural, verb_forms
from reportedly.extract.lexicon import Part

PAST = [
    ("wrap up", {"wrapped up"}),
    ("travel", {"traveled", "travelled"}),
    ("overfly", {"overflew", "overflown"}),
    ("equip", {"equipped"}),
    ("fail", {"failed"}),
    ("edit", {"edited"}),
    ("regret", {"regretted"}), ("signal", {"signaled", "signalled"}), ("have", {"had"}), ("infer", {"inferred"}), ("know", {"knew", "known"}),
    ("launch", {"launched"}), ("fire", {"fired"}), ("test-fire", {"test-fired"}), ("test fire", {"test fired"}), ("ground test", {"ground tested"}),
    ("fly", {"flew", "flown"}), ("lob", {"lobbed"}), ("carry out", {"carried out"}), ("ship", {"shipped"}),
    ("send up", {"sent up"}), ("put", {"put"}), ("shoot", {"shot"}), ("hold", {"held"}), ("strike", {"struck"}),
    ("deploy", {"deployed"}), ("deny", {"denied"}), ("free", {"freed"}), ("oversee", {"oversaw", "overseen"}),
    ("sink", {"sank", "sunk"}), ("capsize", {"capsized"}), ("withdraw", {"withdrew", "withdrawn"}), ("build", {"built"}),
    ("undertake", {"undertook", "undertaken"}), ("pay", {"paid"}), ("lead", {"led"}), ("spot", {"spotted"}), ("admit", {"admitted"}),
    ("transfer", {"transferred"}), ("blow up", {"blew up", "blown up"}), ("leave its silo", {"left its silo"}),
]  # fmt: skip
GERUND = [
    ("be", "being"),
    ("agree", "agreeing"),
    ("snap", "snapping"),
    ("fire", "firing"),
    ("oversee", "overseeing"),
    ("hit", "hitting"),
    ("lob", "lobbing"),
    ("carry out", "carrying out"),
    ("begin", "beginning"),
    ("flight test", "flight testing"),
]
PRESENT = [("launch", "launches"), ("fly", "flies"), ("veto", "vetoes"), ("deploy", "deploys"), ("pass", "passes")]


def _in_form(base: str, form: Form) -> set[str]:
    return {surface for surface, shape in verb_forms(base) if shape is form}


@pytest.mark.parametrize(("base", "past"), PAST)
def test_the_past_of_a_verb(base: str, past: set[str]) -> None:
    assert _in_form(base, Form.PAST) == past


@pytest.mark.parametrize(("base", "gerund"), GERUND)
def test_the_gerund_of_a_verb(base: str, gerund: str) -> None:
    assert _in_form(base, Form.GERUND) == {gerund}


@pytest.mark.parametrize(("base", "present"), PRESENT)
def test_the_present_of_a_verb(base: str, present: str) -> None:
    assert _in_form(base, Form.PRESENT) == {present}


@pytest.mark.parametrize(
    ("one", "many"),
    [("missile", "missiles"), ("launch", "launches"), ("ferry", "ferries"), ("volley", "volleys"), ("test", "tests")],
)
def test_the_plural_of_a_noun(one: str, many: str) -> None:
    assert plural(one) == many


def test_every_verb_keeps_its_tail_and_prefix_in_every_form() -> None:
    for verb in {v for kind in BOOK.types.values() for v in kind.verbs}:
        head, _, tail = verb.partition(" ")
        for surface, _ in verb_forms(verb):
            assert surface.endswith(tail) or surface.startswith(f"{head} ")
            assert surface.startswith(head.rpartition("-")[0])


@pytest.mark.parametrize("kind", list(BOOK.types.values()), ids=lambda kind: kind.id)
def test_every_word_of_a_type_is_found_as_its_own(kind: object) -> None:
    of_type = BOOK.types[getattr(kind, "id", "")]
    for part, words in ((Part.OBJECT, of_type.objects), (Part.NOUN, of_type.nouns)):
        for word in words:
            for surface in (word, word.upper(), plural(word.lower())):
                found = [t for t in LEXICON.find(surface) if t.term.part is part and of_type.id in t.term.types]
                assert any((t.start, t.end) == (0, len(surface)) for t in found), surface


def test_a_word_inside_another_is_no_term() -> None:
    assert LEXICON.find("dismissiles protested relaunching wildfires") == ()


@pytest.mark.parametrize(
    ("text", "nouns"), [("a missile launch", ["missile launch"]), ("a ballistic missile launch", ["launch"])]
)
def test_of_nouns_and_objects_that_overlap_the_longest_is_found(text: str, nouns: list[str]) -> None:
    assert [text[t.start : t.end] for t in LEXICON.find(text) if t.term.part is Part.NOUN] == nouns


@given(st.text(max_size=80), st.sampled_from([c["text"] for c in plain_cases("tellings_told.yaml")]))
@settings(deadline=None)
def test_terms_stand_in_order_on_whole_words_of_the_text(noise: str, sentence: str) -> None:
    text = f"{noise} {sentence}"
    found = LEXICON.find(text)
    assert list(found) == sorted(found, key=lambda t: (t.start, t.end, t.term.part))
    for term in found:
        assert 0 <= term.start < term.end <= len(text)
        assert term.start == 0 or not text[term.start - 1].isalnum()
        assert term.end == len(text) or not text[term.end].isalnum()


@given(st.text(alphabet="İıßǅﬁK\u0130 ", max_size=10), st.sampled_from(["fired a missile", "a nuclear test"]))
@settings(deadline=None)
def test_capitals_that_grow_in_lower_case_do_not_move_the_places(noise: str, words: str) -> None:
    plain = [(t.start, t.end) for t in LEXICON.find(words)]
    shift = len(noise) + 1
    moved = [(t.start - shift, t.end - shift) for t in LEXICON.find(f"{noise} {words}") if t.start >= shift]
    assert moved == plain
