"""What a number is of, by the words around it alone: all that flew, what somebody should not fire, things of another kind."""

import re

from reportedly.fields.count import CountExpression
from reportedly.patterns import compiled

_IN_ALL = compiled(r"\s(?:in all|in total|altogether|all told)\b", re.IGNORECASE)
_ALL_OF = compiled(r"\b(?:a total of|(?:that|which|this|it) (?:made|makes)(?: \w+)?)\s$", re.IGNORECASE)
_URGED = compiled(  # "stop testing missiles": none told
    r"\b(?:stop\w*|end|halt|cease|quit|instead of|rather than|refrain\w* from|without|(?:ban|moratorium|freeze) on)\s(?:[\w-]+\s){0,2}?(?:test|fir|launch)[\w-]*ing\s(?:[\w-]+\s){0,3}$",
    re.IGNORECASE,
)
_OTHERS_COUNTED = compiled(  # what an elliptic number may be of instead: "it sent balloons; over 250 were counted"
    r"\b(?:balloons|drones|planes|jets|aircraft|warships|ships|vessels|passengers|people|civilians|soldiers|sailors|dead|killed|wounded|injured|casualties|victims|deaths|houses|buildings|pieces|fragments|stages|tremors|members|states|countries|interceptors)\b(?![^.]*\b(?:missiles|projectiles|rockets|shells|launches)\b)[^.]*(?:\.\s[^.]*)?$",
    re.IGNORECASE,
)
_STOPS = compiled(  # "two missiles launched from a Patriot battery shot down the Scud"
    r"[^.;,]{0,70}?(?<!were)(?<!was)(?<!been)(?<!being)\s(?:(?:shot|brought|took) (?:it )?down|intercepted|downed|knocked (?:it )?out|destroyed|hit)\s(?:it|the|an?|two|three|both|all)\b(?=[^.;]{0,40}\b(?:missiles?|rockets?|drones?|target|Scud|warhead|projectiles?)\b)",
    re.IGNORECASE,
)
_BATTERY = compiled(
    r"[^.;,]{0,40}\b(?:Patriot|THAAD|Iron Dome|air[- ]defen[cs]e|missile[- ]defen[cs]e|interceptor|S-[34]00)\b",
    re.IGNORECASE,
)
_INTERCEPTORS = compiled(r"\binterceptors?\b", re.IGNORECASE)


def is_total(text: str, found: CountExpression) -> bool:
    """Whether a count is said to be of all: "about 170 in all", "that made 170"."""
    before = _ALL_OF.search(text, max(0, found.start - 30), found.start)
    return before is not None or _IN_ALL.match(text, found.end) is not None


def only_urged(text: str, low: int, start: int) -> bool:
    """Whether what stands at `start` is only what somebody should not fire, in a sentence that begins at `low`."""
    return _URGED.search(text, low, start) is not None


def of_interceptors(text: str, found: CountExpression) -> bool:
    """Whether those are counted that were fired at what flew."""
    if _INTERCEPTORS.search(found.written) is not None:
        return True
    return _STOPS.match(text, found.end) is not None and _BATTERY.match(text, found.end) is not None


def of_others(text: str, low: int, found: CountExpression) -> bool:
    """Whether a number without a noun is of other things that its sentence, which begins at `low`, names before it."""
    return _OTHERS_COUNTED.search(text, low, found.start) is not None
