"""An incident that no clause of the lexicon tells: where a report as a whole tells one and has no subject, the thing or
word for it that most speaks for makes one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.codebook import Codebook, Sort
from reportedly.extract.affairs import with_affairs, with_subject
from reportedly.extract.frames import frame_report
from reportedly.extract.framing import Frame, Framing
from reportedly.extract.leading import kinds_of
from reportedly.extract.openings import explains, looks_back
from reportedly.extract.other_news import no_report, other_news, tells_other_news
from reportedly.extract.past import told_as_past
from reportedly.extract.sentences import Sentence
from reportedly.extract.state_of import state_of
from reportedly.extract.traces import FAMILIES, FLOWN, NAMED, acts, belongs, idle, likeness, said, weight, words
from reportedly.extract.trigger import Modality, Shape, Trigger
from reportedly.extract.trigger_verb import OF_THE_THING
from reportedly.extract.whole import headed_otherwise, is_shown, likelihood, live
from reportedly.model import BlockKind, Role

_ABOUT = 100  # code points on each side of a thing that say what is done with it
_ENOUGH = (2.5, 0.58)  # of traces behind a telling in the opening, and of the likelihood by the whole report
_AGAINST_OTHER_NEWS = (2.5, 0.9)  # where the headline, or the lead, tells of an exercise, a purchase, a plan
_AGAINST_A_STATEMENT = (3.0, 0.8)  # where what somebody says of it could be the subject
_AGAINST_ONE_TOLD_TWICE = (4.5, 0.97)  # where headline and lead both tell it
_BESIDE_OTHER_NEWS = 1.5  # more is asked where headline or lead tell other news
_OPENING = 4  # sentences of some length, behind the headline
_AHEAD = 3  # sentences behind the thing's own that go on about it


def by_rules(framing: Framing) -> Framing:
    """The frames of a report with one that the whole of it speaks for where none is its subject, and the affairs around."""
    around = with_affairs(framing)
    if any(f.role is Role.MAIN and not around.codebook.is_a(f.type, "statement") for f in around.frames):
        return around
    asked, likely = _asked(around)
    anew = _with(framing, told) if (told := presumed(framing, asked)) is not None else framing
    if not leads(anew) and likelihood(framing) >= likely and (told := _best(framing)) is not None:
        anew = _led(_with(framing, told, _whose(framing, told)), told)
    found = around if anew is framing else with_affairs(anew)
    return found if leads(found) else around


def as_kind(framing: Framing, kind: str) -> Framing:
    """The framing with an incident of a kind as its subject, as far as one can be made of what the report tells."""
    book = framing.codebook
    if kind in kinds_of(book):
        return with_subject(framing, kind)
    if not leads(framing) and (told := _best(framing) or _of_the_lead(framing, kind)) is not None:
        framing = _led(_with(framing, told, _whose(framing, told)), told, kind)
    return with_subject(replace(framing, frames=tuple(_turned(book, f, kind) for f in framing.frames)), None)


def _turned(book: Codebook, frame: Frame, kind: str) -> Frame:
    """A subject as one of another kind."""
    if frame.role is not Role.MAIN:
        return frame
    return replace(frame, type=kind, types=frozenset({kind}), family=book.types[kind].family)


def _with(framing: Framing, told: Trigger, whose: str | None = None) -> Framing:
    """The frames of the report with one telling more."""
    facts = framing.facts
    others = (t for t in facts.triggers if not told.start <= t.anchor < told.end)
    triggers = tuple(sorted((*others, told), key=lambda t: t.anchor))
    return frame_report(replace(facts, triggers=triggers), framing.codebook, whose)


def leads(framing: Framing) -> bool:
    """Whether something is a report's subject."""
    return any(f.role is Role.MAIN for f in framing.frames)


def _asked(around: Framing) -> tuple[float, float]:
    """How much has to speak for an incident in the opening, and how likely one has to be by the whole, beside what the
    report is about so far."""
    mains = [f for f in around.frames if f.role is Role.MAIN]
    if any(_told_twice(around, f) for f in mains):
        return _AGAINST_ONE_TOLD_TWICE
    return (
        _AGAINST_A_STATEMENT
        if mains
        else _AGAINST_OTHER_NEWS
        if headed_otherwise(around) or explains(around.facts)
        else _ENOUGH
    )


def _told_twice(framing: Framing, frame: Frame) -> bool:
    """Whether headline and first sentence both tell a subject: what a report says of it twice it is about."""
    told = {framing.triggers[n].sentence for n in frame.triggers}
    titles = {n for n, s in enumerate(framing.facts.sentences) if s.kind is BlockKind.TITLE}
    return bool(told & titles) and not told.isdisjoint(framing.facts.body[:1])


