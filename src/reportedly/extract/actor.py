"""Which state did it: the actor of a trigger, from the names around it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.codebook import Codebook, NameMatch, SiteEntry
from reportedly.extract.tokens import Boundaries
from reportedly.extract.trigger import Shape, Trigger
from reportedly.fields.gated import Gated

_BY = re.compile(
    r"\bby\s+(?:the\s+)?(?:(?!(?:at|on|in|into|to|toward|towards|against|over|near|from|off)\b)\w+\s+){0,2}$",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\b(?:to|toward|towards|over|at|against|near|with|into|across|between|off|past|around|outside|of|told|on|and US|"
    r"in|inside|following|after|amid|than|like|for)\s+(?:the\s+|waters\s+\w+\s+|nearby\s+)*$",
    re.IGNORECASE,
)
_ASIDE_TOO = re.compile(  # "appeals from Beijing and Washington": of two behind one preposition the second
    r"\b(?:from|to|with|by|of|for|over|at|against|between|in|toward|towards)\s+(?:the\s+)?[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+)?,?\s+(?:and|or)\s+(?:the\s+)?$"
)
_SPEAKING = re.compile(
    r"^(?:['’]s?)?(?:\s+[\w.'’-]+){0,6}?\s*(?:\([^)]*\)\s*)?,?\s*(?:also\s+|later\s+|has\s+|have\s+|had\s+|had since\s+)?"
    r"(?:sa(?:id|ys?|ying)|announc\w+|report(?:s|ed)?\b|stat(?:es?|ed)|told|confirm\w+|detect\w+|warn\w+|condemn\w+|"
    r"believ\w+|estimat\w+|claim\w+|denounc\w+|track\w+|indicat\w+)\b",
    re.IGNORECASE,
)
_DONE_BY = re.compile(
    r"\b(?:condemn|denounc|critici[sz]|confirm|report|detect|announc|track|monitor|observ|analy[sz]|record|measur|watch|"
    r"attend|joined|followed|described|called|seen|use|intercept|down|destroy|repel|hit|struck)\w*\s+(?:(?:early|late|on|\w+day)\s+){0,3}"
    r"(?:by\s+[^.;]{2,50}?,?\s+and\s+)?by\s+(?:the\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_CLOCK_OF = re.compile(r"\s+(?:local\s+|standard\s+)?time\b", re.IGNORECASE)  # "5:14 p.m., Washington time"
_DOWNED = re.compile(r"(?:intercept|sh(?:ot|oots?|ooting) down|downed|destroy|br(?:ought|ings?) down)", re.IGNORECASE)
_FROM = re.compile(
    r"\b(?:from|out of)\s+(?:(?:the|an?|its|areas?|around|near|towns?|city|region|county|vicinity|waters|off|of|sites?|base|port|"
    r"airfield|airport|coastal|inland|\w+ern|launch|test|missile|submarine|underground)\s+)*$",
    re.IGNORECASE,
)
_STRUCK_BY = re.compile(r"\b(?:hit|struck|attacked|shelled|bombed|targeted|pounded)\s+by\s+(?:the\s+)?$", re.IGNORECASE)
_RIGHT_FROM = re.compile(r"\bfrom\s+(?:the\s+|\w+ern\s+)*$", re.IGNORECASE)
_FAR_FROM = re.compile(  # "60 km from the Polish border"
    r"\b(?:km|kilomet\w+|miles?|met(?:er|re)s|away|far|distance|days?|hours?|minutes?)\)?\s+from\s+(?:the\s+|\w+ern\s+)*$",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"[”\"’]?(?:\s+(?:that|which))?(?:\s+the)?\s+", re.IGNORECASE
)  # "the missiles that the North fired"
_AND = re.compile(
    r"(?:,|\s+and|\s+as well as|,\s+then)\s+(?:the\s+)?(?:its\s+)?(?:neighbou?r\s+|rival\s+)?", re.IGNORECASE
)
_BOTH = re.compile(r"\s*(?:,\s*)?(?:(?:have|has|had|both|each|separately|also|all)\s+)*", re.IGNORECASE)
_FORCES = (
    r"(?:\s+(?:militar(?:y|ies)|armed|joint|combined|allied|marines|forces|troops|arm(?:y|ies)|nav(?:y|ies)|units|jets|fighters))*"
    r"(?:\s+in\s+(?:South\s+)?[A-Z]\w+)?"
)
_AND_ITS_ALLY = re.compile(
    rf"{_FORCES}(?:\s*[-,&/]\s*|,?\s+and\s+|,?\s+with\s+)(?:the\s+|its\s+ally\s+)*", re.IGNORECASE
)
_TOGETHER = re.compile(
    rf"{_FORCES}\s+(?:(?:have|has|had|both|each|jointly|together|also|then|later|\w+ly)\s+)*",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"\s+(?!(?:forces|troops|rebels|guards|militants|fighters|submarines?|ships?)\b)[a-z]+[^s\W]s\s"
)  # "Seoul studies"
_MADE_THERE = re.compile(  # "US-made launchers": who made them does not fire them
    r"-(?:made|built|supplied|designed|provided|donated|backed|led|based|era|style|developed|produced|trained|type|origin|bound|friendly|funded)\b",
    re.IGNORECASE,
)
_THAT_IT_DID = re.compile(
    r"\s+(?:(?:that|which)\s+)?(?:it|they)\s+(?:(?:had|has|have)\s+)?(?:\w+ly\s+)?", re.IGNORECASE
)
_ITS_GROUND = re.compile(  # "occupying South Korean territory": what is acted on
    r"\s+(?:territory|soil|land|waters|airspace|islands?|border|cit(?:y|ies)|targets?|airfields?|bases?|ports?|capital)\b",
    re.IGNORECASE,
)
_OPENS = 20  # code points within which the subject of a sentence is named
_ACTS = frozenset({"state", "metonym", "demonym", "body"})
_OF = re.compile(
    r"\s+(?:test(?:s|ing)?\s+|launch(?:es)?\s+)?(?:of|by)\s+(?:the\s+)?$", re.IGNORECASE
)  # "missiles of the North"
_THE_ALLIES = re.compile(
    r"\bthe\s+(?:two\s+|long-?time\s+|treaty\s+)?allies\s+(?:(?:have|had|both|each|jointly|together|also|then|later|\w+ly)\s+)*$",
    re.IGNORECASE,
)
_SIDES = frozenset({"North", "South", "East", "West"})
_CLAUSE = 2.0  # the weight of boundaries behind which another clause stands
_ENOUGH = 1.5  # below it a state is only near: a speaker, a target, a neighbour
_SURE = 4.5
_OWNED = 7.0  # a noun's owner: "North Korea's launch", "a launch by Iran"
_OF_ITS_OWN = re.compile(r"\s+(?:has\s+)?(?:claim|announc|confirm|declar|admit)\w*\s+(?:a|an|its)\b", re.IGNORECASE)
_THAT_IT = re.compile(
    r"\s+(?:on \w+\s+)?(?:that\s+)?(?:it|they|he)\s+(?:had|has|have)\b"
    r"(?!\s+(?:\w+ly\s+)?[\"“‘']?(?:detect|track|observ|confirm|record|monitor|spot|notic|seen|pick|identif|captur|determin|assess))",
    re.IGNORECASE,
)
_SOURCE_BEFORE = Gated(r"\b(?:according to|citing|quoting|quoted|said|says|told|by)\s+(?:the\s+)?$", re.IGNORECASE)
_SUBJECT = re.compile(  # "he said Russia has fired", "after Pakistan carried out a test"
    r"\s+(?:(?:has|have|had|also|later|again|then|\w+ly)\s+){0,3}"
    r"(?:(?:conducted|carried out|held|staged|performed|made|ran|undertook)\s+(?:(?!(?:in|on|by|of|to)\b)[\w’'“”\"-]+\s+){1,6})?"
)


@dataclass(frozen=True, slots=True)
class Actor:
    """The acting state of a telling (ISO 3166-1 alpha-3), and whether the words leave no doubt of it."""

    state: str | None
    sure: bool = False


def actor(
    trigger: Trigger, text: str, names: Sequence[NameMatch], sentence: tuple[int, int], bounds: Boundaries
) -> Actor:
    """Who acts in a telling, as far as its sentence names it."""
    best: tuple[float, int] | None = None
    chosen: str | None = None
    users = _users(trigger, names)
    for name in names:
        if (
            (state := state_of(name) or _of_ground(trigger, text, name, bounds)) is None
            or _CLOCK_OF.match(text, name.end)
            or _MADE_THERE.match(text, name.end)
            or (users and state not in users)
        ):
            continue
        score = (
            0.0
            if name.start < trigger.start and _downs(trigger, text)
            else _score(trigger, text, name, sentence, bounds)
        )
        if score >= _ENOUGH and (best is None or (score, -abs(name.start - trigger.anchor)) > best):
            best, chosen = (score, -abs(name.start - trigger.anchor)), state
    if chosen is None and (subject := _of_pronoun(trigger, text, names, sentence)) is not None:
        return Actor(subject, sure=True)
    enough = _SURE if trigger.shape is Shape.CLAUSE else _OWNED
    if len(users) == 1 and (best is None or best[0] < enough):
        return Actor(next(iter(users)), sure=True)  # "a Hyunmoo-2 had been fired": only one state has any
    return Actor(chosen, best is not None and best[0] >= enough and "seismic_event" not in trigger.types)


def _of_pronoun(trigger: Trigger, text: str, names: Sequence[NameMatch], sentence: tuple[int, int]) -> str | None:
    """The state that opens the sentence, where a clause within says what "it" did: "China gave no notice of the ICBM it
    fired"."""
    if trigger.object_end is None or not _THAT_IT_DID.match(text, trigger.object_end, trigger.anchor):
        return None
    first = next((n for n in names if n.kind in {"state", "metonym"}), None)
    if first is None or first.start - sentence[0] > _OPENS or _SPEAKING.match(text[first.end : trigger.start]):
        return None
    return first.id


