"""What governs a noun phrase: the verb it is subject or object of, how that verb is told, and the nouns between.

A clause is read by its small words alone: articles open phrases, prepositions hang one on another, auxiliaries tell how a
verb is meant. Nothing is looked at before a rule asks, and then the words around one phrase only.
"""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from reportedly.extract.tokens import Word, Words
from reportedly.extract.word_forms import is_plural, tag_of, word_lists
from reportedly.frozen import dataclass

_FAR = 30  # words on either side
_WIDEST = 3  # words that may follow one and close its phrase: "ICBM flight test programme"
_STRONG = frozenset(";:—–.!?")
_AUXILIARY = frozenset({"possible", "future", "is", "was", "has", "had", "does", "did"})
_FINITE = _AUXILIARY | {"been"}
_GROUP = _FINITE | {"adverb", "to"}
_NO_NAME = frozenset({"possible", "future", "done", "doing"})
_OPENS = frozenset({"definite", "indefinite", "number", "owner"})
_APART = _FINITE | {"preposition", "opener", "conjunction", "to", "pronoun"}  # never inside a phrase


class Tense(StrEnum):
    """How a verb is told."""

    PAST = "past"
    PRESENT = "present"
    PERFECT = "perfect"
    GOING_ON = "going on"  # is testing, has been testing
    POSSIBLE = "possible"  # can, would
    PERHAPS = "perhaps"  # may have
    FUTURE = "future"
    AIM = "aim"  # to fly
    GERUND = "gerund"


@dataclass(frozen=True, slots=True)
class Link:
    """A preposition by which a phrase hangs on a noun: that noun, and what its own phrase opens with; no noun where it
    hangs on a verb."""

    preposition: str
    noun: str = ""
    opens: str = ""


@dataclass(frozen=True, slots=True)
class Verb:
    """The verb a phrase belongs to: its word, how it is told, where its group begins and the word before that ("which" and
    the like aside), and whether the phrase goes before it; `denied` where it is not so; `copula` where it only says what something is."""

    word: str
    tense: Tense
    start: int
    is_behind: bool = False
    copula: bool = False
    before: str = ""
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Governed:
    """A noun phrase in its clause: what it opens with ("" where it is bare), the noun that closes it, the phrases that it
    hangs on, from the next to the farthest, its verb, and whether a comma sets it beside another: "a weapon, the Musudan"."""

    opens: str
    head: str
    links: tuple[Link, ...]
    verb: Verb | None
    apposed: bool = False
    is_part: bool = False  # what was asked for only says which: "an ICBM programme"

    @property
    def plural(self) -> bool:
        """Whether the phrase is in the plural."""
        return is_plural(self.head)


def governed(text: str, words: Words, sentence: tuple[int, int], start: int, end: int) -> Governed:
    """What governs the noun phrase that holds text[start:end] in its sentence."""
    before = [w for w in words.before(start, _FAR) if w.start >= sentence[0]]
    behind = [w for w in words.after(end, _FAR) if w.start < sentence[1]]
    return _Reader(text, before, words.between(start, end), behind).phrase()


def verb_at(text: str, words: Words, sentence: tuple[int, int], start: int, end: int) -> Verb | None:
    """The verb that the first word of text[start:end] is, or that it says how was done, with its auxiliaries; None where
    it is none by its form or by what stands before it."""
    before = [w for w in words.before(start, _FAR) if w.start >= sentence[0]]
    behind = [w for w in words.after(end, _WIDEST) if w.start < sentence[1]]
    return _Reader(text, before, words.between(start, end), behind).deed()


class _Line:
    """The words of a sentence around a place, with what each is by its form and what stands between them."""

    def __init__(self, text: str, before: Sequence[Word], inside: Sequence[Word], behind: Sequence[Word]) -> None:
        self.text = text
        self.words = [*before, *inside, *behind]
        self.first = len(before)
        self.last = self.first + max(len(inside), 1) - 1

    def gap(self, number: int) -> str:
        """What stands between a word and the next, blanks aside."""
        if not 0 <= number < len(self.words) - 1:
            return ""
        return self.text[self.words[number].end : self.words[number + 1].start].strip()

    def parts(self, number: int) -> bool:
        """Whether a sentence or a clause ends behind a word."""
        return not _STRONG.isdisjoint(self.gap(number))

    def low(self, number: int) -> str:
        """A word in small letters; nothing where there is none."""
        return self.words[number].lower if 0 <= number < len(self.words) else ""

    def tag(self, number: int) -> str:
        """What a word is by its form; nothing where there is none."""
        if not 0 <= number < len(self.words):
            return ""
        word = self.words[number]
        tag = tag_of(word.lower)
        if tag in _NO_NAME and number and self.text[word.start].isupper():
            return "word"  # the month of May, Will Ripley, the United States
        return "opener" if tag == "definite" and self._opens_clause(number) else tag

    def _opens_clause(self, number: int) -> bool:
        """Whether a "that" begins a clause, and no noun phrase: "the world that can see", "said that missiles"."""
        if self.low(number) != "that" or number + 1 >= len(self.words):
            return False
        if tag_of(self.low(number + 1)) not in ("word", "done", "doing", "adverb"):
            return True
        before = tag_of(self.low(number - 1)) if number else "preposition"
        return before not in ("preposition", "conjunction") and not self.gap(number - 1)

    def is_capital(self, number: int) -> bool:
        """Whether a word that is none of the small ones has a capital."""
        return self.tag(number) == "word" and self.text[self.words[number].start].isupper()

    def back_over(self, number: int, *tags: str) -> int:
        """The last word up to this one that is none of these."""
        while self.tag(number) in tags:
            number -= 1
        return number


