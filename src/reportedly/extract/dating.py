"""Dates of a report, resolved, and the telling each belongs to."""

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from reportedly.codebook import Codebook
from reportedly.extract.afar_days import told_afar
from reportedly.extract.ahead import is_plan, lies_ahead, of_a_plan
from reportedly.extract.attribution_line import MEDIA
from reportedly.extract.dated import Dated, before
from reportedly.extract.elliptic import is_far_end
from reportedly.extract.facts import Facts
from reportedly.extract.lexicon import Part
from reportedly.extract.nights import into, morning_of, nightly
from reportedly.extract.passing_days import of_a_paper, of_another_act, of_its_making, set_apart
from reportedly.extract.reckoned import in_that_year, reach_of, reckoned_ahead, reckoned_back
from reportedly.extract.sentences import Sentence
from reportedly.extract.speech_days import is_said
from reportedly.extract.stamps import heads, is_stamp, labels
from reportedly.extract.trigger import Trigger
from reportedly.extract.when_it_was import it_happened
from reportedly.fields import clock, date
from reportedly.fields.gated import Gated
from reportedly.model import DateRange, Published
from reportedly.patterns import compiled

_SPEECH_OPENED = compiled(  # "On Thursday the Ministry of Defence said that", not "On Thursday it fired what it said"
    r",?\s+(?:(?!\w+(?:ed|ing)\b)[\w.'’&-]+\s+|\([\w .]+\)\s+){1,9}?(?:had\s+(?:said|announced|reported|claimed|declared|stated|confirmed)\b|(?:said|says|announced|reported"
    r"|stated|confirmed|declared|claimed|acknowledged|wrote|revealed|disclosed|quoted)\b(?:\s+that\b|:|,)?\s+(?!a\b|an\b|its\b|on\b)"
    r"|(?:admitted|conceded|owned up to|hailed|praised|condemned|denounced|deplored|boasted|insisted|warned|denied|told)\b"
    r"|(?<=media |ision |paper |gency |aster |annel )(?:showed|aired|published|released|broadcast|carried|ran|printed)\s)",
    re.IGNORECASE,
)
_OPENS = compiled(r"[\W_]*(?:(?:early|late|earlier|later|and|but|then|also)\s+)?(?:on\s+)?", re.IGNORECASE)
_WAS_DONE = compiled(
    r"\b(?:it|they|the \w+|both|this|which|\w+ Administration|force)\b[^;]{0,90}\b(?:was|were|took place|held|came|happened|occurred|"
    r"ran|is|launched|fired|tested|conducted|lifted off|took off|left|flew|went|covered|landed|fell)\b",
    re.IGNORECASE,
)
# of somebody: "X, the envoy, had landed"
_OF_SOMEBODY = compiled(r"\w, (?:the|an?|its|their) [^,;]{3,60}, (?:had|has|was|is)\b[^,;]*$")
_THEN_DONE = compiled(
    r",?\s+(?:it|they|both|the (?:missile|rocket|weapon|satellite|launch|test|firing)s?)\s(?:\w+ly\s)?(?:flew|rose|went up|took off|lifted off|left"
    r"|took place|happened|came|(?:was|were)\s(?:\w+ly\s)?(?:fired|launched|held|tested|conducted|carried out|sent up))\b",
    re.IGNORECASE,
)
_PAST = compiled(r"\b(?:first|last|previous(?:ly)?|earlier|before|since|ago|old|record)\b", re.IGNORECASE)
_LISTED = compiled(r"(?:,|,?\s+(?:and|or|&|then))\s+(?:(?:again|also|then|in|on)\s+)*", re.IGNORECASE)
_IN_BRACKETS = compiled(r"[(\[][^)\]]*\Z")
_AT = compiled(r",?\s+(?:at\s+)?(?:(?:about|around)\s+)?")
_OWNS = compiled(r"['’]s?\s+(?:the\s+)?")
_ANOTHERS = compiled(  # "last week's attack on parliament", "faster than last week's": the day of what it owns
    r"['’]s?(?:\s+(?!(?:and|or|but|after|when|as|in|on|at|from|to|by|with|that|which|was|were|is|has|had)\b)(?P<head>[\w-]+)){0,4}",
    re.IGNORECASE,
)
_OF_DAY = compiled(
    r"['’]s\s(?:\w+\s)?(?:dawn|sunrise|daybreak|sunset|dusk|morning|afternoon|evening|night|midnight|noon)\b",
    re.IGNORECASE,
)
_AS_THEN = Gated(r"(?:,\s(?:just\s)?(?:as|like|unlike)|\bthan)\s+(?:(?:in|on|during|the)\s+)*$", re.IGNORECASE)
_COMPARED = compiled(r"\b(?:than|like|unlike|as|from|after|following|since|before|to)\s+(?:the\s+)?$", re.IGNORECASE)
_RIGHT_AFTER = compiled(r"\b(?:after|following)\s+(?:the\s+)?$", re.IGNORECASE)
_NAMES_IT = frozenset({Part.NOUN, Part.OBJECT})
_HEAD = 5  # sentences among which a report prints its own day
_FRESH = 3  # days before publication within which an incident is the news
_AND_NEXT = compiled(r",?\s+and\s+(?!(?:early|late|on|the (?:day|night|morning)|\w+day)\b)", re.IGNORECASE)
_BEHIND_IT = compiled(
    r"(?!(?:and|but|then|or)\b)\b[\w”’\"']+\s+(?:(?:early|late|only)\s+)?on\s+$", re.IGNORECASE
)  # right before a day
_NEXT = (
    200.0  # what lies behind "and" has a day of its own: "a cruise missile on Tuesday and a ballistic one on Thursday"
)
_OF_NIGHT = {" ", " on ", " from ", " between ", " into "}  # between "overnight" and the day it is of
_WIDE = {"month", "year", "season"}
_UNTIL = compiled(r"\b(?:until|till|as late as|no later than)\s+(?:the\s+)?$", re.IGNORECASE)
_UNTIL_CLAUSE = Gated(r"\b(?:until|till)\s[^,;.]{0,140}$", re.IGNORECASE)  # "banned until it left the treaty on Aug. 2"
_SINCE_CLAUSE = Gated(
    r"\b(?:first|last|only|one|biggest|largest|longest|latest|ever)\b[^,;]*?\ssince\s[^,;]*?$", re.IGNORECASE
)
_REACH = 160  # code points before a day
_HAD = compiled(r"\bhad\s[^,;:]*$")
_SINCE = compiled(r"\bsince\s+(?:(?:the|its|a|an|last|late|early|one|on|in)\s+)*$", re.IGNORECASE)


