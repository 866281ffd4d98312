"""The words by which news counts projectiles: nouns, quantifiers, hedges, and what may not stand between."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from reportedly.codebook import Codebook, CountWord
from reportedly.fields.gated import Gated
from reportedly.fields.number import NUMBER, TENS
from reportedly.fields.word_set import words_of
from reportedly.frozen import dataclass
from reportedly.model import Count
from reportedly.patterns import compiled


@dataclass(frozen=True, slots=True, eq=False)  # patterns are kept by the nouns they are of: soon told apart
class Noun:
    """A thing that is counted, in both numbers, and the class it belongs to."""

    singular: str
    plural: str
    kind: str


@dataclass(frozen=True, slots=True)
class Several:
    """The words that count: those that do by themselves, and those before "of"."""

    alone: Mapping[str, Count]
    groups: Mapping[str, Count]


@lru_cache(maxsize=8)
def several_of(rows: tuple[CountWord, ...]) -> Several:
    """The codebook's words that count, each with its count."""
    told = [(row.of, row.word, Count(row.minimum, row.maximum, row.approximate)) for row in rows]
    return Several({w: c for of, w, c in told if not of}, {w: c for of, w, c in told if of})


@dataclass(frozen=True, slots=True, eq=False)  # one a codebook
class Counting:
    """The nouns that are counted as one pattern, with the class and number of each form, and the words that count them."""

    pattern: Gated
    kinds: Mapping[str, str]
    plurals: frozenset[str]
    several: Several


def counting(nouns: Sequence[Noun], several: Several) -> Counting:
    """What finds the number of these nouns."""
    forms = sorted({form for n in nouns for form in (n.singular, n.plural)}, key=lambda f: (-len(f), f))
    pattern = Gated(r"\b(?:" + "|".join(map(re.escape, forms)) + r")(?![\w-])", re.IGNORECASE)
    kinds = {form.lower(): n.kind for n in nouns for form in (n.singular, n.plural)}
    return Counting(pattern, kinds, frozenset(n.plural.lower() for n in nouns), several)


def nouns_of(codebook: Codebook) -> tuple[Noun, ...]:
    """The nouns that the codebook counts."""
    things = (Noun(word, f"{word}s", kind) for kind, words_ in codebook.counted.items() for word in words_)
    deeds = (Noun(word, word, kind) for kind, words_ in codebook.counted_deeds.items() for word in words_)
    return (*things, *deeds)


UNKNOWN_NUMBER = Count(1, None)
KIND_WORDS = words_of("types type kinds kind sorts varieties models versions variants classes")
LAUNCH_WORDS = words_of("launches tests trials firings test-firings test-launches shots")
DETERMINERS = words_of("the this that these those its his her their our your whose")

_FLOOR = (
    "at least|at the very least|no fewer than|not fewer than|no less than|not less than|a minimum of|more than|well over"
    "|just over|over|upwards of|in excess of"
)
_CEILING = "up to|as many as|at most|no more than|not more than|a maximum of"
_BELOW = "fewer than|less than|under"
_ABOUT = (
    "about|around|some|approximately|roughly|nearly|almost|close to|an estimated|estimated|circa|perhaps|maybe|probably"
)
HEDGE = Gated(
    rf"(?:(?P<floor>{_FLOOR})|(?P<ceiling>{_CEILING})|(?P<below>{_BELOW})|(?P<about>{_ABOUT}))\s+$", re.IGNORECASE
)
LEAD = compiled(
    r"(?:(?:a|in) total of|all|another|a further|just|only|exactly|the other|the|these|those|its)\s+$", re.IGNORECASE
)
PART = compiled(r"\b(?P<part>[^\W_]+(?:-[^\W_]+)?) of (?:(?:the|its|these|those|their)\s+)?$", re.IGNORECASE)
KINDS = compiled(
    rf"\b(?P<n>{NUMBER}) (?:[\w-]+ ){{0,2}}(?:{'|'.join(sorted(w for w in KIND_WORDS if w.endswith('s')))}) of (?:(?:the|its|their|his) )?$",
    re.IGNORECASE,
)
TIMES = compiled(rf"\b(?P<n>{NUMBER}) (?:[a-z]+ )?(?P<groups>[a-z]+s) of $", re.IGNORECASE)  # "two salvos of three"
INCLUDED = compiled(r"\b(?:including|includes?|included|among them|of which|of them)[:,]?\s+$", re.IGNORECASE)

