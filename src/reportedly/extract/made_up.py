"""Whether a text is a review or a story, of a film, a book or a game: nothing in it happened."""

from reportedly.extract.facts import Facts
from reportedly.extract.traces import words

_OPENING = 300  # code points
_TALE = 3  # different words of film and fiction in the first part of a text that make it one
_PART = 1500  # code points


def is_tale(facts: Facts) -> bool:
    """Whether the words are those of a review or a story."""
    text = facts.report.text
    told = {m[0].lower() for m in words("fiction").finditer(text, 0, _PART)}
    return len(told) >= (_TALE if words("book").search(text, 0, _OPENING) is None else 1)
