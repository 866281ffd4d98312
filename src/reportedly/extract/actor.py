"""Which state did it: the actor of a trigger, from the names around it."""

import re
from collections.abc import Sequence

from reportedly.codebook import NameMatch, SiteEntry
from reportedly.extract.standing import CLAUSE, ENOUGH, OWNED, SPEAKING, SURE, standing, weight
from reportedly.extract.state_of import state_of
from reportedly.extract.tokens import Boundaries
from reportedly.extract.trigger import Shape, Trigger
from reportedly.frozen import dataclass
from reportedly.patterns import compiled

_CLOCK_OF = compiled(r"\s+(?:local\s+|standard\s+)?time\b", re.IGNORECASE)  # "5:14 p.m., Washington time"
MADE_THERE = compiled(  # "US-made launchers": who made them does not fire them
    r"-(?:made|built|supplied|designed|provided|donated|backed|led|based|era|style|developed|produced|trained|type|origin|bound|friendly|funded|flagged|owned|registered|operated|managed|allied)\b",
    re.IGNORECASE,
)
_UNREAL = compiled(  # "a mock North Korean missile": what is only played the part of
    r"\b(?:mock|simulated|simulating|dummy|surrogate|hypothetical|imaginary|fictitious|replica|mimick\w+|imitat\w+|resembl\w+|represent(?:ing|s)|like)\s+(?:an?\s+|the\s+)?(?:(?:potential|possible|future|notional|[A-Z]\w+(?:ian|ean|ese|i))\s+)?$",
    re.IGNORECASE,
)
_UNREAL_REACH = 30  # code points
_FROM = compiled(
    r"\b(?:from|out of)\s+(?:(?:the|an?|its|areas?|around|near|towns?|city|region|county|vicinity|waters|off|of|sites?|base|port|"
    r"airfield|airport|coastal|inland|\w+ern|launch|test|missile|submarine|underground)\s+)*$",
    re.IGNORECASE,
)
_THAT_IT_DID = compiled(r"\s+(?:(?:that|which)\s+)?(?:it|they)\s+(?:(?:had|has|have)\s+)?(?:\w+ly\s+)?", re.IGNORECASE)
_THAT = compiled(r"\s+(?:(?:that|which)\s+)?(?:the\s+)?", re.IGNORECASE)
_CARRIED_OUT = compiled(  # "the five tests that India carried out"
    r"\s+(?:(?:had|has|have)\s+)?(?:\w+ly\s+)?(?:conducted|carried out|held|staged|performed|made|set off|detonated|fired|launched)\b",
    re.IGNORECASE,
)
_ITSELF = compiled(  # from a subject to its verb: "Polish soldiers have", "the Dutch frigate De Ruyter"
    r"(?:['’]s?)?(?:\s(?!(?:that|which|who|after|as|when|while|and|but|of|to|in|on|at|for|from|by|over|against|with|says?|said|saw|sees)\b)[\w.’'-]+){0,6}\s"
)
_SAID_OUTRIGHT = 6.0  # the subject of the deed itself: "Iran test-fires Silkworm"
_IN_A_ROW = compiled(r",? and (?:the )?|, (?:the )?")
_ANSWERS_WITH = compiled(  # "South Korea's military struck back soon with a missile exercise", "the Soviet Union followed with a test"
    r"(?:['’]s?)?(?:\s(?!(?:said|says|that|after|when|which|who)\b)[\w’'-]+){0,4}?\s(?:answered|responded|replied|retaliated|reacted|countered|followed|led the way|went first|(?:hit|struck|fired|shot) back)"
    r"(?:\s(?!(?:that|after|when|which|who|said)\b)[\w’'-]+){0,5}?\s(?:with|by)\s(?:(?!(?:of|from|by)\b)[\w’'-]+\s){0,7}"
)
_MANY = 3  # who do it together; which of two does is told elsewhere (allies.py)
_NAMING = 45  # code points between a weapon's name and its thing
_ITS_KIND = compiled(  # between a weapon's name and its thing
    r"[\"”’]?(?:,\s(?:an?|the|its|one of its))?\s(?:(?!(?:and|or|of|for|to|by|with|the|its|against|from|than|like)\b)[\w-]+\s){0,4}\(?"
)
_ITS_NAME = compiled(r",?\s(?:(?:an?|the|called|named|dubbed|known as)\s)?[\"“‘]?")
_ITS = compiled(r"\b(?:its|their)(?:\s[\w’'-]+){0,4}\s$")
_OWNERS = frozenset({"state", "metonym"})
_BESIDE = compiled(r"\b(?:in|inside|into|to|over|at|against|from|with|near|off|of|for|on|told)\s(?:the\s)?$")
_OPENS = 20  # code points within which the subject of a sentence is named


@dataclass(frozen=True, slots=True)
class Actor:
    """The acting state of a telling (ISO 3166-1 alpha-3), and whether the words leave no doubt of it."""

    state: str | None
    sure: bool = False


