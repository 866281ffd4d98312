"""A sentence tells what it tells, and nothing where its words only sound like a test."""

import pytest
from tests.extract.core import BOOK, Case, cases, counted, facts, plain_cases, told

from reportedly.extract.trigger import Modality


@pytest.mark.parametrize("case", cases("tellings_told.yaml"))
def test_a_sentence_tells_these_and_no_other(case: Case) -> None:
    found = told(facts(case["text"], title=case.get("title", False)))
    assert [(shape, modality) for _, shape, modality in found] == [(s, m) for _, s, m in case["told"]], found
    for (types, _, _), (wanted, _, _) in zip(found, case["told"], strict=True):
        assert wanted in types


@pytest.mark.parametrize("case", cases("tellings_not_told.yaml"))
def test_a_sentence_tells_nothing_that_happened(case: Case) -> None:
    found = facts(case["text"])
    happened = [t for t in counted(found) if t.modality in {Modality.HAPPENED, Modality.POSSIBLE}]
    assert not happened, [case["text"][t.start : t.end] for t in happened]


def test_every_type_of_the_codebook_has_a_sentence() -> None:
    wanted = {kind for case in plain_cases("tellings_told.yaml") for kind, _, _ in case["told"]}
    assert set(BOOK.types) == wanted
