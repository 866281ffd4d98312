"""How much speaks for it that a name tells who acted: where it stands to the words that tell it."""

import re

from reportedly.codebook import NameMatch
from reportedly.extract.state_of import state_of
from reportedly.extract.stopping import stops
from reportedly.extract.tokens import Boundaries
from reportedly.extract.trigger import Shape, Trigger
from reportedly.extract.word_forms import tag_of, word_lists
from reportedly.fields.gated import Gated
from reportedly.frozen import dataclass
from reportedly.patterns import compiled

SPEAKING = compiled(
    r"^(?:['’]s?)?(?:\s+[\w.'’-]+){0,6}?\s*(?:\([^)]*\)\s*)?,?\s*(?:also\s+|later\s+|has\s+|have\s+|had\s+|had since\s+)?"
    r"(?:sa(?:id|ys?|ying)|announc\w+|report(?:s|ed)?\b|stat(?:es?|ed)|told|confirm\w+|detect\w+|warn\w+|condemn\w+|"
    r"believ\w+|estimat\w+|claim\w+|denounc\w+|track\w+|indicat\w+)\b",
    re.IGNORECASE,
)
_BY = compiled(
    r"\bby\s+(?!way of)(?:the\s+)?(?:(?!(?:at|on|in|into|to|toward|towards|against|over|near|from|off)\b)[\w’']+\s+){0,7}$",
    re.IGNORECASE,
)
_DONE_BY = compiled(
    r"\b(?:condemn|denounc|critici[sz]|confirm|report|detect|announc|track|monitor|observ|analy[sz]|record|measur|watch|"
    r"quot|cited|carried|publish|releas|broadcast|aired|distribut|relay|attend|joined|followed|described|called|seen|use|intercept|down|destroy|repel|hit|struck)\w*\s+(?:(?:early|late|on|\w+day)\s+){0,3}"
    r"(?:by\s+[^.;]{2,50}?,?\s+and\s+)?by\s+(?:the\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_ANOTHERS_DEED = compiled(  # "NORAD, the command run jointly by the United States": of what is done so, the launch is nothing
    r"\b(?!(?:conducted|carried|staged|performed|undertaken|launched|(?:test-)?fired|tested|lobbed|released|mounted|attempted|claimed)\b)"
    r"(?:[a-z-]+ed|run|led|built|held|kept|known|shown|written|given|taken|driven|put together|set up)\s+(?:(?:\w+ly|out|up|off|on)\s+){0,2}"
    r"by\s+(?:the\s+)?(?:[\w.’'-]+\s+){0,5}$"
)
_AND_ANOTHER = compiled(
    r",\s(?:and|as well as|along with|but)\s(?:[a-z]+\s){0,3}(?:an?|the|its|their|his)\s"
)  # "the test, and an attack by"
_ON_ITS_SOIL = compiled(r"(?:\s(?:on\s\w+|this\s\w+|\w+day|yesterday|early|late))?\s(?:in|inside)\s(?:the\s)?")
_IS_STRUCK = compiled(  # "Israel hit by", "a Syrian air base was struck by"
    r"(?:['’]s?)?(?:\s(?!(?:in|on|at|of|by|from|to|with|and|that|which|after|as|says?|said)\b)[\w-]+){0,4}?\s+(?:(?:was|were|is|been|being|has|have|had|again|also)\s+)*"
)
_BY_WHAT = compiled(
    r"(?:hit|struck|attacked|shelled|bombed|targeted|pounded|rocked|shot down|downed|brought down)\s+(?:again\s+)?(?:by|with)\b",
    re.IGNORECASE,
)
_RIGHT_FROM = compiled(r"\b(?:from|out of)\s+(?:the\s+|neighbou?ring\s+|\w+ern\s+)*$", re.IGNORECASE)
_STRIKE_FROM = compiled(r"s?\s+(?:coming\s+)?from\s+(?:the\s+|neighbou?ring\s+|\w+ern\s+)*", re.IGNORECASE)
_FAR_FROM = compiled(  # "60 km from the Polish border"
    r"\b(?:km|kilomet\w+|miles?|met(?:er|re)s|away|far|distance|days?|hours?|minutes?)\)?\s+from\s+(?:the\s+|\w+ern\s+)*$",
    re.IGNORECASE,
)
ASIDE = compiled(
    r"\b(?:to|toward|towards|over|at|against|near|with|into|across|between|off|past|around|outside|of|told|on|and US|"
    r"in|inside|following|after|amid|than|like|for)\s+(?:the\s+|waters\s+\w+\s+|nearby\s+)*$",
    re.IGNORECASE,
)
_IN_AN_ASIDE = compiled(  # "the North, whose only ally is China, fired": a name that closes what is said of the subject
    r",\s+(?:(?:which|who|whose|whom|where)\s[^,;]{2,90}|(?:an?|the|one)\s(?:[\w’'-]+\s){1,6}(?:of|to|for|with|by|like)\s(?:the\s)?)$"
)
_CLOSES = compiled(r"(?:['’]s?(?:\s[\w’'-]+){1,4})?,\s")
_ASIDE_REACH = 120  # code points
_SECOND_ASIDE = compiled(  # "appeals from Beijing and Washington": of two behind one preposition the second
    r"\b(?:from|to|with|by|of|for|over|at|against|between|in|toward|towards)\s+(?:the\s+)?[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+)?,?\s+(?:and|or)\s+(?:the\s+)?$"
)
_WHICH = compiled(r"[”\"’]?(?:\s+(?:that|which))?(?:\s+the)?\s+", re.IGNORECASE)  # "the missiles that the North fired"
_DOES = compiled(
    r"\s+(?!(?:forces|troops|rebels|guards|militants|fighters|submarines?|ships?)\b)[a-z]+[^s\W]s\s"
)  # "Seoul studies"
_ITS_GROUND = compiled(  # "occupying South Korean territory": what is acted on
    r"\s+(?:territory|soil|land|waters|airspace|islands?|border|cit(?:y|ies)|targets?|airfields?|bases?|ports?|capital|holidays?|elections?|drills?|"
    r"exercises?|war games|sanctions|pressure|warnings?|threats?|summit|visits?|anniversary|independence)\b",
    re.IGNORECASE,
)
_OF = compiled(
    r"\s+(?:test(?:s|ing)?\s+|launch(?:es)?\s+)?(?:of|by)\s+(?:the\s+)?$", re.IGNORECASE
)  # "missiles of the North"
_CAME_FROM = compiled(  # "a missile arriving from Yemen"
    r"(?:,?\s+(?:arriving|coming|incoming|inbound|flying|heading|streaking|launched|fired|shot))?\s+(?:\w+ly\s+)?(?:from|out of)\s+(?:the\s+)?"
)
_BACKS = compiled(  # "the Houthis, whom Iran backs": who stands behind those who act
    r"\s+(?:backs|supports|sponsors|funds|arms|trains|supplies|finances)\b(?!\s+its\b)", re.IGNORECASE
)
_OF_ITS_OWN = compiled(r"\s+(?:has\s+)?(?:claim|announc|confirm|declar|admit)\w*\s+(?:a|an|its)\b", re.IGNORECASE)
_THAT_IT = compiled(
    r"\s+(?:on \w+\s+)?(?:that\s+)?(?:it|they|he|its\s+(?:[\w-]+\s+)?(?:troops|forces|military|army|navy|jets|fighters|warships?|units|marines))\s+"
    r"(?:(?:had|has|have)\b|(?=(?:(?:test-)?fired|launched|tested|shot|conducted|staged|carried out|held)\b))"
    r"(?!\s+(?:\w+ly\s+)?[\"“‘']?(?:detect|track|observ|confirm|record|monitor|spot|notic|seen|pick|identif|captur|determin|assess))",
    re.IGNORECASE,
)
_SOURCE_BEFORE = Gated(r"\b(?:according to|citing|quoting|quoted|said|says|told|by)\s+(?:the\s+)?$", re.IGNORECASE)
_SUBJECT = compiled(  # "he said Russia has fired", "after Pakistan carried out a test"
    r"\s+(?:(?:has|have|had|also|later|again|then|\w+ly)\s+){0,3}"
    r"(?:(?:respond|retaliat|repli|answer|react|hit back|struck back|follow)\w*\s+(?:[a-z]+\s+){0,2}?by\s+)?"
    r"(?:(?:conducted|carried out|held|staged|performed|made|ran|undertook|launched|mounted|ordered)\s+(?:(?!(?:in|on|by|of|to)\b)[\w’'“”\"-]+\s+){0,6})?"
)


