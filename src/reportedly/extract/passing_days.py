"""Days told in passing: of how a thing came to be, of what was said of it, and of a telling to which a sentence only adds another."""

import re

from reportedly.extract.facts import Facts
from reportedly.extract.trigger import Shape, Trigger
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
_TALK = r"(?:condemn|denounc|deplor|question|doubt|disput|dismiss|critici[sz]|protest|discuss|debat|stud|analy[sz]|examin|hail|prais|applaud|welcom|slamm|decri)\w+"
_ABOUT_THE_NOUN = compiled(  # what stands between a noun and the day on which something was said or done about it
    r"\b(?:over|after|about|following|against|amid|regarding|concerning|because of|to discuss|(?:response|reaction|reply|answer) to|"
    rf"(?:accounts?|reports?|claims?|news|word|images?|pictures?|footage) of|{_TALK})\b",
    re.IGNORECASE,
)
_TALKED_OF = compiled(  # before "the launch", behind which the day is that of the talk: "condemned the launch on Tuesday"
    rf"\b(?:{_TALK}|confirmed|acknowledged|admitted|about|regarding|concerning|(?:said|says|spoke) of|(?:brief|comment|remark|talk|statement|debate|meeting|session|consultation)\w*\s(?:on|over))\s+"
    r"(?:the|its|their|this|(?:(?!that\b)[\w.’'-]+\s){0,3}?[\w.-]+['’]s?)\s+(?:[\w’'-]+\s+){0,3}?$",
    re.IGNORECASE,
)
_STILL_TALK = compiled(
    r"\s+(?:behind closed doors\s+|at length\s+|in (?-i:[A-Z])[\w’'-]+\s+|(?:in|at|during) an? (?:[\w-]+\s){1,2}|to reporters\s+)?(?:(?:early|late|earlier|later)\s+)?(?:on\s+)?",
    re.IGNORECASE,
)
_REACH, _TALK_REACH = 30, 160  # code points before a year, and before what is talked of
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


def of_another_act(text: str, told: Trigger, found: date.DateExpression, low: int) -> bool:
    """Whether a day beside a noun that names an incident is that of what is said or done about it: "was put on notice on
    Wednesday over the launch", "condemned the launch on Tuesday", not "Wednesday's launch"."""
    if told.shape is not Shape.NOUN:
        return False
    if found.end <= told.start:
        return _ABOUT_THE_NOUN.search(text, found.end, told.start) is not None
    talked = told.end <= found.start and _STILL_TALK.fullmatch(text, told.end, found.start) is not None
    return talked and _TALKED_OF.search(text[max(low, told.start - _TALK_REACH) : told.start]) is not None


def set_apart(facts: Facts, trigger: Trigger, place: int) -> bool:
    """Whether a sentence opens with a telling only to add another, whose day follows: "Besides today's test, on May 16, it"."""
    text, low = facts.report.text, facts.sentences[trigger.sentence].start
    return "," in text[trigger.end : place] and _BESIDES.match(text, low, trigger.start) is not None
