"""What a span of time or a yield is of: a flight or any other duration, this blast or an old bomb."""

import re

from reportedly.fields.quantity_behind import Rule, behind
from reportedly.fields.quantity_measures import ASIDE
from reportedly.fields.quantity_rows import joins
from reportedly.fields.quantity_way import usual
from reportedly.patterns import compiled


def before(name: str, role: str, pattern: str) -> Rule:
    """A rule whose pattern must end right before the amount."""
    return Rule(name, role, compiled(rf"(?:{pattern})$", re.IGNORECASE))


TIME_RULES_BEHIND: tuple[Rule, ...] = (
    behind(
        "in-flight",
        "flight_time",
        r"[-\s](?:in flight|in the (?:air|sky)|of (?:flight|flying|travel|free flight)\b|flight\b|aloft|airborne)|[- ]long flight",
    ),
    behind(
        "then-flew",
        "flight_time",
        r"\s(?:(?:it|they|the \w+) (?:had )?(?:flew|flown|flies|covered|travel\w+|gone|stayed|was (?:in the air|airborne))|into (?:its|the|a|their) (?:[\w-]+ )?flight)\b",
    ),
    behind(
        "took-to-land",
        "flight_time",
        r"(?:\son \w+day)?\s(?:(?:passed |elapsed |went by |lay )?between (?:the |its )?(?:launch|lift-?off|firing|take-?off|start) and|from (?:its |the |their )?(?:launch|lift-?off|firing|take-?off)\b[^.;,]{0,60}? (?:to|until|till) (?:the )?(?:target|impact|landing|splashdown|strike|hit|fall)|(?:from (?:launch|lift-?off|firing|take-?off) )?to (?:the )?(?:target|impact|landing|splashdown|reach|hit|fall|land|splash|come|strike|cover|arrive|impact|descend|complete))\b",
    ),
)
_FALLING = r"targets?|splash\w*|land(?:ed|ing|s)|fell|falls?|falling|(?:came|coming) down|(?<!broke )(?<!shot )(?<!shut )down|impact|dropp(?:ed|ing)|plung(?:ed|ing)|crash(?:ed|ing)|hitting|slamm(?:ed|ing)"
_BROKE = compiled(
    r"\b(?:explo|disintegrat|broke|blew|burst|fail|malfunction|c[ao]me apart|gave out|los[et])\w*\b[^.;]{0,45}$",
    re.IGNORECASE,
)
_INTO_FLIGHT = compiled(r"\sinto\b", re.IGNORECASE)
_THEN_BROKE = compiled(
    r"\sinto\b[^.;]{0,40}\b(?:explo|disintegrat|broke|burst|fail|fizzl|malfunction|came apart|gave out|lost|separat|shut|stage)",
    re.IGNORECASE,
)
_CRAFT = compiled(
    r"\b(?:jets?|planes?|aircraft|bombers?|fighters?|helicopters?|crews?|airports?(?= (?:was|were|had|has|closed|shut|halted|suspended|stopped)\b)|airlines?|runways?|passengers?|air traffic"
    r"|(?:halt|stop|suspend|ground|cancel|delay|divert|disrupt)\w* (?:[\w-]+ ){0,2}flights)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_IT_FELL = compiled(
    r"\s(?:(?:after|from) (?:(?:its|the|being|(?:it|they|the \w+) (?:was|were|had been)) )?(?:launch\w*|lift-?off|take-?off|blast-?off|fired)|later|afterwards?|on),? (?:(?:it|they|the [\w-]+|and)\s)?(?:had (?:already )?)?"
    r"(?:(?:fell|landed|splashed down|came down|plunged|hit|struck|dropped)\b(?! apart)|(?:arrived|reached)\b(?! (?:an?|the|its|their)? ?(?:\w+ )?(?:altitude|height|apogee|peak|orbit|space|speed|top)))",
    re.IGNORECASE,
)
_IT_THEN = compiled(  # "after some 30 minutes it came down", "within ten minutes both were in the sea"
    r",? (?:it|they|both|all|the [\w-]+)(?: \w+ly| had| all| both){0,2} (?:fell|landed|splashed|c[ao]me (?:back )?(?:down|to)|plunged|hit|struck|dropped|reached|arrived|(?:was|were) (?:down|in the (?:sea|water|ocean)))\b",
    re.IGNORECASE,
)
_SENT_THEN = compiled(  # how much later than the first: "a second was fired 25 minutes later and fell near it"
    r"\b(?:fired|launched|shot|followed|came|sent up|went up|took off|lifted off) $", re.IGNORECASE
)
_AFTER_THAT = compiled(r"\b(?:after|within) $", re.IGNORECASE)
_CUT_SHORT = compiled(  # "was destroyed five minutes later", "aborted, eight minutes after it was fired"
    r"\b(?:destroyed|aborted|terminated|blown up|called off|cut short|self-destruct\w*)\b[^.;\d]{0,30}$", re.IGNORECASE
)
_UNTIL_IT_FELL = compiled(
    r"\s(?:until|till|before) (?:it|they|the [\w-]+|impact|landing|splash\w*|hitting|falling|reaching|coming down)\b",
    re.IGNORECASE,
)
_TOOK = compiled(
    r"\b(?:took|taking|takes|lasted|lasting|needed|flew|flown|spent|airborne|aloft|in the air)\b[^.;,]{0,30}$|\b(?:track|follow|monitor)(?:ed|ing)\b[^.;,]{0,60}\bfor (?:about |some |around )?$|\bfor (?:about |some |around )?$",
    re.IGNORECASE,
)
_AFTER_LAUNCH = compiled(
    r"\s(?:after (?:(?:it|its|the|their|they|being) )?(?:\w+ )?(?:was |were |had )?(?:launch|lift|tak|fired|take)\w*|later\b)",
    re.IGNORECASE,
)
_FALLS = compiled(
    rf"\b(?:{_FALLING}|struck|hit|(?:was|were) in the (?:water|ocean|sea|(?-i:[A-Z])\w+ (?-i:Sea|Ocean)))\b[^,;.]{{0,45}}$",
    re.IGNORECASE,
)
_NO_FALL = compiled(r"\b(?:explo\w+|fail\w+|second|another|third|broke|blew|vanish\w+|disappear\w+)\b", re.IGNORECASE)
_FLEW_FOR = compiled(
    r"\b(?:flight (?:time|duration)(?: of| was| is)?|flew|flown|flying|fly|airborne|aloft|in the air)(?: for)? $|\bflight, of $|\b(?:was|were|been) up (?:there )?for $",
    re.IGNORECASE,
)
TIME_RULES: tuple[Rule, ...] = (
    before(
        "flight",
        "flight_time",
        r"\b(?:flew|flown|fl(?:y|ying|ies)|flights?|airborne|aloft|in (?:the )?(?:air|sky)|stayed up|travel(?:l?ed|l?ing))\b"
        r"(?:(?!\b(?:after|before|later|within|every|took place|halt\w*|stop\w*|suspend\w*|ground\w*|divert\w*|delay\w*|rerout\w*|cancel\w*|airport\w*)\b)[^,;.]){0,45}",
    ),
    before(
        "lasted", "flight_time", r"\b(?:flight|journey|trip)s?\b,? (?:(?:that|which) )?(?:last(?:ed|ing)|took|taking) "
    ),
    before(
        "orbited-for",
        "flight_time",
        r"\b(?:orbits?|courses?|paths?|trajector(?:y|ies)|patterns?|tracks?|circuits?)\b[^.;]{0,60}\b(?:for|in|over|taking|lasting) ",
    ),
    before(
        "hit-after",
        "flight_time",
        rf"\b(?:{_FALLING}|dropped|plunged)\b(?:(?!\b(?:after|before|launch\w*|fired|second|third|another|when|while)\b)[^.;]){{0,90}} after (?:flying |about |some |around |roughly )*",
    ),
    before(
        "hit-in",
        "flight_time",
        r"\b(?<!to )(?:hit|struck|reached|arrived (?:at|on|over|in) (?:the|its|their) (?:[\w-]+ ){0,2}(?:targets?|points?|area|zone|range)|landed|fell|impacted|came down)\b(?:(?!\b(?:after|before|launch\w*|fired|second|third|another|when|while)\b)[^.;,]){0,70} (?:after|in|within) (?:flying |about |some |around |roughly |just |only |under )*",
    ),
    before(
        "followed-for",
        "flight_time",
        r"\b(?:track|follow|monitor|watch)\w* (?:it|them|(?:the|a) (?:[\w-]+ ){0,3}(?:missile|rocket|projectile|flight|weapon)s?)(?: in flight)? for (?:about |some |around )?",
    ),
    before(
        "circled-for",
        "flight_time",
        r"\b(?:flew|flown|flying|circl\w+|loiter\w*|aloft|airborne)\b(?:(?!\b(?:after|before|every)\b)[^;.]){0,70}\bfor (?:about |some |around |over |more than |nearly )?",
    ),
)
_IN = compiled(
    r"\s*|\s(?:away|off|distant),\s|[^.,;]{0,25}\b(?:for|and) (?:about |some |over |just |around )?|[^.,;]{0,80}\b(?:in|over|during) (?:about |some |over |just |around )?"
)
_LATER = compiled(r"\s(?:later|apart|ago|earlier|ahead)\b")


