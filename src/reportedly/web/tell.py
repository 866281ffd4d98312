"""Numbers and codes as words, for templates and for what is drawn."""


def plural(number: int, noun: str) -> str:
    """The number and its noun: "1 report", "2 reports"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def words(code: str) -> str:
    """A code as words: "single_origin" is "single origin"."""
    return code.replace("_", " ")


def dateless(label: str, dated: str | None) -> str:
    """The label of an incident without the date it begins with, for where the date stands beside it."""
    return label.removeprefix(f"{dated or 'undated'} ")
