"""Decisions as they are made: their id is a hash of all they say, so that one that was changed on its way is noticed."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from reportedly.fields.registry import to_json
from reportedly.model import Anchor, Decision, Voice, content_id

TICK = timedelta(microseconds=1)


def signed(decision: Decision) -> Decision:
    """The decision with the id that its content gives it."""
    return replace(decision, id=id_of(decision))


def id_of(decision: Decision) -> str:
    """The id that a decision of this content bears on every machine."""
    told = decision.elsewhere
    field = field_of(decision)
    parts = (
        decision.ruling.value,
        [_place(anchor) for anchor in decision.anchors],
        [_place(anchor) for anchor in decision.others],
        decision.undoes,
        [field, None if field is None or decision.value is None else to_json(field, decision.value)],
        told and [told.quote, _voice(told.voice), told.url, told.outlet, told.published and told.published.iso],
        [decision.who, decision.when.astimezone(UTC).isoformat(), decision.why],
    )
    return content_id(json.dumps(parts, ensure_ascii=False, sort_keys=True))


def field_of(decision: Decision) -> str | None:
    """The field that a decision's value answers, None where it has none."""
    if decision.elsewhere is not None:
        return decision.elsewhere.field
    return decision.anchors[0].field if decision.value is not None and decision.anchors else None


def after(now: datetime, decisions: Iterable[Decision]) -> datetime:
    """Now, or just after the last decision where a clock stands behind it: what is decided later is later."""
    return max([now, *(decision.when + TICK for decision in decisions)])


def _place(anchor: Anchor) -> list[object]:
    return [anchor.report, anchor.start, anchor.end, anchor.field, anchor.written]


def _voice(voice: Voice) -> list[object]:
    return [voice.id, voice.name, voice.kind, voice.state, [_voice(holder) for holder in voice.joint]]
