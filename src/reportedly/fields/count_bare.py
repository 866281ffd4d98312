"""Numbers without their noun: "Japan detected nine", "several were launched", "he put the number at two", "both flew 400 km".

Every number behind which no thing is named is a candidate, and what stands on its two sides says what it is: a count of what
flew, wherever it stands (`elliptic`), or one only where the report is speaking of nothing else (`loose`).
"""

import re
from collections.abc import Iterator

from reportedly.fields import count_words as cw
from reportedly.fields.count_expression import CountExpression
from reportedly.fields.gated import Gated
from reportedly.fields.number import NUMBER, ORDINALS, parse
from reportedly.model import Count
from reportedly.model.calendar import ANY_MONTH, ANY_SHORT_MONTH
from reportedly.patterns import compiled

_N = Gated(
    rf"(?<![-–\w.,:/$€£’'])(?:(?!0){NUMBER}|several|multiple|both|pair|trio|twin)\b(?![-–/]\w|[:.,’']\d)", re.IGNORECASE
)
THING = r"(?:missile|projectile|rocket|weapon|shell|shot|round|one)"
_NO_FLIGHT = (  # what people and meetings do, by which no missile is told
    r"(?!(?:said|added|called|urged|warned|noted|argued|described|explained|asked|vowed|claimed|agreed|denied|killed|wounded|injured|hurt|arrested|held|elected|born|need\w*|speed|disagreed|convened|died|cited"
    r"|named|based|planned|expected|scheduled|used|wanted|signed|adopted|imposed|damaged|evacuated|sanctioned|deployed|displayed|paraded|unveiled|shown|built|tested in|tested last)\b)"
)
_AUX = (
    r"(?:(?:w(?:as|ere)|had|ha(?:s|ve)|been|being|is|are|also|then|later|each|both|all|appear(?:s|ed)?|seem(?:s|ed)?"
    r"|believed|thought|presumed|said|to|not|did|\w+ly)\s){0,5}"
)
_LAUNCHED = (
    r"(?:(?:were|was|had been|have been)\s(?:\w+ly\s)?(?:fired|launched|tested|test-fired|shot|sent up|lobbed|loosed|detected|counted|confirmed|spotted)"
    r"|(?:(?:had|have)\s)?(?:went (?:up|first|off)|left(?! behind)|lifted off|took off|blasted off|roared off|followed))\b(?!\s(?:before|earlier|since|previously)\b)"
)
_FLIGHT = (
    rf"{_AUX}(?:have )?(?:flew|flown|fell|fallen|travel\w+|landed|came down|splashed|covered|reached|climbed|rose|took off|lifted off|went up|crashed|plunged"
    r"|dropped|failed|exploded|broke up|went [\d,]+)\b"
)
FLEW = (
    rf"(?:{_AUX}(?:{_NO_FLIGHT}\w{{2,}}ed\b|(?:shot|sent|seen|fl(?:ew|own|ies|y)|fell|fall(?:en)?|landing|splashing|fail|broke|rose|came|come|went|gone"
    r"|left|took off|take off|blew|hit|struck|veer\w+|aimed|burst|sank|lost)\b))"
)
_SEEN = (
    r"(?:(?:detect|count|fir|launch|track|confirm|spott|register|record|lobb|loos|observ|logg|report|announc|sp[eo]ak of|spoke of|saw|sees|pick(?:ed|s) up)"
    r"(?:e[dns]|ed|ing|s|ted|ting)?|(?:had|has|have) (?:report|claim|announc|count|giv|cit)(?:ed|en))"
)
_RIGHT = compiled(  # what stands behind the number
    r"(?:\sof (?:various|different|several|all|assorted) (?:class(?:es)?|types?|kinds?|ranges?|models?|sizes?)\b|(?P<them>\sof\s(?:them|these|which)\b))?(?:"
    r"(?P<total>\s(?:in all|in total|in number|altogether|all told|by (?:[A-Z][\w.]*|the [\w ]{3,20}?)['’]s? (?:count|reckoning|tally|estimate))\b)"
    r"|(?P<said>,\s(?:according to|said|says)\b)"
    rf"|(?P<launched>(?:,\s[^,.;]{{1,60}},)?\s{_LAUNCHED})"
    r"|(?P<tests>\s(?:(?:successful|successive|simultaneous|separate|consecutive|missile|scheduled|planned|routine|developmental|back-to-back|unarmed)\s){0,3}"
    r"(?:test[- ]|flight[- ])?(?:tests|launches|trials|firings|flights)\sof\s(?:(?:the|its|an?|this)\b|(?:[a-z-]+\s)?(?-i:[A-Z])))"
    rf"|(?P<each>\seach\s{FLEW})|(?P<fired>\s(?:fired|launched)\b(?!\s(?:at|by)\b))"
    rf"|(?P<flight>\s{_FLIGHT})|(?P<flew>(?:,\s[^,.;]{{1,60}},)?\s(?:each\s|that\s|which\s)?{FLEW})"
    r"|(?P<launches>(?:\s(?:separate|successive|distinct|individual|missile|ballistic|test)){0,2}[\s-](?:launches|firings|liftoffs|splashdowns)\b"
    r"(?!\s(?:of|by|since|this|last|in(?! the (?:(?:early|late) )?(?:morning|afternoon|evening)\b)|over|so far)\b))"
    r"|(?P<objects>\sobjects\s(?:(?:that|which) )?(?:presumed|believed|thought|suspected|likely|probably|(?:may|might|could|appear\w*)\b))"
    r"|(?P<more>\smore\b)"
    r"|(?P<to>\s(?:between|from|into|towards?|within)\b)|(?P<when>\s(?:at|in quick|one after)\b)"
    r"|(?P<end>\sthe (?:number|total|tally|count)\b|[.;,:)”\"](?!\d)|\s(?:and|but|missiles|rockets)\b|$))",
    re.IGNORECASE,
)
_LEFT = compiled(  # and what before it and its hedge
    rf"(?:(?P<seen>\b{_SEEN}\s(?:off\s)?)"
    r"|(?P<number>\b(?:number|tally|total|figure|count|toll)(?: of (?:missiles|rockets|projectiles|shells|launches|them)\b[^.;,\d]{0,50}?)? (?:was|is|as|at|stood at|to be)\s"
    r"|\b(?:bringing|which brings|taking) (?:the|its|their) (?:(?:day|week)['’]s )?(?:total|number|tally|count)(?: of \w+)?(?: (?:for|of|on) (?:the|that) day)? to\s"
    r"|\b(?:revis|correct|rais|chang|lower|cut|amend|updat|upgrad|increas)(?:ed|es|ing|ting)\s(?:[^\s.;,]+\s){1,12}?to\s"
    r"|\b(?:later|then|now)(?:,| only| just)?\s(?:said |spoke |to )?(?:of|only|just)\s|\bputs? at\s)"
    r"|(?P<there>\b(?:(?:that|this|which|it) (?:made|makes)|there (?:were|had been|have been|must have been)|numbered|numbering|it was|consisted of|comprised|made up of)\s)"
    r"|(?P<says>\b(?:has|have|gives?|gave|said|says|reckons? (?:on|with)|makes? it|(?:(?:confirm|report|conduct)(?:ed)?|carried out|held)|with)\s)"
    r"|(?P<of>\bof (?:the |its |all )?)"
    r"|(?P<subject>(?:^|[.!?;:—–“\"(\n]\s?|\b(?:that|and|but|said|says|while|of which),?\s)(?:(?:all|the|these|those|each of the|both of the|(?:only )?one of the|neither of the|none of the)\s)?)"
    r"|(?P<in_all>\b(?:a|in) total of\s)|(?P<the>\b(?:an?|the|this|all|these)\s)|(?P<comma>,\s)|(?P<did>\b(?:\w+ed|out|held)\s))$",
    re.IGNORECASE,
)
_ANYWHERE = {  # what is a count of what flew wherever it stands; the others of _NEAR are one where nothing else is spoken of
    *(("seen", right) for right in ("end", "total", "to", "launched", "flew", "more", "launches", "said")),
    *((left, right) for left in ("number", "there") for right in ("end", "total", "to", "said")),
    *((left, "total") for left in ("subject", "comma")),
    *((left, "objects") for left in ("seen", "says", "of", "subject", "the", "comma")),
    ("subject", "launched"), ("says", "launched"), ("the", "launched"), ("of", "launched"), ("of", "fired"), ("in_all", "end"), ("the", "fired"), ("seen", "fired"), ("the", "flight"), ("subject", "said"),
}  # fmt: skip
_NEAR = {
    ("subject", "flew"), ("subject", "flight"), ("says", "flew"), ("says", "flight"), ("of", "flew"), ("of", "flight"), ("says", "end"), ("says", "total"), ("seen", "when"),
    ("there", "launches"), ("subject", "launches"), ("of", "launches"), ("says", "launches"), ("the", "launches"), ("number", "more"),
}  # fmt: skip
_OF_THEM = {
    *(("there", right) for right in ("end", "launched", "flew", "flight")), ("comma", "end"), ("seen", "end"), ("seen", "to"), ("seen", "when"), ("subject", "launched"),
}  # fmt: skip
_PLURALS = frozenset({"pair", "trio", "both"})
_SALVO = Gated(  # "a 10-missile salvo", "an eight-rocket barrage", "a double missile launch"
    rf"\b(?P<n>{NUMBER}|double|twin|dual|triple)[- ](?P<thing>missile|rocket|shell|projectile|ICBM|weapons?)?s?(?:(?<=\w)[- ])?(?:test[- ])?(?:salvo|volley|barrage|burst|blitz|launch(?:es|ing)?|tests?|firings?|test-firings?)\b",
    re.IGNORECASE,
)
_MULTIPLE = {"double": 2, "twin": 2, "dual": 2, "triple": 3}
_CLASS = r"(?:[a-z]+[- ]range|ballistic|cruise|hypersonic|strategic|tactical|anti-(?:ship|aircraft|air)|surface-to-(?:air|surface|ship)|(?:short|small|larg|long)er|similar|such)"
_OF_A_CLASS = Gated(  # "four short-range and two medium-range missiles", "two shorter ones"
    rf"\b(?P<n>{NUMBER}|several|an?)(?: {_CLASS}){{1,3}}(?:(?<! a) ones\b|(?= (?:and|plus) (?:{NUMBER}|an?)(?: {_CLASS}){{1,3}} (?:missile|rocket|projectile)s?\b))",
    re.IGNORECASE,
)
_OF_THE_DAY = Gated(  # "its seventh missile of the day": so many by then
    rf"\b(?:its|their|the|a) (?P<n>{'|'.join(w for w, rank in ORDINALS.items() if rank > 1)})(?: [a-z-]+){{0,3}}? of the (?:day|morning|night)\b",
    re.IGNORECASE,
)
_MONTH = compiled(rf"\b(?:{ANY_MONTH}|{ANY_SHORT_MONTH})\.?\s$")
_REACH = 90
_MANY = 400


