"""Where it was launched or set off."""

import re
from collections.abc import Iterable

from reportedly.codebook import NameMatch
from reportedly.extract.claims.draft import Draft
from reportedly.extract.claims.place_ground import (
    CLAUSE,
    SPEAKS_THERE,
    WAS_USED,
    has_scene,
    is_ground,
    is_narrow,
    known_grounds,
    may_be_of,
    names_a_ground,
    only_place,
    speaks_of_it,
    spoken_at,
)
from reportedly.extract.framing import Framing
from reportedly.extract.place_named import is_the_scene
from reportedly.extract.place_phrase import (
    Phrase,
    Tie,
    carried_by_aircraft,
    fell_there,
    governing,
    is_the_target,
    left_by_aircraft,
    released_over,
    sailed_from,
    seat_of_a_unit,
)
from reportedly.extract.place_value import capitals, place_value
from reportedly.extract.scene_words import told_by
from reportedly.extract.sentences import LEAD, Sentence
from reportedly.extract.unknown_place import unknown_places
from reportedly.model import BlockKind, Place
from reportedly.patterns import compiled

_OWNS = compiled(r"['’]s? (?:[a-z]+ ){0,2}")
_CALLED = compiled(r",? (?:called|named|known as|by the name of) (?:the )?(?=[A-Z])")
_LAY = compiled(  # what fired and where it was: "the boat was in the White Sea", "the submarine was lying off"
    r"\b(?:The|Its|Her)\s(?:(?!said|says)[\w“”\"'’-]+,?\s){0,3}?(?:submarine|boat|vessel|sub|frigate|destroyer|ship)\b(?:,?\s[^.;,]{0,40},)?[^.;,]{0,24}\s(?:was|lay|lying)\b(?:\s(?:submerged|then|lying|sailing|positioned|stationed|at the time|somewhere|deep))*\s*$"
)
_CRASHED = compiled(
    r"\b(?:crash\w*|explod\w*|blew up|blown up|fell back|plunged back|burst)\b(?:(?!\b(?:target|range|sea|ocean|waters|after)\b)[^.;])*$",
    re.IGNORECASE,
)
_ANOTHERS = compiled(  # "after another had been sent up from": of what flew before
    r"\b(?:another(?: \w+)?|an earlier one|the previous one)\s(?:had been|was|were|had)\s(?:(?!\b(?:and|while|but)\b)[^.;,])*$"
    r"|\b(?:unlike|as with|like) (?:that|those|the (?:one|last|previous)|its|in)\b(?:[^.;,]|, (?:which|that|when)\b)*$",
    re.IGNORECASE,
)
_OF_THE_TARGET = compiled(  # which an interceptor was to meet
    r"\btargets?(?: (?:missile|rocket|vehicle|drone))?\s(?:(?:that|which) )?(?:(?:had been|was|were|is) )?(?:launched|fired|released|dropped|flown|sent up)\b(?:(?!\b(?:and|while|but)\b)[^.;,])*$",
    re.IGNORECASE,
)
_OF_A_NAME = compiled(r"\s(?:Fleet|Missile|Spaceport|Command|Range|Air|Space|Forces?|Council)\b")  # "the Pacific Fleet"
_AFTER_ANOTHER = compiled(  # "two days after five blasts in"
    r"\b(?:after|since|than|following|unlike)\s(?:[\w-]+\s){0,5}?(?:tests?|blasts?|explosions?|detonations?|launch(?:es)?|ones?)\s$",
    re.IGNORECASE,
)
_LONG_BEFORE = compiled(
    r"[^.;,]{0,24}\b(?:earlier (?:this|in)|last (?:week|month|year|spring|summer|autumn|fall|winter)|previously|a (?:week|month|year) (?:ago|earlier|before)|in (?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_KNOWN_FOR = compiled(
    r"(?:,? [A-Z][\w’' -]{0,40})?,? (?:(?:(?:the|that|which|where)|(?:the )?same) (?:area|site|scene|place|ground|region|range|location|spot|town|base)\b|"
    r"that (?:served|was|were|is|has|had)\b|where\b|(?:about|some|around|roughly|only|just|nearly|less than|within)?\s*[\d,.]+[ -]?(?:km|kilomet\w+|miles?)\b(?: \([^)]*\))?(?: [\w-]+)? (?:from|of|off)\b|"
    r"(?:close to|near|not far from) (?:the|where|that|this)\b)",
)
_WIDE = {3: 0.3, 4: 1.5, 5: 2.0, 6: 3.0}  # a county or a province says less than a town beside it
_SEA, _COAST = 1.2, 2.5  # a sea says less than "near Sinpo", a coast less than "from waters south of Sinpo"
_RANK = {Tie.FROM: 0.0, Tie.LABEL: 0.0, Tie.AT: 1.0, Tie.BY: 2.0}
_SCENE = 0.5  # named as the scene
_SCENE_BY = 0.3  # the scene is told by it: "a base near Wonsan was the scene"
# a capital, which is a government too, says less than any town that is named
_CAPITAL = 1.3
_AROUND_IT = 1.2
_NO_TIE = 1.0  # an epicentre is told by the town it lies off
_FLOWN_ON = (
    2.0  # an aircraft that took off there launched elsewhere, and a target or another missile is not the one told
)
_EARLIER = 3.0  # told of a launch of before
_ON_THE_WAY = 3.0  # rank of a launch ground that is named and tied by nothing
_WRITTEN_THERE = 4.0
_HOLDS = 1.0
_IN_IT = {", ", " in ", " near ", ", near ", ", in ", " outside "}
_STRAIGHT = 3  # words of "from the waters of"
_OF_SUBMARINES = frozenset({"SLBM", "SLCM"})
_PLACE_KINDS = {"site", "metonym", "sea"}


