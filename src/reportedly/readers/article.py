"""What an article says of itself in schema.org's words, in ours, or in news-please's."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from reportedly.readers.dates import parse_published
from reportedly.readers.decode import clean
from reportedly.readers.draft import About

_OTHER_KINDS = frozenset({"BlogPosting", "LiveBlogPosting", "Report"})
_SHOWN = 60  # characters of a date that is none
_DEEPEST = 20


def articles(value: object, depth: int = 0) -> Iterator[Mapping[str, object]]:
    """The schema.org articles in a JSON-LD value, whether alone, in a list or in an @graph."""
    if isinstance(value, list) and depth < _DEEPEST:
        for item in value:
            yield from articles(item, depth + 1)
    elif isinstance(value, dict):
        if is_article(value):
            yield value
        elif isinstance(value.get("@graph"), list | dict) and depth < _DEEPEST:
            yield from articles(value["@graph"], depth + 1)


def is_article(value: Mapping[str, object]) -> bool:
    """Whether schema.org calls it an article of some kind."""
    kinds = value.get("@type")
    return any(
        isinstance(kind, str) and (kind.endswith("Article") or kind in _OTHER_KINDS)
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def about(value: Mapping[str, object]) -> About:
    """Title, outlet, author, address, publication and language, as far as the object names them."""
    printed = [value[key] for key in ("published", "datePublished", "date_publish", "dateCreated") if value.get(key)]
    published = next((day for one in printed if (day := parse_published(one))), None)
    return About(
        title=text_of(value, "title", "headline", "name"),
        outlet=text_of(value, "outlet") or name_of(value.get("publisher")) or text_of(value, "source_domain"),
        author=name_of(value.get("author")) or name_of(value.get("authors")),
        url=_address(value),
        published=published,
        language=text_of(value, "language", "inLanguage"),
        undated=str(printed[0])[:_SHOWN] if printed and not published else None,
    )


def text_of(value: Mapping[str, object], *keys: str) -> str | None:
    """The first of the keys that holds a string with something in it."""
    return next((clean(found) for key in keys if isinstance(found := value.get(key), str) and found.strip()), None)


def name_of(value: object) -> str | None:
    """The name in a schema.org person or organisation, a list of them, or a plain string."""
    if isinstance(value, list):
        return ", ".join(name for item in value if not isinstance(item, list) and (name := name_of(item))) or None
    if isinstance(value, dict):
        value = value.get("name")
    return clean(value).strip() or None if isinstance(value, str) else None


def host_of(url: str | None) -> str | None:
    """The host of an address without its www, for where no better name of the outlet is known."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None


def _address(value: Mapping[str, object]) -> str | None:
    page = value.get("mainEntityOfPage")
    inner = text_of(page, "@id", "url") if isinstance(page, dict) else None
    for url in (text_of(value, "url"), text_of(value, "mainEntityOfPage"), inner, text_of(value, "@id")):
        if url and url.startswith(("http://", "https://")):
            return url
    return None