def bare(text: str, several: cw.Several) -> Iterator[CountExpression]:
    """Every number that counts without a noun, in no order."""
    for match in _N.finditer(text):
        right = _RIGHT.match(text, match.end(), match.end() + _REACH)
        if right is None:
            continue
        hedge = cw.HEDGE.search(text, max(0, match.start() - 20), match.start())
        start = match.start() if hedge is None else hedge.start()
        left = _LEFT.search(text, max(0, start - _REACH), start)
        kind = _kind(match.group().lower(), left, right)
        value = _value(match.group().lower(), hedge, several)
        if kind is None or value is None or (kind == "loose" and not 1 < value.minimum < _MANY):
            continue
        if match.group().isdigit() and _MONTH.search(text, max(0, start - 11), start):
            continue
        end, cue = match.end(), hedge.group().strip() if hedge else None
        more = right["more"] is not None
        yield CountExpression(
            start, end, text[start:end], value, None, end, end, match.start(), end, kind, cue, additional=more
        )
    for match in _SALVO.finditer(text):
        amount = _MULTIPLE.get(match["n"].lower()) or (parse(match["n"]) if match["thing"] else None)
        if amount is not None and amount == int(amount):
            yield ranked(*match.span(), text, int(amount), "elliptic" if match["thing"] else "launches")
    for match in _OF_A_CLASS.finditer(text):
        value = _value("one" if match["n"].lower() in {"a", "an"} else match["n"].lower(), None, several)
        if value is not None and not cw.INCLUDED.search(text, max(0, match.start() - 20), match.start()):
            start, end = match.span()
            noun = match.end("n")
            yield CountExpression(start, end, match.group(), value, None, noun, noun, start, noun, "missile")
    for match in _OF_THE_DAY.finditer(text):
        yield ranked(*match.span(), text, ORDINALS[match["n"].lower()])


