"""The console that everything for a person's eyes goes through."""

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, ConsoleRenderable, RenderHook
from rich.segment import Segment

from reportedly.cli.rows import screen_width
from reportedly.frozen import dataclass
from reportedly.publish.visible import visible

NARROWEST, WIDEST = 40, 200  # columns between which a page can be read


def console() -> Console:
    """A console on stdout, as wide as the terminal, plain in pipes, that lets no control character of a text through."""
    made = Console(highlight=False, markup=False, emoji=False, width=min(max(screen_width(), NARROWEST), WIDEST))
    made.push_render_hook(_Guard())
    return made


@dataclass(frozen=True, slots=True)
class _Guarded:
    """Something to print, and the same without what a terminal would obey."""

    inner: ConsoleRenderable

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        for segment in console.render(self.inner, options):
            yield segment if segment.control else Segment(visible(segment.text), segment.style)


class _Guard(RenderHook):
    """Stands between all that is printed and the terminal."""

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        return [_Guarded(renderable) for renderable in renderables]
