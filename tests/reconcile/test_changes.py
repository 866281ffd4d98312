"""What changed between two states of knowledge, and what was known at a moment."""

from datetime import UTC, datetime
from typing import Any

from accounts import TOLD, accounts
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.codebook import load
from reportedly.model import Incident
from reportedly.reconcile import as_of, reconcile
from reportedly.reconcile.changes import Kind, changes

BOOK = load()
END = datetime(2030, 1, 1, tzinfo=UTC)
MIRRORED = {Kind.NEW: Kind.GONE, Kind.GONE: Kind.NEW, Kind.JOINED: Kind.PARTED, Kind.PARTED: Kind.JOINED}


def incidents(told: list[dict[str, Any]]) -> tuple[Incident, ...]:
    """The incidents these accounts make."""
    return reconcile(*accounts(told), BOOK)


@given(TOLD)
@settings(max_examples=40, deadline=None)
def test_nothing_changed_where_nothing_did(told: list[dict[str, Any]]) -> None:
    assert changes(incidents(told), incidents(told)) == ()


@given(TOLD, st.integers(0, 10))
@settings(max_examples=60, deadline=None)
def test_backwards_every_change_is_its_mirror(told: list[dict[str, Any]], cut: int) -> None:
    before, after = incidents(told[:cut]), incidents(told)
    there = {(c.kind, _ids(c.old), _ids(c.new)) for c in changes(before, after)}
    back = {(MIRRORED.get(c.kind, c.kind), _ids(c.new), _ids(c.old)) for c in changes(after, before)}
    assert there == back


def _ids(incidents: tuple[Incident, ...]) -> tuple[str, ...]:
    return tuple(incident.id for incident in incidents)


@given(TOLD, st.integers(0, 10))
@settings(max_examples=60, deadline=None)
def test_every_incident_stands_as_it_did_or_is_told_of_once(told: list[dict[str, Any]], cut: int) -> None:
    before, after = incidents(told[:cut]), incidents(told)
    found = changes(before, after)
    for side, all_ in (("old", before), ("new", after)):
        named = [one.id for change in found for one in getattr(change, side)]
        assert len(named) == len(set(named))
        assert set(named) <= {one.id for one in all_}


@given(TOLD)
@settings(max_examples=40, deadline=None)
def test_in_the_end_all_that_bears_a_date_is_known(told: list[dict[str, Any]]) -> None:
    extractions, reports = accounts(told)
    dated = {report.id for report in reports if report.published}
    for incident in reconcile(extractions, reports, BOOK):
        known = as_of(incident, extractions, reports, BOOK, END)
        ids = {ref.report for ref in incident.mentions} & dated
        assert (set() if known is None else {ref.report for ref in known.mentions}) == ids
        if ids == {ref.report for ref in incident.mentions}:
            assert known == incident


def test_at_nine_the_later_report_is_not_known() -> None:
    told = [
        {"date": "2024-09-18", "count": 2, "published": "2024-09-18T07:10+09:00"},
        {"date": "2024-09-18", "count": 3, "published": "2024-09-18T10:10+09:00", "voice": "mod"},
        {"date": "2024-09-18", "count": 4, "published": "2024-09-18", "voice": "kcna"},
    ]
    extractions, reports = accounts(told)
    (incident,) = reconcile(extractions, reports, BOOK)
    nine = as_of(incident, extractions, reports, BOOK, datetime.fromisoformat("2024-09-18T09:00+09:00"))
    assert nine is not None
    assert [position.origins for position in nine.values["count"].positions] == [("KOR",)]
    before = datetime.fromisoformat("2024-09-18T07:00+09:00")
    assert as_of(incident, extractions, reports, BOOK, before) is None
