"""How the words before a name of a place say that something started there, fell there, or was merely near."""

import re
from enum import StrEnum

from reportedly.fields.gated import Gated
from reportedly.frozen import dataclass
from reportedly.patterns import compiled


class Tie(StrEnum):
    """What ties a place to an incident, the surest first."""

    FROM = "from"  # launched from, left, lifted off from
    LABEL = "label"  # "Launch site: ..."
    AT = "at"  # tested at, in, near, off
    BY = "by"  # launched from an area north of


@dataclass(frozen=True, slots=True)
class Phrase:
    """The phrase that governs a name: its tie, its preposition, and where it begins in the words given."""

    tie: Tie
    word: str
    start: int
    around: bool = False  # words for ground or nearness stand between: a capital is a city here, no government


_STOP = (  # what no noun phrase passes over: other prepositions, verbs of telling and flight, relatives, conjunctions
    r"(?:to|into|onto|towards?|direction|for|with|by|after|before|during|since|until|over|above|across|through|against|about|via|that|which|who|"
    r"whose|where|when|while|as|but|or|than|is|are|was|were|be|been|has|have|had|will|would|said|says|say|told|fired|fires|"
    r"launched|launches|flew|fell|fly|hit|landed|came|went|crashed|splashed|plunged|reached|crossed|sank|struck|destroyed|(?:test-|flight-|re)?(?:tested|fired|launched)|used|carried|conducted|according|because|if|although|so)\b"
)
_NOUNS = rf"(?:(?!{_STOP})[\w’'“”\".\[\]()-]+,?\s+)"
_AREA_OF = r"(?:(?:in|at|on) or )?(?:of|in|near|at|around|outside|on|inside|off|close to|adjacent to|beside|within|called|named)\s+"
_STARTS = r"(?:from|out of|leaving|left|leaves?|departed|exit(?:ed|ing)?|took off from|taking off from)"
_FROM = compiled(
    rf"\b(?P<word>{_STARTS})\s+(?:(?!{_STOP})(?:{_AREA_OF}|[\w’'“”\".\[\]()–-]+:?\s+|[—–]\s*)){{0,12}}[“\"‘']?$",
    re.IGNORECASE,
)
_AT = compiled(
    rf"\b(?P<word>near|at|in|around|outside|inside|off|on|by|under|beneath|within|close to|adjacent to|not far from|beside)\s+{_NOUNS}{{0,7}}[“\"‘']?$",
    re.IGNORECASE,
)
_LISTED = compiled(  # "from Sunan, Kaechon and": one more of those places
    r"(?:[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?(?:,\s+(?:and\s+)?|\s+and\s+))+(?:the\s+)?$"
)
_LABEL = compiled(
    r"\b(?:(?:launch|test)(?:ing)? (?:site|point|pad)\s*$"
    r"|(?:site|point|location|place|pad|venue)(?:\s*(?::|-|–)|\s+(?:is|was)\b(?: (?:given|named|identified|described|listed|stated|put) (?:as|at|to be))?)"
    r"(?: (?:in|at|near|around|an?|the|area|town|city|archipelago|islands?|peninsula|of|close to|just outside|off))*\s*$)",
    re.IGNORECASE,
)
_COMPASS = r"(?:(?:north|south)[- ]?(?:east|west)|north|south|east|west)(?:ern)?"
_TOWN = r"(?:the|its|[\w']+ capital|capital|city|town|port|harbou?r|coastal|of)"
_FAR = Gated(
    rf"(?:\b{_COMPASS}\s+of\s+"
    rf"|(?<![a-z])(?:km|kms|kilomet(?:er|re)s?|miles?|mi)\b\)?,?\s+(?:\([^)]*\)\s+)?(?:(?:to the )?{_COMPASS}\s+|away\s+|distance\s+)(?:from|of|off|outside)\s+"
    r"|(?<![a-z])(?:km|kms|kilomet(?:er|re)s?|miles?|mi)\b\)?\s+(?:\([^)]*\)\s+)?(?:from|of|off|outside)\s+"
    r"|\b(?:far|away|distance|distant|way)\s+(?:from|of)\s+|\bbetween\s+)"
    rf"(?:{_TOWN},?\s+)*$",
    re.IGNORECASE,
)
_OFF_IT = compiled(  # a place is launched from that is told by another one: "from an area 20 km north of"
    rf"\b(?:from|(?:in|at|over|left|leaving)\s+(?:an?|the)\s+(?=(?:area|place|site|location|spot|point|region|base|field|village|town)\b)|launch (?:sites?|points?|pads?) (?:lay|lies?|lying|was|were|is|are))\s*(?:(?!{_STOP})[\w'’().-]+,?\s+){{0,8}}(?:to the\s+)?{_COMPASS}\s+of\s+(?:{_TOWN},?\s+)*$",
    re.IGNORECASE,
)
_AROUND = compiled(
    r"\b(?:areas?|outskirts|suburbs?|vicinity|region|district|near|outside|around|close to|airport|airfield|base|site|capital|city)\b",
    re.IGNORECASE,
)
_ONWARDS = compiled(
    r"\b(?:fell|fall(?:en|s|ing)?|land(?:ed|s|ing)?|splash\w*|arriv\w+|(?:came|come|coming) down|dropp?(?:ed|ing|s)?|crash\w*|hit(?:s|ting)?|"
    r"explod\w*(?=,? (?:in|on|at|over|above|after|near|off|shortly|within)\b)|blew up|burst|disintegrat\w*|broke up|vanish\w*|sank(?= (?:an?|the|its)\b)|sunk|sinking(?= (?:an?|the|its)\b)|destroy\w*(?<!destroyer)(?<!destroyers)|struck|strikes?(?! (?:range|distance|missiles?|weapons?|capab\w+|forces?)\b)|targets?|targeted|impact\w*|plung\w*|plummet\w*|aimed at|bound for|head(?:ing|ed)|short of|debris|(?:in the direction of|towards?) (?:an?|the|its) (?:[\w-]+ ){0,3}(?:area|target|island|islet|point|range|zone|rock)|(?<!km )(?<!metres )(?<!meters )(?<!miles )reach(?:ed|es)?(?! of\b)|"
    r"to (?:a|an|the|its)\s+(?:[\w-]+\s+){0,4}(?:range|target|ground|site|polygon)|passed|flew over|overflew|recovered|registered|recorded|intercept(?!ors?\b)\w*|(?:brought|shot|knocked) down|downed)\b",
    re.IGNORECASE,
)
_SET_OFF = compiled(
    r"\b(?:(?:re)?launch(?:ed|ing)?|(?:test-|flight-)?(?:fired|firing|tested)|lifted off|took off|blasted off|(?:a|the|its|this) (?:[\w-]+ )?(?:test|trial|launch|drill|exercise)(?= (?:in|at|near|off|on)\b))\b",
    re.IGNORECASE,
)


