"""Names written otherwise: romanised another way, a sea, a state, a leader and a body by another of their names."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache, partial

from evaluation.variation.printed import Told, Variant, always, any_of, capital, starts_sentence, variant, words
from reportedly import codebook

_SPEAKS = r" (?:said|says|say|reported|reports|confirmed|announced|had|has|told|put|gave|believes?|measured|detected|registered|did|was|is|also|later|earlier|and)\b"
_ONE_WORD = re.compile(r"[A-Z][\w'’-]+")
_ENDING = re.compile(r"-?(ri|dong|do|ni|up|gun|on-sea)$")
_LIKE = 0.6  # of two spellings that are one name romanised in two ways


def sites(told: Told) -> Iterator[Variant]:
    """Every site by another spelling of its name that the codebook knows."""
    for name, others in _respellings().items():
        if name in told.printed.text:
            yield from _named("site", told, name, others[sum(map(ord, told.name)) % len(others)])


@cache
def _respellings() -> dict[str, list[str]]:
    """The one-word names of sites that are written in several ways, capitals left out, each with the others."""
    book = codebook.load()
    capitals = {state.capital for state in book.states.values()}
    found: dict[str, list[str]] = {}
    for site in book.sites.values():
        spellings = [name for name in (site.name, *site.aliases) if _ONE_WORD.fullmatch(name) and name not in capitals]
        found |= {name: others for name in spellings if (others := [one for one in spellings if _respelt(name, one)])}
    return found


def _respelt(name: str, other: str) -> bool:
    bare, bare_other = (one.lower().replace("-", "") for one in (name, other))
    ends = [_ENDING.search(one) for one in (name, other)]
    longer = bare != bare_other and (bare.startswith(bare_other) or bare_other.startswith(bare))
    if longer or len({end and end[1] for end in ends}) > 1:
        return False
    return name.lower() != other.lower() and SequenceMatcher(None, name.lower(), other.lower()).ratio() >= _LIKE


def _named(form: str, told: Told, name: str, other: str) -> Iterator[Variant]:
    yield from variant(form, told, re.compile(rf"(?<![-\w]){re.escape(name)}(?![-\w])"), always(other))


def weapons(told: Told) -> Iterator[Variant]:
    """Every designation with its stem romanised another way."""
    for stem, others in words()["stems"].items():
        for other in others:
            yield from variant(
                "stem", told, re.compile(rf"\b{re.escape(stem)}(?=[- ]?\d|\b)(?! Sinmun)"), always(other)
            )
    yield from variant(
        "no hyphen",
        told,
        re.compile(rf"\b(?P<stem>{any_of(list(words()['stems']))})-(?=\d)"),
        lambda m: f"{m['stem']} ",
    )


def seas(told: Told) -> Iterator[Variant]:
    """Every sea by its other name, where the report knows it by one."""
    for one in words()["seas"]:
        found = [name for name in one if name in told.printed.text]
        if len(found) == 1:
            for other in one:
                if other != found[0]:
                    yield from variant(other, told, re.compile(rf"\b{found[0]}\b(?! of )"), always(other))


def leaders(told: Told) -> Iterator[Variant]:
    """Every leader's name in its other spellings."""
    yield from _among("spelling", told, words()["leaders"])


def bodies(told: Told) -> Iterator[Variant]:
    """Every body by each of its other names."""
    yield from _among("other name", told, words()["bodies"])


def _among(form: str, told: Told, sets: Sequence[Sequence[str]]) -> Iterator[Variant]:
    for names in sets:
        flat = told.printed.text.replace("’", "'").replace("The ", "the ")
        if not any(re.search(rf"(?<![-\w]){re.escape(name)}(?![-\w]| \()", flat) for name in names):
            continue
        pattern = re.compile(rf"(?<![-\w])(?P<o>[Tt]he )?{_spelt(names)}(?={_SPEAKS}|[,.;:])")
        for other in names:
            yield from variant(f"{form}", told, pattern, partial(_placed, other=other))


def _spelt(names: Sequence[str]) -> str:
    bare = [re.escape(name.removeprefix("the ")).replace("'", "['’]") for name in names]
    return "(?:" + "|".join(sorted(bare, key=len, reverse=True)) + ")"


def _placed(match: re.Match[str], other: str) -> str | None:
    if match.string[: match.start()].rstrip()[-3:] in ("'s", "’s") or re.search(
        r"\b(?:a|an|former|new|[A-Z]\w+)\s$", match.string[: match.start()]
    ):
        return None
    return capital(other) if starts_sentence(match) else other


def states(told: Told) -> Iterator[Variant]:
    """A state as its own government writes it, wherever its name stands by itself."""
    for name, other in words()["states"].items():
        pattern = re.compile(
            rf"(?<![-\w]){name}(?P<s>['’]s)?(?![-\w]| [A-Z])(?! (?:missile|nuclear|launch|test|rocket|policy))"
        )
        yield from variant(other, told, pattern, partial(_state, other=other), title=False)


def _state(match: re.Match[str], other: str) -> str | None:
    if re.search(r"[A-Z]\w+, $|\bthe $", match.string[: match.start()]):
        return None
    new = other + (match["s"] or "")
    return capital(new) if starts_sentence(match) else new
