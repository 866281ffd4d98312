"""Whether what is said below the lead is said of the news: the one question all fields ask of a sentence that goes on."""

from reportedly.extract.facts import Facts
from reportedly.extract.manner import Manner, manner_of, manner_of_deed
from reportedly.extract.sentences import LEAD


def is_news(facts: Facts, start: int, end: int, *, named: bool = False) -> bool:
    """Whether the thing at a place is spoken of as that of the news; in the lead everything is."""
    number = facts.sentence_at(start)
    if number is None or number <= LEAD or start >= end:
        return True
    span = facts.sentences[number]
    manner = manner_of(facts.report.text, facts.words, (span.start, span.end), (start, end), named=named)
    return manner is Manner.NEWS


def happened(facts: Facts, start: int, end: int) -> bool:
    """Whether what words at a place tell is told to have come about now; in the lead everything is."""
    number = facts.sentence_at(start)
    if number is None or number <= LEAD or start >= end:
        return True
    span = facts.sentences[number]
    return manner_of_deed(facts.report.text, facts.words, (span.start, span.end), (start, end)) is Manner.NEWS
