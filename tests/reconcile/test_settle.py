"""What of an incident is settled, what is contested, and who is counted as one."""

from typing import Any

import pytest
from accounts import COAST, JCS, KCNA, MOD, accounts

from reportedly.codebook import load
from reportedly.model import NARRATOR, Claim, Incident, Settled, Span, Status, Voice
from reportedly.reconcile import reconcile
from reportedly.reconcile.origins import UNATTRIBUTED, independent, origin, speaker

BOOK = load()


def incident(*told: dict[str, Any]) -> Incident:
    """The one incident these accounts of a day make."""
    extractions, reports = accounts([{"date": "2024-09-18", **one} for one in told])
    (found,) = reconcile(extractions, reports, BOOK)
    return found


def of(field: str, *told: dict[str, Any]) -> Settled:
    """How the field is settled."""
    return incident(*told).values[field]


def test_two_states_that_agree_are_two_origins() -> None:
    settled = of("weapon_class", {"weapon_class": "SRBM"}, {"weapon_class": "SRBM", "voice": "mod"})
    assert settled.status is Status.AGREED
    assert settled.positions[0].origins == ("JPN", "KOR")


def test_ten_outlets_that_quote_one_staff_are_one_origin() -> None:
    settled = of("weapon_class", *[{"weapon_class": "SRBM"}] * 10)
    assert settled.status is Status.SINGLE_ORIGIN
    assert len(settled.positions[0].outlets) == 10
    assert "repeated by 10 outlets" in settled.why


def test_coast_guard_and_ministry_are_one_origin() -> None:
    assert of("count", {"count": 2, "voice": "mod"}, {"count": 2, "voice": "coast"}).status is Status.SINGLE_ORIGIN


def test_numbers_that_differ_are_contested_and_span_both() -> None:
    settled = of("count", {"count": 2}, {"count": 3, "voice": "mod"})
    assert settled.status is Status.CONTESTED
    assert len(settled.positions) == 2
    assert settled.value is not None


def test_most_origins_win_and_the_dissent_is_kept() -> None:
    classes = [("jcs", "SRBM"), ("mod", "SRBM"), ("kcna", "MLRS")]
    settled = of("weapon_class", *({"voice": voice, "weapon_class": code} for voice, code in classes))
    assert settled.status is Status.CONTESTED
    assert settled.value is not None
    assert [position.origins for position in settled.positions] == [("JPN", "KOR"), ("PRK",)]


def test_as_many_on_each_side_leave_it_open() -> None:
    settled = of("weapon_class", {"weapon_class": "SRBM"}, {"weapon_class": "MLRS", "voice": "mod"})
    assert (settled.status, settled.value) == (Status.CONTESTED, None)


@pytest.mark.parametrize("stance", ["denied", "speculated", "withdrawn"])
def test_what_is_denied_or_supposed_is_shown_and_settles_nothing(stance: str) -> None:
    settled = of("weapon_class", {"weapon_class": "SRBM"}, {"weapon_class": "MLRS", "voice": "kcna", "stance": stance})
    assert settled.status is Status.SINGLE_ORIGIN
    assert len(settled.positions) == 2
    alone = of("weapon_class", {"weapon_class": "MLRS", "voice": "kcna", "stance": stance})
    assert (alone.status, alone.value) == (Status.UNKNOWN, None)


def test_the_label_is_one_a_person_recognises() -> None:
    found = incident({"weapon_class": "SRBM", "count": 2, "site": "kaechon"})
    assert found.label == "2024-09-18 PRK short-range ballistic missiles, Kaechon"


def claim(*voices: Voice) -> Claim:
    """A claim with these voices, outermost first."""
    return Claim("c", "m", "count", None, "", Span(0, 0), voices)


def test_the_origin_is_the_one_who_said_it_last_in_the_chain() -> None:
    kyodo = Voice("kyodo", "Kyodo", "wire", "JPN")
    assert origin(speaker(claim(kyodo, JCS)), BOOK) == "KOR"
    assert origin(speaker(claim(kyodo)), BOOK) == "kyodo"
    assert origin(speaker(claim(NARRATOR)), BOOK) == UNATTRIBUTED
    assert origin(speaker(claim(NARRATOR), kyodo), BOOK) == "kyodo"
    assert origin(speaker(claim(KCNA)), BOOK) == "PRK"


def test_joint_holders_count_once_and_not_beside_one_of_them() -> None:
    both = Voice("both", "South Korea and Japan", "joint", joint=(JCS, MOD))
    assert origin(both, BOOK) == "JPN+KOR"
    assert independent(["JPN+KOR"]) == 1
    assert independent(["JPN+KOR", "KOR"]) == 1
    assert independent(["KOR", origin(COAST, BOOK), UNATTRIBUTED]) == 2


def test_five_pages_of_one_wire_are_one_origin_and_their_own_words_none() -> None:
    kyodo = Voice("kyodo", "Kyodo", "wire", "JPN")
    wire = [origin(kyodo, BOOK) for _ in range(5)]
    assert independent(wire) == 1
    assert independent([*wire, *[origin(speaker(claim(NARRATOR)), BOOK) for _ in range(5)]]) == 1


def test_a_joint_attribution_is_one_claim_of_two_holders() -> None:
    both = Voice("both", "South Korea and Japan", "joint", joint=(JCS, COAST))
    assert [voice.id for voice in both.joint] == ["rok_jcs", "jpn_coast_guard"]
    assert independent([origin(both, BOOK), origin(MOD, BOOK)]) == 1
