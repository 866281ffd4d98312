"""Values of gold and of the contract in words a reader of the errors follows."""

from collections.abc import Mapping, Sequence


def shown(value: object) -> str:
    """The value in plain words: "2 or more", "400 to 430", "2024-09-18", a name; nothing for no value."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return _mapping(value)
    if isinstance(value, Sequence) and not isinstance(value, str) and len(value) in (1, 2):
        return _range(value[0], value[-1])
    return str(value)


def _mapping(value: Mapping[str, object]) -> str:
    for low, high in (("min", "max"), ("earliest", "latest")):
        if low in value:
            told = _range(value[low], value.get(high)) or str(value.get("partial") or "")
            return f"about {told}" if value.get("approximate") else told
    if "name" in value:
        return str(value["name"])
    return ", ".join(f"{key} {shown(held)}" for key, held in value.items() if held not in (None, False, ""))


def _range(low: object, high: object) -> str:
    if low is None:
        return f"up to {high}" if high is not None else ""
    if high is None:
        return f"{low} or more"
    return str(low) if low == high else f"{low} to {high}"
