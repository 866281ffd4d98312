"""Classes of missile as a reckoning names them: "ICBM", "intercontinental", "from under water"."""

from reportedly.patterns import compiled

RARE = frozenset({"ICBM", "IRBM", "SLBM"})
"""Classes that are seldom launched: "launch" alone may mean one of them behind the launch of one."""
UNDER_WATER = compiled(
    r"\b(?:from )?(?:under ?water|(?:under|beneath|below) (?:the )?(?:water|sea|waves|surface)|(?:a |its |the )?submarines?|submarine-\w+)\b"
)
"""What only a missile of a submarine is launched from."""
CLASSES = (
    (compiled(r"\b(?:icbms?|intercontinental|long-range (?!rocket))\b"), "ICBM"),
    (compiled(rf"\bslbms?\b|{UNDER_WATER.pattern}"), "SLBM"),
    (compiled(r"\b(?:irbms?|intermediate)\b"), "IRBM"),
    (compiled(r"\b(?:mrbms?|medium)\b"), "MRBM"),
    (compiled(r"\b(?:srbms?|short-range)\b"), "SRBM"),
)
"""The words of each class, in small letters, with its code."""


_JUST_BEFORE = compiled(r"(?<![\w-])(?:(?!an? |the |its )[\w-]+ ){1,3}$")


def rare_class_in(words: str) -> str | None:
    """A launch of the class that is seldom launched which words name, where they name one alone, with what stands before it and may
    narrow it ("solid-fuel ICBM launch")."""
    low = words.lower()
    found = [(code, match.start()) for pattern, code in CLASSES if code in RARE and (match := pattern.search(low))]
    if len(found) != 1:
        return None
    code, at = found[0]
    before = _JUST_BEFORE.search(low, max(0, at - 40), at)
    return f"{before.group() if before else ''}{code} launch"
