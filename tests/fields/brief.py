"""Values in the short form in which the case files write them."""

from reportedly.fields.count import CountExpression
from reportedly.fields.quantity import QuantityExpression
from reportedly.model import Count, Quantity


def interval(value: Count | Quantity) -> str:
    """ "2", "2+", "1..12", "..60"; "~" before an approximate one."""
    low = "" if value.minimum is None else f"{value.minimum:.10g}"
    high = "" if value.maximum is None else f"{value.maximum:.10g}"
    numbers = f"{low}+" if not high else low if low == high else f"{low}..{high}"
    return f"{'~' if value.approximate else ''}{numbers}"


def count_marks(found: CountExpression) -> str:
    """What a count is besides its number, in a fixed order."""
    marks = [
        found.kind or "pronoun",
        "bare" if found.bare_plural else "",
        "definite" if found.definite else "",
        f"ordinal={found.ordinal}" if found.ordinal else "",
        f"part={interval(found.part)}" if found.part else "",
        "included" if found.included else "",
        "additional" if found.additional else "",
    ]
    return " ".join(m for m in marks if m)


def quantity_marks(found: QuantityExpression) -> str:
    """The unit and role of an amount, its conversion and its shot."""
    marks = [
        found.value.unit,
        found.role,
        f"pair={found.pair[0]:g}{found.pair[1]}" if found.pair else "",
        f"shot={found.shot}" if found.shot else "",
    ]
    return " ".join(m for m in marks if m)
