"""What a desk found reaches another process as it was; nothing keeps it for ever."""

import pickle
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from signal import SIGPROF, getsignal

import pytest
from sample import NOW

import reportedly
from reportedly import desk
from reportedly.desk import RULES, Item
from reportedly.extractors.protocol import Reading
from reportedly.model import Report
from reportedly.patience import TooLongError, within
from reportedly.readers import Hints

TOLD = "North Korea fires missile\n\nNorth Korea fired a ballistic missile on Tuesday, South Korea's military said."
SAMPLES = Path(reportedly.__file__).parent / "samples"


def test_what_was_read_of_the_samples_is_the_same_behind_its_way_to_another_process() -> None:
    desk.prepare(None, Hints(), NOW, RULES)
    inputs = sorted(path for path in SAMPLES.rglob("*") if path.is_file() and path.suffix != ".py")
    found = desk.work(tuple(Item(path.name, raw=path.read_bytes()) for path in inputs))
    assert sum(len(one.extraction.mentions) for one in found if one.extraction) > len(inputs)
    sent = pickle.loads(pickle.dumps(found))
    assert sent == found
    assert repr(sent) == repr(found)


def test_a_report_that_would_keep_a_desk_for_ever_is_given_up_and_the_others_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk.prepare(None, Hints(), NOW, RULES)
    desk.work((Item("first.txt", raw=TOLD.encode()),))  # what is made once is made
    monkeypatch.setattr(desk, "PATIENCE", 0.5)
    extract_many = desk._desks[0].extractor.extract_many

    def endless(reports: Sequence[Report]) -> Iterable[Reading]:
        while any("for ever" in report.text for report in reports):
            pass
        return extract_many(reports)

    monkeypatch.setattr(desk._desks[0].extractor, "extract_many", endless)
    texts = [TOLD, f"{TOLD} It goes on for ever.", TOLD]
    found = desk.work(tuple(Item(f"{n}.txt", raw=text.encode()) for n, text in enumerate(texts)))
    assert [one.extraction.relevant if one.extraction else None for one in found] == [True, False, True]
    assert [one.problem is not None for one in found] == [False, True, False]
    assert "given up" in found[1].problem.message if found[1].problem else False


def test_only_what_runs_within_is_given_up() -> None:
    with within(60):
        pass
    before = getsignal(SIGPROF)
    with pytest.raises(TooLongError), within(0.05):
        re.fullmatch("(?:a+)+", "a" * 60 + "b")
    assert getsignal(SIGPROF) == before
