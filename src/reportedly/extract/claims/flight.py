"""How it flew and where it ended: platform, trajectory, landing, and its side of an exclusive economic zone."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from reportedly.codebook import Phrases
from reportedly.extract.claims.draft import Draft
from reportedly.extract.framing import Framing
from reportedly.fields import landing
from reportedly.fields.gated import Gated
from reportedly.fields.together import SENTENCES
from reportedly.model import Stance, Term
from reportedly.patterns import compiled

_COULD = compiled(
    r"\b(?:if|could|would|can|should|might|flown on|on a (?:flatter|normal|standard))\b[^.;]{0,60}$", re.IGNORECASE
)


@lru_cache(maxsize=8)
def patterns_of(phrases: Phrases) -> tuple[tuple[str, Gated], ...]:
    """What says from what it was fired and how it flew, each code as the name of a group."""
    platform = Gated(
        r"\b(?:fired|launched|test-fired|blasted off|lifted off|shot|tested)\b[^.;]{0,60}?\b(?:from|by|aboard|on)\s+"
        rf"(?:a|an|the|its|one|two|several|what\s+\w+)?\s*(?:[\w“”'-]+\s+){{0,3}}?(?:{_grouped(phrases.platforms)})\b",
        together=SENTENCES,
    )
    return ("platform", platform), (
        "trajectory",
        Gated(rf"\b(?:{_grouped(phrases.trajectories)})", re.IGNORECASE, together=SENTENCES),
    )


def _grouped(told: Mapping[str, tuple[str, ...]]) -> str:
    return "|".join(f"(?P<{code}>{'|'.join(phrases)})" for code, phrases in told.items() if phrases) or "(?!)"


def flights(framing: Framing) -> Iterable[Draft]:
    """Platform, trajectory, landing and zone of every launch."""
    text = framing.facts.report.text
    for field, pattern in patterns_of(framing.codebook.phrases):
        for span in framing.facts.sentences:
            for match in pattern.finditer(text, span.start, span.end):
                code = match.lastgroup
                home = framing.owner(match.start(), match.end())
                if code is None or home is None or framing.frames[home].family != "launch":
                    continue
                if field == "trajectory" and _COULD.search(text[span.start : match.start()]):
                    continue
                yield Draft(home, field, Term(code), match.start(code), match.end(code), f"flight.{field}")
    yield from _ends(framing)


def _ends(framing: Framing) -> Iterable[Draft]:
    facts = framing.facts
    for found in landing.find(facts.report.text, facts.names):
        home = framing.owner(found.start, found.end)
        if home is None or facts.sentence_at(found.start) is None or framing.frames[home].family != "launch":
            continue
        if found.role == "into":
            yield Draft(home, "landing", found.value, found.start, found.end, "flight.landing")
    for zone in landing.find_eez(facts.report.text):
        home = _flown(framing, framing.owner(zone.start, zone.end))
        if home is not None and facts.sentence_at(zone.start) is not None and framing.frames[home].family == "launch":
            stance = Stance.DENIED if zone.denied else None
            yield Draft(home, "eez", Term(zone.code), zone.start, zone.end, "flight.eez", stance)


def _flown(framing: Framing, home: int | None) -> int | None:
    """The frame of what flew: an account that is taken back is of the one launch beside it."""
    if home is None or not framing.codebook.is_a(framing.frames[home].type, "retraction"):
        return home
    flown = [
        f.number for f in framing.frames if f.family == "launch" and not framing.codebook.is_a(f.type, "retraction")
    ]
    return flown[0] if len(flown) == 1 else home
