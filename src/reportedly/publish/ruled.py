"""What people ruled of a claim, as it stands in the claim's line."""

from datetime import datetime

from reportedly.fields.registry import to_json
from reportedly.model import Ruled
from reportedly.publish.line import Json, Line


class RuledLine(Line):
    """What a person ruled of a claim: accept, reject, correct, or claim where it was added by hand; `read` is the value
    that was corrected."""

    ruling: str
    decision: str
    who: str
    when: datetime
    why: str
    read: Json


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
