"""Which places of a text are taken, so that finds do not overlap: asked in the time of the find, not of the text."""

from collections.abc import Iterable


class Taken:
    """The places of one text that finds hold already."""

    def __init__(self, length: int, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._held = bytearray(length)
        for start, end in spans:
            self.take(start, end)

    def take(self, start: int, end: int) -> None:
        """Nothing; [start, end) is taken from now on."""
        self._held[start:end] = b"\1" * (end - start)

    def free(self, start: int, end: int) -> bool:
        """Whether nothing in [start, end) is taken."""
        return 1 not in self._held[start:end]
