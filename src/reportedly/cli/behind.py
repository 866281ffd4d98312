"""Who stands behind an incident, for a terminal: the counts, and below them each origin with its outlets."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from types import MappingProxyType

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from reportedly.cli.talk import plural
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


def counts(support: Support) -> str:
    """The counts in a line: "9 outlets, 2 origins, 3 speakers; credibility 1 (confirmed by independent origins)"."""
    told = ((support.outlets, "outlet"), (support.origins, "independent origin"), (support.speakers, "speaker"))
    counted = ", ".join(plural(count, noun) for count, noun in told)
    return f"{counted}; credibility {support.credibility} ({WORDS[support.credibility]})"


def wrote(one: Backing) -> bool:
    """Whether it is a wire whose words the writers' are."""
    return one.kind == "wire" and one.ground is not Ground.QUOTES


def print_behind(support: Support, letters: Mapping[str, str] | None, out: Console) -> None:
    """Nothing; the counts and each origin with its outlets go to the console, with letters where they are given."""
    out.print(Text(counts(support), style="dim"))
    for one in _together(support.backings, letters):
        style = "" if one.adds else "dim"
        name = f"{one.name} [{NO_LETTER}]" if letters is not None and one.origin == UNATTRIBUTED else one.name
        told = SAID[one.ground].format(of=one.of, outlets=_listed(one.outlets))
        more = "; adds nothing to the count" if not one.adds and one.origin != UNATTRIBUTED else ""
        out.print(
            Padding(Text.assemble((name, "bold" if one.adds else "dim"), (f": {told}{more}", style)), (0, 0, 0, 2))
        )


def _together(backings: Sequence[Backing], letters: Mapping[str, str] | None) -> Iterator[Backing]:
    """The backings, those of one origin that quote as one: all whom they quote, and all outlets."""
    for _, group in groupby(backings, key=lambda one: (one.origin, one.ground, one.adds)):
        found = [replace(one, of=_lettered(one, letters)) for one in group]
        if found[0].ground is not Ground.QUOTES:
            yield from found
            continue
        outlets = sorted({outlet for one in found for outlet in one.outlets})
        yield replace(found[0], of=_listed([one.of for one in found]), outlets=tuple(outlets))


def _lettered(one: Backing, letters: Mapping[str, str] | None) -> str:
    if letters is None or one.origin == UNATTRIBUTED:
        return one.of
    return f"{one.of} [{letters.get(one.kind, NO_LETTER)}]"


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more
