"""Plain attributed sentences, put together from a speaker, a way of saying and what is said, and what a reader takes
from each: who speaks, and how."""

from dataclasses import dataclass

from hypothesis import strategies as st

SPEAKERS = {
    "South Korea's Joint Chiefs of Staff": "rok_jcs",
    "the Joint Chiefs of Staff (JCS)": "rok_jcs",
    "Japan's defence ministry": "jpn_mod",
    "Japan's coast guard": "jpn_jcg",
    "Japan's public broadcaster NHK": "nhk",
    "Yonhap news agency": "yonhap",
    "the Korean Central News Agency (KCNA)": "prk_kcna",
    "the US Indo-Pacific Command": "us_indopacom",
    "Japanese Defence Minister Nobuo Kishi": "nobuo_kishi",
    "US Secretary of State Antony Blinken": "antony_blinken",
    "Yang Moo-jin, president of the University of North Korean Studies in Seoul,": "yang_moo_jin",
    "Ankit Panda, a senior fellow at the Carnegie Endowment,": "ankit_panda",
    "Jeffrey Lewis of the Middlebury Institute": "jeffrey_lewis",
    "a senior US official": "usa_official",
    "an official who asked not to be named": "official",
    "a government official, speaking on condition of anonymity,": "government_official",
    "South Korea and Japan": "south_korea_and_japan",
}
ASSERTED = (
    "{S} said that {c}.", "{S} said {c}.", "{S} told reporters that {c}.", "{S} added that {c}.",
    "{C}, {s} said.", "{C}, {s} said on Wednesday.", "{C}, {s} said in a statement.", "{C}, {s} told reporters.",
    "{C}, {s} said, adding that it was watching closely.", "{C}, said {s}", "{C}, according to {s}",
    "According to {s}, {c}.", "In a statement, {s} said {c}.", "On Wednesday, {s} said {c}.", "As {s} put it, {c}.",
    "“{C},” {s} said.", "“{C},” {s} told reporters.", "{C} ({s} said).", "{S} said: “{C}.”", "As {s} said, {c}.",
)  # fmt: skip
OTHERWISE = {
    "{S} confirmed that {c}.": "confirmed", "{C}, {s} confirmed.": "confirmed", "{S} acknowledged that {c}.": "confirmed",
    "{S} estimated that {c}.": "estimated", "{C}, {s} estimated.": "estimated", "{S} assessed that {c}.": "estimated",
    "{S} alleged that {c}.": "alleged", "{C}, {s} claimed.": "alleged", "{S} claimed that {c}.": "alleged",
}  # fmt: skip
CONTENTS = {
    "two missiles were fired from Sunan on Wednesday": "two",
    "North Korea launched a missile on Sept. 18, 2024, from Sunan": "a missile",
    "North Korea fired two missiles on Wednesday, launching them from Sunan": "two",
    "the missile, fired at 6:50 a.m., flew about 400 km": "400 km",
}


@dataclass(frozen=True)
class Saying:
    """A sentence, words of what is said in it, the speaker's id and the stances that are right."""

    text: str
    words: str
    voice: str
    stances: frozenset[str]


@st.composite
def sayings(draw: st.DrawFn) -> Saying:
    """One attributed sentence of the many that these parts make."""
    speaker, voice = draw(st.sampled_from(sorted(SPEAKERS.items())))
    content, words = draw(st.sampled_from(sorted(CONTENTS.items())))
    form = draw(st.sampled_from((*ASSERTED, *OTHERWISE)))
    if form.endswith("{s}"):
        speaker = speaker.rstrip(",")
        form += "."
    said = form.format(S=_opening(speaker), s=speaker, c=content, C=_opening(content))
    stance = OTHERWISE.get(form, "asserted")
    academic = voice in ("yang_moo_jin", "ankit_panda", "jeffrey_lewis")
    words = words if words in said else _opening(words)
    return Saying(said, words, voice, frozenset({stance, "estimated"} if academic else {stance}))


def _opening(words: str) -> str:
    return words[0].upper() + words[1:]