def namesakes(codebook: Codebook) -> Mapping[str, tuple[str, ...]]:
    """What states of one name are called together, with them: "Koreas"."""
    named: dict[str, tuple[str, ...]] = {}
    for state in codebook.states.values():
        head, _, last = state.name.rpartition(" ")
        if head in _SIDES:
            named[f"{last}s"] = (*named.get(f"{last}s", ()), state.id)
    return {name: states for name, states in named.items() if len(states) > 1}


def joint_actors(
    trigger: Trigger, text: str, names: Sequence[NameMatch], codebook: Codebook, alike: Mapping[str, tuple[str, ...]],
    hosts: tuple[str, ...] = (),
) -> tuple[str, ...]:  # fmt: skip
    """The states that act together in a clause: each on its own ("India and Pakistan both tested", "two Koreas fire"), or
    the one of two allies that what they fire together is counted for ("South Korea and the United States fired", "the allies
    fired"); `hosts` are such states of the report."""
    if trigger.shape is not Shape.CLAUSE or trigger.passive:
        return ()
    head = text[max(0, trigger.start - 30) : trigger.start]
    if hosts and _THE_ALLIES.search(head):
        return hosts[:1]
    for name, states in alike.items():
        if (place := head.rfind(name)) >= 0 and _BOTH.fullmatch(head, place + len(name)):
            return states
    ahead = [n for n in names if n.kind in _ACTS and n.end <= trigger.start]
    if len(ahead) < 2 or state_of(ahead[-1]) == state_of(ahead[-2]):
        return ()
    left, right = ahead[-2:]
    host = _host(codebook, state_of(left), state_of(right))
    if host is not None:
        joined = _AND_ITS_ALLY.fullmatch(text, left.end, right.start)
        return (host,) if joined and _TOGETHER.fullmatch(text, right.end, trigger.start) else ()
    if not text[left.end : right.start].strip(", ") and text[: left.start].rstrip(" ")[-1:] not in {"", "\n"}:
        return ()  # "before he left for Tokyo, the North fired"
    each = {left.kind, right.kind} <= {"state", "metonym"} and _AND.fullmatch(text, left.end, right.start) is not None
    return (left.id, right.id) if each and _BOTH.fullmatch(text, right.end, trigger.start) is not None else ()


