"""The state that a name speaks of."""

from reportedly.codebook import NameMatch


def state_of(name: NameMatch) -> str | None:
    """The state a name speaks of: the state itself, or the one its body, person or weapon belongs to."""
    if name.kind in {"state", "demonym", "metonym"}:
        return name.id
    if name.kind in {"body", "person"}:
        return getattr(name.entry, "state", None)
    return None
