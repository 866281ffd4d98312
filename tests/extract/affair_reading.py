"""Reads the small reports of the case files."""

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from reportedly import codebook
from reportedly.extract.extractor import Extractor
from reportedly.model import Extraction, Mention, Report
from reportedly.readers import Hints, read

EXTRACTOR = Extractor(codebook.load(), parse=False)


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of a file."""
    found: list[dict[str, Any]] = yaml.safe_load((Path(__file__).with_name("cases") / name).read_text("utf-8"))
    return found


def read_text(text: str, published: date | None) -> Extraction:
    """What is read out of a plain text."""
    hints = Hints(published=published.isoformat() if published else None)
    report = next(iter(read("case.txt", text.encode(), hints=hints)))
    assert isinstance(report, Report)
    return EXTRACTOR.extract(report)


def first_of(extraction: Extraction, kind: str) -> Mention | None:
    """The first mention of a type."""
    return next((m for m in extraction.mentions if m.type == kind), None)
