"""Parsed patterns, written so that `re` tries fewer branches at a place; they match what they matched, in the same order.

`re` tries the words of a list one by one. Here words that begin alike share their beginning, however far apart they stand
in the list, so that of three hundred words only those are read on that begin with the letter at hand. And where `re`
knows nothing of what a pattern begins with, because case is ignored or a word must begin there, it is told the letters.
"""

import _sre  # type: ignore[import-not-found]  # private, as the modules of `re` above: alike from 3.11 to 3.13
from collections.abc import Iterator, Sequence
from functools import cache
from re import _casefix as casefix  # type: ignore[attr-defined]
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Item = tuple[Any, Any]
Items = list[Item]
_REPEATS = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})
_ONE_WAY = frozenset({op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY, op.AT})  # what fits a place in one way only
_NOTHING_READ = frozenset({op.AT, op.ASSERT, op.ASSERT_NOT})
_IGNORED, _LOCALE, _UNICODE = int(op.SRE_FLAG_IGNORECASE), int(op.SRE_FLAG_LOCALE), int(op.SRE_FLAG_UNICODE)
_WIDEST = 300  # characters of a range that are told one by one
_MOST_BEYOND = 12  # characters beyond Latin-1 that a pattern may begin with, to be told
_LATIN = 256
_LAST = 0x20000  # no letter beyond has a case
_FEW = 5  # branches of which fewer are sooner tried than put together


def code_of(parsed: Any, flags: int) -> list[int]:
    """The code of a parsed pattern for `_sre.compile`."""
    flags |= parsed.state.flags
    if flags & _LOCALE:
        return list(compiler._code(parsed, flags))
    shorter = parser.SubPattern(parsed.state, _rewritten(parsed, flags))
    return _with_first(compiler._code(shorter, flags), shorter.data, flags)


def _rewritten(parsed: Any, flags: int) -> Items:
    """The items of a pattern, its branches put together wherever it has some."""

    def inner(part: Any, flags: int = flags) -> Any:
        return parser.SubPattern(parsed.state, _rewritten(part, flags))

    found: Items = []
    for code, value in parsed.data:
        if code is op.BRANCH:
            found += _branched(parsed.state, [_rewritten(branch, flags) for branch in value[1]], flags)
        elif code is op.SUBPATTERN:
            group, more, less, part = value
            found.append((code, (group, more, less, inner(part, compiler._combine_flags(flags, more, less)))))
        elif code in _REPEATS:
            found.append((code, (value[0], value[1], inner(value[2]))))
        elif code is op.ATOMIC_GROUP:
            found.append((code, inner(value)))
        elif code is op.ASSERT or code is op.ASSERT_NOT:
            found.append((code, (value[0], inner(value[1]))))
        else:
            found.append((code, value))
    return found


class _Alike:
    """Branches that begin with one item, and what follows it in each; without an item, one branch as it is."""

    def __init__(self, item: Item | None, letters: frozenset[int] | None, rest: Items) -> None:
        self.item, self.letters, self.rests = item, letters, [rest]

    def is_passed_by(self, letters: frozenset[int] | None) -> bool:
        """Whether nothing fits both these branches and one that begins with such letters, so that order tells nothing."""
        return letters is not None and self.letters is not None and self.letters.isdisjoint(letters)


def _branched(state: Any, branches: Sequence[Items], flags: int) -> Items:
    """The items that match what the branches do, in the order in which they do."""
    if len(branches) < _FEW:
        return [(op.BRANCH, (None, [parser.SubPattern(state, branch) for branch in branches]))]
    groups: list[_Alike] = []
    for branch in branches:
        if not branch or branch[0][0] not in _ONE_WAY:
            groups.append(_Alike(None, None, branch))
            continue
        item, letters = branch[0], _letters(branch[0], flags)
        for group in reversed(groups):
            if group.item == item:
                group.rests.append(branch[1:])
                break
            if not group.is_passed_by(letters):
                groups.append(_Alike(item, letters, branch[1:]))
                break
        else:
            groups.append(_Alike(item, letters, branch[1:]))
    found = [_of_group(state, group, flags) for group in groups]
    if not all(found):  # of several empty ones the later add nothing
        first = found.index([])
        found = [one for n, one in enumerate(found) if one or n == first]
    if len(found) == 1:
        return found[0]
    if all(len(one) == 1 and one[0][0] is op.LITERAL for one in found):
        return [(op.IN, [one[0] for one in found])]
    if len(found) > _FEW and flags & _IGNORED:
        found = [_soon_passed(state, one, flags) for one in found]
    return [(op.BRANCH, (None, [parser.SubPattern(state, one) for one in found]))]


