"""The place that a name stands for, and a capital that no name tells."""

import re
from collections.abc import Iterable

from reportedly.codebook import NameMatch, SiteEntry
from reportedly.extract.framing import Framing
from reportedly.model import Place
from reportedly.patterns import compiled

WATER = 7  # UCDP precision of a sea
_CAPITAL_TOWN = compiled(
    r"\b(?:near|outside|around|outskirts of|vicinity of) (?:the|its|their) (?:[\w’'-]+ ){0,2}(?P<n>capital)\b"
)


def capitals(framing: Framing) -> Iterable[NameMatch]:
    """The capital of the acting state where no name tells it: "from near the North Korean capital"."""
    facts, text = framing.facts, framing.facts.report.text
    state = framing.codebook.states.get(framing.frames[framing.main].state or "") if framing.main is not None else None
    if state is None:
        return
    for match in _CAPITAL_TOWN.finditer(text):
        before = facts.names_in(match.start(), match.end())
        named = any(n.id == state.id for n in facts.names_in(match.end(), match.end() + 3))  # "its capital, Pyongyang"
        if all(n.id == state.id for n in before) and not named:
            where = (match.start("n"), match.end("n"), "metonym", state.id, match["n"], state.capital, state)
            yield NameMatch(*where, site=fold_name(state.capital))


def fold_name(written: str) -> str:
    """A name as the codebook writes its ids."""
    return re.sub(r"[^a-z]+", "-", written.lower()).strip("-")


def place_value(name: NameMatch, framing: Framing, home: str | None = None) -> Place | None:
    """The place a name stands for, as written; a capital stands for its city, and one of two alike for that of its own state."""
    entry = name.entry
    if home is not None and isinstance(entry, SiteEntry) and entry.state != home:
        entry = next((e for c in entry.confusable if (e := framing.sites[c]).state == home), entry)
    if name.kind == "metonym":
        city = name.site or fold_name(name.written)
        if city not in framing.sites:
            town = getattr(entry, "capital", None)
            return Place(None, town, name.written, entry.id, None, None, 2) if town == name.written else None
        entry = framing.sites[city]
    state = getattr(entry, "state", None)
    return Place(
        entry.id, entry.name, name.written, state, getattr(entry, "latitude", None), getattr(entry, "longitude", None),
        int(getattr(entry, "precision", WATER if name.kind == "sea" else 6)),
    )  # fmt: skip
