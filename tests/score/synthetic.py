"""Gold and extract lines made up for scoring: from gold a perfect answer, and from that a spoilt one."""

import json
from pathlib import Path
from random import Random
from typing import Any

TYPES = ("missile_launch", "cruise_missile_launch", "satellite_launch", "nuclear_test", "seismic_event", "other")
CLASSES = ("SRBM", "ICBM", "cruise", "BM", "unknown", None)
WEAPONS = ("Hwasong-17", "Hwasong-18", "KN-23", "Hwasong-11A", "Agni-IV", "Agni-5", "Rodong", "Musudan", None, None)
SITES = ("Kaechon", "Kaesong", "Sunan", "Tongchang-ri", "Sohae", "Punggye-ri", "Kusong", "Wonsan", None, None)
SOURCES = ("South Korea Joint Chiefs of Staff", "Japan Coast Guard", "Korean Central News Agency", "Pentagon")
STANCES = ("asserted", "denied", None)
STATES = ("PRK", "IND", None)


def gold_report(rng: Random, number: int) -> dict[str, Any]:
    """A marked report with zero to four incidents."""
    return {
        "id": f"{number:03d}",
        "relevant": rng.random() < 0.85,
        "incidents": [gold_incident(rng) for _ in range(rng.randrange(5))],
        "attributions": [
            {"source": source, "modality": rng.choice(STANCES), "about": "it"}
            for source in rng.sample(SOURCES, rng.randrange(3))
        ],
    }


def gold_incident(rng: Random) -> dict[str, Any]:
    """A marked incident with some of its fields."""
    low = rng.choice((120, 400, 600, 1000))
    return {
        "incident": f"X-{rng.randrange(6)}",
        "type": rng.choice(TYPES),
        "main": rng.random() < 0.6,
        "state": rng.choice(STATES),
        "date_local": rng.choice(("2024-09-18", "2022-01-05", None)),
        "time_local": rng.choice(("06:50", None)),
        "time_utc": rng.choice(("2024-09-17T21:50Z", None)),
        "count_min": rng.choice((1, 2, None)),
        "count_max": rng.choice((2, None)),
        "weapon_class": rng.choice(CLASSES),
        "weapon_name": rng.choice(WEAPONS),
        "site": rng.choice(SITES),
        "distance_km": rng.choice(([low, low], [low, None], [low, low + 100], None)),
        "apogee_km": rng.choice(([60, 60], None)),
        "flight_time_min": rng.choice((14, None)),
        "direction": rng.choice(("northeast", "east-northeast", "west", None)),
        "outcome": rng.choice(("success", "failure", None)),
        "magnitude": rng.choice(([5.1, 5.1], [5.7, 6.3], None)),
        "yield_kt": rng.choice(([10, 20], [50, None], None)),
    }


def perfect(gold: dict[str, Any]) -> dict[str, Any]:
    """The extract line that says what gold says."""
    mentions = [_mention(gold["id"], place, incident) for place, incident in enumerate(gold["incidents"])]
    return {
        "report": {"id": gold["id"], "path": f"reports/{gold['id']}.json", "relevant": gold["relevant"]},
        "mentions": [m for m in mentions if gold["relevant"] or m["role"] == "background"],
        "claims": [
            {
                "mention": "m",
                "field": "type",
                "voices": [{"name": a["source"], "kind": "military", "joint": []}],
                "stance": a["modality"],
            }
            for a in gold["attributions"]
        ],
    }


def _mention(report: str, place: int, gold: dict[str, Any]) -> dict[str, Any]:
    seconds = gold["flight_time_min"] and gold["flight_time_min"] * 60
    values = {
        "date": gold["date_local"] and {"earliest": gold["date_local"], "latest": gold["date_local"]},
        "time_local": gold["time_local"] and {"earliest": gold["time_local"], "latest": gold["time_local"]},
        "time_utc": gold["time_utc"] and {"earliest": gold["time_utc"], "latest": gold["time_utc"]},
        "count": None if gold["count_min"] is None else _ends([gold["count_min"], gold["count_max"]]),
        "weapon_class": gold["weapon_class"],
        "weapon": gold["weapon_name"] and {"id": None, "name": gold["weapon_name"], "written": "it"},
        "site": gold["site"] and {"id": None, "name": gold["site"], "written": "there", "precision": 2},
        "flight_time_s": seconds and _ends([seconds, seconds]),
        "direction": gold["direction"]
        and "".join(word[0].upper() for word in gold["direction"].replace("-", " ").replace("th", "th ").split()),
        "outcome": gold["outcome"],
        **{name: gold[name] and _ends(gold[name]) for name in ("distance_km", "apogee_km", "magnitude", "yield_kt")},
    }
    return {
        "id": f"{report}-{place}",
        "type": gold["type"],
        "role": "main" if gold["main"] else "background",
        "state": gold["state"],
        "values": {name: value for name, value in values.items() if value is not None},
    }


def _ends(ends: list[Any]) -> dict[str, Any]:
    return {"min": ends[0], "max": ends[1], "approximate": False}


def spoil(rng: Random, lines: list[dict[str, Any]], harm: float) -> list[dict[str, Any]]:
    """The lines with values dropped, moved, swapped and malformed, mentions lost and turned, in about that share."""
    every = [mention for line in lines for mention in line["mentions"]]
    for line in lines:
        if rng.random() < harm:
            line["report"]["relevant"] = not line["report"]["relevant"]
        if rng.random() < harm / 4:
            del line["report"]["relevant"]
        for claim in line["claims"]:
            _spoil_voice(rng, claim, harm)
        line["mentions"] = [mention for mention in line["mentions"] if rng.random() > harm / 2]
        for mention in line["mentions"]:
            _spoil_mention(rng, mention, rng.choice(every), harm)
    return [line for line in lines if rng.random() > harm / 5]


def _spoil_voice(rng: Random, claim: dict[str, Any], harm: float) -> None:
    if rng.random() < harm:
        claim["voices"][0]["name"] = rng.choice((*SOURCES, "the Joint Chiefs", "Officials"))
    if rng.random() < harm:
        claim["voices"] = [{"name": "x", "kind": "narrator", "joint": claim["voices"]}]


def _spoil_mention(rng: Random, mention: dict[str, Any], other: dict[str, Any], harm: float) -> None:
    if rng.random() < harm / 2:
        mention["type"] = rng.choice(TYPES)
    if rng.random() < harm / 3:
        mention["role"] = rng.choice(("main", "background"))
    values = mention["values"]
    for name, value in other["values"].items():
        if rng.random() < harm:
            values[name] = value
    for name in list(values):
        if rng.random() < harm:
            values[name] = rng.choice((None, {}, 3, "many", {"min": "x"}, {"earliest": None, "latest": None}))


def write(path: Path, records: list[dict[str, Any]]) -> Path:
    """The file, one record a line."""
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path
