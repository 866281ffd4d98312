"""Reports read into extract lines, the way `reportedly extract` does it."""

import os
from collections.abc import Iterator
from pathlib import Path

from reportedly.codebook import load
from reportedly.extract.extractor import Extractor
from reportedly.model import Problem, Report
from reportedly.publish.contract import ExtractLine, extract_line
from reportedly.readers import Hints, read

HERE = Path(__file__).parent
DEV = HERE / "reports-dev"
DATA = Path(os.environ.get("REPORTEDLY_DATA", HERE.parents[1] / "shared" / "data"))
"""Where material lies that is not ours to ship."""


def read_reports(folder: Path, *, hints: Hints | None = None) -> Iterator[Report]:
    """The reports of a folder (or a file) in the order of their names; problems are passed over."""
    paths = sorted(folder.iterdir()) if folder.is_dir() else [folder]
    for path in paths:
        for found in read(str(path), path.read_bytes(), hints=hints):
            if not isinstance(found, Problem):
                yield found


def extract(folder: Path, *, hints: Hints | None = None) -> Iterator[ExtractLine]:
    """The extract line of every report of a folder, with its text."""
    extractor = Extractor(load())
    for report in read_reports(folder, hints=hints):
        yield extract_line(report, extractor.extract(report), with_text=True)