def date_all(
    facts: Facts, triggers: Sequence[Trigger], place_zone: str | None, codebook: Codebook, written_in: str | None = None,
) -> tuple[Dated, ...]:  # fmt: skip
    """The dates of a report against its publication; each goes to the nearest telling of its sentence.

    The codebook tells how far "days after" reaches, when an evening is, and which words are of speech; `written_in` is the zone
    of the outlet's clock.
    """
    calendar = date.Calendar(facts.report.published, written_in, place_zone, parts=codebook.day_parts)
    text = facts.report.text
    by_sentence: dict[int, list[int]] = {}
    for number, trigger in enumerate(triggers):
        by_sentence.setdefault(trigger.sentence, []).append(number)
    found: list[Dated] = []
    gaps: list[tuple[int, date.DateExpression]] = []
    today = calendar
    anchor: DateRange | None = None
    told: DateRange | None = None  # the day last named on which something happened, not was said
    under = labels(text, facts.sentences, facts.dates)
    for number, written in enumerate(facts.dates):
        expression = in_that_year(text, written, found)
        sentence = facts.sentence_at(expression.start)
        if sentence is None or _of_utc_clock(facts, expression.start):
            continue
        if expression.kind == "window":
            gaps.append((sentence, expression))
            continue
        span = facts.sentences[sentence]
        head = text[max(span.start, expression.start - 60) : expression.start]
        listed = bool(found) and _LISTED.fullmatch(text, found[-1].end, expression.start) is not None
        said = (
            found[-1].speech if listed else is_said(text, span.start, expression.start, expression.end, codebook.cues)
        )
        said = said or _is_issue(facts, expression)
        stamp = facts.in_dateline(expression.start) or is_stamp(text, span, expression, triggers)
        stamp = stamp or (under == {sentence} and sentence < _HEAD and heads(text, span, expression))
        same = told if expression.shift == 0 else None  # "that day" is the day of what happened, not of who told it
        base = (
            same or _span_before(expression, found, sentence) or anchor or _anchor_behind(facts, number, span, calendar)
            if expression.relation_to == "anchor"
            else None
        )
        against = (today if expression.shift == 0 else calendar) if base is None else replace(calendar, anchor=base)
        beside = [triggers[n] for n in by_sentence.get(sentence, [])]
        ahead = base is None and not said and lies_ahead(facts, span, expression, beside, calendar.today)
        against = replace(against, tense="future") if ahead else against
        resolved = _at_the_place(facts, expression, date.resolve(expression, against), against)
        if not ahead and expression.kind == "weekday" and expression.qualifier is None and _HAD.search(head):
            resolved = _behind_the_news(resolved, told, calendar.today)
        if expression.kind == "range" and nightly(head):
            resolved = morning_of(resolved)
        if expression.shift == 0 and base is None and _quoted(text, expression.start) and _just_told(told, today.today):
            resolved = told  # "Today it failed," in what somebody said on the day itself
        looks_back = base is not None and base is told and before(resolved, told.earliest)
        if resolved is not None and resolved.day is not None and not stamp:
            anchor = resolved
        if stamp and (facts.in_dateline(expression.start) or sentence < _HEAD):
            today = _of_the_dateline(resolved, calendar)
        fresh = _is_fresh(resolved, facts)
        said = said or (fresh and _opens_speech(facts, triggers, by_sentence.get(sentence, []), span, expression))
        owner = _nearest(facts, triggers, by_sentence.get(sentence, []), expression.start, expression.end)
        past = owner is not None and not said and (
            _of_something_else(facts, triggers[owner], expression, head, codebook) or of_its_making(triggers[owner], head, expression)
        )  # fmt: skip
        if (
            past
            or ahead
            or of_a_paper(text, expression)
            or _UNTIL.search(head)
            or _ends_a_time(facts, triggers, by_sentence.get(sentence, []), span, expression)
            or _AS_THEN.search(head)
            or _is_to_come(resolved, facts)
            or (owner is not None and of_a_plan(head, expression.start, triggers[owner]))
        ):
            owner = None
        goes_on = fresh or it_happened(text, span.start, expression.start)
        if owner is None and sentence not in by_sentence and expression.kind not in _WIDE and goes_on:
            owner = _spoken_of(facts, triggers, by_sentence, sentence, expression.start, expression.end)
        news = fresh and facts.report.published is not None
        acted = news and owner is not None and of_another_act(text, triggers[owner], expression, span.start)
        if resolved is not None and resolved.day is not None and not stamp and not (said or acted or looks_back):
            told = resolved
        since = bool(_SINCE.search(head)) or _in_since(facts, triggers, by_sentence.get(sentence, []), span, expression)
        one = Dated(expression, sentence, resolved, said, since, stamp, owner, listed, looks_back, acted)
        later = triggers[owner] if since and owner is not None and triggers[owner].start > expression.end else None
        stray = later is not None and not is_far_end(facts, one, set(later.types))
        found.append(replace(one, trigger=None) if stray else one)
    found = [d for d, e in zip_longest(found, found[1:]) if e is None or not _is_eve(text, d, e)]
    for number, gap in gaps:
        found = reckoned_ahead(facts, triggers, by_sentence.get(number, []), found, number, gap)
    reach = reach_of(codebook.time_words) if gaps else {}
    reckoned = (reckoned_back(facts, triggers, by_sentence.get(s, []), found, s, e, reach) for s, e in gaps)
    return tuple(sorted((*found, *(d for d in reckoned if d is not None)), key=lambda d: d.start))