def sites(framing: Framing) -> Iterable[Draft]:
    """The launch or test sites of every frame; never where something fell, nor a city that only lies by."""
    facts, hulls = framing.facts, told_by(framing.codebook, "hulls")
    ships = {
        n.id for n in facts.names if n.kind == "site" and hulls.search(facts.report.text, max(0, n.start - 24), n.start)
    }
    told: list[Draft] = []
    for name in (*facts.names, *capitals(framing)):
        if name.kind not in _PLACE_KINDS or name.id in ships:
            continue
        number = facts.sentence_at(name.start)
        home = _home(framing, name)
        if number is None or home is None or not has_scene(framing, home):
            continue
        value = place_value(name, framing, framing.frames[home].state)
        rank = _rank(framing, home, number, name) if value is not None else None
        if value is None or rank is None or not may_be_of(framing, home, value):
            continue
        if not _is_used(framing, home, value) and (rank >= 1 or not names_a_ground(facts.report.text, name)):
            continue
        rank += _breadth(name, value) + _HOLDS * (_holds_another(framing, name) or _owns_next(framing, name))
        told.append(Draft(home, "site", value, name.start, name.end, "site.name", rank=rank))
    told.extend(unknown_places(framing))
    yield from told
    if not any(draft.frame == framing.main and is_narrow(draft.value) for draft in told):
        yield from known_grounds(framing)
    if framing.main is not None and not any(draft.frame == framing.main for draft in told):
        yield from only_place(framing, framing.main)


def _is_used(framing: Framing, home: int, value: Place) -> bool:
    """Whether the acting state has a place or uses it, or one of the two is not known."""
    state, entry = framing.frames[home].state, framing.sites.get(value.id or "")
    return None in (value.state, state) or value.state == state or (entry is not None and state in entry.users)


def _home(framing: Framing, name: NameMatch) -> int | None:
    """The frame of a place: not the earlier incident that the place is only told by or known for ("in Kilju, the area of
    the 2006 test", "around Kilju, 20 km from the last test")."""
    home = framing.owner(name.start, name.end)
    number = framing.facts.sentence_at(name.start)
    if home is None or number is None:
        return home
    home = _in_whose_state(framing, name, home, number)
    if not framing.frames[home].back:
        return home
    behind = [o for o in framing.openers.get(number, ()) if o.frame == home and o.start >= name.end]
    known = bool(behind) and _KNOWN_FOR.match(framing.facts.report.text, name.end, behind[0].start) is not None
    carried = framing.carried(number) if known else None
    return home if carried is None or framing.frames[carried].family != framing.frames[home].family else carried


