"""Values in words."""

import pytest

from reportedly.score.shown import shown


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        ([2, None], "2 or more"),
        ((1, 1), "1"),
        ([9, 11], "9 to 11"),
        ([None, 20], "up to 20"),
        ({"min": 400, "max": 400, "approximate": True}, "about 400"),
        ({"min": None, "max": None}, ""),
        ({"earliest": "2024-09-18", "latest": "2024-09-18"}, "2024-09-18"),
        ({"earliest": None, "latest": None, "partial": "--10-31"}, "--10-31"),
        ({"id": "df", "name": "Dongfeng", "family": True}, "Dongfeng"),
        ({"kind": "ordinal_in_window", "n": 2, "scope": None}, "kind ordinal_in_window, n 2"),
        ("SRBM", "SRBM"),
        (True, "True"),
    ],
)
def test_a_value_is_told_in_words(value: object, words: str) -> None:
    assert shown(value) == words
