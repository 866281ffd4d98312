"""What is wanted of a site."""

from pathlib import Path

from reportedly.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Wishes:
    """The ledger it is of, the codebook (None: the one that is shipped), its title, the address it will have (None: it
    has no feeds), whether it holds whole texts and the names of those who ruled, and how many processes draw its pages."""

    ledger: Path
    codebook: Path | None = None
    title: str = "Reportedly"
    base_url: str | None = None
    with_texts: bool = False
    names: bool = False
    processes: int = 1
