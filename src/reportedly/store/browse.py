"""What the pages ask of a ledger: incidents narrowed by filters, counted by month, placed on a map, found by words.

Read with sqlite3 alone, a connection a question: what others write to the ledger meanwhile is seen at the next one.
"""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from reportedly.frozen import dataclass
from reportedly.store.facets import KINDS
from reportedly.store.failures import told
from reportedly.store.listing import LINE, NEWEST, Line, line_of
from reportedly.store.opening import connect
from reportedly.store.snippets import of_incidents

SHORTEST, LONGEST = 4, 64  # letters of an id that are enough to look for it, and those that are too many


@dataclass(frozen=True, slots=True)
class Asked:
    """Which incidents are asked for. `text` is words that all stand in one report of the incident; `lacking` is "date" or
    "place"; `within` are places that lie in `site`, whose incidents fit too; `page` counts from 1."""

    state: str | None = None
    type: str | None = None
    weapon: str | None = None
    site: str | None = None
    status: str | None = None
    outlet: str | None = None
    speaker: str | None = None
    since: date | None = None
    until: date | None = None
    text: str | None = None
    lacking: str | None = None
    within: tuple[str, ...] = ()
    page: int = 1
    size: int = 50


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that a filter can take: how it is shown, and how many incidents of the ledger have it."""

    value: str
    shown: str
    incidents: int


@dataclass(frozen=True, slots=True)
class Here:
    """The incidents of one type that lie at a place, by id; `settled` are those whose settled place it is."""

    type: str
    incidents: frozenset[str]
    settled: frozenset[str]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where incidents are drawn: a point of two decimals, its precision 1-7 (UCDP GED), and what lies there."""

    place: str
    name: str
    latitude: float
    longitude: float
    precision: int
    here: tuple[Here, ...]

    @property
    def incidents(self) -> int:
        """How many incidents lie here."""
        return sum(len(here.incidents) for here in self.here)

    @property
    def sure(self) -> int:
        """How many of them are settled here; of the others somebody names this place, and somebody another."""
        return sum(len(here.settled) for here in self.here)


