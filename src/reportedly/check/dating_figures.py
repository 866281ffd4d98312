"""What a report's figures, class and other days say of the day it does not bear, against what a ledger has of each day."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from reportedly.check.article import Article
from reportedly.check.days import shown
from reportedly.check.record import Episode
from reportedly.codebook import Codebook
from reportedly.extract.sentences import dateline
from reportedly.fields.date import find
from reportedly.fields.registry import show
from reportedly.frozen import dataclass
from reportedly.model import DateRange, Mention, Place, Quantity, Role, Term, Value
from reportedly.reconcile.place import kilometres
from reportedly.reconcile.sketch import POINT

FIGURES = ("distance_km", "apogee_km", "flight_time_s", "magnitude")
NEAR, FAR = 1.2, 1.6  # observers differ by a fifth (3 of 29 by more); beyond the second it is another launch
SMALL = 60  # kilometres that never tell two launches apart
RANGES: Mapping[str, int] = {"CRBM": 0, "SRBM": 0, "MRBM": 1, "IRBM": 2, "ICBM": 3}
YEAR = timedelta(days=370)
APART = 100  # kilometres: another place
HEAD = 3  # sentences among which a dateline stands

Held = Mapping[date, Sequence[Episode]]


@dataclass(frozen=True, slots=True)
class Fit:
    """How one thing that is told fits each day: in words, and by day True, False, or None where the ledger cannot tell."""

    words: str
    days: Mapping[date, bool | None]


def fits(article: Article, main: Mention, held: Held) -> Iterator[Fit]:
    """What is told of the day beside its own words, each against every day that the ledger has."""
    yield from _printed(article, held)
    yield from _of_month(article, main, held)
    for name in FIGURES:
        if (flown := _top(main.values.get(name))) is not None:
            words = f"its {name.rpartition('_')[0].replace('_', ' ') or name} was {show(name, main.values[name])}"
            yield Fit(words, {day: _figure(flown, held[day], name) for day in held})
    class_ = main.values.get("weapon_class")
    if isinstance(class_, Term) and class_.code in RANGES:
        yield Fit(f"it was an {class_.code}", {day: _class(class_.code, held[day]) for day in held})
    yield from _others(article, main, held)


def _figure(told: float, episodes: Sequence[Episode], name: str) -> bool | None:
    tops = [top for one in episodes if (top := _top(one.values.get(name))) is not None]
    if not tops:
        return None
    ratio = min(max(top, told) / max(min(top, told), 1) for top in tops)
    if ratio <= NEAR or min(abs(top - told) for top in tops) <= SMALL:
        return True
    return False if ratio > FAR else None


def _top(value: Value | None) -> float | None:
    """The highest figure told; None where only a floor is told."""
    return value.maximum if isinstance(value, Quantity) else None


def _class(told: str, episodes: Sequence[Episode]) -> bool | None:
    """Whether the ledger has it of this class; another that lies far from it excludes the day, a neighbour does not."""
    classes = {class_ for one in episodes for class_ in one.classes}
    if told in classes:
        return True
    ranks = [RANGES[class_] for class_ in classes if class_ in RANGES]
    apart = bool(ranks) and len(ranks) == len(classes) and min(abs(rank - RANGES[told]) for rank in ranks) > 1
    return False if apart else None


def elsewhere(main: Mention, episodes: Sequence[Episode], codebook: Codebook) -> bool:
    """Whether the ledger has the day's incidents far from where this one is told to be, at no place mistaken for it."""
    place = main.values.get("site")
    told = codebook.sites.get(place.id or "") if isinstance(place, Place) else None
    known = [codebook.sites[id_] for one in episodes for id_ in one.sites if id_ in codebook.sites]
    if told is None or not known or told.precision > POINT:
        return False
    return all(
        one.id not in told.confusable and (apart := kilometres(told, one)) is not None and apart > APART
        for one in known
    )


def _others(article: Article, main: Mention, held: Held) -> Iterator[Fit]:
    """It came after whatever the report tells of as past: days with their year, and days of one like it without."""
    told = [one for one in article.extraction.mentions if one.role is Role.BACKGROUND and one.state == main.state]
    days = [one.values.get("date") for one in told if one.type == main.type]
    known = [day.earliest for day in days if isinstance(day, DateRange) and day.earliest is not None]
    if known:
        yield Fit(f"it came after {shown(max(known))}", {day: day > max(known) for day in held})
    for partial in sorted({day.partial for day in days if isinstance(day, DateRange) and day.partial}):
        if is_day(partial):
            words = f"there was another on {partial[2:]} before"
            yield Fit(words, {day: _before(day, partial, held) for day in held})


def is_day(partial: str) -> bool:
    """Whether it is a day of a month, "--10-31"."""
    return partial.startswith("--") and len(partial) == len("--10-31")


def _before(day: date, partial: str, held: Held) -> bool | None:
    found = any(
        other < day <= other + YEAR and partial[2:] in (f"{other:%m-%d}", f"{other - timedelta(days=1):%m-%d}")
        for other in held
    )
    return True if found else None  # what the report means may be of another kind


def _printed(article: Article, held: Held) -> Iterator[Fit]:
    """The dateline's day without a year: news is printed on the day, or within two of it."""
    for sentence in article.sentences[:HEAD]:
        text = article.report.text[sentence.start : sentence.end]
        head = dateline(text)
        for found in find(text[: head.end]) if head else ():
            if found.kind == "month_day" and found.month and found.day:
                stamp = f"{found.month:02}-{found.day:02}"
                near = {day: any(f"{day + timedelta(n):%m-%d}" == stamp for n in range(-1, 3)) for day in held}
                yield Fit(f"it was printed on {stamp}", near)
                return


def _of_month(article: Article, main: Mention, held: Held) -> Iterator[Fit]:
    """A day of a month that is not named, "on the 25th", in the sentences that tell it."""
    told = {article.sentence_at(claim.span.start) for claim in main.claims if claim.field == "type"}
    days = {
        found.day
        for number in sorted(told)
        if number >= 0
        for found in find(article.report.text[article.sentences[number].start : article.sentences[number].end])
        if found.kind == "day_of_month" and found.day
    }
    if len(days) == 1:
        (number,) = days
        yield Fit(f"it was on the {number}.", {day: day.day == number for day in held})
