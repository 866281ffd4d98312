"""Days told in passing: of how a thing came to be, and of a telling to which a sentence only adds another."""

import re

from reportedly.extract.facts import Facts
from reportedly.extract.trigger import Trigger
from reportedly.fields import date
from reportedly.patterns import compiled

_MADE = compiled(
    r"\b(?:that|which|who)\s(?:(?:was|were|is|had|has|have)\s)?(?:been\s)?(?:(?:first|formally|officially|only)\s)?"
    r"(?:commissioned|inducted|unveiled|developed|deployed|introduced|built|displayed|shown|paraded|inaugurated|established|founded|created"
    r"|formed|appointed|elected|killed|assassinated|adopted|signed|agreed|imposed|lapsed|expired|ratified|entered|joined|withdrew|pulled"
    r"|delivered|purchased|acquired|began|started|resumed|died|retired|came)\b(?:\s(?!(?:and|but|then)\b)[\w’'-]+){0,6}?\s$",
    re.IGNORECASE,
)
_PAPER = (
    r"(?:agreements?|accords?|pacts?|deals?|treat(?:y|ies)|resolutions?|moratori(?:um|a)|memorandums?|declarations?|armistice|truces?|ceasefires?|constitutions?|"
    r"laws?|acts?|conventions?|protocols?|summits?|talks|elections?|wars?|sanctions|bans?|reports?|plans?|budgets?|strateg(?:y|ies)|doctrines?)"
)
_A_YEARS = compiled(r"\b(?:the|an?|its|their|this|that)\s+(?:(?:early|late|mid)[- ])?$", re.IGNORECASE)
_PAPER_BEHIND = compiled(rf"\s(?:[\w’'-]+\s){{0,4}}?{_PAPER}\b", re.IGNORECASE)
_PAPER_OF = compiled(rf"\b{_PAPER}\s(?:of|in|from)\s$", re.IGNORECASE)
_REACH = 30  # code points before a year
_BESIDES = compiled(
    r"(?:besides|apart from|aside from|in addition to|along with|other than|as well as|on top of|not counting)\b[^,;]*$",
    re.IGNORECASE,
)


def of_its_making(told: Trigger, head: str, found: date.DateExpression) -> bool:
    """Whether a date is that of how a thing came to be, told in passing: "the submarine, which was commissioned in August,"."""
    made = _MADE.search(head)
    return made is not None and not found.start - len(head) + made.start() <= told.start < found.start


def of_a_paper(text: str, found: date.DateExpression) -> bool:
    """Whether a year only tells which agreement, law or the like is meant: "the 2018 accord", "under the treaty of 1987"."""
    if found.year is None or found.day is not None:
        return False
    low = max(0, found.start - _REACH)
    named = _A_YEARS.search(text, low, found.start) is not None and _PAPER_BEHIND.match(text, found.end) is not None
    return named or _PAPER_OF.search(text, low, found.start) is not None


def set_apart(facts: Facts, trigger: Trigger, place: int) -> bool:
    """Whether a sentence opens with a telling only to add another, whose day follows: "Besides today's test, on May 16, it"."""
    text, low = facts.report.text, facts.sentences[trigger.sentence].start
    return "," in text[trigger.end : place] and _BESIDES.match(text, low, trigger.start) is not None
