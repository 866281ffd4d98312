"""How well and how fast it is seen whose text a report prints: credits that are read, copies that are found.

python -m evaluation.copies
"""

import random
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from evaluation.joining import CORPORA
from evaluation.reading import HERE
from reportedly import codebook
from reportedly.model import BlockKind, Report
from reportedly.readers import read
from reportedly.reconcile.authorship import authorships
from reportedly.reconcile.copies import copied, wording
from reportedly.reconcile.credits import credit

LEAST = 120  # words of a report that is copied
SEED = 7
MANY = 10_000

Change = Callable[[list[str], random.Random, Sequence[str]], list[str]]


def reports() -> Iterator[Report]:
    """The reports of every development corpus."""
    for corpus in CORPORA:
        for path in sorted((HERE / corpus / "reports").iterdir()):
            for found in read(str(path), path.read_bytes()):
                if isinstance(found, Report):
                    yield found


def changed(share: float) -> Change:
    """Words of any report in the place of this share of the words."""
    return lambda words, chance, others: [chance.choice(others) if chance.random() < share else word for word in words]


def excerpt(share: float) -> Change:
    """The first sixty words, or this share of the whole if that is more."""
    return lambda words, chance, others: words[: max(60, int(share * len(words)))]


CHANGES: Mapping[str, Sequence[Change]] = {
    "the same": (),
    "3 % of words changed": (changed(0.03),),
    "8 % of words changed": (changed(0.08),),
    "first 40 %": (excerpt(0.4),),
    "first 40 %, 3 % of words changed": (excerpt(0.4), changed(0.03)),
}


def body(report: Report) -> str:
    """What stands in the report's body."""
    return " ".join(block.span.of(report.text) for block in report.blocks if block.kind is BlockKind.BODY)


def bare(id_: str, text: str) -> Report:
    """A report of this text and nothing else."""
    return Report(id_, id_, text, (), b"")


def main() -> int:
    """0; the figures go to stdout."""
    chance = random.Random(SEED)
    found = tuple(reports())
    book = codebook.load()
    credited = [one for one in found if credit(replace(one, outlet=None), book)]
    print(f"{len(credited)} of {len(found)} reports carry a credit in text or byline")
    texts = {one.id: text.split() for one in found if len((text := body(one)).split()) >= LEAST}
    others = [word for words in texts.values() for word in words]
    originals = [wording(bare(id_, " ".join(words))) for id_, words in texts.items()]
    for name, changes in CHANGES.items():
        made = dict(texts)
        for change in changes:
            made = {id_: change(words, chance, others) for id_, words in made.items()}
        copies = [wording(bare(f"copy of {id_}", " ".join(words))) for id_, words in made.items()]
        seen = copied(copies, originals)
        right = sum(seen.get(f"copy of {id_}") == id_ for id_ in made)
        print(f"{name}: {right} of {len(made)} found, {len(seen) - right} taken for a copy of another")
    for originals_ in (list(texts)[:1], list(texts)):
        pages = [changed(0.03)(texts[originals_[n % len(originals_)]], chance, others) for n in range(MANY)]
        printed = [bare(str(n), " ".join(words)) for n, words in enumerate(pages)]
        start = time.perf_counter()
        authorships(printed, book)
        print(f"{MANY} reports that print {len(originals_)} texts: {time.perf_counter() - start:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
