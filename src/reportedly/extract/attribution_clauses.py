"""Speech in a subordinate clause: "hours after Seoul said it would resume drills, the North fired a missile" puts the drills
in Seoul's mouth, and not the missile."""

import re

_OPENS = re.compile(  # at the head of a sentence
    r"[\"“‘']?(?:(?:only|just|even|shortly|soon|barely|mere|right|an?|the|[\w-]+)\s+){0,4}?"
    r"(?:after|before|as|when|while|since|though|although|because|once|despite what|whereas)\s+(?:[^,;:]*\s)?$",
    re.IGNORECASE,
)
_BEHIND_A_COMMA = re.compile(
    r",\s+(?:(?:only|just|shortly|soon|barely|mere|right|an?|[\w-]+)\s+){0,3}?(?:after|before)\s+(?:[^,;:]*\s)?$",
    re.IGNORECASE,
)
_ONLY_WHEN = re.compile(
    r"\s*(?:(?:earlier|later|also|before|in|on|at|last|this|the|a|its|his|\w+day|statement)\b\s*)*", re.IGNORECASE
)
_COMMA = re.compile(r",(?=\s)(?!\s*(?:said|who|which)\b)")


def clause_end(text: str, low: int, start: int, end: int, high: int) -> int:
    """Where the clause ends of a speaker and verb, text[start:end] in the sentence text[low:high]: at the comma behind a
    subordinate clause, else with the sentence. "As Seoul said, ..." is none: what follows is said."""
    head = text[low:start]
    if _OPENS.fullmatch(head) is None and _BEHIND_A_COMMA.search(head) is None:
        return high
    comma = _COMMA.search(text, end, high)
    if (
        comma is None
        or _ONLY_WHEN.fullmatch(text, end, comma.start())
        or text.count("“", end, comma.start()) > text.count("”", end, comma.start())
    ):
        return high
    return comma.start()
