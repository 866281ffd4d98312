"""What several tests of the extractors read."""

from datetime import UTC, datetime
from importlib.resources import as_file, files

import pytest

from reportedly import pipeline
from reportedly.model import Report


@pytest.fixture(scope="session")
def sample_reports() -> list[Report]:
    """The reports that are shipped as samples."""
    with as_file(files("reportedly") / "samples") as folder:
        found = pipeline.extract_paths(pipeline.sources([str(folder)]), pipeline.Run(datetime(2026, 1, 1, tzinfo=UTC)))
        return [result.report for result in found if result.report is not None and result.problem is None]
