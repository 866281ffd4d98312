"""The feed of a ledger: what was told or ruled of last, each incident with the sentences that tell of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time

from reportedly.codebook import Codebook
from reportedly.fields.wording import days_told
from reportedly.frozen import dataclass
from reportedly.model import Claim, Incident, Report, Stance, Status
from reportedly.publish.feeds import Entry, Feed, Heard, named
from reportedly.publish.feeds.entry import NEVER
from reportedly.publish.naming import printer
from reportedly.publish.quotes import Sentences
from reportedly.publish.telling import happened
from reportedly.reconcile.rulings import Rulings, Standing
from reportedly.store.browse import Asked
from reportedly.store.ledger import Ledger
from reportedly.store.news import Told, told_when
from reportedly.store.ruled import AsRuled, as_ruled, rulings
from reportedly.web.links import Links, query
from reportedly.web.tell import plural, words

ENTRIES = 50  # of a feed
SENTENCES = 8  # of an entry
PLAIN = frozenset({Stance.ASSERTED, Stance.CONFIRMED})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a feed stands: the address it is of, without a slash at its end, its own address below it, and the links of
    pages below it."""

    base: str
    here: str
    links: Links


def feed_of(ledger: Ledger, book: Codebook, asked: Asked, place: Place, title: str) -> Feed:
    """The feed of the incidents that are asked for, the newest publication or ruling first."""
    newest = _newest(ledger, asked)
    incidents = list(ledger.incidents([told.incident for told, _ in newest]))
    told = as_ruled(ledger, sorted({ref.report for one in incidents for ref in one.mentions}))
    writer = _Writer(told, Sentences({report.id: report for report in told.reports}), book)
    entries = tuple(
        writer.entry(incident, when, updated, place)
        for incident, (when, updated) in zip(incidents, newest, strict=True)
    )
    narrowed = query(replace(asked, page=1))
    return Feed(
        id=named("feed", title, narrowed),
        title=title + (f" ({narrowed[1:]})" if narrowed else ""),
        home=f"{place.base}{place.links.incidents(asked)}",
        here=place.base + place.here + narrowed,
        entries=entries,
    )


def _newest(ledger: Ledger, asked: Asked) -> list[tuple[Told, datetime]]:
    """The incidents of the feed, each with the newest publication or ruling on it."""
    ruled = _ruled_when(ledger, rulings(ledger))
    updated = [(one, _updated(one, ruled.get(one.incident))) for one in told_when(ledger.path, asked)]
    return sorted(updated, key=lambda pair: (pair[1], pair[0].incident), reverse=True)[:ENTRIES]


def _updated(told: Told, ruled: datetime | None) -> datetime:
    """Its newest publication or ruling; where there is neither, the day it may have happened on."""
    known = [when for when in (told.newest, ruled) if when is not None]
    if known:
        return max(known)
    return datetime.combine(date.fromisoformat(told.earliest), time(), UTC) if told.earliest else NEVER


def _ruled_when(ledger: Ledger, found: Rulings) -> dict[str, datetime]:
    """When the newest ruling on each incident was made."""
    sides = {account: one for one in found.standings for account in (*one.accounts, *one.others)}
    homes = ledger.homes(sides)
    newest: dict[str, datetime] = {}
    for one in found.standings:
        for account in (*one.accounts, *one.others):
            if home := homes.get(account):
                newest[home] = max(newest.get(home, one.decision.when), one.decision.when)
    return newest


@dataclass(frozen=True, slots=True)
class _Writer:
    told: AsRuled
    sentences: Sentences
    book: Codebook

    def entry(self, incident: Incident, when: Told, updated: datetime, place: Place) -> Entry:
        standings = self.told.rulings.on(incident)
        return Entry(
            id=named("incident", incident.id),
            title=days_told(incident.label),
            kind=incident.type,
            url=place.base + place.links.incident(incident.id),
            updated=updated,
            first=when.first,
            summary=happened(incident, self.book),
            notes=tuple(_notes(incident, standings)),
            heard=tuple(self._heard(incident)),
        )

    def _heard(self, incident: Incident) -> Iterator[Heard]:
        """A sentence a report, the newest first; what several print alike once."""
        reports: Mapping[str, Report] = {report.id: report for report in self.told.reports}
        members = {ref.mention for ref in incident.mentions}
        seen: dict[str, Heard] = {}
        for extraction in sorted(self.told.extractions, key=lambda one: _newest_first(reports[one.report])):
            claims = [claim for claim in extraction.claims if claim.mention in members and not claim.rejected]
            if claims and len(seen) < SENTENCES:
                one = self._one(reports[extraction.report], claims)
                seen.setdefault(one.sentence, one)
        return iter(seen.values())

    def _one(self, report: Report, claims: list[Claim]) -> Heard:
        """The sentence in which somebody says that it happened; else the writer's own, else the first that tells of it."""
        told = [one for one in claims if one.field == "type"]
        claim = next((one for one in told if _who(one)), (told or claims)[0])
        return Heard(
            sentence=self.sentences.quote(report.id, [claim]).text.strip(),
            who=_who(claim),
            outlet=printer(report),
            published=report.published.iso if report.published else None,
            url=report.url,
        )


def _who(claim: Claim) -> str:
    """Who says it, and how where it is not plainly said; nobody where it is the writer's own."""
    holder = claim.voices[-1] if claim.voices else None
    name = "" if holder is None or holder.kind == "narrator" else holder.name
    return name if claim.stance in PLAIN else f"{name or 'the writer'} ({claim.stance.value})"


def _notes(incident: Incident, standings: Iterable[Standing]) -> Iterator[str]:
    support = incident.support
    reports = len({ref.report for ref in incident.mentions})
    yield f"{plural(reports, 'report')}, {plural(support.outlets, 'outlet')}, {plural(support.origins, 'independent origin')}."
    contested = [name for name, settled in incident.values.items() if settled.status is Status.CONTESTED]
    if contested:
        yield f"Contested: {', '.join(words(name) for name in sorted(contested))}."
    for one in standings:
        decision = one.decision
        yield f"Ruled {decision.ruling.value} by {decision.who} on {decision.when:%Y-%m-%d}: {decision.why}"


def _newest_first(report: Report) -> tuple[int, str]:
    published = report.published
    return (-published.day.toordinal() if published else 0, report.id)
