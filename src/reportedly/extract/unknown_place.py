"""Launch places that the codebook does not know: a name of capitals where the words say that something started there."""

import re
from collections.abc import Iterable, Iterator

from reportedly.extract.claims.draft import Draft
from reportedly.extract.framing import Framing
from reportedly.extract.place_named import is_given, is_the_scene
from reportedly.extract.place_phrase import Tie, fell_there, governing, released_over, seat_of_a_unit
from reportedly.extract.scene_words import told_by
from reportedly.extract.trigger import Modality
from reportedly.fields.gated import Gated
from reportedly.fields.together import SENTENCES
from reportedly.model import Place
from reportedly.model.calendar import ANY_MONTH, ANY_SHORT_MONTH, ANY_WEEKDAY
from reportedly.patterns import compiled

_NAME = compiled(
    r"\b(?!(?:The|An?|In|At|On|From|Near|Off|Its)\b)[A-Z][\w’'-]*[a-z](?: (?:[A-Z][\w’'-]*[a-z]|al|el|de|of(?= [A-Z])))*\b"
)
_GROUND = (
    r"(?:islands?|peninsula|airfield|airport|air ?base|base|range|county|district|province|region|prefecture|oblast|area|site|station|"
    r"cosmodrome|spaceport|space (?:cent(?:er|re)|port)|test(?:ing)? (?:site|range|ground)s?|proving ground|launch (?:site|pad|cent(?:er|re))|"
    r"mountains?|desert|vicinity|outskirts|neighbou?rhood|lake|reservoir|bay|gulf|coast(?:line)?|shores?|port|shipyard|village|town|city|atoll|lagoon|valley|hills?|polygon|garrison)"
)
_AFTER = compiled(rf"\s+{_GROUND}\b|,\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,3}}{_GROUND}\b", re.IGNORECASE)
_BEFORE = Gated(
    rf"(?<!TV )(?<!television )(?<!radio )(?<!news )\b{_GROUND}\s+(?:(?:of|in|near)\s+[A-Z]\w+,?\s+)?(?:of|in|at|near|off|called|named|known as)\s+(?:the\s+)?$|(?<!TV )(?<!television )(?<!radio )(?<!news )\b{_GROUND}\s+$|\b(?:from|in) (?:the )?waters off (?:the )?(?:[\w’']+ )?$",
    re.IGNORECASE,
)
_NO_PLACE = compiled(
    rf"(?:{ANY_MONTH}|{ANY_SHORT_MONTH}|{ANY_WEEKDAY}|The|It|He|They|Its|Their|His|Our|This|That|State|Kim|President|Minister|General|Army|Navy|Air|Force|Ministry|Command|Agency|Yonhap|"
    r"Web|Internet|Launch|Complex|Pad|Destroyer|Submarine|Frigate|Corvette|Cruiser|Warship|Carrier|Earth|Mars|Moon|Western|Soviet|Korean|Gulf|Eastern|Northern|Southern|Central|North|South|East|West)\b"
    r"|[\w’'-]+-(?:class|type|era|made|built|designed)\b"
)
_NO_PLACE_AFTER = compiled(
    r"\s*(?:told|said|who|['’]s|television|TV|channel|agency|newspaper|reported|class)\b|-\d|(?:-[\dA-Z]+)*\s+(?:bombers?|fighters?|jets?|aircraft|planes?|drones?)\b",
    re.IGNORECASE,
)
_ONE_OF_A_KIND = compiled(r"\ban?\s$", re.IGNORECASE)  # "from an Mk 41 launcher"
_VERBS = r"\b(?:fired|(?:re)?launched|shot|lobbed|lifted off|lift-off|blasted off|took off|flown|sent up|went up)\s+"
_LEFT = compiled(rf"{_VERBS}$", re.IGNORECASE)
_ROSE = compiled(r"\b(?:lifted|blasted|took|roared) off(?: \w+ly)? $", re.IGNORECASE)  # at a place, whatever follows
_LEFT_IT = Gated(rf"{_VERBS}(?:[^;\n]{{0,60}}?\s)?from\b", re.IGNORECASE, together=SENTENCES)
_FROM_HERE = compiled(  # "rounds were fired into the Yellow Sea from"
    r"\b(?:(?:test-)?fired|(?:re)?launched|launch(?:es)? (?:was|were) (?:carried out|conducted|made)|shot|lobbed|sent|loosed|rose|rising|lifted off|took off|blasted off|flew|flown|came)\b"
    r"(?:(?!\b(?:after|as|amid|despite|following|said|says|that|which|who|but|in response|and(?! (?:the |an)other\b))\b)(?:[^.;:,]|(?<=\d)[.:](?=\d)|(?<=[ap])\.(?=m)|(?<=[ap]\.m)\.))*$",
    re.IGNORECASE,
)
_AIMED = compiled(
    r"\b(?:fir|launch|shot|shoot|lobb|loos|hurl|test)\w*\b(?:[^.;,]|(?<=[ap])\.(?=m)|(?<=[ap]\.m)\.|(?<=\d)\.(?=\d))*$",
    re.IGNORECASE,
)  # at what comes next
_EVENT = Gated(
    r"\b(?:(?:re)?launch\w*|(?:test-)?fir(?:ed|ing|es)|test\w*|shot|lobbed|sent|took off|lift\w* off|blast\w* off|rose|risen|flew|flown|went|set off|explo\w+|detonat\w+|blast|trial|"
    r"took place|carried out|conducted|held|missiles?|rockets?|quake|tremor|shock)\b",
    re.IGNORECASE,
)
_OF_KOREA = compiled(r"[A-Z]\w+-(?:ri|ni|dong|gun|do|got|up|gol)\b")  # what such names end in
_SCENE = Gated(
    r"\b(?:scene|site|place|point|location|venue|origin|source|where|launch\w*|test\w*|firing|take-?off|trac\w+|pad|departure)\b",
    re.IGNORECASE,
    together=SENTENCES,
)
_FAMILIES = frozenset({"launch", "nuclear", "static"})
_WEIGHT = 0.8  # rank: behind a known place that was left, before one that something was merely near to
_AS_SCENE = 0.4  # named as the scene itself


