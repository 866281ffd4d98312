"""Extractors are found by name: our own, and those that other packages bring."""

from collections.abc import Iterable, Iterator
from importlib.metadata import EntryPoint, EntryPoints

import pytest
from served import BOOK, report

from reportedly.codebook import Codebook
from reportedly.extract.extractor import Extractor
from reportedly.extractors import registry
from reportedly.extractors.protocol import Choice, Cost, Reading
from reportedly.model import Extraction, Report
from reportedly.model.errors import UsageError


class Silent:
    """An extractor of somebody else: it finds nothing in anything."""

    identity = "silent:1"
    waits = False

    def __init__(self, codebook: Codebook, choice: Choice) -> None:
        pass

    def worth_reading(self, text: str) -> bool:
        return True

    def extract_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        return (Reading(Extraction(r.id, relevant=False)) for r in reports)


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two entry points of other packages: one that works, one whose module is gone."""
    points = [
        EntryPoint("silent", "test_by_name:Silent", registry.GROUP),
        EntryPoint("gone", "nowhere:X", registry.GROUP),
    ]
    monkeypatch.setattr(registry, "entry_points", lambda group: EntryPoints(p for p in points if p.group == group))


def test_the_rules_are_the_default_and_read_as_the_extractor_does() -> None:
    (reading,) = registry.make(BOOK, Choice()).extract_many([report()])
    assert reading == Reading(Extractor(BOOK).extract(report()))


@pytest.mark.usefixtures("installed")
def test_an_entry_point_is_an_extractor_by_its_name() -> None:
    made = registry.make(BOOK, Choice("silent"))
    assert made.identity == "silent:1"
    assert registry.names() == ("rules", "llm", "gone", "silent")


@pytest.mark.usefixtures("installed")
def test_what_is_not_there_or_does_not_load_is_wrong_use_with_a_remedy() -> None:
    with pytest.raises(UsageError, match="the readers are rules, llm, gone, silent"):
        registry.make(BOOK, Choice("magic"))
    with pytest.raises(UsageError, match="install it again"):
        registry.make(BOOK, Choice("gone"))


def test_costs_add_up_and_what_is_unknown_adds_nothing() -> None:
    a = Cost(1, 1, 10, None, 0.5, 3, {"x": 1})
    b = Cost(2, 1, None, None, 0.5, 1, {"x": 1, "y": 2})
    assert a + b == Cost(3, 2, 10, None, 1.0, 4, {"x": 2, "y": 2})


def test_a_key_is_never_shown() -> None:
    assert "secret" not in repr(Choice("llm", key="secret"))