def ranked(start: int, end: int, text: str, amount: int, kind: str = "elliptic") -> CountExpression:
    """So many, by the words of text[start:end]."""
    return CountExpression(start, end, text[start:end], Count(amount, amount), None, end, end, start, end, kind)


def _kind(word: str, left: re.Match[str] | None, right: re.Match[str]) -> str | None:
    """What a number is by its two sides; None where it may be of anything."""
    behind = right.lastgroup or ""
    before = left.lastgroup or "" if left is not None else ""
    if word in _PLURALS and behind in {"launched", "flight"}:
        return "elliptic"
    if behind == "tests" and (not word.isdigit() or before in {"seen", "says", "did"}):
        return "elliptic"
    if right["them"] is not None and (before, behind) not in _NEAR:
        return "elliptic" if (before, behind) in _OF_THEM else None
    if word in {"one", "1"} and before in {"subject", "the", "of", "comma"}:
        return None
    if behind == "each":
        return "loose"
    return "elliptic" if (before, behind) in _ANYWHERE else "loose" if (before, behind) in _NEAR else None


def _value(word: str, hedge: re.Match[str] | None, several: cw.Several) -> Count | None:
    amount = parse(word)
    value = several.alone.get(word) or (Count(int(amount), int(amount)) if amount and amount == int(amount) else None)
    return cw.hedged(value, hedge) if value is not None and hedge and value.maximum is not None else value
