"""What a page of the desk may be made of. Whatever else stands in one came in with a report."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import html

ELEMENTS = frozenset(
    [
        "html",
        "head",
        "title",
        "meta",
        "link",
        "script",
        "body",
        "a",
        "header",
        "nav",
        "main",
        "footer",
        "section",
        "article",
        "aside",
        "div",
        "span",
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "colgroup",
        "col",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "form",
        "label",
        "input",
        "select",
        "option",
        "optgroup",
        "textarea",
        "button",
        "fieldset",
        "legend",
        "datalist",
        "output",
        "details",
        "summary",
        "figure",
        "figcaption",
        "blockquote",
        "q",
        "cite",
        "code",
        "pre",
        "kbd",
        "mark",
        "b",
        "strong",
        "em",
        "i",
        "small",
        "sup",
        "sub",
        "abbr",
        "time",
        "br",
        "hr",
        "img",
        "noscript",
        "template",
        "dialog",
        "progress",
        "meter",
        "svg",
        "g",
        "path",
        "circle",
        "rect",
        "line",
        "polyline",
        "polygon",
        "ellipse",
        "text",
        "tspan",
        "title",
        "desc",
        "defs",
        "use",
        "pattern",
        "clippath",
        "clipPath",
        "symbol",
        "lineargradient",
        "stop",
        "marker",
        "menu",
        "search",
        "samp",
        "var",
        "wbr",
        "ins",
        "del",
        "s",
        "u",
    ]
)
ATTRIBUTES = frozenset(
    [
        "lang",
        "charset",
        "name",
        "content",
        "http-equiv",
        "rel",
        "href",
        "type",
        "title",
        "src",
        "defer",
        "async",
        "class",
        "id",
        "role",
        "tabindex",
        "for",
        "value",
        "placeholder",
        "size",
        "maxlength",
        "minlength",
        "min",
        "max",
        "step",
        "rows",
        "cols",
        "required",
        "disabled",
        "hidden",
        "checked",
        "selected",
        "multiple",
        "readonly",
        "autocomplete",
        "spellcheck",
        "autofocus",
        "open",
        "method",
        "action",
        "enctype",
        "novalidate",
        "accesskey",
        "width",
        "height",
        "alt",
        "datetime",
        "colspan",
        "rowspan",
        "scope",
        "headers",
        "span",
        "start",
        "reversed",
        "label",
        "list",
        "pattern",
        "inputmode",
        "target",
        "download",
        "media",
        "sizes",
        "loading",
        "crossorigin",
        "integrity",
        "wrap",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "d",
        "points",
        "fill",
        "stroke",
        "stroke-width",
        "stroke-dasharray",
        "stroke-linecap",
        "stroke-linejoin",
        "opacity",
        "fill-opacity",
        "stroke-opacity",
        "fill-rule",
        "transform",
        "viewbox",
        "viewBox",
        "preserveaspectratio",
        "preserveAspectRatio",
        "text-anchor",
        "dominant-baseline",
        "font-size",
        "focusable",
        "version",
        "xmlns",
        "dx",
        "dy",
        "offset",
        "stop-color",
        "clip-path",
        "patternunits",
        "patternUnits",
        "dir",
        "vector-effect",
        "textlength",
        "lengthadjust",
        "font-weight",
        "paint-order",
        "shape-rendering",
        "popover",
        "popovertarget",
        "translate",
    ]
)
PREFIXES = ("aria-", "data-", "hx-")
ADDRESSES = ("href", "src", "action", "formaction", "hx-get", "hx-post", "hx-push-url", "xlink:href", "poster", "cite")
OUTSIDE = ("http", "https")


def faults(page: str, *, own: str = "") -> Iterator[str]:
    """Everything in a page that no template of ours puts there. `own` is the address of a server, whose pages may be named
    in full."""
    for element in html.document_fromstring(page).iter():
        tag = element.tag
        if not isinstance(tag, str):
            yield f"a {type(element).__name__}: {element.text!r}"
            continue
        if tag not in ELEMENTS:
            yield f"<{tag}>"
        for name, value in element.attrib.items():
            yield from (f"<{tag} {fault}" for fault in _of_attribute(tag, name, value, own))
        if tag == "script" and ((element.text or "").strip() or not element.get("src")):
            yield f"a script of its own: {element.text!r}"


def _of_attribute(tag: str, name: str, value: str, own: str) -> Iterator[str]:
    if name not in ATTRIBUTES and not name.startswith(PREFIXES):
        yield f"{name}={value!r}>"
    if "hostile" in value and name in ("class", "id"):
        yield f"{name}={value!r}>, which is a report's"
    if name in ADDRESSES and not _is_fine(tag, value, own):
        yield f"{name}={value!r}>"
    if name == "http-equiv" and value.lower() not in ("content-security-policy", "refresh"):
        yield f"{name}={value!r}>"


def _is_fine(tag: str, value: str, own: str) -> bool:
    """Whether an address is one of our own, or a link out to the web."""
    if value.startswith("data:image/svg+xml") and tag in ("link", "img"):
        return "hostile" not in value
    address = urlsplit(value.removeprefix(own)) if own else urlsplit(value)
    if not address.scheme and not address.netloc:
        return True
    return (
        tag == "a" and address.scheme in OUTSIDE and bool(address.hostname) and not (set(value) & set(" \t\n\"'<>\\"))
    )
