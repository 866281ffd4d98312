"""Who said it put elsewhere in the sentence, and sentences of two holders in the other order."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from evaluation.variation.printed import Told, Variant, Written, capital, sentences, words

_KNOWN = frozenset(words()["holders"].split())
_NAMES = frozenset(words()["names"].split())
_VERB = r"(?P<verb>said|reported|announced|confirmed)"
_DAY = r"(?P<day> (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?"
_BEHIND = re.compile(rf"^(?P<said>[^\"“”;:]+), (?P<holder>(?:[\w.'’-]+ ){{0,8}}[\w.'’-]+) {_VERB}{_DAY}\.$")
_BEFORE = re.compile(
    rf"^(?P<holder>(?:[\w.'’-]+ ){{0,8}}[\w.'’-]+) {_VERB}{_DAY} (?P<that>that )?(?P<said>[^\"“”;:]+)\.$"
)
_ACCORDING = re.compile(r"^(?P<said>[^\"“”;:]+), according to (?P<holder>(?:[\w.'’-]+ ){0,8}[\w.'’-]+)\.$")
_ACCORDING_BEFORE = re.compile(r"^According to (?P<holder>(?:[\w.'’-]+ ){0,8}[\w.'’-]+), (?P<said>[^\"“”;:]+)\.$")
_CLAUSE = re.compile(
    r"^(?:the|a|an|two|three|four|five|several|it|they|both|one|no|its|North|South|Iran|Japan|India|Pakistan|Russia|China|Pyongyang|Seoul|Tokyo|Washington)\b.*?(?<![-\w])(?:was|were|is|are|had|has|have|flew|fell|landed|fired|launched|reached|travell?ed|came|took|did|could|would|will|may|might|appeared|seemed|failed|tested|conducted|detected|carried|struck|hit|believed|splashed|dropped)\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"^(?:But|And|However|Meanwhile|Later|Also|Then|Earlier|Still|It|They|He|She|This|That|These|Those|The (?:latter|other|ministry|agency|statement|official|officials))\b|\b(?:he|she|also|too|another|later|earlier|the same|this|that same)\b"
)
_PLAIN_WORDS = frozenset(words()["plain_words"].split())
_FURNITURE = re.compile(r"[A-Z]{3,}[,.: ]|[A-Z]+\)|/\.| (?:--|–|—|-) |\(\w+\) ")
_ADVERBS = frozenset(words()["adverbs"])


def moved(told: Told) -> Iterator[Variant]:
    """Every attribution that ends a plain sentence put before it, and the other way round."""
    yield from _each(
        "that-clause first",
        told,
        _BEHIND,
        lambda m: f"{capital(m['holder'])} {m['verb']}{m['day'] or ''} that {lowered(m['said'])}.",
    )
    yield from _each(
        "according to, first",
        told,
        _BEHIND,
        lambda m: f"According to {held(m['holder'])}, {lowered(m['said'])}." if not m["day"] else None,
    )
    yield from _each(
        "according to, last",
        told,
        _BEHIND,
        lambda m: f"{m['said']}, according to {held(m['holder'])}." if not m["day"] else None,
    )
    yield from _each(
        "said inverted", told, _BEHIND, lambda m: f"{m['said']}, {m['verb']} {m['holder']}." if not m["day"] else None
    )
    yield from _each("holder last", told, _BEFORE, _last)
    yield from _each(
        "according to, first",
        told,
        _BEFORE,
        lambda m: f"According to {held(m['holder'])}, {m['said']}." if not m["day"] and clause(m["said"]) else None,
    )
    yield from _each("said, last", told, _ACCORDING, lambda m: f"{m['said']}, {m['holder']} said.")
    yield from _each(
        "said, first", told, _ACCORDING, lambda m: f"{capital(m['holder'])} said that {lowered(m['said'])}."
    )
    yield from _each("said, first", told, _ACCORDING_BEFORE, lambda m: f"{capital(m['holder'])} said that {m['said']}.")
    yield from _each("said, last", told, _ACCORDING_BEFORE, lambda m: f"{capital(m['said'])}, {m['holder']} said.")


def _last(match: re.Match[str]) -> str | None:
    if not clause(match["said"]) or re.search(
        r", (?:which|who|and|but)\b|\b(?:it|they|he|she|its|their|his)\b", match["said"]
    ):
        return None
    return f"{capital(match['said'])}, {held(match['holder'])} {match['verb']}{match['day'] or ''}."


def _each(form: str, told: Told, pattern: re.Pattern[str], written: Written) -> Iterator[Variant]:
    body, pieces, at = told.printed.body, [], 0
    for start, end in sentences(body):
        match = pattern.match(body[start:end])
        new = written(match) if match and is_holder(match["holder"]) and _goes_on(match["said"]) else None
        pieces += [body[at:start], new or body[start:end]]
        at = end
    new_body = "".join(pieces) + body[at:]
    if new_body != body:
        yield Variant(form, replace(told.printed, body=new_body))


def is_holder(phrase: str) -> bool:
    """Whether a phrase is a holder's name by its words: names, and the small words such names are made of."""
    parts = re.findall(r"[\w.-]+", phrase.replace("’", "'").replace("'s", ""))
    plain = [part for part in parts if not part[0].isupper()]
    first = parts[0] if parts else ""
    return (
        bool(parts)
        and all(part in _KNOWN for part in plain)
        and (not plain or first[0].isupper() or first in ("the", "a", "an", "officials", "analysts"))
        and first not in _ADVERBS
    )


def clause(text: str) -> bool:
    """Whether a text is a clause that can stand alone."""
    return bool(_CLAUSE.match(text))


def lowered(text: str) -> str:
    """The text as it goes on inside a sentence."""
    return text[:1].lower() + text[1:] if text.split(" ", 1)[0].lower() in _PLAIN_WORDS else text


def _goes_on(said: str) -> bool:
    """Whether the first word of what is said is known for a name or a plain word, so that it is clear how to write it on."""
    first = said.split(" ", 1)[0].strip(",")
    named = (
        re.search(rf"[a-z,] {re.escape(first)}\b", said)
        or first.isupper()
        or first.removesuffix("'s").removesuffix("’s") in _NAMES
    )
    return (
        not _FURNITURE.match(said)
        and not _FURNITURE.search(said[:80])
        and (first.lower() in _PLAIN_WORDS or bool(named))
    )


def held(holder: str) -> str:
    """A holder's name as it stands inside a sentence."""
    return lowered(holder)


def swapped(told: Told) -> Iterator[Variant]:
    """Two sentences side by side, each with a holder of its own before it, in the other order."""
    body = told.printed.body
    places = sentences(body)
    for one, other in pairwise(places[1:]):
        first, second = body[slice(*one)], body[slice(*other)]
        if _own(first) and _own(second) and not _POINTS_BACK.search(second) and not _POINTS_BACK.search(first):
            new = body[: one[0]] + second + body[one[1] : other[0]] + first + body[other[1] :]
            yield Variant("order", replace(told.printed, body=new))
            return


def _own(sentence: str) -> bool:
    match = _BEFORE.match(sentence)
    return bool(match and is_holder(match["holder"]))
