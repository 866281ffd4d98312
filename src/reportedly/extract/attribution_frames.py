"""Where a sentence says who speaks: the speaker, the word that says so, and on which side the words said stand."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportedly.extract.attribution_lexicon import BETWEEN, Verb, words_of
from reportedly.extract.attribution_line import MEDIA, WORD, Frame, Line, Side, opens_clause, said_after, sided
from reportedly.extract.voices import Holder, made_voice

_PREPOSITION = re.compile(
    r"\b(?P<source>[Aa]ccording to|[Aa]s per|[Ii]n the (?:words|view|opinion) of|[Bb]ased on|[Qq]uoted (?:by|from)"
    r"|[Cc]ited by"
    r"|[Tt]he (?:statement|announcement) (?:by|from|of))\b"
    r"|\b(?P<cited>[Cc]iting|[Qq]uoting|[Rr]eferring to|[Ww]ith reference to|[Cc]ited|[Qq]uoted)\b"
)
_NEAR_NOUN = re.compile(r"(?:[\s\w'’-]|,(?=\s[a-z-]+\s)|\([^)]{1,25}\))*")
_PHRASE = re.compile(
    r"\s+(?P<phrase>(?:an?|the|some|one|two|its|several|many)?\s*[A-Za-z][\w'’ -]{2,60}?)"
    r"(?=[,.;:)]|\s(?:in|at|on|who|which|that|and)\b|\Z)"
)
_COLON = re.compile(r"\s*(?:\([^)]{1,40}\))?\s*:\s+(?=\S)")
_COLON_TAIL = re.compile(r"\s*[:–—-]\s+\Z")
_LEAD_IN = re.compile(
    r"\s*(?:[-–—•*]\s*|\[[^\]]{1,20}\]\s*|[\"“'‘]\s*|(?:LIVE|WATCH|BREAKING|UPDATE\w*|Video|From|By)\s*:?\s*)*"
    r"(?:the\s+)?",
    re.IGNORECASE,
)
_PAREN = re.compile(r"\s*\([^)]{1,60}\)")
_BY = re.compile(r"(?:[^,;:]|(?<=\d):(?=\d)){0,80}?\s+(?P<by>by)\s+(?:the\s+|an?\s+)?(?:[a-z-]+\s+){0,3}\Z")
_BE = words_of("is are was were be been being")
_SPEAKS_OF = re.compile(r" (?:of|about|out|against)\b")
_AS_SAYING = re.compile(r"\s*(?:,\s*)?as (?:saying|stating|telling \w+|reporting|claiming)")
_DETERMINERS = words_of(
    "a an the its their his her no this that these those some any new first second latest official recent"
)
_NEVER_INVERTED = words_of("tell brief inform call describe quote cite put label brand term advise notify condemn urge")
_PRONOUNS = frozenset({"it", "he", "they"})


def frames(line: Line, verbs: Mapping[str, Verb]) -> tuple[Frame, ...]:
    """Every frame of a sentence, in order; sources cited by another speaker hang on that speaker's frame."""
    if not line.holders and not _PREPOSITION.search(line.text, line.start, line.end):
        return ()
    prepositions, cited = _by_preposition(line, verbs)
    found = [*_by_colon(line), *prepositions, *_by_noun(line, verbs)]
    found += _by_verb(line, verbs, found, cited)
    found.sort(key=lambda f: (f.start, f.end))
    return _with_cited(line, found, cited)


# -- prepositions


def _by_preposition(line: Line, verbs: Mapping[str, Verb]) -> tuple[list[Frame], list[Frame]]:
    sources: list[Frame] = []
    cited: list[Frame] = []
    for m in _PREPOSITION.finditer(line.text, line.start, line.end):
        holder = _holder_after(line, m.end(), 60) or (_phrase(line, m.end()) if m["source"] else None)
        if holder is None or (m["cited"] and m["cited"].lower() in ("cited", "quoted")):
            continue
        end = _past_parenthesis(line.text, holder.end, line.end)
        side = Side.AFTER if opens_clause(line, m.start()) else Side.AROUND
        estimate = verbs.get("estimates") if line.text.endswith("estimates", holder.start, holder.end) else None
        frame = Frame(m.start(), end, m.start(), m.end(), holder, estimate, side, "preposition")
        (cited if m["cited"] else sources).append(frame)
    return sources, cited


