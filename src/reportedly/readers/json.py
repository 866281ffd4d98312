"""JSON, arrays of it and JSON lines: our own shape, schema.org articles, and the news-please shape."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from resiliparse.extract.html2text import extract_plain_text

from reportedly.readers.dates import parse_published
from reportedly.readers.decode import clean
from reportedly.readers.draft import About, Draft, compose

WANTED = "text (ours), articleBody (schema.org) or maintext (news-please)"
_MARKUP = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|ul|li|h[1-6]|figure|img|script)\b[^<>]*>|&(?:[a-z]{2,8}|#\d{2,6});",
    re.IGNORECASE,
)
_LONGEST_SHAPE = 12


@dataclass(frozen=True, slots=True)
class Record:
    """One JSON value of a file: its number from 1 (None where the file is that value alone), or why it is none."""

    number: int | None
    value: object
    fault: str | None = None

    @property
    def canonical(self) -> bytes:
        """The same bytes for the same record, in whichever file and spacing it stands."""
        return json.dumps(self.value, sort_keys=True, separators=(",", ":")).encode("ascii")


def records(text: str, *, lines: bool) -> tuple[Record, ...] | None:
    """The records of a JSON text; None where it is no JSON. `lines` says that its name promises JSON lines."""
    if not lines:
        try:
            whole = json.loads(text)
        except (ValueError, RecursionError):
            pass
        else:
            return _numbered(whole)
    filled = [line for line in re.split(r"[\r\n]+", text) if line.strip()]
    loaded = [_line(number, line) for number, line in enumerate(filled, start=1)]
    if lines or (len(loaded) > 1 and all(record.fault is None for record in loaded[:2])):
        return tuple(record for one in loaded for record in _articles(one))
    return None


def fault(text: str) -> str:
    """Why the text is no JSON, with line and column."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return f"not valid JSON: {error.msg} at line {error.lineno}, column {error.colno}"
    except (ValueError, RecursionError):
        return "JSON nested too deeply, or with a number too long, to be read"
    return "JSON that holds no object"


def read_record(value: object, patterns: Sequence[str]) -> Draft | None:
    """The record as a draft, or None where it has no shape a reader knows."""
    if not isinstance(value, dict):
        return None
    body = next((value[key] for key in ("text", "articleBody", "maintext") if isinstance(value.get(key), str)), None)
    title = _text(value, "title", "headline", "name")
    if body is None and not (title and (_is_article(value) or value.keys() & {"text", "maintext"})):
        return None
    body = clean(body or "")
    if not isinstance(value.get("text"), str):
        body, title = without_markup(body), without_markup(title) if title else None
    return compose(_about(value, title), body, media_type="application/json", patterns=patterns)


def shape(value: object) -> str:
    """The keys found, for a message; or what stands there instead of an object."""
    if isinstance(value, dict):
        keys = [str(key)[:40] for key in value]
        return "keys " + (", ".join(keys[:_LONGEST_SHAPE]) + (", ..." if len(keys) > _LONGEST_SHAPE else "") or "none")
    return f"a bare {type(value).__name__} and no object"


def without_markup(text: str) -> str:
    """The text a reader would see, where it holds HTML tags or entities; else the text itself."""
    return clean(extract_plain_text(text, preserve_formatting=True)) if _MARKUP.search(text) else text


def outlet_of(url: str | None) -> str | None:
    """The host of an address without its www, where no better name of the outlet is known."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None


def articles(value: object) -> Iterator[Mapping[str, object]]:
    """The schema.org articles in a JSON-LD value, whether alone, in a list or in an @graph."""
    if isinstance(value, list):
        for item in value:
            yield from articles(item)
    elif isinstance(value, dict):
        graph = value.get("@graph")
        if isinstance(graph, list | dict):
            yield from articles(graph)
        elif _is_article(value):
            yield value


def name_of(value: object) -> str | None:
    """The name in a schema.org person or organisation, a list of them, or a plain string."""
    if isinstance(value, str):
        return clean(value).strip() or None
    if isinstance(value, dict):
        return name_of(value.get("name"))
    if isinstance(value, list):
        return ", ".join(name for item in value if (name := _flat_name(item))) or None
    return None


def about_article(value: Mapping[str, object]) -> About:
    """What a schema.org article says of itself."""
    return _about(value, _text(value, "headline", "title", "name"))


def _flat_name(value: object) -> str | None:
    return None if isinstance(value, list) else name_of(value)


def _line(number: int, line: str) -> Record:
    try:
        return Record(number, json.loads(line))
    except (ValueError, RecursionError):
        return Record(number, None, fault(line))


def _numbered(whole: object) -> tuple[Record, ...] | None:
    if isinstance(whole, list):
        return tuple(record for n, item in enumerate(whole, start=1) for record in _articles(Record(n, item)))
    if not isinstance(whole, dict):
        return None
    found = list(_articles(Record(None, whole)))
    if len(found) == 1:
        return tuple(found)
    return tuple(Record(number, record.value) for number, record in enumerate(found, start=1))


def _articles(record: Record) -> Iterator[Record]:
    """The record itself, or the articles of its @graph under the same number."""
    if isinstance(record.value, dict) and "@graph" in record.value and (found := list(articles(record.value))):
        for article in found:
            yield Record(record.number, article)
    else:
        yield record


def _is_article(value: Mapping[str, object]) -> bool:
    kinds = value.get("@type")
    return any(
        isinstance(kind, str) and (kind.endswith("Article") or kind in {"BlogPosting", "LiveBlogPosting", "Report"})
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _text(value: Mapping[str, object], *keys: str) -> str | None:
    return next((clean(found) for key in keys if isinstance(found := value.get(key), str) and found.strip()), None)


def _about(value: Mapping[str, object], title: str | None) -> About:
    url = _text(value, "url", "mainEntityOfPage", "@id")
    page = value.get("mainEntityOfPage")
    if url is None and isinstance(page, dict):
        url = _text(page, "@id", "url")
    url = url if url and url.startswith(("http://", "https://")) else None
    days = (parse_published(value.get(key)) for key in ("published", "datePublished", "date_publish", "dateCreated"))
    return About(
        title=title,
        outlet=_text(value, "outlet")
        or name_of(value.get("publisher"))
        or _text(value, "source_domain")
        or outlet_of(url),
        author=name_of(value.get("author")) or name_of(value.get("authors")),
        url=url,
        published=next((day for day in days if day), None),
        language=_text(value, "language", "inLanguage"),
    )
