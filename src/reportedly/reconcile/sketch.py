"""What of a mention can be compared with another's, in plain terms: days, minutes of the day, place, class, figures."""

from dataclasses import field, replace
from datetime import date, timedelta

from reportedly.codebook import Codebook
from reportedly.fields.address import Days
from reportedly.frozen import dataclass
from reportedly.model import (
    NARRATOR,
    Claim,
    Count,
    DateRange,
    Derived,
    FindingText,
    Landing,
    Mention,
    Participants,
    Place,
    Quantity,
    Report,
    Role,
    Stance,
    Statement,
    Term,
    Value,
    Weapon,
)
from reportedly.patterns import compiled
from reportedly.reconcile.days import Minutes, day_after_publication, days_of, minutes_of, publication, zone_of
from reportedly.reconcile.printing import contradicts, names_of, printed_day

HIGH_FLYING, LOW = frozenset({"ICBM", "IRBM"}), 100  # km; told lower, it failed, or the figure is of another missile
DAY = timedelta(days=1)
SPOKEN = "date.spoken"  # the rule that reads the day of speech where no other day is told
TAKES_BACK = frozenset({Stance.DENIED, Stance.WITHDRAWN})
POINT = 3  # a place of this precision or better can contradict another
VAGUE_CLASSES = frozenset({"BM", "unknown"})
Ends = tuple[float, float]


IN_BOTH = (  # what a feature compares where both looks have it
    "minutes", "site", "weapon_class", "weapon", "distance", "apogee", "flight", "magnitude", "power", "areas",
    "direction", "eez", "count", "ordinals", "act", "holders", "people", "failed",
)  # fmt: skip
IN_EITHER = ("not_after", "named", "printed", "flies_high")  # what a feature asks where one of the looks has it
BITS = tuple((1 << place, name) for place, name in enumerate((*IN_BOTH, *IN_EITHER)))


@dataclass(frozen=True, slots=True)
class Look:
    """The comparable side of a mention; two mentions that look alike are compared once.

    `days` are the spans the local date may lie in: what is said and, where a clock in UTC tells otherwise, what that
    makes of it, `day` the one day it is; `partial` a date without a year or a day where there are none. `minutes` is the local clock as
    minutes of the day. `published` is the day of publication of what a report without a day is about, or the month that its address
    bears; `not_after` the last day that can have happened. `sites` are all of a salvo, where several are told. `ordinals` are ranks as told ("nth of its kind", "first in two months"). Where
    there is no day, `named` holds what is told of it ("weekday 2"), `printed` the day without a year that its report
    prints of itself, and `other_day` one that is told of it and, as its weekday is another, must be another's. `holders` are the bodies that make a statement; `lasts` is over how
    many days one of its kind may go on. `told` has a bit for each of `IN_BOTH` and `IN_EITHER` that is there.
    """

    type: str
    state: str | None
    days: tuple[Days, ...] = ()
    day: date | None = None
    partial: str | None = None
    minutes: Minutes | None = None
    site: Place | None = None
    sites: frozenset[str] = frozenset()
    weapon_class: str | None = None
    weapon: Weapon | None = None
    count: Count | None = None
    distance: Ends | None = None
    apogee: Ends | None = None
    flight: Ends | None = None
    magnitude: Ends | None = None
    power: Ends | None = None
    areas: frozenset[str] = frozenset()
    direction: str | None = None
    eez: str | None = None
    ordinals: frozenset[str] = frozenset()
    act: str | None = None
    people: frozenset[str] = frozenset()
    published: Days | None = None
    not_after: date | None = None
    named: frozenset[str] = frozenset()
    printed: str | None = None
    holders: frozenset[str] = frozenset()
    failed: bool = False
    other_day: str | None = None
    lasts: int = 0
    told: int = field(init=False, compare=False, default=0)

    def __post_init__(self) -> None:
        object.__setattr__(self, "told", sum([bit for bit, name in BITS if getattr(self, name)]))

    @property
    def flies_high(self) -> bool:
        """Whether its missile is told to be one that flies over oceans."""
        return self.weapon_class in HIGH_FLYING

    def __hash__(self) -> int:
        """By what most looks differ in; all of it would take as long as comparing them."""
        return hash((self.days, self.minutes, self.distance, self.told))


