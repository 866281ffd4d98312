"""What `--parse` adds, and what is told where it cannot."""

from datetime import date

import pytest
from tests.extract.core import BOOK, report

from reportedly.extract import parse
from reportedly.extractors import registry
from reportedly.extractors.protocol import Choice
from reportedly.model import Extraction
from reportedly.model.errors import UsageError

PARSED = Choice(parse=True)


def _read(text: str, choice: Choice) -> Extraction:
    return next(registry.make(BOOK, choice).extract_many([report(text, date(2024, 9, 19))])).extraction


def _speakers(choice: Choice) -> set[str]:
    text = (
        "North Korea fires a missile\n\nA short-range ballistic missile was fired by North Korea into the waters to its "
        "east, the Joint Chiefs of Staff (JCS) of the Republic of Korea (ROK) said in a notice on Thursday."
    )
    return {claim.voices[-1].id for claim in _read(text, choice).claims if claim.voices}


def test_a_parse_finds_a_speaker_whom_the_rules_do_not_see() -> None:
    pytest.importorskip("spacy")
    if parse.model() is None:
        pytest.skip("no model is installed")
    assert "rok_jcs" in _speakers(PARSED) - _speakers(Choice())


def test_a_parse_that_cannot_be_had_is_wrong_use_with_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parse, "model", lambda: None)
    with pytest.raises(UsageError, match=r"reportedly\[parse\]"):
        registry.make(BOOK, PARSED)
    assert _speakers(Choice())
