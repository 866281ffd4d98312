"""How many: finds how many projectiles a text gives, and folds, compares and shows counts."""

import re
from dataclasses import replace

from reportedly.fields import count_words as cw
from reportedly.fields.count_apart import occasions
from reportedly.fields.count_bare import bare
from reportedly.fields.count_expression import CountExpression
from reportedly.fields.count_walk import Head, Phrase, walk
from reportedly.fields.count_words import Counting
from reportedly.fields.number import NUMBER, parse
from reportedly.fields.taken import Taken
from reportedly.fields.word_set import words_of
from reportedly.model import Count
from reportedly.patterns import compiled

_BEHIND = compiled(rf"(?:\s(?:launched|fired|tested|in total))?:\s(?P<n>{NUMBER})\b", re.IGNORECASE)
_OR_MORE = compiled(
    r"\s(?:\([A-Z]+s?\)\s)?(?:or more\b|at (?:the )?(?:very )?least(?=[.,;:)]|\s(?!one\b|two\b|\d)[a-z]))",
    re.IGNORECASE,
)
_LAUNCH_VERB_NEAR = compiled(r"\b(?:fir(?:ed|ing|es)|shell(?:ed|ing)|landed|fell|left|splashed|hit)\b", re.IGNORECASE)
_PERIOD = compiled(r"[^.;]{0,30}\b(?:this|that|last|each|a|per|in) (?:year|month|\d{4})\b", re.IGNORECASE)
_OF_THE_DAY = compiled(r"\sof the (?:day|morning|night)\b", re.IGNORECASE)
_AFTER_THE_FIRST = compiled(
    r"[^.;]{0,60}?\b(?:after|following) (?:(?:the|its|an?|another) )?(?:first|another|earlier|failed)\b(?=[^.;]{0,40}\b(?:fail|hours?|minutes|earlier|explod|same day))",
    re.IGNORECASE,
)
_GUN_WORDS = words_of("artillery mortar rocket tank shell howitzer gun coastal live")
_MANY_ROUNDS = 10  # talks, sanctions and votes have fewer
_LEFT_REACH = 130


def find(text: str, finder: Counting) -> tuple[CountExpression, ...]:
    """Every count of these nouns in the text, in order, none overlapping."""
    found: list[CountExpression] = []
    floor = 0
    for match in finder.pattern.finditer(text):
        expression = _read(text, match, floor, finder)
        if expression is not None:
            found.append(expression)
            floor = expression.end
        else:
            floor = match.end()
    taken = Taken(len(text), ((e.start, e.end) for e in found))
    found += [e for e in bare(text, finder.several) if e.kind != "loose" and taken.free(e.start, e.end)]
    found += [e for e in occasions(text) if taken.free(e.start, e.end)]
    return tuple(sorted(found, key=lambda e: e.start))


def _read(text: str, noun: re.Match[str], floor: int, finder: Counting) -> CountExpression | None:
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
    if _is_no_projectile(written.lower(), plural, phrase):
        return None
    if kind == "shell" and written.lower().startswith("round") and not _is_gun_round(text, noun, phrase):
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
    if phrase.ordinal is not None and _is_last(text, head_end, phrase.ordinal):
        value = Count(phrase.ordinal, phrase.ordinal)
        phrase = replace(phrase, ordinal=None, definite=False)
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


def _is_last(text: str, end: int, rank: int) -> bool:
    """Whether the noun that ends here is the last of so many: "its seventh missile of the day", "a second missile hours
    after the first failed"."""
    return _OF_THE_DAY.match(text, end) is not None or (rank == 2 and _AFTER_THE_FIRST.match(text, end) is not None)


def _is_no_projectile(written: str, plural: bool, phrase: Phrase) -> bool:
    """Whether it is a shot that warns or hits, or a bomb in stock, rather than what was fired."""
    if written.startswith("shot"):
        return not plural or phrase.value is None or "warning" in phrase.modifiers
    return written.startswith("weapon") and not {"nuclear", "atomic", "nuclear-capable"}.isdisjoint(phrase.modifiers)


def _is_gun_round(text: str, noun: re.Match[str], phrase: Phrase) -> bool:
    """Whether "rounds" are of a gun, not of talks."""
    behind = text[noun.end() : noun.end() + 40].lower().split()[:3]
    if behind[:1] == ["of"]:
        return bool(_GUN_WORDS.intersection(behind))
    if _GUN_WORDS.intersection(phrase.modifiers):
        return True
    many = phrase.value is not None and phrase.value.minimum >= _MANY_ROUNDS
    near = text[max(0, noun.start() - 40) : noun.end() + 24]
    return many or _LAUNCH_VERB_NEAR.search(near) is not None


_ALONE = compiled(
    r"\s*(?:$|[.;:,)\n]|(?:\([A-Za-z-]{2,6}\)\s)?(?:fired|launched|tested|test-\w+|lands?|landed|fell|falls|flew"
    r"|flies"
    r"|cross\w*|crash\w*|hits?|was|were|is|has|had|from|over|toward|towards|into|off|near|with|that|which|on|in|at|by"
    r"|for|to|appears?|may|fails?|failed|explod\w+|shot|strikes|struck|sent|streak\w+|splash\w+|again|\w+ly)\b)",
    re.IGNORECASE,
)


def _stands_alone(text: str, end: int) -> bool:
    """Whether a bare singular ("Missile fired ...") is the thing itself and no modifier of the next word."""
    return _ALONE.match(text, end) is not None
