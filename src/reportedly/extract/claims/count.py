"""How many were fired: what a telling counts, what other sentences on the same incident count, else one or several."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportedly.extract.claims.count_flight import ARTICLES, OVER_TIME, along_with, is_answer, speaks_of_flight
from reportedly.extract.claims.count_home import has_number, home_of
from reportedly.extract.claims.count_of import is_total, of_interceptors, only_urged
from reportedly.extract.claims.count_specific import specific
from reportedly.extract.claims.count_sums import goes_on, summed
from reportedly.extract.claims.count_unsaid import doubted, is_one, of_several_states, unstated
from reportedly.extract.claims.day import dated_elsewhere, dated_here
from reportedly.extract.claims.draft import Draft
from reportedly.extract.claims.given_up import corrects, given_up, said_at_first
from reportedly.extract.claims.news_of import is_news
from reportedly.extract.claims.said import telling_of
from reportedly.extract.framing import Framing
from reportedly.extract.harm import downed_of, downing_of
from reportedly.extract.scene_words import told_by
from reportedly.extract.sentences import LEAD
from reportedly.extract.state_of import state_of
from reportedly.fields.count import CountExpression
from reportedly.fields.gated import Gated
from reportedly.fields.number import ORDINALS
from reportedly.frozen import dataclass
from reportedly.model import BlockKind, Count, Stance
from reportedly.patterns import compiled

_PARTIAL = compiled(
    r"\b(?:(?:including|include[sd]?|among them)\b\W*(?:\w+\W+){0,2}|(?:of which|one of|some of|of the)\b[^\w,;]*(?:\w+[^\w,;]+){0,2}|(?:another|other|remaining|more than once|each)\b[^\w,;]*(?:\w+[^\w,;]+){0,2})$"
    r"|\b(?:latest|newest|most recent|last|part) (?:in|of) (?:\w+ )?$"
    r"|\b(?:launchers?|engines?|stages?|debris|fragments?|remains|wreckage|pieces|models?|replicas?) of $",
    re.IGNORECASE,
)
_CARRIED, _BLASTS = frozenset({"satellite"}), frozenset({"blast", "device"})
_FLYING = frozenset({"missile", "projectile", "rocket", "shell"})

_TOTAL = compiled(
    rf"(?:(?!\b(?:on|at|early|late|latest|newest|another|\d+(?:st|nd|rd|th)|{'|'.join(ORDINALS)})\b)[^,.;]){{0,40}}?"
    rf"(?:{OVER_TIME.pattern})",
    re.IGNORECASE,
)  # "has fired 23 missiles this year", not "fired two in its third launch this year"
_CONTRAST = Gated(r"\b(?:but|however|though|while|whereas|only one|differ\w*|instead)\b", re.IGNORECASE)
_AND_ANOTHER = compiled(
    r"[^.;]{0,80}\b(?:another|a second|the other|the last one)\b", re.IGNORECASE
)  # "one fell 26 km"
_SEEN = compiled(
    r"\b(?:count|detect|confirm|track|record|register|report|spot|suggest|sp[eo]ak|spoke|saw|put)\w*\b[^.;]{0,25}$|\bthere (?:had been|was|were)\s(?:only |but )?$",
    re.IGNORECASE,
)
_WERE_SEEN = compiled(r"\s(?:were|was|had been|have been) (?:counted|detected|confirmed|tracked|recorded|spotted)\b")
_ITS = compiled(r"(?:its|their|the|a recent|recent)\b", re.IGNORECASE)
_NEVER = compiled(r"\b(?:never|not once|(?:has|have|had)(?:n[’']t| not))\b[^.;,]*$", re.IGNORECASE)
_HAD = compiled(r"\bhad\b")
_OTHER = compiled(r"\w\sother\s", re.IGNORECASE)
_BEFORE_THEM = compiled(r"\s(?:[\w-]+\s){0,2}$")  # what stands between "shot down" and how many
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
    found = tuple(summed(framing))
    for counted in _all(framing, found):
        by_frame.setdefault(counted.home, []).append(counted)
    parts = {c.part for c in found}
    for frame in framing.frames:
        if not framing.codebook.types[frame.type].counted:
            continue
        own = by_frame.get(frame.number, [])
        most = max((c.found.value.minimum for c in own), default=0)
        own = [c for c in own if c.found.value not in parts or c.found.value.minimum == most]  # "five of the missiles"
        drafts = list(_stated(framing, own))
        told = _standing(framing, drafts)
        if not told or is_one(framing, frame, told):
            told = list(unstated(framing, frame))
        yield from told
        yield from specific(framing, frame, told, found)


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


def _all(framing: Framing, counted: Iterable[CountExpression]) -> Iterator[_Counted]:
    """Every count of the report that can be one of its frames'."""
    facts = framing.facts
    for found in counted:
        home, number = home_of(framing, found), facts.sentence_at(found.start)
        if home is None or number is None or found.ordinal is not None or found.definite or found.value.minimum == 0:
            continue
        if found.kind in _CARRIED and found.value.minimum > 1:
            continue  # one rocket may carry several
        if found.kind == "seismic_event" and framing.frames[home].type != "seismic_event":
            continue  # two tremors are no two tests
        if (found.kind in _BLASTS) != (framing.frames[home].family == "nuclear") and found.kind in _BLASTS | _FLYING:
            continue  # nuclear tests are no missiles, nor missiles tests of bombs
        names = framing.facts.names_in(found.number_start, found.number_end)
        if any(n.kind == "weapon" and n.start < found.number_start for n in names):
            continue  # the number of a name: "Pershing 2 missiles"
        head = facts.report.text[max(facts.sentences[number].start, found.start - 40) : found.start]
        told = found.kind != "launches" and telling_of(framing, home, number, found.start, found.noun_end) is not None
        if _is_no_news(framing, found, number, told=told) or along_with(
            facts.report.text, found, facts.sentences[number].end
        ):
            continue
        if told and only_urged(facts.report.text, facts.sentences[number].start, found.start):
            continue
        if found.bare_plural and of_several_states(framing, found.start, found.noun_end):
            continue
        if of_interceptors(facts.report.text, found) and framing.codebook.is_a(framing.frames[home].type, "strike"):
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
            later = dated_elsewhere(framing, framing.frames[home], number, before=found.start) and not dated_here(
                framing, framing.frames[home], number
            )
            later = later or _told_of_old(framing, home, found, number)
            later = later or is_answer(framing, framing.frames[home], found, number)
            if not later and _TOTAL.match(facts.report.text, found.end, facts.sentences[number].end) is None:
                yield _Counted(found, home, True, head)
        elif speaks_of_flight(framing, framing.frames[home], found, number):
            yield _Counted(found, home, False, head)


