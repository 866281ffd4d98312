"""Who says which words of a report, and how: the attributions of its sentences, and the voice of any span."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from reportedly.codebook import Codebook, NameMatch
from reportedly.extract.attribution_clauses import clause_end
from reportedly.extract.attribution_content import content_of
from reportedly.extract.attribution_frames import NEITHER, frames
from reportedly.extract.attribution_holders import holders
from reportedly.extract.attribution_lexicon import Verb, verbs
from reportedly.extract.attribution_line import WORD, Frame, Line, Side
from reportedly.extract.discourse import Discourse
from reportedly.extract.parse import Parse
from reportedly.extract.sentences import Sentence, dateline
from reportedly.extract.speaker_words import Speaking, speaking
from reportedly.extract.stance import manner_of, said_stance, weakest
from reportedly.extract.voices import Holder
from reportedly.fields.gated import Gated
from reportedly.frozen import dataclass
from reportedly.model import BlockKind, Span, Stance, Voice
from reportedly.patterns import compiled

_DEPTH = 4
_BEHIND = 90  # how far behind a verb whoever is bidden something, and what, may stand
_INHERITS = 2  # how many unattributed sentences in a row may continue a speaker
_DOES = compiled(r"(?:,[^,;:]{2,90},)? (?!(?:and|or|in|of|at|to)\b)[a-z]")
_TITLE = compiled(r"(?:The |An? )?(?:[A-Z]?[a-z-]+ ){0,3}")
_NO_CONTENT = frozenset({Stance.CONDEMNED, Stance.URGED, Stance.THREATENED})


@dataclass(frozen=True, slots=True)
class Attribution:
    """One speaker's words in one sentence.

    `content` are the words that are said, `voices` the chain of speakers, outermost first. `inherited` marks a
    sentence that names no speaker and follows one that does: the caller decides whether it speaks of the same
    incident. `act` is what is done by speaking (condemn, deny, threaten, urge, announce, protest).
    `stance` is that of the first clause of what is said, `manner` how the verb puts all of it.
    """

    sentence: int
    content: tuple[Span, ...]
    voices: tuple[Voice, ...]
    cue: str
    cue_span: Span
    stance: Stance
    manner: Stance = Stance.ASSERTED
    inherited: bool = False
    act: str | None = None
    certainty: str = "certain"
    quote: bool = False
    rule: str = ""

    @property
    def length(self) -> int:
        """How many code points are said."""
        return sum(map(len, self.content))


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report's sentences read by the rules, before any is parsed."""

    text: str
    sentences: Sequence[Sentence]
    holders: tuple[Holder, ...]
    lines: tuple[tuple[int, Line, Sequence[Frame]], ...]


def prepare(text: str, sentences: Sequence[Sentence], names: Sequence[NameMatch], codebook: Codebook) -> Prepared:
    """Who could speak in each sentence, and the frames the rules see."""
    lexicon = verbs(codebook.cues)
    found = holders(text, names, codebook)
    lines = tuple(
        (number, line, frames(line, lexicon)) for number, line in _lines(text, sentences, found, speaking(codebook))
    )
    return Prepared(text, sentences, found, lines)


def hard(prepared: Prepared, codebook: Codebook) -> tuple[int, ...]:
    """The numbers of the sentences a parse may help: a verb of speech, someone who could speak, and no frame."""
    lexicon = verbs(codebook.cues)
    return tuple(n for n, line, read in prepared.lines if not read and line.holders and _has_verb(line, lexicon))


def _has_verb(line: Line, lexicon: Mapping[str, tuple[Verb, ...]]) -> bool:
    """Whether a verb of speech stands in the line, with what makes it one."""
    words = WORD.finditer(line.text, line.start, line.end)
    return any(v.speaks(line.text, w.end(), line.end) for w in words for v in lexicon.get(w[0].lower(), ()))


