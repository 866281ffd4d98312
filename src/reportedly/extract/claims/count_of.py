"""What a number is of, by the words around it alone: all that flew, what somebody should not fire, things of another kind."""

import re

from reportedly.fields.count import CountExpression
from reportedly.patterns import compiled

_IN_ALL = compiled(r"\s(?:in all|in total|altogether|all told)\b", re.IGNORECASE)
_URGED = compiled(  # "stop testing missiles": none told
    r"\b(?:stop\w*|end|halt|cease|quit|instead of|rather than|refrain\w* from|without|(?:ban|moratorium|freeze) on)\s(?:[\w-]+\s){0,2}?(?:test|fir|launch)[\w-]*ing\s(?:[\w-]+\s){0,3}$",
    re.IGNORECASE,
)
_OTHERS_COUNTED = compiled(  # what an elliptic number may be of instead: "it sent balloons; over 250 were counted"
    r"\b(?:balloons|drones|planes|jets|aircraft|warships|ships|vessels|passengers|people|civilians|soldiers|sailors|dead|killed|wounded|injured|casualties|victims|deaths|houses|buildings|pieces|fragments|stages|tremors|members|states|countries|interceptors)\b(?![^.]*\b(?:missiles|projectiles|rockets|shells|launches)\b)[^.]*(?:\.\s[^.]*)?$",
    re.IGNORECASE,
)


def is_total(text: str, found: CountExpression) -> bool:
    """Whether a count is said to be of all: "about 170 in all"."""
    return _IN_ALL.match(text, found.end) is not None


def only_urged(text: str, low: int, start: int) -> bool:
    """Whether what stands at `start` is only what somebody should not fire, in a sentence that begins at `low`."""
    return _URGED.search(text, low, start) is not None


def of_others(text: str, low: int, found: CountExpression) -> bool:
    """Whether a number without a noun is of other things that its sentence, which begins at `low`, names before it."""
    return _OTHERS_COUNTED.search(text, low, found.start) is not None
