"""A small picture of a disagreement: a bar of positions, each as wide as the outlets that print it."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from reportedly.frozen import dataclass
from reportedly.publish.visible import visible

WIDTH, HEIGHT, GAP = 110, 10, 2
COLOURS = 6  # positions that are told apart; the others share the last
LEAST = 6  # pixels of a position that few print


@dataclass(frozen=True, slots=True)
class Share:
    """One position in a bar: its class in the stylesheet ("p1", "former", "other") and how many outlets print it."""

    look: str
    outlets: int


def looks(standing: Sequence[bool], revised: Sequence[bool]) -> tuple[str, ...]:
    """How each position is drawn: those that stand by number, those that were revised and those nobody asserts apart."""
    found: list[str] = []
    number = 0
    for stands, former in zip(standing, revised, strict=True):
        number += stands
        found.append(f"p{min(number, COLOURS)}" if stands else "former" if former else "other")
    return tuple(found)


def bar(shares: Sequence[Share], told: str) -> Markup:
    """The bar as SVG, with `told` in words for who does not see it."""
    total = sum(share.outlets for share in shares) or 1
    room = WIDTH - GAP * (len(shares) - 1) - LEAST * len(shares)
    at, parts = 0, []
    for share in shares:
        width = LEAST + round(max(room, 0) * share.outlets / total)
        parts.append(f'<rect class="{share.look}" x="{at}" y="0" width="{width}" height="{HEIGHT}" rx="2"/>')
        at += width + GAP
    wide = max(at - GAP, 1)
    return Markup(
        f'<svg class="bar" role="img" aria-label="{escape(visible(told))}" viewBox="0 0 {wide} {HEIGHT}" '
        f'width="{wide}" height="{HEIGHT}">{"".join(parts)}</svg>'
    )


def swatch(look: str) -> Markup:
    """The key of one position in a bar."""
    return Markup(
        '<svg class="swatch" aria-hidden="true" viewBox="0 0 10 10" width="10" height="10">'
        f'<rect class="{look}" x="0" y="0" width="10" height="10" rx="2"/></svg>'
    )
