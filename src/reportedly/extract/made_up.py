"""Whether a text is a review or a story, of a film, a book or a game: nothing in it happened."""

import re

from reportedly.extract.facts import Facts
from reportedly.fields.gated import Gated

_NOVEL = r"novels|novel(?! [a-z])|novel(?= (?:about|by|of|in|set|that|which|is|was|and|tells?|imagin\w+)\b)"  # a "novel engine" is none
_MADE_UP = Gated(
    rf"(?<!like a )(?<!like an )(?<!out of a )(?<!from a )\b(?:films?|movies?|{_NOVEL}|thrillers?|screenplay|directors?|plot|starring|cinemas?|box office|stream(?:s|ing)|fiction\w*|"
    r"premieres?|actors?|episodes?|video ?games?|wargames?|tabletop|playable|gamers?|docudrama|imagin(?:es|ary)|"
    r"shooters?|players?|game ?play|sequels?|trailers?|publishers?|studios?|scenes?|levels?|franchises?|musicals?|operas?|audiences?)\b",
    re.IGNORECASE,
)
_BOOK = Gated(
    rf"(?<!like a )(?<!out of a )(?<!from a )\b(?:{_NOVEL}|movies?|thrillers?|book review|film review|screenplay|box office|blockbuster)\b",
    re.IGNORECASE,
)
_OPENING = 300  # code points
_TALE = 3  # different words of film and fiction in the first part of a text that make it one
_PART = 1500  # code points


def is_tale(facts: Facts) -> bool:
    """Whether the words are those of a review or a story."""
    text = facts.report.text
    told = {m[0].lower() for m in _MADE_UP.finditer(text, 0, _PART)}
    return len(told) >= (_TALE if _BOOK.search(text, 0, _OPENING) is None else 1)
