"""From what was read out of each report to incidents."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from reportedly.codebook import Codebook
from reportedly.model import Extraction, Incident, JoinReason, Mention, MentionRef, Report, Role, Value
from reportedly.reconcile.blocking import Group, fields_of, grouped, tells_enough
from reportedly.reconcile.cluster import Bench, Cluster
from reportedly.reconcile.dated import joined
from reportedly.reconcile.label import label
from reportedly.reconcile.settle import settled
from reportedly.reconcile.sketch import Look, look
from reportedly.reconcile.vague import attached
from reportedly.reconcile.wording import Wording


def reconcile(extractions: Iterable[Extraction], reports: Iterable[Report], codebook: Codebook) -> tuple[Incident, ...]:
    """The incidents of all reports, by id; the order of the reports changes nothing.

    Every main mention belongs to an incident. A background mention without a date that fits no single incident makes
    one of its own only where it names a weapon, a place or people; else it stays what its report says in passing.
    Needs of the reports their id, outlet, date of publication and text.
    """
    about = {report.id: report for report in reports}
    mentions = {mention.id: mention for extraction in extractions for mention in extraction.mentions}
    looks = {id_: look(mention, about.get(mention.report), codebook) for id_, mention in mentions.items()}
    home = {id_: mention.report for id_, mention in mentions.items()}
    main = frozenset(id_ for id_, mention in mentions.items() if mention.role is Role.MAIN)
    bench = Bench(codebook, home, Wording({id_: report.text for id_, report in about.items()}, codebook))
    found = [
        cluster
        for _, groups in fields_of(grouped(looks, home, main), codebook)
        for cluster in _clusters(groups, bench)
        if _stands(cluster, mentions, looks)
    ]
    outlets = {id_: report.outlet for id_, report in about.items()}
    made = [_incident(cluster, [mentions[id_] for id_ in cluster.members], outlets, codebook) for cluster in found]
    return tuple(sorted(made, key=lambda incident: incident.id))


def _clusters(groups: Iterable[Group], bench: Bench) -> list[Cluster]:
    """The incidents that groups of one state and family make: first what has a day, then what is vaguer."""
    groups = tuple(groups)
    firm = joined((group for group in groups if group.look.day), bench)
    return attached((group for group in groups if not group.look.day), firm, bench)


def _stands(cluster: Cluster, mentions: Mapping[str, Mention], looks: Mapping[str, Look]) -> bool:
    return any(mentions[id_].role is Role.MAIN or tells_enough(looks[id_]) for id_ in cluster.members)


def _incident(
    cluster: Cluster, mentions: Sequence[Mention], outlets: Mapping[str, str | None], codebook: Codebook
) -> Incident:
    type_ = _type(mentions)
    state = mentions[0].state
    values = settled(mentions, outlets, codebook)
    return Incident(
        id=cluster.id,
        label=label(type_, state, values, codebook),
        type=type_,
        state=state,
        values=values,
        mentions=tuple(MentionRef(mention.report, mention.id) for mention in mentions),
        shots=_shots(mentions),
        reasons=tuple(sorted(cluster.reasons, key=_by_ids)),
    )


def _type(mentions: Sequence[Mention]) -> str:
    """What most mentions call it, those that are about it first."""
    main = [mention.type for mention in mentions if mention.role is Role.MAIN]
    counted = Counter(main or [mention.type for mention in mentions])
    return min(counted, key=lambda type_: (-counted[type_], type_))


def _shots(mentions: Sequence[Mention]) -> tuple[Mapping[str, Value], ...]:
    """The missiles told apart by the mention that tells most of them apart."""
    return min((mention for mention in mentions), key=lambda m: (-len(m.shots), m.id)).shots


def _by_ids(reason: JoinReason) -> tuple[str, str]:
    return reason.left, reason.right
