"""How a launch or test went, as words say it: phrases of success and of failure, and what undoes them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_THINGS = r"(?:objectives?|goals?|aims?|tasks?|parameters?|requirements?|missions?)"
_DONE = r"(?:met|achieved|reached|fulfilled|attained|accomplished|completed|validated|carried out|done)"
_WERE = r"(?:were|was|had been|have been|has been|being)"
_HIT = r"(?:hit|hits|hitting|struck|strikes|striking|destroy(?:ed|s|ing)|engaged|found|finding|reached)"
_EXACT = r"(?:accurate(?:ly)?|precis(?:e|ely)|correctly|exactly)"
_QUALITY = (
    r"(?:reliab\w+|accura\w+|precision|stability|effective\w*|efficiency|performance|safe\w*|feasibility|superiority|correctness"
    r"|capabilit\w+|design|characteristics|parameters|power)"
)
_FLYER = r"(?:missiles?|rockets?|warheads?|projectiles?|vehicles?|boosters?|Minuteman|ICBM|weapon)"

_SUCCESSES = (
    r"successful(?:ly)?|(?:an?|great|complete|total|another|its) (?:\w+ )?success|with success|succeed(?:ed|s)?(?!\s+(?-i:[A-Z]))",
    rf"{_EXACT} (?:\w+ )?(?:hit|struck|fell)|(?:hit|struck|fell|landed)[\w ,]{{0,30}}? (?:{_EXACT}|with (?:\w+ )?(?:precision|accuracy))",
    rf"{_HIT} (?:a |an |its |the |their |set |pre-set |preset |designated |intended |planned |point |mock |simulated |virtual "
    r"|practice |island |sea |land |ground |dummy |all |every |home |on ){1,5}(?:targets?|areas?)(?! date)",
    r"(?:hit|struck|destroyed) (?:(?!no\b)\w+ )?targets?(?! date)",
    rf"targets? {_WERE} (?:\w+ )?(?:hit|struck|reached|destroyed|engaged)",
    rf"{_DONE} (?:all |every |its |the |their |of |mission(?:['’]s)? |primary |set |stated |trial |test |designed |desired ){{0,5}}{_THINGS}",
    rf"{_THINGS}(?: of (?:the|this) \w+)? (?:{_WERE} )?(?:\w+ )?{_DONE}",
    rf"{_THINGS},[^,.;]{{1,25}}, {_WERE} (?:\w+ )?{_DONE}",
    r"(?:perform(?:ed|s)|function(?:ed|s)|worked|operated|flew|went|carried out|conducted|proceeded) (?:exactly )?"
    r"(?:as (?:expected|planned|intended|designed)|normally|flawlessly|perfectly|smoothly|well(?! (?:over|above|beyond|past|into)))",
    r"(?:went off|passed) without (?:a hitch|incident)|(?:safe and |in a )perfect|pulled off|it worked|passed (?:its|the|another|a) (?:\w+[- ]?)?(?:test|exam|trial)",
    rf"(?:prov(?:ed|en|ing)|confirmed|verified|established|demonstrated|validated) (?:again |once again |fully )?[\w’' -]{{0,45}}?\b{_QUALITY}",
    r"(?:put|puts|placed|places|enter(?:ed|s)?|reach(?:ed|es)|injected|went|gone|go|lofted|sent|delivered)"
    r" (?!nothing|no )(?:[\w“”\"'‘’-]+ ){0,5}?(?:in(?:to)? )?(?:(?:a|its|the|polar|planned|preset|pre-set|low|earth) ){0,3}orbit",
)
_WHEN = r"(?:in (?:mid-?air|flight|the air)|mid-?air|shortly|seconds|soon|moments|minutes|during|after|over|before|early|immediately|almost|just|very)"
_FAILURES = (
    r"fail(?:ed|ure|ures|s|ing)?|unsuccessful(?:ly)?|malfunction(?:ed|s)?|misfir(?:ed|es?)|fizzl(?:ed|es?|ing)|flop(?:ped|s)?|botched|(?:is|was|were|be|:|a) (?:a )?dud(?!\s+[\w-]+)",
    r"(?:went|gone|going|goes) (?:wrong|amiss|awry|up in (?:smoke|flames))|c[ao]me (?:to nothing|apart)|comes (?:to nothing|apart)",
    rf"(?:explod(?:ed|es|ing)|disintegrated|burst|breaks? (?:up|apart)|broke (?:up|apart)|broken (?:up|apart)) (?:\w+ )?{_WHEN}",
    r"(?:blew|blow[sn]?|blowing) (?:up|to (?:pieces|bits)|apart)|f[ae]lls? (?:to pieces|apart)|burst into flames|broke (?:up|apart)",
    r"explosion (?:just |shortly |soon |seconds )?(?:off|after|on|at) (?:the )?(?:launch\w*|pad|lift-?off|take-?off)",
    rf"{_FLYER}\b[^.;,]{{0,30}}? (?:crash(?:ed|es))|crash(?:ed|es) (?:in|on|at|into|shortly|soon|after|near|back|off)",
    r"(?:veer(?:ed|s)|deviat(?:ed|es)|stray(?:ed|s)|swerved) (?:off|from|out of)|left its course|lost (?:thrust|control|height|power)",
    r"(?:gave|gives|given) out(?= (?:after|within|in|at|before|about)\b|[.,;])|(?:did(?: not|n[’']t)|never|could not|unable to) (?:reach(?:ed)?|enter(?:ed)?|achieved?|attain(?:ed)?|get (?:in)?to|make)"
    r" (?:\w+ )?(?:orbit|flight|space|altitude)|(?:put|placed|sent) (?:nothing|no \w+)(?: at all)? (?:in(?:to)?|up)|didn[’']t make it",
    r"anomal(?:y|ies)|abnormal(?:ly)? (?:flight|fall|path|trajectory)|(?:flew|flown) abnormally",
    rf"(?:{_WERE}|be|had to be|safely|deliberately) (?:\w+ )?(?:terminated|destroyed by|destroyed over|destroyed above|aborted|blown up)"
    rf"|(?:destroy(?:ed|s)|terminat(?:ed|es)|abort(?:ed|s)) (?:an? |the |its )?(?:unarmed |test |own ){{0,2}}(?:Minuteman|flight|launch|test)\b",
)
_SUCCESS = re.compile(r"\b(?:" + "|".join(_SUCCESSES) + r")\b", re.IGNORECASE)
_FAILURE = re.compile(r"\b(?:" + "|".join(_FAILURES) + r")\b", re.IGNORECASE)
_NEVER = re.compile(
    r"\b(?:not|never|no|none|neither|nobody|nothing|without|unable|yet to|attempt\w* to|n[’']t|hardly|far from)\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_COULD = re.compile(
    r"\b(?:(?:can|could|would|may|might|should|will)\s+(?:(?:be|have been|have)\s+)?|(?:to|capable of)\s+(?:be\s+)?)(?:[\w-]+ly\s+)?$"
    r"|\b(?:if|whether)\b[^.;,]{0,50}$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:talks?|diplomacy|diplomats?|negotiations|sanctions|polic(?:y|ies)|efforts?|intercept\w*|summit|market|respond|response"
    r"|(?:fail\w*|failure) (?:to|of) (?!(?:launch|ignite|enter|reach|orbit|put|place|separate|fire|fly|lift|take off|work|test|hit|the (?:first|second|third|engine|launch|test|missile|rocket)))"
    r"\w+)\b",
    re.IGNORECASE,
)
_ONE_OF_THEM = (
    r"(?:one|two|three|four|five|several|some|another|(?:the )?(?:first|second|third|fourth|2nd|3rd|last|other|latter|opening)"
    r"(?: and (?:the )?\w+)?)(?! (?:[\w-]+ )?(?:stages?|engines?|boosters?|motors?|attempts?|tests?|launch(?:es)?|tr(?:y|ies)|times?|firings?|flights?)\b)"
)
_PART = re.compile(
    rf"(?:^|[\s(“\"]){_ONE_OF_THEM}(?: of (?:the|them|its|those))?(?: (?!of\b)[\w-]+){{0,3}}\W+"
    r"(?:(?:that|which|has|had|have|is|was|were|appear\w*|seem\w*|thought|believed|to|may|might|also)\W+){0,4}$",
    re.IGNORECASE,
)
_PART_FIRST = re.compile(rf"\s*{_ONE_OF_THEM}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OutcomeExpression:
    """Words that say how it went: `code` is success or failure; `of_part` where they are of one of several."""

    start: int
    end: int
    written: str
    code: str
    of_part: bool = False


def find(text: str, start: int = 0, end: int | None = None) -> Iterator[OutcomeExpression]:
    """Every outcome that a sentence, `text[start:end]`, gives; what is denied, could be, or is of talks gives none."""
    stop = len(text) if end is None else end
    failures = [m for m in _FAILURE.finditer(text, start, stop) if _holds(text, m, start, stop)]
    for match in failures:
        yield _expression(match, "failure", text[start : match.start()])
    for match in _SUCCESS.finditer(text, start, stop):
        if _holds(text, match, start, stop) and not any(f.start() <= match.start() < f.end() for f in failures):
            yield _expression(match, "success", text[start : match.start()])


def _expression(match: re.Match[str], code: str, head: str) -> OutcomeExpression:
    part = _PART.search(head[-90:]) or _PART_FIRST.match(head)
    return OutcomeExpression(match.start(), match.end(), match.group(), code, part is not None)


def _holds(text: str, match: re.Match[str], start: int, end: int) -> bool:
    head = text[max(start, match.start() - 80) : match.start()]
    if _NEVER.search(head) or _COULD.search(head):
        return False
    return _OTHER.search(text, max(start, match.start() - 30), min(end, match.end() + 24)) is None
