"""Accounts of one incident by several outlets, read, joined and settled: stories/caseNN.yaml.

Each was written, with what it is to give, by somebody who had not seen the program; `support` (outlets, origins, digit),
`shots`, `held` (each position with its origins) and `stages` (who said otherwise later) came later. `known` in a story names what it does
not give yet: a group or field ("A", "A.count", "incidents", "as_of MOMENT count"), and must be struck when it does.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly import codebook, pipeline
from reportedly.fields.registry import show, to_json
from reportedly.model import DateRange, Incident, Mention, Role, Settled
from reportedly.store.ledger import Ledger

STORIES = sorted((Path(__file__).parent / "stories").glob("*.yaml"))
NOW = datetime(2026, 1, 1, tzinfo=UTC)


class Told:
    """The ledger that a story makes, and its reports by their number in the story."""

    def __init__(self, story: Mapping[str, Any], folder: Path) -> None:
        for number, report in enumerate(story["reports"], 1):
            (folder / f"{number}.json").write_text(json.dumps(report), "utf-8")
        self.path = folder / "story.db"
        with Ledger.open(self.path, create=True) as ledger:
            pipeline.build(pipeline.sources([str(folder / "*.json")]), ledger, pipeline.Run(NOW))
            self.number = {report.id: int(Path(report.path).stem) for report in ledger.reports()}
            self.mentions = {m.id: m for extraction in ledger.extractions() for m in extraction.mentions}
            self.incidents = tuple(ledger.incidents())

    def by(self, incident: Incident, role: Role) -> set[int]:
        """The numbers of the reports that tell of an incident as this."""
        return {self.number[ref.report] for ref in incident.mentions if self._mention(ref.mention).role is role}

    def _mention(self, id_: str) -> Mention:
        return self.mentions[id_]

    def mains(self) -> tuple[Incident, ...]:
        """The incidents that some report is about."""
        return tuple(one for one in self.incidents if self.by(one, Role.MAIN))

    def of(self, group: Mapping[str, Any]) -> Incident | None:
        """The incident of a group: of its kind, told by most of its reports and by the fewest others, on its day."""
        fit = [one for one in self.mains() if one.type == group["type"] and self.by(one, Role.MAIN) & {*group["main"]}]
        return max(fit, key=lambda one: self._fits(one, group), default=None)

    def _fits(self, incident: Incident, group: Mapping[str, Any]) -> tuple[int, int, bool]:
        told, asked = self.by(incident, Role.MAIN), {*group["main"]}
        return len(told & asked), -len(told - asked), _day(incident) == group["date"]

    def known_by(self, moment: str) -> tuple[Incident, ...]:
        """The incidents as they were told by then."""
        with Ledger.open(self.path) as ledger:
            return pipeline.known_by(ledger, datetime.fromisoformat(moment), codebook.load())


def faults(story: Mapping[str, Any], told: Told) -> Iterator[tuple[str, str]]:
    """What the ledger gives otherwise than the story asks, each with what was found."""
    if len(told.mains()) != story["incidents"]:
        yield "incidents", f"{len(told.mains())}: {[one.label for one in told.mains()]}"
    for name, group in story["groups"].items():
        incident = told.of(group)
        found = incident and (told.by(incident, Role.MAIN), told.by(incident, Role.BACKGROUND) - {*group["main"]})
        if found != ({*group["main"]}, {*group["background"]}):
            yield name, f"{incident and incident.label}, told by {found}"
        if incident is not None and (incident.state, _day(incident)) != (group["state"], group["date"]):
            yield f"{name}.date", f"{incident.label}: {incident.state}, {_day(incident)}"
        yield from _behind(name, group, incident)
        for field, asked in story["fields"].get(name, {}).items():
            settled = incident.values.get(field) if incident else None
            if not _stands(field, settled, asked):
                yield f"{name}.{field}", _shown(field, settled)
    for moment, fields in story.get("as_of", {}).items():
        known = told.known_by(moment)
        for field, asked in fields.items():
            if not any(_stands(field, one.values.get(field), asked) for one in known):
                yield f"as_of {moment} {field}", str([_shown(field, one.values.get(field)) for one in known])


def _behind(name: str, group: Mapping[str, Any], incident: Incident | None) -> Iterator[tuple[str, str]]:
    """What stands behind an incident, and its shots, otherwise than asked."""
    if incident is None:
        return
    found = incident.support
    counted = [found.outlets, found.origins, found.credibility]
    if group.get("support", counted) != counted:
        yield f"{name}.support", f"{counted}: {[(one.origin, one.of) for one in found.backings]}"
    if group.get("shots", len(incident.shots)) != len(incident.shots):
        yield f"{name}.shots", f"{incident.shots}"


def _day(incident: Incident) -> str | None:
    """The first day of an incident, as a story names it."""
    settled = incident.values.get("date")
    when = settled.value if settled else None
    return str(when.earliest) if isinstance(when, DateRange) else None


def _stands(field: str, settled: Settled | None, asked: Mapping[str, Any]) -> bool:
    """Whether a field stands as asked: status, value where one is asked for, and whether a holder revised it."""
    if settled is None or settled.status != asked.get("status", settled.status):
        return False
    if asked.get("revised") and not settled.history:
        return False
    if "stages" in asked and asked["stages"] != _stages(field, settled):
        return False
    if "held" in asked and asked["held"] != _held(field, settled):
        return False
    value = asked.get("settled")
    return value is None or (settled.value is not None and _is(to_json(field, settled.value), value))


def _stages(field: str, settled: Settled) -> dict[str, list[str]]:
    """Who said otherwise later, each with the values of its stages."""
    return {one.voices[0].name: [show(field, stage.value) for stage in one.stages] for one in settled.history}


def _held(field: str, settled: Settled) -> dict[str, list[str]]:
    """Every position that stands, with the origins that are named for it."""
    stands = (one for one in settled.positions if not one.revised and one.value is not None)
    return {
        show(field, one.value): sorted({*one.origins} - {"unattributed"}) for one in stands if one.value is not None
    }


def _is(found: Any, asked: Any) -> bool:
    """Whether a value is the one asked for; of a span, that it covers it; of a name, that it holds it."""
    if isinstance(asked, list):
        return any(_is(found, one) for one in asked)
    if isinstance(found, dict) and isinstance(asked, dict):
        return all(str(found.get(end)) == str(told) for end, told in asked.items())
    if isinstance(found, dict) and isinstance(asked, int | float):
        return found["min"] is not None and found["min"] <= asked <= (found["max"] or asked)
    if isinstance(found, dict) and "earliest" in found:
        return str(asked) in (found["earliest"], found["latest"])
    if isinstance(found, dict) and "areas" in found:
        return asked in found["areas"]
    if isinstance(found, dict):
        return any(
            str(asked).casefold() in str(found.get(key, "")).casefold() for key in ("id", "name", "written", "text")
        )
    return bool(found == asked)


def _shown(field: str, settled: Settled | None) -> str:
    if settled is None:
        return "nothing"
    told = f"{settled.status.value} {to_json(field, settled.value)}; {settled.why}"
    return f"{told}; {_held(field, settled)}; {_stages(field, settled)}"


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_a_story_is_told_as_it_was(path: Path, tmp_path: Path) -> None:
    story = yaml.safe_load(path.read_text("utf-8"))
    found = dict(faults(story, Told(story, tmp_path)))
    known = set(story.get("known", ()))
    assert {name: told for name, told in found.items() if name not in known} == {}
    assert known - found.keys() == set(), "these are told rightly now: strike them from `known`"