@dataclass(frozen=True, slots=True)
class Unplaced:
    """How many incidents of a state lie at no spot; `named`: a place is named, too vague or too little known to be drawn."""

    state: str | None
    named: bool
    incidents: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A page of incidents, newest first, undated last; `total` of them fit, of which `undated` bear no date.

    `excerpts` are the words found, by incident, with OPENS and CLOSES around each; `reports` is how many reports hold
    them, and `reports_of_none` how many of those tell of no incident.
    """

    lines: tuple[Line, ...]
    total: int
    undated: int
    excerpts: Mapping[str, str]
    reports: int = 0
    reports_of_none: int = 0


def shown(path: Path, asked: Asked) -> Shown:
    """The incidents of the ledger at `path` that are asked for. LedgerError where it cannot be read."""
    with reading(path) as db:
        where, arguments = conditions(asked)
        total, undated = db.execute(
            f"SELECT count(*), coalesce(sum(earliest IS NULL), 0) FROM incidents WHERE {where}", arguments
        ).fetchone()
        page = f"{LINE} WHERE {where} {NEWEST} LIMIT ? OFFSET ?"
        lines = tuple(line_of(row) for row in db.execute(page, [*arguments, asked.size, asked.size * (asked.page - 1)]))
        words = words_of(asked.text or "")
        excerpts = of_incidents(db, [line.id for line in lines], words) if words else {}
        reports = db.execute(_HOLDING, [words]).fetchone() if words else (0, 0)
    return Shown(lines, total, undated, excerpts, *reports)


def spots(path: Path, asked: Asked, incident: str | None = None) -> tuple[Spot, ...]:
    """The places of the incidents that are asked for, or of one, by name; what is placed nowhere is in none."""
    with reading(path) as db:
        where, arguments = conditions(asked)
        one = ("", []) if incident is None else (" AND id = ?", [incident])
        types = dict(db.execute(f"SELECT id, type FROM incidents WHERE {where}{one[0]}", [*arguments, *one[1]]))
        only = "" if incident is None else "WHERE incident = ?"
        found = db.execute(
            f"SELECT incident, settled, place, name, latitude, longitude, precision FROM spots {only}", one[1]
        )
        places: dict[tuple[str, str, float, float, int], dict[str, list[tuple[str, int]]]] = {}
        for incident_, settled, *place in found:
            if incident_ in types:
                here = places.setdefault(tuple(place), {})
                here.setdefault(types[incident_], []).append((incident_, settled))
    return tuple(
        Spot(*place, tuple(_here(type_, here[type_]) for type_ in sorted(here)))
        for place, here in sorted(places.items(), key=lambda item: (item[0][1], item[0][0], item[0]))
    )


def _here(type_: str, found: Sequence[tuple[str, int]]) -> Here:
    return Here(type_, frozenset(id_ for id_, _ in found), frozenset(id_ for id_, settled in found if settled))


def unplaced(path: Path, asked: Asked) -> tuple[Unplaced, ...]:
    """The incidents that are asked for and lie at no spot, by state and by whether a place is named; most first."""
    with reading(path) as db:
        where, arguments = conditions(asked)
        named = {row[0] for row in db.execute("SELECT incident FROM facets WHERE kind = 'site'")}
        found = Counter(
            (id_ in named, state)
            for id_, state in db.execute(
                f"SELECT id, state FROM incidents WHERE {where} AND {LACKING['place']}", arguments
            )
        )
    told = sorted(found.items(), key=lambda item: (item[0][0], -item[1], item[0][1] or ""))
    return tuple(Unplaced(state, named_, number) for (named_, state), number in told)


def choices(path: Path) -> dict[str, tuple[Choice, ...]]:
    """By filter ("state", "type", and every kind of facet), the values the ledger holds, the commonest first."""
    with reading(path) as db:
        found = {kind: _of_column(db, kind) for kind in ("state", "type")}
        for kind in KINDS:
            rows = db.execute(_CHOICES, [kind, kind])
            found[kind] = tuple(Choice(*row) for row in rows)
    return found


def homes_starting(path: Path, prefix: str, limit: int = 20) -> tuple[tuple[str, str], ...]:
    """Id and label of the incidents that have a mention whose id begins so, the newest first, `limit` at most."""
    if not _begins_id(prefix):
        return ()
    with reading(path) as db:
        found = db.execute(
            "SELECT id, label FROM incidents WHERE id IN (SELECT incident FROM incident_members "
            f"WHERE mention >= ? AND mention < ?) {NEWEST} LIMIT ?",
            [prefix, f"{prefix}g", limit],
        ).fetchall()
    return tuple(found)


def reports_starting(path: Path, prefix: str) -> tuple[str, ...]:
    """The ids of the reports whose id begins so; two at most, which is one too many."""
    if not _begins_id(prefix):
        return ()
    with reading(path) as db:
        found = db.execute("SELECT id FROM reports WHERE id >= ? AND id < ? ORDER BY 1 LIMIT 2", [prefix, f"{prefix}g"])
        return tuple(row[0] for row in found)


def _begins_id(prefix: str) -> bool:
    return SHORTEST <= len(prefix) <= LONGEST and set(prefix) <= set("0123456789abcdef")


_CHOICES = (  # counted by the index alone; a name is looked up once a value
    "SELECT value, (SELECT shown FROM facets AS one WHERE one.kind = ? AND one.value = held.value LIMIT 1), incidents "
    "FROM (SELECT value, count(*) AS incidents FROM facets WHERE kind = ? GROUP BY value) AS held ORDER BY 3 DESC, 2, 1"
)


def _of_column(db: sqlite3.Connection, column: str) -> tuple[Choice, ...]:
    rows = db.execute(
        f"SELECT {column}, {column}, count(*) FROM incidents WHERE {column} IS NOT NULL GROUP BY 1 ORDER BY 3 DESC, 1"
    )
    return tuple(Choice(*row) for row in rows)


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """The ledger, open for one question. LedgerError where it cannot be read."""
    with closing(connect(path, write=False)) as db, told(path):
        yield db


def conditions(asked: Asked) -> tuple[str, list[object]]:
    """What is asked for as SQL over `incidents`, and its arguments."""
    said: list[tuple[str, Sequence[object]]] = [
        ("state = ?", [asked.state]),
        ("incidents.type = ?", [asked.type]),
        ("latest >= ?", [asked.since and asked.since.isoformat()]),
        ("earliest <= ?", [asked.until and asked.until.isoformat()]),
    ]
    for kind in KINDS:
        values = [getattr(asked, kind), *(asked.within if kind == "site" and asked.site else ())]
        marks = ", ".join("?" * len(values))
        sql = f"incidents.id IN (SELECT incident FROM facets WHERE kind = '{kind}' AND value IN ({marks}))"
        said.append((sql, values))
    said.append((_FOUND, [words_of(asked.text or "")]))
    used = [(sql, arguments) for sql, arguments in said if arguments[0]]
    lacks = [LACKING[asked.lacking]] if asked.lacking else []
    return " AND ".join(["1", *(sql for sql, _ in used), *lacks]), [one for _, arguments in used for one in arguments]


LACKING: Mapping[str, str] = {
    "date": "earliest IS NULL",
    "place": "incidents.id NOT IN (SELECT incident FROM spots)",
}
_FOUND = (
    "incidents.id IN (SELECT incident FROM incident_members WHERE report IN (SELECT id FROM reports "
    "WHERE number IN (SELECT rowid FROM report_words WHERE report_words MATCH ?)))"
)


def words_of(text: str) -> str:
    """The words of a search, as FTS5 takes them: all must be there, the last may be a beginning; empty for no word."""
    words = re.findall(r"\w+", text)
    return " ".join(f'"{word}"' for word in words) + ("*" if words and not text.endswith(" ") else "")


_HOLDING = (
    "SELECT count(*), coalesce(sum(id NOT IN (SELECT report FROM incident_members)), 0) FROM reports "
    "WHERE number IN (SELECT rowid FROM report_words WHERE report_words MATCH ?)"
)