def _of_group(state: Any, group: _Alike, flags: int) -> Items:
    if group.item is None:
        return group.rests[0]
    return [group.item, *(group.rests[0] if len(group.rests) == 1 else _branched(state, group.rests, flags))]


def _soon_passed(state: Any, branch: Items, flags: int) -> Items:
    """A branch whose first letter is given in both its cases: `re` passes over those of one case before it enters them."""
    letters = _cases(branch[0][1], flags) if branch and branch[0][0] is op.LITERAL else ()
    if len(letters) != 2 or letters[-1] >= _LATIN:
        return branch
    either = parser.SubPattern(state, [(op.IN, [(op.LITERAL, letter) for letter in letters])])
    return [(op.SUBPATTERN, (None, 0, _IGNORED, either)), *branch[1:]]


def _letters(item: Item, flags: int) -> frozenset[int] | None:
    """The characters an item may be; None where they are not told, or where it is none."""
    code, value = item
    if code is op.LITERAL:
        return _as_set(value, flags)
    members = value if code is op.IN else [item]
    found: set[int] = set()
    for kind, letter in members:
        if kind is op.LITERAL:
            found.update(_cases(letter, flags))
        elif kind is op.RANGE and letter[1] - letter[0] < _WIDEST:
            found.update(case for one in range(letter[0], letter[1] + 1) for case in _cases(one, flags))
        else:
            return None
    return frozenset(found)


@cache
def _as_set(letter: int, flags: int) -> frozenset[int]:
    return frozenset(_cases(letter, flags))


@cache
def _cases(letter: int, flags: int) -> tuple[int, ...]:
    """All characters that fit a letter, in their order."""
    if not flags & _IGNORED:
        return (letter,)
    if not flags & _UNICODE:
        return tuple(sorted({letter, *(map(ord, chr(letter).swapcase()) if chr(letter).isascii() else ())}))
    if not _sre.unicode_iscased(letter):
        return (letter,)
    small = _sre.unicode_tolower(letter)
    alike = (small, *casefix._EXTRA_CASES.get(small, ()))
    return tuple(sorted({one for each in alike for one in (each, *_capitals().get(each, ()))}))


@cache
def _capitals() -> dict[int, list[int]]:
    """Every letter that another is the small one of, by that one."""
    found: dict[int, list[int]] = {}
    for letter in range(_LAST):
        if (small := _sre.unicode_tolower(letter)) != letter:
            found.setdefault(small, []).append(letter)
    return found


def _with_first(code: list[int], items: Items, flags: int) -> list[int]:
    """The code, with the characters that a match begins with told where `re` has found neither these nor a beginning."""
    length, known, least, most = code[1:5]
    first = _first(items, flags) if not known and least else None
    if first is None or first[1]:
        return code
    latin, beyond = [sorted(one for one in first[0] if (one < _LATIN) is low) for low in (True, False)]
    if len(beyond) > _MOST_BEYOND:
        return code
    letters = compiler._optimize_charset([(op.LITERAL, one) for one in latin])[0] if latin else []
    told: list[int] = []
    compiler._compile_charset([*letters, *((op.LITERAL, one) for one in beyond)], flags, told)
    head = [op.INFO, 4 + len(told), op.SRE_INFO_CHARSET, least, most, *told]
    return [*head, *code[1 + length :]]


def _first(items: Items, flags: int) -> tuple[set[int], bool] | None:
    """The characters a match may begin with, and whether it may be empty; None where they are not told."""
    found: set[int] = set()
    for code, value in items:
        if code in _NOTHING_READ:
            continue
        parts = list(_parts(code, value, flags))
        firsts = [_first(part.data, its) for part, its in parts] if parts else [_one_letter((code, value), flags)]
        for first in firsts:
            if first is None:
                return None
            found |= first[0]
        may_be_empty = any(first[1] for first in firsts if first) or (code in _REPEATS and not value[0])
        if not may_be_empty:
            return found, False
    return found, True


def _one_letter(item: Item, flags: int) -> tuple[set[int], bool] | None:
    letters = _letters(item, flags) if item[0] in (op.LITERAL, op.IN) else None
    return None if letters is None else (set(letters), False)


def _parts(code: Any, value: Any, flags: int) -> Iterator[tuple[Any, int]]:
    """The patterns within an item, of which one is read first, and their flags."""
    if code is op.BRANCH:
        yield from ((branch, flags) for branch in value[1])
    elif code in _REPEATS:
        yield value[2], flags
    elif code is op.SUBPATTERN:
        yield value[3], compiler._combine_flags(flags, value[1], value[2])
    elif code is op.ATOMIC_GROUP:
        yield value, flags