def _phrase(line: Line, at: int) -> Holder | None:
    """The words behind "according to" as a speaker of their own where none is known: "a group in Norway"."""
    m = _PHRASE.match(line.text, at, line.end)
    if m is None:
        return None
    words = [w for w in m["phrase"].split() if w.lower() not in _DETERMINERS]
    if not words or len(words) > 5 or (len(words) == 1 and words[0].islower()):
        return None
    return Holder(
        m.start("phrase"), m.end("phrase"), (made_voice(" ".join(words), "unnamed", None),), "unnamed", "phrase"
    )


def _holder_after(line: Line, at: int, reach: int) -> Holder | None:
    for holder in line.holders:
        if holder.start >= at - 4 and holder.end > at:
            gap = line.text[at : max(at, holder.start)]
            fits = len(gap) <= reach and _NEAR_NOUN.fullmatch(gap) and holder.key not in _PRONOUNS
            return holder if fits else None
    return None


def _past_parenthesis(text: str, at: int, end: int) -> int:
    m = _PAREN.match(text, at, end)
    return m.end() if m else at


# -- nouns

_NOUN_OF = re.compile(
    r"\b(?P<noun>estimates?|assessments?|analys[ie]s|calculations?|announcements?|allegations?|claims?|accusations?)"
    r" (?:by|of|from) (?:the )?"
)
_NOUN_BEHIND = re.compile(
    r"['’]s? (?:\w+ )?(?P<noun>estimates?|assessments?|analysis|calculations?|announcements?|allegations?|claims?)\b"
    r"(?! of)"
)
_NOUN_VERBS = {
    "est": "estimate",
    "ass": "assess",
    "ana": "assess",
    "cal": "calculate",
    "ann": "announce",
    "all": "allege",
    "cla": "claim",
    "acc": "accuse",
}


def _by_noun(line: Line, verbs: Mapping[str, Verb]) -> Iterator[Frame]:
    """ "the 1,100-kilometre estimate of South Korea's military", "Pyongyang's claim that ..."."""
    for m in _NOUN_OF.finditer(line.text, line.start, line.end):
        holder = _holder_after(line, m.end(), 5)
        verb = verbs.get(_NOUN_VERBS[m["noun"][:3]])
        if holder is not None and verb is not None:
            yield Frame(m.start(), holder.end, *m.span("noun"), holder, verb, Side.BEFORE, "noun")
    for holder in line.holders:
        behind = _NOUN_BEHIND.match(line.text, holder.end, line.end)
        verb = verbs.get(_NOUN_VERBS[behind["noun"][:3]]) if behind else None
        if behind is not None and verb is not None:
            yield Frame(holder.start, behind.end(), *behind.span("noun"), holder, verb, Side.AFTER, "noun")


# -- colons


def _by_colon(line: Line) -> Iterator[Frame]:
    first = line.holders[0] if line.holders else None
    if first is not None:
        lead = _LEAD_IN.match(line.text, line.start)
        m = _COLON.match(line.text, first.end)
        if m and m.end() < line.end and lead and first.start <= lead.end():
            yield Frame(line.start, m.end(), first.start, first.end, first, None, Side.AFTER, "colon")
    last = line.holders[-1] if line.holders else None
    if last is not None and line.title and last.end >= line.end - 1:
        m = _COLON_TAIL.search(line.text, max(line.start, last.start - 4), last.start)
        if m:
            yield Frame(m.start(), line.end, last.start, last.end, last, None, Side.BEFORE, "colon")


# -- verbs


