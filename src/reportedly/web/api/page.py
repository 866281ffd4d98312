"""The page that lists the addresses of the API, each with an example."""

from reportedly.frozen import dataclass
from reportedly.web.page import Page


@dataclass(frozen=True, slots=True)
class Address:
    """An address, what it gives, and an example that can be followed."""

    path: str
    gives: str
    example: str


ADDRESSES = (
    Address("/api/incidents", "Incidents with every value and who says it; the filters of the page", "?state=PRK&since=2024-09"),
    Address("/api/incidents/ID", "One incident, by its id or the id of any account of it", ""),
    Address("/api/findings", "Checks of what reports reckon; filters of incidents, verdict and kind", "?verdict=inconsistent"),
    Address("/api/reports", "Reports: outlet, language, relevant, since, until, incident, text", "?relevant=true"),
    Address("/api/reports/ID", "One report with its accounts and claims; text=true adds the whole text", ""),
    Address("/api/claims", "Claims: field, stance, speaker, outlet, report, incident", "?field=count&stance=denied"),
    Address("/api/search", "Reports in which all words stand, with the passage", "?q=missile"),
    Address("/api/problems", "What could not be read or used, and what to do", ""),
    Address("/api/decisions", "What people ruled, oldest first", ""),
    Address("/api/about", "Which ledger this is, and how much it holds", ""),
    Address("/api/openapi.json", "All of this as OpenAPI 3.1", ""),
)  # fmt: skip


def about_api() -> Page:
    """The addresses, and what all of them have in common."""
    return Page("api.html", "API", "api", {"addresses": ADDRESSES})
