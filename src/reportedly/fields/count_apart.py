"""Missiles told apart, one by one: "one fell early, the other two flew 300 km", "the first at 6:15, the second and the last",
"two went up at 5:20 and a third at 6", and how often something was fired: "fired twice". Those of one paragraph are reckoned
up, each by its rank or as so many more."""

import re
from collections.abc import Iterator

from reportedly.fields.count_bare import FLEW, THING, ranked
from reportedly.fields.count_expression import CountExpression
from reportedly.fields.gated import Gated
from reportedly.fields.number import NUMBER, ORDINALS, parse
from reportedly.patterns import compiled

_RANKS = "|".join(word for word, rank in ORDINALS.items() if 1 < rank < 13)
_OF_KIND = rf"(?:\s(?:(?:short|medium|long)-range|ballistic|cruise|suspected)){{0,3}}\s{THING}s?\b"
_WHEN = (
    r"(?:at|around|about|some|from|into|off|on|over|near|towards?|just|shortly|within|(?:minutes|moments) (?:later|after\w*)|again|later|down|up|short|\d+"
    r"|in (?:quick|the (?:morning|afternoon|evening|direction)|(?-i:[A-Z]))|(?:(?:an?|five|ten|twenty|half an|\w+) ){1,2}(?:hour|minute|moment)s?)\b"
)
_GOES_ON = rf"(?=(?:,\s[^,.;]{{3,60}},)?\s(?:{FLEW}|{_WHEN}|that\b|which\b)|,(?:\s(?:which|that|the|thought|launched|fired)\b)|[;.,](?!\d)|$)"
_MEMBER = Gated(
    rf"\b(?:(?P<first>(?:the|an?) first|one|the former)(?:(?:{_OF_KIND})|\sof (?:them|which|the {THING}s))?"
    rf"|(?:the|an?) (?:(?:first|{_RANKS})(?:,|,? and) (?:the )?){{0,3}}(?P<rank>{_RANKS})(?: and last)?(?:{_OF_KIND})?"
    rf"|(?P<other>the (?:other|last|next|latter|remaining)|another|one more|a further|its (?:twin|companions?))(?:\s(?P<more>(?!\d{{3}}){NUMBER})(?!:\d))?(?:{_OF_KIND})?"
    rf"|(?<![-–\d:.,])(?P<some>{NUMBER})(?!\s(?:minutes|moments))(?:\sof (?:them|the {THING}s))?){_GOES_ON}",
    re.IGNORECASE,
)
_BEGINS = compiled(  # where a further one may be told: at the head of a clause, behind a verb
    r"(?:^|[.;:,—–(“\"\n]\s?|\b(?:and|while|but|that|said|with|by|then|whereas|came|fired|launched|detected|tracked|spotted|followed|did)\s(?:what appeared to be\s)?)$",
    re.IGNORECASE,
)
_CLOCK = r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\b\.?)?(?: (?:on )?(?-i:[A-Z])\w+day)?(?: \([^)]{1,30}\))?"
_CLOCKS = Gated(  # "fired at 7:11 a.m. and 7:24 a.m."
    rf"\bat (?:about |around )?{_CLOCK}(?P<more>(?:, (?:at )?{_CLOCK}){{0,5}}),? and (?:(?:again |at |about |around )){{0,3}}{_CLOCK}",
    re.IGNORECASE,
)
_NEAR = 250
_MANY = 100
_OFTEN = Gated(
    rf"\b(?:(?P<twice>twice)|(?P<n>{NUMBER}) (?:separate |different )?times|on (?P<on>{NUMBER}) (?:separate |different )?occasions)\b"
    r"(?!,? (?:as|the|its|their|more|larger|bigger|farther|further|longer|higher|faster|stronger|greater|weekly|daily|a (?:day|week|month|year)|in (?:recent|the (?:past|last)))\b)",
    re.IGNORECASE,
)
_DEED = r"(?:fir(?:ed|es)|launch(?:ed|es)|test(?:s|ed)|test-(?:fired|launched)|shot|lobbed|loosed|let fly|struck out|sent up)"
_BEFORE = compiled(
    rf"\b(?P<has>(?:has|have|had|having)\s(?:\w+ly )?)?{_DEED}\b(?:(?!\b(?:and|but|after|that|which|who|when|while|than)\b)[^.;:]){{0,60}}\s$",
    re.IGNORECASE,
)
_BEHIND = compiled(rf"(?: on (?-i:[A-Z])\w+)?,? (?:\w+ly )?{_DEED}\b", re.IGNORECASE)
_PERFECT = compiled(r"\b(?:has|have|had|having) $", re.IGNORECASE)
_OF_OLD = compiled(
    r"\b(?:weeks?|months?|years?|decades?|since|before|earlier|previous\w*|ago|already|so far|(?:19|20)\d\d|last|(?-i:January|February|March|April|June|July|August|September|October|November|December))\b",
    re.IGNORECASE,
)


def apart(text: str) -> Iterator[CountExpression]:
    """How many are told apart, as far as each paragraph tells of them."""
    row: list[re.Match[str]] = []
    total = 0
    for match in _MEMBER.finditer(text):
        if row and (match.start() - row[-1].end() > _NEAR or "\n" in text[row[-1].end() : match.start()]):
            row, total = [], 0
        top = _with(text, match, total)
        if top > total:
            row.append(match)
            total = top
            if total > 1 and (len(row) > 1 or match["rank"]):
                yield ranked(row[0].start(), match.end(), text, total)
    for clocks in _CLOCKS.finditer(text):
        yield ranked(clocks.start(), clocks.end(), text, 2 + clocks["more"].count(", "))


def _with(text: str, match: re.Match[str], total: int) -> int:
    """How many there are with those of the match, where so many were told of before."""
    begins = _BEGINS.search(text, max(0, match.start() - 40), match.start()) is not None
    if match["rank"]:
        return max(total, ORDINALS[match["rank"].lower()]) if begins or total else total
    if match["first"]:
        again = total == 1 and match["first"].lower() == "one"  # "one at 7:00 and one at 7:20"
        return total + 1 if total == 0 or again else total
    amount = parse((match["more"] or match["some"] or "one").lower())
    number = int(amount) if amount is not None and amount == int(amount) else 0
    if match["other"]:
        return total + number if total and begins and number < _MANY else total
    return number if total == 0 and begins and 1 < number < _MANY else total


def occasions(text: str) -> Iterator[CountExpression]:
    """How often something was fired on the day that is told; what has been done often before is none of it."""
    for match in _OFTEN.finditer(text):
        low = max(0, match.start() - 90)
        before, behind = _BEFORE.search(text, low, match.start()), _BEHIND.match(text, match.end())
        told = (before is not None and not before["has"]) or (behind and not _PERFECT.search(text, low, match.start()))
        if not told or _OF_OLD.search(_clause(text, match.start(), match.end())):
            continue
        amount = 2 if match["twice"] else int(parse(match["n"] or match["on"]) or 0)
        if amount > 1:
            yield ranked(*match.span(), text, amount, "launches")


def _clause(text: str, start: int, end: int) -> str:
    """The words around a place as far as the next full stop."""
    low = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start), start - 100)
    high = min((n for n in (text.find(". ", end), text.find("\n", end), end + 80) if n >= 0), default=end)
    return text[max(0, low) : high]
