"""Whose verb of speech it is by what governs it: "was quick to condemn", "urged the media not to repeat", "if the North says"."""

from dataclasses import replace

from reportedly.extract.attribution_line import Line, opens_clause
from reportedly.extract.voices import Holder, joint_voice
from reportedly.fields.word_set import words_of
from reportedly.patterns import compiled

POSSESSIVE = compiled(r"['’]s?\b")
_OBJECT = compiled(
    r"\b(?:to|of|from|by|against|with|near|over|in|into|toward|towards|for|at|on|told|off|under|between) (?:the )?\Z"
)
_PART_OF = compiled(
    r"\b(?:board|board of governors|secretariat|general staff|high command|members|spokes\w+|representatives|envoys|leaders) of (?:the )?\Z"
)
_IN_PHRASE = compiled(  # "crew members of the tanker Pacific Grace": no name of a title stands so
    r"\b(?:of|from|aboard|on) (?:the|an?|its) (?:[\w-]+ ){0,3}(?:ship|vessel|tanker|ferry|freighter|trawler|boat|carrier|destroyer|submarine|frigate|corvette|plane|jet|flight|village|town|port|city|island|county|district|prefecture)s? \Z"
)
_TO = compiled(r" (?:not |never )?to ")
_GOVERNED = words_of("to in by of from with")
_IF = compiled(r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|[Ss]hould)(?: and when)? (?:the )?\Z|(?<![a-z,] )\bHad (?:the )?\Z")
_JOINS = compiled(
    r" (?:(?:has|have|had|also|later|then) )*(?:joined|followed|echoed|was joined by|were joined by) (?:with )?(?:the )?\Z"
)


def governor(line: Line, at: int, before: str) -> Holder | None:
    """Whose infinitive or gerund begins here, where what governs it says that it was done; `before` is the word before."""
    if before not in _GOVERNED:
        return None
    for holder in reversed(line.holders):
        if holder.end <= at and line.words.does_so.match(line.text[holder.end : at]) and is_agent(line, holder):
            other = next((h for h in line.holders if holder.end < h.start and h.end < at), None)
            joins = other is not None and _JOINS.match(line.text, holder.end, other.start)
            return _with(holder, other) if other is not None and joins else holder
    return None


def unsaid(line: Line, subject: Holder, at: int, before: str) -> bool:
    """Whether nothing is said by who seems to speak: behind "if", or only told to: "urged the media not to repeat"."""
    if _IF.search(line.text, max(line.start, subject.start - 20), subject.start):
        return True
    if before != "to" or _TO.fullmatch(line.text, subject.end, at) is None or opens_clause(line, subject.start):
        return False
    return line.words.brings_to.search(line.text, max(line.start, subject.start - 24), subject.start) is None


def is_agent(line: Line, holder: Holder) -> bool:
    """Whether a holder can be the subject of its clause: no owner of something, and behind no preposition."""
    return not POSSESSIVE.match(line.text, holder.end) and not is_object(line, holder)


def is_object(line: Line, holder: Holder) -> bool:
    """Whether a preposition before it makes the holder something else than a subject."""
    if not _OBJECT.search(line.text, max(line.start, holder.start - 14), holder.start):
        return (
            holder.key == "run"
            and _IN_PHRASE.search(line.text, max(line.start, holder.start - 60), holder.start) is not None
        )
    return _PART_OF.search(line.text, max(line.start, holder.start - 40), holder.start) is None


def _with(holder: Holder, other: Holder) -> Holder:
    """Two as one: "Australia joined Canada in denouncing it"."""
    voices = [p for v in (*holder.voices[-1:], *other.voices[-1:]) for p in (v.joint or (v,))]
    if not holder.voices or not other.voices or len({v.id for v in voices}) < 2:
        return holder
    return replace(holder, voices=(joint_voice(voices),))
