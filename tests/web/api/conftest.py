"""The API on the ledger of the samples, in this process."""

from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from reportedly.web.serve import application
from reportedly.web.settings import Settings


@pytest.fixture(scope="session")
def desk(ledger_of_samples: Path) -> FastAPI:
    """The desk as an application."""
    return application(Settings(ledger_of_samples, read_only=True, hosts=("localhost", "testserver")))


@pytest.fixture
def ask(desk: FastAPI) -> TestClient:
    """What asks the desk."""
    return TestClient(desk, base_url="http://localhost", raise_server_exceptions=False)
