"""Noun phrases: whether one points back to what was told before."""

from reportedly.extract.tokens import Words

_DEFINITE = {"the", "this", "that", "these", "those", "its", "his", "their", "latest", "such", "both", "last"}
_INDEFINITE = {
    "a", "an", "one", "another", "two", "three", "several", "multiple", "was", "were",
    "of", "at", "by", "in", "for", "from", "with", "against", "about", "on", "to", "after", "before", "since", "following", "over", "like",
}  # fmt: skip


def is_definite(text: str, words: Words, place: int, floor: int) -> bool:
    """Whether the noun phrase that holds this place, and begins at `floor` or later, opens with a word that points back."""
    for word in reversed(words.before(place, 6)):
        if word.start < floor:
            return False
        if word.lower in _DEFINITE:
            return True
        if word.lower in _INDEFINITE:
            return False
        if text[word.end : place].strip().startswith((",", ";", ".")):
            return False
    return False
