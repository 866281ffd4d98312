"""Affairs told in a headline or lead by classes of words the codebook holds: an act beside what it is done to, and whom
the sentence names. Where the finders of `affairs_find` know an affair's own turns of phrase, this knows only its parts.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from reportedly.codebook import Codebook, Evidence, Sort
from reportedly.extract import affairs_words as words
from reportedly.extract.affairs_find import Affair, clause_end, doer, giver, origin, states_of
from reportedly.extract.facts import Facts
from reportedly.extract.inflection import plural, verb_forms
from reportedly.extract.sentences import Sentence
from reportedly.extract.trigger import Modality, Shape, Trigger
from reportedly.extract.trigger_modality import denied
from reportedly.fields.gated import Gated
from reportedly.fields.gates import Gates
from reportedly.frozen import dataclass
from reportedly.model import BlockKind
from reportedly.patterns import compiled

_REACH = 110  # code points between an act and its thing
_PARTED = 4.5  # the weight of boundaries that parts them
_AS_NOUN = compiled(r"\b(?:the|an?|its|their|his|her|new|of|latest|recent|such)\s+(?:\w+\s+)?$", re.IGNORECASE)
_SIDES = Gated(  # who meets, where they are not named
    r"\b(?:two|three|four|five|both|allied|neighbou?ring)\s+(?:countries|sides|nations|allies|neighbou?rs|states|governments|powers|Koreas)\b|"
    r"\b(?:tri|bi)lateral\b|\b(?:three|two)-way\b|\bcounterparts?\b|"
    r"\bGroup of (?:Seven|Eight|Twenty)\b|\bG-?(?:7|20)\b|\b(?:ministers|envoys|chiefs|ambassadors|leaders|negotiators|diplomats)\s+(?:of|from)\b",
    re.IGNORECASE,
)
TO_COME = Gated(
    r"\b(?:will|would|could|(?-i:may|May(?= (?:Have|Be|Not)\b)|MAY(?= (?:HAVE|BE|NOT)\b))|might|should|must|to(?!\s+(?:the|an?|its|his|their|our)\b)|if|whether|call\w* (?:for|on)|urg\w+|seek\w*|consider\w*|propos\w*|threaten\w*|"
    r"plan\w*|want\w*|expect\w*|set|due|ready|vow\w*|not)\s+(?:[\w‘’“”'\"]+\s+){0,2}$",
    re.IGNORECASE,
)
_DECIDED = compiled(r"\b(?:decided|agreed|voted|moved|chose|resolved)\s+(?:[\w-]+\s+){0,2}to\s+$", re.IGNORECASE)
_GROUND = Gated(  # what an affair is about or follows comes behind these
    r"\b(?:over|after|following|on|about|amid|because of|in (?:response|reply|reaction) to|to discuss|discuss\w*|regarding|since|"
    r"against|for|with a view to|aimed at|in the wake of|prompted by|focus\w* on|address\w*)\b",
    re.IGNORECASE,
)
_MATTER = Gated(  # what officials meet about, where that is a report's subject; said beside the meeting or in the headline
    r"\b(?:missiles?|rockets?|launch(?:es)?|ICBMs?|SLBMs?|nuclear (?:tests?|weapons?|programm?e?s?|envoys?|negotiat\w+|talks|arsenal)|warheads?|"
    r"satellites?|arms|ammunition|munitions|denuclear\w+|provocations?|weapons?|tests?|firing|sanctions)\b(?! us\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of evidence as patterns."""

    type: str
    sort: Sort | None
    acts: Gated
    things: Gated | None
    beside: Gated | None
    states: int
    officials: bool


def find_told(facts: Facts, codebook: Codebook, state: str | None, found: Iterable[Affair]) -> tuple[Affair, ...]:
    """The affairs the opening tells by their parts alone, none in a sentence where one of its type is `found`."""
    known = {(a.type, a.trigger.sentence) for a in found}
    rows, acts = _rows(tuple((k.id, k.sort, e) for k in codebook.types.values() for e in k.told_by))
    told: list[Affair] = []
    for number in _opening(facts):
        span = facts.sentences[number]
        for row in (rows[n] for n in acts.open_in(facts.report.text, span.start, span.end)):
            if (row.type, number) not in known and (affair := _of_sentence(facts, number, row, state)) is not None:
                known.add((row.type, number))
                told.append(affair)
    return tuple(told)


def _opening(facts: Facts) -> list[int]:
    return [n for n, s in enumerate(facts.sentences) if s.kind is BlockKind.TITLE] + list(facts.body[:2])


def _titles(facts: Facts) -> Iterable[Sentence]:
    return (s for s in facts.sentences if s.kind is BlockKind.TITLE)


def _next(facts: Facts) -> Iterable[Sentence]:
    """The lead and the two sentences behind it, which say on what officials met."""
    return (facts.sentences[n] for n in facts.body[:3])


