"""`reportedly publish`: the ledger as a site of files."""

from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli import options
from reportedly.cli.talk import plural, say


def publish(
    site: Annotated[
        Path, typer.Argument(metavar="SITE", help="A new or empty folder, or one that publish made before.")
    ],
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    title: Annotated[
        str | None,
        typer.Option("--title", metavar="TEXT", help="What the site is called; the ledger's name unless given."),
    ] = None,
    base_url: Annotated[
        str | None,
        typer.Option(
            "--base-url", metavar="URL", help="Where the site will stand; it then has feeds, which need that."
        ),
    ] = None,
    with_texts: Annotated[
        bool,
        typer.Option("--with-texts", help="With the whole text of every report, which may be its publisher's alone."),
    ] = False,
    names: Annotated[
        bool, typer.Option("--names", help="Name those who ruled in full; else they stand by their initials.")
    ] = False,
    codebook: options.Codebook = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs", "-j", min=1, metavar="N", help="How many processes write; default: one a processor core."
        ),
    ] = None,
    quiet: options.Quiet = False,
) -> None:
    """Write the ledger as a site of files that any web host serves and that opens from the file system.

    Of a report it shows the sentences that were read, each with at most one on either side. Problems and what waits for
    review are left out.

    Example: reportedly publish site/ --ledger korea.db --title "Tests of 2024"
    """
    from contextlib import ExitStack

    from reportedly.cli.run import processors, progress
    from reportedly.model.errors import UsageError
    from reportedly.publish.sound import web_address
    from reportedly.web.site.folder import published
    from reportedly.web.site.wishes import Wishes
    from reportedly.web.site.writing import write_site

    if base_url is not None and web_address(base_url) is None:
        raise UsageError(f"--base-url {base_url}: is no address of the web; write it like https://example.org/tests/")
    wishes = Wishes(ledger, codebook, title or ledger.stem, base_url, with_texts, names, processors(jobs))
    if with_texts:
        say(
            "The site will hold the whole text of every report. Publish it only where you may: texts are their publishers'."
        )
    try:
        with published(site) as folder, ExitStack() as shown:
            pages = write_site(
                wishes, folder, lambda total: shown.enter_context(progress(total, quiet=quiet, what="writing"))
            )
    except OSError as error:
        raise UsageError(f"{site}: {error.strerror or error}; what stood there still stands") from error
    say(f"Wrote {plural(pages, 'page')} to {site}; open {site / 'index.html'}", quiet=quiet)
