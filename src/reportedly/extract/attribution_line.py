"""One sentence being read for its speakers, and on which side of a speaker the words said stand."""

import re
from dataclasses import replace
from enum import StrEnum

from reportedly.extract.attribution_lexicon import Verb
from reportedly.extract.parse import Parse
from reportedly.extract.speaker_words import Speaking
from reportedly.extract.voices import Holder
from reportedly.frozen import dataclass
from reportedly.model import Voice
from reportedly.patterns import compiled

WORD = compiled(r"[A-Za-zÀ-ÿ]+(?:['’-][A-Za-zÀ-ÿ]+)*")
MEDIA = frozenset({"wire", "outlet", "state_media"})


class Side(StrEnum):
    """Where the words said stand, seen from the words that say who speaks."""

    AFTER = "after"
    BEFORE = "before"
    AROUND = "around"


@dataclass(frozen=True, slots=True)
class Frame:
    """A speaker and a cue in a sentence. `start` and `end` bound the words that are no part of what is said."""

    start: int
    end: int
    cue_start: int
    cue_end: int
    holder: Holder
    verb: Verb | None
    side: Side
    rule: str
    cited: tuple[Holder, ...] = ()
    told: tuple[Holder, ...] = ()

    @property
    def voices_said(self) -> tuple[Voice, ...]:
        """The medium it was told to, the speaker, and whom the speaker cites, outermost first."""
        cited = tuple(v for h in self.cited for v in h.voices)
        return (*(v for h in self.told for v in h.voices), *self.holder.voices, *cited)


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence being read: the report's text, the sentence's bounds without its dateline, who stands in it."""

    text: str
    start: int
    end: int
    holders: tuple[Holder, ...]
    words: Speaking
    title: bool = False
    parse: Parse | None = None
    origin: int = 0  # where the parsed sentence begins


def opens_clause(line: Line, at: int) -> bool:
    """Whether nothing but opening words stand between the start of the clause and here."""
    before = line.text[line.start : at]
    clause = re.split(r"[;:]|, (?:and|but|while)\b", before)[-1]
    return not clause.strip(" \"'“‘-–—•") or clause.strip().lower() in ("but", "and", "yet", "while", "however,")


def sided(line: Line, frame: Frame) -> Frame:
    """The frame with the side on which its words stand."""
    frame = _past_opening(line, frame)
    before = line.text[line.start : frame.start].rstrip()
    if frame.side is Side.BEFORE:
        return frame
    opens = not before or before[-1] in ";:" or opens_clause(line, frame.start)
    after = line.text[frame.end : line.end]
    said = said_after(after, line.words) and not (before[-1:] in (",", '"', "”") and _WHERE.match(after))
    if opens or not before:
        return frame
    if before[-1] in '"”' and before[-2:-1] in ("?", "!", ",") and not _SAYS_MORE.search(after):
        return replace(frame, side=Side.BEFORE)  # "'...,' she said at the start of the talks"
    if before[-2:] in (',"', ",”") and _OPENS_QUOTE.search(after):
        return replace(frame, side=Side.AROUND)  # "'We have no idea,' X told the paper, 'how they did it'"
    if before[-1] in ",\"”'’—–" or before.endswith("..."):
        if not said:
            return replace(frame, side=Side.AROUND)
        if frame.verb is not None and frame.verb.base == "tell":
            return frame if before[-1] != "," or _TELLS.search(after) else replace(frame, side=Side.BEFORE)
    elif not said:
        return replace(frame, side=Side.BEFORE, rule=f"{frame.rule}.relative")
    return frame


_AS = compiled(r"(?:(?<=[,;—–(] )|(?<=[—(])|\A)[Aa]s \Z")
_BRACKET = compiled(r"\s*\((?:[Aa]s )?\Z")


def _past_opening(line: Line, frame: Frame) -> Frame:
    """The frame with what opens it: "as the Pentagon said,", "(the JCS said)"."""
    end = line.text[frame.end : line.end].lstrip()[:1]
    if end == ")" and (m := _BRACKET.search(line.text, line.start, frame.start)):
        close = line.text.index(")", frame.end)
        return replace(frame, start=m.start(), end=close + 1, side=Side.BEFORE)
    if (end in ",.;)—–" or not end) and (m := _AS.search(line.text[line.start : frame.start])):
        return replace(frame, start=line.start + m.start())
    return frame


_TELLS = compiled(
    r"[“\":]|\b(?:that|to|of|about|how|what|why|it|they|he|she|there|had|was|were|is|are|would|will|could|must|should)\b"
)
_SAYS_MORE = compiled(
    r"[“\"]|\A\s*(?!of |about |when |after )(?:\w+ ){0,3}that\b|,\s+(?:and|but|adding|calling|noting|saying|warning|urging)\b"
)
_OPENS_QUOTE = compiled(r"\A[^.;:“\"]{0,60}, [“\"]")
_WHERE = compiled(r"\s*(?:in|on|at|during|from|after|through|via) (?:[\w'’-]+ ){0,5}[\w'’-]+\s*(?:[.,;]|\Z)")
_THAT_BEHIND = compiled(r",[^,;:]{2,60}, that\b")  # "denied, in private, that"
_ON_WHAT = compiled(  # "in a statement that urged the North to stop"
    r"\s*(?:in|during|on|at|through|via) [^,.;:\"“]{3,50}? (?:that|which) (?:\w+ly )?(?:was|were|is|are|has|had|also|\w+ed)\b"
)
_ADJUNCT = compiled(r"\s*(?P<words>[^,.;:\"“]*)(?P<stop>[,.;:\"“]|\Z)")


def said_after(after: str, known: Speaking) -> bool:
    """Whether what follows the verb is said, and not only when, where and to whom it was said."""
    m = _ADJUNCT.match(after)
    if m is None:
        return False
    if _THAT_BEHIND.match(after):
        return True
    if _ON_WHAT.match(after):
        return False
    words = WORD.findall(m["words"])
    if any(w.lower() not in known.beside_speech and not w[0].isupper() for w in words) or "that" in words:
        return True
    if len(words) > 7:
        return True
    rest = after[m.end() :].lstrip()
    return m["stop"] in (":", "“", '"') or (m["stop"] == "," and rest[:1] in '"“')


def is_quoted(before: str, behind: str) -> bool:
    """Whether the place between two stretches of text stands in a quotation that ends in the second."""
    if before.rfind("“") > before.rfind("”"):
        return "”" in behind
    return before.count('"') % 2 == 1 and '"' in behind