_WHICH_DID = compiled(  # "Officials point to North Korea, which on Sunday tested": whatever the name itself is behind
    r",\s(?:which|who)\s(?:(?:on|in|at|for|early|earlier|late|last|this|that|the|previous|its|first|time|week|month|year|morning|evening|"
    r"[A-Z][a-z]+\.?|\d{1,4},?|has|have|had|also|just|itself|already|then|again|since|twice|[a-z]+ly)\s+){0,7}"
)
_OF_THE_NEWS = compiled(  # behind "the launch": "was confirmed, likewise on Sunday,", "coincided with a visit to Seoul"
    r"(?:\s(?:was|were|has been|had been|had|has))?(?:\s\w+ly)?\s(?P<deed>[a-z]+)\b[^.;]{0,90}?\bby\s(?:the\s)?(?:[\w.’'-]+\s){0,5}"
)


_DID_SO_BY = compiled(  # a verb of what else was done, and no clause between
    r"(?:,\s(?:which|who))?\s+(?!(?:was|were|is|are|has|have|had|said|says|an?|the|its|on|in|of|by|and|or|with|to|for|from|at|after|over|missiles?)\b)[a-z]+"
    r"(?:\s(?:(?!\b(?:which|who|that|after|before|but|while|when|said)\b)[^.;:]){1,70})?\sby\s",
    re.IGNORECASE,
)
_SOMEWHERE_FROM = compiled(r"\bfrom\s+(?:\w+\s+){0,3}$")
_PLAIN = frozenset({"state", "demonym", "metonym"})
CLAUSE = 2.0  # the weight of boundaries behind which another clause stands
_ANOTHER_SENTENCE = 2.5
_FAR = 50.0
_ARTICLE = 6  # code points: "by", an article and a space
ENOUGH = 1.5  # below it a state is only near: a speaker, a target, a neighbour
SURE = 4.5
OWNED = 7.0  # a noun's owner: "North Korea's launch", "a launch by Iran"
OWNED_ONLY = 5.5  # whoever fires it did it, whose it may be: "Australia fired a US Tomahawk"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a name stands to the words that tell an incident.

    `opens` is where the sentence does; `low` and `high` where these words begin and end, with what was fired; `head` and `tail` what stands before and behind
    the name within its sentence; `gap` what stands between the name and the telling, where it goes before; `near` how
    much parts the two (`Boundaries.crossed`).
    """

    trigger: Trigger
    text: str
    name: NameMatch
    opens: int
    low: int
    high: int
    head: str
    tail: str
    gap: str | None
    near: float

    @property
    def plain(self) -> bool:
        """Whether the name is a state's, not one of its bodies' or people's."""
        return self.name.kind in _PLAIN

    @property
    def told(self) -> bool:
        """Whether it goes before the word that tells the incident."""
        return self.name.end <= self.trigger.anchor

    @property
    def lent(self) -> bool:
        """Whether whose missile it is says nothing of who fired it: "Russia used North Korean missiles". Whose missiles
        are shot down launched them."""
        return self.in_war and not self.stops

    @property
    def stops(self) -> bool:
        """Whether the telling is that another's shot was stopped."""
        return stops(self.trigger, self.text, self.opens)

    @property
    def in_war(self) -> bool:
        """Whether the telling can be of use in war only."""
        return self.trigger.strike


