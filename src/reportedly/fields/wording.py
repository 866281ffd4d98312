"""Fields, codes of closed lists, ids and dates in plain English, as every output that people read says them."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from reportedly.model.calendar import MONTHS
from reportedly.patterns import compiled

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "type": "Kind",
        "date": "Date",
        "time_local": "Time there",
        "time_utc": "Time in UTC",
        "count": "How many",
        "weapon_class": "Class",
        "weapon": "Weapon",
        "site": "Place",
        "distance_km": "Distance flown",
        "apogee_km": "Highest point",
        "flight_time_s": "Time in flight",
        "direction": "Direction",
        "landing": "Came down",
        "outcome": "Outcome",
        "platform": "Fired from",
        "trajectory": "Trajectory",
        "eez": "Waters",
        "yield_kt": "Yield",
        "magnitude": "Magnitude",
        "statement": "Statements",
        "relation": "Other incidents",
        "participants": "Who took part",
        "transfer": "What moved",
        "finding": "What was found",
        "limitation": "What was not found",
        "measure": "Act",
        "object": "Of what",
        "derived": "Sums told",
    }
)
WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "weapon_class": {
            "BM": "ballistic missile",
            "hypersonic": "hypersonic missile",
            "cruise": "cruise missile",
            "UUV": "underwater drone",
        },
        "platform": {"TEL": "mobile launcher"},
        "outcome": {"partial": "partial success"},
        "trajectory": {"circular_or_figure8": "in a circle or a figure of eight"},
        "eez": {
            "outside_japan": "outside Japan's exclusive economic zone",
            "inside_japan": "inside Japan's exclusive economic zone",
            "overflew_japan": "flew over Japan",
            "inland_launching_state": "on land, in the state that fired",
            "in_buffer_or_south_of_NLL": "in the buffer zone or south of the Northern Limit Line",
        },
        "statement": {
            "condemn": "condemns it",
            "deny": "denies it",
            "threaten": "threatens",
            "urge": "urges",
            "announce": "speaks of it",
            "protest": "protests",
        },
        "relation": {
            "follows": "follows another incident",
            "precedes": "comes before another incident",
            "same_episode_as": "is of one episode with another incident",
            "second_in_window": "is the second in a span of time",
            "response_to_claimed": "is called an answer to another incident",
            "possible_purpose": "has a possible purpose",
            "evidence_for": "is evidence for another incident",
            "evidence_against": "is evidence against another incident",
            "denies": "denies another incident",
            "condemns": "condemns another incident",
            "corrects": "corrects what was told of another incident",
            "withdraws": "takes back what was told of another incident",
            "derived_from_document": "is taken from a document",
            "sanction_basis": "is a ground for sanctions",
            "announced_by": "was announced by the acting state's own side, its day not told",
        },
        "measure": {
            "adopted": "sanctions adopted",
            "listed": "names put on a sanctions list",
            "lapsed": "sanctions or a mandate lapsed",
            "vetoed": "a measure vetoed",
        },
        "scope": {  # what a reckoning counts, as checks.yaml names it
            "ballistic": "ballistic missile launch",
            "missile": "missile launch",
            "launch": "launch",
            "weapons_test": "weapons test",
            "provocation": "show of force",
            "nuclear": "nuclear test",
            "satellite": "satellite launch",
        },
        "unit": {
            "mi": "miles",
            "nmi": "nautical miles",
            "ft": "feet",
            "lb": "pounds",
            "s": "seconds",
            "min": "minutes",
            "h": "hours",
            "m": "metres",
        },
    }
)
_YEARLESS = compiled(r"(?<![\w-])--(\d\d)(?:-(\d\d))?(?![\w-])")
_LONGEST = 4  # letters of a part of an id that is an abbreviation


def field_name(field: str) -> str:
    """A field as a heading: "How many"; a user's own field by its code."""
    return FIELDS.get(field) or field.replace("_", " ").capitalize()


def field_code(written: str) -> str:
    """The field that a person names, by its code or as pages call it; as written where there is none."""
    named = next((code for code, name in FIELDS.items() if name.casefold() == written.strip().casefold()), None)
    return named or written


def word(field: str, code: str) -> str:
    """A code of a field in plain English; one that is not listed with blanks for underscores."""
    return WORDS.get(field, {}).get(code) or code.replace("_", " ")


def code_of(field: str, written: str) -> str | None:
    """The code that these words stand for, None where they stand for none."""
    return next((code for code, words in WORDS.get(field, {}).items() if words.casefold() == written.casefold()), None)


def name_of(id_: str) -> str:
    """An id of the codebook as a name: "unsc" is UNSC, "sohae_station" is Sohae Station; what is a name stays as it is."""
    if id_ != id_.lower():
        return id_
    parts = id_.lstrip("?").replace("_", " ").split(" ")
    return " ".join(part.upper() if len(part) <= _LONGEST else part.capitalize() for part in parts)


def days_told(text: str) -> str:
    """A line of ours with every date that lacks its year in words: "--05-31" is "31 May", "--05" is "May"."""
    return _YEARLESS.sub(_day_told, text)


def _day_told(match: re.Match[str]) -> str:
    month = int(match[1])
    if not 1 <= month <= len(MONTHS):
        return match[0]
    return f"{int(match[2])} {MONTHS[month - 1]}" if match[2] else MONTHS[month - 1]


def when_told(dated: str | None) -> str:
    """When something was, as a list says it: a day, a span of days, "31 May, year unknown", "undated"."""
    if not dated:
        return "undated"
    return f"{days_told(dated)}, year unknown" if dated.startswith("--") else dated
