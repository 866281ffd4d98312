"""Which state a report is about, where its tellings or the names in it say so."""

import re
from collections import Counter
from collections.abc import Sequence

from reportedly.codebook import Codebook, NameMatch
from reportedly.extract.actor import MADE_THERE, Actor
from reportedly.extract.harm import striking_of
from reportedly.extract.state_of import state_of
from reportedly.patterns import compiled

_ITS_OWN = compiled(r"\s+(?:\w+[ -]){0,3}(?:missiles?|rockets?|nuclear|launch|test|ICBM|satellite|shells?|leader)\b")
_ORIGIN = compiled(
    r"\b(?:missiles?|rockets?|shells?|rounds?|projectiles?|launched|fired|came) from (?:the )?$", re.IGNORECASE
)
_UPON = compiled(  # what is fired at, or where something comes down: "at an Israeli port", "landed in Pakistan", "into waters off Akita"
    r"\b(?:(?:missiles?|rockets?|flew|came|rained|fired|launched|aimed|hurled)\s+(?:down\s+)?(?:at|on|against|into|towards?)"
    r"|(?:land|fell|fall|crash|came down|hit|str[iu][ck]k?|enter|target|violat)\w*\s(?:[\w-]+\s){0,3}?(?:in(?:to|side)?|on|near|at)?)\s+(?:the\s+|an?\s+)?$"
    r"|\b(?:off|over|towards?|past|beyond|(?:west|east|north|south) of)\s+(?:the\s+)?(?:coast of\s+)?$",
    re.IGNORECASE,
)
_BLAMED = compiled(  # "President Zelensky blamed Russia", "the latest attack by the Houthis"
    r"\b(?:blam(?:ed|es|ing)(?: (?:it|them|the \w+) on)?|accus(?:ed|es|ing)|attribut(?:ed|es|ing)(?: (?:it|them|the \w+))? to|(?:held|holds)|(?:attacks?|strikes?|assaults?|barrages?|claimed|carried out|"
    r"(?:launch|fir)ed) by)\s(?:[\w’'-]+\s){0,3}?$"
)
_CLAIMS = compiled(  # "the Houthis claimed responsibility", "Tehran said it was a response to"
    r"(?:['’]s?|-\w+)?\s(?:[\w’'-]+,?\s){0,6}?(?:sa(?:id|ys)|claim\w*|call\w*|t(?:ook|akes?)|announc\w+|describ\w+|boast\w*|admit\w*|acknowledg\w*)\s"
    r"[^.;]{0,90}?\b(?:responsib\w+|revenge|retaliat\w+|retribution|respon(?:se|ded)|reply|repl(?:y|ied)|answer(?:ed)?|aveng\w+|self-defen[cs]e|(?:it|they|its \w+|the rebels|the group) (?:had |have |has )?(?:fired|launched|struck|targeted|aimed|hit|attacked|used|(?:was|were) behind))\b"
)
_LEAD = 300  # code points behind the headline
_SHARE = 0.4  # of the weight of the most named state, from which a watched one is taken for the actor
_LOOKER_ON = "detector"  # a body that tells of others' launches
_WEIGHT = {"weapon": 3.0, "site": 3.0, "state": 1.0, "demonym": 1.0, "metonym": 2.0, "person": 0.5, "body": 0.5}


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
    shooting = [
        n for n in names if (n.kind == "site" and getattr(n.entry, "state", None) in watched) or not _UPON.search(text[max(0, n.start - 40) : n.start])
    ]  # fmt: skip
    shooting = shooting if any(map(state_of, shooting)) else names
    if at_war and (blamed := _blamed(names, text, striking_of(codebook))) is not None:
        return blamed
    weights: Counter[str] = Counter()
    spoken: set[str] = set()
    seen: set[str] = set()
    for name in shooting:
        state = state_of(name) or getattr(name.entry, "state", None)
        if getattr(name.entry, "cls", None) == _LOOKER_ON:
            continue
        if state and name.kind in _WEIGHT and not (name.kind == "weapon" and name.id in seen):
            seen.add(name.id)
            weight = 30 * (2 if name.start < headline_end else 1)  # whoever has it may have fired it
            weights.update(dict.fromkeys(getattr(name.entry, "users", ()) if name.kind == "weapon" else (), weight))
            spoken |= {state} if name.kind not in {"weapon", "site"} else set()
            origin = _ORIGIN.search(text[max(0, name.start - 40) : name.start]) is not None
            weights[state] += 60 * (3 if name.start < headline_end else 1) * origin
            weights[state] += int(10 * _WEIGHT[name.kind]) * (2 if name.start < headline_end else 1)
            weights[state] += 60 if name.kind == "demonym" and _ITS_OWN.match(text, name.end) else 0
    weights.update(Counter({a.state: 40 for a in actors if a.state}))
    most = max(weights.values(), default=0)
    first = max(
        (s for s in weights if weights[s] == most or (s in watched and s in spoken and weights[s] >= _SHARE * most)),
        key=lambda state: (state in watched and state in spoken, weights[state]), default=None,
    )  # fmt: skip
    if first is not None and any(
        _UPON.search(text[max(0, n.start - 40) : n.start]) for n in names if state_of(n) == first
    ):
        enemies = codebook.states[first].at_war if first in codebook.states else ()
        if len(enemies) == 1 and not any(a.state == first for a in actors):
            return enemies[0]  # "more than 90 missiles flew at Ukraine"
    return first


def _blamed(names: Sequence[NameMatch], text: str, striking: re.Pattern[str]) -> str | None:
    """The state that is said, or says itself, to have struck."""
    told = (n for n in names if _CLAIMS.match(text, n.end) or _BLAMED.search(text[max(0, n.start - 60) : n.start])
            or (n.kind == "demonym" and striking.match(text, n.end)))  # fmt: skip
    return next(filter(None, map(state_of, told)), None)
