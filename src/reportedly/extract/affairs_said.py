"""Speech that may be a report's news by itself: headline or lead say that somebody who speaks for a state says, warns,
orders or will not do something, and what is said tells no incident of the day.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from reportedly.codebook import NameMatch, SpeechVerbs
from reportedly.extract.affairs_find import Affair, clause_end, told
from reportedly.extract.affairs_words import OFFICIAL
from reportedly.extract.framing import Framing
from reportedly.extract.inflection import Form, verb_forms
from reportedly.extract.lexicon import AFFAIRS
from reportedly.extract.other_news import aside, tells_other_news
from reportedly.extract.past import told_as_past
from reportedly.extract.state_of import state_of
from reportedly.extract.trigger import Modality, Shape
from reportedly.fields.gated import Gated
from reportedly.model import BlockKind
from reportedly.patterns import compiled

SAID = "said"  # the key of speech that no rule knows as an act of its own
_FOR_A_STATE = frozenset({"government", "claimant", "official"})
_STATES = frozenset({"state", "metonym", "demonym"})
_TOLD_IN = frozenset({Form.PRESENT, Form.PAST})
_TOLD = frozenset({Modality.HAPPENED, Modality.POSSIBLE})
_TWEETS = (  # words, and no pictures
    r"tweet(?:s|ed)(?!\s+(?:(?:an?|the|of|[\w-]+)\s+){0,4}(?:photo\w*|images?|pictures?|videos?|footage|maps?)\b)"
)
_ARMS = Gated(
    r"\b(?:missiles?|rockets?|nuclear|denuclear\w*|atomic|ICBMs?|warheads?|launch(?:es)?|uranium|enrichment|artillery|shells?)\b",
    re.IGNORECASE,
)
_ASIDE = compiled(
    r"\b(?:to|with|against|on|of|from|by|in|at|for|over|toward|towards|into|near|off)\s+(?:the\s+)?$", re.IGNORECASE
)
_ANOTHER = compiled(r", [A-Z][\w.-]+\s$")  # "after North Korea's test, Trump tweets"
_ISSUES = Gated(
    r"\b(?:issu|releas)(?:es|ed)\s+(?:the|this|a)\s+(?:\w+\s+){0,2}statement\b[^.;:]{0,30}?\b(?:after|following|on|regarding|about|in response|with regard|condemning)\b",
    re.IGNORECASE,
)
_LAWMAKER = compiled(  # of whom each speaks for himself, and none tells of a launch as the first
    r"\b(?:senators?|sen\.|congress(?:man|woman|men)|representatives?|rep\.|lawmakers?|legislators?|members? of (?:congress|parliament)|MPs?|ranking member)\b|\([DR]-",
    re.IGNORECASE,
)
_OPINES = Gated(  # what is thought, wanted or to come, and no account of what was seen
    r"\b(?:will|would|won['’]t|must|should|(?-i:may|May(?= (?:Have|Be|Not)\b)|MAY(?= (?:HAVE|BE|NOT)\b))|might|could|can|cannot|never|not|no|n['’]t|nothing|ready|needs?|rights?|legitimate|wrong|illegal|lawful)\b",
    re.IGNORECASE,
)
_SOME_WORDS = ".{1,30}"
_FRONT = 130  # code points within which a sentence says that somebody speaks
_LABEL = 50  # code points before the colon behind who speaks in a headline
_MARK = compiled(r": |(?:\s(?:is|was))?\s(?=[\"“‘'][a-z])")  # behind who speaks in a headline
_TAIL = 25  # code points behind a word of speech that closes its sentence: "Seoul said on Wednesday."
_OPENS = 18  # code points in which who speaks for a watched state opens a sentence, so that what is said comes behind
_NEAR = 70  # code points between a speaker and the word of speech


def find_said(framing: Framing, statements: Iterable[Affair]) -> Iterator[Affair]:
    """The speech that headline and lead tell, in sentences where none of the statements stands that are known by their act."""
    facts = framing.facts
    titles = [n for n, s in enumerate(facts.sentences) if s.kind is BlockKind.TITLE]
    spans = [facts.sentences[n] for n in (*titles, *facts.body[:1])]
    on_arms = any(_ARMS.search(facts.report.text, s.start, s.end) is not None for s in spans)
    if framing.codebook.one("statement") is None or not on_arms:
        return
    yield from _issued(framing)
    known = {a.trigger.sentence for a in statements}
    opening = [n for n in (*titles, *facts.body[:1]) if n not in known]
    for number in opening:
        found = _spoken(framing, number) or _labelled(framing, number)
        if found is not None:
            yield found


def _issued(framing: Framing) -> Iterator[Affair]:
    """The statement that a lead says a lawmaker issued on what others did: "Senator Roe released this statement after"."""
    facts = framing.facts
    for number in facts.body[:1]:
        span, text = facts.sentences[number], facts.report.text
        issued = _ISSUES.search(text, span.start, span.end)
        if issued is None or _LAWMAKER.search(text, span.start, issued.start()) is None:
            continue
        kind = framing.codebook.one("statement") or ""
        names = facts.names_in(span.start, issued.start())
        states = (n.id if n.kind in _STATES else state_of(n) for n in names)
        yield Affair(kind, told(issued.span(), kind, number), next((state for state in states if state), None))


def _labelled(framing: Framing, number: int) -> Affair | None:
    """What a headline says by naming who speaks before a colon or a quotation: "Moscow: test was notified in advance",
    "Trump 'not happy' about missile tests"."""
    facts = framing.facts
    span, text = facts.sentences[number], facts.report.text
    mark = _MARK.search(text, span.start, min(span.end, span.start + _LABEL)) if _is_title(framing, number) else None
    if mark is None:
        return None
    place = mark.start()
    named = (n for n in facts.names_in(span.start, place) if n.end == place and _speaks(n))
    who = next((n for n in named if not _ASIDE.search(text, max(span.start, n.start - 24), n.start)), None)
    who = who or _by_one_name(framing, span.start, place)
    if who is None or _tells_an_incident(framing, number, (place, span.end)):
        return None
    return _affair(framing, who, (span.start, span.end), span.start, number)


def _is_title(framing: Framing, number: int) -> bool:
    return framing.facts.sentences[number].kind is BlockKind.TITLE


def _by_one_name(framing: Framing, start: int, place: int) -> NameMatch | None:
    """The person of the lead whom a headline names by one of his names at its head or right before a place: "Kim orders",
    "After missile test, Trump tweets", "Iran's Rouhani:"."""
    facts = framing.facts
    words = [w.removesuffix("'s").removesuffix("’s").rstrip(",:") for w in facts.report.text[start:place].split()]
    named = {w for w in (words[0], words[-1]) if w} if words else set()
    lead = (facts.sentences[n] for n in facts.body[:1])
    people = (n for s in lead for n in facts.names_in(s.start, s.end) if n.kind == "person" and _speaks(n))
    return next((n for n in people if not named.isdisjoint(facts.report.text[n.start : n.end].split())), None)


def _spoken(framing: Framing, number: int) -> Affair | None:
    facts = framing.facts
    span, text = facts.sentences[number], facts.report.text
    start = facts.opens(number)
    acts = framing.codebook.types[framing.codebook.one("statement") or ""].speaks.acts
    for verb in _speech(framing.codebook.speech_verbs, tuple(acts)).finditer(text, start, span.end):
        who = _speaker(framing, start, verb.start())
        if _is_title(framing, number) and (who is None or _ANOTHER.search(text, who.end, verb.start())):
            who = _by_one_name(framing, start, verb.start())
        if who is None:
            continue
        behind = text.rfind(",", start, max(start, who.start))
        opens = verb.start() - start < _OPENS and state_of(who) in framing.codebook.watched
        last = span.end - verb.end() < _TAIL and not opens
        trails = last or verb.start() - start > _FRONT or (behind > start and _opines(framing, number, who.start))
        what = (start, max(start, who.start)) if trails else (verb.end(), span.end)
        if trails and (tells_other_news(facts, framing.codebook, number) or not _opines(framing, number, who.start)):
            continue
        if verb["bids"] is None and _tells_an_incident(framing, number, what, to_come=trails):
            continue
        end = clause_end(facts, verb.end(), number)
        begin = who.start if start <= who.start < verb.start() else start
        return _affair(framing, who, (begin, max(end, verb.end())), verb.start(), number)
    return None


def _affair(framing: Framing, who: NameMatch, span: tuple[int, int], anchor: int, number: int) -> Affair:
    kind = framing.codebook.one("statement") or ""
    return Affair(kind, told(span, kind, number, anchor=anchor), state_of(who), SAID)


def _speaks(name: NameMatch) -> bool:
    """Whether a name is of a state, or of a person or body that speaks for one."""
    if name.kind == "body" and getattr(name.entry, "cls", None) not in _FOR_A_STATE:
        return False
    return name.kind in {"person", "body", "state", "metonym"} and state_of(name) is not None


def _speaker(framing: Framing, start: int, place: int) -> NameMatch | None:
    """Who speaks for a state and stands right before a word of speech."""
    facts = framing.facts
    text = facts.report.text
    names = facts.names_in(max(start, place - _NEAR), place)
    for name in reversed(names):
        if _ASIDE.search(text, max(start, name.start - 24), name.start) and name.kind in _STATES:
            continue
        if facts.bounds.crossed(name.end, place) >= 2.0:
            return None
        if name.kind == "demonym":
            return name if OFFICIAL.search(text, name.end, place) else None
        return name if _speaks(name) else None
    return None


def _opines(framing: Framing, number: int, place: int) -> bool:
    """Whether what stands before a speaker is what he thinks or wants."""
    span, text = framing.facts.sentences[number], framing.facts.report.text
    return _OPINES.search(text, span.start, place) is not None


def _tells_an_incident(framing: Framing, number: int, what: tuple[int, int], *, to_come: bool = False) -> bool:
    """Whether what is said tells an incident as new, or one to come, in a clause of its own."""
    facts = framing.facts
    counted = _TOLD | ({Modality.PLANNED} if to_come else set())
    return any(
        t.sentence == number
        and what[0] <= t.anchor < what[1]
        and t.shape is Shape.CLAUSE
        and t.modality in counted
        and framing.codebook.types[t.types[0]].family not in AFFAIRS
        and not aside(t, facts)
        and not told_as_past(t, facts)
        for t in framing.triggers
    )


@lru_cache(maxsize=4)
def _speech(verbs: SpeechVerbs, acts: tuple[str, ...]) -> Gated:
    """The codebook's verbs of speech, and those that speak for a statement, in the forms in which a report tells them;
    dots stand for some words."""
    bids, says = _forms(verbs.bids), _forms((*verbs.news, *acts))
    return Gated(rf"\b(?:(?P<bids>{bids})|{says}|{_TWEETS})\b(?![- ](?:up|off|fire))", re.IGNORECASE)


def _forms(verbs: Iterable[str]) -> str:
    forms = {word for verb in verbs for word, form in verb_forms(verb) if form in _TOLD_IN}
    ordered = sorted(forms, key=lambda w: (-len(w), w))
    return "|".join(re.escape(word).replace(r"\.\.\.", _SOME_WORDS) for word in ordered) or "(?!)"
