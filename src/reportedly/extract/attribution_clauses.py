"""Speech in a subordinate clause: "hours after Seoul said it would resume drills, the North fired a missile" puts the drills
in Seoul's mouth, and not the missile."""

import re

from reportedly.patterns import compiled

_OPENS = compiled(  # at the head of a sentence
    r"[\"“‘']?(?:(?:only|just|even|shortly|soon|barely|mere|right|an?|the|[\w-]+)\s+){0,4}?"
    r"(?:after|before|as|when|while|since|though|although|because|once|despite what|whereas)\s+(?:[^,;:]*\s)?$",
    re.IGNORECASE,
)
_BEHIND_A_COMMA = compiled(
    r",\s+(?:(?:only|just|shortly|soon|barely|mere|right|an?|[\w-]+)\s+){0,3}?(?:after|before)\s+(?:[^,;:]*\s)?$",
    re.IGNORECASE,
)
_ONLY_WHEN = compiled(
    r"\s*(?:(?:earlier|later|also|before|in|on|at|last|this|the|a|its|his|\w+day|statement)\b\s*)*", re.IGNORECASE
)
_THING = r"\b(?:launch|test|missile|rocket|firing|blast|strike|attack|satellite|flight|weapon|projectile|shot|trial|drill|barrage|salvo)(?:e?s)?"
_RELATIVE = compiled(  # "the launch, which the North": not "said that the North", nor "hopes that"
    rf"{_THING}(?P<comma>,?)\s+(?:that|which)\s+(?:(?:the|an?)\s+)?$", re.IGNORECASE
)
_GOES_ON = compiled(  # the verb that goes on with what the relative clause stands at
    r"(?<!\bto)(?<!\bhaving)(?<!\bbeing)(?<!\bwould)(?<!\bwill)(?<!\bcould)(?<!\bbe)(?<!\bbeen)(?<!\bit)(?<!\bthey)(?<!\bhe)(?<!\bhad)\s+"
    r"(?:(?:was|were|is|are|has|have|took|came|flew|fell|hit|went|left|broke|rose|struck|began)\b|(?!launched|fired|tested|planned)\w+ed\b)"
)
_COMMA = compiled(r",(?=\s)(?!\s*(?:said|who|which)\b)")


def clause_end(text: str, low: int, start: int, end: int, high: int) -> int:
    """Where the clause ends of a speaker and verb, text[start:end] in the sentence text[low:high]: at the comma behind a
    subordinate clause, where a relative clause ends ("the test that it had threatened was held"), else with the sentence.
    "As Seoul said, ..." is none: what follows is said."""
    head = text[low:start]
    if (relative := _RELATIVE.search(head)) is not None:
        over = (_COMMA if relative["comma"] else _GOES_ON).search(text, end, high)
        return over.start() if over is not None else high
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
