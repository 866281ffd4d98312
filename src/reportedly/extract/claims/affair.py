"""What is said of an affair: who took part, what moved, what was found, shown or decided."""

import re
from collections.abc import Iterable, Iterator

from reportedly.codebook import BodyEntry, NameMatch
from reportedly.extract import affairs_words as words
from reportedly.extract.affairs_find import giver, origin, taker_of
from reportedly.extract.affairs_statement import act_pattern
from reportedly.extract.claims.draft import Draft
from reportedly.extract.framing import Frame, Framing
from reportedly.extract.lexicon import AFFAIRS
from reportedly.extract.place_value import place_value
from reportedly.extract.sentences import Sentence
from reportedly.extract.state_of import state_of
from reportedly.extract.trigger import Shape, Trigger
from reportedly.extract.voices import body_voice
from reportedly.model import FindingText, Measure, Participant, Participants, Place, Statement, Text, Transfer
from reportedly.patterns import compiled

FIELDS = frozenset(
    {"type", "date", "participants", "transfer", "finding", "limitation", "measure", "object", "statement", "relation",
     "derived", "site"}
)  # fmt: skip
_AT = compiled(r"\b(?:at|in|near|as|called|named|of|inside)\s+(?:the\s+)?$", re.IGNORECASE)
_HELD = compiled(r"\b(?:in|at)\s+(?:the\s+)?(?:\w+\s+){0,2}$", re.IGNORECASE)
_LEADING = compiled(r"^(?:(?:of|its|their|an?|the|to|at|in|running|new|large|secret) )+", re.IGNORECASE)
_KIND_OF = (
    (compiled(r"veto|\bblock(?:s|ed|ing)?\b", re.IGNORECASE), "vetoed"),
    (compiled(r"laps|expir|lift|eas(?:ed|es)", re.IGNORECASE), "lapsed"),
    (compiled(r"blacklist|listed|designat", re.IGNORECASE), "listed"),
)
_FACILITY = compiled(words.FACILITY, re.IGNORECASE)
_REPORT_OF = compiled(
    r"\breports?\s+(?:dated|of|from|published on|released on|issued on|completed on)\s+$", re.IGNORECASE
)
_FINDERS = compiled(
    r"\s*(?:they|it|the\s+(?:\w+\s+){0,2}(?:monitors?|experts?|panel|team|group|inspectors?|investigators?|agency|analysts?|report))\s+"
    r"(?:also\s+|however,?\s+|still\s+)?",
    re.IGNORECASE,
)
_ROLE = compiled(rf"(?P<role>{words.OFFICIAL.pattern})\s*$", re.IGNORECASE)


def affairs(framing: Framing) -> Iterable[Draft]:
    """The values of every affair's frame."""
    for frame in framing.frames:
        rule = _RULES.get(framing.codebook.types[frame.type].sort or "")
        if rule is not None:
            for number in frame.triggers:
                yield from rule(framing, frame, framing.triggers[number])


def _meeting(framing: Framing, frame: Frame, told: Trigger) -> Iterator[Draft]:
    facts = framing.facts
    span = facts.sentences[told.sentence]
    inside = _people(framing, told.start, told.end)
    people = inside if len(inside) > 1 else _people(framing, span.start, max(told.end, span.start))
    if people:
        yield Draft(frame.number, "participants", Participants(people), told.start, told.end, "affair.participants")


def _people(framing: Framing, start: int, end: int) -> tuple[Participant, ...]:
    """Those named or called by their office in a stretch of text; failing both, the states."""
    facts, found = framing.facts, []
    for name in facts.names_in(start, end):
        if name.kind == "person" or (name.kind == "body" and getattr(name.entry, "cls", None) == "official"):
            role = _ROLE.search(facts.report.text[start : name.start])
            found.append(Participant(name.name, role["role"].lower() if role else None, state_of(name)))
    held = {p.state for p in found}
    for match in words.OFFICIAL.finditer(facts.report.text, start, end):
        before = [n for n in facts.names_in(start, match.start()) if n.kind in {"state", "demonym"}]
        if before and before[-1].id not in held and match.start() - before[-1].end < 12:
            found.append(Participant(match.group().lower(), match.group().lower(), before[-1].id))
            held.add(before[-1].id)
    return tuple(dict.fromkeys(found))


def _transfer(framing: Framing, frame: Frame, told: Trigger) -> Iterator[Draft]:
    facts = framing.facts
    goods = re.search(words.GOODS, told_text(framing, told), re.IGNORECASE)
    value = Transfer(
        origin(facts, told.sentence, told.anchor, told.end)
        or giver(facts, told.sentence, told.anchor, told.end)
        or frame.state,
        taker_of(facts, told.start, told.end),
        goods.group().lower() if goods else None,
    )
    yield Draft(frame.number, "transfer", value, told.start, told.end, "affair.transfer")


def told_text(framing: Framing, told: Trigger) -> str:
    """The words of a telling."""
    return framing.facts.report.text[told.start : told.end]


