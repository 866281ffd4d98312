"""The one ground or town that a report names where no words say what started there, and what tells a ground from a place
where people speak, sit or fall."""

import re
from collections.abc import Iterable

from reportedly.codebook import NameMatch, SiteEntry
from reportedly.extract.claims.draft import Draft
from reportedly.extract.framing import Framing
from reportedly.extract.lexicon import AFFAIRS
from reportedly.extract.place_phrase import Phrase, Tie, fell_there, governing, is_the_target, lies_off, seat_of_a_unit
from reportedly.extract.place_value import WATER, place_value
from reportedly.extract.scene_words import told_by
from reportedly.extract.sentences import Sentence
from reportedly.fields.quantity_measures import ASIDE
from reportedly.model import Place, Value
from reportedly.patterns import compiled

_GROUND = compiled(  # what makes a name the place of launches and tests by itself: "the Sohae launch site"
    r"\s+(?:(?:satellite|space|missile|nuclear|test|testing|launch|launching|rocket)\s+)+(?:sites?|stations?|cent(?:re|er)s?|ranges?|grounds?|pads?|base|facility)\b"
    r"|\s+(?:cosmodrome|spaceport|launch\w*\s+pad)\b",
    re.IGNORECASE,
)
SPEAKS_THERE = compiled(
    r",?\s(?:\([^)]*\)\s)?(?:has |have |had )?(?:said|says?|told|reported|announced|confirmed|warned)\b"
)
WAS_USED = compiled(  # a ground of before: "near Dalian, where such missiles have been tested in the past"
    r",? (?:where|from which|from where|which)\b[^.;]{0,80}\b(?:in the past|previously|before|earlier|(?:have|has|had) (?:often |also |long )?been|once|used to|usually|often)\b",
    re.IGNORECASE,
)
CLAUSE = 110  # code points before a name that are read
_KNOWN_GROUND = 1.4  # before a province
_COUNTY = 3
_ONLY = 4.5  # the only one that is named
_FLOWN = ("launch", "static")
_VAGUE = 5  # UCDP precision from which a place says no more than the state does; a desert of the state does
_FAMILIES_OF_KIND = {  # the codebook's kinds of places that some incidents have nothing to do with
    "impact range": (), "nuclear plant": (), "nuclear test site": ("nuclear",),
}  # fmt: skip


def known_grounds(framing: Framing) -> Iterable[Draft]:
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


def only_place(framing: Framing, main: int) -> Iterable[Draft]:
    """The one town or ground of the acting state that a report on a launch names, where nothing says that it is another's."""
    frame, text = framing.frames[main], framing.facts.report.text
    if frame.family not in _FLOWN or framing.codebook.is_a(frame.type, "strike") or not has_scene(framing, main):
        return
    found: dict[str, tuple[NameMatch, Place]] = {}
    units = told_by(framing.codebook, "units")
    for name in framing.facts.names:
        number, value = framing.facts.sentence_at(name.start), place_value(name, framing)
        if name.kind != "site" or value is None or not is_narrow(value) or value.state != frame.state or number is None:
            continue
        if not may_be_of(framing, main, value) or framing.facts.in_dateline(name.start):
            continue
        span = framing.facts.sentences[number]
        if not (is_ground(name) or names_a_ground(text, name) or speaks_of_it(framing, span)):
            continue
        head = text[max(span.start, name.start - CLAUSE) : name.start]
        phrase = governing(head) or Phrase(Tie.AT, "", len(head))
        spoken = spoken_at(framing, head, phrase) or seat_of_a_unit(head, phrase)
        spoken = spoken or any(p.match(text, name.end) for p in (SPEAKS_THERE, WAS_USED, units))
        ends = fell_there(head, phrase) or is_the_target(text, name.end) or lies_off(head) or name.written.isupper()
        ends = ends or framing.owner(name.start, name.end) != main
        found.setdefault("" if spoken or ends else name.id, (name, value))
    if len(found) == 1 and "" not in found:
        ((name, value),) = found.values()
        yield Draft(main, "site", value, name.start, name.end, "site.only", rank=_ONLY)


def is_narrow(value: Value | None) -> bool:
    """Whether a place is a town or county, and no province."""
    return isinstance(value, Place) and value.precision <= _COUNTY


def _tests_devices(framing: Framing, entry: SiteEntry) -> bool:
    """Whether nuclear devices are tested at a place, or in it."""
    held = (framing.sites.get(c) for c in entry.contains)
    return any(e is not None and "nuclear" in (_FAMILIES_OF_KIND.get(e.kind or "") or ()) for e in (entry, *held))


def has_scene(framing: Framing, home: int) -> bool:
    """Whether what a frame is of was launched or set off anywhere: no affair, and no alarm that was taken back."""
    frame = framing.frames[home]
    return frame.family not in AFFAIRS and framing.codebook.types[frame.type].sort != "retraction"


def names_a_ground(text: str, name: NameMatch) -> bool:
    """Whether a name says by itself that things are launched or tested there: "the Sohae launch site"."""
    return _GROUND.match(text, name.end) is not None or _GROUND.search(f" {name.written}") is not None


def speaks_of_it(framing: Framing, span: Sentence) -> bool:
    """Whether a sentence speaks of something that starts, of what was launched, or of what it was launched with."""
    text, things = framing.facts.report.text, framing.facts.things
    if any(span.start <= t.start < span.end for t in things):
        return True
    words = (w.strip(",.:;!?()“”\"’'") for w in text[span.start : span.end].lower().split())
    return not framing.codebook.incident_words.isdisjoint(words) or any(
        told_by(framing.codebook, kind).search(text, span.start, span.end) for kind in ("rises", "shot")
    )


def spoken_at(framing: Framing, head: str, phrase: Phrase) -> bool:
    """Whether the words before a place are of speech, signs or stationing there, and none behind them of a start."""
    before = ASIDE.sub("", head[: phrase.start])
    spoken = [
        m
        for m in told_by(framing.codebook, "spoken").finditer(before + head[phrase.start :])
        if m.start() < len(before)
    ]
    return bool(spoken) and told_by(framing.codebook, "rises").search(before, spoken[-1].end()) is None


def is_ground(name: NameMatch) -> bool:
    """Whether a name is that of a launch ground itself."""
    return getattr(name.entry, "precision", 6) == 1


def may_be_of(framing: Framing, home: int, value: Place) -> bool:
    """Whether incidents of a frame's family happen at such a place, and it says more than the state does."""
    families = _FAMILIES_OF_KIND.get(getattr(framing.sites.get(value.id or ""), "kind", None) or "")
    vague = value.precision > _VAGUE if value.state is not None else value.precision >= _VAGUE
    return (not vague or value.precision == WATER) and (families is None or framing.frames[home].family in families)
