"""Mentions made by a seeded generator, for measuring how joining grows.

    python -m evaluation.made_mentions --mentions 100000 --a-incident 5     # joins them: seconds, peak memory, incidents
    python -m evaluation.made_mentions --mentions 100000 --a-incident 1 --add 20    # in a ledger; then one report at a time

Incidents lie on made-up days of forty years, with the sites, weapons and classes of ten states; each report tells some of
what happened, a little differently: eight of nine with a day, the others with a weekday, a day without year or nothing.
"""

import argparse
import json
import resource
import sys
import time as clock
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, time, timedelta
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

from reportedly.codebook import Codebook, load
from reportedly.joining import join
from reportedly.model import (
    NARRATOR,
    Block,
    BlockKind,
    Claim,
    ClockTime,
    Count,
    DateRange,
    Extraction,
    Mention,
    Place,
    Published,
    Quantity,
    Report,
    Role,
    Span,
    Term,
    Value,
    Weapon,
    content_id,
)
from reportedly.parallel import unswept
from reportedly.reconcile.accounts import Accounts
from reportedly.reconcile.entry import Clerk
from reportedly.reconcile.shelf import State
from reportedly.reconcile.wording import Wording
from reportedly.store.ledger import Ledger

STATES = {"PRK": 30, "IRN": 12, "IND": 12, "PAK": 8, "RUS": 12, "CHN": 8, "USA": 8, "KOR": 4, "ISR": 3, "FRA": 3}
FIRST, DAYS = date(1985, 1, 1), 14_600
CLASSES = ("SRBM", "MRBM", "IRBM", "ICBM", "cruise", "BM")
WORDS = 20_000  # of which a report uses some; forty are its incident's own


@dataclass(frozen=True, slots=True)
class Happening:
    """What was made up of one incident."""

    state: str
    day: date
    values: dict[str, Value]
    words: tuple[str, ...]


def happenings(number: int, rng: Random, book: Codebook) -> Iterator[Happening]:
    """So many incidents."""
    for _ in range(number):
        state = rng.choices(list(STATES), list(STATES.values()))[0]
        sites = [site for site in book.sites.values() if site.state == state and site.latitude is not None]
        weapons = [weapon for weapon in book.weapons.values() if weapon.state == state and not weapon.is_family]
        minute, far = rng.randrange(300, 1200), rng.randrange(100, 1500) * 1.0
        values: dict[str, Value] = {
            "time_local": _clock(minute),
            "weapon_class": Term(rng.choice(CLASSES)),
            "count": Count(n := rng.choice((1, 1, 1, 2, 2, 3)), n),
            "distance_km": Quantity(far, far, "km"),
            "apogee_km": Quantity(far / 5, far / 5, "km"),
            "direction": Term(rng.choice(("NE", "E", "SE", "N", "W"))),
        }
        if sites:
            site = rng.choice(sites)
            values["site"] = Place(site.id, site.name, site.name, state, site.latitude, site.longitude, site.precision)
        if weapons:
            weapon = rng.choice(weapons)
            values["weapon"] = Weapon(weapon.id, weapon.name, weapon.name)
        day = FIRST + timedelta(days=rng.randrange(DAYS))
        yield Happening(state, day, values, tuple(word(rng.randrange(WORDS)) for _ in range(8)))


def _clock(minute: int) -> ClockTime:
    told = time(*divmod(minute % 1440, 60))
    return ClockTime(told, told)


