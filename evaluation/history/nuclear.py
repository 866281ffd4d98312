"""SIPRI's and Oklahoma's catalogues of nuclear explosions, mended into tables that `import csv` reads, and paired."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from reportedly.codebook import Codebook
from reportedly.model import HistoryRow, Voice
from reportedly.readers.lists import ListShape, read_list

SIPRI, OKLAHOMA = "sipri-report-explosions.csv", "oklahoma-catalog-explosions.csv"
STATES = {
    "USA": "USA", "USSR": "RUS", "FRANCE": "FRA", "UK": "GBR", "CHINA": "CHN", "INDIA": "IND", "PAKIST": "PAK",
    "US": "USA", "CP": "RUS", "FR": "FRA", "GB": "GBR", "PC": "CHN", "IN": "IND", "PK": "PAK", "IS": "ISR", "NK": "PRK",
}  # fmt: skip
HEAD = ("day", "clock", "state", "place", "latitude", "longitude", "magnitude", "yield", "name")
_POINT = re.compile(r"(\d+\.?\d*)([NSEW])")
_RANGE = re.compile(r"(\d+\.?\d*)-(\d+\.?\d*)")


def shape(voice: str) -> ListShape:
    """How the mended table of a catalogue is read: its days and clocks are UTC's, and kept so."""
    return ListShape(
        Voice(voice.lower(), voice, "list"),
        "incident",
        {
            "day": "date_local", "clock": "time_utc", "state": "state", "place": "site", "latitude": "latitude",
            "longitude": "longitude", "magnitude": "magnitude", "yield": "yield_kt", "name": "object",
        },
        types=("nuclear_test",),
        zone="UTC",
    )  # fmt: skip


def rows(folder: Path, name: str, codebook: Codebook) -> tuple[tuple[HistoryRow, ...], int]:
    """The rows of a catalogue, by the line of its file, and how many cells or rows of it could not be used."""
    mended = _mended(folder / name, _sipri if name == SIPRI else _oklahoma)
    read = read_list(name, mended.encode("utf-8"), shape("SIPRI" if name == SIPRI else "Oklahoma"), codebook)
    return read.rows, len(read.problems)


def _mended(path: Path, mend: Callable[[Mapping[str, str]], tuple[str, ...]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEAD)
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            writer.writerow(mend({key: (value or "").strip() for key, value in row.items()}))
    return out.getvalue()


def _sipri(row: Mapping[str, str]) -> tuple[str, ...]:
    low, high = float(row["yield_1"] or 0), float(row["yield_u"] or 0)
    amount = "" if high == 0 else f"{low:g} kt" if low == high else f"between {low:g} and {high:g} kt"
    seconds = float(row["origin_t"] or 0)
    clock = "" if seconds == 0 else f"{int(seconds):06d}"
    magnitude = "" if float(row["mb"] or 0) == 0 else row["mb"]
    return (
        row["date_long"], f"{clock[:2]}:{clock[2:4]}" if clock else "", STATES[row["country"]], row["region"],
        row["latitude"], row["longitude"], magnitude, amount, row["name"],
    )  # fmt: skip


def _oklahoma(row: Mapping[str, str]) -> tuple[str, ...]:
    year = int(row["date"][:2])
    day = f"{2000 + year if year < 45 else 1900 + year}{row['date'][2:]}"
    clock = re.sub(r"\D.*", "", row["time"])
    at = f"{clock[:2]}:{clock[2:4]}" if len(clock) in (4, 6) else ""
    return (
        day, at, STATES[row["testing_party"]], row["site"], *_point(row["latitude"], row["longitude"]),
        row["body_wave_magnitude"], _yield(row["explosive_yield"]), row["name"].strip("*"),
    )  # fmt: skip


def _point(latitude: str, longitude: str) -> Iterator[str]:
    """Degrees with a sign, of "49.777N" and "078.001E"."""
    for written in (latitude, longitude):
        found = _POINT.fullmatch(written)
        yield f"{'-' if found[2] in 'SW' else ''}{float(found[1]):g}" if found else ""


def _yield(written: str) -> str:
    """The amount in words: the scan has "l20" for less than 20, "g1000" for more, "20-200", "100+"."""
    text = written.rstrip("?").replace("IZ", "12").lstrip("~")
    if found := _RANGE.fullmatch(text):
        return f"between {found[1]} and {found[2]} kt"
    for letter, words in (("l", "less than"), ("g", "more than")):
        if re.fullmatch(rf"{letter}[\d.]+", text):
            return f"{words} {text[1:]} kt"
    if re.fullmatch(r"[\d.]+\+", text):
        return f"more than {text[:-1]} kt"
    return f"{text} kt" if re.fullmatch(r"\d*\.?\d+", text) else ""
