"""What the grammars of derived claims share: the words they are made of, and the expression they make."""

import re
from collections.abc import Callable, Mapping
from dataclasses import field

from reportedly.fields.number import NUMBER, ORDINALS, parse
from reportedly.frozen import dataclass
from reportedly.model.calendar import ANY_MONTH
from reportedly.patterns import compiled

IGNORE = re.IGNORECASE
ORDINAL = rf"(?:{'|'.join(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))"
LATER = rf"(?:{'|'.join(word for word in ORDINALS if word != 'first')}|\d{{1,3}}(?:st|nd|rd|th))"
"""An ordinal that says that there were others before."""
NO_OTHER_RANK = rf"(?!\b(?:first|{'|'.join(w for w in ORDINALS if w != 'second')}|\d{{1,3}}(?:st|nd|rd|th)(?= \w+ since\b))\b|\band (?:the|its|their)\b)"
"""No other rank begins here, nor another part of the sentence: what stands behind "since" is the last rank's."""
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
_DEEDS_MANY = (
    "tests|launches|firings|explosions|detonations|provocations|salvos|barrages|volleys|trials|demonstrations|blasts|bids|failures|flops|misfires|duds|displays|outings|lift-?offs|launchings|test[- ](?:launches|"
    "firings)|flight[- ]tests"
)
_DEEDS = (
    "tests?|launch(?:es)?|firings?|explosions?|detonations?|provocations?|salvos?|barrages?|trials?|flights?|attempts?|failures?|flops?|misfires?|duds?|"
    "demonstrations?|blasts?|tries|try|bids?|volleys?|shows? of force|displays?(?: of (?:force|firepower|might|strength))?|outings?|lift-?offs?|launchings?|"
    "test[- ](?:launch(?:es)?|firings?)|flight[- ]tests?|shots?"
)
_NOT_OF = (
    r"(?![ -](?:sites?|pads?|vehicles?|cent(?:er|re)s?|facilit\w+|windows?|platforms?|tubes?|systems?|results?|stands?|"
    r"range|ground|beds?|tunnels?|stages?|talks|days?|pilots?)\b)"
)
DEED = rf"(?:{_DEEDS}){_NOT_OF}"
"""What is done: a test, a launch; no site of tests."""
DEEDS = rf"(?:{_DEEDS_MANY}){_NOT_OF}"
"""Several of them."""
THING = (
    r"(?:missiles?|rockets?|projectiles?|ICBMs?|SLBMs?|IRBMs?|MRBMs?|SRBMs?|warheads?|devices?|bombs?|satellites?|weapons?)"
    rf"{_NOT_OF}"
)
EVENT = rf"(?:{_DEEDS}|missiles?|ICBMs?|SLBMs?|IRBMs?|weapons? tests?|devices?|trips?|time|times){_NOT_OF}"
DONE = (
    r"(?:test-?fired|test-?launched|flight[- ]tested|tested|fired|launched|conducted|carried out|held|staged|flown|flew|detonated|"
    r"exploded|used|performed|sent|shot|lobbed|tried|attempted|loosed|unleashed|hurled|mounted|undertaken|put on)"
)
GONE = (
    r"(?:travell?ed|gone|went|risen|rose|climbed|soared|covered|flown|flew|stayed|reached|attained|achieved|managed|matched|seen|recorded|registered|come|got|carried|produced|"
    r"attempted|hit|topped)"
)
"""What a missile has done of which a record tells."""
DO = rf"(?:{DONE}|test-?fire|test-?launch|test|fire|launch|conduct|carry out|hold|stage|fly|detonate|send|shoot|lob|attempt|mount|undertake)"
"""What is done with a missile, or would be: "had not fired", "did not fire"."""
UNIT = r"(?:(?:day|week|fortnight|month|year|decade)s?|(?:(?<=24 )|(?<=36 )|(?<=48 )|(?<=72 )|(?<=96 ))hours)"
BOUND = (
    r"more than|well over|over|close to|nearly|almost|about|around|roughly|some|less than|well under|under|just over|just under|at least|"
    r"just|only|barely|hardly|little more than|no more than|no less than|fewer than|not quite|a little (?:over|under|more than|less than)|"
    r"slightly (?:over|under|more than|less than)|an estimated|as little as|the (?:best|better|greater) part of|upwards of|in excess of|a full|fully|all of|"
    r"approaching|getting on for|not far off|(?:just )?shy of|as long as|a good|the whole of"
)
SPAN = (
    rf"(?:(?P<bound>{BOUND}) )?(?P<n>half an?|an?(?: single)?|one|as many|(?:the )?{NUMBER}) (?P<unit>{UNIT})\b(?P<half> and a half)?"
    r"(?:['’]s?(?: time)?)?"
)
WITHIN = (
    r"(?:in|within|over|inside|during|across|for) (?:(?:just|only|barely|what is|the (?:past|last|previous|preceding)|"
    r"the (?:space|span|course|matter|period) of|a (?:space|span|matter|stretch|period) of|as many as) ){0,2}"
)
"""What stands before a stretch of time: "in", "within just", "over the course of"."""
QUIET = r"(?:pause|lull|gap|hiatus|break|silence|quiet|moratorium|respite|interruption|stretch|freeze|spell|drought)"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|April|Apr\.|May|June|Jun\.|July|Jul\.|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|"
    r"Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
