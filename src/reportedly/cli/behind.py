"""Who stands behind an incident, for a terminal: the counts, and below them each origin with its outlets."""

from collections.abc import Mapping

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from reportedly.model import Support
from reportedly.publish.behind import behind, counts


def print_behind(support: Support, letters: Mapping[str, str] | None, out: Console) -> None:
    """Nothing; the counts and each origin with its outlets go to the console, with letters where they are given."""
    out.print(Text(counts(support), style="dim"))
    for one in behind(support, letters):
        name = (one.name, "bold" if one.adds else "dim")
        out.print(Padding(Text.assemble(name, (f": {one.told}", "" if one.adds else "dim")), (0, 0, 0, 2)))
