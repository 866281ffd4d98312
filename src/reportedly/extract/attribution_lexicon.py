"""The words that carry attribution: which verb form belongs to which cue class, and which words may stand between."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from reportedly.codebook import CueClass
from reportedly.model import Stance

_IRREGULAR: Mapping[str, tuple[str, ...]] = {
    row.split()[0]: tuple(row.split())
    for row in (
        "say says said saying",
        "tell tells told telling",
        "find finds found finding",
        "think thinks thought thinking",
        "write writes wrote written writing",
        "put puts putting",
        "speak speaks spoke spoken speaking",
        "show shows showed shown showing",
        "broadcast broadcasts broadcasting",
        "forecast forecasts forecasting",
        "withdraw withdraws withdrew withdrawn withdrawing",
        "admit admits admitted admitting",
        "slam slams slammed slamming",
        "refer refers referred referring",
        "infer infers inferred inferring",
        "rebut rebuts rebutted rebutting",
        "log logs logged logging",
        "spot spots spotted spotting",
        "brag brags bragged bragging",
        "shrug shrugs shrugged shrugging",
        "quip quips quipped quipping",
        "dub dubs dubbed dubbing",
        "have has had having",
        "give gives gave given giving",
        "take takes took taken taking",
        "see sees saw seen seeing",
        "read reads reading",
        "make makes made making",
        "cast casts casting",
        "learn learns learned learnt learning",
        "be is are was were been being",
        "let lets letting",
        "keep keeps kept keeping",
        "leave leaves left leaving",
        "draw draws drew drawn drawing",
        "know knows knew known knowing",
        "go goes went gone going",
        "stay stays stayed staying",
        "hold holds held holding",
        "understand understands understood understanding",
        "swear swears swore sworn swearing",
        "foresee foresees foresaw foreseen foreseeing",
    )
}
# Acts of single verbs whose class has another or none.
_ACTS: Mapping[str, str | None] = {
    "announce": "announce",
    "declare": "announce",
    "protest": "protest",
    "vow": "threaten",
    "pledge": None,
    "promise": None,
}


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
    """A form of a speech verb: its base, its cue class, the stance and certainty the class carries, the act it does.

    `plain` verbs go with any subject. `needs` must follow in the clause for the verb to say something, `bars` must not.
    """

    base: str
    cue_class: str
    stance: Stance
    certainty: str
    act: str | None
    participle: bool
    plain: bool = False
    needs: re.Pattern[str] | None = None
    bars: re.Pattern[str] | None = None

    def speaks(self, text: str, at: int, end: int) -> bool:
        """Whether the form that ends here is one of speech, by the words behind it."""
        return (self.needs is None or self.needs.match(text, at, end) is not None) and (
            self.bars is None or self.bars.match(text, at, end) is None
        )


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


@lru_cache(maxsize=8)
def verbs(cues: tuple[CueClass, ...]) -> Mapping[str, tuple[Verb, ...]]:
    """Every form of every speech verb of a codebook's cue classes, with the verbs it may be."""
    found: dict[str, tuple[Verb, ...]] = {}
    for cue in cues:
        needs = {base: _follows(words) for base, words in cue.verbs_with.items()}
        bars = {base: _barred(words) for base, words in cue.verbs_without.items()}
        for base in dict.fromkeys((*cue.open_verbs, *cue.verbs, *cue.verbs_with)):
            act = _ACTS.get(base, cue.act)
            for form in forms(base):
                verb = Verb(
                    base, cue.id, stance_of(cue), cue.certainty or "certain", act, form.endswith("ing"),
                    base in cue.open_verbs, needs.get(base), bars.get(base),
                )  # fmt: skip
                found[form] = tuple(sorted((*found.get(form, ()), verb), key=lambda v: v.needs is None))
    return found


def stance_of(cue: CueClass) -> Stance:
    """A class's stance; where the writer stands off from what a speaker asserts ("claimed"), alleged."""
    stance = Stance(cue.stance)
    return Stance.ALLEGED if stance is Stance.ASSERTED and cue.distance else stance


# Words that may stand behind the object.
_LATE = words_of("at as for to above below between outside inside")


def _follows(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that one of the words follows in the same clause: particles right behind the verb, prepositions of an
    object after it, other words near."""
    late = [w for w in words if w in _LATE]
    tight = [w for w in words if len(w) < 3 and w not in _LATE]
    near = [w for w in words if len(w) > 2 and w not in _LATE]
    reaches = ((tight, ""), (near, '[^;:“"]{0,25}?'), (late, '[^;:“"]{0,140}?'))
    parts = [rf" {gap}\b(?:{'|'.join(map(_spaced, some))})\b" for some, gap in reaches if some]
    return re.compile("|".join(parts), re.IGNORECASE)


def _spaced(words: str) -> str:
    """A pattern of words; behind "no" an adjective may stand ("no immediate comment")."""
    return re.escape(words).replace(r"no\ ", r"no (?:[a-z]+ )?", 1) if words.startswith("no ") else re.escape(words)


def _barred(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that one of the words follows closely; what is called for is said."""
    return re.compile(rf"(?! for\b)[^;:“\"]{{0,25}}?\b(?:{'|'.join(map(re.escape, words))})s?\b", re.IGNORECASE)
