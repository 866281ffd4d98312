"""How many: finds how many projectiles a text gives, and folds, compares and shows counts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.fields import count_words as cw
from reportedly.fields.count_walk import Head, walk
from reportedly.fields.count_words import PROJECTILES, Noun, NounFinder, noun_finder
from reportedly.fields.number import NUMBER, parse
from reportedly.model import Count

_BEHIND = re.compile(rf"(?:\s(?:launched|fired|tested|in total))?:\s(?P<n>{NUMBER})\b", re.IGNORECASE)
_OF_THEM = re.compile(r"(?<=\w)(?=\sof\sthem\b)")
_THEIR_NUMBER = re.compile(
    r"(?P<hedge>\b(?:at least|more than|over|about|around|nearly|almost|up to)\s)?"
    rf"\b(?P<n>{NUMBER}|several|multiple|both|some)$",
    re.IGNORECASE,
)
_OR_MORE = re.compile(r"\s(?:\([A-Z]+s?\)\s)?or more\b", re.IGNORECASE)
_LAUNCH_VERB_NEAR = re.compile(r"\b(?:fir(?:ed|ing|es)|shell(?:ed|ing))\b", re.IGNORECASE)
_PERIOD = re.compile(r"[^.;]{0,30}\b(?:this|that|last|each|a|per|in) (?:year|month|\d{4})\b", re.IGNORECASE)
_GUN_WORDS = cw.words("artillery mortar rocket tank shell howitzer gun coastal live")
_LEFT_REACH = 130


@dataclass(frozen=True, slots=True)
class CountExpression:
    """A count as a text gives it.

    `start`, `end` span hedge, number, modifiers and noun; `number_start`, `number_end` the counting words alone.
    `kind` is the class of the noun ("launches" where launches are counted, None where no noun stands by).
    `bare_plural`: a plural without any number; `definite`: known already ("the missiles"); `ordinal`: 2 for "second
    missile"; `part`: how many of these the sentence speaks of ("two of the missiles"); `included`: part of a total
    named before ("including seven ..."); `additional`: on top of a total ("another", "two more").
    """

    start: int
    end: int
    written: str
    value: Count
    noun: str | None
    noun_start: int
    noun_end: int
    number_start: int
    number_end: int
    kind: str | None = None
    cue: str | None = None
    bare_plural: bool = False
    definite: bool = False
    ordinal: int | None = None
    part: Count | None = None
    included: bool = False
    additional: bool = False

    @property
    def says_number(self) -> bool:
        """Whether the words count: not "the missile", not a bare plural, not "second missile"."""
        return not (self.bare_plural or self.definite or self.ordinal is not None)


def find(text: str, nouns: tuple[Noun, ...] = PROJECTILES) -> tuple[CountExpression, ...]:
    """Every count of these nouns in the text, in order, none overlapping."""
    finder, found, floor = noun_finder(nouns), [], 0
    for match in finder.pattern.finditer(text):
        expression = _read(text, match, floor, finder)
        if expression is not None:
            found.append(expression)
            floor = expression.end
        else:
            floor = match.end()
    found += [e for e in _of_them(text) if not any(e.start < f.end and f.start < e.end for f in found)]
    return tuple(sorted(found, key=lambda e: e.start))


def _read(text: str, noun: re.Match[str], floor: int, finder: NounFinder) -> CountExpression | None:
    written, end = noun.group(), noun.end()
    if text[noun.start() - 1 : noun.start()] == "(" and text[end : end + 1] == ")":
        return None  # an abbreviation behind its own noun
    plural, kind = written.lower() in finder.plurals, finder.kinds[written.lower()]
    launch = cw.LAUNCH_HEAD.match(text, end)
    if launch:
        head_end, head = launch.end(), text[noun.start() : launch.end()]
        plural, kind = launch["head"].lower().endswith(("es", "s")), "launches"
    elif cw.COMPOUND_HEAD.match(text, end):
        return None
    else:
        head_end, head = end, written
    left = max(floor, noun.start() - _LEFT_REACH)
    phrase = walk(text[left : noun.start()], Head(plural, finder))
    if kind == "shell" and written.lower().startswith("round") and not _is_gun_round(text, noun, phrase.modifiers):
        return None
    if phrase.value is None and not plural and not phrase.definite:
        if phrase.ordinal is None and not _stands_alone(text, head_end):
            return None
        value = Count(1, 1)
    else:
        value = phrase.value or Count(1 if not plural else 2, 1 if not plural else None)
    number_start, number_end = left + phrase.number_start, left + phrase.number_end
    if phrase.value is None and not phrase.definite:
        number_end = head_end
    behind = _BEHIND.match(text, head_end) if phrase.value is None and plural else None
    if behind:
        amount = int(parse(behind["n"]) or 0)
        value, head_end, number_start, number_end = Count(amount, amount), behind.end(), behind.start("n"), behind.end()
    if _OR_MORE.match(text, head_end) and phrase.value is not None:
        value = Count(value.minimum, None)
    start = left + phrase.start
    if phrase.launches_of and not _PERIOD.match(text, head_end):
        kind = finder.kinds[written.lower()]
    return CountExpression(
        start,
        head_end,
        text[start:head_end],
        value,
        head,
        noun.start(),
        noun.start() + len(head),
        number_start,
        number_end,
        kind,
        phrase.cue,
        plural and phrase.value is None and behind is None,
        phrase.definite,
        phrase.ordinal,
        phrase.part,
        phrase.included,
        phrase.additional,
    )


def _is_gun_round(text: str, noun: re.Match[str], modifiers: tuple[str, ...]) -> bool:
    """Whether "rounds" are of a gun, not of talks."""
    behind = text[noun.end() : noun.end() + 40].lower().split()[:3]
    if behind[:1] == ["of"]:
        return bool(_GUN_WORDS.intersection(behind))
    return bool(_GUN_WORDS.intersection(modifiers)) or bool(
        _LAUNCH_VERB_NEAR.search(text, max(0, noun.start() - 40), noun.end() + 16)
    )


_ALONE = re.compile(
    r"\s*(?:$|[.;:,)\n]|(?:\([A-Za-z-]{2,6}\)\s)?(?:fired|launched|tested|test-\w+|lands?|landed|fell|falls|flew"
    r"|flies"
    r"|cross\w*|crash\w*|hits?|was|were|is|has|had|from|over|toward|towards|into|off|near|with|that|which|on|in|at|by"
    r"|for|to|appears?|may|fails?|failed|explod\w+|shot|strikes|struck|sent|streak\w+|splash\w+|again|\w+ly)\b)",
    re.IGNORECASE,
)


def _stands_alone(text: str, end: int) -> bool:
    """Whether a bare singular ("Missile fired ...") is the thing itself and no modifier of the next word."""
    return _ALONE.match(text, end) is not None


def _of_them(text: str) -> Iterable[CountExpression]:
    """ "several of them", where the noun stands elsewhere."""
    for place in _OF_THEM.finditer(text):
        match = _THEIR_NUMBER.search(text, max(0, place.start() - 40), place.start())
        if match is None:
            continue
        word = match["n"].lower()
        amount = parse(word)
        value = cw.QUANTIFIERS.get(word) or (Count(int(amount), int(amount)) if amount else None)
        if value is None or (amount is not None and amount != int(amount)):
            continue
        hedge = cw.HEDGE.search(match["hedge"]) if match["hedge"] else None
        if hedge and value.maximum is not None:
            value = cw.hedged(value, hedge)
        yield CountExpression(
            match.start(),
            match.end(),
            match.group(),
            value,
            None,
            match.end(),
            match.end(),
            match.start("n"),
            match.end("n"),
            cue=hedge.group().strip() if hedge else None,
            part=value,
        )
