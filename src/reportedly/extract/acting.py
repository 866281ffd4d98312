"""Whether a name before a verb can be its subject, and does not only say whose deed or thing is spoken of: "Moscow regrets
Iran's launch, urges restraint", "Manila, the North's third-largest trading partner, suspends trade"."""

from reportedly.codebook import NameMatch
from reportedly.extract.word_forms import word_lists
from reportedly.patterns import compiled

_WHOSE = ("'s", "’s", "' ", "’ ")
_HEAD_NOUN = compiled(
    r"(?:['’]s?)?((?:\s[\"“‘]?(?!(?:of|on|in|to|by|for|at|from|and|that|which|who|with|over|as)\b)[\w.’'-]+[\"”’]?)*)"
)


def may_act(text: str, name: NameMatch, verb: int) -> bool:
    """Whether a name before a verb is no owner of a deed or thing; whose ministry, envoy or leader speaks is one who acts."""
    if name.kind != "demonym" and not text.startswith(_WHOSE, name.end):
        return True
    phrase = _HEAD_NOUN.match(text, name.end, verb)
    words = phrase[1].split() if phrase is not None else []
    return not words or words[-1].strip('"“‘”’').lower() not in word_lists()["of_states"]
