"""Moments as they are shown: at the place, with UTC beside."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from reportedly.publish.moments import beside, ordinal, shown_moment

PYONGYANG = ZoneInfo("Asia/Pyongyang")


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2024-09-18", "18 September 2024"),
        ("2024-09-18T07:05:00+09:00", "18 September 2024, 07:05 (22:05 UTC on the 17th)"),
        ("2024-09-17T22:05:00+00:00", "18 September 2024, 07:05 (22:05 UTC on the 17th)"),
        ("2017-09-03T12:00:00+09:00", "3 September 2017, 11:30 (03:00 UTC)"),  # Pyongyang was at UTC+08:30
    ],
)
def test_a_publication_is_told_at_the_place(iso: str, shown: str) -> None:
    assert shown_moment(iso, PYONGYANG) == shown


def test_where_no_place_is_known_it_is_told_in_utc() -> None:
    assert shown_moment("2024-09-18T07:05:00+09:00", None) == "17 September 2024, 22:05 UTC"


def test_a_day_in_another_month_is_near_and_one_of_another_year_is_told_whole() -> None:
    assert beside(datetime.fromisoformat("2024-08-31T22:00+00:00"), date(2024, 9, 1)) == "22:00 UTC on the 31st"
    assert beside(datetime.fromisoformat("2023-08-31T22:00+00:00"), date(2024, 9, 1)) == "22:00 UTC on 31 August 2023"


def test_numbers_of_days() -> None:
    assert [ordinal(day) for day in (1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 30)] == (
        ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "23rd", "30th"]
    )
