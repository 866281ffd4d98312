"""Class words: what a report calls the weapon, and nothing it only implies.

A class is said by a phrase of several words ("a new short-range, solid-fuel ballistic missile", "missiles of
intermediate range"): each word gives a trait, and the traits together give the class.
"""

import re
from collections.abc import Iterator, Set
from functools import lru_cache

from reportedly.codebook import Phrases, fold
from reportedly.fields.gated import Gated
from reportedly.frozen import dataclass
from reportedly.patterns import compiled

_INSIDE = compiled(  # what may stand between two words of one phrase: up to three words that begin no other one
    r"[\s\"“”'‘’(,-]{0,3}(?:(?:surface|ground|land|sea|ship|air) to (?:surface|ground|land|sea|ship)\b[\s,-]{1,3}|(?!(?:and|or|but|of|in|on|at|to|from|with|for|by|as|that|which|who|is|are|was|were|has|had|have|be|"
    r"a|an|the|its|their|not|after|before|into|over|than|it|he|said|says)\b)[\w'’.-]+[\s\"“”'‘’),-]{1,3}){0,3}",
    re.IGNORECASE,
)
_BEHIND = compiled(r"\s+(?:of|with)\s+(?:(?:an?|the|its|so-called)\s+)?(?:\w+[- ]){0,2}?$|\s*\(\s*$", re.IGNORECASE)
_NAMED = compiled(r"\s+[\"“‘'«]?[A-Z]")
_PREDICATE = compiled(
    r"\b(?:of|are|is|was|were|be|been|as|all|both|mostly|and)\s+(?:(?:probably|likely|apparently|possibly|an?)\s+)*$",
    re.IGNORECASE,
)
_ALTERNATIVE = compiled(  # "short- or medium-range missiles" are of neither class alone
    r"\b(?:short|close|medium|intermediate|mid|long)(?:[- ]range)?-?,? (?:or|and|to|as well as) $", re.IGNORECASE
)
_BOTH = compiled(r"\W(?:and|or)\W", re.IGNORECASE)
_ACRONYMS = frozenset({"ICBM", "IRBM", "MRBM", "SRBM", "SLBM", "ALBM"})
_RANGES = {"intermediate": "IRBM", "medium": "MRBM"}
_RANGED = frozenset({"SRBM", "MRBM", "IRBM"})
_RANGE_WORDS = frozenset({"intermediate", "medium", "short", "long"})
_WHOLE = (("air defence", "SAM"), ("rockets", "MLRS"), ("drone", "UUV"), ("space", "SLV"))


@dataclass(frozen=True, slots=True)
class ClassMatch:
    """A phrase that says a class, and its code; `short` where only a short range is said, so that the code holds
    for weapons that are called ballistic elsewhere."""

    start: int
    end: int
    code: str
    short: bool = False


@dataclass(frozen=True, slots=True)
class _Traits:
    """The words that give a trait as one pattern, for folded text, in which it is twice as fast; and the traits' names."""

    pattern: Gated
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Trait:
    start: int
    end: int
    name: str


def find_classes(text: str, phrases: Phrases) -> tuple[ClassMatch, ...]:
    """The class phrases of a text, in order."""
    return tuple(found for phrase in _phrases(text, traits_of(phrases)) if (found := _read(phrase, text)) is not None)


@lru_cache(maxsize=8)
def traits_of(phrases: Phrases) -> _Traits:
    """The words that give a trait, once a codebook."""
    told = phrases.traits.items()
    parts = (f"(?P<t{n}>{'|'.join(words).lower()})" for n, (_, words) in enumerate(told) if words)
    return _Traits(Gated(rf"(?<![\w-])(?:{'|'.join(parts) or '(?!)'})(?!\w)"), tuple(name for name, _ in told))


def _phrases(text: str, traits: _Traits) -> Iterator[list[_Trait]]:
    """The traits of a text in groups that stand in one noun phrase."""
    open_: list[_Trait] = []
    for match in traits.pattern.finditer(fold(text)):
        trait = _Trait(match.start(), match.end(), traits.names[int((match.lastgroup or "t0")[1:])])
        if open_ and not _goes_on(open_, trait, text):
            yield open_
            open_ = []
        open_.append(trait)
    if open_:
        yield open_


def _goes_on(phrase: list[_Trait], trait: _Trait, text: str) -> bool:
    """Whether a trait belongs to the phrase before it."""
    last = phrase[-1]
    gap = text[last.end : trait.start]
    if len(gap) > 48 or "\n" in gap:
        return False
    if last.name in {"head", "cruise"}:
        known = {t.name for t in phrase}
        behind = trait.name not in known and trait.name != "head" and _BEHIND.fullmatch(gap) is not None
        return behind and (trait.name in _RANGE_WORDS or "with" not in gap)  # "with a hypersonic warhead" tells a part
    return _INSIDE.fullmatch(gap) is not None


def _read(phrase: list[_Trait], text: str) -> ClassMatch | None:
    """The class that a phrase says, from its first trait to its last; None where it says none."""
    telling = [t for t in phrase if t.name != "head"]
    if not telling:
        return None
    names = {t.name for t in telling}
    code = _code(names)
    start, end = telling[0].start, phrase[-1].end
    headed = any(t.name == "head" for t in phrase)
    mixed = _ALTERNATIVE.search(text, max(0, start - 24), start) is not None or _of_both(phrase, text)
    if code in _RANGED and mixed:
        code = "BM" if "ballistic" in names else None
    if names == {"ICBM"} and text[start].islower() and not (headed or _stands_alone(text, start, end)):
        return None  # "intercontinental flights"
    if code is None and "short" in names and (headed or _stands_alone(text, start, end)):
        return ClassMatch(start, end, "SRBM", short=True)
    if code in _RANGES.values() and not names & {"ballistic", *_ACRONYMS}:
        return ClassMatch(start, end, code or "", False) if headed or _stands_alone(text, start, end) else None
    if code is None or (names == {"ship"} and not headed) or (names == {"submarine"} and not headed):
        return None
    return ClassMatch(start, end, code)


def _of_both(phrase: list[_Trait], text: str) -> bool:
    """Whether several weapons are of two ranges: "nine missiles of medium and long range"."""
    plural = any(t.name == "head" and text[t.end - 1] == "s" for t in phrase)
    return plural and _BOTH.search(text, phrase[0].start, phrase[-1].end) is not None


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a range without a noun says what a weapon is: "an intermediate-range Musudan", "all short-range"."""
    return _NAMED.match(text, end) is not None or _PREDICATE.search(text[max(0, start - 24) : start]) is not None


def _code(names: Set[str]) -> str | None:
    """The class that traits give together."""
    for trait, code in _WHOLE:
        if trait in names:
            return code
    if {"hypersonic", "cruise"} <= names:
        return "hypersonic"
    if "cruise" in names or ("ship" in names and not names & {"ballistic", "hypersonic", *_ACRONYMS}):
        return "cruise"
    if "submarine" in names and "ICBM" in names:
        return "SLBM"
    for code in ("SLBM", "ALBM", "ICBM", "IRBM", "MRBM", "SRBM"):
        if code in names:
            return code
    if "hypersonic" in names:
        return "hypersonic"
    if "submarine" in names:
        return "SLBM"
    if "air" in names:
        return "ALBM" if "ballistic" in names else None
    for trait, code in _RANGES.items():
        if trait in names:
            return code
    if "ballistic" in names:
        return "SRBM" if "short" in names else "BM"
    return None
