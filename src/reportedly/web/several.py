"""What is shown where the first letters of an id fit several incidents."""

from collections.abc import Sequence

from reportedly.web.page import Page


def several_page(written: str, found: Sequence[tuple[str, str]]) -> Page:
    """A page of the incidents that begin so: id and label of each."""
    return Page("several.html", "Several incidents", "incidents", {"written": written, "found": found})