LAUNCH_HEAD = compiled(
    r"(?:\s\([A-Za-z-]{2,6}\))?\s"
    r"(?P<head>(?:test[- ]|flight[- ])?(?:launch(?:es)?|tests?|trials?|firings?|shots?))\b(?!-)",
    re.IGNORECASE,
)
COMPOUND_HEAD = compiled(
    r"(?:\s\([A-Za-z-]{2,6}\))?[\s-](?:launchers?|launching|systems?|programm?es?|programs?|technolog\w+|defen[cs]es?"
    r"|engines?|motors?|units?|sites?|bases?|activit\w+|drills?|alerts?|alarms?|range|ranges|warheads?|bod(?:y|ies)"
    r"|debris|threats?|capabilit\w+|cris[ei]s|developments?|experts?|arsenals?|stockpiles?|fragments?|parts?"
    r"|components?|targets?|forces?|administration|bureau|general|industr\w+|production|factor\w+|facilit\w+|plants?"
    r"|wreckage|remnants?|strikes?|attacks?|barrages?|salvos?|volleys?|races?|exports?|sales?|parades?|silos?|fields?"
    r"|submarines?|boats?|destroyers?|power|data|flights?|batter(?:y|ies)|regiments?|brigades?|exercises?|fire|shield"
    r"|interceptors?|crash|mishaps?|incidents?|success|failures?|provocations?|work|issues?|scientists?|analysts?"
    r"|bans?|sanctions|talks|types?|class|artillery|assembly|variants?|designs?|series|famil(?:y|ies)|complex|corps"
    r"|troops|blasts?|explosions?|material|cargo|fuel|deals?|tests?-|testing|tech|stages?|images?|photos?|pictures?"
    r"|attempts?|try|trajector\w+|technicians?|tubes?|vehicles?|transporters?|weapons?|deployments?|duel|men|man)\b"
    r"(?!\s*-)",
    re.IGNORECASE,
)

STOP_WORDS = words_of(
    "in on at by with from to for over into onto after before since between during until upon under against near off"
    " through across about around and or but nor as than then that who when while where if because per via like"
    " toward"
    " towards without within amid following says said is was were are be been being has have had will would could may"
    " might can should must do does did not it they he she we i you him them us also again later meanwhile yesterday"
    " today monday tuesday wednesday thursday friday saturday sunday january february march april may june july"
    " august"
    " september october november december fire fires fired launch launches test tests test-fires shoot shoots shot"
    " flew flies fly sent sends send hit hits lobs hurls carry carries flung threw shown there saw see seen made make"
    " put use uses held took take gave give own owns sell sells sold buy buys bought build builds built get gets got"
    " announce reports report claims claim detect detects confirms confirm shows show conducts conduct unveils unveil"
    " displays display developing develop develops produces produce intercept intercepts lofts"
)
PARTICIPLES = words_of(
    "suspected presumed unidentified unspecified unnamed undetermined failed unarmed armed guided modified upgraded"
    " advanced powered fuelled fueled tipped alleged purported so-called improved extended unannounced fixed mixed"
    " supposed scheduled planned announced repeated believed red united limited multistaged staged unmanned combined shared captured assorted diversified varied"
)
UNITS_BEFORE = words_of(
    "mm cm m km kg kt ton tons tonne tonnes stage stages kilometre kilometres kilometer kilometers mile miles minute"
    " minutes hour hours day days week weeks month months year years percent gmt kst jst am pm a.m p.m"
)
NUMBER_WORDS = words_of(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen dozen hundred thousand half " + " ".join(TENS)
)


def hedged(value: Count, hedge: re.Match[str]) -> Count:
    """The count under its hedge: "at least" opens the top, "up to" lowers the floor, "about" only marks it."""
    if hedge["floor"]:
        return Count(value.minimum, None)
    if hedge["ceiling"]:
        return Count(min(1, value.minimum), value.maximum)
    if hedge["below"]:
        top = max(value.minimum - 1, 0)
        return Count(min(1, top), top)
    return Count(value.minimum, value.maximum, approximate=True)
