"""A report on a published site: the sentences of its claims with at most one on either side, never the whole text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reportedly.fields.registry import show
from reportedly.model import Claim, Extraction, Report, Stance
from reportedly.publish.naming import field_name, voice_name
from reportedly.publish.quotes import Quote, Sentences
from reportedly.publish.sound import web_address
from reportedly.web.page import Page

PLAIN = frozenset({Stance.ASSERTED, Stance.CONFIRMED})


@dataclass(frozen=True, slots=True)
class Read:
    """What was read out of a sentence: the field, the value, who says it, how, and the incident it tells of."""

    id: str
    field: str
    value: str
    written: str
    who: str
    stance: str
    incident: str | None
    rejected: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A sentence and what was read out of it."""

    quote: Quote
    claims: tuple[Read, ...]


def excerpts_page(
    report: Report, extraction: Extraction, homes: Mapping[str, str], labels: Mapping[str, str], *, whole: bool
) -> Page:
    """The page of a report; `homes` gives the incident of each of its accounts, `labels` what that is called;
    with `whole` the text stands below."""
    shows = {
        "report": report,
        "whole": whole,
        "url": web_address(report.url),
        "excerpts": tuple(_excerpts(report, extraction, homes)),
        "incidents": tuple((id_, labels.get(id_, id_)) for id_ in dict.fromkeys(homes.values())),
    }
    return Page("excerpts.html", report.title or report.path, "incidents", shows)


def _excerpts(report: Report, extraction: Extraction, homes: Mapping[str, str]) -> Iterator[Excerpt]:
    sentences = Sentences({report.id: report})
    held: dict[tuple[int, int], list[Claim]] = {}
    for claim in extraction.claims:
        span = sentences.at(report.id, claim)
        held.setdefault((span.start, span.end), []).append(claim)
    for _, claims in sorted(held.items()):
        yield Excerpt(sentences.quote(report.id, claims), tuple(_reads(claims, homes)))


def _reads(claims: Iterable[Claim], homes: Mapping[str, str]) -> Iterator[Read]:
    for claim in claims:
        yield Read(
            id=claim.id,
            field=field_name(claim.field),
            value="not said" if claim.value is None else show(claim.field, claim.value),
            written=" ".join(claim.written.split()),
            who=voice_name(claim.voices[-1]) if claim.voices else "",
            stance="" if claim.stance in PLAIN else claim.stance.value,
            incident=homes.get(claim.mention),
            rejected=claim.rejected,
        )
