"""Sentences and short reports with what must come of them; a case is added in the YAML beside this file."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly import codebook
from reportedly.extract.extractor import Extractor
from reportedly.extract.lexicon import Lexicon
from reportedly.extract.sentences import Sentence
from reportedly.extract.tokens import boundaries_of, words_of
from reportedly.extract.trigger import Trigger, find_triggers
from reportedly.fields.registry import to_json
from reportedly.model import BlockKind, Extraction, Mention, Report, Role
from reportedly.readers import Hints, read

CASES = Path(__file__).with_name("cases")
BOOK = codebook.load()
LEXICON = Lexicon(BOOK)
EXTRACTOR = Extractor(BOOK, parse=False)


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of a file."""
    found: list[dict[str, Any]] = yaml.safe_load((CASES / name).read_text("utf-8"))
    return found


def tellings(text: str, *, title: bool = False) -> tuple[Trigger, ...]:
    """The tellings of one sentence."""
    kind = BlockKind.TITLE if title else BlockKind.BODY
    return find_triggers(
        text, [Sentence(0, len(text), kind, 0)], LEXICON.find(text), words_of(text), boundaries_of(text)
    )


def reading(case: dict[str, Any]) -> Extraction:
    """What is read out of a case's report."""
    published = case["published"]
    hints = Hints(published=published.isoformat() if isinstance(published, date) else published)
    report = next(iter(read("case.txt", case["text"].encode(), hints=hints)))
    assert isinstance(report, Report)
    return EXTRACTOR.extract(report)


def mains(extraction: Extraction) -> list[Mention]:
    """The mentions of the report's subjects."""
    return [m for m in extraction.mentions if m.role is Role.MAIN]


@pytest.mark.parametrize("case", cases("tellings.yaml"), ids=lambda case: str(case["text"])[:50])
def test_a_sentence_tells_what_it_tells(case: dict[str, Any]) -> None:
    found = tellings(case["text"], title=case.get("title", False))
    if case.get("none"):
        told = [t for t in found if t.modality.value in {"happened", "possible"} and t.shape.value == "clause"]
        assert not told
        return
    for kind, shape, modality in case["told"]:
        assert any(kind in t.types and (t.shape, t.modality) == (shape, modality) for t in found), found


@pytest.mark.parametrize("case", cases("reports.yaml"), ids=lambda case: case["name"])
def test_a_report_says_what_it_says(case: dict[str, Any]) -> None:
    extraction = reading(case)
    found = mains(extraction)
    assert [[m.type, m.state] for m in found] == case["main"]
    assert extraction.relevant == bool(case["main"])
    if found:
        values = {field: to_json(field, value) for field, value in found[0].values.items()}
        assert {f: values.get(f) for f in case.get("values", {})} == case.get("values", {})
        assert not set(case.get("absent", ())) & set(values)
        assert len(found[0].shots) == case.get("shots", len(found[0].shots))
    dated = {
        to_json("date", m.values["date"])["earliest"]  # type: ignore[index,call-overload] - a date is always an object
        for m in extraction.mentions
        if m.role is Role.BACKGROUND and "date" in m.values
    }
    assert set(case.get("back", ())) <= dated
