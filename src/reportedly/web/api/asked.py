"""What the addresses of the API take. A name that is not there is refused: a filter with a slip in it would show all."""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

from reportedly.store.browse import Asked
from reportedly.store.taken import Slice, WantedClaims, WantedReports
from reportedly.web.asking import LONGEST, MOST_PAGES, days_of

MOST = 200  # items of a page
_SHAPE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
_SCHEMA = {
    "anyOf": [
        {"type": "string", "format": "date"},
        {"type": "string", "pattern": r"^[12][0-9]{3}-(0[1-9]|1[0-2])$"},
        {"type": "string", "pattern": "^[12][0-9]{3}$"},
    ]
}


def _is_day(written: str) -> str:
    if not _SHAPE.fullmatch(written):
        raise ValueError("write 2024-09-18, 2024-09 or 2024")
    days_of(written)
    return written


Day = Annotated[str, AfterValidator(_is_day), WithJsonSchema(_SCHEMA)]
Word = Annotated[str, Field(max_length=LONGEST)]
Switch = Literal["true", "false"]


class Paged(BaseModel):
    """Which page of a list."""

    model_config = ConfigDict(extra="forbid")

    page: int = Field(1, ge=1, le=MOST_PAGES, description="which page, from 1")
    size: int = Field(50, ge=1, le=MOST, description="how many items a page has")

    @property
    def part(self) -> Slice:
        """The part of the list."""
        return Slice(self.page, self.size)


class IncidentsAsked(Paged):
    """The filters of the page of incidents."""

    state: Word | None = Field(None, description="the acting state, ISO 3166-1 alpha-3: PRK")
    type: Word | None = Field(None, description="the kind of incident: missile_launch")
    weapon: Word | None = Field(None, description="the codebook's id of a weapon, or its name")
    site: Word | None = Field(None, description="the gazetteer's id of a place, or its name")
    status: Word | None = Field(None, description="agreed, contested, single_origin or withheld")
    outlet: Word | None = Field(None, description="an outlet that tells of it")
    speaker: Word | None = Field(None, description="the id of a body or person that is heard on it")
    since: Day | None = Field(None, description="not before this day, month or year: 2024-09")
    until: Day | None = Field(None, description="not after this day, month or year")
    text: Word | None = Field(None, description="words that all stand in one report of it")

    def asked(self) -> Asked:
        """The filters as the store takes them."""
        plain = self.model_dump(exclude={"since", "until"})
        plain["state"] = self.state and self.state.strip().upper()
        return Asked(**plain, since=first_of(self.since), until=last_of(self.until))


class ReportsAsked(Paged):
    """Which reports."""

    outlet: Word | None = Field(None, description="who published it")
    language: Word | None = Field(None, description="ISO 639-1: en")
    relevant: Switch | None = Field(None, description="whether it tells of an incident as its own subject")
    since: Day | None = Field(None, description="published not before")
    until: Day | None = Field(None, description="published not after")
    incident: Word | None = Field(None, description="the id of an incident, or of any account of it")
    text: Word | None = Field(None, description="words that all stand in it")

    def wanted(self) -> WantedReports:
        """The filters as the store takes them."""
        return WantedReports(
            outlet=self.outlet or None,
            language=self.language or None,
            relevant=None if self.relevant is None else self.relevant == "true",
            since=first_of(self.since),
            until=last_of(self.until),
            incident=self.incident or None,
            text=self.text or None,
        )


class ClaimsAsked(Paged):
    """Which claims."""

    field: Word | None = Field(None, description="the question it answers: count, site, weapon")
    stance: Word | None = Field(None, description="asserted, denied, withdrawn ...")
    speaker: Word | None = Field(None, description="the id of a voice that says it")
    outlet: Word | None = Field(None, description="who published the report")
    report: Word | None = Field(None, description="the id of the report")
    incident: Word | None = Field(None, description="the id of an incident, or of any account of it")

    def wanted(self) -> WantedClaims:
        """The filters as the store takes them."""
        named = self.model_dump(exclude={"page", "size"})
        return WantedClaims(**{name: value or None for name, value in named.items()})


class FindingsAsked(IncidentsAsked):
    """Findings on incidents: their filters, and those of findings."""

    verdict: Literal["consistent", "inconsistent", "undetermined", "internal_conflict"] | None = None
    kind: Word | None = Field(None, description="the kind of check: unit_pair, ordinal_in_window")

    def asked(self) -> Asked:
        """The filters on the incidents."""
        return IncidentsAsked(**self.model_dump(exclude={"verdict", "kind"})).asked()


class SearchAsked(Paged):
    """What is searched for."""

    q: str = Field(max_length=LONGEST, description="words that all stand in the report; the last may be a beginning")


class ReportAsked(BaseModel):
    """How a report is wanted."""

    model_config = ConfigDict(extra="forbid")

    text: Switch = Field("false", description="with the whole text, which the spans of claims count in")


class Nothing(BaseModel):
    """Nothing can be asked here."""

    model_config = ConfigDict(extra="forbid")


def first_of(written: str | None) -> date | None:
    """The first day of a day, month or year."""
    return days_of(written)[0] if written else None


def last_of(written: str | None) -> date | None:
    """The last day of a day, month or year."""
    return days_of(written)[1] if written else None
