"""Which types of incident a telling can be, once the words around it are read."""

import re
from collections.abc import Iterable, Iterator

from reportedly.codebook import Codebook, SiteEntry, Sort, WeaponEntry
from reportedly.extract.bare_tests import of_the_blast
from reportedly.extract.facts import Facts
from reportedly.extract.harm import LABEL, LEAD, lead_end, of_war
from reportedly.extract.other_news import of_space
from reportedly.extract.past import laid_back, told_as_past
from reportedly.extract.state_of import state_of
from reportedly.extract.strikes import hits, in_defence, stops_a_target
from reportedly.extract.trigger import Modality, Shape, Trigger
from reportedly.extract.trigger_noun import OF_WHAT
from reportedly.fields.gated import Gated
from reportedly.frozen import dataclass
from reportedly.model import BlockKind
from reportedly.patterns import compiled

_TOLD = {Modality.HAPPENED, Modality.POSSIBLE}
_DISPUTE = Gated(r"\b(?:explosions?|artificial(?:ly)?|m[ae]n[- ]?made|not natural)\b", re.IGNORECASE)
_UNUSUAL = Gated(
    r"\b(?:unusual|suspicious|unnatural) (?:seismic|tremors?|quakes?|earthquakes?|shocks?)\b", re.IGNORECASE
)
_SETTLED = Gated(
    r"\b(?:natural(?:ly)?|tectonic|aftershocks?)\b", re.IGNORECASE
)  # a quake of which nobody asks what it was
_TESTED_THERE = Gated(r"\bnuclear[- ]test(?:ing)? (?:site|ground|range)", re.IGNORECASE)
_BEING = compiled(
    r"\b(?:was|is|been|be)\s+(?:(?!(?:not|no|to|from|after|by|of|since|over|\w+ed)\b)[\w’'-]+\s+){0,6}$", re.IGNORECASE
)
_YEAR = compiled(r"\b(?:19|20)\d\d\b")
_GROUND = "nuclear test site"  # the kind of place whose every quake is worth a record
_NO_BLAST = compiled(  # the lead says that it was a quake, or asks
    r"(?<!not )\bnatural(?:ly)?\b|\bnature['’]s\b|\brumou?rs?\b|\b(?:speculation|conjecture|talk of)\b|\bunlikely to be (?:man|art)|\bcollapse|"
    r"\b(?:not|no|nothing|never|neither)\b[^.;]{0,40}\b(?:bomb|nuclear|tests?|explosion|blast|m[ae]n[- ]?made|artificial)\b|"
    r"\b(?:rul(?:ed|es|ing) out|reject\w*|dismiss\w*|den(?:y|ies|ied)|debunk\w*|bomb\?|test\?)",
    re.IGNORECASE,
)
_LAUNCHER = Gated(
    r"\b(?:\d{3}[ -]?mm|rocket launchers?|multiple[- ]launch rockets?|multiple rocket|guided rocket|rocket artillery|MLRS)\b",
    re.IGNORECASE,
)
_LIVE_FIRE = Gated(r"\b(?:live[- ](?:fire|firing|ammunition)|long-range rockets|artillery)\b", re.IGNORECASE)
_AFTER = compiled(r"\b(?:after|since|following)\b", re.IGNORECASE)  # what follows it is another launch
_LAUNCHING_GROUND = 1  # the precision of a place that is a launching ground or base by itself
_PUT = compiled(r"(?:put(?! (?:through|to))|plac|send|sent|dispatch|fail\w* to (?:put|plac))\w*", re.IGNORECASE)
_BARE_PUT = compiled(r"put(?! (?:through|up|to)\b)", re.IGNORECASE)
_PUT_UP = compiled(  # "put eight missiles into the sea"; what is put off, out or under goes nowhere
    r"puts?\s(?!(?:off|out|back|on|under|forward|together|through)\b)[^.;]{0,90}?\b(?:in(?:to)? (?:the )?(?:[\w-]+ ){0,2}(?:sea|sky|skies|air|ocean|waters?|bay|gulf|pacific|atlantic|flight)"
    r"|aloft|skywards?)\b",
    re.IGNORECASE,
)
_UP = Gated(  # where what is sent goes, if it is not handed over
    r"\b(?:orbit\w*|space|up|aloft|skywards?|flying|hurtling|streaking|arcing|crashing|splashing|into|towards?|across (?:its|the) (?:own )?(?:territory|country|peninsula|land)|over(?! \w+ (?:boxes|crates|containers))|out to|off|from (?:the )?(?:\w+ )?(?:sea|mediterranean|gulf|ocean|submarines?|ships?|destroyers?|cruisers?|warships?))\b",
    re.IGNORECASE,
)
_SPACE = Gated(
    r"(?<!such as )\b(?:satellites?(?! launch\w*| station| cent| (?:image|photo|picture|data|footage|analys|tv|television|phone|navigation|intelligence|surveillance|observation|view|show|spot|detect|captur|track)\w*)|orbit\w*|moon|lunar|mars|astronauts?|cosmonauts?|capsule|(?:a|the|its) space station|space(?:craft| agency)?(?! cent| station))\b",
    re.IGNORECASE,
)

