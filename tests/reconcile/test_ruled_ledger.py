"""A ledger in which every ruling is followed as it is made holds what joining all anew under all rulings holds."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from ruled_accounts import Case, decision
from test_joined_ledger import BOOK
from test_ruling_laws import cases

from reportedly.joining import join
from reportedly.model import Count, Decision, Incident, Ruling
from reportedly.store.ledger import Ledger

DAY: dict[str, Any] = {"date": "2024-09-18", "count": 2}


def joined(ledger: Ledger) -> tuple[Incident, ...]:
    """The incidents of the ledger as they are now ruled on."""
    join(ledger, BOOK, "r")
    return tuple(sorted(ledger.incidents(), key=lambda incident: incident.id))


def read(ledger: Ledger, case: Case) -> None:
    """Nothing; the ledger holds the reports of the case."""
    for extraction, report in case.read:
        ledger.keep(report, extraction, source=report.path, reading="r")


@given(cases(), st.data())
@settings(max_examples=40, deadline=None)
def test_ruling_by_ruling_is_all_at_once(made: tuple[Case, list[Decision]], data: st.DataObject) -> None:
    case, decisions = made
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "l.db", create=True) as ledger:
        joined(ledger)
        for step in data.draw(st.permutations([*case.read, *decisions])):
            if isinstance(step, Decision):
                ledger.decide(step)
            else:
                ledger.keep(step[1], step[0], source=step[1].path, reading="r")
            if data.draw(st.booleans()):
                joined(ledger)
        assert joined(ledger) == case.incidents(*decisions)


def test_a_ruling_is_followed_and_nothing_is_joined_anew(tmp_path: Path, monkeypatch: Any) -> None:
    case = Case([DAY, DAY, DAY | {"date": "2024-09-12"}])
    same, apart = case.same(0, 2, day=1), case.different([0], [1, 2], day=2)
    steps = (
        same,
        apart,
        case.on_claim(Ruling.REJECT, 1, "count", value=Count(2, 2), day=3),
        decision(Ruling.UNDO, undoes=apart.id, day=4),
        decision(Ruling.UNDO, undoes=same.id, day=5),
    )
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        read(ledger, case)
        before = joined(ledger)
        with monkeypatch.context() as patch:
            patch.setattr("reportedly.joining.reconciled", None)
            for nth, step in enumerate(steps, 1):
                ledger.decide(step)
                assert joined(ledger) == case.incidents(*steps[:nth])
        assert {one.id for one in before} == {one.id for one in joined(ledger)}
