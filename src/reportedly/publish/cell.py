"""One cell of a CSV file, safe to open in a spreadsheet."""

import json

from reportedly.patterns import compiled

_FORMULA = compiled(r"\A(?=[=+\-@\t\r\n＝＋－＠])|(?<=[\n\r\t;])(?=[=+\-@＝＋－＠])")
"""Where a spreadsheet takes text for a formula (OWASP, "CSV injection"): at the head of a cell, and where one that takes
lines, tabs or semicolons for the ends of cells would see a head."""


def cell(value: object) -> str:
    """The value as text: nothing for None, lists joined by "; ", objects as JSON; no text a formula can hide in.

    Numbers stay numbers, minus sign included.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    return guarded(_text(value))


def guarded(text: str) -> str:
    """The text, with an apostrophe wherever a spreadsheet would run what follows."""
    return _FORMULA.sub("'", text)


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list | tuple) and all(isinstance(part, str) for part in value):
        return "; ".join(value)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
