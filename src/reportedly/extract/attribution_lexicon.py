"""The words that carry attribution: which verb form belongs to which cue class, and which words may stand between."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportedly.model import Stance

# English verbs of speech by cue class; the codebook's own cue words come first where they name the same verb.
_VERBS: Mapping[str, str] = {
    "report": (
        "say tell announce report add note state describe explain indicate mention remark declare disclose reveal "
        "inform stress emphasise emphasize tweet post write comment reiterate recall specify relay broadcast brief "
        "point call label brand characterise characterize term declare refer caution quote cite speak "
        "predict forecast argue publish notify advise"
    ),
    "detect": "detect track monitor observe record register measure notice spot",
    "confirm": "confirm verify corroborate acknowledge recognise recognize",
    "admit": "admit concede",
    "find": "find identify conclude determine establish document",
    "assess": (
        "assess estimate believe presume judge think expect calculate assume reckon deem consider analyse analyze put"
    ),
    "suspect": "suspect fear",
    "speculate": "speculate suggest hint surmise theorise theorize muse wonder",
    "claim": "claim insist maintain boast assert tout hail",
    "allege": "allege accuse blame",
    "deny": "deny reject dismiss refute dispute doubt question rebut",
    "condemn": "condemn denounce slam criticise criticize deplore protest decry lambast censure",
    "threaten": "threaten warn",
    "commit": "vow pledge promise",
    "urge": "urge demand",
    "withhold": "decline refuse",
    "retract": "retract withdraw correct revise",
}
_IRREGULAR: Mapping[str, tuple[str, ...]] = {
    "say": ("say", "says", "said", "saying"),
    "tell": ("tell", "tells", "told", "telling"),
    "find": ("find", "finds", "found", "finding"),
    "think": ("think", "thinks", "thought", "thinking"),
    "write": ("write", "writes", "wrote", "written", "writing"),
    "put": ("put", "puts", "putting"),
    "speak": ("speak", "speaks", "spoke", "spoken", "speaking"),
    "show": ("show", "shows", "showed", "shown", "showing"),
    "broadcast": ("broadcast", "broadcasts", "broadcasting"),
    "forecast": ("forecast", "forecasts", "forecasting"),
    "withdraw": ("withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing"),
    "admit": ("admit", "admits", "admitted", "admitting"),
    "slam": ("slam", "slams", "slammed", "slamming"),
    "refer": ("refer", "refers", "referred", "referring"),
    "rebut": ("rebut", "rebuts", "rebutted", "rebutting"),
}
_DEFAULTS: Mapping[str, tuple[Stance, str]] = {
    "report": (Stance.ASSERTED, "certain"),
    "detect": (Stance.ASSERTED, "certain"),
    "confirm": (Stance.CONFIRMED, "certain"),
    "admit": (Stance.CONFIRMED, "certain"),
    "find": (Stance.ASSERTED, "certain"),
    "link": (Stance.ESTIMATED, "probable"),
    "assess": (Stance.ESTIMATED, "probable"),
    "suspect": (Stance.SPECULATED, "possible"),
    "speculate": (Stance.SPECULATED, "possible"),
    "hearsay": (Stance.ALLEGED, "unknown"),
    "claim": (Stance.ALLEGED, "certain"),
    "allege": (Stance.ALLEGED, "unknown"),
    "deny": (Stance.DENIED, "certain"),
    "condemn": (Stance.CONDEMNED, "certain"),
    "threaten": (Stance.THREATENED, "certain"),
    "commit": (Stance.PLANNED, "certain"),
    "urge": (Stance.URGED, "certain"),
    "withhold": (Stance.WITHHELD, "unknown"),
    "retract": (Stance.WITHDRAWN, "unknown"),
}
ACTS: Mapping[str, str] = {
    "condemn": "condemn",
    "deny": "deny",
    "threaten": "threaten",
    "urge": "urge",
}
_ACT_VERBS: Mapping[str, str] = {"announce": "announce", "declare": "announce", "protest": "protest", "vow": "threaten"}


def words_of(text: str) -> frozenset[str]:
    """The words of a line as a set."""
    return frozenset(text.split())


# Words that may stand between a speaker and the verb: "the JCS has since also strongly condemned".
BETWEEN = words_of(
    "has have had also later then earlier again first initially separately meanwhile previously since now still just "
    "even only already both further moreover repeatedly once today yesterday who which that did does do not could can "
    "cannot would will was were is are been being never neither all jointly each too in a at on to the statement press "
    "news conference briefing interview speech message report telephone call post x twitter turn its his her their own "
    "monday tuesday wednesday thursday friday saturday sunday morning evening afternoon night early late state media "
    "january february march april may june july august september october november december live"
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a speech verb: its base, its cue class, the stance and certainty the class carries, the act it does."""

    base: str
    cue_class: str
    stance: Stance
    certainty: str
    act: str | None
    participle: bool


def forms(base: str) -> tuple[str, ...]:
    """The finite forms and participles of an English verb: base, -s, -ed, -ing."""
    if base in _IRREGULAR:
        return _IRREGULAR[base]
    if base.endswith("e"):
        return base, base + "s", base + "d", base[:-1] + "ing"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    plural = base + ("es" if base.endswith(("s", "x", "ch", "sh")) else "s")
    return base, plural, base + "ed", base + "ing"


def verbs(stances: Mapping[str, tuple[Stance, str]], words: Mapping[str, Iterable[str]]) -> dict[str, Verb]:
    """Every form of every speech verb; `stances` and `words` are the codebook's, by cue class, and go before ours."""
    classes = {b: c for c, bases in _VERBS.items() for b in bases.split()}
    known = {form: base for base in classes for form in forms(base)}
    for cue_class, written in words.items():
        classes.update({known[w]: cue_class for w in written if w in known and cue_class in _DEFAULTS})
    table = {**_DEFAULTS, **stances}
    found: dict[str, Verb] = {}
    for base, cue_class in classes.items():
        stance, certainty = table.get(cue_class, (Stance.ASSERTED, "certain"))
        act = _ACT_VERBS.get(base, ACTS.get(cue_class))
        for form in forms(base):
            found.setdefault(form, Verb(base, cue_class, stance, certainty, act, form.endswith("ing")))
    return found
