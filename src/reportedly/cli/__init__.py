"""The command line: one file a verb. A verb imports its stages when it is called, so that `--help` is there at once."""

from reportedly.cli.app import main

__all__ = ["main"]
