"""The program on one page: reports are read, claims extracted, incidents reconciled, the ledger stored.

The one place where the stages meet. Each report is read and extracted at a desk, which catches what goes wrong.
"""

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from itertools import groupby

from reportedly import __version__, codebook
from reportedly.check import Article, Checked, Record, check
from reportedly.desk import RULES, Desk, ExtractResult, Item, failure
from reportedly.extract import parse
from reportedly.extractors import registry
from reportedly.extractors.protocol import Cost
from reportedly.frozen import dataclass
from reportedly.joining import join
from reportedly.model import Decision, Incident, Problem, ProblemKind, Report, content_id, events_of
from reportedly.model.errors import UsageError
from reportedly.readers import Hints, Source
from reportedly.readers.lists import ListShape, read_list
from reportedly.reading import Progress, Run, extract_paths, extracted, ready, sources, total
from reportedly.reconcile import as_of
from reportedly.reconcile.lists import Comparison, ListComparison, compare, compare_lists
from reportedly.reconcile.rulings import Force, Rulings, Standing, problems_of
from reportedly.store.checked import Pasts
from reportedly.store.ledger import Ledger
from reportedly.store.ruled import as_ruled, rulings, version_of

__all__ = [
    "Built", "Decided", "Run", "build", "check_paths", "compare_list", "compare_with_list", "decide", "extract_paths",
    "known_by", "reading_of", "ready", "sources", "total", "was_built_with",
]  # fmt: skip

JOINING = "(joining the accounts)"  # stands for the path of a problem that no one input has


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: inputs met, files read before, reports read now, problems and incidents in the ledger, what a
    heavier extractor spent, copies of reports that the ledger held, and how many of those read now tell of an incident
    and bear no day of publication."""

    inputs: int
    known: int
    reports: int
    problems: int
    incidents: int
    interrupted: bool
    cost: Cost | None = None
    copies: int = 0
    undated: int = 0


@dataclass(frozen=True, slots=True)
class Decided:
    """How all decisions of a ledger stand now, whether they are `applied` already, which of those before were `overruled`
    by those just made, and the ids of the incidents that were no longer as whoever ruled had seen them (`changed`)."""

    rulings: Rulings
    applied: bool = True
    overruled: tuple[Standing, ...] = ()
    changed: tuple[str, ...] = ()


def build(
    inputs: Sequence[Source | Problem], ledger: Ledger, run: Run, *, on_progress: Progress | None = None
) -> Built:
    """What was done; the ledger then holds these inputs beside what it held, and the incidents they make.

    Only new bytes are read. After an interruption what was read is kept and reconciled, and the same call goes on.
    """
    reader = reading_of(run)
    known = 0

    def is_read(path: str, digest: str) -> bool:
        nonlocal known
        done = ledger.has_read(path, digest, reading=_with_hints(reader, run.hints))
        known += done
        return done

    ledger.begin_run(run.now, program=__version__, codebook=reader)
    keeper = _Keeper(ledger, run, reader)
    interrupted = False
    try:
        found = extract_paths(inputs, run, on_progress=on_progress, skip=is_read, known=keeper.knows)
        with closing(found) as results:
            keeper.keep_all(results)
        with closing(extracted(_outdated(ledger, reader, keeper.fell_back), run)) as results:
            keeper.keep_again(results)
    except KeyboardInterrupt:
        interrupted = True
    joined = _join(ledger, run)
    if not interrupted:
        ledger.end_run(run.now, run.now, reports_read=keeper.reports)
    problems, read = len(ledger.problems()), keeper.reports
    return Built(len(inputs), known, read, problems, joined, interrupted, keeper.cost, keeper.copies, keeper.undated)


def _join(ledger: Ledger, run: Run) -> int:
    """How many incidents the ledger's reports make; where joining fails, those of before stay and a problem says so."""
    ledger.begin_source(JOINING)
    try:
        book = codebook.load(run.codebook)
        joined = join(ledger, book, reading_of(run))
    except Exception as error:  # the edge again: what was read is kept, whatever joining does
        ledger.note(failure(JOINING, error, None), source=JOINING)
        return ledger.sizes()["incidents"]
    for problem in problems_of(rulings(ledger)):
        ledger.note(problem, source=JOINING)
    return joined


