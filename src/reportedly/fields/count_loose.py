"""Numbers that count only what a text has been speaking of: "One flew 400 km, the other 350", "A second followed", "he put
the number at two". They are asked for where nothing else tells how many, so that vague words need not stand."""

import re
from collections.abc import Iterator

from reportedly.fields import count_words as cw
from reportedly.fields.count_expression import CountExpression
from reportedly.fields.gated import Gated
from reportedly.fields.number import NUMBER, ORDINALS, parse
from reportedly.model import Count
from reportedly.patterns import compiled

_HEDGED = rf"(?P<hedge>\b(?:{cw.HEDGES})\s)?"
_N = rf"(?<![-–\d.,:])\b(?P<n>{NUMBER})(?![-–\d]|:\d)"
_THING = r"(?:missile|projectile|rocket|weapon|shell|shot|round|one)"
_NO_FLIGHT = (  # what people and meetings do, by which no missile is told
    r"(?!(?:said|added|called|urged|warned|noted|argued|described|explained|asked|vowed|claimed|agreed|denied|killed|wounded|injured|hurt|arrested|held|elected|born|need\w*|speed|disagreed|convened|died|cited"
    r"|named|based|planned|expected|scheduled|used|wanted|died|signed|adopted|imposed|damaged|evacuated|sanctioned|deployed|displayed|paraded|unveiled|shown|built|tested in|tested last)\b)"
)
_FLEW = (
    r"(?:(?:w(?:as|ere)|had|ha(?:s|ve)|been|being|is|are|also|then|later|each|both|all|appear(?:s|ed)?|seem(?:s|ed)?|believed|thought|presumed|said|to|not|did|\w+ly)\s){0,5}"
    rf"(?:{_NO_FLIGHT}\w{{2,}}ed\b|(?:shot|sent|seen|fl(?:ew|own|ies|y)|fell|fall(?:en)?|landing|splashing|fail|broke|rose|came|come|went|gone|left|took off|take off|blew|hit|struck|veer\w+|aimed|burst|sank|lost)\b)"
)
_WHEN = r"(?:at|around|about|some|from|into|in|off|on|over|near|towards?|just|shortly|within|minutes|moments|\d+|(?:a|an|five|ten|twenty|half an) (?:hour|minute|moment)s?)\b"
_GOES_ON = rf"(?=(?:,\s[^,.;]{{3,60}},)?\s(?:{_FLEW}|{_WHEN})|[,;.](?!\d)|$)"

