"""What a model says is kept where it stands in the text, and refused with its reason where it does not."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from served import BOOK, COAST_GUARD, GOOD, JCS, TEXT, Body, answer, claim, report, said_of

from reportedly.extract.extractor import Extractor
from reportedly.extractors.llm.answer import parse
from reportedly.extractors.llm.checking import Checked, Checker
from reportedly.extractors.llm.claims import UNCHECKED
from reportedly.extractors.llm.page import Refusal
from reportedly.extractors.llm.places import LONGEST
from reportedly.fields import registry
from reportedly.model import Count, Report, Role, Stance

CHECKER = Checker(BOOK)
RULES = Extractor(BOOK)
CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text("utf-8"))
TELLING = claim("type", "missile_launch", "fired at least two short-range ballistic missiles")


def check(said: Body, of: Report | None = None) -> Checked:
    return CHECKER.check(of or report(), parse(json.dumps(said)))


def of_case(case: Mapping[str, Any]) -> Body:
    more = {key: case[key] for key in ("nth", "voices", "cue", "stance", "context", "mention") if key in case}
    return answer(TELLING, claim(case["field"], case["value"], case["written"], **more))


@pytest.mark.parametrize("case", CASES["kept"], ids=lambda case: f"{case['field']} {case['written']}")
def test_what_the_words_give_is_kept_as_the_words_give_it(case: dict[str, Any]) -> None:
    checked = check(of_case(case))
    (kept,) = [c for c in checked.extraction.claims if c.rule != "llm.type"]
    value = registry.to_json(kept.field, kept.value)
    expected = case["is"]
    assert checked.refused == {}
    assert (value | expected if isinstance(value, dict) else expected) == value
    assert kept.written == case["written"] == TEXT[kept.span.start : kept.span.end]


@pytest.mark.parametrize("case", CASES["refused"], ids=lambda case: f"{case['field']} {case['reason']}")
def test_what_the_words_do_not_give_is_refused_with_the_reason(case: dict[str, Any]) -> None:
    checked = check(of_case(case))
    assert checked.refused == {case["reason"]: 1}
    assert [c.field for c in checked.extraction.claims] == ["type"]


def test_a_good_answer_makes_what_the_rules_make() -> None:
    by_model = check(GOOD)
    by_rules = RULES.extract(report())
    (one,), (other,) = by_model.extraction.mentions, by_rules.mentions
    assert by_model.refused == {}
    assert (one.id, one.type, one.role, one.state) == (other.id, other.type, other.role, other.state)
    assert one.values["count"] == Count(2, 2)
    assert {f: v for f, v in other.values.items() if f != "site"} == one.values
    assert {v.id for c in one.claims for v in c.voices} == {"narrator", "rok_military", "jpn_jcg"}
    assert by_model.extraction.relevant


def test_what_the_rules_read_in_the_samples_is_not_refused(sample_reports: list[Report]) -> None:
    """The check must not be what a good model fails on: nearly all that the rules read passes it, with its value."""
    asked = kept = told = changed = 0
    for of in sample_reports:
        by_rules = RULES.extract(of)
        by_model = check(said_of(by_rules, of), of).extraction
        asked += sum(c.field not in UNCHECKED for c in by_rules.claims)
        kept += len(by_model.claims)
        told += len(by_rules.mentions)
        values = {m.id: m.values for m in by_model.mentions}
        changed += sum(values.get(m.id, {}) != m.values for m in by_rules.mentions)
    assert kept >= 0.97 * asked
    assert changed <= 0.2 * told


def test_an_incident_that_nobody_tells_is_refused_with_all_its_claims() -> None:
    checked = check(
        answer(claim("type", "nuclear_test", "short-range ballistic missiles"), TELLING | {"field": "count"})
    )
    assert checked.refused == {Refusal.UNTOLD: 2}
    told = check(answer(claim("type", "nuclear_test", "Kaechon"), type_="nuclear_test"))
    assert told.refused == {Refusal.UNTOLD: 1}
    assert told.extraction.mentions == ()
    assert not told.extraction.relevant


def test_a_kind_of_incident_that_the_codebook_has_not_is_refused() -> None:
    assert check(answer(claim("type", "picnic", "fired"), type_="picnic")).refused == {Refusal.MALFORMED: 1}


def test_a_long_quotation_is_no_evidence() -> None:
    long = report(f"North Korea fires missiles\n\n{'North Korea fired two missiles, and ' * 12}that was all.\n")
    quoted = long.text[28 : 28 + LONGEST + 20]
    telling = claim("type", "missile_launch", "North Korea fires missiles")
    checked = check(answer(telling, claim("count", {"min": 2, "max": 2, "approximate": False}, quoted)), long)
    assert checked.refused == {Refusal.LONG: 1}


def test_a_state_that_the_text_does_not_name_is_left_out() -> None:
    assert [m.state for m in check(answer(TELLING, state="FRA")).extraction.mentions] == [None]
    assert [m.state for m in check(answer(TELLING, state="nowhere")).extraction.mentions] == [None]


def test_a_hedge_in_the_clause_is_never_lost() -> None:
    hedged = report("North Korea fires missiles\n\nNorth Korea fired two missiles, which may have flown 400 km.\n")
    flown = claim("distance_km", {"min": 400, "max": 400, "approximate": False}, "400 km", stance="confirmed")
    checked = check(answer(claim("type", "missile_launch", "North Korea fired two missiles"), flown), hedged)
    assert [c.stance for c in checked.extraction.claims if c.field == "distance_km"] == [Stance.SPECULATED]


def test_what_is_only_planned_is_no_incident() -> None:
    planned = report("North Korea plans a test\n\nNorth Korea will test-fire a ballistic missile on Friday, it said.\n")
    told = answer(claim("type", "missile_launch", "will test-fire a ballistic missile", stance="planned", cue="will"))
    checked = check(told, planned)
    assert checked.extraction.mentions == ()
    assert checked.refused == {Refusal.PLANNED: 1}


def test_what_is_withheld_is_a_claim_without_a_value() -> None:
    silent = report(
        "North Korea fires missiles\n\nNorth Korea fired missiles on Wednesday. Seoul's military did not say how many.\n"
    )
    gap = claim("count", None, "how many", stance="withheld", cue="did not say", voices=["Seoul's military"])
    (mention,) = check(
        answer(claim("type", "missile_launch", "North Korea fired missiles"), gap), silent
    ).extraction.mentions
    (kept,) = [c for c in mention.claims if c.field == "count"]
    assert (kept.value, kept.stance) == (None, Stance.WITHHELD)
    assert "count" not in mention.values


def test_a_speaker_of_another_sentence_is_inherited_and_one_the_codebook_lacks_is_kept_by_name() -> None:
    text = (
        "North Korea fires missiles\n\nNorth Korea fired two missiles, Jonas Quill, a fisherman, said."
        " They flew about 400 km.\n"
    )
    told = answer(
        claim("type", "missile_launch", "North Korea fired two missiles", voices=["Jonas Quill"], cue="said"),
        claim("distance_km", {"min": 400, "max": 400, "approximate": True}, "about 400 km", voices=["Jonas Quill"]),
    )
    (mention,) = check(told, report(text)).extraction.mentions
    assert [(c.voices[-1].name, c.inherited) for c in mention.claims] == [("Jonas Quill", False), ("Jonas Quill", True)]


def test_where_the_telling_falls_all_that_hangs_on_it_falls_too() -> None:
    two = claim("count", {"min": 2, "max": None, "approximate": False}, "at least two")
    checked = check(answer(TELLING | {"voices": ["the Kremlin"]}, two))
    assert checked.extraction.mentions == ()
    assert checked.refused == {Refusal.SPEAKER: 1, Refusal.UNTOLD: 1}


def test_two_accounts_of_one_telling_are_one_mention() -> None:
    said = answer(TELLING, claim("count", {"min": 2, "max": None, "approximate": False}, "at least two", **JCS))
    said["mentions"].append(said["mentions"][0] | {"key": "m2"})
    two = claim("count", {"min": 2, "max": 2, "approximate": False}, "two missiles", **COAST_GUARD)
    said["claims"] += [TELLING | {"mention": "m2"}, two | {"mention": "m2"}]
    (mention,) = check(said).extraction.mentions
    assert sorted(c.field for c in mention.claims) == ["count", "count", "type"]


def test_a_kind_that_counts_for_some_states_alone_is_no_subject_for_others() -> None:
    civil = report("France launches a satellite\n\nFrance launched a satellite on Wednesday from Kourou, it said.\n")
    told = answer(claim("type", "satellite_launch", "launched a satellite"), type_="satellite_launch", state="FRA")
    checked = check(told, civil)
    assert [m.role for m in checked.extraction.mentions] == [Role.BACKGROUND]
    assert not checked.extraction.relevant
