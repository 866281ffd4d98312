"""Counts and figures written otherwise."""

import re
from collections.abc import Iterator

from evaluation.variation.printed import Told, Variant, any_of, capital, starts_sentence, variant, words

_NUMERALS: list[str] = words()["numerals"]
_THINGS = rf"(?= (?:[a-zA-Z][\w-]*,? ){{0,4}}?{any_of(words()['things'])}\b)"
_NAMED = {word: number for number, word in enumerate(_NUMERALS) if number > 1}
_WORD = re.compile(rf"(?<![-\w])(?P<n>{any_of(list(_NAMED))}){_THINGS}", re.IGNORECASE)
_DIGIT = re.compile(rf"(?<![-\w.,:$])(?P<n>[2-9]|1[0-2]){_THINGS}")
_PAIR = re.compile(rf"(?<![-\w])(?P<n>two|2|three|3|twelve|12){_THINGS}", re.IGNORECASE)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_HEADLINE = 160  # letters: a longer text is a body, where no sentence begins with a digit
_GROUPS = {2: "a pair of", 3: "a trio of", 12: "a dozen"}
_BROKEN = re.compile(
    r" (?:[\w-]+,? ){0,3}(?:more|other|others|separate|different|of|and|or|tests|launches|[a-z]+ed|were|have|had|to|people|stages?|hours|days|weeks|months|years)\b"
)


def forms(told: Told) -> Iterator[Variant]:
    """Every count of weapons in digits, in words, or as a group."""
    yield from variant("2 for two", told, _WORD, _digit)
    yield from variant("two for 2", told, _DIGIT, _word)
    yield from variant("a pair of", told, _PAIR, _group)


def _word(match: re.Match[str]) -> str | None:
    before = match.string[: match.start()].rstrip().rsplit(maxsplit=1)[-1:]
    return None if before and before[0][:3] in _MONTHS else _as_here(match, _NUMERALS[int(match["n"])])


def _digit(match: re.Match[str]) -> str | None:
    before = match.string[: match.start()].rstrip().rsplit(maxsplit=1)[-1:]
    last = before[0] if before else ""
    amid = last[:3] in _MONTHS or last.lower() in ("and", "or", "to", "nearly", "almost")
    opens = starts_sentence(match) and len(match.string) > _HEADLINE
    return None if amid or opens else str(_NAMED[match["n"].lower()])


def _group(match: re.Match[str]) -> str | None:
    before = match.string[: match.start()].rstrip().rsplit(maxsplit=1)[-1:]
    last = before[0].lower() if before else ""
    if last.strip('("“') in words()["not_counted_after"] or _BROKEN.match(_up_to_thing(match)):
        return None
    group = _GROUPS[_NAMED.get(match["n"].lower()) or int(match["n"])]
    if last in ("the", "its", "their", "his", "our") or last.endswith(("'s", "’s")):
        group = group.removeprefix("a ")
    return _as_here(match, group)


def _up_to_thing(match: re.Match[str]) -> str:
    after = match.string[match.end() :]
    thing = re.search(rf"{any_of(words()['things'])}\b", after)
    return after[: thing.start() if thing else 0]


def _as_here(match: re.Match[str], new: str) -> str:
    return capital(new) if match[0][0].isupper() or starts_sentence(match) else new