def attribute(
    prepared: Prepared, codebook: Codebook, parses: Mapping[int, Parse] | None = None
) -> tuple[Attribution, ...]:
    """Every attribution of a report, in the order of its sentences; the narrator's words have none.

    `parses` holds the trees of the hard sentences that were parsed, by their number.
    """
    lexicon, trees = verbs(codebook.cues), parses or {}
    discourse = Discourse(prepared.text, prepared.holders, speaking(codebook))
    result: list[Attribution] = []
    for number, line, seen in prepared.lines:
        parsed = replace(line, parse=trees[number]) if number in trees else line
        inside = frames(parsed, lexicon) if number in trees else seen
        read = [discourse.resolve(f) for f in inside if not _of_the_quoted(line, f)]
        discourse.pass_over(parsed)
        result += _attributions(parsed, number, [f for f in read if f.holder.voices], codebook)
    result = [_taken_back(prepared, said, result) for said in result]
    opened = {number: line.holders[0] for number, line, _ in prepared.lines if _opened_by_somebody(line)}
    return tuple(_with_quotes_and_heirs(prepared.text, prepared.sentences, result, opened, codebook))


def _taken_back(prepared: Prepared, said: Attribution, others: Sequence[Attribution]) -> Attribution:
    """What somebody said at first, as withdrawn where the same speaker says something else beside it: "The military had
    initially said three were launched"."""
    text, cue = prepared.text, said.cue_span
    head = text[max(prepared.sentences[said.sentence].start, cue.start - 30) : cue.start]
    at_first = _AT_FIRST.search(head)
    if said.manner is Stance.WITHDRAWN or at_first is None:
        return said
    beside = (o for o in others if o is not said and abs(o.sentence - said.sentence) < 2)
    again = at_first["or"] is None and any(o.voices[-1].id == said.voices[-1].id for o in beside)
    now = _NOW.search(text, cue.end, prepared.sentences[said.sentence].end)
    if not (again or now):
        return said
    end = (
        now.start() if now else len(text)
    )  # "first put it at 5.1 but later lowered it to 4.9": what comes behind stands
    content = tuple(Span(c.start, min(c.end, end)) for c in said.content if c.start < end)
    return replace(said, content=content, stance=Stance.WITHDRAWN, manner=Stance.WITHDRAWN)


def _of_the_quoted(line: Line, frame: Frame) -> bool:
    """Whether a frame's speaker is a pronoun inside a quotation: "'He expects the North to keep its word,' Bolton said"."""
    if frame.holder.key not in ("he", "it", "they"):
        return False
    head = line.text[line.origin : frame.holder.start]
    return head.rfind("“") > head.rfind("”") or head.count('"') % 2 == 1


def _opened_by_somebody(line: Line) -> bool:
    """Whether a sentence begins with a person or body that does something: who stands there says the quotation behind it."""
    first = line.holders[0] if line.holders else None
    return (
        first is not None
        and first.kind in ("person", "body")
        and first.voices != ()
        and _TITLE.fullmatch(line.text, line.start, first.start) is not None
        and _DOES.match(line.text, first.end, line.end) is not None
    )


class Voices:
    """The attributions of a report by place, so that a span asks only those that are near it."""

    def __init__(self, said: Sequence[Attribution]) -> None:
        self._said = said
        self._contents = sorted((c.start, c.end, number) for number, a in enumerate(said) for c in a.content)
        self._reach = list(accumulate((end for _, end, _ in self._contents), max))

    def of(self, span: Span) -> Attribution | None:
        """The innermost attribution whose words cover a span, one that names its speaker before one that inherits;
        None is the narrator."""
        return min(
            (self._said[number] for number in sorted(self._covering(span))),
            key=lambda a: (a.inherited, -len(a.voices), a.length),
            default=None,
        )

    def _covering(self, span: Span) -> Iterator[int]:
        """The numbers of the attributions with words that hold the span: back from it as far as any reaches."""
        index = bisect_right(self._contents, span.start, key=lambda c: c[0]) - 1
        while index >= 0 and self._reach[index] >= span.end:
            _, end, number = self._contents[index]
            if end >= span.end:
                yield number
            index -= 1


