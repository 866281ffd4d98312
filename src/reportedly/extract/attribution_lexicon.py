"""The words that carry attribution: which verb form belongs to which cue class, and which words may stand between."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from reportedly.codebook import Codebook, CueClass
from reportedly.extract.inflection import verb_forms
from reportedly.fields.word_set import words_of
from reportedly.frozen import dataclass
from reportedly.model import Stance
from reportedly.patterns import compiled


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


@lru_cache(maxsize=8)
def verbs(cues: tuple[CueClass, ...]) -> Mapping[str, tuple[Verb, ...]]:
    """Every form of every speech verb of a codebook's cue classes, with the verbs it may be."""
    found: dict[str, tuple[Verb, ...]] = {}
    for cue in cues:
        needs = {base: _follows(words) for base, words in cue.verbs_with.items()}
        bars = {base: _barred(words) for base, words in cue.verbs_without.items()}
        for base in dict.fromkeys((*cue.open_verbs, *cue.verbs, *cue.verbs_with)):
            act = cue.acts.get(base, cue.act)
            for form, _ in verb_forms(base):
                verb = Verb(
                    base, cue.id, stance_of(cue), cue.certainty or "certain", act, form.endswith("ing"),
                    base in cue.open_verbs, needs.get(base), bars.get(base),
                )  # fmt: skip
                found[form] = tuple(sorted((*found.get(form, ()), verb), key=lambda v: v.needs is None))
    return found


def replaces(cue: str, codebook: Codebook) -> bool:
    """Whether a cue, as it is written, is a verb that puts one account in another's place: "corrected"."""
    return any(verb.base in codebook.speech_verbs.replaces for verb in verbs(codebook.cues).get(cue.lower(), ()))


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
    parts = [rf" {gap}\b(?:{'|'.join(map(_spaced, some))})s?\b" for some, gap in reaches if some]
    return compiled("|".join(parts), re.IGNORECASE)


def _spaced(words: str) -> str:
    """A pattern of words; behind "no" an adjective may stand ("no immediate comment"), "#" is a number."""
    plain = re.escape(words).replace(r"\#", r"\d[\d,.]*")
    return plain.replace(r"no\ ", r"no (?:[a-z]+ )?", 1) if words.startswith("no ") else plain


def _barred(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that one of the words follows closely; what is called for is said."""
    return compiled(rf"(?! for\b)[^;:“\"]{{0,25}}?\b(?:{'|'.join(map(re.escape, words))})s?\b", re.IGNORECASE)
