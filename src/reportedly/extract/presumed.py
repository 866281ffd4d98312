"""An incident that no clause of the lexicon tells: a thing or a word for it in the opening, and what only an incident
leaves behind it. Where a report has no subject, such traces make one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.codebook import Codebook
from reportedly.extract.affairs import with_affairs
from reportedly.extract.dated import before
from reportedly.extract.facts import Facts
from reportedly.extract.frames import frame_report
from reportedly.extract.framing import Frame, Framing
from reportedly.extract.other_news import no_report, other_news, tells_other_news
from reportedly.extract.past import told_as_past
from reportedly.extract.subject import explains, looks_back
from reportedly.extract.traces import FAMILIES, weight
from reportedly.extract.trigger import Modality, Shape, Trigger
from reportedly.extract.trigger_verb import OF_THE_THING
from reportedly.model import BlockKind, Role
from reportedly.patterns import compiled

_OPENING = 4  # sentences of some length, behind the headline
_AHEAD = 3  # sentences behind the thing's own that go on about it
_ABOUT = 100  # code points on each side of a thing that say what is done with it
_STALE = 30  # days after which a day is no news
_ENOUGH = 2.5
_AGAINST_A_STATEMENT = 3.0  # where what somebody says of it could be the subject
_AGAINST_ONE_TOLD_TWICE = 4.5  # where headline and lead both tell it
_BESIDE_OTHER_NEWS = 1.5  # more is asked where headline or lead tell other news
_MISTAKE = compiled(r"\b(?:false (?:alarm|alert)|hoax|by mistake|in error|mistaken(?:ly)?)\b", re.IGNORECASE)
_SHOWN = compiled(  # what stands in a square, or is waited for, flies nowhere
    r"\b(?:on (?:high )?alert for|possible (?:[\w-]+ ){0,4}(?:launch|test|firing)|(?:evacuation|civil defen[cs]e|shelter) (?:drill|exercise)s?|(?:drills?|exercise) for|scenario|parad\w+|on (?:show|display)|exhibition|expo|air ?show|arms fair|museum)\b",
    re.IGNORECASE,
)
_OTHERWISE = compiled(  # what else can be done with a thing, or is only to be done
    r"\b(?:will|would|could|(?-i:may)|might|should|if|unless|plan(?:s|ning)?|(?<!as )planned(?! (?:time|distance|duration|orbit|trajectory|path|course|target|altitude|flight))|prepar\w+|expect(?:s|ed)|poised|ready to|about to|threaten\w*|"
    r"bu(?:y|ys|ying)|bought|purchas\w+|sells?|sold|selling|sales?|deals?|contracts?|orders? (?:for|worth|more|another|new|\d+)|ordered (?:more|another|new|\d+)|deploy\w*|station(?:ed|ing)|parad\w+|display\w*|"
    r"exhibit\w*|develop(?:s|ing|ment)|build(?:s|ing)?|produc(?:e|es|tion)|deliver(?:ed|y|ies)|suppl(?:y|ied|ies)|ship(?:ped|ment|ments)|"
    r"capable|able to|drills? without|simulat\w+|rehears\w+|postpon\w+|delay\w*|cancel\w*|scrap\w*|anniversary|film|movie|museum|"
    r"nearly|almost|memoirs?|recall\w*|(?:in|(?:tests|launches|explosions|blasts) of) (?:[A-Z]\w+ )?(?:19|20)\d\d|intercept\w* system|defen[cs]e system|treaty|agree(?:d|ment)|false|mistake\w*|hoax|in error|drill messages?)\b",
    re.IGNORECASE,
)


def framing_of(facts: Facts, codebook: Codebook) -> Framing:
    """The frames of a report: the incidents it tells, one its traces speak for where none is its subject, and the
    affairs around them."""
    framing = frame_report(facts, codebook)
    around = with_affairs(framing)
    if any(f.role is Role.MAIN and not around.codebook.is_a(f.type, "statement") for f in around.frames):
        return around
    told = presumed(framing, _asked(around))
    if told is None:
        return around
    others = (t for t in facts.triggers if not told.start <= t.anchor < told.end)
    triggers = tuple(sorted((*others, told), key=lambda t: t.anchor))
    anew = with_affairs(frame_report(replace(facts, triggers=triggers), codebook))
    return anew if any(f.role is Role.MAIN for f in anew.frames) else around


def _asked(around: Framing) -> float:
    """How much has to speak for an incident beside what the report is about so far."""
    mains = [f for f in around.frames if f.role is Role.MAIN]
    if not mains:
        return _ENOUGH
    return _AGAINST_ONE_TOLD_TWICE if any(_told_twice(around, f) for f in mains) else _AGAINST_A_STATEMENT


def _told_twice(framing: Framing, frame: Frame) -> bool:
    """Whether headline and first sentence both tell a subject: what a report says of it twice it is about."""
    told = {framing.triggers[n].sentence for n in frame.triggers}
    titles = {n for n, s in enumerate(framing.facts.sentences) if s.kind is BlockKind.TITLE}
    return bool(told & titles) and not told.isdisjoint(framing.facts.body[:1])


def presumed(framing: Framing, enough: float) -> Trigger | None:
    """The telling a report's opening amounts to by its traces, or None where they are too few."""
    facts = framing.facts
    body = facts.body[:_OPENING]
    text = facts.report.text
    if looks_back(facts) or explains(facts) or no_report(facts, framing.codebook):
        return None
    if any(_MISTAKE.search(text, facts.sentences[n].start, facts.sentences[n].end) for n in body):
        return None
    if _SHOWN.search(text, 0, facts.sentences[body[0]].end if body else 0):
        return None
    enough += _BESIDE_OTHER_NEWS if other_news(facts, framing.codebook) else 0.0
    opening = {n for n, s in enumerate(facts.sentences) if s.kind is BlockKind.TITLE} | set(body)
    found = (t for t in (*_of_things(framing, opening), *_of_words(framing, opening)) if not _undone(framing, t))
    weighed = [(_speaks(framing, told, body), -told.start, told) for told in found]
    best = max(weighed, key=lambda w: w[:2], default=None)
    return best[2] if best is not None and best[0] >= enough else None