def hosts_of(names: Sequence[NameMatch], codebook: Codebook) -> tuple[str, ...]:
    """The states named in a report whose ally is named too, the one named first before the others."""
    named = tuple(dict.fromkeys(n.id for n in names if n.kind in {"state", "demonym"}))
    entries = ((s, codebook.states[s]) for s in named if s in codebook.states)
    return tuple(s for s, entry in entries if any(ally in named for ally in entry.allies))


def _host(codebook: Codebook, left: str | None, right: str | None) -> str | None:
    """The one of two allies whose ally the other is."""
    if left is None or right is None:
        return None
    pairs = ((left, right), (right, left))
    return next((a for a, b in pairs if a in codebook.states and b in codebook.states[a].allies), None)


def _downs(trigger: Trigger, text: str) -> bool:
    """Whether what is told is the end of another's shot: who stands before "intercepted" did not fire it."""
    war = trigger.types == ("combat_use",)
    return war and not trigger.passive and _DOWNED.match(text, trigger.anchor) is not None


def _of_ground(trigger: Trigger, text: str, name: NameMatch, bounds: Boundaries) -> str | None:
    """The state of the ground that a thing left, where no other state uses it: "lifted off from Yangdok"."""
    entry = name.entry
    if not isinstance(entry, SiteEntry) or entry.users or name.start < trigger.start:
        return None
    head = text[max(trigger.start, name.start - 40) : name.start]
    if bounds.crossed(trigger.anchor, name.start) >= _CLAUSE or _FROM.search(head) is None:
        return None
    return entry.state


