"""The case of two accounts that little holds together: both documents side by side, and over what they differ."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reportedly.deciding.sides import sides_of
from reportedly.fields.order import field_rank
from reportedly.fields.registry import agree, show
from reportedly.fields.wording import field_name
from reportedly.frozen import dataclass
from reportedly.model import Extraction, Incident, JoinReason, Mention, Report, Value
from reportedly.publish.naming import told_by
from reportedly.reconcile.rulings.elsewhere import by_hand
from reportedly.store.ledger import Ledger
from reportedly.store.ruled import AsRuled, as_ruled_of
from reportedly.web.accounts import APART
from reportedly.web.asked import Item
from reportedly.web.case import Case, Review, looked_at, placed, ruled_lines, told_outcome
from reportedly.web.document import Document, document
from reportedly.web.judging import head_of
from reportedly.web.page import Page


@dataclass(frozen=True, slots=True)
class Side:
    """One of two accounts: its report with its claims marked, and the incident it stands in now."""

    mention: Mention
    by: str
    document: Document
    incident: Incident

    @property
    def report(self) -> Report:
        """The report of the account."""
        return self.document.report


@dataclass(frozen=True, slots=True)
class Line:
    """What both accounts say of a field; `differs` where both cannot be true."""

    name: str
    left: str
    right: str
    differs: bool


def join_page(review: Review, case: Case, left_id: str, right_id: str) -> Page | None:
    """The page of two accounts; None where the ledger has one of them no more."""
    with Ledger.open(review.settings.ledger) as ledger:
        homes = {id_: ledger.incident(id_) for id_ in (left_id, right_id)}
        one, other = homes[left_id], homes[right_id]
        if one is None or other is None:
            return None
        told = as_ruled_of(ledger, one, review.book)
        beside = told if one.id == other.id else as_ruled_of(ledger, other, review.book)
        left, right = _side(left_id, one, told), _side(right_id, other, beside)
        if left is None or right is None:
            return None
        case = looked_at(case, told.rulings, one)
        case = replace(case, outcome=told_outcome(review, ledger, told.rulings, case.decision))
        ruled = ruled_lines(ledger, told.rulings, one)
    case = placed(case, review, Item("join", (left_id, right_id), head_of(review, one), ""))
    joined = one.id == other.id
    lefts, rights = sides_of(one, left_id, right_id) if joined else ((), ())
    shows = {
        "case": case,
        "incident": one,
        "left": left,
        "right": right,
        "lines": tuple(_lines(left.mention, right.mention, review.book.tolerances)),
        "reason": _reason(one, left_id, right_id),
        "joined": joined,
        "parts": (len(lefts), len(rights)) if len(lefts) > 1 and len(rights) > 1 else None,
        "ruled": ruled,
    }
    return Page("joining.html", f"{one.label}: one or two?", "review", shows)


def _side(id_: str, incident: Incident, told: AsRuled) -> Side | None:
    ref = next((ref for ref in incident.mentions if ref.mention == id_), None)
    if ref is None or by_hand(ref):
        return None
    mention = _mention(id_, told.extractions)
    report = next(one for one in told.reports if one.id == ref.report)
    return Side(mention, told_by(report), document(report, mention.claims), incident)


def _mention(id_: str, extractions: tuple[Extraction, ...]) -> Mention:
    return next(mention for one in extractions for mention in one.mentions if mention.id == id_)


def _lines(left: Mention, right: Mention, tolerances: Mapping[str, float]) -> Iterator[Line]:
    for name in sorted({*left.values, *right.values}, key=field_rank):
        one, other = left.values.get(name), right.values.get(name)
        told = one is not None and other is not None and name not in APART
        differs = told and not agree(name, one, other, tolerances)
        yield Line(field_name(name), _shown(name, one), _shown(name, other), differs)


def _shown(name: str, value: Value | None) -> str:
    return "" if value is None else show(name, value)


def _reason(incident: Incident, left: str, right: str) -> JoinReason | None:
    return next((one for one in incident.reasons if {one.left, one.right} == {left, right}), None)
