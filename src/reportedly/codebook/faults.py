"""Faults that only show when the parts of a codebook are seen together."""

from collections.abc import Iterator, Sequence

from reportedly.codebook.codebook import Codebook
from reportedly.codebook.source import Source


def cross_faults(codebook: Codebook, sources: Sequence[Source]) -> Iterator[str]:
    """References to ids that no entry has."""
    yield from ()
