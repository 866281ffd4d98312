"""Two accounts of one incident, by the ids of their mentions: which accounts stand with the one, and which with the other."""

from collections.abc import Iterable

from reportedly.model import Extraction, Incident, JoinReason, Mention
from reportedly.model.errors import UsageError
from reportedly.reconcile.rulings.elsewhere import by_hand
from reportedly.store.ledger import Ledger

Account = tuple[Mention, Extraction]


def sides_of(incident: Incident, left: str, right: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The accounts on either side of the join of two, by id: those that hold together without it. One side is empty where
    other joins hold the two together."""
    edges = [one for one in incident.reasons if {one.left, one.right} != {left, right}]
    with_left = _reached(left, edges)
    members = {ref.mention for ref in incident.mentions if not by_hand(ref)}
    if right in with_left:
        return tuple(sorted(members)), ()
    with_right = _reached(right, edges) & members
    return tuple(sorted(members - with_right)), tuple(sorted(with_right))


def accounts(ledger: Ledger, mentions: Iterable[str]) -> tuple[Account, ...]:
    """The accounts of these ids, each with what was read of its report. UsageError where one is there no more."""
    wanted = set(mentions)
    reports = _reports(ledger, wanted)
    found = {m.id: (m, told) for told in ledger.extractions(reports) for m in told.mentions if m.id in wanted}
    if len(found) < len(wanted):
        raise UsageError("an account is not in the ledger any more; look at the incident again")
    return tuple(found[id_] for id_ in sorted(found))


def _reports(ledger: Ledger, mentions: set[str]) -> list[str]:
    incidents = filter(None, (ledger.incident(home) for home in {*ledger.homes(mentions).values()}))
    return sorted({ref.report for one in incidents for ref in one.mentions if ref.mention in mentions})


def _reached(start: str, edges: Iterable[JoinReason]) -> set[str]:
    near: dict[str, set[str]] = {}
    for one in edges:
        near.setdefault(one.left, set()).add(one.right)
        near.setdefault(one.right, set()).add(one.left)
    found, open_ = {start}, [start]
    while open_:
        new = near.get(open_.pop(), set()) - found
        found |= new
        open_ += new
    return found
