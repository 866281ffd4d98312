"""How it went: success, partial or failure, as somebody says."""

import re
from collections.abc import Iterable

from reportedly.extract.claims.day import dated_elsewhere
from reportedly.extract.claims.draft import Draft
from reportedly.extract.claims.given_up import said_at_first
from reportedly.extract.claims.news_of import happened, is_news
from reportedly.extract.facts import Facts
from reportedly.extract.framing import Frame, Framing
from reportedly.extract.harm import lead_end
from reportedly.extract.sentences import LEAD
from reportedly.fields import outcome
from reportedly.fields.count_expression import CountExpression
from reportedly.fields.gated import Gated
from reportedly.fields.number import NUMBER, parse
from reportedly.model import Role, Stance, Term
from reportedly.patterns import compiled

_FAMILIES = frozenset({"launch", "nuclear", "static"})
_UNSURE = compiled(
    r"\b(?:may|might|could|possibl[ey]|whether|if|had it|would|perhaps|unclear|doubt\w*|(?:about|on|of|amid|confirm|deny) (?:\w+ )?reports? that)\b[^.;:]{0,60}$",
    re.IGNORECASE,
)
_JUDGED = compiled(
    r"\b(?:likely|apparently|suspect(?:ed|s)?|(?:appear|seem)(?:s|ed)?(?: \w+)? to|(?:would|it) (?:seems?|appears?)|believed|presumed|thought|thinks?|probably)\b"
    r"[^.;:]{0,60}$",
    re.IGNORECASE,
)
_ONE_BY_KIND = compiled(  # of six missiles fired: "the long-range missile gave out"
    r"\b(?:the|an?)\s(?:[\w-]+\s){0,2}[\w]+-range\s(?:[\w-]+\s)?(?:missile|rocket|one)\b[^.;,]{0,30}$", re.IGNORECASE
)

