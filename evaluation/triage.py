"""How much other news triage lets through, how many relevant reports it keeps, and how fast it is.

python -m evaluation.triage
"""

import json
import re
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.etree import ElementTree

from evaluation.reading import DATA, HERE
from reportedly import codebook
from reportedly.extract.triage import Triage

OTHER_NEWS = ("meantime", "geovirus")
RELEVANT = ("reports-dev", "reports-more/dev", "reports-wide/dev", "reports-wide/short-dev")
ROUNDS = 20


def other_news(data: Path) -> Iterable[str]:
    """The articles of both corpora that tell of no incident of ours: Wikinews on business, and on epidemics."""
    for path in sorted((data / "meantime").rglob("*.xml")):
        yield " ".join(re.findall(r"<token[^>]*>([^<]*)</token>", path.read_text("utf-8")))
    tree = ElementTree.parse(data / "geovirus" / "GeoVirus.xml")
    yield from (article.findtext("text") or "" for article in tree.iter("article"))


def relevant(folder: Path) -> Iterable[str]:
    """The texts of the reports of a folder that are marked as relevant."""
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        mark = json.loads(line)
        if mark["relevant"]:
            report = json.loads((folder / "reports" / f"{mark['id']}.json").read_text("utf-8"))
            yield f"{report['title']}\n\n{report['text']}"


def megabytes_a_second(triage: Triage, texts: Sequence[str]) -> float:
    """The best of some rounds: millions of code points a second in one process."""
    best = float("inf")
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        for text in texts:
            triage.passes(text)
        best = min(best, time.perf_counter() - begun)
    return sum(map(len, texts)) / 1e6 / best


def main() -> int:
    """The exit status: 0 where the corpora are there."""
    if not (DATA / "geovirus").exists():
        print(f"no other news at {DATA}; set REPORTEDLY_DATA", file=sys.stderr)
        return 2
    triage = Triage(codebook.load())
    news = list(other_news(DATA))
    passed = sum(map(triage.passes, news))
    print(f"other news     {passed} of {len(news)} pass ({passed / len(news):.1%})")
    for name in RELEVANT:
        texts = list(relevant(HERE / name))
        kept = sum(map(triage.passes, texts))
        print(f"{name:22s} {kept} of {len(texts)} relevant reports pass (recall {kept / len(texts):.3f})")
    print(f"speed          {megabytes_a_second(triage, news):.0f} MB/s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
