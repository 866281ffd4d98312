"""Figures that are given up in the breath that corrects them: "first put it at 430 km but later revised that to 600"."""

import re

from reportedly.fields.gated import Gated
from reportedly.patterns import compiled

_FIRST = compiled(
    r"\b(?:at first|(?<!\bits )(?<!\bthe )(?<!\btheir )(?<!['’]s )(?<!\ba )first(?! (?:two|three|four|pair|missile|one|shot|projectile|rocket|stage|flew|was|went|to)\b)|initial(?:ly)?|original(?:ly)?|earlier|previously|had (?:said|put|estimated|reported|given))\b[^.;\d]{0,70}$",
    re.IGNORECASE,
)
_CHANGES = r"(?:revis|correct|chang|rais|lower|amend|adjust|upgrad|downgrad|updat|cut)\w*"
_LATER = compiled(
    rf"[^.]{{0,40}}?(?:\b{_CHANGES}\b[^.\d]{{0,40}}\bto\b|(?:,? (?:but|before|and then|then|only to|and)\b|;|,)[^.\d]{{0,40}}\b(?:later|then|now|since|say|said|put)\b|[^.;]{{0,40}}\b(?:took back|take back|taken back|withdr\w+|retract\w+)\b)",
    re.IGNORECASE,
)
_FROM_BEHIND = Gated(  # "raised it to three from two", "600 km instead of the 430 it first gave"
    rf"\b{_CHANGES}\b[^.;]{{0,110}}\bto\b(?:[^.;]|[.]\d){{1,30}}\bfrom\s+(?:(?:the|its|an?|about|some|initial|earlier|original|previous)\s+)*$"
    rf"|\b(?:instead of|rather than|up from|down from|not)\s+(?:(?:the|its|an?|about|some|initial|earlier|original|previous)\s+)*$",
    re.IGNORECASE,
)
_FROM_BEFORE = compiled(rf"\b{_CHANGES}\b[^.;]{{0,90}}\bfrom\s+(?:[a-z]+\s+){{0,2}}$", re.IGNORECASE)
_TO = compiled(r"[^.;]{0,20}\bto\b", re.IGNORECASE)
_TO_THIS = compiled(
    rf"\b{_CHANGES}\b[^.;\d]{{0,60}}\bto\s+(?:\w+\s+)?$|\b(?:but|then|and)\b[^.;\d]{{0,30}}\blater\b[^.;\d]{{0,50}}$",
    re.IGNORECASE,
)
_FIGURES_CORRECTED = compiled(
    r"\b(?:revis|correct|amend|adjust|updat)\w*\b[^.;\d]{0,40}\b(?:figures?|estimates?|data|numbers?|distances?|ranges?|altitudes?|analysis|assessments?|accounts?"
    r"|itself|themselves|announcement)\b[^.;]{0,90}$|\b(?:later|since|subsequently|afterwards?)\b[^.;]{0,12}\b(?:revis|correct|amend|adjust|updat|rais|lower)\w*\b[^.;]{0,90}$",
    re.IGNORECASE,
)
_GIVEN_AT_FIRST = compiled(
    r"\b(?:at first|initially|originally|first|earlier)\b[^.;,\d]{0,50}\b(?:said|spoke|spoken|reported|put|announced|believed|thought|estimated|counted|detected|given|called|declared|described|hailed)\b[^.;\d]{0,40}$"
    r"|\b(?:said|spoke|spoken|reported|put|announced|believed|thought|estimated|counted|detected|given)\b (?:at first|initially|originally|first|earlier)\b[^.;\d]{0,40}$"
    r"|\binitial (?:reports?|accounts?|estimates?|assessments?|announcements?)\b[^.;\d]{0,40}$",
    re.IGNORECASE,
)
_FIRST_GIVEN = compiled(
    r",? (?:(?:it|they|that|which|he|officials)\b[^.;,\d]{0,30}\b(?:first|initially|originally|earlier|previously)\b|(?:first|initially|originally|previously) (?:reported|announced|given|said|estimated|thought))",
    re.IGNORECASE,
)


def given_up(text: str, low: int, high: int, start: int, end: int) -> bool:
    """Whether the sentence text[low:high] takes back the figure that stands at text[start:end]."""
    head = text[max(low, start - 180) : start]
    if _FIRST_GIVEN.match(text, end, high) or _FROM_BEHIND.search(head):
        return True
    if _FROM_BEFORE.search(head) and _TO.match(text, end, high):
        return True
    return thought_first(text, low, high, start, end)


def thought_first(text: str, low: int, high: int, start: int, end: int) -> bool:
    """Whether what stands at text[start:end] is only what was said at first, and something else later: "first believed to be
    a KN-02, but now"."""
    head = text[max(low, start - 130) : start]
    return _FIRST.search(head) is not None and _LATER.match(text, end, high) is not None


def said_at_first(text: str, low: int, start: int) -> bool:
    """Whether the words before the figure at `start`, in a sentence that begins at `low`, say that it was only given at
    first: "initially Japan spoke of two"."""
    return _GIVEN_AT_FIRST.search(text[max(low, start - 100) : start]) is not None


def corrects(text: str, low: int, start: int) -> bool:
    """Whether the words before the figure at `start`, in a sentence that begins at `low`, say that it takes the place of
    one given before: "has since raised the number to three"."""
    return _TO_THIS.search(text[max(low, start - 100) : start]) is not None


def corrects_figures(text: str, low: int, start: int) -> bool:
    """Whether the words before the figure at `start` say that those given before it were wrong: "later corrected the
    figures, saying both flew"."""
    head = text[max(low, start - 150) : start]
    return _FIGURES_CORRECTED.search(head) is not None
