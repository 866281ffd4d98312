"""What only an incident leaves behind it: a clock, a sea to fall into, a quake, a thrust, harm, a protest.

News finds ever new verbs for a launch or a blast; its traces stay the same. Each kind of trace is weighed once,
however often it stands there.
"""

import re
from collections.abc import Iterator, Sequence

from reportedly.extract.facts import Facts
from reportedly.extract.framing import Framing
from reportedly.extract.harm import harm_of
from reportedly.extract.sentences import Sentence
from reportedly.extract.trigger import Modality, Trigger
from reportedly.fields.gated import Gated
from reportedly.patterns import compiled

_FLOWN = ("apogee", "distance", "flight_time")
_WATER = Gated(
    r"\b(?:into|in|to|towards?|over|off|across|at|hit|reached|crossed)\s+(?:the\s+)?(?:[\w.]+\s+){0,3}?(?:seas?|ocean|waters|pacific|atlantic|zone|strait|gulf|bay|orbit|space)\b",
    re.IGNORECASE,
)
_LEFT = compiled(
    r"\b(?:from|near|out of|off|around|above)\s+(?:the\s+|areas?\s+|around\s+|an?\s+)*(?:\w+\s+){0,2}$", re.IGNORECASE
)
_GOING = Gated(
    r"\b(?:sent|send(?:s|ing)?|shot|hurl\w*|loos(?:e|ed|es|ing)|let (?:go|fly|loose)|discharg\w*|unload\w*|emptie[sd]|eject\w*|releas\w*|"
    r"pepper\w*|tried out|try(?:ing)? out|tries out|put\w* through|put to the test|trial|exam|rising|rose|climb\w*|splash\w*|aloft|skyward|"
    r"left|leav(?:e|es|ing)|streak\w*|came|come down|went|took off|started from|burst from|touch\w* down|propel\w*|catapult\w*|pop(?:s|ped)|"
    r"dispatch\w*|(?:set|let) off|open(?:s|ed) (?:fire|up)|roar\w*|pound\w*|shell(?:ed|ing)|fell|falls|falling|land(?:s|ed|ing)|dropp\w+|crash\w*|"
    r"plung\w+|hit|struck|arriv\w*|reached|passed|crossed|flew|flying|travel\w*|disintegrat\w*|exploded|blew|burst|circl\w+|orbit(?:s|ed|ing)|settled|wander\w*|thunder\w*|tore|ripped|slammed|flopp\w+|"
    r"fizzl\w+|veer\w*|spun|tumbl\w+|nosedived|vanish\w*|drift\w*|skimm\w+|glid(?:ed|ing)|sail(?:ed|ing)|curv\w+|arc(?:ed|ing)|soar\w*|"
    r"swept|sped|raced|departed|outings?|(?:was|were) (?:off|away|up|gone|airborne|in the air|under way)|turn(?:ed|ing) (?:round|around|back))\b",
    re.IGNORECASE,
)
_DID = Gated(  # what only a thing that flies does, said of this one: "a Minuteman III was off to Kwajalein"
    r"(?:['’]s?\s+(?:\w+\s+){0,2}(?:outing|flight|launch|test|attempt|failure|flop|debut|arc)\b|(?:\s*[,(–—][^,)–—]{1,60}[,)–—])?"
    r"(?:\s+(?:that|which|of|from|with|belonging to)\s[^,.;:]{1,60}?)?\s+(?:(?:then|also|had|has|have|instead|soon|only|again|finally|\w+ly)\s+){0,2}"
    r"(?:(?:was|were)\s+(?:off|away|gone|airborne|aloft|in the air|on its way|on their way|over|under way|in flight)\b|"
    r"(?:thundered|soared|rose|climbed|roared|streaked|arced|flew|lifted|blasted|left|departed|exploded|blew|burst|flopped|fizzled|plunged|"
    r"plopped|dropped|fell|crashed|splashed|landed|came|went|tumbled|veered|vanished|wandered|travell?ed|crossed|passed|reached|hit|struck|tore|"
    r"ripped|slammed|ploughed|plowed|sank|broke|curved|swept|sped|raced|took (?:off|to)|turned (?:round|around|back)|is circling|circled|settled|"
    r"is in orbit|disintegrated)\b))",
    re.IGNORECASE,
)
_REACTION = Gated(
    r"\b(?:condemn|denounc|deplor|protest|provocat|brazen|outrage|outcry|unforgivable|in(?:to|ter)lerable)\w*|"
    r"\bviolat(?:es|ed|ion|ing)\b|\bemergency (?:meeting|session)|\bsecurity council\b[^.;]{0,40}\b(?:met|meets?|meeting|summon\w*|conven\w*)",
    re.IGNORECASE,
)
_SHOOK = Gated(
    r"\b(?:quakes?|earthquakes?|tremors?|seismic|seismolog\w+|richter|magnitude|shook|shak(?:es|en|ing)|aftershocks?)\b",
    re.IGNORECASE,
)
_BLAST = Gated(
    r"\b(?:explo(?:sions?|ded|des|ding)|detonat\w+|blasts?|went off|(?:set|sets|setting) off|man-made|artificial|yields?|kilotons?|radiation|"
    r"radioactiv\w+|tunnels?|shafts?)\b",
    re.IGNORECASE,
)
_GROUND = Gated(r"\b(?:test|testing|proving) (?:site|ground|range|area)s?\b|\bunderground\b", re.IGNORECASE)
_THRUST = Gated(
    r"\bthrust\b|\b\d[\d.,]*[- ]?(?:k(?:ilo)?n(?:ewtons?)?|tons?[- ](?:of[- ]force|force)|ton-force|tf)\b",
    re.IGNORECASE,
)
_STAND = Gated(
    r"\b(?:stands?|test[- ]?beds?|test[- ]site|ground (?:jet|test|firing)\w*|static|propellants?|combustion|(?:solid|liquid)[- ]fuell?(?:ed)?)\b",
    re.IGNORECASE,
)
_BURNT = Gated(
    r"\b(?:burn(?:s|ed|t|ing)?|ignit\w+|lit|lights? up|fired up|firing|roar(?:s|ed|ing)?|ran|flames?|jet of|test(?:s|ed|ing)?|trials?)\b",
    re.IGNORECASE,
)
_LOOKED_ON = Gated(
    r"\b(?:watch(?:es|ed|ing)?|oversaw|oversees|attend(?:s|ed)|looking on|looked on|observ(?:es|ed)|guid(?:es|ed))\b",
    re.IGNORECASE,
)
_GUNS = Gated(
    r"\b(?:artillery|guns?|howitzers?|cannons?|batter(?:y|ies)|launchers?|gunners?|shelling|salvos?)\b", re.IGNORECASE
)
_NATURAL = Gated(r"\b(?:natural(?:ly)?|collapse[sd]?|aftershocks?|cav(?:e|ed)[- ]in|landslides?)\b", re.IGNORECASE)
_BELONGS = compiled(  # "a bomb for an ICBM", "asked for more after missiles hit"
    r"\b(?:for|of|by|with|to|on|than|like|under|behind|after|since|when|before|once|because|if)\s+"
    r"(?:(?:an?|the|its|their)\s+)?(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_NAMED = frozenset({"weapon", "payload"})
_OWN_VOICE = frozenset({"state_media", "claimant"})
FAMILIES = frozenset({"launch", "nuclear", "static"})


def weight(framing: Framing, told: Trigger, spans: Sequence[Sentence]) -> float:
    """How much speaks for a telling of something that happened, in the sentences that go on about it."""
    return sum(w for w, found in _kinds(framing, told, spans) if found)


def _kinds(framing: Framing, told: Trigger, spans: Sequence[Sentence]) -> Iterator[tuple[float, bool]]:
    facts, family = framing.facts, framing.codebook.types[told.types[0]].family

    def said(pattern: Gated) -> bool:
        return any(pattern.search(facts.report.text, s.start, s.end) for s in spans)

    yield from _of_all(facts, spans)
    yield 0.5, said(_REACTION)
    yield 0.5, any(t.anchor != told.anchor and _happened(t) and _within(t.start, spans) for t in facts.triggers)
    if family == "launch":
        yield from _of_a_launch(facts, told, spans)
        yield from ((1.0, said(harm)) for harm in harm_of(framing.codebook).values())
        yield 1.0, said(_WATER)
        yield 0.5, said(_GOING)
        named = any(n.kind in _NAMED and told.start <= n.start < told.end for n in facts.names)
        yield 1.5 if named else 1.0, _acts(facts.report.text, told)
        yield -1.0, all(framing.codebook.is_a(t, "guns") for t in told.types) and not said(_GUNS)
    elif family == "nuclear":
        yield 1.0, said(_SHOOK)
        yield 1.0, any(q.role in {"magnitude", "yield"} and _within(q.start, spans) for q in facts.quantities)
        yield 1.0, said(_BLAST)
        yield 0.5, said(_GROUND)
        yield -1.0, all(framing.codebook.is_a(t, "quake") for t in told.types) and not said(_NATURAL)
    else:
        yield 1.0, said(_THRUST)
        yield 0.5, said(_STAND)
        yield 0.5, said(_BURNT)
        yield 0.5, said(_LOOKED_ON)


def _of_all(facts: Facts, spans: Sequence[Sentence]) -> Iterator[tuple[float, bool]]:
    yield 0.5, any(getattr(n.entry, "cls", None) == "detector" and _within(n.start, spans) for n in facts.names)
    yield 0.5, any(getattr(n.entry, "cls", None) in _OWN_VOICE and _within(n.start, spans) for n in facts.names)
    yield 0.5, any(_within(d.start, spans) for d in facts.dates)


def _of_a_launch(facts: Facts, told: Trigger, spans: Sequence[Sentence]) -> Iterator[tuple[float, bool]]:
    text = facts.report.text
    yield 1.0, any(not c.stamp and c.precision != "part_of_day" and _within(c.start, spans) for c in facts.clocks)
    for role in _FLOWN:
        yield 1.0, any(q.role == role and _within(q.start, spans) for q in facts.quantities)
    sites = (n.start for n in facts.names if n.kind == "site" and _LEFT.search(text[max(0, n.start - 40) : n.start]))
    yield 0.5, any(_within(site, spans) for site in sites)
    yield 0.5, any(c.says_number and c.start <= told.end and told.start <= c.end for c in facts.counts)


def _acts(text: str, told: Trigger) -> bool:
    """Whether a thing is said to have flown, or to have failed to: not "a bomb for an ICBM went off"."""
    beside = _BELONGS.search(text, max(0, told.start - 40), told.start) is not None
    return not beside and _DID.match(text, told.end) is not None


def _happened(trigger: Trigger) -> bool:
    return trigger.modality is Modality.HAPPENED


def _within(place: int, spans: Sequence[Sentence]) -> bool:
    return any(s.start <= place < s.end for s in spans)
