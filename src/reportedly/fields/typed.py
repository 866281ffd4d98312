"""A value as a person types it: "at least 2", "400 km", "2024-09-18", an id or a name of the codebook, or the JSON of it."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime

from reportedly.codebook import Codebook, WeaponEntry
from reportedly.fields import clock, count
from reportedly.fields import date as dates
from reportedly.fields.count_words import counting, nouns_of, several_of
from reportedly.fields.direction import point
from reportedly.fields.quantity import FIELD_UNITS
from reportedly.fields.quantity_amounts import amounts
from reportedly.fields.registry import FIELDS, from_json
from reportedly.fields.wording import code_of
from reportedly.model import (
    Count,
    DateRange,
    Instant,
    Landing,
    Place,
    Quantity,
    Statement,
    Term,
    Text,
    UtcClock,
    Value,
    Weapon,
)
from reportedly.model.errors import UsageError
from reportedly.patterns import compiled

Reader = Callable[[str, str, Codebook], Value | None]  # field, what was typed, codebook
MOST = 1_000_000  # fired at once; a greater number is a slip
_RANGE = compiled(r"(.+?)(?:\.\.| to )(.+)")
_PARTIAL = compiled(r"--(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_BEHIND = compiled(r"(?P<n>[\d.,]+) (?P<end>or more|at most)\b")  # as we print it ourselves
_UNIT_WORDS = {
    "km": "km",
    "s": "seconds",
    "kt": "kt",
    "magnitude": "km",
}  # amounts() wants a length where there is no unit
_UNIT_AS_SHOWN = compiled(r"(?<=\d) ?(?:s|sec)$")
_MOMENT = compiled(r"(\d{4}-\d{2}-\d{2})[ T](\d{1,2}:\d{2}) ?(?:Z|UTC|GMT)?")


def typed(field: str, written: str, codebook: Codebook) -> Value:
    """The value of the field that the words give; UsageError that shows how to write one where they give none."""
    if field not in FIELDS:
        raise UsageError(f"there is no field {field!r}; the fields are {', '.join(FIELDS)}")
    text = " ".join(written.split())
    if text.startswith("{"):
        return _from_json(field, text)
    reader, hint = READERS.get(field, (_none, "write the JSON of it, as `reportedly schema` shows it"))
    value = reader(field, text, codebook)
    if value is None:
        among = _among(field, codebook) if field in READERS else ()
        raise UsageError(
            f"{written!r} is no value of {field}: " + (f"it is one of {', '.join(among)}" if among else hint)
        )
    return value


def hint(field: str, codebook: Codebook) -> str:
    """How a value of the field is written, as it is told where one cannot be read."""
    if field not in READERS:
        return ""
    among = _among(field, codebook)
    return f"one of {', '.join(among)}" if among else READERS[field][1]


def _from_json(field: str, text: str) -> Value:
    try:
        value = from_json(field, json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        raise UsageError(f"{text} is no value of {field} ({error}); see `reportedly schema` for its shape") from None
    if value is None:
        raise UsageError(f"{field}: there is no value to put there")
    return value


def _none(field: str, text: str, codebook: Codebook) -> Value | None:
    return None


def _date(field: str, text: str, codebook: Codebook) -> DateRange | None:
    if _PARTIAL.fullmatch(text):
        return DateRange(None, None, text) if text.startswith("--") else _span_of(text)
    if (ends := _RANGE.fullmatch(text)) and (span := _days(ends[1], ends[2])):
        return span
    found = dates.find(text)
    if len(found) != 1 or found[0].written != text:
        return None
    return dates.resolve(found[0], dates.Calendar())


def _days(first: str, last: str) -> DateRange | None:
    try:
        span = DateRange(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        return None
    return span if first <= last else None


def _span_of(text: str) -> DateRange | None:
    """All days of a year or a month."""
    year, _, month = text.partition("-")
    if not 1 <= int(year) <= date.max.year - 1:
        return None
    start = date(int(year), int(month or 1), 1)
    after = date(start.year + (not month or start.month == 12), start.month % 12 + 1 if month else 1, 1)
    return DateRange(start, date.fromordinal(after.toordinal() - 1), text)


def _local(field: str, text: str, codebook: Codebook) -> Value | None:
    found = clock.find(f"at {text}")
    return clock.clock_time(found[0]) if len(found) == 1 and found[0].written == text else None


def _utc(field: str, text: str, codebook: Codebook) -> Value | None:
    text = text.removesuffix("UTC").removesuffix("GMT").removesuffix("Z").rstrip()
    about = text.startswith("about ")
    ends = _RANGE.fullmatch(text.removeprefix("about "))
    told = [_MOMENT.fullmatch(end) for end in (ends.groups() if ends else (text.removeprefix("about "),) * 2)]
    if all(told):
        first, last = (datetime.fromisoformat(f"{m[1]}T{m[2]:0>5}+00:00") for m in told if m)
        return Instant(first, last, about) if first <= last else None
    found = clock.find(f"at {text}")
    if len(found) != 1 or found[0].written != text:
        return None
    one = clock.utc_clock(found[0])
    return UtcClock(one.earliest, one.latest, one.approximate)


def _count(field: str, text: str, codebook: Codebook) -> Count | None:
    if amounts(text):
        return None
    finder = counting(nouns_of(codebook), several_of(codebook.count_words))
    for phrase in (text, f"{text} missiles"):
        found = [one for one in count.find(phrase, finder) if one.says_number and one.written == phrase]
        bare = phrase == text or (found and not phrase[found[0].number_end : found[0].noun_start].strip())
        if found and bare and 1 <= found[0].value.minimum <= MOST:
            return found[0].value
    return None


def _quantity(field: str, text: str, codebook: Codebook) -> Quantity | None:
    unit = FIELD_UNITS[field]
    text = _BEHIND.sub(lambda m: f"{'at least' if m['end'] == 'or more' else 'at most'} {m['n']}", text)
    text = _UNIT_AS_SHOWN.sub(" seconds", text) if unit == "s" else text.removeprefix("magnitude ")
    if text[-1:].isdigit():
        text = f"{text} {_UNIT_WORDS[unit]}"
    found = amounts(text)
    if len(found) != 1 or (found[0].start, found[0].right) != (0, len(text)):
        return None
    one = found[0]
    fits = one.unit.canonical == unit or (unit == "magnitude" and text.endswith(" km"))
    return Quantity(one.low, one.high, unit, one.approximate) if fits else None


def _term(field: str, text: str, codebook: Codebook) -> Term | None:
    if field == "direction" and (named := point(text)):
        return Term(named)
    labels = {entry.label.casefold(): id_ for id_, entry in codebook.types.items()} if field == "type" else {}
    codes = {_plain(code): code for code in _among(field, codebook)}
    code = codes.get(_plain(text)) or labels.get(text.casefold()) or code_of(field, text)
    return Term(code) if code else None


def _plain(code: str) -> str:
    return re.sub(r"[-_\s]+", " ", code).casefold()


def _among(field: str, codebook: Codebook) -> tuple[str, ...]:
    """The closed list that a field's value is taken from; empty where there is none."""
    if field == "type":
        return tuple(codebook.types)
    entry = codebook.fields.get(field)
    return entry.values if entry else ()


