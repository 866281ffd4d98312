"""Clocks in words: noon, six o'clock, half past six, a quarter to seven, four in the morning, 22 minutes after midnight."""

import re

from reportedly.fields.clock_zones import ZONE
from reportedly.fields.date_words import NUMBERS, SPACE, number
from reportedly.frozen import dataclass
from reportedly.patterns import compiled

HOUR_WORDS = "|".join(word for word, value in NUMBERS.items() if value <= 12 and len(word) > 2)
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_AMOUNT = (
    rf"(?:\d{{1,2}}|(?:twenty|thirty|forty|fifty)[- ](?:{_ONES})"
    rf"|{'|'.join(w for w in NUMBERS if len(w) > 2 and not w.isdigit())}|thirty|forty|fifty)"
)
_OFFSET = (
    rf"(?P<offset_words>(?:(?P<half>half)|(?P<quarter>(?:a{SPACE})?quarter)|(?P<tens>five|ten|twenty(?:[- ]five)?))"
    rf"{SPACE}past|(?P<short>(?:a{SPACE})?quarter){SPACE}(?:to|before)"
    rf"|(?P<tens_to>five|ten|twenty(?:[- ]five)?){SPACE}to"
    rf"|(?P<minutes>{_AMOUNT}){SPACE}minutes?{SPACE}(?:(?P<on>past|after)|to|before)){SPACE}"
)
OF_A_PART = (
    rf"{SPACE}(?:in{SPACE}the|on{SPACE}\w+|this|that|yesterday|last|at){SPACE}(?:morning|afternoon|evening|night)\b"
)
_MINUTE_WORDS = f"oh[- ]five|fifteen|(?:twenty|thirty|forty|fifty)(?:[- ](?:{_ONES}))?|ten"
_MINUTES_TOLD = rf"[- ](?:{_MINUTE_WORDS})(?:{SPACE}[ap]\.?m\b|(?={OF_A_PART}))"
SPOKEN = rf"(?:{HOUR_WORDS}){_MINUTES_TOLD}|(?:half|(?:a\s)?quarter|{_AMOUNT}(?:\sminutes?)?)\s(?:past|to|after|before)\s(?:{HOUR_WORDS}|\d{{1,2}}|noon|mid)"
_PART_BEHIND = compiled(OF_A_PART, re.IGNORECASE)
_LED = compiled(r"\b(?:at|around|about|by|until|till|since|before|after|past|towards?)\s$", re.IGNORECASE)
_IN_WORDS = compiled(  # "five fifty-five on Friday morning"
    rf"(?i:(?P<hour>{HOUR_WORDS})[- ](?P<minute>{_MINUTE_WORDS})(?:{SPACE}(?P<meridiem>[ap])\.?m\b\.?|(?={OF_A_PART})))"
    rf"(?P<zoned>,?{SPACE}{ZONE})?"
)
_WORD = compiled(
    rf"(?i:(?:{_OFFSET})?(?:(?P<noon>(?:12{SPACE})?(?:noon|midday))|(?P<midnight>(?:12{SPACE})?midnight)"
    rf"|(?P<hour>{HOUR_WORDS}|(?(offset_words)1?\d(?![\d:])|(?!)))"
    rf"(?P<tail>{SPACE}?(?:o['’]clock\b|(?P<meridiem>[ap])\.?m\b\.?))?))(?!\w)"
    rf"(?P<zoned>(?:,?{SPACE})?(?P<open>\()?{ZONE}(?P<close>(?(open)\))))?"
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_SET = {"five": 5, "ten": 10, "twenty": 20}


@dataclass(frozen=True, slots=True)
class Spoken:
    """A clock in words: where it ends, its hour and minute as said, its half of the day, and the match with its zone."""

    end: int
    hour: int
    minute: int
    half: str | None
    exact: bool
    match: re.Match[str]


def spoken(text: str, at: int) -> Spoken | None:
    """The clock in words at a place, or None: a bare number word is none, and minutes after a bare figure neither. With a
    preposition before it and a part of the day behind, a number word is: "at four in the morning"."""
    if (words := _IN_WORDS.match(text, at)) is not None:
        half = (words["meridiem"] or "").lower() or None
        return Spoken(words.end(), number(words["hour"].lower()), _minute(words["minute"]), half, True, words)
    match = _WORD.match(text, at)
    if match is None:
        return None
    said = match["hour"]
    led_to = match["zoned"] or _LED.search(text, max(0, at - 8), at)
    bare = not match["offset_words"] or match["on"] == "after" or (match["tens_to"] and not led_to)
    if said and not match["tail"] and bare and not _of_a_part(text, at, match.end()):
        return None
    hour = number(said) if said else 12
    if hour > 12:
        return None
    half = "p" if match["noon"] else "a" if match["midnight"] else (match["meridiem"] or "").lower() or None
    shift = _shift(match)
    if shift < 0:
        half = {"a": "p", "p": "a"}.get(half or "") if hour == 12 else half
        hour, minute = (hour - 2) % 12 + 1, 60 + shift
    else:
        minute = shift
    return Spoken(match.end(), hour, minute, half, bool(match["offset_words"]), match)


def _of_a_part(text: str, start: int, end: int) -> bool:
    """Whether words for a number are led to as a clock is, and a part of the day follows."""
    return bool(_PART_BEHIND.match(text, end) and _LED.search(text, max(0, start - 8), start))


def _minute(words: str) -> int:
    """The number that words up to "fifty-nine" say."""
    tens, _, ones = words.lower().replace("-", " ").partition(" ")
    if tens == "oh":
        return number(ones)
    return _TENS[tens] + (number(ones) if ones else 0) if tens in _TENS else number(tens)


def _shift(match: re.Match[str]) -> int:
    """The minutes past the hour that the words say; below nought where they are to it."""
    if match["half"]:
        return 30
    if match["quarter"]:
        return 15
    if match["short"]:
        return -15
    if tens := match["tens"] or match["tens_to"]:
        minutes = sum(_SET[part] for part in tens.lower().replace("-", " ").split())
        return minutes if match["tens"] else -minutes
    if match["minutes"]:
        return min(_minute(match["minutes"]), 59) * (1 if match["on"] else -1)
    return 0
