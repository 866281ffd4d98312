"""Accounts of incidents made by hand: what a report is taken to say, in a line of plain values."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from hypothesis import strategies as st

from reportedly.codebook import load
from reportedly.model import (
    NARRATOR,
    Block,
    BlockKind,
    ClockTime,
    Count,
    DateRange,
    Derived,
    Extraction,
    Instant,
    Landing,
    Mention,
    Participant,
    Participants,
    Place,
    Published,
    Quantity,
    Report,
    Role,
    Span,
    Stance,
    Statement,
    Term,
    Value,
    Voice,
    Weapon,
    content_id,
)
from reportedly.model import Claim as ModelClaim

PLACES: Mapping[str, tuple[float, float, int]] = {
    "kaechon": (39.7, 125.9, 2),
    "kaechon_airfield": (39.76, 125.9, 1),
    "kaesong": (37.97, 126.55, 2),
    "sunan": (39.2, 125.67, 2),
    "south_pyongan": (39.4, 126.2, 4),
}
JCS = Voice("rok_jcs", "South Korea Joint Chiefs of Staff", "detector", "KOR")
MOD = Voice("jpn_mod", "Japan Ministry of Defense", "detector", "JPN")
COAST = Voice("jpn_coast_guard", "Japan Coast Guard", "detector", "JPN")
KCNA = Voice("kcna", "Korean Central News Agency", "state_media", "PRK")
INDOPACOM = Voice("us_indopacom", "US Indo-Pacific Command", "command", "USA")
CTBTO = Voice("ctbto", "CTBTO", "science")
USGS = Voice("usgs", "US Geological Survey", "science", "USA")
VOICES: Mapping[str, Voice] = {
    "jcs": JCS,
    "mod": MOD,
    "coast": COAST,
    "kcna": KCNA,
    "indopacom": INDOPACOM,
    "ctbto": CTBTO,
    "usgs": USGS,
    "writer": NARRATOR,
}


def value_of(field: str, told: Any) -> Value:
    """The value of a field, from how a case writes it."""
    if field == "date":
        return _date(told)
    if field == "time_local":
        clock, _, zone = told.partition(" ")
        return ClockTime(time.fromisoformat(clock), time.fromisoformat(clock), zone=zone or None)
    if field == "time_utc":
        moment = datetime.fromisoformat(told)
        return Instant(moment, moment)
    if field == "count":
        return _count(told)
    if field.rstrip("+") == "site":
        return _place(told)
    if field == "weapon":
        return Weapon(told, told, told)
    if field in UNITS:
        return Quantity(told, told, UNITS[field])
    if field == "landing":
        return Landing((told,) if told in load().seas else (), told)
    if field == "derived":
        return Derived("ordinal_in_window", {"n": int(told)})
    if field.rstrip("+") == "weekday":
        return Derived("weekday_date", {"weekday": told})
    if field == "statement":
        return Statement(told)
    if field == "participants":
        return Participants(tuple(Participant(name) for name in told))
    return Term(told)


def _count(told: Any) -> Count:
    """2; [2, null] is at least 2; "about 10"."""
    if isinstance(told, str):
        number = int(told.removeprefix("about "))
        return Count(number, number, approximate=True)
    return Count(*told) if isinstance(told, list) else Count(told, told)


def _place(told: str) -> Place:
    """The place of that name among `PLACES`, else the codebook's site of that id."""
    if told in PLACES:
        latitude, longitude, precision = PLACES[told]
        return Place(told, told.title(), told, "PRK", latitude, longitude, precision)
    site = load().sites[told]
    return Place(site.id, site.name, told, "PRK", site.latitude, site.longitude, site.precision)


def _date(told: str) -> DateRange:
    if told.startswith("--"):
        return DateRange(None, None, told)
    first, _, last = told.partition("..")
    return DateRange(date.fromisoformat(first), date.fromisoformat(last or first))


def mention(report: str, nth: int, told: Mapping[str, Any]) -> Mention:
    """The mention that `told` describes; `voice`, `stance`, `type`, `state` and `background` are not fields."""
    id_ = content_id(report, nth)
    voice = VOICES[told.get("voice", "jcs")]
    stance = Stance(told.get("stance", "asserted"))
    fields = {name: value_of(name, v) for name, v in _apart(told) if name not in NOT_FIELDS}
    claims = tuple(
        ModelClaim(
            content_id(id_, name),
            id_,
            CLAIMED.get(name.rstrip("+"), name.rstrip("+")),
            value,
            str(told[name.rstrip("+")]),
            Span(n, n + 1),
            (voice,),
            stance=stance,
        )
        for n, (name, value) in enumerate(sorted(fields.items()))
    )
    role = Role.BACKGROUND if told.get("background") else Role.MAIN
    type_ = told.get("type", "missile_launch")
    said = stance not in (Stance.DENIED, Stance.WITHDRAWN)
    values = {name: value for name, value in fields.items() if said and name not in CLAIMED and name[-1] != "+"}
    return Mention(id_, report, type_, role, told.get("state", "PRK"), claims, values)


