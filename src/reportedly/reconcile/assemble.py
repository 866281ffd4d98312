"""Mentions that were joined as one incident: its kind, its values, its label; and the same as it was known at a moment."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from reportedly.codebook import Codebook
from reportedly.model import Extraction, Incident, JoinReason, Mention, MentionRef, Report, Role, Value
from reportedly.reconcile.label import label
from reportedly.reconcile.said import said_of
from reportedly.reconcile.salvos import sites_of
from reportedly.reconcile.settle import settled
from reportedly.reconcile.support import support

REJECTED = " (all reports of it rejected)"  # stands behind the label of an incident


def assembled(
    id_: str,
    mentions: Sequence[Mention],
    reports: Mapping[str, Report],
    codebook: Codebook,
    reasons: Iterable[JoinReason] = (),
) -> Incident:
    """The incident that these mentions tell of, under this id; `reports` are those they stand in, where known.

    What a person rejected stays among its mentions and positions, and decides nothing.
    """
    live = [mention for mention in mentions if not mention.rejected]
    type_ = _type(live or mentions)
    state = mentions[0].state
    said = said_of(mentions, reports, codebook)
    values = settled(said, codebook)
    return Incident(
        id=id_,
        label=label(type_, state, values, codebook) + ("" if live else REJECTED),
        type=type_,
        state=state,
        values=values,
        mentions=tuple(MentionRef(mention.report, mention.id) for mention in mentions),
        shots=_shots(live) if live else (),
        reasons=tuple(sorted(reasons, key=lambda reason: (reason.left, reason.right))),
        support=support(said, mentions, reports, codebook),
    )


def as_of(
    incident: Incident,
    extractions: Iterable[Extraction],
    reports: Iterable[Report],
    codebook: Codebook,
    moment: datetime,
) -> Incident | None:
    """The incident as far as reports told of it by a moment (with its zone); None where none had yet.

    A report that bears a day and no hour is known when that day is over, one without a date never. `extractions` and
    `reports` are those of the incident's mentions. What was joined stays joined, under its id.
    """
    about = {report.id: report for report in reports if report.published and report.published.known_by(moment)}
    wanted = {ref.mention for ref in incident.mentions if ref.report in about}
    told = {mention.id: mention for extraction in extractions for mention in extraction.mentions}
    mentions = [told[id_] for id_ in sorted(wanted & told.keys())]
    if not mentions:
        return None
    kept = (reason for reason in incident.reasons if {reason.left, reason.right} <= wanted)
    return assembled(incident.id, mentions, about, codebook, kept)


def _type(mentions: Sequence[Mention]) -> str:
    """What most mentions call it, those that are about it first."""
    main = [mention.type for mention in mentions if mention.role is Role.MAIN]
    counted = Counter(main or [mention.type for mention in mentions])
    return min(counted, key=lambda type_: (-counted[type_], type_))


def _shots(mentions: Sequence[Mention]) -> tuple[Mapping[str, Value], ...]:
    """The missiles told apart by the mention that tells most of them apart; where none does the sites of a salvo."""
    told = min((mention for mention in mentions), key=lambda m: (-len(m.shots), m.id)).shots
    sites = min(
        (sites_of(mention) for mention in mentions), key=lambda found: (-len(found), [p.id or "" for p in found])
    )
    return told or tuple({"site": place} for place in sites)
