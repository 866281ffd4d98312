"""All that is found in one report's text before anybody asks which incident it belongs to."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Protocol, TypeVar

from reportedly.codebook import Codebook, NameMatch
from reportedly.extract.lexicon import Lexicon, Part, TermMatch, with_weapons
from reportedly.extract.sentences import Sentence, dateline, split
from reportedly.extract.stamps import printed_day
from reportedly.extract.tokens import Boundaries, Words, boundaries_of, words_of
from reportedly.extract.transcript import body_of
from reportedly.extract.trigger import Trigger
from reportedly.extract.trigger_find import find_triggers
from reportedly.extract.weapon_class import ClassMatch, find_classes
from reportedly.fields import clock, count, date, direction, quantity
from reportedly.fields.address import told_by
from reportedly.frozen import dataclass
from reportedly.model import BlockKind, Published, Report
from reportedly.patterns import compiled

_PRINTED_AGAIN = 3  # days behind that of its address: when a page was printed anew, or moved
_PLACES = frozenset({"metonym", "site", "body", "state"})
_NEWS_BEGINS = compiled(r"(?:/[A-Z]+)? (?:[A-Z][a-z]|A |U\.[SN]\. )")


@dataclass(frozen=True)
class Facts:
    """The finds of one report, each in the order of the text, with places in code points of the report's text."""

    report: Report
    sentences: tuple[Sentence, ...]
    datelines: tuple[tuple[int, int], ...]
    words: Words
    bounds: Boundaries
    names: tuple[NameMatch, ...]
    triggers: tuple[Trigger, ...]
    dates: tuple[date.DateExpression, ...]
    clocks: tuple[clock.ClockExpression, ...]
    counts: tuple[count.CountExpression, ...]
    quantities: tuple[quantity.QuantityExpression, ...]
    directions: tuple[direction.DirectionExpression, ...]
    classes: tuple[ClassMatch, ...]
    designations: tuple[NameMatch, ...] = ()  # names of weapons that the codebook has not
    things: tuple[TermMatch, ...] = ()
    terms: tuple[TermMatch, ...] = ()
    body: tuple[int, ...] = ()  # the numbers of the sentences of some length, from where the report begins

    def sentence_at(self, place: int) -> int | None:
        """The number of the claimable sentence that holds a place, or None."""
        number = bisect_right(self._sentence_starts, place) - 1
        return number if number >= 0 and place < self.sentences[number].end else None

    def goes_on(self, sentence: int) -> bool:
        """Whether a sentence stands in the paragraph of the one before it."""
        pair = self.sentences[sentence - 1 : sentence + 1] if sentence > 0 else ()
        return len(pair) > 1 and pair[0].paragraph == pair[1].paragraph

    def names_in(self, start: int, end: int) -> tuple[NameMatch, ...]:
        """The names that begin in [start, end)."""
        first = bisect_left(self._name_starts, start)
        return self.names[first : bisect_left(self._name_starts, end)]

    def terms_in(self, start: int, end: int) -> tuple[TermMatch, ...]:
        """The words of the lexicon that begin in [start, end)."""
        first = bisect_left(self._term_starts, start)
        return self.terms[first : bisect_left(self._term_starts, end)]

    @cached_property
    def _term_starts(self) -> tuple[int, ...]:
        return tuple(t.start for t in self.terms)

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(s.start for s in self.sentences)

    @cached_property
    def _name_starts(self) -> tuple[int, ...]:
        return tuple(n.start for n in self.names)

    def opens(self, sentence: int) -> int:
        """Where a sentence begins, behind its dateline."""
        start = self.sentences[sentence].start
        return next((high for low, high in self.datelines if low == start), start)

    def in_dateline(self, place: int) -> bool:
        """Whether a place stands in the dateline at a sentence's head."""
        return any(start <= place < end for start, end in self.datelines)


