"""What holds of the count of origins, whatever is reported."""

from collections.abc import Sequence
from typing import Any

from accounts import VOICES, accounts
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.codebook import load
from reportedly.model import Support
from reportedly.reconcile.said import said_of
from reportedly.reconcile.support import support

BOOK = load()
LONG = "It was the {} launch of this kind in a week, said to have come after many hours of work at a plain known for its wind."
TEXTS = (
    "",
    "A short note.",
    LONG.format("second"),
    "SEOUL (AFP) - " + LONG.format("second"),
    "TOKYO, Sept. 18 (Kyodo) -- Fishing boats were told to keep away from a stretch of water that had been named days before by wire.",
    LONG.format("third")
    + " Nobody at the harbour had seen or heard anything of it by noon, and the boats went out as ever.",
)
SAYS = st.fixed_dictionaries(
    {
        "voice": st.sampled_from(sorted(VOICES)),
        "count": st.integers(1, 2),
        "stance": st.sampled_from(["asserted", "asserted", "alleged", "denied", "withdrawn"]),
    }
)
PRINTED = st.fixed_dictionaries(
    {
        "text": st.sampled_from(TEXTS),
        "outlet": st.sampled_from(["A", "B", "C", "Yonhap News TV", None]),
        "author": st.sampled_from([None, None, "Reuters", "Staff, agencies"]),
    }
)


@st.composite
def reported(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Some reports: what a text says is the same wherever it is printed."""
    says = {text: draw(SAYS) for text in TEXTS}
    return [{**says[one["text"]], **one} for one in draw(st.lists(PRINTED, min_size=1, max_size=7))]


ACCOUNTS = reported()


def behind(told: Sequence[dict[str, Any]]) -> Support:
    """What stands behind an incident that all these accounts are taken to tell of."""
    extractions, reports = accounts([{"type": "missile_launch", **one} for one in told])
    mentions = [mention for extraction in extractions for mention in extraction.mentions]
    about = {report.id: report for report in reports}
    return support(said_of(mentions, about, BOOK), mentions, about, BOOK)


@settings(deadline=None)
@given(ACCOUNTS, st.randoms())
def test_order_changes_nothing(told: list[dict[str, Any]], random: Any) -> None:
    named = [{"report": f"r{nth}", **one} for nth, one in enumerate(told)]
    shuffled = list(named)
    random.shuffle(shuffled)
    assert behind(named) == behind(shuffled)


@settings(deadline=None)
@given(ACCOUNTS, st.data())
def test_an_outlet_that_copies_a_text_adds_no_origin(told: list[dict[str, Any]], data: st.DataObject) -> None:
    before = behind(told)
    original = data.draw(st.sampled_from(told))
    copy = {**original, "outlet": "Another", "author": None}
    after = behind([*told, copy])
    assert after.origins <= before.origins
    assert after.outlets == before.outlets + 1


@settings(deadline=None)
@given(ACCOUNTS)
def test_origins_are_no_more_than_those_who_speak(told: list[dict[str, Any]]) -> None:
    found = behind(told)
    assert found.origins <= found.speakers
    assert found.origins <= found.outlets + found.speakers


@settings(deadline=None)
@given(ACCOUNTS)
def test_one_origin_never_confirms_itself(told: list[dict[str, Any]]) -> None:
    found = behind(told)
    assert 1 <= found.credibility <= 6
    assert (found.credibility in (5, 6)) == (found.origins == 0)
    assert found.credibility > 1 or found.origins > 1


@settings(deadline=None)
@given(ACCOUNTS, st.sampled_from(sorted(VOICES)))
def test_who_takes_it_back_is_no_origin_of_it_any_more(told: list[dict[str, Any]], who: str) -> None:
    before = [{**one, "published": "2024-09-18"} for one in told]
    back = {"voice": who, "stance": "withdrawn", "published": "2024-09-20", "outlet": "Last"}
    after = behind([*before, back])
    gone = {one.origin for one in behind([{**back, "stance": "asserted"}]).backings if one.adds}
    assert not gone & {one.origin for one in after.backings if one.adds}
