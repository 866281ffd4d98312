"""A list that others keep, held against another list or against the incidents of a ledger, day by day."""

from reportedly.reconcile.lists.against import ListCell, ListComparison, ListPair, compare_lists
from reportedly.reconcile.lists.compare import Cell, Comparison, Pair, Verdict, compare
from reportedly.reconcile.lists.link import Dated, DayLink, Match, link_days

__all__ = [
    "Cell",
    "Comparison",
    "Dated",
    "DayLink",
    "ListCell",
    "ListComparison",
    "ListPair",
    "Match",
    "Pair",
    "Verdict",
    "compare",
    "compare_lists",
    "link_days",
]
