"""What the words right behind an amount make it: a height, the way to a place, no length of a flight at all."""

import re

from reportedly.frozen import dataclass
from reportedly.patterns import compiled

_COMPASS = r"(?:north|south|east|west)[\w-]*(?:[- ](?:north|south|east|west)\w*)?"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, the role it gives, and the pattern that must fit right behind the amount, or end before it."""

    name: str
    role: str
    pattern: re.Pattern[str]


def behind(name: str, role: str, pattern: str) -> Rule:
    """A rule whose pattern must fit right behind the amount."""
    return Rule(name, role, compiled(pattern, re.IGNORECASE))


BEHIND: tuple[Rule, ...] = (
    behind(
        "within-reach",
        "range",
        r"\s(?:off|away|distant)? ?(?:is|are|were|was|lies?|(?:would|will|could) (?:be|lie|fall)) (?:well )?within (?:its|their|the)\b",
    ),
    behind("speed", "speed", r"\s?(?:/s\b|(?:per|a|each) (?:second|hour|minute)\b)"),
    behind(
        "behind-it",
        "distance",
        r"\s(?:behind (?:it|them)|(?:that |which )?(?:it|they|both|the (?:missile|projectile|rocket)s?) (?:had )?(?:\w+ly )?(?:flew|flown|travell?ed|covered|went)\b|(?:was|were|had been) (?:flown|covered|travell?ed)|on,|(?:later|farther on|further on),? (?:it|they|both|the (?:missile|projectile|rocket|weapon)s?)\b)",
    ),
    behind(
        "there-it-fell",
        "distance",
        r"\s(?:away|off|out|distant|from (?:there|it)),? (?:it|they|both|the (?:first|second|other|last|missiles?|projectiles?|rockets?|weapons?|pair))\b(?: \w+)? (?:fell|landed|came|hit|struck|splashed|went|plunged|crashed|dropped|ended|touched)\b",
    ),
    behind(
        "from-launch-point",
        "distance",
        rf"\s(?:away )?(?:from|off(?: from)?|(?:to the )?{_COMPASS} (?:of|from)) (?:its|the|their|where) (?:\w+ ){{0,4}}?(?:launch|fir|start|t(?:ake|ook)[- ]?off|lift|pad\b|silo\b|origin\b|was|were|set off|left|began|beginning|departure)",
    ),
    behind(
        "range-behind",
        "range",
        r"[-\s](?:of )?(?:potential |maximum )?(?:ranges?|reach)\b|\s(?:that|which) (?:defin|separat|mark)"
        r"|\s(?:threshold|class|limits?|cap|restriction|ceiling set)\b",
    ),
    behind(
        "named-height",
        "apogee",
        r"[-\s](?:(?:in|of|for|as) )?(?:(?:the|its|their|an?|maximum|peak|top|\w+est) )*(?:altitude|high|height|apogee|peak|highest point|up(?! to)|upwards?|skywards?|overhead)\b"
        r"|[-\s](?:above (?:(?:the|its|their) (?:\w+ ){0,2}?(?:earth|sea|ground|surface|island|country|city|ocean|water|peninsula|archipelago|atmosphere|clouds|target)\b|earth\b|(?-i:[A-Z]))"
        r"|into (?:space|the (?:sky|air|atmosphere)))",
    ),
    behind(
        "named-distance",
        "distance",
        r"[-\s](?:long )?(?:distance|downrange|down (?:the )?range|estimate|flight|journey|trip|trajectory|path|course|arc|stretch|swathe|expanse)\b"
        r"|\s(?:in|of|for|as|into) (?:(?:the|its|their|an?) )?(?:\w+ )?(?:distance|range|length|flight|travel)\b(?! from| plan)"
        r"|\s(?:(?:over|along|across) (?:the )?(?:ground|surface|earth|sea)|(?:farther|further) (?:on|off|away|east|west|north|south)\w*)\b"
        r"|\sof (?:(?:the|open|empty|its|own|foreign|(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)?) )*(?:sea|waters?|ocean|land|airspace|territory|soil)\b",
    ),
    behind("manoeuvre", "other", r"[-\s](?:[a-z-]+ )?(?:man(?:oeu|eu)v\w*|sideways|sidewards|laterally|to the side)\b"),
    behind(
        "on-the-map", "other", r"\s(?:on (?:the|a) map|as the crow flies|by (?:road|rail|sea)|in a straight line)\b"
    ),
    behind("of-something", "other", r"\sof (?-i:[a-z]+\b)(?<!the)(?<!its)(?<!his)"),
)
OFFSET = compiled(
    rf"\s(?:to the )?(?:{_COMPASS}|away|off|offshore|inland|outside|inside|distant|from|of (?:the|its|a)|of (?-i:[A-Z])\w*|out\b"
    r"|short of|beyond)\b",
    re.IGNORECASE,
)
AWAY = compiled(  # from where it was launched, and from no place that is named
    rf"\s(?:away|distant)\b(?! from)|\sout (?:at|to|in|into|over) (?:the )?(?:(?-i:[A-Z])\w+ )?(?:sea|ocean|water)\b"
    rf"|\s(?:off|out)\b(?!\s+(?:the|its|a|an|of|from|at|(?-i:[A-Z])\w*)\b)(?<!out(?= in\b))"
    rf"|\sto the {_COMPASS}\b(?! (?:of|coast|shore))|\s{_COMPASS}(?=[,.;]|$)",
    re.IGNORECASE,
)


def offsets(right: str) -> bool:
    """Whether the words behind an amount make it the way to a place that is named."""
    return OFFSET.match(right) is not None and AWAY.match(right) is None