def _by_verb(line: Line, verbs: Mapping[str, Verb], known: Sequence[Frame], cited: Sequence[Frame]) -> list[Frame]:
    words = [(m.start(), m.end()) for m in WORD.finditer(line.text, line.start, line.end)]
    blocked = [(h.start, h.end) for h in line.holders] + [(f.start, f.end) for f in (*known, *cited)]
    used = {id(f.holder) for f in (*known, *cited) if f.rule == "preposition"}
    line = replace(line, holders=tuple(h for h in line.holders if id(h) not in used)) if used else line
    found: list[Frame] = []
    for number, (start, end) in enumerate(words):
        verb = verbs.get(line.text[start:end].lower())
        if verb is None or any(a <= start < b for a, b in blocked):
            continue
        frame = _verb_frame(line, verb, words, number, found)
        if frame is not None:
            found.append(frame)
    return found


def _verb_frame(
    line: Line, verb: Verb, words: Sequence[tuple[int, int]], number: int, earlier: Sequence[Frame]
) -> Frame | None:
    start, end = words[number]
    before = line.text[slice(*words[number - 1])].lower() if number else ""
    passive = before in _BE or (
        number > 1 and line.text[slice(*words[number - 2])].lower() in _BE and before.endswith("ly")
    )
    if passive and not verb.participle and verb.base not in ("quote", "cite"):
        return _passive(line, verb, start, end)
    if verb.base == "speak" and not _SPEAKS_OF.match(line.text, end):
        return None
    subject = _subject(line, start, verb)
    if subject is not None:
        quoted = _quoted(line, verb, subject, start, end)
        return quoted or sided(line, Frame(subject.start, end, start, end, subject, verb, Side.AFTER, "subject"))
    by = _passive(line, verb, start, end)
    if by is not None:
        return replace(by, start=start, side=Side.AFTER) if before in _DETERMINERS else by
    if before in _DETERMINERS:
        return None
    inverted = _inverted(line, verb, start, end)
    if inverted is not None:
        return inverted
    return _continued(line, verb, start, end, before, earlier) or _parsed(line, verb, start, end)


def _parsed(line: Line, verb: Verb, start: int, end: int) -> Frame | None:
    """The subject a parse gives the verb, where the rules saw none and the sentence was parsed."""
    tree = line.parse
    number = tree.at(start - line.origin) if tree else None
    if tree is None or number is None:
        return None
    for child in tree.children(number):
        if tree.tokens[child].relation == "nsubj":
            at = tree.tokens[child].start + line.origin
            holder = next((h for h in line.holders if h.start <= at < h.end), None)
            if holder is not None and _is_agent(line, holder):
                frame = Frame(
                    min(holder.start, start), max(holder.end, end), start, end, holder, verb, Side.AFTER, "parse"
                )
                return sided(line, frame)
    return None


_ANOTHER_DEED = re.compile(r"\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?\w+ed\b|\b\w+ed\s+by\b")


def _passive(line: Line, verb: Verb, start: int, end: int) -> Frame | None:
    for holder in line.holders:
        if holder.start > end:
            if holder.start - end > 110:
                return None
            if _ANOTHER_DEED.search(line.text, end, holder.start):
                return None
            if m := _BY.fullmatch(line.text, end, holder.start):
                return Frame(m.start("by"), holder.end, start, end, holder, verb, Side.AROUND, "passive")
    return None


def _quoted(line: Line, verb: Verb, subject: Holder, start: int, end: int) -> Frame | None:
    """ "NHK quoted a source as saying": both speak, the quoted one last."""
    if verb.base not in ("quote", "cite"):
        return None
    other = _holder_after(line, end, 60)
    m = _AS_SAYING.search(line.text, end, min(line.end, end + 120))
    if other is None or (m and other.start > m.end()):
        by = re.compile(r"\s+(?:as saying\s+)?by\s+(?:the\s+)?").match(line.text, end)
        other = _holder_after(line, by.end(), 20) if by else None
        if other is None:
            return sided(
                line, Frame(subject.start, m.end() if m else end, start, end, subject, verb, Side.AFTER, "quoted")
            )
        subject, other = other, subject
    both = replace(subject, end=other.end, kind=subject.kind)
    frame = Frame(
        min(subject.start, other.start),
        max(m.end() if m else end, other.end, subject.end),
        start,
        end,
        both,
        verb,
        Side.AFTER,
        "quoted",
        (other,),
    )
    return sided(line, frame)