_WARHEAD = compiled(r"\bnuclear\b(?![- ](?:capable|armed|powered))|\bwarheads?\b", re.IGNORECASE)
_SPACEPORT = compiled(r"\bspace ?(?:port|cent(?:er|re)|base|launch)", re.IGNORECASE)

_FAST = "hypersonic"
_TUBE = "MLRS"
_STATIC = "static"
_AIRBORNE = Gated(  # what is tested on a stand leaves no trail: "a projectile streaked across the sky; it was a propulsion test"
    r"\b(?:streak\w*|skywards?|(?:across|into|in|lit up|lights? up) the (?:\w+ )?sk(?:y|ies)|contrails?|(?:white|smoke|vapou?r|long) trail|trail of smoke|launch test|test launch)\b"
    r"|\b(?:propulsion|motor|engine)\b[^.]{0,160}\bthe launch\b(?! (?:site|pad|station|cent|vehicle|ground|tower|facilit))",
    re.IGNORECASE,
)
_MISSILE = compiled(r"\bmissiles?\b", re.IGNORECASE)
_HEAD = 1200  # code points in which a report on a space launch speaks of space


@dataclass(frozen=True, slots=True)
class Context:
    """What the whole report decides for each of its tellings."""

    combat: bool  # somebody is hit: launches told beside it are no tests
    quake_is_test: bool  # the quake is that of a nuclear test the report tells
    quake_open: bool  # an explosion is spoken of, or nobody says what it was: the quake is worth a record
    ballistic: bool = False  # somebody calls what was launched ballistic
    civil: bool = False  # headline or lead name a maker or carrier of space rockets alone
    space: bool = False  # the head of the report speaks of space
    blast: bool = False  # the lead tells of a nuclear test
    launcher: bool = False  # what launched it is one that only its maker counts among the artillery
    airborne: bool = False  # what was tested was seen to fly


