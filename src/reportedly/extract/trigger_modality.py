"""Whether the words before a verb say that it happened, may have, did not, or is to come."""

import re

from reportedly.extract.inflection import Form
from reportedly.extract.trigger import Modality
from reportedly.fields.gated import Gated
from reportedly.patterns import compiled

_MAY = {"may", "might", "could"}
_MONTH_OF_MAY = compiled(r"\w\W+May\b(?! (?:[Hh]ave|[Bb]e|[Nn]ot)\b)[^.]{0,40}$")  # "the North in May launched"
_MODAL = {"will", "would", "to", "can", "should", "must", "shall", "may", "might", "could"}
_FUTURE = _MODAL | {"cannot", "won't", "let"}
_DONE = compiled(  # what somebody tried, managed or failed to do was done, well or badly
    r"\b(?:tri(?:ed|es)|attempt(?:ed|s)?|effort|managed|fail(?:ed|s|ure)|went on|proceeded|(?<!not )dared|(?:saw|seen|thought) fit|took (?:it in )?turns?|was (?:quick|able)|were able|(?:us(?:ed|es|ing)|chose|chosen|pick(?:ed|s)|t(?:ook|akes)|seiz(?:ed|es)|exploit(?:ed|s))\s+[^,.;]{0,40}?\b(?:day|date|occasion|moment|opportunity|chance|anniversary|eve|hours?|night|morning|evening|weekend|visit|holiday|summit|absence)\b[^,.;]{0,30}|condemn\w*[^.;]{0,120}\b(?:decision|choice|move)|(?:bec[ao]me|was|is|were|are)\s+[^,.;]{0,50}\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|latest|last|only)\b[^,.;]{0,40})\s+to\s+(?:\w+ly\s+)?$"
    r"|\b(?:watch(?:ed|es|ing)|saw|seen|observ(?:ed|es|ing)|witness(?:ed|es|ing))\s+(?:(?!to\b|if\b|as\b)[\w’'-]+\s+){1,4}$",  # "watched a crew fire"
    re.IGNORECASE,
)
_SAID_TO = compiled(  # who is said, believed or seen to do it did it as far as anybody knows: "is said to fire", "appears to test"
    r"\b(?:said|reported|believed|thought|understood|suspected|presumed|alleged|rumou?red|appears?|appeared|seems?|seemed|claims?|claimed|manages?)"
    r"\s+to\s+(?:be\s+)?(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_ABOUT_TO = compiled(  # "ordered the army to start testing", "will resume launching"
    r"\b(?:to|will|would|could|may|might|should|must|shall)\s+(?:\w+ly\s+)?(?:start|begin|resume|restart|continue|keep)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
MIGHT_BY = Gated(  # "might mark the day by testing", "or by launching"
    r"\b(?:would|could|(?-i:may)|might|should|will|threat\w+ to|vow\w+ to|fear\w+ (?:that|it))\s[^.;]{1,200}?\bby\s(?:\w+ly\s)?$",
    re.IGNORECASE,
)
_WAS_TO = Gated(
    r"\b(?:was|were|had been|due|scheduled|supposed|meant|slated|set) to have (?:been )?(?:\w+ly )?$", re.IGNORECASE
)
_EVER = Gated(r"\b(?:has|have|had)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_OVER_YEARS = compiled(  # a total over years or months tells no one incident
    r"[^.;]{0,20}\b(?:\d{1,3}|dozens|scores|hundreds|more than|numerous|many|at least)\b[^.;]{0,70}?\b(?:since\s+(?:the\s+\w+\s+of\s+)?(?:19|20)\d\d"
    r"|since\s+(?:taking|coming to)\s+(?:power|office)|(?:over|in|during|within)\s+the\s+(?:past|last)\s+(?:\w+\s+)?(?:years?|decades?|months)"
    r"|so\s+far\s+this\s+year|over\s+the\s+years|to\s+date)\b"
    r"|\s+(?:\w+\s+){0,3}(?:dozens|scores|hundreds)\s+of\s+[^,.;]{0,40}\w[.;]?$",  # "has tested dozens of missiles"
    re.IGNORECASE,
)
_OF_LATE = compiled(
    r"[^.;]{0,70}\b(?:in recent|over the (?:past|last|course of)|for|through the|in the last) (?:\w+ )?(?:years|decades)\b",
    re.IGNORECASE,
)
_BETWEEN = compiled(r"\w+ly|not|also|soon|again|then|never|even|be|have|simply")
_NEGATION = Gated(
    r"(?:\b(?:not|never|no|denied|denies|deny|denying|rather than|instead of)|n['’]t)\s+(?:\w+\s+){0,2}$|\bwithout\s+(?:an?\s+|any\s+)?$|"
    r"(?:\b(?:not|never)|n['’]t)\s+(?:be\s+|been\s+)?(?:caused|triggered|set off|induced|produced|brought on|due|the result|the work)\s+(?:by|to|of)\s+(?:an?\s+|any\s+)?$|"
    r"\b(?:den(?:ied|ies|y|ying|ial)|dismiss\w*|reject\w*|refut\w*)\s+(?:[\w’'-]+\s+){0,3}that\s+(?:[\w’'-]+\s+){0,5}$|"
    r"\b(?:nearly|almost|narrowly avoided|came close to|stopped short of)\s+(?:\w+\s+)?$|"
    r"\b(?:no|without|lacks?|little)\s+(?:\w+\s+)?(?:evidence|signs?|indications?|proof|confirmation)\b[^.;]{0,60}$|"
    r"\b(?:false|mistaken|erroneous|bogus|fake)(?:ly)?\b[^.;]{0,50}\b(?:alert|warning|report|alarm|message|news|claim|rumou?r)\w*\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_IF = compiled(
    r"\b(?:if|whether|unless|once(?! (?:again|more)\b)|until|whenever|should|suppose|(?:every|each|any) time|premise|assumption|scenario|hypothetical|pretend\w*|"
    r"imagin\w+|in the event|in case|(?:war ?game|simulation|novel|film|drama) in which)\b[^;.]{0,70}$",
    re.IGNORECASE,
)
_CLAIM_THAT = Gated(  # "reports that it tested a missile are untrue": what is said of a claim is said behind it
    r"\b(?:reports?|claims?|allegations?|accusations?|rumou?rs?|suggestions?|assertions?)\s+that\s+(?:[\w’'-]+\s+){0,6}$",
    re.IGNORECASE,
)
_IS_UNTRUE = compiled(
    r"[^.;]{0,90}?\b(?:is|are|was|were|as)\s+(?:\w+ly\s+|all\s+)?(?:untrue|false|not true|baseless|unfounded|groundless|incorrect|inaccurate|fabricat\w+|"
    r"wrong|invented|nonsense|fake|without (?:any )?(?:foundation|basis|merit))\b",
    re.IGNORECASE,
)
UNDOES = compiled(  # "made the army put off its first test": what the verb before it leads to
    r"\b(?:put(?:s|ting)? (?:off|back)|postpon\w*|delay(?:s|ed|ing)?|call(?:s|ed|ing)? off|cancel\w*|scrub\w*|scrap(?:s|ped|ping)?|abandon\w*|shelv\w*|defer(?:s|red|ring)?|hold(?:s|ing)? (?:back|off)|held (?:back|off))\b",
    re.IGNORECASE,
)
_STILL_TO_BE_DONE = compiled(
    rf"(?:{UNDOES.pattern}|\b(?:a?waits?|waiting)(?: for)?\b)(?:\s+[\w’'-]+){{0,5}}\s*[\"“‘]?$", re.IGNORECASE
)
_NO_DEED = {"for", "from", "without", "against", "consider", "considering", "stop", "keep", "practise", "practised", "practiced",
            "like", "practising", "practicing", "rehearsed", "rehearsing", "simulated", "simulating", "avoid", "ban"}  # fmt: skip


def denied(head: str) -> bool:
    """Whether the words before a telling say that it did not happen."""
    return _NEGATION.search(head) is not None


def verb_modality(head: str, before: list[str], form: Form | None, *, in_title: bool, tail: str = "") -> Modality:
    """How a verb is told: `head` is the sentence before it, `before` its last five words in lower case, `tail` what
    follows it."""
    if form is not Form.GERUND and _IF.search(head):
        return Modality.GENERAL
    if denied(head) or (_CLAIM_THAT.search(head) is not None and _IS_UNTRUE.match(tail) is not None):
        return Modality.DENIED
    if in_title and form is Form.PAST and _STILL_TO_BE_DONE.search(head):
        return Modality.PLANNED  # "puts off Minuteman shot"
    near = [word for word in before[-4:] if word != "may" or not _MONTH_OF_MAY.search(head)]
    if form is not Form.GERUND and "to" in near and _SAID_TO.search(head):
        return Modality.HAPPENED
    if form is Form.PAST and _WAS_TO.search(head):
        return Modality.PLANNED
    if form is Form.PAST and near[-1:] != ["to"]:
        ever = _EVER.search(head) is not None and (_OVER_YEARS.match(tail) or _OF_LATE.match(tail)) is not None
        return Modality.GENERAL if ever else _past(near)
    if form is Form.GERUND:
        return Modality.PLANNED if _ABOUT_TO.search(head) or MIGHT_BY.search(head) else _gerund(near)
    if _DONE.search(head):
        return Modality.HAPPENED
    if near and near[-1] in _FUTURE:
        return Modality.PLANNED
    if len(near) > 1 and near[-2] in _FUTURE and _BETWEEN.fullmatch(near[-1]):
        return Modality.PLANNED
    if form is Form.PRESENT or (in_title and near):  # headlines: "Guards fire two missiles"
        return Modality.HAPPENED
    return Modality.GENERAL


def _past(near: list[str]) -> Modality:
    if near and near[-1] in _MODAL and near[-1] != "to":
        return Modality.GENERAL  # "missiles that can hit": a verb whose past is its base
    if near and near[-1] in {"was", "were"}:
        return Modality.HAPPENED  # "a missile, believed to be short-ranged, was fired"
    if "have" in near and _MAY.intersection(near):
        return Modality.POSSIBLE
    if "would" in near and "have" in near:
        return Modality.GENERAL
    return Modality.PLANNED if _MODAL.intersection(near) and "be" in near[-2:] else Modality.HAPPENED


def _gerund(near: list[str]) -> Modality:
    if near and (near[-1] in _NO_DEED or near[-2:] == ["capable", "of"]):
        return Modality.GENERAL
    return Modality.PLANNED if near and near[-1] in {"be", "planning"} else Modality.HAPPENED
