"""A ledger of the samples, the desk on it at a real address, and a real browser; each made once."""

import os
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright
from site_of import URL, publish
from starlette.testclient import TestClient

import reportedly
from reportedly.pipeline import Run, build, sources
from reportedly.store.ledger import Ledger
from reportedly.web.serve import application
from reportedly.web.settings import Settings

SAMPLES = Path(reportedly.__file__).parent / "samples"
QUIET = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
]  # fmt: skip
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Nothing; whatever asks for a browser is marked so."""
    for item in items:
        if {"launch", "browser", "tab"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def ledger_of_samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger that the samples make; tests that decide take a copy, the fixture `ledger`."""
    path = tmp_path_factory.mktemp("desk") / "samples.db"
    with Ledger.open(path, create=True) as opened:
        build(sources([str(SAMPLES)]), opened, Run(NOW))
    return path


@pytest.fixture
def ledger(ledger_of_samples: Path, tmp_path: Path) -> Path:
    """A ledger of the samples that a test may change."""
    return Path(shutil.copy(ledger_of_samples, tmp_path / "samples.db"))


def serving(settings: Settings) -> Iterator[str]:
    """The address of a desk that is served while the test runs."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        server = uvicorn.Server(uvicorn.Config(application(settings), log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=10)


@pytest.fixture(scope="session")
def desk(ledger_of_samples: Path) -> FastAPI:
    """A desk that nobody decides at, as an application in this process."""
    return application(Settings(ledger_of_samples, read_only=True, hosts=("localhost", "testserver")))


@pytest.fixture
def ask(desk: FastAPI) -> TestClient:
    """What asks it."""
    return TestClient(desk, base_url="http://localhost", raise_server_exceptions=False)


@pytest.fixture(scope="session")
def site(ledger_of_samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a published site, with feeds."""
    folder = tmp_path_factory.mktemp("published") / "site"
    publish(folder, ledger_of_samples, "--base-url", URL, "--title", "Samples")
    return folder


@pytest.fixture
def address(ledger: Path) -> Iterator[str]:
    """Where the desk on a ledger of its own is served."""
    yield from serving(Settings(ledger))


@pytest.fixture
def served() -> Iterator[Callable[[Settings], str]]:
    """Serves a desk with any settings, and tells where; all are ended after the test."""
    with ExitStack() as desks:
        yield lambda settings: desks.enter_context(contextmanager(serving)(settings))


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[..., Browser]]:
    """Starts Chromium as Debian packs it, or the one that REPORTEDLY_CHROMIUM names, with more switches."""
    program = os.environ.get("REPORTEDLY_CHROMIUM") or shutil.which("chromium")
    if program is None:
        pytest.skip("no chromium: install it, or name it in REPORTEDLY_CHROMIUM")
    with sync_playwright() as playwright:
        yield lambda *more: playwright.chromium.launch(executable_path=program, args=[*QUIET, *more])


@pytest.fixture(scope="session")
def browser(launch: Callable[..., Browser]) -> Iterator[Browser]:
    """A real browser."""
    launched = launch()
    yield launched
    launched.close()


def _worth_telling(message: ConsoleMessage) -> bool:
    """Whether a page complains; not of a processor that draws instead of a card."""
    return message.type in ("error", "warning") and "GL Driver Message" not in message.text


@pytest.fixture
def tab(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A fresh tab that shares nothing with others; the test fails where a page says anything on its console.

    Whatever serves the test is there before its tab, and so outlives it: a page still asking for a file would else be told
    that nobody is there, or lose its connection, after the test has ended.
    """
    for server in {"address", "served"} & set(request.fixturenames):
        request.getfixturevalue(server)
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on(
        "console",
        lambda message: said.append(f"{message.text} ({message.location['url']})") if _worth_telling(message) else None,
    )
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert not said
