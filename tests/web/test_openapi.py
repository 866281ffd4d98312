"""What the OpenAPI says is true: schemathesis finds no fault, and every error has the one shape."""

from pathlib import Path

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from schemathesis import GenerationMode
from starlette.testclient import TestClient

from reportedly.web.api.page import ADDRESSES
from reportedly.web.serve import application
from reportedly.web.settings import Settings

PATHS = [one.path.removeprefix("/api").replace("ID", "{id}") for one in ADDRESSES if not one.path.endswith("json")]


ASKED = [
    *((path, GenerationMode.POSITIVE) for path in PATHS),
    *(
        (path, GenerationMode.NEGATIVE) for path in PATHS if path not in ("/incidents/{id}", "/about")
    ),  # which take nothing
]


@pytest.mark.parametrize(("path", "mode"), ASKED)
def test_schemathesis_finds_no_fault(desk: FastAPI, path: str, mode: GenerationMode) -> None:
    operation = schemathesis.openapi.from_asgi("/api/openapi.json", desk)[path]["GET"]

    @given(operation.as_strategy(generation_mode=mode))
    @settings(max_examples=25, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    def asked(case: schemathesis.Case) -> None:
        case.call_and_validate()

    asked()


@pytest.mark.parametrize("path", ["/api/nothing", "/api/incidents/nothing", "/api/reports/nothing", "/api/"])
def test_what_is_not_there_is_told_in_the_one_shape(ask: TestClient, path: str) -> None:
    answer = ask.get(path)
    assert answer.status_code == 404
    assert set(answer.json()["error"]) == {"status", "code", "message", "remedy"}


def test_what_stands_before_the_api_answers_in_the_same_shape(ledger_of_samples: Path) -> None:
    closed = TestClient(application(Settings(ledger_of_samples, token="secret")), base_url="http://localhost")
    told = closed.get("/api/about").json()["error"]
    assert {"status": 401, "code": "token"}.items() <= told.items()
    assert set(told) == {"status", "code", "message", "remedy"}
    assert closed.get("/api/about", headers={"Authorization": "Bearer secret"}).is_success


@pytest.mark.parametrize(
    "path", ["/", "/about", "/api", "/api/incidents", "/api/openapi.json", "/feed.atom", "/static/desk.css"]
)
def test_the_head_of_an_answer_can_be_asked_for(ask: TestClient, path: str) -> None:
    whole, head = ask.get(path), ask.head(path)
    assert head.status_code == whole.status_code == 200
    assert not head.content
    for name in ("content-type", "content-length", "etag"):
        assert head.headers.get(name) == whole.headers.get(name)
    assert ask.head("/nothing").status_code == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_it_only_reads(ask: TestClient, method: str) -> None:
    answer = ask.request(method, "/api/incidents")
    assert answer.status_code == 405
    assert answer.json()["error"]["code"] == "method_not_allowed"
    assert answer.headers["allow"] == "GET"


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("incidents?stat=PRK", "There is no parameter 'stat' here."),
        ("incidents?since=2024-02-30", "'since' cannot be read: day"),
        ("claims?size=9999", "'size' cannot be read"),
        ("search", "The parameter 'q' is missing."),
    ],
)
def test_what_cannot_be_read_is_refused_and_named(ask: TestClient, query: str, told: str) -> None:
    answer = ask.get(f"/api/{query}")
    assert answer.status_code == 422
    assert answer.json()["error"]["message"].startswith(told)


def test_the_description_is_whole(ask: TestClient) -> None:
    described = ask.get("/api/openapi.json").json()
    shapes = described["components"]["schemas"]
    assert {"IncidentLine", "ExtractLine", "Values", "ErrorAnswer"} <= set(shapes)
    assert "HTTPValidationError" not in shapes
    Draft202012Validator({"$ref": "#/components/schemas/IncidentsAnswer", **described}).validate(
        ask.get("/api/incidents").json()
    )


def test_the_page_lists_every_address(ask: TestClient) -> None:
    described = {f"/api{path}" for path in ask.get("/api/openapi.json").json()["paths"]}
    listed = {one.path.replace("ID", "{id}") for one in ADDRESSES} - {"/api/openapi.json"}
    assert listed == described
    page = ask.get("/api").text
    assert all(
        one.path in page and ask.get(one.path + one.example).is_success for one in ADDRESSES if "ID" not in one.path
    )
