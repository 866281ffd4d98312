"""What each ruling does to values and incidents, and what becomes of it when there is nothing for it to stand on."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from ruled_accounts import Case, decision

from reportedly.model import Count, Elsewhere, Place, Ruling, Status, Voice
from reportedly.reconcile.rulings import Force, problems_of

SUNAN = {"date": "2024-09-18", "site": "sunan", "time_local": "06:50", "count": 2}
KAESONG = {"date": "2024-09-18", "site": "kaesong", "time_local": "16:00", "count": 3}
THREE: Sequence[dict[str, Any]] = [
    {"date": "2024-09-18", "count": n, "voice": v} for n, v in ((2, "jcs"), (2, "mod"), (5, "kcna"))
]


def test_same_joins_over_what_forbids_and_says_who_ruled_it() -> None:
    case = Case([SUNAN, KAESONG])
    assert len(case.incidents()) == 2
    (incident,) = case.incidents(case.same(0, 1))
    assert [reason.sentence for reason in incident.reasons] == ["ruled same by ana: because"]


def test_same_joins_two_accounts_of_one_report() -> None:
    case = Case([SUNAN | {"report": "a"}, KAESONG | {"report": "a"}])
    (incident,) = case.incidents(case.same(0, 1))
    assert len(incident.mentions) == 2


def test_different_takes_one_account_out_and_keeps_the_rest_together() -> None:
    case = Case(THREE)
    for out in range(3):
        rest = [n for n in range(3) if n != out]
        assert case.shape(case.different([out], rest)) == {frozenset([out]), frozenset(rest)}


def test_a_report_that_comes_later_goes_to_the_larger_part() -> None:
    for out in range(3):
        ruled = Case(THREE)
        later = Case([*THREE, THREE[0] | {"report": "later"}])
        shape = later.shape(ruled.different([out], [n for n in range(3) if n != out]))
        assert frozenset([out]) in shape
        assert len(shape) == 2


def test_what_only_a_ruled_account_held_together_keeps_a_reason() -> None:
    case = Case(THREE)
    for incident in case.incidents(case.different([0], [1, 2]), case.different([1], [0, 2])):
        linked = {incident.id, *(id_ for reason in incident.reasons for id_ in (reason.left, reason.right))}
        assert linked == {member.mention for member in incident.mentions}


def test_the_later_of_same_and_different_is_in_force() -> None:
    case = Case([SUNAN, KAESONG])
    same, different = case.same(0, 1, day=1), case.different([0], [1], day=2)
    assert len(case.incidents(same, different)) == 2
    assert case.forces(same, different) == [Force.OVERRULED, Force.IN_FORCE]
    same = case.same(0, 1, day=3)
    assert len(case.incidents(same, different)) == 1
    assert case.forces(different, same) == [Force.OVERRULED, Force.IN_FORCE]


def test_a_chain_of_same_stops_where_a_later_different_forbids() -> None:
    case = Case([SUNAN, KAESONG, SUNAN | {"date": "2024-09-12"}])
    chain = [case.same(0, 1, day=1), case.same(1, 2, day=2), case.different([0], [2], day=3, who="ben")]
    assert case.shape(*chain) == {frozenset([0]), frozenset([1, 2])}
    (problem,) = problems_of(case.rulings(*chain))
    assert problem.message == "same, by ana on 2026-01-01 (because), is overruled: ben ruled different later: because"
    assert "reportedly decide undo" in problem.remedy


def test_a_later_same_takes_no_account_out_of_the_incident_it_names() -> None:
    case = Case([SUNAN, SUNAN, KAESONG, SUNAN | {"date": "2024-09-12"}])
    first, apart = case.same(1, 2, day=1), case.different([0], [3], day=2)
    assert case.shape(first, apart) == {frozenset([0, 1, 2]), frozenset([3])}
    last = case.same(2, 3, day=3)
    assert case.shape(first, apart, last) == {frozenset([0, 1, 2, 3])}
    assert case.forces(first, apart, last) == [Force.IN_FORCE, Force.OVERRULED, Force.IN_FORCE]


def test_a_later_different_takes_out_what_it_names_and_nothing_else() -> None:
    case = Case([SUNAN, KAESONG, KAESONG])
    same, different = case.same(0, 1, day=1), case.different([1], [0, 2], day=2)
    assert case.shape(same) == {frozenset([0, 1, 2])}
    assert case.shape(same, different) == {frozenset([1]), frozenset([0, 2])}
    assert case.forces(same, different) == [Force.OVERRULED, Force.IN_FORCE]


def test_an_undo_takes_back_and_the_undo_of_an_undo_restores() -> None:
    case = Case([SUNAN, KAESONG])
    same = case.same(0, 1)
    undo = decision(Ruling.UNDO, undoes=same.id, day=2)
    again = decision(Ruling.UNDO, undoes=undo.id, day=3)
    assert case.incidents(same, undo) == case.incidents()
    assert case.incidents(same, undo, again) == case.incidents(same)
    assert case.forces(same, undo) == [Force.UNDONE, Force.IN_FORCE]


def test_of_two_undos_either_holds_alone() -> None:
    case = Case([SUNAN, KAESONG])
    same = case.same(0, 1)
    first, second = (decision(Ruling.UNDO, undoes=same.id, day=day, who=who) for day, who in ((2, "ana"), (3, "ben")))
    again = decision(Ruling.UNDO, undoes=second.id, day=4)
    assert case.incidents(same, first, second) == case.incidents(same, first, second, again) == case.incidents()
    assert case.forces(same, second, again) == [Force.IN_FORCE, Force.UNDONE, Force.IN_FORCE]
    last = decision(Ruling.UNDO, undoes=first.id, day=5)
    assert case.incidents(same, first, second, again, last) == case.incidents(same)


def test_an_undo_of_what_is_not_there_says_so() -> None:
    case = Case([SUNAN])
    undo = decision(Ruling.UNDO, undoes="0123456789abcdef")
    assert case.forces(undo) == [Force.NOT_APPLICABLE]
    (problem,) = problems_of(case.rulings(undo))
    assert "no decision 01234567 is in this ledger" in problem.message


def test_accept_marks_a_claim_and_changes_no_value() -> None:
    case = Case(THREE)
    accepted = case.on_claim(Ruling.ACCEPT, 0, "count", value=Count(2, 2))
    assert case.incidents(accepted) == case.incidents()
    claim = case.claim(0, "count", accepted)
    assert claim.ruled is not None
    assert (claim.ruled.ruling, claim.ruled.who) == (Ruling.ACCEPT, "ana")


def test_reject_keeps_a_claim_in_sight_and_settles_nothing_with_it() -> None:
    case = Case(THREE)
    assert case.incidents()[0].values["count"].status is Status.CONTESTED
    (incident,) = case.incidents(case.on_claim(Ruling.REJECT, 2, "count", value=Count(5, 5)))
    assert incident.values["count"].status is Status.AGREED
    assert [position.value for position in incident.values["count"].positions] == [Count(2, 2), Count(5, 5)]


def test_of_two_claims_of_one_holder_the_one_that_is_not_rejected_settles() -> None:
    for out in (2, 5):
        told = [{"date": "2024-09-18", "count": n, "report": "a"} for n in (2, 5)]
        case = Case(told)
        same = case.same(0, 1)
        ruled = case.on_claim(Ruling.REJECT, 0 if out == 2 else 1, "count", value=Count(out, out), day=2)
        (incident,) = case.incidents(same, ruled)
        assert incident.values["count"].value == Count(7 - out, 7 - out)


def test_a_report_that_is_rejected_stays_in_its_incident_and_settles_nothing() -> None:
    case = Case(THREE)
    rejected = case.on_report(2)
    (before,), (incident,) = case.incidents(), case.incidents(rejected)
    assert (incident.id, incident.mentions) == (before.id, before.mentions)
    assert incident.values["count"].status is Status.AGREED
    assert [position.value for position in incident.values["count"].positions] == [Count(2, 2), Count(5, 5)]
    assert (before.support.outlets, incident.support.outlets) == (3, 2)
    assert (before.support.origins, incident.support.origins) == (3, 2)
    assert case.claim(2, "count", rejected).rejected
    assert case.incidents(rejected, decision(Ruling.UNDO, undoes=rejected.id, day=2)) == case.incidents()


def test_an_incident_of_rejected_reports_alone_stays_in_sight_and_says_so() -> None:
    case = Case([SUNAN])
    (incident,) = case.incidents(case.on_report(0))
    assert incident.label == "2024-09-18 PRK missile launch (all reports of it rejected)"
    assert {settled.status for settled in incident.values.values()} == {Status.UNKNOWN}
    assert (incident.support.outlets, incident.support.credibility) == (0, 6)


def test_a_claim_of_a_rejected_report_can_be_accepted_again() -> None:
    case = Case(THREE)
    accepted = case.on_claim(Ruling.ACCEPT, 2, "count", value=Count(5, 5), day=2)
    (incident,) = case.incidents(case.on_report(2), accepted)
    assert incident.values["count"].status is Status.CONTESTED
    assert case.forces(case.on_report(2), accepted) == [Force.IN_FORCE, Force.IN_FORCE]


def test_silence_that_is_rejected_is_no_silence() -> None:
    case = Case([SUNAN | {"stance": "withheld"}])
    assert case.incidents()[0].values["count"].status is Status.WITHHELD
    assert case.incidents(case.on_report(0))[0].values["count"].status is Status.UNKNOWN


def test_a_withdrawal_that_is_rejected_takes_nothing_back() -> None:
    held = {"date": "2024-09-18", "count": 2, "published": "2024-09-18"}
    case = Case([held, held | {"stance": "withdrawn", "published": "2024-09-19"}])
    (incident,) = case.incidents()
    assert any(position.revised for position in incident.values["count"].positions)
    (incident,) = case.incidents(case.on_claim(Ruling.REJECT, 1, "count", value=Count(2, 2)))
    assert not any(position.revised for position in incident.values["count"].positions)


def test_correct_puts_another_value_and_keeps_the_words() -> None:
    case = Case(THREE)
    corrected = case.on_claim(Ruling.CORRECT, 2, "count", value=Count(2, 2))
    assert case.incidents(corrected)[0].values["count"].status is Status.AGREED
    claim = case.claim(2, "count", corrected)
    assert claim.written == "5"
    assert claim.ruled is not None
    assert claim.ruled.read == Count(5, 5)


def test_a_corrected_day_moves_the_account() -> None:
    case = Case([SUNAN, SUNAN | {"date": "2024-09-12"}])
    assert len(case.incidents()) == 2
    day = case.claim(0, "date").value
    assert len(case.incidents(case.on_claim(Ruling.CORRECT, 1, "date", value=day))) == 1


def test_the_later_of_two_rulings_on_a_claim_is_in_force() -> None:
    case = Case(THREE)
    rejected = case.on_claim(Ruling.REJECT, 2, "count", value=Count(5, 5), day=1)
    corrected = case.on_claim(Ruling.CORRECT, 2, "count", value=Count(2, 2), day=2, who="ben")
    assert case.incidents(rejected, corrected) == case.incidents(corrected)
    assert case.forces(rejected, corrected) == [Force.OVERRULED, Force.IN_FORCE]
    assert len(problems_of(case.rulings(rejected, corrected))) == 1
    mine = case.on_claim(Ruling.CORRECT, 2, "count", value=Count(2, 2), day=2)
    assert not problems_of(case.rulings(rejected, mine))


def test_a_claim_from_elsewhere_stands_beside_the_others() -> None:
    case = Case(THREE)
    told = Elsewhere(
        "site", "It was fired from Sunan.", Voice("un", "United Nations", "body"), "https://www.news.example/1"
    )
    added = case.elsewhere(0, told, Place("sunan", "Sunan", "Sunan"))
    before, (incident,) = case.incidents()[0], case.incidents(added)
    assert incident.id == before.id
    assert "site" not in before.values
    (position,) = incident.values["site"].positions
    assert (position.voices, position.outlets) == ((told.voice,), ("news.example",))
    assert incident.mentions[-1].report == added.id


@pytest.mark.parametrize("ruling", [Ruling.ACCEPT, Ruling.REJECT])
def test_a_judged_reading_that_is_read_otherwise_now_is_not_judged(ruling: Ruling) -> None:
    case = Case(THREE)
    standing = case.rulings(case.on_claim(ruling, 2, "count", value=Count(4, 4))).standings[0]
    assert standing.force is Force.NOT_APPLICABLE
    assert standing.why == "'5' was 4 when it was judged and is read as 5 now"


def test_a_decision_without_its_report_is_a_problem_and_changes_nothing() -> None:
    case = Case(THREE)
    other = Case([SUNAN | {"report": "elsewhere"}])
    rejected = other.on_claim(Ruling.REJECT, 0, "count", value=Count(2, 2))
    assert case.incidents(rejected) == case.incidents()
    (problem,) = problems_of(case.rulings(rejected))
    assert problem.path == f"decision {rejected.id[:8]}"
    assert problem.message.endswith("is not applicable: no report elsewher is in this ledger")


def test_in_a_text_taken_otherwise_the_same_words_are_found() -> None:
    case = Case(THREE)
    rejected = case.on_claim(Ruling.REJECT, 2, "count", value=Count(5, 5))
    assert case.incidents(case.moved(rejected, by=40)) == case.incidents(rejected)


def test_where_the_words_stand_and_nothing_is_read_no_other_words_are_taken() -> None:
    case = Case([{"date": "2024-09-18", "count": 2, "text": "2 and 2"}])
    elsewhere = replace(case.anchor(0, "count"), start=6, end=7)
    rulings = case.rulings(decision(Ruling.CORRECT, anchors=(elsewhere,), value=Count(3, 3)))
    assert rulings.standings[0].why == "r0.txt: nothing is read of count at '2' any more"


def test_what_is_read_over_the_same_words_takes_the_ruling() -> None:
    case = Case([{"date": "2024-09-18", "count": 2, "text": "2 and 2"}])
    wider = replace(case.anchor(0, "count"), end=5, written="2 and")
    assert case.forces(decision(Ruling.CORRECT, anchors=(wider,), value=Count(3, 3))) == [Force.IN_FORCE]
