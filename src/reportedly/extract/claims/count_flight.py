"""Whether a count that no telling tells is of what flew: what a sentence must say of it, and what makes it of others."""

import re

from reportedly.extract.claims.count_of import of_others
from reportedly.extract.claims.day import dated_elsewhere
from reportedly.extract.claims.given_up import corrects
from reportedly.extract.claims.news_of import is_news
from reportedly.extract.framing import Frame, Framing
from reportedly.extract.state_of import state_of
from reportedly.fields.count import CountExpression
from reportedly.fields.gated import Gated
from reportedly.model import Role
from reportedly.patterns import compiled

ARTICLES = frozenset({"a", "an"})
# what a sentence without a telling of its own must say of what it counts
_FLIGHT = Gated(
    r"\b(?:(?:fir|launch|lift|blast|detect|count|confirm|track|spott|identif|register|record|lobb|loos|hurl|plung|splash|cross"
    r"|test|explod|land|stay|dropp|climb|travel|cover|head|pepper|rain)(?:e[ds]?|ed|ing|s|ied|ies)?|fl(?:ew|y|ies|own|ying)|fell|falls?"
    r"|falling|rang|rung|rose|rising|soar\w*|roar\w*|streak\w*|loos(?:e[ds]?|ing)|thunder\w*|arc(?:ed|ing)|suggest\w*|sp[eo]ak\w*|spoke|c[ao]mes?|go|goes|went|gone|left|took|rose|hit|hits|struck|shot|sent|saw|up|down|off)\b",
    re.IGNORECASE,
)
_THERE = compiled(r"\bthere (?:were|had been|have been|was)\s$", re.IGNORECASE)  # "said there had been 11 missiles"
_ANSWER = compiled(
    r"\b(?:respon[ds]\w*|answer\w*|retaliat\w*|intercept\w*|shot down|in (?:return|reply|turn)|counter\w*|shot back)\b",
    re.IGNORECASE,
)
_FROM = compiled(r"[^.;]{0,50}?\b(?:fired|launched|shot|sent|lobbed)\s(?:\w+\s)?(?:from|by)\b", re.IGNORECASE)
_IN_REPLY = compiled(
    r"[^,;.]{0,70}?\b(?:of (?:their|its) own|in (?:response|reply|return)(?! to)|(?:in retaliation|retaliat\w+))\b",
    re.IGNORECASE,
)
_HAVING = compiled(
    r"\b(?:(?:has|(?<!there )(?:have|had)|having)(?!\s+(?:\w+ly\s+|now\s+|so far\s+)?(?:detected|counted|tracked|confirmed|spotted|registered"
    r"|recorded|reported|announced|claimed|observed|monitored|seen|identified|picked\s+up)\b)|possess\w*|deploy\w*|stock\w*|produc\w*|build\w*|built|carry|carries|carrying|mount\w*|armed|equip\w*"
    r"|load\w*|with|could|can|would|will|able|s[eo]ld|deliver\w*|suppl\w*|showed?|shows|display\w*|parad\w*|need\w*|suffice\w*)"
    r"\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
OVER_TIME = compiled(
    r"\b(?:this|last|that|past|each|every|per) (?:year|month|decade|spring|summer|autumn|fall|winter)\b|\bso far\b|\bsince\b|\bearlier\b(?! (?:this|that|in the) (?:week|day|month|morning|afternoon))"
    r"|\b(?:year|month|decade|spring|summer|autumn|winter) of (?:[\w-]+ ){0,4}$|\b(?:in|of|during) (?:19|20)\d\d\b|\b(?:a|one) (?:day|week|month|year) (?:ago|before|earlier)\b|\ba (?:day|week)\b(?= (?:before|ago))",
    re.IGNORECASE,
)
_RECENT = compiled(  # "the flurry of recent missile launches", "now that there have been two"
    r"\b(?:recent|previous|past|earlier)\b|\bthere (?:have|['’]ve) (?:now )?been\s", re.IGNORECASE
)
_PERHAPS = compiled(
    r"\b(?:rul(?:e[ds]?|ing) out|capable of|able to|designed to|possib\w+|may (?:also )?have|might|whether|if)\b[^.;]*$"
    r"|\b(?:would|threat\w+ to|vow\w* to|plan\w* to)\b[^.;:,]{0,40}$",
    re.IGNORECASE,
)
_BESIDE = compiled(  # what flew along with what a report is about
    r"\b(?:also (?:involved|included|saw|used|featured)|(?:along|together) with|alongside|accompanied by|in addition to|besides"
    r"|apart from|on top of|as well as)\b[^.;]*$",
    re.IGNORECASE,
)
_LISTED = compiled(r",?\s(?:and|plus|as well as)\s", re.IGNORECASE)
_ACTS = compiled(r"\s(?:\w+ly )?(?:flew|hit|struck|fell|landed|were|was|had|travel\w+|rose|reached|came|left)\b")
_OLDER = compiled(
    r"(?:Its|Their|The|An?) (?:[\w-]+ ){0,2}?(?:predecessor|forerunner|successor|sibling|cousin|earlier|older|previous)s?\b"
)
_WITH_IT = compiled(
    r"[^.;,]{0,60}\b(?:(?:along|together) with|alongside|besides|in addition to) (?:it|this|that|the|them)\b",
    re.IGNORECASE,
)
_REACH = 90


def along_with(text: str, found: CountExpression, high: int) -> bool:
    """Whether what is counted only flew beside what a report is about: "seven Kh-101s were launched along with it"."""
    return _WITH_IT.match(text, found.end, high) is not None


def _of_another_weapon(framing: Framing, frame: Frame, start: int, found: CountExpression) -> bool:
    """Whether a number without a noun is said of a weapon that no telling of the frame names: "its predecessor, Bora, was
    twice tested"."""
    before = [n for n in framing.facts.names_in(start, found.start) if n.kind == "weapon"]
    told = {framing.triggers[t].sentence for t in frame.triggers}
    own = {n.id for n in framing.facts.names if n.kind == "weapon" and framing.facts.sentence_at(n.start) in told}
    return bool(before) and bool(own) and before[-1].id not in own


def speaks_of_flight(framing: Framing, frame: Frame, found: CountExpression, number: int) -> bool:
    """Whether a count that no telling tells is still of what flew that day: "nine were detected", "two hit the base"."""
    written = framing.facts.report.text[found.number_start : found.number_end].lower()
    if written in ARTICLES or not may_be_of_it(framing, frame, found, number):
        return False
    return found.kind in ("elliptic", "launches") or flies(framing, found, number)


def flies(framing: Framing, found: CountExpression, number: int) -> bool:
    """Whether words near by in its sentence tell of flight."""
    span, text = framing.facts.sentences[number], framing.facts.report.text
    low, high = max(span.start, found.start - _REACH), min(span.end, found.end + _REACH)
    head = text[low : found.start]
    return any(_FLIGHT.search(part) for part in (head, text[found.end : high])) or _THERE.search(head) is not None


def may_be_of_it(framing: Framing, frame: Frame, found: CountExpression, number: int) -> bool:
    """Whether nothing says that a count is of others, of another day, of what is only had or feared."""
    if not found.says_number or frame.role is not Role.MAIN or frame.family != "launch" or found.value.minimum == 0:
        return False
    span, text = framing.facts.sentences[number], framing.facts.report.text
    if dated_elsewhere(framing, frame, number):
        return False
    head = text[max(span.start, found.start - _REACH) : found.start]
    tail = text[found.end : min(span.end, found.end + _REACH)]
    if (
        _ANSWER.search(text, span.start, found.noun_end)
        or _IN_REPLY.match(text, found.end, span.end)
        or _HAVING.search(head)
        or _BESIDE.search(head)
    ):
        return False
    if _of_their_weapon(framing, frame, found) or (
        found.kind == "launches" and _RECENT.search(head[-24:] + found.written)
    ):
        return False
    before = framing.facts.sentences[max(0, number - 1)]  # "broke into 20 pieces, Seoul said. Tokyo spoke of four"
    if found.kind == "elliptic" and of_others(text, before.start, found):
        return False
    named = found.noun_end > found.noun_start and found.kind != "elliptic"
    if _PERHAPS.search(head) or (named and _LISTED.search(head[-12:]) and not _ACTS.match(text, found.noun_end)):
        return False
    if _OLDER.match(text, span.start) or (not named and _of_another_weapon(framing, frame, span.start, found)):
        return False
    over_time = OVER_TIME.search(head) and not corrects(text, span.start, found.start)
    if over_time or OVER_TIME.search(tail) or _of_another(framing, frame, span.start, found):
        return False
    return not named or is_news(framing.facts, found.noun_start, found.noun_end)


def _of_their_weapon(framing: Framing, frame: Frame, found: CountExpression) -> bool:
    """Whether what is counted is a weapon that other states have, and not the frame's."""
    names = framing.facts.names_in(found.start, found.noun_end)
    weapons = [n.entry for n in names if n.kind == "weapon" and getattr(n.entry, "state", None)]
    return bool(weapons) and all(
        frame.state not in (getattr(w, "state", None), *getattr(w, "users", ())) for w in weapons
    )


def _of_another(framing: Framing, frame: Frame, start: int, found: CountExpression) -> bool:
    """Whether the state named last before the count is another and acts there, or is where the counted were fired from."""
    text, end = framing.facts.report.text, found.start
    if _from_another(framing, frame, found):
        return True
    for name in reversed(framing.facts.names_in(start, end)):
        if name.kind in {"state", "demonym", "metonym"}:
            acts = re.search(r"\b(?:fired|launched|tested|sent|shot|lobbed)\b", text[name.end : end])
            return state_of(name) != frame.state and acts is not None
    return False


def _from_another(framing: Framing, frame: Frame, found: CountExpression) -> bool:
    """Whether what is counted was fired from or by another state: "16 missiles were fired from three places in Iran"."""
    origin = _FROM.match(framing.facts.report.text, found.end, found.end + _REACH)
    if origin is None:
        return False
    places = framing.facts.names_in(origin.end(), origin.end() + 30)
    states = [state_of(n) for n in places if n.kind in {"state", "demonym", "metonym"}]
    return bool(states) and frame.state not in states


def is_answer(framing: Framing, frame: Frame, found: CountExpression, number: int) -> bool:
    """Whether what is told in a later sentence is the answer of others to what the frame is about: "four in reply"."""
    first = min((framing.triggers[t].sentence for t in frame.triggers), default=number)
    if first < number and _from_another(framing, frame, found):
        return True
    return (
        first < number
        and _IN_REPLY.match(framing.facts.report.text, found.end, framing.facts.sentences[number].end) is not None
    )
