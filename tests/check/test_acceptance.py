"""The acceptance cases of the field that are checks, each on a small ledger of its own."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.check.articles import article, cases
from tests.check.small_ledgers import record
from tests.check.test_reckonings import WEDNESDAY

from reportedly.check import check
from reportedly.model import Finding

CASES = cases("acceptance.yaml")
STORIES = Path(__file__).parents[1] / "pipeline" / "stories"
OF_READING = {1}
"""What the first report must give, claim by claim: `python -m evaluation.seed`."""


@pytest.mark.parametrize("case", CASES, ids=[f"{n}: case {case['case']}" for n, case in enumerate(CASES)])
def test_an_acceptance_case_is_judged_as_stated(case: dict[str, Any]) -> None:
    past = record(case["lists"]) if "lists" in case else None
    checked = check(replace(article(case["text"], case.get("published", WEDNESDAY)), record=past))
    if "dated" in case:
        assert checked.dated is not None
        assert (list(checked.dated.candidates), checked.dated.unique) == (case["dated"], True)
    for expect in case["expect"]:
        found = [
            one for one in checked.findings if one.kind == expect["kind"] and expect.get("words", "") in one.written
        ]
        assert [one.verdict.value for one in found] == ([expect["verdict"]] if expect["verdict"] else []), (
            checked.findings
        )
        for one in found:
            _as_stated(one, expect)


def _as_stated(found: Finding, expect: dict[str, Any]) -> None:
    wanted = expect.get("reading", {})
    assert {key: found.reading.get(key) for key in wanted} == wanted
    assert expect.get("working", "") in found.working
    assert "\n" not in found.working


def test_every_acceptance_case_is_a_check_or_a_story() -> None:
    checks = {case["case"] for case in CASES}
    stories = {int(path.stem.removeprefix("case")) for path in STORIES.glob("case*.yaml")}
    assert set(range(1, 23)) <= checks | stories | OF_READING
    assert Counter(case["case"] for case in CASES)
