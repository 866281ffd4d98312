"""Where it was launched or set off."""

import re
from collections.abc import Iterable

from reportedly.codebook import NameMatch, SiteEntry
from reportedly.extract.claims.draft import Draft
from reportedly.extract.framing import Framing
from reportedly.extract.lexicon import AFFAIRS
from reportedly.extract.place_named import is_the_scene
from reportedly.extract.place_phrase import (
    Phrase,
    Tie,
    carried_by_aircraft,
    fell_there,
    governing,
    is_the_target,
    left_by_aircraft,
    lies_off,
    released_over,
    sailed_from,
    seat_of_a_unit,
)
from reportedly.extract.place_value import WATER, capitals, place_value
from reportedly.extract.scene_words import told_by
from reportedly.extract.sentences import LEAD, Sentence
from reportedly.extract.unknown_place import unknown_places
from reportedly.fields.quantity_measures import ASIDE
from reportedly.model import BlockKind, Place, Value
from reportedly.patterns import compiled

_OWNS = compiled(r"['’]s? (?:[a-z]+ ){0,2}")
_CALLED = compiled(r",? (?:called|named|known as|by the name of) (?:the )?(?=[A-Z])")
_LAY = compiled(  # what fired and where it was: "the boat was in the White Sea", "the submarine was lying off"
    r"\b(?:The|Its|Her)\s(?:(?!said|says)[\w“”\"'’-]+,?\s){0,3}?(?:submarine|boat|vessel|sub|frigate|destroyer|ship)\b(?:,?\s[^.;,]{0,40},)?[^.;,]{0,24}\s(?:was|lay|lying)\b(?:\s(?:submerged|then|lying|sailing|positioned|stationed|at the time|somewhere|deep))*\s*$"
)
_GROUND = compiled(  # what makes a name the place of launches and tests by itself: "the Sohae launch site"
    r"\s+(?:(?:satellite|space|missile|nuclear|test|testing|launch|launching|rocket)\s+)+(?:sites?|stations?|cent(?:re|er)s?|ranges?|grounds?|pads?|base|facility)\b"
    r"|\s+(?:cosmodrome|spaceport|launch\w*\s+pad)\b",
    re.IGNORECASE,
)
_CRASHED = compiled(
    r"\b(?:crash\w*|explod\w*|blew up|blown up|fell back|plunged back|burst)\b(?:(?!\b(?:target|range|sea|ocean|waters|after)\b)[^.;])*$",
    re.IGNORECASE,
)
_SPEAKS_THERE = compiled(
    r",?\s(?:\([^)]*\)\s)?(?:has |have |had )?(?:said|says?|told|reported|announced|confirmed|warned)\b"
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
_WAS_USED = compiled(  # a ground of before: "near Dalian, where such missiles have been tested in the past"
    r",? (?:where|from which|from where|which)\b[^.;]{0,80}\b(?:in the past|previously|before|earlier|(?:have|has|had) (?:often |also |long )?been|once|used to|usually|often)\b",
    re.IGNORECASE,
)
_KNOWN_FOR = compiled(
    r"(?:,? [A-Z][\w’' -]{0,40})?,? (?:(?:(?:the|that|which|where)|(?:the )?same) (?:area|site|scene|place|ground|region|range|location|spot|town|base)\b|"
    r"that (?:served|was|were|is|has|had)\b|where\b|(?:about|some|around|roughly|only|just|nearly|less than|within)?\s*[\d,.]+[ -]?(?:km|kilomet\w+|miles?)\b(?: \([^)]*\))?(?: [\w-]+)? (?:from|of|off)\b|"
    r"(?:close to|near|not far from) (?:the|where|that|this)\b)",
)
_CLAUSE = 110  # code points before a name that are read
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
_ONLY = 4.5  # the only one that is named
_FLOWN = ("launch", "static")
_KNOWN_GROUND = 1.4  # before a province
_COUNTY = 3
_HOLDS = 1.0
_IN_IT = {", ", " in ", " near ", ", near ", ", in ", " outside "}
_VAGUE = 5  # UCDP precision from which a place says no more than the state does; a desert of the state does
_STRAIGHT = 3  # words of "from the waters of"
_FAMILIES_OF_KIND = {  # the codebook's kinds of places that some incidents have nothing to do with
    "impact range": (), "nuclear plant": (), "nuclear test site": ("nuclear",),
}  # fmt: skip
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
        if number is None or home is None or not _has_scene(framing, home):
            continue
        value = place_value(name, framing, framing.frames[home].state)
        rank = _rank(framing, home, number, name) if value is not None else None
        if value is None or rank is None or not _own_ground(framing, home, value, name, left=rank < 1):
            continue
        rank += _breadth(name, value) + _HOLDS * (_holds_another(framing, name) or _owns_next(framing, name))
        told.append(Draft(home, "site", value, name.start, name.end, "site.name", rank=rank))
    told.extend(unknown_places(framing))
    yield from told
    if not any(draft.frame == framing.main and _narrow(draft.value) for draft in told):
        yield from _known_grounds(framing)
    if framing.main is not None and not any(draft.frame == framing.main for draft in told):
        yield from _only_place(framing, framing.main)


def _has_scene(framing: Framing, home: int) -> bool:
    """Whether what a frame is of was launched or set off anywhere: no affair, and no alarm that was taken back."""
    frame = framing.frames[home]
    return frame.family not in AFFAIRS and framing.codebook.types[frame.type].sort != "retraction"


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


def _known_grounds(framing: Framing) -> Iterable[Draft]:
    """The ground where the acting state tests its nuclear devices, for a test or shock of which no other place is told."""
    main = framing.main
    if main is None or framing.frames[main].family != "nuclear":
        return
    for name in framing.facts.names:
        entry = framing.sites.get(name.id) if name.kind == "site" else None
        if entry is None or framing.facts.in_dateline(name.start) or entry.state != framing.frames[main].state:
            continue
        value = place_value(name, framing) if _tests_devices(framing, entry) else None
        if value is not None and framing.facts.sentence_at(name.start) is not None:
            yield Draft(main, "site", value, name.start, name.end, "site.ground", rank=_KNOWN_GROUND)
            return


def _only_place(framing: Framing, main: int) -> Iterable[Draft]:
    """The one town or ground of the acting state that a report on a launch names, where nothing says that it is another's."""
    frame, text = framing.frames[main], framing.facts.report.text
    if frame.family not in _FLOWN or framing.codebook.is_a(frame.type, "strike") or not _has_scene(framing, main):
        return
    found: dict[str, NameMatch] = {}
    units = told_by(framing.codebook, "units")
    for name in framing.facts.names:
        number, value = framing.facts.sentence_at(name.start), place_value(name, framing)
        if name.kind != "site" or value is None or not _narrow(value) or value.state != frame.state or number is None:
            continue
        if not _own_ground(framing, main, value, name, left=False) or framing.facts.in_dateline(name.start):
            continue
        span = framing.facts.sentences[number]
        if not (_is_ground(name) or _names_a_ground(text, name) or _speaks_of_it(framing, span)):
            continue
        head = text[max(span.start, name.start - _CLAUSE) : name.start]
        phrase = governing(head) or Phrase(Tie.AT, "", len(head))
        spoken = _spoken_at(framing, head, phrase) or seat_of_a_unit(head, phrase)
        spoken = spoken or any(p.match(text, name.end) for p in (_SPEAKS_THERE, _WAS_USED, units))
        ends = fell_there(head, phrase) or is_the_target(text, name.end) or lies_off(head) or name.written.isupper()
        ends = ends or framing.owner(name.start, name.end) != main
        found.setdefault("" if spoken or ends else name.id, name)
    if len(found) == 1 and "" not in found:
        (name,) = found.values()
        if (value := place_value(name, framing)) is not None:
            yield Draft(main, "site", value, name.start, name.end, "site.only", rank=_ONLY)


def _narrow(value: Value | None) -> bool:
    """Whether a place is a town or county, and no province."""
    return isinstance(value, Place) and value.precision <= _COUNTY


def _tests_devices(framing: Framing, entry: SiteEntry) -> bool:
    """Whether nuclear devices are tested at a place, or in it."""
    held = (framing.sites.get(c) for c in entry.contains)
    return any(e is not None and "nuclear" in (_FAMILIES_OF_KIND.get(e.kind or "") or ()) for e in (entry, *held))


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
    head = text[max(span.start, name.start - _CLAUSE) : name.start].removesuffix("al-")
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
            _names_a_ground(text, name) or (phrase and _crashed_there(framing, home, name, head))
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
        and not (_is_ground(name) or told_by(framing.codebook, "shot").search(head))
    ):
        return None  # where it hit
    if phrase.tie is Tie.AT and told_by(framing.codebook, "troubles").search(head[: phrase.start]):
        return None
    if phrase.tie is Tie.AT and (
        _spoken_at(framing, head, phrase) or told_by(framing.codebook, "units").match(text, name.end)
    ):
        return None
    if _SPEAKS_THERE.match(text, name.end) and (
        head.endswith(", ") or (phrase.tie is Tie.AT and not _risen(framing, head, phrase))
    ):
        return None
    lay = _LAY.search(head[: phrase.start]) is not None
    if phrase.tie is Tie.AT and not told and not lay and not _speaks_of_it(framing, span):
        return None
    if phrase.word == "from" and _watched_from(framing, head[: phrase.start]):
        return None
    before = any(t.sentence == number and t.start < name.start for t in framing.triggers)
    if phrase.tie is Tie.AT and not before and _WAS_USED.match(text, name.end):
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


