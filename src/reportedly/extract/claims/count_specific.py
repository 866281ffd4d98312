"""How many, where the tellings say it in vague words alone: the number that any other sentence on the incident gives."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.extract.claims.count_flight import flies, may_be_of_it
from reportedly.extract.claims.count_further import further
from reportedly.extract.claims.count_unsaid import SOME
from reportedly.extract.claims.day import dated_elsewhere
from reportedly.extract.claims.draft import Draft
from reportedly.extract.claims.said import doubt, telling_of
from reportedly.extract.framing import Frame, Framing
from reportedly.fields.count import CountExpression
from reportedly.fields.count_apart import apart
from reportedly.fields.count_bare import bare
from reportedly.fields.count_words import COMPOUND_HEAD, several_of
from reportedly.fields.number import parse
from reportedly.model import BlockKind, Count, Role
from reportedly.patterns import compiled

_FLYING = frozenset({"missile", "projectile", "rocket", "weapon", "launches"})
_ONE = compiled(
    r"(?<!was )(?<!were )(?<!be )(?<!been )(?<!is )(?<!as )(?<!like )(?<!than )(?<!called )(?<!named )\b(an?)\s(?:(?!and\b|or\b|of\b|for\b|from\b)[\w-]+\s){0,3}[“\"]?$",
    re.IGNORECASE,
)
_NEAR = 2  # sentences from one to the next
_TOLD_APART = compiled(r"(?: of them)?\s?[,:;—–(]\s?(?:the first|one|both|each)\b", re.IGNORECASE)


def specific(
    framing: Framing, frame: Frame, drafts: Sequence[Draft], counted: Sequence[CountExpression]
) -> Iterator[Draft]:
    """The highest number that the report gives of a subject of which it says elsewhere only that there were several."""
    if frame.role is not Role.MAIN or frame.family != "launch":
        return
    by_name = _in_turn(framing, frame, drafts, counted)
    if by_name is not None:
        yield by_name
    elif _are_vague(drafts):
        yield from _highest(framing, frame, counted)


def _highest(framing: Framing, frame: Frame, counted: Sequence[CountExpression]) -> Iterator[Draft]:
    """The highest number that may be of the incident."""
    found = max(_all(framing, frame, counted), key=lambda f: (f.value.minimum, -f.start), default=None)
    if found is None or _is_vague(found.value):
        return
    value, start, end = found.value, found.number_start, found.number_end
    if parse(found.written) is not None and not _TOLD_APART.match(framing.facts.report.text, end):
        more = further(framing, frame.number, value, start, end)
        value, end = (more.value, more.end) if more is not None else (value, end)
    yield Draft(frame.number, "count", value, start, end, "count.loose")


def _are_vague(drafts: Sequence[Draft]) -> bool:
    """Whether several are told of without a number."""
    values = [d.value for d in drafts if isinstance(d.value, Count)]
    return bool(values) and all(map(_is_vague, values))


def _is_vague(value: Count) -> bool:
    """Whether it is what a word for many says, and no number."""
    return value.maximum is None and value.minimum <= SOME


def _in_turn(
    framing: Framing, frame: Frame, drafts: Sequence[Draft], counted: Sequence[CountExpression]
) -> Draft | None:
    """How many, where weapons of several names are told to have been launched one by one: "A Yars was launched from
    Plesetsk ... the submarine fired a Sineva"."""
    named = sorted(_by_name(framing, frame, counted), key=lambda pair: pair[1].start)
    names: dict[frozenset[str], CountExpression] = {}
    last_told = None
    for own, found in named:
        told = framing.facts.sentence_at(found.start) or 0
        if not any(own & other for other in names) and (last_told is None or told - last_told <= _NEAR):
            names[own], last_told = found, told
    total = sum(found.value.minimum for found in names.values())
    plenty = [d for d in drafts if isinstance(d.value, Count) and (d.value.maximum or 0) > 1]
    if len(names) < 2 or not all(any(f.start <= d.start < f.end for _, f in named) for d in plenty):
        return None
    last = max(names.values(), key=lambda f: f.start)
    return Draft(frame.number, "count", Count(total, total), last.start, last.noun_end, "count.in_turn", rank=-1.0)


def _by_name(
    framing: Framing, frame: Frame, counted: Sequence[CountExpression]
) -> Iterator[tuple[frozenset[str], CountExpression]]:
    """The counts that a telling of the incident tells of weapons called by their names, with these."""
    facts = framing.facts
    for found in (*counted, *_singles(framing)):
        number = facts.sentence_at(found.start)
        if number is None or facts.sentences[number].kind is BlockKind.TITLE or found.value.maximum is None:
            continue
        if found.ordinal is not None or found.part is not None or framing.owner(found.start, found.end) != frame.number:
            continue
        own = frozenset(n.id for n in facts.names_in(found.start, found.noun_end) if n.kind == "weapon" and n.id)
        told = telling_of(framing, frame.number, number, found.start, found.noun_end)
        head = facts.report.text[facts.sentences[number].start : found.start]
        if (
            own
            and (told is not None or _flew(framing, frame, found, number))
            and doubt(head) is None
            and not dated_elsewhere(framing, frame, number)
        ):
            yield own, found


def _singles(framing: Framing) -> Iterator[CountExpression]:
    """The weapons of which a name tells one: "a Yars was launched", "fired the new Sineva"."""
    text = framing.facts.report.text
    for name in framing.facts.names:
        one = _ONE.search(text, max(0, name.start - 40), name.start) if name.kind == "weapon" else None
        if one is not None and not COMPOUND_HEAD.match(text, name.end):
            start, end = one.start(), name.end
            yield CountExpression(
                start, end, text[start:end], Count(1, 1), text[name.start : end], name.start, end, start, one.end(1), "missile"
            )  # fmt: skip


def _flew(framing: Framing, frame: Frame, found: CountExpression, number: int) -> bool:
    return flies(framing, found, number) and may_be_of_it(framing, frame, found, number)


def _all(framing: Framing, frame: Frame, counted: Sequence[CountExpression]) -> Iterator[CountExpression]:
    """Every number that may be of the incident."""
    facts = framing.facts
    for found in (*_told(framing, counted), *_loose(framing)):
        number = facts.sentence_at(found.start)
        if number is None or facts.sentences[number].kind is BlockKind.TITLE:
            continue
        if framing.owner(found.start, found.end) == frame.number and may_be_of_it(framing, frame, found, number):
            yield found


def _told(framing: Framing, counted: Sequence[CountExpression]) -> Iterator[CountExpression]:
    """The counts of missiles, the whole where a part is told of it: "three of the four missiles"."""
    for found in counted:
        if found.kind in _FLYING and found.says_number and found.value.minimum > 1:
            is_part = found.included or found.additional or found.part == found.value
            if not is_part and not _named(framing, found):
                yield found


def _named(framing: Framing, found: CountExpression) -> bool:
    """Whether a count is of one named weapon, of which there may be others; not "the 59 Tomahawks"."""
    definite = framing.facts.report.text[max(0, found.number_start - 4) : found.number_start].lower().endswith("the ")
    return not definite and any(name.kind == "weapon" for name in framing.facts.names_in(found.start, found.end))


def _loose(framing: Framing) -> Iterator[CountExpression]:
    """The numbers of the report that count what has been spoken of."""
    text = framing.facts.report.text
    for found in (*bare(text, several_of(framing.codebook.count_words)), *apart(text)):
        yield replace(found, kind="elliptic")
