"""The words that a frame puts in its speaker's mouth: from where to where they go."""

import re
from collections.abc import Sequence

from reportedly.extract.attribution_clauses import clause_end
from reportedly.extract.attribution_line import MEDIA, Frame, Line, Side, is_quoted
from reportedly.model import Span, Stance
from reportedly.patterns import compiled

_DONE_BY_SAYING = frozenset({Stance.THREATENED, Stance.PLANNED, Stance.URGED})


def content_of(line: Line, frame: Frame, number: int, found: Sequence[Frame]) -> tuple[Span, ...]:
    """The words a frame puts in its speaker's mouth."""
    if frame.rule == "noun" or frame.rule.endswith(".relative"):
        comma = re.compile(r"[,;:—–]\s")
        stops = [m.end() for m in comma.finditer(line.text, line.start, frame.start)]
        if frame.start in stops:  # the comma stands before the speaker, not before what is said
            stops.remove(frame.start)
        behind = comma.search(line.text, frame.end, line.end)
        if frame.side is Side.BEFORE:
            return _spans(line.text, (stops[-1] if stops else line.start, frame.start))
        return _spans(line.text, (frame.end, behind.start() if behind else line.end))
    if (
        frame.rule == "act"
        and frame.side is Side.BEFORE
        and (came := _CAME.match(line.text, frame.cue_end, frame.holder.start))
    ):
        return _spans(line.text, came.span("said"))
    if frame.rule == "act" and frame.side is Side.BEFORE and not _WORDS.search(line.text, line.start, frame.start):
        return _spans(line.text, (frame.cue_start, frame.cue_end))  # "Confirmation came from the service"
    if frame.rule == "likewise":
        return _spans(line.text, (frame.start, frame.end))
    if frame.rule == "opening":
        return _spans(line.text, (frame.end, line.text.rfind(",", frame.end, frame.holder.start)))
    if frame.side is Side.AFTER and (cleft := _CLEFT.search(line.text, line.start, frame.start)):
        return _spans(line.text, (line.start, cleft.start()))
    acts = frame.verb is not None and frame.verb.stance in _DONE_BY_SAYING
    left, right = _left_bound(line, frame, found[:number]), _right_bound(line, frame, found[number + 1 :])
    right = min(right, clause_end(line.text, line.start, frame.start, frame.end, line.end))
    if acts and (over := _STRONG.search(line.text, frame.end, right)):  # "vowed that it would never fly, but it did"
        right = over.start()
    if (
        frame.verb is not None
        and frame.verb.stance is Stance.DENIED
        and (beside := _BESIDE_DENIAL.search(line.text, frame.end, right))
    ):
        right = beside.start()
    if frame.side is Side.AFTER:
        return _spans(line.text, (frame.end, right))
    if frame.side is Side.BEFORE:
        return _spans(line.text, (left, frame.start))
    return _spans(line.text, (left, frame.start), (frame.end, right))


def _spans(text: str, *bounds: tuple[int, int]) -> tuple[Span, ...]:
    spans = []
    for first, last in bounds:
        start, end = first, last
        while start < end and text[start] in " ,;:.—–\n":
            start += 1
        while end > start and text[end - 1] in " ,;:\n":
            end -= 1
        if end > start:
            spans.append(Span(start, end))
    return tuple(spans)


_CAME = compiled(r" (?P<said>that [^.;]+?),? (?:has |had |have )?(?:came|come|comes|followed|arrived|was|by|from)\b")
_WORDS = compiled(r"[A-Za-z]{3}")
_CLEFT = compiled(
    r",? (?:is|was|were) (?:how|what|the way|all(?: that)?)(?: the)? \Z"
)  # "'Reckless' was what the minister called it"
_BESIDE_DENIAL = compiled(  # "denies arms exports as questions follow its latest test": the test is not denied
    r"\s(?:(?:\w+\s){0,2}after|as|while|when|amid|despite|following)\s(?!well\b)"
)
_CLAUSE = compiled(r";\s+|,?\s+(?:while|whereas|although|though)\s+|,\s+(?:and|but|yet|so)\s+|\s+(?:and|but)\s+")
_STRONG = compiled(r";\s+|,?\s+(?:while|whereas|although|though)\s+|,\s+(?:and|but|yet|so)\s+")


def _right_bound(line: Line, frame: Frame, later: Sequence[Frame]) -> int:
    """Where a speaker's words end: at the clause in which another speaks, else with the sentence."""
    for other in later:
        if other.start < frame.end:
            continue
        gap = line.text[frame.end : other.start]
        if other.side is Side.AFTER and other.rule == "continued" and other.holder.start != frame.holder.start:
            comma = gap.rfind(",")  # "doubted the North's claim that it flew, saying that it had blown up"
            if comma >= 0 and not gap[comma + 1 :].strip():
                return frame.end + comma
        if other.side is Side.AFTER:
            cut = _last_clause(gap, near=other.rule != "preposition")
            if cut is not None:
                return frame.end + cut
        elif _is_media(other):
            return other.start
        else:
            strong = [m.start() for m in _STRONG.finditer(gap)]
            return frame.end + strong[-1] if strong and frame.side is Side.AFTER else other.start
    return line.end


def _left_bound(line: Line, frame: Frame, earlier: Sequence[Frame]) -> int:
    """Where the words before a speaker begin: behind the clause in which another speaks, else with the sentence."""
    start = line.start
    if _is_media(frame):
        return start
    for other in reversed(earlier):
        if other.end > frame.start:
            continue
        gap = line.text[other.end : frame.start]
        strong = [m.end() for m in _STRONG.finditer(gap)]
        if strong:
            return other.end + strong[-1]
        if other.side is not Side.AFTER:
            return other.end
        return start
    return start


_THAT_OR_WHO = compiled(r"\b(?:that|which|who)\b")


def _last_clause(gap: str, *, near: bool) -> int | None:
    """Where the clause begins that ends at this gap's end: just before it, or at its last strong break."""
    last = None
    for m in _CLAUSE.finditer(gap + " "):
        rest = gap[m.end() :]
        if len(rest) <= 30 and not _THAT_OR_WHO.search(rest) and not is_quoted(gap[: m.start()], gap[m.start() :]):
            last = m.start()
    if last is None:
        strong = [m.start() for m in _STRONG.finditer(gap)]
        last = strong[-1] if strong and not near else None
        semi = gap.rfind(";")
        last = semi if semi >= 0 else last
    return last


def _is_media(frame: Frame) -> bool:
    return frame.holder.voices[0].kind in MEDIA and frame.side is not Side.AFTER
