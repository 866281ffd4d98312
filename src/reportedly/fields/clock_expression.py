"""What a text says of a time of day, before it is read against any day."""

from datetime import time

from reportedly.frozen import dataclass


@dataclass(frozen=True, slots=True)
class ClockExpression:
    """Words that name a time of day, or a stretch of it; `text[start:end] == written`.

    `zone` is an IANA name or "UTC", None for the place's own clock; `named_local` says that the text wrote
    "local time". `weekday` (0 is Monday) is the day the text ties to this clock ("21:50 GMT on Tuesday").
    `precision` is second, minute, hour or part_of_day. A stretch whose `latest` is before its `earliest` runs over
    midnight. `stamp` marks a time of publication ("2009-05-25 08:05:44 GMT"), no time of an incident.
    """

    start: int
    end: int
    written: str
    earliest: time
    latest: time
    approximate: bool = False
    zone: str | None = None
    named_local: bool = False
    weekday: int | None = None
    precision: str = "minute"
    stamp: bool = False


@dataclass(frozen=True, slots=True)
class ClockPair:
    """One moment on two clocks: the place's (or any named one) and UTC's."""

    local: ClockExpression
    utc: ClockExpression
