"""The JSON Schema of the outputs, as `reportedly schema` prints it."""

from pydantic.json_schema import models_json_schema

from reportedly.fields.shapes import Values
from reportedly.publish.contract import ExtractLine, IncidentLine
from reportedly.publish.decisions import DecisionLine
from reportedly.publish.findings import CheckLine

DIALECT = "https://json-schema.org/draft/2020-12/schema"
OUTPUTS = (ExtractLine, IncidentLine, CheckLine, DecisionLine)


def schema() -> dict[str, object]:
    """One schema that takes any of the outputs, with `ExtractLine`, `IncidentLine`, `CheckLine`, `DecisionLine` in `$defs`."""
    _, found = models_json_schema(
        [(model, "serialization") for model in (*OUTPUTS, Values)], ref_template="#/$defs/{model}"
    )
    defs: dict[str, dict[str, object]] = found["$defs"]
    defs["ClaimLine"]["allOf"] = _value_by_field(defs["Values"])
    return {
        "$schema": DIALECT,
        "title": "Output of Reportedly",
        "anyOf": [{"$ref": f"#/$defs/{model.__name__}"} for model in OUTPUTS],
        "$defs": dict(sorted(defs.items())),
    }


def _value_by_field(values: dict[str, object]) -> list[dict[str, object]]:
    """A claim's value has the shape of its field; null where the speaker withheld it."""
    properties = values["properties"]
    if not isinstance(properties, dict):
        raise TypeError("the schema of Values names no properties")
    return [
        {"if": {"properties": {"field": {"const": name}}}, "then": {"properties": {"value": shape}}}
        for name, shape in properties.items()
    ]
