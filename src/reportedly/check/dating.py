"""The day of a report that bears none, found among what a ledger holds: only where all that it tells fits one day."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from reportedly.check.article import Article, Told
from reportedly.check.counted import readings
from reportedly.check.dating_figures import elsewhere, fits, is_day
from reportedly.check.days import shown
from reportedly.check.last_days import points_back, weekday_before
from reportedly.check.offsets import DAY, ahead
from reportedly.check.record import Episode, Record
from reportedly.check.windows import named
from reportedly.frozen import dataclass
from reportedly.model import ClockTime, DateRange, Mention, Place, Role
from reportedly.model.calendar import WEEKDAYS

_SLACK = 10  # minutes between the clocks of two observers of one launch
_ENOUGH = 2  # constraints that must have been met before one day is taken
NOON = 12
_NAMED = 4  # days that are told one by one


@dataclass(frozen=True, slots=True)
class Constraint:
    """Something that the report tells of its day: in words, and whether a day fits it, None where the ledger cannot tell.

    What is `vague` excludes days and founds none.
    """

    words: str
    fits: Callable[[date], bool | None]
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Dating:
    """The days that are left for a report's own incident, with the reasoning; `unique` where it is one and well founded."""

    mention: str
    candidates: tuple[date, ...]
    unique: bool
    why: tuple[str, ...]

    @property
    def days(self) -> DateRange | None:
        """The day, where it is settled."""
        return DateRange(self.candidates[0], self.candidates[0]) if self.unique else None


def dated(article: Article) -> Dating | None:
    """When the subject of a report without a day happened, by the ledger; None where the report fixes it, or nothing can.

    Days are only ever excluded: what fits two days stays undated and names both.
    """
    main = next((m for m in article.extraction.mentions if m.role is Role.MAIN and m.state is not None), None)
    if main is None or article.record is None or article.days_of(main) is not None:
        return None
    held = _held(article.record, main)
    asked = list(constraints(article, main, held)) if held else []
    if not asked:
        return None
    why = [f"the ledger has {len(held)} days of this kind ({main.type.replace('_', ' ')}, {main.state})"]
    left, known = sorted(held), dict.fromkeys(held, 0)
    for one in asked:
        answers = {day: one.fits(day) for day in left}
        left = [day for day in left if answers[day] is not False]
        known.update({day: known[day] + 1 for day in left if answers[day] and not one.vague})
        why.append(f"{one.words}: {_left(left)}")
    borne = [day for day in left if known[day] == len(asked)]
    if len(borne) == 1 and len(left) > 1 and all(known[day] <= len(asked) - _ENOUGH for day in left if day != borne[0]):
        why.append(f"only of {shown(borne[0])} the ledger tells all of this; of the others it cannot tell")
        left = borne
    founded = len(left) == 1 and known[left[0]] >= _ENOUGH and not elsewhere(main, held[left[0]], article.codebook)
    return Dating(main.id, tuple(left), founded, tuple(why))


def _held(record: Record, main: Mention) -> dict[date, list[Episode]]:
    """The days on which the ledger has something of the mention's kind; not those of which one list leaves the kind open,
    and another that would know has nothing."""
    held: dict[date, list[Episode]] = {}
    state = main.state or ""
    for one in record.between(state, [main.type], date.min, date.max):
        if not (one.sure and len(one.types) == 1) and record.covering(state, main.type, one.first, one.last):
            continue
        for n in range(min((one.last - one.first).days, 1) + 1):
            held.setdefault(one.first + timedelta(n), []).append(one)
    return held


def constraints(article: Article, main: Mention, held: dict[date, list[Episode]]) -> Iterator[Constraint]:
    """What the report tells of the day, the plainest first."""
    told = [
        one
        for one in article.told("weekday_date", "tz_pair", "first_since", "rank_in_period")
        if one.mention.id == main.id
    ]
    partial = main.values.get("date")
    if isinstance(partial, DateRange) and partial.partial:
        fits_partly = partial_fit(partial.partial)
        yield Constraint(f"its date is {partial.partial}", fits_partly, vague=not is_day(partial.partial))
    weekday = _own_weekday(told, article)
    if weekday is not None:
        yield Constraint(f"it was a {WEEKDAYS[weekday]} there", lambda day: day.weekday() == weekday)
    clock, state = main.values.get("time_local"), article.codebook.states.get(main.state or "")
    if isinstance(clock, ClockTime) and state is not None:
        zone = ZoneInfo(clock.zone or state.zone)
        yield Constraint(f"it was at {clock.earliest:%H:%M} there", lambda day: _at(held[day], day, clock, zone))
    before = _last_weekday(told, weekday)
    if before is not None:
        yield Constraint(
            f"there was another on the {WEEKDAYS[before]} before", lambda day: weekday_before(day, before) in held
        )
    for one in told:
        if one.value.kind == "first_since" and _plain(one, article):
            yield _since(one, before, sorted(held))
        elif (one.word("period") or "").isdigit():
            yield _in_year(one, sorted(held))
    for fit in fits(article, main, held):
        yield Constraint(fit.words, fit.days.get)
    site = main.values.get("site")
    known = {id_ for some in held.values() for one in some for id_ in one.sites}
    if isinstance(site, Place) and site.id in known:
        yield Constraint(f"it was from {site.name}", lambda day: _from(held[day], site.id))


