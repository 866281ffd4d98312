"""Decisions in lines that a person reads."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from reportedly.fields.registry import show
from reportedly.fields.wording import field_name
from reportedly.model import Anchor, Decision, Ruling
from reportedly.reconcile.rulings import Standing
from reportedly.store.ledger import Ledger

SHORT = 8  # letters of an id that are shown
NAMED = 2  # reports of a side that are named
LETTERS = 40  # of the written words that are shown


def line_of(standing: Standing, paths: Mapping[str, str]) -> str:
    """One decision: its id, when, who, what and why, and where it is not in force, why not. `paths` names reports."""
    decision = standing.decision
    when = decision.when.strftime("%Y-%m-%d %H:%M")
    force = "" if standing.in_force else f" [{standing.force.value}: {standing.why}]"
    return f"{decision.id[:SHORT]}  {when}  {decision.who}: {what(decision, paths)} ({decision.why}){force}"


def paths_of(ledger: Ledger, standings: Iterable[Standing]) -> dict[str, str]:
    """The names of the files that decisions point into, by the report's id."""
    decisions = (standing.decision for standing in standings)
    ids = {anchor.report for one in decisions for anchor in (*one.anchors, *one.others)}
    return {report.id: Path(report.path).name for report in ledger.reports(sorted(ids))}


def what(decision: Decision, paths: Mapping[str, str]) -> str:
    """What was ruled, on what, in words."""
    ruling, value = decision.ruling, decision.value
    if ruling is Ruling.UNDO:
        return f"undo {(decision.undoes or '')[:SHORT]}"
    if ruling in (Ruling.SAME, Ruling.DIFFERENT):
        return f"{ruling.value}: {_side(decision.anchors, paths)} and {_side(decision.others, paths)}"
    place = decision.anchors[0]
    if (told := decision.elsewhere) is not None:
        return f"claim: {field_name(told.field)} {show(told.field, value)}, said by {told.voice.name}"
    put = f" to {show(place.field, value)}" if ruling is Ruling.CORRECT else ""
    return f"{ruling.value}: {field_name(place.field)} {_at(place, paths)}{put}"


def _side(anchors: tuple[Anchor, ...], paths: Mapping[str, str]) -> str:
    """The accounts on one side, the first few by their report."""
    names = list(dict.fromkeys(paths.get(anchor.report, anchor.report[:SHORT]) for anchor in anchors))
    if len(anchors) == 1:
        return _at(anchors[0], paths)
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return f"{', '.join(names[:NAMED])}{more}"


def _at(anchor: Anchor, paths: Mapping[str, str]) -> str:
    words = " ".join(anchor.written.split())
    shown = words if len(words) <= LETTERS else words[: LETTERS - 1] + "…"
    return f"'{shown}' in {paths.get(anchor.report, anchor.report[:SHORT])}"
