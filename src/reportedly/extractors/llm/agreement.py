"""Whether a model's value is the one our readers read: stricter than two outlets' figures need to agree."""

import re

from reportedly.codebook import Codebook
from reportedly.extract.attribution_lexicon import verbs
from reportedly.extract.claims.statement import ACT_OF
from reportedly.extract.stance import does
from reportedly.fields import registry
from reportedly.model import (
    Count,
    FindingText,
    Instant,
    Landing,
    Place,
    Quantity,
    Text,
    UtcClock,
    Value,
    Weapon,
)

_EXACT = {"date_days": 0.0, "time_min": 0.0, "direction_deg": 0.0}
_CONVERTED = 0.02  # by how much a unit that the model converts may be rounded
_WORD = re.compile(r"[\w'’-]+")


def same(field: str, read: Value, said: Value, codebook: Codebook) -> bool:
    """Whether the model says what was read."""
    if isinstance(read, Weapon | Place) and isinstance(said, Weapon | Place):
        return _named_alike(read, said, codebook)
    if isinstance(read, Landing) and isinstance(said, Landing):
        return not said.areas or not read.areas or not set(said.areas).isdisjoint(read.areas)
    if isinstance(read, FindingText) and isinstance(said, FindingText):
        return _holds(read.text, said.text) and _is_by(read, said, codebook)
    if isinstance(read, Text) and isinstance(said, Text):
        return _holds(read.text, said.text)
    if type(read) is not type(said) and not _both_utc(read, said):
        return False
    if isinstance(read, Count | Quantity) and isinstance(said, Count | Quantity):
        return _same_ends(read, said, 0.0 if isinstance(read, Count) or read.unit == "magnitude" else _CONVERTED)
    return registry.agree(field, read, said, _EXACT)


def _same_ends(read: Count | Quantity, said: Count | Quantity, slack: float) -> bool:
    """Whether the model gives an end, and none that was not read; open or not, and hedged or not, is ours to say."""
    given = [end for end in (said.minimum, said.maximum) if end is not None]
    known = [end for end in (read.minimum, read.maximum) if end is not None]
    return bool(given) and all(any(abs(end - one) <= slack * one for one in known) for end in given)


def _named_alike(read: Weapon | Place, said: Weapon | Place, codebook: Codebook) -> bool:
    """Whether the model's name or id is that of what was read, in any spelling the codebook knows."""
    if said.id is not None and said.id == read.id:
        return True
    known = {n.id for n in codebook.names.find(said.name)} | {n.site for n in codebook.names.find(said.name)}
    return (read.id is not None and read.id in known) or _letters(said.name) in (
        _letters(read.name),
        _letters(read.written),
    )


def _holds(one: str, other: str) -> bool:
    """Whether one of two wordings stands in the other; neither is empty."""
    left, right = _letters(one), _letters(other)
    return bool(left and right) and (left in right or right in left)


def _is_by(read: FindingText, said: FindingText, codebook: Codebook) -> bool:
    """Whether the model names the body that was read, or none."""
    return said.by in (None, read.by) or read.by in {n.id for n in codebook.names.find(said.by or "")}


def _both_utc(read: Value, said: Value) -> bool:
    """Whether both are times in UTC, though only one of them knows its day."""
    return isinstance(read, Instant | UtcClock) and isinstance(said, Instant | UtcClock)


def _letters(name: str) -> str:
    return "".join(c for c in name.lower() if c.isalnum())


class Acts:
    """The words that do something by speaking: condemn, deny, threaten, urge, announce, protest."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook
        self._verbs = verbs(codebook.cues)

    def done(self, act: str, words: str) -> bool:
        """Whether a word of these does the act, or what they say ("was no such test"); anything said announces."""
        spoken = [v for w in _WORD.findall(words) for v in self._verbs.get(w.lower(), ())]
        if any(act in ("announce", v.act) for v in spoken):
            return True
        return any(ACT_OF.get(stance) == act for stance in does(words, self._codebook))
