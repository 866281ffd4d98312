"""Hypothesis strategies: values of every kind, and for every field of the contract the values it holds."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import strategies as st

from reportedly.model import (
    ClockTime,
    Count,
    DateRange,
    Derived,
    FindingText,
    Instant,
    Landing,
    Measure,
    Participant,
    Participants,
    Place,
    Quantity,
    Relation,
    Statement,
    Term,
    Text,
    Transfer,
    UtcClock,
    Value,
    Weapon,
)

WORDS = st.text(alphabet="abcdefghij KLMN-'é", min_size=1, max_size=12)
IDS = st.sampled_from(["alpha", "beta-1", "beta-2", "gamma"])
STATES = st.sampled_from(["PRK", "KOR", "JPN", "USA", "RUS"])
DAYS = st.dates(date(1998, 1, 1), date(2030, 12, 31))
CLOCKS = st.times().map(lambda t: time(t.hour, t.minute))
MOMENTS = st.datetimes(datetime(1998, 1, 1), datetime(2030, 12, 31)).map(  # noqa: DTZ001 (the zone is set below)
    lambda d: d.replace(second=0, microsecond=0, tzinfo=UTC)
)
NUMBERS = st.integers(0, 12_000).map(lambda n: n / 2)


@st.composite
def date_ranges(draw: st.DrawFn) -> DateRange:
    """A day, a span of days, or a date without a year."""
    if draw(st.booleans()):
        return DateRange(None, None, draw(st.sampled_from(["--10-31", "--07", "--02-29"])))
    first = draw(DAYS)
    return DateRange(first, first + timedelta(days=draw(st.integers(0, 40))))


@st.composite
def counts(draw: st.DrawFn) -> Count:
    """A count, closed or open."""
    low = draw(st.integers(0, 60))
    high = draw(st.none() | st.integers(low, 90))
    return Count(low, high, draw(st.booleans()))


@st.composite
def quantities(draw: st.DrawFn, unit: str = "km") -> Quantity:
    """An amount, closed, or open at one end."""
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    shape = draw(st.sampled_from(["closed", "point", "floor", "ceiling"]))
    ends = {"closed": (low, high), "point": (low, low), "floor": (low, None), "ceiling": (None, high)}[shape]
    return Quantity(*ends, unit, draw(st.booleans()))


clock_times = st.builds(ClockTime, CLOCKS, CLOCKS, st.booleans(), st.none() | st.just("Asia/Seoul"))
utc_clocks = st.builds(UtcClock, CLOCKS, CLOCKS, st.booleans())
instants = st.builds(lambda a, b, c: Instant(min(a, b), max(a, b), c), MOMENTS, MOMENTS, st.booleans())
places = st.builds(
    Place,
    st.none() | IDS,
    WORDS,
    WORDS,
    st.none() | STATES,
    st.none() | st.floats(-90, 90),
    st.none() | st.floats(-180, 180),
    st.integers(1, 7),
)
CLASSES = st.sampled_from(["SRBM", "MRBM", "ICBM", "SLBM", "BM", "cruise", "unknown"])
weapons = st.builds(Weapon, st.none() | IDS, WORDS, WORDS, st.none() | CLASSES, st.booleans())
landings = st.builds(Landing, st.lists(IDS, max_size=3, unique=True).map(tuple), WORDS)
participants = st.builds(
    Participants,
    st.lists(
        st.builds(Participant, WORDS, st.none() | WORDS, st.none() | STATES), max_size=3, unique_by=lambda p: p.name
    ).map(tuple),
)
derived = st.builds(
    Derived,
    st.sampled_from(["ordinal_in_window", "first_since", "unit_pair"]),
    st.dictionaries(st.sampled_from(["n", "days", "scope"]), st.integers(0, 99) | WORDS, max_size=3),
)


def terms(*codes: str) -> st.SearchStrategy[Term]:
    """Terms of a closed list."""
    return st.sampled_from(codes).map(Term)


FIELD_VALUES: dict[str, st.SearchStrategy[Value]] = {
    "type": terms("missile_launch", "nuclear_test", "seismic_event"),
    "date": date_ranges(),
    "time_local": clock_times,
    "time_utc": instants | utc_clocks,
    "count": counts(),
    "weapon_class": CLASSES.map(Term),
    "weapon": weapons,
    "site": places,
    "distance_km": quantities("km"),
    "apogee_km": quantities("km"),
    "flight_time_s": quantities("s"),
    "yield_kt": quantities("kt"),
    "magnitude": quantities("magnitude"),
    "direction": terms("N", "NNE", "NE", "E", "SW", "WNW"),
    "landing": landings,
    "outcome": terms("success", "partial", "failure", "unknown"),
    "platform": terms("TEL", "submarine", "silo", "unknown"),
    "trajectory": terms("standard", "lofted", "not_stated"),
    "eez": terms("outside_japan", "inside_japan", "not_stated"),
    "statement": st.builds(Statement, st.sampled_from(["condemn", "deny", "threaten"]), st.none() | IDS),
    "relation": st.builds(Relation, st.sampled_from(["follows", "possible_purpose"]), st.none() | IDS),
    "participants": participants,
    "transfer": st.builds(Transfer, st.none() | STATES, st.none() | STATES, st.none() | WORDS),
    "finding": st.builds(FindingText, st.none() | IDS, WORDS),
    "limitation": st.builds(FindingText, st.none() | IDS, WORDS),
    "measure": st.builds(Measure, st.sampled_from(["adopted", "vetoed"]), st.none() | IDS),
    "object": st.builds(Text, WORDS),
    "derived": derived,
}

fields_with_values: st.SearchStrategy[tuple[str, Value]] = st.sampled_from(sorted(FIELD_VALUES)).flatmap(
    lambda field: st.tuples(st.just(field), FIELD_VALUES[field])
)
fields_with_lists: st.SearchStrategy[tuple[str, list[Value]]] = st.sampled_from(sorted(FIELD_VALUES)).flatmap(
    lambda field: st.tuples(st.just(field), st.lists(FIELD_VALUES[field], min_size=1, max_size=5))
)
