"""How many, told more than once of one incident: "multiple ... at least two"."""

from collections.abc import Iterator
from itertools import combinations

from reportedly.check.article import Article
from reportedly.fields import count
from reportedly.fields.count_words import Several, several_of
from reportedly.model import Claim, Count, Finding, Mention, Stance, Verdict

_HELD = frozenset({Stance.ASSERTED, Stance.CONFIRMED, Stance.ESTIMATED})
_Told = tuple[Claim, Count]


def count_compat(article: Article) -> Iterator[Finding]:
    """Whether all that one report says of how many can be true at once.

    A number is held against what else is said, of which "several" says something and a bare "missiles" or "a missile"
    nothing, unless they cannot both be. Who says it makes no difference: of two voices that differ one is wrong, and the
    working names them. Where a salvo's missiles are told apart, each voice may speak of others.
    """
    several = several_of(article.codebook.count_words)
    for mention in article.extraction.mentions:
        counts = [c for c in mention.claims if c.field == "count" and c.stance in _HELD and not c.rejected]
        told = [(c, c.value) for c in sorted(counts, key=lambda c: c.span) if isinstance(c.value, Count)]
        if (pair := _apart(told, several) or _beside(told, several)) is not None:
            yield _judged(mention, *pair, told)


def _apart(told: list[_Told], several: Several) -> tuple[_Told, _Told] | None:
    """The first two that cannot both be, of one voice before those of two; one of them is a number."""
    apart = [
        (a, b)
        for a, b in combinations(told, 2)
        if not count.agree(a[1], b[1])
        and "number" in (count.sort_of(a[0].written, several), count.sort_of(b[0].written, several))
    ]
    return min(apart, key=lambda two: two[0][0].voices[-1] != two[1][0].voices[-1], default=None)


def _beside(told: list[_Told], several: Several) -> tuple[_Told, _Told] | None:
    """The first two that say something different of how many, one of them a number."""
    said = [(claim, value) for claim, value in told if count.sort_of(claim.written, several) != "bare"]
    for a, b in combinations(said, 2):
        sorts = {count.sort_of(a[0].written, several), count.sort_of(b[0].written, several)}
        if "number" in sorts and (a[1] != b[1] or (len(sorts) > 1 and a[1].maximum is None)):
            return a, b
    return None


def _judged(mention: Mention, one: _Told, other: _Told, told: list[_Told]) -> Finding:
    (first, value), (second, against) = one, other
    said = f'"{first.written}" ({count.show(value)}) and "{second.written}" ({count.show(against)})'
    if count.agree(value, against):
        verdict, working = Verdict.CONSISTENT, f"{said} can both be true"
    elif mention.shots:
        verdict, working = Verdict.UNDETERMINED, f"{said} differ, and may each tell of a part of the salvo"
    else:
        whose = (first.voices[-1].name, second.voices[-1].name)
        who = "one voice says both" if whose[0] == whose[1] else f"{whose[0]} says the one, {whose[1]} the other"
        verdict, working = Verdict.INCONSISTENT, f"{said} cannot both be true of one incident; {who}"
    ids = tuple(dict.fromkeys(claim.id for claim, _ in told if claim.id != second.id))
    return Finding(second.id, "count_compat", second.written, verdict, working, {"unit": "as written"}, ids)
