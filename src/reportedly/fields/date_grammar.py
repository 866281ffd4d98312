"""Dates written by the calendar: days, months, years and ranges of them."""

import re
from dataclasses import replace

from reportedly.fields.date_expression import DateExpression, real_day
from reportedly.fields.date_words import DAY, DAY_END, DAY_ENDS, FEAST, FEASTS, MONTH, SPACE, YEAR, month_number
from reportedly.fields.gated import Gated
from reportedly.patterns import compiled

_TO = rf"(?:{SPACE}?[-–—]{SPACE}?|{SPACE}(?i:to|through|until|till){SPACE})"
_JUCHE = rf"(?:(?i:Juche){SPACE}\d{{2,3}}{SPACE}?[,(]{SPACE}?)"
_TOLD_YEAR = rf"(?:,?{SPACE}(?i:of{SPACE})?(?P<told>(?i:last|this|next)){SPACE}(?i:year)\b)"
_YEARS_OFF = {"last": -1, "this": 0, "next": 1}
_NAMED = compiled(  # July 27 Stadium, the "February 11" plant: names, not days
    r"[^\S\n]+(?:General|Machine|Plant|Factory|Stadium|Movement|Institute|Works|Square|Uprising|Complex|plant|factory)\b"
)

_MONTH_DAY = compiled(
    rf"(?P<month>{MONTH})(?:{SPACE}(?i:the{SPACE})?|-|(?<=\.))(?P<day>{DAY})"
    rf"(?:{_TO}(?P<last>{DAY})(?!{SPACE}{MONTH}))?{DAY_END}"
    rf"(?:(?:,?{SPACE}|,|-)(?:{_JUCHE}|(?i:of|in){SPACE})?(?P<year>{YEAR})\)?|{_TOLD_YEAR})?"
)
_NONE = "(?P<last>(?!))?(?P<year>(?!))?(?P<told>(?!))?"  # the groups of _MONTH_DAY that this has not
_ON_MONTH_DAY = compiled(  # "on January 28 missiles were fired": behind "on" it is no number of missiles
    rf"(?<=\b[Oo]n )(?P<month>{MONTH}){SPACE}(?P<day>{DAY}){DAY_ENDS}{_NONE}(?={SPACE}[a-z])"
)
_DAY_MONTH = compiled(
    rf"(?P<day>{DAY})(?:(?:st|nd|rd|th)?{_TO}(?P<last>{DAY}))?{DAY_END}(?:,?{SPACE}(?i:of{SPACE})?|-|\.{SPACE}?)"
    rf"(?P<month>{MONTH})(?:(?:,?{SPACE}|,|-|(?<=\.))(?:{_JUCHE}|(?i:of){SPACE})?(?P<year>{YEAR})\)?|{_TOLD_YEAR})?"
)
_FEAST = compiled(rf"(?P<feast>{FEAST})(?:,?{SPACE}(?P<year>{YEAR}))?")
_YEAR_FIRST = compiled(
    rf"(?P<year>(?:19|20)\d\d)(?P<sep>[-./]|{SPACE})(?P<month>\d\d?|(?i:{MONTH}))(?P=sep)(?P<day>{DAY})(?![\d%])"
)
_NUMERIC = compiled(r"(?P<one>\d\d?)(?P<sep>[-./])(?P<two>\d\d?)(?P=sep)(?P<year>(?:19|20)\d\d)(?![\d%])")
_MONTH = compiled(
    rf"(?P<month>{MONTH})(?:(?:,?{SPACE}|-)(?i:of{SPACE})?(?P<year>{YEAR})"
    rf"|{SPACE}(?i:of{SPACE}|in{SPACE})?(?i:(?P<relative>last|this|next|the previous|the same|that) year)\b)?"
)
_YEAR = compiled(YEAR)
_YEARS = compiled(rf"(?P<year>{YEAR})(?:{_TO}|{SPACE}and{SPACE})(?P<last>{YEAR})")
_DECADE = compiled(r"(?P<year>(?:19|20)\d0)s\b")
_DAY_OF_MONTH = compiled(
    rf"(?P<day>{DAY})(?:st|nd|rd|th)\b(?:{SPACE}of{SPACE}(?:(?P<which>this|last|next|that|the){SPACE}month)"
    rf"|(?=[,;:)]|\.(?:\s|$)|{SPACE}\(|{SPACE}(?:and|at|when|after|before|in|from|off|on|near|over|into|for|with|by|to|that|but|as|while|local){SPACE}|$))"
)
_MORE_DAYS = compiled(
    rf"(?:,{SPACE}(?=[\d, ]+(?:and|or|&)\s)|,?{SPACE}(?:and|or|&){SPACE})(?:the{SPACE})?(?P<day>{DAY}){DAY_END}"
    rf"(?:,{SPACE}(?P<year>{YEAR})|(?=[,;:)]|\.(?:\s|$)|{SPACE}(?:and|at|when|which|that|from|in|were|was|came|saw|by|with|to|"
    rf"for|this|last|of|off|but|respectively|local)\b|$))"
)
_MORE_YEARS = compiled(rf",?{SPACE}(?:(?:and|or|&){SPACE})?(?={YEAR})")

