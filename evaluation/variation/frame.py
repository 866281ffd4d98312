"""What stands around the news: headline, dateline, byline, captions and links between paragraphs, paragraphs themselves."""

import re
from collections.abc import Iterator
from dataclasses import replace

from evaluation.variation.dates import SHORT
from evaluation.variation.printed import Told, Variant, capital, sentences, words

DATELINE = re.compile(
    r"^[A-Z][A-Z .'’-]{2,}(?:, (?:[A-Z][\w. ]+?))?(?:, (?:[A-Z][a-z]+\.?) \d{1,2}(?:, \d{4})?)?(?: \([A-Z][\w /]+\))?\s?(?:--|—|–|-|:) +"
)
_PLAIN = re.compile(
    r"(?![A-Z]{3})(?!\w+:)(?![^\n.]{0,30}[.\n])(?![^\n]{0,40}(?:19|20)\d\d)(?![A-Z][\w ]+, [A-Z]\w+ \d)(?![^\n]{0,60}(?:--|—|–|>>|\d:\d| - ))[^\n]{60,}[.”\"’']\s*(?:\n|$)"
)


def headline(told: Told) -> Iterator[Variant]:
    """No headline: what only the headline says may go."""
    if told.printed.title and told.found.text == told.printed.text:
        yield Variant("dropped", replace(told.printed, title=""), dropped=(0, len(told.printed.title)))


def datelines(told: Told) -> Iterator[Variant]:
    """No dateline where there is one; one where there is none and the marks tell whose test it is."""
    body, published = told.printed.body, told.printed.published
    found = DATELINE.match(body)
    if found:
        yield Variant("dropped", replace(told.printed, body=capital(body[found.end() :])))
        return
    states = {i.state for i in told.gold.mains}
    cities = words()["datelines"].get(states.pop() or "", []) if len(states) == 1 else []
    if not published or not _PLAIN.match(body):
        return
    day = f"{SHORT[int(published[5:7]) - 1]} {int(published[8:10])}"
    for city in cities:
        for agency in words()["agencies"]:
            yield Variant("with a day", replace(told.printed, body=f"{city}, {day} ({agency}) - {body}"))
        yield Variant("bare", replace(told.printed, body=f"{city} — {body}"))


def around(told: Told) -> Iterator[Variant]:
    """A byline over the text, and a line of the page behind its first paragraphs."""
    body = told.printed.body
    yield from (Variant("byline", replace(told.printed, body=f"{line}\n\n{body}")) for line in words()["bylines"])
    paragraphs = body.split("\n\n")
    if len(paragraphs) > 2:
        for place, line in enumerate(words()["boilerplate"]):
            at = 1 + place % (min(len(paragraphs), 4) - 1)
            yield Variant(
                "between paragraphs",
                replace(told.printed, body="\n\n".join([*paragraphs[:at], line, *paragraphs[at:]])),
            )
    for line in words()["boilerplate"]:
        yield Variant("at the end", replace(told.printed, body=f"{body}\n\n{line}"))


def opening(told: Told) -> Iterator[Variant]:
    """A sentence before the lead that says nothing."""
    if not DATELINE.match(told.printed.body):
        for line in words()["opening"]:
            yield Variant("own paragraph", replace(told.printed, body=f"{line}\n\n{told.printed.body}"))


def paragraphs(told: Told) -> Iterator[Variant]:
    """A paragraph a sentence, and all in one."""
    body = told.printed.body
    split = "\n\n".join(body[start:end] for start, end in sentences(body))
    if split != body:
        yield Variant("a sentence each", replace(told.printed, body=split))
    joined = re.sub(r"(?<=[.!?\"”’'])\n+(?=\S)", " ", body)
    ended = all(paragraph.rstrip()[-1:] in ".?!\"”’'" for paragraph in re.split(r"\n+", body) if paragraph.strip())
    if joined != body and ended:
        yield Variant("all in one", replace(told.printed, body=joined))
