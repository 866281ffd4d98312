"""Lists of others in a ledger: apart from reports, in one transaction, twice as once."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nouns import NOUNS

from reportedly import model
from reportedly.store.ledger import Ledger

assert NOUNS  # the strategies are registered

DAY = model.DateRange(date(2024, 9, 18), date(2024, 9, 18))
CLAIM = model.HistoryClaim("date", DAY, "2024-09-18", "Date")
ROW = model.HistoryRow("x", 2, "PRK", ("missile_launch",), DAY, DAY, model.DayBasis.LOCAL, claims=(CLAIM,))
LIST = model.HistoryList("x", model.Voice("x", "X", "list"), "x.csv", "0", "missile")
PROBLEM = model.Problem("x.csv:3", model.ProblemKind.ROW, "'once' is no date; the row is left out", "write 2024-09-18")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "some.db"


@given(st.from_type(model.HistoryRow))
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_rows_come_back_as_they_were(tmp_path_factory: pytest.TempPathFactory, row: model.HistoryRow) -> None:
    row = replace(row, list="x", number=1)
    with Ledger.open(tmp_path_factory.mktemp("h") / "a.db", create=True) as ledger:
        ledger.keep_history(LIST, [row])
        assert ledger.history() == model.History((LIST,), model.events_of([row]))


def test_importing_twice_is_importing_once(path: Path) -> None:
    with Ledger.open(path, create=True) as ledger:
        sizes = []
        for _ in range(2):
            ledger.keep_history(LIST, [ROW, replace(ROW, number=3)], [PROBLEM])
            sizes.append(ledger.sizes())
        assert sizes[0] == sizes[1]
        assert ledger.problems() == (PROBLEM,)


def test_a_new_edition_takes_the_place_of_the_old_one_and_of_its_problems(path: Path) -> None:
    with Ledger.open(path, create=True) as ledger:
        ledger.keep_history(replace(LIST, id="y"), [replace(ROW, list="y")])
        ledger.keep_history(LIST, [ROW], [PROBLEM])
        ledger.keep_history(replace(LIST, source="new.csv"), [replace(ROW, number=5)])
        assert [row.number for event in ledger.history().of("x") for row in event.rows] == [5]
        assert [one.id for one in ledger.history().lists] == ["x", "y"]
        assert not ledger.problems()


def test_an_import_that_breaks_off_leaves_what_stood_there(path: Path) -> None:
    with Ledger.open(path, create=True) as ledger:
        ledger.keep_history(LIST, [ROW])
        before = ledger.history()
        broken = replace(ROW, claims=(replace(CLAIM, value=1j),))  # type: ignore[arg-type]  # what no ledger can keep
        with pytest.raises(ValueError, match="cannot keep"):
            ledger.keep_history(LIST, [replace(ROW, number=9), broken])
        assert ledger.history() == before


def test_an_empty_ledger_has_no_history(path: Path) -> None:
    with Ledger.open(path, create=True) as ledger:
        assert ledger.history() == model.History()


def test_of_a_long_list_the_rows_of_some_days_are_read(path: Path) -> None:
    later = model.DateRange(date(2024, 9, 20), date(2024, 9, 21))
    with Ledger.open(path, create=True) as ledger:
        ledger.keep_history(LIST, [ROW, replace(ROW, number=3, days=later, possible=later)])
        for days, numbers in (
            ((date(2024, 9, 18), date(2024, 9, 19)), [2]),
            ((date(2024, 9, 21), date(2024, 9, 30)), [3]),
            ((date(2024, 9, 19), date(2024, 9, 19)), []),
            ((date.min, date.max), [2, 3]),
        ):
            found = ledger.history(["PRK"], days)
            assert [row.number for event in found.events for row in event.rows] == numbers
            assert found.lists == (LIST,)
        assert ledger.history_size(["PRK"]) == 2
        assert not ledger.history_size(["USA"])


def test_a_list_that_tells_a_class_is_known_by_any_row_of_it(path: Path) -> None:
    told = model.HistoryClaim("weapon_class", model.Term("ICBM"), "ICBM", "class")
    open_ = model.HistoryClaim("weapon_class", model.Term("unknown"), "Unknown", "class")
    with Ledger.open(path, create=True) as ledger:
        ledger.keep_history(LIST, [ROW, replace(ROW, number=3, claims=(CLAIM, told))])
        ledger.keep_history(replace(LIST, id="y"), [replace(ROW, list="y", claims=(CLAIM, open_))])
        assert ledger.classing_lists(["PRK"], {"unknown"}) == {"x"}
        assert not ledger.classing_lists(["USA"], {"unknown"})
