"""What a line of `reportedly extract` holds, as plain data: told here once, and given its shape in `extract_line.py`.

A run that only reads writes it as it is, and so loads nothing to check shapes with.
"""

import json
from collections.abc import Mapping
from typing import Any

from reportedly.fields.order import field_rank
from reportedly.fields.registry import show, to_json
from reportedly.model import Claim, Extraction, Mention, Problem, Report, UtcClock, Value, Voice

_WRITTEN = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
Plain = dict[str, Any]


def plain_text(
    report: Report | None, extraction: Extraction | None, problem: Problem | None, *, with_text: bool = False
) -> str:
    """The line of one report, or of an input that no report could be made of, as JSON."""
    return _WRITTEN(
        {
            "report": plain_report(report, extraction, problem, with_text=with_text),
            "mentions": [plain_mention(mention) for mention in (extraction.mentions if extraction else ())],
            "claims": [plain_claim(claim) for claim in (extraction.claims if extraction else ())],
        }
    )


def plain_report(
    report: Report | None, extraction: Extraction | None, problem: Problem | None, *, with_text: bool = False
) -> Plain:
    """The report or the input a line is about; ValueError where there is neither a report nor a problem."""
    about = _of_report(report) if report is not None else _of_input(problem)
    about["relevant"] = extraction is not None and extraction.relevant
    about["problem"] = problem and {"kind": problem.kind.value, "message": problem.message, "remedy": problem.remedy}
    if with_text and report is not None:
        about["text"] = report.text
    return about


def _of_report(report: Report) -> Plain:
    return {
        "id": report.id,
        "path": report.path,
        "url": report.url,
        "outlet": report.outlet,
        "title": report.title,
        "published": report.published.iso if report.published else None,
        "language": report.language,
    }


def _of_input(problem: Problem | None) -> Plain:
    if problem is None:
        raise ValueError("neither a report nor a problem")
    known = {"id": problem.report, "path": problem.path}
    return known | dict.fromkeys(("url", "outlet", "title", "published", "language"))


def plain_mention(mention: Mention) -> Plain:
    """What one report says of one incident."""
    derived = mention.derived_values
    return {
        "id": mention.id,
        "type": mention.type,
        "role": mention.role.value,
        "state": mention.state,
        "values": plain_values(mention.values),
        "derived_values": {
            name: {"value": to_json(name, derived[name].value), "from": derived[name].claims}
            for name in sorted(derived, key=field_rank)
        },
        "shots": [plain_values(shot) for shot in mention.shots],
    }


def plain_values(values: Mapping[str, Value]) -> Plain:
    """The values in the order of the codebook; a UTC clock whose day nothing fixes stands in its claims alone."""
    fixed = [name for name, value in values.items() if not isinstance(value, UtcClock)]
    return {name: to_json(name, values[name]) for name in sorted(fixed, key=field_rank)}


def plain_claim(claim: Claim) -> Plain:
    """A claim as it was read: what people ruled of it is not here."""
    return {
        "id": claim.id,
        "mention": claim.mention,
        "field": claim.field,
        "value": None if claim.value is None else to_json(claim.field, claim.value),
        "written": claim.written,
        "start": claim.span.start,
        "end": claim.span.end,
        "voices": [plain_voice(voice) for voice in claim.voices],
        "inherited": claim.inherited,
        "cue": claim.cue,
        "stance": claim.stance.value,
        "rule": claim.rule,
        "shown": show(claim.field, claim.value),
    }


def plain_voice(voice: Voice) -> Plain:
    """The voice with its joint holders."""
    joint = [plain_voice(holder) for holder in voice.joint]
    return {"id": voice.id, "name": voice.name, "kind": voice.kind, "state": voice.state, "joint": joint}
