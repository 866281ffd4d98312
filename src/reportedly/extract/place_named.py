"""Whether a sentence names a place as the scene: as subject, object or complement of words for where it happened.

"The Sunan area was the scene", "it names Tongchang-ri as the place of the test", "its point of departure was Wonsan",
"traced to Sinpo", "the Wonsan launch".
"""

import re

from reportedly.fields.gated import Gated
from reportedly.model.calendar import ANY_MONTH
from reportedly.patterns import compiled

_ACT = r"(?:launch(?:ing|es)?|test(?:ing|s)?|firing|take-?off|lift-?off|blast(?:-?off)?|explosion|detonation|departure|origin|tremor)"
_SCENE = (
    rf"(?:(?:launch(?:ing)?|test(?:ing)?|firing|starting|take-?off|blast)[ -](?:site|point|location|place|pad|ground|area|venue|base|position)|"
    rf"(?:scene|site|place|point|location|venue|origin|source)(?: (?:of|for) (?:the |its |this |that )?(?:[\w’']+ ){{0,2}}?{_ACT})|"
    r"scene|venue|point of origin|origin)"
)
_IS = r"(?:was|were|is|served as|(?:was|is) (?:believed|thought|said|understood|reported|presumed) to (?:be|have been)|being)"
_AGAIN = r"(?:(?:once more|once again|again|also|this time|the|a|its|their|both|apparent(?:ly)?|likely)\s+)*"
_BETWEEN = (
    r"(?:[^.;:!?\n](?!\b(?:was|were|is|said|says)\b)){0,60}?"  # the rest of the subject, without a verb of its own
)
_SPAN = r"(?:[^.;:!?\n]|(?<=\d)[.:](?=\d)|(?<= [ap])\.(?=m\.)|(?<= [ap]\.m)\.)"  # on, over "7:55 a.m."
_LIES = r"(?:in|at|near|around|outside|off|close|to|just|not|far|from|an?|the|area|town|port|city|county|province|coastal|northern|southern|eastern|western|region|village|islands?|archipelago|peninsula|of|or|believed|thought|said|be)"
_SUBJECT = compiled(
    rf"(?:\s+(?:area|region|site|district|county|base|airfield|airport|facility|complex|station))?(?:{_BETWEEN},|(?:\s+(?:in|on|by|outside|near|north|south|east|west)\b{_BETWEEN})?)?\s+{_IS}\s+"
    rf"(?:{_AGAIN}(?:one of the (?:places|sites|{_SCENE}s?)|{_SCENE})\b|where\s+(?:it|they|the|one|both|all|this)\b)(?P<of>[^.;,]*)",
    re.IGNORECASE,
)
_OBJECT = compiled(
    rf"[^.;:!?\n]{{0,70}}?\bas\s+(?:the|its|their|a)\s+(?:likely\s+|probable\s+|apparent\s+)?(?:{_SCENE}|place|site)\b",
    re.IGNORECASE,
)
_NAMES = Gated(
    r"\b(?:with|nam(?:e|es|ed|ing)|identif(?:y|ies|ied|ying)|g(?:ive|ives|ave|iving)|describ\w+|report\w*|cit(?:e|es|ed|ing)|mention\w*|specif\w+|list(?:s|ed)?|"
    r"point(?:s|ed)? to|put(?:s)?|pinpoint\w*|recogni[sz]\w+)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_COMPLEMENT = Gated(
    rf"\b(?:(?:{_SCENE}|launch location|place)(?P<of>{_SPAN}{{0,60}}?)(?:\s*:|,|\s+(?:{_IS}|as))|(?:sites|places|locations|spots){_SPAN}{{0,100}}?:)\s*(?:{_LIES}\s+)*[\"“‘']?$",
    re.IGNORECASE,
)
_IT_IS = Gated(  # right before any name: "one launch site being", "the launch point was"
    rf"\b(?:{_SCENE}|launch location)(?: of (?:the |its |this )?[\w’']+(?: [\w’']+)?)?\s+{_IS}\s+(?:{_LIES}\s+)*[\"“‘']?$",
    re.IGNORECASE,
)
_TRACED = compiled(
    r"\b(?:trac(?:e|es|ed|ing)|track(?:s|ed)?|pin(?:s|ned)|geo-?locat\w+|pinpointed|link(?:s|ed)?|attribut\w+)\s+(?:(?:it|them|the|its|their|both|all|an?|[a-z]+)\s+){0,6}(?:back\s+)?(?:down\s+)?(?:to|on)\s+"
    r"(?:(?:an?|the|area|areas|town|city|near|around|of|in|region)\s+)*$",
    re.IGNORECASE,
)
_COMPOUND = compiled(
    rf"\s+(?:missile\s+|rocket\s+|nuclear\s+|satellite\s+|engine\s+)?{_ACT}\b"
    r"(?!\s+(?:complex|sites?|grounds?|stations?|facilit\w+|cent(?:re|er)s?|bases?|ranges?|pads?|areas?)\b)",
    re.IGNORECASE,
)
_ENDS = compiled(
    r"\b(?:aimed|head\w*|bound|fell|land\w*|hit|struck|came down|crashed|target\w*|to hit|arriv\w*|splash\w*)\b",
    re.IGNORECASE,
)
_OTHER = compiled(
    r"\b(?:last|earlier|previous(?:ly)?|similar|another|former|past|next|planned|19\d\d|20\d\d|"
    rf"(?:in|since|on) (?:{ANY_MONTH}))\b",
    re.IGNORECASE,
)


def is_the_scene(text: str, low: int, start: int, end: int, high: int) -> bool:
    """Whether the sentence text[low:high] names text[start:end] as the scene of what happened, and of no earlier or
    other one."""
    head = text[max(low, start - 110) : start]
    subject = _SUBJECT.match(text, end, high)
    if subject is not None:
        governs = _governed(head) is not None and _GROUND_AT_HEAD.fullmatch(text, low, start) is None
        return not governs and _OTHER.search(subject["of"]) is None and _ENDS.search(subject["of"]) is None
    if _NAMES.search(head) is not None and _OBJECT.match(text, end, high) is not None:
        return True
    complement = _COMPLEMENT.search(head)
    if complement is not None:
        return _OTHER.search(complement.group()) is None
    if _TRACED.search(head) is not None:
        return True
    return _COMPOUND.match(text, end, high) is not None


def is_given(head: str) -> bool:
    """Whether the words before any name say that it is the scene: "the launch site was"."""
    given = _IT_IS.search(head)
    return given is not None and _OTHER.search(given.group()) is None


_PREPOSITION = compiled(
    r"\b(?:in|at|near|from|of|off|to|by|on|around|outside|with|for)\s+(?:the\s+)?(?:[A-Z][\w’'-]*\s+)?$"
)

_GROUND_AT_HEAD = compiled(  # "A range in the northern province of": the subject is the ground that lies there
    r"(?:an?|the|its|one|another)\s+(?:[\w’'-]+\s+){0,3}?(?:ranges?|bases?|grounds?|sites?|areas?|fields?|airfields?|airports?|stations?|towns?|ports?|islands?|"
    r"plants?|spots?|places?|stretch|waters|clearing|beach|lakes?|reservoirs?)\s+"
    r"(?:(?:in|at|near|on|off|of|outside|close|to|by|inside|the|a|an|its|(?:north|south|east|west|central|coast)[\w-]*|province|county|city|town|port|capital)\s+){1,7}",
    re.IGNORECASE,
)


def _governed(head: str) -> re.Match[str] | None:
    """The preposition a name stands behind, so that it is no subject itself."""
    return _PREPOSITION.search(head)
