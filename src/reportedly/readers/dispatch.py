"""From the bytes of one file to its reports and problems. Never raises on what the bytes hold."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from reportedly.model import Problem, ProblemKind, Report, bytes_id
from reportedly.patterns import compiled
from reportedly.readers import json as records
from reportedly.readers.article import host_of
from reportedly.readers.dates import is_future
from reportedly.readers.decode import decode, is_binary
from reportedly.readers.draft import About, Draft
from reportedly.readers.hints import Hints, Settings
from reportedly.readers.html import looks_like_html, read_html
from reportedly.readers.language import detect
from reportedly.readers.patterns import DEFAULT_BOILERPLATE
from reportedly.readers.text import has_front_matter, read_markdown, read_text

MAX_REPORT = 20_000_000
"""Bytes of one report; a text beyond it is a dump, not a report."""
MAX_FILE = 200_000_000
"""Bytes of one JSON file that holds many reports."""

JSON_LINES = frozenset({".jsonl", ".ndjson"})
_JSON = JSON_LINES | {".json", ".jsonld"}
_FEED = compiled(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
_OBJECT = f"give each report an object with {records.WANTED}; see `reportedly schema`"
_AGAIN = "download or export it again, whole, or mend it at that place"
_PAGES = "save the pages that it links to as .html, or their texts as .txt or JSON"
_CODE = compiled(r"([A-Za-z]{2})(?:$|[-_])")


def read(
    path: str, raw: bytes, *, hints: Hints | None = None, settings: Settings | None = None
) -> Iterator[Report | Problem]:
    """Every report in the bytes and every problem with them.

    A report that is not English, is dated after the run began, or bears a date that cannot be read is yielded as it stands with its problem behind it.
    """
    reading = _Reading(path, hints or Hints(), settings or Settings())
    if fault := _unfit(path, raw):
        yield fault
        return
    text = decode(raw)
    if not text.strip("\ufeff\0 \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029") or not text.strip():
        yield _empty(path)
        return
    yield from reading.file(raw, text)


def _unfit(path: str, raw: bytes) -> Problem | None:
    if len(raw) > (MAX_FILE if _suffix(path) in _JSON else MAX_REPORT):
        return _too_large(path, "file")
    if is_binary(raw):
        return Problem(
            path,
            ProblemKind.BINARY,
            "the file holds an image, a PDF, an archive or other binary data, not text",
            "save the report as text, HTML or JSON (for a PDF: pdftotext FILE) and read that",
        )
    return None if raw.strip() else _empty(path)


class _Reading:
    """The reading of one file: its path, the user's hints, the run's settings."""

    def __init__(self, path: str, hints: Hints, settings: Settings) -> None:
        self._path, self._hints, self._settings = path, hints, settings
        self._patterns = (*DEFAULT_BOILERPLATE, *settings.boilerplate)

    def file(self, raw: bytes, text: str) -> Iterator[Report | Problem]:
        suffix = _suffix(self._path)
        if suffix in _JSON or text.lstrip()[:1] in ("{", "["):
            found = records.records(text, lines=suffix in JSON_LINES)
            if found is not None:
                yield from self._records(found, raw)
                return
            if suffix in _JSON:
                yield self._shape(self._path, records.fault(text))
                return
        if _FEED.match(text, 0, 4096):
            yield self._shape(self._path, "an RSS or Atom feed, which no reader knows", _PAGES)
        else:
            yield from self._finished(self._path, raw, self._document(text, suffix))

    def _document(self, text: str, suffix: str) -> Draft | None:
        if looks_like_html(text) or suffix in (".html", ".htm", ".xhtml"):
            return read_html(text, self._settings.worth_it, self._patterns)
        if has_front_matter(text) or suffix in (".md", ".markdown"):
            return read_markdown(text, self._patterns)
        draft = read_text(text, self._patterns)
        return replace(draft, about=_told(draft.about, self._hints))

    def _records(self, found: tuple[records.Record, ...], raw: bytes) -> Iterator[Report | Problem]:
        if not found:
            yield _empty(self._path)
        for record in found:
            path = self._path if record.number is None else f"{self._path}#{record.number}"
            if record.fault:
                yield self._shape(path, record.fault)
                continue
            draft = records.read_record(record.value, self._patterns)
            if draft is None:
                yield self._shape(path, f"{records.shape(record.value)}; no report text among them")
            else:
                yield from self._finished(path, raw if record.number is None else record.canonical, draft)

    def _finished(self, path: str, raw: bytes, draft: Draft | None) -> Iterator[Report | Problem]:
        if draft is None or not draft.text.strip():
            yield Problem(
                path,
                ProblemKind.NO_TEXT,
                "nothing that reads like a report is left once markup, menus and scripts are taken away",
                "save the page after it has loaded in a browser, or paste the report into a text file",
            )
        elif len(draft.text) > MAX_REPORT:
            yield _too_large(path, "report")
        else:
            report = _report(path, raw, draft, self._hints)
            yield report
            yield from self._doubts(report, draft.about)

    def _doubts(self, report: Report, about: About) -> Iterator[Problem]:
        now = self._settings.now
        if report.language not in (None, "en"):
            yield Problem(
                report.path,
                ProblemKind.LANGUAGE,
                f"the text seems to be in another language than English ({report.language})",
                "the report is kept but not read; add an English version of it",
                report.id,
            )
        if report.published is None and about.undated is not None:
            yield Problem(
                report.path,
                ProblemKind.DATE,
                f"its date of publication cannot be read: {about.undated!r}; the report is kept without one",
                "write it as 2024-09-18, or with a time and zone; --published sets it for plain text",
                report.id,
            )
        if report.published is not None and now is not None and is_future(report.published, now):
            yield Problem(
                report.path,
                ProblemKind.FUTURE,
                f"published {report.published.iso}, after this run began; the date is kept as printed",
                "check the date in the file or the clock of this machine; --published sets it for plain text",
                report.id,
            )

    def _shape(self, path: str, found: str, remedy: str | None = None) -> Problem:
        known = _AGAIN if found.startswith(records.BROKEN) else _OBJECT
        return Problem(path, ProblemKind.SHAPE, found, remedy or known)


def _report(path: str, raw: bytes, draft: Draft, hints: Hints) -> Report:
    about = draft.about
    return Report(
        id=bytes_id(raw),
        path=path,
        text=draft.text,
        blocks=draft.blocks,
        raw=raw,
        title=about.title,
        outlet=about.outlet or hints.outlet or host_of(about.url or hints.url),
        author=about.author,
        url=about.url or hints.url,
        published=about.published or hints.when,
        language=_language(draft),
        media_type=draft.media_type,
    )


def _language(draft: Draft) -> str | None:
    """What the claimable text shows; what the document says of itself only where that shows nothing."""
    start = next((b.span.start for b in draft.blocks if b.kind != "boilerplate"), 0)
    declared = _CODE.match(draft.about.language or "")
    return detect(draft.text[start : start + 20_000]) or (declared[1].lower() if declared else None)


def _told(about: About, hints: Hints) -> About:
    return replace(
        about,
        outlet=hints.outlet or about.outlet,
        url=hints.url or about.url,
        published=hints.when or about.published,
    )


def _suffix(path: str) -> str:
    return PurePath(path).suffix.lower()


def _empty(path: str) -> Problem:
    return Problem(path, ProblemKind.EMPTY, "the file holds no text", "check that it was saved or downloaded whole")


def _too_large(path: str, what: str) -> Problem:
    return Problem(
        path,
        ProblemKind.TOO_LARGE,
        f"the {what} is larger than {MAX_REPORT // 1_000_000} MB of text and was not read",
        "split it into one file a report, or into JSON lines with one report a line",
    )
