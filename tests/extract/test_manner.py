"""In what manner a weapon, a launch or a deed is spoken of, by the grammar of its clause."""

import pytest

from reportedly.extract.governing import governed
from reportedly.extract.manner import Manner, manner_of, manner_of_deed
from reportedly.extract.tokens import words_of

THINGS = [  # the thing in brackets
    ("An [ICBM] could reach the mainland.", "planned"),
    ("Pyongyang is developing an [ICBM].", "general"),
    ("It wants to build an [ICBM].", "planned"),
    ("It is thought to be building an [ICBM].", "general"),
    ("The country's [ICBM] programme has made progress.", "general"),
    ("The treaty bans [cruise missiles].", "general"),
    ("Seoul has [cruise missiles] of its own.", "general"),
    ("[Cruise missiles] are not banned.", "general"),
    ("The engine of an [ICBM] was shown.", "general"),
    ("A defence against [ICBMs] was bought.", "general"),
    ("It has tested [ICBMs].", "earlier"),
    ("The North has moved an [ICBM] to its coast.", "general"),
    ("A bomb was made to fit inside an [ICBM].", "general"),
    ("The North would have to test an [ICBM] first.", "planned"),
    ("The [ICBM], developed abroad, will be shown.", "planned"),
    ("It was not an [ICBM].", "general"),
    ("Rockets and [ICBMs] share much.", "general"),
    ("Lewis says a test of an [ICBM] would be a provocation.", "planned"),
    ("A test of an [ICBM] is a provocation.", "general"),
    ("It is capable of launching [ICBMs].", "general"),
    ("It was an [ICBM], the South said.", "news"),
    ("The analysis pointed to an [ICBM].", "news"),
    ("Seoul took the projectile for an [ICBM].", "news"),
    ("The missile appeared to be an [ICBM].", "news"),
    ("Seoul assessed it to be an [ICBM].", "news"),
    ("The missile is believed to be an [ICBM].", "news"),
    ("It tested an [ICBM] on Sunday.", "news"),
    ("Kim was pleased with the [ICBM] test.", "news"),
    ("The [ICBM] flew for an hour.", "news"),
    ("An attempt with an [ICBM] in May ended in the sea.", "news"),
    ("Several [missiles of short range] covered 400 km.", "news"),
    ("The test of the [ICBM] was watched by Kim.", "news"),
    ("Officials described it as an [ICBM].", "news"),
]
DEEDS = [
    ("The launch [failed].", "news"),
    ("It is believed to have [failed].", "news"),
    ("Its launches have often [failed].", "earlier"),
    ("It could [fail] again.", "planned"),
    ("Rockets often [fail].", "general"),
    ("A meeting that [ended abruptly] helped nobody.", "general"),
    ("A [failed] launch would be a blow.", "planned"),
    ("The [failed] launch was condemned.", "news"),
    ("[Failed] launches teach much.", "general"),
    ("The North [successfully] developed a warhead.", "general"),
    ("The missile [successfully] hit its target.", "news"),
]


def _place(marked: str) -> tuple[str, tuple[int, int]]:
    start, end = marked.index("["), marked.index("]") - 1
    return marked.replace("[", "").replace("]", ""), (start, end)


@pytest.mark.parametrize(("marked", "expected"), THINGS)
def test_a_thing_is_spoken_of(marked: str, expected: str) -> None:
    text, place = _place(marked)
    assert manner_of(text, words_of(text), (0, len(text)), place) is Manner(expected)


@pytest.mark.parametrize(("marked", "expected"), DEEDS)
def test_a_deed_is_told(marked: str, expected: str) -> None:
    text, place = _place(marked)
    assert manner_of_deed(text, words_of(text), (0, len(text)), place) is Manner(expected)


def test_a_phrase_hangs_on_others() -> None:
    text, place = _place("Officials saw pictures of the launch of an [ICBM] from the coast.")
    found = governed(text, words_of(text), (0, len(text)), *place)
    assert [(one.preposition, one.noun) for one in found.links] == [("of", "launch"), ("of", "pictures")]
    assert found.verb is not None
    assert (found.opens, found.head, found.verb.word) == ("indefinite", "icbm", "saw")
