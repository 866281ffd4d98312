"""The folder a site is written to: whole or not at all, and never over what others keep there."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import field
from hashlib import sha256
from pathlib import Path

from reportedly.frozen import dataclass
from reportedly.model.errors import UsageError

FILES = "reportedly-site.sha256"
"""The file by which a site is known: every other file of it with its SHA-256, as `sha256sum -c` reads it."""
BESIDE = ".writing-reportedly"  # where it is written
ASIDE = ".before-reportedly"  # what the old site is called while the new one takes its place


@dataclass(frozen=True)
class Folder:
    """A site while it is written, in a folder beside its place."""

    workshop: Path
    _written: dict[str, str] = field(default_factory=dict)

    def write(self, name: str, content: str | bytes) -> None:
        """Nothing; the file stands in the site. A name is written once."""
        if name in self._written:
            raise ValueError(f"{name} is written twice")
        raw = content.encode("utf-8") if isinstance(content, str) else content
        path = self.workshop / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
        self._written[name] = sha256(raw).hexdigest()

    def end(self) -> None:
        """Nothing; the list of files stands beside them."""
        lines = (f"{digest}  {name}\n" for name, digest in sorted(self._written.items()))
        (self.workshop / FILES).write_text("".join(lines), encoding="utf-8")


@contextmanager
def published(site: Path) -> Iterator[Folder]:
    """Where the files are written; at the end they take the place of what stood there, or nothing changes.

    UsageError where the folder holds what no site of ours is made of.
    """
    site = site.absolute()
    aside = site.with_name(f".{site.name}{ASIDE}")
    if aside.exists() and not site.exists():
        aside.rename(site)  # a run was killed between two names
    refuse_others(site)
    site.parent.mkdir(parents=True, exist_ok=True)
    workshop = site.with_name(f".{site.name}{BESIDE}")
    shutil.rmtree(workshop, ignore_errors=True)  # what a run that was killed left
    workshop.mkdir()
    try:
        folder = Folder(workshop)
        yield folder
        folder.end()
        _swap(workshop, site, aside)
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def refuse_others(site: Path) -> None:
    """Nothing, where the place is free, empty or a site of ours with nothing else in it; else UsageError."""
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise UsageError(f"{site}: is no folder; name a new one, or one that publish made before")
    found = (
        {path.relative_to(site).as_posix() for path in site.rglob("*") if not path.is_dir()} if site.exists() else set()
    )
    if not found:
        return
    if FILES not in found:
        raise UsageError(
            f"{site}: holds other things ({min(found)}); name a new or empty folder, or one that publish made before"
        )
    others = found - {FILES} - set(_listed(site / FILES))
    if others:
        raise UsageError(
            f"{site}: holds {min(others)}, which publish did not write and would delete; move it away, or name another folder"
        )


def _listed(path: Path) -> Iterator[str]:
    """The names in a list of files."""
    for line in path.read_text("utf-8", "replace").splitlines():
        yield line[66:]


def _swap(workshop: Path, site: Path, aside: Path) -> None:
    shutil.rmtree(aside, ignore_errors=True)
    if site.exists():
        site.rename(aside)
    workshop.rename(site)
    shutil.rmtree(aside, ignore_errors=True)
