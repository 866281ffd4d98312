"""What a codebook holds, as frozen data: one dataclass a kind of entry."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Literal

from reportedly.frozen import dataclass

Sort = Literal[
    "missile", "cruise", "guns", "space", "strike", "blast", "quake",
    "findings", "statement", "meeting", "transfer", "facility", "measure", "retraction",
]  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)  # as of cues: what is made of them is kept by them
class Evidence:
    """What tells an affair in one clause: one of the `acts` (verbs in base form) beside one of the `things`. Where they
    are given the sentence must also name so many `states`, an official, or one of the words of `beside`. Without `things`
    the states stand before the act: they do it together."""

    acts: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    states: int = 0
    officials: bool = False
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)  # patterns are kept by the codebook's own rows: soon told apart
class OtherNews:
    """News that is none of the incidents: one of the `acts` (verbs in base form) on one of the `things` in a clause of
    headline or lead; `labels` open a headline ("Opinion:") over what is no report; what one of the `doers` launches is no
    state's."""

    id: str
    labels: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    doers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IncidentType:
    """A kind of incident and the words that tell it: `verbs` in base form with the `objects` they take, `moves` (what an
    object does by itself: "lift off"), and `nouns` that name the incident by themselves. `only_states`: as a report's
    subject it counts for these actors alone. `announced`: it counts when it is announced, before it happens.
    `counted`: how many is asked of it. `sort` is the kind of thing it is to the rules, `classes` the weapons it is told of; those that it `fits` may
    be said of it, any where none are given. `lasts`: over how many days one may go on. `told_by` is what tells an affair in a
    headline or lead, `speaks` the words that are only counted there. `bears_on`: it is a report's subject only where headline
    or opening have one of these words, if any are given. `codes` are its nearest codes elsewhere."""

    id: str
    label: str
    definition: str = ""
    family: str = "other"
    sort: Sort | None = None
    classes: tuple[str, ...] = ()
    fits: tuple[str, ...] = ()
    include: str = ""
    exclude: str = ""
    verbs: tuple[str, ...] = ()
    moves: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    only_states: tuple[str, ...] = ()
    announced: bool = False
    counted: bool = True
    lasts: int = 0
    told_by: tuple[Evidence, ...] = ()
    bears_on: tuple[str, ...] = ()
    speaks: Evidence = Evidence()
    codes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FieldEntry:
    """A question the codebook asks of an incident: the kind of value that answers it, its unit, its closed list, and
    whose word settles it: classes of source, the first heard first ("launcher" is any organ of the acting state;
    "detector=failure" is a detector that says so)."""

    id: str
    kind: str
    unit: str | None = None
    values: tuple[str, ...] = ()
    settled_by: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class WeaponEntry:
    """A designation and its class, nothing more. A family (`members` or `is_family`) is never resolved to a member;
    a payload is what a launcher carries, not a weapon. `users` are states beside its maker's that launch it,
    `disputed` the class that others than its maker give it."""

    id: str
    name: str
    weapon_class: str
    state: str | None = None
    disputed: str | None = None
    family: str | None = None
    is_family: bool = False
    payload: bool = False
    kind: str | None = None
    users: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class SiteEntry:
    """A place: a town-level point in degrees with its precision (UCDP GED, 1 exact site to 7 water or air), or an
    area with the sites it `contains`. `users` are other states that launch or test there. `routine`: what is launched
    there is launched again and again, at the same hour to the same place, so that these single out no launch. `slips` are
    words that machine translation has put in its place: they name nothing, and a check tells of them."""

    id: str
    name: str
    state: str | None
    latitude: float | None = None
    longitude: float | None = None
    precision: int = 2
    kind: str | None = None
    aliases: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    users: tuple[str, ...] = ()
    confusable: tuple[str, ...] = ()
    routine: bool = False
    needs: tuple[str, ...] = ()
    slips: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class SeaEntry:
    """A sea or a stretch of water or coast, by name: never a point. `outline` is boxes in degrees, south, west, north and
    east, wide enough to hold all of it: they tell what cannot be reached, and are never drawn."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    within: str | None = None
    outline: tuple[tuple[float, float, float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class BodyEntry:
    """A body that can speak: its class of source (`cls`), its state, the bodies it belongs to, and the `role` it
    plays in its state ("defence_ministry"). `relays` is the body whose word it passes on: it saw nothing of its own. An
    id that begins with "?" is a role whose state the text leaves open."""

    id: str
    name: str
    cls: str
    state: str | None = None
    role: str | None = None
    aliases: tuple[str, ...] = ()
    member_of: tuple[str, ...] = ()
    relays: str | None = None
    since: date | None = None
    until: date | None = None
    needs: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person who can speak: office, body and state, and the days the office was held."""

    id: str
    name: str
    cls: str = "official"
    role: str | None = None
    body: str | None = None
    state: str | None = None
    aliases: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class StateEntry:
    """An actor state (ISO 3166-1 alpha-3): its names, demonyms, the capital that stands for its government, and the
    capital's time zone; `zones` are its others. `contextual` names ("the North") hold only where the text speaks of
    that state; in a state of `family_first` a person's two names may stand in either order. A missile that goes towards a
    state of `at_war` is fired at it; what it fires together with one of its `allies` is its own. `short` stands before a
    body's name ("US Army"). A state that `watches` others speaks of what they launch: who speaks without a state is its own
    where one of them is spoken of."""

    id: str
    name: str
    demonym: str
    capital: str
    zone: str
    zones: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    contextual: tuple[str, ...] = ()
    at_war: tuple[str, ...] = ()
    allies: tuple[str, ...] = ()
    family_first: bool = False
    short: str | None = None
    watches: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)  # what is made of them is kept by them: to hash their words takes longer
class CueClass:
    """Words that carry a stance: `certainty` is the holder's, `distance` the writer's (0 none, 1 mild, 2 strong).

    Verbs stand in their base form: `open_verbs` go with any subject, `verbs` with a known speaker, `verbs_with` only
    where one of their words follows, and none of them where one of `verbs_without` does. `said` are words that make
    what is said so ("it will ...", "we do not know ..."). `act` is what is done by saying it, `acts` that of single verbs.
    """

    id: str
    stance: str
    words: tuple[str, ...]
    certainty: str | None = None
    distance: int = 0
    act: str | None = None
    acts: Mapping[str, str | None] = field(default_factory=dict, hash=False)
    open_verbs: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    verbs_with: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    verbs_without: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    said: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class CountWord:
    """A word that counts: at least `minimum`, at most `maximum` (None is open); `of` follows it ("a salvo of")."""

    word: str
    minimum: int
    maximum: int | None
    approximate: bool = False
    of: bool = False


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of the day as a span of local clock time; the end may lie after midnight."""

    word: str
    earliest: str
    latest: str


@dataclass(frozen=True, slots=True)
class ClockWords:
    """Words that say what a clock beside them tells the time of (`id`): incident, landing, other or speech; thing and
    beside say by the subject of a verb whose time it tells."""

    id: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A derived claim that can be checked: what it looks like, and the rule in words."""

    id: str
    example: str
    rule: str
    note: str = ""


Entry = WeaponEntry | SiteEntry | SeaEntry | BodyEntry | PersonEntry | StateEntry
