"""What a person read in a report that the ledger does not hold, as a report of one sentence that makes one claim."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from reportedly.frozen import dataclass
from reportedly.model import (
    Block,
    BlockKind,
    Claim,
    Decision,
    Elsewhere,
    Extraction,
    Mention,
    MentionRef,
    Report,
    Role,
    Ruled,
    Ruling,
    Span,
    content_id,
)
from reportedly.reconcile.rulings.standing import Rulings, Standing

BY_HAND = "by hand"  # the rule of a claim that a person added
LAST = "ffff"  # how ids of such accounts begin: they sort last, and the incident keeps its id


@dataclass(frozen=True, slots=True)
class Told:
    """One claim that a person added: the ruling, the sentence as a report, and the claim in an account of its own."""

    standing: Standing
    report: Report
    extraction: Extraction

    @property
    def home(self) -> str:
        """The mention whose incident it was added to."""
        return self.standing.accounts[0]

    @property
    def account(self) -> str:
        """The mention that holds the claim."""
        return account_id(self.standing.decision.id)


def told_elsewhere(rulings: Rulings, mentions: Mapping[str, Mention]) -> tuple[Told, ...]:
    """The claims that people added to these mentions' incidents, by id."""
    made = []
    for standing in rulings.of(Ruling.CLAIM):
        decision, home = standing.decision, mentions.get(standing.accounts[0])
        if home is not None and (told := decision.elsewhere) is not None:
            made.append(Told(standing, report_of(decision, told), extraction_of(decision, told, home)))
    return tuple(sorted(made, key=lambda one: one.report.id))


def claim_id(decision: Decision) -> str:
    """The id of the claim that a decision adds."""
    return content_id("claim", decision.id)


def account_id(decision: str) -> str:
    """The id of the mention that holds the claim which the decision of this id adds."""
    return f"{LAST}{content_id('account', decision)[len(LAST) :]}"


def by_hand(ref: MentionRef) -> bool:
    """Whether an incident's mention is one that a person added."""
    return ref.mention == account_id(ref.report)


def report_of(decision: Decision, told: Elsewhere) -> Report:
    """The sentence as a report."""
    return Report(
        id=decision.id,
        path=told.url or f"(added by {decision.who})",
        text=told.quote,
        blocks=(Block(Span(0, len(told.quote)), BlockKind.BODY),),
        raw=told.quote.encode(),
        outlet=told.outlet or _host(told.url) or f"added by {decision.who}",
        url=told.url,
        published=told.published,
        language="en",
    )


def _host(url: str | None) -> str | None:
    """The name of the machine an address leads to."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None if url else None
    except ValueError:
        return None


def extraction_of(decision: Decision, told: Elsewhere, home: Mention) -> Extraction:
    """The claim in an account of the incident that `home` tells of."""
    id_ = account_id(decision.id)
    claim = Claim(
        id=claim_id(decision),
        mention=id_,
        field=told.field,
        value=decision.value,
        written=told.quote,
        span=Span(0, len(told.quote)),
        voices=(told.voice,),
        rule=BY_HAND,
        ruled=Ruled(Ruling.CLAIM, decision.id, decision.who, decision.when, decision.why),
    )
    values = {} if decision.value is None else {told.field: decision.value}
    mention = Mention(id_, decision.id, home.type, Role.BACKGROUND, home.state, (claim,), values)
    return Extraction(decision.id, relevant=False, mentions=(mention,))
