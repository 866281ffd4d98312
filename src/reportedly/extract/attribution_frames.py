"""Where a sentence says who speaks: the speaker, the word that says so, and on which side the words said stand."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.extract.attribution_acts import by_act, by_colon_quotation, by_opening, by_quotation
from reportedly.extract.attribution_governed import POSSESSIVE, governor, is_agent, is_object, unsaid
from reportedly.extract.attribution_lexicon import Verb
from reportedly.extract.attribution_likewise import by_likewise
from reportedly.extract.attribution_line import WORD, Frame, Line, Side, sided
from reportedly.extract.attribution_nouns import by_noun, holder_after
from reportedly.extract.attribution_open import of_state, speaker_before, speaker_behind
from reportedly.extract.attribution_phrases import by_colon, by_preposition, with_cited, with_told
from reportedly.extract.voices import Holder
from reportedly.fields.gated import Gated
from reportedly.fields.word_set import words_of
from reportedly.patterns import compiled

_BY = compiled(
    r"(?:[^,;:]|(?<=\d):(?=\d)|,[^,;:]{1,40},){0,80}?\s+(?P<by>by)\s+(?:the\s+|an?\s+)?(?:[a-z-]+\s+){0,3}\Z"
)
_ASKS = compiled(r"\b(?:[Ww]hat|[Hh]ow) (?:the )?(?:[\w'’.-]+ ){1,6}\Z")
_REDUCED = compiled(r" to (?:be|have)\b")
_TOLD_TO = compiled(r" to [a-z]")
_BEHIND_BY = compiled(r" by\b")
_SAYS_ON = compiled(r"[,.]| that\b")
_NOUN_BEFORE = compiled(r"\b(?:media|press|news|intelligence|police|latest|official|new|first|other|local) \Z")
_NOUN_MARKS = words_of("a an the its their his her no any another")
_BE = words_of("is are was were be been being")
_AS_SAYING = compiled(r"\s*(?:,\s*)?as (?:saying|stating|telling \w+|reporting|claiming)")
_DETERMINERS = words_of(
    "a an the its their his her no this that these those some any new first second latest official recent"
)
_MODALS = words_of("will would shall should must may might")
NEITHER = compiled(r"\b[Nn]either\b[^.;:]{3,120}\bnor\b[^.;:]{3,60}\Z")
_KEEPS_FROM = compiled(
    r"\b(?:declin|refus|fail|expect|plan|due|yet|likely|set|unable|schedul|reluctan|unwilling|ask)\w* (?:\w+ )?to \Z"
)


def frames(line: Line, verbs: Mapping[str, tuple[Verb, ...]]) -> tuple[Frame, ...]:
    """Every frame of a sentence, in order; sources cited by another speaker hang on that speaker's frame."""
    prepositions, cited = by_preposition(line, verbs)
    found = [*by_colon(line), *prepositions, *by_noun(line, verbs), *by_act(line, verbs)]
    found += _by_verb(line, verbs, found, cited)
    found += by_opening(line, verbs)
    found += by_quotation(line, verbs, found)
    found += by_colon_quotation(line, verbs, found)
    found.sort(key=lambda f: (f.start, f.end))
    found = sorted((*found, *by_likewise(line, found)), key=lambda f: (f.start, f.end))
    return with_cited(line, with_told(line, found), cited)


# -- verbs


def _by_verb(
    line: Line, verbs: Mapping[str, tuple[Verb, ...]], known: Sequence[Frame], cited: Sequence[Frame]
) -> list[Frame]:
    words = [m.span() for m in WORD.finditer(line.text, line.start, line.end)]
    blocked = [(h.start, h.end) for h in line.holders] + [(f.start, f.end) for f in (*known, *cited)]
    used = {id(f.holder) for f in (*known, *cited) if f.rule == "preposition"}
    line = replace(line, holders=tuple(h for h in line.holders if id(h) not in used)) if used else line
    found: list[Frame] = []
    for number, (start, end) in enumerate(words):
        these = verbs.get(line.text[start:end].lower(), ())
        if not these or any(a <= start < b for a, b in blocked):
            continue
        frame = next((f for v in these if (f := _verb_frame(line, v, words, number, found))), None)
        if frame is not None:
            found.append(frame)
    return found


