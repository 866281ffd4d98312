"""One field of an incident: every position with those who hold it, and the value where one can be settled."""

from collections.abc import Iterable, Mapping, Sequence

from reportedly.codebook import Codebook
from reportedly.fields.registry import fold, show
from reportedly.model import Landing, Place, Revision, Settled, Stance, Status, Value
from reportedly.reconcile.credibility import REVISED, credibility
from reportedly.reconcile.origins import UNATTRIBUTED
from reportedly.reconcile.positions import Rule, firm, grouped, position
from reportedly.reconcile.revisions import ACROSS, BACK, revisions
from reportedly.reconcile.said import MANY_AT_ONCE, Said, first_of, origins_heard, outlets_of

RANGES = frozenset(
    {"date", "count", "time_local", "time_utc", "distance_km", "apogee_km", "flight_time_s", "yield_kt", "magnitude"}
)
MANY = 3  # positions that a reason names
SALVO = "a salvo from"
PRINTED, WRITERS = "printed differently", "in writers' own words also"  # who differs, and contests nothing


def settled(said: Mapping[str, Sequence[Said]], codebook: Codebook) -> Mapping[str, Settled]:
    """Each field anything is said of: status, value, positions, history."""
    rules = {name: Rule(entry.settled_by) for name, entry in codebook.fields.items()}
    tolerances = codebook.of_one_position
    return {field: settle(field, said[field], tolerances, rules.get(field, Rule())) for field in said}


def settle(field: str, said: Sequence[Said], tolerances: Mapping[str, float], rule: Rule) -> Settled:
    """The value that the field's rule gives, every position, and who said otherwise later.

    What its holder replaced or took back is a position that no longer stands. Of the others, those are heard first
    whose class the codebook names first for the field; among equals most independent origins prevail, then what
    nobody has contradicted since. Where that decides nothing, a date, a clock or a number is settled as the span of
    what those heard first say, and anything else is left open. What is denied, supposed, planned or withdrawn
    settles nothing and is shown as a position of its own.
    """
    history, gone = ((), frozenset[str]()) if field in MANY_AT_ONCE else revisions(field, said, tolerances)
    live = grouped(field, [one for one in said if one.settles and one.claim.id not in gone], tolerances, rule)
    other = grouped(field, [one for one in said if not one.settles], tolerances, rule, apart=True)
    former = grouped(field, [one for one in said if one.settles and one.claim.id in gone], tolerances, rule)
    positions = (
        *(position(field, group, credibility=_credibility(field, group, live.firm)) for group in live.all),
        *(position(field, group) for group in other.all),
        *(position(field, group, revised=True, credibility=REVISED) for group in former.all),
    )
    status, value, why = _value(field, _salvos(_heard(live.firm)), said, rule)
    later = "; ".join(_told(field, one) for one in history)
    return Settled(value, status, positions, "; ".join(part for part in (why, later) if part), history)


def status_in_words(settled: Settled) -> str:
    """The status, and who differs where somebody does who contests nothing: "single origin, printed differently"."""
    words = settled.status.value.replace("_", " ")
    if SALVO in settled.why and settled.status in (Status.AGREED, Status.SINGLE_ORIGIN):
        return f"{words}, {SALVO} several sites"
    if settled.status not in (Status.AGREED, Status.SINGLE_ORIGIN):
        return words
    differs = f", {PRINTED}" if PRINTED in settled.why else ", writers differ" if WRITERS in settled.why else ""
    return words + differs


def _heard(groups: Sequence[Sequence[Said]]) -> Sequence[Sequence[Said]]:
    """Those who settle the field: where anybody names waters, not who only says "into the sea" or "outside the zone"."""
    named = [found for group in groups if (found := [one for one in group if not _is_nowhere(one)])]
    return named or groups


def _salvos(groups: Sequence[Sequence[Said]]) -> Sequence[Sequence[Said]]:
    """The groups, those of the sites of one salvo as one; that of the site which most speak of first."""
    sites = frozenset[str]().union(*(one.places for group in groups for one in group))
    inside = [group for group in groups if any(isinstance(o.value, Place) and o.value.id in sites for o in group)]
    if len(inside) < 2:
        return groups
    whole = [one for group in inside for one in group]
    return [whole, *(group for group in groups if group not in inside)]


def _is_nowhere(one: Said) -> bool:
    return isinstance(one.value, Landing) and not one.value.areas


def _credibility(field: str, group: Sequence[Said], live: Sequence[Sequence[Said]]) -> int:
    others = () if field in MANY_AT_ONCE else (one for other in live if other is not group for one in other)
    return credibility(group, others)


def _value(
    field: str, live: Sequence[Sequence[Said]], said: Sequence[Said], rule: Rule
) -> tuple[Status, Value | None, str]:
    if not live:
        stances = {one.claim.stance for one in said if not one.claim.rejected}
        if Stance.WITHHELD in stances:
            return Status.WITHHELD, None, "those who spoke did not say"
        rejected = ", or was rejected" if any(one.claim.rejected for one in said) else ""
        return Status.UNKNOWN, None, f"nobody asserts it: it is denied, supposed, planned or withdrawn{rejected}"
    if len(live) == 1 or field in MANY_AT_ONCE:
        return _uncontested(field, [one for group in live for one in group])
    named = [group for group in live if any(one.attributed for one in group)]
    if len(named) == 1:
        status, value, why = _uncontested(field, named[0])
        return status, value, f"{why}; {_differ(field, live, named[0])}"
    value, why = _contested(field, live, rule)
    if named and origins_heard(one for group in named for one in group) == 1:
        return Status.SINGLE_ORIGIN, value, f"one origin, {PRINTED}: {why}"
    return Status.CONTESTED, value, why


