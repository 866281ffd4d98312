"""Clocks written otherwise, with the same zone beside them."""

import re
from collections.abc import Callable, Iterator

from evaluation.variation.printed import Told, Variant, variant, words

_ZONE = r" (?:local time|GMT|UTC|KST|JST|IST|[A-Z][a-z]+ (?:standard )?time)"
_ALONE = r"(?<![\d:.,$-])(?<!\d[–-])(?<!\d to )(?<!\d and )(?<!\d or )"
_TWELVE = re.compile(
    _ALONE + r"(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<m>[0-5]\d))?[ \u00a0]?(?P<p>[ap])\.?m\b\.?", re.IGNORECASE
)
_DAY = re.compile(_ALONE + r"(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?![:\d]|\s?[ap]\.?m|\s?(?:hours|hrs))", re.IGNORECASE)
_BARE = re.compile(_ALONE + r"(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?= (?:GMT|UTC|KST|JST|local time))")
_GOES_ON = re.compile(
    r" (?![A-Z\"“‘'])| (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"|[A-Z]{2,4}\b|[A-Z][a-z]+ (?:standard |daylight )?time|Eastern|Pacific|Central)|[,;:)–-]"
)
_ENDS = re.compile(r"[ \t]*(?:$|\n|[”\"])")


def forms(told: Told) -> Iterator[Variant]:
    """Every clock in another of the ways that papers print them."""
    shapes = (("6.50am", "{h}.{m}{p}m"), ("6:50 AM", "{h}:{m} {P}M"), ("6:50am", "{h}:{m}{p}m"), ("06:50", "{H}:{m}"))
    for form, shape in shapes:
        yield from variant(form, told, _TWELVE, _twelve(shape), whole=True)
    yield from variant("in words", told, _TWELVE, _in_words)
    yield from variant(
        "0650 and a zone", told, re.compile(_TWELVE.pattern + f"(?={_ZONE})", re.IGNORECASE), _twelve("{H}{m}")
    )
    yield from variant("6:50 a.m.", told, _DAY, _from_day("{h}:{m} {p}.m."), whole=True)
    yield from variant("06.50", told, _DAY, _from_day("{H}.{m}"))
    yield from variant("21:50 GMT", told, _BARE, lambda m: f"{m['h']}:{m['m']}")
    yield from variant(
        "0650 and a zone", told, re.compile(_DAY.pattern + f"(?={_ZONE})", re.IGNORECASE), _from_day("{H}{m}")
    )


def _twelve(shape: str) -> Callable[[re.Match[str]], str | None]:
    def written(match: re.Match[str]) -> str | None:
        hour, half, stop = int(match["h"]), match["p"].lower(), _stop(match)
        if stop is None:
            return None
        day = f"{hour % 12 + 12 * (half == 'p'):02}"
        return shape.format(h=hour, H=day, m=match["m"] or "00", p=half, P=half.upper()) + stop

    return written


def _stop(match: re.Match[str]) -> str | None:
    """The full stop that a clock at the end of a sentence has to keep; None where it is not clear that one ends."""
    after = match.string[match.end() :]
    if not match[0].endswith(".") or _GOES_ON.match(after):
        return ""
    return "." if _ENDS.match(after) else None


def _from_day(shape: str) -> Callable[[re.Match[str]], str]:
    def written(match: re.Match[str]) -> str:
        hour = int(match["h"])
        new = shape.format(h=hour % 12 or 12, H=f"{hour:02}", m=match["m"], p="p" if hour >= 12 else "a")
        return new.removesuffix(".") if match.string[match.end() :][:1] == "." else new

    return written


def _in_words(match: re.Match[str]) -> str | None:
    """ "ten to seven in the morning": where the minutes are a number of fives, and no zone but local time follows."""
    hour, minute, half, stop = int(match["h"]), int(match["m"] or 0), match["p"].lower(), _stop(match)
    before, after = match.string[: match.start()].split()[-1:], match.string[match.end() :]
    late = hour == 12 or (hour == 11 and minute > 30)
    if stop is None or minute % 5 or late or before not in (["at"], ["around"], ["about"]):
        return None
    if re.match(r",? \(?(?:\d|GMT|UTC|[A-Z]{3}\b|[A-Z][a-z]+ time)", after):
        return None
    spoken = words()["numerals"]
    clock = str(spoken[hour])
    if minute:
        to, many = ("to", 60 - minute) if minute > 30 else ("past", minute)
        clock = f"{words()['minutes'][many]} {to} {spoken[hour + (minute > 30)]}"
    part = "in the morning" if half == "a" else words()["parts"][hour]
    return f"{clock} {part}{stop}"