def _names_a_ground(text: str, name: NameMatch) -> bool:
    """Whether a name says by itself that things are launched or tested there: "the Sohae launch site"."""
    return _GROUND.match(text, name.end) is not None or _GROUND.search(f" {name.written}") is not None


def _speaks_of_it(framing: Framing, span: Sentence) -> bool:
    """Whether a sentence speaks of something that starts, of what was launched, or of what it was launched with."""
    text, things = framing.facts.report.text, framing.facts.things
    if any(span.start <= t.start < span.end for t in things):
        return True
    words = (w.strip(",.:;!?()“”\"’'") for w in text[span.start : span.end].lower().split())
    return not framing.codebook.incident_words.isdisjoint(words) or any(
        told_by(framing.codebook, kind).search(text, span.start, span.end) for kind in ("rises", "shot")
    )


def _spoken_at(framing: Framing, head: str, phrase: Phrase) -> bool:
    """Whether the words before a place are of speech, signs or stationing there, and none behind them of a start."""
    before = ASIDE.sub("", head[: phrase.start])
    spoken = [
        m
        for m in told_by(framing.codebook, "spoken").finditer(before + head[phrase.start :])
        if m.start() < len(before)
    ]
    return bool(spoken) and told_by(framing.codebook, "rises").search(before, spoken[-1].end()) is None


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
    return _WRITTEN_THERE if _is_ground(name) else None


def _is_ground(name: NameMatch) -> bool:
    """Whether a name is that of a launch ground itself."""
    return getattr(name.entry, "precision", 6) == 1


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


def _own_ground(framing: Framing, home: int, value: Place, name: NameMatch, *, left: bool) -> bool:
    """Whether the place lies in the acting state or is used by it, its state is not known, or it is a ground that was left."""
    state = framing.frames[home].state
    entry = framing.sites.get(value.id or "")
    families = _FAMILIES_OF_KIND.get(getattr(entry, "kind", None) or "")
    vague = value.precision > _VAGUE if value.state is not None else value.precision >= _VAGUE
    if (vague and value.precision != WATER) or (families is not None and framing.frames[home].family not in families):
        return False
    if value.state is None or state is None or value.state == state:
        return True
    ground = left and _names_a_ground(framing.facts.report.text, name)
    return ground or (entry is not None and state in entry.users)
