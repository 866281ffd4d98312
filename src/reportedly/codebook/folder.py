"""Where the files of a codebook lie."""

from pathlib import Path

DATA = Path(__file__).parent / "data"


def files_of(folder: Path) -> list[Path]:
    """The files of a codebook, in their order."""
    return sorted(folder.glob("*.yaml"))