def context_of(facts: Facts, codebook: Codebook) -> Context:
    """What the report as a whole is about."""
    lead = [n for n, s in enumerate(facts.sentences) if s.end - s.start > LABEL][:LEAD]
    last = lead[-1] if lead else 0
    combat = any(
        t.sentence <= last and t.modality in _TOLD and hits(t, facts, codebook) and not told_as_past(t, facts)
        for t in facts.triggers
    )
    combat = combat or of_war(facts, codebook)
    tests = any(
        _of(t.types, "blast", codebook) and t.sentence <= last and t.modality in _TOLD
        and (t.shape is Shape.CLAUSE or not t.definite or _is_it(t, facts)) and not laid_back(t, facts)
        for t in facts.triggers
    )  # fmt: skip
    blast = any(
        t.sentence in facts.body[:LEAD] and t.modality in _TOLD and t.types == tuple(codebook.sorts.get("blast", ()))
        for t in facts.triggers
    )
    headline = _headline_of_a_quake(facts, codebook)
    no_blast = _asked_of_a_quake(facts, last, codebook)
    disputed = _DISPUTE.search(facts.report.text) is not None
    unusual = _UNUSUAL.search(facts.report.text) is not None
    unsettled = disputed or (unusual and not any(_of_the_day(t, facts, codebook) for t in facts.triggers))
    unsettled = unsettled or (_names_a_tester(facts, codebook) and (no_blast or _unsettled(facts, last, codebook)))
    ballistic = any(
        codebook.is_a(codebook.type_of_class.get(c.code, ""), "missile") for c in facts.classes if c.start < _HEAD
    )
    head = lead_end(facts)
    named = [n.entry for n in facts.names if n.kind == "weapon"]
    launcher = any(isinstance(w, WeaponEntry) and w.disputed for w in named)
    civil = of_space(facts, codebook, head)
    space = _SPACE.search(facts.report.text[:_HEAD]) is not None
    tested = tests and not no_blast and not (headline and disputed)
    airborne = _AIRBORNE.search(facts.report.text, 0, lead_end(facts)) is not None
    return Context(combat, tested, unsettled, ballistic, civil, space, blast, launcher, airborne)


def _headline_of_a_quake(facts: Facts, codebook: Codebook) -> bool:
    """Whether the headline tells a quake, and no test."""
    told = [t.types for t in facts.triggers if t.sentence == 0]
    return any(_of(types, "quake", codebook) for types in told) and not any(
        _of(types, "blast", codebook) for types in told
    )


def _asked_of_a_quake(facts: Facts, last: int, codebook: Codebook) -> bool:
    """Whether the headline or the first telling is of a quake, and the lead says that no bomb was its cause, or asks."""
    told = [t for t in facts.triggers if t.sentence <= last]
    opens = any(_of(t.types, "quake", codebook) for n, t in enumerate(told) if t.sentence == 0 or n == 0)
    return opens and _NO_BLAST.search(facts.report.text, 0, lead_end(facts)) is not None


def _is_it(trigger: Trigger, facts: Facts) -> bool:
    """Whether something is said to be what a noun names: "it was the North's fifth nuclear test"."""
    start = facts.sentences[trigger.sentence].start
    return _BEING.search(facts.report.text, max(start, trigger.start - 60), trigger.start) is not None


def _names_a_tester(facts: Facts, codebook: Codebook) -> bool:
    """Whether a watched state is named: a quake elsewhere is a quake."""
    return any(state_of(n) in codebook.watched for n in facts.names)


def _unsettled(facts: Facts, last: int, codebook: Codebook) -> bool:
    """Whether the sentences up to one name a ground where bombs are tested, and the report does not say what shook it."""
    text, end = facts.report.text, facts.sentences[last].end if facts.sentences else 0
    at_it = any(isinstance(n.entry, SiteEntry) and n.entry.kind == _GROUND for n in facts.names_in(0, end))
    named = at_it or _TESTED_THERE.search(text, 0, end) is not None
    return named and _SETTLED.search(text) is None and not any(_of_the_day(t, facts, codebook) for t in facts.triggers)


def _of_the_day(trigger: Trigger, facts: Facts, codebook: Codebook) -> bool:
    """Whether a nuclear test is told that is none of years ago."""
    if trigger.shape is not Shape.CLAUSE or trigger.modality not in _TOLD or not _of(trigger.types, "blast", codebook):
        return False
    span = facts.sentences[trigger.sentence]
    return _YEAR.search(facts.report.text, span.start, span.end) is None and not told_as_past(trigger, facts)


