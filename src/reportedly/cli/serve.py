"""`reportedly serve`: the ledger in a browser."""

from typing import Annotated

import typer

from reportedly.cli import options
from reportedly.cli.talk import say

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    host: Annotated[
        str, typer.Option("--host", metavar="HOST", help="Where to listen; any but this machine needs --token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="PORT", min=0, max=65535, help="0 takes a free one.")] = 8765,
    token: Annotated[
        str | None,
        typer.Option("--token", envvar="REPORTEDLY_TOKEN", metavar="SECRET", help="What every visitor must know."),
    ] = None,
    who: Annotated[
        str | None,
        typer.Option(
            "--who", envvar="REPORTEDLY_WHO", metavar="NAME", help="Who decides, unless a visitor says otherwise."
        ),
    ] = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Show, and let nobody decide.")] = False,
    codebook: options.Codebook = None,
    quiet: options.Quiet = False,
) -> None:
    """Open a ledger in the browser: read, compare, check and decide. Ctrl-C ends it.

    Example: reportedly serve --ledger korea.db
    """
    import uvicorn

    from reportedly.model.errors import UsageError
    from reportedly.store.ledger import Ledger
    from reportedly.web.serve import application
    from reportedly.web.settings import HOSTS, Settings
    from reportedly.web.warm import warmed

    if host not in LOOPBACK and not token:
        raise UsageError(
            f"--host {host} can be reached from other machines; give --token SECRET, which visitors must know"
        )
    Ledger.open(ledger).close()
    settings = Settings(ledger, codebook, token, who, read_only, hosts=(*HOSTS, host))
    shown = f"[{host}]" if ":" in host else host
    once = "; every visitor adds ?token=SECRET to it once" if token else ""
    say(f"The desk is at http://{shown}:{port}/{once} (Ctrl-C ends it)", quiet=quiet)
    desk = application(settings)
    warmed(settings)
    uvicorn.run(desk, host=host, port=port, log_level="warning", server_header=False)
