"""Words by their form and by what they do in a clause: small words by class, verbs by ending, and the lists of manner.yaml."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from reportedly.codebook.load import words_of

_SHORT = 5  # letters: "king", "ring" and "sting" are no verbs


def is_plural(noun: str) -> bool:
    """Whether a noun is in the plural, by its ending."""
    return noun.endswith("s") and not noun.endswith(("ss", "us", "'s", "’s"))


@cache
def word_lists() -> Mapping[str, frozenset[str]]:
    """The verbs and nouns of manner.yaml by their class."""
    return {n: frozenset(words.split()) for part in ("verbs", "nouns") for n, words in _raw()[part].items()}


@cache
def _raw() -> Mapping[str, Mapping[str, str]]:
    raw: Mapping[str, Mapping[str, str]] = words_of(Path(__file__).with_name("manner.yaml"))
    return raw


@cache
def _small_words() -> Mapping[str, str]:
    """The class of every small word; of two classes the one named first."""
    return {word: name for name, words in reversed([*_raw()["grammar"].items()]) for word in words.split()}


@cache
def tag_of(word: str) -> str:
    """What a word in small letters is by its form: a small word's class, an owner, a number, "done" or "doing" by its
    ending, "adverb", or just a "word"."""
    low = word.replace("’", "'")
    if (known := _small_words().get(low)) is not None:
        return known
    if low.endswith("'s"):
        return "owner"
    if low[0].isdigit():
        return "number"
    if (low.endswith("ed") and "-" not in low) or low in word_lists()["past"]:
        return "done"
    if low.endswith("ing") and "-" not in low and len(low) > _SHORT:
        return "doing"
    return "adverb" if low.endswith("ly") else "word"
