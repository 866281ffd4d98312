"""Days reckoned from another: "a day after talks ended on Monday, it fired a missile", "fired one, two days after a test"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.extract.dated import Dated, before
from reportedly.extract.facts import Facts
from reportedly.extract.trigger import Shape, Trigger
from reportedly.fields import date
from reportedly.model import DateRange, Published
from reportedly.patterns import compiled

_AFTER_IT = compiled(
    r"(?:on the )?(?P<unit>\w+?)s (?:after|of) X"
)  # the codebook's time words that reckon from an incident
_SPAN = compiled(r"X(?:\+(?P<near>\d+))? \.\. X\+(?P<far>\d+)")
_COMMA = 0.5  # less than the weight of a comma, behind which what "days after" reckons from has ended
_SAID = compiled(r"\b(?:said|announced|reported|stated|told|confirmed|declared|claimed|warned)\b", re.IGNORECASE)
_OPENS = compiled(
    r"[\W_]*(?:(?:and|but|just|only|barely|exactly|even|about|around|nearly|almost|roughly|some|(?:less|more) than|it was|the)\s+)*",
    re.IGNORECASE,
)
_ABOUT = compiled(
    r"\b(?:less than|more than|over|under|about|around|almost|nearly|roughly|some|within)\s+$", re.IGNORECASE
)
_OF = compiled(r"\s(?:of|by|over|from|into|that|which|in)\b")
_NEWS = 3  # days before publication within which a day is that of the news
_CLAUSE_ENDS = compiled(r",\s")
_OF_THAT_YEAR = compiled(  # "on May 11 and 13 of that year"
    r"(?:,?\s+(?:and|to|or)\s+\d{1,2})?,?\s+(?:of\s+|in\s+)?(?:that|the same)\s+year\b", re.IGNORECASE
)


def in_that_year(text: str, expression: date.DateExpression, found: Sequence[Dated]) -> date.DateExpression:
    """A month, with its day or without, that is said to be of "that year": of the year that was written before it."""
    if expression.month is None or expression.year is not None or _OF_THAT_YEAR.match(text, expression.end) is None:
        return expression
    year = next((d.expression.year for d in reversed(found) if d.expression.year is not None), None)
    if year is None:
        return expression
    return replace(expression, year=year, kind="full" if expression.kind == "month_day" else expression.kind)


def reckoned_ahead(
    facts: Facts, triggers: Sequence[Trigger], numbers: Sequence[int], dates: Sequence[Dated], sentence: int,
    gap: date.DateExpression,
) -> list[Dated]:  # fmt: skip
    """The dates, with the day that "a day after talks ended on Monday" gives to what the sentence tells beside it.

    The day of the clause stays with what the clause tells. Where the step is not told in days ("about a week after"), what
    the sentence tells is left without one.
    """
    kept = list(dates)
    span, text = facts.sentences[sentence], facts.report.text
    if gap.qualifier not in {"after", "before"} or gap.unit not in {"day", "week"}:
        return kept
    opens = _OPENS.fullmatch(text, facts.opens(sentence), gap.start) is not None
    comma = _CLAUSE_ENDS.search(text, gap.end, span.end)
    if opens and comma is None:
        return kept
    end = comma.start() if comma is not None else span.end
    told = [n for n in numbers if (triggers[n].start >= end if opens else triggers[n].end <= gap.start)]
    bases = [d for d in kept if gap.end <= d.start < end and d.range is not None and d.range.day and not d.stamp]
    bases = [d for d in bases if d.trigger is not None or d.speech]
    if len(bases) != 1 or not told:
        return kept
    base, main = bases[0], told[0 if opens else -1]
    within = [n for n in numbers if gap.end <= triggers[n].start < end]
    kept[kept.index(base)] = replace(base, trigger=within[0] if within else None, prior=not within)
    own = any(d.trigger == main and d is not base and not (d.aside or d.stamp) for d in dates)
    exact = gap.shift is not None and _ABOUT.search(text, span.start, gap.start) is None
    shift = gap.shift if gap.shift is None or gap.qualifier == "after" else -gap.shift
    when = date.resolve(
        replace(gap, kind="relative", shift=shift, relation_to="anchor"), date.Calendar(anchor=base.range)
    )
    if exact and not own and when is not None:
        kept.append(Dated(gap, sentence, when, speech=False, since=False, stamp=False, trigger=main))
    return kept


def reach_of(time_words: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    """For each unit how many days "days after X" can lie behind X, at least and at most."""
    read = ((_AFTER_IT.fullmatch(words), _SPAN.fullmatch(span)) for words, span in time_words.items())
    return {w["unit"]: (int(s["near"] or 0), int(s["far"])) for w, s in read if w and s}


def reckoned_back(
    facts: Facts, triggers: Sequence[Trigger], numbers: Sequence[int], dates: Sequence[Dated], sentence: int,
    gap: date.DateExpression, reach: Mapping[str, tuple[int, int]],
) -> Dated | None:  # fmt: skip
    """The day of what comes behind "a day after", "weeks after": that far before the other day of the sentence."""
    if gap.qualifier != "after" or gap.unit is None:
        return None
    behind = [n for n in numbers if triggers[n].start >= gap.end]
    if not behind or facts.bounds.crossed(gap.end, triggers[behind[0]].start) >= _COMMA:
        return None  # another clause: "the test, which came months after the last, shook the ground"
    beside = [d for d in dates if d.sentence == sentence and not d.since and d.range is not None and d.range.day]
    if any(d.trigger == behind[0] for d in beside):
        return None  # it has a day of its own: "two days after the North fired missiles on September 18"
    published = facts.report.published
    own = (d.range for d in beside)
    told = triggers[behind[0]]
    again = (
        told.definite and told.shape is Shape.NOUN and _OF.match(facts.report.text, told.end) is None
    )  # "a day after the launch"
    base = next(
        own,
        (None if again else _news_of(dates, gap, published))
        or (DateRange(published.day, published.day) if published else None),
    )
    if base is None:
        return None
    if gap.shift is not None:
        back = replace(gap, kind="relative", shift=-gap.shift, relation_to="anchor")
        when = date.resolve(back, date.Calendar(anchor=base))
    else:
        when = _some_time_before(base, reach.get(gap.unit))
    if when is None:
        return None
    said = _SAID.search(facts.report.text, gap.end, triggers[behind[0]].start) is not None
    return Dated(gap, sentence, when, said, since=False, stamp=False, trigger=behind[0], prior=not said)


def _news_of(dates: Sequence[Dated], gap: date.DateExpression, published: Published | None) -> DateRange | None:
    """The day of the news, as told last before: "on Tuesday it fired two ... It was five days after the launch of another"."""
    told = (
        d
        for d in reversed(dates)
        if d.start < gap.start and d.trigger is not None and not (d.aside or d.since or d.stamp or d.prior)
    )
    days = (d.range for d in told if d.range is not None and d.range.day is not None)
    return next((d for d in days if published is not None and not before(d, published.day, by=_NEWS)), None)


def _some_time_before(base: DateRange, reach: tuple[int, int] | None) -> DateRange | None:
    """The days that "days after", "weeks after" an incident can reach back to."""
    if reach is None or base.earliest is None:
        return None
    return DateRange(date.days_on(base.earliest, -reach[1]), date.days_on(base.earliest, -reach[0]))