def _finding(framing: Framing, frame: Frame, told: Trigger) -> Iterator[Draft]:
    facts = framing.facts
    span = facts.sentences[told.sentence]
    body = next(
        (
            n.entry
            for n in facts.names_in(span.start, told.end)
            if n.end > told.start and isinstance(n.entry, BodyEntry)
        ),
        None,
    )
    by, voices = (body.id, (body_voice(body),)) if body is not None else (None, None)
    start, end = (told.start, told.end) if told.end - told.anchor > 60 else (span.start, span.end)
    found = FindingText(by, facts.report.text[start:end].strip())
    yield Draft(frame.number, "finding", found, start, end, "affair.finding", voices=voices)
    for dated in framing.dates:
        if dated.sentence == told.sentence and dated.range and _REPORT_OF.search(facts.report.text[: dated.start]):
            yield Draft(frame.number, "date", dated.range, dated.start, dated.end, "affair.dated", rank=-1.0)
    yield from _limits(framing, frame, told, by)


def _limits(framing: Framing, frame: Frame, told: Trigger, by: str | None) -> Iterator[Draft]:
    """What those who found it could not find out: in the sentence that tells it, and in those that go on about it."""
    facts = framing.facts
    for number, span in enumerate(facts.sentences[told.sentence :], told.sentence):
        unable = words.UNABLE.search(facts.report.text, span.start, span.end)
        if unable is None or (number != told.sentence and not _go_on(framing, frame, told, span, unable.start())):
            continue
        value = FindingText(by, unable.group())
        yield Draft(frame.number, "limitation", value, unable.start(), unable.end(), "affair.limitation")


def _go_on(framing: Framing, frame: Frame, told: Trigger, span: Sentence, at: int) -> bool:
    """Whether the words before `at` are "they" or the finders by their noun, and nobody else was named since they were."""
    head = framing.facts.report.text[span.start : at]
    since = framing.facts.names_in(told.end, span.start)
    return _FINDERS.fullmatch(head) is not None and not any(n.kind == "body" for n in since)


def _disclosure(framing: Framing, frame: Frame, told: Trigger) -> Iterator[Draft]:
    shown = _FACILITY.search(told_text(framing, told))
    if shown is not None:
        named = _LEADING.sub("", shown.group())
        end = told.start + shown.end()
        yield Draft(frame.number, "object", Text(named), end - len(named), end, "affair.object")


def _measure(framing: Framing, frame: Frame, told: Trigger) -> Iterator[Draft]:
    written = told_text(framing, told)
    kind = next((code for pattern, code in _KIND_OF if pattern.search(written)), "adopted")
    facts = framing.facts
    span = facts.sentences[told.sentence]
    bodies = [
        n
        for n in facts.names_in(span.start, told.start)
        if n.kind == "body" or (n.kind == "state" and told.shape is Shape.CLAUSE)
    ]
    body = bodies[-1].id if bodies else None
    yield Draft(frame.number, "measure", Measure(kind, body), told.start, told.end, "affair.measure")


def affair_sites(framing: Framing) -> Iterable[Draft]:
    """The first place named for every facility ("saw it at ...", "the site known as ..."), and where each meeting was held."""
    done = set[int]()
    for name in framing.facts.names:
        home = framing.owner(name.start, name.end) if name.kind in {"site", "metonym"} else None
        if home is None or home in done or not _is_there(framing, framing.frames[home], name):
            continue
        value = place_value(name, framing)
        if value is None:  # a capital of no codebook's site
            value = Place(None, name.written, name.written, name.id, None, None, 2)
        if framing.frames[home].family == "facility":
            done.add(home)
        yield Draft(home, "site", value, name.start, name.end, "affair.site")


def _is_there(framing: Framing, frame: Frame, name: NameMatch) -> bool:
    head = framing.facts.report.text[max(0, name.start - 80) : name.start]
    if frame.family == "meeting":
        told = {framing.triggers[t].sentence for t in frame.triggers}
        return framing.facts.sentence_at(name.start) in told and _HELD.search(head) is not None
    there = frame.family == "facility" and name.kind == "site"
    return there and _AT.search(head) is not None


def _statement(framing: Framing, frame: Frame, told: Trigger) -> Iterator[Draft]:
    match = act_pattern(framing.codebook).search(framing.facts.report.text, told.start, told.end)
    written = match.group().lower() if match else ""
    act = next((c.act for c in framing.codebook.cues if c.act and written in c.words), "urge")
    about = next((f.number for f in framing.frames if f.number != frame.number and f.family not in AFFAIRS), None)
    value = Statement(act, framing.mention_ids[about] if about is not None else None)
    yield Draft(frame.number, "statement", value, told.start, told.end, "affair.statement")


_RULES = {
    "statement": _statement,
    "meeting": _meeting,
    "transfer": _transfer,
    "findings": _finding,
    "facility": _disclosure,
    "measure": _measure,
}