def _of_the_dateline(when: DateRange | None, calendar: date.Calendar) -> date.Calendar:
    """The calendar by which "today" is read: that of the dateline's day, where the report was printed soon after it."""
    day, printed = when.day if when is not None else None, calendar.today
    if day is None or printed is None or not 0 < (printed - day).days <= _FRESH:
        return calendar
    return replace(calendar, published=Published(day))


def _span_before(expression: date.DateExpression, found: Sequence[Dated], sentence: int) -> DateRange | None:
    """What "November of that year" and, behind a month of the same sentence, "a month later" are reckoned from: the date before."""
    if expression.kind != "month" and expression.unit not in {"month", "year"}:
        return None
    told = next((d for d in reversed(found) if not d.stamp and d.range is not None and d.range.earliest), None)
    beside = told is not None and (expression.kind == "month" or told.sentence == sentence)
    return told.range if told is not None and beside else None


def _quoted(text: str, at: int) -> bool:
    """Whether a place stands within quotation marks of its paragraph."""
    low = text.rfind("\n", 0, at) + 1
    return text.rfind("“", low, at) > text.rfind("”", low, at) or text.count('"', low, at) % 2 == 1


def _just_told(told: DateRange | None, printed: datetime.date | None) -> bool:
    """Whether the day last told of is one or two days before that of publication."""
    return bool(told and told.day and printed and 0 < (printed - told.day).days <= _FRESH - 1)


