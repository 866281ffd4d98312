"""Which sentences name a place as the scene."""

import pytest
from tests.extract.core import Case, cases

from reportedly.extract.place_named import is_the_scene


@pytest.mark.parametrize("case", cases("place_named.yaml"))
def test_a_sentence_names_the_scene(case: Case) -> None:
    head, _, rest = case["text"].partition("[")
    name, _, tail = rest.partition("]")
    text = head + name + tail
    assert is_the_scene(text, 0, len(head), len(head + name), len(text)) is case["scene"]
