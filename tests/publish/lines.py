"""Model values, claims, reports and incidents for the tests of what is published, as hypothesis strategies."""

from datetime import UTC, date, datetime, time

from hypothesis import strategies as st

from reportedly.model import (
    Claim,
    ClockTime,
    Count,
    DateRange,
    Derived,
    DerivedValue,
    Extraction,
    FindingText,
    Incident,
    Instant,
    Landing,
    Measure,
    Mention,
    MentionRef,
    Participant,
    Participants,
    Place,
    Position,
    Published,
    Quantity,
    Relation,
    Report,
    Role,
    Settled,
    Span,
    Stance,
    Statement,
    Status,
    Term,
    Text,
    Transfer,
    UtcClock,
    Value,
    Voice,
    Weapon,
)

DAY = date(2024, 9, 18)
QUANTITIES = {"distance_km": "km", "apogee_km": "km", "flight_time_s": "s", "yield_kt": "kt", "magnitude": "mb"}

EXAMPLES: dict[str, tuple[Value, ...]] = {
    "type": (Term("missile_launch"),),
    "date": (DateRange(DAY, DAY), DateRange(None, None, "--10-31"), DateRange(date(2024, 9, 12), DAY)),
    "time_local": (
        ClockTime(time(6, 50), time(6, 50), approximate=True),
        ClockTime(time(5), time(6), zone="Asia/Seoul"),
    ),
    "time_utc": (
        Instant(datetime(2024, 9, 17, 21, 50, tzinfo=UTC), datetime(2024, 9, 17, 21, 50, tzinfo=UTC)),
        UtcClock(time(21, 50), time(21, 50)),
    ),
    "count": (Count(2, None), Count(1, 3, approximate=True)),
    "weapon_class": (Term("SRBM"),),
    "weapon": (Weapon("hwasong-17", "Hwasong-17", "Hwasong-17 ICBM"), Weapon(None, "Zolfaghar", "“Zolfaghar”")),
    "site": (
        Place("kaechon", "Kaechon", "Kaechŏn", "PRK", 39.7, 125.9, 2),
        Place(None, "-Nowhere", "=Nowhere"),
    ),
    **{
        name: (Quantity(400.0, None, unit, approximate=True), Quantity(5.1, 6.0, unit))
        for name, unit in QUANTITIES.items()
    },
    "direction": (Term("NE"),),
    "landing": (Landing(("sea_of_japan",), "waters off its east coast"),),
    "outcome": (Term("failure"),),
    "platform": (Term("submarine"),),
    "trajectory": (Term("lofted"),),
    "eez": (Term("outside"),),
    "statement": (Statement("condemn", "m1"), Statement("deny")),
    "relation": (Relation("follows", None),),
    "participants": (Participants((Participant("Kim Jong Un", "leader", "PRK"), Participant("@someone"))),),
    "transfer": (Transfer("PRK", "RUS", "weapons"),),
    "finding": (FindingText("IAEA", "traces of uranium"),),
    "limitation": (FindingText(None, "no access"),),
    "measure": (Measure("adopted", "unsc"),),
    "object": (Text("enrichment hall"),),
    "derived": (Derived("ordinal_in_window", {"n": 2, "days": 7, "scope": "same_type"}),),
}
"""For every field of the contract at least one value."""

words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
spoken = st.sampled_from([(name, value) for name, values in EXAMPLES.items() for value in values])
mappings = st.lists(spoken, max_size=6).map(dict)
plain_voices = st.builds(Voice, id=words, name=words, kind=words, state=st.sampled_from(["PRK", None]))
voices = st.builds(Voice, id=words, name=words, kind=words, joint=st.lists(plain_voices, max_size=2).map(tuple))


@st.composite
def readings(draw: st.DrawFn) -> tuple[Report, Extraction]:
    """A report with claims whose words stand where they say."""
    text = draw(st.text(st.characters(codec="utf-8"), min_size=5, max_size=80))
    mentions = tuple(_mention(draw, f"m{number}", text) for number in range(draw(st.integers(0, 3))))
    published = draw(st.sampled_from([None, Published(DAY), Published(DAY, datetime(2024, 9, 18, 1, tzinfo=UTC))]))
    report = Report("a" * 64, "reports/a.txt", text, (), text.encode(), title=draw(words), published=published)
    return report, Extraction(report.id, relevant=bool(mentions), mentions=mentions)


def _mention(draw: st.DrawFn, name: str, text: str) -> Mention:
    claims = tuple(_claim(draw, name, number, text) for number in range(draw(st.integers(1, 3))))
    return Mention(
        id=name,
        report="a" * 64,
        type="missile_launch",
        role=draw(st.sampled_from(list(Role))),
        state=draw(st.sampled_from(["PRK", None])),
        claims=claims,
        values=draw(mappings),
        derived_values={field: DerivedValue(value, ("c0",)) for field, value in draw(mappings).items()},
        shots=tuple(draw(st.lists(mappings, max_size=2))),
    )


def _claim(draw: st.DrawFn, mention: str, number: int, text: str) -> Claim:
    start = draw(st.integers(0, len(text) - 1))
    span = Span(start, draw(st.integers(start + 1, len(text))))
    field, value = draw(spoken)
    stance = draw(st.sampled_from(list(Stance)))
    return Claim(
        id=f"{mention}c{number}",
        mention=mention,
        field=field,
        value=None if stance is Stance.WITHHELD else value,
        written=span.of(text),
        span=span,
        voices=tuple(draw(st.lists(voices, min_size=1, max_size=2))),
        stance=stance,
        cue=draw(st.none() | words),
    )


@st.composite
def incidents(draw: st.DrawFn) -> Incident:
    """An incident with some settled fields."""
    values = {}
    for field, value in draw(mappings).items():
        held = draw(st.booleans())
        position = Position(value if held else None, (draw(voices),), ("rok_jcs",), ("The Harbour Post",), ("m0c0",))
        status = Status.SINGLE_ORIGIN if held else Status.WITHHELD
        values[field] = Settled(value if held else None, status, (position,), "one origin")
    refs = (MentionRef("a" * 64, "m0"),)
    return Incident(
        "m0", draw(words), "missile_launch", "PRK", values, refs, tuple(draw(st.lists(mappings, max_size=1)))
    )
