"""Of what a bare "test" or "blast" is that its own words leave open: of what was spoken of right before it."""

from collections.abc import Iterable, Iterator

from reportedly.codebook import Codebook
from reportedly.extract.facts import Facts
from reportedly.extract.lexicon import AFFAIRS, Part, TermMatch
from reportedly.extract.trigger import Shape, Trigger
from reportedly.patterns import compiled

_WHICH = compiled(r"[^.;:]{0,40}?,?\s(?:which|that|who)\b")
_NAMES_IT = frozenset({Part.OBJECT, Part.NOUN})
_CARRIED = ("warhead", "weapon")  # what a missile can bear, and need not have been set off
_BEHIND = 90  # code points in which a relative clause says of what a test was


def of_the_blast(trigger: Trigger, facts: Facts, codebook: Codebook) -> bool:
    """Whether a telling that can be of a nuclear test as well as of a launch is of the former, since the last thing that was
    spoken of before it in its sentence is a bomb ("fears of a third nuclear test have grown: both earlier tests"), or, at
    the head of a sentence, in the one before it, or a clause on it says so ("the test of January 6, which was of a bomb")."""
    if trigger.shape is not Shape.NOUN or not _is_open(trigger, codebook):
        return False
    text, span = facts.report.text, facts.sentences[trigger.sentence]
    clause = _WHICH.match(text, trigger.end, span.end)
    if clause is not None:
        told = next(_kinds(facts.terms_in(clause.end(), min(span.end, clause.end() + _BEHIND)), codebook), None)
        if told is not None:
            return told
    ahead = [*_kinds(facts.terms_in(span.start, trigger.start), codebook)]
    if not ahead and not trigger.definite and trigger.sentence > 0:
        earlier = facts.sentences[trigger.sentence - 1]
        ahead = [*_kinds(facts.terms_in(earlier.start, earlier.end), codebook)]
    return bool(ahead) and ahead[-1]


def _is_open(trigger: Trigger, codebook: Codebook) -> bool:
    """Whether a telling can be of a nuclear test and of something else."""
    blasts = [codebook.is_a(t, "blast") for t in trigger.types]
    return any(blasts) and not all(blasts)


def _kinds(terms: Iterable[TermMatch], codebook: Codebook) -> Iterator[bool]:
    """For each thing or event that leaves no choice whether it is a bomb or its test."""
    for found in terms:
        kinds = [t for t in found.term.types if codebook.types[t].family not in AFFAIRS]
        blasts = [codebook.is_a(t, "blast") for t in kinds if not codebook.is_a(t, "statement")]
        if (
            found.term.part in _NAMES_IT
            and not found.term.base.endswith(_CARRIED)
            and blasts
            and all(blasts) == any(blasts)
        ):
            yield all(blasts)
