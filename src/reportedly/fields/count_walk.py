"""Reads leftwards from a counted noun to the word that counts it."""

import re
from dataclasses import replace

from reportedly.fields import count_words as cw
from reportedly.fields.count_words import Counting, Several
from reportedly.fields.number import parse, parse_ordinal
from reportedly.fields.word_set import words_of
from reportedly.frozen import dataclass
from reportedly.model import Count
from reportedly.model.calendar import SMALL_MONTHS, SMALL_SHORT_MONTHS
from reportedly.patterns import compiled

_TOKEN = compiled(r"\d{1,3}(?:,\d{3})+|[^\W_](?:(?:(?!--)[\w'’/.-])*[\w'’])?|[^\w\s]")
_YEAR = compiled(r"(?:19|20)\d\d")
_INITIAL = compiled(r"(?:[A-Z]\.)*[A-Z]")
_NUMBER_RANGE = compiled(r"(\d+)[-–](\d+)")
_ODD = compiled(r"(?P<n>[\w,]+)-(?P<how>odd|plus|strong)")  # "100-odd shells"
_JOINED = compiled(
    r"(?P<between>\bbetween\s+)?\b(?P<low>\d+|[a-z]+(?:-[a-z]+)?)\s*(?P<join>to|or|and|–|-)\s*$", re.IGNORECASE
)
_MAX_MODIFIERS = 8
_BEFORE_NUMBERS = words_of("nearly almost least than some roughly approximately total all another of")
_POSSESSIVE = ("'s", "’s", "s'", "s’")


@dataclass(frozen=True, slots=True)
class Head:
    """The noun the walk starts from."""

    plural: bool
    nouns: Counting


@dataclass(frozen=True, slots=True)
class Phrase:
    """What stands left of a noun; offsets count in the text walked. `value` None: nothing counts it."""

    start: int
    number_start: int
    number_end: int
    value: Count | None = None
    cue: str | None = None
    definite: bool = False
    ordinal: int | None = None
    part: Count | None = None
    included: bool = False
    additional: bool = False
    launches_of: bool = False
    modifiers: tuple[str, ...] = ()


@dataclass(slots=True)
class _State:
    """How far the walk has come."""

    start: int
    modifiers: list[str]
    several: Several
    more: bool = False
    or_more: bool = False
    about: bool = False
    of_kinds: bool = False  # one or more of each: "three new models of missiles"
    launches_of: bool = False
    comma_at: int | None = None


def walk(left: str, head: Head) -> Phrase:
    """What counts the noun that follows `left`."""
    tokens = list(_TOKEN.finditer(left))
    end = len(left)
    state = _State(end, [], head.nouns.several)
    index = len(tokens) - 1
    while index >= 0 and len(state.modifiers) <= _MAX_MODIFIERS:
        token = tokens[index]
        word = token.group()
        low = word.lower()
        counted = _counter(left, tokens, index, head, state)
        if counted is not None:
            return counted
        step = _step(tokens, index, word, low, head, state)
        if step == 0:
            break
        index -= step
    start = state.comma_at if state.comma_at is not None else state.start
    cue = "more" if state.more else None
    return Phrase(start, start, end, cue=cue, additional=state.more, modifiers=tuple(state.modifiers))


def _step(tokens: list[re.Match[str]], index: int, word: str, low: str, head: Head, state: _State) -> int:
    """How many tokens the walk passes over here; 0 where it ends."""
    before = tokens[index - 1].group() if index else ""
    if not word[0].isalnum():
        return _over_mark(word, before, tokens[index].end(), state)
    if low == "of":
        return _over_of(tokens, index, before.lower(), state)
    if low == "and" and state.modifiers and "-" in before and state.modifiers[-1] in ("other", *_CLASS_WORDS):
        return 1
    if (
        low in ("and", "to")
        and _reach(state.modifiers)
        and _reach([t.group().lower() for t in tokens[max(0, index - 2) : index]])
    ):
        return 1  # "nine long and medium range missiles"
    if low == "so" and before.lower() == "or":  # "a dozen or so missiles"
        state.about = True
        return 2
    if low == "or" and state.more:
        state.or_more = True
        return 1
    if low == "more":
        state.more = True
        state.start = tokens[index].start()
        return 1
    if state.launches_of and low in ("test", "flight"):
        return 1
    if low in cw.STOP_WORDS or low in head.nouns.kinds or _is_verb(word, low):
        return 0
    state.modifiers.append(low)
    state.start = tokens[index].start()
    return 1