_MONTH_LEAD = compiled(
    r"\b(?:in|since|of|by|from|until|till|through|throughout|during|before|after|around|early|mid|late|this|last|next"
    r"|past|between|and|or|to|beginning|end|start|middle|both)[\s-]+(?:of[\s-]+|in[\s-]+)?$",
    re.IGNORECASE,
)
_YEAR_LEAD = Gated(
    r"(?:\b(?:in|since|until|till|during|through|throughout|year|early|mid|late|before|after|by|from|between|of|the|a"
    r"|its|his|their|around|circa|autumn|spring|summer|winter|fall)[\s-]+|['’]s?\s+|\()$",
    re.IGNORECASE,
)
_LOOSE_YEAR_LEAD = compiled(r"\b(?:of|the|a|its|his|their|by|from|between|around)\s+$|['’]s?\s+$", re.IGNORECASE)
_TO_MONTH = compiled(rf"{_TO}{MONTH}")
_NO_SUCH_DAY = compiled(rf"{SPACE}\d\d?(?:st|nd|rd|th)?,?{SPACE}{YEAR}")  # February 30, 2021
_PART_OF_NAME = compiled(r"[^\S\n]+[A-Z][a-z]|-[A-Za-z]")  # April Smith, August-class
_AMBIGUOUS = frozenset((3, 4, 5, 6))  # March and May are verbs too, April and June people


def read_calendar(text: str, at: int) -> DateExpression | None:
    """The longest calendar date that starts here, or None."""
    first = _read_day(text, at)
    if first is None and text[at].isdigit():
        return _read_day_of_month(text, at) or _read_year(text, at)
    first = first or _read_month(text, at)
    return first and _join_range(text, first)


def read_feast(text: str, at: int) -> DateExpression | None:
    """A day that has a name and no date: "New Year's Day", "the Fourth of July"."""
    match = _FEAST.match(text, at)
    if match is None:
        return None
    month, day = FEASTS[" ".join(match["feast"].lower().replace("’", "'").split())]
    year = int(match["year"]) if match["year"] else None
    kind = "full" if year else "month_day"
    return DateExpression(at, match.end(), match[0], kind, year=year, month=month, day=day)


def read_more(text: str, before: DateExpression) -> DateExpression | None:
    """The further day or year of a list ("March 18 and 19", "2006, 2009 and 2013"), or None."""
    if before.kind == "year":
        comma = _MORE_YEARS.match(text, before.end)
        return comma and _read_bare_year(text, comma.end())
    if before.kind not in ("month_day", "full") or before.month is None:
        return None
    match = _MORE_DAYS.match(text, before.end)
    if match is None:
        return None
    end = match.end("year") if match["year"] else match.end("day") + _suffix(text, match.end("day"))
    year = int(match["year"]) if match["year"] else before.year
    kind = "full" if year else "month_day"
    start = match.start("day")
    return DateExpression(start, end, text[start:end], kind, year=year, month=before.month, day=int(match["day"]))


def _suffix(text: str, at: int) -> int:
    """The length of the ordinal ending that stands here."""
    return 2 if text[at : at + 2] in ("st", "nd", "rd", "th") else 0


def _read_day(text: str, at: int) -> DateExpression | None:
    """A date with a day in it."""
    if not text[at].isdigit():
        match = _MONTH_DAY.match(text, at) or _ON_MONTH_DAY.match(text, at)
        return _from_words(match) if match and not _NAMED.match(text, match.end()) else None
    match = _YEAR_FIRST.match(text, at)
    if match:
        month = int(match["month"]) if match["month"].isdigit() else month_number(match["month"])
        return _full(match, int(match["year"]), month, int(match["day"]))
    match = _NUMERIC.match(text, at)
    if match:
        return _from_figures(match)
    match = _DAY_MONTH.match(text, at)
    return _from_words(match) if match and not _NAMED.match(text, match.end()) else None


def _full(match: re.Match[str], year: int, month: int, day: int) -> DateExpression | None:
    """A full date, if the calendar has it."""
    if real_day(year, month, day) is None:
        return None
    return DateExpression(match.start(), match.end(), match[0], "full", year=year, month=month, day=day)


def _from_words(match: re.Match[str]) -> DateExpression | None:
    """A date whose month is a word; a range where two days are named."""
    year = int(match["year"]) if match["year"] else None
    month, day = month_number(match["month"]), int(match["day"])
    if real_day(year or 2000, month, day) is None:
        return None
    start, end = match.span()
    if match[0].endswith(")") and "(" not in match[0]:
        end -= 1
    told = _YEARS_OFF.get((match["told"] or "").lower())
    one = DateExpression(
        start, end, match.string[start:end], "full" if year else "month_day",
        year=year, month=month, day=day, relative_year=told,
    )  # fmt: skip
    if match["last"] is None:
        return one
    if not day < int(match["last"]) or real_day(year or 2000, month, int(match["last"])) is None:
        return None
    return replace(one, kind="range", until=replace(one, day=int(match["last"])))


