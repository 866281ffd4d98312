"""A report as it is printed, and another printing of it in which one thing is written otherwise."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any

import yaml

from reportedly.extract.sentences import split
from reportedly.model import Block, BlockKind, Span
from reportedly.score.gold import GoldReport
from reportedly.score.predicted import FoundReport

Written = Callable[[re.Match[str]], str | None]
Undo = Callable[[FoundReport], FoundReport]


@dataclass(frozen=True, slots=True)
class Printed:
    """Headline, body and day of publication of a report; `beside` is the rest of its JSON object."""

    title: str
    body: str
    published: str | None
    beside: Mapping[str, Any]

    @property
    def text(self) -> str:
        """The text as readers make it of such a file."""
        return f"{self.title}\n\n{self.body}" if self.title else self.body

    @property
    def file(self) -> bytes:
        """The file of it."""
        record = {**self.beside, "title": self.title, "text": self.body, "published": self.published}
        return json.dumps(record).encode()


@dataclass(frozen=True, slots=True)
class Told:
    """A report with what was marked and what was read in it."""

    name: str
    printed: Printed
    gold: GoldReport
    found: FoundReport


@dataclass(frozen=True, slots=True)
class Variant:
    """Another printing: which form, what to undo in what is read of it before comparing, and, where a stretch was left
    out of the text, which."""

    form: str
    printed: Printed
    undo: Undo | None = None
    dropped: tuple[int, int] | None = None


Kind = Callable[[Told], Iterator[Variant]]


def printed_of(record: Mapping[str, Any]) -> Printed:
    """A report from its JSON object."""
    beside = {key: value for key, value in record.items() if key not in ("title", "text", "published")}
    return Printed(record.get("title") or "", record["text"], record.get("published"), beside)


def rewritten(printed: Printed, pattern: re.Pattern[str], written: Written, *, title: bool = True) -> Printed:
    """The report with every match written as told; one for which None comes stays as it is."""

    def one(match: re.Match[str]) -> str:
        new = written(match)
        return match[0] if new is None else new

    return replace(
        printed,
        title=pattern.sub(one, printed.title) if title else printed.title,
        body=pattern.sub(one, printed.body),
    )


def variant(
    form: str, told: Told, pattern: re.Pattern[str], written: Written, *, title: bool = True, whole: bool = False
) -> Iterator[Variant]:
    """The one variant that writing every match otherwise makes; none where nothing matches, nor, with `whole`, where one
    match cannot be."""
    if whole and any(written(match) is None for match in pattern.finditer(told.printed.text)):
        return
    new = rewritten(told.printed, pattern, written, title=title)
    if new != told.printed:
        yield Variant(form, new)


def always(text: str) -> Written:
    """What writes the same for every match."""
    return lambda _: text


def sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a body start and end."""
    whole = (Block(Span(0, len(text)), BlockKind.BODY),) if text else ()
    return [(one.start, one.end) for one in split(text, whole)]


def capital(text: str) -> str:
    """The text with a capital first."""
    return text[:1].upper() + text[1:]


def starts_sentence(match: re.Match[str]) -> bool:
    """Whether a match stands at the start of a sentence."""
    before = match.string[: match.start()].rstrip(" \t“\"‘'")
    return not before or before[-1] in ".!?\n–—" or before.endswith(("--", " -"))


@cache
def words() -> dict[str, Any]:
    """What words.yaml says."""
    held: dict[str, Any] = yaml.safe_load(resources.files(__package__).joinpath("words.yaml").read_text("utf-8"))
    return held


def any_of(found: list[str] | tuple[str, ...]) -> str:
    """A pattern of alternatives, longest first."""
    return "(?:" + "|".join(re.escape(one) for one in sorted(found, key=len, reverse=True)) + ")"
