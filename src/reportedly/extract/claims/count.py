"""How many were fired: what a telling counts, what other sentences on the same incident count, else one or several."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportedly.extract.claims.count_of import is_total, of_interceptors, of_others, only_urged
from reportedly.extract.claims.count_sums import goes_on, summed
from reportedly.extract.claims.count_unsaid import doubted, of_several_states, unstated
from reportedly.extract.claims.day import dated_elsewhere
from reportedly.extract.claims.draft import Draft
from reportedly.extract.claims.given_up import corrects, given_up, said_at_first
from reportedly.extract.claims.news_of import is_news
from reportedly.extract.claims.said import telling_of
from reportedly.extract.framing import Frame, Framing
from reportedly.extract.state_of import state_of
from reportedly.fields.count import CountExpression
from reportedly.fields.gated import Gated
from reportedly.fields.number import ORDINALS
from reportedly.frozen import dataclass
from reportedly.model import BlockKind, Count, Role, Stance
from reportedly.patterns import compiled

_PARTIAL = compiled(
    r"\b(?:(?:including|include[sd]?|among them|of which|one of|some of|of the)\b\W*(?:\w+\W+){0,2}|(?:another|other|remaining|more than once|each)\b[^\w,;]*(?:\w+[^\w,;]+){0,2})$"
    r"|\b(?:latest|newest|most recent|last|part) (?:in|of) (?:\w+ )?$",
    re.IGNORECASE,
)
_CARRIED, _BLASTS = frozenset({"satellite"}), frozenset({"blast", "device"})
_FLYING, _ARTICLES = frozenset({"missile", "projectile", "rocket", "shell"}), frozenset({"a", "an"})

# what a sentence without a telling of its own must say of what it counts
_FLIGHT = Gated(
    r"\b(?:(?:fir|launch|lift|blast|detect|count|confirm|track|spott|identif|register|record|lobb|loos|hurl|plung|splash|cross"
    r"|test|explod|land|stay|dropp|climb|travel|cover|head|pepper|rain)(?:e[ds]?|ed|ing|s|ied|ies)?|fl(?:ew|y|ies|own|ying)|fell|falls?"
    r"|falling|rang|rung|rose|rising|soar\w*|roar\w*|streak\w*|loos(?:e[ds]?|ing)|thunder\w*|arc(?:ed|ing)|suggest\w*|sp[eo]ak\w*|spoke|c[ao]mes?|go|goes|went|gone|left|took|rose|hit|hits|struck|shot|sent|saw|up|down|off)\b",
    re.IGNORECASE,
)
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
_OVER_TIME = compiled(
    r"\b(?:this|last|that|past|each|every|per) (?:year|month|decade|spring|summer|autumn|fall|winter)\b|\bso far\b|\bsince\b|\bearlier\b(?! (?:this|that|in the) (?:week|day|month|morning|afternoon))"
    r"|\b(?:year|month|decade|spring|summer|autumn|winter) of (?:[\w-]+ ){0,4}$|\b(?:in|of|during) (?:19|20)\d\d\b|\b(?:a|one) (?:day|week|month|year) (?:ago|before|earlier)\b|\ba (?:day|week)\b(?= (?:before|ago))",
    re.IGNORECASE,
)
_TOTAL = compiled(
    rf"(?:(?!\b(?:on|at|early|late|latest|newest|another|\d+(?:st|nd|rd|th)|{'|'.join(ORDINALS)})\b)[^,.;]){{0,40}}?"
    rf"(?:{_OVER_TIME.pattern})",
    re.IGNORECASE,
)  # "has fired 23 missiles this year", not "fired two in its third launch this year"
_CONTRAST = Gated(r"\b(?:but|however|though|while|whereas|only one|differ\w*|instead)\b", re.IGNORECASE)
_RECENT = compiled(r"\b(?:recent|previous|past|earlier)\b", re.IGNORECASE)  # "the flurry of recent missile launches"
_AND_ANOTHER = compiled(
    r"[^.;]{0,80}\b(?:another|a second|the other|the last one)\b", re.IGNORECASE
)  # "one fell 26 km"
_SEEN = compiled(
    r"\b(?:count|detect|confirm|track|record|register|report|spot|suggest|sp[eo]ak|spoke|saw|put)\w*\b[^.;]{0,25}$",
    re.IGNORECASE,
)
_WERE_SEEN = compiled(r"\s(?:were|was|had been|have been) (?:counted|detected|confirmed|tracked|recorded|spotted)\b")
_PERHAPS = compiled(
    r"\b(?:rul(?:e[ds]?|ing) out|capable of|able to|designed to|possib\w+|may (?:also )?have|might|whether|if)\b[^.;]*$"
    r"|\b(?:would|threat\w+ to|vow\w* to|plan\w* to)\b[^.;:,]{0,40}$",
    re.IGNORECASE,
)
_OTHER = compiled(r"\w\sother\s", re.IGNORECASE)
_DOWNED = compiled(
    r"\b(?:shot down|sho[ou]t\w* down|downed|intercepted|destroyed|brought down|knocked out|neutrali[sz]ed)\s(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)  # those that were stopped, which need not be all that flew
_WERE_DOWNED = compiled(
    r"\s(?:were|was|had been|have been|being)\s(?:\w+ly\s)?(?:shot down|shot out|downed|intercepted|destroyed|brought down|knocked out|neutrali[sz]ed)\b",
    re.IGNORECASE,
)
_BESIDE = compiled(  # what flew along with what a report is about
    r"\b(?:also (?:involved|included|saw|used|featured)|(?:along|together) with|alongside|accompanied by|in addition to|besides"
    r"|apart from|on top of|as well as)\b[^.;]*$",
    re.IGNORECASE,
)
_SINCE = compiled(
    r"\b(?:since|than|unlike)\s+(?:[\w-]+\s+){0,3}$|\b(?:after|following|answer to|response to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_THAT_IT_FIRED = compiled(
    r",?\s(?:(?:that|which)\s)?(?:[\w.’'-]+\s){0,4}?(?:fired|launched|tested|lobbed|shot|sent|test-fired|test-launched|loosed)\b",
    re.IGNORECASE,
)
_ONE_OF = compiled(r"\bone of $", re.IGNORECASE)  # "one of at least three fired": three in all
_THIS_YEAR = Gated(
    r"\b(?:so far )?(?:this|last|in (?:19|20)\d\d)(?: year| month)?(?: alone| so far)?,?\s+(?:[\w'’-]+\s+){0,4}(?:has|have|had)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)  # "this year alone the North has launched 60"
_OVER_MONTHS = Gated(
    r"\b(?:over|in|during|within) the (?:last|past) (?:(?:30|60|90) days|(?:[\w-]+ )?(?:months?|years?))\b",
    re.IGNORECASE,
)
_LISTED = compiled(r",?\s(?:and|plus|as well as)\s", re.IGNORECASE)
_REACH = 90


@dataclass(frozen=True, slots=True)
class _Counted:
    """A count that belongs to a frame; `told` where it is the very thing a telling tells."""

    found: CountExpression
    home: int
    told: bool
    head: str


def counts(framing: Framing) -> Iterable[Draft]:
    """How many of every frame."""
    by_frame: dict[int, list[_Counted]] = {}
    for counted in _all(framing):
        by_frame.setdefault(counted.home, []).append(counted)
    for frame in framing.frames:
        if not framing.codebook.types[frame.type].counted:
            continue
        drafts = list(_stated(framing, by_frame.get(frame.number, [])))
        yield from _standing(framing, drafts) or unstated(framing, frame)


def _standing(framing: Framing, drafts: Sequence[Draft]) -> list[Draft]:
    """The counts, those withdrawn that a sentence gives up or a later one corrects."""
    text = framing.facts.report.text
    spans = [framing.facts.sentences[framing.facts.sentence_at(d.start) or 0] for d in drafts]
    right = next((d for d, s in zip(drafts, spans, strict=True) if corrects(text, s.start, d.start)), None)
    kept = []
    for draft, span in zip(drafts, spans, strict=True):
        others = any(d.value != draft.value and d.start > draft.end for d in drafts)
        undone = (others and said_at_first(text, span.start, draft.start)) or given_up(
            text, span.start, span.end, draft.start, draft.end
        )
        undone = undone or (right is not None and draft.end <= right.start and draft.value != right.value)
        kept.append(replace(draft, stance=Stance.WITHDRAWN) if undone and draft is not right else draft)
    return kept if any(d.stance is not Stance.WITHDRAWN for d in kept) else list(drafts)


def _all(framing: Framing) -> Iterator[_Counted]:
    """Every count of the report that can be one of its frames'."""
    facts = framing.facts
    for found in summed(framing):
        home, number = framing.owner(found.start, found.end), facts.sentence_at(found.start)
        if home is None or number is None or found.ordinal is not None or found.definite or found.value.minimum == 0:
            continue
        if found.kind in _CARRIED and found.value.minimum > 1:
            continue  # one rocket may carry several
        if (found.kind in _BLASTS) != (framing.frames[home].family == "nuclear") and found.kind in _BLASTS | _FLYING:
            continue  # nuclear tests are no missiles, nor missiles tests of bombs
        names = framing.facts.names_in(found.number_start, found.number_end)
        if any(n.kind == "weapon" and n.start < found.number_start for n in names):
            continue  # the number of a name: "Pershing 2 missiles"
        head = facts.report.text[max(facts.sentences[number].start, found.start - 40) : found.start]
        told = found.kind != "launches" and telling_of(framing, home, number, found.start, found.noun_end) is not None
        if told and only_urged(facts.report.text, facts.sentences[number].start, found.start):
            continue
        if found.bare_plural and of_several_states(framing, found.start, found.noun_end):
            continue
        if of_interceptors(found) and framing.codebook.is_a(framing.frames[home].type, "strike"):
            continue
        if found.included or _others(found) or (not told and _SINCE.search(head)) or _of_all(framing, found, home):
            continue
        if found.part is not None and not (told and _of_a_whole(facts.report.text, found)):
            continue
        if _THIS_YEAR.search(head) or _OVER_MONTHS.search(
            facts.report.text, facts.sentences[number].start, found.start
        ):
            continue
        if _PARTIAL.search(head) and not (found.kind == "elliptic" and _ONE_OF.search(head)):
            continue
        if told:
            later = dated_elsewhere(framing, framing.frames[home], number, before=found.start)
            later = later or (found.bare_plural and not is_news(facts, found.noun_start, found.noun_end))
            later = later or _is_answer(framing, framing.frames[home], found, number)
            if not later and _TOTAL.match(facts.report.text, found.end, facts.sentences[number].end) is None:
                yield _Counted(found, home, True, head)
        elif _speaks_of_flight(framing, framing.frames[home], found, number):
            yield _Counted(found, home, False, head)


