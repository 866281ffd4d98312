"""Claims that follow from others and can be checked: ranks, firsts, gaps, pairs of units and clocks, places by places."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from reportedly.extract.claims.draft import Draft
from reportedly.extract.claims.named_day import named_days
from reportedly.extract.framing import Framing
from reportedly.extract.lexicon import AFFAIRS
from reportedly.fields import clock
from reportedly.fields.derived import DerivedExpression, find
from reportedly.fields.quantity import QuantityExpression
from reportedly.fields.quantity_pairs import conversion
from reportedly.fields.quantity_units import unit_of
from reportedly.model import Derived, Role

_OF_INCIDENTS = frozenset({"ordinal_in_window", "rank_in_period", "first_since", "gap_at_least", "record"})
_BEARING = re.compile(
    r"\b(?:located |lying |which lies |situated |just |about |some |around )*(?:\d[\d,.]* (?:km|kilomet(?:er|re)s|miles)(?: \([^)]*\))? )?"
    r"(?:to the )?(?P<way>(?:north|south)(?:-?(?:east|west))?|east|west)(?:ern)? of (?:the )?(?:[A-Z][\w-]+ )?(?:[A-Z][\w-]+ )?(?:capital(?: city)?,? (?:of )?)?$",
    re.IGNORECASE,
)
_ASIDE = re.compile(  # "the Sukchon area, which is ...", "Wonsan, a port city on the coast ..."
    r"[\s,(–—-]*(?:(?:an? |the )?(?:[\w-]+ ){0,3}(?:area|region|city|county|town|district|village|port|airport|airfield|base|site|suburb|"
    r"hub|resort|complex|facility|island|peninsula|province|lake|reservoir|shipyard|cosmodrome|centre|center|place|point)\b[\s,(]*)?"
    r"(?:(?:which|that) (?:is|lies|stands|sits) |is |lies |lying |located |situated )?(?:on the (?:\w+ )?(?:coast|border|shore),? )?",
    re.IGNORECASE,
)
_LAUNCHES = re.compile(
    r"\b(?:tests?|launch\w*|test-?fir\w+|fir(?:ed|ings?)|missiles?|explosions?|detonations?|provocations?|ICBMs?|SLBMs?)\b",
    re.IGNORECASE,
)
_IT_WOULD_BE = re.compile(r"\b[Ii]t (?:would be|would have been|will be) (?:the |[A-Z]\S+ )?(?:\S* ?)?$")
_HAD = re.compile(r"\bhad\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d|\b(?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half)\b", re.IGNORECASE)


def derived(framing: Framing) -> Iterable[Draft]:
    """The derived claims of every frame."""
    yield from _told(framing)
    yield from _unit_pairs(framing)
    yield from _clock_pairs(framing)
    yield from _relative_places(framing)
    yield from named_days(framing)


def _told(framing: Framing) -> Iterator[Draft]:
    facts = framing.facts
    for found in find(facts.report.text, framing.codebook.scope_words):
        if facts.sentence_at(found.start) is None or facts.sentence_at(found.end - 1) != facts.sentence_at(found.start):
            continue
        home = _later(framing, found) if found.arguments.get("form") else _of_scope(framing, found)
        if home is not None and found.kind in _OF_INCIDENTS and framing.frames[home].family in AFFAIRS:
            home = _subject(framing, found)
        if home is None:
            continue
        value = Derived(found.kind, found.arguments)
        yield Draft(home, "derived", value, found.start, found.end, f"derived.{found.kind}")


def _of_scope(framing: Framing, found: DerivedExpression) -> int | None:
    """The incident that a reckoning is about, of the kind that it counts: "since its second nuclear test, on May 25, it has
    fired missiles" ranks the test. "It would be the fourth, after one on April 15" ranks what the sentence before told."""
    home = _counted(framing, found)
    types = framing.codebook.scopes.get(str(found.arguments.get("scope")), ())
    main = framing.main
    if home is None or found.kind not in _OF_INCIDENTS:
        return home
    if (
        main is not None
        and types
        and framing.frames[main].type in types
        and _IT_WOULD_BE.search(_before(framing, found))
    ):
        return main
    if not types or framing.frames[home].type in types or framing.frames[home].family in AFFAIRS:
        return home
    sentence = framing.facts.sentence_at(found.start) or 0
    near = [o.frame for o in framing.openers.get(sentence, ()) if framing.frames[o.frame].type in types]
    others = [frame.number for frame in framing.frames if frame.type in types]
    return near[0] if near else others[0] if len(others) == 1 else home


def _before(framing: Framing, found: DerivedExpression) -> str:
    """The few words before a claim, and its own first."""
    return framing.facts.report.text[max(0, found.start - 40) : found.start + 4]


