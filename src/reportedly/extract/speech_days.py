"""Days on which something was said, and not done: "admitted in the early hours of Friday", "it owned up on Thursday"."""

import re
from functools import lru_cache

from reportedly.codebook import CueClass
from reportedly.extract.attribution_lexicon import verbs
from reportedly.fields.gated import Gated
from reportedly.patterns import compiled

_CLASSES = frozenset({"report", "confirm", "admit", "claim", "insist", "allege", "deny", "threaten", "urge"})
_NOT_THEN = frozenset({"count", "order", "direct", "call", "signal", "repeat"})
_NOUNS = (
    r"statement|(?:a|an|the|its|their) (?:report|dispatch|bulletin|commentary|article|broadcast|message|post|tweet|letter)|remarks|warning|speech|press conference|briefing|news conference|according to \S+(?: \S+){0,3}|came out|put out|issued|emerged|"
    r"published|made public|(?:carried|published|released|distributed|aired|broadcast|run) by (?:[^\s,;]+ ){0,6}(?:agency|media|television|tv|radio|newspaper|daily|broadcaster|kcna|sinmun|website)|(?:announcement|statement|news|word|confirmation|disclosure)s? (?:(?:only|first) )?(?:came|followed|arrived|was made|was released)|(?:shown|aired|screened|televised)(?: (?:on|by|over) (?:[^\s,;]+ ){0,3}(?:agency|media|television|tv|radio|channel|broadcaster))?|let it be known|(?:images?|imagery|pictures?|photos?|photographs?|footage|videos?) (?:taken|captured|acquired)|owned up|spoke|posted|went public"
)
_TO_WHOM = r"(?:(?:to\s+(?:the\s+)?(?:\w+\s+){0,2}?\w+|reporters|journalists|newsmen|lawmakers|parliament|him|them|it|here|(?:the\s+)?[A-Z]\w+|(?-i:(?:[Tt]he\s+)?[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+){1,3})|an? \w+(?: \w+)?|the (?:council|assembly|agency|committee|house|public|nation|press|paper))\s+)?"
_HOW = (  # "in Seoul", "on board Air Force One", "during a visit to a post outside Moscow": no clause, and nothing that was fired
    r"(?:(?:in|at|via|through|during|on|aboard|from|after|before|outside|near|with|following|ahead of|alongside)\s+"
    r"(?:(?!(?:missiles?|rockets?|projectiles?|satellites?|shells?|blasts?|explosions?|salvos?|volleys?|barrages?|launch\w*|fir(?:ed|ing)|test\w*|weapons?|it|they|that|which|who|was|were|had|has|have|is|are)\b)"
    r"[\w.'’-]+\s+){1,8}?)?"
)
_PART = r"(?:(?:early|late|earlier|later|only|back|in\s+the\s+(?:(?:early|late|small|wee)\s+)?(?:hours|morning|afternoon|evening))\s+)*"
_CLOCK = r"(?:(?:at|shortly after|around|about)\s+\d[\d:.]*\s?[ap]\.?m\.?,?\s+)?"
_GOING_ON = r"that read|which read|in which|telling|saying|announcing|reporting|adding|warning"
_SAID = r"said|says|announced|reported|stated|told|confirmed|denied|declared|claimed|acknowledged|warned|condemned|regretted|admitted|conceded|accepted"
_SAYING = (  # "a Saturday dispatch", "Friday's news conference"
    r"(?:dispatch(?:es)?|statements?|reports?|announcements?|briefings?|(?:press|news) (?:conference|release)s?|broadcasts?|bulletins?|"
    r"communiqu[eé]s?|comment(?:s|ary|aries)|editorials?|articles?|editions?|interviews?|speech(?:es)?|remarks|tweets?|posts?|letters?|telecasts?|newscasts?)"
)
_AFTER = compiled(
    rf",?\s+(?:{_GOING_ON})\b|\s+(?:\w+ly\s+)?(?:{_SAID})\b|(?:['’]s)?\s+(?:[\w-]+\s+)?{_SAYING}\b",
    re.IGNORECASE,
)
_ASIDE = compiled(r",\s(?:on\s)?$", re.IGNORECASE), compiled(rf",\s(?:\w+ly\s)?(?:{_SAID})\b", re.IGNORECASE)
_SAID_THAT = compiled(
    r"\b(?:said|confirmed|announced|claimed|reported|stated|told \w+|acknowledged)\s+(?:\w+\s+)?that\b[^.;]*$"
)
_OF_WHOM = (
    compiled(  # "said North Korea a day later", "announced the ministry on Friday": nothing follows of the clause
        r"\b(?:said|says|announced|reported|stated|confirmed|declared|revealed|disclosed|added|wrote)\s+"
        r"(?:the\s+(?:\w+\s+){1,3}|(?:[A-Z][\w.'’-]*\s+){1,5})(?:(?:early|late)\s+)?(?:on\s+)?$"
    )
)
_OF_WHOM_FAR = compiled(
    r"[”\"],?\s(?:said|says|told|added|wrote)\s[^“”\"]{5,240},\s(?:on\s)?$"
)  # behind a quotation: "... said X, who was there, on Wednesday"
_CLAUSE_ENDS = compiled(r"\s*(?:[.,;:)]|$|(?:in|through|via|on) )")
_NOUNS_OWN = compiled(
    r"\b(?:said|says|claimed|insisted|stated|told \w+)\s(?:the|its|both|an?)\s(?:[\w-]+\s){1,3}(?:on|of|in|from)\s$"
)
_GOES_ON = compiled(  # "said the tests on January 5 and 11 were of a new missile"
    r"(?:,?\s(?:and|to)\s[\w.]+(?:\s\d+)?)?\s(?:was|were|had|is|are|did|flew|failed|hit|landed|fell|exploded|went|involved|proved)\b"
)
_REACH, _QUOTED = 90, 260  # code points before a day that are read, at most and behind a quotation


