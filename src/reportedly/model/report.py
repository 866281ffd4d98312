"""One document of one outlet: its bytes, and the text that never changes."""

from dataclasses import field
from datetime import UTC, date, datetime
from enum import StrEnum

from reportedly.frozen import dataclass
from reportedly.model.span import Span


class BlockKind(StrEnum):
    """What a stretch of a report's text is; only TITLE and BODY make claims."""

    TITLE = "title"
    BODY = "body"
    CAPTION = "caption"
    DUPLICATE = "duplicate"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text and what it is. Blocks do not overlap and stand in order."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Published:
    """When a report was published: a day in the outlet's own calendar, and the instant where it is known.

    `day` is what the outlet printed; `instant` carries its offset, and is None where only a day is known.
    """

    day: date
    instant: datetime | None = None

    @property
    def iso(self) -> str:
        """The instant with its offset where known, else the day: what the contract prints as `published`."""
        return self.instant.isoformat() if self.instant else self.day.isoformat()

    def before(self, other: "Published") -> bool:
        """Whether it was surely published before the other: by the instants where both are known, else by the days."""
        if self.instant and other.instant:
            return self.instant < other.instant
        return self.day < other.day

    def known_by(self, moment: datetime) -> bool:
        """Whether it was out at a moment (with its zone); what bears a day alone is out when that day is over there."""
        return self.instant <= moment if self.instant else self.day < moment.date()

    @property
    def utc(self) -> datetime | None:
        """The instant in UTC, or None where only a day is known."""
        return self.instant.astimezone(UTC) if self.instant else None


@dataclass(frozen=True, slots=True)
class Report:
    """One document of one outlet.

    `id` is the SHA-256 of `raw`. `text` is what spans count in: the decoded file for plain text and Markdown;
    title, blank line, body for every other kind. `language` is an ISO 639-1 code, None where it cannot be told.
    """

    id: str
    path: str
    text: str
    blocks: tuple[Block, ...]
    raw: bytes = field(repr=False)
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: Published | None = None
    language: str | None = None
    media_type: str = "text/plain"

    def claimable(self) -> tuple[Block, ...]:
        """The blocks that may make claims: title and body, in order."""
        return tuple(b for b in self.blocks if b.kind in (BlockKind.TITLE, BlockKind.BODY))