def _left(days: Sequence[date]) -> str:
    if not days:
        return "no day is left"
    if len(days) > _NAMED:
        return f"{len(days)} days are left"
    return f"{', '.join(map(shown, days))} {'is' if len(days) == 1 else 'are'} left"


def _from(episodes: Sequence[Episode], site: str | None) -> bool | None:
    """Whether one of the day's launches is from the place; another place decides nothing, for sites are told variously."""
    return True if any(site in one.sites for one in episodes) else None


def partial_fit(partial: str) -> Callable[[date], bool]:
    """Whether a day is one of "--10-31", "--02" or "2019-10"; an outlet in the west may print the day before."""
    west = timedelta(days=is_day(partial))
    return lambda day: _begins(day, partial) or _begins(day - west, partial)


def _begins(day: date, partial: str) -> bool:
    whole = day.isoformat()
    return whole[4:].startswith(partial[1:]) if partial.startswith("--") else whole.startswith(partial)


def _own_weekday(told: Sequence[Told], article: Article) -> int | None:
    """The weekday at the place: by a pair of clocks of which one names its day, else as it is told."""
    for one in told:
        utc, weekday = one.word("utc"), one.whole("utc_weekday")
        if one.value.kind == "tz_pair" and utc is not None and weekday is not None:
            state = article.codebook.states.get(one.mention.state or "")
            minutes = int(utc[:2]) * 60 + int(utc[3:])
            if state is not None:
                return (weekday + (minutes + ahead(state.zone, "UTC", date(2020, 1, 1))) // DAY) % 7
    plain = [one for one in told if one.value.kind == "weekday_date" and not points_back(one)]
    names = {one.word("weekday") for one in plain} & set(WEEKDAYS)
    return WEEKDAYS.index(names.pop() or "") if len(names) == 1 else None


def _last_weekday(told: Sequence[Told], own: int | None) -> int | None:
    """The weekday of "last Thursday", where the incident's own is another one."""
    names = [one.word("weekday") for one in told if one.value.kind == "weekday_date" and points_back(one)]
    days = {WEEKDAYS.index(name) for name in names if name in WEEKDAYS} - {own}
    return days.pop() if len(days) == 1 and own is not None else None


def _at(episodes: Sequence[Episode], day: date, clock: ClockTime, zone: ZoneInfo) -> bool | None:
    """Whether one of the day's moments is at this clock; None where the ledger has none of them.

    Where the place's clock was half an hour off, the report may give its neighbour's.
    """
    moments = [moment for one in episodes for moment in one.moments]
    if not moments:
        return None
    halved = ahead(zone.key, "UTC", day) % 60 != 0
    slack = timedelta(minutes=_SLACK + 30 * halved)
    first = datetime.combine(day, clock.earliest, zone).astimezone(UTC) - slack
    last = datetime.combine(day, clock.latest, zone).astimezone(UTC) + slack
    return any(first <= other <= last for moment in moments for other in _read(moment))


def _read(moment: datetime) -> Iterator[datetime]:
    """A moment as a list has it, and as it may have been meant: lists that write half days slip at twelve o'clock."""
    yield moment
    if moment.hour == NOON:
        yield moment - timedelta(hours=NOON)


def _since(one: Told, before: int | None, days: Sequence[date]) -> Constraint:
    """None since then: the one before the incident, or before the one on "last Thursday", lies in the time named."""

    def holds(day: date) -> bool | None:
        said = named(one.word("since") or "", day)
        earlier = max((other for other in days if other < day), default=None)
        if said is None or not said.alone:
            return None
        return earlier is not None and said.first - said.pad <= earlier <= said.last + said.pad

    anchor = "" if before is None else ", counted from it or from the one before"
    return Constraint(
        f'"{one.claim.written}"{anchor}',
        lambda day: holds(day) or (holds(weekday_before(day, before)) if before is not None else holds(day)),
    )


def _plain(one: Told, article: Article) -> bool:
    """Whether a claim counts all of the incident's kind, and not those of a class or weapon, or at one place."""
    counted = next(iter(readings(one, article)), None)
    return counted is not None and counted.weapon is None and counted.weapon_class is None


def _in_year(one: Told, days: Sequence[date]) -> Constraint:
    """The so-manieth of a year that is named: a day of that year, borne out where the ledger has as many till then."""
    year, rank = int(one.word("period") or 0), one.whole("n")

    def holds(day: date) -> bool | None:
        if day.year != year:
            return False
        return True if sum(other.year == year and other <= day for other in days) == rank else None

    return Constraint(f'"{one.claim.written}"', holds)
