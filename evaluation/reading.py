"""Reports read into extract lines, the way `reportedly extract --with-text` does it."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from reportedly import pipeline
from reportedly.model import Extraction
from reportedly.publish.extract_line import ExtractLine, extract_line, problem_line
from reportedly.readers import Hints

HERE = Path(__file__).parent
DEV = HERE / "reports-dev"
DATA = Path(os.environ.get("REPORTEDLY_DATA", HERE.parents[1] / "shared" / "data"))
"""Where material lies that is not ours to ship."""
NOW = datetime(2026, 1, 1, tzinfo=UTC)
"""When every measuring run is said to begin: after all reports, and always the same."""


def a_run(processes: int = 1, *, hints: Hints | None = None) -> pipeline.Run:
    """A run that gives the same figures today and tomorrow."""
    return pipeline.Run(now=NOW, hints=hints or Hints(), processes=processes)


def extract(path: Path, *, hints: Hints | None = None) -> Iterator[ExtractLine]:
    """The extract line of every report of a folder or file, with its text; of every problem too."""
    inputs = pipeline.sources([str(path)])
    for found in pipeline.extract_paths(inputs, a_run(os.cpu_count() or 1, hints=hints)):
        if found.report is not None:
            extraction = found.extraction or Extraction(found.report.id, relevant=False)
            yield extract_line(found.report, extraction, found.problem, with_text=True)
        elif found.problem is not None:
            yield problem_line(found.problem)
