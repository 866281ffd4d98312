"""Dates told by a weekday or by their distance: last Thursday, yesterday, three days later."""

import re

from reportedly.fields.date_expression import DateExpression
from reportedly.fields.date_words import LONG_WEEKDAY, NUMBER, SHORT_WEEKDAY, SPACE, number, weekday_number
from reportedly.patterns import compiled

_WEEKDAY = compiled(
    rf"(?:(?P<qualifier>(?i:last|this past|this coming|this|next|past|coming|the (?:following|previous|next))){SPACE})?"
    rf"(?:(?P<long>{LONG_WEEKDAY})s?\b|(?P<short>{SHORT_WEEKDAY})\b\.?)"
    rf"(?:{SPACE}(?:(?i:morning|afternoon|evening|night){SPACE})?(?i:of{SPACE})?"
    rf"(?P<week>(?i:last|this|next)){SPACE}(?i:week)\b)?"
    r"(?![^\S\n]+(?:Times|Telegraph|Mail|Post|Herald|Express|Mirror|Star|Morning Post)\b)"
)
_QUALIFIERS = {
    "last": "last",
    "past": "last",
    "this past": "last",
    "this": "this",
    "next": "next",
    "coming": "next",
    "this coming": "next",
    "the following": "following",
    "the next": "following",
    "the previous": "preceding",
}
_SHORT_LEAD = compiled(r"\b(?:on|last|this|next|early|late|since|until|GMT|UTC|a\.?m\.?|p\.?m\.?)\s+$", re.IGNORECASE)

# Days and spans counted from the day of publication: (unit, shift, part of the day).
_NAMED = {
    "the day before yesterday": ("day", -2, None),
    "the day after tomorrow": ("day", 2, None),
    "yesterday": ("day", -1, None),
    "today": ("day", 0, None),
    "tomorrow": ("day", 1, None),
    "tonight": ("day", 0, "night"),
    "overnight": ("night", 0, "night"),
    "last night": ("night", 0, "night"),
    "this morning": ("day", 0, "morning"),
    "this afternoon": ("day", 0, "afternoon"),
    "this evening": ("day", 0, "evening"),
    "earlier today": ("day", 0, None),
    "later today": ("day", 0, None),
    "over the weekend": ("weekend", 0, None),
    "at the weekend": ("weekend", 0, None),
    "last weekend": ("weekend", 0, None),
    "this weekend": ("weekend", 0, None),
}
_PERIOD = {"last": -1, "this": 0, "next": 1, "this past": -1}
_STEP = {"previous": -1, "preceding": -1, "same": 0, "very same": 0, "that": 0, "next": 1, "following": 1}
_EARLY = {"early": "early", "earlier": "earlier", "late": "late", "later": "later", "mid": "mid"}

_BEHIND = (  # what may follow "the day before" where that is an adverb: no noun it could stand before
    r"on|from|at|in|off|near|by|into|towards?|over|against|with|to|was|were|is|had|has|did|could|and|but|that|which|as|when|also"
    r"|flew|fell|struck|hit|landed|reached|covered|crossed|carried|destroyed|failed|exploded|rose|came|went|travell?ed"
)
_RELATIVE = compiled(
    rf"(?i:(?P<named>{'|'.join(words.replace(' ', SPACE) for words in _NAMED)})\b"
    rf"|(?:(?P<early>early|earlier|late|later|mid)(?:{SPACE}|-)(?:in{SPACE})?)?"
    rf"(?P<period>last|this past|this|next){SPACE}(?P<span>week|month|year)\b"
    rf"|(?:early|earlier|late|later){SPACE}(?:in{SPACE}|on{SPACE}|that{SPACE})"
    rf"(?:the{SPACE}same{SPACE}|the{SPACE}|that{SPACE})?(?P<same>day)\b"
    rf"|(?:the{SPACE})?(?P<step>previous|preceding|(?:very{SPACE})?same|that|next|following){SPACE}"
    r"(?P<stepped>day|morning|afternoon|evening|night|week|month|year)\b"
    rf"|the{SPACE}(?P<sided>day|morning|afternoon|evening|night){SPACE}(?P<side>before|after|earlier|prior)\b"
    rf"(?={SPACE}(?:{_BEHIND})\b|\s*(?:[,.;:)—–]|$))"
    rf"|(?P<number>{NUMBER})(?:{SPACE}|-)(?:(?:full|whole|more){SPACE})?(?P<unit>day|week|month|year)s?{SPACE}"
    rf"(?P<way>ago|earlier|later|before|after|back|afterwards?)\b)"
)
_VAGUE_COUNT = r"(?:several|some|a few|few|couple of|many|recent|coming|past|last|next|previous|following)"
_WINDOW = compiled(
    rf"(?i:(?P<count>{NUMBER}|{_VAGUE_COUNT})(?:{SPACE}|-)(?P<unit>day|week|month|year)s?\b"
    rf"(?:{SPACE}(?:ago|earlier|later|before|after|afterwards?|back)\b)?"
    rf"|(?P<hours>24|48|72|96)(?:{SPACE}|-)hours?{SPACE}(?:ago|earlier|later|before|after|afterwards?)\b"
    rf"|(?P<bare>days|weeks|months|years|hours|minutes){SPACE}(?:ago|earlier|later|before|after|afterwards?)\b"
    rf"|(?P<heels>heels){SPACE}of\b)"
)
_WINDOW_LEAD = compiled(
    r"\b(?:in|within|under|over|after|for|than|just|only|about|around|nearly|almost|roughly|the)\s+$", re.IGNORECASE
)
_COMPLEMENT = compiled(rf"{SPACE}?(?:$|[,.;:)—–]|on\b|at\b|in\b|when\b|and\b|but\b)")


