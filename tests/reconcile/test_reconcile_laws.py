"""What holds for any accounts: order changes nothing, twice is once, nothing forbidden is ever joined."""

from itertools import combinations
from typing import Any

from accounts import TOLD, accounts
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.codebook import load
from reportedly.model import Role
from reportedly.reconcile import reconcile
from reportedly.reconcile.features import judge
from reportedly.reconcile.sketch import look

BOOK = load()


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
