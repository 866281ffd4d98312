"""Where a sentence says who speaks by other words than verbs: prepositions, colons, sources cited and media told."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportedly.extract.attribution_lexicon import Verb
from reportedly.extract.attribution_line import MEDIA, Frame, Line, Side, opens_clause, said_after, sided
from reportedly.extract.attribution_nouns import first_verb, holder_after
from reportedly.extract.attribution_open import is_personal
from reportedly.extract.voices import Holder, made_voice
from reportedly.fields.gated import Gated
from reportedly.fields.together import SENTENCES
from reportedly.fields.word_set import words_of
from reportedly.patterns import compiled

_PREPOSITION = Gated(
    r"\b(?P<source>[Aa]ccording to|[Aa]s per|[Pp]er(?! (?:cent|hour|second|minute|day|week|month|year|head)\b)|[Ii]n the (?:words|view|opinion) of|[Bb]ased on|[Qq]uoted (?:by|from)"
    r"|[Cc]ited by"
    r"|(?:[Ss]o|[Tt]hus) (?:runs?|ran|reads?|goes|went) (?:an?|the) (?:\w+ )?(?:statement|account|report|version|release|verdict) (?:of|by|from)"
    r"|(?:words|remarks|quotes?|statements?|comments) (?:attributed|credited) to)\b"
    r"|\b(?P<cited>[Cc]iting|[Qq]uoting|[Rr]eferring to|[Ww]ith reference to|(?:which|who) cite[sd]|[Cc]ited|[Qq]uoted)\b",
    together=SENTENCES,
)
_PHRASE = compiled(
    r"\s+(?P<phrase>(?:an?|the|some|one|two|its|several|many)?\s*[A-Za-z][\w'’ -]{2,60}?)"
    r"(?=[,.;:)]|\s(?:in|at|on|who|which|that|and)\b|\Z)"
)
_TOLD_BY_WHAT = compiled(r"\b(?:who|whose|which|that)\b")
_IS_QUOTED = compiled(r"\b(?:is|are|was|were|been|being) (?:(?:later|also|widely|\w+ly) )?\Z")
_PASSIVE = frozenset({"quoted by", "cited by"})
_COLON = compiled(r"\s*(?:\([^)]{1,40}\)|, (?:an? |the )?[a-z][^:;,]{2,80})?\s*:\s+(?=\S)")
_WITNESSES = frozenset({"people", "witnesses", "residents", "passengers", "eyewitnesses"})
_ONE = compiled(r"(?:an?|one|two|three|several|some) ", re.IGNORECASE)
_PAPERS = words_of(
    "statement report data figures estimate estimates account law rules plan schedule count reports source sources"
)
_COLON_TAIL = compiled(r"\s*[:–—-]\s+\Z")
_LEAD_IN = compiled(
    r"\s*(?:[-–—•*]\s*|\[[^\]]{1,20}\]\s*|[\"“'‘]\s*|(?:LIVE|WATCH|BREAKING|UPDATE\w*+|Video|From|By)\s*(?::\s*)?)*"
    r"(?:the\s+)?",
    re.IGNORECASE,
)
_DETERMINERS = words_of(
    "a an the its their his her no this that these those some any new first second latest official recent"
)


def by_preposition(line: Line, verbs: Mapping[str, tuple[Verb, ...]]) -> tuple[list[Frame], list[Frame]]:
    """The frames of "according to" and its like, and the sources that are only cited."""
    sources: list[Frame] = []
    cited: list[Frame] = []
    for m in _PREPOSITION.finditer(line.text, line.start, line.end):
        holder = holder_after(line, m.end(), 60)
        if holder is not None and _TOLD_BY_WHAT.search(line.text, m.end(), max(m.end(), holder.start)):
            holder = None  # "according to people who saw it from Cape Town"
        holder = holder or (_phrase(line, m.end()) if _names_speaker(m) else None)
        if holder is None or (m["cited"] and m["cited"].lower() in ("cited", "quoted")):
            continue
        if _IS_QUOTED.search(line.text, max(line.start, m.start() - 30), m.start()) and m[0].lower() in _PASSIVE:
            continue  # "X was quoted by Y as saying": read with the verb
        if m[0].lower() in _PASSIVE and holder.key == "phrase":  # who quotes is a medium
            holder = replace(holder, voices=(replace(holder.voices[0], kind="outlet"),))
        side = Side.AFTER if opens_clause(line, m.start()) else Side.AROUND
        estimate = first_verb(verbs, "estimates") if line.text.endswith("estimates", holder.start, holder.end) else None
        frame = Frame(m.start(), holder.end, m.start(), m.end(), holder, estimate, side, "preposition")
        (cited if m["cited"] else sources).append(frame)
    return [*_to_one(line), *_as_put(line), *sources], cited


_AS = compiled(
    r"\b[Aa]s (?:(?:an?|the|one) (?:\w+ )?(?:statement|release|note|report|communique|account) (?:of|by|from) (?:the )?)?\Z"
)
_PUT_IT = compiled(
    r",? (?:\w+ )?(?:puts?|has|have|had|saw|sees?|tells?|told|phrased|framed|described|describes|explained|worded) it\b"
)


def _as_put(line: Line) -> Iterator[Frame]:
    """ "As the ministry put it": who put it so says what stands around."""
    for holder in line.holders:
        m = _PUT_IT.match(line.text, holder.end, line.end) or _APPOSED_PUT.match(line.text, holder.end, line.end)
        opener = _AS.search(line.text, line.start, holder.start) if m else None
        if m and opener:
            side = Side.AFTER if opens_clause(line, opener.start()) else Side.AROUND
            yield Frame(opener.start(), m.end(), opener.start(), m.end(), holder, None, side, "preposition")


_APPOSED_PUT = compiled(r"(?:, [^;:]{2,100},| (?:who|of|at) [^,;:]{2,80})" + _PUT_IT.pattern.removeprefix(",?"))
_TO_ONE = compiled(r"\s*(?:[Tt]o|(?P<person>[Ff]or)) (?:the )?\Z")
_IS_SO = compiled(
    r"(?:, [^,;:]{2,80},| (?:of|at) [^,;:]{2,50}?)?,? (?:the|it|this|that|these|all|none|such|an?)\b[^,;:]{0,60}?\b(?:is|was|were|are|looks?|looked)\b"
)


def _to_one(line: Line) -> Iterator[Frame]:
    """ "To the USGS the quake was an explosion": how it looks to one is what that one says."""
    first = line.holders[0] if line.holders else None
    opens = _TO_ONE.match(line.text[line.start : first.start]) if first is not None else None
    if first is None or opens is None or (opens["person"] and first.kind != "person"):
        return
    if _IS_SO.match(line.text, first.end):
        yield Frame(line.start, first.end, line.start, first.end, first, None, Side.AFTER, "preposition")


def _names_speaker(m: re.Match[str]) -> bool:
    """Whether what stands behind the words can only be a speaker; what something is based on may be a thing."""
    return m["source"] is not None and m["source"].lower() != "based on"


def _phrase(line: Line, at: int) -> Holder | None:
    """The words behind "according to" as a speaker of their own where none is known: "a group in Norway"."""
    m = _PHRASE.match(line.text, at, line.end)
    if m is None:
        return None
    words = [w for w in m["phrase"].split() if w.lower() not in _DETERMINERS]
    if len(words) > 1 and words[-1].lower() in _PAPERS and words[0][0].isupper():
        words.pop()  # "a Channel 12 report"
    if not words or len(words) > 5 or words[-1].lower() in (line.words.silent | _PAPERS):
        return None
    if (
        len(words) == 1
        and words[0].islower()
        and not (words[0] in _WITNESSES or (_ONE.match(m["phrase"]) and is_personal(words[0])))
    ):
        return None
    return Holder(
        m.start("phrase"), m.end("phrase"), (made_voice(" ".join(words), "unnamed", None),), "unnamed", "phrase"
    )


def by_colon(line: Line) -> Iterator[Frame]:
    """ "Seoul: missile fired", and in headlines "Missile fired: Seoul"."""
    first = line.holders[0] if line.holders else None
    if first is not None:
        lead = _LEAD_IN.match(line.text, line.start)
        m = _COLON.match(line.text, first.end)
        if m and m.end() < line.end and lead and first.start <= lead.end():
            yield Frame(line.start, m.end(), first.start, first.end, first, None, Side.AFTER, "colon")
    if line.title and (tail := line.words.colon_tail.search(line.text, line.start, line.end)) is not None:
        who = tail["who"]
        if not any(h.end > tail.start("who") for h in line.holders):
            holder = Holder(*tail.span("who"), (made_voice(who, "unnamed", None),), "unnamed", "phrase")
            yield Frame(tail.start(), line.end, *tail.span("who"), holder, None, Side.BEFORE, "colon")
    last = line.holders[-1] if line.holders else None
    if last is not None and line.title and last.end >= line.end - 1:
        m = _COLON_TAIL.search(line.text, max(line.start, last.start - 4), last.start)
        if m:
            yield Frame(m.start(), line.end, last.start, last.end, last, None, Side.BEFORE, "colon")


_TOLD = Gated(
    r"\b(?:told|telling|tells|(?:[Ss]peaking|[Tt]alking|spoke) (?:to|with|on)"
    r"|[Ii]n an? (?:\w+ )?(?:interview|comments?|remarks|briefing|call) (?:with|to|on|for)|[Ii]nterviewed by)(?: (?:the )?(?:[\w-]+ ){0,2}?(?:news )?(?:agency|broadcaster|network|newspaper|television|radio|channel|website|daily))? (?:the )?\Z"
)
_TOLD_PASSIVE = compiled(r" (?:was|were|has been|had been) told\b")


def with_told(line: Line, found: Sequence[Frame]) -> list[Frame]:
    """The frames with the medium a speaker told it to, which is who reports it."""
    media = [
        h
        for h in map(_as_medium, line.holders)
        if h.voices
        and h.voices[-1].kind in MEDIA
        and (_TOLD.search(line.text, max(line.start, h.start - 45), h.start) or _TOLD_PASSIVE.match(line.text, h.end))
    ]
    result = list(found)
    for medium in media:
        apart = [i for i, f in enumerate(result) if f.holder.start != medium.start and f.rule != "continued"]
        near = min(apart, key=lambda i: abs(result[i].cue_start - medium.start), default=None)
        if near is not None:
            frame = result[near]
            end = medium.end if 0 <= medium.start - frame.end <= 5 else frame.end
            result[near] = replace(frame, end=end, told=(medium,))
    return result


def _as_medium(holder: Holder) -> Holder:
    """The holder; an acronym or name nobody knows as a medium, which it is where somebody told it something."""
    if holder.kind != "organisation" or holder.voices[-1].kind != "claimant":
        return holder
    return replace(holder, voices=(*holder.voices[:-1], replace(holder.voices[-1], kind="outlet")))


def with_cited(line: Line, found: Sequence[Frame], cited: Sequence[Frame]) -> tuple[Frame, ...]:
    """Each cited source hung on the frame nearest to it; one that nobody cites speaks for itself."""
    if not cited:
        return tuple(found)
    result = list(found)
    for source in cited:
        near = sorted(
            (
                i
                for i, f in enumerate(result)
                if (f.rule != "continued" and f.verb is not None) or f.rule in ("preposition", "colon")
            ),
            key=lambda i: min(abs(result[i].end - source.start), abs(source.end - result[i].start)),
        )
        if near and _may_cite(result[near[0]].holder, source.holder):
            frame = result[near[0]]
            start, end = frame.start, frame.end
            if source.end <= frame.start and source.start - line.start < 3:
                start = source.start
            elif 0 <= source.start - frame.end <= 45 and not said_after(
                line.text[frame.end : source.start], line.words
            ):
                end = source.end
            result[near[0]] = replace(frame, start=start, end=max(end, frame.end), cited=(*frame.cited, source.holder))
        else:
            result.append(source)
    return tuple(sorted((_sided_again(line, f) for f in result), key=lambda f: (f.start, f.end)))


def _may_cite(speaker: Holder, cited: Holder) -> bool:
    """Whether a speaker is likely to have cited another: a ministry does not cite a wire, a broadcaster does."""
    if not speaker.voices or not cited.voices:
        return True
    return speaker.voices[-1].kind in MEDIA or cited.voices[0].kind not in MEDIA


def _sided_again(line: Line, frame: Frame) -> Frame:
    return sided(line, replace(frame, side=Side.AFTER)) if frame.cited and frame.rule == "subject" else frame
