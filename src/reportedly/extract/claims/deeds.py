"""The verbs of a sentence that no list has, and whether the thing of the incident is what they tell of.

"The missile headed east at 12:03" times the incident, "the president left for his office at 7:10" another thing: what
matters is the subject of a verb, or its object, and not which verb it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.extract.facts import Facts
from reportedly.extract.word_forms import tag_of
from reportedly.frozen import dataclass

_AUXILIARY = frozenset({"is", "was", "has", "had", "does", "did", "future", "possible"})
_GROUP = _AUXILIARY | {"been", "adverb", "to"}
_IS = frozenset({"is", "was", "has", "had", "been"})  # "was at 7:20", not "was the scene"
_PHRASE = frozenset({"definite", "indefinite", "number", "owner", "adverb", "word", "done", "doing"})
_NO_VERB_BEHIND = frozenset({"definite", "indefinite", "number", "owner", "preposition", "adverb"})
_ITS = frozenset({"it", "they", "them", "both", "which", "that", "what"})
_WHEN = frozenset({"after", "before", "since", "until", "as"})
_SAYS = frozenset({"said", "says", "told"})
_PARTICIPLE = ("en", "wn", "one")  # taken, flown, gone: with an auxiliary alone
_PARTS = frozenset(",;:—–")
_OBJECT = 5  # words behind a verb among which its object stands

_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ClockWord:
    """A word that can govern a clock, what it makes the clock the time of, and whether it is a verb in the past."""

    start: int
    end: int
    times: str
    told: bool


def with_deeds(
    facts: Facts, sentence: int, found: Sequence[ClockWord], things: Sequence[_Place]
) -> Iterator[ClockWord]:
    """The words that lists have, and the other verbs of a sentence, which time the incident where they tell of a thing of it;
    what a list has as the incident's does not where it tells of another. `things` are the places of what incidents are of."""
    clauses = _Clauses(facts, sentence, found, things)
    verbs = list(clauses.found())
    others = [v for v in verbs if clauses.listed.isdisjoint(v[0])]
    apart = {n for span, of_it in verbs if of_it is False for n in span}
    for word in found:
        jets = word.told and word.times == "incident" and not apart.isdisjoint(clauses.within([(word.start, word.end)]))
        if word.times not in ("thing", "beside"):
            yield replace(word, times="other") if jets else word
    for span, of_it in others:
        start, end = clauses.words[span.start].start, clauses.words[span.stop - 1].end
        yield ClockWord(start, end, "incident" if of_it else "other", told=True)