def _in_since(
    facts: Facts, triggers: Sequence[Trigger], numbers: Sequence[int], span: Sentence, found: date.DateExpression
) -> bool:
    """Whether a day is that of something else since which none was launched: "the first since talks ended on Friday"."""
    clause = _SINCE_CLAUSE.search(facts.report.text, max(span.start, found.start - _REACH), found.start)
    return clause is not None and not any(clause.start() < triggers[n].start < found.start for n in numbers)


def _ends_a_time(
    facts: Facts, triggers: Sequence[Trigger], numbers: Sequence[int], span: Sentence, found: date.DateExpression
) -> bool:
    """Whether a day is that of something else until which a state of things lasted: "barred until the pact lapsed on Aug. 2"."""
    clause = _UNTIL_CLAUSE.search(facts.report.text, max(span.start, found.start - _REACH), found.start)
    return clause is not None and not any(clause.start() < triggers[n].start < found.start for n in numbers)


def _is_issue(facts: Facts, found: date.DateExpression) -> bool:
    """Whether a day is that of a paper or dispatch: "Friday's Rodong Sinmun"."""
    owns = _OWNS.match(facts.report.text, found.end)
    if owns is None:
        return False
    named = facts.names_in(owns.end(), owns.end() + 1)
    return any(n.kind == "body" and getattr(n.entry, "cls", None) in MEDIA for n in named)


def _is_eve(text: str, evening: Dated, morning: Dated) -> bool:
    """Whether a day is the eve of a night told by both its days: "late on Monday and into Tuesday" is Tuesday's."""
    if evening.expression.unit == "night" and text[evening.end : morning.start] in _OF_NIGHT:
        return True  # "overnight from Friday to Saturday"
    if evening.range is None or morning.range is None or evening.range.day is None or morning.range.day is None:
        return False
    return date.days_on(evening.range.day, 1) == morning.range.day and into(
        text, evening.start, evening.end, morning.start
    )


