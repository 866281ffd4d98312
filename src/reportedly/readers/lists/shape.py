"""Which columns of a list answer which field, who keeps the list, and where it claims to be complete."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from types import MappingProxyType

from reportedly.frozen import dataclass
from reportedly.model import Voice

DAYS = ("date_local", "date_utc")
QUANTITIES: Mapping[str, str] = MappingProxyType(
    {"distance_km": "km", "apogee_km": "km", "flight_time_s": "s", "yield_kt": "kt", "magnitude": "magnitude"}
)
TARGETS = frozenset(
    {*DAYS, *QUANTITIES, "time_local", "time_utc", "state", "type", "weapon", "weapon_class", "site", "latitude"}
    | {"longitude", "landing", "outcome", "confirmation", "object", "count"}
)
"""The fields a column can answer."""
LAUNCHES = ("missile_launch", "cruise_missile_launch", "satellite_launch")


@dataclass(frozen=True, slots=True)
class ListShape:
    """How a list is read.

    `columns` give the field of each column that is read; of several for one field the first that says something
    counts. `types` are the kinds of incident of a row, unless its weapon class (`class_types`) or the words of its
    column for the type (`kinds`, small letters) say more. `words` replace a column's cells, word by word. `scopes`
    are the codebook's counting scopes that the list claims to cover, each with what it leaves out all the same.
    `required` are the columns a user named: a file without them is not the table that is meant.
    """

    voice: Voice
    unit: str
    columns: Mapping[str, str]
    state: str | None = None
    types: tuple[str, ...] = ()
    class_types: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    scopes: Mapping[str, str] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None
    zone: str | None = None
    required: tuple[str, ...] = ()

    def columns_of(self, wanted: str) -> tuple[str, ...]:
        """The columns that answer a field, the first choice first."""
        return tuple(column for column, target in self.columns.items() if target == wanted)


_THRESHOLD = "only missiles able to carry 500 kg for 300 km; one row a missile; rows after January 2025 are preliminary"

CNS = ListShape(
    voice=Voice("cns", "CNS", "thinktank", "USA"),
    unit="missile",
    columns={  # the workbook's own columns, then those of the facts restated from it
        "Date": "date_utc",
        "Launch Time (UTC)": "time_utc",
        "Missile Name": "weapon",
        "Missile Type": "weapon_class",
        "Facility Name": "site",
        "Facility Location": "site",
        "Facility Latitude": "latitude",
        "Facility Longitude": "longitude",
        "Landing Location": "landing",
        "Apogee": "apogee_km",
        "Distance Travelled": "distance_km",
        "Confirmation Status": "confirmation",
        "Test Outcome": "outcome",
        "date_utc": "date_utc",
        "time_utc": "time_utc",
        "missile": "weapon",
        "missile_class": "weapon_class",
        "facility_name": "site",
        "facility": "site",
        "latitude": "latitude",
        "longitude": "longitude",
        "landing": "landing",
        "apogee_km": "apogee_km",
        "distance_km": "distance_km",
        "outcome": "outcome",
    },
    state="PRK",
    types=("missile_launch",),
    class_types={"SLV": ("satellite_launch",)},
    scopes={"ballistic": _THRESHOLD, "satellite": "one row a rocket"},
)

CSIS = ListShape(
    voice=Voice("csis", "CSIS", "thinktank", "USA"),
    unit="incident",
    columns={"date_local": "date_local", "Date": "date_local", "kind": "type", "Type": "type"},
    state="PRK",
    kinds={
        "missile": LAUNCHES,
        "missile provocation": LAUNCHES,
        "nuclear test": ("nuclear_test",),
        "nuclear provocation": ("nuclear_test",),
    },
    scopes={
        "nuclear": "launches are kept too, but some days of ballistic launch are missing: no completeness is claimed there",
        "cruise": "those told of at the time, the kind left open; what was told of months later is missing",
    },
)
