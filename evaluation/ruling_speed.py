"""How long a reviewer waits for a ruling in a large ledger of made-up reports: milliseconds of the clock, by kind.

    python -m evaluation.ruling_speed --incidents 10000 --rulings 40

Each kind is ruled in turn, on incidents chosen by a seed; every ruling is kept, applied and told as the command line does.
"""

import argparse
import json
import sys
import time as clock
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

from evaluation.made_mentions import reports
from reportedly.codebook import load
from reportedly.joining import join
from reportedly.model import Decision, Incident, Ruling
from reportedly.pipeline import Run, decide, reading_of
from reportedly.reconcile.rulings.anchors import account_anchor, anchor_of
from reportedly.reconcile.rulings.making import signed
from reportedly.store.ledger import Ledger

NOW = datetime(2026, 1, 1, tzinfo=UTC)
KINDS = (Ruling.SAME, Ruling.DIFFERENT, Ruling.REJECT, Ruling.UNDO)


def ruling(kind: Ruling, incidents: list[Incident], ledger: Ledger, made: list[Decision], rng: Random) -> Decision:
    """A decision of the kind on incidents of the ledger; where one has but one account, "same" in place of "different"."""
    if kind is Ruling.UNDO:
        return Decision("", kind, "ana", NOW, "because", undoes=rng.choice(made).id)
    one, other = rng.sample(incidents, 2)
    parts = kind is Ruling.DIFFERENT and len(one.mentions) > 1
    refs = one.mentions if parts else (one.mentions[0], other.mentions[0])
    told = {extraction.report: extraction for extraction in ledger.extractions([ref.report for ref in refs])}
    mentions = {mention.id: mention for extraction in told.values() for mention in extraction.mentions}
    if kind is Ruling.REJECT:
        claim = mentions[refs[0].mention].claims[0]
        return Decision("", kind, "ana", NOW, "because", (anchor_of(claim, refs[0].report),), value=claim.value)
    first, *others = (account_anchor(mentions[ref.mention], told[ref.report]) for ref in refs)
    made_of = Ruling.DIFFERENT if parts else Ruling.SAME if kind is Ruling.DIFFERENT else kind
    return Decision("", made_of, "ana", NOW, "because", (first,), tuple(others))


def waits(number: int, ledger: Ledger, run: Run) -> dict[str, list[float]]:
    """Milliseconds that so many rulings took, by kind."""
    rng, incidents, made = Random(1), list(ledger.incidents()), list[Decision]()
    took: dict[str, list[float]] = {}
    for nth in range(number):
        wanted = ruling(KINDS[nth % len(KINDS)], incidents, ledger, made, rng)
        decision = signed(replace(wanted, when=NOW + timedelta(nth)))
        start = clock.perf_counter()
        decide([decision], ledger, run)
        took.setdefault(decision.ruling.value, []).append(round(1000 * (clock.perf_counter() - start), 1))
        made.append(decision)
    return took


def main() -> int:
    """The exit status; figures are printed as JSON."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.ruling_speed", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--incidents", type=int, default=10_000)
    parser.add_argument("--rulings", type=int, default=40)
    options = parser.parse_args()
    run = Run(NOW)
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "made.db", create=True) as ledger:
        ledger.begin_run(NOW, program="made", codebook=reading_of(run))
        for report, extraction in reports(2 * options.incidents, 2.0):
            ledger.keep(report, extraction, source=report.path, reading="made")
        join(ledger, load(), reading_of(run))
        took = waits(options.rulings, ledger, run)
        figures: dict[str, object] = {"incidents": ledger.incident_count(), "rulings": options.rulings}
    for kind, times in took.items():
        figures[kind] = {"n": len(times), "median_ms": median(times), "slowest_ms": max(times)}
    print(json.dumps(figures, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
