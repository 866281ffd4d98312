"""Speakers that no verb of speech stands beside: "condemnation came from X", "rejecting the charge, X ...", "'...,' X shot back"."""

from collections.abc import Iterator, Mapping, Sequence

from reportedly.extract.attribution_lexicon import Verb
from reportedly.extract.attribution_line import WORD, Frame, Line, Side
from reportedly.extract.attribution_nouns import first_verb, holder_after
from reportedly.extract.inflection import is_past
from reportedly.extract.voices import Holder
from reportedly.patterns import compiled

_COMMA = compiled(r", (?:the )?\Z")
_QUOTED = compiled(r"[,?!][\"”]\s+")
_DID = compiled(r"(?:,[^;:“”\"]{2,90},)?\s+(?P<verb>[a-z]+)\b")
_CLOSE = 30  # a name begins this near behind the quotation


def by_act(line: Line, verbs: Mapping[str, tuple[Verb, ...]]) -> Iterator[Frame]:
    """Nouns for what is done by speaking, with whom it comes from or whose it is."""
    for m in line.words.act_from.finditer(line.text, line.start, line.end):
        act = "condemn" if m["blamed"] else m.lastgroup or ""
        holder, verb = holder_after(line, m.end(), 5), first_verb(verbs, act)
        if holder is not None and verb is not None:
            yield Frame(m.start(), holder.end, *m.span(m.lastgroup or 0), holder, verb, Side.BEFORE, "act")
    for holder in line.holders:
        behind = line.words.act_behind.match(line.text, holder.end, line.end)
        verb = first_verb(verbs, behind.lastgroup or "") if behind else None
        if behind is not None and verb is not None:
            cue = behind.span(behind.lastgroup or 0)
            yield Frame(holder.start, behind.end(), *cue, holder, verb, Side.AFTER, "act")


def by_opening(line: Line, verbs: Mapping[str, tuple[Verb, ...]]) -> Iterator[Frame]:
    """A participle that opens the sentence, said by whoever is the subject behind its comma."""
    first = WORD.match(line.text, line.start, line.end)
    if first is None or not first[0].endswith("ing"):
        return
    end = first.end()
    verb = next(
        (v for v in verbs.get(first[0].lower(), ()) if v.participle and v.speaks(line.text, end, line.end)), None
    )
    holder = next((h for h in line.holders if h.start > end and _COMMA.search(line.text, end, h.start)), None)
    if verb is not None and holder is not None and holder.key != "run":
        yield Frame(line.start, end, line.start, end, holder, verb, Side.AFTER, "opening")


def by_quotation(line: Line, verbs: Mapping[str, tuple[Verb, ...]], found: Sequence[Frame]) -> Iterator[Frame]:
    """Whoever stands right behind a quotation and does something: "'We will not wait,' the minister shot back"."""
    said = next((v for v in verbs.get("said", ()) if v.needs is None), None)
    for m in _QUOTED.finditer(line.text, line.start, line.end):
        holder = _next(line, m.end())
        did = _DID.match(line.text, holder.end, line.end) if holder is not None else None
        if (
            holder is None
            or did is None
            or not is_past(did["verb"])
            or said is None
            or any(f.end > m.end() for f in found)
        ):
            continue
        yield Frame(holder.start, did.end(), *did.span("verb"), holder, said, Side.BEFORE, "quotation")


def _next(line: Line, at: int) -> Holder | None:
    return next((h for h in line.holders if at <= h.start < at + _CLOSE and h.kind in ("person", "body")), None)