def _is_answer(framing: Framing, frame: Frame, found: CountExpression, number: int) -> bool:
    """Whether what is told in a later sentence is the answer of others to what the frame is about: "four in reply"."""
    first = min((framing.triggers[t].sentence for t in frame.triggers), default=number)
    if first < number and _from_another(framing, frame, found):
        return True
    return (
        first < number
        and _IN_REPLY.match(framing.facts.report.text, found.end, framing.facts.sentences[number].end) is not None
    )


def _of_all(framing: Framing, found: CountExpression, home: int) -> bool:
    """Whether launches that are told apart are counted together: "tested two missiles", a Prithvi and later a Dhanush."""
    apart = [f.apart for f in framing.frames if f.apart is not None]
    own = framing.frames[home].apart
    together = apart.count(home if own is None else own) + 1
    return together > 1 and found.value == Count(together, together) and not _named(framing, found)


def _speaks_of_flight(framing: Framing, frame: Frame, found: CountExpression, number: int) -> bool:
    """Whether a count that no telling tells is still of what flew that day: "nine were detected", "two hit the base"."""
    if not found.says_number or frame.role is not Role.MAIN or frame.family != "launch" or found.value.minimum == 0:
        return False
    span, text = framing.facts.sentences[number], framing.facts.report.text
    if text[found.number_start : found.number_end].lower() in _ARTICLES or dated_elsewhere(framing, frame, number):
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
    if _of_their_weapon(framing, frame, found) or (found.kind == "launches" and _RECENT.search(found.written)):
        return False
    if found.kind == "elliptic" and of_others(text, span.start, found):
        return False
    if _PERHAPS.search(head) or _LISTED.search(head[-12:]):
        return False
    over_time = _OVER_TIME.search(head) and not corrects(text, span.start, found.start)
    if over_time or _OVER_TIME.search(tail) or _of_another(framing, frame, span.start, found):
        return False
    named = found.noun_end > found.noun_start and found.kind != "elliptic"
    if named and not is_news(framing.facts, found.noun_start, found.noun_end):
        return False
    return (
        found.kind in ("elliptic", "launches") or _FLIGHT.search(head) is not None or _FLIGHT.search(tail) is not None
    )


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


