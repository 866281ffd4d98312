"""Numbers as news writes them, in digits and in words."""

import re
from functools import lru_cache

from reportedly.patterns import compiled


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split())


ONES = _listed("zero one two three four five six seven eight nine")
TEENS = _listed("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
TENS = _listed("twenty thirty forty fifty sixty seventy eighty ninety")
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
_RANKS = _listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = {word: rank for rank, word in enumerate(_RANKS, start=1)}

_SMALL = {word: n for n, word in enumerate([*ONES, *TEENS])} | {word: 10 * n for n, word in enumerate(TENS, start=2)}

DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+|[- ]?[½¼¾]|[- ][13]/[24](?![\d/]))?"  # also "11-1/2"
_BLANK = " \u00a0\u2009\u202f"  # what parts thousands in "7 687.5 km"
SPACED_DIGITS = rf"(?<![-–])\d{{1,3}}(?:[{_BLANK}]\d{{3}})+(?:\.\d+)?"
_BELOW_TWENTY = "|".join(sorted([*ONES, *TEENS], key=len, reverse=True))
_TWO_DIGITS = rf"(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(ONES[1:])}))?|{_BELOW_TWENTY}"
WORDS = (
    rf"(?:half a dozen|(?:an?|{_TWO_DIGITS}) (?:{'|'.join(SCALES)})(?: (?:and )?(?:{_TWO_DIGITS}))?"
    rf"|{_TWO_DIGITS})"
)
_HYPHENED = rf"(?:{_BELOW_TWENTY}|\d{{1,3}})-(?:thousand|hundred)(?:-(?:\d{{1,3}}|{_TWO_DIGITS}|(?:{'|'.join(ONES[1:])})-hundred(?:-(?:\d{{1,2}}|{_TWO_DIGITS}))?))?"  # "six-thousand-518"
NUMBER = rf"(?:{_HYPHENED}|{DIGITS}(?: (?:hundred|thousand|million|dozen|and a half))?|{WORDS}(?: and a half)?)"

_WHOLE_DIGITS = compiled(rf"{SPACED_DIGITS}|{DIGITS}")
_BETWEEN_THOUSANDS = str.maketrans("", "", f",{_BLANK}")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "3/2": 1.5}
_WITH_FRACTION = compiled(r"(?P<whole>[\d,]+)[- ]?(?P<part>[½¼¾]|[13]/[24])")
_ORDINAL = compiled(r"(\d+)(?:st|nd|rd|th)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def parse(written: str) -> float | None:
    """The number that these words or digits give, or None: "1,100", "twenty-three", "two dozen", "a hundred"."""
    text = written.strip().lower()
    if (mixed := _WITH_FRACTION.fullmatch(text)) is not None:
        return float(mixed["whole"].replace(",", "")) + _FRACTIONS[mixed["part"]]
    if _WHOLE_DIGITS.fullmatch(text):
        return float(text.translate(_BETWEEN_THOUSANDS))
    if text == "half a dozen":
        return 6.0
    if (whole := text.removesuffix(" and a half")) != text:
        amount = parse(whole)
        return None if amount is None else amount + 0.5
    total, current, seen = 0.0, 0.0, False
    for word in text.replace("-", " ").split():
        if word in SCALES:
            total, current = total + (current if seen else 1.0) * SCALES[word], 0.0
        elif word in ("a", "an"):
            current += 1.0
        elif word == "and" and seen:
            continue
        else:
            amount = _amount(word)
            if amount is None:
                return None
            current += amount
        seen = True
    return total + current if seen and text not in ("a", "an") else None


def _amount(word: str) -> float | None:
    if word in _SMALL:
        return float(_SMALL[word])
    return float(word.replace(",", "")) if _WHOLE_DIGITS.fullmatch(word) else None


def parse_ordinal(written: str) -> int | None:
    """The rank that an ordinal gives: 2 for "second" and "2nd", None for any other word."""
    text = written.lower()
    if text in ORDINALS:
        return ORDINALS[text]
    match = _ORDINAL.fullmatch(text)
    return int(match[1]) if match else None


def decimals(written: str) -> int:
    """How many digits are printed behind the decimal point."""
    return len(written.partition(".")[2].strip()) if "." in written else 0
