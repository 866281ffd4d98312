"""How it flew and where it ended: platform, trajectory, landing, and its side of an exclusive economic zone."""

import re
from collections.abc import Iterable

from reportedly.extract.claims.draft import Draft
from reportedly.extract.framing import Framing
from reportedly.fields import landing
from reportedly.fields.gated import Gated
from reportedly.model import Stance, Term

_PLATFORMS: tuple[tuple[str, str], ...] = (
    ("TEL", r"(?:transporter|mobile)[- ]erector[- ]launchers?|road-mobile|mobile launchers?|TELs?|wheeled launchers?"),
    ("rail", r"rail(?:way)?[- ](?:borne|mobile|based)|(?:a |the )train(?= car| launcher|\b)"),
    ("underwater_silo", r"underwater (?:silo|launcher)|silo (?:under|in) (?:a |the )?(?:lake|reservoir)"),
    ("silo", r"silos?|silo-based"),
    ("barge", r"barges?|(?:underwater|submersible) platforms?"),
    ("submarine", r"submarines?(?!-launched| launched)"),
    ("ship", r"warships?|destroyers?|frigates?|corvettes?|cruisers?"),
    ("aircraft", r"(?:strategic )?bombers?|fighter jets?|aircraft|MiG-31K?|Tu-\d+\w*|B-52H?|Su-\d+"),
)
_PLATFORM = Gated(
    r"\b(?:fired|launched|test-fired|blasted off|lifted off|shot|tested)\b[^.;]{0,60}?\b(?:from|by|aboard|on)\s+"
    r"(?:a|an|the|its|one|two|several|what\s+\w+)?\s*(?:[\w“”'-]+\s+){0,3}?(?:"
    + "|".join(f"(?P<{code}>{words})" for code, words in _PLATFORMS)
    + r")\b"
)
_TRAJECTORY = Gated(
    r"\b(?:(?P<lofted>lofted|(?:steep|high|near-vertical|sharp)(?:ly)?(?:[- ]angled?| angle| trajectory| path| course))|"
    r"(?P<depressed>depressed|flattened|low-altitude|low altitude)(?= trajectory| path| flight| course)|"
    r"(?P<irregular>irregular|pull-up|evasive|zigzag)(?= trajectory| trajectories| path| flight| manoeuv| maneuv)|"
    r"(?P<circular_or_figure8>figure[- ](?:of[- ])?eight|figure[- ]8|oval|elliptical|circular)(?=[\w -]{0,20}\b(?:orbit|track|path|pattern|course))|"
    r"(?P<standard>(?:standard|normal|minimum-energy) trajectory))",
    re.IGNORECASE,
)
_COULD = re.compile(
    r"\b(?:if|could|would|can|should|might|flown on|on a (?:flatter|normal|standard))\b[^.;]{0,60}$", re.IGNORECASE
)


def flights(framing: Framing) -> Iterable[Draft]:
    """Platform, trajectory, landing and zone of every launch."""
    text = framing.facts.report.text
    for field, pattern in (("platform", _PLATFORM), ("trajectory", _TRAJECTORY)):
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
