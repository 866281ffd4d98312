"""The line of `reportedly extract`: a report, its mentions, their claims; a part of the output contract.

It stands apart from what is told of incidents, so that who extracts loads nothing that joins or checks.
"""

from collections.abc import Mapping
from typing import Annotated

from pydantic import ConfigDict, Field, WithJsonSchema

from reportedly.fields.order import field_rank
from reportedly.fields.registry import show, to_json
from reportedly.model import Claim, DerivedValue, Extraction, Mention, Problem, Report, UtcClock, Value, Voice
from reportedly.publish.line import Json, Line
from reportedly.publish.ruled import RuledLine, ruled_line

ValuesByField = Annotated[dict[str, Json], WithJsonSchema({"allOf": [{"$ref": "#/$defs/Values"}]})]


class ProblemLine(Line):
    """What went wrong with the input, and what to do."""

    kind: str
    message: str
    remedy: str


class ReportLine(Line):
    """The report a line is about; `id` is null where not even its bytes could be read."""

    id: str | None
    path: str
    url: str | None
    outlet: str | None
    title: str | None
    published: str | None
    language: str | None
    relevant: bool
    problem: ProblemLine | None


class ReportTextLine(ReportLine):
    """The same with the text that the claims' spans count in."""

    text: str


class VoiceLine(Line):
    """Who speaks; `joint` names the holders where several speak as one."""

    id: str
    name: str
    kind: str
    state: str | None
    joint: tuple["VoiceLine", ...]


class ClaimLine(Line):
    """One voice says one thing of one mention; `text[start:end] == written`. `shown` is the value in plain English."""

    id: str
    mention: str
    field: str
    value: Json
    written: str
    start: int
    end: int
    voices: tuple[VoiceLine, ...]
    inherited: bool
    cue: str | None
    stance: str
    rule: str
    shown: str = ""


class DerivedValueLine(Line):
    """A value nobody wrote, and the claims it comes from."""

    value: Json
    claims: tuple[str, ...] = Field(validation_alias="from", serialization_alias="from")
    model_config = ConfigDict(populate_by_name=True)


class MentionLine(Line):
    """What one report says of one incident."""

    id: str
    type: str
    role: str
    state: str | None
    values: ValuesByField
    derived_values: dict[str, DerivedValueLine]
    shots: tuple[ValuesByField, ...]


class RuledClaimLine(ClaimLine):
    """The same with what was ruled of it; its value is the corrected one."""

    ruled: RuledLine


class ExtractLine(Line):
    """One line of `reportedly extract`: a report, its mentions, their claims."""

    report: ReportTextLine | ReportLine
    mentions: tuple[MentionLine, ...]
    claims: tuple[RuledClaimLine | ClaimLine, ...]


def extract_line(
    report: Report, extraction: Extraction, problem: Problem | None = None, *, with_text: bool = False
) -> ExtractLine:
    """The line of one report; with its text where asked."""
    return ExtractLine(
        report=_report_line(report, extraction.relevant, problem, with_text=with_text),
        mentions=tuple(_mention_line(mention) for mention in extraction.mentions),
        claims=tuple(claim_line(claim) for claim in extraction.claims),
    )


def problem_line(problem: Problem) -> ExtractLine:
    """The line of an input no report could be made of: its path, and what to do."""
    report = ReportLine(
        id=problem.report,
        path=problem.path,
        url=None,
        outlet=None,
        title=None,
        published=None,
        language=None,
        relevant=False,
        problem=_trouble(problem),
    )
    return ExtractLine(report=report, mentions=(), claims=())


def _report_line(report: Report, relevant: bool, problem: Problem | None, *, with_text: bool) -> ReportLine:
    line = ReportLine(
        id=report.id,
        path=report.path,
        url=report.url,
        outlet=report.outlet,
        title=report.title,
        published=report.published.iso if report.published else None,
        language=report.language,
        relevant=relevant,
        problem=_trouble(problem) if problem else None,
    )
    return ReportTextLine(**dict(line), text=report.text) if with_text else line


def _trouble(problem: Problem) -> ProblemLine:
    return ProblemLine(kind=problem.kind.value, message=problem.message, remedy=problem.remedy)


def _mention_line(mention: Mention) -> MentionLine:
    derived = mention.derived_values
    return MentionLine(
        id=mention.id,
        type=mention.type,
        role=mention.role.value,
        state=mention.state,
        values=values_line(mention.values),
        derived_values={name: _derived_line(name, derived[name]) for name in sorted(derived, key=field_rank)},
        shots=tuple(values_line(shot) for shot in mention.shots),
    )


def _derived_line(name: str, derived: DerivedValue) -> DerivedValueLine:
    return DerivedValueLine(value=to_json(name, derived.value), claims=derived.claims)


def values_line(values: Mapping[str, Value]) -> dict[str, Json]:
    """The values in the order of the codebook; a UTC clock whose day nothing fixes stands in its claims alone."""
    fixed = {name: value for name, value in values.items() if not isinstance(value, UtcClock)}
    return {name: to_json(name, fixed[name]) for name in sorted(fixed, key=field_rank)}


def claim_line(claim: Claim) -> ClaimLine:
    """The line of one claim, with what was ruled of it."""
    line = ClaimLine(
        id=claim.id,
        mention=claim.mention,
        field=claim.field,
        value=None if claim.value is None else to_json(claim.field, claim.value),
        written=claim.written,
        start=claim.span.start,
        end=claim.span.end,
        voices=tuple(voice_line(voice) for voice in claim.voices),
        inherited=claim.inherited,
        cue=claim.cue,
        stance=claim.stance.value,
        rule=claim.rule,
        shown=show(claim.field, claim.value),
    )
    return line if claim.ruled is None else RuledClaimLine(**dict(line), ruled=ruled_line(claim.field, claim.ruled))


def voice_line(voice: Voice) -> VoiceLine:
    """The voice with its joint holders."""
    joint = tuple(voice_line(holder) for holder in voice.joint)
    return VoiceLine(id=voice.id, name=voice.name, kind=voice.kind, state=voice.state, joint=joint)
