"""Old days whose incident no telling of their own names: "the one of January 5", "and so did a pair on April 28"."""

import re
from collections.abc import Set

from reportedly.extract.dated import Dated
from reportedly.extract.facts import Facts
from reportedly.extract.governing import governed
from reportedly.extract.inflection import Form
from reportedly.extract.lexicon import Part
from reportedly.extract.trigger_verb import LIGHT
from reportedly.extract.word_forms import word_lists
from reportedly.fields.gated import Gated
from reportedly.patterns import compiled

_DOES = frozenset({Part.VERB, Part.MOVE})
_NAMES_IT = frozenset({Part.OBJECT, Part.NOUN})

_CLAUSE = 3.0  # the weight of boundaries behind which another clause stands
_REACH = 90  # code points
_STANDS_FOR_IT = compiled(  # what stands for a launch or test right before its day
    r"\b(?:ones?|those|that|both|pair|two|three|four|another|others?|more|again|first|second|third|last|previous|predecessors?|so did\b.*)(?:\sof\s(?:them|these|those))?,?\s+"
    r"(?:(?:were|was|had been|followed|came|went|flew|failed|exploded|took place|did|also|back|held|only|of|on|from|in|early|late)\s+){0,3}$",
    re.IGNORECASE,
)
_DID_SO = compiled(  # what stands for the deed itself: "The last time was in September 2017", "as it did in October"
    r"\b(?:last|first|only|previous|second|third) (?:such )?(?:time|occasion|one|case)(?: (?:it|that|this) (?:did so|happened))? (?:was|were|came|had been) (?:(?:back|in|on|only|early|late|last|mid)[\s-]){0,3}$|"
    r"\b(?:as|so|like) (?:it|they|he|[\w’'. ]{3,30}?) (?:did|had done|has done) (?:so )?(?:(?:before|back|in|on|only|early|late|last|mid)[\s-]){0,3}$|"
    r"\b(?:than|like|unlike|after|from) (?:its|their|the) (?:first|second|third|last|previous|earlier)(?: ones?)?,? (?:(?:back|in|on|of) )+$",
    re.IGNORECASE,
)
_NOT_LAUNCHED = compiled(  # what else is done with a missile on a day
    r"\b(?:unveil\w*|parad\w*|display\w*|show\w*|publish\w*|releas\w*|said|says|announc\w*|adopt\w*|meet\w*|met|visit\w*|inaugurat\w*|deploy\w*|"
    r"film\w*|photograph\w*|sign\w*|agree\w*|impos\w*|election|elected|born|birthday|founded|founding|anniversary|office|talks|summit|war)\b",
    re.IGNORECASE,
)