def standing(trigger: Trigger, text: str, name: NameMatch, sentence: tuple[int, int], bounds: Boundaries) -> Standing:
    """Where a name of the same sentence stands to a telling."""
    thing = trigger.object_start
    begins = trigger.start if thing is None else thing
    return Standing(
        trigger, text, name,
        opens=sentence[0],
        low=trigger.start,
        high=trigger.end if thing is None else max(trigger.end, trigger.object_end or 0),
        head=text[max(sentence[0], name.start - 40) : name.start],
        tail=text[name.end : min(sentence[1], name.end + 90)],
        gap=text[name.end : begins] if name.end <= begins else None,
        near=bounds.crossed(min(name.end, trigger.anchor), max(name.start, trigger.anchor)),
    )  # fmt: skip


def weight(at: Standing) -> float:
    """How much speaks for it that the name tells who acted, from 0 (none does) to 9 ("fired by North Korea").

    The first rule that knows the construction decides; who only stands beside a telling is weighed last.
    """
    if at.name.start < at.trigger.start and _downs(at):
        return 0.0  # who stands before "intercepted" did not fire it
    if not at.in_war and at.name.start > at.trigger.anchor and not at.trigger.passive and at.stops:
        return 0.3  # whose missile a test's target is modelled on
    if at.told and _is_struck(at):
        return 0.0
    if at.name.kind == "site":
        return SURE
    for rule in (_behind_by, _owner, _of_owner, _inside, _came_from, _in_war, _relative):
        found = rule(at)
        if found is not None:
            return found
    return _before(at) if at.told else _behind(at)


