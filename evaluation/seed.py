"""How many of the first report's marked claims are found. The report is a third party's and stays outside.

    python -m evaluation.seed

A claim is found where the program has a claim of the same mention whose span overlaps by half of either. Mentions
are aligned with marked incidents by the claims they share, each used once; a marked statement may stand on the
mention of the incident it is about.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.reading import DATA, extract
from reportedly.model import Span
from reportedly.publish.contract import ClaimLine, ExtractLine
from reportedly.readers import Hints

SEED = DATA.parent / "seed"
PUBLISHED = "2024-09-18"


@dataclass(frozen=True, slots=True)
class MarkedClaim:
    """A claim as marked; `incidents` are those it may stand on, `spans` where it is written (more where repeated)."""

    id: str
    incidents: tuple[str, ...]
    field: str
    written: str
    spans: tuple[Span, ...]


def read_marks(folder: Path) -> tuple[MarkedClaim, ...]:
    """The marked claims with spans in the text's code points."""
    text = (folder / "report.txt").read_text(encoding="utf-8")
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return tuple(
        MarkedClaim(
            id=claim["id"],
            incidents=_may_stand_on(claim["incident"].rstrip("?"), gold["incidents"]),
            field=claim["field"],
            written=claim["text"],
            spans=tuple(_span(claim[key], starts) for key in ("span", "also_span") if key in claim),
        )
        for claim in gold["claims"]
    )


def _may_stand_on(incident: str, incidents: Mapping[str, Mapping[str, str]]) -> tuple[str, ...]:
    about = incidents[incident].get("about")
    return (incident, about) if about else (incident,)


def _span(place: Sequence[int], starts: Sequence[int]) -> Span:
    line, start, end = place
    return Span(starts[line - 1] + start, starts[line - 1] + end)


def overlaps_by_half(left: Span, right: Span) -> bool:
    """Whether the two share at least half of the shorter one."""
    return 2 * left.overlap(right) >= min(len(left), len(right)) > 0


def hits(mark: MarkedClaim, claim: ClaimLine) -> bool:
    """Whether the claim stands where the marked one does."""
    return any(overlaps_by_half(span, Span(claim.start, claim.end)) for span in mark.spans)


def align(marks: Sequence[MarkedClaim], line: ExtractLine) -> dict[str, str]:
    """The mention that answers each marked incident: most shared claims first, each used once."""
    shared = [
        (-sum(any(hits(mark, claim) for claim in of_mention) for mark in of_incident), incident, mention.id)
        for incident in dict.fromkeys(mark.incidents[0] for mark in marks)
        for of_incident in ([mark for mark in marks if mark.incidents[0] == incident],)
        for mention in line.mentions
        for of_mention in ([claim for claim in line.claims if claim.mention == mention.id],)
    ]
    aligned: dict[str, str] = {}
    for count, incident, mention_id in sorted(shared):
        if count and incident not in aligned and mention_id not in aligned.values():
            aligned[incident] = mention_id
    return aligned


def answers(marks: Sequence[MarkedClaim], line: ExtractLine) -> dict[str, tuple[ClaimLine, ...]]:
    """The claims that answer each marked claim, by its id; none where it was missed."""
    aligned = align(marks, line)
    return {
        mark.id: tuple(
            claim
            for claim in line.claims
            if claim.mention in {aligned.get(incident) for incident in mark.incidents} and hits(mark, claim)
        )
        for mark in marks
    }


def main() -> int:
    """The exit status: 0 where the material is there."""
    if not SEED.exists():
        print(f"no first report at {SEED}; set REPORTEDLY_DATA", file=sys.stderr)
        return 2
    marks = read_marks(SEED)
    (line,) = extract(SEED / "report.txt", hints=Hints(published=PUBLISHED))
    found = answers(marks, line)
    for mark in marks:
        fields = ", ".join(dict.fromkeys(claim.field for claim in found[mark.id]))
        print(f"{'found ' if found[mark.id] else 'MISSED'} {mark.id} {'/'.join(mark.incidents)} {mark.field}: {fields}")
        if not found[mark.id]:
            print(f"         {mark.written!r}")
    print(f"{sum(map(bool, found.values()))} of {len(marks)} found")
    return 0


if __name__ == "__main__":
    sys.exit(main())
