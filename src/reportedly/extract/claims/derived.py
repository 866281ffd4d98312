"""Claims that follow from others and can be checked: ranks, firsts, gaps, pairs of units and clocks, places by places."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from reportedly.extract.claims.anchored import anchor
from reportedly.extract.claims.draft import Draft
from reportedly.extract.claims.named_day import named_days
from reportedly.extract.framing import Framing
from reportedly.fields import clock
from reportedly.fields.derived import find
from reportedly.fields.quantity import QuantityExpression
from reportedly.fields.quantity_pairs import conversion
from reportedly.fields.quantity_units import unit_of
from reportedly.model import Derived
from reportedly.patterns import compiled

_BEARING = compiled(
    r"\b(?:located |lying |which lies |situated |just |about |some |around )*(?:\d[\d,.]* (?:km|kilomet(?:er|re)s|miles)(?: \([^)]*\))? )?"
    r"(?:to the )?(?P<way>(?:north|south)(?:-?(?:east|west))?|east|west)(?:ern)? of (?:the )?(?:[A-Z][\w-]+ )?(?:[A-Z][\w-]+ )?(?:capital(?: city)?,? (?:of )?)?$",
    re.IGNORECASE,
)
_ASIDE = compiled(  # "the Sukchon area, which is ...", "Wonsan, a port city on the coast ..."
    r"[\s,(–—-]*(?:(?:an? |the )?(?:[\w-]+ ){0,3}(?:area|region|city|county|town|district|village|port|airport|airfield|base|site|suburb|"
    r"hub|resort|complex|facility|island|peninsula|province|lake|reservoir|shipyard|cosmodrome|centre|center|place|point)\b[\s,(]*)?"
    r"(?:(?:which|that) (?:is|lies|stands|sits) |is |lies |lying |located |situated )?(?:on the (?:\w+ )?(?:coast|border|shore),? )?",
    re.IGNORECASE,
)
_NUMBER = compiled(r"\d|\b(?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half)\b", re.IGNORECASE)


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
        home = anchor(framing, found)
        if home is None:
            continue
        value = Derived(found.kind, found.arguments)
        yield Draft(home, "derived", value, found.start, found.end, f"derived.{found.kind}")


def _unit_pairs(framing: Framing) -> Iterator[Draft]:
    text = framing.facts.report.text
    for found in framing.facts.quantities:
        owner = framing.owner(found.start, found.end)
        home = framing.main if owner is None else owner
        again = conversion(text, found.end, unit_of(found.unit_written)) if found.pair else None
        if again is None or home is None:
            continue
        start, value = _number_start(text, found), found.value
        ends = [end for end in (value.minimum, value.maximum) if end is not None]
        ranges = again.upper is not None and len(set(ends)) > 1
        arguments: dict[str, object] = {
            "value": ends[0] if ranges else ends[-1], "unit": value.unit, "pair": again.amount, "pair_unit": again.unit,
        }  # fmt: skip
        if again.upper is not None and not ranges:  # "420 km and 270 km (260 and 167 miles)"
            arguments["pair"] = again.upper
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
