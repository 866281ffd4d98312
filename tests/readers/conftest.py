"""Reading in one line, for the tests of the readers."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reportedly.model import Problem, Report
from reportedly.readers import Hints, Settings, read

NOW = datetime(2025, 1, 1, tzinfo=UTC)
Reader = Callable[..., list[Report | Problem]]


@pytest.fixture
def reading() -> Reader:
    def run(raw: bytes | str, path: str = "a.txt", hints: Hints | None = None) -> list[Report | Problem]:
        data = raw.encode() if isinstance(raw, str) else raw
        return list(read(path, data, hints=hints, settings=Settings(now=NOW)))

    return run


@pytest.fixture
def cases() -> Path:
    return Path(__file__).parent / "cases"
