"""Decisions as JSON lines: what two analysts hand each other, and what `reportedly decisions export` writes.

A line stands for itself: it names places in reports by their hash, span and words, so that any ledger that holds the
report can apply it. Keys may be added, never renamed.
"""

import json
from datetime import datetime, timedelta

from pydantic import Field, ValidationError

from reportedly.fields.registry import from_json, to_json
from reportedly.model import Anchor, Decision, Elsewhere, Ruling, Voice
from reportedly.model.errors import UsageError
from reportedly.publish.contract import VoiceLine, voice_line
from reportedly.publish.line import Json, Line
from reportedly.readers.dates import parse_published
from reportedly.reconcile.rulings.making import field_of, id_of

SKEW = timedelta(days=1)  # how far another's clock may stand ahead
FIRST_YEAR, LAST_YEAR = 2000, 2999


class AnchorLine(Line):
    """A place in a report: its SHA-256, a span in its text, the field and the words that stand there."""

    report: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    field: str
    written: str


class ElsewhereLine(Line):
    """What a person read in a report that the ledger does not hold."""

    quote: str
    voice: VoiceLine
    url: str | None = None
    outlet: str | None = None
    published: str | None = None


class DecisionLine(Line):
    """One line of `reportedly decisions export`: who ruled what, when and why. `id` is a hash of all the rest."""

    id: str
    ruling: str = Field(pattern=f"^({'|'.join(Ruling)})$")
    who: str = Field(min_length=1)
    when: datetime
    why: str
    anchors: tuple[AnchorLine, ...] = ()
    others: tuple[AnchorLine, ...] = ()
    field: str | None = None
    value: Json = None
    elsewhere: ElsewhereLine | None = None
    undoes: str | None = None


def decision_line(decision: Decision) -> DecisionLine:
    """The line of one decision."""
    field, told = field_of(decision), decision.elsewhere
    return DecisionLine(
        id=decision.id,
        ruling=decision.ruling.value,
        who=decision.who,
        when=decision.when,
        why=decision.why,
        anchors=tuple(_anchor_line(anchor) for anchor in decision.anchors),
        others=tuple(_anchor_line(anchor) for anchor in decision.others),
        field=field,
        value=None if field is None else to_json(field, decision.value),
        elsewhere=_elsewhere_line(told) if told else None,
        undoes=decision.undoes,
    )


def decisions_in(text: str, name: str, now: datetime) -> tuple[tuple[Decision, ...], tuple[str, ...]]:
    """The decisions of JSON lines, and a line for every one that cannot be used, with its place and the reason.

    One that bears a day after tomorrow is refused: it would overrule whatever is decided before that day.
    """
    found, faults = list[Decision](), list[str]()
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            found.append(_decision(json.loads(line), now))
        except _UNUSABLE as error:
            faults.append(f"{name}:{number}: {_short(error)}")
    return tuple(found), tuple(faults)


_UNUSABLE = (
    *(ValidationError, ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError),
    UsageError,
)


def _decision(row: object, now: datetime) -> Decision:
    line = DecisionLine.model_validate(row)
    if line.when.tzinfo is None:
        raise UsageError("its time has no zone; export it again")
    if not FIRST_YEAR <= line.when.year <= LAST_YEAR or line.when > now + SKEW:
        raise UsageError(f"bears the time {line.when.isoformat()}; check the clock of whoever made it")
    told, ruling = line.elsewhere, Ruling(line.ruling)
    decision = Decision(
        id=line.id,
        ruling=ruling,
        who=line.who,
        when=line.when,
        why=line.why,
        anchors=tuple(_anchor(anchor) for anchor in line.anchors),
        others=tuple(_anchor(anchor) for anchor in line.others),
        value=None if line.field is None else from_json(line.field, line.value),
        elsewhere=_elsewhere(line.field, told) if told else None,
        undoes=line.undoes,
    )
    if not _is_whole(decision):
        raise UsageError(f"a decision of kind {ruling.value} lacks what it rules on; export it again")
    if id_of(decision) != line.id:
        raise UsageError("was changed after it was made (its id is not that of its content); export it again")
    return decision


def _is_whole(decision: Decision) -> bool:
    """Whether it has all that a decision of its kind needs."""
    if decision.ruling is Ruling.UNDO:
        return decision.undoes is not None
    if decision.ruling in (Ruling.SAME, Ruling.DIFFERENT):
        return bool(decision.anchors and decision.others)
    if decision.ruling is Ruling.CLAIM:
        return bool(decision.anchors and decision.elsewhere and decision.value)
    return bool(decision.anchors) and (decision.ruling is not Ruling.CORRECT or decision.value is not None)


def _anchor_line(anchor: Anchor) -> AnchorLine:
    return AnchorLine(
        report=anchor.report, start=anchor.start, end=anchor.end, field=anchor.field, written=anchor.written
    )


def _anchor(line: AnchorLine) -> Anchor:
    return Anchor(line.report, line.start, line.end, line.field, line.written)


def _elsewhere_line(told: Elsewhere) -> ElsewhereLine:
    published = told.published.iso if told.published else None
    return ElsewhereLine(
        quote=told.quote, voice=voice_line(told.voice), url=told.url, outlet=told.outlet, published=published
    )


def _elsewhere(field: str | None, line: ElsewhereLine) -> Elsewhere:
    if field is None:
        raise UsageError("it names no field; export it again")
    published = parse_published(line.published) if line.published else None
    return Elsewhere(field, line.quote, _voice(line.voice), line.url, line.outlet, published)


def _voice(line: VoiceLine) -> Voice:
    return Voice(line.id, line.name, line.kind, line.state, tuple(_voice(holder) for holder in line.joint))


def _short(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(str(part) for part in first['loc']) or 'the line'}: {first['msg']}"
    if isinstance(error, json.JSONDecodeError):
        return f"is no JSON ({error.msg})"
    return str(error)
