"""Numbers and codes as words, for templates and for what is drawn."""


def plural(number: int, noun: str) -> str:
    """The number and its noun: "1 report", "2 reports"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def words(code: str) -> str:
    """A code as words: "single_origin" is "single origin"."""
    return code.replace("_", " ")