def is_said(text: str, low: int, start: int, end: int, cues: tuple[CueClass, ...]) -> bool:
    """Whether the words beside a day, text[start:end] in a sentence that begins at `low`, make it one of speech."""
    head = text[max(low, start - _REACH) : start]
    if _NOUNS_OWN.search(head) and _GOES_ON.match(text, end):
        return False
    if _before(cues).search(head):
        return True
    if _ASIDE[0].search(head) and _ASIDE[1].match(text, end):  # "India, on Friday, admitted"
        return True
    if _AFTER.match(text, end):  # "confirmed that it tested one on Friday, adding that"
        return text[end : end + 1] != "," or _SAID_THAT.search(head) is None
    if _CLAUSE_ENDS.match(text, end) is None:
        return False
    return _OF_WHOM.search(head) is not None or _OF_WHOM_FAR.search(text[max(low, start - _QUOTED) : start]) is not None


@lru_cache(maxsize=8)
def _before(cues: tuple[CueClass, ...]) -> Gated:
    """A pattern for a word of speech that stands before a day, with who was told and how between them. Base forms are
    left out: most of them are nouns as well ("from sea and air on Friday")."""
    spoken = {
        form
        for form, ways in verbs(cues).items()
        if any(w.cue_class in _CLASSES and w.needs is None and w.base not in {form, *_NOT_THEN} for w in ways)
    }
    words = "|".join(sorted(spoken, key=lambda w: (-len(w), w))) + ("|" if spoken else "")
    return Gated(
        rf"\b(?:{words}{_NOUNS})\s+(?:\w+ly\s+)?{_TO_WHOM}{_HOW}{_CLOCK}{_PART}(?:(?:on|in|of)\s+)?(?:the\s+)?(?:early\s+|late\s+)?$",
        re.IGNORECASE,
    )
