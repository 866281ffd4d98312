"""Class words: what a report calls the weapon, and nothing it only implies."""

import re
from dataclasses import dataclass

_CLASSES: tuple[tuple[str, str], ...] = (
    ("SLBM", r"submarine[- ]launched (?:\w+ )?(?:ballistic )?missiles?(?! test)|sea[- ]launched ballistic missiles?|SLBMs?"),
    ("ALBM", r"air[- ]launched ballistic missiles?|ALBMs?"),
    ("ICBM", r"inter-?continental(?:[- ]range)?(?: ballistic)?(?: missiles?)?|ICBMs?"),
    ("IRBM", r"intermediate[- ]range (?:hypersonic )?(?:ballistic )?missiles?(?: \(IRBMs?\))?|IRBMs?"),
    ("MRBM", r"medium[- ]range (?:ballistic )?(?:missiles?|system)|MRBMs?"),
    ("SRBM", r"(?:close|short)[- ]range ballistic(?: missiles?| projectiles?)?|SRBMs?"),
    ("hypersonic", r"hypersonic(?: glide)?(?: ballistic| cruise)?(?: missiles?| vehicles?| weapons?)?"),
    ("cruise", r"cruise missiles?|LACMs?|SLCMs?"),
    ("SAM", r"(?:surface|ground)-to-air(?: and other)?(?: missiles?)?|anti-?aircraft missiles?|air[- ]defen[cs]e missiles?"
            r"|interceptors?(?: missiles?)?|SAMs"),
    ("MLRS", r"(?:multiple|guided|artillery)[- ](?:launch )?rocket(?:[- ]launch(?:er)?)?(?: system)?s?|(?:multiple[- ])?rocket launchers?"
             r"|multiple[- ]launch rocket systems?|MLRS|MRLs?|(?:super-)?large(?:-sized)? rocket launchers?"),
    ("UUV", r"underwater (?:attack |nuclear )?drones?|unmanned underwater \w+"),
    ("SLV", r"(?:space|satellite|carrier) (?:launch )?(?:rocket|vehicle)s?|space launch vehicles?"),
    ("BM", r"ballistic(?: missiles?| projectiles?)?"),
)  # fmt: skip
_PATTERN = re.compile(
    r"\b(?:" + "|".join(f"(?P<c{n}>{pattern})" for n, (_, pattern) in enumerate(_CLASSES)) + r")(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ClassMatch:
    """A class word of a text, and its code."""

    start: int
    end: int
    code: str


def find_classes(text: str) -> tuple[ClassMatch, ...]:
    """The class words of a text, in order."""
    return tuple(
        ClassMatch(m.start(), m.end(), _CLASSES[int((m.lastgroup or "c0")[1:])][0]) for m in _PATTERN.finditer(text)
    )
