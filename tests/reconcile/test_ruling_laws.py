"""What holds for any decisions on any accounts: no order matters, twice is once, and undone is as if never decided."""

from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from ruled_accounts import Case, decision
from test_reconcile_laws import TOLD

from reportedly.model import Decision, Ruling
from reportedly.reconcile.rulings import Force

ON_CLAIMS = (Ruling.ACCEPT, Ruling.REJECT, Ruling.CORRECT)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Case, list[Decision]]:
    """Accounts, and decisions of every kind on them; about one in four undoes another."""
    case = Case([{"count": 1} | told for told in draw(TOLD.filter(bool))])
    places = st.integers(0, len(case.mentions) - 1)
    made: list[Decision] = []
    for _ in range(draw(st.integers(0, 6))):
        kind = draw(st.sampled_from([*Ruling]))
        when: dict[str, Any] = {"day": draw(st.integers(1, 9)), "who": draw(st.sampled_from(("ana", "ben")))}
        if kind is Ruling.UNDO and made:
            made.append(decision(kind, undoes=draw(st.sampled_from(made)).id, **when))
        elif kind is Ruling.SAME:
            made.append(case.same(draw(places), draw(places), **when))
        elif kind is Ruling.DIFFERENT:
            sides = [draw(st.lists(places, min_size=1, max_size=3, unique=True)) for _ in range(2)]
            made.append(case.different(sides[0], sides[1], **when))
        elif kind is Ruling.REJECT and draw(st.booleans()):
            made.append(case.on_report(draw(places), **when))
        elif kind in ON_CLAIMS and (told := draw(st.sampled_from(case.mentions)).claims):
            claim, value = (draw(st.sampled_from(told)) for _ in range(2))
            nth = next(n for n, mention in enumerate(case.mentions) if mention.id == claim.mention)
            put = value.value if kind is Ruling.CORRECT and value.field == claim.field else claim.value
            made.append(case.on_claim(kind, nth, claim.field, value=put, **when))
    return case, made


@given(cases(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_order_and_repetition_change_nothing(made: tuple[Case, list[Decision]], random: Any) -> None:
    case, decisions = made
    before, rulings = case.incidents(*decisions), case.rulings(*decisions)
    again = [*decisions, *decisions]
    random.shuffle(again)
    assert case.incidents(*again) == before
    assert case.rulings(*again) == rulings


@given(cases())
@settings(max_examples=60, deadline=None)
def test_undoing_everything_is_having_decided_nothing(made: tuple[Case, list[Decision]]) -> None:
    case, decisions = made
    undos = [decision(Ruling.UNDO, undoes=one.id, day=20) for one in decisions if one.ruling is not Ruling.UNDO]
    undone = [one for one in decisions if one.ruling is not Ruling.UNDO]
    assert case.incidents(*undone, *undos) == case.incidents()


@given(cases())
@settings(max_examples=60, deadline=None)
def test_what_is_in_force_is_carried_out(made: tuple[Case, list[Decision]]) -> None:
    case, decisions = made
    home = {ref.mention: one.id for one in case.incidents(*decisions) for ref in one.mentions}
    for one in case.rulings(*decisions).standings:
        if one.force is Force.IN_FORCE:
            left, right = (_homes(side, home) for side in (one.accounts, one.others))
            assert one.decision.ruling is not Ruling.DIFFERENT or left.isdisjoint(right)
            assert one.decision.ruling is not Ruling.SAME or left == right or not (left and right)


@given(cases(), st.data())
@settings(max_examples=60, deadline=None)
def test_a_later_same_only_joins_and_a_later_different_only_parts(
    made: tuple[Case, list[Decision]], data: st.DataObject
) -> None:
    case, decisions = made
    places = st.integers(0, len(case.mentions) - 1)
    before = case.shape(*decisions)
    joined = case.shape(*decisions, case.same(data.draw(places), data.draw(places), day=20))
    assert all(any(one <= whole for whole in joined) for one in before)
    sides = [data.draw(st.lists(places, min_size=1, max_size=3, unique=True)) for _ in range(2)]
    parted = case.shape(*decisions, case.different(sides[0], sides[1], day=20))
    assert all(any(part <= one for one in before) for part in parted)


@given(cases())
@settings(max_examples=60, deadline=None)
def test_every_account_has_one_home_whatever_is_ruled(made: tuple[Case, list[Decision]]) -> None:
    case, decisions = made
    homes = [ref.mention for one in case.incidents(*decisions) for ref in one.mentions]
    assert len(homes) == len(set(homes))


def _homes(side: Sequence[str], home: dict[str, str]) -> set[str]:
    return {home[mention] for mention in side if mention in home}
