"""The quality gate: reading quality is pinned per field, and lowered only on purpose.

python -m evaluation.gate                                 # fails where a floor is broken
python -m evaluation.gate --pin --reason "..."            # raises the floors to what is measured
python -m evaluation.gate --pin --allow-lower --reason "..."
"""

import argparse
import hashlib
import json
import math
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from evaluation.reading import DEV, HERE, extract
from reportedly.score import Scores, score

PINNED = HERE / "gate.json"
LOG = HERE / "gate-log.md"
BETTER = 0.02
HOW_TO_PIN = 'python -m evaluation.gate --pin --reason "..."'
FIGURES = ("precision", "recall", "f1")


@dataclass(frozen=True, slots=True)
class Floor:
    """What a row may not fall below; `n` is how many values gold has."""

    precision: float
    recall: float
    f1: float
    n: int


@dataclass(frozen=True, slots=True)
class Gate:
    """The floors, and the corpus they were measured on."""

    digest: str
    floors: Mapping[str, Floor]


def corpus_digest(corpus: Path) -> str:
    """The SHA-256 over names and bytes of gold and reports, in the order of their names."""
    running = hashlib.sha256()
    for path in [corpus / "gold.jsonl", *sorted((corpus / "reports").iterdir())]:
        for part in (path.relative_to(corpus).as_posix().encode(), path.read_bytes()):
            running.update(len(part).to_bytes(8, "big") + part)
    return running.hexdigest()


def measured(scores: Scores, digest: str) -> Gate:
    """The gate these scores would pin: each figure cut to three digits, the share of right types among them."""
    floors = {
        name: Floor(_cut(row.tally.precision), _cut(row.tally.recall), _cut(row.tally.f1), row.tally.n)
        for name, row in scores.rows.items()
    }
    mains = scores.row("mains").n
    right = _cut(scores.types_right / mains if mains else 0.0)
    return Gate(digest, floors | {"type right": Floor(right, right, right, mains)})


def faults(pinned: Gate, now: Gate) -> list[str]:
    """What keeps the gate shut, each in one line; empty where it stands open."""
    if pinned.digest != now.digest:
        return [
            "the corpus has changed since the floors were pinned: list the change in evaluation/corrections.md,"
            f" then {HOW_TO_PIN}"
        ]
    return [*lowered(pinned, now), *_unpinned(pinned, now)]


def lowered(pinned: Gate, now: Gate) -> list[str]:
    """The figures that fell below their floor, and rows that are gone."""
    gone = [f"{name}: no longer measured" for name in pinned.floors if name not in now.floors]
    fallen = [
        f"{name}: {figure} fell from {getattr(floor, figure):.3f} to {getattr(now.floors[name], figure):.3f}"
        for name, floor in pinned.floors.items()
        if name in now.floors
        for figure in FIGURES
        if getattr(now.floors[name], figure) < getattr(floor, figure)
    ]
    return gone + fallen


def _unpinned(pinned: Gate, now: Gate) -> list[str]:
    """The rows that got better without their floor being raised, and rows without a floor."""
    new = [f"{name}: has no floor yet; {HOW_TO_PIN}" for name in now.floors if name not in pinned.floors]
    better = [
        f"{name}: f1 rose from {floor.f1:.3f} to {now.floors[name].f1:.3f}; keep it: {HOW_TO_PIN}"
        for name, floor in pinned.floors.items()
        if name in now.floors and now.floors[name].f1 > floor.f1 + BETTER
    ]
    return new + better


def read_gate(path: Path) -> Gate | None:
    """The pinned gate, None before the first pin."""
    if not path.exists():
        return None
    raw = json.loads(path.read_text(encoding="utf-8"))
    return Gate(raw["digest"], {name: Floor(**floor) for name, floor in raw["floors"].items()})


def write_gate(path: Path, gate: Gate) -> None:
    """Nothing; the file holds the gate, one row a line."""
    rows = ",\n".join(f"  {json.dumps(name)}: {json.dumps(asdict(floor))}" for name, floor in gate.floors.items())
    path.write_text(f'{{\n "digest": "{gate.digest}",\n "floors": {{\n{rows}\n }}\n}}\n', encoding="utf-8")


def pin(path: Path, log: Path, now: Gate, reason: str, *, allow_lower: bool) -> list[str]:
    """The faults that forbid pinning; none where the floors were written and the reason was added to the log."""
    before = read_gate(path)
    falls = lowered(before, now) if before else []
    if falls and not allow_lower:
        return [*falls, "nothing pinned; a floor is lowered only with --allow-lower"]
    write_gate(path, now)
    with log.open("a", encoding="utf-8") as out:
        out.write(f"- {reason} (ALL F1 {now.floors['ALL'].f1:.3f}, corpus {now.digest[:12]})\n")
        out.writelines(f"  - lowered: {fall}\n" for fall in falls)
    return []


def main(arguments: list[str] | None = None) -> int:
    """The exit status: 0 open, 1 shut, 2 wrong use."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.gate", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--found", type=Path, help="extract lines to judge; without it the reports are read now")
    parser.add_argument("--pin", action="store_true", help="write the floors")
    parser.add_argument("--allow-lower", action="store_true", help="with --pin: lower floors too")
    parser.add_argument("--reason", help="with --pin: why, for evaluation/gate-log.md")
    options = parser.parse_args(arguments)
    if options.pin and not options.reason:
        parser.error("--pin needs --reason")
    scores = score(DEV / "gold.jsonl", options.found or DEV / "reports", extract=extract)
    now = measured(scores, corpus_digest(DEV))
    if options.pin:
        found = pin(PINNED, LOG, now, options.reason, allow_lower=options.allow_lower)
    else:
        pinned = read_gate(PINNED)
        found = faults(pinned, now) if pinned else [f"no floors are pinned yet; {HOW_TO_PIN}"]
    for fault in found:
        print(fault, file=sys.stderr)
    print(f"quality gate {'shut' if found else 'open'}: ALL F1 {now.floors['ALL'].f1:.3f}")
    return 1 if found else 0


def _cut(figure: float) -> float:
    return math.floor(figure * 1000 + 1e-9) / 1000


if __name__ == "__main__":
    sys.exit(main())
