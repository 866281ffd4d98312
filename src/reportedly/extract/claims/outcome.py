"""How it went: success, partial or failure, as somebody says."""

import re
from collections.abc import Iterable

from reportedly.extract.claims.draft import Draft
from reportedly.extract.framing import Framing
from reportedly.model import Stance, Term

_SUCCESS = re.compile(
    r"\b(?:successful(?:ly)?|success|succeed(?:ed|s)?|(?:accurately|precisely|correctly|exactly) (?:\w+ )?(?:hit|struck)|"
    r"(?:hit|struck|destroyed) [“\"‘]?(?:(?:its|the|their|an?|set|pre-set|designated|point|mock|simulated|island|sea|ground|"
    r"intended|all) ){0,4}(?:targets?|area)|"
    r"(?:met|achieved|reached|fulfilled) (?:all |its |the |their |mission |primary |set |stated |trial |test ){0,4}(?:objectives|goals|parameters)|"
    r"(?:objectives|goals|parameters|tasks) (?:were|had been|have been|was) (?:\w+ )?(?:met|achieved|reached|fulfilled|validated|done)|"
    r"(?:performed|functioned|worked|operated) (?:as (?:expected|planned|intended)|normally|flawlessly|perfectly)|"
    r"(?:put|placed|enter(?:ed)?|reached|injected) (?:\w+ ){0,4}?(?:in(?:to)? )?orbit)\b",
    re.IGNORECASE,
)
_FAILURE = re.compile(
    r"\b(?:fail(?:ed|ure|s)?|malfunction(?:ed)?|crashed|unsuccessful|misfire[d]?|went wrong|"
    r"(?:explod(?:ed|es)|disintegrated|broke (?:up|apart)) (?:in (?:mid-?air|flight)|shortly|seconds|soon|moments|minutes|during|after|over)|"
    r"blew up|broke (?:up|apart)|abnormal (?:flight|fall)|(?:did not|never) (?:reach|enter) orbit|fell short)\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:may|might|could|possibl[ey]|likely|apparently|suspect(?:ed|s)?|appear(?:s|ed)? to|seem(?:s|ed)? to|believed|"
    r"presumed|whether|if|had it|thinks?|would|probably|perhaps|unclear|doubt\w*)\b[^.;:]{0,60}$",
    re.IGNORECASE,
)
_NEVER = re.compile(r"\b(?:not|never|no|yet to|unable|attempt\w* to)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


def outcomes(framing: Framing) -> Iterable[Draft]:
    """The outcomes the text gives every frame."""
    facts = framing.facts
    text = facts.report.text
    for number, span in enumerate(facts.sentences):
        for pattern, code in ((_SUCCESS, "success"), (_FAILURE, "failure")):
            for match in pattern.finditer(text, span.start, span.end):
                head = text[span.start : match.start()]
                if _NEVER.search(head) or _of_something_else(text, match, span.end):
                    continue
                home = framing.owner(match.start(), match.end())
                if home is None or framing.frames[home].family not in {"launch", "nuclear", "static"}:
                    continue
                stance = Stance.SPECULATED if _UNSURE.search(head[-80:]) else None
                told = any(framing.triggers[t].sentence == number for t in framing.frames[home].triggers)
                rank = 0.0 if told else 1.0
                yield Draft(home, "outcome", Term(code), match.start(), match.end(), "outcome.word", stance, rank=rank)


_OTHER_SUBJECT = re.compile(
    r"\b(?:talks|diplomacy|negotiations|sanctions|policy|efforts?|interception|intercept|to (?:notify|warn|stop|deter|denuclear\w+|"
    r"agree|comply|reach an?))\b",
    re.IGNORECASE,
)


def _of_something_else(text: str, match: re.Match[str], end: int) -> bool:
    """Whether it is talks, sanctions or the like that failed or succeeded."""
    return _OTHER_SUBJECT.search(text, max(0, match.start() - 30), min(end, match.end() + 24)) is not None