def _stated(framing: Framing, counted: Sequence[_Counted]) -> Iterator[Draft]:
    """What is counted in words; a part of a total told before, and "a missile" where others are told, say nothing."""
    counted = _with_further(framing, _but_a_loose_headline(framing, counted))
    whole = [c for c in counted if not c.found.additional and not _was_downed(framing, c)]
    kept = _whole(framing, whole if any(c.found.says_number for c in whole) else counted)
    plenty = [c for c in kept if c.found.value.minimum > 1 and c.found.says_number and not _contrasted(framing, c)]
    said = any(c.found.says_number and c.told and not _by_article(framing, c.found) for c in kept)
    one_first = _one_first(framing, kept)
    for one in kept:
        found = one.found
        if plenty and _by_article(framing, found):
            continue
        after_one = one_first is not None and found.start > one_first  # "fired a missile", later "missile launches"
        line = framing.facts.report.text.rfind("\n", found.number_start, found.number_end) + 1
        yield Draft(
            one.home, "count", found.value, max(line, found.number_start), found.number_end,
            "count.object" if one.told else "count.flight", doubted(framing, found.start, found.noun_start),
            rank=1.0 if found.bare_plural and (said or after_one) else 0.0,  # a headline's "Shells" beside "at least one shell"
        )  # fmt: skip