def _is_struck(at: Standing) -> bool:
    """ "Israel hit by cluster missile", "a jet from Tehran was shot down by"."""
    if (at.in_war and not at.lent) or _BY_WHAT.match(at.text, at.trigger.anchor) is None:
        return False
    own = _IS_STRUCK.fullmatch(at.text, at.name.end, at.trigger.anchor)
    return own is not None or at.trigger.downs


def _downs(at: Standing) -> bool:
    """Whether what is told is the end of another's shot."""
    return at.in_war and not at.trigger.passive and at.stops


def _behind_by(at: Standing) -> float | None:
    """ "Fired by North Korea", "condemned by Seoul"."""
    if at.name.start < at.low - 1 or at.near >= _ANOTHER_SENTENCE or _BY.search(at.head) is None:
        return None
    if at.name.kind == "demonym" and _ITS_GROUND.match(at.tail):
        return None  # "hard by the Chinese border"
    trigger = at.trigger
    by = _BY_WHAT.match(at.text, trigger.anchor) if at.lent else None
    if by is not None and at.name.start - by.end() < _ARTICLE:
        return (
            9.0 if at.plain else 5.0
        )  # "a town hit by Russian forces with missiles", "a jet shot down by a Syrian missile"
    if _ANOTHERS_DEED.search(at.text, at.high, at.name.start) or _AND_ANOTHER.search(at.text, at.high, at.name.start):
        return None
    told = _OF_THE_NEWS.fullmatch(at.text, at.high, at.name.start) if trigger.object_start is None else None
    if told is not None and tag_of(told["deed"]) == "done" and told["deed"] not in word_lists()["done_to_it"]:
        return 0.3  # who did what is said of the launch
    active = trigger.object_start is not None and not trigger.passive and not at.in_war
    if active or _DONE_BY.search(at.text, max(at.opens, at.name.start - 110), at.name.start):
        return 0.5  # who did it stands before an active verb
    return 9.0 if at.plain else 5.0


def _owner(at: Standing) -> float | None:
    """ "North Korea's missile launch"; in war only of those who fight it: "a Houthi missile was fired at"."""
    if at.gap is None:
        return None
    if at.lent:
        return 5.0 if at.trigger.passive and _at_war(at.name) and _noun_phrase(at.gap) else None
    if at.trigger.anchor < at.name.start and not at.trigger.passive and not at.in_war and _noun_phrase(at.gap):
        return OWNED_ONLY
    watches = at.trigger.passive and at.name.kind in {"state", "metonym"} and _DOES.match(at.gap) is not None
    return 8.0 if not watches and _noun_phrase(at.gap) and not _SOURCE_BEFORE.search(at.head) else None


