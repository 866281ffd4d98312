"""Measures written otherwise: the unit's name, its hyphen, thousands, what stands in brackets."""

import re
from collections.abc import Callable, Iterator

from evaluation.variation.printed import Told, Variant, always, variant

_KM = re.compile(r"(?P<n>\b\d[\d,.]*)(?P<gap>[ \u00a0-]|)(?P<u>kms?|kilomet(?:er|re)s?)\b(?![/-])")
_SPELLED = re.compile(r"(?<=[a-z] )kilomet(?:er|re)(?P<s>s?)\b")
_METRE = re.compile(r"\bmet(?P<e>er|re)(?P<s>s?)\b")
_THOUSANDS = re.compile(
    r"(?<![\d,.$])(?P<a>\d{1,2}),(?P<b>\d{3})(?=[ -](?:km|kilomet|mile|met|feet|foot|kg|kilogram|pound|ton))"
)
_UNGROUPED = re.compile(r"(?<![\d,.$])(?P<a>\d{1,2})(?P<b>\d{3})(?=[ -]?(?:km|kilomet|mile|met|feet|kg|kilogram|ton))")
_THOUSAND = re.compile(
    r"(?<![\d,.$])(?<!\d )(?<!\d[-–])(?<! to )(?<! and )1,?000(?= (?:km|kilomet|mile))(?! [a-z]+s? (?:to|or) \d)"
)
_BARE_KM = re.compile(
    r"(?<![\d–-])(?<!\d to )(?<! and )(?<! or )(?P<n>\d[\d,]*) (?:km|kilomet(?:er|re)s)\b(?! ?\(| or | to |[/-]| per | an hour|\.\d)"
)
_CONVERTED = re.compile(
    r"(?<=[a-z]) \((?:about |around |some |roughly |or |nearly )?[\d,.]+(?:[ -](?:mi|miles?|km|kilomet(?:er|re)s?)|mi|km)\)"
)
_MILES = 0.621371


def forms(told: Told) -> Iterator[Variant]:
    """Every measure of one kind in another printing."""
    for form, short, plural in (("km", "km", ""), ("kilometers", "kilometer", "s"), ("kilometres", "kilometre", "s")):
        yield from variant(form, told, _KM, _unit(short, plural))
    yield from variant("400km", told, _KM, lambda m: f"{m['n']}km" if m["gap"] != "-" else None)
    yield from variant("1000 for 1,000", told, _THOUSANDS, lambda m: m["a"] + m["b"])
    yield from variant("1,000 for 1000", told, _UNGROUPED, lambda m: f"{m['a']},{m['b']}")
    yield from variant("a thousand", told, _THOUSAND, always("a thousand"))
    yield from variant("miles in brackets", told, _BARE_KM, _with_miles)
    yield from variant("no brackets", told, _CONVERTED, always(""))


def _unit(name: str, plural: str) -> Callable[[re.Match[str]], str]:
    def written(match: re.Match[str]) -> str:
        if match["gap"] == "-":
            return f"{match['n']}-{name}"
        return f"{match['n']} {name}{plural if match['n'] != '1' else ''}"

    return written


def _with_miles(match: re.Match[str]) -> str | None:
    before = match.string[: match.start()]
    if before.rfind("(") > before.rfind(")"):
        return None
    miles = round(float(match["n"].replace(",", "")) * _MILES)
    return f"{match[0]} ({miles:,} {'mile' if miles == 1 else 'miles'})"
