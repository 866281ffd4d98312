"""Small ledgers written for a case: lists with what they cover, and incidents of reports."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tests.check.articles import BOOK

from reportedly.check import Record, record_of
from reportedly.model import (
    Backing,
    Coverage,
    DateRange,
    DayBasis,
    Ground,
    History,
    HistoryClaim,
    HistoryList,
    HistoryRow,
    Incident,
    Instant,
    MentionRef,
    Place,
    Quantity,
    Settled,
    Status,
    Support,
    Term,
    Voice,
    Weapon,
    events_of,
)


def record(lists: Sequence[Mapping[str, Any]], incidents: Sequence[Mapping[str, Any]] = ()) -> Record:
    """What the lists and incidents of a case tell."""
    made = [_list(one) for one in lists]
    rows = [row for one in lists for row in _rows(one)]
    return record_of(History(tuple(made), events_of(rows)), [_incident(one) for one in incidents], BOOK)


def _list(told: Mapping[str, Any]) -> HistoryList:
    covered = [Coverage(told.get("state", "PRK"), scope, *ends) for scope, ends in told.get("covers", {}).items()]
    voice = Voice(told["id"], told["id"], "thinktank")
    return HistoryList(told["id"], voice, f"{told['id']}.csv", "0" * 64, told.get("unit", "missile"), tuple(covered))


def _rows(told: Mapping[str, Any]) -> list[HistoryRow]:
    """A row each: a day, or a day with kinds, class, kilometres, number of missiles, name, open day, doubt."""
    made: list[HistoryRow] = []
    for row in told["rows"]:
        one = {"day": row} if isinstance(row, date) else row
        day = one["day"]
        claims = [HistoryClaim("weapon_class", Term(one["class"]), one["class"], "class")] if "class" in one else []
        if "weapon" in one:
            named = Weapon(one["weapon"], one["weapon"], one["weapon"])
            claims.append(HistoryClaim("weapon", named, one["weapon"], "weapon"))
        if "site" in one:
            claims.append(
                HistoryClaim("site", Place(one["site"], one["site"], one["site"], "PRK"), one["site"], "site")
            )
        if ended := one.get("ended", "failure" if one.get("failed") else None):
            claims.append(HistoryClaim("outcome", Term(ended), ended, "outcome"))
        claims += [
            HistoryClaim(field, Quantity(one[key], one[key], "km"), str(one[key]), field)
            for key, field in (("km", "distance_km"), ("up", "apogee_km"))
            if key in one
        ]
        moment = datetime.fromisoformat(one["at"]).replace(tzinfo=UTC) if "at" in one else None
        for _ in range(one.get("missiles", 1)):
            days, possible = DateRange(day, day), DateRange(day, day + timedelta(one.get("open", 0)))
            made.append(
                HistoryRow(
                    told["id"], len(made) + 2, told.get("state", "PRK"), tuple(one.get("types", ["missile_launch"])), days,
                    possible, DayBasis.LOCAL, Instant(moment, moment) if moment else None, one.get("confirmed", True), tuple(claims),
                )
            )  # fmt: skip
    return made


def _incident(told: Mapping[str, Any]) -> Incident:
    day, id_ = told["day"], f"incident-{told['day']}"
    settled = Settled(DateRange(day, told.get("until", day)), Status.AGREED, ())
    backing = Backing("rok", "South Korea", Ground.QUOTES, "rok_jcs", told.get("witness", "detector"), ("Outlet",))
    support = Support(1, 1, 1, 2, (backing,))
    type_, mentions = told.get("type", "missile_launch"), (MentionRef("report", id_),)
    return Incident(id_, id_, type_, "PRK", {"date": settled}, mentions, support=support)
