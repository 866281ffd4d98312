"""How tests publish a site."""

from pathlib import Path

from typer.testing import CliRunner

from reportedly.cli.app import app

URL = "https://tests.example/ledger/"


def publish(site: Path, ledger: Path, *options: str) -> str:
    """What the program says while it writes a site."""
    done = CliRunner().invoke(app, ["publish", str(site), "--ledger", str(ledger), *options])
    assert done.exit_code == 0, done.output
    return done.stderr
