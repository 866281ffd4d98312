"""Two claims of one incident that no ledger could bear out: "second in a week" and "none since early July"."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from reportedly.check.article import Article, Told
from reportedly.check.counted import names_a_thing, readings
from reportedly.check.days import shown
from reportedly.check.focal import told_before
from reportedly.check.windows import named, window_start
from reportedly.model import Finding, Verdict

_SATELLITE = "satellite"  # the scope of that name
_RANKS, _NONE = "ordinal_in_window", ("first_since", "gap_at_least")


def internal_conflict(article: Article) -> Iterator[Finding]:
    """Each claim that cannot hold beside an earlier one on the same incident, whatever happened before.

    A qualifier ("significant") does not excuse it: what one writer counts as a test the other claim may leave out, and
    the reading says so.
    """
    seen: set[frozenset[str]] = set()
    for one, other in combinations(article.told(_RANKS, *_NONE), 2):
        key = frozenset({one.claim.written.casefold(), other.claim.written.casefold()})
        working = _working(one, other, article) if one.mention.id == other.mention.id and key not in seen else None
        if working is None:
            continue
        seen.add(key)
        subjective = one.word("subjective") or other.word("subjective")
        reading: dict[str, object] = {"anchor": one.mention.id, "subjective": subjective}
        yield Finding(
            other.claim.id,
            "internal_conflict",
            other.claim.written,
            Verdict.INTERNAL_CONFLICT,
            f'"{one.claim.written}" and "{other.claim.written}" cannot both be true of one incident: {working}',
            reading,
            (one.claim.id,),
        )


def _working(one: Told, other: Told, article: Article) -> str | None:
    """Why the two cannot both be, or None where they can."""
    kinds = {one.value.kind, other.value.kind}
    if kinds == {_RANKS}:
        return _ranks(one, other, article) or _ranks(other, one, article)
    if _RANKS in kinds:
        rank, none = (one, other) if one.value.kind == _RANKS else (other, one)
        days = article.days_of(one.mention)
        if (
            days
            and days.day
            and not told_before(none, article)
            and _counts_among(rank, none, article)
            and _no_narrower(none, rank, article)
        ):
            return _rank_and_none(rank, none, days.day)
    return None


def _counts_among(one: Told, other: Told, article: Article) -> bool:
    """Whether what the one counts is among what the other speaks of: a launch that the one counts, where no satellite's is in
    question, is a missile's."""
    one_, other_ = (counts(told, article) for told in (one, other))
    return bool(one_) and one_ <= other_


def _no_narrower(none: Told, rank: Told, article: Article) -> bool:
    """Whether in each of its readings the one speaks of all that the other counts: not of a class, a weapon, or what went over
    Japan."""
    if not names_a_thing(none.claim.written, article):
        return False
    counted = {(one.weapon_class, one.weapons, one.outcome) for one in readings(rank, article)}
    spoken = {(one.weapon_class, one.weapons, one.outcome) for one in readings(none, article)}
    return bool(spoken) and (spoken == {(None, frozenset(), None)} or spoken == counted)


def counts(told: Told, article: Article) -> frozenset[str]:
    """The kinds of incident that a claim counts; a satellite's launch only beside another."""
    own, scopes = told.mention.type, article.codebook.scopes
    types = frozenset(scopes.get(told.word("scope") or "", (own,)))
    satellites = frozenset(scopes.get(_SATELLITE, ()))
    return types if own in satellites else types - satellites


def _ranks(shorter: Told, longer: Told, article: Article) -> str | None:
    """Whether a higher rank is told of the shorter window than of the longer one."""
    lengths = [_length(told) for told in (shorter, longer)]
    ranks = [told.whole("n") or 0 for told in (shorter, longer)]
    if None in lengths or not _counts_among(shorter, longer, article):
        return None
    if (lengths[0] or 0) < (lengths[1] or 0) and ranks[0] > ranks[1]:
        return f"number {ranks[0]} of the shorter time is at least number {ranks[0]} of the longer"
    return None


def _length(told: Told) -> int | None:
    days, months = told.whole("days"), told.whole("months")
    return days if days is not None else months * 31 if months is not None else None


def _rank_and_none(rank: Told, none: Told, day: date) -> str | None:
    first = window_start(day, rank.whole("days"), rank.whole("months"))
    if first is None or (rank.whole("n") or 0) < 2:
        return None
    since = named(none.word("since") or "", day)
    last = since.last + since.pad if since else window_start(day, none.whole("days"), none.whole("months"))
    if last is None or last >= first:
        return None
    return f"the one wants another from {shown(first)} on, the other none after {shown(last)}"
