"""How well lists of others are joined: CNS with CSIS by day, SIPRI with Oklahoma row by row.

    python -m evaluation.history [--json] [--sample]

Reads the folders history/ and nuclear-explosions/ of $REPORTEDLY_DATA, and says so where they are absent. `--sample`
prints the 100 pairs that were read by hand.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict

from evaluation.history.calendars import Calendars, calendars
from evaluation.history.catalogues import catalogues, sample
from evaluation.history.nuclear import OKLAHOMA, SIPRI
from evaluation.reading import DATA
from reportedly import codebook

LISTS = ("cns-prk-missile-tests.csv", "csis-prk-events.csv")


def main() -> int:
    """The exit status: 0; what is absent is told and passed over."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.history", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--sample", action="store_true", help="print the hundred pairs that were checked by hand")
    options = parser.parse_args()
    book = codebook.load()
    days = _present("history", LISTS)
    rows = _present("nuclear-explosions", (SIPRI, OKLAHOMA))
    by_day = calendars(DATA / "history", *LISTS, book) if days else None
    by_row = catalogues(DATA / "nuclear-explosions", book) if rows else None
    if options.sample:
        if by_row is not None:
            print("\n".join(sample(by_row)))
    elif options.json:
        print(json.dumps({"days": by_day and asdict(by_day), "rows": by_row and by_row.figures()}, indent=1))
    else:
        print("\n".join((*(_days(by_day) if by_day else ()), *(_rows(by_row.figures()) if by_row else ()))))
    return 0


def _present(folder: str, names: tuple[str, ...]) -> bool:
    absent = [name for name in names if not (DATA / folder / name).exists()]
    if absent:
        print(f"skipped: no {', '.join(absent)} in {DATA / folder}; set REPORTEDLY_DATA", file=sys.stderr)
    return not absent


def _days(found: Calendars) -> Iterator[str]:
    yield f"CNS with CSIS, launch dates of {found.since} and after: {found.dates}"
    yield f"  UTC dates as printed that CSIS has as well: {found.exact_in_utc} of {found.utc_dates}"
    yield f"  local dates that agree exactly: {found.exact} of {found.dates}"
    yield f"  (of all {found.all_dates} dates known to the day, from 1984: {found.all_exact})"
    for what, links in found.others.items():
        yield f"  {what.replace('_', ' ')}: {len(links)}"
        yield from (f"    {day}: {why}" for day, why in links)


def _rows(figures: Mapping[str, object]) -> Iterator[str]:
    yield "SIPRI with Oklahoma, nuclear explosions"
    yield from (f"  {what.replace('_', ' ')}: {value}" for what, value in figures.items())


if __name__ == "__main__":
    sys.exit(main())
