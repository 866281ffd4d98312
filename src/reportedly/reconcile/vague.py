"""Mentions without a day into incidents: to the one each fits clearly best, and where there is none they stay apart."""

from collections.abc import Iterable

from reportedly.model import JoinReason
from reportedly.reconcile.blocking import Group
from reportedly.reconcile.cluster import Bench, Cluster
from reportedly.reconcile.evidence import HINT, Fit
from reportedly.reconcile.features import most
from reportedly.reconcile.index import Index

LEAD = 0.15  # how much better than the next the one incident must fit that a vague mention is given to


def attached(vague: Iterable[Group], firm: Iterable[Cluster], bench: Bench) -> list[Cluster]:
    """The firm incidents with what clearly belongs to each, and what is left as incidents of their own.

    Narrow spans first, then days without a year, then what has no date; what stays alone is asked once more when the
    others have found their places and tell more of their incidents.
    """
    index = Index(bench)
    for cluster in sorted(firm, key=lambda one: one.id):
        index.add(cluster)
    silent, alone = [], []
    for group in sorted(vague, key=_vagueness):
        new = Cluster.of(group, bench.reports)
        if most(group.look, bench.codebook) < HINT and not index.words(group):
            silent.append(new)
        elif not _given(new, index, bench):
            index.add(new)
            alone.append(new)
    for new in alone:
        if len(new.groups) == 1 and _given(new, index, bench):
            index.remove(new)
    return [*index.all(), *silent]


def _vagueness(group: Group) -> tuple[bool, int, bool, str]:
    look = group.look
    span = min(((last - first).days for first, last in look.days), default=400)
    return not (look.days or look.partial), span, look.published is None, group.id


def _given(new: Cluster, index: Index, bench: Bench) -> bool:
    best = clearly_best(new, index.near(new), bench)
    if best is None:
        return False
    home, reason = best
    home.absorb(new, reason)
    index.note(home, new.groups)
    return True


def clearly_best(new: Cluster, candidates: Iterable[Cluster], bench: Bench) -> tuple[Cluster, JoinReason] | None:
    """The incident that a vague mention fits clearly better than any other, and why; None where it fits none so."""
    fits = [(home, *weighed) for home in candidates if home is not new and (weighed := bench.weigh(new, home))]
    ranked = sorted((one for one in fits if not one[1].contradicted), key=lambda one: (-one[1].score, one[0].id))
    if not ranked or not ranked[0][1].holds:
        return None
    if len(ranked) > 1 and not _leads(ranked[0][1], ranked[1][1]):
        return None
    return ranked[0][0], ranked[0][2]


def _leads(first: Fit, second: Fit) -> bool:
    return round(first.score - second.score, 3) >= LEAD
