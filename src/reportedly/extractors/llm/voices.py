"""The speakers a model names, found in the text and named as the codebook names them."""

import re
from collections.abc import Sequence

from reportedly.codebook import Codebook
from reportedly.extract.attribution import attribute, prepare
from reportedly.extract.facts import Facts
from reportedly.extract.speaker_words import speaking
from reportedly.extract.voices import made_voice
from reportedly.extractors.llm.places import occurrences
from reportedly.frozen import dataclass
from reportedly.model import NARRATOR, Report, Span, Stance, Voice

_WRITER = frozenset({"narrator", "the writer"})
_DEPTH = 4  # as long as a chain of speakers gets in the rules
_ARTICLE = re.compile(r"^(?:the|a|an|its|their)\s+|['’]s?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Chain:
    """Who speaks, outermost first, and whether another sentence than the claim's names the last of them."""

    voices: tuple[Voice, ...]
    inherited: bool
    sentences: tuple[Span, ...] = ()


class Speakers:
    """Finds the speakers of one report."""

    def __init__(self, facts: Facts, codebook: Codebook) -> None:
        self._report: Report = facts.report
        self._facts = facts
        self._pronoun = speaking(codebook).pronoun
        prepared = prepare(facts.report.text, facts.sentences, facts.names, codebook)
        self._holders = prepared.holders
        self._said = attribute(prepared, codebook)

    def chain(self, named: Sequence[str], span: Span) -> Chain | None:
        """The voices of these words for a claim at a span; None where one of them does not stand in the text."""
        found: list[Voice] = []
        places: list[Span] = []
        for words in named:
            if words.strip().lower() in _WRITER:
                continue
            place = self._place(words, span)
            voices = self._voices(place) if place is not None else ()
            if place is None or not voices:
                return None
            found += voices
            places.append(place)
        if not found:
            return Chain((NARRATOR,), inherited=False)
        kept = tuple(v for n, v in enumerate(found) if all(v.id != later.id for later in found[n + 1 :]))
        home = self._sentence(span)
        return Chain(kept[-_DEPTH:], self._sentence(places[-1]) != home, tuple(self._bounds(p) for p in places))

    def does(self, act: str, span: Span) -> bool:
        """Whether somebody does this by speaking in the sentence of these words, as the rules see it."""
        said = [a for a in self._said if a.sentence == self._sentence(span) and not a.inherited]
        return any(act in ("announce", a.act) or (act == "condemn" and a.stance is Stance.CONDEMNED) for a in said)

    def _place(self, words: str, span: Span) -> Span | None:
        """Where the speaker is named: in the claim's sentence, else last before it, else first behind it."""
        found = occurrences(self._report, words)
        home = self._sentence(span)
        inside = [p for p in found if self._sentence(p) == home]
        before = [p for p in found if p.end <= span.start]
        return next(iter(inside), None) or (before[-1] if before else next(iter(found), None))

    def _voices(self, place: Span) -> tuple[Voice, ...]:
        """The voices of whoever is named here; none where it is a pronoun, which names nobody."""
        best = max(self._holders, key=lambda h: (place.overlap(Span(h.start, h.end)), -h.start), default=None)
        if best is not None and best.voices and place.overlap(Span(best.start, best.end)):
            return best.voices
        written = _ARTICLE.sub("", " ".join(place.of(self._report.text).split()))
        if self._pronoun.fullmatch(place.of(self._report.text)) or not written:
            return ()
        return (made_voice(written, "unnamed" if written.islower() else "official", None),)

    def _sentence(self, span: Span) -> int | None:
        return self._facts.sentence_at(span.start)

    def _bounds(self, span: Span) -> Span:
        number = self._sentence(span)
        return span if number is None else self._facts.sentences[number].span
