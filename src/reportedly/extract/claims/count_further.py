"""Counts that go on: what is told, in its sentence or the next ones, to have flown after it on the same day."""

import re
from collections.abc import Iterator
from itertools import takewhile

from reportedly.extract.claims.day import dated_elsewhere
from reportedly.extract.framing import Framing
from reportedly.extract.state_of import state_of
from reportedly.fields.gated import Gated
from reportedly.fields.number import NUMBER, ORDINALS, parse
from reportedly.frozen import dataclass
from reportedly.model import BlockKind, Count
from reportedly.patterns import compiled

_SENTENCES = 4  # behind the one that counts
_THING = r"(?:(?:[a-z]+[- ]range |ballistic |cruise |unidentified |such |similar |suspected )*(?:missiles?|projectiles?|rockets?|weapons?|shells?|shots?|ones?|[ISM]?[CRL]BMs?)\b)"
_OTHERS = r"(?:launch|test|nuclear|time|state|countr|stage|day|attempt|round|part|week|month|year|of\b|sign|step|reason|possib|option|thing|source|official|person|phase)"
_SPAN = r"(?:[\w-]+ ){0,3}(?:hours?|minutes?|moments?|seconds?)(?: and (?:a half|\w+ minutes?))?"
_THEN = (  # a time or an order of its own, by which a number without a noun counts further ones
    rf"{_SPAN} (?:later|after\w*|apart)|(?:later|then|again|subsequently|shortly after\w*|soon after\w*)\b"
    r"|(?:at|from|around|about|by|before|after|towards?) (?:about |around )?(?:\d|noon|midday|dusk|dawn|nightfall|midnight)"
    r"|(?:in|during) the (?:early |late )?(?:morning|afternoon|evening|night)\b|(?:that|the same) (?:morning|afternoon|evening|night|day)\b|overnight\b"
)
_ELSEWHERE = (
    r"(?:from|at|towards?|into) (?-i:[A-Z])"  # a place of its own does as well: "two from Wonsan and three from Sunan"
)
_NO_MEASURE = r"(?! (?:minutes?|hours?|days?|seconds?|km|kilomet\w+|miles?)\b)"
_LEADS = (  # what joins a further one to what was told: a mark or conjunction, a time, a verb
    rf"(?:;|—|–|,(?= (?:a second|another|{_SPAN} later|{NUMBER} more)\b)|\b(?:and|then|but|before|followed by)|\bfollow(?:ed|ing)? (?:(?:it|them|this|that|up) ){{1,2}}(?:with|by)|,? with) (?:that )?(?:then )?"
    rf"(?:(?:it|they|the [\w ]{{2,20}}) )?(?:(?:{_SPAN} later|later|then|again|also|subsequently|(?:from|at|around|about) [\d:.]+ ?(?:[ap]\.?m\.?)?),? )*"
    r"(?:(?:fired|launched|tested|test-fired|shot|sent(?: up)?|lobbed|firing|launching|testing) (?:off )?)?"
)
_ANOTHER = rf"(?P<another>another|a further|a second|one more|a (?P<nth>third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)|the second(?= (?:{_THING}|at|about|around|some|from)\b))\b(?! {_OTHERS})(?: (?P<m>(?!\d+:){NUMBER})\b{_NO_MEASURE})?"
_MORE = rf"(?P<more>{NUMBER}) (?:more|others)\b(?! (?:last|on|in (?:\d|(?-i:[A-Z]))|an? (?:week|day|month)|(?:days|weeks) )|,? (?:last|on) )"
_FURTHER = compiled(  # "and another two an hour later", "followed by three more", "and 80 at 3 p.m.", "and as many at"
    rf"(?:[^;:]|(?<=\d):(?=\d)){{0,100}}?{_LEADS}"
    rf"(?:{_ANOTHER}|{_MORE}|(?P<n>(?:about |around |some )?{NUMBER}){_NO_MEASURE}(?: missiles?| rockets?| shells?)? (?:(?={_THEN})|(?P<there>)(?={_ELSEWHERE}))|(?P<same>as many)\b(?! as\b))",
    re.IGNORECASE,
)
_GAPPED = compiled(  # "fired seven missiles and the American forces one"
    rf"[^.;:,]{{0,60}}?,? (?:and|while) (?:the )?(?-i:[A-Z])[\w.]*(?: (?:forces?|militar\w+|army|troops|navy|side|South|North|States))* (?P<n>{NUMBER})(?=[.;,](?!\d)|$)",
    re.IGNORECASE,
)
_FLEW = r"(?:fired|launched|detected|tracked|test-fired|shot|sent|lobbed|loosed|followed|came|lifted|took|went|flew|left|blasted|rose|landed|fell|splashed|plunged)"
_NTH = "|".join(word for word, rank in ORDINALS.items() if 1 < rank < 10)
_NEXT = Gated(  # a sentence that goes on: "A second one was fired 20 minutes later.", "It then launched another."
    rf"\b(?:(?P<another>another|one more|a further one|(?:an?|the) (?P<nth>{_NTH}))(?: (?P<m>{NUMBER}))?|(?P<more>{NUMBER}) (?:more|others))\b(?! {_OTHERS})(?: {_THING})?",
    re.IGNORECASE,
)
_AS_SUBJECT = compiled(
    rf"(?:,? (?:also |thought to be |believed to be |apparently )[^,.;]{{0,40}},?)?(?: from [^,.;]{{1,30}})?,? (?:(?:was|were|had been|has been|have been) )?(?:\w+ly |then |later |also )?{_FLEW}\b",
    re.IGNORECASE,
)
_AS_OBJECT = compiled(
    r"\b(?:(?:fired|launched|tested|test-fired|shot|sent(?: up| off)?|lobbed|loosed|detected|tracked|conducted|saw)(?: off)?|followed(?: up)?(?: (?:it|this|that|them))?(?: up)?(?: (?:with|by))?)"
    r"(?: (?:about|some|at least|yet|still|what appeared to be|what was))*\s$",
    re.IGNORECASE,
)
_AT_ONCE = compiled(rf"\b(?:{_THEN}|follow(?:ed|ing))", re.IGNORECASE)
_OTHER_DAYS = compiled(
    r"\b(?:days?|weeks?|months?|years?) (?:later|after|before|ago|earlier)|\b(?:next|following|previous|last|this) (?:day|week|month|year)\b|\bsince\b|\bin (?:19|20)\d\d\b"
    r"|\bago\b|\b(?:had|has|have) (?!been\b)(?:\w+ ){0,2}(?:fired|launched|tested)|\b(?:could|would|(?-i:may|May(?= (?:Have|Be|Not)\b)|MAY(?= (?:HAVE|BE|NOT)\b))|might|can|will|plans?|prepar\w+|threat\w+|likely|if|whether|expected|ready)\b",
    re.IGNORECASE,
)
_TWO_PARTIES = compiled(
    r"\b(?:two (?:allies|countries|sides|militaries|states|Koreas|partners)|the allies|both)\b", re.IGNORECASE
)
_BOTH = 2
_EACH = Gated(r"(?:\s[\w-]+){0,3}? each (?:[a-z]+ ){0,3}?(?:from|at|in) (?P<places>[^.;]{3,80})", re.IGNORECASE)
_SOME_PLACES = compiled(rf"(?P<n>{NUMBER}|both)\b", re.IGNORECASE)
_BETWEEN = compiled(r", and |, | and ")
_COUNTED = compiled(rf"\b(?:{NUMBER})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sum:
    """A count with all that flew after it that day, and where the words for the last of them begin and end."""

    value: Count
    start: int
    end: int


def further(framing: Framing, home: int, value: Count, start: int, end: int) -> Sum | None:
    """The count that ends at `end` with those told after it as further ones; None where none are."""
    number = framing.facts.sentence_at(start)
    if number is None or value.minimum != value.maximum:
        return None
    span, text = framing.facts.sentences[number], framing.facts.report.text
    total = (
        _times_the_parties(framing, value, span.start, start, end)
        or _times_the_places(text, value, end, span.end)
        or _in_its_sentence(text, value, end, span.end)
    )
    here = Sum(total[0], start, total[1]) if total else None
    if span.kind is BlockKind.TITLE:
        return here
    for amount, rank, first, last in _behind(framing, home, number):
        if _counted_between(framing, end if here is None else here.end, first):
            break
        counted = here.value.minimum if here is not None else value.minimum
        top = max(counted, rank) if rank else counted + amount
        if top > counted and (not rank or rank == counted + 1):
            here = Sum(Count(top, top, value.approximate), first, last)
    return here


def _times_the_parties(framing: Framing, value: Count, low: int, start: int, end: int) -> tuple[Count, int] | None:
    """The count where two states fired so many each: "the two allies fired one missile each"."""
    text = framing.facts.report.text
    if not text.startswith(" each", end):
        return None
    states = {state for n in framing.facts.names_in(low, start) if (state := state_of(n)) is not None}
    if len(states) != _BOTH and _TWO_PARTIES.search(text, low, start) is None:
        return None
    top = _BOTH * value.minimum
    return Count(top, top, value.approximate), end + len(" each")


def _times_the_places(text: str, value: Count, end: int, high: int) -> tuple[Count, int] | None:
    """The count where so many flew from each of several places: "two missiles each from Wonsan and Sunan"."""
    match = _EACH.match(text, end, high)
    if match is None:
        return None
    some = _SOME_PLACES.match(match["places"])
    if some is not None:
        times = 2 if some["n"].lower() == "both" else int(parse(some["n"]) or 1)
    else:
        times = sum(1 for _ in takewhile(lambda place: place[:1].isupper(), _BETWEEN.split(match["places"])))
    top = times * value.minimum
    return Count(top, top, value.approximate), match.start("places") - 1


def _in_its_sentence(text: str, value: Count, end: int, high: int) -> tuple[Count, int] | None:
    """The count with all that its own sentence adds: "fired two at 7 a.m. and another two at 7:30"."""
    match = _FURTHER.match(text, end, high)
    if match is None and (gap := _GAPPED.match(text, end, high)) is not None:
        return Count(value.minimum + _amount(gap["n"]), value.minimum + _amount(gap["n"]), value.approximate), gap.end()
    if match is None or (match["there"] is not None and _COUNTED.search(text, end, match.start("n"))):
        return None
    if match["same"]:
        return Count(2 * value.minimum, 2 * value.minimum, value.approximate), match.end()
    amount = _amount(match["m"] or match["more"] or match["n"] or "one")
    if match["nth"] and ORDINALS[match["nth"].lower()] != value.minimum + 1:
        return None
    if (match["another"] or "").lower() == "the second" and value.minimum > 1:
        return None  # one of those already counted: "fired two, the first at dawn and the second at noon"
    total = Count(value.minimum + amount, value.minimum + amount, value.approximate)
    return (_in_its_sentence(text, total, match.end(), high) or (total, match.end())) if amount else None


def _behind(framing: Framing, home: int, number: int) -> Iterator[tuple[int, int, int, int]]:
    """What the next sentences add, each with its rank where it is told by one and the place of its words."""
    text, facts = framing.facts.report.text, framing.facts
    for later in range(number + 1, min(number + 1 + _SENTENCES, len(facts.sentences))):
        span = facts.sentences[later]
        match = _NEXT.search(text, span.start, span.end)
        if match is None or framing.owner(match.start(), match.end()) != home:
            continue
        told = _AS_SUBJECT.match(text, match.end(), span.end) or _AS_OBJECT.search(text, span.start, match.start())
        if (
            told is None
            or _OTHER_DAYS.search(text, span.start, span.end)
            or not _AT_ONCE.search(text, span.start, span.end)
        ):
            continue
        if dated_elsewhere(framing, framing.frames[home], later):
            continue
        rank = ORDINALS[match["nth"].lower()] if match["nth"] else 0
        yield _amount(match["m"] or match["more"] or "one"), rank, match.start(), match.end()


def _counted_between(framing: Framing, low: int, high: int) -> bool:
    """Whether something else is counted between two places, to which what follows is added."""
    return any(
        low < c.start and c.number_end <= high and not c.definite and c.value.minimum
        for c in framing.facts.counts
        if c.start < high
    )


def _amount(written: str) -> int:
    """The whole number that the words give; nought where they give none."""
    low = written.lower()
    amount = parse(low.removeprefix("about ").removeprefix("around ").removeprefix("some "))
    return int(amount) if amount is not None and amount == int(amount) else 0
