"""Measured values: distance flown, apogee, flight time, yield, magnitude, direction."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.extract.claims.day import dated_elsewhere
from reportedly.extract.claims.draft import Draft
from reportedly.extract.claims.given_up import corrects_figures, given_up
from reportedly.extract.claims.outcome import outcomes
from reportedly.extract.claims.place import sites
from reportedly.extract.facts import Facts
from reportedly.extract.framing import Frame, Framing, Opener
from reportedly.fields.gated import Gated
from reportedly.fields.quantity import FIELD_ROLES, QuantityExpression
from reportedly.fields.quantity_measures import came_down
from reportedly.model import Place, Quantity, Role, Stance, Term
from reportedly.patterns import compiled

_FAMILY_OF_FIELD = {"yield_kt": "nuclear", "magnitude": "nuclear"}
_MODAL = Gated(
    r"\b(?:could|can|would|should|might go|allow\w*|permit\w*|meant to|intended to|designed to|able to|capable of|if flown|if fired|enough to)\b",
    re.IGNORECASE,
)
_WOULD = compiled(r"\s(?:would|could|might|invasion|expansion)\b", re.IGNORECASE)
_OTHERS_MOVED = Gated(  # "the patrol boat retreated northward"
    r"\b(?:vessels?|boats?|ships?|jets?|(?:war)?planes?|aircraft|bombers?|airliners?|troops|convoys?|fleets?|carriers?|trains?|storms?|typhoon)\b"
    r"(?:(?!\b(?:missiles?|rockets?|projectiles?|it|they|which|that|fir(?:ed|ing)|launch\w*)\b)[^.;]){0,60}$",
    re.IGNORECASE,
)
_COMPARES = compiled(
    r"\b(?:times|than|that of|those of|against|above|below|compared|since|as in|as for|up from|beyond|like|unlike|as \w+ as|twice|double|the same as)\b",
    re.IGNORECASE,
)
_ANOTHER_CLAUSE = compiled(r";|[,–—] (?:while|whereas|but|and) (?:the|that|an?|another|its)\b", re.IGNORECASE)
_FOR_COMPARISON = compiled(r"\s*(?:For|By|In) (?:reference|comparison|context|contrast)\b", re.IGNORECASE)
_OF_BEFORE = compiled(
    r"\s*(?:(?:of (?:power|energy|force|yield|TNT) )?(?:that|which) (?:was|were|had been) \w+ (?:during|in|by|at) (?:[\w.]+ ){0,2}[\w.]+['’]s )?"
    r"(?:(?:of|for|in|from|at|during|with) )?(?:the |its |that of |that in )?(?:(?:last|previous|earlier|first|second|third|fourth|fifth"
    r"|sixth) (?:nuclear |atomic |underground |one|test|blast)|(?:19|20)\d\d\b|(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)(?:['’]s| of| \d{4}))",
    re.IGNORECASE,
)
_BEFORE = compiled(
    r"\bhad been\b[^.;]{0,30}$|\b(?:that|those) of [^.;]{0,60}$|\b(?:back then|at that time|that time)\b[^;]{0,60}$|\bthan (?:the|its|that|those)\b[^.;]{0,60}\b(?:which|that) (?:was|were|had|came|measured|registered)\b[^.;]{0,20}$|\b(?:than|above|against|as against|compared (?:with|to)|up from|down from|revised from|instead of)\s+(?:the |a |an )?$",
    re.IGNORECASE,
)
_ANOTHER_QUAKE = compiled(
    r"\b(?:another(?! (?:estimate|reading|measure\w+|figure|agency|institute|monitor\w*|station|source|network|seismolog\w+))|second|aftershocks?|follow-up|smaller|later quake|collapse)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_SET_OFF_BY = compiled(  # "the 6.3 quake caused by the test of 2017"
    r"(?:[^.;,]|\.(?=\d)){0,50}?\b(?:caused|triggered|set off|produced|generated|unleashed|brought about|touched off)\s+by\b(?:[^.;,]|\.(?=\d)){0,50}?\b(?:tests?|explosions?|blasts?|detonations?|bomb)\b"
    r"|(?:[^.;,]|\.(?=\d)){0,40}?\b(?:that|which)\s+(?:[\w’']+\s+){0,6}?(?:nuclear |underground |last |sixth )?(?:tests?|explosion|blast|bomb)\s+(?:caused|triggered|set off|produced|generated|unleashed)\b",
    re.IGNORECASE,
)
_AT_FIRST = compiled(r"\b(?:first|initially|originally|at first)\b[^.;]{0,60}$", re.IGNORECASE)
_OLD_RECORD = compiled(
    r"\b(?:old|previous|earlier|former|last|beat\w*|broke|breaking|surpass\w*)\b[^.;\d]{0,40}\brecord\b[^.;\d]{0,12}$",
    re.IGNORECASE,
)
_ANOTHER = compiled(  # what flew before: "the other, a few days before, ... came down"
    r"(?<!than )(?<!since )(?<!after )(?<!to )(?<!with )(?<!from )(?<!like )\b(?:that one(?=,| (?:flew|went|landed|fell|reached|had|was|also))|(?:the|its) (?:last|previous|earlier) (?:one|test|launch|missile|firing)|the (?:last|other), (?:[\w-]+ ){1,4}(?:before|earlier|ago)"
    r"|an? (?:earlier|previous) (?:[\w-]+ ){0,2}(?:one|missile|launch|test|rocket))\b[^.;]*$|\b(?:after|since|than) the last: [^.;]*$",
    re.IGNORECASE,
)
_THAN = compiled(
    r"\b(?:than|unlike|like|surpass\w*|beat\w*|outdo\w*|eclips\w*|compared (?:with|to)|as (?:in|with|did)|similar to|the same as)\b[^,;.]{0,45}$",
    re.IGNORECASE,
)
_FROM_PLACE = compiled(
    r"\s(?:away )?(?P<turn>(?:to the )?[\w-]*(?:north|south|east|west)[\w-]* )?(?:from|of) (?:the )?(?:area of )?",
    re.IGNORECASE,
)
_WHERE_IT_ROSE = compiled(
    r",? (?:the [\w ]{3,20} )?(?:from which|from where|where)\b[^.;,]{0,24}\b(?:fired|launched|lifted|taken off|took off|started|left|rose|set off)\b",
    re.IGNORECASE,
)
_MORE = compiled(  # how much more than another: "five minutes longer than the last", "300 km farther"
    r"\)?\s+(?:longer|shorter|further|farther|higher|lower|more|less|greater|better)\b(?! (?:or|on|away|out|off|to|from|in|than (?:its|the) (?:target|range))\b)",
    re.IGNORECASE,
)
_AT_A_TARGET = "quantity.aimed"
_LOOSE = 0.05  # of a conversion that is only rounded
_REVISED = compiled(r"\b(?:revis|upgrad|correct|rais|lower|later|before|then)\w*\b", re.IGNORECASE)


def measures(framing: Framing) -> Iterable[Draft]:
    """The measured values of every frame, and the directions of flight."""
    yield from _standing(framing, _of_a_flight(framing, list(_amounts(framing))))
    yield from _directions(framing)


def _standing(framing: Framing, drafts: Sequence[Draft]) -> Iterable[Draft]:
    """The amounts, those withdrawn that a later sentence corrects: "the JCS later corrected the figures, saying both flew 600"."""
    facts = framing.facts
    places = [facts.sentences[facts.sentence_at(d.start) or 0].start for d in drafts]
    right = [
        (d, low) for d, low in zip(drafts, places, strict=True) if corrects_figures(facts.report.text, low, d.start)
    ]
    for draft, place in zip(drafts, places, strict=True):
        undone = any(
            d.frame == draft.frame and d.field == draft.field and place < low and _same_voice(facts, place, low)
            for d, low in right
        )
        yield replace(draft, stance=Stance.WITHDRAWN, shot=None) if undone else draft


def _same_voice(facts: Facts, place: int, low: int) -> bool:
    """Whether the sentence that begins at `low` corrects what the one at `place` says: no other body speaks in it."""
    bodies = [
        {
            n.entry.id
            for n in facts.names_in(start, facts.sentences[facts.sentence_at(start) or 0].end)
            if n.kind == "body"
        }
        for start in (place, low)
    ]
    return not bodies[1] or not bodies[0] or bool(bodies[0] & bodies[1])


def _amounts(framing: Framing) -> Iterable[Draft]:
    facts = framing.facts
    for found in facts.quantities:
        field, number = FIELD_ROLES.get(found.role), facts.sentence_at(found.start)
        if found.role == "offset" and _from_its_site(framing, found):
            field = "distance_km"
        if field is None or number is None:
            continue
        if _MORE.match(facts.report.text, found.pair_end or found.end):
            continue
        home = _home(framing, found, number)
        if home is None or framing.frames[home].family != _FAMILY_OF_FIELD.get(field, "launch"):
            continue
        if _of_another(framing, framing.frames[home], found, number):
            continue
        span, end = facts.sentences[number], found.pair_end or found.end
        back = Stance.WITHDRAWN if given_up(facts.report.text, span.start, span.end, found.start, end) else None
        yield Draft(home, field, _in_km(found), found.start, found.end, f"quantity.{found.rule}", back, shot=found.shot)


def _of_a_flight(framing: Framing, drafts: Sequence[Draft]) -> list[Draft]:
    """The amounts but the height where a satellite was put, of a space launch of which no failure is told, and how far off
    the target of a launch that failed lay."""
    space = {f.number for f in framing.frames if framing.codebook.is_a(f.type, "space")}
    put = [d for d in drafts if d.field == "apogee_km" and d.frame in space]
    aimed = [d for d in drafts if d.rule == _AT_A_TARGET]
    went = [(d.frame, d.value) for d in outcomes(framing)] if put or aimed else []
    none = [d for d in put if {v for n, v in went if n == d.frame} <= {Term("success")}]
    none += [d for d in aimed if {v for n, v in went if n == d.frame} == {Term("failure")}]
    return [d for d in drafts if d not in none]


def _from_its_site(framing: Framing, found: QuantityExpression) -> bool:
    """Whether an amount is how far from the place of its launch something fell: "landed 600 km east of Kusong"."""
    text, end = framing.facts.report.text, found.pair_end or found.end
    way = _FROM_PLACE.match(text, end)
    if way is None or not came_down(text[max(0, found.start - 100) : found.start]):
        return False
    home = framing.owner(found.start, found.end)
    named = framing.facts.names_in(way.end(), way.end() + 1)
    if home is None or not named or getattr(named[0].entry, "state", None) != framing.frames[home].state:
        return False
    if _WHERE_IT_ROSE.match(text, named[0].end):
        return True
    starts = [d.value for d in sites(framing) if d.frame == home and d.start != named[0].start]
    strike = framing.codebook.is_a(framing.frames[home].type, "strike")
    if not starts and not strike and way["turn"] is None and text[way.end() - 5 : way.end()] == "from ":
        return True  # the only place named, and that of no coast or capital
    return any(isinstance(d, Place) and d.id == named[0].id for d in starts)


def _directions(framing: Framing) -> Iterable[Draft]:
    facts = framing.facts
    for turn in facts.directions:
        if turn.role != "movement":
            continue
        home = framing.owner(turn.start, turn.end)
        if home is None or framing.frames[home].family != "launch":
            continue
        frame, number = framing.frames[home], facts.sentence_at(turn.start)
        if number is None or dated_elsewhere(framing, frame, number, before=turn.start):
            continue
        if _of_flight(framing, turn.start):
            yield Draft(home, "direction", turn.value, turn.start, turn.end, "direction.movement")


def _in_km(found: QuantityExpression) -> Quantity:
    """The value; of an amount printed in miles and in kilometres, the kilometres as printed, where they are about as many."""
    value, pair = found.value, found.pair
    ends = [e for e in (value.minimum, value.maximum) if e is not None]
    if value.unit != "km" or pair is None or pair[1] != "km" or len(set(ends)) != 1:
        return value
    if abs(pair[0] - ends[0]) > _LOOSE * ends[0]:
        return value
    low, high = (None if end is None else pair[0] for end in (value.minimum, value.maximum))
    return Quantity(low, high, "km", value.approximate)


def _home(framing: Framing, found: QuantityExpression, sentence: int) -> int | None:
    """The frame of an amount. What a sentence only compares it with does not own it ("six times the fifth test"), nor
    does an undated shock the magnitude and yield of the explosion it stands for."""
    home = framing.owner(found.start, found.end)
    if home is None or framing.frames[home].role is Role.MAIN:
        return home
    openers = [o for o in framing.openers.get(sentence, ()) if o.frame == home]
    text, span = framing.facts.report.text, framing.facts.sentences[sentence]
    if openers and all(
        o.start > found.end
        and (_COMPARES.search(text, found.end, o.start) or _ANOTHER_CLAUSE.search(text, found.end, o.start))
        for o in openers
    ):
        return framing.carried(sentence)
    if openers and all(_only_compared(text, span.start, o, found.start) for o in openers):
        others = [o.frame for o in framing.openers.get(sentence, ()) if o.frame != home]
        return others[0] if others else framing.carried(sentence)
    types, frame = framing.codebook.types, framing.frames[home]
    for main in framing.frames:
        if main.role is Role.MAIN and main.family == frame.family and frame.date is None:
            return main.number if types[main.type].counted and not types[frame.type].counted else home
    return home


def _only_compared(text: str, low: int, opener: Opener, start: int) -> bool:
    """Whether what opens a frame is only compared with, in a phrase that ends before an amount: "higher than previous such
    launches, some 600 miles"."""
    if opener.end > start or "," not in text[opener.end : start]:
        return False
    return _THAN.search(text, max(low, opener.start - 60), opener.start) is not None


