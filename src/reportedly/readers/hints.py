"""What the user says on the command line about a bare text, and what the run tells its readers."""

from collections.abc import Callable
from datetime import datetime

from reportedly.frozen import dataclass
from reportedly.model import Published
from reportedly.model.errors import UsageError
from reportedly.patterns import compiled
from reportedly.readers.dates import parse_published

_ACCEPTED = compiled(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2}))?")


@dataclass(frozen=True, slots=True)
class Hints:
    """Date, outlet and address for input that does not say them. They win for plain text, and fill gaps elsewhere.

    Raises UsageError where `published` is neither a day nor a time with its offset.
    """

    published: str | None = None
    outlet: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        if self.published is not None and self.when is None:
            raise UsageError(
                f"--published {self.published!r} is not a date; write 2024-09-18 or 2024-09-18T09:00+09:00"
            )

    @property
    def when(self) -> Published | None:
        """The published hint as day and instant, or None where there is none."""
        if self.published is None or not _ACCEPTED.fullmatch(self.published):
            return None
        return parse_published(self.published)


def always(text: str) -> bool:
    """True: without a triage every page is worth the slow, careful reading."""
    return True


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run passes to every reader.

    `now` is the start of the run (None: nothing counts as future); `worth_it` looks at a page's cheap text and says
    whether the careful extraction is worth its time; `boilerplate` are the codebook's patterns, beside the
    readers' own.
    """

    now: datetime | None = None
    worth_it: Callable[[str], bool] = always
    boilerplate: tuple[str, ...] = ()
