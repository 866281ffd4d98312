"""Claims of a frame, one file a group of fields; each rule gives drafts that still want their voice."""

from collections.abc import Iterable

from reportedly.extract.claims.affair import FIELDS, affair_sites, affairs
from reportedly.extract.claims.count import counts
from reportedly.extract.claims.derived import derived
from reportedly.extract.claims.designation import names
from reportedly.extract.claims.draft import Draft
from reportedly.extract.claims.flight import flights
from reportedly.extract.claims.measures import measures
from reportedly.extract.claims.nature import natures
from reportedly.extract.claims.outcome import outcomes
from reportedly.extract.claims.place import sites
from reportedly.extract.claims.relation import relations
from reportedly.extract.claims.telling import tellings
from reportedly.extract.claims.weapon_class import classes
from reportedly.extract.claims.when import times
from reportedly.extract.claims.withheld import withheld
from reportedly.extract.framing import Framing
from reportedly.extract.lexicon import AFFAIRS

__all__ = ["Draft", "drafts"]

_BESIDE = (affairs, affair_sites, natures, derived, withheld, relations)


def drafts(framing: Framing) -> Iterable[Draft]:
    """All that the report says of its frames, before anybody asks who says it."""
    for rules in (tellings, times, counts, classes, names, measures, sites, outcomes, flights, *_BESIDE):
        for draft in rules(framing):
            if draft.field in FIELDS or framing.frames[draft.frame].family not in AFFAIRS:
                yield draft
