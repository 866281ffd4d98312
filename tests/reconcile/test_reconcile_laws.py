"""What holds for any accounts: order changes nothing, twice is once, nothing forbidden is ever joined."""

from itertools import combinations
from typing import Any

from accounts import accounts
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.codebook import load
from reportedly.model import Role
from reportedly.reconcile import reconcile
from reportedly.reconcile.features import judge, most
from reportedly.reconcile.sketch import look

BOOK = load()
DATES = ("2024-09-12", "2024-09-17", "2024-09-18", "2024-09-10..2024-09-20", "--09-18", "2024-01-01..2024-12-31")
TEXTS = ("thunderclaps rattled orchards near hodori", "hodori orchards: thunderclaps", "schoolhouse roof")
MAYBE: dict[str, Any] = {
    "date": st.sampled_from(DATES),
    "time_local": st.sampled_from(("06:50", "06:53", "07:23", "16:00")),
    "site": st.sampled_from(("kaechon", "kaechon_airfield", "kaesong", "sunan", "south_pyongan")),
    "weapon_class": st.sampled_from(("SRBM", "ICBM", "MLRS", "BM")),
    "weapon": st.sampled_from(("hwasong-11a", "hwasong-15", "kn-25")),
    "flight_time_s": st.sampled_from((2340, 2345, 4440)),
    "magnitude": st.sampled_from((5.1, 6.3)),
    "derived": st.sampled_from((5, 6)),
    "published": st.sampled_from(("2024-09-18", "2024-09-19", "2024-09-13")),
    "landing": st.sampled_from(("sea_of_japan", "yellow_sea", "east_coast")),
    "text": st.sampled_from(TEXTS),
    "count": st.sampled_from((1, 2, [2, None])),
    "distance_km": st.sampled_from((320, 400, 1000)),
    "background": st.just(True),
    "voice": st.sampled_from(("jcs", "mod", "kcna")),
    "stance": st.sampled_from(("asserted", "denied", "speculated")),
    "report": st.sampled_from(("a", "b", "c")),
    "state": st.sampled_from(("PRK", "IRN")),
    "type": st.sampled_from(("missile_launch", "satellite_launch", "nuclear_test")),
}
TOLD = st.lists(st.fixed_dictionaries({}, optional=MAYBE), max_size=10)


@given(TOLD, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_order_changes_nothing(told: list[dict[str, Any]], random: Any) -> None:
    extractions, reports = accounts(told)
    before = reconcile(extractions, reports, BOOK)
    random.shuffle(extractions)
    random.shuffle(reports)
    assert reconcile(extractions, reports, BOOK) == before


@given(TOLD)
@settings(max_examples=40, deadline=None)
def test_twice_is_once(told: list[dict[str, Any]]) -> None:
    extractions, reports = accounts(told)
    assert reconcile([*extractions, *extractions], [*reports, *reports], BOOK) == reconcile(extractions, reports, BOOK)


@given(TOLD)
@settings(max_examples=60, deadline=None)
def test_every_main_mention_has_one_home_and_nothing_forbidden_shares_it(told: list[dict[str, Any]]) -> None:
    extractions, reports = accounts(told)
    mentions = {mention.id: mention for extraction in extractions for mention in extraction.mentions}
    about = {report.id: report for report in reports}
    found = reconcile(extractions, reports, BOOK)
    homes = [member.mention for incident in found for member in incident.mentions]
    assert len(homes) == len(set(homes))
    assert {id_ for id_, mention in mentions.items() if mention.role is Role.MAIN} <= set(homes)
    for incident in found:
        members = [mentions[member.mention] for member in incident.mentions]
        assert len({mention.report for mention in members}) == len(members)
        looks = [look(mention, about[mention.report], BOOK) for mention in members]
        assert not any(judge(a, b, BOOK).forbids for a, b in combinations(looks, 2))


@given(TOLD)
@settings(max_examples=40, deadline=None)
def test_a_judgement_is_the_same_from_both_sides(told: list[dict[str, Any]]) -> None:
    extractions, _ = accounts(told)
    looks = [look(mention, None, BOOK) for extraction in extractions for mention in extraction.mentions]
    for a, b in combinations(looks, 2):
        assert judge(a, b, BOOK).score == judge(b, a, BOOK).score
        assert judge(a, b, BOOK).forbids == judge(b, a, BOOK).forbids


@given(TOLD)
@settings(max_examples=100, deadline=None)
def test_nothing_scores_above_what_a_look_can_reach(told: list[dict[str, Any]]) -> None:
    extractions, reports = accounts(told)
    about = {report.id: report for report in reports}
    looks = [look(m, about[m.report], BOOK) for extraction in extractions for m in extraction.mentions]
    for vague in (one for one in looks if not one.day):
        for other in looks:
            judged = judge(vague, other, BOOK)
            assert judged.forbids or judged.score <= most(vague, BOOK) + 1e-9
