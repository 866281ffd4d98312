"""What people ruled, as it stands in the lines of claims and incidents."""

from datetime import datetime

from pydantic import Field

from reportedly.fields.registry import to_json
from reportedly.model import Ruled
from reportedly.publish.line import Json, Line
from reportedly.reconcile.rulings import Standing


class RuledLine(Line):
    """What a person ruled of a claim: accept, reject, correct, or claim where it was added by hand; `read` is the value
    that was corrected."""

    ruling: str
    decision: str
    who: str
    when: datetime
    why: str
    read: Json


class StandingLine(Line):
    """A decision on an incident: who ruled what and why, on which claims and mentions, and whether it is in force."""

    id: str
    ruling: str
    who: str
    when: datetime
    why: str
    force: str = Field(pattern=r"^(in force|overruled|not applicable)$")
    claims: tuple[str, ...]
    mentions: tuple[str, ...]
    others: tuple[str, ...]


def ruled_line(field: str, ruled: Ruled) -> RuledLine:
    """The line of what was ruled of a claim on this field."""
    return RuledLine(
        ruling=ruled.ruling.value,
        decision=ruled.decision,
        who=ruled.who,
        when=ruled.when,
        why=ruled.why,
        read=to_json(field, ruled.read),
    )


def standing_line(standing: Standing) -> StandingLine:
    """The line of a decision as it stands; `others` is the other side of same and different."""
    decision = standing.decision
    return StandingLine(
        id=decision.id,
        ruling=decision.ruling.value,
        who=decision.who,
        when=decision.when,
        why=decision.why,
        force=standing.force.value,
        claims=standing.claims,
        mentions=standing.accounts,
        others=standing.others,
    )
