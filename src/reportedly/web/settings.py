"""What the desk is told from outside."""

from pathlib import Path

from reportedly.frozen import dataclass

HOSTS = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Settings:
    """The ledger that is shown, the codebook (None is the one that is shipped), and who may do what.

    `token` is asked of every visitor where it is set. `who` signs decisions unless the visitor says otherwise; with
    `read_only` nothing can be decided. `hosts` are the names the desk answers to.
    """

    ledger: Path
    codebook: Path | None = None
    token: str | None = None
    who: str | None = None
    read_only: bool = False
    hosts: tuple[str, ...] = HOSTS
