"""Counts that add up: what is listed as one, weapons called by name, and what flew later the same day."""

import re
from collections.abc import Iterator
from dataclasses import replace

from reportedly.extract.framing import Framing
from reportedly.fields import count_words
from reportedly.fields.count import CountExpression
from reportedly.fields.gated import Gated
from reportedly.fields.number import NUMBER, parse
from reportedly.model import Count
from reportedly.patterns import compiled

_FLYING = frozenset({"missile", "projectile", "rocket", "weapon"})
_ADDED_TO = _FLYING | {"shell", "artillery_fire"}
_THEN = (  # a time or an order of its own, by which a number without a noun counts further ones
    r"(?:an? |a few |some |about |around |half an |\d+ |(?:two|three|five|ten|fifteen|twenty|thirty|forty) )?(?:hours?|minutes?|moments?)(?: and [\w ]+?)? (?:later|after\w*)"
    r"|(?:later|then|again|shortly after\w*)\b|(?:at|around|about|by|before|after|towards?) (?:about |around )?(?:\d|noon|midday|dusk|dawn|nightfall|midnight)"
    r"|(?:in|during) the (?:early |late )?(?:morning|afternoon|evening|night)\b|(?:that|the same) (?:morning|afternoon|evening|night)\b|overnight\b"
)
_ELSEWHERE = (
    r"(?:from|at|towards?|into) (?-i:[A-Z])"  # a place of its own does as well: "two from Wonsan and three from Sunan"
)
_FURTHER = compiled(  # "and another two an hour later", "followed by three more", "and 80 at 3 p.m.", "and a second", "and as many at"
    rf"(?:[^;:]|(?<=\d):(?=\d)){{0,100}}?(?:;|,(?= a second,)|\b(?:and|then|but|before|followed by)|\bfollowed (?:(?:it|them|this|that|up) ){{1,2}}with) (?:then )?"
    rf"(?:(?P<another>another|a further|a second|one more)\b(?! (?:launch|test|nuclear|time|state|country|stage|day|attempt|round))(?: (?P<m>(?!\d+:){NUMBER})\b(?! (?:minutes?|hours?|days?|seconds?|km|kilomet\w+|miles?)\b))?"
    rf"|(?P<more>{NUMBER}) (?:more|others)\b(?! (?:last|on|in (?:\d|(?-i:[A-Z]))|an? (?:week|day|month)|(?:days|weeks) )|,? (?:last|on) )|(?P<n>(?:about |around |some )?{NUMBER})(?: missiles?| rockets?| shells?)? (?:(?={_THEN})|(?P<there>)(?={_ELSEWHERE}))|(?P<same>as many)\b(?! as\b))",
    re.IGNORECASE,
)
_COUNTED = compiled(rf"\b(?:{NUMBER})\b", re.IGNORECASE)
_NUMBER_OF_NAME = Gated(
    rf"(?<![-–\d.])\b(?P<n>(?!\d)(?:{NUMBER})|an?)\s(?:(?:of the|more|unarmed|new|modified|hypersonic|sea-launched)\s)?[“\"]?$",
    re.IGNORECASE,
)
_AND_BEFORE = compiled(r"\b(?:and|plus)\s$")  # one of a weapon counts only as the last of a list
_PHRASE_END = compiled(
    r"\W*(?:$|[.,;]|\b(?:were|had|have|from|at|on|into|towards?|in|off|over|to|and|flew|fell|landed|lifted|hit|struck)\b)"
)
_LISTED = compiled(r",?\s(?:and|plus|as well as)\s", re.IGNORECASE)


def summed(framing: Framing) -> Iterator[CountExpression]:
    """The counts of the report, two that are listed as one: "one short-range missile and one unidentified projectile"."""
    text = framing.facts.report.text
    last: CountExpression | None = None
    for found in sorted([*framing.facts.counts, *_by_name(framing)], key=lambda f: f.start):
        both = (
            last is not None
            and _adds(framing, last, found)
            and _LISTED.fullmatch(text, last.end, found.start) is not None
        )
        both = (
            both and last is not None and not text[: last.start].rstrip().endswith(",")
        )  # a longer list may name others
        if last is not None and both:
            total = (last.value.minimum + found.value.minimum, (last.value.maximum or 0) + (found.value.maximum or 0))
            last = replace(
                found, start=last.start, number_start=last.number_start, number_end=found.end, value=Count(*total)
            )
            continue
        if last is not None:
            yield last
        last = found
    if last is not None:
        yield last


def _by_name(framing: Framing) -> Iterator[CountExpression]:
    """The counts of weapons called by their names alone: "four Bulavas", "two Hwasong-12s", not "two Scud launchers"."""
    text, taken = framing.facts.report.text, framing.facts.counts
    for name in framing.facts.names:
        if name.kind != "weapon":
            continue
        number = _NUMBER_OF_NAME.search(text, max(0, name.start - 40), name.start)
        if number is None or any(c.start < name.end and number.start() < c.end for c in taken):
            continue
        end = name.end + 1 if text[name.end : name.end + 1] == "s" else name.end
        if count_words.COMPOUND_HEAD.match(text, end) or (
            end == name.end and text[end - 1] != "s" and not _ends(text, end)
        ):
            continue
        amount = int(parse(number["n"]) or 1)
        if amount > 1 or _AND_BEFORE.search(text, max(0, number.start() - 5), number.start()):
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
    exact = all(c.says_number and c.value.minimum == c.value.maximum and c.part is None for c in (left, right))
    if not exact or not kinds <= _ADDED_TO or kinds == {"shell"}:
        return False
    if kinds <= _FLYING:
        return True
    if any(framing.codebook.is_a(frame.type, "guns") for frame in framing.frames):
        return False
    one, two = (framing.owner(c.start, c.end) for c in (left, right))
    return one is not None and one == two and framing.codebook.is_a(framing.frames[one].type, "missile")


def added(framing: Framing, found: CountExpression) -> tuple[Count, int] | None:
    """The count with those told beside it as further ones, and where the words for them end: "fired two at 7 a.m. and
    another two at 7:30"; None where none are."""
    number = framing.facts.sentence_at(found.start)
    exact = found.value.minimum == found.value.maximum
    if number is None or not exact or found.kind not in _ADDED_TO or found.bare_plural or found.definite:
        return None
    span, text = framing.facts.sentences[number], framing.facts.report.text
    match = _FURTHER.match(text, found.end, span.end)
    if match is None or (match["there"] is not None and _COUNTED.search(text, found.end, match.start("n"))):
        return None
    if match["same"]:
        return Count(2 * found.value.minimum, 2 * found.value.minimum, found.value.approximate), match.end()
    written = (match["m"] or match["more"] or match["n"] or "one").lower()
    amount = (
        parse(written.removeprefix("about ").removeprefix("around ").removeprefix("some "))
        if match["another"] is None or match["m"]
        else 1
    )
    if amount is None or amount != int(amount) or amount < 1:
        return None
    total = found.value.minimum + int(amount)
    return Count(total, total, found.value.approximate), match.end()
