"""What a clock tells the time of: the incident, its landing, somebody's words, or another thing.

The governing word decides: the nearest word of the codebook's `clock_words`, or telling, that stands before the clock
in its clause; for a clock at the head of a clause the one behind it. A clock that nothing governs times the incident.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reportedly.codebook import ClockWords
from reportedly.extract.claims.deeds import ClockWord, with_deeds
from reportedly.extract.framing import Framing
from reportedly.extract.inflection import Form, plural, verb_forms
from reportedly.extract.lexicon import AFFAIRS, Part
from reportedly.extract.sentences import Sentence
from reportedly.extract.trigger import Modality, Shape
from reportedly.fields import clock
from reportedly.fields.gated import Gated
from reportedly.model import BlockKind
from reportedly.patterns import compiled

_NOT_YET = {Modality.PLANNED, Modality.DENIED}
_STRONG = compiled(r"[;:](?!\d)")
_CLAUSE = 2.0  # the weight of a boundary between two clauses
_LEAD = compiled(
    r"(?:\s*\b(?:at|on|by|from|since|in|about|around|approximately|shortly|just|early|late|later|again|time|then|exactly"
    r"|precisely|only|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:that|the same|the next) day|local)\b,?)*\s*$",
    re.IGNORECASE,
)
_HEAD = compiled(r"(?:^|[.:;—–“(]|\s-|\s\"|\b(?:that|and|but|when|while|where|because))\s*$")
_COMMA_HEAD = compiled(r",\s*$")
_BY_THE_WAY = compiled(r",\s(?:which|who|where|whose)\b[^,;:.]*,\s*$")  # "from an island, which is the Navy's, at 2:30"
_ATTRIBUTE = compiled(
    r"(?:\b(?:the|its|their|his|a|an|this|that|another)|['’]s?)\s+(?:about\s|around\s)?$", re.IGNORECASE
)
_ITS_NOUN = compiled(r"\b(?:the|a|an|this|that|its|their|his)\s(?:[\w-]*[^\Ws]\s){0,3}$", re.IGNORECASE)
_UNTIL = compiled(r"\b(?:until|till|as of|by)\s+(?:about\s|around\s|at\s)*$", re.IGNORECASE)
_CLAUSE_INSIDE = compiled(
    r"\b(?:that|it|they|he|she|which|who|was|were|is|are|had|has|have|been|having|missiles?|rockets?|projectiles?)\b|[,;:“\"]"
)
_ASIDE = compiled(
    r"(?:\s(?:late|early|on|\w+day))*\s*(?:[,”\"]|\.?$)"
)  # behind "the ministry said" where that is an aside
_SUBORDINATE = compiled(  # "at 6:57 a.m., three minutes before people were told to hide, a missile"
    r"\b(?:before|after|while|when|as|until|because)\s[^,]*$", re.IGNORECASE
)
_INSERTED = compiled(r",\s$")  # "a missile went up and, says the ministry, fell"
_PHRASE = 40  # code points a noun may stand behind a clock that is its attribute
_NAMED = (" as ", " for ")  # "formerly known as Wheeler Island"
_WHERE = (" in a ", " in its ")  # "put the start in a statement at 5:30"
_CLOSE = 0.5  # less than a comma between


def times(framing: Framing, found: clock.ClockExpression) -> str:
    """What a clock tells the time of: the "incident", its "landing", "speech" of it, or "other" things."""
    facts = framing.facts
    found = clock.head_of_row(found, facts.clocks, facts.report.text)
    sentence = facts.sentence_at(found.start)
    if sentence is None:
        return "other"
    span = facts.sentences[sentence]
    if _ends_another(framing, span, found):
        return "other"
    home = framing.owner(found.start, found.end)
    taken_back = home is not None and framing.codebook.is_a(framing.frames[home].type, "retraction")
    words = _all_words(framing, sentence, alone=taken_back)
    governor = _governor(framing, span, found, words)
    return governor.times if governor is not None else "incident"


def _ends_another(framing: Framing, span: Sentence, found: clock.ClockExpression) -> bool:
    """Whether it is the end of something whose beginning no clock of the sentence tells: "to stay ashore until 8 pm"."""
    text = framing.facts.report.text
    if not _UNTIL.search(text, span.start, found.start) or not _UNTIL.search(text[span.start : found.start]):
        return False
    return not any(span.start <= c.start < found.start for c in framing.facts.clocks)


def _words(framing: Framing, sentence: int) -> Iterator[ClockWord]:
    """The words of a sentence that can govern a clock; a telling of what was only planned times another thing."""
    facts, text = framing.facts, framing.facts.report.text
    span = facts.sentences[sentence]
    told = [t for t in facts.triggers if t.sentence == sentence]
    for trigger in told:
        end = max(trigger.anchor + 1, min(trigger.end, _word_end(text, trigger.anchor)))
        times = "other" if trigger.modality in _NOT_YET else "incident"
        yield ClockWord(trigger.anchor, end, times, trigger.shape is Shape.CLAUSE)
    for match in _pattern(framing.codebook.clock_words).finditer(text, span.start, span.end):
        if not any(t.start <= match.start() < t.end and t.modality in _NOT_YET for t in told):
            times, _, past = str(match.lastgroup).partition("_")
            if times == "speech" and not past and _is_noun(text, span, match):
                continue
            if times == "other" and (text.startswith(_NAMED, match.end()) or text.endswith(_WHERE, 0, match.start())):
                continue
            yield ClockWord(match.start(), match.end(), times, bool(past))


def _all_words(framing: Framing, sentence: int, *, alone: bool = False) -> list[ClockWord]:
    """The words of a sentence that can govern a clock, in the order of the text, with the verbs that no list has: but not
    where something was taken back (`alone`), which any verb of saying times."""
    facts, span = framing.facts, framing.facts.sentences[sentence]
    found = sorted(_words(framing, sentence), key=lambda w: (w.start, -w.end))
    terms = (t for t in facts.terms_in(span.start, span.end) if t.term.part in (Part.OBJECT, Part.NOUN))
    things = [(t.start, t.end) for t in terms if framing.codebook.types[t.term.types[0]].family not in AFFAIRS]
    things += [(t.anchor, t.anchor + 1) for t in facts.triggers if t.sentence == sentence]
    if alone:
        return [w for w in found if w.times not in ("thing", "beside")]
    return sorted(with_deeds(facts, sentence, found, things), key=lambda w: (w.start, -w.end))


def _is_noun(text: str, span: Sentence, word: re.Match[str]) -> bool:
    """Whether a word that can be a verb of speech is none here: "the State Minister", "the communist state"."""
    at = word.start()
    named = span.kind is BlockKind.BODY and at > span.start and text[at].isupper() and text[at - 1] == " "
    return named or _ITS_NOUN.search(text, max(span.start, at - 40), at) is not None


def _word_end(text: str, at: int) -> int:
    match = re.compile(r"[\w-]+").match(text, at)
    return match.end() if match else at


@cache
def _pattern(groups: tuple[ClockWords, ...]) -> Gated:
    """One pattern of all clock words; its groups are named for what they time, `_told` behind verbs in the past."""
    parts = [rf"(?P<{name}>{'|'.join(words)})" for group in groups for name, words in _surfaces(group) if words]
    return Gated(rf"(?i:\b(?:{'|'.join(parts)})\b(?!-))" if parts else r"(?!)")


def _surfaces(group: ClockWords) -> Iterator[tuple[str, Sequence[str]]]:
    forms = [(surface, form) for verb in group.verbs for surface, form in verb_forms(verb)]
    told = {surface for surface, form in forms if form is Form.PAST}
    rest = {surface for surface, _ in forms} | {s for noun in group.nouns for s in (noun, plural(noun))}
    for name, words in ((f"{group.id}_told", told), (group.id, rest - told)):
        yield name, [re.escape(s) for s in sorted(words, key=lambda s: (-len(s), s))]


def _governor(
    framing: Framing, span: Sentence, found: clock.ClockExpression, words: Sequence[ClockWord]
) -> ClockWord | None:
    text = framing.facts.report.text
    lead = _LEAD.search(text[span.start : found.start])
    head = text[span.start : span.start + lead.start()] if lead else text[span.start : found.start]
    before = list(_before(framing, found, [w for w in words if w.end <= found.start]))
    behind = _behind(framing, span, found, [w for w in words if w.start >= found.end])
    crossed = framing.facts.bounds.crossed
    following = next((w for w in words if w.start >= found.end), None)
    if following and following.start - found.end < _PHRASE and _ATTRIBUTE.search(text[span.start : found.start]):
        return following
    if aside := _BY_THE_WAY.search(head):
        told = [w for w in before if w.end <= span.start + aside.start()]
        return told[0] if told else None
    close = [w for w in before if crossed(w.end, found.start) < _CLAUSE]
    near = [w for w in behind if crossed(found.end, w.start) < _CLOSE]
    if _HEAD.search(head):
        order = [*(near if head.strip() else behind), *close, *behind, *before]
    elif _COMMA_HEAD.search(head) and not close:
        order = [*near, *before]
    else:
        order = before
    if order and _parted(text, order[0], found):
        order = [w for w in behind if not _parted(text, w, found)]
    return order[0] if order else None


def _parted(text: str, word: ClockWord, found: clock.ClockExpression) -> bool:
    """Whether a semicolon or colon lies between a word and a clock, which nothing governs across."""
    return _STRONG.search(text, min(word.end, found.end), max(word.start, found.start)) is not None


def _before(framing: Framing, found: clock.ClockExpression, words: Sequence[ClockWord]) -> Iterator[ClockWord]:
    """The words that can govern from before, nearest first: speech only where nothing but its adjuncts lies between."""
    text, facts = framing.facts.report.text, framing.facts
    for word in reversed(words):
        if word.times == "speech":
            named = any(n.kind in {"state", "demonym"} for n in facts.names_in(word.end, found.start))
            if named or _CLAUSE_INSIDE.search(text, word.end, found.start):
                continue
        yield word


def _behind(
    framing: Framing, span: Sentence, found: clock.ClockExpression, words: Sequence[ClockWord]
) -> Sequence[ClockWord]:
    """The words that can govern from behind, verbs of the clause first: speech only where it is no aside."""
    text, crossed = framing.facts.report.text, framing.facts.bounds.crossed
    aside = text[found.end : found.end + 1] == ","

    def is_aside(word: ClockWord) -> bool:
        return aside or bool(_INSERTED.search(text, found.end, word.start) or _ASIDE.match(text, word.end, span.end))

    able = [w for w in words if w.times != "speech" or not is_aside(w)]
    return sorted(
        able,
        key=lambda w: (
            (w.told or text.endswith(" to ", 0, w.start)) and _SUBORDINATE.search(text, found.end, w.start) is not None,
            not (w.told and crossed(found.end, w.start) < _CLAUSE),
        ),
    )
