"""Model objects as rows of the tables, and rows as model objects."""

import zlib
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from reportedly.model import (
    Claim,
    Extraction,
    Incident,
    Mention,
    Problem,
    ProblemKind,
    Report,
    Role,
    Span,
    Stance,
    Status,
)
from reportedly.reconcile.label import dated, day
from reportedly.reconcile.rulings.elsewhere import by_hand
from reportedly.store.codec import dumps, loads

Row = Mapping[str, Any]


def report_row(report: Report, *, relevant: bool | None, reading: str) -> Row:
    """The report as a row, its bytes compressed."""
    return {
        "number": number_of(report.id),
        "id": report.id,
        "path": report.path,
        "raw": zlib.compress(report.raw, 6),
        "text": report.text,
        "blocks": dumps(report.blocks),
        "title": report.title,
        "outlet": report.outlet,
        "author": report.author,
        "url": report.url,
        "published": dumps(report.published),
        "language": report.language,
        "media_type": report.media_type,
        "relevant": None if relevant is None else int(relevant),
        "reading": reading,
    }


def number_of(report: str) -> int:
    """The number the index of words knows a report by: the same in every ledger, whatever was read before it."""
    return int.from_bytes(sha256(report.encode()).digest()[:7])


def report_of(row: Row) -> Report:
    """The report a row was made of; without its bytes where the row was read without them."""
    return Report(
        id=row["id"],
        path=row["path"],
        text=row["text"],
        blocks=loads(row["blocks"]),
        raw=zlib.decompress(row["raw"]) if "raw" in row else b"",
        title=row["title"],
        outlet=row["outlet"],
        author=row["author"],
        url=row["url"],
        published=loads(row["published"]),
        language=row["language"],
        media_type=row["media_type"],
    )


def mention_rows(extraction: Extraction) -> list[Row]:
    """The mentions as rows, in their order."""
    return [
        {
            "id": mention.id,
            "report": extraction.report,
            "nth": nth,
            "type": mention.type,
            "role": mention.role.value,
            "state": mention.state,
            "values": dumps(mention.values),
            "derived_values": dumps(mention.derived_values),
            "shots": dumps(mention.shots),
        }
        for nth, mention in enumerate(extraction.mentions)
    ]


def claim_rows(extraction: Extraction) -> list[Row]:
    """The claims of all mentions as rows, in the order their mention holds them."""
    return [
        {
            "report": extraction.report,
            "mention": mention.id,
            "nth": nth,
            "id": claim.id,
            "field": claim.field,
            "value": dumps(claim.value),
            "written": claim.written,
            "start": claim.span.start,
            "end": claim.span.end,
            "voices": dumps(claim.voices),
            "inherited": int(claim.inherited),
            "cue": claim.cue,
            "stance": claim.stance.value,
            "rule": claim.rule,
        }
        for mention in extraction.mentions
        for nth, claim in enumerate(mention.claims)
    ]


def claim_of(row: Row) -> Claim:
    """The claim a row was made of."""
    return Claim(
        id=row["id"],
        mention=row["mention"],
        field=row["field"],
        value=loads(row["value"]),
        written=row["written"],
        span=Span(row["start"], row["end"]),
        voices=loads(row["voices"]),
        inherited=bool(row["inherited"]),
        cue=row["cue"],
        stance=Stance(row["stance"]),
        rule=row["rule"],
    )


def mention_of(row: Row, claims: Iterable[Row]) -> Mention:
    """The mention a row was made of, with its claims."""
    return Mention(
        id=row["id"],
        report=row["report"],
        type=row["type"],
        role=Role(row["role"]),
        state=row["state"],
        claims=tuple(claim_of(claim) for claim in claims),
        values=loads(row["values"]),
        derived_values=loads(row["derived_values"]),
        shots=loads(row["shots"]),
    )


def incident_row(incident: Incident) -> Row:
    """The incident as a row, with what a table of incidents shows."""
    date = dated(incident.values)
    contested = sorted(name for name, settled in incident.values.items() if settled.status is Status.CONTESTED)
    return {
        "id": incident.id,
        "label": incident.label,
        "type": incident.type,
        "state": incident.state,
        "earliest": date.earliest.isoformat() if date and date.earliest else None,
        "latest": date.latest.isoformat() if date and date.latest else None,
        "dated": day(date) if date else None,
        "reports": len({member.report for member in incident.mentions if not by_hand(member)}),
        "outlets": incident.support.outlets,
        "origins": incident.support.origins,
        "speakers": incident.support.speakers,
        "credibility": incident.support.credibility,
        "contested": ",".join(contested),
        "values": dumps(incident.values),
        "shots": dumps(incident.shots),
        "reasons": dumps(incident.reasons),
        "support": dumps(incident.support),
    }


def incident_of(row: Row, members: Iterable[Any]) -> Incident:
    """The incident a row was made of."""
    return Incident(
        id=row["id"],
        label=row["label"],
        type=row["type"],
        state=row["state"],
        values=loads(row["values"]),
        mentions=tuple(members),
        shots=loads(row["shots"]),
        reasons=loads(row["reasons"]),
        support=loads(row["support"]),
    )


def problem_row(problem: Problem, *, source: str) -> Row:
    """The problem as a row; `source` is the file it came from."""
    return {
        "path": problem.path,
        "kind": problem.kind.value,
        "source": source,
        "message": problem.message,
        "remedy": problem.remedy,
        "report": problem.report,
    }


def problem_of(row: Row) -> Problem:
    """The problem a row was made of."""
    return Problem(row["path"], ProblemKind(row["kind"]), row["message"], row["remedy"], row["report"])