_SUBJECT = compiled(  # may begin with anything: "Two were fired", "The two, thought to be KN-23s, flew low"
    rf"(?:^|[.:;,—–“\"(]\s?|\b(?:that|and|but|said|says|while|of which)\s)(?:(?:all|the|these|those|each of the|both of the|(?:only )?one of the|neither of the|none of the)\s)?{_HEDGED}{_N}(?:\sof (?:them|these))?"
    rf"(?=(?:,\s[^,.;]{{3,60}},)?\s(?:{_FLEW}|were (?:of (?:the|a)\b|(?:short|medium|intermediate|long)[- ]range\b|ballistic\b|cruise\b)))",
    re.IGNORECASE,
)
_NUMBER_IS = Gated(  # "put the number at two", "They were three in number"
    rf"\b(?:number|tally|total|figure|count)\b(?! of (?:people|dead|drones|casualties|launchers|injured))[^.;,\d]{{0,50}}?\b(?:was|is|as|at|to|be)\s{_HEDGED}{_N}(?=[.;,”\"](?!\d)|\s(?:and|but|missiles|rockets|projectiles)\b|$)",
    re.IGNORECASE,
)
_EACH = Gated(rf"{_HEDGED}{_N}(?=\seach\s{_FLEW})", re.IGNORECASE)  # "two each lifted off in Sunan and Kaechon"
_AT_NUMBER = Gated(rf"\bputs? at {_HEDGED}{_N} the (?:number|total|tally|count)\b", re.IGNORECASE)
_OF_SO_MANY = Gated(  # "Of four that flew 1,000 km, three came down"
    rf"\bof (?:the |its |all )?{_HEDGED}{_N}(?=\s(?:that|which)\s{_FLEW}|\s(?:fired|launched|detected|sent up)\b|,\s(?:one|two|three|four|five|all|only|just|\d+)\s{_FLEW})",
    re.IGNORECASE,
)
_CAME_NEXT = Gated(  # "Ten minutes later came the next"
    r"\b(?:later|after\w*|then|before long) (?:came|followed|flew|went)(?: up)? (?:the next|another|a second|the second|its twin)\b",
    re.IGNORECASE,
)
_MADE_OF = Gated(  # "The salvo consisted of three"
    rf"\b(?:consisted of|comprised|(?:was|were) made up of|numbered)\s{_HEDGED}{_N}(?=[.;,](?!\d)|\s(?:missiles|rockets|projectiles|of them)\b)",
    re.IGNORECASE,
)
_IN_NUMBER = Gated(rf"\b(?:were|was|numbered)\s{_HEDGED}{_N}\sin (?:number|all|total)\b", re.IGNORECASE)
_FIRED = Gated(  # "launched four of them", "fired two at 7:30"
    rf"\b(?:count|detect|fir|launch|track|confirm|spott|register|record|lobb|loos)(?:ed|ing)\s(?:off\s)?{_HEDGED}{_N}(?=\s(?:of them|in all|in total)\b|\s(?:at|from|towards?|into|within|between|in quick|one after)\b|[.;](?!\d))",
    re.IGNORECASE,
)
_SAYS = Gated(  # "CNN has four.", "there must have been two"
    rf"\b(?:has|have|gives?|gave|said|says|spoke of|speaks? of|reckons? (?:on|with)|makes? it|counts?|there (?:must have been|were|had been))\s{_HEDGED}{_N}(?=[.;](?!\d)|,?\s(?:in all|of them)\b|$)",
    re.IGNORECASE,
)
_LAUNCHES = Gated(  # "there had been two launches", "three launches in total"
    rf"(?:^|\b(?:there (?:were|had been|have been|must have been)|of|all|with|confirmed|reported|detected|conducted|carried out|the)\s){_HEDGED}{_N}(?:\s(?:separate|successive|distinct|individual|missile|ballistic|test)){{0,2}}[\s-](?:launches|firings|liftoffs|splashdowns)\b"
    r"(?!\s(?:of|since|this|last|in|over|so far)\b)",
    re.IGNORECASE,
)
_CLAUSE = r"(?:[^.;]|(?<=[ap])\.(?=m)|(?<=m)\.(?=[ ,;])|(?<=\d)\.(?=\d))"  # "at 5:30 a.m. and"
_ONE = rf"\bone\b(?=\s(?:down|up|off|short)\b|(?:\s{_THING})?\s(?:{_FLEW}|{_WHEN})|,|\s(?:{_THING}|of (?:them|which|the (?:missile|projectile|rocket)s))\b)"
_OTHER = rf"(?:the other|another|one more|a second|the second|its (?:twin|companion)|one)\b(?!\s(?:launch|test|day|time|country|stage|state|weeks?|months?|years?|of)\b)(?:\s(?P<n>(?!\d+:){NUMBER})\b(?!\s(?:minutes?|hours?|days?|km|kilomet\w+|miles?)\b))?(?:\s{_THING}s?\b)?"
_PAIR = Gated(  # "One fell early; the other two flew 300 km"
    rf"{_ONE}{_CLAUSE}{{2,120}}?(?:;|,|\band\b|\bwhile\b|\bwhereas\b|\bbut\b)\s(?:(?:and|while|but|then|with)\s)?{_OTHER}{_GOES_ON}",
    re.IGNORECASE,
)
_RANKS = "|".join(w for w, rank in ORDINALS.items() if 1 < rank < 13)
_RANKED = rf"(?:the|a|an)\s(?:(?:first|{_RANKS})(?:,|,? and)\s(?:the\s)?){{0,3}}(?P<rank>{_RANKS})(?:\s(?:(?:short|medium|long)-range\s|ballistic\s|suspected\s)*{_THING}s?\b)?"
_RANK = Gated(  # "A second, launched 20 minutes later, vanished", "Japan detected a third missile"
    rf"(?:(?<=[.;:,]\s)|(?<=\band\s)|(?<=\bwhile\s)|(?<=\bbut\s)|(?<=\bthat\s)|(?<=\bsaid\s)|^){_RANKED}(?=(?:,\s[^,.;]{{3,60}},)?\s(?:{_FLEW}|{_WHEN}|(?:\w+\s){{1,2}}(?:minutes|hours) (?:later|after)))",
    re.IGNORECASE,
)
_RANKED_THING = Gated(
    rf"\b(?:fired|launched|detected|tracked|spotted|followed by)\s(?:what appeared to be\s)?(?:the|a|an)\s(?P<rank>{_RANKS})\s(?:(?:short|medium|long)-range\s|ballistic\s|suspected\s){{0,3}}{_THING}\b(?=[\s.,])",
    re.IGNORECASE,
)
_FORMER = Gated(
    r"\bthe (?:former\b[^.;]{2,90}\bthe latter|first(?: one)? (?:flew|went|travel\w+|rose|fell|cover\w+|reached)\b[^.;]{2,90}\bthe next(?: one)?)\b",
    re.IGNORECASE,
)
_CLOCK = r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\b\.?)?(?: \([^)]{1,30}\))?"
_CLOCKS = Gated(  # "fired at 7:11 a.m. and 7:24 a.m."
    rf"\bat (?:about |around )?{_CLOCK}(?P<more>(?:, {_CLOCK}){{0,5}}),? and (?:(?:again |at |about |around )){{0,3}}{_CLOCK}",
    re.IGNORECASE,
)
_MANY = 400


def loose(text: str) -> Iterator[CountExpression]:
    """Every number of a sentence that counts what it has been speaking of, in no order."""
    for pattern in (
        _SUBJECT,
        _EACH,
        _MADE_OF,
        _NUMBER_IS,
        _AT_NUMBER,
        _OF_SO_MANY,
        _IN_NUMBER,
        _FIRED,
        _SAYS,
        _LAUNCHES,
    ):
        for match in pattern.finditer(text):
            amount = _amount(match["n"])
            if 1 < amount < _MANY:
                yield _found(text, match.start("n"), match.end("n"), amount, match["hedge"] or "")
    for match in _PAIR.finditer(text):
        yield _found(text, match.start(), match.end(), 1 + (_amount(match["n"]) if match["n"] else 1))
    for match in _CLOCKS.finditer(text):
        yield _found(text, match.start(), match.end(), 2 + match["more"].count(", "))
    for match in (*_FORMER.finditer(text), *_CAME_NEXT.finditer(text)):
        yield _found(text, match.start(), match.end(), 2)
    for pattern in (_RANK, _RANKED_THING):
        for match in pattern.finditer(text):
            yield _found(text, match.start("rank"), match.end(), ORDINALS[match["rank"].lower()])


def _amount(written: str) -> int:
    number = parse(written.lower())
    return int(number) if number is not None and number == int(number) else 0


def _found(text: str, start: int, end: int, amount: int, hedge: str = "") -> CountExpression:
    value, hedged = Count(amount, amount), cw.HEDGE.search(hedge)
    value = cw.hedged(value, hedged) if hedged else value
    return CountExpression(start, end, text[start:end], value, None, end, end, start, end, "elliptic")
