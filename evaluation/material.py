"""The reports that the fits of `topic` and `whose` learn from, with what each is about."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.extract.core import plain_cases, report

from evaluation.articles import REAL, missing
from evaluation.leading import reports_of
from evaluation.reading import HERE, NOW
from evaluation.sealed import FOLDS, fold_of
from reportedly.model import Problem, Report
from reportedly.readers import Hints, Settings, discover, read
from reportedly.score.gold import gold_report, json_lines, read_gold

Mains = tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A report, where it stands, the fold of its incident, and the kind and state of each incident it is about."""

    name: str
    fold: int
    mains: Mains
    report: Report


def marked(sets: Iterable[str], articles: Path | None = None) -> Iterator[Marked]:
    """The English reports of some sets, the openings, the leads under test, and of a folder the articles whose errors may be
    looked at."""
    found = (*_of_sets(sets), *_openings(), *_cases(), *(_articles(articles) if articles else ()))
    yield from (one for one in found if one.report.language in (None, "en"))


def _of_sets(sets: Iterable[str]) -> Iterator[Marked]:
    for name in sets:
        for gold, found in reports_of(name, read_gold(HERE / name / "gold.jsonl")):
            mains = tuple((i.type, i.state) for i in gold.mains)
            yield Marked(f"{name}/{gold.id}", fold_of(gold), mains, found)


def _openings() -> Iterator[Marked]:
    for path in sorted((HERE / "openings").glob("*.jsonl")):
        for record in json_lines(path):
            gold = gold_report(record)
            for found in _read(f"{gold.id}.json", json.dumps(record).encode()):
                mains = tuple((i.type, i.state) for i in gold.mains)
                yield Marked(f"openings/{path.stem}/{gold.id}", fold_of(gold), mains, found)


def _cases() -> Iterator[Marked]:
    """The headlines and leads that tests hold."""
    for case in plain_cases("subjects*.yaml"):
        fold = int(sha256(case["text"].encode()).hexdigest(), 16) % FOLDS
        mains = tuple((kind, state) for kind, state in case["mains"])
        yield Marked(f"cases/{case['text']}", fold, mains, report(case["text"], case.get("published")))
    for case in plain_cases("short_leads*.yaml"):
        fold = int(sha256(case["text"].encode()).hexdigest(), 16) % FOLDS
        mains = ((case["main"][0], case["main"][1]),) if case["main"] else ()
        text = f"{case.get('title', 'News in brief')}\n\n{case['text']}"
        yield Marked(f"cases/{case['text']}", fold, mains, report(text))


def _articles(folder: Path) -> Iterator[Marked]:
    seen = {origin["id"] for origin in json_lines(REAL / "origins.jsonl") if origin["seen"]} - dict(
        missing(folder)
    ).keys()
    about = {m["id"]: _mains(i for i in m["incidents"] if i["main"]) for m in json_lines(REAL / "marks.jsonl")}
    about = {id_: mains for id_, mains in about.items() if id_ in seen}
    about |= {m["id"]: _mains(m["mains"]) for m in json_lines(REAL / "subjects.jsonl") if m["seen"]}
    for source in discover([str(folder)]):
        id_ = Path(source.path).stem
        if not isinstance(source, Problem) and id_ in about:
            fold = int(sha256(id_.encode()).hexdigest(), 16) % FOLDS
            yield from (Marked(f"articles/{id_}", fold, about[id_], one) for one in _read(source.path, source.read()))


def _mains(marks: Iterable[Any]) -> Mains:
    return tuple((mark["type"], mark["state"]) for mark in marks)


def _read(path: str, content: bytes) -> Iterator[Report]:
    for found in read(path, content, hints=Hints(), settings=Settings(now=NOW)):
        if isinstance(found, Report):
            yield found
