"""Marked articles, put together again from clones of the public repositories in which they stand.

python -m evaluation.clones CLONES FOLDER

CLONES holds a git repository for each one named in `real/origins.jsonl` and `real/subjects.jsonl`, as OWNER+NAME or
OWNER/NAME, bare or with its files. FOLDER gets ID.json of every article whose origin names its `form`, for
`python -m evaluation.articles FOLDER` and `python -m evaluation.subjects FOLDER`; those without a form were copied out by
hand and stay as they are.
"""

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from lxml import html

from evaluation.articles import REAL
from reportedly.score.gold import json_lines


@dataclass(frozen=True)
class Stored:
    """What a file of a repository holds of one article."""

    title: str
    published: str
    outlet: str
    paragraphs: tuple[str, ...]


def _json(text: str, path: str) -> Stored:
    kept = json.loads(text)
    return Stored(kept["title"], kept["date"], kept["source"], _lines(kept["content_original"]))


def _post(text: str, path: str) -> Stored:
    body = text.partition("[ad_1]")[2].partition("[ad_2]")[0]
    paragraphs = (" ".join(one.text_content().split()) for one in html.fragment_fromstring(body, "div").iter("p"))
    title = html.fromstring(_found(r"^post_title: (.*)$", text).strip("'\"")).text_content()
    outlet = title.rpartition(" – ")[2] if " – " in title else "Reuters"
    return Stored(title, _found(r"^post_date: (\S+)", text), outlet, tuple(p for p in paragraphs if p))


def _markdown(text: str, path: str) -> Stored:
    blocks = (one.strip() for one in text.partition("---")[2].split("\n\n"))
    published = _found(r"^Published :`(\S+)", text)
    return Stored(_found(r"^# (.*)$", text), published, "CNN", tuple(b for b in blocks if b and b[:1] not in "[!"))


def _wire(text: str, path: str) -> Stored:
    day = _found(r"/(\d{8})/", path)
    lines = text.split("\n")
    return Stored(lines[0].strip("- "), f"{day[:4]}-{day[4:6]}-{day[6:]}", "Reuters", _lines("\n".join(lines[4:])))


FORMS: Mapping[str, Callable[[str, str], Stored]] = {"json": _json, "post": _post, "markdown": _markdown, "wire": _wire}
"""How a file holds an article, by the name an origin gives it."""


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def _found(pattern: str, text: str) -> str:
    found = re.search(pattern, text, re.MULTILINE)
    return found[1].strip() if found else ""


def repository(clones: Path, name: str) -> Path | None:
    """The git folder of a repository among clones, or None."""
    for place in (clones / name.replace("/", "+"), clones / name):
        for git in (place / ".git", place / "repo" / ".git", place / "repo", place):
            if (git / "HEAD").exists():
                return git
    return None


def stored(clones: Path, origin: Mapping[str, str]) -> Stored | str:
    """What the repository of an origin holds, or why it cannot be had."""
    git = repository(clones, origin["repo"])
    if git is None:
        return f"no clone of {origin['repo']}"
    shown = subprocess.run(
        ["git", "--git-dir", git, "show", f"{origin['commit']}:{origin['path']}"], capture_output=True, check=False
    )
    if shown.returncode:
        return f"{origin['repo']} has no {origin['path']} at {origin['commit'][:10]}"
    return FORMS[origin["form"]](shown.stdout.decode(errors="replace"), origin["path"])


def article(origin: Mapping[str, str], found: Stored) -> dict[str, str] | str:
    """The article as it was marked, ready to be written, or why it is another."""
    text = "\n\n".join(found.paragraphs[: int(origin["paragraphs"])])
    if sha256(text.encode()).hexdigest() != origin["sha256"]:
        return "not the text that was marked"
    return {
        "id": origin["id"],
        "title": found.title,
        "published": found.published[:10],
        "outlet": found.outlet,
        "text": text,
    }


def main(arguments: list[str] | None = None) -> int:
    """The exit status: 0 where any article was written."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.clones", description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "clones", type=Path, metavar="CLONES", help="git repositories, each as OWNER+NAME or OWNER/NAME"
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where ID.json is written; made if need be")
    asked = parser.parse_args(arguments)
    asked.folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for origin in (*json_lines(REAL / "origins.jsonl"), *json_lines(REAL / "subjects.jsonl")):
        if "form" not in origin:
            continue
        found = stored(asked.clones, origin)
        made = found if isinstance(found, str) else article(origin, found)
        if isinstance(made, str):
            print(f"{origin['id']}: {made}", file=sys.stderr)
            continue
        (asked.folder / f"{origin['id']}.json").write_text(json.dumps(made, ensure_ascii=False), "utf-8")
        written += 1
    print(f"{written} articles written to {asked.folder}")
    return 0 if written else 1


if __name__ == "__main__":
    sys.exit(main())