def _verb_frame(
    line: Line, verb: Verb, words: Sequence[tuple[int, int]], number: int, earlier: Sequence[Frame]
) -> Frame | None:
    start, end = words[number]
    says = verb.speaks(line.text, end, line.end) or _BEHIND_BY.match(line.text, end) is not None
    if not (says or _asks(line, verb, start)):
        return None
    beside = number and line.text[words[number - 1][1] : start].isspace()
    before = line.text[slice(*words[number - 1])].lower() if beside else ""
    noun = line.text[start:end].lower() in line.words.noun_forms and not _SAYS_ON.match(line.text, end)
    if noun and _NOUN_BEFORE.search(line.text, max(line.start, start - 24), start):
        return None
    if before in _NOUN_MARKS and (not verb.plain or verb.participle):
        by = _passive(line, verb, start, end)
        return replace(by, start=start, side=Side.AFTER) if by else None
    if not verb.participle and (
        (verb.base in line.words.reduced and _REDUCED.match(line.text, end))
        or (verb.base == "tell" and _TOLD_TO.match(line.text, end))
    ):
        return None
    if _not_yet(line, verb, start, before):
        return None
    passive = not verb.participle and (_is_passive(line, words, number) or _BEHIND_BY.match(line.text, end))
    if passive and verb.base not in ("quote", "cite"):
        return _passive(line, verb, start, end)
    subject = governor(line, start, before) or _subject(line, start, verb)
    if subject is not None and unsaid(line, subject, start, before):
        return None
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
    return (
        _continued(line, verb, start, end, before, earlier)
        or _open(line, verb, start, end)
        or _parsed(line, verb, start, end)
    )


def _asks(line: Line, verb: Verb, start: int) -> bool:
    """Whether a question goes before a verb: "what the ministry called"."""
    asking = verb.cue_class != "withhold" and verb.base != "be"
    return asking and _ASKS.search(line.text, max(line.start, start - 60), start) is not None


def _not_yet(line: Line, verb: Verb, start: int, before: str) -> bool:
    """Whether nothing is said yet: "will announce", "declined to say"; what one can confirm is."""
    ahead = verb.cue_class in line.words.ahead
    if line.text[start : start + len(verb.base)].lower() != verb.base or (ahead and verb.base != "confirm"):
        return False
    if before == "to":
        return _KEEPS_FROM.search(line.text, max(line.start, start - 40), start) is not None
    only = line.text.startswith(" only", start + len(verb.base))  # "would say only that"
    return before in _MODALS and not ahead and not only and not NEITHER.search(line.text, line.start, start)


def _open(line: Line, verb: Verb, start: int, end: int) -> Frame | None:
    """A speaker that only the verb shows to be one."""
    form = line.text[start:end].lower()
    if _may_invert(line, verb, start) and (behind := speaker_behind(line, verb, form, end)):
        return Frame(start, behind.end, start, end, behind, verb, Side.AROUND, "open.inverted")
    subject = speaker_before(line, verb, form, start)
    if subject is None:
        return None
    known = [h for h in line.holders if h.start < subject.end and subject.start < h.end]
    if known and known[-1].kind == "anaphor" and known[-1].end < subject.end:
        known.pop()  # "the party newspaper"
    if known and known[-1].kind == "state" and known[-1].end < subject.end - 3:
        return sided(
            line, Frame(subject.start, end, start, end, of_state(line, known[-1], subject), verb, Side.AFTER, "open")
        )
    if known and known[-1].kind == "body" and known[-1].start > subject.start and known[-1].end < subject.end - 3:
        return sided(line, Frame(subject.start, end, start, end, subject, verb, Side.AFTER, "open"))
    if known and (known[-1].end != subject.end or known[-1].kind == "anaphor"):
        return None
    subject = known[-1] if known else subject
    told = next((h for h in line.holders if h.end + 2 == subject.start and h.start == line.start), None)
    if told is not None and told.kind == "person" and line.text.startswith(", ", told.end):
        subject = told  # "X, a senior medic from the service said"
    return sided(line, Frame(subject.start, end, start, end, subject, verb, Side.AFTER, "open"))


def _is_passive(line: Line, words: Sequence[tuple[int, int]], number: int) -> bool:
    """Whether a form of "be" stands before the verb, with no more than adverbs between."""
    for start, end in reversed(words[max(0, number - 3) : number]):
        word = line.text[start:end].lower()
        if word in _BE:
            return True
        if word not in ("not", "also", "first", "later", "never", "then", "all", "both", "each") and not word.endswith(
            "ly"
        ):
            return False
    return False


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
            if holder is not None and is_agent(line, holder):
                frame = Frame(
                    min(holder.start, start), max(holder.end, end), start, end, holder, verb, Side.AFTER, "parse"
                )
                return sided(line, frame)
    return None


