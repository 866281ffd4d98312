"""Which of a report's days are an affair's own: of its sentence those that stand nearest to it, and to no incident."""

import re
from collections.abc import Mapping, Sequence

from reportedly.extract.affairs_find import Affair
from reportedly.extract.dated import Dated, before
from reportedly.extract.framing import Framing
from reportedly.extract.trigger import Trigger
from reportedly.model import DateRange, Role
from reportedly.patterns import compiled

# whose day is that of what was said
SPOKEN = frozenset({"statement", "facility", "findings", "measure", "retraction"})
_GROUND = compiled(  # before a day of what an affair followed; a vote is the affair itself
    r"(?i:\b(?:since|after|over|following|because of|(?:response|answer|reaction|retaliation) to|than|compared (?:with|to)|(?:up|down) from)\b)"
    r"(?!\s(?:an?|the|its)\s(?:[\w-]+\s){0,4}?(?:vote|adoption|decision)\b)"
)
_THE_LAST = compiled(
    r"\b(?:last|previous|earlier|prior|preceding)\s(?:[\w.]+\s){0,7}?(?:reports?|assessments?|updates?|statements?)\b[^.;,]{0,24}$",
    re.IGNORECASE,
)
_ATTRIBUTE = compiled(r"\s+[a-z]")
_DETERMINED = compiled(r"(?:\b(?:the|an?|its|their|his|this|that)|['’]s)\s+$", re.IGNORECASE)
_ON_A_PLACE = compiled(  # "a missile that struck", " the city of Kharkiv on "
    r"(?:\s+(?!(?:was|were|is|are|had|has|by|and|reports?|said|says|dated|published|released)\b)[\w’'-]+){0,5}\s+(?:on|in)\s+|\s"
)
_OF_ACCOUNT = compiled(
    r"\s+(?:[a-z]+\s+)?(?:alert|warning|alarm|order|announcement|account|report|message|claim|notice|figure|count|tally|assessment)s?$"
)
_OF_DAY = compiled(r"\s+(?:of|from)\s+")
_MONTH = 31  # days
_YESTERDAY = 1
PAST = 60  # days after which an affair is no news


def own_dates(framing: Framing, found: Sequence[Affair], passing: bool) -> dict[int, list[int]]:
    """The dates of each affair, by their numbers."""
    affairs: dict[int, list[int]] = {}
    for number, affair in enumerate(found):
        affairs.setdefault(affair.trigger.sentence, []).append(number)
    incidents: dict[int, list[Trigger]] = {}
    for number in framing.of_trigger:
        incidents.setdefault(framing.triggers[number].sentence, []).append(framing.triggers[number])
    owned: dict[int, list[int]] = {}
    for number, dated in enumerate(framing.dates):
        here = {n: found[n] for n in affairs.get(dated.sentence, ())}
        owner = _owner(framing, here, incidents.get(dated.sentence, ()), dated)
        if owner is not None and (
            passing or framing.codebook.is_a(found[owner].type, "retraction") or _may_move(framing, number)
        ):
            owned.setdefault(owner, []).append(number)
    return {owner: _own_days(framing, found[owner].trigger, numbers, incidents) for owner, numbers in owned.items()}


def _own_days(
    framing: Framing, affair: Trigger, numbers: list[int], incidents: Mapping[int, Sequence[Trigger]]
) -> list[int]:
    """Of the dates nearest to an affair those that are its own: behind the launch it is about, a day is the launch's
    where the affair has another, and a week or month always is ("condemned the launch of last week")."""
    told, text = incidents.get(affair.sentence, ()), framing.facts.report.text
    numbers = [n for n in numbers if not _is_long(framing.dates[n].range)]
    published = framing.facts.report.published
    if told and published is not None and framing.codebook.is_a(affair.types[0], "findings"):  # the test's own day
        numbers = [n for n in numbers if not before(framing.dates[n].range, published.day, by=PAST)]
    if framing.codebook.is_a(affair.types[0], "retraction"):  # "corrects October count": when it was counted
        numbers = [n for n in numbers if not _OF_ACCOUNT.match(text, framing.dates[n].end, affair.end)]
    if not framing.codebook.types[affair.types[0]].announced:  # "the Tuesday meeting"
        numbers = [n for n in numbers if not _names_another(framing, framing.dates[n])]
    of_one = {n for n in numbers if any(_OF_DAY.fullmatch(text, t.end, framing.dates[n].start) for t in told)}
    numbers = [n for n in numbers if n not in of_one and not (framing.dates[n].listed and n - 1 in of_one)]
    first = min((t.anchor for t in told if t.anchor > affair.anchor), default=None)
    if first is None:
        return numbers
    dates = framing.dates
    own = [n for n in numbers if dates[n].start < first or dates[n].speech]
    if own:
        return own
    days = [n for n in numbers if (when := dates[n].range) is not None and when.day is not None]
    return [n for n in days if not (_is_older(framing, n) and any(_right_behind(framing, t, dates[n]) for t in told))]


