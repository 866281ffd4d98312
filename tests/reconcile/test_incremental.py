"""Adding mentions in any order and any batches, and taking some away, gives what joining all anew gives."""

from collections.abc import Iterable
from typing import Any

from accounts import TOLD, accounts
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.codebook import load
from reportedly.reconcile.accounts import Accounts
from reportedly.reconcile.entry import Clerk, Entry
from reportedly.reconcile.shelf import State
from reportedly.reconcile.unit import Unit
from reportedly.reconcile.wording import Wording

BOOK = load()
CLERK = Clerk(BOOK)


def entries(told: list[dict[str, Any]]) -> tuple[list[Entry], Wording]:
    """The mentions that `told` describes, as joining knows them."""
    extractions, reports = accounts(told)
    about = {report.id: report for report in reports}
    made = [entry for one in extractions for entry in CLERK.entries(one, about[one.report])]
    return made, Wording(lambda report: about[report].text)


def units(joined: Accounts) -> dict[str, Unit]:
    """All incidents in the making, by id."""
    return {unit.id: unit for unit in joined.units()}


def anew(made: Iterable[Entry], wording: Wording) -> dict[str, Unit]:
    """What joining all at once gives."""
    joined = Accounts(BOOK, wording, State())
    joined.change(new=made)
    return units(joined)


@given(TOLD, st.data())
@settings(max_examples=150, deadline=None)
def test_any_order_and_any_batches_give_what_joining_anew_gives(
    told: list[dict[str, Any]], data: st.DataObject
) -> None:
    made, wording = entries(told)
    joined = Accounts(BOOK, wording, State())
    followed: dict[str, Unit] = {}
    for batch in _batches(data.draw(st.permutations(made)), data):
        followed = _applied(followed, joined, new=batch)
    assert followed == units(joined) == anew(made, wording)


@given(TOLD, st.data())
@settings(max_examples=150, deadline=None)
def test_what_is_taken_away_was_never_there(told: list[dict[str, Any]], data: st.DataObject) -> None:
    made, wording = entries(told)
    joined = Accounts(BOOK, wording, State())
    followed = _applied({}, joined, new=made)
    away = {one.id for one in made if data.draw(st.booleans())}
    followed = _applied(followed, joined, gone=away)
    left = [one for one in made if one.id not in away]
    assert followed == units(joined) == anew(left, wording)
    again = data.draw(st.permutations([one for one in made if one.id in away]))
    assert _applied(followed, joined, gone=[one.id for one in left], new=[*left, *again]) == anew(made, wording)


def _batches(made: list[Entry], data: st.DataObject) -> Iterable[list[Entry]]:
    while made:
        size = data.draw(st.integers(1, len(made)))
        yield made[:size]
        made = made[size:]


def _applied(before: dict[str, Unit], joined: Accounts, **change: Any) -> dict[str, Unit]:
    found = joined.change(**change)
    assert found.gone.items() <= before.items()
    return {**{id_: unit for id_, unit in before.items() if id_ not in found.gone}, **found.new}
