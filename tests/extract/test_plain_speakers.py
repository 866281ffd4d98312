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


OFFICIALS = ("an official", "officials", "a senior official", "a source", "two officials")
HOUSES = {
    "Japan's Defense Ministry": "Japan Ministry of Defense",
    "the Japanese Defense Ministry": "Japan Ministry of Defense",
    "the South Korean defence ministry": "South Korea Ministry of National Defense",
    "South Korea's Joint Chiefs of Staff": "South Korea Joint Chiefs of Staff",
    "the Pentagon": "Pentagon",
    "Iran's foreign ministry": "Iran Ministry of Foreign Affairs",
    "the Russian Defence Ministry": "Russia",
    "India's DRDO": "DRDO",
    "the US State Department": "State Department",
}


def _distance(text: str) -> Claim:
    claims = [c for c in EXTRACTOR.extract(report(OPENING + text, PUBLISHED)).claims if c.field == "distance_km"]
    assert len(claims) == 1, text
    return claims[0]


@given(st.sampled_from(sorted(SPEAKERS)), st.sampled_from(FRAMES))
@settings(deadline=None)
def test_the_speaker_is_heard(speaker: str, frame: str) -> None:
    claim = _distance(frame.format(s=speaker, S=speaker[0].upper() + speaker[1:]))
    assert ([v.name for v in claim.voices], claim.stance.value) == ([SPEAKERS[speaker]], "asserted"), frame


@given(
    st.sampled_from(OFFICIALS), st.sampled_from(("of", "at", "from")), st.sampled_from(sorted(HOUSES)), st.booleans()
)
@settings(deadline=None)
def test_an_official_is_of_the_house_that_is_named(who: str, of: str, house: str, first: bool) -> None:
    said = (
        f"{who[0].upper()}{who[1:]} {of} {house} said it flew 600 km."
        if first
        else f"It flew 600 km, {who} {of} {house} said."
    )
    names = [v.name for v in _distance(said).voices]
    assert len(names) == 1 and HOUSES[house].split()[0] in names[0], names


@pytest.mark.parametrize("who", ["Japanese defense ministry officials", "a South Korean defence ministry official"])
def test_officials_of_a_ministry_bear_its_name(who: str) -> None:
    assert "Defense official" in _distance(f"It flew 600 km, {who} said.").voices[0].name


@pytest.mark.parametrize("keeps", ["has yet to", "was unable to", "refused to", "could not"])
def test_what_is_not_confirmed_is_withheld(keeps: str) -> None:
    assert _distance(f"The JCS {keeps} confirm that it flew 600 km.").stance.value == "withheld"
