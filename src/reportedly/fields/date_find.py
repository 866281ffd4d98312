"""Finds every date in a text: one scan for words a date can start with, then the grammar at that place alone."""

import re
from dataclasses import replace

from reportedly.fields.date_expression import DateExpression
from reportedly.fields.date_grammar import read_calendar, read_feast, read_more
from reportedly.fields.date_relative import read_relative, read_short_weekday, read_weekday, read_window
from reportedly.fields.date_words import MONTH, NUMBERS, PART_OF_DAY, SEASONS, SPACE, WEEKDAY, YEAR, part_of_day
from reportedly.fields.gated import Gated
from reportedly.patterns import compiled

_COUNTS = "|".join(word for word in NUMBERS if not word.isdigit())
_STEPPED = "day|morning|afternoon|evening|night|week|month|year"
_TRIGGER = Gated(  # the commonest words only before one that a date goes on with
    rf"(?<![\w$£€+@#])(?:(?P<calendar>{MONTH}|(?<![.,/:-])\d(?:(?=st|nd|rd|th)[a-z]{{2}})?)|(?P<weekday>{WEEKDAY})"
    rf"|(?P<word>(?i:today|yesterday|tomorrow|tonight|overnight|last|this|next|past|coming|early|earlier|late|later"
    rf"|the(?=\s+(?:{_STEPPED}|previous|preceding|very|same|that|next|following))|that(?=\s+(?:{_STEPPED}|{MONTH}))"
    r"|previous|preceding|same|very|following|(?:over|at)(?=\s+the\s+weekend)|mid|spring|summer|autumn|fall|winter"
    r"|several|some|few|couple|many|recent|days|weeks|months|years|hours|minutes|heels|new(?= year)|christmas|boxing|valentine|fourth"
    rf"|(?:{_COUNTS})(?=(?:\s+|-)(?:(?:full|whole|more|few)\s+)?(?:day|week|month|year)))))(?![a-z]{{2}})"
)
_NUMBERED = compiled(r"\d\d?[\s-]")
_SEASON = compiled(
    rf"(?i:(?:(?P<which>last|this|next)|in(?:{SPACE}the)?|since|by|until|of){SPACE})(?i:(?:early|mid|late)(?:{SPACE}|-))?"
    rf"(?P<season>(?i:{'|'.join(SEASONS)}))(?:{SPACE}(?i:of{SPACE})?(?P<year>{YEAR}))?\b"
)
_SEASON_WORD = compiled(rf"(?P<season>(?i:{'|'.join(SEASONS)})){SPACE}(?i:of{SPACE})?(?P<year>{YEAR})")

_LEAD = Gated(
    rf"\b(?:(?P<early>(?i:early|late|earlier|later))(?:{SPACE}(?i:on|in))?{SPACE}"
    rf"|(?:(?P<first>(?i:early|late)){SPACE}(?i:on|in){SPACE})?(?:(?i:the){SPACE})?(?P<part>{PART_OF_DAY})"
    rf"{SPACE}(?i:of|on){SPACE}(?:(?i:the){SPACE})?"
    rf"|(?P<third>(?i:early|mid|late|beginning of|start of|end of|middle of))(?:{SPACE}|-)(?i:in{SPACE})?)$"
)
_TAIL = compiled(
    rf"{SPACE}(?:(?P<early>(?i:early|late)){SPACE}(?:(?i:in){SPACE}(?i:the){SPACE})?)?(?P<part>{PART_OF_DAY})\b"
)
_JOINT = compiled(rf"(?:{SPACE}?\({SPACE}?|,?{SPACE}|,)(?i:(?:the|on){SPACE})?(?={MONTH}|{WEEKDAY}|\d)")
_FAR_END = compiled(r"\b(?:until|till|through|ahead of|up to)\s+(?:the\s+)?$", re.IGNORECASE)
_THIRDS = {"beginning of": "early", "start of": "early", "end of": "late", "middle of": "mid"}


