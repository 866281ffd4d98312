"""SIPRI with Oklahoma: the share joined, the conflicts in date and yield, and the hundred pairs read by hand."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from evaluation.history.nuclear import OKLAHOMA, SIPRI, rows
from reportedly.codebook import Codebook
from reportedly.fields.registry import agree, show
from reportedly.model import HistoryRow
from reportedly.reconcile.lists.pairs import Paired, RowPair, pair_rows

SEED, SAMPLE = 2026, 100
CHECKED = Path(__file__).with_name("checked.csv")
"""The pairs a reader looked at: the lines of both files, and whether the rows tell of one explosion. "right" asks for
a day and one thing more in common (name, minute, point or figure); with nothing but the day it is "unsure"."""


@dataclass(frozen=True, slots=True)
class Catalogues:
    """Both catalogues and their pairs."""

    sipri: tuple[HistoryRow, ...]
    oklahoma: tuple[HistoryRow, ...]
    paired: Paired

    def figures(self) -> dict[str, object]:
        """What is published, by its name."""
        pairs = self.paired.pairs
        both = [pair for pair in pairs if pair.left.value("yield_kt") and pair.right.value("yield_kt")]
        apart = [pair for pair in both if not _yields_agree(pair)]
        right, wrong, unsure, unread = _verdicts(drawn(pairs))
        return {
            "rows": f"SIPRI {len(self.sipri):,}, Oklahoma {len(self.oklahoma):,}",
            "joined": f"{len(pairs):,}: {len(pairs) / len(self.sipri):.1%} of SIPRI, {len(pairs) / len(self.oklahoma):.1%} of Oklahoma",
            "undecided, more than one fits": f"{len(self.paired.undecided_left)} of SIPRI, {len(self.paired.undecided_right)} of Oklahoma",
            "without a partner": f"{len(self.paired.left)} of SIPRI, {len(self.paired.right)} of Oklahoma",
            "joined a day apart": sum(pair.left.days != pair.right.days for pair in pairs),
            "with a yield in both": len(both),
            "yields that conflict": len(apart),
            f"precision, {SAMPLE} pairs drawn with seed {SEED} and read by hand": (
                f"{right} right, {wrong} wrong, {unsure} cannot be told from the rows" + (f", {unread} not read yet" if unread else "")
            ),
        }  # fmt: skip


def catalogues(folder: Path, codebook: Codebook) -> Catalogues:
    """The catalogues of a folder, paired."""
    sipri, _ = rows(folder, SIPRI, codebook)
    oklahoma, _ = rows(folder, OKLAHOMA, codebook)
    return Catalogues(sipri, oklahoma, pair_rows(sipri, oklahoma))


def drawn(pairs: tuple[RowPair, ...]) -> tuple[RowPair, ...]:
    """The hundred pairs that chance chose, always the same of the same pairs, by line."""
    chosen = Random(SEED).sample(range(len(pairs)), min(SAMPLE, len(pairs)))
    return tuple(pairs[at] for at in sorted(chosen))


def sample(found: Catalogues) -> Iterator[str]:
    """The drawn pairs, two lines each, and a line of reasons, for a reader to judge."""
    for pair in drawn(found.paired.pairs):
        yield f"S{pair.left.number} {_told(pair.left)}"
        yield f"  O{pair.right.number} {_told(pair.right)}"
        yield f"  {pair.score:.2f}: {'; '.join(reason.sentence for reason in pair.reasons)}"


def _told(row: HistoryRow) -> str:
    clock = row.instant.earliest.strftime("%H:%M") if row.instant else "-"
    said = ((field, row.value(field)) for field in ("site", "object", "yield_kt", "magnitude"))
    points = row.value("site")
    at = f"{getattr(points, 'latitude', '')},{getattr(points, 'longitude', '')}"
    words = [getattr(value, "text", None) or show(field, value) for field, value in said if value is not None]
    return f"{row.days.earliest} {clock} {row.state} {at} {' | '.join(words)}"


def _yields_agree(pair: RowPair) -> bool:
    return agree("yield_kt", pair.left.value("yield_kt"), pair.right.value("yield_kt"), {})


def _verdicts(pairs: tuple[RowPair, ...]) -> tuple[int, int, int, int]:
    """How many of the pairs a reader found right, wrong, and could not judge; and how many were not read."""
    if not CHECKED.exists():
        return 0, 0, 0, len(pairs)
    with CHECKED.open(encoding="utf-8", newline="") as lines:
        read = {(int(row["sipri"]), int(row["oklahoma"])): row["verdict"] for row in csv.DictReader(lines)}
    said = [read.get((pair.left.number, pair.right.number), "unread") for pair in pairs]
    return said.count("right"), said.count("wrong"), said.count("unsure"), said.count("unread")
