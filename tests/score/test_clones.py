"""Articles that public repositories hold are put together again as they were marked, or named with the reason."""

import json
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest
from evaluation.clones import article, stored

HELD = {
    "json": (
        "data/a.json",
        json.dumps(
            {
                "title": "Two fired",
                "date": "2017-04-15",
                "source": "Wire",
                "content_original": "It fired two.\n\nThey fell.\nMore.",
            }
        ),
    ),
    "post": (
        "_posts/a.md",
        "---\npost_title: 'Two fired'\npost_date: 2016-03-17 23:01:06\n---\n[ad_1]<div><p><span>SEOUL</span> It  fired two.</p>"
        "<p>They <b>fell</b>.</p></div>[ad_2]<p>Related</p>",
    ),
    "markdown": (
        "2024/07/a.md",
        "# Two fired\n\nPublished :`2024-07-23 03:18:50`\n\n---\n\n![a](b)\n\nIt fired two.\n\nThey fell.",
    ),
    "wire": ("news/20090525/a", "-- Two fired\n--\n--\n--\nIt fired two.\nThey fell.\n"),
}
"""A file as a repository holds it, by form."""


@pytest.fixture(scope="module")
def clones(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one repository, in which every form stands."""
    folder = tmp_path_factory.mktemp("clones")
    where = folder / "owner+name"
    for path, text in HELD.values():
        (where / path).parent.mkdir(parents=True, exist_ok=True)
        (where / path).write_text(text, "utf-8")
    for words in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "a"],
    ):
        subprocess.run(["git", "-C", where, *words], check=True)
    return folder


@pytest.mark.parametrize("form", HELD)
def test_an_article_comes_out_of_its_repository_as_far_as_it_was_marked(form: str, clones: Path) -> None:
    first = "SEOUL It fired two." if form == "post" else "It fired two."
    origin = {"id": "1", "repo": "owner/name", "commit": "HEAD", "path": HELD[form][0], "form": form, "paragraphs": "1"}
    found = stored(clones, origin)
    assert not isinstance(found, str)
    assert found.paragraphs[:2] == (first, "They fell.")
    made = article(origin | {"sha256": sha256(first.encode()).hexdigest()}, found)
    assert isinstance(made, dict)
    assert (made["title"], made["text"]) == ("Two fired", first)
    assert made["published"] in {"2017-04-15", "2016-03-17", "2024-07-23", "2009-05-25"}
    assert article(origin | {"sha256": "0"}, found) == "not the text that was marked"


@pytest.mark.parametrize(
    ("repo", "path", "why"),
    [("owner/other", "a", "no clone of owner/other"), ("owner/name", "b.json", "owner/name has no b.json at HEAD")],
)
def test_what_cannot_be_had_is_told(repo: str, path: str, why: str, clones: Path) -> None:
    assert stored(clones, {"repo": repo, "commit": "HEAD", "path": path, "form": "json"}) == why
