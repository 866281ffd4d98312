"""From decisions, and what the reports are read to say, to what each decision rules on now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reportedly.fields.registry import show
from reportedly.frozen import dataclass
from reportedly.model import WHOLE, Anchor, Claim, Decision, Extraction, Report, Ruling
from reportedly.reconcile.rulings.anchors import claims_at
from reportedly.reconcile.rulings.elsewhere import claim_id
from reportedly.reconcile.rulings.standing import Force, Rulings, Standing, moment, overruled

ON_CLAIMS = frozenset({Ruling.ACCEPT, Ruling.REJECT, Ruling.CORRECT})
SHORT = 8  # digits of an id that are shown
ON_READINGS = frozenset({Ruling.ACCEPT, Ruling.REJECT})  # on the value that was read; another one was never judged


def rulings_of(decisions: Iterable[Decision], extractions: Iterable[Extraction], reports: Iterable[Report]) -> Rulings:
    """How each decision stands on these reports, and what is ruled of their claims; no order changes anything.

    Of two rulings on one claim the later is in force. Of all reports only those that decisions point at are needed.
    """
    known = _Known({one.report: one for one in extractions}, {report.id: report for report in reports})
    made = {decision.id: decision for decision in decisions}
    ordered = sorted(made.values(), key=moment)
    undone = undone_by(ordered)
    placed = [_unless_undone(_placed(one, known, made), undone.get(one.id)) for one in ordered]
    last = {id_: one for one in placed if _on_claims(one) for id_ in one.claims}
    standings = tuple(_beside(one, last) if _on_claims(one) else one for one in placed)
    return Rulings(standings, last)


def undone_by(decisions: Iterable[Decision]) -> Mapping[str, Decision]:
    """Of each decision that is taken back, the latest undo that is not undone itself."""
    undos: dict[str, list[Decision]] = {}
    for one in sorted(decisions, key=moment):
        if one.undoes is not None:
            undos.setdefault(one.undoes, []).append(one)
    known: dict[str, Decision | None] = {}

    def undo_of(id_: str) -> Decision | None:
        if id_ not in known:
            known[id_] = None  # ids are hashes, so that no decision can undo itself; a forged one changes nothing
            known[id_] = next((undo for undo in reversed(undos.get(id_, ())) if undo_of(undo.id) is None), None)
        return known[id_]

    return {id_: undo for id_ in undos if (undo := undo_of(id_))}


def _placed(one: Decision, known: "_Known", made: Mapping[str, Decision]) -> Standing:
    """The decision on what it rules on; an undo on the decision that it takes back."""
    if one.ruling is not Ruling.UNDO:
        return known.place(one)
    if one.undoes in made:
        return Standing(one)
    return Standing(one, Force.NOT_APPLICABLE, f"no decision {(one.undoes or '')[:SHORT]} is in this ledger")


def _unless_undone(one: Standing, undo: Decision | None) -> Standing:
    return one if undo is None else replace(one, force=Force.UNDONE, why=f"by {undo.who}: {undo.why}")


def _on_claims(one: Standing) -> bool:
    return one.in_force and one.decision.ruling in ON_CLAIMS


def _beside(one: Standing, last: Mapping[str, Standing]) -> Standing:
    """The ruling, where a later one on the same claims leaves it any."""
    if any(last[id_] is one for id_ in one.claims):
        return one
    return overruled(one, last[one.claims[0]].decision)


@dataclass(frozen=True, slots=True)
class _Known:
    """The reports that decisions point at, by id, and what is read of them."""

    extractions: Mapping[str, Extraction]
    reports: Mapping[str, Report]

    def place(self, decision: Decision) -> Standing:
        """The decision on what it rules on, or not applicable where that is nowhere to be found."""
        missing = [side for side in _sides(decision) if not any(self._at(anchor) for anchor in side)]
        if missing:
            return Standing(decision, Force.NOT_APPLICABLE, self._why(missing[0]))
        if decision.ruling in ON_CLAIMS:
            return self._on_claims(decision)
        accounts, others = self._accounts(decision.anchors), self._accounts(decision.others)
        if decision.ruling is Ruling.DIFFERENT:
            accounts, others = (tuple(sorted({*a} - {*b})) for a, b in ((accounts, others), (others, accounts)))
            if not (accounts and others):
                return Standing(decision, Force.NOT_APPLICABLE, "both sides are read as one account now")
        claims = (claim_id(decision),) if decision.ruling is Ruling.CLAIM else ()
        return Standing(decision, claims=claims, accounts=accounts, others=others)

    def _on_claims(self, decision: Decision) -> Standing:
        found = self._at(decision.anchors[0])
        judged, field = decision.value, decision.anchors[0].field
        if decision.ruling in ON_READINGS and not decision.whole:
            kept = tuple(claim for claim in found if show(field, claim.value) == show(field, judged))
            if not kept:
                now = f"was {show(field, judged)} when it was judged and is read as {show(field, found[0].value)} now"
                return Standing(decision, Force.NOT_APPLICABLE, f"{decision.anchors[0].written!r} {now}")
            found = kept
        accounts = tuple(sorted({claim.mention for claim in found}))
        return Standing(decision, claims=tuple(sorted(claim.id for claim in found)), accounts=accounts)

    def _at(self, anchor: Anchor) -> tuple[Claim, ...]:
        extraction = self.extractions.get(anchor.report)
        return () if extraction is None else claims_at(anchor, extraction, self.reports.get(anchor.report))

    def _accounts(self, anchors: Iterable[Anchor]) -> tuple[str, ...]:
        """The mentions that the anchors stand for."""
        found = (min(claim.mention for claim in claims) for anchor in anchors if (claims := self._at(anchor)))
        return tuple(sorted(set(found)))

    def _why(self, side: Sequence[Anchor]) -> str:
        here = [anchor for anchor in side if anchor.report in self.reports]
        if not here:
            return f"no report {side[0].report[:8]} is in this ledger" if side else "it points at no report"
        report = self.reports[here[0].report]
        if here[0].field == WHOLE:
            return f"{report.path}: nothing is read of any incident there"
        return f"{report.path}: nothing is read of {here[0].field} at {here[0].written!r} any more"


def _sides(decision: Decision) -> tuple[tuple[Anchor, ...], ...]:
    two = decision.ruling in (Ruling.SAME, Ruling.DIFFERENT)
    return (decision.anchors, decision.others) if two else (decision.anchors,)