def _in_whose_state(framing: Framing, name: NameMatch, home: int, number: int) -> int:
    """The frame of a place in another state than its frame's: that told in the same sentence of the state it lies in."""
    entry, family = framing.sites.get(name.id), framing.frames[home].family
    if entry is None or entry.state is None or framing.frames[home].state in (None, entry.state, *entry.users):
        return home
    told = (o.frame for o in framing.openers.get(number, ()))
    own = {f for f in told if framing.frames[f].state == entry.state and framing.frames[f].family == family}
    return own.pop() if len(own) == 1 else home


def _breadth(name: NameMatch, value: Place) -> float:
    """How much less a place says than a town beside it: a province, or a coast, which has no outline of its own."""
    if name.kind == "sea":
        return _SEA if getattr(name.entry, "outline", None) else _COAST
    return _WIDE.get(value.precision, 0.0)


def _rank(framing: Framing, home: int, number: int, name: NameMatch) -> float | None:
    """How directly the words say that it started here; None where they do not."""
    facts = framing.facts
    span, text = facts.sentences[number], facts.report.text
    if facts.in_dateline(name.start) or _heads(text, span, name):
        return _written_there(name)
    head = text[max(span.start, name.start - CLAUSE) : name.start].removesuffix("al-")
    phrase = governing(head)
    told = any(framing.triggers[t].sentence == number for t in framing.frames[home].triggers)
    if framing.frames[home].family == "nuclear":
        if name.kind != "site":
            return None
        another = _EARLIER * (phrase is not None and _AFTER_ANOTHER.search(head[: phrase.start]) is not None)
        return (0.0 if told else 0.5) + _NO_TIE * (phrase is None) + another
    if released_over(head) and (name.kind == "site" or carried_by_aircraft(head)):
        return _RANK[Tie.FROM]
    if name.kind == "site" and is_the_scene(text, span.start, name.start, name.end, span.end):
        by_it = _SCENE_BY * (phrase is not None)
        return _SCENE + by_it if phrase is None or phrase.tie is not Tie.FROM else _RANK[Tie.FROM]
    if phrase is None or fell_there(head, phrase) or is_the_target(text, name.end):
        if name.kind == "site" and (
            names_a_ground(text, name) or (phrase and _crashed_there(framing, home, name, head))
        ):
            return _ON_THE_WAY
        return None
    if (name.kind == "sea" and _OF_A_NAME.match(text, name.end)) or _OF_THE_TARGET.search(head[: phrase.start]):
        return None
    if name.kind == "sea" and not _afloat(framing, number, head, phrase, told=told):
        return None
    thing = any(span.start <= t.start < name.start for t in facts.things)
    if name.kind == "metonym" and not _leaves_city(
        framing, head, phrase, told=told or (thing and phrase.word != "from")
    ):
        return None
    if (
        phrase.tie is Tie.AT
        and framing.codebook.is_a(framing.frames[home].type, "strike")
        and not (is_ground(name) or told_by(framing.codebook, "shot").search(head))
    ):
        return None  # where it hit
    if phrase.tie is Tie.AT and told_by(framing.codebook, "troubles").search(head[: phrase.start]):
        return None
    if phrase.tie is Tie.AT and (
        spoken_at(framing, head, phrase) or told_by(framing.codebook, "units").match(text, name.end)
    ):
        return None
    if SPEAKS_THERE.match(text, name.end) and (
        head.endswith(", ") or (phrase.tie is Tie.AT and not _risen(framing, head, phrase))
    ):
        return None
    lay = _LAY.search(head[: phrase.start]) is not None
    if phrase.tie is Tie.AT and not told and not lay and not speaks_of_it(framing, span):
        return None
    if phrase.word == "from" and _watched_from(framing, head[: phrase.start]):
        return None
    before = any(t.sentence == number and t.start < name.start for t in framing.triggers)
    if phrase.tie is Tie.AT and not before and WAS_USED.match(text, name.end):
        return None
    if name.kind == "metonym" and told_by(framing.codebook, "sent").search(head[: phrase.start]):
        return None
    if seat_of_a_unit(head, phrase) and not told_by(framing.codebook, "rises").search(head):
        return None
    capital = (_AROUND_IT if phrase.around else _CAPITAL) * (name.kind == "metonym")
    before_it = _LONG_BEFORE.match(text, name.end) or _AFTER_ANOTHER.search(head[: phrase.start])
    earlier = _EARLIER * (before_it is not None)
    aside = left_by_aircraft(head) or sailed_from(head) or _ANOTHERS.search(head[: phrase.start]) is not None
    return _RANK[phrase.tie] + capital + earlier + _FLOWN_ON * aside


