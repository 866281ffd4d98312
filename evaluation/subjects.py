"""Whether articles on politics are taken for reports of incidents: marks of 531, whose words are others'.

python -m evaluation.clones CLONES FOLDER     # puts the articles together from clones of public repositories
python -m evaluation.subjects FOLDER

`real/subjects.jsonl` holds for each where it stands, whether it is relevant, the types and states of its main
incidents, whether its reader was sure, and whether errors in it were looked at (`seen`). Readers had not seen the
program; what they went by stands in `README.md`. Half the articles were drawn from those whose subject the program took
for a statement, a meeting, sanctions or another affair, a fifth from those it took for a launch or a strike, the rest from
those it took for neither although they name a missile or a test: precision is lower here than among all the news. The
263 from 8300 on were drawn from what was left without regard to how the program took them.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.articles import REAL, digest
from evaluation.reading import extract
from reportedly.score.gold import json_lines
from reportedly.score.predicted import FoundReport, by_id
from reportedly.score.tally import Tally, total

SUBJECTS = REAL / "subjects.jsonl"
Marked = Mapping[str, Any]


def held(folder: Path, subjects: Path = SUBJECTS) -> list[Marked]:
    """The marked articles that a folder holds as they were marked."""
    return [one for one in json_lines(subjects) if digest(folder / f"{one['id']}.json") == one["sha256"]]


def relevance(marked: Sequence[Marked], found: Mapping[str, FoundReport]) -> Tally:
    """How many were rightly and wrongly taken for reports of an incident, and how many missed."""
    read = ((one["relevant"], one["id"] in found and found[one["id"]].relevant) for one in marked)
    return total(
        Tally(right=is_it and said, wrong=said and not is_it, missed=is_it and not said) for is_it, said in read
    )


def types_right(marked: Sequence[Marked], found: Mapping[str, FoundReport]) -> tuple[int, int]:
    """Of the relevant articles, how many have a main of a type that was marked; and how many there are."""
    both = [
        ({main["type"] for main in one["mains"]}, {m.type for m in found[one["id"]].mentions if m.main})
        for one in marked
        if one["relevant"] and one["id"] in found
    ]
    return sum(not types.isdisjoint(said) for types, said in both), sum(one["relevant"] for one in marked)


def main(arguments: list[str] | None = None) -> int:
    """The exit status: 0 where any article is there."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.subjects", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the articles as ID.json")
    folder = parser.parse_args(arguments).folder
    marked = held(folder)
    if not marked:
        print(
            f"{folder} holds none of the articles as they were marked; see python -m evaluation.clones", file=sys.stderr
        )
        return 1
    ids = [one["id"] for one in marked]
    found = by_id((line.model_dump(mode="json", by_alias=True) for line in extract(folder)), ids)
    for name, some in (
        ("looked at", [one for one in marked if one["seen"]]),
        ("not looked at", [one for one in marked if not one["seen"]]),
        ("not looked at, its reader sure", [one for one in marked if not one["seen"] and one["sure"]]),
    ):
        if some:
            taken, (right, relevant) = relevance(some, found), types_right(some, found)
            print(
                f"{name}: {len(some)} articles, {relevant} relevant; relevance P {taken.precision:.3f} R {taken.recall:.3f}, "
                f"type right {right / relevant:.3f}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
