"""A ledger's reports, claims and decisions as people ruled on them: what is shown and exported of an incident."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from reportedly.codebook import Codebook
from reportedly.frozen import dataclass
from reportedly.model import Claim, Extraction, Incident, Report, Ruling, content_id
from reportedly.reconcile.rulings import Rulings, carried_out, ruled, ruled_claim, rulings_of, told_elsewhere
from reportedly.store.ledger import Ledger


def rulings(ledger: Ledger, *, without: Collection[str] = ()) -> Rulings:
    """How every decision stands in this ledger, but for those of these ids: on its incidents, where these are up to date,
    else on its reports."""
    decisions = [one for one in ledger.decisions() if one.id not in without]
    pointed = {anchor.report for one in decisions for anchor in (*one.anchors, *one.others)}
    ids = sorted(pointed)
    found = rulings_of(decisions, ledger.extractions(ids), ledger.reports(ids))
    if ledger.stale:
        return found
    return carried_out(found, ledger.homes(id_ for one in found.standings for id_ in (*one.accounts, *one.others)))


def version_of(incident: Incident, found: Rulings) -> str:
    """A word that is another as soon as anything of the incident is: its accounts, what is settled, what was ruled."""
    settled = [(name, one.status.value, repr(one.value)) for name, one in sorted(incident.values.items())]
    members = [ref.mention for ref in incident.mentions]
    return content_id(incident.id, incident.label, settled, members, [one.decision.id for one in found.on(incident)])


@dataclass(frozen=True, slots=True)
class AsRuled:
    """What was read of some reports, with what people ruled of it and read elsewhere, by report id."""

    extractions: tuple[Extraction, ...]
    reports: tuple[Report, ...]
    rulings: Rulings

    @property
    def claims(self) -> dict[str, Claim]:
        """The claims by their ids."""
        return {claim.id: claim for extraction in self.extractions for claim in extraction.claims}


@dataclass(frozen=True, slots=True)
class Added:
    """A claim that a person added by hand, the sentence it was read in as a report, and the incident it belongs to."""

    claim: Claim
    report: Report
    incident: str | None


def as_ruled(ledger: Ledger, reports: Sequence[str] | None = None, codebook: Codebook | None = None) -> AsRuled:
    """The accounts in the reports of these ids, or in all; ids of sentences that were added by hand may be among them.

    Where a codebook is given the values of mentions follow their claims, else only the claims are as ruled.
    """
    found = rulings(ledger)
    read = list(ledger.extractions(reports))
    mentions = {mention.id: mention for extraction in read for mention in extraction.mentions}
    added = told_elsewhere(found, mentions)
    extractions = [*(_ruled(one, found, codebook) for one in read), *(one.extraction for one in added)]
    about = [*ledger.reports(reports), *(one.report for one in added)]
    return AsRuled(tuple(extractions), tuple(about), found)


def as_ruled_of(ledger: Ledger, incident: Incident, codebook: Codebook | None = None) -> AsRuled:
    """The accounts in the reports that tell of this incident."""
    return as_ruled(ledger, sorted({member.report for member in incident.mentions}), codebook)


def added_by_hand(ledger: Ledger) -> tuple[Added, ...]:
    """The claims that people added by hand, by id, each as a report of one sentence; with the incident it belongs to."""
    found = rulings(ledger)
    claiming = found.of(Ruling.CLAIM)
    homes = {anchor.report for one in claiming for anchor in one.decision.anchors}
    mentions = {one.id: one for read in ledger.extractions(sorted(homes)) for one in read.mentions} if homes else {}
    told = told_elsewhere(found, mentions)
    incidents = ledger.homes(one.account for one in told)
    return tuple(
        Added(claim, one.report, incidents.get(one.account))
        for one in told
        for mention in one.extraction.mentions
        for claim in mention.claims
    )


def _ruled(extraction: Extraction, found: Rulings, codebook: Codebook | None) -> Extraction:
    if codebook is not None:
        return ruled(extraction, found, codebook)
    if not any(claim.id in found.claims for claim in extraction.claims):
        return extraction
    mentions = (
        replace(one, claims=tuple(ruled_claim(claim, found) for claim in one.claims)) for one in extraction.mentions
    )
    return replace(extraction, mentions=tuple(mentions))
