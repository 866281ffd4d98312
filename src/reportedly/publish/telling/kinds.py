"""How each kind of incident is told in a clause: "North Korea fired two missiles from Kaechon on 18 September 2024"."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from reportedly.model import FindingText, Landing, Measure, Participants, Place, Statement, Term, Transfer, Weapon
from reportedly.publish.naming import WRITER, voice_name
from reportedly.publish.telling.settled import Known, listed, state_name
from reportedly.reconcile.label import CLASS_WORDS

COUNTED: Mapping[str, str] = MappingProxyType(
    {**CLASS_WORDS, "MLRS": "rocket artillery round", "SLV": "satellite launch vehicle"}
)
FIRST_ORDER = 4  # the precision of a first-order division
SPOKEN = 3  # speakers that are named
ACTS: Mapping[str, str] = MappingProxyType(
    {"condemn": "condemns", "deny": "denies", "threaten": "threatens", "urge": "urges", "announce": "announces", "protest": "protests"}
)  # fmt: skip
MEASURES: Mapping[str, str] = MappingProxyType(
    {
        "adopted": "Sanctions were adopted",
        "listed": "Names were put on a sanctions list",
        "lapsed": "Sanctions, or a mandate under them, lapsed",
        "vetoed": "A measure on sanctions was vetoed",
    }
)
OUTCOMES: Mapping[str, str] = MappingProxyType(
    {"success": "a success", "partial": "a partial success", "failure": "a failure"}
)


def missiles(known: Known) -> str:
    return _fired(known, _arms(known, "missile")) + known.place("from", "from") + known.when + _flight(known)


def cruise_missiles(known: Known) -> str:
    return _fired(known, _arms(known, "cruise missile")) + known.place("from", "from") + known.when + _flight(known)


def artillery(known: Known) -> str:
    return (
        _fired(known, _arms(known, "artillery or rocket round"))
        + known.place("from", "from")
        + known.when
        + _flight(known)
    )


def satellite(known: Known) -> str:
    weapon = known.of("weapon", Weapon)
    by = f" with {weapon.name}" if weapon else ""
    return _acted(known, "tried to launch a satellite", "A satellite launch was tried") + by + known.place("from", "from") + known.when + _outcome(known, "the attempt")  # fmt: skip


def nuclear(known: Known) -> str:
    tests = known.number("nuclear explosive test", "nuclear explosive tests")
    told = "a nuclear explosive test" if known.single else tests
    clause = _acted(known, f"carried out {told}", f"{_capital(told)} {'was' if known.single else 'were'} carried out")
    return clause + known.place("at", "in") + known.when + _sized(known)


def ground_test(known: Known) -> str:
    of = f" of {known.quoted_object}" if known.quoted_object else ""
    clause = _acted(known, f"ran an engine or static test{of}", f"An engine or static test{of} was run")
    return clause + known.place("at", "in") + known.when + _outcome(known, "the test")


def facility(known: Known) -> str:
    about = "; ".join(part for part in (known.state, known.quoted_object) if part)
    named = f" ({about})" if about else ""
    return f"A weapons-related facility{named} was shown, named or identified" + known.place("at", "in") + known.when


def transfer(known: Known) -> str:
    moved = known.of("transfer", Transfer)
    if moved is None:
        return f"Arms are said to have been moved{known.concerns}{known.when}"
    ends = [
        f" {word} {state_name(code, known.codebook)}"
        for word, code in (("from", moved.giver), ("to", moved.taker))
        if code
    ]
    return f"{_capital(moved.goods or 'arms')} are said to have gone{''.join(ends)}{known.when}"


def sanctions(known: Known) -> str:
    act = known.of("measure", Measure)
    told = MEASURES.get(act.kind) if act else None
    body = known.codebook.bodies.get(act.body or "") if act else None
    by = f" by {body.name}" if body and not body.id.startswith("?") and act and act.kind != "lapsed" else ""
    return (told or "Sanctions were adopted, listed, lapsed or vetoed") + by + known.concerns + known.when


def monitors(known: Known) -> str:
    finding = known.of("finding", FindingText)
    body = known.codebook.bodies.get(finding.by or "") if finding else None
    by = f" of {body.name}" if body and not body.id.startswith("?") else " of a monitor"
    return f"A finding{by} was published or leaked{known.concerns}{known.when}"


def statement(known: Known) -> str:
    settled = known.incident.values.get("statement")
    standing = [one for one in settled.positions if one.credibility is not None] if settled else []
    acts = list(dict.fromkeys(one.value.act for one in standing if isinstance(one.value, Statement)))
    names = sorted({voice_name(voice) for one in standing for voice in one.voices} - {WRITER})
    more = [f"{len(names) - SPOKEN} more"] if len(names) > SPOKEN else []
    by = f" by {listed([*names[:SPOKEN], *more])}" if names else ""
    that = f" that {listed([ACTS.get(act, act) for act in acts])}" if acts else ""
    return f"An official statement{that} was made{by}{known.concerns}{known.when}"


def meeting(known: Known) -> str:
    took_part = known.of("participants", Participants)
    if took_part is None:
        return f"Officials met{known.place('in', 'in') or known.concerns}{known.when}"
    names = [f"{one.name} ({one.state})" if one.state else one.name for one in took_part.people]
    return f"Officials met ({listed(names)}){known.place('in', 'in')}{known.when}"


def combat(known: Known) -> str:
    arms = _arms(known, "missile")
    clause = _acted(known, f"used {arms} in armed conflict", f"{_capital(arms)} were used in armed conflict")
    return clause + _division(known) + known.when


def quake(known: Known) -> str:
    size = known.shown("magnitude")
    return f"A seismic event{f' of {size}' if size else ''} was reported{known.place('near', 'in') or known.concerns}{known.when}"


def withdrawn(known: Known) -> str:
    by = f" by {known.state}" if known.state else ""
    return f"A report of a launch{by} was withdrawn or corrected{known.when}"


def other(known: Known) -> str:
    entry = known.codebook.types.get(known.incident.type)
    told = entry.label if entry else known.incident.type.replace("_", " ").capitalize()
    count = known.shown("count")
    number = f" (number: {count})" if count and count != "1" else ""
    return told + number + (known.place("at", "in") or known.concerns) + known.when + _outcome(known, "it")


KINDS: Mapping[str, Callable[[Known], str]] = MappingProxyType(
    {
        "missile_launch": missiles,
        "cruise_missile_launch": cruise_missiles,
        "artillery_fire": artillery,
        "satellite_launch": satellite,
        "nuclear_test": nuclear,
        "static_test": ground_test,
        "facility_disclosure": facility,
        "arms_transfer": transfer,
        "sanctions_action": sanctions,
        "monitor_report": monitors,
        "official_statement": statement,
        "diplomatic_meeting": meeting,
        "combat_use": combat,
        "seismic_event": quake,
        "withdrawn_report": withdrawn,
    }
)


def _acted(known: Known, active: str, passive: str) -> str:
    return f"{_capital(known.state)} {active}" if known.state else passive


def _fired(known: Known, arms: str) -> str:
    return _acted(known, f"fired {arms}", f"{_capital(arms)} {'was' if known.single else 'were'} fired")


def _arms(known: Known, plain: str) -> str:
    """So many of what: the class where it is settled, with the weapon's name."""
    class_, weapon = known.of("weapon_class", Term), known.of("weapon", Weapon)
    noun = COUNTED.get(class_.code, plain) if class_ else plain
    named = f"{weapon.name} {noun}" if weapon else noun
    return known.number(named, f"{named}s")


