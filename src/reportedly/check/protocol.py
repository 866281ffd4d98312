"""What every check is."""

from collections.abc import Callable, Iterable

from reportedly.check.article import Article
from reportedly.model import Finding

Check = Callable[[Article], Iterable[Finding]]
"""A check takes an article and gives what it found, nothing where there is nothing of its kind to check."""
