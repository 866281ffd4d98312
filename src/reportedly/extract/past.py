"""Words that lay a telling in the past: the last launch, an earlier test, a response to what happened before."""

import re

from reportedly.extract.facts import Facts
from reportedly.extract.trigger import Shape, Trigger
from reportedly.fields.derived_grammar import ORDINAL, rank
from reportedly.fields.gated import Gated
from reportedly.patterns import compiled

_TOLD = r"\s+(?:said|told|reported|announced|detected|tracked|confirmed|established|identified|spotted|picked up|observed|noted|assessed)\b"
_DAYS = r"(?:(?:night|evening|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|(?:week|month)\b(?!['’]))"  # in a lead times of the news
_LAST = rf"(?<!\bat )last(?! {_DAYS})"
_BACK = Gated(
    rf"\b(?:{_LAST}|previous(?:ly(?!{_TOLD}))?|prior|ago|(?<!half )(?<!quarter )(?<!five )(?<!ten )(?<!twenty )(?<!minutes )past|former(?:ly)?|once(?! (?:again|more)\b)|earlier (?:this|in(?! the day)|last)|"
    r"first(?:\s+(?:\w+\s+)?(?:tested|fired|launched|flew|flown|test-fired))|(?:old|(?<!hours )(?<!hour )(?<!minutes )earlier|former) (?!in\b|on\b|today\b|that\b|the\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)\w+|"
    r"recently \w+|(?:respon(?:ded|se)|answer(?:ed)?|retaliat\w+|reply|repl(?:y|ied)) (?:to|for|against|over)|days after|weeks after|months after|(?:tests?|launch(?:es)?|firings?|flights?|it|this|which) (?:(?:comes?|came) (?:\w+ ){0,3}after|follow(?:s|ed) (?!by\b|up\b|on\b)\w+)|"
    rf"had (?:earlier|previously|already)(?!{_TOLD})|"
    r"(?:days?|weeks?|months?|years?) (?:before|earlier|previously)(?=,)|(?:two|three|four|five|six) (?:earlier|previous|prior|others?)|repeated|since \d{4})\b",
    re.IGNORECASE,
)
_PERFECT = compiled(
    r"(?<!\b[Ww]e )\b(?:has|have)\s+(?:(?:\w+ly|also|since|already|now|twice|often)\s+){0,2}(?:been\s+)?(?:(?:conducted|carried out|held|staged|performed|made)\s+[^.;]{0,60})?$",
    re.IGNORECASE,
)
_OVER_TIME = compiled(
    r"\b(?:recently|of late|lately|repeatedly|regularly|routinely|often|frequently|periodically|since then|previously|to date|so far this|this year|in (?:past|recent) \w+|"
    r"(?:in|over|during|for) (?:the|its) (?:past|last|previous) (?:\w+ )?(?:days|weeks|months|years?|decades?)|in as many \w+|over the years|from time to time)\b",
    re.IGNORECASE,
)
_MANY = compiled(
    r"(?:missiles|rockets|tests|launches|shells|projectiles|firings|weapons|devices|satellites|salvo|barrage|[A-Z]BMs)$",
    re.IGNORECASE,
)
_FAR = 90  # code points within which a clause says over what time
_DECADES = compiled(
    r"\s+(?:of|in|during|from|back in)\s+the\s+(?:(?:early|late|mid)[ -])?(?:(?:19|20)\d0s|[’']?\d0s|cold war)\b",
    re.IGNORECASE,
)
_LASTING = Gated(rf"\b(?:{_LAST}|previous|earlier|prior|before|since)\b", re.IGNORECASE)


_DAY_GONE = Gated(rf"\b(?<!\bat )last {_DAYS}", re.IGNORECASE)
_BEFORE_IT = compiled(r"\bbefore\s+(?:the\b|an?\b|it\b|they\b|he\b|two\b|[A-Z])")  # what follows is told, and not past


def laid_back(trigger: Trigger, facts: Facts) -> bool:
    """Whether the words beside it say that it was an earlier one ("was last tested", "the tests of the 1960s")."""
    span = facts.sentences[trigger.sentence]
    head = facts.report.text[max(span.start, trigger.anchor - 25) : trigger.anchor]
    if _DECADES.match(facts.report.text, trigger.end, span.end) is not None:
        return True
    last = _LASTING.search(head)
    if last is None:
        return _of_a_day_gone(trigger, head, facts) or _ranks_below(trigger, facts)
    if trigger.shape is not Shape.CLAUSE:
        return True
    over = last[0].lower() in ("last", "since") and ", " in head[last.end() :]  # "after its last test, the North fired"
    return not over and _BEFORE_IT.match(head, last.start()) is None


def _of_a_day_gone(trigger: Trigger, words: str, facts: Facts) -> bool:
    """Whether a day before the news is named below the lead: "Last Friday the North fired two"."""
    return trigger.sentence in facts.body[1:] and _DAY_GONE.search(words) is not None


def _ranks_below(trigger: Trigger, facts: Facts) -> bool:
    """Whether it is told as the second, say, where headline or lead tell the third: of the same series an earlier one."""
    own = _rank(trigger, facts)
    if own is None or not facts.body or trigger.sentence <= facts.body[0]:
        return False
    head = (t for t in facts.triggers if t.sentence <= facts.body[0])
    return own < max((r for t in head if (r := _rank(t, facts)) is not None), default=0)


