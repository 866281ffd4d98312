"""The sample reports: ours by their own words, of mixed formats, and read into the incidents they are about."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path

import pytest

from reportedly import pipeline
from reportedly.model import DateRange, Incident, ProblemKind, Report
from reportedly.store.ledger import Ledger

SAMPLES = Path(str(files("reportedly") / "samples"))
FILES = sorted(path for path in SAMPLES.iterdir() if path.is_file())
BROKEN = "broken-download-2024-09-18.json"
OF_THE_18TH = 6  # accounts of the launch of 18 September 2024 that must meet, of eight


class Built:
    """The ledger of the samples, as far as the tests look at it."""

    def __init__(self, ledger: Ledger) -> None:
        self.reports: Mapping[str, Report] = {_file(report): report for report in ledger.reports()}
        self.incidents: tuple[Incident, ...] = tuple(ledger.incidents())
        self.problems = ledger.problems()
        self.relevant = {extraction.report for extraction in ledger.extractions() if extraction.relevant}

    def of(self, day: date, type_: str) -> tuple[Incident, ...]:
        """The North Korean incidents of a type whose date is that day."""
        return tuple(i for i in self.incidents if i.type == type_ and i.state == "PRK" and _day(i) == day)

    def told_by(self, incident: Incident) -> set[str]:
        """The files that tell of an incident."""
        ids = {member.report for member in incident.mentions}
        return {name for name, report in self.reports.items() if report.id in ids}


def _file(report: Report) -> str:
    return Path(report.path).name.split("#")[0]


def _day(incident: Incident) -> date | None:
    value = incident.values["date"].value if "date" in incident.values else None
    return value.earliest if isinstance(value, DateRange) and value.earliest == value.latest else None


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    path = tmp_path_factory.mktemp("samples") / "samples.db"
    with Ledger.open(path, create=True) as ledger:
        pipeline.build(pipeline.sources([str(SAMPLES)]), ledger, pipeline.Run(now=datetime(2026, 1, 1, tzinfo=UTC)))
        return Built(ledger)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_sample_says_that_it_was_written_for_reportedly(path: Path) -> None:
    assert "ritten for Reportedly" in path.read_text("utf-8")


def test_samples_come_in_every_format_that_is_read() -> None:
    assert {path.suffix for path in FILES} == {".html", ".json", ".md", ".txt"}


def test_all_but_the_broken_one_are_read_with_their_titles(built: Built) -> None:
    assert {*built.reports, BROKEN} == {path.name for path in FILES}
    assert all(report.title for report in built.reports.values())


def test_the_broken_one_is_a_problem_that_names_it(built: Built) -> None:
    (problem,) = built.problems
    assert Path(problem.path).name == BROKEN
    assert problem.kind is ProblemKind.SHAPE
    assert problem.remedy


@pytest.mark.parametrize(
    ("day", "type_"),
    [
        (date(2024, 9, 18), "missile_launch"),
        (date(2024, 9, 12), "missile_launch"),
        (date(2024, 7, 1), "missile_launch"),
        (date(2024, 3, 19), "static_test"),
        (date(2023, 8, 24), "satellite_launch"),
        (date(2017, 9, 3), "nuclear_test"),
    ],
    ids=str,
)
def test_the_incidents_the_samples_are_about_are_found(built: Built, day: date, type_: str) -> None:
    assert len(built.of(day, type_)) == 1


def test_accounts_of_one_launch_meet(built: Built) -> None:
    (launch,) = built.of(date(2024, 9, 18), "missile_launch")
    assert len(built.told_by(launch)) >= OF_THE_18TH


def test_the_earlier_launch_is_background_of_the_later_ones_reports(built: Built) -> None:
    (earlier,) = built.of(date(2024, 9, 12), "missile_launch")
    assert "harbour-post-2024-09-18.html" in built.told_by(earlier)


def test_a_game_of_basketball_is_not_relevant_and_tells_of_no_incident(built: Built) -> None:
    sport = built.reports["valley-gazette-2024-09-18-sport.txt"].id
    assert built.relevant == {report.id for report in built.reports.values()} - {sport}
    assert not [i.label for i in built.incidents if sport in {member.report for member in i.mentions}]