_REACHES = ("short", "medium", "long", "intermediate")


def _reach(words: list[str]) -> bool:
    """Whether the last of these words say how far something flies: "long", "long-", "medium-range", "medium range"."""
    last = [w.removesuffix("-range") for w in words if w not in ("range", "-")]
    return bool(last) and last[-1] in _REACHES


_CLASS_WORDS = ("ballistic", "cruise", "short-range", "ground-to-air", "surface-to-air", "hypersonic", "long-range")


def _over_mark(word: str, before: str, end: int, state: _State) -> int:
    if word == "." and _INITIAL.fullmatch(before):
        return 1
    if word in "\"“”'‘’" or (word == "-" and state.modifiers):  # "three mid- and short-range missiles"
        return 1
    if word == "," and state.modifiers and before.islower() and state.comma_at is None:
        state.comma_at = state.start  # a bare plural begins behind the comma; a number may stand before it
        return 1
    return 0


def _over_of(tokens: list[re.Match[str]], index: int, before: str, state: _State) -> int:
    if before in cw.KIND_WORDS:
        state.of_kinds = True
        state.modifiers.append(before)
        state.start = tokens[index - 1].start()
        return 2
    if before in cw.LAUNCH_WORDS:
        state.launches_of = True
        state.modifiers.append(before)
        state.comma_at = state.start if state.comma_at is None else state.comma_at
        return 2
    return 0


def _is_verb(word: str, low: str) -> bool:
    if "-" in low or low in cw.PARTICIPLES:
        return False
    return low.endswith(("ed", "ing")) and len(low) > 4 and low not in ("remaining", "existing", "incoming")


def _counter(left: str, tokens: list[re.Match[str]], index: int, head: Head, state: _State) -> Phrase | None:
    """The phrase where the token at `index` counts the noun or determines it."""
    token = tokens[index]
    low = token.group().lower()
    ranged = _NUMBER_RANGE.fullmatch(low)
    if ranged and head.plural and int(ranged[1]) < int(ranged[2]):
        value = Count(int(ranged[1]), int(ranged[2]))
        return _finish(left, token.start(), token.end(), value, state)
    odd = _ODD.fullmatch(low)
    if odd and head.plural and (amount := parse(odd["n"])) is not None and amount == int(amount):
        state.about, state.or_more = state.about or odd["how"] == "odd", odd["how"] == "plus"
        return _finish(left, token.start(), token.end(), Count(int(amount), int(amount)), state)
    if (low in cw.NUMBER_WORDS or low[0].isdigit() or "-" in low) and low not in state.several.alone:
        return _number(left, tokens, index, head, state)
    ordinal = parse_ordinal(low)
    if ordinal is not None and not head.plural:
        modifiers = tuple(state.modifiers)
        return Phrase(token.start(), token.start(), token.end(), Count(1, 1), low, ordinal=ordinal, modifiers=modifiers)
    return _quantifier(left, tokens, index, head, state)


def _number(left: str, tokens: list[re.Match[str]], index: int, head: Head, state: _State) -> Phrase | None:
    first = index
    if tokens[index].group().lower() in ("dozen", "hundred", "thousand", "half"):
        while first and _numeric(tokens[first - 1].group().lower()) and index - first < 4:
            first -= 1
    written = left[tokens[first].start() : tokens[index].end()]
    amount = parse(written)
    ordinal = parse_ordinal(written)
    if ordinal is not None and not head.plural and state.modifiers[-1:] != ["stage"]:
        start = tokens[first].start()
        return Phrase(start, start, tokens[index].end(), Count(1, 1), written, ordinal=ordinal)
    if amount is None or amount != int(amount) or _is_no_count(left, tokens, first, amount, head, state):
        return None
    value = Count(int(amount), int(amount))
    return _finish(left, tokens[first].start(), tokens[index].end(), value, state)


