"""Sentences that are there to tell the day: "This happened on January 30"."""

from reportedly.patterns import compiled

_HAPPENED = r"(?:happened|occurred|took place|is said to have (?:happened|taken place|occurred))"
_IT_HAPPENED = compiled(
    rf"(?:This|It|The (?:incident|event|accident|episode|mishap|failure|failed (?:launch|test)|crash|explosion|blast))(?:,[^.;,]{{3,60}},)?\s(?:(?:reportedly|apparently|all)\s)?{_HAPPENED}\s(?:(?:early|late|back)\s)?(?:on\s)?"
)


def it_happened(text: str, start: int, day: int) -> bool:
    """Whether a sentence that begins at `start` says nothing before the day at `day` but that something happened then."""
    return _IT_HAPPENED.fullmatch(text, start, day) is not None
