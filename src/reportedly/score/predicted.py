"""What the program (or another one) found: lines of `reportedly extract`, read with forbearance.

Scoring must not fall over another program's slip, so values stay as they came until a field compares them.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from reportedly.frozen import dataclass
from reportedly.score.gold import json_lines

NARRATORS = ("narrator", None)
_NUMBERED = re.compile(r"#\d+$")


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim as far as scoring needs it; `steps` are name and kind of everyone in its chain of voices."""

    mention: str
    field: str
    written: str
    start: int
    end: int
    steps: tuple[tuple[str, str | None], ...]
    stance: str | None = None

    @property
    def named(self) -> tuple[str, ...]:
        """The names in its chain, the narrator's left out."""
        return tuple(name for name, kind in self.steps if kind not in NARRATORS)


@dataclass(frozen=True, slots=True)
class FoundMention:
    """A mention with its values as they came."""

    id: str
    type: str | None
    main: bool
    state: str | None
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FoundReport:
    """One extract line; `text` only where it was printed with the text."""

    relevant: bool = False
    mentions: tuple[FoundMention, ...] = ()
    claims: tuple[FoundClaim, ...] = ()
    text: str | None = None


def read_found(path: Path, ids: Iterable[str]) -> dict[str, FoundReport]:
    """The extract lines of a file, by gold's ids; lines of other reports are passed over."""
    return by_id(json_lines(path), ids)


def by_id(lines: Iterable[Mapping[str, Any]], ids: Iterable[str]) -> dict[str, FoundReport]:
    """The lines whose file's stem is one of the ids; of several the last counts."""
    wanted = frozenset(ids)
    stems = ((_stem(line["report"].get("path") or ""), line) for line in lines)
    return {stem: _found(line) for stem, line in stems if stem in wanted}


def _stem(path: str) -> str:
    return PurePosixPath(_NUMBERED.sub("", path).replace("\\", "/")).stem


def _found(line: Mapping[str, Any]) -> FoundReport:
    report, mentions = line["report"], line.get("mentions") or ()
    return FoundReport(
        relevant=bool(report.get("relevant", bool(mentions))),
        mentions=tuple(_mention(mention) for mention in mentions),
        claims=tuple(_claim(claim) for claim in line.get("claims") or ()),
        text=report.get("text"),
    )


def _mention(mention: Mapping[str, Any]) -> FoundMention:
    return FoundMention(
        id=mention.get("id") or "",
        type=mention.get("type"),
        main=mention.get("role") == "main",
        state=mention.get("state"),
        values=mention.get("values") or {},
    )


def _claim(claim: Mapping[str, Any]) -> FoundClaim:
    return FoundClaim(
        mention=claim.get("mention") or "",
        field=claim.get("field") or "",
        written=claim.get("written") or "",
        start=claim.get("start") or 0,
        end=claim.get("end") or 0,
        steps=tuple(
            (step.get("name") or "", step.get("kind"))
            for voice in claim.get("voices") or ()
            for step in (voice, *(voice.get("joint") or ()))
        ),
        stance=claim.get("stance"),
    )
