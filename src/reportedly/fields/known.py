"""Whether a value that a person gives names only what the codebook knows, and which of its names are near."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from reportedly.codebook import Codebook
from reportedly.model import Landing, Measure, Place, Relation, Statement, Term, Value, Weapon
from reportedly.model.errors import UsageError

NEAR, ALIKE = 3, 0.75  # names that are suggested, and how alike they are at least
LISTED = 20  # codes that are listed in full
Name = tuple[str, str]  # as it is written, and what it stands for


def must_be_known(field: str, value: Value, codebook: Codebook) -> None:
    """Nothing, where the codebook knows what the value names; else UsageError with the names near it.

    A weapon or a place that the codebook has not may be kept as printed; of codes there are no others.
    """
    codes = _codes(field, codebook)
    strange = next((name for name in _named(value) if name not in codes), None) if codes else None
    if strange is not None:
        raise UsageError(f"the codebook has no {field} {strange!r}{_near(strange, ((code, code) for code in codes))}")
    if isinstance(value, Weapon | Place) and value.id is None:
        near = _near(value.name, _names(field, codebook))
        kept = "if it is printed so and you want it kept so, add --as-printed"
        raise UsageError(f"the codebook has no {field} {value.name!r}{near}; {kept}")
    if isinstance(value, Landing) and not value.areas:
        raise UsageError(f"the codebook has no waters {value.written!r}{_near(value.written, _seas(codebook))}")


def _named(value: Value) -> Iterator[str]:
    """What of the value is a code of the codebook's."""
    if isinstance(value, Weapon | Place) and value.id is not None:
        yield value.id
    elif isinstance(value, Landing):
        yield from value.areas
    elif isinstance(value, Term):
        yield value.code
    elif isinstance(value, Statement):
        yield value.act
    elif isinstance(value, Measure | Relation):
        yield value.kind


def _codes(field: str, codebook: Codebook) -> frozenset[str]:
    """The codes that a field's value may name; none where any may stand."""
    entry = codebook.fields.get(field)
    if field == "weapon":
        return frozenset(codebook.weapons)
    if field == "site":
        return frozenset(codebook.sites)
    if field == "landing":
        return frozenset((*codebook.seas, *codebook.sites))
    if field == "type":
        return frozenset(codebook.types)
    if field == "relation":
        return frozenset(codebook.relations)
    return frozenset(entry.values if entry else ())


def _names(field: str, codebook: Codebook) -> Iterator[Name]:
    for entry in (codebook.weapons if field == "weapon" else codebook.sites).values():
        yield from ((name, entry.name) for name in (entry.name, *entry.aliases))


def _seas(codebook: Codebook) -> Iterator[Name]:
    for entry in codebook.seas.values():
        yield from ((name, entry.name) for name in (entry.name, *entry.aliases))


def _near(written: str, names: Iterable[Name]) -> str:
    """What is written much like it, as the end of a sentence; all there is, where that is little."""
    known = {written.casefold(): name for written, name in sorted(names)}
    found = get_close_matches(written.casefold(), known, NEAR, ALIKE)
    if found:
        return f"; did you mean {' or '.join(dict.fromkeys(known[name] for name in found))}?"
    return f"; it has {', '.join(sorted({*known.values()}))}" if 0 < len(known) <= LISTED else ""
