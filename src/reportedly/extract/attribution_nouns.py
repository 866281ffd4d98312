"""Nouns that say who speaks: "Pyongyang's claim that", "by Japan's count", "in a post by the ministry", "Tokyo's version:"."""

import re
from collections.abc import Iterator, Mapping

from reportedly.extract.attribution_lexicon import Verb
from reportedly.extract.attribution_line import Frame, Line, Side, opens_clause, sided
from reportedly.extract.speaker_words import SHOWS
from reportedly.extract.voices import Holder
from reportedly.patterns import compiled

_OBJECT_OF = compiled(r" (?:of|to)\b(?! (?:have|be)\b)")
_THAT = compiled(r",? (?:that|is that|was that)\b")
_OF_IS = compiled(r" (?:of|for) [^,.;:]{2,60}? (?:is|was|were|are|stands at|stood at|comes to|came to)\b")
_NONE = compiled(r"\b[Nn]o (?:\w+ )?\Z")
_BY = compiled(r"\b(?:[Bb]y|[Ii]n|[Oo]n|[Ff]rom) (?:the )?\Z")
_BY_THE = compiled(r"\b(?:[Bb]y|[Oo]n|[Ii]n) (?:the )?\Z")
_OPENS = compiled(r"\s*(?:,? that\b|:|,? which\b|\s[–—-]\s)")
_UNHEEDED = compiled(  # what was said before, and not of what is told
    r"\b(?:despite|in spite of|in defiance of|in the face of|regardless of|notwithstanding|defying|ignoring)\s(?:[\w-]+\s){0,3}\Z",
    re.IGNORECASE,
)
_COPULA = compiled(r"\b(?:is|was|were|are|be|being|been) (?:the |an? )?(?:[\w-]+ )?\Z")
_ARRIVES = compiled(r"\b[Ff]rom (?:the |an? )?\Z")
_NEAR_NOUN = compiled(r"(?:[\s\w'’-]|,(?=\s[a-z-]+\s)|\([^)]{1,25}\))*")
_WHO_IT_IS = compiled(
    r" (?:(?:an?|one|the|another|local|\d+-year-old)(?: (?!(?:that|which|who|said)\b)[\w'’-]+){1,6},? |\d+-year-old )"
)
_PRONOUNS = frozenset({"it", "he", "they"})


def holder_after(line: Line, at: int, reach: int) -> Holder | None:
    """The first speaker behind a place, with no more than a noun phrase between."""
    for holder in line.holders:
        if holder.start >= at - 4 and holder.end > at:
            gap = line.text[at : max(at, holder.start)]
            near = len(gap) <= reach and _NEAR_NOUN.fullmatch(gap) is not None
            fits = (near or _is_named_behind(holder, gap)) and holder.key not in _PRONOUNS
            return holder if fits else None
    return None


def _is_named_behind(holder: Holder, gap: str) -> bool:
    """Whether a person is named behind who the person is: "said a resident, X", "said 83-year-old sea urchin fisher X"."""
    return holder.kind == "person" and _WHO_IT_IS.fullmatch(gap) is not None


def _unheeded(line: Line, at: int, holder: Holder) -> bool:
    """Whether a noun of speech at a place is of what was said before: "fired a missile despite pleas from China"."""
    told = _THAT.match(line.text, holder.end, line.end) is not None  # "despite a warning from China that it would"
    return not told and _UNHEEDED.search(line.text, line.start, at) is not None


def first_verb(verbs: Mapping[str, tuple[Verb, ...]], form: str) -> Verb | None:
    """The verb a form is first of all."""
    return next(iter(verbs.get(form, ())), None)


