"""Texts in small letters, as automata look at them."""

from functools import lru_cache

_BLANKS = dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000", " ")
_PLAIN = (
    _BLANKS | dict.fromkeys(map(chr, range(0x2000, 0x200B)), " ") | dict(zip("‘’“”–—…ı", "''\"\"--.i", strict=True))
)


@lru_cache(maxsize=512)  # the same text, sentence or clause is searched for many things
def small(text: str) -> str:
    """The text in small letters, in which all that fits an "s", a "k" or an "i" whatever its case is one, every blank
    is a space, and quotation marks and dashes are plain: the automaton is quicker where all is ASCII."""
    folded = text.casefold()
    if folded.isascii() and folded.isprintable():
        return folded
    folded = folded.replace("i̇", "i")
    for letter in _PLAIN.keys() & set(folded):  # few: `str.translate` would look at every letter
        folded = folded.replace(letter, _PLAIN[letter])
    return folded


@lru_cache(maxsize=512)
def looked_at(text: str) -> bytes:
    """The text in small letters as an automaton looks at it soonest: one byte a letter, a question mark for one beyond
    ASCII, in the text and in what is looked for, so that at most too much is found."""
    return beyond(small(text))


def beyond(low: str) -> bytes:
    """Small letters, with a question mark for every one beyond ASCII."""
    return low.encode("ascii", "replace")