def _of_another(framing: Framing, frame: Frame, found: QuantityExpression, number: int) -> bool:
    """Whether the amount is of another day, another shock or a figure that is given up in the same breath."""
    if frame.role is not Role.MAIN:
        return False
    text, span = framing.facts.report.text, framing.facts.sentences[number]
    head = text[max(span.start, found.start - 80) : found.start]
    if frame.family != "nuclear":
        before = text[max(span.start, found.start - 140) : found.start]
        another = _OLD_RECORD.search(head) or _ANOTHER.search(before)
        return another is not None or _on_another_day(framing, frame, found, number)
    if _OF_BEFORE.match(text, found.end, span.end) or _BEFORE.search(head):
        return True
    if _FOR_COMPARISON.match(text, span.start, found.start):
        return True
    if framing.codebook.types[frame.type].counted and _ANOTHER_QUAKE.search(head):
        return True  # of a test; a quake that is itself the subject is often "another one"
    if dated_elsewhere(framing, frame, number, before=found.start) or _of_a_test(framing, frame, found, number):
        return True
    return _AT_FIRST.search(head) is not None and _REVISED.search(text, found.end, span.end) is not None


def _on_another_day(framing: Framing, frame: Frame, found: QuantityExpression, number: int) -> bool:
    """Whether the last date before the amount in its sentence is that of another incident."""
    before = [n for n, d in enumerate(framing.dates) if d.sentence == number and d.end <= found.start and not d.aside]
    if not before or not dated_elsewhere(framing, frame, number, before=found.start):
        return False
    home = framing.of_date.get(before[-1])
    date = framing.dates[before[-1]]
    wide = date.expression.kind == "month" or (date.range is not None and date.range.day is None)
    return home != frame.number and (home is not None or wide)


def _of_a_test(framing: Framing, frame: Frame, found: QuantityExpression, number: int) -> bool:
    """Whether a sentence of a report on a quake tells a test before the figure ("that test set off a 6.3 quake"), or one
    behind it that shook the ground so."""
    if framing.codebook.types[frame.type].counted:
        return False
    if _SET_OFF_BY.match(framing.facts.report.text, found.end, framing.facts.sentences[number].end):
        return True
    tellings = (t for t in framing.triggers if t.sentence == number and t.end <= found.start)
    return any(frame.type not in t.types for t in tellings)


def _of_flight(framing: Framing, place: int) -> bool:
    """Whether the sentence speaks of a flight and not of what one could do."""
    facts = framing.facts
    number = facts.sentence_at(place)
    if number is None:
        return False
    span = facts.sentences[number]
    clause = facts.report.text[max(span.start, place - 60) : place]
    ahead = _WOULD.match(facts.report.text, facts.report.text.find(" ", place))
    return ahead is None and _MODAL.search(clause) is None and _OTHERS_MOVED.search(clause) is None
