"""Names in a cell, as the codebook knows them: weapons, classes, places, seas."""

from functools import cached_property

from reportedly.codebook import Codebook, NameMatch, WeaponEntry
from reportedly.model import Landing, Place, Term, Weapon
from reportedly.readers.lists.cell import CellError

CLASSES = {"HGV": "hypersonic", "GLCM": "cruise", "LACM": "cruise", "CM": "cruise", "CRBM": "BM", "BALLISTIC": "BM"}
ON_LAND = "inland_launcher"


class Names:
    """The codebook's names, looked up by a whole cell first, then by the names within it."""

    def __init__(self, codebook: Codebook) -> None:
        self._book = codebook

    def weapon(self, written: str) -> Weapon:
        """The weapon of this name; one without an id where the codebook has none."""
        entry = self._weapons.get(_plain(written))
        if entry is None:
            found = self._within(written, "weapon")
            known = found[0].entry if len({match.id for match in found}) == 1 else None
            entry = known if isinstance(known, WeaponEntry) else None
        if entry is None:
            return Weapon(None, written, written)
        return Weapon(entry.id, entry.name, written, entry.weapon_class, entry.is_family)

    def weapon_class(self, written: str) -> Term:
        """The class of this name. CellError where there is no such class."""
        code = CLASSES.get(written.strip().upper(), written.strip())
        known = {name.casefold(): name for name in self._book.weapon_classes}
        if code.casefold() not in known:
            raise CellError(f"{written!r} is no class of weapon", f"write one of {', '.join(known.values())}")
        return Term(known[code.casefold()])

    def site(self, written: str, state: str | None, point: tuple[float, float] | None) -> Place:
        """The place of this name; the codebook's point where it has one, else the list's to two decimals."""
        found = [match for match in self._within(written, "site") if getattr(match.entry, "state", state) == state]
        if found:
            entry = self._book.sites.get(found[0].id)
            if entry is not None:
                at = (entry.latitude, entry.longitude)
                return Place(entry.id, entry.name, written, entry.state, *at, entry.precision)
        if point is None:
            return Place(None, written, written, state)
        return Place(None, written, written, state, round(point[0], 2), round(point[1], 2), 2)

    def landing(self, written: str, state: str | None) -> Landing:
        """The seas and regions a cell names. CellError where it names none."""
        seas = dict.fromkeys(match.id for match in self._within(written, "sea"))
        on_land = [match for match in self._within(written, "state") if match.id == state]
        areas = (*seas, *([ON_LAND] if on_land and not seas else []))
        if not areas:
            raise CellError(f"{written!r} is no sea or region of the codebook", "write the name of a sea")
        return Landing(areas, written)

    def _within(self, written: str, kind: str) -> list[NameMatch]:
        """The names of a kind in a cell, as written, else as a slug is meant: "sea-of-japan", "silo-based-kn-23"."""
        spaced = written.replace("-", " ")
        for text in (written, written.title(), written.upper(), spaced.title().replace(" Of ", " of ")):
            found = [
                match for match in self._book.names.find(text) if match.kind == kind or (kind == "site" and match.site)
            ]
            if found:
                return found
        return []

    @cached_property
    def _weapons(self) -> dict[str, WeaponEntry]:
        """Every written form of every weapon, letters and digits alone; a form of two weapons stands for none."""
        forms: dict[str, WeaponEntry | None] = {}
        for entry in self._book.weapons.values():
            for form in {_plain(one) for one in (entry.id, entry.name, *entry.labels, *entry.aliases)}:
                forms[form] = entry if forms.get(form, entry) is entry else None
        return {form: entry for form, entry in forms.items() if entry is not None}


def _plain(written: str) -> str:
    return "".join(char for char in written.casefold() if char.isalnum())