def _from_figures(match: re.Match[str]) -> DateExpression | None:
    """A date in figures alone: day first with dots, month first where only that gives a day."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if match["sep"] == "." or one > 12:
        return _full(match, year, two, one)
    found = _full(match, year, one, two)
    return replace(found, swappable=True) if found and two <= 12 and one != two else found


def _read_day_of_month(text: str, at: int) -> DateExpression | None:
    """ "(on) the 25th", where no noun follows that it could count."""
    match = _DAY_OF_MONTH.match(text, at)
    if match is None or not re.search(
        r"\b(?:on|of|until|by|since|from|the) the $|\bon $|day,? (?:the )?$", text[max(0, at - 12) : at]
    ):
        return None
    return DateExpression(at, match.end(), match[0], "day_of_month", day=int(match["day"]), qualifier=match["which"])


def _read_year(text: str, at: int) -> DateExpression | None:
    """A year, years or a decade, in date position only."""
    before = text[max(0, at - 14) : at]
    decade = _DECADE.match(text, at)
    if decade:
        first = DateExpression(at, decade.end(), decade[0], "range", year=int(decade["year"]))
        return replace(first, until=replace(first, kind="year", year=int(decade["year"]) + 9))
    if _YEAR_LEAD.search(before) is None:
        return None
    span = _YEARS.match(text, at)
    if span and int(span["year"]) < int(span["last"]) and (" and " not in span[0] or "between" in before.lower()):
        first = DateExpression(at, span.end(), span[0], "range", year=int(span["year"]))
        return replace(first, until=replace(first, kind="year", year=int(span["last"])))
    if text[at : at + 4] == "2000" and _LOOSE_YEAR_LEAD.search(before):
        return None
    return _read_bare_year(text, at)


def _read_bare_year(text: str, at: int) -> DateExpression | None:
    """Four digits that can be a year of the nuclear age."""
    match = _YEAR.match(text, at)
    if (
        match is None
        or not 1900 <= int(match[0]) < 2060
        or re.match(r"[^\S\n]?[-–—][^\S\n]?\d|\s+to\s+\d", text[match.end() :][:6])
    ):
        return None
    return DateExpression(at, match.end(), match[0], "year", year=int(match[0]))


def _read_month(text: str, at: int) -> DateExpression | None:
    """A month, with its year where said; March, May and short forms alone only where a date can stand."""
    match = _MONTH.match(text, at)
    if match is None:
        return None
    month = month_number(match["month"])
    if not match["year"] and not match["relative"]:
        name = match["month"].rstrip(".")
        needs_lead = month in _AMBIGUOUS or len(name) < 4 or name == "Sept" or name.isupper()
        if _NO_SUCH_DAY.match(text, match.end()):
            return None
        named = _PART_OF_NAME.match(text, match.end())
        if (
            (needs_lead or named)
            and not _TO_MONTH.match(text, match.end())
            and not _MONTH_LEAD.search(text[max(0, at - 20) : at])
        ):
            return None
    told = (match["relative"] or "").lower()
    relative = {"last": -1, "the previous": -1, "this": 0, "next": 1}.get(told)
    end = match.end()
    if match[0].endswith(".") and not match["year"] and not re.match(r"\s+[a-z(]|,", text[end:][:3]):
        end -= 1  # the full stop ends the sentence
    return DateExpression(
        at,
        end,
        text[at:end],
        "month",
        year=int(match["year"]) if match["year"] else None,
        month=month,
        relative_year=relative,
        relation_to="anchor" if told in ("that", "the same") else None,
    )


_RANGE = compiled(rf"{_TO}(?={MONTH}|\d)")


def _join_range(text: str, first: DateExpression) -> DateExpression:
    """The expression, widened to a range where "to", "through" or a dash leads to another of its kind."""
    if first.kind not in ("full", "month_day", "month"):
        return first
    joint = _RANGE.match(text, first.end)
    if joint is None:
        return first
    second = _read_month(text, joint.end()) if first.kind == "month" else _read_day(text, joint.end())
    if second is None or second.kind == "range" or (first.kind == "full" and second.kind != "full"):
        return first
    return replace(
        first,
        end=second.end,
        written=text[first.start : second.end],
        kind="range",
        year=first.year or _lent_year(first, second),
        until=second,
    )


def _lent_year(first: DateExpression, second: DateExpression) -> int | None:
    """The year the first end takes from the second: one earlier where the range crosses New Year."""
    if second.year is None or first.month is None or second.month is None:
        return None
    return second.year - (first.month > second.month)
