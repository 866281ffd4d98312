"""The codebook's words for what happens at a place, a start or something else, and for what an incident leaves behind it."""

import re
from collections.abc import Mapping
from functools import lru_cache

from reportedly.codebook import Codebook, Phrases
from reportedly.fields.gated import Gated

_PATTERNS = {  # how the words of a kind are looked for, where not as words
    "watches": r"\b(?:{})\w*\b(?:(?!\b(?:\w{{3,}}ed|fl[eo]wn?|went|gone|rose|risen|left|shot|sent|c[ao]me|that|it|they|missiles?|projectiles?|rockets?|shells?|rounds?|weapons?)\b)[^.;,])*$",
    "says": r"\b(?:{})\b|:\s(?-i:[A-Z])",
    "sent": r"\b(?:{})\s+$",
    "troubles": r"\b(?:{})\s+$",
    "units": r"\s+(?:{})\b",
    "ships": r"(?<!\bon )(?<!\bat )(?<!against )(?<!\bon a )(?<!\bat a )(?<!against a )(?<!\bnear )\b(?:{})\b(?:(?!\b(?:target\w*|against|hit|hits|struck|sank|escort\w*|watch\w*|carrier|near|after|while|as)\b)[^.;])*$",
    "struck": r"\b(?:{})\s+(?:the\s+|an?\s+)?$",
    "left": r"\b(?:{}) from (?:the )?$",
    "owned": r"\s+(?:\w+[ -]){{0,3}}(?:{})\b",
    "blames": r"\b(?:{})\s(?:[\w’'-]+\s){{0,3}}?$",
    "claims": r"(?:['’]s?|-\w+)?\s(?:[\w’'-]+,?\s){{0,6}}?(?:sa(?:id|ys)|claim\w*|call\w*|t(?:ook|akes?)|announc\w+|describ\w+|boast\w*|admit\w*|acknowledg\w*)\s[^.;]{{0,90}}?\b(?:{})\b",
    "did": r"(?:{})",
    "hulls": r"\b(?:{})\.?\s(?:[\"“‘']?(?-i:[A-Z])[\w'’.-]+[\"”’']?(?:,\s|\sand\s))*[\"“‘']?$",  # "destroyers Porter and"
}
_NOTHING = Gated(r"none(?!)")  # begins with a word, as every gate wants, and is found nowhere


def told_by(codebook: Codebook, words: str) -> Gated:
    """The pattern of a kind of words."""
    return _patterns(codebook.phrases).get(words, _NOTHING)


@lru_cache(maxsize=8)
def _patterns(phrases: Phrases) -> Mapping[str, Gated]:
    return {
        kind: Gated(_PATTERNS.get(kind, r"\b(?:{})\b").format("|".join(words)), re.IGNORECASE)
        for kind, words in {**phrases.scenes, **phrases.traces}.items()
    }
