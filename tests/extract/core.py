"""Reads sentences and short reports of the case files with the shipped codebook and the rules alone."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly import codebook
from reportedly.extract.extractor import Extractor
from reportedly.extract.facts import Facts, gather
from reportedly.extract.lexicon import Lexicon
from reportedly.extract.tellings import tellings_of
from reportedly.extract.trigger import Trigger
from reportedly.extract.typing import chosen_types, context_of
from reportedly.model import Block, BlockKind, Extraction, Mention, Published, Report, Role, Span

BOOK = codebook.load()
LEXICON = Lexicon(BOOK)
EXTRACTOR = Extractor(BOOK, parse=False)
Case = dict[str, Any]


def cases(pattern: str) -> list[Any]:
    """The cases of all files of a name, as pytest parameters; known faults are to fail, with their reason."""
    found: list[Any] = []
    for path in sorted((Path(__file__).parent / "cases").glob(pattern)):
        held = yaml.safe_load(path.read_text("utf-8"))
        found += [pytest.param(case, id=_name(case)) for case in held["cases"]]
        found += [
            pytest.param(case, id=_name(case), marks=pytest.mark.xfail(reason=case["reason"], strict=True))
            for case in held["known_faults"]
        ]
    return found


def plain_cases(pattern: str) -> list[Case]:
    """The same cases as they stand in the files, known faults among them."""
    return [param.values[0] for param in cases(pattern)]


def _name(case: Case) -> str:
    return str(case.get("name") or case["text"])[:60]


def report(
    text: str, published: date | None = None, blocks: Sequence[Block] | None = None, outlet: str | None = None
) -> Report:
    """A report of a text: its first line the title where a blank line follows it, the rest body, or blocks as given."""
    return Report(
        id="report", path="case.txt", text=text, raw=b"", language="en", outlet=outlet,
        blocks=tuple(blocks) if blocks is not None else _blocks(text),
        published=Published(published) if published else None,
    )  # fmt: skip


def _blocks(text: str) -> tuple[Block, ...]:
    title, gap, body = text.partition("\n\n")
    if not gap:
        return (Block(Span(0, len(text)), BlockKind.BODY),) if text else ()
    start = len(title) + 2
    found = [Block(Span(0, len(title)), BlockKind.TITLE), Block(Span(start, start + len(body)), BlockKind.BODY)]
    return tuple(b for b in found if len(b.span))


def reading(case: Case) -> Extraction:
    """What is read out of the report of a case."""
    return EXTRACTOR.extract(report(case["text"], case.get("published"), outlet=case.get("outlet")))


def mains(extraction: Extraction) -> list[Mention]:
    """The mentions of the report's subjects."""
    return [m for m in extraction.mentions if m.role is Role.MAIN]


def facts(text: str, *, title: bool = False) -> Facts:
    """What is found in one sentence."""
    kind = BlockKind.TITLE if title else BlockKind.BODY
    return gather(report(text, blocks=[Block(Span(0, len(text)), kind)]), BOOK, LEXICON)


def told(found: Facts) -> list[tuple[tuple[str, ...], str, str]]:
    """Every telling of a text in order: the types it can be, its shape, its modality."""
    context = context_of(found, BOOK)
    return [(chosen_types(t, found, BOOK, context), t.shape.value, t.modality.value) for t in found.triggers]


def counted(found: Facts) -> tuple[Trigger, ...]:
    """The tellings of a text that count as something that happened or may have."""
    return tellings_of(found, BOOK)[0]