def _lines(
    text: str, sentences: Sequence[Sentence], found: Sequence[Holder], words: Speaking
) -> Iterator[tuple[int, Line]]:
    """The sentences that may make claims, each with its holders."""
    at = 0
    for number, s in enumerate(sentences):
        if s.kind not in (BlockKind.TITLE, BlockKind.BODY):
            continue
        start = s.start
        while at < len(found) and found[at].end <= start:
            at += 1
        head = dateline(text[s.start : s.end])
        if head and not _speaker_with_colon(text, s.start, s.start + head.end, found[at : at + 1]):
            start += head.end
        while at < len(found) and found[at].end <= start:
            at += 1
        inside = []
        for holder in found[at:]:
            if holder.start >= s.end:
                break
            inside.append(holder)
        yield number, Line(text, start, s.end, tuple(inside), words, s.kind is BlockKind.TITLE, None, s.start)


def _speaker_with_colon(text: str, start: int, end: int, first: Sequence[Holder]) -> bool:
    """Whether what looks like a dateline is a speaker: "KCNA: ", not "TOKYO: "."""
    return any(h.kind in ("body", "person") and h.start == start and text[h.end : end].strip() == ":" for h in first)


def _attributions(line: Line, number: int, found: Sequence[Frame], codebook: Codebook) -> list[Attribution]:
    made = [(f, content_of(line, f, i, found)) for i, f in enumerate(found)]
    for i in range(len(made) - 2, -1, -1):  # "X says, and Y denies, that ..."
        (frame, content), (later, said) = made[i], made[i + 1]
        if not content and frame.side is Side.AFTER and _AND_WHO.fullmatch(line.text, frame.end, later.start):
            made[i] = (frame, said)
    result = []
    for frame, content in made:
        if not content and frame.verb is None:
            continue
        outer = [o for o in made if o[0] is not frame and _wraps(o, frame)]
        outer.sort(key=lambda o: -sum(len(c) for c in o[1]))
        chain = _chain([*(v for o, _ in outer for v in o.voices_said), *frame.voices_said])
        result.append(_made(line, number, frame, content, chain, [o for o, _ in outer], codebook))
    return result


def _wraps(outer: tuple[Frame, tuple[Span, ...]], inner: Frame) -> bool:
    return any(c.start <= inner.cue_start and inner.cue_end <= c.end for c in outer[1])


def _chain(voices: Sequence[Voice]) -> tuple[Voice, ...]:
    """The voices without one that only repeats a later one, at most four."""
    kept = [v for i, v in enumerate(voices) if all(v.id != later.id for later in voices[i + 1 :])]
    return tuple(kept[-_DEPTH:])


_AT_FIRST = Gated(  # "first" may also be the earliest of several
    r"\b(?:initially|originally|at first|mistakenly|erroneously|wrongly|(?<!\bwas )(?<!\bwere )(?P<or>first))(?: \w+ly)? \Z"
)
_NOW = Gated(r"\b(?:but|now|later|subsequently|then|revis\w+|correct\w+|amend\w+)\b")
_AND_WHO = compiled(r", (?:and|but|while|though|although) (?:the )?")
_WHO = compiled(r"\b(?:who|whose|whom|because|as he|as she)\b")


def _made(
    line: Line,
    number: int,
    frame: Frame,
    content: tuple[Span, ...],
    chain: tuple[Voice, ...],
    outer: Sequence[Frame],
    codebook: Codebook,
) -> Attribution:
    verb = frame.verb
    cue = Span(frame.cue_start, frame.cue_end)
    said = content[0].of(line.text) if content else ""
    before = line.text[max(line.start, frame.cue_start - 40) : frame.cue_start]
    if verb is not None and cue.of(line.text).lower() != verb.base and _WHO.search(line.text, frame.start, cue.start):
        before = ""  # "an official who asked not to be named said": what is negated is told of the speaker
    if verb is not None and NEITHER.search(line.text, line.start, cue.start):
        before = "not "
    stance, act = said_stance(
        verb, before, line.text[cue.end : min(line.end, cue.end + _BEHIND)], said, chain[-1], codebook
    )
    above = [over.verb.stance for over in outer if over.verb is not None]
    return Attribution(
        sentence=number,
        content=content,
        voices=chain,
        cue=cue.of(line.text),
        cue_span=cue,
        stance=weakest(stance, *above),
        manner=manner_of(verb, stance, above),
        act=act,
        certainty=verb.certainty if verb else "certain",
        quote=said.lstrip().startswith(("“", '"')),
        rule=f"attribution.{frame.rule}",
    )


