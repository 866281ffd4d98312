"""What happened told in other words: another verb of launching, another noun of it, the passive."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from evaluation.variation.printed import Told, Variant, any_of, capital, sentences, variant, words

_LAUNCHES = ("missile_launch", "cruise_missile_launch")
_HEAD = r"(?:missiles?|projectiles?|rockets?|SRBMs?|ICBMs?|SLBMs?|IRBMs?)"
_NUMBER = r"(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|five|six|seven|eight|nine|ten|\d+|[Ss]everal|[Mm]ultiple|[Aa]t least (?:one|[Tt]wo|[Tt]hree|[Ff]our|five|\d+)|more than \w+|its (?:new|newest|latest))"
_OBJECT = rf"(?P<object>{_NUMBER}(?: (?!and\b|or\b|that\b|of\b|to\b|in\b|on\b)[\w.-]+,?){{0,6}} {_HEAD})"
_VERBS: list[list[str]] = words()["launching"]
_BEFORE = r"^(?P<before>(?:[A-Z][A-Z, ]+[^.]{0,30}? (?:--|—|–|-) )?)"
_ACTOR = r"(?P<actor>North Korea|Iran|India|Pakistan|Russia|China|South Korea|Israel|Pyongyang|Tehran|[Tt]he North|[Tt]he United States)"
_DAY = r"(?: (?:(?:early|late) )?(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening))?)"
_VERB = r"(?P<verb>fired|launched|test-fired|test-launched)"
_REST = r"(?P<rest>(?: (?:on|from|into|toward|towards|off|in|at|over|early|late|this|that|which|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|yesterday|today)|,|;|\.$).*)$"
_ACTIVE = re.compile(rf"{_BEFORE}{_ACTOR}(?P<when>{_DAY})? {_VERB} {_OBJECT}{_REST}", re.DOTALL)
_TURNED = re.compile(rf"{_BEFORE}{_OBJECT} (?P<was>was|were|has been|have been) {_VERB} by {_ACTOR}{_REST}", re.DOTALL)
_SECOND = re.compile(
    r"^[^,]*\b(?:and|but|as|while|before|after)\b (?:\w+ ){0,2}?(?:\w+ed|said|is|was|has|had|says)\b|, (?:but|and|its|a|an|the|it|defying|according to itself)\b|\bitself\b"
)


def verbs(told: Told) -> Iterator[Variant]:
    """Every verb of launching with a weapon behind it, by each of the others."""
    if not _of_launches(told):
        return
    forms = {form: (row, place) for row, all_ in enumerate(_VERBS[:4]) for place, form in enumerate(all_)}
    active = re.compile(rf"(?<![-\w])(?<!test )(?<!flight )(?P<v>{any_of(list(forms))})(?= {_OBJECT})")
    for row, other in enumerate(_VERBS):

        def written(match: re.Match[str], row: int = row, other: list[str] = other) -> str | None:
            mine, place = forms[match["v"]]
            passive = re.search(r"\b(?:was|were|been|being|be|is|are)(?: \w+ly)? $", match.string[: match.start()])
            return None if mine == row or (passive and place in (2, 3)) else other[place]

        yield from variant(other[2], told, active, written)


def nouns(told: Told) -> Iterator[Variant]:
    """Every launch called a firing, a test-firing, a test launch."""
    if not _of_launches(told):
        return
    noun = re.compile(
        r"\b(?P<d>[Tt]he|[Tt]his|[Aa]|[Ii]ts|latest|[Mm]issile|Wednesday's|Sunday's|Monday's|Tuesday's|Thursday's|Friday's|Saturday's) launch(?P<s>es)?(?! (?:site|pad|window|vehicle|tube|director|order|facilit|of an|base|station|ground|cent|\w+(?:er|ers)\b))(?!-)\b"
    )
    for other, plural in (("firing", "s"), ("test launch", "es"), ("test-firing", "s")):
        yield from variant(other, told, noun, partial(_noun, other=other, plural=plural))


def _noun(match: re.Match[str], other: str, plural: str) -> str:
    return f"{match['d']} {other}{plural if match['s'] else ''}"


def _of_launches(told: Told) -> bool:
    return bool(told.gold.mains) and all(i.type in _LAUNCHES for i in told.gold.mains)


def passive(told: Told) -> Iterator[Variant]:
    """The lead turned to the passive, or from it, where its subject is a state and its object a count of weapons."""
    body = told.printed.body
    for start, end in sentences(body)[:2]:
        for form, turn in (("to the passive", _passive), ("to the active", _active)):
            new = turn(body[start:end])
            if new:
                yield Variant(form, replace(told.printed, body=body[:start] + new + body[end:]))


def _passive(sentence: str) -> str | None:
    found = _ACTIVE.match(sentence)
    if not found or _SECOND.search(found["rest"]):
        return None
    actor, verb = found["actor"].replace("The ", "the "), found["verb"]
    was = "was" if _is_one(found["object"]) else "were"
    return f"{found['before']}{capital(found['object'])} {was} {verb} by {actor}{found['when'] or ''}{found['rest']}"


def _active(sentence: str) -> str | None:
    found = _TURNED.match(sentence)
    if not found or _SECOND.search(found["rest"]):
        return None
    thing = found["object"][0].lower() + found["object"][1:]
    has = {"was": "", "were": "", "has been": "has ", "have been": "has "}[found["was"]]
    return f"{found['before']}{capital(found['actor'])} {has}{found['verb']} {thing}{found['rest']}"


def _is_one(thing: str) -> bool:
    return bool(re.match(r"(?:an?|one|its \w+|at least one|more than one) ", thing)) and not thing.endswith("s")
