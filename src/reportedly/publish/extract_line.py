"""The line of `reportedly extract`: a report, its mentions, their claims; a part of the output contract.

It stands apart from what is told of incidents, so that who extracts loads nothing that joins or checks.
"""

from typing import Annotated

from pydantic import ConfigDict, Field, WithJsonSchema

from reportedly.model import Claim, Extraction, Problem, Report, Voice
from reportedly.publish.line import Json, Line
from reportedly.publish.plain_line import plain_claim, plain_mention, plain_report, plain_voice
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
    return ExtractLine.model_validate(
        {
            "report": plain_report(report, extraction, problem, with_text=with_text),
            "mentions": [plain_mention(mention) for mention in extraction.mentions],
            "claims": [claim_line(claim) for claim in extraction.claims],
        }
    )


def problem_line(problem: Problem) -> ExtractLine:
    """The line of an input no report could be made of: its path, and what to do."""
    return ExtractLine.model_validate({"report": plain_report(None, None, problem), "mentions": (), "claims": ()})


def claim_line(claim: Claim) -> ClaimLine:
    """The line of one claim, with what was ruled of it."""
    plain = plain_claim(claim)
    if claim.ruled is None:
        return ClaimLine.model_validate(plain)
    return RuledClaimLine.model_validate(plain | {"ruled": ruled_line(claim.field, claim.ruled)})


def voice_line(voice: Voice) -> VoiceLine:
    """The voice with its joint holders."""
    return VoiceLine.model_validate(plain_voice(voice))
