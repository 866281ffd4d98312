"""A place or a designation put in the place of another of its kind, where all that is said would be as true of it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from evaluation.variation.printed import Told, Variant, always, variant, words
from reportedly.score.predicted import FoundReport


def towns(told: Told) -> Iterator[Variant]:
    """The town of a launch, another of the same state: where no province and no way from a city goes with it."""
    yield from _renamed("town", told, words()["towns"], "site")


def designations(told: Told) -> Iterator[Variant]:
    """The weapon's name, another of the same class."""
    yield from _renamed("designation", told, words()["designations"], "weapon")


def _renamed(form: str, told: Told, sets: list[dict[str, str]], field: str) -> Iterator[Variant]:
    for names in sets:
        found = [name for name in names if re.search(rf"\b{re.escape(name)}(?![\w-])", told.printed.text)]
        if len(found) != 1 or re.search(words()["tied"][field], told.printed.text):
            continue
        for other in names:
            if other != found[0]:
                pattern = re.compile(rf"\b{re.escape(found[0])}(?![\w-])")
                undo = _undo(field, names[other], names[found[0]])
                yield from (replace(one, undo=undo) for one in variant(form, told, pattern, always(other)))


def _undo(field: str, new: str, old: str) -> Callable[[FoundReport], FoundReport]:
    def back(found: FoundReport) -> FoundReport:
        return replace(found, mentions=tuple(
            replace(m, values={**m.values, field: {**m.values[field], "id": old}}) if (m.values.get(field) or {}).get("id") == new else m
            for m in found.mentions
        ))  # fmt: skip

    return back