def _risen(framing: Framing, head: str, phrase: Phrase) -> bool:
    """Whether the clause before a place tells of a start: "was fired in Gobi, said"."""
    return (
        told_by(framing.codebook, "rises").search(head, head.rfind(",", 0, phrase.start) + 1, phrase.start) is not None
    )


def _watched_from(framing: Framing, before: str) -> bool:
    """Whether somebody looked on or spoke from a place, and nothing started from it."""
    watched = told_by(framing.codebook, "watches").search(before)
    return watched is not None and told_by(framing.codebook, "rises").search(before, watched.start()) is None


def _crashed_there(framing: Framing, home: int, name: NameMatch, head: str) -> bool:
    """Whether a test broke off over a place of its own state, and so near where it began: "crashed inside a base in"."""
    state, entry = framing.frames[home].state, framing.sites.get(name.id)
    own = entry is not None and entry.state == state and not framing.codebook.is_a(framing.frames[home].type, "strike")
    return own and _CRASHED.search(head) is not None


def _heads(text: str, span: Sentence, name: NameMatch) -> bool:
    """Whether a sentence of the body opens with the name in capitals alone, as a dateline does."""
    return (
        span.kind is BlockKind.BODY
        and name.start == span.start
        and name.written.isupper()
        and text[name.end :][:1] in ",(:"
    )


def _written_there(name: NameMatch) -> float | None:
    """The rank of a dateline: reports written at a launch ground are of its launches; other datelines say nothing."""
    return _WRITTEN_THERE if is_ground(name) else None


def _leaves_city(framing: Framing, head: str, phrase: Phrase, *, told: bool) -> bool:
    """Whether a capital is spoken of as a place: left in a sentence that tells it, or lain near."""
    if phrase.tie is Tie.AT:
        return phrase.word in {"near", "around", "outside", "close to"} or (
            told and told_by(framing.codebook, "edge").search(head[phrase.start :]) is not None
        )
    return told or phrase.around or phrase.word in {"out of", "took off from", "taking off from"}


def _afloat(framing: Framing, number: int, head: str, phrase: Phrase, *, told: bool) -> bool:
    """Whether a sea is where it was launched: straight from it, or in it by a submarine or a ship."""
    span, text, book = framing.facts.sentences[number], framing.facts.report.text, framing.codebook
    left = phrase.tie is Tie.FROM
    swims = told_by(book, "afloat").search(text, span.start, span.end) is not None
    if left and (swims or (told and len(head[phrase.start :].split()) <= _STRAIGHT)):
        return True
    if _LAY.search(head[: phrase.start]) is not None:
        return True
    told = told or told_by(book, "rises").search(text, span.start, span.end) is not None
    swims = swims or told_by(book, "ships").search(head) is not None or _swims_by_the_lead(framing)
    return told and swims and (left or phrase.word in {"in", "off", "near", "under", "on"})


def _swims_by_the_lead(framing: Framing) -> bool:
    """Whether the lead tells of a launch from under water, or names a weapon made for it."""
    end = max((s.end for s in framing.facts.sentences[: LEAD + 1]), default=0)
    if told_by(framing.codebook, "afloat").search(framing.facts.report.text, 0, end) is not None:
        return True
    named = (n.entry for n in framing.facts.names_in(0, end) if n.kind == "weapon")
    return any(getattr(entry, "weapon_class", None) in _OF_SUBMARINES for entry in named)


def _holds_another(framing: Framing, name: NameMatch) -> bool:
    """Whether a place only tells where another one lies that stands before it: "Ryokpo, Pyongyang"."""
    before = framing.facts.names_in(name.start - 30, name.start)
    return (
        bool(before) and before[-1].kind == "site" and framing.facts.report.text[before[-1].end : name.start] in _IN_IT
    )


def _owns_next(framing: Framing, name: NameMatch) -> bool:
    """Whether another place lies in this one by its grammar: "Pyongyang's Sunan airfield"."""
    behind = framing.facts.names_in(name.end, name.end + 24)
    text = framing.facts.report.text
    if _CALLED.match(text, name.end):
        return True  # "a district of Pyongyang called Ryongsong"
    return bool(behind) and behind[0].kind == "site" and _OWNS.fullmatch(text, name.end, behind[0].start) is not None
