"""The outputs other programs read: an extract line and an incident line; a check stands in findings.py.

Keys may be added, never renamed or given another shape; `reportedly schema` prints what stands here.
"""

from collections.abc import Iterable

from reportedly.fields.order import field_rank
from reportedly.fields.registry import show, to_json
from reportedly.fields.wording import field_name
from reportedly.model import Incident, Revision, Settled
from reportedly.publish.extract_line import (
    ClaimLine,
    DerivedValueLine,
    ExtractLine,
    MentionLine,
    ProblemLine,
    ReportLine,
    ReportTextLine,
    RuledClaimLine,
    ValuesByField,
    VoiceLine,
    claim_line,
    extract_line,
    problem_line,
    voice_line,
)
from reportedly.publish.findings import FindingLine
from reportedly.publish.line import Json, Line
from reportedly.publish.plain_line import plain_values
from reportedly.publish.standing import StandingLine, standing_line
from reportedly.publish.support import SupportLine, support_line
from reportedly.reconcile.rulings import Standing

__all__ = [
    "ClaimLine", "DerivedValueLine", "ExtractLine", "IncidentLine", "MentionLine", "MentionRefLine", "PositionLine",
    "ProblemLine", "ReportLine", "ReportTextLine", "RevisionLine", "RuledClaimLine", "SettledLine", "StageLine",
    "ValuesByField", "VoiceLine", "claim_line", "extract_line", "incident_line", "problem_line", "voice_line",
]  # fmt: skip


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
        shots=tuple(plain_values(shot) for shot in incident.shots),
        mentions=tuple(MentionRefLine(report=ref.report, mention=ref.mention) for ref in incident.mentions),
        findings=tuple(findings),
        support=support_line(incident.support),
        decisions=tuple(standing_line(one) for one in decisions),
    )


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
