"""How well articles are read as they were printed: marks of 426, whose words are others' and so are not kept here.

python -m evaluation.articles FOLDER

`real/origins.jsonl` says of each in which public repository or at what address it stands, where in it, and the SHA-256
of its text; put it into FOLDER as ID.json, with `text`, `title`, `published` and `outlet` (`python -m evaluation.clones`
does so for those in repositories). Texts that differ and missing ones are named and left out. They were marked in seven
lots; of half of the second, fourth, fifth and seventh and of the whole sixth no errors were looked at.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from rich.console import Console

from evaluation.reading import HERE, extract
from reportedly.score import score_found
from reportedly.score.gold import GoldReport, json_lines, read_gold
from reportedly.score.predicted import FoundReport, by_id
from reportedly.score.report import print_scores

REAL = HERE / "real"


def digest(path: Path) -> str | None:
    """The SHA-256 of an article's text; None where there is no article."""
    return sha256(json.loads(path.read_text("utf-8"))["text"].encode()).hexdigest() if path.exists() else None


def missing(folder: Path, origins: Path = REAL / "origins.jsonl") -> Iterator[tuple[str, str]]:
    """The ids of articles that a folder does not hold as they were marked, each with the reason and where it stands."""
    for origin in json_lines(origins):
        place = origin["url"] if "url" in origin else f"{origin['repo']}, {origin['path']}"
        where = f"{place}: {origin['locator']}"
        found = digest(folder / f"{origin['id']}.json")
        if found is None:
            yield origin["id"], f"not there; see {where}"
        elif found != origin["sha256"]:
            yield origin["id"], f"not the text that was marked; see {where}"


def _parts(marks: Mapping[str, object]) -> Iterator[tuple[str, list[str]]]:
    origins = [origin for origin in json_lines(REAL / "origins.jsonl") if origin["id"] in marks]
    for lot in sorted({origin["lot"] for origin in origins}):
        for seen, title in ((True, "looked at since"), (False, "not looked at")):
            ids = [origin["id"] for origin in origins if origin["lot"] == lot and origin["seen"] is seen]
            if ids:
                yield f"lot {lot}, {title}", ids


def read_articles(folder: Path, *, seen: bool | None = None) -> tuple[dict[str, GoldReport], dict[str, FoundReport]]:
    """Marks and readings of the articles in a folder: of all, or of those whose errors were looked at or were not."""
    origins = [origin for origin in json_lines(REAL / "origins.jsonl") if seen in (None, origin["seen"])]
    wanted = {origin["id"] for origin in origins} - dict(missing(folder)).keys()
    marked = {id_: gold for id_, gold in read_gold(REAL / "marks.jsonl").items() if id_ in wanted}
    lines = (line.model_dump(mode="json", by_alias=True) for line in extract(folder))
    return marked, {id_: one for id_, one in by_id(lines, marked).items() if id_ in marked}


def main(arguments: list[str] | None = None) -> int:
    """The exit status: 0 where any article is there."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.articles", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where the articles are kept, one ID.json each")
    folder = parser.parse_args(arguments).folder
    console = Console(width=110)
    for id_, why in missing(folder):
        print(f"{id_}: {why}", file=sys.stderr)
    marked, found = read_articles(folder)
    if not marked:
        return 2
    for title, ids in _parts(marked):
        console.print(f"\n{title}: {len(ids)} articles")
        print_scores(score_found({i: marked[i] for i in ids}, {i: f for i, f in found.items() if i in ids}), console)
    return 0


if __name__ == "__main__":
    sys.exit(main())
