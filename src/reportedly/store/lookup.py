"""Reports and claims by what a user writes of them: a path, a file's name, the first letters of an id."""

from sqlalchemy import Connection, select

from reportedly.store import tables as t


class Lookup:
    """What is found in one ledger."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def reports_at(self, path: str) -> tuple[str, ...]:
        """The ids of the reports met at this path, or else at one that ends so: a file's name is enough."""
        c = t.copies.c
        ends = c.path.endswith(f"/{path}", autoescape=True)
        whole, part = (
            self._db.execute(select(c.report).where(fits)).scalars().all() for fits in (c.path == path, ends)
        )
        return tuple(sorted(set(whole or part)))

    def reports_starting(self, prefix: str) -> tuple[str, ...]:
        """The reports whose id begins so."""
        c = t.reports.c
        fits = c.id.startswith(prefix, autoescape=True)
        return tuple(self._db.execute(select(c.id).where(fits).order_by(c.id)).scalars())

    def claims_starting(self, prefix: str) -> dict[str, str]:
        """The claims whose id begins so, and the report of each."""
        c = t.claims.c
        fits = c.id.startswith(prefix, autoescape=True)
        return {row.id: row.report for row in self._db.execute(select(c.id, c.report).where(fits).order_by(c.id))}