def _of_owner(at: Standing) -> float | None:
    """ "Missiles of the North"."""
    end = at.trigger.object_end
    if at.lent or end is None or not at.plain or _OF.fullmatch(at.text, end, at.name.start) is None:
        return None
    return OWNED


def _inside(at: Standing) -> float | None:
    """ "Fired two North Korean missiles"."""
    if at.lent or not (at.low <= at.name.start and at.name.end <= at.high):
        return None
    inside = "," not in at.text[at.low : at.name.start] and _noun_phrase(at.text[at.name.end : at.high])
    return (7.0 if at.trigger.passive or at.in_war else OWNED_ONLY) if inside else None


def _came_from(at: Standing) -> float | None:
    """ "A missile from Yemen hit an airport"."""
    end = at.trigger.object_end
    if end is None or not at.trigger.passive or not at.plain or not end <= at.name.start <= at.trigger.anchor:
        return None
    return OWNED if _CAME_FROM.fullmatch(at.text, end, at.name.start) else None


def _in_war(at: Standing) -> float | None:
    """ "A missile fired at Riyadh from Yemen": of the names in a telling of war only whence it came counts."""
    if not at.in_war or (at.lent and at.name.start <= at.trigger.anchor):
        return None
    if at.trigger.object_start is None and at.plain and _STRIKE_FROM.fullmatch(at.text, at.high, at.name.start):
        return OWNED  # "a missile strike from neighbouring Iran"
    known = at.trigger.object_start is not None or at.trigger.passive
    left = at.plain and at.lent and known and at.near < CLAUSE and _FAR_FROM.search(at.head) is None
    return SURE if left and _RIGHT_FROM.search(at.head) is not None else 0.3


def _relative(at: Standing) -> float | None:
    """ "The missiles that North Korea fired"."""
    end = at.trigger.object_end
    if end is None or not (end <= at.name.start and at.told) or at.name.kind == "person":
        return None
    if _WHICH.fullmatch(at.text, end, at.name.start) is None:
        return None
    return 8.0 if at.near < 1.0 else 3.0


def _before(at: Standing) -> float:
    """A name before the telling: its subject, a speaker ("Seoul said"), or one that stands aside ("toward Japan")."""
    if _answers(at):
        return SURE + 2.0
    spoken = SPEAKING.match(at.tail)
    if spoken is not None and at.near < _FAR and _is_anothers(at, spoken):
        return _of_speaker(at, spoken)
    subject = _SUBJECT.fullmatch(at.text, at.name.end, at.trigger.anchor)
    if _SOURCE_BEFORE.search(at.head) and not subject:
        return 0.3
    acts = at.plain or at.name.kind == "body"
    if at.plain and not at.trigger.passive and _WHICH_DID.fullmatch(at.text, at.name.end, at.trigger.anchor):
        return SURE + 2.0
    if acts and not at.trigger.passive and at.trigger.shape is Shape.CLAUSE and subject:
        return 6.0  # "after North Korea fired", "the South's military fired"
    return 0.6 if _stands_aside(at) else (6.0 if at.plain else 4.0) - min(at.near, 4.0)


def _answers(at: Standing) -> bool:
    """ "The South answered the North's test by firing": who does the one does the other, whoever is named between."""
    if at.trigger.passive or at.trigger.shape is not Shape.CLAUSE or not (at.plain or at.name.kind == "body"):
        return False
    if (
        at.text[max(0, at.trigger.anchor - 3) : at.trigger.anchor - 1].lower() != "by"
    ):  # most tellings stand behind none
        return False
    return _DID_SO_BY.fullmatch(at.text, at.name.end, at.trigger.anchor) is not None


