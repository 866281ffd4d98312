"""JSON, arrays of it and JSON lines: our own shape, schema.org articles, and the news-please shape."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from resiliparse.extract.html2text import extract_plain_text

from reportedly.frozen import dataclass
from reportedly.patterns import compiled
from reportedly.readers.article import about, articles, is_article
from reportedly.readers.decode import clean
from reportedly.readers.draft import Draft, compose

WANTED = "text (ours), articleBody (schema.org) or maintext (news-please)"
_MARKUP = compiled(
    r"</?(?:p|br|div|span|a|b|i|em|strong|ul|li|h[1-6]|figure|img|script)\b[^<>]*>|&(?:[a-z]{2,8}|#\d{2,6});",
    re.IGNORECASE,
)
_KEYS_SHOWN = 12
BROKEN = "not valid JSON"


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
            return _of_whole(json.loads(text))
        except (ValueError, RecursionError):
            pass  # it may still be JSON lines
    filled = [line for line in re.split(r"[\r\n]+", text) if line.strip()]
    if not lines and (len(filled) < 2 or any(_line(n, line).fault for n, line in enumerate(filled[:2]))):
        return None
    return tuple(article for n, line in enumerate(filled, start=1) for article in _graph(_line(n, line)))


def fault(text: str) -> str:
    """Why the text is no JSON that a reader can use, with line and column."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return f"{BROKEN}: {error.msg.removesuffix(' at')}, line {error.lineno}, column {error.colno}"
    except (ValueError, RecursionError):
        return "JSON nested too deeply, or with a number too long, to be read"
    return "JSON that holds no object"


def shape(value: object) -> str:
    """The keys found, for a message; or what stands there instead of an object."""
    if not isinstance(value, dict):
        return f"a bare {type(value).__name__} and no object"
    keys = [clean(str(key))[:40] for key in value]
    return "keys " + (", ".join(keys[:_KEYS_SHOWN]) or "none") + (", ..." if len(keys) > _KEYS_SHOWN else "")


def read_record(value: object, patterns: Sequence[str]) -> Draft | None:
    """The record as a draft, or None where it has no shape a reader knows."""
    if not isinstance(value, dict):
        return None
    told = about(value)
    body = next((value[key] for key in ("text", "articleBody", "maintext") if isinstance(value.get(key), str)), None)
    if body is None and not (told.title and (is_article(value) or value.keys() & {"text", "maintext"})):
        return None
    body = clean(body or "")
    if not isinstance(value.get("text"), str):  # our own shape is taken word for word, the others come from pages
        body, told = without_markup(body), replace(told, title=without_markup(told.title) if told.title else None)
    return compose(told, body, media_type="application/json", patterns=patterns)


def without_markup(text: str) -> str:
    """The text a reader would see, where it holds HTML tags or entities; else the text itself."""
    return clean(extract_plain_text(text, preserve_formatting=True)) if _MARKUP.search(text) else text


def _line(number: int, line: str) -> Record:
    try:
        return Record(number, json.loads(line))
    except (ValueError, RecursionError):
        return Record(number, None, fault(line))


def _of_whole(whole: object) -> tuple[Record, ...] | None:
    if isinstance(whole, list):
        return tuple(article for n, item in enumerate(whole, start=1) for article in _graph(Record(n, item)))
    if not isinstance(whole, dict):
        return None
    found = list(_graph(Record(None, whole)))
    if len(found) > 1:
        return tuple(replace(record, number=number) for number, record in enumerate(found, start=1))
    return tuple(found)


def _graph(record: Record) -> Iterator[Record]:
    """The record itself, or the articles of its @graph under the same number."""
    inside = list(articles(record.value)) if isinstance(record.value, dict) else []
    if not inside:
        yield record
    for article in inside:
        yield replace(record, value=article)
