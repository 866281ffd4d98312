"""The Admiralty digit, from who holds a value and who says otherwise."""

import pytest
from accounts import VOICES

from reportedly.codebook import load
from reportedly.model import Claim, Count, Span, Stance
from reportedly.reconcile.credibility import credibility
from reportedly.reconcile.origins import origin, speaker
from reportedly.reconcile.said import Said

BOOK = load()


def said(told: str) -> Said:
    """What a voice says, and how: "jcs" or "jcs alleged"."""
    name, _, stance = told.partition(" ")
    claim = Claim(
        "c", "m", "count", Count(2, 2), "two", Span(0, 3), (VOICES[name],), stance=Stance(stance or "asserted")
    )
    voice = speaker(claim)
    return Said(claim, claim.value, origin(voice, BOOK), None, voice=voice)


@pytest.mark.parametrize(
    ("holds", "otherwise", "digit"),
    [
        (["jcs", "mod"], [], 1),
        (["jcs"], [], 2),
        (["jcs", "jcs", "jcs confirmed"], [], 2),
        (["mod", "coast"], [], 2),
        (["jcs", "mod"], ["kcna"], 2),
        (["jcs"], ["kcna"], 3),
        (["jcs alleged"], [], 3),
        (["jcs"], ["mod", "kcna"], 4),
        (["writer"], [], 6),
        (["writer alleged"], ["jcs"], 6),
        (["jcs"], ["writer"], 2),
    ],
)
def test_the_digit_counts_origins(holds: list[str], otherwise: list[str], digit: int) -> None:
    assert credibility([said(one) for one in holds], [said(one) for one in otherwise]) == digit
