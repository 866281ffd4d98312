"""Numbers without their noun: "Japan detected nine", "several were launched", "two of them"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from reportedly.fields import count_words as cw
from reportedly.fields.count_expression import CountExpression
from reportedly.fields.gated import Gated
from reportedly.fields.number import NUMBER, ORDINALS, parse
from reportedly.frozen import dataclass
from reportedly.model import Count
from reportedly.model.calendar import ANY_MONTH, ANY_SHORT_MONTH
from reportedly.patterns import compiled

_HEDGED = rf"(?P<hedge>\b(?:{cw.HEDGES}|a total of)\s)?"
_N = rf"\b(?P<n>{NUMBER}|several|multiple)"
_VERB = Gated(  # Japan detected nine. It fired seven from the east coast.
    r"\b(?:detect|count|fir|launch|track|confirm|spott|register|record|lobb|loos|sp[eo]ak of|spoke of|saw|sees"
    rf"|put (?:the|their|its) (?:number|total|tally|figure|count|toll) at|(?:had|has|have) (?:report|claim|announc|count|giv|cit))(?:e[dns]|ed|ing|s|ted|ting)?\s{_HEDGED}{_N}(?=[.;:](?!\d)|,(?!\d)|\s(?:in all|in total|altogether"
    r"|more\b|fired|launched|between\b|from\b|into\b|towards?\b|within\b))",
    re.IGNORECASE,
)


_WHERE = r"(?:(?:that|this|which|it) (?:made|makes)|there (?:were|had been|have been|was)|numbered|numbering|it was|the (?:number|total|tally|count|figure)(?: of (?:missiles|rockets|projectiles|shells|launches)\b[^.;,]{0,50}?)? (?:was|is|at|stood at))"
_BRINGS = r"(?:bringing|which brings|taking) (?:the|its|their) (?:(?:day|week)['’]s )?(?:total|number|tally|count) (?:of \w+ )?(?:(?:for|of|on) (?:the|that) day )?to"
_BE = Gated(  # "there were three of them", "later said there had been three", "They numbered three"
    rf"\b(?:{_WHERE}|{_BRINGS})\s{_HEDGED}{_N}(?:\s(?:of them|in all|in total|altogether|all told))?(?=[.;,](?!\d)|\s(?:and|but)\b|$)",
    re.IGNORECASE,
)
_CORRECTED = Gated(  # "has revised its count to three from two", "later corrected that to three"
    rf"\b(?:revis|correct|rais|chang|lower|cut|amend|updat|upgrad|increas)(?:ed|es|ing|ting)\s(?:[^\s.;,]+\s){{1,12}}?to\s{_HEDGED}{_N}(?=[.;,](?!\d)|\s(?:from|missiles|rockets|of)\b|$)",
    re.IGNORECASE,
)
_NOW = Gated(  # "first spoke of two missiles, later of one"
    rf"\b(?:later|then|now|subsequently)(?:,| only| just)?\s(?:said |spoke |to )?(?:of|only|just)\s{_HEDGED}{_N}(?=[.;,](?!\d)|\s(?:and|but)\b|$)",
    re.IGNORECASE,
)
_IN_ALL = Gated(  # "missiles, three in all", "a total of three", "five by Tokyo's count"
    rf"(?:(?<=,\s)|(?<=[—–:(]\s)|(?<=\())(?:{_HEDGED}{_N}\s(?:in all|in total|in number|altogether|all told|by (?:[A-Z][\w.]*|the [\w ]{{3,20}}?)['’]s? (?:count|reckoning|tally|estimate))\b"
    rf"|a total of\s(?P<m>{NUMBER})(?=[.;,)](?!\d)|$))",
    re.IGNORECASE,
)
_SALVO = Gated(  # "a 10-missile salvo", "an eight-rocket barrage", "a double missile launch"
    rf"\b(?P<hedge>)(?P<n>{NUMBER}|double|twin|dual|triple)[- ](?P<thing>missile|rocket|shell|projectile|ICBM|weapons?)?s?(?:(?<=\w)[- ])?(?:test[- ])?(?P<act>salvo|volley|barrage|burst|blitz|launch(?:es|ing)?|tests?|firings?|test-firings?)\b",
    re.IGNORECASE,
)
_MULTIPLE = {"double": 2, "twin": 2, "dual": 2, "triple": 3}
_CLASS = r"(?:[a-z]+[- ]range|ballistic|cruise|hypersonic|strategic|tactical|anti-(?:ship|aircraft|air)|surface-to-(?:air|surface|ship))"
_OF_TWO_CLASSES = Gated(  # "four short-range and two medium-range missiles"
    rf"(?P<hedge>)\b(?P<n>{NUMBER}|an?)(?: {_CLASS}){{1,3}}(?= (?:and|plus) (?:{NUMBER}|an?)(?: {_CLASS}){{1,3}} (?:missile|rocket|projectile)s?\b)",
    re.IGNORECASE,
)
_ONES = Gated(  # "shooting missiles into the sea: seven short-range ones", "and then two shorter ones"
    rf"(?P<hedge>)\b(?P<n>{NUMBER}|several) (?:(?:{_CLASS}|(?:short|small|larg|long)er|smaller|larger|similar|such) ){{1,2}}ones\b",
    re.IGNORECASE,
)
_ONE_BY_ONE = Gated(  # "missiles ..., the first at 7 a.m. and the second at 7:10"
    r"\bthe (?:first|1st)\b(?: one)?(?: (?:at|around|about|shortly|just|from|near|to|landed|fired|launched|flew|flying|on|in)\b)(?:[^.;]|(?<=[ap])\.(?=m)|(?<=m)\.(?= )|(?<=\d)\.(?=\d)){2,90}?(?:,|\band\b) (?:and )?(?:(?:the|a) (?P<n>second|third|fourth|2nd|3rd|4th|other)|(?P<another>another))\b(?! (?:time|day|test|launch|stage|country|quarter|half))(?: (?:at|around|about|\d|some|an hour|from|near|to|landed|fired|launched|flew|flying|on|in|came)|[.,]|$)"
    r"(?![^.;]{0,90}\bthe (?:third|fourth|fifth|3rd|4th)\b)",
    re.IGNORECASE,
)
_OF_THE_DAY = Gated(  # "its seventh missile of the day": so many by then
    rf"\b(?:its|their|the|a) (?P<n>{'|'.join(w for w, rank in ORDINALS.items() if rank > 1)})(?: [a-z-]+){{0,3}}? of the (?:day|morning|night)\b",
    re.IGNORECASE,
)
_MONTH = compiled(rf"\b(?:{ANY_MONTH}|{ANY_SHORT_MONTH})\.?\s$")
_MORE = compiled(r"\s(?:more|others)\b", re.IGNORECASE)
_PLACES = {"second": 2, "2nd": 2, "other": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


@dataclass(frozen=True, slots=True)
class _Anchor:
    """Words that a number may stand before: found first, the number is then read leftwards from them."""

    words: Gated
    number: re.Pattern[str]
    reach: int


_START = r"(?:(?<=[.!?;:]\s)|(?<=\bthat\s)|(?<=\n)|^)"
_ANCHORS = (
    _Anchor(  # Several were launched. As many as seven, of a Scud type, were fired.
        Gated(
            r"\s(?:were|was|had been|have been)\s(?:\w+ly\s)?(?:fired|launched|tested|test-fired|shot|sent up|lobbed|loosed|detected"
            r"|counted|confirmed|spotted)\b",
            re.IGNORECASE,
        ),
        compiled(rf"{_START}{_HEDGED}{_N}(?:,\s[^,.;]{{1,60}},)?$", re.IGNORECASE),
        110,
    ),
    _Anchor(  # Ten went first, within ten minutes; two left at dawn
        Gated(r"\s(?:went (?:up|first|off)|left(?! behind)|lifted off|took off|blasted off|followed)\b", re.IGNORECASE),
        compiled(rf"{_START}{_HEDGED}{_N}$", re.IGNORECASE),
        36,
    ),
    _Anchor(  # one of at least three fired
        Gated(r"\s(?:fired|launched)\b(?!\s(?:at|by)\b)", re.IGNORECASE),
        compiled(rf"{_HEDGED}(?<![-–\d])\b(?P<n>(?!\d)(?:{NUMBER})|several|multiple)$", re.IGNORECASE),
        36,
    ),
    _Anchor(  # Four, according to
        Gated(r",\s(?:according to|said|says)\b", re.IGNORECASE),
        compiled(rf"(?<=[.!?]\s)(?-i:(?=[A-Z])){_HEDGED}{_N}$", re.IGNORECASE),
        36,
    ),
    _Anchor(  # missiles again, two of them, probably
        Gated(r"\sof\sthem(?=,)", re.IGNORECASE),
        compiled(rf"(?<=,\s){_HEDGED}{_N}$", re.IGNORECASE),
        36,
    ),
    _Anchor(  # 16 of them left the coast; around ten of them blasted off
        Gated(
            r"\sof\sthem\s(?:(?:had|have)\s)?(?:left|blasted off|lifted off|took off|went up|roared off|(?:were|was|had been)\s(?:\w+ly\s)?(?:fired|launched|sent up|loosed|lobbed))\b",
            re.IGNORECASE,
        ),
        compiled(rf"{_START}{_HEDGED}{_N}$", re.IGNORECASE),
        36,
    ),
    _Anchor(  # a pair launched from Wonsan; the pair flew 400 km; all four came down
        Gated(
            r"\s(?:(?:were|was|had been)\s)?(?:fired|launched|flew|fell|travel\w+|landed|came down|splashed|covered|reached|climbed|rose"
            r"|took off|lifted off|went up|crashed|went [\d,]+)\b",
            re.IGNORECASE,
        ),
        compiled(rf"\b(?:an?|the|this|all|these)\s(?P<hedge>)(?P<n>pair|trio|(?!\d){NUMBER})$", re.IGNORECASE),
        24,
    ),
    _Anchor(  # both fell outside the zone; both of which flew 400 km
        Gated(
            r"(?:\sof (?:them|which))?\s(?:(?:were|was|had been|have|had|are)\s)?(?:believed to have |thought to have |said to have )?"
            r"(?:flew|flown|fell|fallen|travel\w+|landed|came down|splashed|covered|reached|climbed|rose|took off|lifted off|went up|crashed|plunged|dropped|failed|exploded|broke up)\b",
            re.IGNORECASE,
        ),
        compiled(r"\b(?P<hedge>)(?P<n>both)$", re.IGNORECASE),
        6,
    ),
    _Anchor(  # two objects presumed to be missiles
        Gated(
            r"\sobjects\s(?:(?:that|which) )?(?:presumed|believed|thought|suspected|likely|probably|(?:may|might|could|appear\w*)\b)",
            re.IGNORECASE,
        ),
        compiled(rf"{_HEDGED}(?<![-–\d])\b(?P<n>(?!\d)(?:{NUMBER})|\d{{1,3}}|several|multiple)$", re.IGNORECASE),
        36,
    ),
    _Anchor(  # the ministry counted two launches; radars picked up three separate firings
        Gated(
            r"\s(?:(?:separate|successive|distinct|individual)\s)?(?:launches|firings)\b(?!\s(?:of|by|from|in(?! the (?:(?:early|late) )?(?:morning|afternoon|evening)\b)|over|since|this|last)\b)",
            re.IGNORECASE,
        ),
        compiled(
            rf"\b(?:count(?:s|ed)?|detect(?:s|ed)?|track(?:s|ed)?|observed|recorded|register(?:s|ed)|logged|spotted|confirm(?:s|ed)|saw|noted"
            rf"|(?:picked|picks) up)\s{_HEDGED}{_N}$",
            re.IGNORECASE,
        ),
        36,
    ),
    _Anchor(  # two tests of the Prithvi-II, twin launches of the same missile
        Gated(
            r"\s(?:(?:successful|successive|simultaneous|separate|consecutive|missile|scheduled|planned|routine|developmental|back-to-back|unarmed)\s){0,3}(?:test[- ]|flight[- ])?(?:tests|launches|trials|firings|flights)\sof\s(?:(?:the|its|an?|this)\b|(?:[a-z-]+\s)?(?-i:[A-Z]))",
            re.IGNORECASE,
        ),
        compiled(
            rf"(?P<hedge>)\b(?P<n>(?!\d)(?:{NUMBER})|twin|(?:(?<=ed )|(?<=out )|(?<=held ))\d{{1,2}})$", re.IGNORECASE
        ),
        24,
    ),
)
_OF_THEM = Gated(r"\sof\sthem\b", re.IGNORECASE)
_PART = compiled(rf"(?P<hedge>\b(?:{cw.HEDGES})\s)?\b(?P<n>{NUMBER}|several|multiple|both|some)$", re.IGNORECASE)


def elliptic(text: str, several: cw.Several) -> Iterator[CountExpression]:
    """Every number that counts without a noun, in no order; "two of them" is a part, none of the others is."""
    taken: set[int] = set()
    yield from _in_words(text, several)
    for match in (
        *_VERB.finditer(text),
        *_before_anchors(text),
        *_BE.finditer(text),
        *_CORRECTED.finditer(text),
        *_NOW.finditer(text),
    ):
        if match.start("n") not in taken and (found := _expression(match, "elliptic", several)):
            taken.add(match.start("n"))
            yield found
    for place in _OF_THEM.finditer(text):
        part = _PART.search(text, max(0, place.start() - 40), place.start())
        if part and part.start("n") not in taken and (found := _expression(part, None, several)):
            yield found


def _in_words(text: str, several: cw.Several) -> Iterator[CountExpression]:
    """Numbers told by words that need no noun behind them: totals, salvos, the classes of a list, a second beside a first."""
    for match in _IN_ALL.finditer(text):
        if (found := _expression(match, "elliptic", several, "m" if match["m"] else "n")) is not None:
            yield found
    for match in _SALVO.finditer(text):
        kind = "elliptic" if match["thing"] else "launches"
        counts = match["thing"] or match["n"].lower() in _MULTIPLE
        if counts and (found := _expression(match, kind, several)) is not None:
            yield found
    for match in _OF_TWO_CLASSES.finditer(text):
        if (found := _expression(match, "missile", several)) is not None:
            yield replace(found, end=match.end())
    for match in _ONES.finditer(text):
        if cw.INCLUDED.search(text, max(0, match.start() - 20), match.start()):
            continue
        if (found := _expression(match, "missile", several)) is not None:
            yield replace(found, end=match.end())
    for match in _OF_THE_DAY.finditer(text):
        yield _ranked(match, ORDINALS[match["n"].lower()])
    for match in _ONE_BY_ONE.finditer(text):
        yield _ranked(match, _PLACES[(match["n"] or "other").lower()], match.end(match.lastgroup or "n"))


def _ranked(match: re.Match[str], amount: int, end: int | None = None) -> CountExpression:
    """So many, by the rank of the last."""
    start, end = match.start(), match.end() if end is None else end
    value, written = Count(amount, amount), match.string[start:end]
    return CountExpression(start, end, written, value, None, end, end, start, end, "elliptic")


def _before_anchors(text: str) -> Iterator[re.Match[str]]:
    for anchor in _ANCHORS:
        for place in anchor.words.finditer(text):
            found = anchor.number.search(text, max(0, place.start() - anchor.reach), place.start())
            if found is not None and not _is_day(text, found):
                yield found


def _is_day(text: str, number: re.Match[str]) -> bool:
    """Whether figures are the day of a month: "that it launched on Sept. 15 were fired"."""
    return number["n"].isdigit() and _MONTH.search(text, max(0, number.start("n") - 11), number.start("n")) is not None


def _expression(
    match: re.Match[str], kind: str | None, several: cw.Several, group: str = "n"
) -> CountExpression | None:
    value = _value(match[group].lower(), match["hedge"] or "", several)
    if value is None:
        return None
    start, end = match.start("hedge") if match["hedge"] else match.start(group), match.end(group)
    cue = match["hedge"].strip() if match["hedge"] else None
    written = match.string[start:end]
    return CountExpression(
        start,
        end,
        written,
        value,
        None,
        end,
        end,
        match.start(group),
        end,
        kind,
        cue,
        part=None if kind else value,
        additional=_MORE.match(match.string, end) is not None,
    )


def _value(word: str, before: str, several: cw.Several) -> Count | None:
    amount = None if word.startswith("0") else _MULTIPLE.get(word) or (1 if word in ("a", "an") else parse(word))
    value = several.alone.get(word) or (Count(int(amount), int(amount)) if amount and amount == int(amount) else None)
    hedge = cw.HEDGE.search(before)
    return cw.hedged(value, hedge) if value is not None and hedge and value.maximum is not None else value