_ANOTHER_DEED = compiled(r"\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?\w+ed\b|\b\w+ed\s+by\b")


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
    other = holder_after(line, end, 60)
    m = _AS_SAYING.search(line.text, end, min(line.end, end + 120))
    if other is not None and m and m.start() - end < 2 and other.start < m.end():
        other = None  # "was quoted as telling diplomats"
    if other is None or (m and other.start > m.end()):
        by = re.compile(r"\s+(?:as saying\s+)?by\s+(?:the\s+)?").match(line.text, end)
        other = holder_after(line, by.end(), 20) if by else None
        if other is None:
            return sided(
                line, Frame(subject.start, m.end() if m else end, start, end, subject, verb, Side.AFTER, "quoted")
            )
        subject, other = other, subject
    elif _BEHIND_BY.match(line.text, end):
        subject, other = other, subject
    both, first = replace(subject, end=other.end), min(subject.start, other.start)
    last = max(m.end() if m else end, other.end, subject.end)
    return sided(line, Frame(first, last, start, end, both, verb, Side.AFTER, "quoted", (other,)))


def _subject(line: Line, at: int, verb: Verb) -> Holder | None:
    """The speaker whose verb this is, with time, adverbs or an apposition between."""
    tried, aside = 0, None
    for holder in reversed(line.holders):
        if holder.end > at:
            continue
        gap = line.text[holder.end : at]
        if len(gap) > 190 or ";" in gap or tried > 5:
            return None
        tried += 1
        apposed = ", " in line.text[holder.start : holder.end] and holder.kind in ("person", "body")
        behind = holder.kind == "person" and line.text[line.start : holder.start].rstrip()[-1:] == ","
        if (apposed or behind) and _BEHIND_NAME.fullmatch(gap):
            return holder  # named in an apposition: "the minister, X, said", "KCNA, the North's news agency, reported"
        if holder.kind == "person" and holder.key != "run" and _OF_CHAIN.fullmatch(gap) and not is_object(line, holder):
            return holder
        if not _may_stand_between(line, gap) and not (holder.kind == "unnamed" and _OF_WHOM.fullmatch(gap)):
            continue
        if holder.kind == "unnamed" and (person := _told_as(line, holder)) is not None:
            return person
        if verb.participle and _WITH.search(line.text, line.start, holder.start):
            return holder  # ", with the minister calling it reckless"
        if not is_object(line, holder) or line.words.paper_of.search(
            line.text, max(line.start, holder.start - 60), holder.start
        ):
            return holder
        if (_WHO.match(gap) and holder.kind in ("body", "organisation")) or not (
            _RELATIVE.match(gap) or _CLOSES_ASIDE.search(gap)
        ):
            whose = _whose_body(line, holder, at)
            if whose is not None or holder.kind == "person":
                return whose
        aside = holder if _RELATIVE.match(gap) else aside
    return aside


def _told_as(line: Line, group: Holder) -> Holder | None:
    """The person of whom it is told right behind who he is: "Kim Dong-yub, a former naval officer who teaches there"."""
    person = next((h for h in reversed(line.holders) if h.end <= group.start), None)
    if person is None or person.kind != "person":
        return None
    return person if _IS_A.fullmatch(line.text, person.end, group.end) else None


def _whose_body(line: Line, body: Holder, at: int) -> Holder | None:
    """The person of whom a body is told right behind: "Jeffrey Lewis of the Middlebury Institute", "an official who
    spoke to Reuters"."""
    person = next((h for h in reversed(line.holders) if h.end <= body.start), None)
    if person is None or person.kind not in ("person", "unnamed"):
        return None
    told = _OF_BODY.fullmatch(line.text, person.end, body.start) or (
        person.kind == "unnamed" and _OF_WHOM.fullmatch(line.text, person.end, at)
    )
    return person if told else None


