"""Reportedly turns news reports of missile and nuclear tests into a ledger in which every value says who said it."""

__version__ = "0.1.0"
