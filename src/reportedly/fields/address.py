"""The day or month that the address of a report bears: /2023/09/02/, /20230902_08/, /2023/08/, /2010/nov/21/."""

import calendar
import re
from datetime import date, timedelta
from urllib.parse import urlsplit

from reportedly.patterns import compiled

Days = tuple[date, date]

DATED = compiled(
    r"/(?P<year>(?:19|20)\d\d)[/-]?(?P<month>0[1-9]|1[0-2]|[a-z]{3}(?=/))(?:[/-]?(?P<day>[0-3]?\d))?(?=[/_-]|$)",
    re.IGNORECASE,
)
MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_abbr) if name}


def told_by(url: str | None) -> Days | None:
    """The day on which a page was put at this address, as the span of that day, or of its month; None where it bears
    neither. Of a page that an archive keeps, its own address counts."""
    path = urlsplit(url or "").path
    found = DATED.search(path[path.rfind("://") + 1 :])
    if found is None:
        return None
    year, month = int(found["year"]), MONTHS.get(found["month"].lower()) or _number(found["month"])
    try:
        first = date(year, month, int(found["day"] or 1))
    except ValueError:  # no calendar has it
        return None
    last = first if found["day"] else (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first, last


def _number(month: str) -> int:
    return int(month) if month.isdecimal() else 0
