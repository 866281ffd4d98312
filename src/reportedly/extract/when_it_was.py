"""Sentences that are there to tell the day: "This happened on January 30", "The test itself took place on October 21"."""

from reportedly.patterns import compiled

_HAPPENED = r"(?:happened|occurred|took place|is said to have (?:happened|taken place|occurred))"
_IT_HAPPENED = compiled(
    rf"(?:This|It|The (?:incident|event|accident|episode|mishap|failure|failed (?:launch|test)|crash|explosion|blast))(?:,[^.;,]{{3,60}},)?\s(?:(?:reportedly|apparently|all)\s)?{_HAPPENED}\s(?:(?:early|late|back)\s)?(?:on\s)?"
)
_WHEN_IT_WAS = compiled(
    r"\b(?:(?:[Tt]he|[Tt]his)\s(?:(?!last|previous|earlier|first|second|third|other)[\w-]+\s){0,3}?(?:launch|test|failure|incident|accident|firing|trial|event)"
    r"|[Tt]his|[Ii]t)\b(?:,[^.;,]{3,50},|\sitself)?\s(?:took place|occurred|happened|was (?:conducted|carried out|held))\s(?:\w+\s)?(?:on\s)?$"
)


def it_happened(text: str, start: int, day: int) -> bool:
    """Whether a sentence that begins at `start` says nothing before the day at `day` but that something happened then."""
    return _IT_HAPPENED.fullmatch(text, start, day) is not None


def tells_when(text: str, start: int, day: int) -> bool:
    """Whether a sentence that begins at `start` says of the launch or test told that it took place on the day at `day`."""
    return _WHEN_IT_WAS.search(text[start:day]) is not None
