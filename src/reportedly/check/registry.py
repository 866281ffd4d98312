"""Every check, in one list."""

from dataclasses import replace

from reportedly.check.area_reach import area_reach
from reportedly.check.article import Article
from reportedly.check.body_dates import body_dates
from reportedly.check.calibre import calibre
from reportedly.check.clock_pair import clock_pair
from reportedly.check.conflict import internal_conflict
from reportedly.check.count_compat import count_compat
from reportedly.check.dating import Dating, dated
from reportedly.check.first import first_ever
from reportedly.check.most import record
from reportedly.check.ordinal import ordinal_in_window, rank_in_period
from reportedly.check.overstated import overstated
from reportedly.check.place_names import corrupted_name, place_in_area
from reportedly.check.protocol import Check
from reportedly.check.relative_place import relative_place
from reportedly.check.since import first_since, gap_at_least
from reportedly.check.unit_pair import unit_pair
from reportedly.check.weekday_date import weekday_date
from reportedly.frozen import dataclass
from reportedly.model import Finding, Verdict

CHECKS: tuple[Check, ...] = (
    unit_pair,
    clock_pair,
    weekday_date,
    relative_place,
    place_in_area,
    corrupted_name,
    area_reach,
    count_compat,
    calibre,
    body_dates,
    overstated,
    ordinal_in_window,
    rank_in_period,
    first_since,
    gap_at_least,
    record,
    first_ever,
    internal_conflict,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """A report, by its id; what every check found in it, in the order of its text; and by which reasoning the ledger dates it,
    where it bears no day."""

    report: str
    findings: tuple[Finding, ...]
    dated: Dating | None = None


def check(article: Article) -> Checked:
    """What every check found in an article; what is found twice in the same words is told once.

    A report that the ledger dates is checked on that day.
    """
    dating = dated(article)
    if dating is not None and dating.days is not None:
        article = replace(article, known_days={**article.known_days, dating.mention: dating.days})
    at = {claim.id: claim.span for claim in article.extraction.claims}
    every = [one for check_ in CHECKS for one in check_(article)]
    borne_out = {one.claim for one in every if one.verdict is Verdict.CONSISTENT}
    found = {(one.claim, one.kind, one.written): one for one in every if not _told_apart(one, borne_out)}
    ordered = sorted(found.values(), key=lambda one: (at[one.claim], one.kind, one.written))
    return Checked(article.report.id, tuple(ordered), dating)


def _told_apart(one: Finding, borne_out: set[str]) -> bool:
    """Whether the ledger bears out both claims of a conflict: they speak of different things."""
    return one.verdict is Verdict.INTERNAL_CONFLICT and {one.claim, *one.stands_on} <= borne_out