def chosen_types(trigger: Trigger, facts: Facts, codebook: Codebook, context: Context) -> tuple[str, ...]:
    """The types a telling can be, likeliest first; one only, where class words or a weapon's name decide."""
    types = tuple(t for t in trigger.types if not codebook.is_a(t, "strike"))
    strike = codebook.sorts.get("strike", ())[:1]
    of_war = (
        not types
        or len(types) < len(trigger.types)
        or _of(types, "missile", codebook)
        or _of(types, "cruise", codebook)
    )
    if stops_a_target(trigger, facts, codebook, war=context.combat):
        return codebook.sorts.get("missile", ())[:1]
    if strike and context.combat and of_war:
        airliner = facts.report.text[trigger.start : trigger.end].lower() == "flight"
        return () if airliner or in_defence(trigger, facts) else strike
    if hits(trigger, facts, codebook):
        return strike
    if _of(types, "quake", codebook):
        return codebook.sorts.get("blast", ()) if context.quake_is_test else types if context.quake_open else ()
    if _put_nowhere(trigger, facts, codebook):
        return ()
    if context.airborne and types and all(codebook.types[t].family == _STATIC for t in types):
        return codebook.sorts.get("missile", ())[:1]
    low, high = _phrase(trigger, facts)
    title = facts.sentences[trigger.sentence].kind is BlockKind.TITLE
    if title and context.blast and _WARHEAD.search(facts.report.text, low, high):
        return codebook.sorts.get("blast", ())  # "tests nuclear missiles", of a bomb set off in the ground
    after = _AFTER.search(facts.report.text, facts.sentences[trigger.sentence].start, trigger.start)
    if (
        context.launcher
        and after is None
        and _of(types, "guns", codebook)
        and _LAUNCHER.search(facts.report.text, low, high)
    ):
        return codebook.sorts.get("missile", ())[:1]
    if context.civil and _of(types, "space", codebook) and not _of_missiles(trigger, facts):
        return codebook.sorts.get("space", ())[:1]
    for code in _codes(low, high, facts, context, rockets=frozenset() if context.space else codebook.watched):
        wanted = codebook.type_of_class.get(code)
        if wanted in types:
            return (wanted, *(t for t in types if code == _FAST and t in _of_weapons(facts, codebook)))
    if _of(types, "guns", codebook) and len(types) > 1 and _of_rockets(trigger, facts):
        tube = _LAUNCHER.search(facts.report.text, *_span(trigger, facts)) is not None or _by_guns(trigger, facts)
        types = tuple(t for t in types if codebook.is_a(t, "guns") == tube)
    if of_the_blast(trigger, facts, codebook):
        return codebook.sorts.get("blast", ())
    if _of(types, "space", codebook) and _tells_of_space(trigger, facts, context):
        return codebook.sorts.get("space", ())[:1]
    return types if context.space else _without_space(types, codebook)


def _of_weapons(facts: Facts, codebook: Codebook) -> frozenset[str | None]:
    """The types of which the weapons are that a report names: a "hypersonic missile" may be of either kind."""
    weapons = (n.entry for n in facts.names if isinstance(n.entry, WeaponEntry))
    return frozenset(codebook.type_of_class.get(w.weapon_class) for w in weapons)


def _of(types: Iterable[str], sort: Sort, codebook: Codebook) -> bool:
    """Whether one of the types is of a sort."""
    return any(codebook.is_a(t, sort) for t in types)


def _of_missiles(trigger: Trigger, facts: Facts) -> bool:
    """Whether the sentence of a telling speaks of missiles, of a class or by name."""
    low, high = _span(trigger, facts)
    return "missile" in facts.report.text[low:high].lower() or any(low <= c.start < high for c in facts.classes)


def _of_rockets(trigger: Trigger, facts: Facts) -> bool:
    """Whether what is told is of rockets, which are fired by tubes as well as by themselves."""
    return (
        "rocket" in facts.report.text[trigger.object_start or trigger.start : trigger.object_end or trigger.end].lower()
    )


def _by_guns(trigger: Trigger, facts: Facts) -> bool:
    """Whether several rockets are fired in a live-fire drill, or are told from missiles as long-range rockets."""
    low, high = trigger.object_start or trigger.start, trigger.object_end or trigger.end
    several = facts.report.text[low:high].lower().endswith("rockets")
    return several and _LIVE_FIRE.search(facts.report.text, 0, lead_end(facts)) is not None


def _span(trigger: Trigger, facts: Facts) -> tuple[int, int]:
    span = facts.sentences[trigger.sentence]
    return span.start, span.end