_ANOTHER_ONE = compiled(  # beside the only one of the report: "a first missile fired that day failed"
    r"\b(?:an? (?:first|earlier|previous|second)|another)\s(?:[\w-]+\s){1,7}$", re.IGNORECASE
)
_OF_ALL = compiled(
    r"\b(?:all|every)\s(?:of\s)?(?:(?:the|these|those|its)\s)?(?!(?:[\w-]+\s)?(?:cruise|ballistic)\b)(?:[\w-]+\s){0,2}"
    r"(?:missiles?|launch(?:es)?|rockets?|warheads?|weapons?|tasks?|crews?|firings?|targets?|goals?|objectives?|assignments?|missions?)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_OF_ONE = compiled(  # where several were fired: "it came apart in the air"
    r"\b[Ii]t(?:\s(?:(?!took|takes|put|sent|fired|launched|of|for|to(?! have))\w+)){0,4}\s$"
)
_WHOLE = compiled(r"\b(?:all|both|none|neither|each|every(?: one)?)\b[^.;,]{0,50}$", re.IGNORECASE)
_SOME = compiled(
    rf"\b(?:all but (?:one|two|three|four|a few)|(?P<k>{NUMBER}) (?:out )?of (?:the |its )?(?P<n>{NUMBER}) (?:[\w-]+ ){{0,5}}?(?:missiles?|rockets?|projectiles?))\b[^.;,]{{0,70}}$",
    re.IGNORECASE,
)
_OF_EACH_TIME = compiled(
    r"\s(?:both|each|every|all(?: \w+)?|on both|on each) (?:times?|occasions?|attempts?|tries)\b", re.IGNORECASE
)
_OF_SATELLITE = compiled(r"(?: [\w-]+){0,5} satellites?\b", re.IGNORECASE)  # "the failed satellite", beside missiles
_TO_STOP_IT = compiled(  # what did not succeed is to stop it
    r"\b(?:attempt\w*|efforts?|tried|trying|failed|failing|unable)\b[^.;]{0,40}\b(?:intercept|shoot|bring|take)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_TRACKED = compiled(  # who followed it succeeded: "radars had tracked it with success"
    r"\b(?:track|detect|monitor|spott|film|photograph)(?:ed|s|ing)\s(?:[\w’'-]+\s){0,4}$", re.IGNORECASE
)
_TRACKED_BEHIND = compiled(r"\s(?:track|detect|monitor|spott)(?:ed|ing)\b", re.IGNORECASE)
_FAULT = compiled(r"malfunction|glitch|fault|snag|course|trajectory", re.IGNORECASE)
_BY_ACCIDENT = Gated(  # a fault that fired it says nothing of how it flew
    r"\baccidentally (?:fire|launch|releas|discharg)\w*|\b(?:fire|launch|releas|discharg)\w*\b[^.;]{0,50}\b(?:by (?:accident|mistake)|accidentally|inadvertently|in error)\b|\baccidental (?:firing|launch)",
    re.IGNORECASE,
)
_JUDGING = (
    r"(?:deem|consider|pronounc|judg|rat|rul|call|declar|brand|term|label|describ|regard|believ)(?:e|ed|es|s|ing)?"
)
_VERDICT = compiled(  # what it was judged to be, whatever went wrong on the way
    rf"\b(?:(?:was|were|been|is)\s(?:\w+ly\s)?{_JUDGING}\s(?:as\s|to be\s|to have been\s)?"
    rf"|{_JUDGING}\s(?:the|this|that|its|their|both|all)\s(?:[\w’'-]+\s){{0,3}}?(?:exercise|tests?|launch(?:es)?|trials?|firings?|drill|attempts?|day)\s(?:as\s)?)(?:an?\s|the\s)?(?:\w+ly\s)?$",
    re.IGNORECASE,
)
_SPOKEN_OF = compiled(  # a body's word for the news: "both countries speak of a failure", "reported complete success"
    r"(?<!\bwas )(?<!\bwere )(?<!\bbeen )\b(?:sp[eo]a?k\w*|talk\w*|report\w*|announc\w*|declar\w*|proclaim\w*|claim\w*|admit\w*|conced\w*|acknowledg\w*|confess\w*|see|sees|saw|hail\w*|celebrat\w*|applaud\w*)"
    r"\s(?:of\s|as\s)?(?:an?\s|another\s|its\s|the\s|this\s|their\s)?(?:[\w-]+\s)?[\"“‘'’]*$",
    re.IGNORECASE,
)
_PRAISE = compiled(
    r"express|voic|congratulat|scientist|engineer|laud|prais|commend|compliment|felicitat|applaud|satisf|pleased|happy",
    re.IGNORECASE,
)
_OF_ITSELF = compiled(  # phrases that only what flies or is tested can be told with
    r"target|\bmarks?\b|orbit|satellite|stages?\b|engine|booster|rocket|missile|warhead|payload|launch|flight|trajector|accura|precis|bull|re-?entry|"
    r"misfire|self-destruct|intercept|kill vehicle|disintegrat|off course|man(?:oeuv|euv)",
    re.IGNORECASE,
)
_RATE = compiled(r"\b(?:in|of|from|over) (?:(?:the|its|last|past|previous|as many as) ){0,2}$", re.IGNORECASE)
_BLAST = compiled(r"explod|blew|blow|burst", re.IGNORECASE)  # what a nuclear device is to do
_WORD = compiled(r"(?:\w+ )?(?:[\w-]+ )?(?:success|failure|flop|dud)\b", re.IGNORECASE)
_PRACTICE = compiled(
    r"target|hulk|dumm|mock|decoy|drone|kill|intercept(?:ed|s|ing)\b", re.IGNORECASE
)  # what is to be brought down
_ONLY_LEFT = compiled(r"\b(?:took|taken|lift\w*|blast\w*) off\s$", re.IGNORECASE)  # how it went begins with it
_IN_SPITE = compiled(r"\b(?:despite|in spite of|although|though|even if|notwithstanding)\b[^.;,]{0,40}$", re.IGNORECASE)
_GOES_ON = compiled(
    r"\b(?:it|its|they|their|them|both|neither|none|one|this|that|these|those|which|launch\w*|test\w*|trial\w*|flight\w*|firings?|attempts?|drill|"
    r"first|second|third|last|latest|explosion|device|blast|results?|training|tasks?|targets?|goals?|objectives?|mission|exercise|"
    r"shots?|salvo|volley|stages?|engines?|motors?|boosters?|warheads?|re-?entry|tries|try|everything|all)\b",
    re.IGNORECASE,
)
_INTERCEPTOR = "SAM"
_OF_THE_WHOLE = -1.0  # what is said of all goes before what is said of one


