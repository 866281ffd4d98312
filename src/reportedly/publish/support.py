"""Who stands behind an incident, in the output contract."""

from reportedly.model import Support
from reportedly.publish.line import Line


class BackingLine(Line):
    """Outlets that stand behind an origin by one ground, and of whom; `adds` is false for what counts for nothing."""

    origin: str
    name: str
    ground: str
    of: str
    kind: str
    outlets: tuple[str, ...]
    adds: bool


class SupportLine(Line):
    """Outlets, independent origins and speakers of an incident, its Admiralty digit, and what they stand on."""

    outlets: int
    origins: int
    speakers: int
    credibility: int
    backings: tuple[BackingLine, ...]


def support_line(support: Support) -> SupportLine:
    """The support of one incident."""
    backings = tuple(
        BackingLine(
            origin=one.origin,
            name=one.name,
            ground=one.ground.value,
            of=one.of,
            kind=one.kind,
            outlets=one.outlets,
            adds=one.adds,
        )
        for one in support.backings
    )
    return SupportLine(
        outlets=support.outlets,
        origins=support.origins,
        speakers=support.speakers,
        credibility=support.credibility,
        backings=backings,
    )
