"""The command line: one file a verb. A verb imports its stages when it is called, so that `--help` is there at once."""

import gc
import os
import signal
import sys

STOPPED = 130  # what a shell expects of a program that Ctrl-C ended
_RARELY = 20_000  # new objects between two looks for cycles of garbage, of which imports and verbs leave few


def main() -> None:
    """Nothing; the program runs. Ctrl-C ends it in silence from its first moment on."""
    gc.set_threshold(_RARELY)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")  # else it reads what every package here brings, to find none
    try:
        _import_quietly()
        from reportedly.cli import app

        app.main()
    except KeyboardInterrupt:
        sys.exit(STOPPED)


def _import_quietly() -> None:
    """Nothing; the command line is imported. Until it stands, Ctrl-C ends the process at once: an interruption within
    an import can be swallowed by the importer, which then prints a traceback of its own."""
    try:
        usual = signal.signal(signal.SIGINT, lambda *_: os._exit(STOPPED))
    except ValueError:  # not the main thread: whoever called us keeps the handler
        return
    try:
        from reportedly.cli import app as _  # noqa: F401
    finally:
        signal.signal(signal.SIGINT, usual)


__all__ = ["main"]
