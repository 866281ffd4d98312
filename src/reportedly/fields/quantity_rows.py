"""What an amount is by the one before it: the next of a list, another voice's figure of the same, the next shot's."""

import re

from reportedly.fields.quantity_behind import AWAY, offsets
from reportedly.fields.quantity_measures import AT, MEASURE
from reportedly.patterns import compiled

_SAME = compiled(
    r"(?:,|;)?\s*(?:and|or|to|from|but|-|–|,)?\s*(?:the (?:other|second|first|third|latter|rest)|another|one|a second)?"
    r"(?:\s(?:one|missile|just|only|some|flew|went))*\s*(?:about|around)?\s*",
    re.IGNORECASE,
)
_SAME_NAME = compiled(r",? (?:and )?[A-Z][\w-]+ (?:\d+ )?")
_PUT_AT = compiled(
    r"[^.]{0,60}\b(?:put|estimated|gave|placed) (?:it|that|this|them|both|the \w+|its \w+|their \w+) (?:at|as) (?:\w+ )?"
    r"|[^.]{0,60}\b(?:revis|correct|chang|rais|lower|adjust|amend|upgrad|updat|cut|alter)\w* (?:[\w']+ ){0,3}to (?:\w+ )?",
    re.IGNORECASE,
)
_SAYS = r"(?:said|says|cited|cites|reported|reports|gave|gives|puts?|estimated|estimates|spoke of|speaks of|measured|recorded|counted|had|made it|reckoned|calculated|announced|according to)"
_VOICED = compiled(  # "about 400 km, according to Seoul; Tokyo said": the same measure in another voice
    rf"[^.]{{0,110}}?(?:\b{_SAYS}\b|\b(?:figures?|estimates?|counts?|readings?|reckoning|calculations?|numbers?|account)\b|['’]s?\s(?:was|is|being)\b)[^.\d]{{0,60}}",
    re.IGNORECASE,
)
_AT_ANOTHER = compiled(r"[,;]? (?:and |while |but )?(?:the )?(?:[A-Z][\w.]+ ){1,3}at (?:about |some |around )?")
_GAVE_AT = compiled(r"\b(?:put|puts|estimated|estimates|placed?|gave|gives)\b[^.;]* at\b", re.IGNORECASE)
_NEXT_SHOT = compiled(r"\b(?:second|other|third|latter|another)\b", re.IGNORECASE)
_THEN_AT = compiled(
    r",? (?:at|with|and|to|reaching|rising)\b(?: (?:a|an|the|height|altitude|apogee|peak|of|to|about|some|around|roughly)\b)* \d",
    re.IGNORECASE,
)


def in_a_row(left: str, right: str, gap: str, previous: str) -> tuple[str, str] | None:
    """The role of the amount before, where the two stand in one list, or the measure it left open."""
    if previous == "apogee" and gap.strip() == "and" and AWAY.match(right):
        return "distance", "and-away"
    if previous == "apogee" and _NEXT_SHOT.search(gap) and _THEN_AT.match(right):
        return "distance", "next-shot"
    listed = _SAME.fullmatch(gap) or _SAME_NAME.fullmatch(gap) or _PUT_AT.fullmatch(gap)
    if listed and MEASURE.search(gap) is None:
        return (previous, "continued") if previous == "offset" or not offsets(right) else None
    if previous in ("distance", "apogee") and MEASURE.search(gap) is None and not offsets(right):
        again = gives_again(gap) or (_GAVE_AT.search(left[: len(left) - len(gap)]) and _AT_ANOTHER.fullmatch(gap))
        if again:
            return previous, "another-voice"
    return None


def gives_again(gap: str) -> bool:
    """Whether a gap names another voice that gives its own figure of the same measure."""
    return _VOICED.fullmatch(gap) is not None and (AT.search(gap) is None or _GAVE_AT.search(gap) is not None)


def joins(gap: str) -> bool:
    """Whether the words between two amounts only list them."""
    return _SAME.fullmatch(gap) is not None
