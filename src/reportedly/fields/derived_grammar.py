"""What the grammars of derived claims share: the words they are made of, and the expression they make."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from reportedly.fields.number import NUMBER, ORDINALS, parse

IGNORE = re.IGNORECASE
ORDINAL = rf"(?:{'|'.join(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))"
LATER = rf"(?:{'|'.join(word for word in ORDINALS if word != 'first')}|\d{{1,3}}(?:st|nd|rd|th))"
"""An ordinal that says that there were others before."""
_NO_MODIFIER = [
    "first",
    "since",
    "in",
    "of",
    "on",
    "at",
    "and",
    "but",
    "that",
    "to",
    "was",
    "is",
    "were",
    "are",
    "had",
    "has",
    "for",
    "by",
    "from",
    "with",
    "after",
    "the",
    "a",
    "an",
    "it",
    "its",
]
MODIFIER = rf"(?:(?!(?:{'|'.join(_NO_MODIFIER)})\b)[\w’'.-]+ )"
_DEEDS = (
    "tests?|launch(?:es)?|firings?|explosions?|detonations?|provocations?|salvos?|barrages?|trials?|flights?|attempts?|failures?|"
    "demonstrations?|blasts?|tries|try|test[- ](?:launch(?:es)?|firings?)|flight[- ]tests?|shots?"
)
_NOT_OF = (
    r"(?![ -](?:sites?|pads?|vehicles?|cent(?:er|re)s?|facilit\w+|windows?|platforms?|tubes?|systems?|results?|stands?|"
    r"range|ground|beds?|tunnels?|stages?|talks|days?|pilots?)\b)"
)
DEED = rf"(?:{_DEEDS}){_NOT_OF}"
"""What is done: a test, a launch; no site of tests."""
THING = (
    r"(?:missiles?|rockets?|projectiles?|ICBMs?|SLBMs?|IRBMs?|MRBMs?|SRBMs?|warheads?|devices?|bombs?|satellites?|weapons?)"
    rf"{_NOT_OF}"
)
EVENT = rf"(?:{_DEEDS}|missiles?|ICBMs?|SLBMs?|IRBMs?|weapons? tests?|devices?|trips?|time|times){_NOT_OF}"
DONE = (
    r"(?:test-?fired|test-?launched|flight[- ]tested|tested|fired|launched|conducted|carried out|held|staged|flown|flew|detonated|"
    r"exploded|used|performed|sent|shot|lobbed|tried|attempted)"
)
UNIT = r"(?:day|week|month|year|decade)s?"
BOUND = r"more than|well over|over|close to|nearly|almost|about|around|roughly|some|less than|under|just over|just under|at least|just|only"
SPAN = rf"(?:(?P<bound>{BOUND}) )?(?P<n>an?|one|{NUMBER}) (?P<unit>{UNIT})"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|April|Apr\.|May|June|Jun\.|July|Jul\.|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|"
    r"Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = (
    rf"(?:(?:early|mid|late)[- ])?(?:{MONTH}(?: {_NTH}\b)?(?:,? (?:19|20)\d\d)?(?!\w)|{_NTH} {MONTH}(?: (?:19|20)\d\d)?(?!\w)|"
    rf"(?:19|20)\d\d\b)"
)
NTH_DAY = rf"(?:{MONTH} {_NTH}(?:, \d{{4}})?|(?:the )?{_NTH} (?:of )?{MONTH}(?: \d{{4}})?)"
"""A day of a month, the year where it is printed."""
OWNER = re.compile(
    r"\b(?:its|their|his|her|[Tt]he (?:North|South|country|regime|state|nation)['’]s|[A-Z]\w+['’]s?|(?:North|South) Korea['’]s) $"
)
"""Whose it is, right before it: "its", "the North's", "Iran's"."""
_SUBJECTIVE = re.compile(r"\b(?:significant|major|serious|large-scale|substantive)\b", IGNORE)
_DAYS = {"day": 1, "week": 7}

Scopes = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DerivedExpression:
    """Words that claim what follows from other incidents: the kind of check and its arguments.

    `head` is where the noun or rank stands that the claim is about.
    """

    start: int
    end: int
    written: str
    kind: str
    arguments: Mapping[str, object] = field(default_factory=dict)

    @property
    def head(self) -> int:
        """Where the claim begins, which is where its incident is told."""
        return self.start


Rule = Callable[[re.Match[str], Scopes], DerivedExpression | None]


def made(
    match: re.Match[str], kind: str, arguments: Mapping[str, object], start: int | None = None
) -> DerivedExpression:
    """The expression of all the words that matched, from an earlier place where one is given."""
    begin = match.start() if start is None else start
    end = match.start() + len(match.group().rstrip(" ,"))
    given = {key: value for key, value in arguments.items() if value is not None}
    return DerivedExpression(begin, end, match.string[begin:end], kind, given)


def behind(pattern: re.Pattern[str], match: re.Match[str], reach: int = 40) -> re.Match[str] | None:
    """What stands right before a match, by a pattern that ends in "$": so that a rare word opens the search."""
    return pattern.search(match.string, max(0, match.start() - reach), match.start())


def scope_of(written: str, scope_words: Scopes) -> str:
    """The scope that the words of a claim name: the longest that stands in them, else the incident's own type."""
    low = written.lower()
    named = [words for words in scope_words if words in low]
    return scope_words[max(named, key=len)] if named else "same_type"


def scoped(match: re.Match[str], scope_words: Scopes) -> dict[str, object]:
    """The scope that the words name, and a word that only an opinion can fill."""
    subjective = _SUBJECTIVE.search(match.group())
    return {
        "scope": scope_of(match.group(), scope_words),
        "subjective": subjective.group().lower() if subjective else None,
    }


def span(match: re.Match[str], prefix: str = "") -> dict[str, object]:
    """The length of a stretch of time: days where the unit has a fixed length, else months."""
    unit = match[f"{prefix}unit"].lower().rstrip("s")
    number = match[f"{prefix}n"].lower()
    amount = int(1 if number in {"a", "an", "one"} else parse(number) or 1)
    bound = (match[f"{prefix}bound"] or "").lower() or None
    if unit in _DAYS:
        return {"days": amount * _DAYS[unit], "bound": bound}
    return {"months": amount * {"month": 1, "year": 12, "decade": 120}[unit], "bound": bound}


def prefixed(prefix: str) -> str:
    """The pattern of a stretch of time whose groups bear a prefix, where a pattern holds several."""
    return SPAN.replace("?P<", f"?P<{prefix}")


def rank(written: str) -> int:
    """The number that an ordinal gives."""
    low = written.lower()
    return ORDINALS[low] if low in ORDINALS else int(re.sub(r"\D", "", low))
