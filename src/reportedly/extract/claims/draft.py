"""What a rule read, before it has a voice."""

from reportedly.frozen import dataclass
from reportedly.model import Stance, Value, Voice


@dataclass(frozen=True, slots=True)
class Draft:
    """A value of one frame with the words that carry it: `text[start:end]`.

    `stance` is set where the words themselves lower it ("may have failed"); None leaves it to the attribution.
    `rank` orders drafts of one field that cannot all be true: the lower, the more direct. `shot` is the number of
    the missile it speaks of, where a salvo's are told apart.
    """

    frame: int
    field: str
    value: Value | None
    start: int
    end: int
    rule: str
    stance: Stance | None = None
    cue: str | None = None
    rank: float = 0.0
    voices: tuple[Voice, ...] | None = None
    shot: int | None = None
