"""What a ledger holds of one speaker, site or weapon: claims by id, how things are said, what was told otherwise later."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath

from reportedly.frozen import dataclass
from reportedly.model import Claim, Published
from reportedly.store.browse import reading
from reportedly.store.codec import loads
from reportedly.store.facets import REVISED, REVISED_BY, holders
from reportedly.store.rows import claim_of

MANY = 500  # parameters of one statement


@dataclass(frozen=True, slots=True)
class Spoken:
    """A claim, and the report it stands in: its id, who printed it and when it was published. One that a person added by
    hand is not `stored`: it has no report."""

    claim: Claim
    report: str
    by: str
    published: Published | None
    stored: bool = True

    def said_by(self, speaker: str) -> bool:
        """Whether this speaker says it last."""
        return any(one.id == speaker for voice in self.claim.voices[-1:] for one in holders(voice))


def spoken(path: Path, ids: Iterable[str]) -> Mapping[str, Spoken]:
    """The claims of these ids that the ledger at `path` has, by id. LedgerError where it cannot be read."""
    asked, found = sorted(set(ids)), dict[str, Spoken]()
    with reading(path) as db:
        db.row_factory = sqlite3.Row
        for start in range(0, len(asked), MANY):
            some = asked[start : start + MANY]
            rows = db.execute(
                "SELECT claims.*, outlet, path, published FROM claims JOIN reports ON reports.id = report "
                f"WHERE claims.id IN ({','.join('?' * len(some))})",
                some,
            )
            for row in map(dict, rows):
                found[row["id"]] = Spoken(
                    claim_of(row), row["report"], row["outlet"] or PurePath(row["path"]).name, loads(row["published"])
                )
    return found


def name_in(path: Path, kind: str, value: str) -> str | None:
    """How a speaker, site or weapon is shown in the ledger; None where no incident has it."""
    with reading(path) as db:
        row = db.execute("SELECT min(shown) FROM facets WHERE kind = ? AND value = ?", [kind, value]).fetchone()
    shown: str | None = row[0]
    return shown


def heard(path: Path, speakers: Iterable[str]) -> frozenset[str]:
    """Those of these speakers that any incident has."""
    found: set[str] = set()
    asked = sorted(set(speakers))
    with reading(path) as db:
        for start in range(0, len(asked), MANY):
            some = asked[start : start + MANY]
            marks = ",".join("?" * len(some))
            rows = db.execute(f"SELECT DISTINCT value FROM facets WHERE kind = 'speaker' AND value IN ({marks})", some)
            found |= {row[0] for row in rows}
    return frozenset(found)


def counted(path: Path, kind: str, value: str) -> tuple[tuple[str, int], ...]:
    """Its incidents by their kind, the commonest first."""
    with reading(path) as db:
        return tuple(
            db.execute(
                "SELECT type, count(*) FROM incidents JOIN facets ON incident = incidents.id "
                "WHERE kind = ? AND value = ? GROUP BY type ORDER BY 2 DESC, 1",
                [kind, value],
            )
        )


def revised_of(path: Path, kind: str, value: str) -> tuple[tuple[str, int], ...]:
    """By field, in how many of its incidents somebody told otherwise later; of a speaker, the incidents where it did so."""
    with reading(path) as db:
        return tuple(
            db.execute(
                "SELECT revised.value, count(*) FROM facets AS revised JOIN facets AS own USING (incident) "
                "WHERE revised.kind = ? AND own.kind = ? AND own.value = ? GROUP BY 1 ORDER BY 2 DESC, 1",
                [REVISED, REVISED_BY if kind == "speaker" else kind, value],
            )
        )


def revised_in(path: Path, kind: str, value: str, limit: int) -> tuple[tuple[str, ...], int]:
    """The ids of its incidents in which something was told otherwise later, the newest `limit` of them; and how many there
    are. Of a speaker, where it told otherwise itself."""
    with reading(path) as db:
        where, arguments = _revised(kind, value)
        total: int = db.execute(f"SELECT count(*) FROM incidents WHERE {where}", arguments).fetchone()[0]
        found = db.execute(
            f"SELECT id FROM incidents WHERE {where} ORDER BY earliest DESC, latest DESC, id LIMIT ?",
            [*arguments, limit],
        )
        return tuple(row[0] for row in found), total


def _revised(kind: str, value: str) -> tuple[str, list[object]]:
    own = "id IN (SELECT incident FROM facets WHERE kind = ? AND value = ?)"
    if kind == "speaker":
        return own, [REVISED_BY, value]
    return f"{own} AND id IN (SELECT incident FROM facets WHERE kind = ?)", [kind, value, REVISED]


def stances(path: Path, speaker: str) -> tuple[tuple[str, int], ...]:
    """How the speaker says what it says: each stance with how many claims, the commonest first."""
    found: dict[str, int] = {}
    quoted = json.dumps(speaker, ensure_ascii=False)  # as it stands in the JSON of voices: the cheap look comes first
    with reading(path) as db:
        rows = db.execute(
            "SELECT stance, voices, count(*) FROM claims WHERE instr(voices, ?) GROUP BY 1, 2", [quoted]
        ).fetchall()
    for stance, voices, number in rows:
        if any(one.id == speaker for voice in loads(voices)[-1:] for one in holders(voice)):
            found[stance] = found.get(stance, 0) + number
    return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0])))