def outcomes(framing: Framing) -> Iterable[Draft]:
    """The outcomes the text gives every frame."""
    facts, words = framing.facts, outcome.words_of(framing.codebook.phrases)
    several = {framing.owner(c.start, c.end) for c in facts.counts if c.value.minimum > 1 and _says_how_many(facts, c)}
    for number, span in enumerate(facts.sentences):
        if facts.report.text[span.start : span.end].rstrip().endswith("?"):
            continue  # who asks says nothing
        for found in outcome.find(facts.report.text, words, span.start, span.end):
            home = _home(framing, number, found)
            if home is None or framing.frames[home].family not in _FAMILIES:
                continue
            if framing.codebook.is_a(framing.frames[home].type, "strike"):
                continue  # what is fired in war is no trial that succeeds or fails
            if found.code == "success" and said_at_first(facts.report.text, span.start, found.start):
                continue  # "had at first called it a success"
            head = facts.report.text[max(span.start, found.start - 80) : found.start]
            if not _is_told(framing, number, found, head):
                continue
            frame = framing.frames[home]
            told = any(framing.triggers[t].sentence == number for t in frame.triggers)
            place = found.end if told else None
            if frame.role is Role.MAIN and dated_elsewhere(framing, frame, number, after=place):
                continue
            whole = _is_whole(found, head, home in several) or _OF_EACH_TIME.match(facts.report.text, found.end)
            if found.code == "failure" and home not in several and _ANOTHER_ONE.search(head):
                continue
            of_part = found.of_part or _ONE_BY_KIND.search(head) is not None or _OF_ONE.search(head) is not None
            of_part = home in several and not framing.codebook.is_a(frame.type, "space") and of_part
            partial = of_part and not whole and found.code == "failure"
            partial = partial or (found.code == "success" and _of_some(facts.report.text[span.start : found.start]))
            if _of_something_else(framing, frame, found, head):
                continue
            term = Term("partial" if partial else found.code)
            rank = _OF_THE_WHOLE if whole else 0.0 if told else 1.0
            rank += _IN_SPITE.search(head) is not None
            rank += 2.0 * (found.code == "success" and _ONLY_LEFT.search(head) is not None)
            yield Draft(
                home, "outcome", term, found.start, found.end, "outcome.word", _stance(head, partial), rank=rank
            )
            for other in _all_of_the_day(framing, frame) if _OF_ALL.search(head + found.written) else ():
                yield Draft(
                    other, "outcome", term, found.start, found.end, "outcome.of-all", _stance(head, partial), rank=1.0
                )


def _of_some(head: str) -> bool:
    """Whether the words before say that not all succeeded: "all but one", "two of the three missiles fired there"."""
    some = _SOME.search(head)
    return some is not None and (some["k"] is None or (parse(some["k"]) or 0) < (parse(some["n"]) or 0))


def _home(framing: Framing, number: int, found: outcome.OutcomeExpression) -> int | None:
    """The frame that the words are of: not that of a meeting or statement which the sentence does not tell itself."""
    home = framing.owner(found.start, found.end)
    if home is None or framing.frames[home].family in _FAMILIES:
        return home
    told = any(o.frame == home for o in framing.openers.get(number, ()))
    return home if told else framing.main


def _says_how_many(facts: Facts, count: CountExpression) -> bool:
    """Whether a count is one of things, or stands for them where something is told: "over 250 were counted" does not."""
    if count.kind == "elliptic":
        number = facts.sentence_at(count.start)
        return any(t.sentence == number for t in facts.triggers)
    if count.kind == "launches" and _RATE.search(facts.report.text, max(0, count.start - 24), count.start):
        return False  # "the fifth failure in ten tries"
    return count.says_number and bool(count.kind) and is_news(facts, count.start, count.noun_end)


def _is_told(framing: Framing, number: int, found: outcome.OutcomeExpression, head: str) -> bool:
    """Whether the words tell of what happened now: they are a body's word for it, or of a thing of the news."""
    if (_WORD.fullmatch(found.written) and _SPOKEN_OF.search(head)) or _PRAISE.search(found.written):
        return True
    if not (_OF_ITSELF.search(found.written) or _of_a_thing(framing, number, found)):
        return False
    return found.undone or happened(framing.facts, found.start, found.end)