def _differ(field: str, live: Sequence[Sequence[Said]], named: Sequence[Said]) -> str:
    """What writers say in their own words, beside the one position that anybody is named for."""
    others = [_shown(field, group) for group in live if group is not named]
    return f"{WRITERS} {', '.join(others[:MANY])}"


def _uncontested(field: str, every: Sequence[Said]) -> tuple[Status, Value | None, str]:
    value = _folded(field, every)
    salvo = _of_a_salvo(every)
    firm = {one.origin for one in every if one.origin != UNATTRIBUTED and not one.leans}
    origins = firm or {one.origin for one in every}
    if origins_heard(every) > 1:
        return Status.AGREED, value, f"{_names(origins)} agree{salvo}"
    outlets = {one.outlet for one in every if one.outlet}
    repeated = f", repeated by {len(outlets)} outlets" if len(outlets) > 1 else ""
    return Status.SINGLE_ORIGIN, value, f"one origin: {_names(origins)}{repeated}{salvo}"


def _of_a_salvo(every: Sequence[Said]) -> str:
    """That a site is one of several of a salvo, with their names; nothing of anything else."""
    sites = frozenset[str]().union(*(one.places for one in every))
    named = {one.value.name for one in every if isinstance(one.value, Place) and one.value.id in sites}
    return f"; {SALVO} {len(named)} sites: {', '.join(sorted(named))}" if len(named) > 1 else ""


def _contested(field: str, live: Sequence[Sequence[Said]], rule: Rule) -> tuple[Value | None, str]:
    told = "; ".join(f"{_names({one.origin for one in group})}: {_shown(field, group)}" for group in live[:MANY])
    told += f"; and {len(live) - MANY} more" if len(live) > MANY else ""
    best, second = live[0], live[1]
    value = _folded(field, best)
    if rule.rank(best) != rule.rank(second):
        return value, f"{rule.said_by(best)} heard first for {_plain(field)}: {told}"
    if _origins(best) != _origins(second):
        return value, f"most origins hold the first: {told}"
    heard = [group for group in live if rule.rank(group) == rule.rank(best)]
    level = [group for group in heard if _origins(group) == _origins(best)]
    printed = [outlets_of(group) for group in level]
    named = {one.origin for group in level for one in group if one.attributed}
    if len(named) == 1 and printed.count(max(printed)) == 1:
        most = level[printed.index(max(printed))]
        return _folded(field, most), f"most outlets print {_shown(field, most)}: {told}"
    for group in level:
        if all(_since(group, other) for other in level if other is not group):
            return _folded(field, group), f"nobody has said otherwise since {_shown(field, group)}: {told}"
    if field in RANGES:
        return _folded(field, [one for group in heard for one in group]), f"settled as the span of what is said: {told}"
    return None, f"left open: {told}"


def _origins(group: Sequence[Said]) -> int:
    return origins_heard(group)


def _since(later: Sequence[Said], earlier: Sequence[Said]) -> bool:
    """Whether the one came up a day or more after anybody last printed the other."""
    start, last = first_of(later), [one.published for one in earlier]
    return start is not None and all(one is not None and one.day < start.day for one in last)


def _folded(field: str, group: Sequence[Said]) -> Value | None:
    """The one value of a position. Of a salvo it is the site most speak of."""
    if any(one.places for one in group):
        return group[0].value
    return fold(field, firm(one.value for one in group))


def _shown(field: str, group: Sequence[Said]) -> str:
    value = _folded(field, group)
    return "" if value is None else show(field, value)


def _told(field: str, revision: Revision) -> str:
    """One holder's stages in words: "JPN said 2, 1 since 2021-11-09"."""
    first, *later = revision.stages
    names = who_changed(revision)
    steps = [_stage(field, stage.value, stage.stance, stage.since) for stage in later]
    return f"{names} said {show(field, first.value)}" + "".join(f", {step}" for step in steps)


def who_changed(revision: Revision) -> str:
    """The names of who said otherwise later; of several of whom one said more exactly what another had said, in that order."""
    between = ", then " if revision.holder == ACROSS else ", "
    return between.join(dict.fromkeys(voice.name for voice in revision.voices))


def _stage(field: str, value: Value | None, stance: Stance, since: str | None) -> str:
    when = f" on {since}" if since else ""
    if stance in BACK:
        return f"took back {show(field, value)}{when}"
    return f"then{when} {show(field, value)}"


def _plain(field: str) -> str:
    return field.removesuffix("_km").removesuffix("_kt").removesuffix("_s").replace("_", " ")


def _names(origins: Iterable[str]) -> str:
    return ", ".join(sorted(origins))
