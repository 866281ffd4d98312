"""Whether a report tells of war: the harm that its opening speaks of, and enemies named in it."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from reportedly.codebook import Codebook, Phrases
from reportedly.extract.facts import Facts
from reportedly.extract.state_of import state_of
from reportedly.fields.gated import Gated
from reportedly.patterns import compiled

LEAD = 3  # sentences of some length that say what a report is about, the headline among them
LABEL = 40  # code points; a shorter sentence is a stamp or a label
HURT = "hurt"  # the kind of harm that is done to people
_OPENING = 6  # sentences of some length in which a report on a strike comes to what it did
_HEAD = 500  # code points in which those who fight are named
_KINDS = 2  # kinds of harm that make it one of war
_UPON = (  # whom or what a strike hits comes behind these
    r"(?:on|against|at|in|that|which|sank|sinks|kill\w*|hit|hits|destroy\w*|wound\w*|injur\w*|damag\w*)"
)
_TRIAL = Gated(
    r"\b(?:tests?|tested|test-\w+|trials?|drills?|exercises?|(?<!\bred )(?<!\bblack )(?:sea|ocean|waters|pacific)\b(?! drones?))\b|\bEast Sea\b",
    re.IGNORECASE,
)


def harm_of(codebook: Codebook) -> dict[str, Gated]:
    """The patterns of the codebook's kinds of harm."""
    return _harm(codebook.phrases)


def strikes_of(codebook: Codebook) -> Gated:
    """The pattern of the codebook's words for strikes."""
    return _strikes(codebook.phrases)


def striking_of(codebook: Codebook) -> re.Pattern[str]:
    """What stands behind a state that struck: "[a Russian] missile strike against a school"."""
    return _striking(codebook.phrases)


def downing_of(codebook: Codebook) -> Gated:
    """The pattern of the codebook's words for what a defence does to a missile, and of destroying, which those who fired one
    do to it too where it strays."""
    return _downing(codebook.phrases)[0]


def downed_of(codebook: Codebook) -> Gated:
    """The pattern of what is said to have been shot down: "were intercepted"."""
    return _downing(codebook.phrases)[1]


def of_war(facts: Facts, codebook: Codebook) -> bool:
    """Whether headline and lead speak of harm done and of no test; or name enemies and none, and harm is told further on."""
    end = lead_end(facts)
    if _TRIAL.search(facts.report.text, 0, end) is not None:
        return False
    if _kinds(facts, codebook, end) >= _KINDS or (
        _names_a_fighter(facts, codebook, max(end, _HEAD)) and does_harm(facts, codebook)
    ):
        return True
    if not _names_enemies(facts, codebook, end):
        return False
    return does_harm(facts, codebook) or _kinds(facts, codebook, lead_end(facts, _OPENING)) > _KINDS


def does_harm(facts: Facts, codebook: Codebook) -> bool:
    """Whether headline and lead speak of people hurt."""
    hurt = harm_of(codebook).get(HURT)
    return hurt is not None and hurt.search(facts.report.text, 0, lead_end(facts)) is not None


def lead_end(facts: Facts, most: int = LEAD) -> int:
    """Where the headline and the first sentences end that say what a report is about."""
    ends = islice((s.end for s in facts.sentences if s.end - s.start > LABEL), most)
    return max(ends, default=0)


def _kinds(facts: Facts, codebook: Codebook, end: int) -> int:
    """How many kinds of harm are spoken of before a place."""
    return sum(p.search(facts.report.text, 0, end) is not None for p in harm_of(codebook).values())


def _names_a_fighter(facts: Facts, codebook: Codebook, end: int) -> bool:
    """Whether a state that is at war is spoken of before a place, be it by a town."""
    named = (n for n in facts.names_in(0, end) if n.kind != "weapon")
    states = (state_of(n) or getattr(n.entry, "state", None) for n in named)
    return any(s in codebook.states and codebook.states[s].at_war for s in states if s)


def _names_enemies(facts: Facts, codebook: Codebook, end: int) -> bool:
    """Whether two states at war are spoken of before a place, be it by a town."""
    named = {state_of(n) or getattr(n.entry, "state", None) for n in facts.names_in(0, end)}
    return any(s in codebook.states and not named.isdisjoint(codebook.states[s].at_war) for s in named if s)


@lru_cache(maxsize=4)
def _strikes(phrases: Phrases) -> Gated:
    return _any(phrases.strikes or ("(?!)",))


@lru_cache(maxsize=4)
def _striking(phrases: Phrases) -> re.Pattern[str]:
    words = "|".join(phrases.strikes) or "(?!)"
    return compiled(rf"\s+(?:[a-z-]+\s+){{0,3}}(?:{words})\s+{_UPON}\b")


@lru_cache(maxsize=4)
def _downing(phrases: Phrases) -> tuple[Gated, Gated]:
    words = "|".join((*phrases.downing, r"destroy(?:s|ed|ing)?\b"))
    were = r"(?:(?:had |have |has )?been|was|were|being|got)\s+(?:\w+ly\s+)?"
    return Gated(rf"\b(?:{words})", re.IGNORECASE), Gated(rf"\b{were}(?:{words})\b", re.IGNORECASE)


@lru_cache(maxsize=4)
def _harm(phrases: Phrases) -> dict[str, Gated]:
    return {kind: _any(words) for kind, words in phrases.harm.items()}


def _any(words: Iterable[str]) -> Gated:
    return Gated(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
