"""The name of what was fired: a designation of the codebook, or one that the report's own words call a weapon."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.codebook import Codebook, NameMatch
from reportedly.extract.claims.day import goes_back
from reportedly.extract.claims.downing import brings_down, is_means, is_other_side
from reportedly.extract.claims.draft import Draft
from reportedly.extract.claims.given_up import thought_first
from reportedly.extract.claims.news_of import is_news
from reportedly.extract.claims.said import (
    OR_ANOTHER,
    beyond,
    compared,
    doubt,
    is_one_possibility,
    may_be,
    named_with,
    of_another_state,
    telling_of,
)
from reportedly.extract.claims.wreckage import strike_of
from reportedly.extract.framing import Framing
from reportedly.model import Role, Stance, Weapon
from reportedly.patterns import compiled

_OF_RANGE = compiled(
    r"\s*(?:reaches|can reach|could reach|has a range|program(?:me)?s?\b|famil(?:y|ies)\b(?! missile)|launchers?\b|regiments?\b|units?\b|brigades?\b|batter(?:y|ies)\b|newspaper|daily\b|(?:means|stands for|translates|is Korean for|is Farsi for)\b|"
    r"(?:missiles? |rockets? |\w+ missiles? )?(?:deployed|stationed|based|kept) (?:at|in|near|along|on)\b|"
    r"(?:rocket|missile)s? (?:that was |that were |which was )?(?:used|fired|launched|flown|tested) (?:[^.;,]{0,30} )?(?:last|previous|earlier) (?:satellite|launch|test|year|month|time)\b)"
)

_OF_THE_PAYLOAD = compiled(
    r"\b(?:satellite|spacecraft|payload)(?: (?:called|named|dubbed|christened|known as))?,? [\"“‘']?$", re.IGNORECASE
)
_TRIED_BEFORE = compiled(  # not "the day before"
    r"(?: (?:missiles?|rockets?))?(?:[^.;,]{0,30} (?:there|here|once|twice|times))? before(?=[.,;])|[^.;,]{0,40} (?:previously|in the past)(?=[.;,])"
)
_OR_BEFORE = compiled(r"[\w”\"’)] or (?:an? |the |possibly |perhaps )?(?:[a-z-]+ ){0,2}[\"“]?$")
_UNMARKED = 1.5  # rank: a word in capitals that only grammar calls a name stands behind every name of the codebook
_TARGET = compiled(r"(?: \w+)? targets?\b")  # what is to be brought down
_TOGETHER = compiled(r"(?:/|,? and (?:an? |the )?(?:[a-z-]+ ){0,2}|, (?:an? |the )?)")
_ROCKET = compiled(
    r"[\"”’']?\s+(?:(?:carrier|launch|long-range|space|satellite|booster)\s+)*(?:rocket|launch vehicle|missile)\b"
)


def names(framing: Framing) -> Iterable[Draft]:
    """The names of weapons of every frame that tells a launch."""
    found = list(_named(framing))
    for n in range(len(found) - 2, -1, -1):  # of two told together the first is as direct as the second
        one, other = found[n : n + 2]
        if one.frame == other.frame and _TOGETHER.fullmatch(framing.facts.report.text, one.end, other.start):
            found[n] = replace(one, rank=min(one.rank, other.rank))
    return found


def _named(framing: Framing) -> Iterable[Draft]:
    """The names of weapons as they stand with the tellings of each frame."""
    facts = framing.facts
    weapons = (n for n in facts.names if n.kind == "weapon" or _lends_name(facts.report.text, n))
    found = (*weapons, *facts.designations)
    for name in found:
        home, sentence = framing.owner(name.start, name.end), facts.sentence_at(name.start)
        if sentence is None:
            continue
        examined = home is None or framing.frames[home].family != "launch"
        home = strike_of(framing, home, name) if examined else home
        if home is None:
            continue
        home = _of_its_kind(framing, home, name)
        span = facts.sentences[sentence]
        head = facts.report.text[max(span.start, name.start - 80) : name.start]
        if compared(head) or is_other_side(framing, home, head):
            continue
        if beyond(framing, home, sentence, name.start) and not examined:
            continue
        if of_another_state(framing, home, sentence, name.start):
            continue
        if _OF_THE_PAYLOAD.search(head) and getattr(name.entry, "weapon_class", None) == "SLV":
            continue  # "named the satellite Qased"
        if _TRIED_BEFORE.match(facts.report.text, name.end, span.end):
            continue
        if _OF_RANGE.match(facts.report.text, name.end, min(span.end, name.end + 80)):
            continue
        direct = examined or named_with(framing, home, sentence, name.start, name.end)
        if not _of_state(framing, home, name, sentence):
            continue
        direct = direct or is_means(framing, home, sentence, name.start)
        direct = direct or framing.is_what(name.end) or brings_down(framing, name.end)
        if not direct and goes_back(framing, framing.frames[home], sentence, name.start):
            continue
        if not (direct or may_be(head) or is_news(facts, name.start, name.end, named=True)):
            continue
        is_it = direct or framing.says_it_is(sentence, name.start)
        if not is_it and name.kind == "weapon" and not _of_type(framing.codebook, framing.frames[home].type, name):
            continue
        rank = (0.0 if is_it else 1.0) + 0.5 * may_be(head) + 0.25 * _is_foreign(framing, home, name)
        rank += _TARGET.match(facts.report.text, name.end) is not None
        rank += _UNMARKED * (not name.id and not any(map(str.isdigit, name.written)))
        rule = "weapon.examined" if examined else "weapon.name" if name.id else "weapon.called"
        undone = thought_first(facts.report.text, span.start, span.end, name.start, name.end)
        either = is_one_possibility(head) or _is_alternative(framing, name, found)
        stance = Stance.WITHDRAWN if undone else Stance.SPECULATED if either else doubt(head)
        yield Draft(home, "weapon", weapon_value(name), name.start, name.end, rule, stance, rank=rank)


def _of_its_kind(framing: Framing, home: int, name: NameMatch) -> int:
    """The frame a name is of: of two subjects of one state the one whose kind its class is launched in, be the other told
    beside it ("cruise missiles were fired; film showed the Yars")."""
    frame, kinds = framing.frames[home], framing.codebook.types
    code, fits = getattr(name.entry, "weapon_class", None), kinds[frame.type].fits
    if frame.role is not Role.MAIN or code is None or not fits or code in fits:
        return home
    mains = (f for f in framing.frames if f.role is Role.MAIN and f.state == frame.state)
    return next((f.number for f in mains if code in kinds[f.type].fits), home)


def _is_alternative(framing: Framing, name: NameMatch, beside: Sequence[NameMatch]) -> bool:
    """Whether a name is one of two that it may be: "reworked Silkworms or scaled-down Scuds", "anti-ship missiles or KN-02s"."""
    text = framing.facts.report.text
    if _OR_BEFORE.search(text, max(0, name.start - 40), name.start) and not _same_before(text, name, beside):
        return True
    return any(
        not _same(n, name) and OR_ANOTHER.fullmatch(text, name.end, n.start) for n in beside if n.start > name.end
    )


def _same_before(text: str, name: NameMatch, beside: Sequence[NameMatch]) -> bool:
    """Whether "or" only gives the same weapon another name ("No Dong or Rodong"), or one of its family."""
    return any(_same(n, name) and OR_ANOTHER.fullmatch(text, n.end, name.start) for n in beside if n.end < name.start)


def _same(one: NameMatch, other: NameMatch) -> bool:
    families = [getattr(n.entry, "family", None) or n.id for n in (one, other)]
    return families[0] == families[1]


def _lends_name(text: str, name: NameMatch) -> bool:
    """Whether the rocket is called by the name of its payload: "a Kwangmyongsong carrier rocket"."""
    return name.kind == "payload" and _ROCKET.match(text, name.end) is not None


def _of_state(framing: Framing, home: int, name: NameMatch, sentence: int) -> bool:
    """Whether the frame's state has this weapon, as far as the codebook says whose it is, or is told to have fired it."""
    state = framing.frames[home].state
    owner = getattr(name.entry, "state", None)
    users = getattr(name.entry, "users", ())
    if owner is None or state is None or state in (owner, *users):
        return True
    strike = framing.codebook.is_a(framing.frames[home].type, "strike")
    fires = strike or telling_of(framing, home, sentence, name.start, name.end) is not None
    return fires and getattr(name.entry, "weapon_class", None) != "SAM"


def _is_foreign(framing: Framing, home: int, name: NameMatch) -> bool:
    """Whether another state than the frame's makes the weapon, so that the frame's own goes before it."""
    return getattr(name.entry, "state", None) not in (None, framing.frames[home].state)


def _of_type(codebook: Codebook, kind: str, name: NameMatch) -> bool:
    """Whether a weapon that is only spoken of can be that of an incident of this type: no interceptor, no carrier."""
    codes = {getattr(name.entry, "weapon_class", None), getattr(name.entry, "disputed", None)} - {None}
    space = codebook.is_a(kind, "space")
    return "SAM" not in codes and (not codes or any((code == "SLV") == space for code in codes))


def weapon_value(name: NameMatch) -> Weapon:
    """The weapon a name stands for, as written."""
    code = getattr(name.entry, "weapon_class", None)
    return Weapon(name.id or None, name.name, name.written, code, bool(getattr(name.entry, "is_family", False)))
