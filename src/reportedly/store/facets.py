"""By what a reader narrows a list of incidents, and where they are drawn: rows beside an incident, made from it alone."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, delete, insert

from reportedly.model import Incident, Place, Position, Status, Voice, Weapon
from reportedly.store import tables as t

KINDS = ("weapon", "site", "status", "outlet", "speaker")
REVISED, REVISED_BY = "revised", "revised by"  # fields that somebody told otherwise later, and who did
DRAWN = (1, 2, 3, 4, 7)  # precisions of a place; a vague region and a country are no place on a map
Facet = tuple[str, str, str]  # kind, value, how it is shown


def add(db: Connection, incidents: Sequence[Incident]) -> None:
    """Nothing; the facets and places of these incidents stand beside them."""
    facets = [
        {"kind": kind, "value": value, "shown": shown, "incident": incident.id}
        for incident in incidents
        for (kind, value), shown in _told(incident).items()
    ]
    spots = [row for incident in incidents for row in _spots(incident)]
    for table, found in ((t.facets, facets), (t.spots, spots)):
        if found:
            db.execute(insert(table), found)


def drop(db: Connection, incidents: Sequence[str] | None = None) -> None:
    """Nothing; the facets and places of these incidents, or of all, are gone."""
    for table in (t.facets, t.spots):
        gone = delete(table)
        db.execute(gone if incidents is None else gone.where(table.c.incident.in_(incidents)))


def _told(incident: Incident) -> Mapping[tuple[str, str], str]:
    return {(kind, value): shown for kind, value, shown in _facets(incident)}


def _facets(incident: Incident) -> Iterator[Facet]:
    for status in _statuses(incident):
        yield "status", status, status.replace("_", " ")
    for backing in incident.support.backings:
        for outlet in backing.outlets:
            yield "outlet", outlet, outlet
    for field, settled in incident.values.items():
        for position in settled.positions:
            yield from _of_position(position)
        for revision in settled.history:
            yield REVISED, field, field
            for voice in revision.voices:
                for one in holders(voice):
                    yield REVISED_BY, one.id, one.name


def _of_position(position: Position) -> Iterator[Facet]:
    for outlet in position.outlets:
        yield "outlet", outlet, outlet
    for voice in position.voices:
        for one in holders(voice):
            yield "speaker", one.id, one.name
    if isinstance(position.value, Weapon):
        yield "weapon", position.value.id or position.value.name, position.value.name
    if isinstance(position.value, Place):
        yield "site", position.value.id or position.value.name, position.value.name


def holders(voice: Voice) -> Iterator[Voice]:
    """Those who speak, one by one; never the writer."""
    for one in voice.joint or (voice,):
        if one.kind != "narrator":
            yield one


def _statuses(incident: Incident) -> Iterator[str]:
    found = {settled.status for settled in incident.values.values()}
    if Status.CONTESTED in found:
        yield Status.CONTESTED.value
    if Status.WITHHELD in found:
        yield Status.WITHHELD.value
    if incident.support.origins <= 1:
        yield Status.SINGLE_ORIGIN.value
    elif Status.CONTESTED not in found:
        yield Status.AGREED.value


def _spots(incident: Incident) -> Iterator[Mapping[str, object]]:
    settled = incident.values.get("site")
    if settled is None:
        return
    places = {p.value.id: p.value for p in settled.positions if isinstance(p.value, Place) and p.value.id}
    chosen = settled.value.id if isinstance(settled.value, Place) else None
    for id_, place in sorted(places.items()):
        if place.latitude is not None and place.longitude is not None and place.precision in DRAWN:
            yield {
                "incident": incident.id,
                "place": id_,
                "name": place.name,
                "latitude": round(place.latitude, 2),
                "longitude": round(place.longitude, 2),
                "precision": place.precision,
                "settled": int(id_ == chosen),
            }