def _of_sentence(facts: Facts, number: int, row: _Row, state: str | None) -> Affair | None:
    span, text = facts.sentences[number], facts.report.text
    if row.beside is not None and row.beside.search(text, span.start, span.end) is None:
        return None
    names = facts.names_in(span.start, span.end)
    title = span.kind is BlockKind.TITLE
    sides = max(len(states_of(names)), 2 if row.states > 1 and _SIDES.search(text, span.start, span.end) else 0)
    if sides < (1 if title else row.states):
        return None
    if row.officials and not (
        words.OFFICIAL.search(text, span.start, span.end)
        or _SIDES.search(text, span.start, span.end)
        or any(n.kind == "person" for n in names)
        or (title and sides > 1)
    ):
        return None
    if row.officials and not any(
        _MATTER.search(text, s.start, s.end) for s in (span, *_titles(facts), *(() if title else _next(facts)))
    ):
        return None
    for act in row.acts.finditer(text, span.start, span.end):
        head = text[max(span.start, act.start() - 60) : act.start()]
        if _AS_NOUN.search(head) or denied(head):
            continue
        thing = _thing(facts, act, row, (span.start, span.end))
        if thing is None or denied(text[max(span.start, thing[0] - 40) : thing[0]]):
            continue
        planned = TO_COME.search(head) is not None and _DECIDED.search(head) is None
        if planned and not row.officials:
            continue
        start, end = min(act.start(), thing[0]), max(act.end(), thing[1])
        modality = Modality.PLANNED if planned else Modality.HAPPENED
        told = Trigger(
            start, max(end, clause_end(facts, end, number)), act.start(), (row.type,), Shape.CLAUSE, modality,
            definite=False, sentence=number,
        )  # fmt: skip
        who = whose(facts, number, row.sort, (start, end), state, officials=row.officials, gives=row.states > 1)
        return Affair(row.type, told, who, by_parts=True)
    return None


def _thing(facts: Facts, act: re.Match[str], row: _Row, sentence: tuple[int, int]) -> tuple[int, int] | None:
    """The nearest thing of an act in its clause, behind it or, as the subject of a passive, before it; where an act has
    none, the act itself, if enough states stand before it as who did it: "Kim and Putin talked"."""
    text = facts.report.text
    if row.things is None:
        doers = (n for n in facts.names_in(sentence[0], act.start()) if not facts.in_dateline(n.start))
        near = [n for n in doers if facts.bounds.crossed(n.end, act.start()) < _PARTED]
        return act.span() if len(states_of(near)) >= row.states else None
    behind = row.things.search(text, act.end(), min(sentence[1], act.end() + _REACH))
    if behind is not None and facts.bounds.crossed(act.end(), behind.start()) < _PARTED:
        return behind.span()
    ahead = [*row.things.finditer(text, max(sentence[0], act.start() - _REACH), act.start())]
    if ahead and facts.bounds.crossed(ahead[-1].end(), act.start()) < _PARTED:
        return ahead[-1].span()
    return None


def whose(
    facts: Facts,
    number: int,
    sort: Sort | None,
    told: tuple[int, int],
    state: str | None,
    *,
    officials: bool = False,
    gives: bool = True,
) -> str | None:
    """The state an affair is of: who gives in a transfer, who takes part in a meeting, else the one the report is about.
    Of what was seized whoever acts is not who `gives`."""
    if sort == "transfer":
        return origin(facts, number, *told) or (giver(facts, number, *told) if gives else None) or state
    span = facts.sentences[number]
    if sort in {"measure", "statement", "retraction"}:
        return doer(facts, number, told[0], state)
    if not officials:
        return state
    ground = _GROUND.search(facts.report.text, told[1], span.end)
    present = states_of(facts.names_in(span.start, ground.start() if ground else span.end))
    return state if state in present else None  # of others' meetings none is the one whose it is


@lru_cache(maxsize=4)
def _rows(evidence: Sequence[tuple[str, Sort | None, Evidence]]) -> tuple[tuple[_Row, ...], Gates]:
    """The rows, and their acts together, without one of which none is told."""
    rows = tuple(
        _Row(
            kind, sort, _any(form for verb in e.acts for form, _ in verb_forms(verb)),
            _any(f for thing in e.things for f in (thing, plural(thing))) if e.things else None,
            _any(e.beside) if e.beside else None,
            e.states, e.officials,
        )
        for kind, sort, e in evidence
    )  # fmt: skip
    return rows, Gates([row.acts for row in rows])


def _any(forms: Iterable[str]) -> Gated:
    ordered = sorted(set(forms), key=lambda w: (-len(w), w))
    return Gated(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ordered))})(?![\w-])", re.IGNORECASE)
