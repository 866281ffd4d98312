"""Publication dates as printed."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Problem, ProblemKind, Published, Report
from reportedly.model.errors import UsageError
from reportedly.readers import Hints, parse_published, read
from reportedly.readers.dates import is_future

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "dates.yaml").read_text(encoding="utf-8"))
ZONES = st.integers(-13 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@pytest.mark.parametrize(("written", "expected"), CASES)
def test_a_date_is_read_as_printed(written: str, expected: str | None) -> None:
    found = parse_published(written)
    assert (found.iso if found else None) == expected


@given(st.datetimes(datetime(1950, 1, 1), datetime(2090, 1, 1), timezones=ZONES))  # noqa: DTZ001  # the zone is drawn apart
def test_what_is_printed_is_read_back(moment: datetime) -> None:
    moment = moment.replace(microsecond=0)
    assert parse_published(Published(moment.date(), moment).iso) == Published(moment.date(), moment)


@given(st.text(max_size=100) | st.none() | st.integers())
def test_nothing_makes_it_raise(written: object) -> None:
    parse_published(written)


def test_a_day_is_future_only_when_it_has_begun_nowhere() -> None:
    now = datetime(2024, 9, 17, 12, tzinfo=UTC)
    assert not is_future(Published(now.date() + timedelta(days=1)), now)
    assert is_future(Published(now.date() + timedelta(days=2)), now)


@pytest.mark.parametrize("wrong", ["yesterday", "18/09/2024", "2024-09-31", "2024-09-18T09:00", "Sept. 18, 2024", ""])
def test_a_bad_hint_says_how_to_write_it(wrong: str) -> None:
    with pytest.raises(UsageError, match=r"2024-09-18 or 2024-09-18T09:00\+09:00"):
        Hints(published=wrong)


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.md", b"---\ntitle: A\npublished: 12.03.2025\n---\nNorth Korea fired two missiles on Tuesday.\n"),
        ("b.json", b'{"title": "B", "published": "soon", "text": "North Korea fired two missiles on Tuesday."}'),
    ],
)
def test_a_date_that_cannot_be_read_is_a_problem(name: str, raw: bytes) -> None:
    report, problem = read(name, raw)
    assert isinstance(report, Report)
    assert report.published is None
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.report) == (ProblemKind.DATE, report.id)
