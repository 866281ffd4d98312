"""A site takes its place whole, and never that of anything else."""

from pathlib import Path

import pytest

from reportedly.model.errors import UsageError
from reportedly.web.site.folder import FILES, published


def write(site: Path, **files: str) -> None:
    """Nothing; a site of these files stands there."""
    with published(site) as folder:
        for name, content in files.items():
            folder.write(f"{name}.html", content)


def names(folder: Path) -> set[str]:
    """What stands in a folder."""
    return {path.name for path in folder.iterdir()}


def test_a_new_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    write(tmp_path / "site", one="1", two="2")
    write(tmp_path / "site", two="3")
    assert names(tmp_path / "site") == {"two.html", FILES}
    assert (tmp_path / "site" / "two.html").read_text() == "3"
    assert names(tmp_path) == {"site"}


def test_an_empty_folder_and_a_new_one_below_new_ones_are_taken(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write(tmp_path / "empty", one="1")
    write(tmp_path / "a" / "b", one="1")
    assert names(tmp_path / "a" / "b") == names(tmp_path / "empty") == {"one.html", FILES}


@pytest.mark.parametrize("name", ["thesis.docx", "deep/down/.git", "one.html"])
def test_a_folder_that_holds_other_things_is_left_alone(tmp_path: Path, name: str) -> None:
    other = tmp_path / "site" / name
    other.parent.mkdir(parents=True, exist_ok=True)
    other.write_text("mine")
    with pytest.raises(UsageError, match="holds other things"):
        write(tmp_path / "site", one="1")
    assert other.read_text() == "mine"


def test_what_was_laid_beside_the_files_of_a_site_is_not_deleted(tmp_path: Path) -> None:
    write(tmp_path / "site", one="1")
    (tmp_path / "site" / "CNAME").write_text("tests.example")
    with pytest.raises(UsageError, match="holds CNAME, which publish did not write"):
        write(tmp_path / "site", one="2")
    assert (tmp_path / "site" / "one.html").read_text() == "1"


def test_a_file_or_a_link_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path)
    for name in ("file", "link"):
        with pytest.raises(UsageError, match="is no folder"):
            write(tmp_path / name, one="1")


def test_a_run_that_is_broken_off_leaves_the_old_site(tmp_path: Path) -> None:
    write(tmp_path / "site", one="1")
    with pytest.raises(KeyboardInterrupt), published(tmp_path / "site") as folder:
        folder.write("one.html", "2")
        raise KeyboardInterrupt
    assert (tmp_path / "site" / "one.html").read_text() == "1"
    assert names(tmp_path) == {"site"}


def test_a_run_that_was_killed_between_two_names_is_mended(tmp_path: Path) -> None:
    write(tmp_path / "site", one="1")
    (tmp_path / "site").rename(tmp_path / ".site.before-reportedly")
    write(tmp_path / "site", one="2")
    assert (tmp_path / "site" / "one.html").read_text() == "2"
    assert names(tmp_path) == {"site"}
