"""Whether a report tells an affair and an incident, or two affairs, side by side, each for its own sake: "fired a missile,
and Seoul blacklisted fifteen people"; "Kim meets Xi as the North fires a missile"."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.extract.affairs_find import Affair
from reportedly.extract.affairs_passing import adnominal, told_twice
from reportedly.extract.dated import before
from reportedly.extract.facts import Facts
from reportedly.extract.framing import Frame, Framing
from reportedly.extract.headline_parts import Span, parts_of, tells
from reportedly.extract.leading import speaking
from reportedly.extract.lexicon import AFFAIRS
from reportedly.extract.other_news import aside
from reportedly.extract.past import told_as_past
from reportedly.extract.trigger import Shape
from reportedly.model import BlockKind, Role
from reportedly.patterns import compiled

_DONE = frozenset({"measure", "transfer", "meeting"})
_AT_HEAD = 40  # code points from where a sentence begins
_EARLY = 5  # sentences of some length in which what a headline announces is told
_STALE = 3  # days after which an incident is no news beside an affair
_AND_THEN = compiled(r"(?:,\s(?:and|while|as)|;(?: and)?)\s")


def told_before(framing: Framing, frame: Frame, affairs: Sequence[Affair]) -> bool:
    """Whether the first sentence tells a subject in a clause of its own and goes on to an affair with "and" or "while"."""
    facts = framing.facts
    told = (t for n in frame.triggers if (t := framing.triggers[n]).sentence in facts.body[:1])
    plain = [t for t in told if t.shape is Shape.CLAUSE and not aside(t, facts) and not adnominal(framing, t)]
    return frame.role is Role.MAIN and any(
        a.trigger.sentence == t.sentence
        and _AND_THEN.search(facts.report.text, t.end, max(t.end, a.trigger.anchor)) is not None
        for t in plain
        for a in affairs
    )


def is_a_second(framing: Framing, affairs: Sequence[Affair], first: Sequence[Affair]) -> bool:
    """Whether the headline speaks of a measure and the first sentence tells it beside an incident; or one part of the
    headline tells an affair, another a subject of the report, be it the affair that leads, and the text goes on about each."""
    if (first and _beside_another(framing, affairs, first)) or _in_a_part_of_its_own(framing, affairs):
        return True
    if framing.codebook.is_a(affairs[0].type, "transfer"):
        return _of_what_struck(framing, affairs)
    if not framing.codebook.is_a(affairs[0].type, "measure"):
        return False
    facts, words = framing.facts, speaking(framing.codebook, affairs[0].type)
    titles = (s for s in facts.sentences if s.kind is BlockKind.TITLE)
    if not any(words.search(facts.report.text, s.start, s.end) for s in titles):
        return False
    return any(told_before(framing, frame, affairs) for frame in framing.frames)


def is_told(framing: Framing, affairs: Sequence[Affair], first: Sequence[Affair]) -> bool:
    """Whether an affair is worth telling beside the `first`: not where only its parts speak for it, and it is no subject."""
    return not all(a.by_parts for a in affairs) or is_a_second(framing, affairs, first)


def with_role(framing: Framing, frame: Frame, affairs: Sequence[Affair]) -> Frame:
    """An incident with its role beside the affair that leads."""
    kind = framing.codebook.types[affairs[0].type].sort
    stays = kind in {"transfer", "measure"} and (told_twice(framing, frame) or told_before(framing, frame, affairs))
    main = stays or announced(framing, frame, affairs)
    return replace(frame, role=Role.MAIN if main else Role.BACKGROUND)


def announced(framing: Framing, frame: Frame, affairs: Sequence[Affair]) -> bool:
    """Whether one part of the headline tells an affair, another an incident of these days, and the text goes on about both."""
    parts, published = parts_of(framing.facts), framing.facts.report.published
    if not parts or (published is not None and frame.date is not None and before(frame.date, published.day, by=_STALE)):
        return False
    if frame.role is not Role.MAIN and frame.date is None:
        return False
    early = framing.facts.body[:_EARLY]
    clauses = [t for n in frame.triggers if (t := framing.triggers[n]).shape is Shape.CLAUSE and t.sentence in early]
    if not any(not aside(t, framing.facts) and not adnominal(framing, t) for t in clauses):
        return False
    words = speaking(framing.codebook, affairs[0].type)
    acts = [part for part in parts if any(m["act"] for m in words.finditer(framing.facts.report.text, *part))]
    others = [part for part in parts if not _holds(part, affairs) and part not in acts]
    own = _speaks(framing, parts, affairs)
    return own and any(tells(framing.facts, part, frame, framing.triggers) for part in others)


def _beside_another(framing: Framing, affairs: Sequence[Affair], first: Sequence[Affair]) -> bool:
    """Whether one part of the headline tells the affair that leads, another this one, and the text below goes on about it:
    "US says missiles are in Russian hands, blacklists Iran Air"."""
    facts, kinds = framing.facts, framing.codebook.types
    if kinds[affairs[0].type].sort not in _DONE or affairs[0].type == first[0].type:
        return False
    handed_over = kinds[affairs[0].type].sort == "transfer" and kinds[first[0].type].sort == "measure"
    if handed_over and _opens_the_report(facts, affairs) and not _opens_the_report(facts, first):
        return True
    if not any(a.trigger.sentence in facts.body[:_EARLY] for a in affairs):
        return False
    own, others = (speaking(framing.codebook, some[0].type) for some in (affairs, first))
    text, parts = facts.report.text, parts_of(facts)
    mine = [p for p in parts if own.search(text, *p) and not others.search(text, *p)]
    return bool(mine) and any(others.search(text, *p) or (_holds(p, first) and p not in mine) for p in parts)


def _of_what_struck(framing: Framing, affairs: Sequence[Affair]) -> bool:
    """Whether the headline tells a strike with the arms of another state, and the text soon tells that they were handed
    over: "Russia fires North Korean missiles, U.S. says"."""
    facts, book = framing.facts, framing.codebook
    soon = (a for a in affairs if a.trigger.sentence in facts.body[:_EARLY])
    given = {a.state for a in soon if a.state and not told_as_past(a.trigger, facts) and not _of_old(framing, a)}
    titles = [s for s in facts.sentences if s.kind is BlockKind.TITLE]
    owners = {n.id for s in titles for n in facts.names_in(s.start, s.end) if n.kind in {"demonym", "state", "metonym"}}
    strikes = [f for f in framing.frames if f.role is Role.MAIN and book.is_a(f.type, "strike")]
    told = {framing.triggers[n].sentence for f in strikes for n in f.triggers}
    headed = any(facts.sentences[n].kind is BlockKind.TITLE for n in told)
    return headed and any(state in owners and state != f.state for f in strikes for state in given)


def _of_old(framing: Framing, affair: Affair) -> bool:
    """Whether the sentence of an affair speaks of a day or month before these days: "said in January that it had given"."""
    published = framing.facts.report.published
    days = [d.range for d in framing.dates if d.sentence == affair.trigger.sentence]
    return published is not None and any(before(day, published.day, by=_STALE) for day in days)


def _opens_the_report(facts: Facts, affairs: Sequence[Affair]) -> bool:
    """Whether the first sentence begins with an affair told in a clause of its own."""
    lead = facts.body[:1]
    told = (a.trigger for a in affairs if a.trigger.sentence in lead and a.trigger.shape is Shape.CLAUSE)
    return any(t.start - facts.sentences[t.sentence].start < _AT_HEAD for t in told)


def _holds(part: Span, affairs: Sequence[Affair]) -> bool:
    return any(part[0] <= a.trigger.anchor < part[1] for a in affairs)


def _speaks(framing: Framing, parts: Sequence[Span], affairs: Sequence[Affair]) -> bool:
    """Whether a part of the headline tells an affair, or has one of the words that speak for its kind."""
    words = speaking(framing.codebook, affairs[0].type)
    return any(_holds(part, affairs) or words.search(framing.facts.report.text, *part) for part in parts)


def _in_a_part_of_its_own(framing: Framing, affairs: Sequence[Affair]) -> bool:
    """Whether an affair and a subject of the report are told in two parts of the headline, and the affair
    below in a sentence of its own."""
    early = framing.facts.body[:_EARLY]
    if framing.codebook.is_a(affairs[0].type, "statement"):
        return False
    mains = [f for f in framing.frames if f.role is Role.MAIN and f.family not in AFFAIRS]
    told = {framing.triggers[n].sentence for f in mains for n in f.triggers}
    if not any(a.trigger.sentence in early and a.trigger.sentence not in told for a in affairs):
        return False
    return any(announced(framing, frame, affairs) for frame in mains)
