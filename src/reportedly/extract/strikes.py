"""Whether a telling is of a weapon used in war: fired at a state or a ship, shot down on its way, or doing harm."""

import re
from collections.abc import Collection

from reportedly.codebook import Codebook, NameMatch, SiteEntry, WeaponEntry
from reportedly.extract.actor import MADE_THERE
from reportedly.extract.facts import Facts
from reportedly.extract.harm import does_harm, downed_of, downing_of, harm_of, lead_end
from reportedly.extract.state_of import state_of
from reportedly.extract.trigger import Modality, Trigger
from reportedly.fields.gated import Gated
from reportedly.patterns import compiled

_STRUCK = compiled(
    r"(?:attack|str[iu][kc]|hit|rain|slam|pound|us(?:e|ed|ing)\b|employ|missile (?:attack|strike)|intercontinental strike)"
)
_FIRED = compiled(
    r"(?:(?:fir|launch|lob|hurl|shoot|shot|rain|pour|pump|unleash|loos|heav|toss|dispatch)(?:e|ed|s|ing|es)?|flings?|flung|flinging|sen[dt]s?|let (?:loose|fly)|salvos?|volleys?|barrages?)\b"
)
_LANDED = compiled(  # on the soil of a state at war it is fired at it
    r"\b(?:land|fell|fall|crash|explod|c[ao]me down|coming down|slam|br(?:o|ea)ke? up|br(?:o|ea)ke? apart|reach)\w*\b",
    re.IGNORECASE,
)
_WRECKAGE_OF = Gated(  # what is left in a town of a missile that came down there is no test's
    r"\b(?:debris|wreckage|remnants?|fragments?|remains|parts|pieces)\s+(?:of|from)\s+(?:(?:the|an?|one|several|two)\s+)?(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_GROUND = frozenset({"site", "place"})
_LEFT = compiled(r"\w+\s+from\s+", re.IGNORECASE)  # "fired from Yemen"
_IN_IT = compiled(r"\b(?:in|into|inside|near|outside|on|over|above)\s+(?:[\w-]+\s+){0,4}$", re.IGNORECASE)
_MIGHT = compiled(
    r"\b(?:could|might|(?-i:may|May(?= (?:Have|Be|Not)\b)|MAY(?= (?:HAVE|BE|NOT)\b))|would|can|able to|capable of|will|to)\b[^;.]{0,110}$",
    re.IGNORECASE,
)
_PLACES = frozenset({"state", "metonym", "site", "area", "place"})
_BY = Gated(r"\bby\s+(?:the\s+)?$", re.IGNORECASE)
_AT = Gated(
    r"\b(?:at(?! (?:least|most)\b)|into|against|inside|(?:meant|bound|destined) for)\s+(?:the\s+)?(?:(?:(?!(?:waters?|seas?|ocean|coast|off|air|skies|sky)\b)[\w-]+\s+){0,5}(?:in|near|of|inside|outside|linked to|belonging to|held by)\s+(?:the\s+)?)?(?:[\w-]+[’']s\s+)?(?:\w+ern\s+|central\s+)?$",
    re.IGNORECASE,
)
_ON = Gated(
    r"\bon\s+(?:(?:[\w-]+\s+){0,2}(?:targets?|positions?|bases?|cit(?:y|ies)|towns?|troops)\s+(?:in|near|of)\s+)?(?:the\s+)?(?:\w+ern\s+|central\s+)?$",
    re.IGNORECASE,
)
_TOWARDS = Gated(r"\btowards?\s+(?:[\w-]+\s+){0,4}$", re.IGNORECASE)
_OF_THEIRS = compiled(  # what of another's is shot at
    r"\s+(?:\w+\s+){0,2}?(?:capital|cit(?:y|ies)|towns?|ports?|(?:air|naval )?bases?|positions?|troops|forces|territory|soil|targets?|destroyers?|"
    r"warships?|ships?|vessels?|tankers?|frigates?|cruisers?|carriers?|flagships?|airports?|airfields?)\b",
    re.IGNORECASE,
)
_IN_SO_MANY_WORDS = compiled(  # "ordered a cruise missile strike", "launched 200 missiles at the country", "in an attack on"
    r"\w+\s(?:out\s)?(?:(?!(?:from|in|on|that|which)\b)[\w-]+\s){0,7}(?:(?:missile|rocket)\sstrikes?|at\s(?:the|that)\s(?:country|nation|kingdom)"
    r"|(?:from\s(?:\w+\s){1,3})?in\s(?:(?:an?|the|its|their)\s)?(?:\w+\s){0,2}(?:attacks?|strikes?|assault|raid)\s(?:on|against))\b",
    re.IGNORECASE,
)
_PREY = compiled(  # ships that sail, people, and what they hold: no targets put out for a test
    r"\b(?:at|on|into|against|towards?|struck|strikes?|hit|hits|attack(?:ed|s)?)\s+(?:(?!(?:target|decommissioned|retired|old|mock|dummy|simulated|virtual|replica|model|the sea|waters|sea|and|in|by|from|with|as|after|that|which|\w+day)\b)[\w’'-]+\s+){0,5}?"
    r"(?:tankers?|vessels?|ships?|warships?|destroyers?|frigates?|cruisers?|freighters?|(?:bulk|aircraft) carriers?|rebels|(?:rebel |opposition |enemy )?fighters|insurgents|militants|troops|soldiers|"
    r"(?:air|army|naval|military|U\.?S\.?|American) ?bases|air ?fields|(?:oil|gas|power|energy|weapons|ammunition|arms|fuel|radar) (?:\w+ )?(?:facilit(?:y|ies)|plants?|sites?|depots?)|refiner(?:y|ies)|cit(?:y|ies)|towns?|villages?|"
    r"hotels?|hospitals?|schools?|consulates?|strongholds?)\b(?! (?:targets?|of (?:the )?sea)\b)",
    re.IGNORECASE,
)
_VICTIM = compiled(  # "a tanker was hit by a missile"
    r"\b(?<!target )(?<!decommissioned )(?<!retired )(?:tankers?|(?:cargo|container|merchant) (?:ships?|vessels?)|(?:bulk|oil|chemical) (?:carriers?|tankers?)|freighters?|trawlers?|warships?|apartment (?:block|building)|hospital|school|market)\s+(?:[^.;,]{0,40}\s)?(?:was|were|had been|has been)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_STRUCK_BY = compiled(r"\w+\s+(?:[\w-]+\s+){0,3}(?:by|with)\b")
_ACCIDENT = Gated(
    r"\b(?:accident\w*|by mistake|mistaken\w*|inadvertent\w*|erroneous\w*|malfunction\w*)\b", re.IGNORECASE
)
_RANGE = compiled(r"\b(?:range|test (?:site|ground|area)|testing|proving|training|polygon|cosmodrome)\b", re.IGNORECASE)
_GROUNDS = compiled(
    r"\b(?:(?:test|testing|training|practice|firing|missile|artillery) (?:range|site|ground|area)s?|launch ?pad|proving|cosmodrome|spaceport|space cent(?:er|re))\b",
    re.IGNORECASE,
)
_ITS_SEA = compiled(
    r"(?:['’]s)?\s+(?:(?:\w+ern|east|west|north|south|[A-Z]\w+ [Ss]ea)\s+)?(?:exclusive|waters|EEZ|economic|territorial|coast|airspace|maritime)",
    re.IGNORECASE,
)
_INTERCEPTOR = compiled(
    r"\b(?:interceptors?|(?:interceptor|defen[cs]e|anti-?missile|anti-?aircraft) missiles?)\b", re.IGNORECASE
)
_TESTED = compiled(r"\b(?:tests?|tested|test-\w+|trials?|drills?|exercises?)\b", re.IGNORECASE)
_MOCK = Gated(  # what interceptors are tried on
    r"\b(?:mock|simulated|simulating|dummy|surrogate|(?:drone|missile|moving|incoming|airborne|supersonic|subsonic|towed|high-speed|test|class|range|ballistic|hypersonic|[ims][rc]bm) targets?|target (?:missiles?|drones?|vehicles?))\b",
    re.IGNORECASE,
)
_AGAINST = compiled(r"\b(?:against|on|at|across|into)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_WITHIN = compiled(  # what is struck is a town, a base, a building: tests strike targets, islands and seas
    r"\b(?:bas(?:e|es)|cit(?:y|ies)|towns?|buildings?|airports?|capital|plants?|homes?|blocks?|hotels?|troops|ports?|ships?|tankers?)\b[^.;]{0,50}?"
    r"\b(?:in|near|of|housing|outside|off)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_RIGHT_AT = compiled(r"\w+\s+(?:the\s+)?(?:(?:\w+ern|central)\s+)?")
_IMPACTS = "impact range"  # the kind of place where tests are aimed at
_THEN_HIT = compiled(  # "a missile fired from Yemen hit central Israel"
    r"\b(?:hit|hits|hitting|str(?:ikes?|uck|iking)|slam(?:s|med) into|smash(?:es|ed) into|plough(?:s|ed) into|plow(?:s|ed) into)\s+(?:(?:an?|the)\s+)?(?:(?:\w+ern|central)\s+)?$",
    re.IGNORECASE,
)
_ALARM = compiled(r"\b(?:sirens?|air[- ]raid|bomb shelters?)\b", re.IGNORECASE)
_OF_THE_WAR = compiled(
    r"\b(?:air|aerial|missile|drone|combined|mass(?:ive)?|overnight|retaliatory)\s+(?:attacks?|assaults?|raids?|bombardments?|strikes?)\b|\bof the (?:\w+ )?war\b|\bsince the (?:\w+ )?(?:invasion|war)\b",
    re.IGNORECASE,
)
_PARTED = 1.0  # the weight of boundaries that parts a shot from its target


def stops_a_target(trigger: Trigger, facts: Facts, codebook: Codebook, *, war: bool) -> bool:
    """Whether what is told is that an interceptor met its target in a test: "shot down a mock missile", or where the lead
    speaks of a test and nobody is at `war`."""
    if (
        trigger.modality is not Modality.HAPPENED
        or downing_of(codebook).match(facts.report.text, trigger.anchor) is None
    ):
        return False
    span, text = facts.sentences[trigger.sentence], facts.report.text
    own = text.startswith("destroy", trigger.anchor)  # a missile that strays is destroyed by those who fired it
    return _MOCK.search(text, span.start, span.end) is not None or not (
        own or war or not _is_of_a_test(facts, span.end)
    )


def _is_of_a_test(facts: Facts, end: int) -> bool:
    """Whether the report speaks of a test, up to a place or in its lead."""
    return _TESTED.search(facts.report.text, 0, max(end, lead_end(facts))) is not None


def in_defence(trigger: Trigger, facts: Facts) -> bool:
    """Whether what is fired is meant to stop what was fired: "destroyers shot off a dozen interceptors"."""
    low, high = _object(trigger)
    return bool(_INTERCEPTOR.search(facts.report.text, low, high) or _INTERCEPTOR.match(facts.report.text, high))


def hits(trigger: Trigger, facts: Facts, codebook: Codebook) -> bool:
    """Whether the words say that a weapon was used against another state or a place in it."""
    if not any(codebook.is_a(t, "strike") for t in trigger.types):
        return False
    span = facts.sentences[trigger.sentence]
    text = facts.report.text
    verb = text[trigger.anchor : trigger.anchor + 24].lower()
    before = facts.names_in(span.start, trigger.anchor)
    by = (n for n in facts.names_in(trigger.anchor, span.end) if _BY.search(text[trigger.anchor : n.start]))
    left = (n for n in facts.names_in(trigger.anchor, span.end) if _LEFT.fullmatch(text, trigger.anchor, n.start))
    made = MADE_THERE.match
    own = [s for n in (*before, *by, *left) if not made(text, n.end) and (s := state_of(n) or _maker(n))]
    if _ACCIDENT.search(text, span.start, span.end):
        return False
    if downing_of(codebook).match(text, trigger.anchor) or (
        _FIRED.match(verb) and downed_of(codebook).search(text, trigger.anchor, span.end)
    ):
        return not _is_of_a_test(facts, span.end) and _MOCK.search(text, span.start, span.end) is None
    might = _MIGHT.search(text[span.start : trigger.anchor]) is not None
    struck, fired = _STRUCK.match(verb) is not None, _FIRED.match(verb) is not None
    tested = _TESTED.search(text, span.start, span.end) is not None
    prey = not tested and _VICTIM.search(text, span.start, trigger.anchor) is not None
    if struck and _STRUCK_BY.match(text, trigger.anchor) and (prey or any(n.kind in _PLACES for n in before)):
        return not might
    if _IN_SO_MANY_WORDS.match(text, trigger.anchor, span.end) and not tested:
        return not might
    if struck and not might and does_harm(facts, codebook) and not _is_of_a_test(facts, span.end):
        return True
    struck = struck and not might
    only = not tested and all(codebook.is_a(t, "strike") for t in trigger.types)  # "pounded Kyiv with"
    if (fired or struck or only) and _at_prey(trigger, facts):
        return True
    enemies = codebook.states[own[-1]].at_war if own and own[-1] in codebook.states else ()
    if own and own[-1] in codebook.watched and not enemies and not does_harm(facts, codebook):
        return False  # what is tested over a neighbour's head is said to be fired at him
    behind = facts.names_in(trigger.start, min(span.end, trigger.end + 140))
    if enemies and (fired or struck) and not (might or tested) and _is_of_the_war(trigger, facts, enemies):
        return True
    if enemies and only and not might:
        done = any(p.search(text, trigger.anchor, span.end) for p in harm_of(codebook).values())
        if done or any(n.start > trigger.anchor and _state(n) in enemies for n in behind):
            return True
    fell = _LANDED.match(text, trigger.anchor) or (trigger.passive and _LANDED.search(text, trigger.end, span.end))
    if fell:
        there = [n for n in behind if _IN_IT.search(text, fell.end(), n.start)]
        wreck = _WRECKAGE_OF.search(text, span.start, trigger.start) is not None
        if any(_state(n) in enemies or (wreck and n.kind in _GROUND) for n in there):
            return True
    entries = (n.entry for n in facts.names_in(*_object(trigger)))
    maker = next((e.state for e in entries if isinstance(e, WeaponEntry)), None)
    near = {_state(n) for n in behind if not own and _is_where(trigger, n, facts, codebook)} | {maker, *own[-1:]} - {
        None
    }
    for name in (n for n in behind if _state(n) not in near and _may_be_hit(trigger, n, text)):
        gap = text[trigger.anchor : name.start]
        enemy = name.id in enemies or _state(name) in enemies
        at_it = _AT.search(gap) or (own and _ON.search(gap)) or (enemy and _TOWARDS.search(gap))
        if fired and _THEN_HIT.search(gap) and not might:
            return True
        if fired and at_it and facts.bounds.crossed(trigger.anchor, name.start) < _PARTED:
            return True
        if struck and any(
            (_AGAINST.search(gap), _WITHIN.search(gap), _RIGHT_AT.fullmatch(gap), enemy and _IN_IT.search(gap))
        ):
            return True
    return False


def _may_be_hit(trigger: Trigger, name: NameMatch, text: str) -> bool:
    """Whether a name behind a telling is of a place, or of what is another's there, and neither of a range nor of a sea."""
    theirs = name.kind == "demonym" and _OF_THEIRS.match(text, name.end) is not None
    if (name.kind not in _PLACES and not theirs) or name.start <= trigger.anchor:
        return False
    tried = (
        _RANGE.search(name.name) or _RANGE.match(text, name.end + 1) or getattr(name.entry, "kind", None) == _IMPACTS
    )
    return not tried and not _GROUNDS.search(text, trigger.anchor, name.start) and not _ITS_SEA.match(text, name.end)


def _is_where(trigger: Trigger, name: NameMatch, facts: Facts, codebook: Codebook) -> bool:
    """Whether a place names where it was fired, and not what at: no state but the one that it lies in, or that uses it, is
    named in the sentence, and that is at no war or has a range there."""
    if not trigger.passive or not isinstance(name.entry, SiteEntry):
        return False
    span, own = facts.sentences[trigger.sentence], {name.entry.state, *name.entry.users}
    if any(state_of(n) not in own for n in facts.names_in(span.start, span.end) if state_of(n) is not None):
        return False
    at_war = any(s.at_war for s in codebook.states.values() if s.id in own)
    return not at_war or bool(name.entry.users) or any(_RANGE.search(a) for a in (name.entry.name, *name.entry.aliases))


def _is_of_the_war(trigger: Trigger, facts: Facts, enemies: Collection[str]) -> bool:
    """Whether the sentence calls it an attack of the war, or tells of an alarm where an enemy is named: "sirens sounded across
    Israel as Iran fired"."""
    span, text = facts.sentences[trigger.sentence], facts.report.text
    if _OF_THE_WAR.search(text, span.start, span.end):
        return True
    named = any(state_of(n) in enemies for n in facts.names_in(span.start, span.end))
    return named and _ALARM.search(text, span.start, span.end) is not None


def _at_prey(trigger: Trigger, facts: Facts) -> bool:
    """Whether the clause says that it was fired at a ship, people or their bases, and the sentence tells of no test."""
    span, text = facts.sentences[trigger.sentence], facts.report.text
    ship = _PREY.search(text, trigger.anchor, min(span.end, trigger.end + 90))
    if ship is None or _TESTED.search(text, span.start, span.end):
        return False
    struck = _STRUCK.match(text, ship.start()) is not None
    if struck and ship.start() != trigger.anchor:  # "a salvo that shows that it can hit ships"
        return False
    return facts.bounds.crossed(trigger.anchor, ship.start()) < _PARTED


def _object(trigger: Trigger) -> tuple[int, int]:
    return trigger.object_start or trigger.start, (trigger.object_end or trigger.end) + 1


def _maker(name: NameMatch) -> str | None:
    """The state whose weapon a name is."""
    return name.entry.state if isinstance(name.entry, WeaponEntry) else None


def _state(name: NameMatch) -> str | None:
    """The state that a name speaks of, or that a place lies in."""
    return state_of(name) or getattr(name.entry, "state", None)
