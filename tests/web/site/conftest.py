"""A site of the samples, written once."""

from pathlib import Path

import pytest
from site_of import URL, publish


@pytest.fixture(scope="session")
def site(ledger_of_samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with feeds."""
    folder = tmp_path_factory.mktemp("published") / "site"
    publish(folder, ledger_of_samples, "--base-url", URL, "--title", "Samples")
    return folder