_FLEW = Gated(  # "flew 430 km (267 miles) from": how far it flew, not how far the place lies
    r"\b(?:fl(?:ew|own|ying)|travell?\w*|went|gone|covered)\s+(?:(?:a|an|about|some|around|over|more|than|nearly|roughly|distance|of|for|up|to)\s+)*"
    r"[\d,.]+[ -]?(?:km|kms|kilomet(?:er|re)s?|miles?)\)?,?\s+(?:\([^)]*\)\s+)?(?P<word>from|out of)\s+(?:(?:the|its|an?|area|around|near|of|in|city|town)\s+)*$",
    re.IGNORECASE,
)


def governing(head: str) -> Phrase | None:
    """The phrase that governs the name behind `head`, the words of its clause before it; None where none does, or
    where they only say how far or in which direction the place lies."""
    if (flew := _FLEW.search(head)) is not None:
        return Phrase(Tie.FROM, flew["word"].lower(), flew.start("word"))
    if _FAR.search(head):
        off = _OFF_IT.search(head)
        return Phrase(Tie.BY, "from", off.start(), around=True) if off else None
    label = _LABEL.search(head)
    if label is not None:
        return Phrase(Tie.LABEL, "", label.start())
    if (listed := _LISTED.search(head)) is not None:
        inner = governing(head[: listed.start()] or " ")
        if inner is not None:
            return inner
    for pattern, tie in ((_FROM, Tie.FROM), (_AT, Tie.AT)):
        found = _last(pattern, head)
        if found is not None and not _FAR.search(head[: found.end("word")] + " "):
            around = _AROUND.search(head, found.end("word")) is not None
            return Phrase(tie, found["word"].lower(), found.start(), around)
    return None


def lies_off(head: str) -> bool:
    """Whether the words before a name only say how far or in which direction of it something lies."""
    return _FAR.search(head) is not None or head.endswith("nearby ")


