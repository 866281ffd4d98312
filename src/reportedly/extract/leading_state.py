"""Which state a report is about, where its tellings or the names in it say so."""

from collections import Counter
from collections.abc import Sequence

from reportedly.codebook import Codebook, NameMatch
from reportedly.extract.actor import MADE_THERE, Actor
from reportedly.extract.harm import striking_of
from reportedly.extract.scene_words import told_by
from reportedly.extract.state_of import state_of

_SHARE = 0.4  # of the weight of the most named state, from which a watched one is taken for the actor
_LOOKER_ON = "detector"  # a body that tells of others' launches
_WEIGHT = {"weapon": 30, "site": 30, "state": 10, "demonym": 10, "metonym": 20, "person": 5, "body": 5}


def leading_state(
    actors: Sequence[Actor],
    names: Sequence[NameMatch],
    text: str,
    headline_end: int,
    codebook: Codebook,
    *,
    at_war: bool = False,
) -> str | None:
    """The state most tellings surely act for; where none does, the one whose weapons, sites and people are most named,
    a watched one before those who look on."""
    sure = [a.state for a in actors if a.state and a.sure]
    if sure:
        counted = Counter(sure)
        return max(counted, key=lambda state: (counted[state], -sure.index(state)))
    watched = codebook.watched
    names = [n for n in names if not MADE_THERE.match(text, n.end)]
    if at_war and (blamed := _blamed(names, text, codebook)) is not None:
        return blamed
    shooting = [
        n for n in names if (n.kind == "site" and state_named(n) in watched) or not _is_struck(text, n, codebook)
    ]
    weights: Counter[str] = Counter()
    spoken: set[str] = set()
    seen: set[str] = set()
    for name in shooting if any(map(state_of, shooting)) else names:
        state = state_named(name)
        if state not in codebook.states:  # a territory is of those who fire there
            state = next(iter(getattr(name.entry, "users", ())), state)
        if getattr(name.entry, "cls", None) == _LOOKER_ON or not state or name.kind not in _WEIGHT:
            continue
        if name.kind == "weapon":
            if name.id in seen:
                continue
            weight = 30 * (2 if name.start < headline_end else 1)  # whoever has it may have fired it
            weights.update(dict.fromkeys(getattr(name.entry, "users", ()), weight))
        seen.add(name.id)
        spoken |= {state} if name.kind not in {"weapon", "site"} else set()
        origin = told_by(codebook, "left").search(_before(text, name)) is not None
        weights[state] += 60 * (3 if name.start < headline_end else 1) * origin
        weights[state] += _WEIGHT[name.kind] * (2 if name.start < headline_end else 1)
        weights[state] += 60 if name.kind == "demonym" and told_by(codebook, "owned").match(text, name.end) else 0
    weights.update(Counter({a.state: 40 for a in actors if a.state}))
    most = max(weights.values(), default=0)
    first = max(
        (s for s in weights if weights[s] == most or (s in watched and s in spoken and weights[s] >= _SHARE * most)),
        key=lambda state: (state in watched and state in spoken, weights[state]), default=None,
    )  # fmt: skip
    entry = codebook.states.get(first or "")
    if entry is None or len(entry.at_war) != 1 or any(a.state == first for a in actors):
        return first
    struck = any(_is_struck(text, n, codebook) for n in names if state_of(n) == first)
    return entry.at_war[0] if struck else first  # "more than 90 missiles flew at Ukraine"


def state_named(name: NameMatch) -> str | None:
    """The state that a name speaks of, or that it is of."""
    return state_of(name) or getattr(name.entry, "state", None)


def _before(text: str, name: NameMatch, reach: int = 40) -> str:
    return text[max(0, name.start - reach) : name.start]


def _is_struck(text: str, name: NameMatch, codebook: Codebook) -> bool:
    """Whether it is fired at, or something comes down there: "at an Israeli port", "landed in Pakistan"."""
    return told_by(codebook, "struck").search(_before(text, name)) is not None


def _blamed(names: Sequence[NameMatch], text: str, codebook: Codebook) -> str | None:
    """The state that is said, or says itself, to have struck."""
    blames, claims, striking = (told_by(codebook, "blames"), told_by(codebook, "claims"), striking_of(codebook))
    told = (n for n in names if claims.match(text, n.end) or blames.search(_before(text, n, 60))
            or (n.kind == "demonym" and striking.match(text, n.end)))  # fmt: skip
    return next(filter(None, map(state_of, told)), None)
