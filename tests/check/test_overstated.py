"""What outlets make of what monitors found, against what the monitors could not find."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.check.articles import BOOK, article, cases

from reportedly import pipeline
from reportedly.check import Record
from reportedly.check.overstated import overstated
from reportedly.model import Verdict
from reportedly.store.checked import past_of
from reportedly.store.ledger import Ledger

_KNOWN = {
    "outlet": "Lantern Wire",
    "published": "2024-04-30T02:00+00:00",
    "title": "UN monitors say Kharkiv debris is from North Korean missile",
    "text": "Debris of a missile that fell on the Ukrainian city of Kharkiv on 2 January came from a North Korean Hwasong-11 series "
    "missile, UN sanctions monitors said in a report dated 25 April. The monitors could not establish where the missile was "
    "launched or by whom.",
}
_CASES = cases("overstated.yaml")


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """What a ledger knows in which the monitors' own words stand."""
    folder: Path = tmp_path_factory.mktemp("monitors")
    (folder / "known.json").write_text(json.dumps(_KNOWN), "utf-8")
    with Ledger.open(folder / "known.db", create=True) as ledger:
        sources = pipeline.sources([str(folder / "known.json")])
        pipeline.build(sources, ledger, pipeline.Run(datetime(2026, 1, 1, tzinfo=UTC)))
        yield past_of(ledger, BOOK)


@pytest.mark.parametrize("case", _CASES, ids=[case["name"] for case in _CASES])
def test_who_is_said_to_have_found_more(case: dict[str, object], past: Record) -> None:
    read = article(str(case["text"]), case["published"])  # type: ignore[arg-type]
    found = list(overstated(read if case.get("alone") else replace(read, record=past)))
    assert [one.verdict for one in found] == ([Verdict.INCONSISTENT] if "found" in case else [])
    assert all(str(case["found"]) in one.working for one in found)


def test_the_limit_is_kept_with_the_strike_it_is_told_of(past: Record) -> None:
    (limit,) = past.limits
    assert limit.by == "un_poe_1718"
    assert ("RUS", "combat_use") in {(state, kind) for state, kind, *_ in limit.told_with}
