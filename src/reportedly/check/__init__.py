"""The sums that reports print, checked: one file a check, the list of them in `registry.py`."""

from reportedly.check.article import Article
from reportedly.check.asked import days_asked
from reportedly.check.dating import Dating
from reportedly.check.record import UNCLASSED, Limit, Record, record_of
from reportedly.check.registry import CHECKS, Checked, check

__all__ = ["CHECKS", "UNCLASSED", "Article", "Checked", "Dating", "Limit", "Record", "check", "days_asked", "record_of"]
