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
_BESIDES = compiled(
    r"(?:besides|apart from|aside from|in addition to|along with|other than|as well as|on top of|not counting)\b[^,;]*$",
    re.IGNORECASE,
)


def of_its_making(told: Trigger, head: str, found: date.DateExpression) -> bool:
    """Whether a date is that of how a thing came to be, told in passing: "the submarine, which was commissioned in August,"."""
    made = _MADE.search(head)
    return made is not None and not found.start - len(head) + made.start() <= told.start < found.start


def set_apart(facts: Facts, trigger: Trigger, place: int) -> bool:
    """Whether a sentence opens with a telling only to add another, whose day follows: "Besides today's test, on May 16, it"."""
    text, low = facts.report.text, facts.sentences[trigger.sentence].start
    return "," in text[trigger.end : place] and _BESIDES.match(text, low, trigger.start) is not None
