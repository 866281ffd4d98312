"""Mentions become incidents: which accounts belong together and why, who observed, what is settled and what is not."""

from reportedly.reconcile.assemble import as_of
from reportedly.reconcile.reconcile import incident_of, reconcile, reconciled

__all__ = ["as_of", "incident_of", "reconcile", "reconciled"]