def find(text: str) -> tuple[DateExpression, ...]:
    """Every date the text writes, in order, longest first, without overlaps."""
    found: list[DateExpression] = []
    floor = 0
    for trigger in _TRIGGER.finditer(text):
        if trigger.start() < floor:
            continue
        expression = _read(text, trigger)
        if expression is None or _is_quoted_name(text, expression):
            continue
        expression = _widen(text, expression, floor)
        found.append(expression)
        floor = expression.end
        while (further := read_more(text, found[-1])) is not None:
            found.append(further)
            floor = further.end
    return tuple(_with_shared_years(text, found))


_LISTED = compiled(r"(?:,|,?\s+(?:and|or|&))\s+(?:(?:again|then|also|later|in|on|both)\s+)*", re.IGNORECASE)


def _with_shared_years(text: str, found: list[DateExpression]) -> list[DateExpression]:
    """The dates, with the year that the last of a list gives to those before it: "in January and July 2010", "on March 3 and
    again on May 9, 2021", "in May and November last year"."""
    for number in range(len(found) - 2, -1, -1):
        one, two = found[number : number + 2]
        bare = (
            one.kind in {"month", "month_day"}
            and one.year is None
            and one.relative_year is None
            and one.qualifier is None
        )
        if (
            not bare
            or two.kind not in {"month", "month_day", "full"}
            or (two.year is None and two.relative_year is None)
        ):
            continue
        apart = one.kind == "month_day" and two.kind == "month"  # "on May 25 and in July 2017"
        if (
            not apart
            and (one.month or 0) <= (two.month or 0)
            and _LISTED.fullmatch(text, one.end, two.start) is not None
        ):
            kind = "full" if one.kind == "month_day" and two.year is not None else one.kind
            found[number] = replace(one, kind=kind, year=two.year, relative_year=two.relative_year)
    return found


def _read(text: str, trigger: re.Match[str]) -> DateExpression | None:
    """The expression that starts at the trigger, the longest where several do."""
    at = trigger.start()
    if (feast := read_feast(text, at)) is not None:
        return feast
    if trigger["calendar"]:
        counted = (read_relative(text, at) or read_window(text, at)) if _NUMBERED.match(text, at) else None
        return counted or read_calendar(text, at)
    if trigger["weekday"]:
        return read_weekday(text, at) or _dated_weekday(text, at)
    candidates = (read_relative(text, at), read_weekday(text, at), _read_season(text, at), _this_month(text, at))
    longest = max((c for c in candidates if c), key=lambda c: c.end, default=None)
    return longest or read_window(text, at)


def _dated_weekday(text: str, at: int) -> DateExpression | None:
    """A short weekday ("Sat", "Mon.") that only the date behind it makes one."""
    match = read_short_weekday(text, at)
    joint = match and _JOINT.match(text, match.end())
    dated = joint and read_calendar(text, joint.end())
    if not (match and dated) or dated.kind not in ("full", "month_day"):
        return None
    return replace(dated, start=at, written=text[at : dated.end])


_QUALIFIED_MONTH = compiled(
    rf"(?P<which>(?i:last|this past|past|this|next|coming)|(?<!said )(?<!says )that){SPACE}(?={MONTH})"
)


def _this_month(text: str, at: int) -> DateExpression | None:
    """ "last October", "this July", "next May"; "that April" is of the year told before."""
    match = _QUALIFIED_MONTH.match(text, at)
    month = match and read_calendar(text, match.end())
    if not (match and month) or month.kind != "month" or month.year:
        return None
    if match["which"] == "that":
        return replace(month, start=at, written=text[at : month.end], relation_to="anchor")
    which = {"this past": "last", "past": "last", "coming": "next"}.get(match["which"].lower(), match["which"].lower())
    return replace(month, start=at, written=text[at : month.end], qualifier=which)


def _read_season(text: str, at: int) -> DateExpression | None:
    """ "this summer", "spring of 2022"; never the verb."""
    match = _SEASON.match(text, at)
    if match is None or not (match["which"] or match["year"]):
        match = _SEASON_WORD.match(text, at)
    if match is None:
        return None
    which = match.groupdict().get("which")
    year = int(match["year"]) if match["year"] else None
    qualifier = which.lower() if which else None
    season = match["season"].lower()
    return DateExpression(at, match.end(), match[0], "season", year=year, season=season, qualifier=qualifier)