def gather(report: Report, codebook: Codebook, lexicon: Lexicon) -> Facts:
    """The finds of a report, from its title and body alone; its day of publication from its stamp where it has none."""
    text = report.text
    sentences = tuple(s for s in split(text, report.blocks) if s.kind in (BlockKind.TITLE, BlockKind.BODY))
    spans = [(s.start, s.end) for s in sentences]
    words, bounds = words_of(text), boundaries_of(text)
    datelines = tuple(
        (s.start + found.start, s.start + found.end)
        for s in sentences[:8]
        if (found := dateline(text[s.start : s.end])) is not None
    )
    inside = _Inside(spans)
    found_names = codebook.names.find(text)
    datelines = (*datelines, *_bare_datelines(text, sentences, found_names))
    names = in_context(found_names, codebook)
    classes = find_classes(text, codebook.phrases)
    designations = inside.keep(lexicon.designations.find(text, names, classes))
    marked = (d for d in designations if d.written.isupper() or any(map(str.isdigit, d.written)))
    terms = with_weapons(lexicon.find(text), sorted((*names, *marked), key=lambda n: n.start), codebook, text)
    dates = inside.keep(date.find(text))
    triggers = find_triggers(text, sentences, terms, words, bounds, strikes=codebook.sorts.get("strike", ()))
    if report.published is None:
        report = replace(report, published=_printed(report, printed_day(text, sentences, datelines, dates, triggers)))
    return Facts(
        report, sentences, datelines, words, bounds,
        names=inside.keep(names),
        triggers=triggers,
        dates=dates,
        clocks=inside.keep(clock.find(text)),
        counts=inside.keep_whole(count.find(text, lexicon.counted)),
        quantities=inside.keep(quantity.find(text)),
        directions=inside.keep(direction.find(text)),
        classes=inside.keep(classes),
        designations=designations,
        things=inside.keep([t for t in terms if t.term.part is Part.OBJECT]),
        terms=tuple(terms),
        body=body_of(text, sentences, triggers, codebook),
    )  # fmt: skip


def _printed(report: Report, day: Published | None) -> Published | None:
    """The day that a report prints over its text, but not where its address says that it had long been out by then."""
    out = told_by(report.url)
    return None if day is not None and out is not None and (day.day - out[1]).days > _PRINTED_AGAIN else day


def _bare_datelines(text: str, sentences: Sequence[Sentence], names: Sequence[NameMatch]) -> Iterator[tuple[int, int]]:
    """The place in capitals at the head of the body that nothing parts from the news: "SEOUL North Korea fired"."""
    first = next((s for s in sentences if s.kind is BlockKind.BODY), None)
    for name in names:
        at_head = first is not None and name.start == first.start and name.kind in _PLACES
        if at_head and text[name.start : name.end].isupper() and _NEWS_BEGINS.match(text, name.end):
            yield name.start, name.end


def in_context(names: Sequence[NameMatch], codebook: Codebook) -> tuple[NameMatch, ...]:
    """The names without those that hold only beside their state's own: "the North" where no Korea is spoken of."""
    plain = {getattr(n.entry, "state", None) or n.id for n in names if not n.contextual}
    beside = {id_ for state in codebook.states.values() if state.watches for id_ in (state.id, *state.watches)}
    return tuple(n for n in names if not n.contextual or beside & plain or n.id in plain)


class _Found(Protocol):
    """Whatever stands somewhere in a text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_F = TypeVar("_F", bound=_Found)


class _Inside:
    """Keeps the finds that stand in a claimable sentence."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def keep(self, finds: Sequence[_F]) -> tuple[_F, ...]:
        """The finds whose first code point stands in a claimable sentence."""
        return tuple(find for find in finds if self._end_at(find.start) is not None)

    def keep_whole(self, finds: Sequence[_F]) -> tuple[_F, ...]:
        """The finds that stand in one claimable sentence from their first code point to their last."""
        return tuple(find for find in finds if find.end <= (self._end_at(find.start) or -1))

    def _end_at(self, place: int) -> int | None:
        """Where the claimable sentence ends that holds a place, None where none does."""
        number = bisect_right(self._starts, place) - 1
        return self._ends[number] if number >= 0 and place < self._ends[number] else None