def _users(trigger: Trigger, names: Sequence[NameMatch]) -> frozenset[str]:
    """The states that have the weapon a telling names, where it is no use in war: others fire what they were given."""
    low, high = trigger.object_start, trigger.object_end
    if low is None or high is None or "combat_use" in trigger.types:
        return frozenset()
    weapons = (n.entry for n in names if n.kind == "weapon" and low <= n.start and n.end <= high)
    return frozenset(
        s for w in weapons for s in (getattr(w, "state", None), *getattr(w, "users", ())) if isinstance(s, str)
    )


def state_of(name: NameMatch) -> str | None:
    """The state a name speaks of: the state itself, or the one its body, person or weapon belongs to."""
    if name.kind in {"state", "demonym", "metonym"}:
        return name.id
    if name.kind in {"body", "person"}:
        return getattr(name.entry, "state", None)
    return None


def _score(trigger: Trigger, text: str, name: NameMatch, sentence: tuple[int, int], bounds: Boundaries) -> float:
    if name.kind == "site":
        return _SURE
    head = text[max(sentence[0], name.start - 40) : name.start]
    tail = text[name.end : min(sentence[1], name.end + 90)]
    near = bounds.crossed(min(name.end, trigger.anchor), max(name.start, trigger.anchor))
    plain = name.kind in {"state", "demonym", "metonym"}
    if trigger.object_start is not None:
        low, high = trigger.start, max(trigger.end, trigger.object_end or 0)
    else:
        low, high = trigger.start, trigger.end
    if name.start >= low - 1 and _BY.search(head) and near < 2.5:
        done = _DONE_BY.search(text, max(sentence[0], name.start - 110), name.start)
        struck = trigger.types == ("combat_use",)  # "was struck by a missile fired by"
        if struck and _STRUCK_BY.search(head) is not None:
            return 9.0 if plain else 5.0  # "a town hit by Russian forces with missiles"
        active = (
            trigger.object_start is not None and not trigger.passive and not struck
        )  # who did it stands before an active verb
        return 0.5 if done or active else 9.0 if plain else 5.0
    phrase_start = trigger.object_start if trigger.object_start is not None else trigger.start
    gap = text[name.end : phrase_start] if name.end <= phrase_start else None
    made = trigger.types == ("combat_use",) and not _DOWNED.match(text, trigger.anchor)  # "Russia used North Korean
    # missiles": the maker is not the actor, but whose missiles are shot down launched them
    if made and trigger.passive and gap is not None and _at_war(name) and _noun_phrase(gap):
        return 5.0  # "a Houthi missile was fired at"
    watches = trigger.passive and name.kind in {"state", "metonym"} and gap is not None and _DOES.match(gap) is not None
    if not made and gap is not None and not watches and _noun_phrase(gap) and not _SOURCE_BEFORE.search(head):
        return 8.0
    if not made and trigger.object_end is not None and plain and _OF.fullmatch(text, trigger.object_end, name.start):
        return _OWNED
    inside = low <= name.start and name.end <= high and "," not in text[low : name.start]
    if not made and inside and _noun_phrase(text[name.end : high]):
        return 7.0
    if trigger.types == ("combat_use",) and (not made or name.start > trigger.anchor):
        known = trigger.object_start is not None or trigger.passive
        left = plain and made and known and near < _CLAUSE and _FAR_FROM.search(head) is None
        return _SURE if left and _RIGHT_FROM.search(head) is not None else 0.3  # "missile fired at Riyadh from Yemen"
    if (
        trigger.object_end is not None
        and trigger.object_end <= name.start < name.end <= trigger.anchor
        and name.kind != "person"
        and _WHICH.fullmatch(text, trigger.object_end, name.start) is not None
    ):
        return 8.0 if near < 1.0 else 3.0  # "the missiles that North Korea fired"
    if name.end <= trigger.anchor:
        if _SPEAKING.match(tail) and bounds.crossed(name.end, trigger.anchor) < 50:
            spoken = _SPEAKING.match(tail)
            if (
                spoken is not None
                and name.end + spoken.end() <= trigger.anchor + 1
                and not _is_own_verb(trigger, name, spoken)
            ):
                if _THAT_IT.match(text, name.end + spoken.end()):
                    return 6.0
                if plain and _OF_ITS_OWN.match(text[name.end : trigger.start]):
                    return 4.6
                return 1.0 if not _SOURCE_BEFORE.search(head) else 0.3
        if _SOURCE_BEFORE.search(head) and not _SUBJECT.fullmatch(text, name.end, trigger.anchor):
            return 0.3
        if (
            plain
            and not trigger.passive
            and trigger.shape is Shape.CLAUSE
            and _SUBJECT.fullmatch(text, name.end, trigger.anchor)
        ):
            return 6.0  # "after North Korea fired"
        whence = (
            plain and name.end <= low and _RIGHT_FROM.search(head)
        )  # "shrugged off appeals from Beijing and launched"
        if (
            whence
            or _ASIDE.search(head)
            or _ASIDE_TOO.search(head)
            or trigger.passive
            or (name.kind == "demonym" and _ITS_GROUND.match(tail))
        ):
            return 0.6
        return (6.0 if plain else 4.0) - min(near, 4.0)
    if re.search(r"\bfrom\s+(?:\w+\s+){0,3}$", head) and _FAR_FROM.search(head) is None:
        if plain and _downs(trigger, text):
            return 8.0
        return 3.0 - min(near, 2.0)
    return 0.2 if _ASIDE.search(head) or _SOURCE_BEFORE.search(head) else 0.8


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
            r"(?:\w+ed\b|(?:said|says|reported|reports|detected|tracked|announced|confirmed|claimed|condemned|fired|launched|tested|has|have|had|was|were|is|of|to|by|that|and|the|from|a|an|as|while|when|after|before|but|over|with|in|on|at|near|into|"
            r"toward|towards|off|for|against|amid|following|says?|detects?|tracks?|reports?|confirms?|condemns?|watch\w*|sees?|fears?)\b)",
            gap.lower(),  # a headline has capitals: "U.S. Says North Korean Missile Test Failed"
        )
    )