def _later(framing: Framing, found: DerivedExpression) -> int | None:
    """The incident before which there was a last one, or none: the report's subject and not the last one, which the same
    words tell. What had not been before an earlier incident ("no test had taken place since July") is told right behind it."""
    main, home = framing.main, _counted(framing, found)
    if main is None or framing.frames[main].family in AFFAIRS:
        return home
    if found.arguments["form"] == "none_since" and _HAD.search(found.written):
        sentence = framing.facts.sentence_at(found.start) or 0
        before = [framing.frames[o.frame] for o in framing.openers.get(sentence - 1, ()) if not o.loose]
        dated = [frame.number for frame in before if frame.date is not None and frame.role is not Role.MAIN]
        if dated:
            return dated[-1]
    return main


def _subject(framing: Framing, found: DerivedExpression) -> int | None:
    """The report's subject, where the words reckon launches or tests of its kind: "not since July", in the sentence that
    tells what a monitor reported."""
    main = framing.main
    if main is None or framing.frames[main].family in AFFAIRS or not _LAUNCHES.search(found.written):
        return None
    types = framing.codebook.scopes.get(str(found.arguments.get("scope")))
    return main if types is None or framing.frames[main].type in types else None


def _counted(framing: Framing, found: DerivedExpression) -> int | None:
    """The incident that a reckoning is about. One told by the reckoning alone ("the seventh launch this month") is the
    one its sentence tells before, or the report's subject."""
    home = framing.owner(found.start, found.start + 1)
    if home is None or framing.frames[home].role is Role.MAIN:
        return home
    told = [framing.triggers[n] for n in framing.frames[home].triggers]
    if not told or any(t.start < found.start or t.end > found.end for t in told):
        return home
    sentence = framing.facts.sentence_at(found.start)
    before = [o.frame for o in framing.openers.get(sentence or 0, ()) if o.end <= found.start and not o.loose]
    mains = [f.number for f in framing.frames if f.role is Role.MAIN]
    return before[-1] if before else mains[0] if mains else home


def _unit_pairs(framing: Framing) -> Iterator[Draft]:
    text = framing.facts.report.text
    for found in framing.facts.quantities:
        home = framing.owner(found.start, found.end)
        again = conversion(text, found.end, unit_of(found.unit_written)) if found.pair else None
        if again is None or home is None:
            continue
        start, value = _number_start(text, found), found.value
        ends = [end for end in (value.minimum, value.maximum) if end is not None]
        ranges = again.upper is not None and len(set(ends)) > 1
        arguments: dict[str, object] = {
            "value": ends[0] if ranges else ends[-1], "unit": value.unit, "pair": again.amount, "pair_unit": again.unit,
        }  # fmt: skip
        if ranges:
            arguments |= {"value_to": ends[1], "pair_to": again.upper}
        yield Draft(home, "derived", Derived("unit_pair", arguments), start, again.end, "derived.unit_pair")


def _number_start(text: str, found: QuantityExpression) -> int:
    """Where the number begins, behind its hedge."""
    number = _NUMBER.search(text, found.start, found.end)
    return number.start() if number else found.start


def _clock_pairs(framing: Framing) -> Iterator[Draft]:
    facts = framing.facts
    text = facts.report.text
    for pair in (*clock.pairs(facts.clocks, text), *clock.foreign_pairs(facts.clocks, text)):
        home = framing.owner(pair.local.start, pair.local.end)
        if home is None or facts.in_dateline(pair.local.start):
            continue
        start, end = min(pair.local.start, pair.utc.start), max(pair.local.end, pair.utc.end)
        yield Draft(home, "derived", Derived("tz_pair", _clocks(pair)), start, end, "derived.tz_pair")


def _clocks(pair: clock.ClockPair) -> dict[str, object]:
    """Both clocks with the zones and weekdays that the text ties to them; `other` is a clock of neither place nor UTC."""
    there = "utc" if pair.utc.zone == "UTC" else "other"
    given: dict[str, object] = {
        "local": pair.local.earliest.strftime("%H:%M"), there: pair.utc.earliest.strftime("%H:%M"),
        "zone": pair.local.zone, "local_weekday": pair.local.weekday, f"{there}_weekday": pair.utc.weekday,
        "other_zone": pair.utc.zone if there == "other" else None,
    }  # fmt: skip
    return {key: value for key, value in given.items() if value is not None}


def _relative_places(framing: Framing) -> Iterator[Draft]:
    facts = framing.facts
    text = facts.report.text
    places = [n for n in facts.names if n.kind in {"site", "metonym"}]
    for subject, other in pairwise(places):
        gap = text[subject.end : other.start]
        way = _BEARING.search(gap) if len(gap) < 80 and not re.search(r"[.;]", re.sub(r"\d[.,]\d", "", gap)) else None
        home = framing.owner(subject.start, subject.end)
        if way is None or home is None or not _ASIDE.fullmatch(gap[: way.start()]):
            continue
        arguments = {
            "site": subject.site or subject.id,
            "direction": way["way"].lower(),
            "of": other.site or other.written,
        }
        start = subject.end + way.start()
        yield Draft(home, "derived", Derived("relative_place", arguments), start, other.end, "derived.relative_place")
