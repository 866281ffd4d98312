"""In what manner a thing or an incident is spoken of: as that of the news, or as one of before, in general, or to come.

One place answers it for every rule that takes a value from a sentence without a telling of its own.
"""

from enum import StrEnum

from reportedly.extract.governing import Governed, Link, Tense, Verb, governed, verb_at
from reportedly.extract.tokens import Words
from reportedly.extract.word_forms import is_plural, word_lists

_APART = frozenset(
    {"for", "against", "about", "like", "than", "between", "among", "toward", "towards", "without", "into"}
)
_UPON = frozenset({"inside", "within", "onto", "atop", "against", "on"})  # behind a verb
_NO_DEED = frozenset(
    {"of", "for", "from", "against", "without", "like", "than", "toward", "towards", "on", "start", "stop", "keep"}
)


class Manner(StrEnum):
    """How something is spoken of."""

    NEWS = "news"
    EARLIER = "earlier"
    GENERAL = "general"
    PLANNED = "planned"


def manner_of(
    text: str, words: Words, sentence: tuple[int, int], place: tuple[int, int], *, named: bool = False
) -> Manner:
    """How the thing or incident at a place of a sentence is spoken of; `named` where it is called by its own name."""
    return _of(governed(text, words, sentence, *place), named=named)


def manner_of_deed(text: str, words: Words, sentence: tuple[int, int], place: tuple[int, int]) -> Manner:
    """How a deed is told that stands at a place of a sentence: a verb by its tense, anything else as what it is part of."""
    verb = verb_at(text, words, sentence, *place)
    if verb is None:
        return manner_of(text, words, sentence, place)
    if verb.tense in (Tense.POSSIBLE, Tense.FUTURE, Tense.AIM):
        return Manner.PLANNED
    if (verb.tense is Tense.GERUND and verb.before in _NO_DEED) or _is_aim(text, place[0], verb):
        return Manner.GENERAL
    if verb.tense is Tense.PRESENT or verb.before in word_lists()["others"]:
        return Manner.GENERAL
    return Manner.EARLIER if verb.tense in (Tense.PERFECT, Tense.GOING_ON) else Manner.NEWS


def _is_aim(text: str, start: int, verb: Verb) -> bool:
    """Whether what is said to be done so is no deed of the day: "successfully developed", not "destroyed its target"."""
    told = verb.tense is Tense.PAST and text[start : start + len(verb.word)].lower() == verb.word
    return not told and verb.word in word_lists()["aims"]


def _of(phrase: Governed, *, named: bool) -> Manner:
    lists = word_lists()
    if phrase.is_part and phrase.head in lists["aside"]:
        return Manner.GENERAL
    opens, noun, links = phrase.opens, phrase.head, phrase.links
    for number, link in enumerate(links):
        if noun in lists["events"]:
            break
        if link.noun in lists["events"] and link.preposition == "of":
            opens, noun, links = link.opens, link.noun, links[number + 1 :]
            break
        if _stands_apart(link):
            return Manner.GENERAL
    if noun in lists["events"]:
        return _of_event(opens, noun, links, phrase.verb)
    if phrase.verb is None:
        return Manner.GENERAL if phrase.plural and not phrase.opens and not named else Manner.NEWS
    return _of_thing(phrase, phrase.verb, named=named)


def _stands_apart(link: Link) -> bool:
    """Whether a thing is only what something else is of or for: "the engine of its", "defences against"."""
    lists = word_lists()
    if not link.noun:
        return link.preposition in _UPON
    if link.noun in lists["seems"] | lists["times"] or link.noun in lists["events"]:
        return False
    if link.preposition == "of":
        return link.noun not in lists["things"] | lists["sorts"]
    if link.preposition == "on" and link.noun in lists["aside"]:
        return True  # "work on the Hwasong-11Ma"
    return link.preposition in _APART and link.noun not in lists["things"]


def _of_event(opens: str, noun: str, links: tuple[Link, ...], verb: Verb | None) -> Manner:
    """How a launch or test is spoken of."""
    if opens == "" and is_plural(noun) and noun not in word_lists()["single"]:
        told = verb is not None and verb.tense is Tense.PAST and not verb.is_behind
        return Manner.NEWS if told else Manner.GENERAL
    if opens == "definite" or verb is None:
        return Manner.NEWS
    if verb.tense in (Tense.POSSIBLE, Tense.FUTURE, Tense.AIM):
        return Manner.PLANNED
    lasts = verb.tense in (Tense.PRESENT, Tense.GOING_ON)
    return Manner.GENERAL if lasts and opens == "indefinite" and (verb.is_behind or not verb.copula) else Manner.NEWS


def _of_thing(phrase: Governed, verb: Verb, *, named: bool) -> Manner:
    """How a weapon is spoken of."""
    if verb.is_behind:
        return _of_subject(phrase, verb, named=named)
    if verb.tense in (Tense.POSSIBLE, Tense.FUTURE, Tense.AIM):
        return Manner.PLANNED
    if verb.word in word_lists()["aims"] or verb.tense is Tense.GOING_ON or verb.denied:
        return Manner.GENERAL
    if verb.tense is Tense.GERUND and verb.before in _NO_DEED:
        return Manner.GENERAL
    if verb.tense is Tense.PERFECT and phrase.plural:
        return Manner.EARLIER
    return Manner.GENERAL if verb.tense is Tense.PRESENT and phrase.plural and not phrase.opens else Manner.NEWS


def _of_subject(phrase: Governed, verb: Verb, *, named: bool) -> Manner:
    """How a weapon is spoken of that does something, or of which something is said."""
    if phrase.apposed and phrase.opens == "indefinite":
        return Manner.NEWS
    single = phrase.opens == "definite" and not phrase.plural and not named
    if verb.tense in (Tense.FUTURE, Tense.AIM) or (verb.tense is Tense.POSSIBLE and not single):
        return Manner.PLANNED
    if verb.tense is Tense.PERFECT:
        return Manner.NEWS if single else Manner.EARLIER
    if verb.tense in (Tense.PRESENT, Tense.GOING_ON) and verb.word not in word_lists()["seems"]:
        return Manner.NEWS if single else Manner.GENERAL
    return Manner.NEWS