def _is_own_verb(trigger: Trigger, name: NameMatch, spoken: re.Match[str]) -> bool:
    return name.end + spoken.start() <= trigger.anchor < name.end + spoken.end()


_ITS_OWN = re.compile(r"\s+(?:\w+[ -]){0,3}(?:missiles?|rockets?|nuclear|launch|test|ICBM|satellite|shells?|leader)\b")
_ORIGIN = re.compile(
    r"\b(?:missiles?|rockets?|shells?|rounds?|projectiles?|launched|fired|came) from (?:the )?$", re.IGNORECASE
)
_SHARE = 0.4  # of the weight of the most named state, from which a watched one is taken for the actor
_LOOKER_ON = "detector"  # a body that tells of others' launches
_WEIGHT = {"weapon": 3.0, "site": 3.0, "state": 1.0, "demonym": 1.0, "metonym": 2.0, "person": 0.5, "body": 0.5}


def leading_state(
    actors: Sequence[Actor],
    names: Sequence[NameMatch],
    text: str,
    headline_end: int,
    watched: frozenset[str] = frozenset(),
) -> str | None:
    """The state most tellings surely act for; where none does, the one whose weapons, sites and people are most named,
    a `watched` one before those who look on."""
    sure = [a.state for a in actors if a.state and a.sure]
    if sure:
        counted = Counter(sure)
        return max(counted, key=lambda state: (counted[state], -sure.index(state)))
    weights: Counter[str] = Counter()
    spoken: set[str] = set()
    seen: set[str] = set()
    for name in names:
        state = state_of(name) or getattr(name.entry, "state", None)
        if getattr(name.entry, "cls", None) == _LOOKER_ON:
            continue
        if state and name.kind in _WEIGHT and not (name.kind == "weapon" and name.id in seen):
            seen.add(name.id)
            weight = 30 * (2 if name.start < headline_end else 1)  # whoever has it may have fired it
            weights.update(dict.fromkeys(getattr(name.entry, "users", ()) if name.kind == "weapon" else (), weight))
            spoken |= {state} if name.kind not in {"weapon", "site"} else set()
            weights[state] += (
                60 * (3 if name.start < headline_end else 1)
                if _ORIGIN.search(text[max(0, name.start - 40) : name.start])
                else 0
            )
            weights[state] += int(10 * _WEIGHT[name.kind]) * (2 if name.start < headline_end else 1)
            weights[state] += 60 if name.kind == "demonym" and _ITS_OWN.match(text, name.end) else 0
    weights.update(Counter({a.state: 40 for a in actors if a.state}))
    most = max(weights.values(), default=0)
    first = max(
        (s for s in weights if weights[s] == most or (s in watched and s in spoken and weights[s] >= _SHARE * most)),
        key=lambda state: (state in watched and state in spoken, weights[state]), default=None,
    )  # fmt: skip
    return first if first in spoken else _user_named(names, first) or first


def _user_named(names: Sequence[NameMatch], maker: str | None) -> str | None:
    """Of the states that have a weapon of a maker who is not named himself the first that is: "Britain's Trident"."""
    weapons = [n.entry for n in names if n.kind == "weapon" and getattr(n.entry, "state", None) == maker]
    users = {user for weapon in weapons for user in getattr(weapon, "users", ())}
    return next((state for n in names if (state := state_of(n)) in users), None)