def presumed(framing: Framing, enough: float) -> Trigger | None:
    """The telling a report's opening amounts to by its traces, or None where they are too few."""
    facts = framing.facts
    body = facts.body[:_OPENING]
    if looks_back(facts) or explains(facts) or no_report(facts, framing.codebook):
        return None
    if said(framing, "mistake", [facts.sentences[n] for n in body]) or is_shown(framing, 1):
        return None
    enough += _BESIDE_OTHER_NEWS if other_news(facts, framing.codebook) else 0.0
    opening = {n for n, s in enumerate(facts.sentences) if s.kind is BlockKind.TITLE} | set(body)
    found = (
        t for t in (*_of_things(framing), *_of_words(framing)) if t.sentence in opening and not _undone(framing, t)
    )
    weighed = [(_speaks(framing, told, body), -told.start, told) for told in found]
    best = max(weighed, key=lambda w: w[:2], default=None)
    return best[2] if best is not None and best[0] >= enough else None


def _best(framing: Framing) -> Trigger | None:
    """The telling that a report amounts to: a clause before a thing that did something, a thing with a name before others,
    the first of equals; a measure where there is no thing. None where nothing of the kind stands there."""
    spans, facts = live(framing), framing.facts
    clauses = [*_of_tellings(framing)]
    places = [*(n.start for n in facts.names if n.kind in NAMED), *(c.start for c in facts.classes)]

    def rank(told: Trigger) -> tuple[float, int]:
        beside = belongs(facts.report.text, told.start)
        score = 2.0 if told in clauses else 1.0 if not beside and acts(framing, told.end) else 0.0
        score += not beside and any(told.start <= place < told.end for place in places)
        score += any(d.sentence == told.sentence and not d.prior for d in framing.dates)
        return score + likeness(framing, told, spans), -told.start

    here = [(s.start, s.end) for s in spans]
    for found in ((*clauses, *_of_things(framing), *_of_words(framing)), _of_measures(framing, spans)):
        told = [t for t in found if any(a <= t.start < b for a, b in here) and not _undone(framing, t)]
        if told:
            return max(told, key=rank)
    return None


def _of_tellings(framing: Framing) -> Iterator[Trigger]:
    """What a clause tells of an incident, and not as past."""
    back = {n for f in framing.frames if f.back for n in f.triggers}
    for number, told in enumerate(framing.triggers):
        if number not in back and told.shape is Shape.CLAUSE and _types(framing.codebook, told.types):
            yield told


def _of_things(framing: Framing) -> Iterator[Trigger]:
    """The things that no telling holds, as tellings of what befell them."""
    facts = framing.facts
    undone = [t for t in facts.triggers if t.modality in {Modality.PLANNED, Modality.DENIED}]
    for thing in facts.things:
        number = facts.sentence_at(thing.start)
        types = _types(framing.codebook, thing.term.types)
        if number is None or not types or any(t.start <= thing.start < t.end for t in (*framing.triggers, *undone)):
            continue
        named = any(t.shape is Shape.NOUN and 0 <= t.start - thing.end <= 1 for t in facts.triggers)
        told = Trigger(
            thing.start, thing.end, thing.start, types, Shape.CLAUSE, Modality.HAPPENED, definite=False,
            sentence=number, object_start=thing.start, object_end=thing.end, passive=True,
        )  # fmt: skip
        text = facts.report.text
        stays = OF_THE_THING.match(text, thing.end) or words("stays").search(text, thing.start, thing.end)
        if not named and (stays is None or acts(framing, thing.end)):
            yield told


def _of_words(framing: Framing) -> Iterator[Trigger]:
    """The nouns that name an incident which happened, as if a verb carried them."""
    for told in framing.facts.triggers:
        happened = told.modality in {Modality.HAPPENED, Modality.POSSIBLE} and told.shape is Shape.NOUN
        if happened and not told_as_past(told, framing.facts):
            for family in {framing.codebook.types[t].family for t in told.types} & FAMILIES:
                types = tuple(t for t in told.types if framing.codebook.types[t].family == family)
                yield replace(told, types=types, shape=Shape.CLAUSE, definite=False)