def _with_further(framing: Framing, counted: Sequence[_Counted]) -> list[_Counted]:
    """The counts with what flew after them that day, unless a number told elsewhere is of all."""
    most = max((c.found.value.minimum for c in counted if c.told and c.found.says_number), default=0)
    out = []
    for one in counted:
        more = goes_on(framing, one.home, one.found, told=one.told)
        is_whole = one.found.value.minimum < most != more.value.minimum
        out.append(one if is_whole else replace(one, found=more))
    return out


def _but_a_loose_headline(framing: Framing, counted: Sequence[_Counted]) -> Sequence[_Counted]:
    """The counts without a headline's "missiles", where the text begins with "a missile"."""
    title = next((s.end for s in framing.facts.sentences if s.kind is BlockKind.TITLE), 0)
    first = next((c for c in counted if c.told and c.found.start >= title), None)
    if first is None or first.found.value != Count(1, 1) or not _by_article(framing, first.found):
        return counted
    return [c for c in counted if c.found.start >= title or not c.found.bare_plural]


def _was_downed(framing: Framing, one: _Counted) -> bool:
    """Whether those are counted that were stopped on their way."""
    return bool(_DOWNED.search(one.head) or _WERE_DOWNED.match(framing.facts.report.text, one.found.end))


def _one_first(framing: Framing, counted: Sequence[_Counted]) -> int | None:
    """Where a single one is told, if that is the first that a report tells of how many."""
    first = min((c for c in counted if c.told), key=lambda c: c.found.start, default=None)
    return first.found.start if first is not None and first.found.value == Count(1, 1) else None


