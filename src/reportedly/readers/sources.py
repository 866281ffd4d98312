"""Files, folders, globs and standard input become sources to read, in a stable order. Only this file opens any."""

import glob
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from functools import partial
from pathlib import Path

from reportedly.frozen import dataclass
from reportedly.model import Problem, ProblemKind
from reportedly.readers.decode import is_binary
from reportedly.readers.dispatch import MAX_FILE

_LEDGERS = (".db", ".db-wal", ".db-shm", ".db-journal")
_HEAD = 1 << 16


@dataclass(frozen=True, slots=True)
class Source:
    """One input: its path as given on the command line joined with the file's name, and how to get its bytes.

    `read()` brings at most one byte more than any reader takes, and only the head of what is plainly no text.
    """

    path: str
    read: Callable[[], bytes] = field(repr=False)


def discover(arguments: Sequence[str], *, stdin: Callable[[], bytes] | None = None) -> Iterator[Source | Problem]:
    """Every file the arguments name, each once: arguments in the order given, folders and globs sorted.

    Hidden files and ledgers inside folders are passed over. `stdin` brings the bytes for "-".
    """
    walk = _Walk()
    for argument in arguments:
        if argument == "-" and stdin is not None:
            yield Source("-", stdin)
        else:
            yield from walk.argument(argument)


class _Walk:
    """Remembers which files were found already, so that overlapping arguments read nothing twice."""

    def __init__(self) -> None:
        self._seen: set[Path] = set()

    def argument(self, path: str) -> Iterator[Source | Problem]:
        try:
            mode = Path(path).stat().st_mode
        except FileNotFoundError as error:
            yield from self._pattern(path) if glob.has_magic(path) else [_refused(path, error)]
        except OSError as error:
            yield _refused(path, error)
        else:
            yield from self._folder(path) if stat.S_ISDIR(mode) else self._file(path, mode)

    def _pattern(self, pattern: str) -> Iterator[Source | Problem]:
        hits = glob.glob(pattern, recursive=True)  # noqa: PTH207  # Path.glob takes no absolute pattern
        hits = sorted(hit for hit in hits if not hit.endswith(_LEDGERS))
        if not hits:
            yield _unreadable(pattern, "no file fits the pattern", "check the pattern, or name the folder instead")
        for hit in hits:
            yield from self.argument(hit)

    def _folder(self, path: str) -> Iterator[Source | Problem]:
        before = len(self._seen)
        problems = False
        for found in self._inside(path, ()):
            problems = problems or isinstance(found, Problem)
            yield found
        if len(self._seen) == before and not problems:
            remedy = "put reports into it (.txt, .md, .html, .json, .jsonl), or name another folder"
            yield Problem(
                _shown(path), ProblemKind.EMPTY, "the folder holds no report that was not read already", remedy
            )

    def _inside(self, folder: str, above: tuple[Path, ...]) -> Iterator[Source | Problem]:
        try:
            real = Path(folder).resolve()
            names = sorted(entry.name for entry in Path(folder).iterdir())
        except OSError as error:
            yield _refused(folder, error)
            return
        if real in above:
            yield _unreadable(
                folder, "a link leads back to a folder above it", "remove the link; nothing is lost by it"
            )
            return
        for name in names:
            if not name.startswith("."):
                yield from self._entry(folder if folder.endswith(os.sep) else folder + os.sep, name, (*above, real))

    def _entry(self, folder: str, name: str, above: tuple[Path, ...]) -> Iterator[Source | Problem]:
        path = folder + name
        try:
            mode = Path(path).stat().st_mode
        except OSError as error:
            yield _refused(path, error)
            return
        if stat.S_ISDIR(mode):
            yield from self._inside(path, above)
        elif not stat.S_ISREG(mode):
            yield _unreadable(
                path, "a pipe, a socket or a device, and no file", "take it out, or give its path by itself"
            )
        elif not name.endswith(_LEDGERS):
            yield from self._file(path, mode)

    def _file(self, path: str, mode: int) -> Iterator[Source | Problem]:
        key = Path(path).absolute()
        if key in self._seen:
            return
        self._seen.add(key)
        try:
            if stat.S_ISREG(mode):  # a pipe can be opened only once
                Path(path).open("rb").close()
        except OSError as error:
            yield _refused(path, error)
        else:
            yield Source(_shown(path), partial(_bytes, path))


def _bytes(path: str) -> bytes:
    with Path(path).open("rb") as file:
        head = file.read(_HEAD)
        return head if is_binary(head) else head + file.read(MAX_FILE + 1 - len(head))


def _refused(path: str, error: OSError) -> Problem:
    reason = (error.strerror or type(error).__name__).lower()
    remedy = {
        FileNotFoundError: "check the spelling, the folder you are in, or where a link leads",
        PermissionError: "give yourself permission to read it, or run as its owner",
    }.get(type(error), "check that it is a file, a folder, or a link to one")
    return _unreadable(path, f"cannot be opened: {reason}", remedy)


def _unreadable(path: str, message: str, remedy: str) -> Problem:
    return Problem(_shown(path), ProblemKind.UNREADABLE, message, remedy)


def _shown(path: str) -> str:
    """The path as text that can be kept and printed; bytes of its name that are no UTF-8 as \\xNN."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
