"""The options that several verbs share, each told once."""

from pathlib import Path
from typing import Annotated

import typer

DEFAULT_LEDGER = Path("reportedly.db")

Ledger = Annotated[
    Path,
    typer.Option("--ledger", envvar="REPORTEDLY_LEDGER", metavar="FILE", help="The ledger file.", show_default=True),
]
Published = Annotated[
    str | None,
    typer.Option(
        "--published", metavar="DATE", help="When bare text was published: 2024-09-18, or with a time and zone."
    ),
]
Outlet = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Who published bare text.")]
Url = Annotated[str | None, typer.Option("--url", metavar="URL", help="Where bare text was published.")]
Codebook = Annotated[
    Path | None,
    typer.Option("--codebook", metavar="DIR", help="A codebook of your own, in place of the one that is shipped."),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=1,
        metavar="N",
        help="How many processes read, or with --reader llm how many reports are asked about at a time; default: one a "
        "processor core.",
    ),
]
KEY = "REPORTEDLY_API_KEY"
Reader = Annotated[
    str,
    typer.Option(
        "--reader",
        metavar="NAME",
        help="Who reads: rules, on this machine; llm, a language model, to which the text is sent; or one of your own.",
    ),
]
Parse = Annotated[
    bool,
    typer.Option(
        "--parse",
        help="Have sentences parsed whose speaker the rules do not see: a few more names for a fifth more time. "
        "Wants pip install 'reportedly[parse]'.",
    ),
]
Endpoint = Annotated[
    str | None,
    typer.Option(
        "--endpoint",
        metavar="URL",
        help="For --reader llm: an OpenAI-compatible server, such as http://localhost:8080/v1. Its key, if it wants "
        f"one, is read from the environment variable {KEY}.",
    ),
]
Model = Annotated[str | None, typer.Option("--model", metavar="NAME", help="For --reader llm: the model it serves.")]
Timeout = Annotated[
    float,
    typer.Option("--timeout", min=0.1, metavar="SECONDS", help="For --reader llm: how long to wait for one answer."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing on stderr but errors.")]
Paths = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders, patterns such as 'news/*.html', or - for stdin.")
]
