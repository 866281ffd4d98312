"""One moment on two clocks: "6:50 a.m. (21:50 GMT on Tuesday)"."""

import re
from calendar import day_name
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from reportedly.check.article import BEST, Article, Told
from reportedly.check.days import shown as day_shown
from reportedly.check.focal import by_weekday
from reportedly.check.offsets import DAY, ahead, eras, same, shown
from reportedly.fields.derived_grammar import MONTH
from reportedly.frozen import dataclass
from reportedly.model import Finding, Verdict
from reportedly.patterns import compiled

_HEDGE = compiled(r"\b(?:about|around|approximately|roughly|some|shortly|just|nearly)\b", re.IGNORECASE)
_DAY = timedelta(days=1)
_SLACK = 10  # minutes that a hedge leaves open


_OF_THE_PLACE = compiled(r"\b(?:local|there|time)\b", re.IGNORECASE)

_YEAR = compiled(r"(?:19|20)\d\d\b(?! ?(?:hours|hrs|local|GMT|UTC|h\b))")
_DATE_BEFORE = compiled(rf"(?:\b{MONTH}|\b{MONTH} \d{{1,2}},?|\d{{1,2}} {MONTH},?) $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two clocks: minutes since midnight, their zones, the weekdays they are tied to, what a hedge leaves open, and
    whether the first is of the place itself."""

    local: int
    other: int
    zones: tuple[str, ...]
    other_zone: str
    weekday: int | None
    other_weekday: int | None
    slack: int
    at_place: bool = True

    @property
    def apart(self) -> int:
        """How far the first is ahead, but for whole days."""
        return self.local - self.other

    def shift(self, minutes: int) -> int:
        """How many days the first clock's day is later, where its zone is so many minutes ahead."""
        moment = self.local - minutes
        return 0 if 0 <= moment < DAY else 1 if moment < 0 else -1


def clock_pair(article: Article) -> Iterator[Finding]:
    """Whether the difference is one that the place's zone had on that day, and whether the weekdays fit it.

    Without a day, a difference that the zone has today is consistent, one that it only once had undetermined.
    """
    for told in article.told("tz_pair"):
        pair = None if _is_a_year(told, article) else _pair(told, article)
        if pair is None:
            continue
        tried = [_on_a_day(pair, day) for day in (told.day, *by_weekday(told, article)) if day]
        verdict, working = min(tried, key=lambda one: BEST.index(one[0]), default=_on_any_day(pair))
        reading: dict[str, object] = {"difference": shown(pair.apart), "zones": [*pair.zones, pair.other_zone]}
        if told.day:
            reading["day"] = told.day.isoformat()
        yield told.found(verdict, working, reading)


def _is_a_year(told: Told, article: Article) -> bool:
    """Whether the first clock is the year of a date: "December 13, 2019 [13:41 GMT]"."""
    start = told.claim.span.start
    return bool(_YEAR.match(told.claim.written) and _DATE_BEFORE.search(article.report.text, max(0, start - 20), start))


def _pair(told: Told, article: Article) -> _Pair | None:
    local, other = _minutes(told.word("local")), _minutes(told.word("utc") or told.word("other"))
    named, state = told.word("zone"), article.codebook.states.get(told.mention.state or "")
    zones = (named,) if named else (state.zone, *state.zones) if state else ()
    if zones and not _OF_THE_PLACE.search(told.claim.written):
        zones = tuple(dict.fromkeys((*zones, *_of_voices(article))))
    if local is None or other is None or not zones:
        return None
    other_weekday = told.whole("utc_weekday") if told.word("utc") else told.whole("other_weekday")
    return _Pair(
        local,
        other,
        zones,
        told.word("other_zone") or "UTC",
        told.whole("local_weekday"),
        other_weekday,
        _SLACK if _HEDGE.search(told.claim.written) else 0,
        at_place=named is None or (state is not None and named in (state.zone, *state.zones)),
    )


def _of_voices(article: Article) -> Iterator[str]:
    """The zones of those who speak in the report, whose clock it may be where none is named: Seoul's, of a launch in the North."""
    states = {voice.state for claim in article.extraction.claims for voice in claim.voices if voice.state}
    yield from (article.codebook.states[id_].zone for id_ in sorted(states) if id_ in article.codebook.states)


def _on_a_day(pair: _Pair, day: date) -> tuple[Verdict, str]:
    offsets = {zone: ahead(zone, pair.other_zone, day) for zone in pair.zones}
    fits = next((zone for zone, minutes in offsets.items() if same(pair.apart, minutes, pair.slack)), None)
    if fits is None:
        stood = ", ".join(sorted({f"{zone} was {shown(minutes)}" for zone, minutes in offsets.items()}))
        return Verdict.INCONSISTENT, f"the clocks are {shown(pair.apart)} apart; {_against(pair, stood, day)}"
    told = f"the clocks are {shown(pair.apart)} apart, as {fits} was on {day_shown(day)}"
    around = (day,) if pair.at_place else (day, day - _DAY, day + _DAY)  # another place's clock may show another day
    answers = [_weekdays(pair, offsets[fits], one, told) for one in around]
    return next((one for one in answers if one[0] is Verdict.CONSISTENT), answers[0])


def _weekdays(pair: _Pair, minutes: int, day: date | None, told: str) -> tuple[Verdict, str]:
    """The verdict of clocks that fit: their weekdays must fit too, each other and the day."""
    shift = pair.shift(minutes)
    wanted = day.weekday() if day else pair.weekday
    if wanted is None and pair.other_weekday is not None:
        wanted = (pair.other_weekday + shift) % 7
    if wanted is None:
        return Verdict.CONSISTENT, told
    named = f"it was {day_name[wanted]} there and {day_name[(wanted - shift) % 7]} on the other clock"
    wrong = (pair.weekday not in (None, wanted)) or pair.other_weekday not in (None, (wanted - shift) % 7)
    return (Verdict.INCONSISTENT, f"{told}; but {named}") if wrong else (Verdict.CONSISTENT, f"{told}; {named}")


def _on_any_day(pair: _Pair) -> tuple[Verdict, str]:
    spans = [era for zone in pair.zones for era in eras(zone, pair.other_zone)]
    fit = [era for era in spans if same(pair.apart, era.minutes, pair.slack)]
    if not fit:
        return Verdict.INCONSISTENT, f"the clocks are {shown(pair.apart)} apart, as {pair.zones[0]} never was"
    recent = max(era.last for era in spans) - timedelta(days=366)
    if any(era.last >= recent for era in fit):
        return _weekdays(
            pair, fit[-1].minutes, None, f"the clocks are {shown(pair.apart)} apart, as {pair.zones[0]} is"
        )
    only = "; ".join(f"{day_shown(era.first)} to {day_shown(era.last)}" for era in fit[:3])
    return Verdict.UNDETERMINED, f"the clocks are {shown(pair.apart)} apart, which fits only {only}; no day is told"


def _against(pair: _Pair, stood: str, day: date) -> str:
    """What the zone's clock was, and when the difference would fit, if ever."""
    fit = [e for zone in pair.zones for e in eras(zone, pair.other_zone) if same(pair.apart, e.minutes, pair.slack)]
    once = f"; it fits only {day_shown(fit[-1].first)} to {day_shown(fit[-1].last)}" if len(fit) == 1 else ""
    return f"{stood} on {day_shown(day)}{once}"


def _minutes(clock: str | None) -> int | None:
    if clock is None:
        return None
    moment = datetime.combine(date(2000, 1, 1), time.fromisoformat(clock))
    return moment.hour * 60 + moment.minute