def look(mention: Mention, report: Report | None, codebook: Codebook) -> Look:
    """What of the mention can be compared."""
    zone = zone_of(mention.state, codebook)
    said, utc = _value(mention, "date") or _day_meant(mention), _value(mention, "time_utc")
    days = days_of(said, utc, zone)
    days = tuple((first - DAY, last) for first, last in days) if _only_spoken(mention) else days
    of_another = days[0][0] if days and contradicts(mention.claims, days) else None
    about = report if mention.role is Role.MAIN else None
    not_after = day_after_publication(about)
    days = () if of_another or _too_late(days, about, not_after) else days
    weapon, site, count = (_value(mention, name) for name in ("weapon", "site", "count"))
    landing = _value(mention, "landing")
    day = next((first for first, last in days if first == last), None)
    return Look(
        type=kind_of(mention, codebook),
        state=mention.state,
        days=days,
        day=day,
        partial=said.partial if isinstance(said, DateRange) and not days else None,
        minutes=minutes_of(_value(mention, "time_local"), utc, zone, days[0][0] if days else None),
        site=replace(site, written="") if isinstance(site, Place) else None,
        sites=_sites(mention, site),
        weapon_class=_class(mention),
        weapon=replace(weapon, written="") if isinstance(weapon, Weapon) else None,
        count=count if isinstance(count, Count) else None,
        distance=_ends(mention, "distance_km"),
        apogee=_ends(mention, "apogee_km"),
        flight=_ends(mention, "flight_time_s"),
        magnitude=_ends(mention, "magnitude"),
        power=_ends(mention, "yield_kt"),
        areas=frozenset(landing.areas) if isinstance(landing, Landing) else frozenset(),
        direction=_code(mention, "direction"),
        eez=_code(mention, "eez"),
        ordinals=frozenset(told for claim in mention.claims if (told := _ordinal(claim))),
        act=_act(mention),
        people=_people(mention, codebook),
        published=publication(about) if day is None else None,
        not_after=not_after if day is None else None,
        named=names_of(mention.claims) if day is None else frozenset(),
        printed=printed_day(about) if day is None and about and not about.published else None,
        holders=_holders(mention, codebook),
        other_day=f"--{of_another:%m-%d}" if of_another else None,
        failed=_code(mention, "outcome") == "failure",
        lasts=codebook.types[mention.type].lasts if mention.type in codebook.types else 0,
    )


def _only_spoken(mention: Mention) -> bool:
    """Whether all that dates it is the day on which media of its own state told of it."""
    dates = [claim for claim in mention.claims if claim.field == "date" and claim.stance not in TAKES_BACK]
    return bool(dates) and all(is_spoken(claim, mention.state) for claim in dates)


def is_spoken(claim: Claim, state: str | None) -> bool:
    """Whether a day is the one on which media of the acting state told of it: often the day after."""
    voice = claim.voices[-1]
    return claim.rule == SPOKEN and voice.kind == "state_media" and voice.state == state


def _too_late(days: tuple[Days, ...], about: Report | None, not_after: date | None) -> bool:
    """Whether a report that bears no day tells of one after the day, or month, of its address: it was read off a stamp."""
    unstamped = about is not None and about.published is None and not_after is not None
    return unstamped and bool(days) and not_after is not None and days[0][0] > not_after


def kind_of(mention: Mention, codebook: Codebook) -> str:
    """The kind of a mention: a launch whose missile is told to be a cruise missile is one of that kind."""
    cruise = codebook.one("cruise") if codebook.is_a(mention.type, "missile") else None
    return cruise if cruise is not None and _code(mention, "weapon_class") == "cruise" else mention.type