def decide(
    decisions: Sequence[Decision], ledger: Ledger, run: Run, *, seen: Mapping[str, str] | None = None
) -> Decided:
    """What became of these decisions, which are added to the ledger, and its accounts joined as they rule.

    `seen` has the incidents that whoever rules looked at, by id, as `version_of` gave each: where one is otherwise by
    now the decisions are kept all the same, and it is named. Where another program or codebook built the ledger the
    next build applies them.
    """
    before = rulings(ledger)
    ledger.decide(*decisions)
    others = rulings(ledger, without={decision.id for decision in decisions})
    changed = tuple(id_ for id_, version in (seen or {}).items() if _version(ledger, id_, others) != version)
    applied = was_built_with(ledger, run)
    if applied:
        _join(ledger, run)
    now = rulings(ledger)
    stood = {one.decision.id for one in before.standings if one.in_force}
    fell = (one for one in now.standings if one.force is Force.OVERRULED and one.decision.id in stood)
    return Decided(now, applied, tuple(fell), changed)


def _version(ledger: Ledger, id_: str, found: Rulings) -> str | None:
    incident = ledger.incident(id_)
    return None if incident is None or incident.id != id_ else version_of(incident, found)


def was_built_with(ledger: Ledger, run: Run) -> bool:
    """Whether the last build of the ledger used the program and the codebook of this run, however it read."""
    made = (ledger.last_reading() or "").split("/")
    return made[:2] == reading_of(replace(run, choice=RULES)).split("/")[:2]


def check_paths(
    inputs: Iterable[Source | Problem], run: Run, ledger: Ledger | None = None
) -> Generator[tuple[ExtractResult, Checked | None], None, None]:
    """What stands in each input, and what came of checking it, against a ledger where one is given; the ledger is only
    read. Nothing came of what could not be read."""
    book = codebook.load(run.codebook)
    pasts = Pasts(ledger, book) if ledger is not None else None
    for result in extract_paths(inputs, run):
        past = None
        if pasts is not None and result.report is not None and result.extraction is not None:
            past = pasts.of(Article(result.report, result.extraction, book))
        yield result, _checked(result, book, past)


def check_item(
    item: Item, desk: Desk, book: codebook.Codebook, past: Record | None
) -> tuple[ExtractResult, Checked | None]:
    """What stands in one input, of which only the first report is read, and what came of checking it; nothing came of
    what could not be read."""
    result = desk.extract(next(iter(desk.read(item))))
    return result, _checked(result, book, past)


def _checked(result: ExtractResult, book: codebook.Codebook, past: Record | None) -> Checked | None:
    if result.report is None or result.extraction is None:
        return None
    return check(Article(result.report, result.extraction, book, past))


def compare_list(
    path: str, raw: bytes, shape: ListShape, ledger: Ledger, book: codebook.Codebook
) -> tuple[Comparison, tuple[Problem, ...]]:
    """How a list stands to the incidents of the ledger, which is only read; and what of the list could not be used."""
    found = read_list(path, raw, shape, book)
    return compare(found.list, events_of(found.rows), ledger.incidents(), book), found.problems


def compare_with_list(
    path: str, raw: bytes, shape: ListShape, ledger: Ledger, book: codebook.Codebook, other: str
) -> tuple[ListComparison, tuple[Problem, ...]]:
    """How a list stands to another that was imported, named by its id or its keeper; UsageError where there is none."""
    history = ledger.history()
    wanted = next((one for one in history.lists if other.casefold() in (one.id, one.voice.name.casefold())), None)
    if wanted is None:
        held = ", ".join(one.id for one in history.lists) or "none"
        raise UsageError(f"{ledger.path}: no list {other!r} was imported (there is {held}); see `reportedly import`")
    found = read_list(path, raw, shape, book)
    compared = compare_lists(found.list, events_of(found.rows), wanted, history.of(wanted.id), book)
    return compared, found.problems


