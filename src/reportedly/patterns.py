"""Patterns, compiled: by `coded.py` on the Pythons that it knows, as they come on every other, where all takes longer."""

import re
import sys

if sys.implementation.name == "cpython" and sys.version_info < (3, 14):
    from reportedly.coded import compiled, pieces_of, starts_of
else:

    def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
        """A pattern."""
        return re.compile(pattern, flags)

    def starts_of(pattern: str, flags: int) -> frozenset[str]:
        """None: what every match begins with is not told."""
        return frozenset()

    pieces_of = starts_of

__all__ = ["compiled", "pieces_of", "starts_of"]
