"""Plain leads of launches, put together from parts as agencies do, and what a reader takes from each."""

from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from reportedly.model import Block, BlockKind, Published, Report, Span

PUBLISHED = date(2024, 9, 18)
Count = tuple[int, int | None]

STATES = (
    ("North Korea", "North Korean", "Pyongyang", "PRK", ("Sunan", "the Kaechon area", "Wonsan", "Sinpo")),
    ("Iran", "Iranian", "Tehran", "IRN", ("Semnan", "Shahroud")),
    ("Pakistan", "Pakistani", "Islamabad", "PAK", ("Sonmiani",)),
    ("India", "Indian", "New Delhi", "IND", ("Chandipur", "Abdul Kalam Island")),
    ("Russia", "Russian", "Moscow", "RUS", ("Plesetsk", "Kapustin Yar")),
)
CLASSES = {
    "short-range ballistic missile": "SRBM",
    "ballistic missile": "BM",
    "intercontinental ballistic missile": "ICBM",
    "intermediate-range ballistic missile": "IRBM",
    "medium-range ballistic missile": "MRBM",
    "hypersonic missile": "hypersonic",
    "cruise missile": "cruise",
    "long-range cruise missile": "cruise",
}
COUNTS: dict[str, Count] = {
    "a": (1, 1),
    "a single": (1, 1),
    "two": (2, 2),
    "three": (3, 3),
    "eight": (8, 8),
    "a pair of": (2, 2),
    "a salvo of four": (4, 4),
    "about ten": (10, 10),
    "several": (2, None),
    "multiple": (2, None),
    "at least two": (2, None),
    "at least six": (6, None),
    "no fewer than three": (3, None),
    "more than ten": (10, None),
}
DAYS = {
    "on Wednesday": 18, "early Wednesday": 18, "on Wednesday morning": 18, "today": 18, "on September 18": 18,
    "on Sept. 18, 2024": 18, "on Tuesday": 17, "late on Tuesday": 17, "yesterday": 17, "on 17 September": 17,
}  # fmt: skip
SPEAKERS = {
    "South Korea's Joint Chiefs of Staff": "rok_jcs",
    "Japan's defence ministry": "jpn_mod",
    "Defence Minister Nobuo Kishi": "nobuo_kishi",
    "the US Indo-Pacific Command": "us_indopacom",
}
ACTIVE = (
    "{state} {verb} {count} {thing} from {site} {day}, {speaker} said.",
    "{state} {verb} {count} {thing} {day} from {site}, {speaker} said.",
    "{Speaker} said {state} {verb} {count} {thing} from {site} {day}.",
    "{Speaker} said that {state} {verb} {count} {thing} {day} from {site}.",
    "According to {speaker}, {state} {verb} {count} {thing} from {site} {day}.",
    "{demonym} forces {verb} {count} {thing} {day} from {site}, {speaker} said.",
    "{capital} {verb} {count} {thing} from {site} {day}, {speaker} said.",
    "{state}, defying warnings, {verb} {count} {thing} from {site} {day}, {speaker} said.",
)
PASSIVE = (
    "{Count} {thing} {was} fired by {state} from {site} {day}, {speaker} said.",
    "{Count} {thing} {was} launched from {site} by {state} {day}, {speaker} said.",
    "{Speaker} confirmed the firing of {count} {thing} from {site} by {state} {day}.",
    "{state} conducted a test of {count} {thing} from {site} {day}, {speaker} said.",
)
VERBS = ("fired", "launched", "test-fired", "test-launched", "has fired", "has launched", "lobbed", "fired off")
BEHIND = (
    "",
    "It came two days after {state} fired three cruise missiles.",
    "The launch follows a test of a long-range missile on July 4.",
    "It was {state}'s fifth launch this year.",
    "{capital} last launched a ballistic missile in early July.",
    "The test was the second in a week.",
    "{state} has carried out dozens of weapons tests since 2022.",
    "{state} has tested dozens of missiles.",
    "The United States condemned the launch and called for dialogue.",
    "{state} fired eight missiles in a single day in June 2022.",
)


@dataclass(frozen=True)
class Lead:
    """A report of a launch, and what it says: state, type, count, class, day, speaker, kilometres flown."""

    text: str
    state: str
    type: str
    count: Count
    weapon_class: str
    day: date
    voice: str
    flown: int | None

    @property
    def report(self) -> Report:
        """The report, with a headline that tells nothing."""
        title = "News of the day"
        whole = f"{title}\n\n{self.text}"
        blocks = (
            Block(Span(0, len(title)), BlockKind.TITLE),
            Block(Span(len(title) + 2, len(whole)), BlockKind.BODY),
        )
        return Report("lead", "lead.txt", whole, blocks, b"", published=Published(PUBLISHED), language="en")


@st.composite
def leads(draw: st.DrawFn) -> Lead:
    """One lead of the many that these parts make."""
    state, demonym, capital, code, sites = draw(st.sampled_from(STATES))
    thing, class_ = draw(st.sampled_from(sorted(CLASSES.items())))
    words, count = draw(st.sampled_from(sorted(COUNTS.items())))
    day, number = draw(st.sampled_from(sorted(DAYS.items())))
    speaker, voice = draw(st.sampled_from(sorted(SPEAKERS.items())))
    one = count == (1, 1)
    words = "an" if words == "a" and thing[0] in "aeiou" else words
    parts = {
        "state": state, "demonym": demonym, "capital": capital, "site": draw(st.sampled_from(sites)), "day": day,
        "verb": draw(st.sampled_from(VERBS)), "count": words, "Count": words[0].upper() + words[1:],
        "thing": thing if one else f"{thing}s", "was": "was" if one else "were",
        "speaker": speaker, "Speaker": speaker[0].upper() + speaker[1:],
    }  # fmt: skip
    flown = draw(st.sampled_from((None, 300, 450, 620, 1100)))
    told = draw(st.sampled_from(ACTIVE + PASSIVE)).format(**parts)
    if flown:
        told += f" {'It' if one else 'They'} flew about {flown} km before falling into the sea."
    behind = draw(st.sampled_from(BEHIND)).format(**parts)
    type_ = "cruise_missile_launch" if class_ == "cruise" else "missile_launch"
    return Lead(f"{told} {behind}".strip(), code, type_, count, class_, date(2024, 9, number), voice, flown)