def _weapon(field: str, text: str, codebook: Codebook) -> Weapon | None:
    """The codebook's designation of that id or name, else the name as typed; None where nothing is."""
    if not text:
        return None
    entry = codebook.weapons.get(text.lower()) or codebook.weapons.get(_only_name(text, "weapon", codebook) or "")
    if entry is None or (entry.is_family and any(letter.isdigit() for letter in _beside(text, entry))):
        return Weapon(None, text, text)  # a number that the family has no member of is no name of the family
    return Weapon(entry.id, entry.name, text, entry.weapon_class, entry.is_family)


def _beside(text: str, entry: WeaponEntry) -> str:
    """What stands behind a family's name or alias; all of the text where it begins with none of them."""
    named = (name for name in (entry.id, entry.name, *entry.aliases) if text.casefold().startswith(name.casefold()))
    return text[max(map(len, named), default=0) :]


def _site(field: str, text: str, codebook: Codebook) -> Place | None:
    """The gazetteer's place of that id or name, else the name as typed; None where nothing is."""
    if not text:
        return None
    entry = codebook.sites.get(text.lower()) or codebook.sites.get(_only_name(text, "site", codebook) or "")
    if entry is None:
        return Place(None, text, text)
    return Place(entry.id, entry.name, text, entry.state, entry.latitude, entry.longitude, entry.precision)


def _landing(field: str, text: str, codebook: Codebook) -> Landing:
    named = [match.id for match in codebook.names.find(text) if match.kind in ("sea", "site")]
    return Landing((text.lower(),) if text.lower() in codebook.seas else tuple(dict.fromkeys(named)), text)


def _only_name(text: str, kind: str, codebook: Codebook) -> str | None:
    """The id of the one name of this kind that the words are; a capital is the city."""
    found = codebook.names.find(text)
    if len(found) != 1 or found[0].written != text:
        return None
    return found[0].id if found[0].kind == kind else found[0].site


def _statement(field: str, text: str, codebook: Codebook) -> Statement | None:
    term = _term(field, text, codebook)
    return Statement(term.code) if term else None


def _text(field: str, text: str, codebook: Codebook) -> Text | None:
    return Text(text) if text else None


_AMOUNT = "write it as 400 {unit}, about 400 {unit}, 320 to 400 {unit} or more than 400 {unit}"
READERS: Mapping[str, tuple[Reader, str]] = {
    "date": (_date, "write it as 2024-09-18, 2024-09, 2024-09-10..2024-09-20 or --09-18"),
    "time_local": (_local, "write it as 06:50, about 06:50 or 6:50 a.m."),
    "time_utc": (_utc, "write it as 2024-09-17T21:50Z or 21:50Z"),
    "count": (_count, "write it as 2, at least 2, about 10 or 3 to 5"),
    "magnitude": (_quantity, "write it as 5.1, about 5.1 or 5.1 to 5.3"),
    "weapon": (_weapon, "write an id or a name of the codebook, or the name as it is printed"),
    "site": (_site, "write an id or a name of the codebook, or the name as it is printed"),
    "landing": (_landing, ""),
    "statement": (_statement, ""),
    "object": (_text, "say what it is of"),
    **{name: (_quantity, _AMOUNT.format(unit=unit)) for name, unit in FIELD_UNITS.items() if unit != "magnitude"},
    **dict.fromkeys(("type", "weapon_class", "direction", "outcome", "platform", "trajectory", "eez"), (_term, "")),
}