def _rank(trigger: Trigger, facts: Facts) -> int | None:
    """The place in a series at which a test or launch is told; None where it is counted over a time of its own."""
    span = facts.sentences[trigger.sentence]
    found = _RANKED.search(facts.report.text, max(span.start, trigger.end - _FAR), trigger.end)
    if found is None or (trigger.sentence in facts.body[1:] and _OF_ITS_OWN.match(facts.report.text, trigger.end)):
        return None
    return rank(found["rank"])


_RANKED = Gated(rf"\b(?P<rank>{ORDINAL})\s(?:[\w’'-]+\s){{0,3}}[\w-]+$", re.IGNORECASE)
_OF_ITS_OWN = compiled(r"[^.;,]{0,50}?\b(?:this|in|within|since|of|over)\b", re.IGNORECASE)


NEWS = 2  # sentences of a text that tell the news itself
_THAT = compiled(r"(?:[Tt]hat|[Tt]hose|[Tt]he (?:earlier|previous|former|older)) (?:\w+ )?\Z")


_THEN = compiled(
    r"\W*(?:At (?:that|the) time|On that occasion|Back then|In that (?:test|launch|case))\b", re.IGNORECASE
)


def points_back(trigger: Trigger, facts: Facts) -> bool:
    """Whether a sentence opens with a thing or time told before: "That Hwasong-12 flew", "The earlier missile", "At that time"."""
    start = facts.sentences[trigger.sentence].start
    if _THEN.match(facts.report.text, start):
        return True
    return 0 < trigger.start - start < 30 and _THAT.match(facts.report.text[start : trigger.start]) is not None


_IT_WAS = compiled(
    r"\b(?:after|as|when|before|once)\s+(?:(?:it|they)\s+(?:was|were|had been|is)\s+|being\s+)$", re.IGNORECASE
)


def of_itself(trigger: Trigger, facts: Facts) -> bool:
    """Whether a telling is of the thing just told: "exploded right after it was fired"."""
    start = facts.sentences[trigger.sentence].start
    return _IT_WAS.search(facts.report.text, max(start, trigger.anchor - 30), trigger.anchor) is not None


_ASIDE = compiled(r",\s(?:which|who|where|whose)\b[^,;]*,", re.IGNORECASE)  # what is told of somebody by the way


def told_as_past(trigger: Trigger, facts: Facts) -> bool:
    """Whether the clause before a telling speaks of the past, or several nuclear tests are spoken of at once."""
    span = facts.sentences[trigger.sentence]
    head = _ASIDE.sub(",", facts.report.text[span.start : trigger.anchor])
    cut = [m.start() for m in re.finditer(r"[;:]|, (?:and|but)\b", head)]
    clause = head[cut[-1] if cut else 0 :][-70:]
    return (
        _plural_test(trigger, facts)
        or _tells_history(trigger, facts)
        or _BACK.search(clause) is not None
        or _of_a_day_gone(trigger, clause, facts)
        or (trigger.shape is Shape.NOUN and _LASTING.search(clause[-25:]) is not None)
    )


def _tells_history(trigger: Trigger, facts: Facts) -> bool:
    """Whether what is told below the lead is what was done over some time: "has tested missiles of long range", "in recent
    weeks the North has fired several"."""
    if trigger.sentence not in facts.body[NEWS:]:
        return False
    text, span = facts.report.text, facts.sentences[trigger.sentence]
    begin = min(trigger.start, trigger.anchor)
    perfect = _PERFECT.search(text, max(span.start, begin - _FAR), trigger.anchor) is not None
    if perfect and _is_plural(text, trigger):
        return True
    behind = max(trigger.end, trigger.object_end or 0)
    around = (max(span.start, begin - _FAR), min(span.end, behind + _FAR))
    return (perfect or _is_plural(text, trigger)) and _OVER_TIME.search(text, *around) is not None


def _is_plural(text: str, trigger: Trigger) -> bool:
    """Whether several things or tests are told."""
    end = trigger.object_end if trigger.object_end is not None else trigger.end
    return _MANY.search(text, max(0, end - 12), end) is not None


_ON_WHICH = compiled(r"\b(?:after|following|having|before)\s+(?:\w+ly\s+|first\s+|test[- ])?$", re.IGNORECASE)


def dates_another(trigger: Trigger, facts: Facts) -> bool:
    """Whether it only dates what its sentence goes on to tell: "After firing two missiles on Wednesday, it launched ..."."""
    start = facts.sentences[trigger.sentence].start
    told = facts.report.text[trigger.anchor : trigger.end].partition(" ")[0]
    return (
        told.endswith("ing")
        and _ON_WHICH.search(facts.report.text, max(start, trigger.anchor - 30), trigger.anchor) is not None
    )


def _plural_test(trigger: Trigger, facts: Facts) -> bool:
    """Whether several nuclear tests are spoken of, which no one report is about."""
    words = facts.report.text[trigger.start : trigger.end].lower()
    return trigger.shape is Shape.NOUN and "nuclear_test" in trigger.types[:1] and words.endswith("tests")
