"""Claims of a frame, one file a group of fields; each rule gives drafts that still want their voice."""

from collections.abc import Iterable

from reportedly.extract.claims.draft import Draft
from reportedly.extract.claims.flight import flights
from reportedly.extract.claims.measures import measures
from reportedly.extract.claims.outcome import outcomes
from reportedly.extract.claims.place import sites
from reportedly.extract.claims.telling import tellings
from reportedly.extract.claims.weapon import weapons
from reportedly.extract.claims.when import times
from reportedly.extract.framing import Framing

__all__ = ["Draft", "drafts"]


def drafts(framing: Framing) -> Iterable[Draft]:
    """All that the report says of its frames, before anybody asks who says it."""
    for rules in (tellings, times, weapons, measures, sites, outcomes, flights):
        yield from rules(framing)
