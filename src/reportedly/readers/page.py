"""What a web page says of itself: JSON-LD first, then meta tags, then what a reader sees."""

import json
from collections.abc import Iterator, Mapping, Sequence

from resiliparse.parse.html import ElementNode, HTMLTree

from reportedly.model import Published
from reportedly.patterns import compiled
from reportedly.readers import article
from reportedly.readers.dates import parse_published
from reportedly.readers.decode import clean
from reportedly.readers.draft import About

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "pubdate", "publishdate", "publish-date", "publish_date", "dc.date.issued", "dcterms.created",
    "dc.date", "dcterms.date", "article.published", "cxenseparse:recs:publishtime", "date",
)  # fmt: skip
_OUTLET = ("og:site_name", "application-name", "dc.publisher", "publisher", "cre")
_AUTHOR = ("author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "byl")
_SEPARATOR = compiled(r"\s+[|–—·-]\s+|\s*\|\s*")


def about_page(tree: HTMLTree, data: Sequence[Mapping[str, object]]) -> About:
    """Title, outlet, author, address, publication and language, each from the best place that names it."""
    said = article.about(data[0] if data else {})
    metas = _metas(tree)
    outlet = said.outlet or _first(metas, _OUTLET)
    url = said.url or _canonical(tree) or _first(metas, ("og:url",))
    root = tree.document.query_selector("html") if tree.document else None
    return About(
        title=_line(said.title) or _title(tree, metas, outlet),
        outlet=_line(outlet),
        author=_line(said.author or _author(metas)),
        url=url if url and url.startswith(("http://", "https://")) else None,
        published=_published(tree, said, metas),
        language=said.language or (root.getattr("lang", None) if root else None),
    )


def captions(tree: HTMLTree) -> Iterator[str]:
    """The text of every picture's caption."""
    for node in _all(tree, 'figcaption, [class*="caption"]'):
        yield node.text or ""


def linked_data(tree: HTMLTree) -> Iterator[Mapping[str, object]]:
    """The articles of the page's JSON-LD."""
    for node in _all(tree, 'script[type="application/ld+json"]'):
        try:
            yield from article.articles(json.loads(node.text or "", strict=False))
        except (ValueError, RecursionError):  # broken JSON-LD is common; the meta tags say the same
            continue


def _metas(tree: HTMLTree) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for node in _all(tree, "meta"):
        name = node.getattr("property", None) or node.getattr("name", None) or node.getattr("itemprop", None)
        content = node.getattr("content", None)
        if name and content and content.strip():
            found.setdefault(name.lower(), clean(content))
    return found


def _first(metas: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _author(metas: Mapping[str, str]) -> str | None:
    author = _first(metas, _AUTHOR)
    return None if author and author.startswith(("http://", "https://")) else author


def _canonical(tree: HTMLTree) -> str | None:
    node = next(iter(_all(tree, 'link[rel="canonical"]')), None)
    return clean(node.getattr("href", "") or "").strip() or None if node else None


def _title(tree: HTMLTree, metas: Mapping[str, str], outlet: str | None) -> str | None:
    shown = [line for node in _all(tree, "h1") if (line := _line(node.text))]
    written = _line(_first(metas, ("og:title", "twitter:title"))) or (shown[0] if len(shown) == 1 else None)
    return _without_outlet(written or _line(tree.title) or "", outlet) or (shown[0] if shown else None)


def _without_outlet(title: str, outlet: str | None) -> str:
    """The title without the outlet's name that pages hang on behind a bar or dash."""
    *_, last = (None, *_SEPARATOR.finditer(title))
    if last and last.start() and outlet and title[last.end() :].casefold() == (_line(outlet) or "").casefold():
        return title[: last.start()]
    return title


def _published(tree: HTMLTree, said: About, metas: Mapping[str, str]) -> Published | None:
    """The first date named; where it lacks an offset, one within a day of it that has one."""
    found = [said.published, *(parse_published(metas.get(name)) for name in _PUBLISHED), *_times(tree)]
    known = [day for day in found if day]
    if not known or known[0].instant:
        return known[0] if known else None
    return next((day for day in known if day.instant and abs((day.day - known[0].day).days) <= 1), known[0])


def _times(tree: HTMLTree) -> Iterator[Published | None]:
    for selector in ('[itemprop="datePublished"]', "time[pubdate]", "article time", "header time", "time"):
        for node in _all(tree, selector)[:1]:
            yield parse_published(node.getattr("datetime", None) or node.getattr("content", None) or _line(node.text))


def _all(tree: HTMLTree, selector: str) -> list[ElementNode]:
    return list(tree.document.query_selector_all(selector)) if tree.document else []


def _line(text: str | None) -> str | None:
    return " ".join(clean(text).split()) or None if text else None