def _told_of_old(framing: Framing, home: int, found: CountExpression, number: int) -> bool:
    """Whether a later sentence lays what is counted on another day than the frame's: "two had been fired in 2016"."""
    telling = telling_of(framing, home, number, found.start, found.noun_end)
    if telling is None or number <= LEAD or dated_here(framing, framing.frames[home], number):
        return False
    facts = framing.facts
    had = _HAD.search(facts.report.text, facts.sentences[number].start, max(telling.end, found.noun_end)) is not None
    return had and dated_elsewhere(framing, framing.frames[home], number)


def _is_no_news(framing: Framing, found: CountExpression, number: int, *, told: bool) -> bool:
    """Whether several of which no number is told are no news, or one is told only as what never was: "missiles are fired
    often", "its series of tests", "never had it fired a missile"."""
    facts = framing.facts
    if found.value.maximum is None and not has_number(found, framing.codebook):
        owned = found.kind == "launches" and _ITS.match(found.written) is not None
        return owned or (told and not is_news(facts, found.noun_start, found.noun_end))
    return (
        _by_article(framing, found)
        and _NEVER.search(facts.report.text, facts.sentences[number].start, found.start) is not None
    )


def _of_all(framing: Framing, found: CountExpression, home: int) -> bool:
    """Whether launches that are told apart are counted together: "tested two missiles", a Prithvi and later a Dhanush."""
    apart = [f.apart for f in framing.frames if f.apart is not None]
    own = framing.frames[home].apart
    together = apart.count(home if own is None else own) + 1
    return together > 1 and found.value == Count(together, together) and not _named(framing, found)


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
        if plenty and _by_article(framing, found) and not all(_by_others(framing, one, c) for c in plenty):
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
    """The counts without what a headline only shortens: its "missiles", where the text begins with "a missile", its "six",
    where the text says "at least six"."""
    title = next((s.end for s in framing.facts.sentences if s.kind is BlockKind.TITLE), 0)
    body = [c.found for c in counted if c.found.start >= title]
    at_least = {f.value.minimum for f in body if f.value.maximum is None and has_number(f, framing.codebook)}
    at_least -= {f.value.minimum for f in body if f.value.maximum is not None}
    counted = [c for c in counted if c.found.start >= title or c.found.value.minimum not in at_least]
    first = next((c for c in counted if c.told and c.found.start >= title), None)
    if first is None or first.found.value != Count(1, 1) or not _by_article(framing, first.found):
        return counted
    return [c for c in counted if c.found.start >= title or not c.found.bare_plural]