def _of_speaker(at: Standing, spoken: re.Match[str]) -> float:
    """ "North Korea said it had fired" tells its own, "South Korea said the North" another's."""
    if _THAT_IT.match(at.text, at.name.end + spoken.end()):
        return 6.0
    if at.plain and _OF_ITS_OWN.match(at.text[at.name.end : at.trigger.start]):
        return 4.6
    return 1.0 if not _SOURCE_BEFORE.search(at.head) else 0.3


def _is_anothers(at: Standing, spoken: re.Match[str]) -> bool:
    """Whether the verb of speaking behind the name goes before the telling, and is not the telling itself."""
    begin, end = at.name.end + spoken.start(), at.name.end + spoken.end()
    return end <= at.trigger.anchor + 1 and not begin <= at.trigger.anchor < end


def _stands_aside(at: Standing) -> bool:
    """Whether a name before the telling is a goal, a place or a companion: "shrugged off appeals from Beijing and"."""
    whence = at.plain and at.name.end <= at.low and _RIGHT_FROM.search(at.head) is not None
    return (
        whence
        or at.trigger.passive
        or ASIDE.search(at.head) is not None
        or _SECOND_ASIDE.search(at.head) is not None
        or (at.name.kind == "demonym" and _ITS_GROUND.match(at.tail) is not None)
        or _BACKS.match(at.tail) is not None
        or _in_an_aside(at)
    )


def _in_an_aside(at: Standing) -> bool:
    """Whether a name closes a relative clause or an apposition to what went before, and a comma follows."""
    if _CLOSES.match(at.tail) is None:
        return False
    return _IN_AN_ASIDE.search(at.text, max(at.opens, at.name.start - _ASIDE_REACH), at.name.start) is not None


def _behind(at: Standing) -> float:
    """A name behind the telling: whence it came, the state on whose soil a bomb was tested, or one that stands aside."""
    if (
        at.plain
        and at.trigger.types[:1] == ("nuclear_test",)
        and _ON_ITS_SOIL.fullmatch(at.text, at.high, at.name.start)
    ):
        return 9.0
    if _SOMEWHERE_FROM.search(at.head) and _FAR_FROM.search(at.head) is None:
        return 8.0 if at.plain and _downs(at) else 3.0 - min(at.near, 2.0)
    return 0.2 if ASIDE.search(at.head) or _SOURCE_BEFORE.search(at.head) else 0.8


def _at_war(name: NameMatch) -> bool:
    """Whether a name is of a state at war, or of a body of one: its missiles it fires itself."""
    return bool(getattr(name.entry, "at_war", ())) or (name.kind == "body" and state_of(name) is not None)


def _noun_phrase(gap: str) -> bool:
    """Whether only modifiers stand between a demonym or a possessive and the noun."""
    return (
        len(gap) < 70
        and re.fullmatch(r"(?:['’]s?)?(?:\s+[\w.'’“”\"-]+){0,7}\s*[\"“]?", gap) is not None
        and not re.search(
            r"\b(?!suspected|unidentified|unspecified|guided|powered|fuell?ed|armed|based|improved|upgraded|advanced|so-called|alleged|presumed)"
            r"(?:\w+ed\b|(?:said|says|reported|reports|detected|tracked|announced|confirmed|claimed|condemned|fired|launched|tested|has|have|had|was|were|is|of|to|by|that|and|the|from|a|an|as|while|when|after|before|but|over|with|in|on|at|near|under|beneath|its|their|his|people|residents|citizens|into|"
            r"toward|towards|off|for|against|amid|following|says?|detects?|tracks?|reports?|confirms?|condemns?|watch\w*|sees?|fears?|counts?|lists?|tallies|logs?|notes?|deplores?|denounces?|decries|slams?|blasts?|criticises?|criticizes?|protests?|regrets?|laments?|rejects?|rebukes?|assails?|welcomes?|hails?|questions?|discusses|discuss)\b)",
            gap.lower(),  # a headline has capitals: "U.S. Says North Korean Missile Test Failed"
        )
    )
