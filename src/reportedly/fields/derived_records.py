"""Records: "the most in a single day", "longer than any before", "a record 4,300 miles", "none has flown further"."""

import re

from reportedly.fields.derived_grammar import (
    DATE,
    DEED,
    DONE,
    GONE,
    IGNORE,
    MODIFIER,
    OWNER,
    RIVAL,
    THEY,
    THING,
    DerivedExpression,
    Rule,
    Scopes,
    behind,
    made,
    scoped,
)
from reportedly.fields.gated import Gated
from reportedly.fields.number import NUMBER
from reportedly.patterns import compiled

_SUPERLATIVE = (
    r"(?:longest|highest|largest|biggest|strongest|mightiest|farthest|furthest|most (?:powerful|missiles|launches|tests)|most|heaviest|fastest|"
    r"greatest|deepest|lengthiest|busiest)"
)
_MEASURE = (
    r"(?:number|altitude|distance|height|range|time|duration|yield|salvo|barrage|pace|speed|apogee|magnitude|"
    r"flight|launch|high|year|month|tally|total)"
)
_COMPARATIVE = (
    r"(?:longer|higher|larger|bigger|stronger|farther|further|heavier|faster|greater|deeper|"
    r"more(?: (?:powerful|yield|power|missiles|rockets|projectiles|launches|tests|energy|often))?)"
)
_HERE = r"[^.;,]{0,50}?\b"
_OF_ALL = (
    r"(?:of the (?:two|three|four|five|six|seven|eight|nine|ten) (?:so far|to date|yet|tests|launches|blasts|explosions)|ever|yet|to date|so far|until now|on record|in (?:(?:the|its|their) (?:[\w’']+ ){0,2})?history|in (?:[\w-]+ ){0,2}(?:years|months|decades|a (?:year|decade|generation))|of (?:any|all|(?:its|the) (?:\w+ )?(?:tests|launches|missiles|firings|blasts|explosions)|the (?:year|month|week|decade))|this (?:year|month|week)|by (?:any|one of its|a North Korean)|for (?:any|a|an) (?:North |South )?[A-Z][\w-]+ (?:missile|rocket|weapon|test|launch)|"
    r"(?:in|on|within|into) (?:a|one|any) (?:single )?(?:day|week|month|year))\b"
)
_MOST = Gated(
    rf"\b{_SUPERLATIVE}\b(?P<what>{_HERE}){_OF_ALL}(?: (?:of )?(?:the |its |their )?(?:{MODIFIER}){{0,4}}?(?:{DEED}|{THING}|{_MEASURE})\b(?: of (?:[\w-]+ ){{0,3}}?{THING})?)?",
    IGNORE,
)
_SHARED = (
    rf"\b(?:the |its )?{_SUPERLATIVE}[ -](?:ever )?(?:{MODIFIER}){{0,4}}?(?:(?:{DEED}|{THING}|{_MEASURE}|distance|one)\b)?[^.;,]{{0,30}}?\b"
    rf"(?:(?:that )?(?:{RIVAL}|{THEY}) (?:has |have |had |ever |yet )+(?:been )?(?:{DONE}|{GONE}|reached|achieved|managed|seen|recorded|flown|produced|attempted|set off|let off|sent up|put up)|"
    r"(?:ever )?(?:recorded|achieved|reached|seen|attained|registered|logged|attempted) (?:for|by|from|of|in) (?:any|a|an|one))\b(?:[^.;:,]{0,40}\b)?"
)
_THAT_IT_DID = Gated(_SHARED, IGNORE)
_OF_ITS = Gated(
    rf"\b{_SUPERLATIVE} (?:{MODIFIER}){{0,3}}(?:{DEED}|{THING}|(?:month|week|year) of (?:testing|tests|launches))\b",
    IGNORE,
)
_SINCE_THEN = Gated(
    rf"\b{_SUPERLATIVE}(?: (?:{MODIFIER}){{0,3}}?(?:{DEED}|{THING}|{_MEASURE}|one))?,? since {DATE}", IGNORE
)
_UNTIL_THEN = compiled(r"\b(?:before (?:it|that|this|then)|until then|previously),? the $", IGNORE)
_DEED_AT_END = compiled(rf"\b(?:{DEED}|testing)$", IGNORE)
_THE = compiled(r"\b(?:the|its|their|[A-Z]\w+['’]s?) $", IGNORE)
_ITS_OWN = Gated(
    rf"\b{_SUPERLATIVE} (?:one-day|single-day|daily|annual|yearly|monthly|weekly|single) (?:{_MEASURE}|count|figure|toll|{DEED}|launch event|event)\b|\b{_SUPERLATIVE}(?=[.;,)]|$| (?:in|since|and|so|by)\b)",
    IGNORE,
)  # "the blast was the country's biggest"
_OF_INCIDENTS = compiled(
    rf"\b(?:{DEED}|{THING}|{_MEASURE}|shots?|fir\w+|launch\w*|test\w*|one|ones|times?|days?|blast|strike|show|quake|tremor|flew|flown|reached)\b",
    IGNORE,
)
_FIGURE = rf"\d[\d,.]*\d|\d|{NUMBER}"
_RECORD = Gated(
    rf"\b(?:an? |its |the |their )?(?:new )?record[- ](?:{_MEASURE}|(?:{_FIGURE})\b)(?:[ -](?:(?! and | but )[^.;,]){{0,30}})?|"
    r"\b(?:set|setting|sets|broke|breaking|breaks|beat|beating|beats|marked|marking) (?:an? |its |the |their |all )?"
    r"(?:(?:new|own|previous|old|earlier|national|altitude|height|distance|range|speed|daily) ){0,2}records?\b(?:[^.;,]{0,50}\b)?|"
    r"\b(?:surpass|topp|eclips|exceed|better|outstripp|outdo|outdid|overtook|overtak)(?:ed|es|s|ing|e)? (?:the |its |their |all |every |any )?(?:(?:own|previous|old|earlier|national|past) ){0,2}"
    r"(?:records?|best|marks?|highs?)\b(?:[^.;:,]{0,30}\b)?|"
    r"\b(?:set|sets|setting) an? new (?:mark|high|best|peak)\b|"
    rf"\b(?:outdid|outdoes|bettered|betters|(?:topp|surpass|exceed|eclips|outstripp)(?:ed|es|s|ing)) (?:that of |those of )?(?:any|every|all)\b(?:[^.;:,]{{0,40}}\b)?|"
    rf"\b(?:outdoing|bettering|(?:topp|surpass|exceed|eclips|outstripp|beat)(?:ed|es|s|ing)) the {_MEASURE} of (?:any|every|all|its)\b(?:[^.;:,]{{0,40}}\b)?|"
    r", (?:a|the|another) (?:new |national |all-time )?record(?=[.,;]|$)|"
    rf"\b(?:beats?|beating|beaten|tops|topp(?:ed|ing)|surpass(?:es|ed|ing)|exceed(?:s|ed|ing)|eclips(?:es|ed|ing)|better(?:s|ed|ing)) the (?:{_FIGURE})\b[^.;]{{0,60}}|"
    rf"\bdwarf(?:s|ed|ing)? (?:all|any|every|its|the)\b(?:[^.;:,]{{0,40}}\b)?|"
    r"\b(?:an?|the) (?:new |all-time )?(?:record|high) for (?:a|an|the|any|its|North)\b(?:[^.;:,]{0,40}\b)?|"
    r"\b(?:both|all|new|an all-time) records?\b(?! of talks)(?:[^.;:,]{0,30}\b)?|"
    r"\b(?:both|all)(?: of them)? (?:are|were|being|is) (?:new )?records?\b(?:[^.;:,]{0,30}\b)?|"
    rf"\brecord-(?:breaking|setting|high|long) (?:[^.;:,]{{0,40}}\b)?|\b(?:an? |the |its )?all-time (?:high|record|best|low)\b(?:[^.;:,]{{0,30}}\b)?|"
    rf"\b(?:a |the |its )?(?:new )?(?:daily|single-day|one-day|monthly|annual|yearly|national) (?:record|high)\b|\bunprecedented in (?:its )?[\w-]+|"
    r"\bthe record (?:so far|until then|until now|to date)\b[^.;]{0,40}|"
    rf"\b(?:an? )?(?:unprecedented|unmatched|unequalled) (?:{_MEASURE}|(?:{_FIGURE})\b)(?:[^.;:,]{{0,30}}\b)?",
    IGNORE,
)
_THAN_ANY = Gated(
    rf"\b{_COMPARATIVE}\b[^.;,]{{0,40}}? than (?:(?:in|at|by|on|that of|those of|with|for|during) )?"
    r"(?:(?:any|all|every|its|the)\b (?:of )?(?:its |the )?(?P<object>[^.;,]{2,50})|ever\b(?: before)?)|"
    rf"\bthan (?:any|ever)\b[^.;,]{{0,40}}? {_COMPARATIVE}\b",
    IGNORE,
)
_REST = compiled(r"(?: (?:[\w’'-]+ ){0,8}?(?:in|on) (?:a|one|any) (?:single )?day\b)", IGNORE)
_OF_THE_PAST = compiled(
    rf"\bany (?:other|of|North|South|single)|\ball (?:previous|earlier)|\b(?:previous|earlier|former|prior|before|past|other|predecessors?|forerunners?|precursors?|siblings?)\b|\bever\b|"
    rf"\bany (?:that|the)\b|\bpreviously\b|\b(?:any|every) (?:{MODIFIER}){{0,3}}?(?:{DEED}|{THING})",
    IGNORE,
)
_NO_OTHER = Gated(
    rf"\b(?:never|at no time|not once|nobody|on no (?:other |single |previous )?(?:day|occasion|date)|no (?:other |single |previous )?(?:day|month|week|year)\b|no (?:{MODIFIER}){{0,3}}?(?:{DEED}|{THING}))[^.;]{{0,70}}?\b"
    rf"(?:(?:as|so) (?:far|high|long|many|much|often|fast)|(?:a )?{_COMPARATIVE})\b(?:[^.;:,]{{0,40}}\b)?|"
    rf"\ban? (?:{_MEASURE}|figure|mark|level)(?: that| which)? (?:no (?:other |earlier |previous |single )*(?:{MODIFIER}){{0,3}}?(?:{THING}|{DEED}|one)|none(?: of [^.;,]{{2,30}}?)?) (?:had|has|have) (?:ever |yet )?(?:been )?(?:{GONE})\b(?:[^.;:,]{{0,40}}\b)?|"
    rf"\ban? (?:{_MEASURE}|figure|mark|level)(?: that)? (?:it|{THEY}) (?:had|has|have) (?:never|not)(?: ever| yet| before)? (?:reached|matched|attained|seen|recorded|managed)\b(?:[^.;:,]{{0,40}}\b)?|"
    rf"\bnever (?:before )?(?:has|have|had) (?:a |an |any )?(?:{MODIFIER}){{0,4}}?(?:{DEED}|{THING}) (?:\w+ ){{0,2}}?(?:as|so) (?:far|high|long)\b|"
    rf"\b(?:no|none of its|never) (?:other )?(?:{MODIFIER}){{0,4}}?(?:{DEED}|{THING}) (?:of the \w+ |(?:fired|launched|tested|flown) by (?:the )?\w+(?: \w+)? )?(?:has|have|had) (?:\w+ ){{1,3}}?(?:for |so |as )?"
    rf"(?:{_COMPARATIVE}|far|high|long)\b(?: in a test| before)?",
    IGNORE,
)


