"""The ledger as three CSV files that open in any spreadsheet: incidents, positions, claims.

UTF-8 with a byte-order mark, so that spreadsheets read the letters right. Rows are views on the contract's lines.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from reportedly.publish.cell import cell
from reportedly.publish.columns import fields_of, header, spread
from reportedly.publish.contract import ClaimLine, ExtractLine, IncidentLine, RuledClaimLine, VoiceLine

ENCODING = "utf-8-sig"
POSITION_COLUMNS = (
    "incident",
    "field",
    "status",
    "settled",
    "value",
    "voices",
    "origins",
    "outlets",
    "claims",
    "credibility",
)
CLAIM_COLUMNS = (
    *("id", "incident", "report", "path", "outlet", "url", "published", "mention", "type", "role"),
    *("field", "value", "written", "start", "end", "voices", "kinds", "states"),
    *("stance", "cue", "inherited", "rule", "ruled", "ruled_by", "ruled_why", "read"),
)

Row = Sequence[object]


def write_tables(folder: Path, incidents: Sequence[IncidentLine], reports: Iterable[ExtractLine]) -> tuple[Path, ...]:
    """The paths of incidents.csv, positions.csv and claims.csv in the folder."""
    owners = {ref.mention: incident.id for incident in incidents for ref in incident.mentions}
    return (
        _write(folder / "incidents.csv", incident_rows(incidents)),
        _write(folder / "positions.csv", position_rows(incidents)),
        _write(folder / "claims.csv", claim_rows(reports, owners)),
    )


def incident_rows(incidents: Sequence[IncidentLine]) -> Iterator[Row]:
    """The header, then a row an incident: its settled values over columns, and the status of each field."""
    fields = fields_of(name for incident in incidents for name in incident.values)
    yield (
        "id",
        "label",
        "type",
        "state",
        *(name for field in fields for name in (*header(field), f"{field}.status")),
        *("mentions", "outlets", "origins", "speakers", "credibility"),
    )
    for incident in incidents:
        settled = ((field, incident.values.get(field)) for field in fields)
        values = [
            part
            for field, one in settled
            for part in (*spread(field, one.value if one else None), one.status if one else "unknown")
        ]
        behind = incident.support
        counts = (len(incident.mentions), behind.outlets, behind.origins, behind.speakers, behind.credibility)
        yield (incident.id, incident.label, incident.type, incident.state, *values, *counts)


def position_rows(incidents: Iterable[IncidentLine]) -> Iterator[Row]:
    """The header, then a row for every value of every field, and everybody who holds it."""
    yield POSITION_COLUMNS
    for incident in incidents:
        for field, settled in incident.values.items():
            for position in settled.positions:
                yield (
                    incident.id,
                    field,
                    settled.status,
                    position.value == settled.value,
                    position.value,
                    tuple(voice.name for voice in position.voices),
                    position.origins,
                    position.outlets,
                    position.claims,
                    position.credibility,
                )


def claim_rows(reports: Iterable[ExtractLine], incident_of: Mapping[str, str]) -> Iterator[Row]:
    """The header, then a row a claim with its report, its words and its speakers, the outermost first."""
    yield CLAIM_COLUMNS
    for line in reports:
        report = line.report
        mentions = {mention.id: mention for mention in line.mentions}
        for claim in line.claims:
            mention = mentions[claim.mention]
            yield (
                claim.id,
                incident_of.get(claim.mention),
                *(report.id, report.path, report.outlet, report.url, report.published),
                *(mention.id, mention.type, mention.role),
                *(claim.field, claim.value, claim.written, claim.start, claim.end),
                *_speakers(claim.voices),
                *(claim.stance, claim.cue, claim.inherited, claim.rule),
                *_ruled(claim),
            )


def _ruled(claim: ClaimLine) -> tuple[object, ...]:
    """What a person ruled of the claim, who, why, and the value that was corrected."""
    if not isinstance(claim, RuledClaimLine):
        return (None,) * 4
    return claim.ruled.ruling, claim.ruled.who, claim.ruled.why, claim.ruled.read


def _speakers(chain: Sequence[VoiceLine]) -> tuple[str, str, str]:
    """Names, kinds and states along the chain; joint holders are their step's name already."""
    return (
        " > ".join(voice.name for voice in chain),
        " > ".join(voice.kind for voice in chain),
        " > ".join(voice.state or "" for voice in chain).strip(" >"),
    )


def _write(path: Path, rows: Iterable[Row]) -> Path:
    with path.open("w", encoding=ENCODING, newline="") as out:
        csv.writer(out).writerows([cell(value) for value in row] for row in rows)
    return path
