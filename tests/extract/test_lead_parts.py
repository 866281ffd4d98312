"""A plain lead tells one incident on its day, whatever words of time it has, where they stand, and what else goes with it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.core import EXTRACTOR, mains, report

from reportedly.model import DateRange

PUBLISHED = date(2024, 9, 18)
TUESDAY = DateRange(date(2024, 9, 17), date(2024, 9, 17))
ACTORS = {"North Korea": "PRK", "Iran": "IRN", "India": "IND", "Pakistan": "PAK", "Russia": "RUS", "China": "CHN"}
DEEDS = (
    ("fired", "a ballistic missile", "missile_launch"),
    ("test-fired", "a cruise missile", "cruise_missile_launch"),
    ("launched", "two ballistic missiles into the sea", "missile_launch"),
    ("carried out", "a nuclear test", "nuclear_test"),
    ("fired", "artillery shells into the sea", "artillery_fire"),
    ("conducted", "a test of a rocket engine", "static_test"),
)
TUESDAYS = (
    "on Tuesday", "early on Tuesday", "late on Tuesday", "on Tuesday evening", "at dawn on Tuesday", "last Tuesday", "yesterday",
    "yesterday evening", "again on Tuesday", "once again on Tuesday", "on September 17", "on 17 September", "at 6:50 a.m. on Tuesday",
    "in the early hours of Tuesday", "shortly before midnight on Tuesday",
)  # fmt: skip
ASIDES = (
    "successfully", "yet again", "once again", "for the first time in months", "in quick succession", "in defiance of UN resolutions",
    "without warning", "at last", "as part of annual drills", "for the fourth time this year", "hours after the drills ended",
    "a day after talks collapsed", "ahead of the summit", "amid tension with the South", "despite pleas from China",
    "despite warnings from China", "ignoring warnings from Washington", "in response to the drills", "in retaliation for the sanctions",
    "while the US carrier was in port", "as its leader visited Moscow", "the second in a week", "its first in a year",
    "following a failed attempt in August", "after a months-long pause", "ending a pause of two months", "raising tension in the region",
    "drawing condemnation from Japan",
)  # fmt: skip
OPENERS = (
    "in a show of force", "in quick succession", "without warning", "in defiance of UN resolutions", "days after a similar test",
    "less than a week after its last launch", "ignoring warnings from Washington", "despite pleas from China", "once again",
    "as its leader visited Moscow", "hours after the drills ended", "after a months-long pause", "amid tension with the South",
)  # fmt: skip


def _tells(text: str, kind: str, state: str, day: DateRange) -> None:
    found = mains(EXTRACTOR.extract(report(f"News in brief\n\n{text}", PUBLISHED)))
    assert [(m.type, m.state, m.values.get("date")) for m in found] == [(kind, state, day)], text


@given(st.sampled_from(sorted(ACTORS)), st.sampled_from(DEEDS), st.sampled_from(TUESDAYS), st.integers(0, 3))
@settings(deadline=None)
def test_the_day_may_stand_anywhere(who: str, deed: tuple[str, str, str], when: str, place: int) -> None:
    verb, thing, kind = deed
    texts = (
        f"{who} {verb} {thing} {when}, officials said.",
        f"{who} {when} {verb} {thing}, officials said.",
        f"{when[0].upper()}{when[1:]}, {who} {verb} {thing}, officials said.",
        f"Officials said that {who} had {verb} {thing} {when}.",
    )
    _tells(texts[place], kind, ACTORS[who], TUESDAY)


@given(st.sampled_from(sorted(ACTORS)), st.sampled_from(DEEDS), st.booleans())
@settings(deadline=None)
def test_last_night_is_the_news(who: str, deed: tuple[str, str, str], before: bool) -> None:
    verb, thing, kind = deed
    text = f"{who} last night {verb} {thing}." if before else f"{who} {verb} {thing} last night."
    _tells(text, kind, ACTORS[who], DateRange(TUESDAY.earliest, PUBLISHED))


@given(st.sampled_from(sorted(ACTORS)), st.sampled_from(DEEDS), st.sampled_from(ASIDES), st.booleans())
@settings(deadline=None)
def test_what_goes_with_it_changes_nothing(who: str, deed: tuple[str, str, str], aside: str, told: bool) -> None:
    verb, thing, kind = deed
    text = f"{who} {verb} {thing} on Tuesday, {aside}"
    _tells(f"{text}, officials said." if told else f"{text}.", kind, ACTORS[who], TUESDAY)


@given(st.sampled_from(sorted(ACTORS)), st.sampled_from(DEEDS), st.sampled_from(OPENERS))
@settings(deadline=None)
def test_what_opens_it_changes_nothing(who: str, deed: tuple[str, str, str], opener: str) -> None:
    verb, thing, kind = deed
    _tells(f"{opener[0].upper()}{opener[1:]}, {who} {verb} {thing} on Tuesday.", kind, ACTORS[who], TUESDAY)


@pytest.mark.parametrize("when", ["last week", "last month"])
def test_what_comes_to_light_later_is_the_news(when: str) -> None:
    text = f"Russian missile flew, Norway says\n\nRussia {when} tested a cruise missile, Norway said on Monday. It flew 14,000 km."
    found = mains(EXTRACTOR.extract(report(text, PUBLISHED)))
    assert [(m.type, m.state) for m in found] == [("cruise_missile_launch", "RUS")]
    assert {"date", "distance_km"} <= found[0].values.keys()


def test_a_day_before_the_news_below_the_lead_is_past() -> None:
    text = "N. Korea fires missile\n\nNorth Korea fired a missile on Tuesday that flew 600 km, the JCS said.\n\nLast Friday, the North fired two that flew 250 km."
    found = mains(EXTRACTOR.extract(report(text, PUBLISHED)))
    assert [m.values.get("date") for m in found] == [TUESDAY]
