"""Claims as people ruled on them, and what that makes of the mentions they stand in."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from reportedly.codebook import Codebook
from reportedly.extract.deriving import derived_values
from reportedly.extract.folding import fold_values
from reportedly.model import Claim, Extraction, Mention, Ruled, Ruling, Term, Value
from reportedly.reconcile.rulings.standing import Rulings


def ruled_claim(claim: Claim, rulings: Rulings) -> Claim:
    """The claim with what was ruled of it: a corrected one has its new value, a rejected one its old."""
    standing = rulings.claims.get(claim.id)
    if standing is None or claim.ruled is not None:
        return claim
    decision = standing.decision
    corrected = decision.ruling is Ruling.CORRECT
    read = claim.value if corrected else None
    noted = Ruled(decision.ruling, decision.id, decision.who, decision.when, decision.why, read)
    return replace(claim, ruled=noted, value=decision.value if corrected else claim.value)


def ruled(extraction: Extraction, rulings: Rulings, codebook: Codebook) -> Extraction:
    """What was read of a report, as people ruled on it: values, kinds and shots follow the claims.

    Where the whole report is rejected these stay as they were read: it stays in its incident, and settles nothing there.
    """
    if not any(claim.id in rulings.claims for mention in extraction.mentions for claim in mention.claims):
        return extraction
    return replace(extraction, mentions=tuple(_mention(one, rulings, codebook) for one in extraction.mentions))


def _mention(mention: Mention, rulings: Rulings, codebook: Codebook) -> Mention:
    claims = tuple(ruled_claim(claim, rulings) for claim in mention.claims)
    changed = [claim for claim in claims if _is_changed(claim, rulings)]
    if not changed:
        return replace(mention, claims=claims)
    live = [claim for claim in claims if not claim.rejected]
    fields = {claim.field for claim in changed}
    refolded = fold_values([claim for claim in live if claim.field in fields], {})
    kept = {name: value for name, value in mention.values.items() if name not in fields}
    values = {**kept, **refolded}
    state = codebook.states.get(mention.state or "")
    return replace(
        mention,
        type=_type(mention.type, changed),
        claims=claims,
        values=values,
        derived_values=derived_values(values, live, state.zone if state else None),
        shots=tuple(_shot(shot, changed) for shot in mention.shots),
    )


def _is_changed(claim: Claim, rulings: Rulings) -> bool:
    """Whether another value stands for it, or none."""
    if claim.ruled is None or claim.ruled.ruling is Ruling.ACCEPT:
        return False
    standing = rulings.claims.get(claim.id)
    return standing is None or not standing.decision.whole


def _type(type_: str, changed: Iterable[Claim]) -> str:
    """The kind as corrected, if it was."""
    terms = (claim.value for claim in changed if claim.field == "type" and not claim.rejected)
    return next((term.code for term in terms if isinstance(term, Term)), type_)


def _shot(shot: Mapping[str, Value], changed: Iterable[Claim]) -> Mapping[str, Value]:
    """One missile of several, without what was rejected of it and with what was corrected."""
    made = dict(shot)
    for claim in changed:
        before = claim.value if claim.rejected else claim.ruled.read if claim.ruled else None
        if claim.field in made and made[claim.field] == before:
            if claim.rejected or claim.value is None:
                del made[claim.field]
            else:
                made[claim.field] = claim.value
    return made
