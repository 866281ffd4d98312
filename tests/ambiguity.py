"""Where a pattern can read one stretch of letters in more ways than it has letters: a repeat of a repeat with nothing that
must stand between. Such a pattern may look at a text for hours before it says that it does not fit."""

import re
from collections.abc import Iterator, Sequence
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

LETTERS = frozenset(map(chr, range(9, 127))) | frozenset("é“”‘’–—")
MANY = 4  # repeats within repeats fewer than this end soon whatever they read
_GREEDY = (op.MAX_REPEAT, op.MIN_REPEAT)
_REPEATS = (*_GREEDY, op.POSSESSIVE_REPEAT)
Node = tuple[Any, Any]


def ambiguous(pattern: str, flags: int = 0) -> list[str]:
    """For each repeat within a repeat that can be cut at any letter the letters it reads, up to forty of them."""
    return ["".join(sorted(letters))[:40] for letters in _in(list(parser.parse(pattern, flags)))]


def _in(nodes: Sequence[Node]) -> Iterator[frozenset[str]]:
    for kind, value in nodes:
        if kind in _GREEDY and value[1] >= MANY:
            for letters, around in _repeats(list(value[2]), []):
                if letters and _fits(around, letters):
                    yield letters
        for part in _parts(kind, value):
            yield from _in(part)


def _repeats(body: list[Node], around: list[Node]) -> Iterator[tuple[frozenset[str], list[Node]]]:
    """The repeats of a body that is repeated itself, with what must be read between one and the next."""
    for place, (kind, value) in enumerate(body):
        others = body[place + 1 :] + around + body[:place]
        if kind in _GREEDY and value[1] >= MANY:
            yield _letters(list(value[2])), others
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.SUBPATTERN, op.BRANCH):
            for part in _parts(kind, value):
                yield from _repeats(part, others)


def _parts(kind: Any, value: Any) -> list[list[Node]]:
    if kind in _REPEATS:
        return [list(value[2])]
    if kind is op.SUBPATTERN:
        return [list(value[3])]
    if kind is op.BRANCH:
        return [list(branch) for branch in value[1]]
    if kind is op.ATOMIC_GROUP:
        return [list(value)]
    return [list(value[1])] if kind in (op.ASSERT, op.ASSERT_NOT) else []


def _letters(nodes: Sequence[Node]) -> frozenset[str]:
    """The letters that may be read."""
    found: set[str] = set()
    for kind, value in nodes:
        one = _one(kind, value)
        found |= one if one is not None else set()
        if kind not in (op.ASSERT, op.ASSERT_NOT):
            found.update(*(_letters(part) for part in _parts(kind, value)))
    return frozenset(found)


def _fits(nodes: Sequence[Node], letters: frozenset[str]) -> bool:
    """Whether nothing, or these letters alone, can be all that is read."""
    for kind, value in nodes:
        one = _one(kind, value)
        if one is not None and not one & letters:
            return False
        if kind is op.AT and (value is not op.AT_BOUNDARY or all(map(re.compile(r"\w").match, letters))):
            return False  # no word ends among its letters
        if kind in (op.ASSERT, op.ASSERT_NOT) or (kind in _REPEATS and value[0] == 0):
            continue
        parts = _parts(kind, value)
        if parts and not any(_fits(part, letters) for part in parts):
            return False
    return True


def _one(kind: Any, value: Any) -> frozenset[str] | None:
    """The letters of a node that reads one letter."""
    if kind is op.LITERAL:
        return frozenset({chr(value), chr(value).lower(), chr(value).upper()})
    if kind is op.NOT_LITERAL:
        return LETTERS - {chr(value)}
    if kind is op.ANY:
        return LETTERS
    if kind is not op.IN:
        return None
    fits = re.compile(f"[{''.join(_class_of(k, v) for k, v in value if k is not op.NEGATE)}]").match
    found = frozenset(letter for letter in LETTERS if fits(letter))
    return LETTERS - found if value[0][0] is op.NEGATE else found


def _class_of(kind: Any, value: Any) -> str:
    if kind is op.CATEGORY:
        return {
            op.CATEGORY_DIGIT: r"\d", op.CATEGORY_NOT_DIGIT: r"\D", op.CATEGORY_SPACE: r"\s", op.CATEGORY_NOT_SPACE: r"\S",
            op.CATEGORY_WORD: r"\w", op.CATEGORY_NOT_WORD: r"\W",
        }[value]  # fmt: skip
    return "-".join(re.escape(chr(v)) for v in value) if kind is op.RANGE else re.escape(chr(value))
