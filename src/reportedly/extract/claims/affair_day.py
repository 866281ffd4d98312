"""The day of an affair that its own tellings do not date: "It was adopted on Tuesday", "In its report, dated Friday"."""

import re
from collections.abc import Iterable, Iterator

from reportedly.codebook import Sort
from reportedly.extract.claims.draft import Draft
from reportedly.extract.dated import Dated
from reportedly.extract.framing import Frame, Framing
from reportedly.extract.lexicon import AFFAIRS
from reportedly.model import Role
from reportedly.patterns import compiled

_DONE: tuple[Sort, ...] = (
    "transfer",
    "meeting",
)  # sorts that are told of later: their day is that on which it was done
_SAID: Sort = "statement"  # the sort whose day is that on which it was said
_GOES_ON = 3  # sentences behind a telling that may date it
_RECENT = 14  # days before publication
_RANK = 1.0  # behind the day of a telling
_OF_ANOTHER = compiled(
    r"\b(?:since|after|following|until|from|previous|earlier|last|over|amid|despite|because of|(?:response|answer|reaction) to)\b"
    r"(?!\s(?:an?|the|its)\s(?:[\w-]+\s){0,4}?(?:vote|adoption|decision)\b)[^,;]*$",
    re.IGNORECASE,
)


def affair_days(framing: Framing, frame: Frame) -> Iterable[Draft]:
    """The first recent day that the sentences of an affair, or the next three, name and that nothing else of the report
    has."""
    dated = frame.date is not None and frame.date.day is not None
    if frame.role is not Role.MAIN or frame.family not in AFFAIRS or dated:
        return
    said = next((d for d in _beside(framing, frame) if _may_date(framing, frame, d)), None)
    if said is not None and said.range is not None:
        rank = -_RANK if frame.dates and not said.aside else _RANK  # before "last week"
        yield Draft(frame.number, "date", said.range, said.start, said.end, "date.affair", rank=rank)


def _may_date(framing: Framing, frame: Frame, said: Dated) -> bool:
    if any(framing.codebook.is_a(frame.type, sort) for sort in _DONE):
        return not said.aside
    return said.aside or not framing.codebook.is_a(frame.type, _SAID)


def _beside(framing: Framing, frame: Frame) -> Iterator[Dated]:
    facts, published = framing.facts, framing.facts.report.published
    told = [framing.triggers[n].sentence for n in frame.triggers]
    near = {number for first in told for number in range(first, first + _GOES_ON + 1)}
    for number, said in enumerate(framing.dates):
        day = said.range.day if said.range is not None else None
        if day is None or published is None or said.stamp or said.since or said.prior:
            continue
        if said.sentence not in near:
            continue
        if framing.of_date.get(number, frame.number) != frame.number or not 0 <= (published.day - day).days <= _RECENT:
            continue
        if _OF_ANOTHER.search(facts.report.text, facts.sentences[said.sentence].start, said.start) is None:
            yield said