def _is_older(framing: Framing, number: int) -> bool:
    """Whether a day lies further back than what was said yesterday: "condemned the North for its test on Saturday"."""
    published = framing.facts.report.published
    return published is not None and before(framing.dates[number].range, published.day, by=_YESTERDAY)


def _is_long(when: DateRange | None) -> bool:
    """Whether a date is a time longer than a month, in which no affair has its day: "last year"."""
    return bool(when and when.earliest and when.latest and (when.latest - when.earliest).days > _MONTH)


def _names_another(framing: Framing, dated: Dated) -> bool:
    """Whether a date says which launch or strike is meant: "the January 2 strike", "its April 15 launch"."""
    text = framing.facts.report.text
    head = _DETERMINED.search(text, max(0, dated.start - 12), dated.start)
    return head is not None and _ATTRIBUTE.match(text, dated.end) is not None


def _owner(framing: Framing, affairs: Mapping[int, Affair], incidents: Sequence[Trigger], dated: Dated) -> int | None:
    """The affair that a date belongs to: the nearest of its sentence, where no incident is told nearer by."""
    if dated.stamp or dated.since or dated.range is None:
        return None
    costs = [
        (_cost(framing, a.trigger, dated), n) for n, a in affairs.items() if not _of_its_ground(framing, a, dated.start)
    ]
    if not costs or (dated.speech and framing.codebook.types[affairs[min(costs)[1]].type].sort not in SPOKEN):
        return None
    told = [t for t in incidents if _right_behind(framing, t, dated)]
    findings = [a.trigger for a in affairs.values() if framing.codebook.is_a(a.type, "findings")]
    if any(f.start <= t.start < f.end for t in told for f in findings):
        return None  # "documented the remnants of a missile that struck the city on January 2"
    nearest = min((_cost(framing, t, dated) for t in incidents), default=None)
    if nearest is not None and nearest <= min(costs)[0] and not dated.speech:
        return None
    return min(costs)[1]


def _right_behind(framing: Framing, told: Trigger, dated: Dated) -> bool:
    """Whether a day stands behind a telling, with no more than a place between."""
    if dated.trigger is None or framing.triggers[dated.trigger] is not told or dated.start < told.end:
        return False
    return _ON_A_PLACE.fullmatch(framing.facts.report.text, told.end, dated.start) is not None


def _cost(framing: Framing, trigger: Trigger, dated: Dated) -> float:
    """How far a date stands from a telling for the reader; nothing where it stands within."""
    if trigger.start <= dated.start < trigger.end:
        return 0.0
    if trigger.end <= dated.start:
        return framing.facts.bounds.distance(trigger.end, dated.start)
    return framing.facts.bounds.distance(dated.end, trigger.start)


def _of_its_ground(framing: Framing, affair: Affair, place: int) -> bool:
    """Whether a date is that of what the affair followed: "imposed since the test in 2006", "the last report, issued on May 30"."""
    text = framing.facts.report.text
    if _THE_LAST.search(text, framing.facts.sentences[affair.trigger.sentence].start, place) is not None:
        return True
    return _GROUND.search(text, affair.trigger.start, place) is not None


def _may_move(framing: Framing, number: int) -> bool:
    """Whether a date can be taken from the incident it was given to: never the only date of the subject."""
    home = framing.of_date.get(number)
    if home is None:
        return True
    frame = framing.frames[home]
    return frame.role is not Role.MAIN or len(frame.dates) > 1
