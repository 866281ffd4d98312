"""All reports together: the scores, as `reportedly score` prints them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from pathlib import Path

from pydantic import BaseModel

from reportedly.frozen import dataclass
from reportedly.model.errors import UsageError
from reportedly.score.error import ScoreError
from reportedly.score.fields import FIELDS, POOLS
from reportedly.score.gold import GoldReport, read_gold
from reportedly.score.interval import Interval95, f1_interval
from reportedly.score.linking import Linking, read_clusters, score_linking
from reportedly.score.one_report import ReportScore, VoiceTally, score_report
from reportedly.score.predicted import FoundReport, by_id, read_found
from reportedly.score.tally import Tally, total

Extract = Callable[[Path], Iterable[BaseModel]]
"""Reads a folder of reports into extract lines; passed in, so that scoring a file needs no extractor."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: the tally, and the interval its F1 lies in."""

    tally: Tally
    interval: Interval95


@dataclass(frozen=True, slots=True)
class Scores:
    """How a corpus was read; `rows` holds relevance, mains, every field, every pool, ALL and stance, in this order.
    `linking` is over the matched mains, `linking_all` over matched background mentions too."""

    reports: int
    answered: int
    malformed: int
    rows: Mapping[str, Row]
    types_right: int
    background: Tally
    voices: VoiceTally
    linking: Linking | None
    linking_all: Linking | None
    errors: tuple[ScoreError, ...]
    texts: Mapping[str, str] = field(default_factory=dict)  # of the reports as they were read, where they came along

    def row(self, name: str) -> Tally:
        """The tally of one row."""
        return self.rows[name].tally


def score(gold: Path, predicted: Path, incidents: Path | None = None, *, extract: Extract | None = None) -> Scores:
    """The scores of extract lines, or of a folder of reports that `extract` reads, against gold."""
    marked = read_gold(gold)
    if predicted.is_dir():
        if extract is None:
            raise UsageError(f"{predicted} is a folder; pass a file written by `reportedly extract`")
        found = by_id((line.model_dump(mode="json", by_alias=True) for line in extract(predicted)), marked)
    else:
        found = read_found(predicted, marked)
    return score_found(marked, found, read_clusters(incidents) if incidents else None)


def score_found(
    marked: Mapping[str, GoldReport], found: Mapping[str, FoundReport], clusters: Mapping[str, str] | None = None
) -> Scores:
    """The scores of what was found; a report without an answer counts as found irrelevant."""
    each = [score_report(gold, found.get(name, FoundReport())) for name, gold in marked.items()]
    links = [link for one in each for link in one.links]
    passing = [link for one in each for link in one.passing]
    return Scores(
        reports=len(marked),
        answered=len(found),
        malformed=sum(one.malformed for one in each),
        rows={name: Row(total(tallies), f1_interval(tallies)) for name, tallies in _rows(each).items()},
        types_right=sum(one.types_right for one in each),
        background=total(one.background for one in each),
        voices=sum((one.voices for one in each), VoiceTally()),
        linking=None if clusters is None else score_linking(links, clusters),
        linking_all=None if clusters is None else score_linking([*links, *passing], clusters),
        errors=tuple(error for one in each for error in one.errors),
        texts={name: report.text for name, report in found.items() if report.text},
    )


def _rows(each: Sequence[ReportScore]) -> dict[str, list[Tally]]:
    """The tallies behind every row, one a report."""
    names = [rule.name for rule in FIELDS]
    joined = {name: (name,) for name in names} | dict(POOLS) | {"ALL": tuple(names)}
    return {
        "relevance": [one.relevance for one in each],
        "mains": [one.mains for one in each],
        **{row: [total(one.fields[name] for name in parts) for one in each] for row, parts in joined.items()},
        "stance": [one.stance for one in each],
    }
