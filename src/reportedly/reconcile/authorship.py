"""Whose words the writer's own words in a report are: those of an agency that it credits, copies or belongs to."""

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlsplit

from reportedly.codebook import BodyEntry, Codebook
from reportedly.extract.voices import body_voice, joint_voice
from reportedly.frozen import dataclass
from reportedly.model import Ground, Report, Voice
from reportedly.reconcile.copies import copied, wording
from reportedly.reconcile.credits import credit

AGENCIES = frozenset({"wire", "state_media"})  # classes whose words others print as their own


@dataclass(frozen=True, slots=True)
class Authorship:
    """Who wrote what a report says in its own name, as far as that is known, and by what.

    `of` is what shows it: the credit as written, the id of the report it copies, the house it belongs to. `agency` is
    None where the report is the outlet's own, or credits or copies somebody that is no agency.
    """

    agency: Voice | None = None
    ground: Ground = Ground.OWN
    of: str = ""


OWN = Authorship()


def authorships(reports: Iterable[Report], codebook: Codebook) -> Mapping[str, Authorship]:
    """The authorship of every report, by id.

    A credit goes before the house of the outlet, and both before likeness: a report without an agency that prints the
    text of one with an agency has that one's, else it copies the first that printed it. Their order changes nothing.
    """
    ordered = sorted(reports, key=lambda report: (report.published.iso if report.published else "~", report.id))
    found = {report.id: _stated(report, codebook) for report in ordered}
    if len(ordered) < 2:
        return found
    texts = [wording(report) for report in ordered if found[report.id].agency is None]
    told = [wording(report) for report in ordered if found[report.id].agency is not None]
    of_agencies = copied(texts, told)
    for copy, original in of_agencies.items():
        found[copy] = Authorship(found[original].agency, Ground.COPIES, original)
    rest = [text for text in texts if text.report not in of_agencies]
    for copy, original in copied(rest, rest).items():
        found[copy] = Authorship(None, Ground.COPIES, original)
    return found


def house(report: Report, codebook: Codebook) -> str | None:
    """The house an outlet belongs to, by its name or its address; None where the codebook knows none."""
    host = (urlsplit(report.url).hostname or "") if report.url else ""
    name = (report.outlet or "").lower().partition(" (")[0]
    return codebook.outlets.get(name) or codebook.outlets.get(host.removeprefix("www."))


def _stated(report: Report, codebook: Codebook) -> Authorship:
    """What a report says of itself: its credit, else its outlet."""
    credited = credit(report, codebook)
    home = codebook.bodies.get(house(report, codebook) or "")
    if credited and (agencies := [body for body in credited.bodies if body.cls in AGENCIES]):
        own = home is not None and agencies == [home]
        return Authorship(_voice(agencies), Ground.OWN if own else Ground.CREDITS, credited.written)
    if home is not None and home.cls in AGENCIES:
        named = (report.outlet or "").lower() in {name.lower() for name in (home.name, *home.aliases)}
        return Authorship(body_voice(home), Ground.OWN if named else Ground.PUBLISHER, home.name)
    if credited and home not in credited.bodies:
        return Authorship(None, Ground.CREDITS, credited.written)
    return OWN


def _voice(bodies: Sequence[BodyEntry]) -> Voice:
    voices = [body_voice(body) for body in bodies]
    return joint_voice(voices) if len(voices) > 1 else voices[0]