def _of_things(framing: Framing, opening: set[int]) -> Iterator[Trigger]:
    """The things of the opening that no telling holds, as tellings of what befell them."""
    facts = framing.facts
    undone = [t for t in facts.triggers if t.modality in {Modality.PLANNED, Modality.DENIED}]
    for thing in facts.things:
        number = facts.sentence_at(thing.start)
        types = _types(framing.codebook, thing.term.types)
        if number is None or number not in opening or not types:
            continue
        if any(t.start <= thing.start < t.end for t in (*framing.triggers, *undone)):
            continue
        named = any(t.shape is Shape.NOUN and 0 <= t.start - thing.end <= 1 for t in facts.triggers)
        if not named and OF_THE_THING.match(facts.report.text, thing.end) is None:
            yield Trigger(
                thing.start, thing.end, thing.start, types, Shape.CLAUSE, Modality.HAPPENED, definite=False,
                sentence=number, object_start=thing.start, object_end=thing.end, passive=True,
            )  # fmt: skip


def _of_words(framing: Framing, opening: set[int]) -> Iterator[Trigger]:
    """The nouns of the opening that name an incident which happened, as if a verb carried them."""
    for told in framing.facts.triggers:
        types = _types(framing.codebook, told.types)
        happened = told.modality in {Modality.HAPPENED, Modality.POSSIBLE} and told.shape is Shape.NOUN
        if told.sentence in opening and types and happened and not told_as_past(told, framing.facts):
            yield replace(told, types=types, shape=Shape.CLAUSE, definite=False)


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
    return _OTHERWISE.search(facts.report.text, low, high) is not None


def _idle(framing: Framing, number: int) -> bool:
    """Whether a sentence tells what else is done with a thing or is only to be done, or of a day long past."""
    span = framing.facts.sentences[number]
    if _OTHERWISE.search(framing.facts.report.text, span.start, span.end) is not None:
        return True
    published = framing.facts.report.published
    days = [d.range for d in framing.dates if d.sentence == number and d.range is not None]
    return published is not None and bool(days) and all(before(day, published.day, by=_STALE) for day in days)


def _speaks(framing: Framing, told: Trigger, body: Sequence[int]) -> float:
    """How much speaks for a telling in its own sentence and those that go on about it."""
    sentences = framing.facts.sentences
    first = told.sentence if sentences[told.sentence].kind is BlockKind.BODY else body[0] if body else 0
    behind = range(first, min(len(sentences), max(first, *body) + 2) if body else first)
    ahead = [n for n in behind if n != told.sentence and n <= first + _AHEAD and not _idle(framing, n)]
    spans = [sentences[n] for n in (told.sentence, *ahead)]
    return weight(framing, told, spans)
