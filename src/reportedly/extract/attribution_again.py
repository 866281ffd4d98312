"""Words for somebody named before: surnames, pronouns, short forms."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from reportedly.extract.speaker_words import Speaking
from reportedly.extract.voices import Holder


def surnames(text: str, found: Sequence[Holder], words: Speaking) -> Iterator[Holder]:
    """Later mentions by one name: "Park said" after "Park Won-gon"; of two Parks the one named last."""
    seen: dict[str, list[Holder]] = {}
    for holder in sorted(found, key=lambda h: h.start):
        parts = holder.voices[-1].name.split() if holder.kind == "person" and holder.voices else []
        if len(parts) > 1:
            family = parts[0] if parts[0] in words.surnames_first or "-" in parts[-1] else parts[-1]
            seen.setdefault(family, []).append(holder)
    if seen:
        for m in re.finditer(rf"\b(?:{'|'.join(map(re.escape, seen))})\b", text):
            before = bisect_right(seen[m[0]], m.start(), key=lambda h: h.end)
            last = seen[m[0]][max(0, before - 1)]
            yield Holder(m.start(), m.end(), last.voices[-1:], "person")


def pronouns(text: str, words: Speaking) -> Iterator[Holder]:
    """Pronouns and short forms, for the discourse to resolve."""
    for m in words.pronoun.finditer(text):
        key = (m["noun"] or "").lower() or next(k for k in ("he", "it", "they", "others", "both") if m[k])
        yield Holder(m.start(), m.end(), (), "anaphor", key)