def _opens_speech(
    facts: Facts, triggers: Sequence[Trigger], numbers: Sequence[int], span: Sentence, found: date.DateExpression
) -> bool:
    """Whether a sentence opens with a day and who spoke on it, before anything is told."""
    text = facts.report.text
    if _OPENS.fullmatch(text, span.start, found.start) is None:
        return False
    match = _SPEECH_OPENED.match(text, found.end, span.end)
    return match is not None and not any(triggers[n].start < match.end() for n in numbers)


def _of_something_else(facts: Facts, told: Trigger, found: date.DateExpression, head: str, codebook: Codebook) -> bool:
    """Whether a date owns what is no incident, or nothing: "for last week's attack on parliament", "faster than last week's"."""
    owns = _ANOTHERS.match(facts.report.text, found.end)
    if (
        owns is None
        or _OF_DAY.match(facts.report.text, found.end)
        or found.end <= told.start <= owns.end()
        or told.start <= found.start < told.end
    ):
        return False
    if owns["head"] is None or (told.end <= found.start and _RIGHT_AFTER.search(head) is not None):
        return _COMPARED.search(head) is not None
    words = owns[0].lower().split()
    if not codebook.incident_words.isdisjoint((*words, *(word.removesuffix("s") for word in words))):
        return False
    inside = (t.term for t in facts.terms if owns.start() <= t.start and t.end <= owns.end())
    return not any(term.part in _NAMES_IT and term.base not in codebook.weapons for term in inside)


def _is_to_come(when: DateRange | None, facts: Facts) -> bool:
    """Whether a month or a year lies behind the day of publication: "set to enter service next year"."""
    published = facts.report.published
    if published is None or when is None or when.earliest is None or when.latest is None:
        return False
    return date.days_on(published.day, 1) < when.earliest and date.days_on(when.earliest, 27) <= when.latest


def _anchor_behind(facts: Facts, number: int, span: Sentence, calendar: date.Calendar) -> DateRange | None:
    """What "a day earlier" is reckoned from where no day was named before it: the next day of its sentence ("it had
    fired a day earlier, it said on Monday"), else that of publication."""
    behind = (date.resolve(e, calendar) for e in facts.dates[number + 1 :] if e.start < span.end)
    beside = next((d for d in behind if d is not None and d.day is not None), None)
    today = calendar.today
    return beside or (DateRange(today, today) if today is not None else None)


def _behind_the_news(
    weekday: DateRange | None, told: DateRange | None, today: datetime.date | None
) -> DateRange | None:
    """A weekday that is tomorrow where the report was written, though the place may be a day ahead, as that of the week before
    where the news is of an earlier day: "fired a missile on Tuesday ... had fired others on Thursday", on a Wednesday."""
    day = None if weekday is None else weekday.day
    if day is None or today is None or day <= today or told is None or told.day is None or told.day > today:
        return weekday
    week = day - datetime.timedelta(weeks=1)
    return DateRange(week, week)


def _at_the_place(
    facts: Facts, expression: date.DateExpression, when: DateRange | None, calendar: date.Calendar
) -> DateRange | None:
    """The place's day of a full date that a UTC clock stands right behind ("2012-04-12 2239 UTC"), and of an evening told
    by another place's clock."""
    zone = calendar.place_zone
    if when is None or when.day is None or zone is None:
        return when
    if (told := told_afar(facts, expression, when, zone, calendar.parts)) is not None:
        return told
    if expression.kind != "full":
        return when
    local_of = {p.utc.start for p in clock.pairs(facts.clocks, facts.report.text)}
    for found in facts.clocks:
        beside = found.zone == "UTC" and not found.stamp and found.start not in local_of
        if beside and _AT.fullmatch(facts.report.text, expression.end, found.start):
            there = clock.to_local(found, zone, when.day)[0].date()
            return DateRange(there, there)
    return when


