"""Where something stands in a report's text."""

from reportedly.frozen import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Start and end in Unicode code points of the untouched text; `text[start:end]` is what was written."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """What the text says here."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: "Span") -> int:
        """How many code points the two share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def shifted(self, by: int) -> "Span":
        """The same span, moved."""
        return Span(self.start + by, self.end + by)