def actor(
    trigger: Trigger, text: str, names: Sequence[NameMatch], sentence: tuple[int, int], bounds: Boundaries
) -> Actor:
    """Who acts in a telling, as far as its sentence names it."""
    for name in reversed(names):  # the nearest first
        if (
            name.end < trigger.start
            and _ANSWERS_WITH.fullmatch(text, name.end, trigger.start)
            and (own := _first_of_many(name, names, text, least=1))
        ):
            return Actor(own, sure=True)
        if (
            name.start > trigger.end
            and _THAT.fullmatch(text, trigger.end, name.start)
            and _CARRIED_OUT.match(text, name.end)
            and (own := state_of(name))
        ):
            return Actor(own, sure=True)
    best: tuple[float, int] | None = None
    chosen: str | None = None
    users = _users(trigger, names, text)
    own_hand = trigger.shape is Shape.CLAUSE and not trigger.passive and trigger.object_start is not None
    own_hand = own_hand and any(state_of(n) and _ITSELF.fullmatch(text, n.end, trigger.start) for n in names)
    for name in names:
        if (
            (state := state_of(name) or _of_ground(trigger, text, name, bounds)) is None
            or (own_hand and trigger.anchor < name.start < trigger.end)  # "an American Patriot"
            or _CLOCK_OF.match(text, name.end)
            or MADE_THERE.match(text, name.end)
            or _is_unreal(text, name)
        ):
            continue
        score = weight(standing(trigger, text, name, sentence, bounds))
        if users and state not in users and (score < _SAID_OUTRIGHT or trigger.shape is not Shape.CLAUSE):
            continue  # whoever else stands there looks on
        if score >= ENOUGH and (best is None or (score, -abs(name.start - trigger.anchor)) > best):
            best, chosen = (score, -abs(name.start - trigger.anchor)), _first_of_many(name, names, text) or state
    subject = _of_pronoun(trigger, text, names, sentence) if chosen is None else None
    subject = subject or (_of_possessive(trigger, text, names, sentence) if best is None or best[0] < SURE else None)
    if subject is not None:
        return Actor(subject, sure=True)
    enough = SURE if trigger.shape is Shape.CLAUSE else OWNED
    if len(users) == 1 and (best is None or best[0] < enough):
        return Actor(next(iter(users)), sure=True)  # "a Hyunmoo-2 had been fired": only one state has any
    return Actor(chosen, best is not None and best[0] >= enough)


def _first_of_many(name: NameMatch, names: Sequence[NameMatch], text: str, *, least: int = _MANY) -> str | None:
    """The first of three states or more that do it together: "American, British and French ships"."""
    row = [name]
    for before in reversed([n for n in names if n.end < name.start and n.kind == name.kind]):
        if _IN_A_ROW.fullmatch(text, before.end, row[-1].start) is None:
            break
        row.append(before)
    return state_of(row[-1]) if len(row) >= least else None


def _is_unreal(text: str, name: NameMatch) -> bool:
    """Whether something only plays the part of a state's missile."""
    return _UNREAL.search(text, max(0, name.start - _UNREAL_REACH), name.start) is not None


def _of_pronoun(trigger: Trigger, text: str, names: Sequence[NameMatch], sentence: tuple[int, int]) -> str | None:
    """The state that opens the sentence, where a clause within says what "it" did: "China gave no notice of the ICBM it
    fired"."""
    if trigger.object_end is None or not _THAT_IT_DID.match(text, trigger.object_end, trigger.anchor):
        return None
    first = next((n for n in names if n.kind in {"state", "metonym"}), None)
    if first is None or first.start - sentence[0] > _OPENS or SPEAKING.match(text[first.end : trigger.start]):
        return None
    return first.id


def _of_possessive(trigger: Trigger, text: str, names: Sequence[NameMatch], sentence: tuple[int, int]) -> str | None:
    """The state whose thing it is: "India after its missile landed", and no one "in", "over" or "from" which it was."""
    thing = trigger.start if trigger.object_start is None else trigger.object_start
    owned = _ITS.search(text, sentence[0], thing)
    if trigger.strike or owned is None or owned.start() < trigger.anchor < thing:
        return None
    ahead = (n for n in reversed(names) if sentence[0] <= n.start and n.end <= owned.start() and n.kind in _OWNERS)
    return next((n.id for n in ahead if not (_BESIDE.search(text, sentence[0], n.start) or _tells(text, n))), None)


def _tells(text: str, name: NameMatch) -> bool:
    """Whether a state only stands between commas as who says it: "flew 500 km, Seoul said, in its first test"."""
    return text.endswith(", ", 0, name.start) and SPEAKING.match(text[name.end : name.end + 60]) is not None


def _of_ground(trigger: Trigger, text: str, name: NameMatch, bounds: Boundaries) -> str | None:
    """The state of the ground that a thing left, where no other state uses it: "lifted off from Yangdok"."""
    entry = name.entry
    if not isinstance(entry, SiteEntry) or entry.users or name.start < trigger.start:
        return None
    head = text[max(trigger.start, name.start - 40) : name.start]
    if bounds.crossed(trigger.anchor, name.start) >= CLAUSE or _FROM.search(head) is None:
        return None
    return entry.state


def _users(trigger: Trigger, names: Sequence[NameMatch], text: str) -> frozenset[str]:
    """The states that have the weapon a telling names, where it is no use in war: others fire what they were given."""
    low, high = trigger.object_start, trigger.object_end
    if low is None or high is None or trigger.strike:
        return frozenset()
    beside = [
        n for n in names
        if n.kind == "weapon" and low - _NAMING <= n.start <= high + _NAMING and not _is_unreal(text, n)
    ]  # fmt: skip
    weapons = [n for n in beside if low <= n.start and n.end <= high] or [
        n for n in beside if _is_of(n, low, high, text)
    ]
    return frozenset(
        s
        for w in weapons
        for s in (getattr(w.entry, "state", None), *getattr(w.entry, "users", ()))
        if isinstance(s, str)
    )


def _is_of(weapon: NameMatch, low: int, high: int, text: str) -> bool:
    """Whether a weapon's name says what a thing is: "Hyunmoo-2C short-range missiles", "a Hyunmoo-2, a short-range missile"."""
    if weapon.end <= low:
        return _ITS_KIND.fullmatch(text, weapon.end, low) is not None
    return weapon.start >= high and _ITS_NAME.fullmatch(text, high, weapon.start) is not None
