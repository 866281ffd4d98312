"""The default: the project's own rules."""

from collections.abc import Iterable, Iterator

from reportedly.codebook import Codebook
from reportedly.extract import parse
from reportedly.extract.extractor import Extractor
from reportedly.extractors.protocol import Choice, Reading
from reportedly.model import Report
from reportedly.model.errors import UsageError


class Rules:
    """Reads by rules: on this machine, for nothing, the same every time. UsageError where a parse is wanted and there
    is none to be had."""

    identity = ""  # the program and the codebook say it all
    waits = False

    def __init__(self, codebook: Codebook, choice: Choice) -> None:
        if choice.parse and parse.model() is None:
            raise UsageError("--parse wants spaCy and its model: pip install 'reportedly[parse]'; or leave it out")
        self._extractor = Extractor(codebook, parse=choice.parse)

    def worth_reading(self, text: str) -> bool:
        """Whether a text holds enough of the codebook's words to be read at all."""
        return self._extractor.worth_reading(text)

    def extract_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """What each report says, in the order given."""
        return map(Reading, self._extractor.extract_many(reports))
