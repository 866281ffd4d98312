"""What is written holds to the schema, keeps its keys, and comes back whole."""

import io
import json
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from lines import EXAMPLES, incidents, readings

from reportedly.fields.order import FIELD_ORDER
from reportedly.fields.registry import to_json
from reportedly.fields.shapes import Values
from reportedly.model import Extraction, Incident, Problem, ProblemKind, Report, Value
from reportedly.publish.contract import ExtractLine, IncidentLine, extract_line, incident_line, problem_line
from reportedly.publish.findings import CheckLine, DatedLine, FindingLine
from reportedly.publish.jsonl import to_text, write_lines
from reportedly.publish.plain_line import plain_text
from reportedly.publish.schema import schema

SCHEMA = schema()


def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator({"$schema": SCHEMA["$schema"], "$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})


VALID = {name: _validator(name) for name in ("ExtractLine", "IncidentLine", "CheckLine", "Values")}


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(("field", "value"), [(name, value) for name, values in EXAMPLES.items() for value in values])
def test_every_value_has_the_shape_of_its_field(field: str, value: Value) -> None:
    VALID["Values"].validate({field: json.loads(json.dumps(to_json(field, value)))})


def test_every_field_of_the_contract_has_an_example() -> None:
    assert set(EXAMPLES) == set(FIELD_ORDER)
    assert tuple(Values.model_fields) == FIELD_ORDER


@given(readings())
def test_extract_lines_hold_to_the_schema_and_to_the_text(reading: tuple[Report, Extraction]) -> None:
    report, extraction = reading
    written = to_text(extract_line(report, extraction, None, with_text=True))
    assert plain_text(report, extraction, None, with_text=True) == written
    line = json.loads(written)
    VALID["ExtractLine"].validate(line)
    text = line["report"]["text"]
    assert all(text[claim["start"] : claim["end"]] == claim["written"] for claim in line["claims"])
    assert {claim["mention"] for claim in line["claims"]} <= {mention["id"] for mention in line["mentions"]}


@given(readings())
def test_lines_come_back_as_they_were(reading: tuple[Report, Extraction]) -> None:
    line = extract_line(*reading)
    once = to_text(line)
    assert to_text(ExtractLine.model_validate_json(once)) == once
    assert "\n" not in once


@given(incidents())
def test_incident_lines_hold_to_the_schema(incident: Incident) -> None:
    VALID["IncidentLine"].validate(json.loads(to_text(incident_line(incident))))


def test_keys_are_those_of_the_design() -> None:
    """Renaming one breaks whoever reads us; adding one is fine."""
    promised: dict[str, set[str]] = {
        "ReportLine": {"id", "path", "url", "outlet", "title", "published", "language", "relevant", "problem"},
        "ExtractLine": {"report", "mentions", "claims"},
        "MentionLine": {"id", "type", "role", "state", "values", "derived_values", "shots"},
        "DerivedValueLine": {"value", "from"},
        "ClaimLine": {"id", "mention", "field", "value", "written", "start", "end"}
        | {"voices", "inherited", "cue", "stance", "rule"},
        "VoiceLine": {"id", "name", "kind", "state", "joint"},
        "IncidentLine": {"id", "label", "type", "state", "values", "shots", "mentions", "findings"},
        "SettledLine": {"value", "status", "positions"},
        "PositionLine": {"value", "voices", "origins", "claims"},
        "MentionRefLine": {"report", "mention"},
        "CheckLine": {"report", "dated", "findings"},
        "DatedLine": {"earliest", "latest", "unique", "candidates", "why"},
        "FindingLine": {"claim", "kind", "written", "verdict", "reading", "working", "stands_on"},
    }
    defs: Any = SCHEMA["$defs"]
    for name, keys in promised.items():
        assert keys <= set(defs[name]["required"]), name


def test_a_problem_without_a_report_still_gets_a_line() -> None:
    problem = Problem("a/b.pdf", ProblemKind.BINARY, "not text", "convert it to text")
    assert plain_text(None, None, problem) == to_text(problem_line(problem))
    line = json.loads(to_text(problem_line(problem)))
    VALID["ExtractLine"].validate(line)
    assert line["report"]["id"] is None
    assert line["report"]["path"] == "a/b.pdf"
    assert line["report"]["problem"] == {"kind": "binary", "message": "not text", "remedy": "convert it to text"}
    assert (line["report"]["relevant"], line["mentions"], line["claims"]) == (False, [], [])


def test_a_check_holds_to_the_schema() -> None:
    finding = FindingLine(
        claim="c1",
        kind="unit_pair",
        written="400 km (249 miles)",
        verdict="consistent",
        reading={},
        working="",
        stands_on=(),
    )
    dated = DatedLine(earliest="2024-09-18", latest="2024-09-18", unique=True, candidates=(), why=("a Wednesday",))
    VALID["CheckLine"].validate(json.loads(to_text(CheckLine(report="a", dated=dated, findings=(finding,)))))


def test_a_value_of_another_shape_is_refused() -> None:
    assert list(VALID["Values"].iter_errors({"count": {"minimum": 2}}))
    assert list(VALID["Values"].iter_errors({"date": {"earliest": "18 September", "latest": None}}))
    assert not list(VALID["Values"].iter_errors({"passengers": {"any": "shape"}}))


def test_text_is_written_only_when_asked(tmp_path: Any) -> None:
    report = Report("a", "p", "naïve – 김정은", (), b"")
    line = extract_line(report, Extraction("a", relevant=False))
    assert "text" not in json.loads(to_text(line))["report"]
    out = io.StringIO()
    assert write_lines([line, extract_line(report, Extraction("a", relevant=False), with_text=True)], out) == 2
    assert "김정은" in out.getvalue()
    assert isinstance(line, ExtractLine) and not isinstance(line, IncidentLine)