def _of_a_whole(text: str, found: CountExpression) -> bool:
    """Whether all that flew are counted with those spoken of: "one of two missiles that North Korea launched"."""
    part = found.part
    return (
        part is not None
        and found.value.minimum > part.minimum
        and _THAT_IT_FIRED.match(text, found.noun_end) is not None
    )


def _others(found: CountExpression) -> bool:
    """Whether others than those told are counted: "six surface-to-air and other missiles", "eight other missiles"."""
    return _OTHER.search(found.written, 0, found.noun_end - found.start) is not None


def _whole(framing: Framing, counted: Sequence[_Counted]) -> list[_Counted]:
    """The counts that are of all that was fired, those that a telling tells first."""
    known: Count | None = None
    kept: list[_Counted] = []
    exact = any(c.found.value.maximum is not None and not _by_article(framing, c.found) for c in counted)
    for one in [*(c for c in counted if c.told), *(c for c in counted if not c.told)]:
        value = one.found.value
        if known is not None and value.maximum is not None and value.maximum < known.minimum:
            rounded = known.approximate and value.minimum >= 0.75 * known.minimum
            if not (rounded or _is_account(framing, one.found)):
                continue
        says_more = known is not None and known.minimum < value.minimum <= (known.maximum or 0)
        open_ = value.maximum is None and exact and not says_more and not _is_account(framing, one.found)
        if not one.told and (value.maximum == 1 if known is None else open_):
            continue  # "one" of many, "several" where the number is told
        if known is None or value.minimum > known.minimum:
            known = value
        kept.append(one)
    most = max((c.found.value.minimum for c in kept), default=0)
    total = next((c.found for c in kept if c.found.value.minimum == most), None)
    if total is None or _named(framing, total):
        return kept
    if any(is_total(framing.facts.report.text, c.found) for c in kept):
        return [c for c in kept if (c.found.value.maximum or most) >= most or _contrasted(framing, c)]
    return [c for c in kept if (c.found.value.maximum or most) >= most or not _named(framing, c.found)]


def _named(framing: Framing, found: CountExpression) -> bool:
    """Whether a count is of one named weapon: six Kinzhals of eighteen missiles in all."""
    return any(name.kind == "weapon" for name in framing.facts.names_in(found.start, found.end))


def _is_account(framing: Framing, found: CountExpression) -> bool:
    """Whether a lower number is another's whole count, not a part: "Japan confirmed nine"."""
    text = framing.facts.report.text
    if found.value.maximum == 1 and _AND_ANOTHER.match(text, found.end):
        return False
    return (
        _SEEN.search(text, max(0, found.start - 40), found.start) is not None
        or _WERE_SEEN.match(text, found.end) is not None
    )


def _by_article(framing: Framing, found: CountExpression) -> bool:
    """Whether one is said by the noun's number alone: "a missile", a headline's "Missile fired"."""
    if found.value.maximum != 1:
        return False
    words = framing.facts.report.text[found.number_start : found.number_end].lower()
    return words in _ARTICLES or found.number_end >= found.noun_end > found.noun_start


def _contrasted(framing: Framing, one: _Counted) -> bool:
    """Whether the sentence sets its count against another's: "Japan, however, spoke of two"."""
    number = framing.facts.sentence_at(one.found.start)
    span = None if number is None else framing.facts.sentences[number]
    return span is not None and _CONTRAST.search(framing.facts.report.text, span.start, span.end) is not None
