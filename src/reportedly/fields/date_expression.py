"""What a text says of a day, before it is read against any calendar."""

from datetime import date

from reportedly.frozen import dataclass


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words that name a day or a span of days; `text[start:end] == written`.

    `kind` is one of:
    - full         year, month and day are written
    - month_day    month and day; the year is not said
    - month, year, season   a span; `year` may be None, `part` is early, mid or late
    - weekday      `weekday` 0 (Monday) to 6; `qualifier` last, this, next or None; `shift` whole weeks, where said
    - day_of_month "on the 25th"; `qualifier` this, last or next where a month is pointed at
    - relative     `shift` units of `unit` (day, week, month, year, weekend) from `relation_to`
    - range        from this expression's own fields to `until`
    - window       an interval for derived claims ("in a week", "days after ..."); it fixes no day. `qualifier` is
                   before or after where the words behind it say of what

    `relation_to` is "publication" or "anchor": what a relative expression counts from. `relative_year` is a year told
    by its distance ("March last year" is -1). `bound` says that the words name an end ("until August 29").
    `swappable` marks 05/06/2023, where day and month may stand either way round.
    """

    start: int
    end: int
    written: str
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    qualifier: str | None = None
    unit: str | None = None
    shift: int | None = None
    part: str | None = None
    part_of_day: str | None = None
    relation_to: str | None = None
    relative_year: int | None = None
    season: str | None = None
    until: "DateExpression | None" = None
    bound: bool = False
    swappable: bool = False


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
