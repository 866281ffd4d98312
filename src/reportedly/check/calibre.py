"""A calibre that became a warhead: "a 600 mm warhead"."""

import re
from collections.abc import Iterator

from reportedly.check.article import Article
from reportedly.model import Finding, Verdict
from reportedly.patterns import compiled

_MM = r"(?P<size>\d{2,4})[- ]?(?:mm|millimet(?:er|re)s?)\b"
_WARHEAD = compiled(
    rf"\b{_MM}[- ](?:[\w-]+ )?warheads?\b|\bwarheads? (?:of|measuring|as wide as|with a (?:diameter|calib(?:er|re)) of) (?:about |some )?{_MM.replace('size', 'of')}",
    re.IGNORECASE,
)


def calibre(article: Article) -> Iterator[Finding]:
    """A calibre read as the size of a warhead: calibres are given of launchers and their rockets.

    It stands on the claim nearest to the words, for the words make no claim of their own.
    """
    text = article.report.text
    for block in article.report.claimable():
        for match in _WARHEAD.finditer(text, block.span.start, block.span.end):
            near = article.nearest(match.start())
            if near is None:
                return
            size = match["size"] or match["of"]
            names = sorted(
                {w.name for w in article.codebook.weapons.values() if _of_calibre(size, (w.name, *w.aliases))}
            )
            known = f" ({', '.join(names)})" if names else ""
            working = f"{size} mm is the calibre of a launcher and its rockets{known}, no measure of a warhead"
            yield Finding(near.id, "calibre", match.group(), Verdict.INCONSISTENT, working, {"calibre_mm": int(size)})


def _of_calibre(size: str, names: tuple[str, ...]) -> bool:
    return any(re.search(rf"\b{size}[- ]?(?:mm|millimet)", name, re.IGNORECASE) for name in names)
