"""Whether a name before a verb can be its subject, and does not only say whose deed or thing is spoken of: "Moscow regrets
Iran's launch, urges restraint", "Manila, the North's third-largest trading partner, suspends trade"."""

import re

from reportedly.codebook import NameMatch
from reportedly.patterns import compiled

_WHOSE = ("'s", "’s", "' ", "’ ")
_HEAD_NOUN = compiled(
    r"(?:['’]s?)?((?:\s[\"“‘]?(?!(?:of|on|in|to|by|for|at|from|and|that|which|who|with|over|as)\b)[\w.’'-]+[\"”’]?)*)"
)
_THING = compiled(  # what a state does or has; none of it speaks or acts
    r"[\"“‘]?(?:launch\w*|\w*-?tests?|missiles?|rockets?|satellites?|firings?|provocations?|program(?:me)?s?|salvos?|barrages?|drills?|exercises?|arms|weapons?|actions?|"
    r"behaviou?r|claims?|moves?|decisions?|threats?|attacks?|strikes?|partners?|ally|allies|friends?|foes?|neighbou?rs?|attempts?|violations?|breaches|soil|territory|waters)[\"”’]?",
    re.IGNORECASE,
)


def may_act(text: str, name: NameMatch, verb: int) -> bool:
    """Whether a name before a verb is no owner of a deed or thing; whose ministry, envoy or leader speaks is one who acts."""
    if name.kind != "demonym" and not text.startswith(_WHOSE, name.end):
        return True
    phrase = _HEAD_NOUN.match(text, name.end, verb)
    words = phrase[1].split() if phrase is not None else []
    return not words or _THING.fullmatch(words[-1]) is None