_DEEDS = Gated(  # what became of a test, or what it was, beside the codebook's verbs
    r"\b(?:succeed(?:ed|s)|did (?:succeed|fail|work)|w(?:as|ere) (?:\w+ly )?(?:a (?:\w+ )?(?:success|failure|dud|flop)|successful|unsuccessful|repeated|terminated|aborted|lost|cut short)|took place|"
    r"had (?:its|their) (?:\w+ )?(?:debut|premiere|first (?:outing|flight|test))|left(?= (?:the|its|from)\b)|(?:debut|premier)ed|lost (?:speed|height|control|thrust|contact|power|altitude)|"
    r"lasted|(?:last|first) (?:been )?used|(?:went|gone)(?= (?:off course|astray|wrong|awry|bad|out of control)\b| (?:\w+ ){0,3}?\d)|(?:was|were) (?:made|held|conducted|carried out|staged|performed|completed)|self-destruct\w*|came down|ended up|ended in failure)\b",
    re.IGNORECASE,
)
_ONES = (  # what stands for a missile or a test
    r"(?:it|they|those|these|ones?|another|others?|both|two|three|four|five|six|several|some|first|second|third|fourth|fifth|sixth|last|previous|type|version|variant|model|attempts?|"
    r"tr(?:y|ies)|shots?|flights?|sessions?|predecessors?|longest|farthest|biggest|highest)"
)
_IS_DONE_TO = compiled(  # right before a deed
    rf"\b{_ONES}(?:,\s[^,;.]{{1,40}},)?(?:,?\s(?:which|that))?\s(?:(?:was|were|had|has|have|been|did|also|first|last|again|since|later|only|once|twice|\w+ly|flight)\s)*$",
    re.IGNORECASE,
)
_IS_DONE_WITH = compiled(rf"\s(?:with\s|by\s)?(?:the\s|an?\s)?(?:\w+\s)?{_ONES}\b", re.IGNORECASE)
_ANOTHER_CLAUSE = compiled(
    r";|:(?!\d)|\b(?:said|says|told|warned|announced|reported|met|visited|adopted|imposed|agreed|vowed|called|which|who|whose|whom|because|while|although|though|until|unless|that|"
    r"capable|able|can|could|would|will|may|might|should|due)\b|\b(?:and|but|when|as|after|before|since)\s(?:the|an?|its|their|it|they|he|she|[A-Z][a-z]+)\b"
)
_WHEN = compiled(r",?\swhen\s(?:\w+\s){0,4}$", re.IGNORECASE)  # "on January 24, when it was tested"
_UNDONE = compiled(
    r"\b(?:not|never|no|would|could|will|may|might|should|must|to|can|planned|due|scheduled|expected|if|whether|nearly|almost)\s+(?:[\w-]+\s+){0,2}$|n['’]t\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_LOOSE = frozenset({"intercept", "claim", "announce", "trigger", "send", "put", "go up", "strike", "hit", "attack"})
_WHICH_HAS = compiled(r",\s(?:which|who|that)\s(?:[^,.;]|,(?=\d))+,")
_FAR = 90  # code points from a day to the deed that was done on it
_NEAR_HEAD = 3  # "Since February it has fired a string of rockets"
_SUBJECT = 80  # the same from a deed to what it was done to


_BOUND = compiled(  # right before a day that only bounds a time: "a launch before June 4", "between May 31 and June 11"
    r"\b(?:until|till|by|before|through|ahead of|no later than|starting|between|between\s[^.;]{1,25}\sand|from\s[^.;]{1,25}\sto|windows?\b[^.;]{0,40})\s(?:the\s)?$",
    re.IGNORECASE,
)


def _bounds(facts: Facts, dated: Dated) -> bool:
    """Whether a day only says by when something is to be done."""
    low = facts.sentences[dated.sentence].start
    return _BOUND.search(facts.report.text, max(low, dated.start - 60), dated.start) is not None


def stands_for_it(facts: Facts, dated: Dated) -> bool:
    """Whether the words before a day stand for what is told: "The last time was in September 2017", "as it did in October"."""
    low = facts.sentences[dated.sentence].start
    return _DID_SO.search(facts.report.text, max(low, dated.start - _SUBJECT), dated.start) is not None


def tells_deed(facts: Facts, dated: Dated, types: Set[str]) -> bool:
    """Whether the clause of a day tells that something flew, failed or was tried then: "has succeeded only once, on October 17",
    "In June 2016 a Trident veered off course". `types` are what it can be of."""
    span, text = facts.sentences[dated.sentence], facts.report.text
    if _bounds(facts, dated):
        return False
    low, high = max(span.start, dated.start - _FAR), min(span.end, dated.end + _FAR)
    deeds = [
        (t.start, t.end, t.term.part is Part.MOVE or t.term.base in _LOOSE)
        for t in facts.terms_in(low, high)
        if t.term.part in _DOES
        and t.term.form is Form.PAST
        and not t.term.link
        and (t.term.base not in LIGHT or t.term.base in _LOOSE)
        and not types.isdisjoint(t.term.types)
    ]
    deeds += [(*m.span(), True) for m in _DEEDS.finditer(text, low, high)]
    for start, end, loose in sorted(deeds, key=lambda d: max(dated.start - d[1], d[0] - dated.end)):
        gap = text[end : dated.start] if end <= dated.start else text[dated.end : start]
        if _WHEN.match(text, dated.end, start) is None and (_ANOTHER_CLAUSE.search(gap) or _NOT_LAUNCHED.search(gap)):
            continue
        head = text[max(span.start, start - _SUBJECT) : start]
        if _UNDONE.search(head[-30:]) is None and (
            _IS_DONE_TO.search(head)
            or _IS_DONE_WITH.match(text, end)
            or _has_thing(
                facts, (max(span.start, start - _SUBJECT), start), (end, min(high, end + _SUBJECT)), types, loose=loose
            )
        ):
            return True
    return False


def _has_thing(facts: Facts, before: tuple[int, int], behind: tuple[int, int], types: Set[str], *, loose: bool) -> bool:
    """Whether a thing is what did a deed, or, unless it is one that things do by themselves, what it was done to."""
    text = facts.report.text
    for t in facts.terms_in(*before):
        if t.term.part in _NAMES_IT and not types.isdisjoint(t.term.types):
            gap = text[t.end : before[1]]
            aside = _WHICH_HAS.match(gap)  # "Nirbhay, which has a range of 1,000 km, has succeeded only once"
            gap = gap[aside.end() :] if aside else gap
            if (
                (aside or facts.bounds.crossed(t.end, before[1]) < _CLAUSE)
                and not _ANOTHER_CLAUSE.search(gap)
                and not _NOT_LAUNCHED.search(gap)
            ):
                return True
    return not loose and any(
        t.term.part is Part.OBJECT
        and not types.isdisjoint(t.term.types)
        and facts.bounds.crossed(behind[0], t.start) < 1.0
        and not _ANOTHER_CLAUSE.search(text, behind[0], t.start)
        for t in facts.terms_in(*behind)
    )


_AND = compiled(r"\b(?:and|then|while|followed by|before)\b|;|,(?=\s(?:[\w-]+\s){1,6}(?:on|in)\s*$)", re.IGNORECASE)
_AT_HEAD = compiled(r"[\s,]*(?:(?:then|again|in|on|early|late|also)\s+)*", re.IGNORECASE)
_OF_ONES = compiled(rf",?\s(?:by\s|with\s)?(?:(?:it|they)\s\w+\s)?{_ONES}\b", re.IGNORECASE)
_LISTING = compiled(
    r"\b(?:listing|designation|resolution|sanction|statement|meeting|report|vote|ban|treaty|accord|agreement|deal)s?\b",
    re.IGNORECASE,
)
_BEHIND = 40  # code points
_RIGHT_BEHIND = 30  # the same from a day to the thing it is of
_WHICH_ONE = compiled(r"(?:\s(?!(?:with|of|in|on|at|by|for|from|and|as|when|after|before)\b)[\w-]+){0,2}\s")
_HITS = frozenset({"strike", "hit", "attack"})  # done by others than missiles too


_SINCE = compiled(r"\bsince\b(?P<what>[^;]*)$", re.IGNORECASE)
_RIGHT_SINCE = compiled(r"\s+(?:(?:the|its|a|an|last|late|early|mid|as|far|back|on|in|of)[\s-]+)*$", re.IGNORECASE)
_NONE_SINCE = compiled(  # what says that a day behind "since" is that of the last one
    r"\b(?:first|last|only|biggest|largest|highest|longest|farthest|furthest|most|latest|no|not|none|never|any|nothing|without|ended|broke|breaks?)\b|n['’]t\b",
    re.IGNORECASE,
)

_NO = frozenset({"no", "without", "any"})  # of what follows: "no test since", not "no inspectors since"
_RANKED = compiled(
    r"\b(?:second|third|(?:four|fif|six|seven|eigh|nin|ten|\w+een)th|\d+(?:st|nd|rd|th))\b", re.IGNORECASE
)


def is_far_end(facts: Facts, dated: Dated, types: Set[str]) -> bool:
    """Whether a day behind "since" is that of an earlier one, and not of what else happened then: "the first since May 9",
    not "the first since the two leaders met on June 30", "in office since May 10"."""
    text, low = facts.report.text, facts.sentences[dated.sentence].start
    found = _SINCE.search(text, max(low, dated.start - _SUBJECT), dated.start)
    if found is None:
        return True
    told = dated.expression
    exact = told.kind in {"full", "month_day"} or told.year is not None
    alone = any(
        m.group().lower() not in _NO
        or any(not types.isdisjoint(t.term.types) for t in facts.terms_in(m.end(), dated.start))
        for m in _NONE_SINCE.finditer(text, low, found.start())
    ) or (exact and _RANKED.search(text, low, found.start()))
    if not alone and found.start() - low > _NEAR_HEAD:
        return False
    if _RIGHT_SINCE.fullmatch(found["what"]) is not None:
        return True
    inside = facts.terms_in(found.start("what"), dated.start)
    return any(t.term.part in _NAMES_IT and not types.isdisjoint(t.term.types) for t in inside)


def is_second(facts: Facts, one: Dated, two: Dated) -> bool:
    """Whether a day goes on from another of its sentence, and what is told of it is not said to be anything else."""
    text, span = facts.report.text, facts.sentences[two.sentence]
    if two.start < one.end:
        return False
    gap = text[one.end : two.start]
    joined = [*_AND.finditer(gap)]
    if not joined:
        return False
    begins = one.end + joined[-1].end()
    ends = min(span.end, two.end + _BEHIND)
    if _ANOTHER_CLAUSE.search(text, begins, two.start) or _NOT_LAUNCHED.search(text, begins, ends):
        return False
    if _AT_HEAD.fullmatch(text, begins, two.start) is None:
        return not _LISTING.search(text, begins, two.start)
    return _OF_ONES.match(text, two.end) is not None or any(
        t.term.part in _NAMES_IT for t in facts.terms_in(two.end, ends)
    )


def tells(facts: Facts, dated: Dated, types: Set[str]) -> bool:
    """Whether the clause of a day names what is launched or tested, or stands for it with a pronoun or "again"; `types` are
    what it can be of."""
    span, text, bounds = facts.sentences[dated.sentence], facts.report.text, facts.bounds
    head = text[max(span.start, dated.start - _REACH) : dated.start]
    if _bounds(facts, dated):
        return False
    if _STANDS_FOR_IT.search(head):
        return True
    low, high = max(span.start, dated.start - _REACH), min(span.end, dated.end + _REACH)
    beside = any(
        bounds.crossed(min(t.end, dated.end), max(t.start, dated.start)) < _CLAUSE
        for t in facts.terms_in(low, high)
        if t.term.part is not Part.OBJECT or not types.isdisjoint(t.term.types)
    )
    return beside and _NOT_LAUNCHED.search(text, low, high) is None and _is_its_day(facts, dated, types)


def _is_its_day(facts: Facts, dated: Dated, types: Set[str]) -> bool:
    """Whether a day hangs on what flies or is tested, or on a verb that tells what became of it: not "exercises that began on
    Monday", "a store of arms was hit on Wednesday", "a picture of March 29"."""
    span, text = facts.sentences[dated.sentence], facts.report.text
    named = next((t for t in facts.terms_in(dated.end, dated.end + _RIGHT_BEHIND) if t.term.part in _NAMES_IT), None)
    if named is not None and _WHICH_ONE.fullmatch(text, dated.end, named.start) is not None:
        return True  # "The August 29 missile"
    clause = governed(text, facts.words, (span.start, span.end), dated.start, dated.end)
    lists = word_lists()
    if clause.links and clause.links[0].noun in lists["events"] | lists["things"] | lists["ends"]:
        return True
    verb = clause.verb
    if verb is None:
        return not clause.links or _names_it(facts, max(span.start, dated.start - _BEHIND), dated.start)
    if verb.copula or verb.word in lists["befalls"]:
        return True
    if not verb.is_behind:
        return _deed_in(facts, verb.start, dated.start, types)
    if _names_it(facts, dated.end, verb.start):
        return True  # whatever a missile did on that day
    ends = min(span.end, dated.end + _FAR)
    other = _ANOTHER_CLAUSE.search(text, dated.end, ends)
    return _deed_in(facts, dated.end, other.start() if other else ends, types)


def _names_it(facts: Facts, start: int, end: int) -> bool:
    """Whether what is launched or tested is named there."""
    return any(t.term.part in _NAMES_IT for t in facts.terms_in(start, end))


def _deed_in(facts: Facts, start: int, end: int, types: Set[str]) -> bool:
    """Whether a verb stands there that tells of a launch or test, or of what became of one."""
    told = (t.term for t in facts.terms_in(start, end) if t.term.part in _DOES and t.term.form is Form.PAST)
    of_it = any(t.base not in _HITS and not t.link and not types.isdisjoint(t.types) for t in told)
    return of_it or _DEEDS.search(facts.report.text, start, end) is not None
