"""What stands before every page: names, the token, forms, sizes, headers, and errors in plain words."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from fastapi import FastAPI, Request
from httpx import Response
from playwright.sync_api import Page as Tab
from starlette.testclient import TestClient

from reportedly.model.errors import LedgerWriteError, UsageError
from reportedly.web.guard import FORM, HEADERS, MOST
from reportedly.web.serve import application
from reportedly.web.settings import Settings
from reportedly.web.visitor import VISITOR, current

TOKEN = "a long secret"
PAGE = {"accept": "text/html"}
CSRF = re.compile(r'name="csrf" value="([0-9a-f]+)"')


def client(settings: Settings, base: str = "http://127.0.0.1:8765") -> TestClient:
    return TestClient(with_faults(application(settings)), base_url=base, raise_server_exceptions=False)


def with_faults(app: FastAPI) -> FastAPI:
    """The desk with addresses at which something goes wrong, and one that takes a form."""

    @app.get("/fault/{kind}", include_in_schema=False)
    def fault(kind: str) -> None:
        raise {
            "busy": LedgerWriteError("korea.db: another program is writing to this ledger"),
            "usage": UsageError("'soon' is no value of date"),
            "inside": ZeroDivisionError("secret of the inside"),
        }[kind]

    @app.get("/number/{number}", include_in_schema=False)
    def number(number: int) -> str:
        return str(number)

    @app.get("/csrf", include_in_schema=False)
    def csrf(request: Request) -> str:
        return current(request).csrf

    @app.post("/change", include_in_schema=False)
    def change() -> str:
        return "changed"

    return app


def csrf_of(desk: TestClient) -> str:
    """What forms of this client must bring back; the page that asks for the token has one, too."""
    answer = desk.get("/nowhere", headers=PAGE)
    found = CSRF.search(answer.text)
    return found[1] if found else str(desk.get("/csrf").json())


@pytest.fixture
def desk(ledger_of_samples: Path) -> TestClient:
    return client(Settings(ledger_of_samples))


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "[::1]", "localhost:9", "[::1]:8765", "LOCALHOST"])
def test_the_desk_answers_to_its_own_names(desk: TestClient, name: str) -> None:
    assert desk.get("/", headers={"host": name}).status_code == 200


@pytest.mark.parametrize("name", ["evil.example", "localhost.evil.example", "127.0.0.1.nip.io:8765", "", "[::2]"])
def test_a_name_that_was_bent_to_this_machine_is_refused(desk: TestClient, name: str) -> None:
    answer = desk.get("/", headers={"host": name})
    assert answer.status_code == 400
    assert "reportedly serve" in answer.text


def test_every_answer_bears_the_headers_that_bind_it(desk: TestClient) -> None:
    for path in ("/", "/nowhere", "/static/desk.css", "/fault/inside", "/api/openapi.json"):
        answer = desk.get(path)
        for name in HEADERS:
            assert answer.headers.get(name), (path, name)
        assert "unsafe" not in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/nowhere", 404, "There is no such page"),
        ("/number/seven", 422, "cannot be read"),
        ("/fault/busy", 503, "another program is writing"),
        ("/fault/usage", 422, "is no value of date"),
        ("/fault/inside", 500, "The program failed"),
    ],
)
def test_every_error_is_a_page_in_plain_words(desk: TestClient, path: str, status: int, words: str) -> None:
    answer = desk.get(path)
    assert answer.status_code == status
    assert words in answer.text.replace("&#39;", "'")
    assert answer.headers["content-type"].startswith("text/html")
    for trace in ("Traceback", "secret of the inside", "ZeroDivisionError", ".py"):
        assert trace not in answer.text


def test_what_an_address_does_not_do_is_told(desk: TestClient) -> None:
    assert desk.get("/change").status_code == 405
    assert desk.put("/").status_code == 405
    assert "cannot be used like that" in desk.get("/change").text


def test_an_error_under_api_is_json(desk: TestClient) -> None:
    answer = desk.get("/api/nowhere")
    assert answer.status_code == 404
    assert answer.json()["error"]["status"] == 404


# ------------------------------------------------------------------ forms


def send(desk: TestClient, fields: Mapping[str, str] | None = None, **headers: str) -> Response:
    return desk.post("/change", data={"csrf": csrf_of(desk), **(fields or {})}, headers={**PAGE, **headers})


def test_a_form_of_the_desk_is_taken(desk: TestClient) -> None:
    assert send(desk).text == '"changed"'
    assert send(desk, origin="http://127.0.0.1:8765", **{"sec-fetch-site": "same-origin"}).status_code == 200
    assert send(desk, origin="null", **{"sec-fetch-site": "same-origin"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "http://["},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "null", "sec-fetch-site": "cross-site"},
    ],
    ids=str,
)
def test_a_form_of_another_site_changes_nothing(desk: TestClient, headers: dict[str, str]) -> None:
    answer = send(desk, None, **headers)
    assert answer.status_code == 403
    assert "Nothing was done" in answer.text


@pytest.mark.parametrize("csrf", ["", "0" * 64, "\u00e9\ud800".encode("utf-8", "replace").decode()])
def test_a_form_that_brings_nothing_back_changes_nothing(desk: TestClient, csrf: str) -> None:
    assert send(desk, {"csrf": csrf}).status_code == 403


def test_what_one_visitor_brings_back_is_of_no_use_to_another(ledger_of_samples: Path) -> None:
    app = with_faults(application(Settings(ledger_of_samples)))
    one, other = (TestClient(app, base_url="http://localhost") for _ in range(2))
    stolen = csrf_of(one)
    csrf_of(other)
    assert other.post("/change", data={"csrf": stolen}).status_code == 403


def test_a_cookie_that_was_planted_signs_nothing(desk: TestClient) -> None:
    desk.cookies.set(VISITOR, "0" * 64)
    assert desk.post("/change", data={"csrf": "0" * 64}).status_code == 403


@pytest.mark.parametrize("kind", ["text/plain", "application/json", "multipart/form-data; boundary=x", ""])
def test_what_is_no_form_changes_nothing(desk: TestClient, kind: str) -> None:
    answer = desk.post("/change", content=b"csrf=1", headers={"content-type": kind})
    assert answer.status_code == 415


def test_cookies_are_for_this_site_and_for_no_script(desk: TestClient) -> None:
    told = desk.get("/", headers=PAGE).headers["set-cookie"].lower()
    assert "httponly" in told
    assert "samesite=strict" in told
    assert "set-cookie" not in desk.get("/", headers=PAGE).headers
    assert "set-cookie" not in desk.get("/static/desk.css").headers


@pytest.mark.parametrize("told", [str(MOST + 1), "-1", "many", "9" * 30])
def test_more_than_the_desk_takes_is_refused_before_it_is_read(desk: TestClient, told: str) -> None:
    answer = desk.post("/change", content=b"x", headers={"content-length": told, "content-type": FORM})
    assert answer.status_code == 413
    assert "shorter" in answer.text


def test_more_than_the_desk_takes_is_refused_while_it_comes(desk: TestClient) -> None:
    parts = iter([b"csrf="] + [b"x" * 100_000] * 30)
    answer = desk.post("/change", content=parts, headers={"content-type": FORM})
    assert answer.status_code == 413


def test_a_form_of_too_many_fields_is_refused(desk: TestClient) -> None:
    answer = desk.post("/change", data={f"f{number}": "1" for number in range(1000)})
    assert answer.status_code == 413


# ------------------------------------------------------------------ the token


@pytest.fixture
def shut(ledger_of_samples: Path) -> TestClient:
    """A desk that asks for a token, at a name of its network."""
    return client(Settings(ledger_of_samples, token=TOKEN), "http://desk.example:8765")


def test_without_the_token_a_page_says_what_to_do_and_nothing_of_the_ledger(shut: TestClient) -> None:
    answer = shut.get("/incident/anything", headers=PAGE)
    assert answer.status_code == 401
    assert "?token=SECRET" in answer.text
    assert "samples" not in answer.text
    assert shut.get("/static/desk.css").status_code == 200


@pytest.mark.parametrize("path", ["/", "/api/openapi.json", "/nowhere", "/staticx", "/Static/desk.css"])
def test_nothing_is_seen_without_the_token(shut: TestClient, path: str) -> None:
    for wrong in ("", "?token=", "?token=a+long+secre", "?token=a+long+secrett", "?token=%ff"):
        assert shut.get(path + wrong).status_code == 401


@pytest.mark.parametrize(
    "name", ["x/static/", "x/static/?", "x/static/#", "x/enter?", "x/api/../static/?", "a@b/static/?"]
)
def test_a_name_that_pretends_to_be_an_open_path_opens_nothing(shut: TestClient, name: str) -> None:
    assert shut.get("/", headers={"host": name}).status_code == 401
    assert shut.get("/review", headers={"host": name, **PAGE}).status_code == 401


def test_a_name_that_pretends_to_be_the_api_needs_a_form_all_the_same(ledger_of_samples: Path) -> None:
    desk = client(Settings(ledger_of_samples, token=TOKEN))
    headers = {"host": "x/api?", "authorization": f"Bearer {TOKEN}"}
    assert desk.post("/change", data={"a": "b"}, headers=headers).status_code == 403


def test_the_token_in_an_address_is_asked_once(shut: TestClient) -> None:
    answer = shut.get("/", params={"token": TOKEN, "state": "PRK"}, headers=PAGE)
    assert answer.status_code == 200
    assert "url=/?state=PRK" in answer.text
    assert "samples" not in answer.text
    told = answer.headers["set-cookie"].lower()
    assert "httponly" in told
    assert "samesite=strict" in told
    assert TOKEN not in answer.text
    assert "secret" not in answer.headers["set-cookie"]
    assert shut.get("/?state=PRK").status_code == 200


def test_the_token_can_be_typed(shut: TestClient) -> None:
    fields = {"csrf": csrf_of(shut), "wanted": "/?state=PRK"}
    wrong = shut.post("/enter", data={**fields, "token": "another"})
    assert wrong.status_code == 401
    assert "The secret is another one" in wrong.text
    right = shut.post("/enter", data={**fields, "token": TOKEN})
    assert "url=/?state=PRK" in right.text
    assert shut.get("/").status_code == 200


@pytest.mark.parametrize(
    "wanted", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/\t/x"]
)
def test_the_way_on_never_leads_to_another_site(shut: TestClient, wanted: str) -> None:
    fields = {"csrf": csrf_of(shut), "wanted": wanted, "token": TOKEN}
    assert 'url=/"' in shut.post("/enter", data=fields).text


def test_a_program_bears_the_token(shut: TestClient) -> None:
    assert shut.get("/api/openapi.json", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    for wrong in ("Bearer another", TOKEN, f"Basic {TOKEN}", "Bearer"):
        answer = shut.get("/api/openapi.json", headers={"authorization": wrong})
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"
        assert answer.json()["error"]["remedy"]


def test_a_link_from_another_site_can_be_gone_on_with(shut: TestClient) -> None:
    answer = shut.get("/?state=PRK", headers={**PAGE, "sec-fetch-site": "cross-site"})
    assert answer.status_code == 401
    assert 'href="/?state=PRK"' in answer.text


def test_a_browser_comes_in_by_the_address_and_stays(tab: Tab, ledger: Path, served: Callable[[Settings], str]) -> None:
    address = served(Settings(ledger, token=TOKEN))
    tab.goto(f"{address}/?token=a+long+secret")
    tab.wait_for_url(f"{address}/")
    tab.get_by_role("link", name="Incidents", exact=True).click()
    assert tab.locator("table.list").is_visible()