def _with_quotes_and_heirs(
    text: str,
    sentences: Sequence[Sentence],
    found: Sequence[Attribution],
    opened: Mapping[int, Holder],
    codebook: Codebook,
) -> Iterator[Attribution]:
    """The attributions, and for sentences that name no speaker the one they may continue."""
    by_sentence: dict[int, list[Attribution]] = {}
    for a in found:
        by_sentence.setdefault(a.sentence, []).append(a)
    heir: Attribution | None = None
    age = 0
    quoting = False
    before: Holder | None = None
    for number, s in enumerate(sentences):
        if s.kind not in (BlockKind.TITLE, BlockKind.BODY):
            continue
        own = by_sentence.get(number, [])
        written = text[s.start : s.end]
        opens = quoting or written.startswith(("“", '"'))
        last, before = before, opened.get(number) if not own else None
        if last is not None and not own and _QUOTED.fullmatch(written) and s.kind is BlockKind.BODY:
            heir, age = _quotation(number, s, written, last.voices, codebook), 0
            yield heir
        elif opens and not own and heir is not None and s.kind is BlockKind.BODY:
            yield _quoted_on(heir, number, s, written, codebook)
        elif own:
            yield from own
            heir, age = _last_word([a for a in own if not _aside(text, s, a)]), 0
        elif heir is not None and age < _INHERITS and s.kind is BlockKind.BODY:
            age += 1
            yield replace(
                heir,
                sentence=number,
                content=(s.span,),
                inherited=True,
                stance=_inherited(heir.stance),
                act=None,
                rule="attribution.inherited",
            )
        if s.kind is BlockKind.TITLE:
            heir = None
        quoting = _still_quoting(written, quoting)


_QUOTED = compiled(r"“[^“”]+(?:”\W*)?|\"[^\"]+(?:\"\W*)?")


def _quotation(
    number: int, sentence: Sentence, written: str, voices: tuple[Voice, ...], codebook: Codebook
) -> Attribution:
    """A quotation on its own behind a sentence on somebody: "X spoke briefly at his office. 'Intolerable.'" """
    said = Span(sentence.start + 1, sentence.start + len(written.rstrip().rstrip('”"')))
    stance, act = said_stance(None, "", "", written[1:].rstrip('”" '), voices[-1], codebook)
    return Attribution(
        sentence=number, content=(said,), voices=voices, cue=written[0], cue_span=Span(said.start - 1, said.start),
        stance=stance, act=act, quote=True, rule="attribution.quotation",
    )  # fmt: skip


def _quoted_on(heir: Attribution, number: int, sentence: Sentence, written: str, codebook: Codebook) -> Attribution:
    """A quotation that goes on in the next sentence or paragraph: its speaker, with a stance of its own."""
    stance, act = said_stance(None, "", "", written.strip('“”" '), heir.voices[-1], codebook)
    return replace(
        heir, sentence=number, content=(sentence.span,), inherited=False, quote=True, stance=weakest(stance, heir.manner),
        act=act, rule="attribution.quotation",
    )  # fmt: skip


def _aside(text: str, sentence: Sentence, said: Attribution) -> bool:
    """Whether somebody speaks only in a clause that opens a sentence on something else: what follows goes on with that."""
    end = said.content[-1].end if said.content else said.cue_span.end
    at = said.cue_span.start
    return clause_end(text, sentence.start, at, said.cue_span.end, sentence.end) <= end < sentence.end - 1


def _last_word(own: Sequence[Attribution]) -> Attribution | None:
    """The attribution a following sentence may continue: the widest of those that report."""
    reporting = [a for a in own if a.manner not in _NO_CONTENT and a.content]
    return max(reporting, key=lambda a: (a.length, -len(a.voices))) if reporting else None


def _inherited(stance: Stance) -> Stance:
    return stance if stance in (Stance.ASSERTED, Stance.ALLEGED) else Stance.ASSERTED


def _still_quoting(written: str, quoting: bool) -> bool:
    opened, closed = written.rfind("“"), written.rfind("”")
    if opened < 0 and closed < 0:
        return quoting if "“" not in written and '"' not in written else written.count('"') % 2 == 1 and not quoting
    return opened > closed
