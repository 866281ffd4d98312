"""What a desk found reaches another process as it was."""

import pickle
from pathlib import Path

from sample import NOW

import reportedly
from reportedly import desk
from reportedly.desk import RULES, Item
from reportedly.readers import Hints

SAMPLES = Path(reportedly.__file__).parent / "samples"


def test_what_was_read_of_the_samples_is_the_same_behind_its_way_to_another_process() -> None:
    desk.prepare(None, Hints(), NOW, RULES)
    inputs = sorted(path for path in SAMPLES.rglob("*") if path.is_file() and path.suffix != ".py")
    found = desk.work(tuple(Item(path.name, raw=path.read_bytes()) for path in inputs))
    assert sum(len(one.extraction.mentions) for one in found if one.extraction) > len(inputs)
    sent = pickle.loads(pickle.dumps(found))
    assert sent == found
    assert repr(sent) == repr(found)