def _numeric(low: str) -> bool:
    return low in cw.NUMBER_WORDS or low.isdigit() or low in ("a", "and", "half")


def _is_no_count(left: str, tokens: list[re.Match[str]], first: int, amount: float, head: Head, state: _State) -> bool:
    """A measure ("600 mm"), a mark ("Minuteman 3"), a year, a day of the month: numbers that count nothing here."""
    if state.modifiers and state.modifiers[-1].removesuffix("-range") in cw.UNITS_BEFORE:
        return True
    if amount > 1 and not head.plural:
        return True
    written, before = tokens[first].group(), tokens[first - 1].group() if first else ""
    if not written.isdigit():
        return False
    if before == "." and first > 1 and tokens[first - 2].group().lower() in SMALL_SHORT_MONTHS:  # "Jan. 28"
        return True
    return (
        _YEAR.fullmatch(written) is not None
        or before.lower() in SMALL_MONTHS | SMALL_SHORT_MONTHS
        or _is_name(before, first, state.several)
        or (
            first > 1
            and before[:1].isupper()
            and tokens[first - 2].group().islower()
            and before.lower().endswith("ing")
        )
    )


def _is_name(word: str, index: int, several: Several) -> bool:
    """Whether a word right before digits makes them a mark: "Hwasong 11 missiles"."""
    low = word.lower()
    known = low in cw.STOP_WORDS or low in cw.DETERMINERS or low in several.alone or low.endswith(_POSSESSIVE)
    return (
        bool(word) and word[0].isupper() and index > 1 and not (known or low in _BEFORE_NUMBERS or _is_verb(word, low))
    )


def _quantifier(left: str, tokens: list[re.Match[str]], index: int, head: Head, state: _State) -> Phrase | None:
    token = tokens[index]
    low, before = token.group().lower(), tokens[index - 1].group().lower() if index else ""
    start, end = token.start(), token.end()
    if low == "of" and before == "number" and index > 1 and tokens[index - 2].group().lower() in cw.DETERMINERS:
        return _definite(left, tokens[index - 2].start(), end, state)  # "the number of missiles" counts nothing
    if low == "of" and before in state.several.groups:
        return _collective(left, tokens, index, before, state)
    if low in ("a", "an", "single", "another", "one"):
        if head.plural and low != "another":
            return None
        return _finish(left, start, end, Count(1, 1), state)
    if low == "various" and _numeric(before):
        return None  # "17 various missiles"
    if low in state.several.alone and (head.plural or low == "no"):
        if low == "few" and before != "a":
            return None
        opened = tokens[index - 1].start() if low in ("few", "couple", "pair") and before == "a" else start
        return _finish(left, opened, end, state.several.alone[low], state)
    if low in cw.DETERMINERS or low.endswith(_POSSESSIVE):
        return _definite(left, start, end, state)
    return None


def _definite(left: str, start: int, end: int, state: _State) -> Phrase:
    """ "the missiles", or, where some of them or kinds of them are counted, "two of the missiles", "two variants of its missile"."""
    kinds = cw.KINDS.search(left, max(0, start - 50), end + 1)
    if kinds is not None and (number := parse(kinds["n"])):
        return Phrase(kinds.start(), kinds.start("n"), kinds.end("n"), Count(int(number), None))
    part = cw.PART.search(left, max(0, start - 30), end + 1)
    amount = part_of(part, state.several)
    if part is None or amount is None:
        word = left[start:end].lower()
        return Phrase(start, start, end, None, word, definite=True, modifiers=tuple(state.modifiers))
    phrase = Phrase(part.start(), part.start(), part.end("part"), amount, modifiers=tuple(state.modifiers))
    led = _leads(left, phrase, [], state.several, additional=False)
    return replace(led, part=led.value)


