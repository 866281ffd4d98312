"""The line of `reportedly extract` as plain data: what `extract_line` gives, written without making and checking its shape.

For a run that only reads, which so needs nothing to check shapes with; a test holds both to the same text.
"""

import json
from collections.abc import Mapping
from typing import Any

from reportedly.fields.order import field_rank
from reportedly.fields.registry import show, to_json
from reportedly.model import Claim, Extraction, Mention, Problem, Report, UtcClock, Value, Voice

_WRITTEN = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
_Plain = dict[str, Any]


def plain_text(
    report: Report | None, extraction: Extraction | None, problem: Problem | None, *, with_text: bool = False
) -> str:
    """The line of one report, or of an input that no report could be made of."""
    about = _report(report) if report is not None else _input(problem)
    about["relevant"] = extraction is not None and extraction.relevant
    about["problem"] = problem and {"kind": problem.kind.value, "message": problem.message, "remedy": problem.remedy}
    if with_text and report is not None:
        about["text"] = report.text
    mentions = extraction.mentions if extraction else ()
    return _WRITTEN(
        {
            "report": about,
            "mentions": [_mention(mention) for mention in mentions],
            "claims": [_claim(claim) for claim in (extraction.claims if extraction else ())],
        }
    )


def _report(report: Report) -> _Plain:
    return {
        "id": report.id,
        "path": report.path,
        "url": report.url,
        "outlet": report.outlet,
        "title": report.title,
        "published": report.published.iso if report.published else None,
        "language": report.language,
    }


def _input(problem: Problem | None) -> _Plain:
    if problem is None:
        raise ValueError("neither a report nor a problem")
    known = {"id": problem.report, "path": problem.path}
    return known | dict.fromkeys(("url", "outlet", "title", "published", "language"))


def _mention(mention: Mention) -> _Plain:
    derived = mention.derived_values
    return {
        "id": mention.id,
        "type": mention.type,
        "role": mention.role.value,
        "state": mention.state,
        "values": _values(mention.values),
        "derived_values": {
            name: {"value": to_json(name, derived[name].value), "from": derived[name].claims}
            for name in sorted(derived, key=field_rank)
        },
        "shots": [_values(shot) for shot in mention.shots],
    }


def _values(values: Mapping[str, Value]) -> _Plain:
    fixed = [name for name, value in values.items() if not isinstance(value, UtcClock)]
    return {name: to_json(name, values[name]) for name in sorted(fixed, key=field_rank)}


def _claim(claim: Claim) -> _Plain:
    return {
        "id": claim.id,
        "mention": claim.mention,
        "field": claim.field,
        "value": None if claim.value is None else to_json(claim.field, claim.value),
        "written": claim.written,
        "start": claim.span.start,
        "end": claim.span.end,
        "voices": [_voice(voice) for voice in claim.voices],
        "inherited": claim.inherited,
        "cue": claim.cue,
        "stance": claim.stance.value,
        "rule": claim.rule,
        "shown": show(claim.field, claim.value),
    }


def _voice(voice: Voice) -> _Plain:
    joint = [_voice(holder) for holder in voice.joint]
    return {"id": voice.id, "name": voice.name, "kind": voice.kind, "state": voice.state, "joint": joint}
