"""Words listed in one string, as code lists the closed classes of its grammar."""


def words_of(text: str) -> frozenset[str]:
    """The words of a line as a set."""
    return frozenset(text.split())