def _of_a_thing(framing: Framing, number: int, found: outcome.OutcomeExpression) -> bool:
    """Whether a sentence below the lead speaks of something that could fly or be tested, or goes on about it."""
    facts = framing.facts
    span = facts.sentences[number]
    if number <= LEAD or any(t.sentence == number for t in facts.triggers):
        return True
    places = (*(t.start for t in facts.things), *(c.start for c in facts.counts), *(c.start for c in facts.classes))
    if any(span.start <= place < span.end for place in places):
        return True
    if any(n.kind == "weapon" for n in facts.names_in(span.start, span.end)):
        return True
    return _GOES_ON.search(facts.report.text, span.start, span.end) is not None


def _of_something_else(framing: Framing, frame: Frame, found: outcome.OutcomeExpression, head: str) -> bool:
    """Whether what failed or succeeded is a satellite beside missiles, or the attempt to stop what was fired."""
    if found.of_defence and not (_PRACTICE.search(head + found.written) or _tests_defences(framing, frame)):
        return True
    if _TO_STOP_IT.search(head) is not None:
        return True
    if found.code == "success" and (
        _TRACKED.search(head) or _TRACKED_BEHIND.match(framing.facts.report.text, found.end)
    ):
        return True
    if (
        found.code == "failure"
        and _FAULT.search(found.written)
        and _BY_ACCIDENT.search(framing.facts.report.text, 0, lead_end(framing.facts))
    ):
        return True
    if frame.family == "nuclear" and found.code == "failure" and _BLAST.search(found.written):
        return True
    space = framing.codebook.is_a(frame.type, "space")
    return not space and _OF_SATELLITE.match(framing.facts.report.text, found.end) is not None


def _tests_defences(framing: Framing, frame: Frame) -> bool:
    """Whether it is a test of what brings down others: a weapon of such a class is named or told with it."""
    facts = framing.facts
    weapons = (n for n in facts.names if n.kind == "weapon" and getattr(n.entry, "weapon_class", None) == _INTERCEPTOR)
    places = [(n.start, n.end) for n in weapons] + [(c.start, c.end) for c in facts.classes if c.code == _INTERCEPTOR]
    told = (framing.triggers[t] for t in frame.triggers)
    return any("intercept" in facts.report.text[t.start : t.end].lower() for t in told) or any(
        framing.owner(start, end) == frame.number for start, end in places
    )


def _is_whole(found: outcome.OutcomeExpression, head: str, several: bool) -> bool:
    """Whether the words judge all of it ("was deemed a success"), or say that every one of several failed: "both blew up"."""
    if _VERDICT.search(head) is not None:
        return not found.of_part
    if not several or found.code != "failure" or found.of_part:
        return False
    return _WHOLE.search(head + found.written) is not None or _WHOLE.match(found.written) is not None


def _all_of_the_day(framing: Framing, frame: Frame) -> Iterable[int]:
    """The other subjects of the frame's state and day: "all missiles reached their targets" says it of each."""
    others = (f for f in framing.frames if f.number != frame.number and f.role is frame.role is Role.MAIN)
    own = (f for f in others if f.family in _FAMILIES and f.state == frame.state)
    return [f.number for f in own if f.date is None or frame.date is None or f.date == frame.date]


_MONTH_OF_MAY = compiled(r"\bMay\b(?! (?:[Hh]ave|[Bb]e|[Nn]ot)\b)")


_WHAT_IT_IS = compiled(  # unsure is what it was, not how it went: "fired what may be an ICBM, but it broke up"
    r"\b(?:what|that|which)\s(?:may|might|could|would|is possibly|was possibly)\s(?:\w+\s)?(?:be|have been)\b",
    re.IGNORECASE,
)


def _stance(head: str, partial: bool) -> Stance | None:
    """How sure the words before are; None leaves it to whoever says it."""
    judged = _JUDGED.search(head)
    if judged and partial and "suspect" in judged[0].lower():
        return Stance.SPECULATED
    unsure = _UNSURE.search(_WHAT_IT_IS.sub("", _MONTH_OF_MAY.sub("", head)))
    if unsure and not (judged and "," in unsure[0] and len(judged[0]) < len(unsure[0].rpartition(",")[2])):
        return Stance.SPECULATED
    return Stance.ESTIMATED if judged else None