def _widen(text: str, core: DateExpression, floor: int) -> DateExpression:
    """The expression with its part of the day, an apposition ("Thursday (October 31)") and what leads to it."""
    if core.kind == "window":
        return core
    core = _with_tail(text, core)
    core = _with_apposition(text, core)
    core = _with_tail(text, core)
    core = _with_lead(text, core, floor)
    bound = bool(_FAR_END.search(text[max(0, core.start - 16) : core.start]))
    return replace(core, bound=True) if bound else core


def _with_tail(text: str, core: DateExpression) -> DateExpression:
    """ "Wednesday morning", "October 31 late in the evening"."""
    if core.part_of_day or core.kind not in ("weekday", "relative", "full", "month_day"):
        return core
    tail = _TAIL.match(text, core.end)
    if tail is None or (core.kind == "relative" and core.unit not in ("day", "night")):
        return core
    return replace(core, end=tail.end(), written=text[core.start : tail.end()], part_of_day=part_of_day(tail["part"]))


def _with_apposition(text: str, core: DateExpression) -> DateExpression:
    """The fuller of two dates that stand in apposition, over the span of both."""
    joint = _JOINT.match(text, core.end)
    if joint is None:
        return core
    beside = (read_weekday(text, joint.end()) or _dated_weekday(text, joint.end())) if core.kind == "relative" else None
    if beside is not None:
        beside = _with_apposition(text, beside)
    elif core.kind in ("weekday", "relative"):
        beside = read_calendar(text, joint.end())
    elif core.kind in ("full", "month_day"):
        return _with_weekday_behind(text, core, joint)
    if beside is None or beside.kind not in ("full", "month_day", "day_of_month", "weekday"):
        return core
    if core.kind == "relative" and (core.unit != "day" or core.relation_to != "publication"):
        return core
    end = _close(text, joint, beside.end)
    return replace(
        beside,
        start=core.start,
        end=end,
        written=text[core.start : end],
        weekday=core.weekday if core.weekday is not None else beside.weekday,
        part_of_day=core.part_of_day or beside.part_of_day,
    )


def _with_weekday_behind(text: str, core: DateExpression, joint: re.Match[str]) -> DateExpression:
    """ "October 19, Tuesday"; not "October 19 Tuesday's launch" and not a new statement."""
    if core.weekday is not None:
        return core
    match = read_short_weekday(text, joint.end())
    if match is None or re.match(r"['’]|\s+(?:morning|night)", text[match.end() :][:9]):
        return core
    end = _close(text, joint, match.end())
    weekday = read_weekday("on " + match[0], 3)
    return replace(core, end=end, written=text[core.start : end], weekday=weekday.weekday if weekday else None)


def _close(text: str, joint: re.Match[str], end: int) -> int:
    """The end, moved behind the bracket that the joint opened."""
    return end + 1 if "(" in joint[0] and text[end : end + 1] == ")" else end


def _with_lead(text: str, core: DateExpression, floor: int) -> DateExpression:
    """ "early on Wednesday", "the morning of September 18", "late July"."""
    low = max(floor, core.start - 40)
    lead = _LEAD.search(text[low : core.start])
    if lead is None:
        return core
    start = low + lead.start()
    widened = replace(core, start=start, written=text[start : core.end])
    if core.kind in ("month", "year", "season"):
        word = (lead["third"] or lead["early"] or "").lower()
        return (
            replace(widened, part=_THIRDS.get(word, word))
            if word in _THIRDS or word in ("early", "mid", "late")
            else core
        )
    if core.kind not in ("weekday", "full", "month_day", "relative") or lead["third"] not in (None, "early", "late"):
        return core
    if core.kind == "relative" and core.unit not in ("day", "night"):
        return core
    word = part_of_day(lead["part"]) if lead["part"] else (lead["early"] or "").lower()
    return replace(widened, part_of_day=core.part_of_day or (word if word not in ("earlier", "later", "") else None))


def _is_quoted_name(text: str, found: DateExpression) -> bool:
    """Whether quotation marks hold the date and nothing else: a name such as "February 11", not a day."""
    return (
        text[found.start - 1 : found.start] in ("“", '"', "‘")
        and text[found.end : found.end + 1] in ("”", '"', "’")
        and found.start > 0
    )