class _Clauses:
    def __init__(self, facts: Facts, sentence: int, found: Sequence[ClockWord], things: Sequence[_Place]) -> None:
        span = facts.sentences[sentence]
        self.text = facts.report.text
        inside = facts.words.between(span.start, span.end)
        spent = [(c.start, c.end) for c in facts.clocks]
        self.words = [w for w in inside if not any(a <= w.start < b for a, b in spent)]
        self.tags = [tag_of(w.lower) for w in self.words]
        self.told = self._of_words(found, told=True)
        self.listed = self.told | self._of_words(found, "incident", "other", "speech", "landing")
        self.beside = self._of_words(found, "other", "beside")
        self.things = self.within(things) | self._of_words(found, "incident")
        shots = self._of_words(found, "incident", told=True)
        self.things |= {n for n in shots if n and self.tags[n - 1] in ("definite", "indefinite")}  # "the shot"
        alone = self._of_words(found, "thing") | {n for n, tag in enumerate(self.tags) if tag == "number"}
        behind = ([*self.tags[n + 1 : n + 2]] for n in alone)  # not "two jets", "the first hint"
        self.things |= {n for n, tags in zip(alone, behind, strict=True) if tags not in (["word"], ["number"])}
        self.things |= {n for n, w in enumerate(self.words) if w.lower in _ITS}

    def _of_words(self, found: Sequence[ClockWord], *times: str, told: bool = False) -> set[int]:
        return self.within([(w.start, w.end) for w in found if w.told == told and (not times or w.times in times)])

    def within(self, spans: Sequence[_Place]) -> set[int]:
        """The numbers of the words at some places."""
        return {n for n, w in enumerate(self.words) if any(a <= w.start < b for a, b in spans)}

    def found(self) -> Iterator[tuple[range, bool | None]]:
        """The verbs in the order of the text: which words, and whether of a thing of the incident; None where nothing tells."""
        begins = first = 0  # where the clause begins; where the first phrase of the sentence ends
        main = inside = verb = False  # whether sentence and clause have their verbs; `inside` is within "which ..."
        of_it: bool | None = None
        number = 0
        while number < len(self.words):
            tag = self.tags[number]
            after = self.words[number].lower in _WHEN
            if self._parts(number) or tag == "opener" or after:
                begins, verb, first, inside = number + after, False, first or number, tag == "opener"
            if tag == "conjunction":
                verb = False
            last = self._group(number, verb, main)
            if last is None:
                number += 1
                continue
            if number == 0 or self.tags[number - 1] != "conjunction":
                whole = begins == number or (verb and inside)  # "the missile, which some call an ICBM, headed east"
                of_it = self._of(range(first)) if whole else self._of(range(begins, number))
            if self.tags[last] not in _IS or self.tags[last + 1 : last + 2] in ([], ["preposition"]):
                yield range(number, last + 1), self._has_object(last) or of_it
            main, verb, number = main or not inside, True, last + 1
            if self.words[last].lower in _SAYS:
                begins, verb, first, main, inside = number, False, 0, False, False

    def _of(self, subject: range) -> bool | None:
        """Whether a subject is a thing of the incident, by its own phrase before what hangs on it; False where it is another
        thing, and None where nothing tells."""
        own = next((n for n in subject if self.tags[n] == "preposition" and n > subject.start), subject.stop)
        if self.tags[subject.stop - 1] == "pronoun":
            return self.words[subject.stop - 1].lower in _ITS
        named = max((n for n in range(subject.start, own) if n in self.things or n in self.beside), default=None)
        if named is not None and named in self.things:
            return True
        if not self.things.isdisjoint(subject):
            return True if named is None else None
        return None if self.beside.isdisjoint(subject) else False

    def _parts(self, number: int) -> bool:
        """Whether a clause may begin with a word: behind a comma or a stronger mark; past the last word too."""
        if number in (0, len(self.words)):
            return True
        gap = self.text[self.words[number - 1].end : self.words[number].start]
        return not _PARTS.isdisjoint(gap) and not (gap == "," and self.words[number].lower[:1].isdigit())  # "1,000"

    def _group(self, number: int, verb: bool, main: bool) -> int | None:
        """The last word of the verb that begins with a word; None where none does."""
        tag, last = self.tags[number], number
        if tag in _AUXILIARY:
            while last + 1 < len(self.words) and self.tags[last + 1] in _GROUP and not self._parts(last + 1):
                last += 1
            behind = self.tags[last + 1] if last + 1 < len(self.words) else ""
            plain = behind == "word" and (self.tags[last] in ("to", "did") or tag in ("future", "possible"))
            return last + (behind in ("done", "doing") or plain)
        if tag != "done" or verb or number == 0 or self.tags[number - 1] in _NO_VERB_BEHIND:
            return None
        if self.words[number].lower.endswith(_PARTICIPLE) and number not in self.told:
            return None
        return None if self._parts(number) and (main or self._parts(number + 1)) else number

    def _has_object(self, verb: int) -> bool:
        """Whether the object right behind a verb is a thing of the incident, or it stands for another verb: "did so"."""
        for number in range(verb + 1, min(verb + 1 + _OBJECT, len(self.words))):
            if number in self.things or self.words[number].lower == "so":
                return True
            if self.tags[number] not in _PHRASE or self._parts(number):
                return False
        return False