OF_NOW = rf"(?P<period>(?:(?:so far )?(?:this|in the|the current)(?: calendar| past)? |of (?:the )?(?:new )?|in |since the start of the )(?:week|month|year|(?:{ANY_MONTH})(?:,? (?:19|20)\d\d)?|(?:19|20)\d\d))\b"
"""A calendar period: "this month", "of the year", "in January"."""
_PERIOD = compiled(
    r"^(?:so far |since the start of )?(?:this calendar|this past|this|in the|the current|of the new|of the|of|in|the) ",
    IGNORE,
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
THEY = (
    r"(?:it|they|the (?:North|South|country|regime|state|nation|military|army|isolated \w+)|North Korea|South Korea|"
    r"(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)?)"
)
"""Who did it: "the North", "Pyongyang", "it"."""
RIVAL = (
    rf"(?:(?:any|none|one|no one|all|each) of (?:its|their|the|those|these) (?:{MODIFIER}){{0,3}}?(?:{THING}|{DEED}|arsenal)|"
    rf"(?:any|no|an?|another|every|no other|any other|no earlier|no previous) (?:{MODIFIER}){{0,4}}?(?:{THING}|{DEED}|one)|any|none)"
)
"""What a record is held against: "any of its missiles", "no earlier one", "a North Korean missile"."""
DATE = (
    rf"(?:(?:early|mid|late)[- ])?(?:{MONTH}(?: {_NTH}\b)?(?:,? (?:19|20)\d\d)?(?!\w)|{_NTH} {MONTH}(?: (?:19|20)\d\d)?(?!\w)|"
    rf"(?:19|20)\d\d\b)"
)
NTH_DAY = rf"(?:{MONTH} {_NTH}(?:, \d{{4}})?|(?:the )?{_NTH} (?:of )?{MONTH}(?: \d{{4}})?)"
"""A day of a month, the year where it is printed."""
OWNER = compiled(
    r"\b(?:its|their|his|her|[Tt]he (?:North|South|country|regime|state|nation|missile|weapon|rocket|device|system)['’]s|[A-Z]\w+['’]s?|(?:North|South) Korea['’]s) $"
)
"""Whose it is, right before it: "its", "the North's", "Iran's"."""
_SUBJECTIVE = compiled(r"\b(?:significant|major|serious|large-scale|substantive)\b", IGNORE)
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_HOURS, _MONTH = 24, 30.4
_PLAIN_NUMBERS = {"a single": 1.0, "a": 1.0, "an": 1.0, "one": 1.0, "half a": 0.5, "half an": 0.5}

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


_ON = r"(?:(?! and (?:the|its|their|his)\b)[^.;,()])"
SINCE = rf"(?P<since>(?:{_ON}{{0,25}}?\b)?(?:{WEEKDAY}, )?{DATE}(?:(?! (?:and|but|while|as)\b(?! \d| {MONTH})){_ON}){{0,40}}|{_ON}{{3,60}})"
"""What follows "since": a day with its abbreviations ("Nov. 18"), or other words."""
YEAR_BEGAN = compiled(
    r"(?:the )?(?:very )?(?:(?:start|beginning|turn|outset) of (?:(?:the|this) (?P<of>year|month|week)|(?P<named>(?:19|20)\d\d))|(?P<begun>year|month|week) (?:began|started|opened|dawned|turned|got under way))\b",
    IGNORE,
)
"""What begins a calendar period behind "since": "the start of the year", "the year began", "the start of 2022"."""
Rule = Callable[[re.Match[str], Scopes], DerivedExpression | None]


def made(
    match: re.Match[str], kind: str, arguments: Mapping[str, object], start: int | None = None, end: int | None = None
) -> DerivedExpression:
    """The expression of all the words that matched, from another place and to another place where they are given."""
    begin = match.start() if start is None else start
    end = match.start() + len(match.group().rstrip(" ,")) if end is None else end
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


def scoped(words: re.Match[str] | str, scope_words: Scopes) -> dict[str, object]:
    """The scope that the words name, and a word that only an opinion can fill."""
    written = words if isinstance(words, str) else words.group()
    subjective = _SUBJECTIVE.search(written)
    return {
        "scope": scope_of(written, scope_words),
        "subjective": subjective.group().lower() if subjective else None,
    }


def span(match: re.Match[str], prefix: str = "", many: int = 1) -> dict[str, object]:
    """The length of a stretch of time: days where the unit has a fixed length, else months; "as many weeks" are `many`."""
    unit = match[f"{prefix}unit"].lower().rstrip("s")
    number = match[f"{prefix}n"].lower().removeprefix("the ")
    amount = _PLAIN_NUMBERS.get(number) or (many if number == "as many" else parse(number)) or 1
    if match.groupdict().get(f"{prefix}half"):
        amount += 0.5
    bound = (match[f"{prefix}bound"] or "").lower() or None
    if unit == "hour":
        return {"days": -int(-amount // _HOURS), "bound": bound}
    if unit in _DAYS:
        return {"days": int(amount * _DAYS[unit]), "bound": bound}
    months = amount * {"month": 1, "year": 12, "decade": 120}[unit]
    if months != int(months):  # two and a half months
        return {"days": round(months * _MONTH), "bound": bound}
    return {"months": int(months), "bound": bound}


def period_of(written: str) -> str:
    """The name of a calendar period: "month", "january", "2022", "september 2016"."""
    return _PERIOD.sub("", written.strip()).lower().replace(",", "")


def prefixed(prefix: str) -> str:
    """The pattern of a stretch of time whose groups bear a prefix, where a pattern holds several."""
    return SPAN.replace("?P<", f"?P<{prefix}")


def rank(written: str) -> int:
    """The number that an ordinal gives."""
    low = written.lower()
    return ORDINALS[low] if low in ORDINALS else int(re.sub(r"\D", "", low))
