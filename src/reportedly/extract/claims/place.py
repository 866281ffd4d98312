"""Where it was launched or set off."""

import re
from collections.abc import Iterable

from reportedly.codebook import NameMatch
from reportedly.extract.claims.draft import Draft
from reportedly.extract.framing import AFFAIRS, Framing
from reportedly.model import Place

_FROM = re.compile(
    r"\b(?:from|near|at|in|around|outside|off|left|inside|by|leaving|out of|between|and)\s+"
    r"(?:(?:the|its|a|an|inside|around|near|somewhere|or around|what|waters|sea|known|suspected|northwestern|northern|southern|"
    r"western|eastern|northeastern|northeast|city|town|port|village|county|area|areas|vicinity|outskirts|region|district|"
    r"site|launch|test|nuclear|missile|naval|dockyard|island|peninsula|capital|base|coast|coastal|silo|mobile|launcher|"
    r"of|off|in|at|on|called|named|country['’]s|eastern|west|east|north|south)\s+)*$",
    re.IGNORECASE,
)
_LISTED = re.compile(  # "from four places — Sunan, Kaechon and": what follows is one more of them
    r"\bfrom\s+[^.;()]{0,40}?(?:\s[—–-]\s|:\s)?(?:[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?(?:,\s+(?:and\s+)?|\s+and\s+))+$"
)
_FELL = re.compile(
    r"\b(?:fell|land(?:ed|ing)?|splash\w*|came down|come down|dropp?(?:ed|ing)?|crash\w*|hit|hits|struck|targets?|impact\w*|"
    r"toward|towards|into|aimed at|over|bound for|heading|headed|short of|debris)\b[^.;]*$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:north|south|east|west|northeast|northwest|southeast|southwest)(?:ern)?\s+(?:of|from)\s+(?:the\s+)?$|"
    r"\b(?:km|kilometers?|kilometres?|miles?\)?)\s+(?:\([^)]*\)\s+)?(?:\w+\s+)?(?:from|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_SPOKEN_AT = re.compile(
    r"\b(?:said|speech|talks|meeting|visit\w*|told|arrived|conference|parade|professor|university|spokes\w+|held talks)\b",
    re.IGNORECASE,
)
_PLACE_KINDS = {"site", "metonym"}


def sites(framing: Framing) -> Iterable[Draft]:
    """The launch or test sites of every frame; never where something fell, nor a city that only lies by."""
    facts = framing.facts
    for name in facts.names:
        if name.kind not in _PLACE_KINDS or facts.in_dateline(name.start):
            continue
        number = facts.sentence_at(name.start)
        home = framing.owner(name.start, name.end)
        if number is None or home is None or framing.frames[home].family in AFFAIRS:
            continue
        value = place_value(name, framing)
        rank = _rank(framing, home, number, name)
        if value is None or rank is None or not _own_ground(framing, home, value):
            continue
        yield Draft(home, "site", value, name.start, name.end, "site.name", rank=rank)


def _rank(framing: Framing, home: int, number: int, name: NameMatch) -> float | None:
    """How directly the words say that it started here; None where they do not."""
    facts = framing.facts
    span = facts.sentences[number]
    head = facts.report.text[span.start : name.start]
    clause = head[-90:]
    frame = framing.frames[home]
    told = any(framing.triggers[t].sentence == number for t in frame.triggers)
    if frame.family == "nuclear":
        if name.kind == "metonym":
            return None
        return 2.0 if _RELATIVE.search(clause) else 0.5 if not told else 0.0
    clause = _LISTED.sub("from ", clause) if name.kind == "site" else clause
    preposition = _FROM.search(clause)
    if preposition is None or _RELATIVE.search(clause):
        return None
    fell = _FELL.search(clause[: preposition.start()])
    direct = preposition.group().lower().startswith(("from", "left", "leaving", "out of"))
    if fell is not None and not direct:
        return None
    if name.kind == "metonym" and not (direct or preposition.group().lower().startswith(("near", "around", "outside"))):
        return None
    if not told and not direct and _SPOKEN_AT.search(clause):
        return None
    return 0.0 if direct else 1.0


def _own_ground(framing: Framing, home: int, value: Place) -> bool:
    """Whether the place lies in the acting state, or its state is not known."""
    state = framing.frames[home].state
    return value.state is None or state is None or value.state == state


def fold_name(written: str) -> str:
    """A name as the codebook writes its ids."""
    return re.sub(r"[^a-z]+", "-", written.lower()).strip("-")


def place_value(name: NameMatch, framing: Framing) -> Place | None:
    """The place a name stands for, as written; a capital stands for its city."""
    entry = name.entry
    if name.kind == "metonym":
        city = name.site or fold_name(name.written)
        if city not in framing.sites:
            return None
        entry = framing.sites[city]
    state = getattr(entry, "state", None)
    return Place(
        entry.id, entry.name, name.written, state, getattr(entry, "latitude", None), getattr(entry, "longitude", None),
        int(getattr(entry, "precision", 6)),
    )  # fmt: skip
