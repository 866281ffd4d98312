"""What every match of a pattern begins with and must hold, read from the pattern as `re` parses it."""

from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from itertools import chain
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

from reportedly.letters import small

DIGITS = frozenset("0123456789")
_SHORTEST_START = 2  # letters; one letter stands everywhere
_SINGLE = 2  # single letters that may be starts all the same
_SHORTEST_PIECE = 3
_LONGEST = 6  # letters of a start; more tell nothing more
_MOST = 300  # starts of one pattern; of more, the first three letters
_NOTHING_READ = frozenset({op.AT, op.ASSERT, op.ASSERT_NOT})
_REPEATS = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})
_Opening = tuple[str, bool]  # what may be read first, and whether that is all of it
_UNKNOWN: frozenset[_Opening] = frozenset({("", False)})


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
        if letter and letter not in DIGITS and len(run) < _LONGEST:
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
    return frozenset((letter, letter not in DIGITS) for letter in letters) if all(letters) else _UNKNOWN


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
        return " " if value is op.CATEGORY_SPACE else DIGITS if value is op.CATEGORY_DIGIT else ()
    if kind is op.RANGE:
        return DIGITS & set(map(chr, range(value[0], value[1] + 1))) if value[1] <= ord("9") else ()
    return _small_letter(value) if kind is op.LITERAL else ()


@lru_cache
def _small_letter(value: int) -> str:
    """The small letter of this number; "" where its case is not that of plain letters."""
    letter = chr(value)
    return small(letter) if letter.isascii() or letter.lower() == letter.upper() else ""
