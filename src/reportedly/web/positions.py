"""The fields of an incident as its page shows them: each position with its speakers, outlets, origins and sentences."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import tzinfo

from markupsafe import Markup

from reportedly.codebook import Codebook
from reportedly.fields.wording import field_name
from reportedly.frozen import dataclass
from reportedly.model import Claim, Incident, Place, Report, Status, Value, Voice, Weapon
from reportedly.publish.moments import shown_moment
from reportedly.publish.naming import told_by, voice_name
from reportedly.publish.quotes import Quote, Sentences
from reportedly.publish.sheet import Changed, Held, Row, changed_of, rows
from reportedly.publish.sound import web_address
from reportedly.reconcile.credibility import WORDS
from reportedly.reconcile.origins import UNATTRIBUTED, name_of
from reportedly.reconcile.said import MANY_AT_ONCE
from reportedly.store.facets import holders
from reportedly.web.bar import Share, bar, looks, swatch
from reportedly.web.tell import plural

SIGNS: Mapping[Status, str] = {
    Status.AGREED: "✓",
    Status.CONTESTED: "≠",
    Status.SINGLE_ORIGIN: "1",
    Status.WITHHELD: "–",
    Status.UNKNOWN: "?",
}
FEW = 2  # positions of a field that has many at once
Named = tuple[str, str]  # kind and value of a page: ("speaker", "kcna")


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who holds a position, as shown, with the page of each who speaks; none for the writer."""

    name: str
    pages: tuple[tuple[Named, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """A sentence, who printed it, and who else did. `stored` is false for one that a person added: it has no report."""

    quote: Quote
    by: str
    also: tuple[tuple[Quote, str], ...] = ()
    stored: bool = True
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A position as it is drawn."""

    held: Held
    swatch: Markup
    page: Named | None
    speakers: tuple[Speaker, ...]
    origins: tuple[str, ...]
    since: str
    credibility: str
    printed: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A field as it is drawn; `open` of its positions are shown at once, where many are held side by side."""

    name: str
    row: Row
    sign: str
    page: Named | None
    bar: Markup
    positions: tuple[Drawn, ...]
    changes: tuple[tuple[Changed, tuple[str, ...]], ...]
    open: int


@dataclass(frozen=True)
class Drawing:
    """What is needed to draw an incident's fields."""

    incident: Incident
    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]
    stored: frozenset[str]
    codebook: Codebook
    zone: tzinfo | None


def fields(drawing: Drawing) -> tuple[Field, ...]:
    """Each field of the incident that is shown, in the order of every output."""
    sentences = Sentences(drawing.reports)
    return tuple(_field(row, drawing, sentences) for row in rows(drawing.incident, drawing.claims))


def _field(row: Row, drawing: Drawing, sentences: Sentences) -> Field:
    drawn = looks([one.stands for one in row.held], [one.position.revised for one in row.held])
    shares = [Share(look, max(1, len(one.position.outlets))) for look, one in zip(drawn, row.held, strict=True)]
    return Field(
        name=field_name(row.field),
        row=row,
        sign=SIGNS[row.settled.status],
        page=page_of(row.settled.value),
        bar=bar(shares, _in_words(row.held)) if len(row.held) > 1 else Markup(),
        positions=tuple(_position(one, look, drawing, sentences) for one, look in zip(row.held, drawn, strict=True)),
        changes=tuple(
            (one, tuple(shown_moment(step.stage.since, drawing.zone) if step.stage.since else "" for step in one.steps))
            for one in changed_of(row.field, row.settled.history)
        ),
        open=FEW if row.field in MANY_AT_ONCE else len(row.held),
    )


def _in_words(held: Sequence[Held]) -> str:
    told = (f"{one.value}: {_outlets(one)}{'' if one.stands else ', does not stand'}" for one in held)
    return f"{len(held)} positions: {'; '.join(told)}"


def _outlets(held: Held) -> str:
    number = len(held.position.outlets)
    return plural(number, "outlet") if number else "no outlet is named"


def _position(held: Held, look: str, drawing: Drawing, sentences: Sentences) -> Drawn:
    position = held.position
    digit = position.credibility
    return Drawn(
        held=held,
        swatch=swatch(look),
        page=page_of(position.value),
        speakers=tuple(Speaker(one.name, _pages(one.voice)) for one in held.holders),
        origins=tuple(name_of(one, drawing.codebook) for one in position.origins if one != UNATTRIBUTED),
        since=shown_moment(position.since, drawing.zone) if position.since else "",
        credibility=f"credibility {digit} ({WORDS[digit]})" if digit else "",
        printed=printed(held.claims, drawing, sentences),
    )


def _pages(voice: Voice | None) -> tuple[tuple[Named, str], ...]:
    return () if voice is None else tuple((("speaker", one.id), voice_name(one)) for one in holders(voice))


def page_of(value: Value | None) -> Named | None:
    """The page of a weapon or a site."""
    if isinstance(value, Weapon):
        return "weapon", value.id or value.name
    return ("site", value.id or value.name) if isinstance(value, Place) else None


def printed(claims: Iterable[Claim], drawing: Drawing, sentences: Sentences) -> tuple[Printed, ...]:
    """The sentences that these claims stand in, by outlet and day; one that several reports print alike stands once."""
    home = {member.mention: member.report for member in drawing.incident.mentions}
    places: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims:
        if claim.mention in home:
            report = home[claim.mention]
            places.setdefault((report, sentences.at(report, claim).start), []).append(claim)
    quotes = [sentences.quote(report, some) for (report, _), some in places.items()]
    quotes.sort(key=lambda one: (told_by(drawing.reports[one.report]), one.report, one.span))
    alike: dict[str, list[Quote]] = {}
    for quote in quotes:
        alike.setdefault(quote.text, []).append(quote)
    return tuple(_printed(same, drawing) for same in alike.values())


def _printed(same: Sequence[Quote], drawing: Drawing) -> Printed:
    first, *others = same
    report = drawing.reports[first.report]
    also = {told_by(drawing.reports[one.report]): one for one in reversed(others)}
    also.pop(told_by(report), None)
    return Printed(
        quote=first,
        by=told_by(report),
        also=tuple((one, name) for name, one in sorted(also.items())),
        stored=first.report in drawing.stored,
        url=web_address(report.url),
    )
