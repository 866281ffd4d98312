"""Which states qualify a role or a group: before it ("U.S. and South Korean officials") or behind it ("officials in Seoul")."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reportedly.codebook import BodyEntry, NameMatch
from reportedly.extract.attribution_context import state_of
from reportedly.extract.attribution_roles import OF_STATE
from reportedly.patterns import compiled

_LINK = compiled(r"(?:['’]s?)?[ \n-]+(?:(?:own|new|then|acting|main|official|top|senior) )?")
_OWNS = compiled(r"(?:['’]s?)? ")
_AND = compiled(r"\s*(?:,?\s*and\b|/|-)\s*(?:the )?")
_LISTED = compiled(r"\s*,\s*(?:the )?")


class StatesAround:
    """The names of states in one report, and the bodies whose names begin with one."""

    def __init__(
        self, text: str, qualifiers: Sequence[NameMatch], bodies: Sequence[tuple[NameMatch, BodyEntry]]
    ) -> None:
        self._text = text
        self._qualifiers = qualifiers
        self._ends = [n.end for n in qualifiers]
        self._bodies = bodies
        self._body_starts = [n.start for n, _ in bodies]

    def left(self, start: int) -> tuple[int, tuple[str, ...]]:
        """The states that qualify what starts here ("U.S. and South Korean officials"), and where they begin."""
        codes: list[str] = []
        at = start
        over = bisect_left(self._body_starts, start) - 1
        if over >= 0:
            n, body = self._bodies[over]
            if start < n.end and body.role and body.state:
                codes, at = [body.state], n.start
        index = bisect_right(self._ends, at) - 1
        joins: tuple[re.Pattern[str], ...] = (_AND,) if codes else (_LINK,)
        while index >= 0:
            here = self._qualifiers[index]
            if here.end > at or (here.kind == "site" and _LINK not in joins):
                break
            if not any(join.fullmatch(self._text, here.end, at) for join in joins):
                break
            joins = (_AND,) if _LINK in joins else (_AND, _LISTED)
            codes.insert(0, state_of(here) or "")
            at = here.start
            index -= 1
        return at, tuple(dict.fromkeys(codes))

    def owned(self, start: int) -> int:
        """Where what a state has begins, if its name stands here ("India's DRDO", "the US State Department"); else here."""
        first = start + 4 * self._text.startswith("the ", start)
        owner = next((n for n in self._qualifiers if n.start == first), None)
        gap = _OWNS.match(self._text, owner.end) if owner is not None else None
        return gap.end() if gap is not None else start

    def right(self, end: int) -> tuple[int, tuple[str, ...]]:
        """The states named behind a role ("defense ministries of Japan and South Korea"), and where they end."""
        m = OF_STATE.match(self._text, end)
        if m is None:
            return end, ()
        codes: list[str] = []
        at = m.end()
        for here in self._qualifiers[bisect_right(self._ends, m.end()) :]:
            if self._text[at : here.start] not in ("", " and ", ", ", " and the ") or here.kind == "demonym":
                break
            codes.append(state_of(here) or "")
            at = here.end
        return (at, tuple(codes)) if codes else (end, ())
