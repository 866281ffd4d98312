"""Clock times: the cases, and the laws that hold for any text, day and zone."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reportedly.fields import clock
from reportedly.fields.clock import ClockExpression, ClockPair
from reportedly.model import ClockTime, Instant, UtcClock

CASES = yaml.load((Path(__file__).parent / "cases" / "clock.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _brief(found: ClockExpression) -> tuple[str, str, frozenset[str]]:
    ends = [end.isoformat("seconds" if end.second else "minutes") for end in (found.earliest, found.latest)]
    marks = {
        "~" if found.approximate else "",
        "local" if found.named_local else "",
        found.zone or "",
        DAY_NAMES[found.weekday] if found.weekday is not None else "",
        {"minute": "", "part_of_day": "part"}.get(found.precision, found.precision),
        "stamp" if found.stamp else "",
    }
    return found.written, ends[0] if ends[0] == ends[1] else "-".join(ends), frozenset(marks - {""})


@pytest.mark.parametrize("case", CASES, ids=[f"{n}: {case['text'][:50]}" for n, case in enumerate(CASES)])
def test_case(case: Mapping[str, str | list[list[str]]]) -> None:
    text = str(case["text"])
    found = clock.find(text)
    expected = [(row[0], row[1], frozenset("".join(row[2:]).split())) for row in case["found"]]
    assert [_brief(expression) for expression in found] == expected
    if "pairs" in case:
        assert len(clock.pairs(found, text)) == int(str(case["pairs"]))


WORDS = st.lists(
    st.from_regex(r"[0-2]?[0-9]([:.][0-5][0-9])?( ?[ap]\.?m\.?)?", fullmatch=True)
    | st.sampled_from(
        ("GMT", "(UTC+9)", "KST", "local time", "Moscow time", "hours", "o'clock", "(", ")", ",", "-", "2016")
    )
    | st.sampled_from(
        ("at", "about", "between", "and", "to", "on Tuesday", "in the evening", "early", "noon", "dawn", "0558")
    )
    | st.sampled_from(("July 4, 2017", "2009-05-25", "published", "shortly after", "\n", "24:00", "km", "mark")),
    max_size=12,
).map(" ".join)
MINUTES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
DAYS = st.dates(date(1990, 1, 1), date(2037, 12, 30))
PLACES = st.sampled_from(
    ["Asia/Pyongyang", "Asia/Kolkata", "Europe/Moscow", "America/New_York", "Pacific/Honolulu", "Pacific/Kiritimati"]
)
ZONES = st.sampled_from([None, "UTC", "Asia/Seoul", "America/New_York", "Etc/GMT-4", "Europe/Kyiv"])
CLOCKS = st.builds(ClockTime, MINUTES, MINUTES, st.booleans(), st.sampled_from([None, "Asia/Seoul", "UTC"]))
UTC_CLOCKS = st.builds(UtcClock, MINUTES, MINUTES, st.booleans())
MOMENTS = st.integers(0, 24_000_000).map(lambda minutes: datetime(1990, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes))
INSTANTS = st.builds(
    lambda start, length, hedge: Instant(start, start + timedelta(minutes=length), hedge),
    MOMENTS,
    st.integers(0, 600),
    st.booleans(),
)


def _clock(at: time, zone: str | None = None, weekday: int | None = None) -> ClockExpression:
    return ClockExpression(0, 0, "", at, at, zone=zone, weekday=weekday)


@given(WORDS | st.text(max_size=60))
def test_spans_hold_what_was_written_and_do_not_overlap(text: str) -> None:
    end = 0
    found = clock.find(text)
    for expression in found:
        assert end <= expression.start < expression.end
        assert text[expression.start : expression.end] == expression.written
        assert expression.written == expression.written.strip()
        end = expression.end
    for pair in clock.pairs(found, text):
        assert pair.utc.zone == "UTC" != pair.local.zone


@given(MINUTES, st.sampled_from(["%H:%M", "%H%M hours", "%I:%M %p", "%H:%M GMT", "%I.%M %p"]))
def test_a_minute_reads_as_itself(at: time, style: str) -> None:
    (expression,) = clock.find(f"The launch came at {at.strftime(style)} from a field.")
    assert (expression.earliest, expression.latest) == (at, at)


@given(DAYS, MINUTES, ZONES, PLACES)
def test_to_utc_and_back_gives_the_same_clock(day: date, at: time, zone: str | None, place: str) -> None:
    first, last = clock.to_utc(day, _clock(at, zone), place)
    assert first == last and first.tzinfo is UTC
    back = first.astimezone(ZoneInfo(zone or place))
    skipped = datetime.combine(day, at, ZoneInfo(zone or place)).astimezone(UTC).astimezone(back.tzinfo)
    assert back == skipped
    if skipped.time() == at:
        assert (back.date(), back.time()) == (day, at)
    assert clock.to_local(_clock(at, zone), place, day)[0].astimezone(UTC) == first


@given(DAYS, MINUTES, ZONES, PLACES)
def test_the_clocks_own_day_leads_back_to_the_day_of_the_place(
    day: date, at: time, zone: str | None, place: str
) -> None:
    own = clock.clock_day(day, _clock(at, zone), place)
    assert abs(own - day) <= timedelta(days=1)
    there = clock.to_local(_clock(at, zone), place, own)[0]
    if there.date() != day:  # only where the place skipped the hour or the day
        offsets = {datetime.combine(day, hour, ZoneInfo(place)).utcoffset() for hour in (time(0), time(23, 59))}
        assert len(offsets) > 1 or abs(there.date() - day) <= timedelta(days=1)


@given(
    DAYS,
    MINUTES,
    st.sampled_from(["Asia/Pyongyang", "Asia/Kolkata", "Europe/Moscow", "America/New_York"]),
    st.booleans(),
)
def test_a_pair_gives_the_utc_day_that_the_zone_gives(day: date, at: time, place: str, weekdays: bool) -> None:
    first, _ = clock.to_utc(day, _clock(at), place)
    if first.astimezone(ZoneInfo(place)).replace(tzinfo=None) != datetime.combine(day, at):
        return  # an hour the place skipped
    local = _clock(at, weekday=day.weekday() if weekdays else None)
    utc = _clock(first.time(), "UTC", first.weekday() if weekdays else None)
    assert clock.utc_day(day, ClockPair(local, utc)) == first.date()


def test_pyongyang_ran_half_an_hour_behind_seoul_for_three_years() -> None:
    ten = _clock(time(10))
    for day, hour, minute in ((date(2015, 8, 14), 1, 0), (date(2016, 1, 6), 1, 30), (date(2018, 5, 5), 1, 0)):
        first, _ = clock.to_utc(day, ten, "Asia/Pyongyang")
        assert (first.hour, first.minute) == (hour, minute)


def test_the_pair_of_a_morning_launch_puts_its_utc_clock_on_the_day_before() -> None:
    text = "It left at 6:50 a.m. local time (21:50 GMT on Tuesday)."
    (pair,) = clock.pairs(clock.find(text), text)
    assert clock.utc_day(date(2024, 9, 18), pair) == date(2024, 9, 17)
    assert clock.pair_offset(pair) == timedelta(hours=9)


def test_a_stretch_over_midnight_ends_on_the_next_day() -> None:
    night = ClockExpression(0, 0, "", time(23, 30), time(1, 15))
    first, last = clock.to_utc(date(2024, 1, 1), night, "Asia/Seoul")
    assert last - first == timedelta(hours=1, minutes=45)


@given(CLOCKS | UTC_CLOCKS | INSTANTS)
def test_json_and_back(value: clock.ClockValue) -> None:
    assert clock.from_json(clock.to_json(value)) == value
    assert clock.show(value)
    assert clock.agree(value, value)
    assert clock.fold([value]) == value
    assert clock.fold([value, value]) == value


@given(
    st.lists(CLOCKS, min_size=1, max_size=4)
    | st.lists(UTC_CLOCKS, min_size=1, max_size=4)
    | st.lists(INSTANTS, max_size=4)
)
def test_fold_does_not_depend_on_order(values: list[clock.ClockValue]) -> None:
    assert clock.fold(values) == clock.fold(values[::-1])


@given(CLOCKS | UTC_CLOCKS | INSTANTS, CLOCKS | UTC_CLOCKS | INSTANTS, st.integers(0, 90))
def test_agreement_is_mutual_and_grows_with_tolerance(a: clock.ClockValue, b: clock.ClockValue, tolerance: int) -> None:
    assert clock.agree(a, b, tolerance) == clock.agree(b, a, tolerance)
    if clock.agree(a, b, tolerance):
        assert clock.agree(a, b, tolerance + 10)


def test_salvos_fold_from_the_first_shot_to_the_last() -> None:
    shots = [ClockTime(time(5, 15), time(5, 15)), ClockTime(time(5, 5), time(5, 5), True)]
    assert clock.fold(shots) == ClockTime(time(5, 5), time(5, 15), True)
    assert clock.to_json(shots[1]) == {"earliest": "05:05", "latest": "05:05", "approximate": True}


def test_clocks_agree_within_tolerance_and_round_midnight() -> None:
    assert clock.agree(ClockTime(time(23, 55), time(23, 55)), ClockTime(time(0, 4), time(0, 4)), 10)
    assert not clock.agree(ClockTime(time(6, 50), time(6, 50)), ClockTime(time(7, 10), time(7, 10)), 10)


def test_a_person_reads_about_and_utc() -> None:
    assert clock.show(ClockTime(time(6, 50), time(6, 50), True)) == "about 06:50"
    moment = datetime(2024, 9, 17, 21, 50, tzinfo=UTC)
    assert clock.show(Instant(moment, moment)) == "2024-09-17 21:50 UTC"
