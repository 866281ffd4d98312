"""Reports printed otherwise and read again."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from evaluation.reading import HERE, NOW
from evaluation.variation.comparing import Change, changes
from evaluation.variation.kinds import KINDS
from evaluation.variation.printed import Printed, Told, Variant, printed_of
from reportedly.desk import RULES, Desk, Item
from reportedly.model import Extraction
from reportedly.publish.extract_line import extract_line
from reportedly.readers import Hints
from reportedly.score.gold import read_gold
from reportedly.score.predicted import FoundReport, by_id

OF_A_FORM = 2  # variants of one form that are tried on one report, drawn by its name


@dataclass(frozen=True, slots=True)
class Tried:
    """A variant of a report, and every value that is read otherwise in it."""

    told: Told
    kind: str
    variant: Variant
    changes: tuple[Change, ...]


class Reader:
    """Reads printed reports with the rules, one at a time."""

    def __init__(self) -> None:
        self._desk = Desk(None, Hints(), NOW, RULES)

    def read(self, name: str, printed: Printed) -> FoundReport:
        """What is read in a report."""
        for result in self._desk.read(Item(f"{name}.json", raw=printed.file)):
            if result.report is not None:
                extraction = self._desk.extract(result).extraction or Extraction(result.report.id, relevant=False)
                line = extract_line(result.report, extraction, with_text=True).model_dump(mode="json", by_alias=True)
                return by_id([line], [name])[name]
        return FoundReport()


def reports(sets: Iterable[str], reader: Reader, one_in: int = 1) -> Iterator[Told]:
    """The marked reports of sets, as they are printed and read; one in so many of each."""
    for name in sets:
        for id_, gold in read_gold(HERE / name / "gold.jsonl").items():
            path = HERE / name / "reports" / f"{id_}.json"
            if path.exists() and drawn(id_) % one_in == 0:
                printed = printed_of(json.loads(path.read_text("utf-8")))
                yield Told(f"{name}/{id_}", printed, gold, reader.read(id_, printed))


def variants(told: Told, kind: str) -> list[Variant]:
    """The variants of a report by one kind: a few of each form, the same every time."""
    by_form: dict[str, list[Variant]] = defaultdict(list)
    for variant in KINDS[kind](told):
        by_form[variant.form].append(variant)
    return [one for form, found in by_form.items() for one in _some(found, told.name + form)]


def _some(found: Sequence[Variant], seed: str) -> list[Variant]:
    return sorted(found, key=lambda one: drawn(seed + one.printed.text))[:OF_A_FORM]


def drawn(name: str) -> int:
    """A number for a name, the same on every machine."""
    return int(sha256(name.encode()).hexdigest()[:8], 16)


def tried(told: Told, kind: str, reader: Reader) -> Iterator[Tried]:
    """Every variant of a report by one kind, with what is read otherwise in it."""
    for variant in variants(told, kind):
        found = reader.read(told.name.rpartition("/")[2], variant.printed)
        undone = variant.undo(found) if variant.undo else found
        yield Tried(told, kind, variant, changes(told.gold, told.found, undone, variant.dropped))
