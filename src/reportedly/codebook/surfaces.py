"""The written forms of a name: spellings, hyphens, marks, case."""

import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from reportedly.codebook.entries import Entry
from reportedly.patterns import compiled

_SAME = str.maketrans({
    "‘": "'", "’": "'", "ʼ": "'", "`": "'", "´": "'", "ʻ": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-",
    "\u00a0": " ", "\u202f": " ", "\n": " ", "\t": " ", "\r": " ",
})  # fmt: skip
_SAME_LETTERS = frozenset(map(chr, _SAME))
_ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5", "VI": "6", "VII": "7", "VIII": "8", "IX": "9"}
_ARABIC = {arabic: roman for roman, arabic in _ROMAN.items()}
_MARK = compiled(r"[- ]([IVX]{1,4}|[1-9])$")
_SEPARATORS = ("-", " ", "")
_PLACE_KIND = compiled(r"-(ri|ni|do|dong|san|got|up|gun)$")
_CALIBRE = compiled(r"(\d+)mm ")
_WITHIN = {"-": _SEPARATORS, " ": (" ", "-")}  # what may be written for what the codebook writes between two parts
_PARTS = 4  # parts of a name above which it is written one way
_BETWEEN = compiled(r"([- ])")
_CALIBRES = ("mm", "-mm", " mm", "-millimeter", "-millimetre", " millimeter", " millimetre")


class Surface(NamedTuple):
    """One written form of an entry. `exact` forms (acronyms) must stand in their own case; others must begin with a
    capital unless the codebook writes them small. `needs` are words of which one must stand near."""

    written: str
    folded: str
    kind: str
    id: str
    name: str
    entry: Entry
    site: str | None = None
    needs: tuple[str, ...] = ()
    contextual: bool = False

    def allows(self, written: str) -> bool:
        """Whether the case of what stands in the text fits."""
        if self.written.isupper() and len(self.written) <= 8:
            return written.translate(_SAME) == self.written or not any(c.isalpha() for c in self.written)
        first = next((c for c in self.written if c.isalpha()), "")
        if not first.isupper():
            return True
        return next((c for c in written if c.isalpha()), "A").isupper()


def fold(text: str) -> str:
    """The text in small letters with one kind of apostrophe, hyphen and space, every character in its place."""
    low = text.lower()
    if len(low) != len(text):  # a few capitals grow in lower case
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for letter in _SAME_LETTERS & set(low):  # few: `str.translate` would look at every letter
        low = low.replace(letter, _SAME[ord(letter)])
    return low


def spellings(alias: str, stems: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """An alias of a designation in all its spellings: other romanisations of its stem, roman or arabic mark, with
    hyphen, space or nothing between its parts; a calibre ("600mm") in all its spellings."""
    if "efense" in alias:
        yield from spellings(alias.replace("efense", "efence"), stems)
    calibre = _CALIBRE.match(alias)
    if calibre:
        yield from (f"{calibre[1]}{unit} {alias[calibre.end() :]}" for unit in _CALIBRES)
        return
    heads = next(
        (((stem, *forms), alias[len(stem) :]) for stem, forms in stems.items() if alias.startswith(stem)), None
    )
    starts, tail = heads or (("",), alias)
    tails = {tail}
    mark = _MARK.search(tail)
    if mark:
        other = _ROMAN.get(mark[1]) or _ARABIC.get(mark[1])
        if other:
            tails.add(tail[: mark.start(1)] + other)
    for start, end in itertools.product(starts, sorted(tails)):
        yield from _separated(start + end)


def place_spellings(name: str) -> Iterator[str]:
    """A place with the word for its kind (-ri, -do, -san ...) behind a hyphen, a space or nothing."""
    yield name
    kind = _PLACE_KIND.search(name)
    if kind:
        yield from (f"{name[: kind.start()]}{gap}{kind[1]}" for gap in _SEPARATORS)


def _separated(name: str) -> Iterator[str]:
    """A name with what may stand between its parts: "Kheibar-Shekan" as "Kheibar Shekan", "Agni 5" as "Agni-5"."""
    parts = _BETWEEN.split(name)
    if not 1 < len(parts) // 2 + 1 <= _PARTS:
        yield name
        return
    yield from map("".join, itertools.product(*(_WITHIN.get(part, (part,)) for part in parts)))


def unique(surfaces: Iterable[Surface]) -> Iterator[Surface]:
    """The surfaces without repetitions of one form for one entry; one written small stands beside its capitalised twin."""
    seen: set[tuple[str, str, str, bool]] = set()
    for surface in surfaces:
        key = (surface.folded, surface.kind, surface.id, surface.written.islower())
        if key not in seen:
            seen.add(key)
            yield surface
