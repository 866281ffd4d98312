"""Whether a telling is that another's shot was stopped in flight: "shot down a missile"; whoever downs a plane has shot."""

import re

from reportedly.extract.trigger import Trigger
from reportedly.patterns import compiled

_CRAFT = r"(?:(?:war|air)?planes?|jets?|jetliners?|airliners?|(?:passenger|military) aircraft|helicopters?|(?-i:[RM]Q-\w+|Flight)|(?:a|an|the|[Uu]\.?[Ss]\.?|American|surveillance|spy|reconnaissance) (?:\w+ ){0,2}drone)\b"
_A_CRAFT = compiled(
    rf"[a-z]+(?: down)?\s(?:(?!(?:missiles?|rockets?|by|from|after)\b)[\w’'-]+\s){{0,6}}?{_CRAFT}", re.IGNORECASE
)
_THE_CRAFT = compiled(rf"{_CRAFT}(?:(?!\b(?:missiles?|rockets?)\b)[^.;])*$", re.IGNORECASE)


def stops(trigger: Trigger, text: str, opens: int) -> bool:
    """Whether the telling is that another's shot was stopped; whoever downs a plane has shot. Its sentence `opens` there."""
    craft = trigger.downs and (_A_CRAFT.match(text, trigger.anchor) or _THE_CRAFT.search(text, opens, trigger.anchor))
    return trigger.downs and not craft
