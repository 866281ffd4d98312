"""What people ruled, applied to what the rules read and joined: which decisions stand, on what, and what they change."""

from reportedly.reconcile.rulings.claims import ruled, ruled_claim
from reportedly.reconcile.rulings.elsewhere import Told, told_elsewhere
from reportedly.reconcile.rulings.outcome import carried_out, problems_of
from reportedly.reconcile.rulings.resolve import rulings_of, undone_by
from reportedly.reconcile.rulings.standing import NONE, Force, Rulings, Standing
from reportedly.reconcile.rulings.units import ruled_units, with_told

__all__ = [
    "NONE",
    "Force",
    "Rulings",
    "Standing",
    "Told",
    "carried_out",
    "problems_of",
    "ruled",
    "ruled_claim",
    "ruled_units",
    "rulings_of",
    "told_elsewhere",
    "undone_by",
    "with_told",
]
