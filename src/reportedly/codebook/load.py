"""Loads a codebook: the package's own, or a folder of the user's; what builds it only where it was not kept."""

import pickle
import sys
from collections.abc import Callable, Iterable
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

from reportedly.codebook.codebook import Codebook
from reportedly.codebook.folder import DATA, files_of
from reportedly.kept import Kept, beside
from reportedly.model.errors import CodebookError

Made = TypeVar("Made")


def load(folder: Path | None = None) -> Codebook:
    """The codebook of a folder, or the package's own.

    A user's folder may hold any of the files types, fields, weapons, sites, areas, seas, bodies, people, states,
    cues, speakers, phrases, words, other, checks, tolerances, boilerplate, relations and outlets (.yaml). A file it holds replaces the
    package's file of that name as a whole. Of the files it lacks only those of language (cues, speakers, phrases, words,
    states, boilerplate) come from the package; the others are empty. One file may also hold the keys of another: a codebook
    of ten lines can be one `types.yaml` with `types` and `fields`. Raises CodebookError with file and line.
    """
    return _load(folder.resolve() if folder else None)


def check(folder: Path) -> list[str]:
    """All faults of a codebook folder at once, each with file and line; empty where there are none."""
    try:
        from reportedly.codebook.build import build

        return build(folder)[1]
    except CodebookError as error:
        return [str(error)]


@lru_cache(maxsize=8)
def _load(folder: Path | None) -> Codebook:
    files = [*files_of(folder), *files_of(DATA)] if folder else files_of(DATA)
    loaded: Codebook = pickle.loads(KEPT.get((folder is None, _digest(files)), lambda: pickle.dumps(_built(folder), 5)))
    return loaded


def _built(folder: Path | None) -> Codebook:
    from reportedly.codebook.build import sound

    return sound(folder)


def words_of(path: Path) -> Any:
    """What one file of YAML of this package holds, read once for all starts."""
    return kept_of(path, _read)


def kept_of(path: Path, reader: Callable[[Path], Made]) -> Made:
    """What a reader makes of one file of this package, read once for all starts."""
    made: Made = pickle.loads(KEPT.get((reader.__name__, _digest([path])), lambda: pickle.dumps(reader(path), 5)))
    return made


def _read(path: Path) -> Any:
    from reportedly.codebook.source import loaded

    return loaded(path.read_text("utf-8"))


def _digest(files: Iterable[Path]) -> str:
    return sha256(b"\0".join(part for path in files for part in (path.name.encode(), path.read_bytes()))).hexdigest()


def _validator() -> str:
    """Which pydantic is installed, without its import: by its folder's place and time."""
    spec = find_spec("pydantic")
    origin = Path(spec.origin or "") if spec else Path()
    return f"{origin} {origin.stat().st_mtime_ns}"


_PROGRAM = f"{sys.version} {_validator()} {_digest(sorted(Path(__file__).parent.glob('*.py')))}"
KEPT = Kept(beside(__file__, ".codebooks"), _PROGRAM, few=1, most=8)
