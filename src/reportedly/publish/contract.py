"""The outputs other programs read: an extract line and an incident line; a check stands in findings.py.

Keys may be added, never renamed or given another shape; `reportedly schema` prints what stands here.
"""

from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import ConfigDict, Field, WithJsonSchema

from reportedly.fields.registry import show, to_json
from reportedly.fields.shapes import field_rank
from reportedly.fields.wording import field_name
from reportedly.model import (
    Claim,
    DerivedValue,
    Extraction,
    Incident,
    Mention,
    Problem,
    Report,
    Revision,
    Settled,
    UtcClock,
    Value,
    Voice,
)
from reportedly.publish.findings import FindingLine
from reportedly.publish.line import Json, Line
from reportedly.publish.ruled import RuledLine, StandingLine, ruled_line, standing_line
from reportedly.publish.support import SupportLine, support_line
from reportedly.reconcile.rulings import Standing

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


class PositionLine(Line):
    """One value of a field and everybody who holds it; `since` is the first publication, `revised` says it stands no more,
    `shown` is the value in plain English."""

    value: Json
    voices: tuple[VoiceLine, ...]
    origins: tuple[str, ...]
    outlets: tuple[str, ...]
    claims: tuple[str, ...]
    since: str | None = None
    revised: bool = False
    credibility: int | None = None
    shown: str = ""


class StageLine(Line):
    """What a holder said from one publication on, and how."""

    value: Json
    stance: str
    since: str | None
    outlets: tuple[str, ...]
    claims: tuple[str, ...]


class RevisionLine(Line):
    """A holder that said otherwise later, or took it back; the last stage stands."""

    holder: str
    voices: tuple[VoiceLine, ...]
    stages: tuple[StageLine, ...]


class SettledLine(Line):
    """A field of an incident: the settled value, its status, every position, and who revised what; `name` is the field
    and `shown` the value in plain English, null where nothing is settled."""

    value: Json
    status: str
    positions: tuple[PositionLine, ...]
    why: str
    history: tuple[RevisionLine, ...] = ()
    name: str = ""
    shown: str | None = None


class MentionRefLine(Line):
    """A mention, and the report it stands in."""

    report: str
    mention: str


class IncidentLine(Line):
    """One line of `reportedly export --format jsonl`: an incident, its values and every position on them."""

    id: str
    label: str
    type: str
    state: str | None
    values: dict[str, SettledLine]
    shots: tuple[ValuesByField, ...]
    mentions: tuple[MentionRefLine, ...]
    findings: tuple[FindingLine, ...]
    support: SupportLine
    decisions: tuple[StandingLine, ...]


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


def incident_line(
    incident: Incident, findings: Iterable[FindingLine] = (), decisions: Iterable[Standing] = ()
) -> IncidentLine:
    """The line of one incident, with the findings on its derived claims and what people ruled of it."""
    return IncidentLine(
        id=incident.id,
        label=incident.label,
        type=incident.type,
        state=incident.state,
        values={name: _settled_line(name, incident.values[name]) for name in sorted(incident.values, key=field_rank)},
        shots=tuple(_values(shot) for shot in incident.shots),
        mentions=tuple(MentionRefLine(report=ref.report, mention=ref.mention) for ref in incident.mentions),
        findings=tuple(findings),
        support=support_line(incident.support),
        decisions=tuple(standing_line(one) for one in decisions),
    )


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
        values=_values(mention.values),
        derived_values={name: _derived_line(name, derived[name]) for name in sorted(derived, key=field_rank)},
        shots=tuple(_values(shot) for shot in mention.shots),
    )


def _derived_line(name: str, derived: DerivedValue) -> DerivedValueLine:
    return DerivedValueLine(value=to_json(name, derived.value), claims=derived.claims)


def _values(values: Mapping[str, Value]) -> dict[str, Json]:
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


def _settled_line(name: str, settled: Settled) -> SettledLine:
    positions = tuple(
        PositionLine(
            value=to_json(name, position.value),
            voices=tuple(voice_line(voice) for voice in position.voices),
            origins=position.origins,
            outlets=position.outlets,
            claims=position.claims,
            since=position.since,
            revised=position.revised,
            credibility=position.credibility,
            shown=show(name, position.value),
        )
        for position in settled.positions
    )
    return SettledLine(
        value=to_json(name, settled.value),
        status=settled.status.value,
        positions=positions,
        why=settled.why,
        history=tuple(_revision_line(name, revision) for revision in settled.history),
        name=field_name(name),
        shown=None if settled.value is None else show(name, settled.value),
    )


def _revision_line(name: str, revision: Revision) -> RevisionLine:
    stages = tuple(
        StageLine(
            value=to_json(name, stage.value),
            stance=stage.stance.value,
            since=stage.since,
            outlets=stage.outlets,
            claims=stage.claims,
        )
        for stage in revision.stages
    )
    return RevisionLine(
        holder=revision.holder, voices=tuple(voice_line(voice) for voice in revision.voices), stages=stages
    )
