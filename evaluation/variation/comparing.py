"""What changed between two readings of a report that say the same."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportedly.score.fields import FIELDS
from reportedly.score.gold import GoldReport
from reportedly.score.one_report import score_report
from reportedly.score.predicted import FoundMention, FoundReport

TOLERANCE = 0.02  # of a figure, as in scoring
_ENDS = ("min", "max")


@dataclass(frozen=True, slots=True)
class Change:
    """A value that is read otherwise; `main` is an incident lost or found anew. `effect` by the marks: fell, rose, other."""

    field: str
    before: Any
    after: Any
    effect: str = "other"


def changes(
    gold: GoldReport, before: FoundReport, after: FoundReport, dropped: tuple[int, int] | None = None
) -> tuple[Change, ...]:
    """Every value of a main incident that is read otherwise. What stood in a stretch that was dropped may go."""
    olds, news = ([m for m in found.mentions if m.main] for found in (before, after))
    pairs = _pairs(olds, news)
    found = [Change("main", None, _told(m)) for i, m in enumerate(news) if i not in pairs.values()]
    for row, old in enumerate(olds):
        if row not in pairs:
            found.append(Change("main", _told(old), None))
            continue
        found += [c for c in _between(old, news[pairs[row]]) if not _only_in(before, old, c.field, dropped)]
    errors = [_errors(gold, one) for one in (before, after)]
    return tuple(_judged(one, errors[0], errors[1]) for one in found)


def _told(mention: FoundMention) -> str:
    return f"{mention.type} {mention.state}"


def _pairs(olds: Sequence[FoundMention], news: Sequence[FoundMention]) -> dict[int, int]:
    likeness = sorted(
        (len(_between(old, new)) + 3 * (old.type != new.type), row, column)
        for row, old in enumerate(olds)
        for column, new in enumerate(news)
        if old.state == new.state
    )
    chosen: dict[int, int] = {}
    for _, row, column in likeness:
        if row not in chosen and column not in chosen.values():
            chosen[row] = column
    return chosen


def _between(old: FoundMention, new: FoundMention) -> list[Change]:
    found = [Change("type", old.type, new.type)] if old.type != new.type else []
    for rule in FIELDS:
        one, other = rule.got(old.values), rule.got(new.values)
        if not same(one, other):
            found.append(Change(rule.name, plain(one), plain(other)))
    return found


def same(one: Any, other: Any) -> bool:
    """Whether two values are one, whatever they are written as."""
    if not isinstance(one, Mapping) or not isinstance(other, Mapping):
        return bool(one == other)
    if "min" in one or "max" in one:
        return all(_near(one.get(end), other.get(end)) for end in _ENDS)
    return bool(plain(one) == plain(other))


def plain(value: Any) -> Any:
    """The value as it is listed."""
    if isinstance(value, Mapping):
        return (
            [value.get(end) for end in _ENDS]
            if "min" in value or "max" in value
            else value.get("id") or value.get("name")
        )
    return value


def _near(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= TOLERANCE * max(abs(one), abs(other))


def _only_in(found: FoundReport, mention: FoundMention, field: str, dropped: tuple[int, int] | None) -> bool:
    if dropped is None:
        return False
    claims = [c for c in found.claims if c.mention == mention.id and c.field == field]
    return all(dropped[0] <= c.start and c.end <= dropped[1] for c in claims)


def _errors(gold: GoldReport, found: FoundReport) -> Counter[str]:
    score = score_report(gold, found)
    return Counter(
        {"main": score.mains.wrong + score.mains.missed, "type": len(gold.mains) - score.types_right}
    ) + Counter({name: tally.wrong + tally.missed for name, tally in score.fields.items()})


def _judged(change: Change, before: Counter[str], after: Counter[str]) -> Change:
    worse = after[change.field] - before[change.field]
    return Change(change.field, change.before, change.after, "fell" if worse > 0 else "rose" if worse < 0 else "other")
