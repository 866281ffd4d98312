"""Plain leads of every kind of incident, put together from parts as agencies do, and what each is about."""

from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

DAYS = {
    "on Wednesday": 18, "early Wednesday": 18, "on Wednesday morning": 18, "today": 18, "on September 18": 18,
    "on Tuesday": 17, "late Tuesday": 17, "yesterday": 17,
}  # fmt: skip
SPEAKERS = (
    "South Korea's Joint Chiefs of Staff said", "state media reported", "Japan's Defense Ministry said", "officials said",
    "the ministry of defence said in a statement",
)  # fmt: skip
BEHIND = ("", "It was the first in two months.", "Neighbouring countries expressed concern.")
FORMS: dict[tuple[str, str | None], tuple[str, ...]] = {
    ("satellite_launch", "PRK"): (
        "North Korea launched a military reconnaissance satellite {d} from the Sohae Satellite Launching Station, {s}.",
        "North Korea fired a rocket carrying a spy satellite {d}, {s}.",
        "A North Korean rocket carrying the Malligyong-1 satellite lifted off from Sohae {d}, {s}.",
        "North Korea's attempt to launch a spy satellite failed {d} when the rocket exploded in flight, {s}.",
    ),
    ("satellite_launch", "IRN"): (
        "Iran launched the Soraya satellite into orbit {d} with a Qaem-100 rocket, {s}.",
        "Iran put three satellites into orbit {d} using its Simorgh rocket, {s}.",
    ),
    ("nuclear_test", "PRK"): (
        "North Korea conducted its sixth nuclear test {d}, {s}.",
        "North Korea carried out a nuclear test {d} at its Punggye-ri site, {s}.",
        "North Korea detonated a nuclear device {d}, {s}.",
    ),
    ("seismic_event", "PRK"): (
        "A magnitude 3.4 earthquake was detected near North Korea's Punggye-ri nuclear test site {d}, {s}.",
        "China's earthquake administration said it detected a magnitude 3.4 quake in North Korea {d}, a suspected explosion.",
    ),
    ("artillery_fire", "PRK"): (
        "North Korea fired about 200 artillery shells into the sea {d}, {s}.",
        "The North's military fired more than 60 artillery rounds near Yeonpyeong Island {d}, {s}.",
    ),
    ("combat_use", "RUS"): (
        "Russia fired cruise missiles at Kyiv {d}, killing three people, officials said.",
        "Russian forces struck Kharkiv with Iskander missiles {d}, the regional governor said.",
    ),
    ("combat_use", "IRN"): (
        "Iran fired about 180 ballistic missiles at Israel {d}, the Israeli military said.",
        "Iran launched a barrage of missiles at Israel {d}, {s}.",
    ),
    ("combat_use", "YEM"): (
        "Yemen's Houthis fired a ballistic missile at Israel {d}, the Israeli military said.",
        "The Houthis launched an anti-ship ballistic missile at a tanker in the Red Sea {d}, US Central Command said.",
    ),
    ("static_test", "PRK"): (
        "North Korea tested a new solid-fuel rocket engine {d}, {s}.",
        "North Korea conducted a ground test of a high-thrust engine at Sohae {d}, {s}.",
    ),
    ("missile_launch", "IND"): (
        "India test-fired its Agni-V missile from Abdul Kalam Island off Odisha {d}, {s}.",
        "India {d} carried out a successful test of the Agni-5 missile, {s}.",
    ),
    ("missile_launch", "PRK"): (
        "North Korea's launch of a ballistic missile appeared to have failed {d}, {s}.",
        "A North Korean missile exploded shortly after launch {d}, {s}.",
    ),
    ("facility_disclosure", "PRK"): (
        "North Korea released photos of a uranium enrichment facility for the first time {d}.",
    ),
    ("sanctions_action", "USA"): (
        "The United States imposed sanctions {d} on five people and three companies over North Korea's missile programme.",
        "The US Treasury {d} sanctioned a network accused of procuring parts for Iran's ballistic missile programme.",
    ),
    ("sanctions_action", "PRK"): (
        "The UN Security Council adopted a resolution {d} imposing new sanctions on North Korea over its missile tests.",
    ),
    ("diplomatic_meeting", None): (
        "The US, Japanese and South Korean envoys met in Seoul {d} to discuss North Korea's missile launches.",
        "Nuclear envoys of the three countries held phone talks {d} over the North's latest launch.",
    ),
    ("withdrawn_report", "JPN"): (
        "Japan withdrew a warning {d} that a North Korean missile had flown over its territory.",
        "Japan's government said {d} its J-Alert on a North Korean missile passing over Hokkaido had been a mistake.",
    ),
    ("official_statement", "KOR"): (
        "South Korea's foreign ministry denounced the North's missile launch {d} as a grave provocation.",
    ),
    ("official_statement", "PRK"): ("North Korea denied {d} that it had exported weapons to Russia.",),
}  # fmt: skip
NONE = (
    "The Houston Rockets launched a comeback {d}.",
    "SpaceX launched 23 Starlink satellites {d} from Florida.",
    "North Korea may conduct a nuclear test soon, South Korea's spy agency said {d}.",
    "The Pentagon postponed a Minuteman III test {d} to avoid raising tensions.",
    "South Korea and the US began joint military drills {d}.",
    "North Korea displayed new missiles at a parade {d}.",
    "Poland signed a deal {d} to buy Patriot missiles.",
    "A museum opened an exhibition {d} on the history of the V-2 rocket.",
    "Kim Jong Un inspected a munitions factory {d}, state media said.",
    "South Korea said there were no signs of an imminent missile launch {d}.",
)


@dataclass(frozen=True)
class Told:
    """A lead, and the type, state and day of its subject; no type where it has none."""

    text: str
    type: str | None
    state: str | None
    day: date


@st.composite
def told(draw: st.DrawFn) -> Told:
    """One lead of the many that these parts make."""
    words, number = draw(st.sampled_from(sorted(DAYS.items())))
    speaker = draw(st.sampled_from(SPEAKERS))
    kinds: list[tuple[str | None, str | None, str]] = [(t, s, f) for (t, s), forms in FORMS.items() for f in forms]
    kinds += [(None, None, form) for form in NONE]
    type_, state, form = draw(st.sampled_from(kinds))
    text = f"{form.format(d=words, s=speaker)} {draw(st.sampled_from(BEHIND))}".strip()
    return Told(text, type_, state, date(2024, 9, number))