_OF_CHAIN = compiled(  # "Colonel X of the U.S. forces in South Korea", "analyst X of the Defense and Security Forum"
    r" (?:of|at|from|with) (?:(?:[A-Z\d][\w.’'&-]*|of|for|and|the|on|in|at|[a-z]{3,}s) ){1,10}"
)
_OF_BODY = compiled(r" (?:of|at|from|with|in|for|close to|briefed by) (?:the )?(?:[A-Z][\w.'’-]* |and (?=[A-Z])){0,5}")
_OF_WHOM = compiled(
    r",? (?:who|whose|speaking|familiar|with (?:direct )?knowledge|briefed|involved|close to|not authori[sz]ed"
    r"|on (?:the )?condition)\b[^.;:“”\"]{2,110}"
)
_BEHIND_NAME = compiled(r",\s*(?:(?:\w+ly|has|had|have|was|were|is|also|later|then|now)\s+){0,3}")
_CLOSES_ASIDE = compiled(r",\s*(?:\w+ly\s+)?\Z")
_APPOSITION = compiled(
    r"\s*(?:\([^)]{1,60}\))?\s*(?:(?:,|\s[–—-]|—)\s?(?P<inner>[^;:]{2,150}?)(?:,|\s[–—-]\s|—))?(?P<rest>[^,;:]*)\Z"
)
_IN_PLACE = compiled(
    r"\b(?:(?:fighting|based|working|operating|stationed|gathered|meeting|speaking) )?(?:in|at|from|on|of) (?:the )?[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}|\b(?:for|on|in) (?:its|their|his|her) (?:own )?(?:part|behalf|turn)\b"
)
_IS_A = compiled(r", (?:an? |the )?(?:[a-z-]+ ){0,4}[a-z-]+")
_WITH = compiled(r"[,;] (?:and )?with (?:the )?\Z")
_WHO = compiled(r", who\b")
_RELATIVE = compiled(r", (?:who|which)\b")
_BAD_INNER = compiled(
    r".*, (?:has|have|had|is|are|was|were)\b|\A\s*(?:and|but|while|as(?! quoted| cited| reported)|after|when|where|said|says|reported|so)\b"
)


def _may_stand_between(line: Line, gap: str) -> bool:
    gap = line.words.its_paper.sub("", gap, count=1) if line.words.its_paper.match(gap) else gap
    if POSSESSIVE.match(gap):
        return False
    if not gap.strip():
        return True
    m = _APPOSITION.fullmatch(_RELATIVE.sub(" ", gap, count=1)) or (
        _APPOSITION.fullmatch(gap) if _RELATIVE.match(gap) else None
    )
    if m is None or (m["inner"] and _BAD_INNER.match(m["inner"])):
        return False
    rest = WORD.findall(_IN_PLACE.sub(" ", m["rest"]))
    return len(rest) <= 9 and all(w.lower() in line.words.between or w.lower().endswith("ly") for w in rest)


def _inverted(line: Line, verb: Verb, start: int, end: int) -> Frame | None:
    """ "..., said the JCS"."""
    holder = holder_after(line, end, 30)
    argued = holder is not None and holder.kind == "person" and holder.start == end + 1 and verb.cue_class == "report"
    if holder is None or not _may_invert(line, verb, start, argued=argued):
        return None
    return Frame(start, holder.end, start, end, holder, verb, Side.AROUND, "inverted")


def _may_invert(line: Line, verb: Verb, start: int, *, argued: bool = False) -> bool:
    """Whether the verb may stand before its speaker: behind a comma or a quotation; `argued`: right before a person."""
    if verb.participle or verb.base in line.words.never_inverted or verb.cue_class == "deny":
        return False
    before = line.text[line.start : start].rstrip()
    if not before:
        return line.text[start:].partition(" ")[0].lower() != verb.base
    if before[-1] in "\"”'’" or before.endswith((',"', ",”")) or _AS_OR_SO.search(before):
        return True
    return before[-1] in ",—–" and (argued or verb.plain or verb.cue_class not in ("report", "detect"))


_AS_OR_SO = Gated(r"(?:\A|\s)(?:as|so|thus)\Z", re.IGNORECASE)
_AND = compiled(
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
        agents = [h for h in line.holders if clause <= h.start and h.end <= start and is_agent(line, h)]
        openers = [h for h in agents if _OPENS_CLAUSE.search(line.text, max(line.start, h.start - 8), h.start)]
        holder = next(iter(openers[-1:] or agents), None)
    bare = line.text[start:end].lower() == verb.base and before not in ("not", "never", "will", "would", "did")
    if holder is None or bare:
        return None
    return Frame(start, end, start, end, holder, verb, Side.AFTER, "continued")


_OPENS_CLAUSE = compiled(r", (?:[Tt]he )?\Z")
