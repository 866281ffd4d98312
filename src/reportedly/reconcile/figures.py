"""How far, how high, how long, how strong: figures that are measured, and differ a little from body to body."""

from math import floor, log10

from reportedly.codebook import Codebook
from reportedly.reconcile.evidence import Evidence
from reportedly.reconcile.place import is_routine
from reportedly.reconcile.sketch import Ends, Look

TO_THE_DIGIT = 0.01  # a share: figures this close were measured by one body, or are one figure in two units
SECONDS_APART, SHARE_OF_FLIGHT = 60, 0.15
MILE, TWO, EXACTLY, CLOSE = 1.609344, 2, 0.02, 0.11
LONG_FLIGHT = 600  # seconds; what flies shorter is told in whole minutes that many share
MAGNITUDE_APART = 0.7  # agencies use several scales: 5.6 and 6.3 were told of one test


def distance(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Distances flown, within the codebook's tolerance."""
    share = codebook.tolerances.get("distance_rel", 0.2)
    least = codebook.tolerances.get("distance_abs_km", 50)
    return _measured("distances", a.distance, b.distance, share, least, routine=is_routine(a, codebook))


def apogee(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Heights reached, within the codebook's tolerance."""
    share = codebook.tolerances.get("apogee_rel", 0.25)
    least = codebook.tolerances.get("distance_abs_km", 50)
    return _measured("heights", a.apogee, b.apogee, share, least, routine=is_routine(a, codebook))


def _measured(
    what: str, a: Ends | None, b: Ends | None, share: float, least: float, *, routine: bool
) -> Evidence | None:
    if a is None or b is None:
        return None
    apart = gap(a, b)
    largest = max(a[1], b[1])
    if apart <= max(share * largest, least):
        if not routine and (same := _same_figure(a, b)):
            return Evidence(0.15, f"{what} agree: {same:,.0f} km", marks=0.75 if _digits(same) == TWO else 1.25)
        return Evidence(0.1, f"{what} agree")
    weight = -0.1 if apart > largest / 2 else -0.05
    return Evidence(weight, f"{what} {apart:,.0f} km apart")


def gap(a: Ends, b: Ends) -> float:
    """How far two spans lie apart; nothing where they meet."""
    return max(0.0, max(a[0], b[0]) - min(a[1], b[1]))


def _same_figure(a: Ends, b: Ends) -> float | None:
    """A figure both tell to the digit that is not round; None where there is none."""
    for x in a:
        for y in b:
            if x > 0 and abs(x - y) <= TO_THE_DIGIT * max(x, y) and not (is_round(x) or is_round(y)):
                return max(x, y)
    return None


def is_round(figure: float) -> bool:
    """Whether it has one digit and zeros, as 400 and 6,000 have: figures that many incidents share."""
    return _digits(figure) == 1


def _digits(figure: float) -> int:
    """How many digits before its zeros a figure has at least, in kilometres or in miles: 1, 2, or 3 for more."""
    return min(_in(figure, EXACTLY), _in(figure / MILE, CLOSE)) if figure > 0 else 1


def _in(figure: float, close: float) -> int:
    """The digits of a figure to three digits: 6,759 km are 4,200 miles, which are two."""
    led = figure / 10.0 ** (floor(log10(figure)) - 2)
    ends = [digits for digits, step in ((1, 100), (TWO, 10)) if abs(led - step * round(led / step)) < close]
    return ends[0] if ends else 3


def flight(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Flight times: within a minute, or the same within what two bodies may differ."""
    if a.flight is None or b.flight is None:
        return None
    apart, longest = gap(a.flight, b.flight), max(a.flight[1], b.flight[1])
    if apart <= SECONDS_APART:
        return Evidence(0.15, f"both flew {longest / 60:.0f} minutes", marks=1.0 if longest >= LONG_FLIGHT else 0.5)
    if apart <= SHARE_OF_FLIGHT * longest:
        return Evidence(0.05, "flight times agree")
    return Evidence(-0.1, f"flight times {apart / 60:.0f} minutes apart")


def magnitude(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Magnitudes; agencies differ by some tenths."""
    if a.magnitude is None or b.magnitude is None:
        return None
    same = sorted({x for x in a.magnitude for y in b.magnitude if abs(x - y) < 0.05})
    if same:
        return Evidence(0.15, f"both of magnitude {same[-1]:g}", marks=1.0)
    apart = gap(a.magnitude, b.magnitude)
    if apart <= MAGNITUDE_APART:
        return Evidence(0.05, "magnitudes as far apart as agencies have them")
    return Evidence(-0.1, f"magnitudes {apart:.1f} apart")


def power(a: Look, b: Look, codebook: Codebook) -> Evidence | None:
    """Yields; estimates differ by a factor of two and more."""
    if a.power is None or b.power is None:
        return None
    if gap(a.power, b.power) == 0:
        return Evidence(0.05, "yields agree")
    low, high = min(a.power[1], b.power[1]), max(a.power[0], b.power[0])
    return Evidence(-0.1, f"yields of {low:g} and {high:g} kt") if high > 4 * low else None