def _whole(match: re.Match[str]) -> int:
    """Where the clause of a record ends, for what it is a record of may stand behind it: "the most missiles ever fired in a day"."""
    rest = _REST.match(match.string, match.end())
    return rest.end() if rest else match.start() + len(match.group().rstrip(" ,"))


def _most(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    if match["what"].strip(" -") and not _OF_INCIDENTS.search(match["what"]):
        return None
    the = behind(_THE, match)
    given = {"of": match.group().strip().lower(), **scoped(match, scope_words)}
    return made(match, "record", given, the.start() if the else None, _whole(match))


def _of_its(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    ends = _DEED_AT_END.search(match.group())
    before = behind(_UNTIL_THEN, match) or (behind(OWNER, match) if ends else None)
    if before is None:
        return None
    given = {"of": match.group().strip().lower(), **scoped(match, scope_words)}
    return made(match, "record", given, before.start())


def _record(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    return made(match, "record", {"of": match.group().strip().lower(), **scoped(match, scope_words)})


def _than_any(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    return _record(match, scope_words) if _OF_THE_PAST.search(match.group()) else None


def _its_own(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    """A superlative that closes its clause, of whoever owns it; the sentence tells an incident."""
    owner = behind(OWNER, match)
    opened = match.string.rfind(".", 0, match.start()) + 1
    if owner is None or not _OF_INCIDENTS.search(match.string, opened, owner.start()):
        return None
    given = {"of": match.group().strip().lower(), **scoped(match, scope_words)}
    return made(match, "record", given, owner.start())


RULES: tuple[tuple[Gated, Rule], ...] = (
    (_THAT_IT_DID, _record),
    (_SINCE_THEN, _record),
    (_MOST, _most),
    (_OF_ITS, _of_its),
    (_NO_OTHER, _record),
    (_THAN_ANY, _than_any),
    (_RECORD, _record),
    (_ITS_OWN, _its_own),
)