def part_of(match: re.Match[str] | None, several: Several) -> Count | None:
    """The count that "two of the ..." gives, None where the word is none that counts."""
    if match is None:
        return None
    word = match["part"].lower()
    amount = parse(word)
    if amount is not None and amount == int(amount):
        return Count(int(amount), int(amount))
    return several.alone.get(word)


def _collective(left: str, tokens: list[re.Match[str]], index: int, word: str, state: _State) -> Phrase:
    """ "a salvo of", "an unspecified number of"."""
    first, value = index - 1, state.several.groups[word]
    if first and tokens[first - 1].group().lower() in ("unspecified", "unknown", "undisclosed", "undetermined"):
        first, value = first - 1, cw.UNKNOWN_NUMBER
    elif first and tokens[first - 1].group().lower() in ("large", "small", "rapid", "fresh", "new", "long"):
        first -= 1
    if first and tokens[first - 1].group().lower() in ("a", "an", "the", "another"):
        first -= 1
    return _finish(left, tokens[first].start(), tokens[index].end(), value, state)


def _finish(left: str, start: int, end: int, value: Count, state: _State) -> Phrase:
    """The phrase with what stands before its number: hedge, total, part, range."""
    from_low = _JOINED.search(left, max(0, start - 36), start)
    cues: list[str] = []
    number_start = start
    if from_low and value.minimum == value.maximum:
        low = parse(from_low["low"])
        both = from_low["join"].lower() != "and" or from_low["between"]
        if low is not None and both and low == int(low) and 0 < low < value.minimum:
            value, start = Count(int(low), value.maximum), from_low.start()
            number_start = from_low.start("low")
    phrase = Phrase(start, number_start, end, value, modifiers=tuple(state.modifiers))
    if state.more:
        cues.append("or more" if state.or_more else "more")
    if state.or_more or (state.of_kinds and value.minimum > 1):
        phrase = replace(phrase, value=Count(value.minimum, None))
    if state.about:
        phrase = replace(phrase, value=replace(value, approximate=True))
    if state.launches_of:
        phrase = replace(phrase, launches_of=True)
    return _leads(left, phrase, cues, state.several, additional=state.more and not state.or_more)


def _is_group(word: str, several: Several) -> bool:
    """Whether the plural is one of a word that counts before "of": "salvoes", "waves"."""
    return not {word.removesuffix("s"), word.removesuffix("es")}.isdisjoint(several.groups)


def _leads(left: str, phrase: Phrase, cues: list[str], several: Several, *, additional: bool) -> Phrase:
    start, value = phrase.start, phrase.value
    if value is None:
        return phrase
    word = left[phrase.number_start : phrase.number_end].lower()
    if word == "another":
        additional = True
        cues.append(word)
    elif (last := word.removesuffix(" of").split()[-1]) in several.alone or last in several.groups:
        cues.append(word)
    while True:
        if hedge := cw.HEDGE.search(left, max(0, start - 20), start):
            if value.maximum == value.minimum:
                value = cw.hedged(value, hedge)
            start = hedge.start()
            cues.insert(0, hedge.group().strip().lower())
        elif lead := cw.LEAD.search(left, max(0, start - 20), start):
            start = lead.start()
            lead_word = lead.group().strip().lower()
            additional = additional or lead_word in ("another", "a further")
            cues.insert(0, lead_word)
        else:
            break
    match = cw.PART.search(left, max(0, start - 30), start)
    part = part_of(match, several)
    if match is not None and part is not None:
        start = match.start()
    times = cw.TIMES.search(left, max(0, start - 40), start)
    if times is not None and value.maximum == value.minimum and _is_group(times["groups"].lower(), several):
        amount, start = int(parse(times["n"]) or 1) * value.minimum, times.start()
        value, phrase = Count(amount, amount, value.approximate), replace(phrase, number_start=times.start("n"))
    included, cue = cw.INCLUDED.search(left, max(0, start - 20), start) is not None, " ".join(cues) or None
    return replace(phrase, start=start, value=value, part=part, included=included, additional=additional, cue=cue)
