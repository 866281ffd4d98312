"""Who stands behind an incident, in words: the counts, and each origin with its outlets."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from types import MappingProxyType

from reportedly.frozen import dataclass
from reportedly.model import Backing, Ground, Support
from reportedly.reconcile.credibility import WORDS
from reportedly.reconcile.origins import UNATTRIBUTED

NAMED = 3  # outlets that are named
NO_LETTER = "F"  # cannot be judged
SAID: Mapping[Ground, str] = MappingProxyType(
    {
        Ground.QUOTES: "{of}, quoted by {outlets}",
        Ground.CREDITS: "credited ({of}) by {outlets}",
        Ground.COPIES: "text of {of}, copied by {outlets}",
        Ground.PUBLISHER: "published by {outlets} (same house: {of})",
        Ground.OWN: "own words of {outlets}",
    }
)


@dataclass(frozen=True, slots=True)
class Behind:
    """One origin by one ground: its name, and in words who prints it by what. `adds` is false for what counts for nothing."""

    name: str
    told: str
    adds: bool


def counts(support: Support) -> str:
    """The counts in a line: "9 outlets, 2 origins, 3 speakers; credibility 1 (confirmed by independent origins)"."""
    told = ((support.outlets, "outlet"), (support.origins, "independent origin"), (support.speakers, "speaker"))
    counted = ", ".join(f"{count:,} {noun}{'' if count == 1 else 's'}" for count, noun in told)
    return f"{counted}; credibility {support.credibility} ({WORDS[support.credibility]})"


def wrote(one: Backing) -> bool:
    """Whether it is a wire whose words the writers' are."""
    return one.kind == "wire" and one.ground is not Ground.QUOTES


def behind(support: Support, letters: Mapping[str, str] | None = None, *, named: int = NAMED) -> tuple[Behind, ...]:
    """Each origin with its outlets, the first few by name; with the letters of classes of source where they are given."""
    return tuple(_behind(one, letters, named) for one in _together(support.backings, letters, named))


def _behind(one: Backing, letters: Mapping[str, str] | None, named: int) -> Behind:
    name = f"{one.name} [{NO_LETTER}]" if letters is not None and one.origin == UNATTRIBUTED else one.name
    more = "; adds nothing to the count" if not one.adds and one.origin != UNATTRIBUTED else ""
    return Behind(name, SAID[one.ground].format(of=one.of, outlets=_listed(one.outlets, named)) + more, one.adds)


def _together(backings: Sequence[Backing], letters: Mapping[str, str] | None, named: int) -> Iterator[Backing]:
    """The backings, those of one origin that quote as one: all whom they quote, and all outlets."""
    for _, group in groupby(backings, key=lambda one: (one.origin, one.ground, one.adds)):
        found = [replace(one, of=_lettered(one, letters)) for one in group]
        if found[0].ground is not Ground.QUOTES:
            yield from found
            continue
        outlets = sorted({outlet for one in found for outlet in one.outlets})
        yield replace(found[0], of=_listed([one.of for one in found], named), outlets=tuple(outlets))


def _lettered(one: Backing, letters: Mapping[str, str] | None) -> str:
    if letters is None or one.origin == UNATTRIBUTED:
        return one.of
    return f"{one.of} [{letters.get(one.kind, NO_LETTER)}]"


def _listed(names: Sequence[str], named: int) -> str:
    more = f" and {len(names) - named} more" if len(names) > named else ""
    return ", ".join(names[:named]) + more
