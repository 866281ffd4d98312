"""Where a headline's own words end: the outlet's name behind it tells nothing of the news."""

import pytest

from reportedly.model import BlockKind
from reportedly.readers.draft import About, compose, own_words
from reportedly.readers.patterns import DEFAULT_BOILERPLATE


@pytest.mark.parametrize(
    ("title", "outlet", "own"),
    [
        ("North Korea fires two missiles | Reuters", "Reuters", "North Korea fires two missiles"),
        ("North Korea fires two missiles | Reuters", None, "North Korea fires two missiles"),
        ("North Korea fires two missiles - The Korea Herald", "Korea Herald", "North Korea fires two missiles"),
        ("North Korea fires two missiles — BBC News", "BBC News", "North Korea fires two missiles"),
        (
            "Second blast, bigger than the first | Voice of Freedom",
            "Voice of Freedom (radio)",
            "Second blast, bigger than the first",
        ),
        ("Five in a row for Rockets | Reuters", "Reuters", "Five in a row for Rockets"),
        ("Iran tests missile in desert - state TV", "Press TV", "Iran tests missile in desert - state TV"),
        ("North Korea fires two missiles - Seoul", "The Seoul Times", "North Korea fires two missiles - Seoul"),
        ("North Korea | Two missiles fired", None, "North Korea | Two missiles fired"),
        (
            "Live blog | North Korea fires two missiles into sea",
            None,
            "Live blog | North Korea fires two missiles into sea",
        ),
        ("Missile test succeeds", "Test", "Missile test succeeds"),
    ],
)
def test_own_words(title: str, outlet: str | None, own: str) -> None:
    assert title[: own_words(title, outlet)] == own


def test_the_name_behind_a_headline_is_furniture_and_nothing_is_lost() -> None:
    draft = compose(
        About(title="Five in a row for Rockets | Reuters", outlet="Reuters"),
        "They won.",
        media_type="json",
        patterns=DEFAULT_BOILERPLATE,
    )
    kinds = [(block.kind, block.span.of(draft.text).strip()) for block in draft.blocks]
    assert kinds == [
        (BlockKind.TITLE, "Five in a row for Rockets"),
        (BlockKind.BOILERPLATE, "| Reuters"),
        (BlockKind.BODY, "They won."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Marlow", "By Peter Halloran and Anna Weiss", "BY JANE MARLOW", "By Choe Sang-Hun", "By Jane Marlow, The Daily News",
        "By Hyonhee Shin and Josh Smith in Seoul", "By: Ji Da-gyum", "Jane Marlow, Staff Writer", "Jane Marlow, AP", "Justin McCurry in Tokyo",
        "Jane Marlow, Chief Political Correspondent", "Story by Jane Marlow, CNN", "This is a developing story.",
        "This article has been updated.", "Here is what is known so far.", "Breaking news story, check back for updates.", "More details to follow.",
    ],
)  # fmt: skip
def test_a_line_about_the_report_is_furniture(line: str) -> None:
    draft = compose(
        About(title="Two fired"), f"{line}\n\nThey fell into the sea.", media_type="json", patterns=DEFAULT_BOILERPLATE
    )
    kinds = {block.span.of(draft.text).strip(): block.kind for block in draft.blocks}
    assert kinds.get("They fell into the sea.") is BlockKind.BODY


@pytest.mark.parametrize(
    "line",
    [
        "By Wednesday the missile had been found.", "By North Korea's own account it flew 500 km.", "North Korea fired two missiles.",
        "Kim Jong Un was there.", "What we know about Thursday's launch:", "By Kim's order two missiles were fired from Sunan.",
        "Seoul, Tokyo and Washington condemned it.",
    ],
)  # fmt: skip
def test_a_line_of_the_news_is_not(line: str) -> None:
    draft = compose(
        About(title="Two fired"), f"{line}\n\nThey fell into the sea.", media_type="json", patterns=DEFAULT_BOILERPLATE
    )
    assert all(block.kind is not BlockKind.BOILERPLATE for block in draft.blocks)
