"""Speakers that no verb of speech stands beside: "condemnation came from X", "rejecting the charge, X ...", "'...,' X shot back"."""

from collections.abc import Iterator, Mapping, Sequence

from reportedly.extract.attribution_lexicon import Verb
from reportedly.extract.attribution_line import WORD, Frame, Line, Side, opens_clause
from reportedly.extract.attribution_nouns import first_verb, holder_after
from reportedly.extract.inflection import is_past
from reportedly.extract.voices import Holder
from reportedly.patterns import compiled

_COMMA = compiled(r", (?:the )?\Z")
_QUOTED = compiled(r"[,?!][\"”]\s+")
_DID = compiled(r"(?:,[^;:“”\"]{2,90},)?\s+(?P<verb>[a-z]+)\b")
_FOLLOWED = compiled(  # "a denial by the ministry came within the hour": that of which none came is nobody's
    r"(?:,[^,;:]{2,60},)? (?:has |had |have )?(?:soon |quickly |swiftly |also |then )?"
    r"(?:came|come|comes|followed|arrived|(?:was|were) (?:swift|quick|prompt|immediate|issued|made|sharp|loud|muted|instant|not long))\b"
)
_SAID_BEFORE = compiled(r"(?:[Dd]espite|[Aa]fter|[Ff]ollowing)\b")
_FOR = compiled(r" (?:for|on [A-Z][\w ]{2,20}? to|that)\b")
_COLON_QUOTES = compiled(r":\s+[“\"]")
_GOES_ON = compiled(r"(?:,[^,;:]{2,90},)? (?!(?:and|or|in|of|at|to)\b)[a-z]")
_CLOSE = 30  # a name begins this near behind the quotation


def by_act(line: Line, verbs: Mapping[str, tuple[Verb, ...]]) -> Iterator[Frame]:
    """Nouns for what is done by speaking, with whom it comes from or whose it is."""
    words = line.words
    for pattern in (words.act_from, words.drew, words.act_of, words.call_of):
        for m in pattern.finditer(line.text, line.start, line.end):
            holder, verb = holder_after(line, m.end(), 5), first_verb(verbs, m.lastgroup or "")
            if holder is None or verb is None:
                continue
            if verb.act == "urge" and _SAID_BEFORE.match(m[0]) and not _FOR.match(line.text, holder.end, line.end):
                continue  # "fired a missile despite pleas from China"
            if pattern is words.act_of and not _FOLLOWED.match(line.text, holder.end, line.end):
                continue
            if pattern is words.call_of and not _FOR.match(line.text, holder.end, line.end):
                continue
            side = Side.AFTER if pattern is words.call_of else Side.BEFORE
            yield Frame(m.start(), holder.end, *m.span(m.lastgroup or 0), holder, verb, side, "act")
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


def by_colon_quotation(line: Line, verbs: Mapping[str, tuple[Verb, ...]], found: Sequence[Frame]) -> Iterator[Frame]:
    """Whoever a clause is about that ends in a colon and a quotation: "Lee was blunt: 'A missile is a missile.'" """
    said = next((v for v in verbs.get("said", ()) if v.needs is None), None)
    m = _COLON_QUOTES.search(line.text, line.start, line.end)
    if m is None or said is None or any(f.start < m.start() for f in found):
        return
    low = max(line.text.rfind(";", line.start, m.start()), line.start)
    first = next((h for h in line.holders if low <= h.start < m.start()), None)
    if first is None or first.kind not in ("person", "body", "unnamed", "anaphor") or first.key == "it":
        return
    if opens_clause(line, first.start) and _GOES_ON.match(line.text, first.end, m.start()):
        yield Frame(line.start, m.start() + 1, m.start(), m.start() + 1, first, None, Side.AFTER, "quotation")


def _next(line: Line, at: int) -> Holder | None:
    return next((h for h in line.holders if at <= h.start < at + _CLOSE and h.kind in ("person", "body")), None)
