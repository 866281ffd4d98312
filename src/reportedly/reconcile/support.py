"""Who stands behind an incident: outlets, independent origins and speakers, and by what each outlet is counted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath

from reportedly.codebook import Codebook
from reportedly.frozen import dataclass
from reportedly.model import Backing, Ground, Mention, Report, Span, Stance, Support, Voice
from reportedly.reconcile.authorship import house
from reportedly.reconcile.credibility import REVISED, credibility
from reportedly.reconcile.origins import UNATTRIBUTED, name_of, relayed
from reportedly.reconcile.said import LAUNCHER, MANY_AT_ONCE, Said, origins_heard

_NAMED_IN_PASSING = frozenset({"", "type", "statement"})  # "the launch", in a sentence that condemns it
_COMMENTS = frozenset({"academic", "thinktank", "official"})  # who speak of what others saw, unless of a state
_TAKES_BACK = frozenset({Stance.DENIED, Stance.WITHDRAWN})


def support(
    said: Mapping[str, Sequence[Said]], mentions: Sequence[Mention], reports: Mapping[str, Report], codebook: Codebook
) -> Support:
    """What stands behind an incident of which this is said, rejected reports aside. `reports` are those of the mentions,
    where known."""
    gone = _gone_back(said.get("type", ()))
    every = [one for ones in said.values() for one in ones]
    holds = _holding([one for one in every if one.origin not in gone])
    leans = all(one.leans for one in holds if one.origin != UNATTRIBUTED)
    about = _Outlets({mention.report for mention in mentions if not mention.rejected}, reports, codebook)
    return Support(
        outlets=len(set(about.names.values())),
        origins=origins_heard(holds),
        speakers=len({speaker.id for one in holds for speaker in _speakers(one) if not one.leans or leans}),
        credibility=REVISED if gone and not origins_heard(holds) else credibility(holds, _denials(said)),
        backings=_backings(holds or _holding(every), gone, about, codebook),
    )


def _holding(every: Sequence[Said]) -> Sequence[Said]:
    """What is said for its having happened, and how.

    Whoever only condemns, denies, guesses or keeps silent says nothing for it, nor does an expert who tells nothing but
    that it was, nor who only speaks about it, while anybody else is named: then a statement is itself what happened.
    """
    says: dict[tuple[str, str], set[str]] = {}
    for one in every:
        says.setdefault((one.report, one.origin), set()).add(one.claim.field if one.settles else "")
    asserted = [one for one in every if one.settles and one.claim.stance is not Stance.CONDEMNED]
    within = _condemned(every)
    passing = {(one.report, one.origin) for one in every if one.claim.stance is Stance.CONDEMNED or _comments(one)}
    holds = [
        one
        for one in asserted
        for key in [(one.report, one.origin)]
        if one.claim.field not in MANY_AT_ONCE
        and not (key in passing and says[key] <= _NAMED_IN_PASSING)
        and not any(
            span.start <= one.claim.span.start and one.claim.span.end <= span.end for span in within.get(key, ())
        )
    ]
    return holds if any(one.origin != UNATTRIBUTED for one in holds) else asserted


def _gone_back(told: Sequence[Said]) -> frozenset[str]:
    """The origins that took back that it happened, and have not said so again since."""
    back = [one for one in told if one.claim.stance is Stance.WITHDRAWN and not one.claim.rejected]
    named = {one.origin for one in back if one.origin != UNATTRIBUTED}
    held = [one for one in told if one.settles and one.origin in named]
    return frozenset(origin for origin in named if not any(_since(one, back) for one in held if one.origin == origin))


def _since(one: Said, back: Sequence[Said]) -> bool:
    """Whether something was printed after all that its origin took back."""
    gone = [other.published for other in back if other.origin == one.origin]
    return one.published is not None and all(when is not None and when.before(one.published) for when in gone)


def _condemned(every: Sequence[Said]) -> Mapping[tuple[str, str], Sequence[Span]]:
    """The words of each condemnation, by report and origin: what they name, "Monday's launch of two missiles", they take for
    granted."""
    found: dict[tuple[str, str], list[Span]] = {}
    for one in every:
        if one.claim.stance is Stance.CONDEMNED and one.claim.field == "statement":
            found.setdefault((one.report, one.origin), []).append(one.claim.span)
    return found


def _comments(one: Said) -> bool:
    """Whether an expert says it, who is of no state."""
    return one.holder in _COMMENTS and one.voice is not None and one.voice.state is None


def _denials(said: Mapping[str, Sequence[Said]]) -> Iterator[Said]:
    """What is said against its having happened; a statement of denial is that only where the acting state makes it."""
    for one in (*said.get("type", ()), *said.get("statement", ())):
        heard = one.claim.stance in _TAKES_BACK and not one.claim.rejected
        if heard and (one.claim.field == "type" or one.holder == LAUNCHER):
            yield one


class _Outlets:
    """The reports of an incident by what they are called: `names` of outlets, or their paths."""

    def __init__(self, ids: Iterable[str], reports: Mapping[str, Report], codebook: Codebook) -> None:
        known = {id_: reports.get(id_) for id_ in ids}
        self.names = {id_: (one.outlet or PurePath(one.path).name) if one else id_ for id_, one in known.items()}
        self.houses = {id_: house(one, codebook) if one else None for id_, one in known.items()}
        editions = Counter(home for home, _ in {(self.houses[id_], self.names[id_]) for id_ in known} if home)
        self.shared = {home for home, count in editions.items() if count > 1}


@dataclass(frozen=True, slots=True, order=True)
class _Key:
    """What one backing is counted by; the order is that in which they are shown."""

    silent: bool
    origin: str
    ground: str
    of: str
    kind: str


def _backings(holds: Sequence[Said], gone: frozenset[str], about: _Outlets, codebook: Codebook) -> tuple[Backing, ...]:
    """Each origin with the outlets behind it, by ground, the most outlets first; what adds nothing comes last, as who took
    it back (`gone`) does."""
    found: dict[_Key, set[str]] = {}
    attributed = {one.origin for one in holds if not one.leans} - {UNATTRIBUTED}
    for one in holds:
        silent = (
            one.origin in gone
            or one.origin == UNATTRIBUTED
            or (one.leans and bool(attributed))
            or _joins(one.origin, attributed)
        )
        for ground, of, kind in _grounds(one, about, codebook):
            key = _Key(silent, one.origin, ground, of, kind)
            found.setdefault(key, set()).add(about.names.get(one.report, one.report))
    names = {one.origin: one.voice.name for one in holds if one.voice and one.origin == one.voice.id}
    weight = Counter({key.origin: 0 for key in found})
    for key, outlets in found.items():
        weight[key.origin] += len(outlets)
    order = sorted(
        found, key=lambda key: (key.silent, -weight[key.origin], key.origin, key.ground, -len(found[key]), key)
    )
    return tuple(
        Backing(
            key.origin,
            names.get(key.origin) or name_of(key.origin, codebook),
            Ground(key.ground),
            key.of,
            key.kind,
            tuple(sorted(found[key])),
            adds=not key.silent,
        )
        for key in order
    )


def _joins(origin_: str, alone: set[str]) -> bool:
    """Whether it is a joint origin of which one is heard alone."""
    return "+" in origin_ and bool(alone & set(origin_.split("+")))


def _grounds(one: Said, about: _Outlets, codebook: Codebook) -> Iterator[tuple[Ground, str, str]]:
    """By what an outlet stands behind a claim's origin, of whom, and that one's class of source."""
    if one.attributed or (one.voice is not None and not one.of_agency):
        for voice in _speakers(one):
            behind = relayed(voice, codebook)
            kind = one.holder if voice is one.voice else voice.kind
            yield Ground.QUOTES, f"{voice.name} (for {behind.name})" if behind else voice.name, kind
        return
    written, kind = one.authorship, one.holder
    home = about.houses.get(one.report)
    if written.ground is Ground.COPIES:
        yield Ground.COPIES, about.names.get(written.of, written.of), kind
    elif written.ground is Ground.OWN and one.voice is None and home in about.shared and home:
        yield Ground.PUBLISHER, name_of(home, codebook), kind
    else:
        yield written.ground, written.of, kind


def _speakers(one: Said) -> tuple[Voice, ...]:
    """Those whose word it is, joint holders each; nobody where the writer is not an agency."""
    return () if one.voice is None else one.voice.joint or (one.voice,)
