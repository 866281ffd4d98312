"""Patterns that are tried only where a text holds what they begin with, or at least a piece of what they look for.

Most sentences hold neither, and to look for a hundred words at once takes less than to try one pattern at every letter.
What a pattern looks for is read from the pattern itself, so that whoever changes it changes its gate.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property, lru_cache
from itertools import chain
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

from ahocorasick_rs import AhoCorasick

from reportedly.patterns import compiled, told_of

_SHORTEST_START = 2  # letters; one letter stands everywhere
_SINGLE = 2  # single letters that may be starts all the same
_SHORTEST_PIECE = 3
_LONGEST = 6  # letters of a start; more tell nothing more
_MOST = 300  # starts of one pattern; of more, the first three letters
_DIGITS = frozenset("0123456789")
_BLANKS = dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000", " ")
_PLAIN = (
    _BLANKS | dict.fromkeys(map(chr, range(0x2000, 0x200B)), " ") | dict(zip("‘’“”–—…ı", "''\"\"--.i", strict=True))
)
_BEYOND = compiled(r"[^\x00-\x7f]")
_NOTHING_READ = frozenset({op.AT, op.ASSERT, op.ASSERT_NOT})
_REPEATS = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})
_Opening = tuple[str, bool]  # what may be read first, and whether that is all of it
_UNKNOWN: frozenset[_Opening] = frozenset({("", False)})


class Gated:
    """A pattern, to be used as one of `re`; read and compiled when it is first used."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self.flags = pattern, int(flags)  # as a plain number: `re` is slow with its own kind

    @cached_property
    def plain(self) -> re.Pattern[str]:
        """The pattern without its gate."""
        return compiled(self.pattern, self.flags)

    @cached_property
    def starts(self) -> frozenset[str]:
        """Small letters with one of which every match begins; none where some may begin otherwise."""
        return told_of(starts_of, self.pattern, self.flags)

    @cached_property
    def pieces(self) -> frozenset[str]:
        """Small letters of which every match holds one; none where some may hold none that is long enough."""
        return told_of(pieces_of, self.pattern, self.flags)

    @property
    def needed(self) -> frozenset[str]:
        """Small letters of which every text with a match holds one; none where some may hold none. Digits of other
        scripts, which fit the same patterns, are none of them: of a pattern that may begin with a digit nothing is told."""
        return self.pieces if self._has_digits or not self.starts else self.starts

    @cached_property
    def _has_digits(self) -> bool:
        return any(not _DIGITS.isdisjoint(start) for start in self.starts)

    @cached_property
    def _starts(self) -> AhoCorasick | None:
        return AhoCorasick(sorted(self.starts)) if self.starts else None

    @cached_property
    def _pieces(self) -> AhoCorasick | None:
        return AhoCorasick(sorted(self.pieces)) if self.pieces else None

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """All matches, as of the pattern."""
        stop = len(text) if end is None else end
        places = self._places(text, start, end)
        if places is None:
            return self.plain.finditer(text, start, stop)
        return self._tried(text, start, stop, places) if places else iter(())

    def _places(self, text: str, start: int, end: int | None) -> Sequence[int] | None:
        """Where in `text[start:end]` a match may begin, counted from `start`; None where it may begin anywhere."""
        low = small(text)
        even = len(low) == len(text)
        if start or end is not None:
            low = low[start:end] if even else small(text[start:end])
        if self._starts is None or not even or (self._has_digits and _has_other_digits(low)):
            return () if self._pieces is not None and not self._pieces.find_matches_as_indexes(low) else None
        found = self._starts.find_matches_as_indexes(low, overlapping=True)
        return sorted({at for _, at, _ in found}) if found else ()

    def _tried(self, text: str, start: int, end: int, places: Sequence[int]) -> Iterator[re.Match[str]]:
        floor, match = start, self.plain.match
        for place in places:
            if start + place >= floor and (found := match(text, start + place, end)) is not None:
                yield found
                floor = found.end()

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match, as of the pattern."""
        stop = len(text) if end is None else end
        places = self._places(text, start, end)
        if places is None:
            return self.plain.search(text, start, stop)
        for place in places:
            if (found := self.plain.match(text, start + place, stop)) is not None:
                return found
        return None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of a whole text, as of the pattern: without a gate, for the same reason as `match`."""
        return self.plain.fullmatch(text)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The match at a place, as of the pattern: that is soon tried, and has no gate."""
        return self.plain.match(text, start, len(text) if end is None else end)


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


def _has_other_digits(text: str) -> bool:
    """Whether digits of another script stand in a text; a start has none."""
    return not text.isascii() and any(letter.isdecimal() for letter in _BEYOND.findall(text))


def starts_of(parsed: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """Small letters with one of which every match of a parsed pattern begins; none where some may begin otherwise."""
    found = {start for start, _ in _opening(parsed)}
    short = [start for start in found if len(start) < _SHORTEST_START and (start.isalpha() or not start.strip())]
    if len(short) > _SINGLE or not all(short):
        return frozenset()
    return frozenset(s for s in found if not any(s[:n] in found for n in range(1, len(s))))


def _opening(sequence: Iterable[tuple[Any, Any]]) -> frozenset[_Opening]:
    """All that a sequence may begin with."""
    found: Set[_Opening] = {("", True)}
    for more in _parts(sequence):
        ended = {(start, False) for start, whole in found if not whole}
        found = ended | {_cut(a + b, whole) for a, open_ in found if open_ for b, whole in more}
        if len(found) > _MOST:
            found = {(start[:_SHORTEST_PIECE], False) for start, _ in found}
        if not any(whole for _, whole in found):
            break
    return frozenset(found)


def _parts(sequence: Iterable[tuple[Any, Any]]) -> Iterator[frozenset[_Opening]]:
    """What each part of a sequence may begin with; plain letters in a row are one part."""
    run = ""
    for code, argument in _flat(sequence):
        if code in _NOTHING_READ:
            continue
        letter = _small_letter(argument) if code is op.LITERAL else ""
        if letter and letter not in _DIGITS and len(run) < _LONGEST:
            run = f"{run}{letter}"
            continue
        if run:
            yield frozenset({_cut(run, True)})
        run = ""
        yield _first(code, argument)
    if run:
        yield frozenset({_cut(run, True)})


def _cut(start: str, whole: bool) -> _Opening:
    return (start[:_LONGEST], whole and len(start) < _LONGEST)


def _first(code: Any, argument: Any) -> frozenset[_Opening]:
    """All that one part of a sequence may begin with."""
    if code is op.BRANCH:
        return frozenset(chain.from_iterable(_opening(branch) for branch in argument[1]))
    if code in _REPEATS:
        least, most, inner = argument
        once = _opening(inner) if most == 1 else {(start, False) for start, _ in _opening(inner)}
        return frozenset(once) if least else frozenset({*once, ("", True)})
    letters = _letters(code, argument)
    return frozenset((letter, letter not in _DIGITS) for letter in letters) if all(letters) else _UNKNOWN


def pieces_of(parsed: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """Small letters of which every match of a parsed pattern holds one; none where some may hold none long enough."""
    found = _best(parsed)
    return found if found and min(map(len, found)) >= _SHORTEST_PIECE else frozenset()


def _best(sequence: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """Of all pieces that a sequence cannot do without, those that are longest where they are shortest."""
    choices: list[frozenset[str]] = []
    run = ""
    for code, argument in _flat(sequence):
        if code in _NOTHING_READ:
            continue
        if letter := _only_letter(code, argument):
            run += letter
            continue
        choices += [frozenset({run})] if run else []
        run = ""
        if code is op.BRANCH:
            branches = [_best(branch) for branch in argument[1]]
            choices += [frozenset().union(*branches)] if all(branches) else []
        elif code in _REPEATS and argument[0]:
            choices.append(_best(argument[2]))
    choices += [frozenset({run})] if run else []
    choices = [choice for choice in choices if choice]
    return max(choices, key=_worth) if len(choices) > 1 else choices[0] if choices else frozenset()


def _worth(choice: frozenset[str]) -> tuple[int, int]:
    shortest = min(map(len, map(str.strip, choice)))
    return min(shortest, 2 * _SHORTEST_PIECE), -len(choice)


def _flat(sequence: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    """The parts of a sequence, with those of its groups in their place."""
    for code, argument in getattr(sequence, "data", sequence):  # its list, which is quicker than asking it part by part
        if code is op.SUBPATTERN:
            yield from _flat(argument[3])
        elif code is op.ATOMIC_GROUP:
            yield from _flat(argument)
        else:
            yield code, argument


def _only_letter(code: Any, argument: Any) -> str:
    """The small letter that a part is whatever its case; "" where it may be several, or something else."""
    if code is op.LITERAL:
        return _small_letter(argument)
    letters = _letters(code, argument) if code is op.IN else frozenset()
    return next(iter(letters)) if len(letters) == 1 else ""


def _letters(code: Any, argument: Any) -> frozenset[str]:
    """The small letters a part may be, "" among them where it may be something else: a word, a space, no letter."""
    members = argument if code is op.IN else [(code, argument)]
    if members[0][0] is op.NEGATE and (op.CATEGORY, op.CATEGORY_NOT_SPACE) in members:
        return frozenset(" ")
    return frozenset(letter for kind, value in members for letter in _letter(kind, value) or ("",))


def _letter(kind: Any, value: Any) -> Iterable[str]:
    """The letters that one member of a class stands for; none where they are many."""
    if kind is op.CATEGORY:
        return " " if value is op.CATEGORY_SPACE else _DIGITS if value is op.CATEGORY_DIGIT else ()
    if kind is op.RANGE:
        return _DIGITS & set(map(chr, range(value[0], value[1] + 1))) if value[1] <= ord("9") else ()
    return _small_letter(value) if kind is op.LITERAL else ()


@lru_cache
def _small_letter(value: int) -> str:
    """The small letter of this number; "" where its case is not that of plain letters."""
    letter = chr(value)
    return small(letter) if letter.isascii() or letter.lower() == letter.upper() else ""
