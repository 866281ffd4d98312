"""Drafts given their voices: who says each value, how, and whether the voice is inherited."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from reportedly.codebook import Codebook, Sort
from reportedly.extract.attribution import Attribution, Prepared, Voices, attribute, hard, prepare
from reportedly.extract.attribution_lexicon import replaces
from reportedly.extract.claims import Draft, drafts
from reportedly.extract.claims.statement import remarks, statements
from reportedly.extract.facts import Facts
from reportedly.extract.framing import Framing
from reportedly.extract.keeping import is_kept
from reportedly.extract.parse import Parse, load
from reportedly.extract.stance import stance_at, weakest
from reportedly.fields.gated import Gated
from reportedly.fields.landing import find_eez
from reportedly.model import NARRATOR, Claim, Span, Stance, Term, content_id
from reportedly.patterns import compiled

_APART = {
    Stance.PLANNED,
    Stance.WITHHELD,
    Stance.DENIED,
    Stance.WITHDRAWN,
    Stance.CONDEMNED,
    Stance.THREATENED,
    Stance.URGED,
}
_MEASURED = {"distance_km", "apogee_km", "flight_time_s", "yield_kt", "magnitude", "weapon_class", "count"}
_TAKEN_FOR_GRANTED = {"count.noun", "count.telling", "count.singular"}
_TAKEN_FOR = compiled(
    r"\b(?:(?:it|they|this|that|type|model|missiles?|weapons?|rockets?|projectiles?) (?:may|might|could) (?:well |possibly )?(?:be|have been)"
    r"|(?:was|were|is|are) (?:likely|probably))(?:,? [\w-]+){0,6},? [\"“‘']?$",
    re.IGNORECASE,
)
_OF_AN_EARLIER_TEXT = Gated(  # "an earlier version of this story said it flew 530 km"
    r"\b(?:(?:earlier|previous|original|initial|first) versions? of (?:this|the|our) (?:story|article|report|post|dispatch|page)"
    r"|(?:story|article|report) (?:originally|previously|initially|incorrectly|mistakenly|wrongly|erroneously) (?:said|stated|gave|reported|put))\b[^;]*\Z",
    re.IGNORECASE,
)
_ASKED = compiled(r"\b(?:where|how|which|what|when|why|who|from where)\b(?:(?!\b(?:whether|if)\b)[^.;])*\Z")
_WHAT_IT_IS = frozenset({"weapon", "weapon_class"})
_OF_THE_DEED = frozenset({"date", "site"})
_WHEN_AND_WHERE = {"date", "time_local", "time_utc", "site"}
_GUESSED = compiled(
    r"\b(?:possibly|perhaps|maybe|probably|may(?:be| have been)|might|could)\s+(?:\w+\s+){0,3}$", re.IGNORECASE
)
_SUSPECTED = compiled(r"\b(?:suspected|presumed|apparent)\s+(?:[\w-]+\s+){0,4}$", re.IGNORECASE)
_WHAT_IT_WAS = Gated(r"\bwhat (?:may|might|could)(?: well)? (?:have been|be)\b[^.;,]*\Z", re.IGNORECASE)
_FIRED = Gated(r"\b(?:(?:fir|launch|test)(?:ed|es|ing)|(?:launch|firing|test) of)\b", re.IGNORECASE)
_TAKEN_BACK = {Stance.WITHDRAWN, Stance.DENIED}
_OF_SPEECH: tuple[Sort, ...] = ("statement", "retraction")
_OBSERVERS = {"detector", "command", "science", "government", "official"}


class Speakers:
    """Gives every value of a report its voice."""

    def __init__(self, codebook: Codebook, *, parse: bool = False) -> None:
        self._codebook = codebook
        self._parse = parse

    def prepare(self, facts: Facts) -> Prepared:
        """The sentences of a report as the rules see them."""
        return prepare(facts.report.text, facts.sentences, facts.names, self._codebook)

    def parse(self, prepared: Sequence[Prepared]) -> list[dict[int, Parse]]:
        """For each report the trees of its hard sentences, all parsed at once; none where none are wanted."""
        trees: list[dict[int, Parse]] = [{} for _ in prepared]
        places = [(n, number) for n, one in enumerate(prepared) for number in self._hard(one)]
        if places:
            wanted = (prepared[n].sentences[number].span.of(prepared[n].text) for n, number in places)
            for (n, number), tree in zip(places, load().parse_many(wanted), strict=True):
                trees[n][number] = tree
        return trees

    def _hard(self, prepared: Prepared) -> tuple[int, ...]:
        return hard(prepared, self._codebook) if self._parse else ()

    def attribute(
        self, facts: Facts, framing: Framing, prepared: Prepared, parses: Mapping[int, Parse]
    ) -> tuple[tuple[Draft, Claim], ...]:
        """Each draft with the claim it becomes; a draft told twice at one place by one rule is one claim."""
        said = attribute(prepared, self._codebook, parses)
        voices = Voices(said)
        found: dict[str, tuple[Draft, Claim]] = {}
        for draft in (*drafts(framing), *statements(framing, said)):
            claim = _claim(facts, framing, draft, said, voices, self._codebook)
            found.setdefault(claim.id, (draft, claim))
        own = _by_frame(found.values())
        kept = frozenset(f.number for f in framing.frames if is_kept(framing, f, own.get(f.number, ())))
        told = _told(facts, [claim for draft, claim in found.values() if draft.frame in kept])
        for draft in remarks(framing, said, told, kept):
            claim = _claim(facts, framing, draft, said, voices, self._codebook)
            found.setdefault(claim.id, (draft, claim))
        return tuple(found.values())


def _by_frame(found: Iterable[tuple[Draft, Claim]]) -> Mapping[int, Sequence[Claim]]:
    """The claims of each frame."""
    own: dict[int, list[Claim]] = {}
    for draft, claim in found:
        own.setdefault(draft.frame, []).append(claim)
    return own


def _told(facts: Facts, claims: Sequence[Claim]) -> Mapping[tuple[int, str], Sequence[tuple[Span, Stance]]]:
    """Place and stance of what each speaker says in each sentence, by the sentence's number and the speaker's id."""
    told: dict[tuple[int, str], list[tuple[Span, Stance]]] = {}
    for claim in claims:
        for voice in () if claim.inherited else claim.voices:
            told.setdefault((facts.sentence_at(claim.span.start) or 0, voice.id), []).append((claim.span, claim.stance))
    return told


def _claim(
    facts: Facts, framing: Framing, draft: Draft, said: Sequence[Attribution], voices: Voices, codebook: Codebook
) -> Claim:
    span = Span(draft.start, draft.end)
    mention = framing.mention_ids[draft.frame]
    by = voices.of(span)
    if by is not None and by.inherited and not _goes_on(framing, draft, by, said):
        by = None
    return Claim(
        id=content_id(mention, draft.field, draft.start, draft.end, draft.value, draft.rule),
        mention=mention,
        field=draft.field,
        value=draft.value,
        written=span.of(facts.report.text),
        span=span,
        voices=draft.voices or (by.voices if by is not None else (NARRATOR,)),
        inherited=draft.voices is None and by is not None and by.inherited,
        cue=draft.cue or (by.cue if by is not None else None),
        stance=Stance.ASSERTED if _of_an_act(framing, draft) else _owned(framing, draft, span, by, codebook),
        rule=draft.rule,
    )


def _owned(framing: Framing, draft: Draft, span: Span, by: Attribution | None, codebook: Codebook) -> Stance:
    """How a value is said; a failure that its own state tells of is admitted."""
    stance = _stance(framing.facts, draft, span, by, codebook)
    state = framing.frames[draft.frame].state
    fails = draft.field == "outcome" and draft.value != Term("success")
    own = by is not None and state is not None and by.voices[-1].state == state
    return Stance.CONFIRMED if stance is Stance.ASSERTED and fails and own else stance


def _of_an_act(framing: Framing, draft: Draft) -> bool:
    """Whether a value is the day of an act of speech: that somebody denied something on Tuesday is not
    denied, and that an alert was withdrawn not withdrawn."""
    kind = framing.frames[draft.frame].type
    return draft.field == "date" and any(framing.codebook.is_a(kind, sort) for sort in _OF_SPEECH)


def _goes_on(framing: Framing, draft: Draft, by: Attribution, said: Sequence[Attribution]) -> bool:
    """Whether a sentence without a speaker is on the incident its last speaker spoke of, and so takes the voice."""
    before = bisect_left(said, by.sentence, key=lambda a: a.sentence)
    source = next(
        (a for n in range(before - 1, -1, -1) if not (a := said[n]).inherited and a.voices == by.voices), None
    )
    if source is None:
        return False
    spoken = {o.frame for o in framing.openers.get(source.sentence, ())}
    if draft.frame in framing.of_several_days and framing.of_several_days.intersection(spoken or {framing.main}):
        return True
    return draft.frame in spoken or (not spoken and draft.frame == framing.carried(source.sentence))


def _stance(facts: Facts, draft: Draft, span: Span, by: Attribution | None, codebook: Codebook) -> Stance:
    """The weaker of what the words around a value make of it and what its speaker does."""
    if draft.stance is not None and (draft.stance in _APART or draft.field == "statement"):
        return draft.stance
    number = facts.sentence_at(span.start)
    if number is None:
        return draft.stance or Stance.ASSERTED
    whole = facts.sentences[number].span
    if draft.field != "type" and _OF_AN_EARLIER_TEXT.search(facts.report.text, whole.start, span.start):
        return Stance.WITHDRAWN
    spoken = stance_at(facts.report.text, whole, span, by.stance if by is not None else None, codebook)
    if spoken is Stance.WITHDRAWN and draft.field in _OF_THE_DEED and draft.stance is None:
        return Stance.ASSERTED  # "took back its account of the launch of May 4": of the account, not of the day
    if spoken is Stance.WITHDRAWN and draft.field == "type" and by is not None and replaces(by.cue, codebook):
        return Stance.ASSERTED  # "corrected its account of the launch": that there was one stands
    flown = draft.field in {"type", "count"} and _FIRED.search(facts.report.text, whole.start, span.end) is None
    if spoken in _TAKEN_BACK and flown and find_eez(whole.of(facts.report.text)):
        return (
            Stance.ASSERTED
        )  # "withdrew its report that a missile flew over the country": where it went, not that it did
    if spoken is Stance.WITHHELD and (draft.rule in _TAKEN_FOR_GRANTED or _granted(facts, draft, span, by)):
        return Stance.ASSERTED  # "did not say how far the missile had flown": that one flew is not withheld
    guessed = draft.stance is Stance.ESTIMATED and spoken is Stance.SPECULATED
    if guessed and draft.field in _WHAT_IT_IS and _taken_for(facts, whole, span):
        return Stance.ESTIMATED  # "the type may be a Hwasal": what they take it for; of two that it may be, neither is
    if guessed and _only_suspected(facts, span):
        return Stance.ESTIMATED  # "a suspected ballistic missile": the holder's reading of it, not a guess that it was
    if draft.field in _WHEN_AND_WHERE and spoken is Stance.SPECULATED and not _guessed(facts, span):
        return (
            Stance.ESTIMATED
        )  # "what may have been a missile flew on Saturday": doubt of what it was, not of when or where
    if (
        draft.field == "count"
        and spoken is Stance.SPECULATED
        and _WHAT_IT_WAS.search(facts.report.text, whole.start, span.start)
    ):
        return Stance.ESTIMATED  # "fired what may have been two missiles": so many flew, whatever they were
    if draft.field in _MEASURED and spoken is Stance.SPECULATED and by is not None and by.voices[-1].kind in _OBSERVERS:
        return Stance.ESTIMATED  # who watches the flight and says "may have climbed above 7,000 km" gives an estimate
    return weakest(*(s for s in (draft.stance, spoken) if s is not None))


def _granted(facts: Facts, draft: Draft, span: Span, by: Attribution | None) -> bool:
    """Whether an incident is told in a question that asks for something else of it: "will not say where it came down"."""
    if by is None or draft.field != "type" or span.start < by.cue_span.end:
        return False
    return _ASKED.search(facts.report.text, by.cue_span.end, span.start) is not None


def _guessed(facts: Facts, span: Span) -> bool:
    """Whether the words right before a value say that it is a guess: "possibly on Saturday"."""
    return _GUESSED.search(facts.report.text[max(0, span.start - 30) : span.start]) is not None


def _taken_for(facts: Facts, sentence: Span, span: Span) -> bool:
    """Whether the words before a weapon say what somebody takes the thing that was fired for."""
    return _TAKEN_FOR.search(facts.report.text, max(sentence.start, span.start - 60), span.start) is not None


def _only_suspected(facts: Facts, span: Span) -> bool:
    return _SUSPECTED.search(facts.report.text[max(0, span.start - 60) : span.start]) is not None
