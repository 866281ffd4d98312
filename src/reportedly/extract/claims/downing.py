"""What was shot down and what shot it down: in a test the one is a target, in a strike the other a defence."""

from functools import lru_cache

from reportedly.codebook import Phrases
from reportedly.extract.framing import Framing
from reportedly.extract.harm import downing_of
from reportedly.fields.gated import Gated
from reportedly.frozen import dataclass
from reportedly.patterns import compiled

_PHRASE = (
    r"(?:(?!(?:by|with|using|from|over|in|on|at|to|of|and|after|before|that|which)\b)[\w.\"“”'’-]+\s+){0,5}[\"“‘']?$"
)
_MISSILE = compiled(r"(?: (?:missile|interceptor)s?)? ")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of shooting down with what may stand between them and the weapon that was hit, or that hit it."""

    target: Gated
    defence: Gated
    means: Gated


@lru_cache(maxsize=8)
def _words(phrases: Phrases) -> _Words:
    verb = rf"\b(?:{'|'.join(phrases.downing) or '(?!)'})"
    return _Words(
        Gated(rf"{verb}[\"”’']?\s+{_PHRASE}"),
        Gated(rf"{verb}[\"”’']?\s+by\s+{_PHRASE}"),
        Gated(rf"{verb}\b[^.;]*\b(?:using|by means of|with)\s+{_PHRASE}"),
    )


def brings_down(framing: Framing, end: int) -> bool:
    """Whether what stands behind a weapon is told to have been done to another: "Patriot missiles intercepted"."""
    text = framing.facts.report.text
    thing = _MISSILE.match(text, end)
    return thing is not None and downing_of(framing.codebook).match(text, thing.end()) is not None


def is_other_side(framing: Framing, home: int, head: str) -> bool:
    """Whether the words before a weapon say that it is the target of a test of defences, or what defended in a strike."""
    words = _words(framing.codebook.phrases)
    strike = framing.codebook.is_a(framing.frames[home].type, "strike")
    return (words.defence if strike else words.target).search(head) is not None


def is_means(framing: Framing, home: int, sentence: int, place: int) -> bool:
    """Whether something is told to have been shot down with the weapon at a place: "shot it down using an SM-6"."""
    told = {framing.triggers[t].sentence for t in framing.frames[home].triggers}
    start = framing.facts.sentences[sentence].start
    text = framing.facts.report.text[start:place]
    return sentence in told and _words(framing.codebook.phrases).means.search(text) is not None
