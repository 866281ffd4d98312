"""What a reckoning counts by: words that narrow it to what no ledger tells apart, as "over Japan" or "from a train"."""

import re
from collections.abc import Iterable

from reportedly.check.article import Article, Told
from reportedly.check.classes import UNDER_WATER
from reportedly.codebook import Codebook, WeaponEntry
from reportedly.fields.derived_since import STILL
from reportedly.fields.number import ORDINALS, parse
from reportedly.patterns import compiled

WORD = compiled(r"[a-zà-ÿ][\w-]*", re.IGNORECASE)
_LENGTH = compiled(r"[\w-]+-(?:day|week|month|year|hour)s?(?:-long|-old)?", re.IGNORECASE)
_BEFORE_A_NAME = compiled(
    r"(?<=\bthe )(?:[a-z][\w-]+ ){1,4}(?=[A-Z][\w-]*\d)|(?<=\bits )(?:[a-z][\w-]+ ){1,4}(?=[A-Z][\w-]*\d)"
)
_OF_A_DEED = compiled(r"\bto do (?:so|that|it)\b")  # "the first to do so" counts what the sentence before says was done
_OF_ITS_KIND = compiled(r"\bof (?:its|this|that|the) (?:kind|type|class|sort)\b", re.IGNORECASE)
_BY_NIGHT = compiled(
    r"\b(?:(?:at|by|during the|in the (?:dead|middle) of the) night|night-?time|in (?:the dark|daylight|darkness)|by day)\b",
    re.IGNORECASE,
)
_IDLE = compiled(rf"\b{STILL}\b", re.IGNORECASE)
_OF_QUIET = frozenset({"gap_at_least", "first_since"})
_BEFORE_A_DAY = compiled(r"\bsince\b[^.;]*$")
_VERB = compiled(r"[a-zà-ÿ]+(?:ed|ing|ly)", re.IGNORECASE)  # no "-armed": what is hyphenated tells how it was made
_WHO = r"(?:[A-Z][\w’'.-]*|[Ss]outh|military|government|president|premier|prime|minister|leader|neighbou?rs?|allies|agency|ministry|army|chiefs?)"
_WITNESSED = compiled(
    rf"(?:\b(?:that|which|whom?|as|by) )?\b(?:the |an? |its |their |his )?{_WHO}(?:,? (?:{_WHO}|and|of|in|the|[\w-]+)){{0,6}}?,? (?:has |have |had |was |were )?(?:\w+ )?"
    r"(?:recorded|registered|detected|reported|announced|confirmed|acknowledged|tracked|observed|noted|monitored|picked up|"
    r"spotted|counted|said|says|told|identified|disclosed|admitted|logged|noticed|witnessed|to (?:deal|cope|reckon) with|to report|"
    r"faced|according|estimates?|believes?|thinks?)\b"
)
"""Who saw it or says so: "that the South has recorded", "Seoul said"."""


def untold(told: Told, article: Article) -> tuple[str, ...]:
    """The words of a claim by which it counts something else than a kind of incident, a class of missile, a weapon by its name
    or what ended so."""
    words = words_of(told)
    if (other := _OF_A_DEED.search(words)) is not None:
        return (other.group(),)
    if told.value.kind == "record" and (of_kind := _OF_ITS_KIND.search(words)) is not None:
        return (of_kind.group(),)
    if (hour := _BY_NIGHT.search(words)) is not None:
        return (hour.group(),)
    words = UNDER_WATER.sub(" ", words)
    if told.value.kind in _OF_QUIET:
        words = _IDLE.sub(" ", words)
    book = article.codebook
    weapons = [m for m in book.names.find(words) if isinstance(m.entry, WeaponEntry)]
    if weapons:  # "of the solid-fuel Hwasong-18"
        words = _BEFORE_A_NAME.sub("", words)
    phrases = [phrase for phrase in book.scope_words if phrase in words.lower()]
    named = _lower((told.word("period") or "", *phrases, *(m.written for m in weapons), *_names(told, book)))
    plain = {*named, *ORDINALS, *told.mention.type.split("_")}
    left = [w for w in WORD.findall(_WITNESSED.sub(" ", words)) if w.lower() not in plain]
    return tuple(w for w in left if not _is_plain(w, book, of_a_record=told.value.kind == "record"))


def words_of(told: Told) -> str:
    """The words of a claim without those of the time since when it counts, an incident that is named there with it."""
    written, since = told.claim.written, told.word("since")
    return written if not since else _BEFORE_A_DAY.sub(" ", written.replace(since, " "))


def _is_plain(word: str, book: Codebook, *, of_a_record: bool) -> bool:
    low = word.lower()
    if low in book.plain_words or any(low in words for words in book.outcome_words.values()):
        return True
    if of_a_record and low in book.record_words:
        return True
    return bool(parse(low) or _LENGTH.fullmatch(low) or (_VERB.fullmatch(low) and low not in book.telling_words))


def _lower(phrases: Iterable[str]) -> set[str]:
    return {word.lower() for phrase in phrases for word in WORD.findall(phrase)}


def _names(told: Told, book: Codebook) -> tuple[str, ...]:
    """The names of the state that acts."""
    state = book.states.get(told.mention.state or "")
    if state is None:
        return ()
    return (*state.names, *state.demonyms, *state.contextual, state.name, state.demonym, *filter(None, [state.capital]))
