"""What shook the ground, by whoever says so: an explosion, or nature."""

import re
from collections.abc import Iterable

from reportedly.extract.claims.draft import Draft
from reportedly.extract.framing import Framing
from reportedly.fields.gated import Gated
from reportedly.model import Stance, Text
from reportedly.patterns import compiled

_NATURE = Gated(
    r"\b(?P<natural>(?:not|unlikely to be|unlikely to have been|not (?:believed|thought|likely) to (?:be|have been)|neither)\s+(?:an?\s+)?"
    r"(?:man-made|artificial|explosion|caused by an explosion|nuclear test)"
    r"|no (?:signs?|indications?|evidence|trace) of an explosion)\b"
    r"|\b(?:(?:was|is|as|be|been|seemed|appeared|of)\s+(?:an?\s+)?(?:entirely\s+|purely\s+)?|an?\s+)"
    r"(?P<nature>natural(?:ly[ -]occurring)?)\b(?!\s(?:gas|disasters?|resources?|uranium))"
    r"|\b(?:as|was|is|be|been|were|by|from|seemed|appeared|appears|seems|likely|possibly|probably|call(?:ed|s) it|suspect(?:s|ed)?|result of|due to)\s+"
    r"(?:an?\s+)?(?:(?:suspected|possible|probable|apparent|likely|underground|small|nuclear|large|man-made|artificial)\s+)*"
    r"(?P<explosion>explosion|blast|detonation|man-made|artificial)\b(?!\s(?:noise|sources?|intelligence|sound))",
    re.IGNORECASE,
)
_SUSPECTED = compiled(r"\b(?:suspected|possible|probable|apparent|likely)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)


def natures(framing: Framing) -> Iterable[Draft]:
    """What every quake is said to have been."""
    text = framing.facts.report.text
    if not any(framing.codebook.is_a(frame.type, "quake") for frame in framing.frames):
        return
    for span in framing.facts.sentences:
        for match in _NATURE.finditer(text, span.start, span.end):
            group = match.lastgroup or ""
            start, end = match.span(group)
            home = framing.owner(start, end)
            if home is None or not framing.codebook.is_a(framing.frames[home].type, "quake"):
                continue
            doubt = Stance.ESTIMATED if _SUSPECTED.search(text, span.start, start) else None
            yield Draft(
                home,
                "object",
                Text("explosion" if group == "explosion" else "natural"),
                start,
                end,
                "quake.nature",
                doubt,
            )