def _subject(line: Line, at: int, verb: Verb) -> Holder | None:
    """The speaker whose verb this is, with time, adverbs or an apposition between."""
    tried = 0
    for holder in reversed(line.holders):
        if holder.end > at:
            continue
        gap = line.text[holder.end : at]
        if len(gap) > 190 or ";" in gap or tried > 5:
            return None
        tried += 1
        if _may_stand_between(gap):
            return holder if not _is_object(line, holder) else None
    return None


_POSSESSIVE = re.compile(r"['’]s?\b")
_APPOSITION = re.compile(
    r"\s*(?:\([^)]{1,60}\))?\s*(?:(?:,|\s[–—-]|—)\s?(?P<inner>[^;:]{2,150}?)(?:,|\s[–—-]\s|—))?(?P<rest>[^,;:]*)\Z"
)
_IN_PLACE = re.compile(r"\b(?:in|at|from|on|of) (?:the )?[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}")
_BAD_INNER = re.compile(r"\A\s*(?:and|but|while|as|after|when|where|said|says|reported|so)\b")


def _may_stand_between(gap: str) -> bool:
    if _POSSESSIVE.match(gap):
        return False
    if not gap.strip():
        return True
    m = _APPOSITION.fullmatch(gap)
    if m is None or (m["inner"] and _BAD_INNER.match(m["inner"])):
        return False
    rest = WORD.findall(_IN_PLACE.sub(" ", m["rest"]))
    return len(rest) <= 9 and all(w.lower() in BETWEEN or w.lower().endswith("ly") for w in rest)


_OBJECT = re.compile(
    r"\b(?:to|of|from|by|against|with|near|over|in|into|toward|towards|for|at|on|told|off|under|between) (?:the )?\Z"
)


def _is_object(line: Line, holder: Holder) -> bool:
    """Whether a preposition before it makes the holder something else than a subject."""
    return bool(_OBJECT.search(line.text, max(line.start, holder.start - 14), holder.start))


def _inverted(line: Line, verb: Verb, start: int, end: int) -> Frame | None:
    """ "..., said the JCS"."""
    if verb.participle or verb.base in _NEVER_INVERTED or verb.cue_class == "deny":
        return None
    before = line.text[line.start : start].rstrip()
    if before and before[-1] not in ",\"”'’—–" and not before.endswith((" as", " so")):
        return None
    holder = _holder_after(line, end, 30)
    if holder is None:
        return None
    return Frame(
        start, _past_parenthesis(line.text, holder.end, line.end), start, end, holder, verb, Side.AROUND, "inverted"
    )


_AND = re.compile(
    r"(?:\b(?:and|but|then|while|which|also|or|before|after|by|who)|,)\s*"
    r"(?:(?:\w+ly|has|had|have|later|also|then|did\s+not|not|in\s+turn|would)\s+)*\Z"
)


def _continued(line: Line, verb: Verb, start: int, end: int, before: str, earlier: Sequence[Frame]) -> Frame | None:
    """A second verb of the same speaker: "... and said", ", adding that"."""
    if not _AND.search(line.text, max(line.start, start - 40), start):
        return None
    previous = next(
        (f for f in reversed(earlier) if f.verb is not None and line.text.find(";", f.end, start) < 0), None
    )
    holder = previous.holder if previous else None
    if holder is None:
        clause = max(line.text.rfind(";", line.start, start) + 1, line.start)
        holder = next((h for h in line.holders if clause <= h.start and h.end <= start and _is_agent(line, h)), None)
    if holder is None or (not verb.participle and verb.base + "s" == line.text[start:end].lower() + "s"):
        return None
    return Frame(start, end, start, end, holder, verb, Side.AFTER, "continued")


def _is_agent(line: Line, holder: Holder) -> bool:
    """Whether a holder can be the subject of its clause: no owner of something, and behind no preposition."""
    return not _POSSESSIVE.match(line.text, holder.end) and not _is_object(line, holder)


def _with_cited(line: Line, found: Sequence[Frame], cited: Sequence[Frame]) -> tuple[Frame, ...]:
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
            elif 0 <= source.start - frame.end <= 45 and not said_after(line.text[frame.end : source.start]):
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
