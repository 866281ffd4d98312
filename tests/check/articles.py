"""Reads the small reports of the case files into articles."""

from datetime import date
from pathlib import Path
from typing import Any

import yaml
from tests.extract.affair_reading import EXTRACTOR

from reportedly import codebook
from reportedly.check import Article
from reportedly.model import Report
from reportedly.readers import Hints, read

BOOK = codebook.load()


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of a file."""
    found: list[dict[str, Any]] = yaml.safe_load((Path(__file__).with_name("cases") / name).read_text("utf-8"))
    return found


def article(text: str, published: date | None) -> Article:
    """What is read out of a plain text, to be checked."""
    hints = Hints(published=published.isoformat() if published else None)
    report = next(iter(read("case.txt", text.encode(), hints=hints)))
    assert isinstance(report, Report)
    return Article(report, EXTRACTOR.extract(report), BOOK)
