"""Accounts with decisions on them, each account by its number."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from accounts import accounts

from reportedly.codebook import load
from reportedly.model import Anchor, Claim, Decision, Elsewhere, Extraction, Incident, Ruling, Value
from reportedly.reconcile import reconcile
from reportedly.reconcile.rulings import Force, Rulings, carried_out, ruled, rulings_of
from reportedly.reconcile.rulings.anchors import account_anchor, anchor_of, report_anchor
from reportedly.reconcile.rulings.making import signed

BOOK = load()


def decision(ruling: Ruling, *, day: int = 1, who: str = "ana", **more: Any) -> Decision:
    """A decision of that day of January, with an id of its own."""
    return signed(Decision("", ruling, who, datetime(2026, 1, day, tzinfo=UTC), "because", **more))


class Case:
    """Accounts, and what becomes of them under decisions."""

    def __init__(self, told: Sequence[dict[str, Any]]) -> None:
        self._extractions, self._reports = accounts(told)
        self._homes = {mention.id: extraction for extraction in self._extractions for mention in extraction.mentions}
        self.read = list(zip(self._extractions, self._reports, strict=True))
        self.mentions = [mention for extraction in self._extractions for mention in extraction.mentions]

    def anchor(self, nth: int, field: str | None = None) -> Anchor:
        """Where that account stands, or its claim on that field."""
        mention = self.mentions[nth]
        if field is None:
            return account_anchor(mention, self._homes[mention.id])
        return anchor_of(next(claim for claim in mention.claims if claim.field == field), mention.report)

    def same(self, a: int, b: int, **more: Any) -> Decision:
        return decision(Ruling.SAME, anchors=(self.anchor(a),), others=(self.anchor(b),), **more)

    def different(self, a: Sequence[int], b: Sequence[int], **more: Any) -> Decision:
        sides = (tuple(self.anchor(n) for n in side) for side in (a, b))
        return decision(Ruling.DIFFERENT, anchors=next(sides), others=next(sides), **more)

    def on_claim(self, ruling: Ruling, nth: int, field: str, *, value: Value | None, **more: Any) -> Decision:
        return decision(ruling, anchors=(self.anchor(nth, field),), value=value, **more)

    def on_report(self, nth: int, **more: Any) -> Decision:
        """The whole report of that account, rejected."""
        report = next(one for one in self._reports if one.id == self.mentions[nth].report)
        return decision(Ruling.REJECT, anchors=(report_anchor(report),), **more)

    def elsewhere(self, nth: int, told: Elsewhere, value: Value, **more: Any) -> Decision:
        return decision(Ruling.CLAIM, anchors=(self.anchor(nth),), value=value, elsewhere=told, **more)

    def moved(self, made: Decision, *, by: int) -> Decision:
        """The decision with its places so much further on, as in a text with more before them."""
        return replace(made, anchors=tuple(replace(a, start=a.start + by, end=a.end + by) for a in made.anchors))

    def incidents(self, *decisions: Decision) -> tuple[Incident, ...]:
        return reconcile(self._extractions, self._reports, BOOK, decisions)

    def shape(self, *decisions: Decision) -> set[frozenset[int]]:
        """The incidents as numbers of their accounts."""
        number = {mention.id: n for n, mention in enumerate(self.mentions)}
        return {frozenset(number[ref.mention] for ref in one.mentions) for one in self.incidents(*decisions)}

    def rulings(self, *decisions: Decision) -> Rulings:
        """How the decisions stand once the accounts are joined."""
        homes = {ref.mention: one.id for one in self.incidents(*decisions) for ref in one.mentions}
        return carried_out(rulings_of(decisions, self._extractions, self._reports), homes)

    def forces(self, *decisions: Decision) -> list[Force]:
        """The same in short, in the order given."""
        found = {one.decision.id: one.force for one in self.rulings(*decisions).standings}
        return [found[one.id] for one in decisions]

    def claim(self, nth: int, field: str, *decisions: Decision) -> Claim:
        """That account's claim on the field, as ruled."""
        rulings = rulings_of(decisions, self._extractions, self._reports)
        told: Extraction = ruled(self._homes[self.mentions[nth].id], rulings, BOOK)
        return next(c for m in told.mentions if m.id == self.mentions[nth].id for c in m.claims if c.field == field)