def _of_measures(framing: Framing, spans: Sequence[Sentence]) -> Iterator[Trigger]:
    """How far something flew or how strongly the ground shook, where no word says what did it."""
    facts, sorts = framing.facts, framing.codebook.sorts
    for q in facts.quantities:
        sort: Sort | None = "missile" if q.role in FLOWN else "blast" if q.role in {"magnitude", "yield"} else None
        number = facts.sentence_at(q.start)
        kinds = sorts.get(sort, ()) if sort and (sort == "missile" or said(framing, "device", spans)) else ()
        if kinds and number is not None:
            yield Trigger(
                q.start, q.end, q.start, tuple(kinds), Shape.CLAUSE, Modality.HAPPENED, definite=False, sentence=number
            )


def _types(codebook: Codebook, types: Sequence[str]) -> tuple[str, ...]:
    """Of some types those of the family of the first that can be presumed."""
    family = next((f for t in types if (f := codebook.types[t].family) in FAMILIES), None)
    return tuple(t for t in types if codebook.types[t].family == family)


def _undone(framing: Framing, told: Trigger) -> bool:
    """Whether the words about a telling say what else is done with a thing, or that it is only to be done."""
    facts = framing.facts
    span = facts.sentences[told.sentence]
    if tells_other_news(facts, framing.codebook, told.sentence):
        return True
    low, high = max(span.start, told.start - _ABOUT), min(span.end, told.end + _ABOUT)
    return words("otherwise").search(facts.report.text, low, high) is not None


def _whose(framing: Framing, told: Trigger) -> str | None:
    """The state that a telling without an actor is of: of whoever has the weapon, else the watched one that is named
    where those who watch it tell of it."""
    facts = framing.facts
    if told in framing.triggers:
        return framing.frames[framing.of_trigger[framing.triggers.index(told)]].state or framing.state
    weapons = [n.entry for n in facts.names_in(told.start, told.end) if n.kind in NAMED]
    owner = next((str(s) for w in weapons if (s := getattr(w, "state", None))), None)
    if owner is not None:
        users = {owner, *(u for w in weapons for u in getattr(w, "users", ()))}
        return framing.state if framing.state in users else owner
    if any(n.kind in NAMED and getattr(n.entry, "state", None) == framing.state for n in facts.names):
        return framing.state
    named = (state_of(n) or getattr(n.entry, "state", None) for n in facts.names)
    return next((s for s in named if s in _watched_by(framing, framing.state)), framing.state)


def _watched_by(framing: Framing, state: str | None) -> frozenset[str]:
    """The states whose launches a state tells of that has a body for it."""
    bodies = framing.codebook.bodies.values()
    return framing.codebook.watched if any(b.state == state and b.cls == "detector" for b in bodies) else frozenset()


def _of_the_lead(framing: Framing, kind: str) -> Trigger | None:
    """The first sentence of the text as what tells an incident of a kind."""
    facts = framing.facts
    if not facts.body:
        return None
    number = facts.body[0]
    start = facts.opens(number)
    return Trigger(
        start,
        facts.sentences[number].end,
        start,
        (kind,),
        Shape.CLAUSE,
        Modality.HAPPENED,
        definite=False,
        sentence=number,
    )


def _led(framing: Framing, told: Trigger, sure: str | None = None) -> Framing:
    """The framing with the incident of a telling as its subject, where that can be one of its state; of a kind that is
    sure by the words of the report, be it of any state."""
    numbers = [n for n, t in enumerate(framing.triggers) if t.anchor == told.anchor]
    home = framing.of_trigger.get(numbers[0]) if numbers else None
    if home is None or leads(framing):
        return framing
    frame, book = framing.frames[home], framing.codebook
    told_of = [framing.triggers[n] for n in frame.triggers]
    plain = (t.types[0] for t in told_of if t.shape is Shape.CLAUSE and not any(book.is_a(k, "space") for k in t.types))
    state = framing.state if framing.state in _watched_by(framing, frame.state) else frame.state
    kind = sure or next((k for k in (frame.type, *plain) if state in (book.types[k].only_states or (state,))), None)
    if kind is None or state is None:
        return framing
    frames = tuple(replace(f, role=Role.MAIN, type=kind, state=state) if f is frame else f for f in framing.frames)
    return replace(framing, frames=frames)


def _speaks(framing: Framing, told: Trigger, body: Sequence[int]) -> float:
    """How much speaks for a telling in its own sentence and those that go on about it."""
    sentences = framing.facts.sentences
    first = told.sentence if sentences[told.sentence].kind is BlockKind.BODY else body[0] if body else 0
    behind = range(first, min(len(sentences), max(first, *body) + 2) if body else first)
    ahead = [n for n in behind if n != told.sentence and n <= first + _AHEAD and not idle(framing, n)]
    spans = [sentences[n] for n in (told.sentence, *ahead)]
    return weight(framing, told, spans)