def unknown_places(framing: Framing) -> Iterable[Draft]:
    """A draft for each unknown place that something was launched from, or that a telling sets off at where a word for
    ground stands by it."""
    facts = framing.facts
    told = {t.sentence for t in framing.triggers if t.modality in {Modality.HAPPENED, Modality.POSSIBLE}}
    for number, span in enumerate(facts.sentences):
        left = number in told or _LEFT_IT.search(facts.report.text, span.start, span.end) is not None
        if not left and _SCENE.search(facts.report.text, span.start, span.end) is None:
            continue
        for start, end, rank in _of_sentence(framing, number, told=number in told, left=left):
            home = framing.owner(start, end)
            if home is not None and framing.frames[home].family in _FAMILIES:
                written = facts.report.text[start:end]
                value = Place(None, written, written, framing.frames[home].state, None, None, 2)
                yield Draft(home, "site", value, start, end, "site.unknown", rank=rank)


def _of_sentence(framing: Framing, number: int, *, told: bool, left: bool) -> Iterator[tuple[int, int, float]]:
    facts = framing.facts
    span, text = facts.sentences[number], facts.report.text
    for match in _NAME.finditer(text, span.start, span.end):
        if _NO_PLACE.match(match.group()) or facts.in_dateline(match.start()) or _is_known(framing, match):
            continue
        head = text[max(span.start, match.start() - 110) : match.start()]
        if (
            told_by(framing.codebook, "watches").search(head)
            or _ONE_OF_A_KIND.search(head) is not None
            or _is_a_ship(framing, match.group())
            or _NO_PLACE_AFTER.match(text, match.end()) is not None
        ):
            continue
        war = _of_war(framing, match)
        ground = _AFTER.match(text, match.end()) is not None or _BEFORE.search(head) is not None
        ground = (ground or _OF_KOREA.fullmatch(match.group()) is not None) and not war
        if is_given(head) or (ground and is_the_scene(text, span.start, match.start(), match.end(), span.end)):
            yield match.start(), match.end(), _AS_SCENE
        elif left and _starts_there(head, ground=ground, told=told):
            yield match.start(), match.end(), _WEIGHT


def _is_a_ship(framing: Framing, name: str) -> bool:
    """Whether a name stands behind a word for a ship anywhere in the report: "fired from Arighaat" of INS Arighaat."""
    text, hulls = framing.facts.report.text, told_by(framing.codebook, "hulls")
    return any(hulls.search(text, max(0, m.start() - 40), m.start()) for m in re.finditer(re.escape(name), text))


def _of_war(framing: Framing, match: re.Match[str]) -> bool:
    """Whether the frame of a name is of use in war, whose grounds are those that were hit."""
    home = framing.owner(match.start(), match.end())
    return home is not None and framing.codebook.is_a(framing.frames[home].type, "strike")


def _starts_there(head: str, *, ground: bool, told: bool) -> bool:
    """Whether the words before a name say that something started there."""
    if told and ground and released_over(head):
        return True
    phrase = governing(head)
    if phrase is None or phrase.tie is Tie.BY:
        return False
    before, between = head[: phrase.start], head[phrase.start :].split()
    if fell_there(head, phrase) or seat_of_a_unit(head, phrase):
        return False
    if len(between) == 1 and _ROSE.search(before) is not None:
        return True
    if phrase.word == "at" and len(between) == 1 and _AIMED.search(before) is not None:
        return False
    left = phrase.tie is Tie.FROM and _LEFT.search(before) is not None
    left = left or (phrase.word == "from" and len(between) == 1 and _FROM_HERE.search(before) is not None)
    if left and (ground or "the " not in head[phrase.start :]):
        return True
    return told and ground and (phrase.tie is Tie.FROM or _EVENT.search(before) is not None)


def _is_known(framing: Framing, match: re.Match[str]) -> bool:
    """Whether a name of the codebook stands in these words."""
    return any(
        n.start < match.end() for n in framing.facts.names_in(match.start() - 25, match.end()) if n.end > match.start()
    )
