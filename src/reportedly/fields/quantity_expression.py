"""A measured amount as a text gives it."""

from reportedly.frozen import dataclass
from reportedly.model import Quantity


@dataclass(frozen=True, slots=True)
class QuantityExpression:
    """A measured amount as a text gives it; `value` is in km, s, kt, kg, mm, km/h, mach or magnitude.

    `start`, `end` span hedge, number and unit; `pair` is the conversion in brackets behind it (its number and unit),
    which ends at `pair_end`. `role`: distance, apogee, range, offset, calibre, mass, speed, yield, magnitude,
    flight_time, duration or other; `rule` names what gave the role. `shot` tells missiles of a salvo apart.
    """

    start: int
    end: int
    written: str
    value: Quantity
    unit_written: str
    role: str
    rule: str
    hedge: str | None = None
    pair: tuple[float, str] | None = None
    pair_end: int | None = None
    shot: int | None = None
