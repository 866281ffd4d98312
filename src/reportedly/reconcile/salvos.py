"""The sites of one salvo: places that one holder names in a row ("from Sunan, Kaechon and Hamhung")."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from reportedly.fields.place import kilometres
from reportedly.model import Claim, Mention, Place
from reportedly.reconcile.sketch import POINT

APART = 20  # kilometres: nearer ones are an airfield and its town
IN_A_ROW = 40  # code points between two names: "Sunan in Pyongyang, Kaechon in South Pyongan Province and"


def salvos_of(mention: Mention) -> Mapping[str, frozenset[str]]:
    """Of each claim that names a site of a salvo, by its id, the ids of all these sites."""
    found: dict[str, frozenset[str]] = {}
    for row in _rows([claim for claim in mention.claims if _is_point(claim)]):
        sites = {claim.value.id: claim.value for claim in row if isinstance(claim.value, Place) and claim.value.id}
        if any((kilometres(a, b) or 0) > APART for a in sites.values() for b in sites.values()):
            found.update({claim.id: frozenset(sites) for claim in row})
    return found


def sites_of(mention: Mention) -> tuple[Place, ...]:
    """The sites of a salvo in the order in which they are named; none where there is no salvo."""
    named = salvos_of(mention)
    claims = sorted((claim for claim in mention.claims if claim.id in named), key=lambda claim: claim.span)
    places: dict[str | None, Place] = {}
    for claim in claims:
        if isinstance(claim.value, Place):
            places.setdefault(claim.value.id, claim.value)
    return tuple(places.values())


def _is_point(claim: Claim) -> bool:
    value = claim.value
    return claim.field == "site" and isinstance(value, Place) and value.id is not None and value.precision <= POINT


def _rows(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Claims of one holder that stand in a row."""
    ordered = sorted(claims, key=lambda claim: claim.span)
    row = ordered[:1]
    for before, claim in pairwise(ordered):
        if claim.voices == before.voices and claim.span.start - before.span.end <= IN_A_ROW:
            row.append(claim)
        else:
            yield row
            row = [claim]
    yield row