def fell_there(head: str, phrase: Phrase) -> bool:
    """Whether the words before a phrase speak of an end of a flight, or of those who watched it, and
    no later ones of how it started."""
    if phrase.tie is not Tie.AT:
        return False
    fallen = _last(_ONWARDS, head[: phrase.start])
    return fallen is not None and _SET_OFF.search(head, fallen.end()) is None


_IS_TARGET = compiled(
    r"[^.;,]{0,30}\b(?:was|were|is) (?:where\b[^.;]{0,50}\b(?:aimed|bound|fell|landed|hit|struck|came down|arrived|splashed)\b|(?:the|its|their) (?:target|aim|goal|destination)\b|hit\b|struck\b|targeted\b)",
    re.IGNORECASE,
)


def is_the_target(text: str, end: int) -> bool:
    """Whether the words behind a place say that a flight ended or was to end there."""
    return _IS_TARGET.match(text, end) is not None


def _last(pattern: re.Pattern[str], head: str) -> re.Match[str] | None:
    """The match that begins last: the nearest preposition governs."""
    found = None
    place = 0
    while (match := pattern.search(head, place)) is not None:
        found, place = match, match.start() + 1
    return found


_AIRCRAFT = compiled(
    r"\b(?:jets?|aircraft|bombers?|fighters?|warplanes?|planes?|interceptors?|carriers?|(?:MiG|Tu|Su)-\d\w*)\b",
    re.IGNORECASE,
)
_BY_NAME = compiled(r"\b(?:Rafales?|Mirage|Typhoons?|F-\d\w*|B-\d\w*|H-6\w*|J-\d\w*|Jaguar|Tornado|Kinzhals?|Kh-\d+)\b")
_TOOK_OFF = Gated(
    r"\b(?:t(?:ake|akes|aking|ook|aken) off|take-?offs?|left|leav(?:e|es|ing)|depart\w*|lift\w* off|scrambl\w+)\b(?:(?!\b(?:launch|fir|releas|dropp)\w+)[^.;])*$",
    re.IGNORECASE,
)
_RELEASED = Gated(
    r"\b(?:(?:re)?launch\w*|fir(?:e|ed|es|ing)|releas\w+|dropp\w+|let (?:go|loose|fly)|rose|risen|soar\w*|climb\w*|(?:went|gone|shot) up)\b(?:(?!\b(?:flew|fl(?:y|ies|ying)|pass\w*|into|to|at|towards?)\b)[^.;,]){0,60}\bover\s+"
    r"(?:(?!to\b)[\w'’.-]+\s+){0,4}$",
    re.IGNORECASE,
)


def left_by_aircraft(head: str) -> bool:
    """Whether the words before a place say that an aircraft took off there, which carries its weapons elsewhere."""
    found = _TOOK_OFF.search(head)
    return found is not None and carried_by_aircraft(head[: found.end()])


_SAILED = compiled(
    r"\b(?:sail(?:ed|ing|s)|steam(?:ed|ing)|put (?:out )?to sea|set out|put out)\b(?:(?!\b(?:launch|fir|releas)\w+)[^.;])*$",
    re.IGNORECASE,
)


def sailed_from(head: str) -> bool:
    """Whether the words before a place say that a ship left port there, which carries its weapons elsewhere."""
    return _SAILED.search(head) is not None


def carried_by_aircraft(head: str) -> bool:
    """Whether the words before a place speak of an aircraft."""
    return _AIRCRAFT.search(head) is not None or _BY_NAME.search(head) is not None


def released_over(head: str) -> bool:
    """Whether the words before a place say that something was launched in the air over it."""
    return _RELEASED.search(head) is not None


_UNIT_OF = compiled(  # where those come from who take part: "airmen from the 91st Missile Wing at Minot"
    r"\b(?:wing|squadrons?|airmen|sailors|soldiers|crews?|crew members|personnel|group|headquarters|arsenal|components|headquartered|based|stationed|assigned|(?:its|their|her|home) (?:base|port))\b"
    r"(?:\s+(?:at|in)\s+[A-Z][^.;,]{0,40}|[^.;,]{0,12})$",
    re.IGNORECASE,
)


def seat_of_a_unit(head: str, phrase: Phrase) -> bool:
    """Whether a place is named only for the unit or command that has its seat there."""
    return _UNIT_OF.search(head[: phrase.start]) is not None
