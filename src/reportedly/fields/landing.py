"""Where it came down: names of seas and regions, and on which side of an exclusive economic zone."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from reportedly.fields.gated import Gated
from reportedly.frozen import dataclass
from reportedly.model import Landing
from reportedly.patterns import compiled


class Named(Protocol):
    """A name found in the same text: a sea, a site, an area."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def id(self) -> str: ...


_VERB = Gated(
    r"\b(?:(?P<fall>fell|fall(?:en|ing|s)?|land(?:ed|ing|s)?|splash(?:ed|ing|es)?(?: ?down)?|splashdown|c(?:a"
    r"|o)m(?:e|ing|es)"
    r" down|dropp(?:ed|ing)|plung(?:ed|ing|es)|plummet\w*|crash(?:ed|ing|es)|hit(?:s|ting)?|struck|impact(?:ed"
    r"|ing)|ended up"
    r"|touch(?:ed|ing) down|rain(?:ed|ing|s) down|c(?:a|o)m(?:e|es|ing) to (?:earth|ground|rest)|(?:points?|place) of impact|impact points?)"
    r"|(?P<end>end(?:ed|ing|s)?(?: (?:up|(?:its|their) (?:flight|journey)))?|finish(?:ed|ing|es)|arriv(?:ed|ing|es)|reach(?:ed|ing|es)|impact)"
    r"|(?P<launch>(?:test[- ])?(?:fir(?:ed|ing|es)|launch(?:ed|ing|es)?)|fl(?:ew|own|ying|ies)|travel(?:l?ed"
    r"|l?ing)|sent|lobbed"
    r"|shot|barrage|artillery|missiles?|projectiles?|rockets?|went|headed|heading|kilomet(?:er|re)s|km|miles"
    r"|\)))(?!\w)",
    re.IGNORECASE,
)
_PREPOSITION = Gated(
    r"(?<!\w)(?P<prep>inside|into|in|within|outside|off|near|onto|on|at|by|between|towards?|over|short of|close to"
    r"|south of|north of"
    r"|east of|west of|to (?=waters|the waters|an area))\b",
    re.IGNORECASE,
)
_DISTANCE_FIRST = Gated(
    r"(?:(?:just|only|about|some|around|approximately|roughly|less than|more than|an"
    r" estimated)\s)*\d[\d,.]*\s?(?:km|kilomet\w+|miles?)"
    r"(?:\s\([^)]*\))?\s(?:to the\s)?(?:(?:north|south|east|west)[\w-]*\s)?(?:of|off|from)\b",
    re.IGNORECASE,
)
_STOP = compiled(
    r"[.;:()\n\"“”]|\.\s|\s(?:after|before|at\s(?:(?:around|about|approximately)\s)?\d|on\s(?:mon|tues?|wednes"
    r"|thurs|fri|satur|sun)day"
    r"|on\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d)\w*|with|and(?!\s(?:outside|inside|within|off"
    r"|near|the\s(?:east|yellow"
    r"|south|north)|pacific|japan\b|the pacific))|said|says|saying|when|while|but|as|from(?!\sits)|for|without"
    r"|during|having|according"
    r"|accurately|which|that|where|who|early|late|this|last|yesterday|today|was|were|is|has|had|came|sent|citing"
    r"|successfully|shortly|again|since|by(?!\sthe\s\w+\satoll))\b|,(?!\d|\s(?:the\s(?:east|yellow|south"
    r"|north)\s(?:china\s)?sea|hokkaido|outside|inside|within|and\soutside|near))",
    re.IGNORECASE,
)
_SEA_WORD = compiled(
    r"\b(?:seas?|oceans?|waters|coasts?|pacific|zones?|eez|islands?|atoll|range|gulf|bay|strait|peninsula"
    r"|atlantic|mainland)\b",
    re.IGNORECASE,
)
_TIME_PHRASE = compiled(
    r"(?:in|on|at|by|within|over)\s(?:(?:the|a|about|around|approximately|early|late|some|just|under|its"
    r"|their)\s)*(?:\d|january|february"
    r"|march|april|may|june|july|august|september|october|november|december|mon|tues|wednes|thurs|fri|satur|sun"
    r"|morning|afternoon"
    r"|evening|night|response|violation|defiance|what|which|test|launch|drill|year|week|month|first|time|once"
    r"|least|people|target|range|a set\sof|earth"
    r"|anger|protest|exercise|row)",
    re.IGNORECASE,
)
_EEZ = Gated(
    r"\b(?P<side>outside(?: of)?|inside|within|in|into|entered|entering|reach(?:ed|ing)?|short of|beyond|near"
    r"|close to)\s"
    r"(?:the\s)?(?P<owner>Japan(?:['’]s|ese)?(?: territory or)?|its|the country['’]s|Tokyo['’]s)?\s?(?:claimed )?"
    r"(?:exclusive(?: economic)? zone|EEZ)(?:\s\(EEZ\))?(?P<of>\sof Japan)?",
    re.IGNORECASE,
)
_ISLANDS = r"(?:Hokkaido|Honshu|Tohoku|Aomori|Okinawa)"
_OVER = Gated(  # over the islands, not over the sea beside them
    r"\b(?:(?:fl(?:ew|own|ying|y|ies)|pass(?:ed|es|ing)?|soar(?:ed|ing)|travell?(?:ed|ing)|sail(?:ed|ing)|arc(?:ed|ing)|streak(?:ed|ing)"
    r"|hurtl(?:ed|ing)|cross(?:ed|ing|es)?|went|gone|flight|overflight|passage|trajectory|path"
    r"|(?:sen[dt]s?|shot|shoots|fir(?:ed|es)|launch(?:ed|es)|lob(?:bed|s))(?:\s(?!over\b)[\w-]+){0,5}?\s(?:missiles?|rockets?|projectiles?|[A-Z]{2}BM|one|it))"
    r"(?:\s(?:directly|right|high|clean))?\s(?:over|above|across|of)|cross(?:ed|es|ing)?|overfl(?:ew|own|ying|y|ies))\s(?:the\s)?"
    r"(?:(?:north|south|east|west)[a-z-]*\s|main(?:land)?\s|parts\sof\s)*"
    rf"(?:Japan['’]s\s(?:[\w-]+\s){{0,3}}(?:of\s)?(?:{_ISLANDS}|airspace|territory|mainland|islands)"
    rf"|Japan(?:ese\s(?:archipelago|islands|territory|mainland|airspace|soil))?|{_ISLANDS}|(?P<country>country))\b(?!['’])",
    re.IGNORECASE,
)
_OF_JAPAN = compiled(
    r"\b(?:Japan|Tokyo)\b(?:(?!\b(?:North|South) Korea\b|\b(?:Seoul|Pyongyang|China|Russia|Taiwan|Washington|Guam)\b)[^.;\n])*$"
)
_NOT_FLOWN = compiled(r"\b(?:no|not|none|never|neither|nor|without|n[’']t)\b[^.;,]{0,40}$", re.IGNORECASE)
_ONLY_ABLE = compiled(
    r"\b(?:can|could|would|might|should|able|capable|if|to|will|until|before|unless)\s(?:(?!have\b|be(?:en)?\b)[\w-]+\s){0,4}(?:have\s(?=\w+\sto\s))?$",
    re.IGNORECASE,
)
_BELIEVED_TO = compiled(
    r"\b(?:believed|thought|appears?|appeared|seems?|seemed|presumed|said|reported|known|confirmed|estimated|assessed)\sto\s(?:have\s)?(?:\w+\s)?$",
    re.IGNORECASE,
)
_NEGATED = compiled(r"\b(?:no|not|none|nothing|never|neither|without|n[’']t)\b[^.;]{0,60}$", re.IGNORECASE)
_NOT = compiled(r"(?:\bnot|\bnever|n[’']t)\s$", re.IGNORECASE)
_OUTSIDE = ("outside", "outside of", "short of", "beyond")
_REACH = 110
_INTO = frozenset({"into", "onto", "inside", "over", "short of", "between", "outside", "to"})  # behind what launches
_FLIES = compiled(r"fl\w+|travel\w+|went|head\w+|k\w+|miles|\)", re.IGNORECASE)
_WATER = compiled(r"\b(?:seas?|oceans?|waters|pacific|atlantic|atoll|range|eez|zone)\b", re.IGNORECASE)
_STARTS_THERE = compiled(
    r"\b(?:from|out of|leaving|left)\s(?:(?:a|an|the|its|area|areas|site|somewhere|somewhere|just)\s)*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class EezExpression:
    """Where it went by Japan: outside_japan, inside_japan (its exclusive economic zone) or overflew_japan; `denied` where
    the text says that it did not."""

    start: int
    end: int
    written: str
    code: str
    denied: bool = False


@dataclass(frozen=True, slots=True)
class LandingExpression:
    """Where something came down; `role` is into (came down there), towards (sent there) or over (crossed it)."""

    start: int
    end: int
    written: str
    value: Landing
    role: str
    eez: str | None = None


def find(text: str, names: Sequence[Named] = ()) -> tuple[LandingExpression, ...]:
    """Every place that something came down in or was sent towards, in order, none overlapping; the names in order, too."""
    zones = tuple(_zones(text))
    found: list[LandingExpression] = []
    floor = 0
    for verb in _VERB.finditer(text):
        if verb.start() < floor:
            continue
        expression = _behind(text, verb, names, zones)
        if expression is not None:
            found.append(expression)
            floor = expression.end
    return tuple(found)


def find_eez(text: str) -> tuple[EezExpression, ...]:
    """Every statement of the text on Japan's exclusive economic zone that takes a side, and on flights over Japan."""
    return tuple(sorted((*_zones(text), *_flights_over(text)), key=lambda found: found.start))


def _flights_over(text: str) -> Iterator[EezExpression]:
    for match in _OVER.finditer(text):
        before = text[max(0, match.start() - 70) : match.start()]
        if match["country"] and _OF_JAPAN.search(text[: match.start()]) is None:
            continue
        if _ONLY_ABLE.search(before) and not _BELIEVED_TO.search(before):
            continue
        denied = _NOT_FLOWN.search(before) is not None
        yield EezExpression(match.start(), match.end(), match.group(), "overflew_japan", denied)


def _zones(text: str) -> Iterator[EezExpression]:
    for match in _EEZ.finditer(text):
        side = match["side"].lower()
        if side in ("near", "close to") or not (match["owner"] or match["of"]):
            continue
        negated = _NEGATED.search(text, max(0, match.start() - 70), match.start()) is not None
        outside = (side in _OUTSIDE) != (negated and side not in _OUTSIDE)
        code = "outside_japan" if outside else "inside_japan"
        yield EezExpression(match.start(), match.end(), match.group(), code)


def _behind(
    text: str, verb: re.Match[str], names: Sequence[Named], zones: Sequence[EezExpression]
) -> LandingExpression | None:
    """The place named behind this verb, None where none is."""
    fall, ended = verb["fall"] is not None, verb["end"] is not None
    if (fall or ended) and (
        _MODAL.search(text, max(0, verb.start() - 14), verb.start()) or _NOT.search(text[: verb.start()][-12:])
    ):
        return None  # where it may come down, or did not, is not where it came down
    start = _place_start(
        text, verb.end(), verb.end() + (60 if fall else 34), direct=(verb["fall"] or verb["end"] or "")[:3] in _DIRECT
    )
    if start is None:
        return None
    first = _PREPOSITION.match(text, start)
    stop = _STOP.search(text, first.end() if first else start + 1, min(len(text), start + _REACH))
    end = stop.start() if stop else min(len(text), start + _REACH)
    phrase = text[start:end].rstrip(" ,")
    end = start + len(phrase)
    until = bisect_left(names, end, key=lambda n: n.start)
    inside = [n for n in names[bisect_right(names, start, key=lambda n: n.end) : until] if n.kind in ("sea", "site")]
    if _TIME_PHRASE.match(phrase) or not (fall or inside or _SEA_WORD.search(phrase)):
        return None
    if ended and not (any(n.kind == "sea" for n in inside) or _WATER.search(phrase)):
        return None  # talks end, and people arrive, in towns
    if not (inside or _SEA_WORD.search(phrase) or _PLACE_WORD.search(phrase)):
        return None
    word = first["prep"].lower() if first else "in"
    role = "towards" if word.startswith("toward") else "over" if word == "over" else "into"
    fired = not (fall or ended or _FLIES.fullmatch(verb["launch"]))
    if fired and first and role == "into" and word not in _INTO and not _by_the_coast(inside, phrase, word):
        return None  # "fired off Sinpo", "launched in the White Sea": where it started
    if not (fall or ended) and word in ("on", "at", "by", "within", "near") and not (inside and word in ("near", "by")):
        return None
    if word == "by" and not _WATER.search(phrase):
        return None
    if (
        verb["launch"]
        and first
        and word == "in"
        and not (_WATER.search(phrase) or any(n.kind == "sea" for n in inside))
    ):
        return None  # "flew an Arrow 3 in Alaska"
    areas = tuple(dict.fromkeys(n.id for n in inside))
    eez = next((z.code for z in zones if z.start < end + 2 and start < z.end), None)
    if ended and eez is not None and not inside:
        return None  # "none of them reached Japan's zone"
    return LandingExpression(start, end, phrase, Landing(areas, phrase), role, eez)


def _by_the_coast(inside: Sequence[Named], phrase: str, word: str) -> bool:
    """Whether a place behind what launches is a coast or zone, off which things are sent: "fired off its east coast"."""
    if word in ("on", "at", "by", "within"):
        return False
    if word == "in":
        return _AT_SEA.match(phrase) is not None
    return all(n.kind == "sea" for n in inside) and (bool(inside) or _COAST.search(phrase) is not None)


_AT_SEA = compiled(r"in the direction of\b", re.IGNORECASE)
_COAST = compiled(r"\bcoasts?\b", re.IGNORECASE)
_DIRECT = ("hit", "str", "rea")
_OBJECT = compiled(r"\s(?=(?:the\s)?(?:[A-Z][a-z]|sea\b|ocean\b|water))")
_CLAUSE_END = compiled(r"[.;\n]")
_PLACE_WORD = compiled(r"\b[A-Z]|\bland\b|\binland\b")
_MODAL = compiled(r"\b(?:can|could|would|might|may|to|able|will)\s(?:(?!have)\w+\s)?$")


def _place_start(text: str, position: int, limit: int, *, direct: bool) -> int | None:
    """Where the words of place begin behind a verb; they end with the clause."""
    cut = _CLAUSE_END.search(text, position, limit)
    clause_end = cut.start() if cut else min(limit, len(text))
    measured = _DISTANCE_FIRST.search(text, position, min(len(text), clause_end + 40))
    place = _PREPOSITION.search(text, position, clause_end)
    if measured and measured.start() < clause_end and (place is None or measured.start() < place.start()):
        return measured.start()
    if direct:
        named = _OBJECT.match(text, position)
        if named:
            return named.end()
    while place is not None and (
        _TIME_PHRASE.match(text, place.start()) or _STARTS_THERE.search(text, position, place.start())
    ):
        place = _PREPOSITION.search(text, place.end(), clause_end)
    return place.start() if place else None


def to_json(value: Landing) -> dict[str, object]:
    """The contract's shape."""
    return {"areas": list(value.areas), "written": value.written}


def from_json(obj: Mapping[str, object]) -> Landing:
    """The value of which `to_json` made this."""
    areas = obj.get("areas")
    return Landing(tuple(str(a) for a in areas) if isinstance(areas, Iterable) else (), str(obj["written"]))


def fold(values: Sequence[Landing]) -> Landing | None:
    """All areas named, with the words that name most of them; longest words where nobody names an area."""
    if not values:
        return None
    areas = tuple(sorted({area for v in values for area in v.areas}))
    best = min(values, key=lambda v: (-len(v.areas), -len(v.written), v.written))
    return Landing(areas, best.written)


def agree(a: Landing, b: Landing) -> bool:
    """Whether the two share an area; words alone agree where they are the same."""
    if a.areas and b.areas:
        return not set(a.areas).isdisjoint(b.areas)
    return a.written.lower() == b.written.lower() or not (a.areas and b.areas)


def show(value: Landing) -> str:
    """As the report writes it."""
    return value.written
