"""What people ruled of an incident, as it stands in the incident's line."""

from datetime import datetime

from pydantic import Field

from reportedly.publish.line import Line
from reportedly.reconcile.rulings import Standing


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
