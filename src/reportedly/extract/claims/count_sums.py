"""Counts that add up: what is listed as one, weapons called by name, and what flew later the same day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.extract.claims.count_further import further
from reportedly.extract.claims.count_home import has_number
from reportedly.extract.framing import Framing
from reportedly.fields import count_words
from reportedly.fields.count import CountExpression
from reportedly.fields.count_apart import apart
from reportedly.fields.gated import Gated
from reportedly.fields.number import NUMBER, parse
from reportedly.model import Count
from reportedly.patterns import compiled

_FLYING = frozenset({"missile", "projectile", "rocket", "weapon"})
_ADDED_TO = _FLYING | {"shell", "artillery_fire"}
_BY_A_VERB = frozenset({"launches", "elliptic"})  # "detected two launches in the morning and another in the afternoon"
_ADDING = compiled(  # not "two launches, one at 6:50 and one at 7:10"
    r"\b(?:another|more|others|followed|a (?:second|third|fourth|fifth|sixth|further))\b", re.IGNORECASE
)
_NUMBER_OF_NAME = Gated(
    rf"(?<![-–\d.])\b(?P<n>{NUMBER}|an?|(?:an? )?(?P<group>pair|duo|brace|trio|quartet) of)\s(?:(?:of (?:the|its)|more|unarmed|new|modified|hypersonic|[a-z]+[- ]range|[a-z]+-(?:launched|fuel\w*|propellant))\s)*[“\"]?$",
    re.IGNORECASE,
)
_PLURAL_NAME = compiled(r"\w?s\b(?! and [A-Z])")  # "59 Tomahawks", not the mark of "Minuteman 3"
_FIRED = compiled(r"\b(?:the|fired|fires|launched|firing|launching)\s$", re.IGNORECASE)
_AND_BEFORE = compiled(r"\b(?:and|plus)\s$")  # one of a weapon counts only in a list
_AND_A = compiled(r"(?:,|,? (?:and|plus)) (?:an?|one|two|three|four|\d+) ", re.IGNORECASE)  # or with more behind it
_PHRASE_END = compiled(
    r"\W*(?:$|[.,;]|\b(?:were|had|have|from|at|on|into|towards?|in|off|over|to|and|flew|fell|landed|lifted|hit|struck)\b)"
)
_OF_A_SORT = compiled(r"(?:\s(?:hypersonic|ballistic|cruise|[a-z]+-\w+)){1,2}(?=,? (?:and|plus) \w+ |, \w+ [A-Z])")
_NEXT = compiled(r",?\s(?:(?:and|plus|as well as)\s)?", re.IGNORECASE)
_ONE_MORE_BEFORE = compiled(
    r"\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:[\w“”\"’()-]+ ){0,3}(?!drones|UAVs)[\w“”\"’()-]+,\s$",
    re.IGNORECASE,
)  # something else of a list
_LISTED = compiled(r",?\s(?:and|plus|as well as)\s", re.IGNORECASE)


def summed(framing: Framing) -> Iterator[CountExpression]:
    """The counts of the report, those that are listed as one: "one short-range missile and one unidentified projectile",
    "one Shahab-3, one Sejjil and one Ghadr"."""
    text = framing.facts.report.text
    row: list[CountExpression] = []
    for found in sorted([*framing.facts.counts, *_by_name(framing)], key=lambda f: f.start):
        if row and not (_adds(framing, row[-1], found) and _NEXT.fullmatch(text, row[-1].end, found.start)):
            yield from _as_one(text, row)
            row = []
        row.append(found)
    yield from _as_one(text, row)


def _as_one(text: str, row: Sequence[CountExpression]) -> Sequence[CountExpression]:
    """The counts of a list as one; by themselves where it goes on with what is not counted, or only tells what a number
    before it is made up of."""
    if len(row) < 2 or _LISTED.fullmatch(text, row[-2].end, row[-1].start) is None:
        return row
    if len(row) > 2 and row[0].value.minimum in (sum(c.value.minimum for c in row[1:]), len(row) - 1):
        return row  # "three missiles, one Shahab-3, one Sejjil and one Ghadr"
    if len(row) == 2 and _ONE_MORE_BEFORE.search(text, max(0, row[0].start - 60), row[0].start):
        return row  # a longer list may name others
    first, last = row[0], row[-1]
    values = [c.value for c in row]
    tops = [v.maximum for v in values if v.maximum is not None]
    most = sum(tops) if len(tops) == len(row) else None
    total = Count(sum(v.minimum for v in values), most, any(v.approximate for v in values) and most is not None)
    end = max(last.number_start + 1, last.number_end)
    return [replace(last, start=first.start, number_start=first.number_start, number_end=end, value=total)]


def _by_name(framing: Framing) -> Iterator[CountExpression]:
    """The counts of weapons called by their names alone: "four Bulavas", "two Hwasong-12s", not "two Scud launchers"."""
    text, taken = framing.facts.report.text, framing.facts.counts
    for name in framing.facts.names:
        if name.kind != "weapon":
            continue
        number = _NUMBER_OF_NAME.search(text, max(0, name.start - 40), name.start)
        if number is None or any(c.start < name.end and number.start() < c.end for c in taken):
            continue
        fired = _FIRED.search(text, max(0, number.start() - 20), number.start())
        if number["n"].isdigit() and not (fired and _PLURAL_NAME.match(text, name.end - 1)):
            continue
        sort = _OF_A_SORT.match(text, name.end)
        end = name.end + 1 if text[name.end : name.end + 1] == "s" else sort.end() if sort else name.end
        if count_words.COMPOUND_HEAD.match(text, end) or (
            end == name.end and text[end - 1] != "s" and not _ends(text, end)
        ):
            continue
        of = count_words.several_of(framing.codebook.count_words).groups.get((number["group"] or "").lower())
        amount = of.minimum if of is not None else int(parse(number["n"]) or 1)
        listed = _AND_BEFORE.search(text, max(0, number.start() - 5), number.start()) or _AND_A.match(text, end)
        if amount > 1 or listed:
            yield CountExpression(
                number.start(), end, text[number.start() : end], Count(amount, amount), text[name.start : end], name.start, end,
                number.start("n"), number.end("n"), "missile",
            )  # fmt: skip


def _ends(text: str, end: int) -> bool:
    """Whether a noun phrase ends here: a verb, a preposition or a mark follows, no further noun."""
    return _PHRASE_END.match(text, end) is not None


def _adds(framing: Framing, left: CountExpression, right: CountExpression) -> bool:
    """Whether two counts are exact and of things that fly; of shells too, where they are of one incident with missiles:
    those of a launcher that others count among the missiles."""
    kinds = {left.kind, right.kind}
    counted = all(c.says_number and c.part is None and _is_sure(framing, c) for c in (left, right))
    if not counted or not kinds <= _ADDED_TO or kinds == {"shell"}:
        return False
    if kinds <= _FLYING:
        return True
    if any(framing.codebook.is_a(frame.type, "guns") for frame in framing.frames):
        return False
    one, two = (framing.owner(c.start, c.end) for c in (left, right))
    return one is not None and one == two and framing.codebook.is_a(framing.frames[one].type, "missile")


def _is_sure(framing: Framing, found: CountExpression) -> bool:
    """Whether the least that a count says is sure: an exact number, "more than 30"."""
    if found.value.maximum is None:
        return has_number(found, framing.codebook)
    return found.value.minimum == found.value.maximum


def goes_on(framing: Framing, home: int, found: CountExpression, *, told: bool) -> CountExpression:
    """The count with those told beside or after it as further ones: "fired two at 7 a.m. and another two at 7:30"."""
    is_one = found.value == Count(1, 1)  # "detected one missile at 7:00 and one at 7:20"
    if (
        found.kind not in (_ADDED_TO if told or is_one else _BY_A_VERB)
        or found.bare_plural
        or found.definite
        or found.part is not None
    ):
        return found
    if found.kind == "elliptic":  # "two went up at 5:20 and a third at 6"
        text = framing.facts.report.text
        rows = [e for e in apart(text) if e.start == found.number_start and e.value.minimum > found.value.minimum]
        if rows:
            return replace(rows[-1], end=found.end)
    more = further(framing, home, found.value, found.number_start, found.end)
    if more is None or not (told or is_one or _ADDING.search(framing.facts.report.text, found.end, more.end)):
        return found
    start = found.number_start if more.start == found.number_start else more.start
    return replace(found, value=more.value, number_start=start, number_end=more.end)
