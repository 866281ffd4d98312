"""The extractor that asks a language model, and the rules where it gets no answer."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from threading import Lock
from time import monotonic

from reportedly.codebook import Codebook
from reportedly.extract.extractor import Extractor
from reportedly.extractors.llm.answer import parse
from reportedly.extractors.llm.checking import Checked, Checker
from reportedly.extractors.llm.client import Client, CutError, Reply
from reportedly.extractors.llm.page import Refusal
from reportedly.extractors.llm.question import Question
from reportedly.extractors.protocol import Choice, Cost, Reading
from reportedly.model import Extraction, Problem, ProblemKind, Report
from reportedly.model.errors import ReaderError, UsageError

_PATIENCE = 5  # reports in a row without an answer, after which the server is not asked again
_LONGEST = 100_000  # code points of a report; more fits no model that is worth its price
_FALLBACK = "the rules read it instead; {}, then run the same command again"


class ModelReader:
    """Reads what passes triage by a model behind an OpenAI-compatible endpoint; holds it to the report's own words."""

    waits = True

    def __init__(self, codebook: Codebook, choice: Choice) -> None:
        if not choice.endpoint or not choice.model:
            raise UsageError(
                "--reader llm needs --endpoint URL and --model NAME, such as --endpoint http://localhost:8080/v1"
            )
        self._rules = Extractor(codebook)
        self._alone = Lock()  # for the rules, whose parser is made for one thread
        self._question = Question(codebook, choice.model)
        self._checker = Checker(codebook)
        self._client = Client(choice)
        self._failures = 0  # reports in a row without an answer
        self.identity = f"llm:{choice.model}:{self._question.identity}"

    def worth_reading(self, text: str) -> bool:
        """Whether a text holds enough of the codebook's words to be read at all."""
        return self._rules.worth_reading(text)

    def extract_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """What each report says, in the order given."""
        return map(self._read, reports)

    def _read(self, report: Report) -> Reading:
        if report.language not in (None, "en") or not self._rules.worth_reading(report.text):
            return Reading(Extraction(report.id, relevant=False))
        started = monotonic()
        cost = Cost(asked=1)
        try:
            reply = self._asked(report)
            cost = replace(cost, tokens_in=reply.tokens_in, tokens_out=reply.tokens_out)
            checked = self._checked(report, reply)
        except CutError as error:
            cost = replace(cost, tokens_in=error.reply.tokens_in, tokens_out=error.reply.tokens_out)
            return self._by_rules(report, error, replace(cost, seconds=monotonic() - started))
        except ReaderError as error:
            return self._by_rules(report, error, replace(cost, seconds=monotonic() - started))
        kept = len(checked.extraction.claims)
        cost = replace(cost, answered=1, seconds=monotonic() - started, kept=kept, refused=checked.refused)
        if not kept and checked.refused.keys() - {Refusal.PLANNED}:
            return self._by_rules(
                report, ReaderError("nothing the model said of it stands in the text", "try a larger model"), cost
            )
        return Reading(checked.extraction, cost=cost)

    def _asked(self, report: Report) -> Reply:
        if self._failures >= _PATIENCE:
            raise ReaderError(
                f"{self._client.host} was given up after {_PATIENCE} reports without an answer", "see that it runs"
            )
        if len(report.text) > _LONGEST:
            raise ReaderError("the report is too long to be sent", "cut it into its parts")
        try:
            reply = self._client.ask(self._question.about(report))
        except CutError:
            self._failures = 0
            raise
        except ReaderError:
            self._failures += 1
            raise
        self._failures = 0
        return reply

    def _checked(self, report: Report, reply: Reply) -> Checked:
        return self._checker.check(report, parse(reply.content))

    def _by_rules(self, report: Report, error: ReaderError, cost: Cost) -> Reading:
        with self._alone:
            extraction = self._rules.extract(report)
        remedy = _FALLBACK.format(error.remedy)
        problem = Problem(report.path, ProblemKind.READER, error.reason, remedy, report.id)
        return Reading(extraction, problem, cost, fell_back=True)