def word(number: int) -> str:
    """A word of letters for a number."""
    return "".join(chr(97 + (number // 17**n) % 17) for n in range(4)) + "ing"


def told(happening: Happening, number: int, rng: Random) -> tuple[Report, Extraction]:
    """A report of an incident, with what is read in it."""
    words = [*rng.sample(happening.words, 4), *(word(rng.randrange(WORDS)) for _ in range(12))]
    text = " ".join(words)
    values = {name: _shifted(value, rng) for name, value in happening.values.items() if rng.random() < 0.5}
    roll = rng.random()
    if roll < 0.89:
        values["date"] = DateRange(happening.day, happening.day)
    elif roll < 0.93:
        values["date"] = DateRange(None, None, f"--{happening.day:%m-%d}")
    published = Published(happening.day + timedelta(days=rng.randrange(2))) if roll < 0.96 else None
    report = content_id("made", number)
    id_ = content_id(report, "mention")
    claims = tuple(
        Claim(content_id(id_, name), id_, name, value, text[:4], Span(0, 4), (NARRATOR,), rule="made")
        for name, value in values.items()
    )
    role = Role.BACKGROUND if rng.random() < 0.25 else Role.MAIN
    mention = Mention(id_, report, "missile_launch", role, happening.state, claims, values)
    block = Block(Span(0, len(text)), BlockKind.BODY)
    made = Report(report, f"{report}.txt", text, (block,), b"", outlet=f"outlet {number % 300}", published=published)
    return made, Extraction(report, relevant=True, mentions=(mention,))


def _shifted(value: Value, rng: Random) -> Value:
    """The value as another outlet has it."""
    if isinstance(value, ClockTime):
        return _clock(value.earliest.hour * 60 + value.earliest.minute + rng.choice((0, 0, 0, 1, -2, 5)))
    if isinstance(value, Quantity) and value.minimum is not None and rng.random() < 0.3:
        near = round(value.minimum * rng.uniform(0.95, 1.05))
        return Quantity(near, near, value.unit)
    return value


def reports(mentions: int, a_incident: float, seed: int = 1) -> list[tuple[Report, Extraction]]:
    """So many reports of a mention each, of which so many tell of one incident on average."""
    rng = Random(seed)
    book = load()
    happened = list(happenings(max(1, round(mentions / a_incident)), rng, book))
    of_all = [*happened, *rng.choices(happened, k=mentions - len(happened))] if mentions > len(happened) else happened
    return [told(happening, number, rng) for number, happening in enumerate(of_all[:mentions])]


def joined(made: Sequence[tuple[Report, Extraction]]) -> int:
    """How many incidents these reports make; looked through for garbage as seldom as where a ledger is joined."""
    book = load()
    clerk, texts = Clerk(book), {report.id: report.text for report, _ in made}
    accounts = Accounts(book, Wording(lambda report: texts[report]), State())
    with unswept():
        accounts.change(new=[entry for report, extraction in made for entry in clerk.entries(extraction, report)])
    return sum(1 for _ in accounts.units())


@dataclass(frozen=True, slots=True)
class Added:
    """How long a ledger took to be joined anew, and each report that was added to it: milliseconds, of the clock and of
    computing."""

    seconds_anew: float
    milliseconds: tuple[float, ...]
    computing: tuple[float, ...]
    incidents: int


def one_by_one(made: Sequence[tuple[Report, Extraction]], adding: int, path: Path) -> Added:
    """What it takes to join the last of these reports, one at a time, to a ledger that holds the others."""
    book = load()
    with Ledger.open(path, create=True) as ledger:
        for report, extraction in made[:-adding]:
            ledger.keep(report, extraction, source=report.path, reading="made")
        start = clock.perf_counter()
        join(ledger, book, "made")
        anew = clock.perf_counter() - start
        took, computed = [], []
        for report, extraction in made[-adding:]:
            ledger.keep(report, extraction, source=report.path, reading="made")
            start, begun = clock.perf_counter(), clock.process_time()
            found = join(ledger, book, "made")
            took.append(round(1000 * (clock.perf_counter() - start), 1))
            computed.append(round(1000 * (clock.process_time() - begun), 1))
    return Added(round(anew, 1), tuple(took), tuple(computed), found)


def main(arguments: list[str] | None = None) -> int:
    """The exit status; seconds, peak memory in MB and the number of incidents are printed as JSON."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.made_mentions", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--mentions", type=int, default=100_000)
    parser.add_argument("--a-incident", type=float, default=5.0, help="mentions an incident, on average")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--add", type=int, default=0, help="in a ledger: join so many more, one at a time")
    options = parser.parse_args(arguments)
    wanted = options.mentions + options.add
    made = reports(wanted, options.a_incident * wanted / max(1, options.mentions), options.seed)
    figures: dict[str, object] = {"mentions": len(made)}
    if options.add:
        with TemporaryDirectory() as folder:
            added = one_by_one(made, options.add, Path(folder) / "made.db")
        figures |= asdict(added) | {"median": median(added.milliseconds), "median_computing": median(added.computing)}
    else:
        start, begun = clock.perf_counter(), clock.process_time()
        figures["incidents"] = joined(made)
        figures["seconds"] = round(clock.perf_counter() - start, 1)
        figures["computing"] = round(clock.process_time() - begun, 1)
    figures["peak_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
