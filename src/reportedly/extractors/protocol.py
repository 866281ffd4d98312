"""What an extractor is: reports in, readings out, each with what it cost and what went wrong."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from typing import Protocol

from reportedly.codebook import Codebook
from reportedly.frozen import dataclass
from reportedly.model import Extraction, Problem, Report


@dataclass(frozen=True, slots=True)
class Choice:
    """Which extractor reads, by its name, and what the user says about it.

    `parse`: the rules may have sentences parsed whose speaker they do not see; it wants spaCy installed.
    `key` is a secret: it is sent to the endpoint and stands in no output, ledger or message. `timeout` is the longest
    one answer may take, in seconds; `attempts` how often a server that is busy or away is asked; `pause` the seconds
    before the second of them, doubled for each further one.
    """

    name: str = "rules"
    parse: bool = False
    endpoint: str | None = None
    model: str | None = None
    key: str | None = field(default=None, repr=False)
    timeout: float = 120.0
    attempts: int = 3
    pause: float = 1.0

    @property
    def rules(self) -> "Choice":
        """The rules in its place, as this user wants them."""
        return Choice(parse=self.parse)


@dataclass(frozen=True, slots=True)
class Cost:
    """What readings cost: reports asked about and answered for, tokens as the server reports them (None where it is
    silent), seconds of waiting, claims kept, and claims refused by reason."""

    asked: int = 0
    answered: int = 0
    tokens_in: int | None = None
    tokens_out: int | None = None
    seconds: float = 0.0
    kept: int = 0
    refused: Mapping[str, int] = field(default_factory=dict)

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(
            self.asked + other.asked,
            self.answered + other.answered,
            _sum(self.tokens_in, other.tokens_in),
            _sum(self.tokens_out, other.tokens_out),
            self.seconds + other.seconds,
            self.kept + other.kept,
            Counter(self.refused) + Counter(other.refused),
        )


def _sum(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else one + other


@dataclass(frozen=True, slots=True)
class Reading:
    """What an extractor made of one report.

    `fell_back`: the extractor could not read it, the rules did, and `problem` says why; the next build asks again.
    """

    extraction: Extraction
    problem: Problem | None = None
    cost: Cost | None = None
    fell_back: bool = False


class ReportExtractor(Protocol):
    """Whatever turns reports into mentions of claims. It holds nothing of any report.

    `identity` is what its readings depend on beside the report, the program and the codebook, such as the name of a
    model: a ledger reads again what another identity read. `waits` says that it spends its time waiting for others;
    it is then called from several threads of one process, else from several processes.
    """

    @property
    def identity(self) -> str: ...

    @property
    def waits(self) -> bool: ...

    def worth_reading(self, text: str) -> bool:
        """Whether a text holds enough of the codebook's words to be read at all."""
        ...

    def extract_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """What each report says, in the order given; every claim's `written` is the report's text at its span."""
        ...


Factory = Callable[[Codebook, Choice], ReportExtractor]
