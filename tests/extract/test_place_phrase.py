"""What ties a place to an incident."""

import pytest
from tests.extract.core import Case, cases

from reportedly.extract.place_phrase import fell_there, governing


@pytest.mark.parametrize("case", cases("place_phrases.yaml"))
def test_the_words_before_a_place_tie_it(case: Case) -> None:
    head = case["text"].partition("[")[0]
    phrase = governing(head)
    told = "none" if phrase is None else "fell" if fell_there(head, phrase) else phrase.tie.value
    assert told == case["tie"]