def known_by(ledger: Ledger, moment: datetime, book: codebook.Codebook) -> tuple[Incident, ...]:
    """The incidents of the ledger as far as reports told of them by a moment; see `reconcile.as_of`."""
    whole = as_ruled(ledger, codebook=book)
    reports = {report.id: report for report in whole.reports}
    told = {extraction.report: extraction for extraction in whole.extractions}
    found = []
    for incident in ledger.incidents():
        ids = sorted({ref.report for ref in incident.mentions})
        found.append(as_of(incident, (told[id_] for id_ in ids), (reports[id_] for id_ in ids), book, moment))
    return tuple(incident for incident in found if incident)


class _Keeper:
    """Puts results into a ledger, a transaction a report, and a mark behind every file that was read to its end.

    What the rules read in place of the extractor chosen is kept as read by the rules, in a file that is not at its
    end: the next build reads it again. `fell_back` holds the ids of these reports, `cost` what was spent.
    """

    def __init__(self, ledger: Ledger, run: Run, reader: str) -> None:
        self._ledger, self._reader, self._hints = ledger, reader, run.hints
        self._by_rules = reading_of(replace(run, choice=run.choice.rules))
        self.reports = self.copies = self.undated = 0
        self.fell_back: set[str] = set()
        self.cost: Cost | None = None

    def knows(self, report: Report) -> bool:
        """Whether the ledger holds this report as the extractor chosen read it."""
        return self._ledger.knows(report, reading=_of_report(self._reader, report))

    def keep_all(self, results: Iterable[ExtractResult]) -> None:
        for (path, digest), found in groupby(results, key=lambda result: (result.path, result.digest)):
            self._ledger.begin_source(path)
            partly = sum(self._keep(result).fell_back for result in found)
            if digest is not None and not partly:
                self._ledger.end_source(path, digest, reading=_with_hints(self._reader, self._hints))

    def keep_again(self, results: Iterable[ExtractResult]) -> None:
        for result in results:
            if result.report is not None:
                self._ledger.settle(result.report.path, ProblemKind.READER)
            self._keep(result, again=True)

    def _keep(self, result: ExtractResult, *, again: bool = False) -> ExtractResult:
        report, source = result.report, None if again else result.path
        self.cost = total(self.cost, result.cost)
        if report is not None:
            if result.fell_back:
                self.fell_back.add(report.id)
            reading = _of_report(self._by_rules if result.fell_back else self._reader, report)
            if source is not None and self._ledger.knows(report, reading=reading):
                self._ledger.keep_copy(report.path, report.id, source=source)
                self.copies += 1
            else:
                self._ledger.keep(report, result.extraction, source=source, reading=reading)
                self.reports += 1
                self.undated += report.published is None and bool(result.extraction and result.extraction.mentions)
        if result.problem is not None:
            self._ledger.note(result.problem, source=result.path)
        return result


def _outdated(ledger: Ledger, reader: str, but: Set[str]) -> Iterator[Item]:
    """The reports that another program, codebook or extractor read, to be read again from what the ledger keeps;
    without those that were tried just now."""
    for report in ledger.reports(sorted(set(ledger.outdated(reader)) - but), with_raw=True):
        yield Item(report.path, found=ExtractResult(report.path, report=report))


def reading_of(run: Run) -> str:
    """What a reading depends on beside the report: program, codebook, the model that parses hard sentences where
    one is wanted, and the extractor where it is not the rules."""
    book = codebook.load(run.codebook)
    made = f"{__version__}/{book.version}/{parse.model() if run.choice.parse else 'rules'}"
    if run.choice.name != RULES.name:
        made = f"{made}+{registry.make(book, run.choice).identity}"
    if run.codebook is None:
        return made
    files = sorted(run.codebook.glob("*.y*ml"))
    return f"{made}/{content_id(*(file.read_text('utf-8') for file in files))}"


def _with_hints(reading: str, hints: Hints) -> str:
    return f"{reading}/{content_id(hints.published, hints.outlet, hints.url)}"


def _of_report(reading: str, report: Report) -> str:
    """What this report's extraction depends on: the reading, and what is known of the report itself."""
    when = report.published.iso if report.published else None
    return f"{reading}/{content_id(when, report.outlet, report.url, report.title, report.language, report.text)}"
