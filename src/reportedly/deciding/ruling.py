"""A ruling on its way into the ledger: who, when and why are added, it is kept and applied, and told what it changed."""

from collections.abc import Mapping
from dataclasses import replace

from reportedly import codebook, pipeline
from reportedly.deciding.verbs import Making
from reportedly.fields.registry import show
from reportedly.fields.wording import field_name
from reportedly.frozen import dataclass
from reportedly.model.errors import UsageError
from reportedly.pipeline import Decided, Run
from reportedly.publish.decided import SHORT, line_of, paths_of
from reportedly.reconcile.rulings import Standing
from reportedly.reconcile.rulings.making import after, signed
from reportedly.store.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Ruled:
    """How the ruling just made stands, and all that became of it."""

    standing: Standing
    decided: Decided


@dataclass(frozen=True, slots=True)
class Signature:
    """Who rules, and why."""

    who: str
    why: str


def rule(
    make: Making, signature: Signature, ledger: Ledger, run: Run, *, seen: Mapping[str, str] | None = None
) -> Ruled:
    """What became of a ruling, which is kept and applied; `seen` has the incidents that were looked at, as for
    `pipeline.decide`."""
    who, why = signature.who.strip(), signature.why.strip()
    if not who:
        raise UsageError("say who rules: --who NAME, or set the environment variable REPORTEDLY_WHO")
    if not why:
        raise UsageError("say why: --why WORDS; whoever reads the ruling later has nothing else to go by")
    wanted = make(ledger, codebook.load(run.codebook))
    decision = signed(replace(wanted, who=who, why=why, when=after(run.now, ledger.decisions())))
    decided = pipeline.decide([decision], ledger, run, seen=seen)
    return Ruled(next(one for one in decided.rulings.standings if one.decision.id == decision.id), decided)


def told(ledger: Ledger, standing: Standing, standings: Mapping[str, Standing]) -> list[str]:
    """The decision in a line, and below it what it is about now; of an undo of an undo, how the first ruling stands."""
    about = about_of(standing, standings)
    lines, field = [line_of(standing, paths_of(ledger, [standing]))], field_of(about)
    if about.decision.id not in (standing.decision.id, standing.decision.undoes):
        lines.append(f"  which leaves {line_of(about, paths_of(ledger, [about]))}")
    for id_ in homes_of(ledger, about):
        incident = ledger.incident(id_)
        if incident is None:
            continue
        lines.append(f"  {id_[:SHORT]}  {incident.label}")
        if field is not None and field in incident.values and field != "type":
            settled = incident.values[field]
            value = "left open" if settled.value is None else show(field, settled.value)
            lines.append(f"            {field_name(field)}: {value}, {settled.status.value.replace('_', ' ')}")
    return lines


def about_of(standing: Standing, standings: Mapping[str, Standing]) -> Standing:
    """The ruling that this one takes back, and so on to the first; else itself."""
    while (before := standings.get(standing.decision.undoes or "")) is not None:
        standing = before
    return standing


def field_of(about: Standing) -> str | None:
    """The field that a ruling on a claim is about."""
    ruled = about.decision
    if ruled.elsewhere is not None:
        return ruled.elsewhere.field
    return ruled.anchors[0].field if about.claims and ruled.anchors else None


def homes_of(ledger: Ledger, about: Standing) -> tuple[str, ...]:
    """The incidents that a ruling is about now, by id."""
    accounts = (*about.accounts, *about.others)
    homes = ledger.homes(accounts)
    return tuple(dict.fromkeys(homes[one] for one in accounts if one in homes))