def _of_utc_clock(facts: Facts, place: int) -> bool:
    """Whether a day belongs to a clock of another place: "(2210 GMT Wednesday)", "(6 p.m. in London the day before)", not
    "(2210 GMT) Thursday"."""
    text = facts.report.text
    return any(
        c.zone is not None
        and c.start <= place
        and place - c.end <= 4
        and (c.weekday is not None or c.zone == "UTC" or _IN_BRACKETS.search(text, max(0, c.start - 20), c.start))
        and not text[c.end : place].startswith((")", "]"))
        for c in facts.clocks
    )


def _nearest(facts: Facts, triggers: Sequence[Trigger], numbers: Sequence[int], start: int, end: int) -> int | None:
    best: tuple[float, int] | None = None
    ended = False
    for number in numbers:
        trigger = triggers[number]
        if _COMPARISON.search(facts.report.text, trigger.end, start):
            continue
        if trigger.start <= start < trigger.end:
            cost = 0.0
        elif trigger.end <= start:
            cost = facts.bounds.distance(trigger.end, start)
            cost += _NEXT if set_apart(facts, trigger, start) else 0.0
        else:
            ended = ended or (best is not None and _ends_there(facts.report.text, start, end, trigger))
            ended = ended or _AFTER_ANOTHER.search(facts.report.text, end, trigger.start) is not None
            cost = facts.bounds.distance(end, trigger.start) + (_NEXT if ended else 0.0)
        if best is None or (cost, number) < best:
            best = (cost, number)
    return best[1] if best is not None and best[0] < 700 else None


def _ends_there(text: str, start: int, end: int, behind: Trigger) -> bool:
    """Whether a date ends what is told before it, so that a telling behind has a day of its own: "fired two on Friday, tested
    a third on Sunday"."""
    if _AND_NEXT.match(text, end) is not None:
        return True
    return text[end : behind.start] == ", " and _BEHIND_IT.search(text[max(0, start - 24) : start]) is not None


_AFTER_ANOTHER = Gated(  # the news is dated from another thing, which has a day of its own: "on Thursday, days after a failed launch"
    r"\b(?:days?|weeks?|months?|hours|years?) (?:after|before|since)\b|\b(?:following|ahead of|in response to|in the wake of)\b",
    re.IGNORECASE,
)
_COMPARISON = Gated(  # what is set beside the telling has a day of its own: "twice as far as the 400 km flown in May"
    r"\b(?:as (?:far|high|long|much|many) as|compared (?:with|to)|(?:up|down) from|against(?= \d)|(?:(?<!more )(?<!less )(?<!fewer )(?<!rather )than(?= \d)|than(?! \d))) (?:(?:the|that|those|its|in|it had|during)\b|\d)",
    re.IGNORECASE,
)


def _is_fresh(when: DateRange | None, facts: Facts) -> bool:
    """Whether a day is one of those a report can be news of: shortly before its publication, where that is known."""
    published = facts.report.published
    return published is None or not before(when, published.day, by=_FRESH)


def _spoken_of(
    facts: Facts, triggers: Sequence[Trigger], by_sentence: Mapping[int, Sequence[int]], sentence: int, place: int,
    end: int,
) -> int | None:  # fmt: skip
    """The telling that a sentence without one goes on about: "It was held at the site on Tuesday", "On Tuesday it flew"."""
    head = facts.report.text[facts.sentences[sentence].start : place]
    opens = _OPENS.fullmatch(head) is not None and _THEN_DONE.match(facts.report.text, end) is not None
    done = opens or _WAS_DONE.search(head) is not None
    if not done or _PAST.search(head) or _OF_SOMEBODY.search(head) or is_plan(head):
        return None
    earlier = [n for s in (sentence - 1, sentence - 2) for n in by_sentence.get(s, ())]
    return earlier[-1] if earlier else None
