"""How a launch or test went, as words say it: phrases of success and of failure, and what undoes them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from reportedly.codebook import Phrases
from reportedly.fields.gated import Gated
from reportedly.fields.gates import Gates
from reportedly.frozen import dataclass
from reportedly.model import Span
from reportedly.patterns import compiled

_TO_OFFICE = compiled(r"(?i:succeed\w*)\s+[A-Z]")  # "succeeded Abe"
_NEVER = compiled(
    r"\b(?:not|never|no|none|neither|nobody|nothing|without|unable|yet to|attempt\w* to|n[’']t|hardly|far from)\s+(?:[\w-]+\s+){0,3}$|\b(?:none|neither)\s+of\s+(?:[\w.'’-]+\s+){1,6}$",
    re.IGNORECASE,
)
_NO_FAULT = compiled(
    r"\b(?:not|never|n[’']t)\s(?:[\w-]+\s){0,7}(?:call|calling|label|labell?ing|describ(?:e|ing)|declar(?:e|ing)|term|speak|say)\s(?:[\w-]+\s){0,3}$|\b(?:not|never|no|none|neither|nothing|without|n[’']t|hardly)\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_COULD = compiled(  # "proved to be", "is thought to have" is no could
    r"\b(?:(?:can|could|would|(?-i:may|May(?= (?:Have|Be|Not)\b)|MAY(?= (?:HAVE|BE|NOT)\b))|might|should|will)\s+(?:(?:be|have been|have)\s+)?|(?:(?<!appeared )(?<!appears )(?<!appear )(?<!seemed )(?<!seems )(?<!seem )(?<!proved )(?<!proven )(?<!believed )(?<!thought )(?<!turned out )(?<!said )(?<!known )(?<!judged )(?<!deemed )(?<!understood )(?<!reported )(?<!\bhad )to|capable of)\s+(?:be\s+)?)(?:an?\s+)?(?:[\w-]+ly\s+)?$"
    r"|\b(?:if|whether)\b[^.;,]{0,50}$|\b(?:designed|meant|intended|built|able|developed)\sto\b[^.;,]{0,60}\sand\s(?:[\w-]+ly\s)?$|^had\s[^.;,]{0,60}$|(?:[,;“\"]\s?)had\s(?:it|they|this|that|everything|all|the|an?|one)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
_UNDONE = compiled(  # "was not a success", "did not perform as hoped"
    r"\b(?:was|were|is|did|had|has|have)(?: not|n[’']t) (?:been )?(?:(?:an?|entirely|wholly|fully|completely) )*$",
    re.IGNORECASE,
)
_FLEW_TO = compiled(  # what came of a flight: "flew for 7,421 seconds to hit the target"
    r"\b(?:flew|flown|flying|travell?ed|travell?ing|covered|covering|soared|making an?|made an?|took)\b(?:(?!\b(?:can|could|able|capable|designed|would|if|failed|failing)\b)[^.;])*\bto\s+(?:[\w-]+ly\s+)?$",
    re.IGNORECASE,
)
_EVERY, _KIND = compiled(r"\bevery\s$", re.IGNORECASE), compiled(r"(?:un)?success|fail|doomed|botched", re.IGNORECASE)
_UNPROVED = compiled(
    r"[^.;]{0,50}?\b(?:could|can|has|have|had|was|were|is|are)(?:n[’']t| not|not) (?:yet )?(?:be |been )?(?:\w+ly )?(?:verif|confirm|clear|known|establish|certain|prove)",
    re.IGNORECASE,
)
_BEFORE = Gated(
    r"\b(?:previous|earlier|prior|past|preceding|last (?:month|week|year)['’]s)\s+(?:[\w'’-]+\s+){0,4}$|\bsince\s+(?:the|an?|its)\s+(?:[\w-]+\s+)?$"
    r"|\b(?:string|series|run|spate|row|succession|history|record)\s+of\s+(?:[\w-]+\s+){0,2}$"
    r"|\b(?:after|following|despite)\s+(?:(?:two|three|four|five|six|several|repeated|successive|consecutive|straight|multiple|numerous|many|back-to-back)\s+){1,3}$",
    re.IGNORECASE,
)
_RATE = compiled(  # of many tests over the years, or of any
    r"(?:\d|\bper ?cent|\bpercent|%|\b(?:half|most|many|some|all|few|none|majority|ten|two-thirds))\s(?:of|out of)\s(?:(?:the|its|their|those|these|\d+|\w+teen|twenty)\s)*(?:\w+[ -]){0,2}(?:tests|launches|attempts|flights|trials)\b[^.;]{0,60}$"
    r"|\b(?:tests|launches|attempts|missiles) have (?:often|sometimes|usually|mostly|largely|frequently|always|repeatedly|all)\s(?:been\s)?$"
    r"|\b(?:past|previous|earlier) (?:\w+ ){0,2}(?:tests|trials|firings|launches|attempts|flights|missiles)\b[^.;]{0,30}$"
    r"|\bshould (?:the|a|an|it|they|one)\b[^.;,]{0,40}$|\b(?:any|no|even)\s$|\brates? of [^.;]{0,20}$|\bclaim\w* to have\s$",
    re.IGNORECASE,
)
_OTHER = compiled(
    r"\b(?:talks?|meetings?|planes?|airliners?|jets?|jetliners?|aircraft|helicopters?|drones?|diplomacy|diplomats?|negotiations|sanctions|polic(?:y|ies)|efforts?|summit|market|respond|response|council (?:has |have |again )?fail\w*"
    r"|(?:fail\w*|failure)(?: at first| again| once more)? (?:to|of) (?!(?:launch|ignite|enter|reach|orbit|put|place|separate|fire|fly|lift|take off|work|test|hit|light|burn|start|achieve|meet|leave|clear|rise|climb|perform|function|deploy|detach|open|gain|get|attain|complete|destroy|strike|eject|come|go|behave|boost|send|find|land|stay|the (?:first|second|third|engine|launch|test|missile|rocket)))"
    r"\w+)\b",
    re.IGNORECASE,
)
_DEFENCE = compiled(r"\bintercept\w*", re.IGNORECASE)
_NOT_YET = compiled(  # "a successful test would mark", "a failed missile could have hit a town"
    r"\s(?:(?!(?:and|but|or)\b)[\w-]+\s){1,3}?(?:would|could|might|may)\s(?!not\b)", re.IGNORECASE
)
_LEFT_OPEN = compiled(  # "neither confirmed nor denied that the test had failed"
    r"\b(?:confirm|den(?:y|ied)|rul(?:e|ed) out|know|knew|clear|sa(?:y|id))\w*\s(?:reports\s)?(?:that|whether|if)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
_THEN = compiled(r"\s(?:but|yet|only|before|however|until)\b", re.IGNORECASE)  # "worked before it blew up"
_ATTRIBUTE = compiled(r"(?:un)?successful|failed", re.IGNORECASE)
_LEAVES_OPEN = compiled(r"\b(?:neither|nor|not|never|un\w+|n[’']t|declin\w+|refus\w+)\b[^.;]{0,60}$", re.IGNORECASE)
_FAILED = compiled(r"fail(?:s|ed|ing)?", re.IGNORECASE)
_BY_IT = compiled(
    r"\b(?:missile|rocket|stage|engine|motor|booster|fairing|warhead|satellite|interceptor|carrier|vehicle|launch|test|trial)s?\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
_WITH_DRONES = compiled(  # missiles share what is said of the drones beside them
    r"\b(?:missiles?|rockets?|shells?)\s+(?:and|as well as|along with|together with)\s+(?:[\w-]+\s+){0,6}drones?\b[^.;,]*$",
    re.IGNORECASE,
)
_FLIGHTS = r"(?:launch|fire|test|put|place|send|orbit|fly|reach|loft|lift|shoot|deliver|get|conduct|carry|demonstrate|blast|hit|enter|separate|ignite|boost|join)"
_TRY = r"(?:attempt|bid|effort|push|drive|campaign|initiative|outreach|dialogue|engagement|approach)s?"
_OF_A_TRY = compiled(  # what fails or succeeds is talk, and no flight: "unsuccessful attempts to engage Seoul"
    rf"\s+(?:[\w-]+\s+)?(?:{_TRY}\s+(?:to\s+(?!{_FLIGHTS}\b)|at\s+(?!{_FLIGHTS}\w*|orbit))|(?:dialogue|outreach|engagement|diplomatic)\b)",
    re.IGNORECASE,
)
_TRY_BEFORE = compiled(
    rf"\b(?:(?:attempt|bid|effort|push|drive)s?\s+(?:to\s+(?!{_FLIGHTS}\b)|at\s+(?!{_FLIGHTS}\w*)|of\s+)|(?:campaign|outreach|dialogue|engagement)\b)[^.;,]{{0,60}}\b(?:was|were|been|be|proved|proven|is|are|has|have|had|ended)\s+(?:an?\s+|in\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
_OVER_TIME = compiled(  # several of a longer time: "four unsuccessful tests over the past two months"
    r"\s+(?:that|which)\s+(?:had\s+)?(?:preceded|dogged|plagued|come before|went before)\b"
    r"|\s+(?:[\w-]+\s+){0,4}(?:tests|launches|firings|attempts|missiles|flights)\s+(?:(?:so far|already)\s+)?(?:over|during|within|since|this|so far|in\s+(?:the\s+(?:past|last|previous|recent)|recent|as many|just|less|two|three|four|five|six|\d+))\b",
    re.IGNORECASE,
)
_MANY_BEFORE = compiled(r"\b(?:\d{2,}|dozens of|hundreds of|scores of|many|numerous|a record \d+)\s+$", re.IGNORECASE)
_FLIGHTS_BEHIND = compiled(r"\s+(?:[\w-]+\s+){0,2}(?:tests|launches|firings|attempts|flights)\b", re.IGNORECASE)
_ONE_OF_THEM = (
    r"(?:one|two|three|four|five|several|some|another|(?:the |a )?(?:first|second|third|fourth|fifth|sixth|seventh|2nd|3rd|last|other|latter|later|earlier|opening)"
    r"(?: and (?:the )?\w+)?)(?![ -](?:[\w-]+ ){0,2}(?:stages?|engines?|boosters?|motors?|attempts?|tests?|launch(?:es)?|tr(?:y|ies)|times?|firings?|flights?|signals?|images?|phases?|seconds?|minutes?|hours?|days?|kilomet\w+|met(?:re|er)s|miles?|feet)\b)"
)
_PART = Gated(
    rf"(?:^|[\s(“\"]){_ONE_OF_THEM}(?: of (?:the|them|its|those|which|whom))?(?: (?!of\b)[\w-]+){{0,3}}\W+"
    r"(?:(?:that|which|has|had|have|is|was|were|appear\w*|seem\w*|thought|believed|to|may|might|also)\W+){0,4}$",
    re.IGNORECASE,
)
_Code = Literal["success", "failure", "intercepted", "escaped"]
_CODES: tuple[_Code, ...] = ("success", "failure", "intercepted", "escaped")
_QUOTES = frozenset('"“”')
_QUOTED = compiled(r"\w[ ][\"“”]\w|\w[\"“”][ ]\w")  # quotation marks within a clause
_PART_FIRST = compiled(rf"\s*{_ONE_OF_THEM}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """The codebook's phrases of success and of failure, written small: that is five times as fast as to ignore case. Few
    of them may fit a sentence, and no other is tried: all are asked for at once."""

    phrases: Gates
    codes: tuple[_Code, ...]  # of each phrase; `intercepted` of a test of defences, whose aim is what flies


@lru_cache(maxsize=8)
def words_of(phrases: Phrases) -> OutcomeWords:
    """The phrases as patterns, once a codebook."""
    told = [(code, phrase) for code in _CODES for phrase in phrases.outcomes.get(code, ())]
    patterns = [Gated(rf"\b(?:{phrase})\b") for _, phrase in told]
    return OutcomeWords(Gates(patterns, by_pieces=True), tuple(code for code, _ in told))


@dataclass(frozen=True, slots=True)
class OutcomeExpression:
    """Words that say how it went: `code` is success or failure; `of_part` where they are of one of several."""

    start: int
    end: int
    written: str
    code: str
    of_part: bool = False
    undone: bool = False  # words of success that are denied
    of_defence: bool = False  # told of something that was to be brought down in flight


def find(text: str, words: OutcomeWords, start: int = 0, end: int | None = None) -> Iterator[OutcomeExpression]:
    """Every outcome that a sentence, `text[start:end]`, gives; what is denied, could be, or is of talks gives none."""
    stop = len(text) if end is None else end
    told = _spans(words, text, start, stop)
    if not told:
        return
    failures = [s for s in told.get("failure", ()) if _holds(text, s, Span(start, stop), _NO_FAULT)]
    for span in failures:
        yield _expression(text, span, "failure", text[start : span.start])
    for span in told.get("success", ()):
        undone = any(f.start <= span.start < f.end or _THEN.search(text, span.end, f.start) for f in failures)
        if undone or _TO_OFFICE.match(text, span.start):
            continue
        if _UNDONE.search(text, max(start, span.start - 40), span.start):
            yield replace(_expression(text, span, "failure", text[start : span.start]), undone=True)
        elif _holds(text, span, Span(start, stop), _NEVER):
            yield _expression(text, span, "success", text[start : span.start])
    escaped = told.get("escaped", ())
    for span in (s for s in escaped if _holds(text, s, Span(start, stop), _NO_FAULT)):
        yield replace(_expression(text, span, "failure", text[start : span.start]), of_defence=True)
    for span in told.get("intercepted", ()) if not failures else ():
        apart = not any(e.start < span.end and span.start < e.end for e in escaped)
        if apart and _holds(text, span, Span(start, stop), _NEVER):
            yield replace(_expression(text, span, "success", text[start : span.start]), of_defence=True)


def _spans(words: OutcomeWords, text: str, start: int, end: int) -> Mapping[_Code, Sequence[Span]]:
    """Where phrases of small letters fit the text, whatever its case, by what they say."""
    low = text[start:end].lower()
    if len(low) != end - start:  # a letter that has no small form of one character
        low = text[start:end]
    found = {code: [Span(start + a, start + b) for a, b in told] for code, told in _matched(words, low).items()}
    if not _QUOTES.isdisjoint(low) and _QUOTED.search(low):  # voiced "great satisfaction" with the result
        places = [n for n, letter in enumerate(low) if letter not in _QUOTES]
        for code, told in _matched(words, "".join(low[n] for n in places)).items():
            spans = [Span(start + places[first], start + places[last - 1] + 1) for first, last in told]
            plain = found.setdefault(code, [])
            plain += [span for span in spans if all(span.end <= f.start or f.end <= span.start for f in tuple(plain))]
    return found


def _matched(words: OutcomeWords, text: str) -> Mapping[_Code, Sequence[tuple[int, int]]]:
    """The places that phrases fit, in order; of two of a code that overlap the first, of two that begin together the
    first phrase."""
    found: dict[_Code, list[tuple[int, int]]] = {}
    fitting = ((n, match) for n in words.phrases.open_in(text) for match in words.phrases.patterns[n].finditer(text))
    for start, number, end in sorted((_told_at(match), n, match.end()) for n, match in fitting):
        told = found.setdefault(words.codes[number], [])
        if not told or start >= told[-1][1]:
            told.append((start, end))
    return found


def _told_at(match: re.Match[str]) -> int:
    """Where the words begin that tell it, behind the subject that a phrase may ask for."""
    return match.start("told") if "told" in match.re.groupindex else match.start()


def _expression(text: str, span: Span, code: str, head: str) -> OutcomeExpression:
    part = _PART.search(head[-90:]) or _PART_FIRST.match(head) or _PART_FIRST.match(span.of(text))
    near = text[max(0, span.start - 30) : span.end + 24]
    defence = _DEFENCE.search(near) is not None
    return OutcomeExpression(span.start, span.end, span.of(text), code, part is not None, of_defence=defence)


def _holds(text: str, span: Span, sentence: Span, denied: re.Pattern[str]) -> bool:
    """Whether the words say that it was so: neither denied nor possible, not of an earlier try, not of talks."""
    head = text[max(sentence.start, span.start - 80) : span.start]
    able = _COULD.search(head) is not None and _FLEW_TO.search(head) is None
    if denied.search(head) or able or _BEFORE.search(head) or _TRY_BEFORE.search(head) or _RATE.search(head):
        return False
    if _NOT_YET.match(text, span.end, sentence.end) and _ATTRIBUTE.fullmatch(span.of(text)):
        return False
    if (open_ := _LEFT_OPEN.search(head)) is not None and _LEAVES_OPEN.search(head, 0, open_.end()):
        return False
    if _EVERY.search(head) and _KIND.match(text, span.start):
        return False
    if _UNPROVED.match(text, span.end, sentence.end):
        return False
    if _MANY_BEFORE.search(head) and _FLIGHTS_BEHIND.match(text, span.end, sentence.end):
        return False
    if _OF_A_TRY.match(text, span.end, sentence.end) or _OVER_TIME.match(text, span.end, sentence.end):
        return False
    others = _OTHER.finditer(text, max(sentence.start, span.start - 30), min(sentence.end, span.end + 24))
    if _FAILED.fullmatch(span.of(text)) and _BY_IT.search(head) is not None:
        return True
    other = next((o for o in others if not span.start < o.start() < span.end), None)
    return other is None or (other.end() <= span.start and _WITH_DRONES.search(head) is not None)
