"""A body that speaks when it did not exist: "UN sanctions monitors" in a report of 2025."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from reportedly.check.article import Article
from reportedly.check.days import shown
from reportedly.codebook import BodyEntry
from reportedly.model import Claim, DateRange, Finding, FindingText, Mention, Verdict, Voice


def body_dates(article: Article) -> Iterator[Finding]:
    """Whether each body that speaks existed when the report was published, or when what it tells was found.

    What is told in the year a body ended, or of a day when it was there, may be its old word: undetermined.
    """
    published = article.report.published
    seen: set[str] = set()
    for claim in article.extraction.claims:
        for id_ in _speakers(claim):
            body = article.codebook.bodies.get(id_)
            if body is None or (body.since is None and body.until is None) or published is None or id_ in seen:
                continue
            seen.add(id_)
            found = _judged(claim, body, published.day, article.mentions[claim.mention], _next(body, article))
            yield replace(found, written=_named(claim, body, article) or found.written)


def _named(claim: Claim, body: BodyEntry, article: Article) -> str | None:
    """The body as it is named last up to the end of its claim's sentence, before the first name behind that."""
    stop = article.sentences[article.sentence_at(claim.span.start)].end
    named = [one for one in article.codebook.names.find(article.report.text) if one.id == body.id]
    before = [one for one in named if one.start < stop]
    return (before[-1] if before else named[0]).written if named else None


def _speakers(claim: Claim) -> tuple[str, ...]:
    of_text = (claim.value.by,) if isinstance(claim.value, FindingText) and claim.value.by else ()
    return (*(one.id for voice in claim.voices for one in _all(voice)), *of_text)


def _all(voice: Voice) -> Iterator[Voice]:
    yield voice
    for one in voice.joint:
        yield from _all(one)


def _judged(claim: Claim, body: BodyEntry, day: date, mention: Mention, heir: BodyEntry | None) -> Finding:
    ended, begun = body.until is not None and day > body.until, body.since is not None and day < body.since
    working = f"{body.name} was there on {shown(day)}"
    verdict = Verdict.CONSISTENT
    if begun and body.since:
        verdict, working = Verdict.INCONSISTENT, f"{body.name} began on {shown(body.since)}, after {shown(day)}"
    elif ended and body.until:
        old = day.year == body.until.year or _within(mention.values.get("date"), body.until)
        verdict = Verdict.UNDETERMINED if old else Verdict.INCONSISTENT
        after = f"; since {shown(heir.since)} there is the {heir.name}" if heir and heir.since else ""
        may = "; what it found before may be told later" if old else ""
        working = f"{body.name} ended on {shown(body.until)}, before this report of {shown(day)}{may}{after}"
    return Finding(claim.id, "body_dates", claim.written, verdict, working, {"body": body.id, "day": day.isoformat()})


def _within(days: object, until: date) -> bool:
    return isinstance(days, DateRange) and days.earliest is not None and days.earliest <= until


def _next(body: BodyEntry, article: Article) -> BodyEntry | None:
    """The body of monitors that began when this one had ended, where the codebook knows one."""
    if body.until is None:
        return None
    later = [
        b
        for b in article.codebook.bodies.values()
        if b.since and b.since > body.until and b.cls.endswith("monitor") and body.cls.endswith("monitor")
    ]
    return min(later, key=lambda b: (b.since or date.max, b.id), default=None)