def read_weekday(text: str, at: int) -> DateExpression | None:
    """A weekday with its qualifier, or None; short forms only after a word that leads to a date."""
    match = _WEEKDAY.match(text, at)
    if match is None:
        return None
    if match["short"] and not match["qualifier"] and not _SHORT_LEAD.search(text[max(0, at - 8) : at]):
        return None
    qualifier = _QUALIFIERS[" ".join((match["qualifier"] or "").lower().split())] if match["qualifier"] else None
    shift = {"last": -1, "this": 0, "next": 1}[match["week"].lower()] if match["week"] else None
    end = match.end()
    if match["short"] and match[0].endswith(".") and re.match(r"\s+[A-Z]|\s*$", text[end:][:4]):
        end -= 1
    return DateExpression(
        at,
        end,
        text[at:end],
        "weekday",
        weekday=weekday_number(match["long"] or match["short"]),
        qualifier=qualifier,
        unit="week" if shift is not None else None,
        shift=shift,
        relation_to="anchor" if qualifier in ("following", "preceding") else "publication",
    )


def read_short_weekday(text: str, at: int) -> re.Match[str] | None:
    """A weekday in any spelling that stands here, as an apposition to a date may have it."""
    match = _WEEKDAY.match(text, at)
    return match if match and not match["qualifier"] and not match["week"] else None


def read_relative(text: str, at: int) -> DateExpression | None:
    """A day or span told by its distance from publication or from an anchor, or None."""
    match = _RELATIVE.match(text, at)
    if match is None:
        return None
    if match["named"]:
        unit, shift, part_of_day = _NAMED[" ".join(match["named"].lower().split())]
        return _relative(match, unit, shift, "publication", part_of_day=part_of_day)
    if match["span"]:
        return _period(match)
    if match["same"]:
        return _relative(match, "day", 0, "anchor")
    if match["stepped"]:
        return _stepped(match)
    if match["side"]:
        sided = match["sided"].lower()
        step = 1 if match["side"].lower() == "after" else -1
        return _relative(match, "day", step, "anchor", part_of_day=None if sided == "day" else sided)
    return _counted(match)


def read_window(text: str, at: int) -> DateExpression | None:
    """An interval that fixes no day ("in more than two months", "days after ..."), or None."""
    match = _WINDOW.match(text, at)
    if match is None:
        return None
    if match["heels"]:  # "on the heels of": shortly after
        return DateExpression(at, match.end(), match[0], "window", unit="heel", qualifier="after")
    written_way = re.search(r"(?i)(ago|earlier|later|before|after|afterwards?|back)$", match[0])
    lead_needed = written_way is None or (match["count"] or "").lower() in ("recent", "coming", "past", "last", "next")
    if lead_needed and not _WINDOW_LEAD.search(text[max(0, at - 20) : at]):
        return None
    unit = (match["unit"] or match["bare"] or "day").lower().rstrip("s")
    count = match["count"]
    amount = number(count) if count and re.fullmatch(NUMBER, count) else None
    amount = int(match["hours"]) // 24 if match["hours"] else amount
    way = written_way[1].lower() if written_way else None
    governs = way if way in ("before", "after") else None
    return DateExpression(at, match.end(), match[0], "window", unit=unit, shift=amount, qualifier=governs)


def _relative(
    match: re.Match[str],
    unit: str,
    shift: int | None,
    relation: str,
    *,
    part: str | None = None,
    part_of_day: str | None = None,
) -> DateExpression:
    return DateExpression(
        match.start(),
        match.end(),
        match[0],
        "relative",
        unit=unit,
        shift=shift,
        relation_to=relation,
        part=part,
        part_of_day=part_of_day,
    )


def _period(match: re.Match[str]) -> DateExpression | None:
    """ "(late) last month"; nothing where "the last month" is a length of time."""
    before = match.string[max(0, match.start() - 5) : match.start()].lower()
    if before.endswith(("the ", "the\n")) and not match["early"]:
        return None
    early = _EARLY.get((match["early"] or "").lower())
    shift = _PERIOD[" ".join(match["period"].lower().split())]
    return _relative(match, match["span"].lower(), shift, "publication", part=early)


def _stepped(match: re.Match[str]) -> DateExpression | None:
    """ "(the) next day", "that morning", "the previous month": counted from an anchor."""
    stepped, step = match["stepped"].lower(), match["step"].lower().split()[-1]
    if step == "next" and stepped in ("week", "month", "year"):
        return None
    if stepped in ("week", "month", "year"):
        return _relative(match, stepped, _STEP[step], "anchor")
    return _relative(match, "day", _STEP[step], "anchor", part_of_day=None if stepped == "day" else stepped)


def _counted(match: re.Match[str]) -> DateExpression | None:
    """ "three days ago|earlier|later"; "before" and "after" only where nothing follows for them to govern."""
    way, text = match["way"].lower(), match.string
    if way in ("before", "after") and not _COMPLEMENT.match(text, match.end()):
        return None
    if re.search(
        r"\b(?:more|less|fewer) than\s$|\b(?:over|under|nearly|almost|to|or)\s$",
        text[max(0, match.start() - 12) : match.start()],
    ):
        return None
    sign = -1 if way in ("ago", "earlier", "before", "back") else 1
    relation = "publication" if way in ("ago", "back") else "anchor"
    return _relative(match, match["unit"].lower(), sign * number(match["number"]), relation)
