"""The page of one report: its text as it was with every claim in its place, and who says what of which incident."""

from collections.abc import Iterable, Sequence
from datetime import UTC

from reportedly import codebook as codebooks
from reportedly.codebook import Codebook
from reportedly.fields.registry import show
from reportedly.fields.wording import field_name
from reportedly.frozen import dataclass
from reportedly.model import Claim, Incident, Mention, Published, Report, Role, Voice
from reportedly.publish.decided import line_of, paths_of
from reportedly.publish.excerpts import excerpts, whole
from reportedly.publish.moments import shown_day
from reportedly.publish.naming import said_by, told_by, voice_name
from reportedly.publish.remarks import remarks
from reportedly.publish.sound import web_address
from reportedly.store import spoken
from reportedly.store.facets import holders
from reportedly.store.ledger import Ledger
from reportedly.store.ruled import as_ruled
from reportedly.web.marking import Stretch, stretches
from reportedly.web.page import Page
from reportedly.web.settings import Settings


@dataclass(frozen=True, slots=True)
class Said:
    """A claim as the list beside the text shows it; `voices` are those who say it last, with the id of their page where
    they have one, `chain` who cites whom."""

    claim: Claim
    name: str
    value: str
    chain: tuple[str, ...]
    voices: tuple[tuple[str | None, str], ...]
    ruled: str

    @property
    def told(self) -> str:
        """The claim in a line, for who points at its words."""
        return f"{self.name}: {self.value} · {said_by(self.claim)}"


@dataclass(frozen=True, slots=True)
class Account:
    """What the report says of one incident: the kind, whether the report is about it, the incident it belongs to."""

    mention: Mention
    kind: str
    about: bool
    incident: Incident | None
    said: tuple[Said, ...]


def report_page(settings: Settings, id_: str, *, whole_text: bool = True) -> Page | None:
    """The page of the report of this id, None where the ledger has none. LedgerError where it cannot be read.

    With `whole_text` all of its text is shown, else the sentences that its claims stand in.
    """
    book = codebooks.load(settings.codebook)
    with Ledger.open(settings.ledger) as ledger:
        report = ledger.report(id_)
        if report is None:
            return None
        told = as_ruled(ledger, [id_], book)
        extraction = next((one for one in told.extractions if one.report == id_), None)
        mentions = extraction.mentions if extraction else ()
        homes = ledger.homes(mention.id for mention in mentions)
        incidents = {one.id: one for one in ledger.incidents(sorted(set(homes.values())))}
        own = {mention.id for mention in mentions}
        standings = [one for one in told.rulings.standings if not own.isdisjoint((*one.accounts, *one.others))]
        paths = paths_of(ledger, standings)
    claims = extraction.claims if extraction else ()
    heard = spoken.heard(settings.ledger, (one.id for claim in claims for one in _last(claim)))
    accounts = tuple(_account(one, incidents.get(homes.get(one.id, "")), book, heard) for one in mentions)
    shows = {
        "report": report,
        "told_by": told_by(report),
        "url": web_address(report.url),
        "published": _published(report.published),
        "relevant": extraction.relevant if extraction else None,
        "accounts": accounts,
        "said": {said.claim.id: said for account in accounts for said in account.said},
        "text": _text(report, claims, whole_text=whole_text),
        "whole": whole_text,
        "ruled": [line_of(one, paths) for one in standings],
    }
    return Page("report.html", report.title or told_by(report), "incidents", shows)


def _text(report: Report, claims: Sequence[Claim], *, whole_text: bool) -> tuple[Stretch, ...]:
    return stretches(report, claims, whole(report) if whole_text else excerpts(report, claims))


def _account(mention: Mention, incident: Incident | None, book: Codebook, heard: frozenset[str]) -> Account:
    kind = book.types[mention.type].label if mention.type in book.types else mention.type
    ordered: Iterable[Claim] = sorted(mention.claims, key=lambda one: (one.span, one.field, one.id))
    return Account(mention, kind, mention.role is Role.MAIN, incident, tuple(_said(one, heard) for one in ordered))


def _said(claim: Claim, heard: frozenset[str]) -> Said:
    return Said(
        claim=claim,
        name=field_name(claim.field),
        value=show(claim.field, claim.value),
        chain=tuple(voice_name(voice) for voice in claim.voices[:-1]),
        voices=tuple((one.id if one.id in heard else None, one.name) for one in _last(claim)),
        ruled=remarks([claim]),
    )


def _last(claim: Claim) -> tuple[Voice, ...]:
    """Those who say it last, joint holders each; nobody where the writer does."""
    return tuple(one for voice in claim.voices[-1:] for one in holders(voice))


def _published(published: Published | None) -> str:
    """When it was published, in the outlet's own zone with UTC beside."""
    if published is None:
        return "without a date"
    if published.instant is None:
        return shown_day(published.day)
    there, utc = published.instant, published.instant.astimezone(UTC)
    offset = there.strftime("%z")
    zone = f"UTC{offset[:3]}:{offset[3:5]}" if there.utcoffset() else "UTC"
    beside = "" if zone == "UTC" else f" ({utc:%Y-%m-%d %H:%M} UTC)"
    return f"{shown_day(there.date())}, {there:%H:%M} {zone}{beside}"
