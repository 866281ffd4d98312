"""Who says a plain thing is heard wherever the name stands, whatever stands before it, and by whichever verb."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.core import EXTRACTOR, report

from reportedly.model import Claim

PUBLISHED = date(2024, 9, 18)
OPENING = "N. Korea fires missile\n\nNorth Korea fired a ballistic missile into the East Sea on Tuesday. "
SPEAKERS = {
    "South Korea's Joint Chiefs of Staff": "South Korea Joint Chiefs of Staff",
    "the JCS": "South Korea Joint Chiefs of Staff",
    "Japan's Defense Ministry": "Japan Ministry of Defense",
    "Japanese Defence Minister Minoru Kihara": "Minoru Kihara",
    "KCNA": "Korean Central News Agency",
    "the official Korean Central News Agency": "Korean Central News Agency",
    "the state-run Korean Central News Agency": "Korean Central News Agency",
    "state news agency KCNA": "Korean Central News Agency",
    "the ruling party's newspaper Rodong Sinmun": "Rodong Sinmun",
    "the official Xinhua news agency": "Xinhua",
    "China's state-run Xinhua news agency": "Xinhua",
    "Russian state news agency TASS": "TASS",
    "Iran's semi-official Fars news agency": "Fars News Agency",
    "Japanese public broadcaster NHK": "NHK",
    "Yonhap": "Yonhap News Agency",
    "the Pentagon": "Pentagon",
    "Seoul": "South Korea",
}
FRAMES = (
    "{S} said it flew 600 km.",
    "It flew 600 km, {s} said.",
    "The missile flew 600 km, {s} said on Wednesday.",
    "It flew 600 km, said {s}.",
    "According to {s}, it flew 600 km.",
    "It flew 600 km, according to {s}.",
    "{S} reported that it flew 600 km.",
    '"It flew 600 km," {s} said.',
    "{S} added that it flew 600 km.",
)


def _distance(text: str) -> Claim:
    claims = [c for c in EXTRACTOR.extract(report(OPENING + text, PUBLISHED)).claims if c.field == "distance_km"]
    assert len(claims) == 1, text
    return claims[0]


@given(st.sampled_from(sorted(SPEAKERS)), st.sampled_from(FRAMES))
@settings(deadline=None)
def test_the_speaker_is_heard(speaker: str, frame: str) -> None:
    claim = _distance(frame.format(s=speaker, S=speaker[0].upper() + speaker[1:]))
    assert ([v.name for v in claim.voices], claim.stance.value) == ([SPEAKERS[speaker]], "asserted"), frame


@pytest.mark.parametrize("keeps", ["has yet to", "was unable to", "refused to", "could not"])
def test_what_is_not_confirmed_is_withheld(keeps: str) -> None:
    assert _distance(f"The JCS {keeps} confirm that it flew 600 km.").stance.value == "withheld"
