"""Triggers told by a noun that names the incident by itself, or with the verb that carries it."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from reportedly.extract.inflection import Form
from reportedly.extract.lexicon import TermMatch
from reportedly.extract.manner import Manner, manner_of
from reportedly.extract.phrase import is_definite
from reportedly.extract.sentences import LEAD
from reportedly.extract.tokens import Boundaries
from reportedly.extract.trigger import Modality, Scene, Shape, Trigger
from reportedly.extract.trigger_modality import MIGHT_BY, UNDOES, denied, verb_modality
from reportedly.fields.gated import Gated
from reportedly.patterns import compiled

_NOUN_PHRASE = (  # what may stand between a verb and the noun it carries; "the first of", "a series of" are parts of it
    r"(?:\s+(?:(?:first|second|third|fourth|fifth|sixth|one|part|series|set|string|round|pair|couple|number|spate|range) of\b|"
    r"(?!of\b|at\b|in\b|by\b|with\b|for\b|from\b|to\b|on\b|near\b|that\b|which\b|what\b)[\w'’“”\",.-]+)){0,10}\s*[\"“‘']?$"
)
_DOES = Gated(  # verbs that do what the noun names
    r"\b(?:(?P<past>conducted|carried out|held(?! (?:back|off|up|over)\b)|performed|staged|ran|run|undertook|undertaken|underwent|undergone|made|completed|"
    r"executed|accomplished|repeated|concluded|pulled off|mounted|launched|began|begun|started|followed through|suffered|experienced|went ahead with|"
    r"gone ahead with|proceeded with)|(?P<present>conducts|carries out|holds(?! (?:back|off|up|over)\b)|performs|stages|runs|undertakes|undergoes|makes|"
    r"completes|executes|repeats|mounts)|(?P<gerund>conducting|carrying out|holding|performing|staging|running|undertaking|"
    r"making|completing|executing)|(?P<base>conduct|carry out|hold|perform|stage|undertake|undergo|make|complete|execute))\b"
    + _NOUN_PHRASE,
    re.IGNORECASE,
)
_TELLS = Gated(  # verbs that tell of it or look on
    r"\b(?:oversaw|overseen|oversees?|overseeing|guid(?:ed|es|ing)|observ(?:ed|es|ing)|attend(?:ed|s|ing)|supervis\w+|watch(?:ed|es|ing)|"
    r"inspect(?:ed|s)|direct(?:ed|s|ing)|presid(?:ed|es|ing) over|t(?:ook|akes|aking) command of|command(?:ed|s|ing)|confirm\w*|announc\w*|claim\w*(?: responsibility for)?|detect\w*|witness\w*|(?:answer|respond|react|retaliat|follow|counter)(?:ed|s)?(?: \w+){0,3}? with|repl(?:ied|ies)(?: \w+){0,3}? with|(?:hit|struck|fired|shot) back(?: \w+){0,3}? with|"
    r"report(?:ed|s)? (?:a|an|its|the|another|on a)|track(?:ed|s)|record(?:ed|s)|hail(?:ed|s|ing)|prais(?:ed|es)|"
    r"celebrat\w+|admit\w*|declar\w+|acknowledg\w+)\b" + _NOUN_PHRASE,
    re.IGNORECASE,
)
_TOOK_PLACE = compiled(
    r"(?:\s(?!(?:not|n['’]t|if|will|would|could|may|might)\b)[\w’'-]+){0,8}?\s*\b(?:took place|(?:had|has) taken place|occurred|happened|came|succeeded|failed|flopped|went (?:wrong|well|ahead|off)|"
    r"(?:was|were|had been|has been|been) (?:\w+ )?(?:conducted|held|carried out|detected|confirmed|announced|reported|tracked|recorded|registered|spotted|picked up|successful|performed|staged|completed|observed|a (?:\w+ )?(?:success|failure|flop))|"
    r"(?:fell|landed|went|splashed|crashed|slammed|flew) (?:down|into|in|on|near|over|off|towards?)|(?:ended|resulted|ends) (?:in|with)|turned out|conducted|held)\b",
    re.IGNORECASE,
)
_DID_NOT = compiled(
    r"\s*(?:did not|has not|had not|was not|were not|never)\b|\s(?:that|which)\s(?:never|(?:did|does|will|would|has|had)(?:\s(?:not|never)|n['’]t))\s"
    r"(?:came?|comes?|happen(?:ed|s)?|t(?:ake|akes|ook|aken) place|occur(?:red|s)?|materiali[sz]e[ds]?)\b",
    re.IGNORECASE,
)
_IS_A_VERB = compiled(r"\b(?:and|or|can|could|will|would|may|might|must|should|shall|let|don['’]t)\s+$", re.IGNORECASE)
_BY_MANY = compiled(r"(?<!['’])\b[\w-]+[^s\W]s\s+$")  # "activists launch campaign": of many, and so a verb
_SOMETHING_NEW = compiled(
    r"\s+(?:[a-z][\w-]+\s){0,2}(?:campaigns?|drives?|bids?|probes?|inquir(?:y|ies)|investigations?|appeals?|fights?|protests?|websites?|funds?|petitions?|reviews?|"
    r"talks|projects?|initiatives?|offensives?|operations?|crackdowns?|searches?|studies|study|programm?es?|lawsuits?|suits?|crusades?|boycotts?|polls?|apps?|contests?)\b",
    re.IGNORECASE,
)
_TAKES = compiled(
    r"\s+(?:an?|the|its|their|his|her|our|your|another|one|two|three|more|what|\d+)\s", re.IGNORECASE
)  # "and launch a missile"
_MAY_BE = Gated(
    r"\b(?:detect|report|track|monitor|alert|announc|spot|pick(?:ed|s)? up|observ|register|record|confirm|saw|seen?|after|following|over)\w*\s+"
    r"(?:(?:an?|another|the|what (?:is|was|may be|could be))\s+)?(?:(?!(?:for|against|of|to|about|ahead)\b)\w+\s+)?(?:possible|potential|suspected|apparent|presumed|likely)\s+(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_PLANNED_BEFORE = Gated(
    r"\b(?:plan(?:s|ned|ning)?|prepar\w+|(?:up|forth)?coming|impending|looming|possible|potential|future|further|imminent|scheduled|expect(?:s|ed|ing)?|anticipat\w+|"
    r"(?:h[oe]ld(?:s|ing)?|put(?:s|ting)?) (?:back|off|on (?:hold|ice))|defer\w*|reschedul\w*|forg(?:o|oes|oing|oed)\b|skip(?:s|ped)?|mull\w*|"
    r"threat\w*|warn(?:ed|ing|s)? (?:of|that)|ready for|readiness|ahead of|next|delay\w*|postpon\w*|put(?:s|ting)? off|"
    r"cancel\w*|scrap\w*|scrub\w*|ax(?:ed|es)|shelv\w*|abort\w*|call(?:ed|s)? off|halt\w*|stop\w*|suspend\w*|moratorium|freez\w+|frozen|refrain\w*|avoid\w*|"
    r"another possible|new possible|would be|will be|to be|simulat\w+|mock|rehears\w+|window for|notices? (?:of|for)|NOTAMs?|"
    r"notif\w+|intention|intend\w*|aim\w* to|vow\w*|pledg\w*|promis\w*|likely|set (?:for|to)|could (?:come|be|range|include|involve|mean)|"
    r"abandon\w*|end(?:ing)? (?:all|its|their)|ban\w*|prohibit\w*|any|no more|against|if|whether|unless|every|each)"
    r"(?:\W+\w+){0,6}\W*$|\b(?:is|are) to (?!have\b)(?:\w+\W+){0,12}$|\b(?:close|near|nearing|closer) (?:to )?(?:an?|its|their) (?:\w+\s+){0,2}$|"
    r"\b(?:would|could|might|(?-i:may)|will) (?:respond|react|answer|reply) to\s+(?:[\w-]+\s+){0,4}$|\b(?:regard|consider|deem|rat|judg)\w*\s+(?:an?|another)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_CLOCK_NEXT = r"\s(?:(?:about|around)\s)?\d{1,2}(?:[:.]\d\d|\s?[ap]\.?m\b|\sand\s\d{1,2}[:.]\d\d)"
_OF_IT = r"(?:\s+of\s+(?:[\w’'-]+\s+){0,5}?[\w’'-]+)?(?:,\s[^,.;]{1,40},)?"
_PLANNED_AFTER = compiled(
    rf"^{_OF_IT}\W*(?:(?:may|might|could|will|would|is|was|are|were|(?:has|had)(?: (?!never\b)\w+)? been)\s+(?:(?:first|originally|already|initially)\s+)?)?"
    rf"(?:soon|next|between(?!{_CLOCK_NEXT})|come next|follow|be (?:held|conducted|carried)|planned|scheduled|expected|postponed|delayed|ordered|proposed|threatened|promised|"
    r"put off|called off|cancelled|canceled|scrapped|scrubbed|aborted|shelved|axed|was due|is due|(?:is|was|are|were) to (?:begin|start|go|be|come|take|have|last|follow)|imminent|"
    r"(?:done|over)(?=[.,;]|$)|likely(?= to (?!have\b)|[.,;]|$| (?:soon|within|in the|before|this|next|after|at any)\b)|rescheduled|deferred|put back|held back|off the (?:calendar|schedule|table|agenda)|on (?:hold|ice))\b|"
    r"^[^.,;]{0,70}?\s(?:off the (?:calendar|schedule|table|agenda)|on (?:hold|ice)|back (?:to|by|until|till) (?:next|an?|the|[A-Z]\w+|\d+|\w+ (?:days?|weeks?|months?))(?! (?:base|port|site)))\b|"
    rf"^{_OF_IT},?\s(?:which|that)\s(?:was|were|is|are|had been)\s(?:(?:first|originally)\s)?(?:to|due|scheduled|planned|set|expected|meant|supposed)\b|"
    rf"^{_OF_IT}\s(?:will|would|may|might|could|can|should)\b(?! have)",
    re.IGNORECASE,
)
_CAPABILITY = compiled(  # "launch pads", "test ban", "launch window": the noun only says which
    r"\b(?:capab\w+|ability|abl[ey]|program(?:me)?s?|technolog\w+|activit\w+|launchers?|sites?|facilit\w+|grounds?|"
    r"range|pads?|stations?|vehicles?|bans?|preparations?|plans?|threats?|systems? (?:against|to)|defen[cs]e|"
    r"sanctions|alerts?|drills?|warnings?|windows?|dates?|schedules?|notices?|towers?|cent(?:re|er)s?|complex(?:es)?|control(?:lers?)?|"
    r"teams?|crews?|officers?|tubes?|platforms?|codes?|orders?|treat(?:y|ies)|moratori\w+|zones?|areas?|stands?|flights?|equipment|"
    r"claims?|rumou?rs?|fears?|speculation|halts?|freezes?|suspensions?|cancell?ations?|postponements?|delays?|pauses?|resumptions?|directors?|managers?|compan(?:y|ies)|providers?|industry|contracts?|customers?|conductor|sheds?|beds?|match(?:es)?|cricket|cases?|drives?|pilots?|papers?|kits?|scores?|option|veterans?|victims?|survivors?)\b",
    re.IGNORECASE,
)
_CENSURED = compiled(  # "condemns the North for its test": what is condemned is told to have happened
    r"\b(?:condemn|denounc|deplor|protest)\w*[^.;]{0,110}\b(?:for|over|against|by|conducting|of|['’]s?)\s+(?:[\w’'-]+\s+){0,4}$|"
    r"\baware of\s+(?:[\w’'-]+\s+){0,6}$",
    re.IGNORECASE,
)
_HABIT = Gated(
    r"\b(?:usually|normally|typically|generally|regularly|routinely|as a rule)\b(?:\W+\w+){0,6}\W*$", re.IGNORECASE
)
_PUT_OFF = Gated(r"\b(?:postpon|delay|scrub|cancel)\w*(?:\W+\w+){0,9}\W*$", re.IGNORECASE)
_TRIAL = "trial"
_COURT = compiled(
    r"\bon trial\b|\b(?:charged|court|judge|jury|prosecut\w+|verdict|sentenced|accused|defendants?|trial of)\b",
    re.IGNORECASE,
)
_OWNED = Gated(r"(?:['’]s|s['’])\s+(?:\w+\s+){0,2}$")
_MANY = Gated(  # a total of so many is of years: "more than 300 launches"
    r"\b(?:(?!(?:19|20)\d\d)\d{2,4}|dozens(?: of)?|scores(?: of)?|hundreds(?: of)?|countless|numerous|frequent|regular|repeated)\s+(?:(?!(?:in|on|at|mm|km|and|could|will|may)\b)[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_TOGETHER = Gated(  # so many at once are no habit: "a series of rocket launches"
    r"\ban?\s+(?:\w+\s+)?(?:series|string|round|spate|flurry|succession|sequence|burst|run|pair|couple|trio)\s+of\s+(?:(?!(?:in|on|at|and|by|from)\b)[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_PRACTICE = ("drill", "exercise")
_LOOKED_ON = Gated(  # who looks on sees what is done: "Putin oversaw test launches of missiles"
    r"\b(?<!has )(?<!have )(?:oversaw|guided|observed|attended|supervised|watched|inspected|witnessed|presided over|looked on at)\b"
    + _NOUN_PHRASE,
    re.IGNORECASE,
)
_NUMBERED = Gated(r"\d|\b(?:two|three|four|five|six|several)\b")
OF_WHAT = compiled(
    r"\s+of\s+(?P<what>(?:(?!(?:from|in|on|at|by|into|toward|towards|and|as|after|since|with|over|that|which)\b)[\w’'“”\".-]++\s*){1,9})",
    re.IGNORECASE,
)
_OF_A_TRAIT = compiled(  # "a test of America's ability to stop a missile", "of the new president's resolve"
    r"\s+of\s+(?:(?!(?:to|and|in|on|from|by|for)\b)[\w’'.“”\"-]+\s+){0,5}(?:abilit(?:y|ies)|capabilit(?:y|ies)|capacity|readiness|preparedness|resolve|patience|"
    r"willingness|nerves?|unity|strength|power|leadership|mettle|wills?|limits)\b(?!\s+plants?)",
    re.IGNORECASE,
)
_OF_PLANES = compiled(
    r"\b(?:bombers?|fighters?|jets?|planes?|aircraft|warplanes?|helicopters?)\b", re.IGNORECASE
)  # "a flight of B-1B bombers"
SOMETHING_ELSE = compiled(  # neither names nor numbers, and no word for a weapon or its parts
    r"(?:(?!(?:weapon|arm|system|device|engine|motor|vehicle|warhead|bomb|rocket|underwater|undersea|torpedo|munition|fuel|booster|stage|propulsion|"
    r"ordnance|shell|technolog|kind|type|sort|its|this|that|these|those|what|it|them|such|year|month|week|day|both|two|three|"
    r"new|nuclear|strategic|tactical|hypersonic|long|short|medium|intermediate|air|sea|ground|surface|anti)\w*)[a-z’'-]++[.\s]*)+"
)
_WORD = compiled(r"[\w’'-]+")
_BARE = compiled(r"(?:-[\dIVX]+)?[.,;:)]*$")  # "Complex-4,"
_MODALITIES = {Manner.GENERAL: Modality.GENERAL, Manner.PLANNED: Modality.PLANNED}
_HEAD = 150  # code points before a noun that are looked at
_TAIL = 110  # and behind it

_EVENTS = r"(?:tests?|launch(?:es|ings?)?|firings?|trials?|drills?|exercises?|flights?|shots?|interceptions?|talks|meetings?|summits?|visits?|sessions?)"
_EVENT_OF = compiled(rf"{_EVENTS}\s+of\s+(?:[\w’'“\"-]+,?\s+){{0,7}}[“\"]?$")
_EVENT = compiled(rf"(?:[\w’'”\"-]+\s){{0,3}}?{_EVENTS}\b")


def of_an_event(text: str, opens: int, thing: tuple[int, int]) -> bool:
    """Whether a thing is what an event is of: "a test of a missile", "a missile test"; its sentence `opens` there."""
    ahead = _EVENT_OF.search(text, max(opens, thing[0] - 60), thing[0])
    return ahead is not None or _EVENT.match(text, thing[0]) is not None


def from_noun(scene: Scene, noun: TermMatch, things: Sequence[TermMatch]) -> Trigger:
    """The telling a noun makes by itself, or with the verb that carries it ("conducted a test"); what it is of
    ("a test of a hydrogen bomb") says of which kinds it can be."""
    low = max(scene.start, noun.start - _HEAD)
    head = scene.text[low : noun.start]
    clause_head = head[_last_boundary(scene.bounds, low, noun.start) :]
    tail = scene.text[noun.end : min(scene.end, noun.end + _TAIL)]
    definite = is_definite(scene.text, scene.words, noun.start, scene.start)
    modality, carried = _told(scene, noun, head, clause_head, tail, definite=definite)
    of = OF_WHAT.match(scene.text, noun.end, scene.end)
    first = _thing_of(things, noun.end, of.end()) if of is not None else None
    types = tuple(t for t in noun.term.types if first is None or t in first.term.types) or noun.term.types
    if (
        of is not None
        and first is None
        and SOMETHING_ELSE.fullmatch(of["what"])
        and noun.term.base == noun.term.base.split(" ")[-1]
    ):
        modality = Modality.GENERAL  # "a test of character", "the launch of a campaign"
    if of is not None and (_OF_PLANES.search(of["what"]) or _OF_A_TRAIT.match(scene.text, noun.end, scene.end)):
        modality = Modality.GENERAL
    if noun.term.base == _TRIAL and _COURT.search(scene.text, scene.start, scene.end):
        modality = Modality.GENERAL
    if modality is Modality.HAPPENED and not carried and not definite and scene.number > LEAD:
        manner = manner_of(scene.text, scene.words, (scene.start, scene.end), (noun.start, noun.end))
        modality = _MODALITIES.get(manner, modality)
    shape = Shape.CLAUSE if modality in {Modality.HAPPENED, Modality.POSSIBLE} and carried else Shape.NOUN
    return Trigger(noun.start, noun.end, noun.start, types, shape, modality, definite, scene.number)


def _thing_of(things: Sequence[TermMatch], start: int, end: int) -> TermMatch | None:
    """The first thing in [start, end): of things side by side ("a rocket engine") the last."""
    found: TermMatch | None = None
    for thing in things:
        if start <= thing.start < end and (found is None or thing.start - found.end == 1):
            found = thing
    return found


def _told(
    scene: Scene, noun: TermMatch, head: str, clause_head: str, tail: str, *, definite: bool
) -> tuple[Modality, bool]:
    """How a noun is told, and whether a verb carries it."""
    following = tail.split(maxsplit=1)
    if _TAKES.match(tail) and _IS_A_VERB.search(clause_head):
        return Modality.GENERAL, False
    if scene.in_title and _SOMETHING_NEW.match(tail) and _BY_MANY.search(clause_head):
        return Modality.GENERAL, False
    if following and tail[0].isspace() and _CAPABILITY.fullmatch(_BARE.sub("", following[0])):
        return Modality.GENERAL, False
    doing = _DOES.search(clause_head)
    if doing is not None and UNDOES.search(doing[0], 1):
        return Modality.PLANNED, False
    carrier = noun.start - len(clause_head) + doing.start() if doing is not None else scene.start
    if doing is not None and doing["gerund"] and MIGHT_BY.search(scene.text, scene.start, carrier):
        return Modality.PLANNED, False
    if doing is not None and (modality := _of_carrier(head, clause_head, doing, in_title=scene.in_title)) is not None:
        return modality, True
    if denied(clause_head) or _DID_NOT.match(tail):
        return Modality.DENIED, False
    carried = _TELLS.search(clause_head) or _TOOK_PLACE.match(tail) or _CENSURED.search(clause_head)
    if _MAY_BE.search(clause_head) and not _PLANNED_AFTER.match(tail):
        return Modality.POSSIBLE, True
    if _HABIT.search(clause_head):
        return Modality.GENERAL, False
    if _PLANNED_BEFORE.search(clause_head) or _PUT_OFF.search(clause_head) or _PLANNED_AFTER.match(tail):
        return Modality.PLANNED, False
    if noun.term.plural and _MANY.search(clause_head):
        return Modality.GENERAL, False
    owned = definite or bool(_OWNED.search(clause_head) or _NUMBERED.search(clause_head[-30:]))
    if carried:
        owned = owned or _TOGETHER.search(clause_head) is not None or _looked_on(noun, clause_head)
    return Modality.HAPPENED if not noun.term.plural or owned else Modality.GENERAL, carried is not None


def _looked_on(noun: TermMatch, clause_head: str) -> bool:
    """Whether somebody saw what is told in the plural; drills, whatever is done in them, are no launches."""
    return not noun.term.base.endswith(_PRACTICE) and _LOOKED_ON.search(clause_head) is not None


def _of_carrier(head: str, clause_head: str, doing: re.Match[str], *, in_title: bool) -> Modality | None:
    """How the verb that does it is told; None where its form leaves that open."""
    form = Form(str(doing.lastgroup))
    start = len(head) - len(clause_head) + doing.start()
    before = [w.lower() for w in _WORD.findall(head[:start])[-5:]]
    modality = verb_modality(head[:start], before, form, in_title=in_title)
    return None if form is Form.BASE and modality is Modality.GENERAL else modality


def _last_boundary(bounds: Boundaries, start: int, end: int) -> int:
    """How far into [start, end) the last clause boundary of weight stands, so that only the clause is looked at."""
    first, last = bisect_left(bounds.places, start), bisect_left(bounds.places, end)
    for place in reversed(bounds.places[first:last]):
        if bounds.crossed(place - 1, place + 1) >= 2.0:
            return place - start
    return 0
