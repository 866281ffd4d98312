"""Who said otherwise later: a holder's stages over time, and which of its claims a later one replaces."""

from collections.abc import Iterable, Mapping, Sequence

from reportedly.fields.registry import agree, fold, to_json
from reportedly.model import Count, Revision, Stage, Stance, Voice
from reportedly.reconcile.said import Said, first_of, of_one_salvo, outlets_of

ACROSS = ""  # the holder of a revision in which one says more exactly what another had said
BACK = frozenset({Stance.WITHDRAWN, Stance.DENIED})  # how a holder takes back what it held


def revisions(
    field: str, said: Sequence[Said], tolerances: Mapping[str, float]
) -> tuple[tuple[Revision, ...], frozenset[str]]:
    """The holders that said otherwise later, and the ids of the claims that no longer stand because of it.

    A state's organs are one holder. What it said first, by publication, is replaced by a value that cannot be true
    beside it, came up later and has been printed by more outlets since: one page that repeats a first figure late, or
    misprints the later one, changes nothing. What a holder withdraws is replaced without a successor. A count told
    as "about" and given exactly later, by the same holder or another, is a revision as well, though both can be true.
    """
    found: list[Revision] = []
    gone: set[str] = set()
    for holder, ones in sorted(_by_holder(said).items()):
        groups = _stages(field, ones, tolerances)
        replaced = [group for group in groups[:-1] if _replaces(groups[-1], group)]
        denials = (one for one in ones if one.claim.stance in BACK and not one.claim.rejected)
        back = [one for one in denials if _held_before(field, one, ones, tolerances)]
        if not (replaced or back):
            continue
        last = groups[-1:]
        fallen = [group for group in last if any(_taken_back(field, group[0], one, tolerances) for one in back)]
        stages = [*replaced, *fallen, *([one] for one in _earliest(back)), *(last if not fallen else [])]
        found.append(Revision(holder, _voices(ones), _told(field, stages)))
        gone |= {one.claim.id for group in replaced for one in group if _part(field, one, groups[-1][0], tolerances)}
        gone |= {one.claim.id for taken in back for one in ones if _taken_back(field, one, taken, tolerances)}
    if not found and (sharper := _sharper(said)):
        told = dict.fromkeys(voice for group in sharper for voice in _voices(group))  # who spoke first stands first
        found.append(Revision(ACROSS, tuple(told), _told(field, sharper)))
    return tuple(found), frozenset(gone)


def _sharper(said: Sequence[Said]) -> Sequence[Sequence[Said]]:
    """A count told as "about" by one and exactly by another later, as two stages; nothing where there is none."""
    dated = [one for one in said if one.settles and one.published and one.attributed]
    if not any(isinstance(one.value, Count) and one.value.approximate for one in dated):
        return ()
    for later in sorted(dated, key=_by_time):
        before = [one for one in dated if _sharpened(later, one) and _surely_before(one, later)]
        if before:
            exact = [one for one in dated if one.value == later.value]
            return [sorted(before, key=_by_time), sorted(exact, key=_by_time)]
    return ()


def _told(field: str, groups: Iterable[Sequence[Said]]) -> tuple[Stage, ...]:
    return tuple(_stage(field, group) for group in groups)


def _by_holder(said: Iterable[Said]) -> dict[str, list[Said]]:
    """What is said by each origin, as far as anybody but the writer stands behind it."""
    found: dict[str, list[Said]] = {}
    for one in said:
        if one.attributed and one.value is not None:
            found.setdefault(one.origin, []).append(one)
    return found


def _stages(field: str, ones: Sequence[Said], tolerances: Mapping[str, float]) -> list[list[Said]]:
    """What the holder asserted, as groups of values that agree, by when each came up; undated reports take no part."""
    groups: list[list[Said]] = []
    for one in sorted((one for one in ones if one.settles and one.published), key=_by_time):
        home = next((group for group in groups if not _part(field, one, group[0], tolerances)), None)
        if home is None or _sharpened(one, home[0]):
            groups.append([one])
        else:
            home.append(one)
    return groups


def _by_time(one: Said) -> tuple[str, str, str]:
    day = one.published.day.isoformat() if one.published else ""
    moment = one.published.utc if one.published else None
    return day, moment.isoformat() if moment else "", one.claim.id


def _part(field: str, a: Said, b: Said, tolerances: Mapping[str, float]) -> bool:
    return not (of_one_salvo(a, b) or agree(field, a.value, b.value, tolerances))


def _sharpened(later: Said, earlier: Said) -> bool:
    """Whether "about ten" became eighteen: both can be true, and the exact number is another."""
    a, b = earlier.value, later.value
    if not (isinstance(a, Count) and isinstance(b, Count)):
        return False
    return a.approximate and not b.approximate and b.minimum == b.maximum and a.minimum != b.minimum


def _replaces(last: Sequence[Said], group: Sequence[Said]) -> bool:
    """Whether the value that came up last has replaced another: it came later, and more outlets have printed it since."""
    start, before = first_of(last), first_of(group)
    if start is None or before is None or not before.before(start):
        return False
    return outlets_of(last) > outlets_of(one for one in group if one.published and not one.published.before(start))


def _held_before(field: str, taken: Said, ones: Sequence[Said], tolerances: Mapping[str, float]) -> bool:
    """Whether the holder asserted what it takes back here, and not again after this."""
    again = (one for one in ones if one.settles and _surely_before(taken, one))
    return any(_taken_back(field, one, taken, tolerances) for one in ones) and all(
        _part(field, one, taken, tolerances) for one in again
    )


def _taken_back(field: str, one: Said, taken: Said, tolerances: Mapping[str, float]) -> bool:
    """Whether the one is what was taken back: what is withdrawn was said before, what is denied must be seen to have been."""
    if not one.settles or _part(field, one, taken, tolerances):
        return False
    if taken.claim.stance is Stance.WITHDRAWN:
        return not _surely_before(taken, one)
    return one.claim.mention == taken.claim.mention or _surely_before(one, taken)


def _surely_before(a: Said, b: Said) -> bool:
    return a.published is not None and b.published is not None and a.published.before(b.published)


def _earliest(back: Sequence[Said]) -> Sequence[Said]:
    """Each value taken back once, where it was taken back first."""
    kept: dict[str, Said] = {}
    for one in sorted(back, key=lambda one: (one.published.iso if one.published else "~", one.claim.id)):
        kept.setdefault(repr(to_json(one.claim.field, one.value)), one)
    return tuple(kept.values())


def _stage(field: str, group: Sequence[Said]) -> Stage:
    since = first_of(group)
    return Stage(
        value=fold(field, [one.value for one in group]),
        stance=group[0].claim.stance,
        since=since.iso if since else None,
        outlets=tuple(sorted({one.outlet for one in group if one.outlet})),
        claims=tuple(sorted({id_ for one in group for id_ in one.claims})),
    )


def _voices(ones: Iterable[Said]) -> tuple[Voice, ...]:
    voices = {voice.id: voice for one in ones for voice in one.claim.voices[-1:]}
    return tuple(voices[id_] for id_ in sorted(voices))
