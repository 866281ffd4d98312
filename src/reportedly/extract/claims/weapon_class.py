"""The class of what was fired, as it is said of this incident."""

import re
from collections.abc import Iterable, Iterator

from reportedly.extract.claims.day import dated_elsewhere, goes_back
from reportedly.extract.claims.downing import brings_down, is_means, is_other_side
from reportedly.extract.claims.draft import Draft
from reportedly.extract.claims.news_of import is_news
from reportedly.extract.claims.said import OR_ANOTHER, beyond, compared, doubt, named_with, of_another_state
from reportedly.extract.framing import Framing
from reportedly.extract.weapon_class import ClassMatch
from reportedly.fields.gated import Gated
from reportedly.model import Stance, Term
from reportedly.patterns import compiled

_NOT_FLOWN = compiled(
    r"[\s\"”’-]*(?:capabilit\w+|program(?:me)?s?|deterrents?|deterrence|warheads?|defen[cs]es?|launchers?|shield|"
    r"technolog\w+|club|owners?|stockpiles?|arsenal|possess\w*|has the|threats?|submarines?|bases?|forces?|units?|brigades?|regiments?|"
    r"factor(?:y|ies)|engines?|moratorium|activit\w+|early warning|silos?|reach|ambitions?|know-how|parts|components?|targets?|class targets?)\b",
    re.IGNORECASE,
)
_IN_GENERAL = compiled(r"[\s\"”’-]*(?:would be|could be|capable|range)\b", re.IGNORECASE)  # unless it is what was fired
_FROM_SUBMARINE = compiled(
    r"\bfrom (?:(?:under|below|beneath) ?(?:the )?(?:sea|water|waves|surface)|an? (?:underwater|submerged|submarine) (?:position|platform|launcher|state))\b|\b(?:from|by|aboard)\s+(?:(?!ship|truck|train|and\b)[\w'’-]+(?:,\s(?=an?\s)|\s+)){0,5}(?:submarines?|subs?|SSBNs?)\b|"
    r"\b(?:submarines?|subs?)\b(?:\s+[\w'’,()-]+){0,8}\s+(?:(?:test-)?(?:fire[ds]|launch(?:ed|es))|test(?:ed|s)|shot|loosed|ejected|let (?:loose|fly)|released|sent (?:up|off|aloft)?|"
    r"(?:conducted|carried out|performed|made) (?:an? )?(?:[\w-]+ ){0,2}(?:launch|firing|test))\b",
    re.IGNORECASE,
)
_NOT_SURE = compiled(
    r"\b(?:may|might|could|can|whether|if|not|never|n[’']t|would|will|to be|designed|capable|possib\w+|perhaps|land|train|ships?|bombers?|and)\b[^.;]{0,70}$",
    re.IGNORECASE,
)
_FIRED = compiled(
    r"\b(?:launched|(?:test-)?fired|shot|ejected|released|sent up|left|rose|took off|lifted off)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_OWN_CLAUSE = 1.0  # the weight of a boundary: "a Yars was launched from Plesetsk" and "a submarine fired a Sineva"
_LONGEST_NAME = 60  # letters
_OF_THE_NAME = -0.5  # rank: words that stand with the weapon's name say more than those of what was fired beside it
_SUBMARINE = Gated(r"\b(?:submarines?|subs?)\b", re.IGNORECASE)
_NO_SUCH = compiled(  # "was no ICBM"
    r"\b(?:(?:is|was|were|are)\s(?:no|neither|hardly)|(?:not|n[’']t|rather than|instead of)\san?|nor\san?)\s(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
_ICBM = compiled(r"\bICBMs?\b|\bintercontinental[- ](?:range )?ballistic", re.IGNORECASE)
_NO_MISSILE = {"MLRS", "SLV", "UUV"}


def classes(framing: Framing) -> Iterable[Draft]:
    """The class words of every frame that tells a launch."""
    yield from _by_type(framing)
    found = list(_said(framing))
    submarines = set(_of_submarines(framing))
    said = {home for home, *_ in found}
    plain = {home for home in said if {m.code for h, m, *_ in found if h == home and not m.short} == {"BM"}}
    for home, start, end in _from_submarines(framing):
        if home in plain:
            submarines.add(home)
        elif home not in said:
            yield Draft(home, "weapon_class", Term("SLBM"), start, end, "class.submarine", rank=1.0)
    ballistic = {home for home, match, *_ in found if match.code == "BM"}
    fitting = {home for home, match, *_ in found if not _unfit(framing, home, match.code)}
    for home, match, rank, head in found:
        if match.short and home not in ballistic:
            continue
        code, rule = match.code, "class.range" if match.short else "class.word"
        by_sea = code == "BM" or (code == "ICBM" and not _calls_it_one(framing, match))
        if by_sea and (_under_water(framing, home, match) or home in submarines):
            code, rule = "SLBM", "class.submarine"
        unfit = _unfit(framing, home, code)
        if (code == "SAM" and rank > 0) or (unfit and framing.codebook.is_a(framing.frames[home].type, "guns")):
            continue  # an interceptor beside the incident; missiles beside a salvo of shells
        named = _named(framing, match)
        if (
            code in _NO_MISSILE
            and unfit
            and home not in fitting
            and (rank > 0 or named)
            and not getattr(named, "disputed", None)
        ):
            continue
        indirect = rank + 2.0 * unfit + 0.5 * match.short
        stance = Stance.SPECULATED if _or_another(framing, match) else doubt(head)
        yield Draft(home, "weapon_class", Term(code), match.start, match.end, rule, stance, rank=indirect)


def _by_type(framing: Framing) -> Iterator[Draft]:
    """The class of an incident whose kind is told of one class alone: what puts a satellite up is a launch vehicle."""
    for frame in framing.frames:
        fits = framing.codebook.types[frame.type].fits
        for number in frame.triggers if len(fits) == 1 else ():
            told = framing.triggers[number]
            start, end = (told.object_start, told.object_end) if told.object_end else (told.start, told.end)
            yield Draft(frame.number, "weapon_class", Term(fits[0]), start or 0, end, "class.type")


def _of_submarines(framing: Framing) -> Iterator[int]:
    """The frames whose only weapons named are missiles of submarines, in a report that tells of a submarine."""
    named: dict[int, set[str | None]] = {}
    for name in framing.facts.names:
        home = framing.owner(name.start, name.end) if name.kind == "weapon" else None
        if home is not None:
            named.setdefault(home, set()).add(getattr(name.entry, "weapon_class", None))
    only = [home for home, codes in named.items() if codes == {"SLBM"}]
    if only and _SUBMARINE.search(framing.facts.report.text) is not None:
        yield from only


def _from_submarines(framing: Framing) -> Iterator[tuple[int, int, int]]:
    """The frames of which is told that a submarine fired what is called a missile and nothing more."""
    facts = framing.facts
    text = facts.report.text
    for number, span in enumerate(facts.sentences):
        for match in _FROM_SUBMARINE.finditer(text, span.start, span.end):
            home = framing.owner(match.start(), match.end())
            if home is None or _NOT_SURE.search(text, span.start, match.start()):
                continue
            frame = framing.frames[home]
            fits = framing.codebook.types[frame.type].fits
            if "SLBM" not in fits or framing.codebook.is_a(frame.type, "strike"):
                continue
            told = any(framing.triggers[t].sentence == number for t in frame.triggers)
            if not (told or _FIRED.search(text, span.start, match.start())) or dated_elsewhere(framing, frame, number):
                continue
            if is_news(facts, match.start(), match.end()):
                yield home, match.start(), match.end()


def _said(framing: Framing) -> Iterator[tuple[int, ClassMatch, float, str]]:
    """The class words that speak of a frame's own weapon, with the frame, how direct they are, and what precedes."""
    facts = framing.facts
    text = facts.report.text
    for found in facts.classes:
        home = framing.owner(found.start, found.end)
        sentence = facts.sentence_at(found.start)
        if home is None or sentence is None or framing.frames[home].family != "launch":
            continue
        span = facts.sentences[sentence]
        head = text[max(span.start, found.start - 80) : found.start]
        if _NOT_FLOWN.match(text, found.end, min(span.end, found.end + 24)) or compared(head):
            continue
        if _NO_SUCH.search(head) or is_other_side(framing, home, head):
            continue
        if beyond(framing, home, sentence, found.start) or of_another_state(framing, home, sentence, found.start):
            continue
        if not is_news(facts, found.start, found.end):
            continue
        near = named_with(framing, home, sentence, found.start, found.end)
        near = near or brings_down(framing, found.end) or is_means(framing, home, sentence, found.start)
        if not near and _IN_GENERAL.match(text, found.end, min(span.end, found.end + 24)):
            continue
        if not near and goes_back(framing, framing.frames[home], sentence, found.start):
            continue
        by_name = near and not _unfit(framing, home, found.code) and _by_its_name(framing, home, found)
        yield home, found, _OF_THE_NAME if by_name else 0.0 if near else 1.0, head


def _by_its_name(framing: Framing, home: int, match: ClassMatch) -> bool:
    """Whether the words hold the name of the first own weapon or stand right beside it: "three Kinzhal hypersonic"."""
    around = framing.facts.names_in(match.start - _LONGEST_NAME, match.end + 2)
    beside = {n.id for n in around if n.kind == "weapon" and (n.start > match.start or n.end == match.start - 1)}
    return bool(beside) and next(iter(_own_weapons(framing, home)), None) in beside


def _own_weapons(framing: Framing, home: int) -> Iterator[str]:
    """The weapons of a frame's own state that are named of it, in the order of the text."""
    state, weapons = framing.frames[home].state, (n for n in framing.facts.names if n.kind == "weapon")
    for name in weapons:
        of_it = state in (getattr(name.entry, "state", None), *getattr(name.entry, "users", ()))
        if of_it and framing.owner(name.start, name.end) == home:
            yield name.id


def _under_water(framing: Framing, home: int, match: ClassMatch) -> bool:
    """Whether the telling beside a ballistic missile says that a submarine launched it."""
    sentence = framing.facts.sentence_at(match.start)
    if sentence is None or not any(framing.triggers[t].sentence == sentence for t in framing.frames[home].triggers):
        return False
    span = framing.facts.sentences[sentence]
    bounds = framing.facts.bounds
    found = _FROM_SUBMARINE.finditer(framing.facts.report.text, span.start, span.end)
    return any(bounds.crossed(min(match.end, m.end()), max(match.start, m.start())) < _OWN_CLAUSE for m in found)


def _calls_it_one(framing: Framing, match: ClassMatch) -> bool:
    """Whether the words themselves name the class: what a report calls an ICBM is one, whatever fired it."""
    return _ICBM.search(framing.facts.report.text, match.start, match.end) is not None


def _or_another(framing: Framing, match: ClassMatch) -> bool:
    """Whether it is the class or a weapon named behind it: "modified anti-ship missiles or KN-02s"."""
    text = framing.facts.report.text
    names = framing.facts.names_in(match.end, match.end + 40)
    return any(n.kind == "weapon" and OR_ANOTHER.fullmatch(text, match.end, n.start) for n in names)


def _named(framing: Framing, match: ClassMatch) -> object | None:
    """The weapon of whose name the words are a part, which says how its maker calls it; others may dispute that."""
    names = framing.facts.names_in(match.start - 40, match.end)
    return next((n.entry for n in names if n.kind == "weapon" and n.end >= match.end), None)


def _unfit(framing: Framing, home: int, code: str) -> bool:
    """Whether a class is none that an incident of this type has."""
    fits = framing.codebook.types[framing.frames[home].type].fits
    return bool(fits) and code not in fits
