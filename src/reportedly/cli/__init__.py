"""The command line: one file a verb. A verb imports its stages when it is called, so that `--help` is there at once."""

import sys

STOPPED = 130  # what a shell expects of a program that Ctrl-C ended


def main() -> None:
    """Nothing; the program runs. Ctrl-C ends it in silence from its first moment on."""
    try:
        from reportedly.cli import app

        app.main()
    except KeyboardInterrupt:
        sys.exit(STOPPED)


__all__ = ["main"]
