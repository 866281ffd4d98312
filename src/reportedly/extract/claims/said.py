"""What the words round a class, a name or a number say of it: whose object it is, how surely, and whether it is only
compared with."""

import re

from reportedly.extract.framing import Framing
from reportedly.extract.trigger import Trigger
from reportedly.fields.gated import Gated
from reportedly.model import Stance
from reportedly.patterns import compiled

_SUSPECTED = compiled(
    r"\b(?:suspected|presum\w+|apparent(?:ly)?|possibl[ey]|probabl[ey]|unconfirmed|(?:believed|thought|understood|assessed|estimated|judged|considered) to (?:be|have been)|"
    r"likely|seem(?:s|ed)? to (?:be|have been)|appear(?:s|ed)? to (?:be|have been)|look(?:s|ed)? like|t(?:ake|akes|ook|aken) (?:it|them) (?:for|to be)|"
    r"believe[sd]? (?:it|they|them|the (?:missile|weapon|projectile)s?) (?:was|were|is|to be)|what may (?:be|have been)|may (?:well )?have been)\W+(?:\w+\W+){0,6}$",
    re.IGNORECASE,
)
_MAY_BE = compiled(
    r"\b(?:may|might|could) (?:well |possibly )?(?:be|have been) (?:(?:an?|the|its|of|new|improved|modified|upgraded|type|version|variant|[\w-]+-range) )*[\"“‘']?$",
    re.IGNORECASE,
)
_THING_MAY_BE = compiled(
    r"(?<!next )\b(?:it|they|this|that|type|model|missiles?|weapons?|rockets?|projectiles?) (?:may|might|could)\b",
    re.IGNORECASE,
)
OR_ANOTHER = compiled(
    r"(?: (?:missiles?|rockets?|types?|ones?))? or (?:an? |the |possibly |perhaps )?(?:[\w-]+ ){0,3}[\"“]?",
    re.IGNORECASE,
)
_PERHAPS = Gated(
    r"\b(?:possibilit(?:y|ies)|speculation|rumou?rs?|question)\s+(?:of|that|whether)\b[^.;]*$", re.IGNORECASE
)
_OF_THEM = compiled(
    r"\s+of\s+(?:(?:the|its|his|their|an?)\s+)?(?:(?!(?:and|or|at|on|in|of|from|to|by|with|for|as|that|which)\b)[\w-]+,?\s+){0,5}[\"“‘']?",
    re.IGNORECASE,
)
_NAMED = compiled(
    r"(?:\s+(?:missiles?|rockets?|weapons?|systems?|projectiles?|launchers?))?(?:\s*,|\s+(?:that|which) (?:is|was|it))?\s+"
    r"(?:which (?:it|they|he) |that (?:it|they|he) )?(?:newly |so-)?(?:called|calls?|named?s?|dubbed|dubs|known as|designated|codenamed|code-named|christened|identified as|the)\s+"
    r"(?:the\s+|as\s+)?[\"“‘']?",
    re.IGNORECASE,
)
_GOES_ON = compiled(
    r"[\s\"”-]+(?:(?!(?:and|or|at|on|in|of|from|to|into|by|with|for|as|that|which|while|after|before)\b)[a-z][\w-]*\s+){0,3}"
)
_APPOSED = compiled(
    r"\s*(?:,|[—–:(]|\s-)\s*(?:(?:a|an|the|its|likely|probably|possibly|believed to be|both|all)\s+)*[\"“‘']?",
    re.IGNORECASE,
)
_COMPARED = Gated(
    r"\b(?:than|(?<!look )(?<!looks )(?<!looked )(?<!looking )like|unlike|(?:similar|comparable|akin|related|identical) to|resembl\w+|reminiscent of|based (?:up)?on|derive[sd]? from|modell?ed (?:on|after)|"
    r"(?:cop(?:y|ies)|clone|cousin|relative|offshoot|descendant|derivative|sibling|successor|predecessor|counterpart|equivalent) (?:of|to|on)|"
    r"replac\w+|supersed\w+|compared (?:to|with)|as (?:powerful|large|big|fast|long) as|longer than|in place of|"
    r"(?:one|some) of (?:its|their|the \w+['’]s) (?:\w+ )?(?:latest|newest|most \w+|main|best|longest-range|largest) [\w-]+ (?:is|are)|"
    r"(?:['’]s|its|their) (?:latest|newest|most \w+|main|longest-range|largest) [\w-]+, (?:known|thought|believed|said|understood) to be|"
    r"(?:beyond|within|outside|exceed\w*) the (?:range|reach|capabilit\w+) of(?: (?:most|any|many|all))?|also has|usual for|typical (?:of|for)|instead of|rather than|other than|as opposed to|not|nor|neither|besides|apart from|in addition to|"
    r"including the|known as past the|past the|against|atop|on top of|armed with|develop(?:s|ing|ment of)?|(?:has|have|had|it|they|also|(?<!ed )and) developed|such as|for example|e\.g\.|"
    r"defen[ds]\w* (?:against|from)|targets?,|(?:mistake|mistakes|mistook|mistaken|mistaking) (?:it|them|the \w+) for|exported?|sold|suppl\w+|import\w*|purchas\w*|acquir\w*|bought|ordered?|deploy\w*|station\w*|parad\w*|unveil\w*|display\w*|shown? off)\s+"
    r"(?:(?:the|a|an|its|their|his|older|newer|earlier|existing|current|ageing|aging|old|those|of|to|both|some|[A-Z][\w.]*['’]s?|Russian|Soviet(?:-\w+)?|Chinese|Iranian|American|US|U\.S\.|North Korean|Ukrainian)\s+)*[\"“‘']?$"
    r"|[-–](?:like|style)\s+$"
    r"|\b(?:to replace|replaces|replaced|replacing|replacement for|successor to|to succeed)\s+(?:the|its|their|an?|older|ageing|aging)\s+[^.;]{0,60}$",  # and its other names
    re.IGNORECASE,
)
_PARADED = Gated(r"\b(?:parad\w*|on display|exhibit\w*)\b[^.;]*$", re.IGNORECASE)
_SINCE = Gated(
    r"\b(?:since|until|unlike|whereas|by contrast|before that|previously|in the past|earlier (?:this|last)|last (?:year|month|week))\b[^.;,]*$",
    re.IGNORECASE,
)
_OWNED_BY = compiled(
    r"(?:['’]s?)?(?:\s+(?!and\b|or\b|with\b|the\b|a\b|an\b|said\b|to\b|of\b|in\b|by\b|on\b|for\b|from\b|over\b|about\b|against\b|as\b|at\b|that\b|military\b|army\b|navy\b|\w+ed\b|ministry\b|officials?\b)[\w\"“”’'-]+){0,4}\s+[\"“‘']?"
)
_BEFORE_IT = compiled(  # "a week after the last: the Hwasong-12"
    r"\bsince (?:(?:the|a|an|its|last|early|late|mid|at least)\b|[A-Z\d])(?:[^.;,]|\.(?= \d))*(?:, when\b[^.;,]*)?$|"
    r"\b[Tt]hat (?:day|week|month|year|time|launch|test|firing)['’]s\b[^;]*$|\b[Oo]n that occasion\b[^;]*$|\b[Tt]hat one, [^;]*$|"
    r"\b(?:[Bb]y (?:comparison|contrast)|before (?:it|that|this one|then)|[Ss]uch (?:launches|tests)|the one (?:of|on|in))\b[^.;]*$|"
    r"\b(?:after|follow(?:s|ed|ing)?|from) (?:the|its|a|an|another|that|one) (?:(?:last|previous|earlier|similar|prior)\b[^.;]*|(?:\w+ )?(?:test|launch|firing)s? of\b[^.;,]*)$",
)