def _apart(told: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    """What is told, by field; the second of two weekdays or sites as a field of its own, "weekday+"."""
    for name, value in told.items():
        two = name in ("weekday", "site") and isinstance(value, list)
        yield from zip((name, f"{name}+"), value, strict=True) if two else ((name, value),)


NOT_FIELDS = frozenset(
    {"voice", "stance", "type", "state", "background", "published", "report", "outlet", "text", "author", "url"}
)
CLAIMED = {"weekday": "derived"}  # told by a claim that gives no value
UNITS = {"distance_km": "km", "apogee_km": "km", "flight_time_s": "s", "magnitude": "", "yield_kt": "kt"}


def accounts(told: Iterable[Mapping[str, Any]]) -> tuple[list[Extraction], list[Report]]:
    """One report an account, or what accounts of the same `report` name share; ids follow from the order given."""
    grouped: dict[str, list[Mapping[str, Any]]] = {}
    for nth, one in enumerate(told):
        grouped.setdefault(str(one.get("report", f"r{nth}")), []).append(one)
    extractions = [
        Extraction(name, True, tuple(mention(name, nth, one) for nth, one in enumerate(ones)))
        for name, ones in grouped.items()
    ]
    reports = [_report(name, ones[0]) for name, ones in grouped.items()]
    return extractions, reports


def _report(name: str, told: Mapping[str, Any]) -> Report:
    published = published_of(told.get("published"))
    text = str(told.get("text", ""))
    blocks = (Block(Span(0, len(text)), BlockKind.BODY),)
    return Report(
        name,
        f"{name}.txt",
        text,
        blocks,
        b"",
        outlet=told.get("outlet", f"outlet {name}"),
        author=told.get("author"),
        url=told.get("url"),
        published=published,
    )


def published_of(told: str | None) -> Published | None:
    """A day, or an instant with its offset."""
    if not told:
        return None
    if len(told) == 10:
        return Published(date.fromisoformat(told))
    instant = datetime.fromisoformat(told)
    return Published(instant.date(), instant)


# What made-up accounts may say; few values of each, so that many of them meet.
DATES = ("2024-09-12", "2024-09-17", "2024-09-18", "2024-09-10..2024-09-20", "--09-18", "2024-01-01..2024-12-31")
TEXTS = (
    "SEOUL, Sept. 18 (Yonhap) -- A hodori schoolhouse roof trembled",
    "thunderclaps rattled orchards near hodori",
    "hodori orchards: thunderclaps",
    "schoolhouse roof",
)
MAYBE: dict[str, Any] = {
    "date": st.sampled_from(DATES),
    "time_local": st.sampled_from(("06:50", "06:53", "07:23", "16:00")),
    "site": st.sampled_from(("kaechon", "kaechon_airfield", "kaesong", "sunan", "south_pyongan")),
    "weapon_class": st.sampled_from(("SRBM", "ICBM", "MLRS", "BM")),
    "weapon": st.sampled_from(("hwasong-11a", "hwasong-15", "kn-25")),
    "flight_time_s": st.sampled_from((2340, 2345, 4440)),
    "outcome": st.sampled_from(("failure", "success")),
    "apogee_km": st.sampled_from((50, 900)),
    "magnitude": st.sampled_from((5.1, 6.3)),
    "derived": st.sampled_from((5, 6)),
    "published": st.sampled_from(("2024-09-18", "2024-09-19", "2024-09-13")),
    "url": st.sampled_from(("https://a.org/2024/09/18/x", "https://a.org/2024/09/x", "https://a.org/x")),
    "weekday": st.sampled_from(("Wednesday", "Thursday", "Sunday")),
    "landing": st.sampled_from(("sea_of_japan", "yellow_sea", "east_coast")),
    "text": st.sampled_from(TEXTS),
    "count": st.sampled_from((1, 2, [2, None])),
    "distance_km": st.sampled_from((320, 400, 1000)),
    "background": st.just(True),
    "voice": st.sampled_from(("jcs", "mod", "kcna")),
    "stance": st.sampled_from(("asserted", "denied", "speculated")),
    "report": st.sampled_from(("a", "b", "c")),
    "state": st.sampled_from(("PRK", "IRN")),
    "type": st.sampled_from(("missile_launch", "satellite_launch", "nuclear_test")),
}
TOLD = st.lists(st.fixed_dictionaries({}, optional=MAYBE), max_size=10)
