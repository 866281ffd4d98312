"""How many, told more than once of one incident: "multiple ... at least two"."""

from collections.abc import Iterator
from itertools import combinations

from reportedly.check.article import Article
from reportedly.fields import count
from reportedly.model import Claim, Count, Finding, Mention, Stance, Verdict

_HELD = frozenset({Stance.ASSERTED, Stance.CONFIRMED, Stance.ESTIMATED})


def count_compat(article: Article) -> Iterator[Finding]:
    """Whether all that one report says of how many can be true at once.

    Where two voices differ nobody need have made a mistake: that is undetermined. One voice that says two numbers of one
    incident is inconsistent.
    """
    for mention in article.extraction.mentions:
        counts = [c for c in mention.claims if c.field == "count" and c.stance in _HELD and not c.rejected]
        told = [(c, c.value) for c in sorted(counts, key=lambda c: c.span) if isinstance(c.value, Count)]
        if len({claim.written.casefold() for claim, _ in told}) > 1:
            yield _judged(mention, told)


def _judged(mention: Mention, told: list[tuple[Claim, Count]]) -> Finding:
    apart = [(a, b) for a, b in combinations(told, 2) if not count.agree(a[1], b[1])]
    ours = [(a, b) for a, b in apart if a[0].voices[-1] == b[0].voices[-1]]
    (one, first), (other, second) = (ours or apart or [(told[0], told[-1])])[0]
    said = f'"{one.written}" ({count.show(first)}) and "{other.written}" ({count.show(second)})'
    if not apart:
        verdict, working = Verdict.CONSISTENT, f"{said} can both be true"
    elif ours and not mention.shots:
        verdict, working = Verdict.INCONSISTENT, f"{said} cannot both be true of one incident, and one voice says both"
    else:
        verdict, working = Verdict.UNDETERMINED, f"{said} differ, and different voices say so: neither need be a slip"
    ids = tuple(dict.fromkeys(claim.id for claim, _ in told if claim.id != other.id))
    return Finding(other.id, "count_compat", other.written, verdict, working, {"unit": "as written"}, ids)