def _value(mention: Mention, name: str) -> Value | None:
    if name in mention.values:
        return mention.values[name]
    derived = mention.derived_values.get(name)
    return None if derived is None else derived.value


def _day_meant(mention: Mention) -> Value | None:
    """The day of what is only denied or taken back: it is this incident that it is said of."""
    days = {claim.value for claim in mention.claims if claim.field == "date" and claim.stance in TAKES_BACK}
    return days.pop() if len(days) == 1 else None


def _sites(mention: Mention, one: Value | None) -> frozenset[str]:
    """The sites of a salvo: those that whoever names the one of the mention names beside it."""
    said = [(claim.voices, claim.value) for claim in mention.claims if isinstance(claim.value, Place)]
    who = {voices for voices, place in said if isinstance(one, Place) and place.id == one.id}
    named = {place.id for voices, place in said if place.id and voices in who and place.precision <= POINT}
    return frozenset(named) if len(named) > 1 else frozenset()


def _code(mention: Mention, name: str) -> str | None:
    value = _value(mention, name)
    return value.code if isinstance(value, Term) else None


def _class(mention: Mention) -> str | None:
    """The class as said; None where the height told with it is not one that such a missile flies at."""
    said, height = _code(mention, "weapon_class"), _ends(mention, "apogee_km")
    return None if said in HIGH_FLYING and height is not None and height[1] < LOW else said


def _ends(mention: Mention, name: str) -> Ends | None:
    value = _value(mention, name)
    if not isinstance(value, Quantity):
        return None
    ends = [end for end in (value.minimum, value.maximum) if end is not None]
    return (min(ends), max(ends)) if ends else None


ORDINALS = frozenset({"ordinal_in_window", "rank_in_period", "gap_at_least", "first_since"})
LASTING, YEARS = compiled(r"n (?P<n>\d+)(?: months (?P<months>\d+))?"), 60
OF_RANK = ("n", "period", "days", "months", "since")


def _ordinal(claim: Claim) -> str | None:
    """A rank in a few words, the same for all who tell it: "n 6", "months 2", "since november 5"; None for no rank."""
    value = claim.value
    if not isinstance(value, Derived) or value.kind not in ORDINALS:
        return None
    told = [f"{name} {str(value.arguments[name]).lower()}" for name in OF_RANK if name in value.arguments]
    return " ".join(told) if told and told != ["n 1"] else None


def rank_of(told: str) -> str | None:
    """The number of a rank that is told of all there ever were, or of all in years; None where it counts in less."""
    found = LASTING.fullmatch(told)
    return found["n"] if found and int(found["months"] or YEARS) >= YEARS else None


def _act(mention: Mention) -> str | None:
    """The act of speech it is; a denial stands in no value, so the claims are asked."""
    value = _value(mention, "statement")
    if isinstance(value, Statement):
        return value.act
    acts = {one.act for claim in mention.claims if isinstance(one := claim.value, Statement) and one.about is None}
    return acts.pop() if len(acts) == 1 and not mention.values else None


def _people(mention: Mention, codebook: Codebook) -> frozenset[str]:
    """Who took part, or spoke under a name."""
    value = _value(mention, "participants")
    named = {person.name for person in value.people} if isinstance(value, Participants) else set[str]()
    voices = {voice for claim in mention.claims for voice in claim.voices}
    named |= {codebook.people[voice.id].name for voice in voices if voice.id in codebook.people}
    return frozenset(named)


def _holders(mention: Mention, codebook: Codebook) -> frozenset[str]:
    """The bodies that make a statement, those who said what it says themselves; of a monitors' report those who found it."""
    if codebook.is_a(mention.type, "findings"):
        found = (claim.value for claim in mention.claims if claim.field in {"finding", "limitation"})
        return frozenset(one.by for one in found if isinstance(one, FindingText) and one.by)
    if not codebook.is_a(mention.type, "statement"):
        return frozenset()
    said = {v.id for claim in mention.claims if claim.field == "statement" for v in claim.voices[-1:]}
    return frozenset(said - {NARRATOR.id})