def doubt(head: str) -> Stance | None:
    """Estimated, where the words before a value say that it is only believed."""
    return Stance.ESTIMATED if _SUSPECTED.search(head) or _MAY_BE.search(head) else None


def may_be(head: str) -> bool:
    """Whether the words before a weapon say that what was fired may have been one: "said the type may be a"."""
    found = _MAY_BE.search(head)
    return found is not None and any(m.end() > found.start() for m in _THING_MAY_BE.finditer(head))


def is_one_possibility(head: str) -> bool:
    """Whether a weapon is only one of what it may have been: "the possibility of an improved KN-02"."""
    return _PERHAPS.search(head) is not None


def compared(head: str) -> bool:
    """Whether the words before a weapon say that it is another one than that of the incident."""
    return _COMPARED.search(head) is not None or _PARADED.search(head) is not None


def of_another_state(framing: Framing, home: int, sentence: int, place: int) -> bool:
    """Whether the noun phrase before a weapon names another state than the frame's as its owner: "the South's first"."""
    frame, facts = framing.frames[home], framing.facts
    if frame.state is None or framing.codebook.is_a(frame.type, "strike"):
        return False
    low = max(facts.sentences[sentence].start, place - 60)
    for name in reversed(facts.names_in(low, place)):
        gap = facts.report.text[name.end : place]
        if name.kind in {"state", "demonym", "metonym"} and _OWNED_BY.fullmatch(gap):
            return name.id != frame.state and (name.kind == "demonym" or gap[:1] in "'’")
    return False


def telling_of(framing: Framing, home: int, sentence: int, start: int, end: int) -> Trigger | None:
    """The telling whose object a noun phrase is, or which holds it."""
    text = framing.facts.report.text
    for number in framing.frames[home].triggers:
        trigger = framing.triggers[number]
        if trigger.sentence != sentence:
            continue
        low = trigger.object_start if trigger.object_start is not None else trigger.start
        high = trigger.object_end if trigger.object_end is not None else trigger.end
        if start <= high and low <= end:
            return trigger
        if high < start and _OF_THEM.fullmatch(text, high, start):  # "a volley of ten missiles"
            return trigger
    return None


def named_with(framing: Framing, home: int, sentence: int, start: int, end: int) -> bool:
    """Whether a name or class stands with the object of a telling of its sentence: as part of it, beside it, behind
    "called" or in apposition."""
    if telling_of(framing, home, sentence, start, end) is not None:
        return True
    text = framing.facts.report.text
    for number in framing.frames[home].triggers:
        trigger = framing.triggers[number]
        high = max(trigger.end, trigger.object_end or 0)
        if trigger.sentence == sentence and 0 < start - high < 60:
            gap = text[high:start]
            if _NAMED.fullmatch(gap) or _APPOSED.fullmatch(gap) or _GOES_ON.fullmatch(gap):
                return True
        low = min(trigger.start, trigger.object_start if trigger.object_start is not None else trigger.start)
        if trigger.sentence == sentence and 0 < low - end < 24 and not framing.facts.bounds.crossed(end, low):
            return True
    return False


def beyond(framing: Framing, home: int, sentence: int, place: int) -> bool:
    """Whether the words before a weapon say that it is one of an earlier incident."""
    facts = framing.facts
    head = facts.report.text[facts.sentences[sentence].start : place]
    if _BEFORE_IT.search(head) is not None:
        return True
    if any(framing.triggers[t].sentence == sentence for t in framing.frames[home].triggers):
        return False
    return _SINCE.search(head) is not None