def _without_space(types: tuple[str, ...], codebook: Codebook) -> tuple[str, ...]:
    """The types without that of a satellite where others are left."""
    return tuple(t for t in types if not codebook.is_a(t, "space")) or types


def _put_nowhere(trigger: Trigger, facts: Facts, codebook: Codebook) -> bool:
    """Whether something is put or sent, but neither up nor on its way."""
    text, span = facts.report.text, facts.sentences[trigger.sentence]
    if _BARE_PUT.match(text, trigger.anchor) and not _of(trigger.types, "space", codebook):
        return _PUT_UP.match(text, trigger.anchor, span.end) is None
    verb = _PUT.match(text, trigger.anchor)
    return (
        verb is not None
        and _UP.search(text, trigger.anchor, span.end) is None
        and not _from_a_ground(trigger, facts, span.end)
    )


def _from_a_ground(trigger: Trigger, facts: Facts, end: int) -> bool:
    """Whether it left a launching ground: "sent a Minuteman III from Vandenberg to Kwajalein"."""
    text = facts.report.text
    grounds = (
        n for n in facts.names_in(trigger.anchor, end) if getattr(n.entry, "precision", None) == _LAUNCHING_GROUND
    )
    return any(text[max(0, n.start - 5) : n.start].endswith(("from ", "at ")) for n in grounds)


def _phrase(trigger: Trigger, facts: Facts) -> tuple[int, int]:
    """The noun phrase of the weapon: from a few words before the object to a few behind it, in its clause; of a noun,
    what it is of as well ("a test of more than ten hypersonic missiles")."""
    start = trigger.object_start if trigger.object_start is not None else trigger.start
    end = trigger.object_end if trigger.object_end is not None else trigger.end
    head = facts.words.before(start, 6)
    low = next((w.start for w in head if not facts.bounds.crossed(w.start, start)), start)
    tail = facts.words.after(end, 7)
    high = end
    for word in tail:
        if facts.bounds.crossed(end, word.start):
            break
        high = word.end
    of = OF_WHAT.match(facts.report.text, end) if trigger.object_start is None else None
    return low, max(high, of.end()) if of is not None else high


def _codes(low: int, high: int, facts: Facts, context: Context, *, rockets: frozenset[str]) -> Iterator[str]:
    """The class codes said in a phrase, then those of the weapons it names: a disputed one as the report takes it, a
    space rocket of the states whose rockets are none here as ballistic. How fast a thing is says least of what it is."""
    named = (c for c in facts.classes if low <= c.start and c.end <= high and not c.short)
    said = [c.code for c in named if not facts.report.text.startswith(" technology", c.end)]
    yield from (code for code in said if code != _FAST)
    for entry in (n.entry for n in facts.names_in(low, high) if isinstance(n.entry, WeaponEntry)):
        if context.ballistic and entry.disputed:
            yield entry.disputed
        elif entry.weapon_class == "SLV" and entry.state in rockets:
            yield "BM"
        elif entry.weapon_class == _TUBE and _MISSILE.search(facts.report.text, low, high):
            yield "BM"  # who calls it a missile does not count it among the artillery
        else:
            yield entry.weapon_class
    yield from (code for code in said if code == _FAST)


def _tells_of_space(trigger: Trigger, facts: Facts, context: Context) -> bool:
    """Whether a rocket of no class is a satellite's: the sentence or the head of the report says so."""
    span = facts.sentences[trigger.sentence]
    text = facts.report.text
    told = text[trigger.start : trigger.end].lower()
    if "rocket" not in told:
        return False
    if _SPACE.search(text, span.start, span.end) is not None:
        return True
    several = "rockets" in told  # a satellite takes one
    return not several and (context.space or _at_a_spaceport(facts))


def _at_a_spaceport(facts: Facts) -> bool:
    """Whether the head of a report names a place in words that say that it is for space: "the Imam Khomeini Space Centre"."""
    sites = (n for n in facts.names_in(0, _HEAD) if n.kind == "site")
    return any(_SPACEPORT.search(facts.report.text, n.start, n.end) is not None for n in sites)