def _flight(known: Known) -> str:
    """How far, high and long, and where it came down; and what became of it."""
    far, towards, high, long_ = map(known.shown, ("distance_km", "direction", "apogee_km", "flight_time_s"))
    way = f" to the {towards}" if towards else ""
    steps = [f"flew {far}{way}" if far else f"flew{way}" if towards else ""]
    steps += [f"reached a height of {high}" if high else "", f"flew for {long_}" if long_ and not far else ""]
    steps += [f"stayed in the air for {long_}" if long_ and far else "", _down(known)]
    told = [step for step in steps if step]
    who = "it" if known.single else "they"
    flight = f"; {who} {listed(told)}" if told else ""
    return flight + _outcome(known, "the launch")


def _down(known: Known) -> str:
    found = known.of("landing", Landing)
    return f"came down “{' '.join(found.written.split())}”" if found else ""


def _outcome(known: Known, what: str) -> str:
    found = known.of("outcome", Term)
    told = OUTCOMES.get(found.code) if found else None
    return f"; {what} was called {told}" if told else ""


def _sized(known: Known) -> str:
    size, force = known.shown("magnitude").removeprefix("magnitude "), known.shown("yield_kt")
    told = [f"the magnitude was put at {size}"] if size else []
    told += [f"the yield {'' if size else 'was put '}at {force}"] if force else []
    return f"; {' and '.join(told)}" if told else ""


def _division(known: Known) -> str:
    """The first-order division it happened in, never a nearer place."""
    place = known.of("site", Place)
    if place is None:
        return ""
    if place.precision == FIRST_ORDER:
        return f" in {place.name}"
    sites = known.codebook.sites.values()
    name = next((one.name for one in sites if one.precision == FIRST_ORDER and place.id in one.contains), None)
    return f" in {name}" if name else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