def time_role(left: str, right: str, gap: str | None, previous: str | None) -> tuple[str, str]:
    """Role and rule of a span of time: a flight, or any other duration."""
    if _CRAFT.search(left) or (_INTO_FLIGHT.match(right) and (_BROKE.search(left) or _THEN_BROKE.match(right))):
        return "duration", "not-a-flight"  # the jets that carried it, or how long it took to break
    if usual(left):
        return "duration", "of-a-kind"
    if _IT_FELL.match(right) and not _SENT_THEN.search(left):
        return "flight_time", "fell-after"
    if gap is not None and previous in ("distance", "apogee") and _IN.fullmatch(gap) and not _LATER.match(right):
        return "flight_time", "flew-in"
    if _UNTIL_IT_FELL.match(right) and _TOOK.search(left):
        return "flight_time", "took-until"
    for rule in TIME_RULES_BEHIND:
        if rule.pattern.match(right):
            return rule.role, rule.name
    if _AFTER_LAUNCH.match(right) and _FALLS.search(left) and not _NO_FALL.search(left):
        return "flight_time", "fell-after"
    if _AFTER_LAUNCH.match(right) and _CUT_SHORT.search(left):
        return "flight_time", "cut-short"
    if _AFTER_THAT.search(left) and _IT_THEN.match(right):
        return "flight_time", "fell-after"
    if _FLEW_FOR.search(left):
        return "flight_time", "flew-for"
    left = ASIDE.sub("", left)
    for rule in TIME_RULES:
        if rule.pattern.search(left):
            return rule.role, rule.name
    if gap is not None and previous == "flight_time" and joins(gap):
        return "flight_time", "listed"
    return "duration", "none"


_COMPARED_BOMB = compiled(
    r"[-\s](?:\w+\s){0,3}(?:dropped (?:on|by|over)|Hiroshima|Nagasaki)\b|[-\s](?:bomb|weapon)s? (?:that|which"
    r"|used|of 19)",
    re.IGNORECASE,
)
_AFTER_BOMB = compiled(
    r"\b(?:Hiroshima|Nagasaki)\b(?:, Japan,?)?[^,.;]{0,40}(?:, (?:for|by|in) (?:comparison|contrast|reference)\b[^.;]{0,40})?$",
    re.IGNORECASE,
)


def yield_role(left: str, right: str) -> tuple[str, str]:
    """Role and rule of a yield: that of an old bomb, for comparison, is none of this incident's."""
    if _COMPARED_BOMB.match(right) or _AFTER_BOMB.search(left):
        return "other", "compared"
    return "yield", "unit"