def _was_downed(framing: Framing, one: _Counted) -> bool:
    """Whether those are counted that were stopped on their way, which need not be all that flew."""
    were = downed_of(framing.codebook).match(framing.facts.report.text, one.found.end + 1)
    downed = downing_of(framing.codebook).finditer(one.head)
    return were is not None or any(_BEFORE_THEM.match(one.head, m.end()) for m in downed)


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
    most_told: _Counted | None = None
    kept: list[_Counted] = []
    exact = any(c.found.value.maximum is not None and not _by_article(framing, c.found) for c in counted)
    for one in [*(c for c in counted if c.told), *(c for c in counted if not c.told)]:
        value = one.found.value
        if known is not None and value.maximum is not None and value.maximum < known.minimum:
            rounded = known.approximate and value.minimum >= 0.75 * known.minimum
            if not (rounded or _is_account(framing, one.found) or _by_others(framing, one, most_told)):
                continue
        says_more = known is not None and known.minimum < value.minimum <= (known.maximum or 0)
        open_ = value.maximum is None and exact and not says_more and not _is_account(framing, one.found)
        if not one.told and (value.maximum == 1 if known is None else open_):
            continue  # "one" of many, "several" where the number is told
        if known is None or value.minimum > known.minimum:
            known, most_told = value, one
        kept.append(one)
    total = max(kept, key=lambda c: c.found.value.minimum, default=None)
    if total is None or _named(framing, total.found):
        return kept
    most, stated = total.found.value.minimum, any(is_total(framing.facts.report.text, c.found) for c in kept)
    return [
        c
        for c in kept
        if (c.found.value.maximum or most) >= most
        or (_contrasted(framing, c) or _by_others(framing, c, total) if stated else not _named(framing, c.found))
    ]


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


def _by_others(framing: Framing, one: _Counted, other: _Counted | None) -> bool:
    """Whether two counts of one telling are told by watchers of two states: each is a whole account."""
    if other is None or not ((one.told or one.found.kind == "elliptic") and other.found.says_number):
        return False
    mine, theirs = _watchers(framing, one), _watchers(framing, other)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _watchers(framing: Framing, one: _Counted) -> set[str]:
    """The states that the sentence of a count names as who says so, beside the one whose launch it is."""
    facts = framing.facts
    span = facts.sentences[facts.sentence_at(one.found.start) or 0]
    if told_by(framing.codebook, "says").search(facts.report.text, span.start, span.end) is None:
        return set()
    names = [name for name in facts.names_in(span.start, span.end) if not facts.in_dateline(name.start)]
    return {state for name in names if (state := state_of(name)) is not None} - {framing.frames[one.home].state or ""}


def _by_article(framing: Framing, found: CountExpression) -> bool:
    """Whether one is said by the noun's number alone: "a missile", a headline's "Missile fired"."""
    if found.value.maximum != 1:
        return False
    words = framing.facts.report.text[found.number_start : found.number_end].lower()
    return words in ARTICLES or found.number_end >= found.noun_end > found.noun_start


def _contrasted(framing: Framing, one: _Counted) -> bool:
    """Whether the sentence sets its count against another's: "Japan, however, spoke of two"."""
    number = framing.facts.sentence_at(one.found.start)
    span = None if number is None else framing.facts.sentences[number]
    return span is not None and _CONTRAST.search(framing.facts.report.text, span.start, span.end) is not None
