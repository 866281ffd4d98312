"""Days named by their weekday or their number alone, where nothing tells which day of the calendar they were."""

from calendar import day_name
from collections.abc import Iterator

from reportedly.extract.claims.draft import Draft
from reportedly.extract.dated import Dated
from reportedly.extract.framing import Framing
from reportedly.model import Derived, Role


def named_days(framing: Framing) -> Iterator[Draft]:
    """What the calendar must agree with: "on Wednesday" of an undated report, as a claim that can be checked."""
    for found in framing.dates:
        home = None if found.trigger is None else framing.of_trigger.get(found.trigger)
        if home is None or found.range is not None or found.stamp or found.since or found.prior or found.aside:
            continue
        if arguments := _calendar(found):
            home = _kept(framing, home)
            yield Draft(
                home, "derived", Derived("weekday_date", arguments), found.start, found.end, "derived.weekday_date"
            )


def _kept(framing: Framing, home: int) -> int:
    """The frame that keeps the name of a day: an earlier incident without a day is no mention, and leaves it to the subject
    of its kind, which it dates too ("it follows a launch last Thursday")."""
    frame = framing.frames[home]
    if frame.role is Role.MAIN or frame.date is not None:
        return home
    subjects = (f.number for f in framing.frames if f.role is Role.MAIN and f.family == frame.family)
    return next(subjects, home)


def _calendar(found: Dated) -> dict[str, object]:
    said = found.expression
    plain = said.shift is None and said.qualifier in (None, "last", "this")
    if said.kind == "weekday" and said.weekday is not None and plain:
        return {"weekday": day_name[said.weekday]}
    if said.kind == "day_of_month" and said.day is not None:
        return {"day": said.day}
    return {}