def by_noun(line: Line, verbs: Mapping[str, tuple[Verb, ...]]) -> Iterator[Frame]:
    """The frames that nouns of speech make with their speakers."""
    for m in line.words.noun_of.finditer(line.text, line.start, line.end):
        holder = holder_after(line, m.end(), 5)
        verb = first_verb(verbs, m.lastgroup or "")
        none = _NONE.search(line.text, line.start, m.start()) is not None
        if holder is not None and verb is not None and not (none or _unheeded(line, m.start(), holder)):
            yield from _of(line, m, holder, verb)
    for m in line.words.no_word.finditer(line.text, line.start, line.end):
        holder, verb = holder_after(line, m.end(), 5), first_verb(verbs, "declined")
        if holder is not None and verb is not None:
            yield Frame(m.start(), holder.end, m.start("none"), m.end("none"), holder, verb, Side.BEFORE, "noun.none")
    for holder in line.holders:
        behind = line.words.noun_behind.match(line.text, holder.end, line.end)
        verb = first_verb(verbs, behind.lastgroup or "") if behind else None
        if behind is not None and verb is not None:
            yield from _behind(line, behind, holder, verb)
        if (shows := first_verb(verbs, "shows")) and (shown := _shown(line, holder, shows)):
            yield shown
        came = line.words.came.match(line.text, holder.end, line.end)
        head = _ARRIVES.search(line.text, line.start, holder.start) if came else None
        if (
            came is not None
            and head is not None
            and (verb := first_verb(verbs, "announce" if came["noun"] else came.lastgroup or ""))
        ):
            yield Frame(head.start(), came.end(), came.start(), came.end(), holder, verb, Side.AFTER, "noun.came")


def _shown(line: Line, holder: Holder, verb: Verb) -> Frame | None:
    """ "Photos by Maxar show", "Planet Labs pictures suggest": who took them says what they show."""
    shows = SHOWS.match(line.text, holder.end, line.end)
    its = line.words.its_pictures.match(line.text, holder.end, line.end)
    by = line.words.pictures_by.search(line.text, line.start, holder.start) if shows or its else None
    m = shows if by else its
    if m is None or not holder.voices:
        return None
    said = m.end() - len(m[0].split()[-1])
    return sided(
        line, Frame(by.start() if by else holder.start, m.end(), said, m.end(), holder, verb, Side.AFTER, "pictures")
    )


def _of(line: Line, m: re.Match[str], holder: Holder, verb: Verb) -> Iterator[Frame]:
    """ "the estimate of X": its words stand before it, or behind where "that" or a colon opens them."""
    noun = m.group(m.lastgroup or 0)
    if by := _BY_THE.search(line.text, line.start, m.start()):
        side = Side.AFTER if opens_clause(line, by.start()) else Side.AROUND
        yield Frame(by.start(), holder.end, *m.span(m.lastgroup or 0), holder, verb, side, "preposition")
    elif _THAT.match(line.text, holder.end, line.end):
        yield Frame(m.start(), holder.end, *m.span(m.lastgroup or 0), holder, verb, Side.AFTER, "noun.opens")
    elif line.words.strong_noun.match(noun) or _COPULA.search(line.text, line.start, m.start()):
        yield Frame(m.start(), holder.end, *m.span(m.lastgroup or 0), holder, verb, Side.BEFORE, "noun")
    elif _OPENS.match(line.text, holder.end, line.end):
        yield Frame(m.start(), holder.end, *m.span(m.lastgroup or 0), holder, verb, Side.AFTER, "noun.opens")


def _behind(line: Line, m: re.Match[str], holder: Holder, verb: Verb) -> Iterator[Frame]:
    """ "X's estimate": its words stand behind it; around it in "by X's count"; before it in "was X's verdict"."""
    noun = m.group(m.lastgroup or 0)
    span = m.span(m.lastgroup or 0)
    if _COPULA.search(line.text, line.start, holder.start):
        yield Frame(holder.start, m.end(), *span, holder, verb, Side.BEFORE, "noun")
    elif _OBJECT_OF.match(line.text, m.end(), line.end):
        told = _OF_IS.match(line.text, m.end(), line.end)
        if told and opens_clause(line, holder.start):
            yield Frame(holder.start, m.end(), *span, holder, verb, Side.AFTER, "noun.opens")
    elif (by := _BY.search(line.text, line.start, holder.start)) and not _THAT.match(line.text, m.end(), line.end):
        yield Frame(by.start(), m.end(), *span, holder, verb, Side.AROUND, "preposition")
    elif line.words.strong_noun.match(noun) or _OPENS.match(line.text, m.end(), line.end):
        rule = "noun" if line.words.strong_noun.match(noun) else "noun.opens"
        yield Frame(holder.start, m.end(), *span, holder, verb, Side.AFTER, rule)
