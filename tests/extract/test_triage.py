"""What is worth reading: the field's own words, not those that all news shares."""

from dataclasses import replace

import pytest
from tests.extract.core import BOOK, plain_cases

from reportedly import codebook
from reportedly.extract.triage import Triage

TRIAGE = Triage(BOOK)


@pytest.mark.parametrize(
    "text",
    [
        "North Korea fired two ballistic missiles.",
        "A nuclear\u00a0test was carried out.",
        "It fired artillery\nshells into the sea.",
        "The country launched a reconnaissance satellite.",
        "A magnitude 5.1 quake: was it a nuclear test?",
    ],
)
def test_words_of_the_field_pass(text: str) -> None:
    assert TRIAGE.passes(text)


@pytest.mark.parametrize(
    "text",
    [
        "The airline cancelled 40 flights after a test of its engines.",
        "The company launched a phone at its launch event; the trial went well.",
        "An earthquake shook the coast; aftershocks were felt for days.",
        "Commissions and dismissals: the admission test.",
        "",
    ],
)
def test_words_of_all_news_do_not(text: str) -> None:
    assert not TRIAGE.passes(text)


def test_a_kind_that_has_only_common_words_is_still_found() -> None:
    trial = codebook.IncidentType("trial", "Trial", verbs=("hold",), objects=("trial",))
    assert Triage(replace(BOOK, types={"trial": trial})).passes("They held a trial.")


@pytest.mark.parametrize("case", [c for c in plain_cases("values*.yaml") if "reason" not in c], ids=lambda c: c["name"])
def test_every_report_that_has_values_passes(case: dict[str, str]) -> None:
    assert TRIAGE.passes(case["text"])
