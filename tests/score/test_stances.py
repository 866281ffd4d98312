"""The row `stance`: of the marked attributions whose voice was found, the share with a claim of the marked stance."""

from collections.abc import Sequence
from typing import Any

import pytest

from reportedly.score.gold import gold_report
from reportedly.score.predicted import FoundClaim, FoundReport
from reportedly.score.stances import judge_stances
from reportedly.score.tally import Tally

JCS = "South Korea Joint Chiefs of Staff"


def _found(*claims: tuple[str, str | None, str]) -> FoundReport:
    text = "One fell, it said. Two rose, it said."
    made = tuple(FoundClaim("m", "type", "fell", 4, 8, ((name, kind),), stance) for name, kind, stance in claims)
    return FoundReport(relevant=True, claims=made, text=text)


def _gold(*attributions: tuple[str, str | None]) -> dict[str, Any]:
    marked = [{"source": source, "modality": modality, "about": "a launch"} for source, modality in attributions]
    return {"id": "001", "relevant": True, "incidents": [], "attributions": marked}


@pytest.mark.parametrize(
    ("marked", "claims", "right", "wrong"),
    [
        ([(JCS, "asserted")], [(JCS, "military", "asserted")], 1, 0),
        ([(JCS, "asserted")], [(JCS, "military", "estimated"), (JCS, "military", "asserted")], 1, 0),
        ([(JCS, "denied")], [(JCS, "military", "asserted")], 0, 1),
        ([(JCS, "asserted"), (JCS, "denied")], [(JCS, "military", "asserted")], 1, 1),
        ([("Pentagon", "asserted")], [(JCS, "military", "asserted")], 0, 0),
        ([(JCS, "asserted")], [(JCS, "narrator", "asserted")], 0, 0),
        ([(JCS, None)], [(JCS, "military", "asserted")], 0, 0),
        ([], [(JCS, "military", "asserted")], 0, 0),
    ],
)
def test_counts(
    marked: Sequence[tuple[str, str | None]], claims: Sequence[tuple[str, str | None, str]], right: int, wrong: int
) -> None:
    tally, errors = judge_stances(gold_report(_gold(*marked)), _found(*claims))
    assert tally == Tally(right=right, wrong=wrong, missed=wrong)
    assert len(errors) == wrong


def test_error_names_voice_and_both_stances() -> None:
    _, (error,) = judge_stances(gold_report(_gold((JCS, "denied"))), _found((JCS, "military", "asserted")))
    assert (error.report, error.field, error.got) == ("001", "stance", "asserted")
    assert error.expected == f"{JCS} (a launch): denied"
    assert error.sentence == "One fell, it said."