class _Reader(_Line):
    """One reading of the words around a phrase."""

    def phrase(self) -> Governed:
        """The phrase with all that it hangs on."""
        head = self._head()
        is_part = head > self.last
        self.last = max(self.last, head)
        opens, at = self._opening(self.first)
        apposed = bool(opens) and "," in self.gap(at)
        links: list[Link] = []
        found = self._outwards(at, links)
        verb = self._follows(self.last + 1) or found or self._later(self.last + 1)
        return Governed(opens, self.low(head), tuple(links), verb, apposed, is_part)

    def deed(self) -> Verb | None:
        """The first word inside as a verb."""
        if self.first >= len(self.words):
            return None
        first, at = self.first, self.back_over(self.first - 1, "adverb")
        while self.tag(first) == "adverb":
            first += 1
        is_form = self.tag(first) in ("done", "doing") and (self.tag(at) not in _OPENS or self.gap(at))
        if self.low(first + 1) in word_lists()["events"] and not self.gap(first):
            return None  # "failed launches"
        plain = self.tag(at) in _GROUP or self.low(first) in word_lists()["deeds"]
        is_verb = is_form or (self.tag(first) == "word" and plain)
        return self._verb(first) if is_verb else None

    def _head(self) -> int:
        """The number of the word that closes the phrase: "ICBM flight tests", "missile programme"."""
        lists = word_lists()
        known = lists["events"] | lists["things"] | lists["aside"]
        inside = range(self.first, self.last)
        found = next((n for n in inside if self.low(n) in lists["things"] and self.low(n + 1) == "of"), self.last)
        if found != self.last or self.tag(found) == "owner":
            return found  # "missiles of short range", "the missile's range"
        for number in range(found + 1, min(found + 1 + _WIDEST, len(self.words))):
            if self.gap(number - 1).strip("-\"”'’"):
                break
            if self.low(number) in known:
                found = number
            elif self.tag(number) not in ("word", "number"):
                break
        return found

    def _opening(self, number: int) -> tuple[str, int]:
        """What the phrase that holds a word opens with, and the number of the word before that."""
        for at in range(number - 1, -1, -1):
            tag = self.tag(at)
            if self.parts(at) or tag in _APART or (tag not in _OPENS and self._is_verb(at)):
                return "", at
            if tag == "owner":
                return "definite", self._before_owner(at)
            if tag in _OPENS:
                return tag, at - 1
        return "", -1

    def _before_owner(self, number: int) -> int:
        """The number of the word before an owner's phrase: "the North Korean regime's"."""
        at = number - 1
        while self.is_capital(at) and not self.gap(at):
            at -= 1
        return at - 1 if self.tag(at) in ("definite", "indefinite") else at

    def _is_verb(self, number: int) -> bool:
        """Whether a word before a bare phrase is its verb, and no part of it: "tested missiles", not "a failed test"."""
        at = self.back_over(number - 1, "adverb")
        if self.tag(number) not in ("done", "doing"):
            return self.low(number) in word_lists()["aims"] and self.tag(at) not in _OPENS
        if (
            self.tag(at) == "conjunction"
            and self.tag(at - 1) == "done"
            and not self.gap(at)
            and not self._is_verb(at - 1)
        ):
            return False  # "an indigenously designed and developed missile"
        return self.tag(at) not in _OPENS | {"word"} or bool(self.gap(at)) or self.is_capital(at)

    def _outwards(self, at: int, links: list[Link]) -> Verb | None:
        """The verb before the phrase, with all that the phrase hangs on by the way."""
        while at >= 0 and not self.parts(at):
            tag = self.tag(at)
            if tag == "preposition":
                at = self._hang(at, links)
                continue
            if tag in ("opener", "pronoun"):
                return None
            if tag in _FINITE or tag in ("done", "doing") or self.low(at) in word_lists()["aims"] or self._is_plain(at):
                return self._verb(at)
            if "," in self.gap(at) and tag != "conjunction" and self._later(self.last + 1) is not None:
                return None
            at -= 1
        return None

    def _hang(self, at: int, links: list[Link]) -> int:
        """The number of the word before the noun that a preposition hangs on, or of the verb; -1 where it opens a clause."""
        noun = self.back_over(at - 1, "number", "adverb")
        if noun < 0 or self.gap(noun):
            return -1
        tag = self.tag(noun)
        if self._is_base(noun):
            links.append(Link(self.low(at)))
            return noun
        if tag == "word" or (tag == "doing" and self.tag(noun - 1) not in _GROUP):
            opens, further = self._opening(noun)
            links.append(Link(self.low(at), self.low(noun), opens))
            return further
        links.append(Link(self.low(at)))
        return noun

    def _is_base(self, number: int) -> bool:
        """Whether a word is a verb behind "to"."""
        return self.tag(number) == "word" and self.tag(number - 1) == "to" and not self.is_capital(number)

    def _is_plain(self, number: int) -> bool:
        """Whether a word that nothing marks stands where only a verb can: behind "to", or right before an article."""
        if self._is_base(number):
            return True
        plain = self.tag(number) == "word" and self.tag(number + 1) in _OPENS
        return plain and not self.gap(number) and not self.is_capital(number)

    def _verb(self, number: int) -> Verb:
        """The verb that ends at a word, with the auxiliaries before it, or those of the verb that it is joined to."""
        first = number
        while self.tag(first - 1) in _GROUP and not self.gap(first - 1):
            first -= 1
        if first == number and self.tag(number - 1) == "conjunction" and number > 1 and self._is_verb(number - 2):
            return replace(self._verb(number - 2), word=self.low(number))
        copula = self.tag(number) in ("is", "was", "been")
        start, before = self.words[first].start, self.low(first - 1 - (self.tag(first - 1) == "opener"))
        denied = any(self.low(n) in ("not", "never") for n in range(first, number + 2))
        return Verb(self.low(number), self._tense(first, number), start, copula=copula, before=before, denied=denied)

    def _tense(self, first: int, last: int) -> Tense:
        """How a group of words is told, by its auxiliaries."""
        tags = [self.tag(n) for n in range(first, last + 1)]
        if "possible" in tags:
            have = any(self.low(n) == "have" and self.tag(n + 1) != "to" for n in range(first, last))
            return Tense.PERHAPS if have else Tense.POSSIBLE
        if "future" in tags:
            return Tense.FUTURE
        if "to" in tags:
            at = tags.index("to")
            if tags[0] != "was" and not self._seems(first + at - 1) and not self._is_done(first + at):
                return Tense.AIM
            return Tense.GOING_ON if tags[-1] == "doing" else Tense.PAST
        return _by_auxiliaries(tags)

    def _is_done(self, number: int) -> bool:
        """Whether "to have" tells what is over: "judged the launch to have failed", not "hoped to have tested"."""
        lists = word_lists()
        return self.low(number + 1) == "have" and self.low(number - 1) not in lists["destined"] | lists["aims"] | {
            "hopes",
            "hoped",
        }

    def _seems(self, number: int) -> bool:
        """Whether what stands before "to be" says that it is so: "believed to be", "assessed it to be"."""
        lists = word_lists()
        if number < 0 or self.low(number) in lists["destined"]:
            return False
        held = self.tag(number) == "done" and self.low(number + 2) in ("be", "have")
        around = self.tag(number) in ("pronoun", "word") and number > 0
        around = around and (self.low(number - 1) in lists["seems"] or self.tag(number - 1) == "done")
        return held or around or self.low(number) in lists["seems"]

    def _follows(self, number: int) -> Verb | None:
        """The verb of which the phrase is the subject, where its auxiliary follows at once."""
        if self.gap(number - 1).strip("\"”'’") or self.tag(number) not in _AUXILIARY:
            return None
        return self._group(number)

    def _later(self, number: int) -> Verb | None:
        """The verb that follows somewhere behind, when what hangs on the phrase is passed over."""
        passed, at = 0, number
        while at < len(self.words) and not self.parts(at - 1):
            tag = self.tag(at)
            if tag == "opener":
                passed += 1
            elif tag in _AUXILIARY or (tag == "done" and not self._is_aside(at, number)):
                if not passed:
                    return self._group(at)
                passed -= 1
                while self.tag(at + 1) in _GROUP | {"done"}:
                    at += 1
            at += 1
        return None

    def _is_aside(self, at: int, number: int) -> bool:
        """Whether a past form is no verb of its own: "a type of tested rocket", "the Nodong, developed from the Scud,"."""
        first = self.back_over(at - 1, "adverb") + 1  # "never deployed,"
        return self.tag(at - 1) == "preposition" or (first == number and "," in self.gap(first - 1))

    def _group(self, first: int) -> Verb:
        """The verb whose group begins at a word."""
        last = first
        if self.tag(first) != "done":
            while self.tag(last + 1) in _GROUP and not self.gap(last):
                last += 1
            last += self.tag(last + 1) in ("done", "doing", "word")
        return Verb(self.low(last), self._tense(first, last), self.words[first].start, is_behind=True)


def _by_auxiliaries(tags: Sequence[str]) -> Tense:
    """How a group without "can", "will" or "to" is told."""
    going = tags[-1] == "doing"
    if "has" in tags[:-1]:
        return Tense.GOING_ON if going else Tense.PERFECT
    if "is" in tags:
        return Tense.GOING_ON if going else Tense.PRESENT
    if {"was", "had", "did"} & {*tags} or tags[-1] == "done":
        return Tense.PAST
    return Tense.GERUND if going else Tense.PRESENT
