"""Letters and marks written otherwise: British and American, quotes, dashes, abbreviations, capitals of a headline."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from evaluation.variation.printed import Told, Variant, always, any_of, capital, variant, words

_BRITISH: dict[str, str] = words()["british"]
_AMERICAN = {british: american for american, british in _BRITISH.items()}
_SMALL = frozenset(words()["small"])


def letters(told: Told) -> Iterator[Variant]:
    """British and American spelling."""
    for form, table in (("British", _BRITISH), ("American", _AMERICAN)):
        pattern = re.compile(rf"\b{any_of(list(table))}\b", re.IGNORECASE)
        yield from variant(form, told, pattern, partial(_respelt, table=table))


def _respelt(match: re.Match[str], table: Mapping[str, str]) -> str:
    old, new = match[0], table[match[0].lower()]
    return new.upper() if old.isupper() else capital(new) if old[0].isupper() else new


def marks(told: Told) -> Iterator[Variant]:
    """Quotes and dashes as another typesetter sets them."""
    curly = re.compile(r"(?P<open>(?:^|(?<=[\s(\[—–-]))[\"'](?=\w))|[\"']", re.MULTILINE)
    yield from variant("curly", told, curly, _curly)
    straight = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
    new = replace(
        told.printed, title=told.printed.title.translate(straight), body=told.printed.body.translate(straight)
    )
    if new != told.printed:
        yield Variant("straight", new)
    for form, dash in (("long dash", " — "), ("short dash", " – "), ("two hyphens", " -- ")):
        yield from variant(form, told, re.compile(r" (?:--|—|–) "), always(dash))
    yield from variant(
        "no-break spaces",
        told,
        re.compile(r"(?<=\d) (?=(?:km|kilomet\w+|miles|a\.m|p\.m|missiles)\b)"),
        always("\u00a0"),
    )


def _curly(match: re.Match[str]) -> str:
    return {'"': "“”", "'": "‘’"}[match[0]][not match["open"]]


def abbreviations(told: Told) -> Iterator[Variant]:
    """Points in abbreviations, set or left out."""
    yield from variant(
        "US for U.S.",
        told,
        re.compile(r"\bU\.(?P<l>[SNK])\.(?!\s*$|\s*\n|[A-Z]\.| (?:The|A|It|In|On|But)\b)"),
        lambda m: f"U{m['l']}",
    )
    yield from variant("U.S. for US", told, re.compile(r"\bU(?P<l>[SNK])\b(?![-.])(?!\n)"), lambda m: f"U.{m['l']}.")


def headlines(told: Told) -> Iterator[Variant]:
    """The headline in capitals of every word, in those of a sentence where it has more, in capitals throughout."""
    title = told.printed.title
    if not title:
        return
    yield from _with_title("every word", told, " ".join(_titled(word, n) for n, word in enumerate(title.split(" "))))
    yield from _with_title("capitals", told, title.upper())
    yield from _with_title("a stop", told, title if title[-1:] in ".?!'\"’”" else f"{title}.")
    if outlet := str(told.printed.beside.get("outlet") or ""):
        yield from _with_title("outlet behind", told, f"{title} | {outlet}")


def _titled(word: str, place: int) -> str:
    return word if place and word in _SMALL else capital(word)


def _with_title(form: str, told: Told, title: str) -> Iterator[Variant]:
    if title != told.printed.title:
        yield Variant(form, replace(told.printed, title=title))
