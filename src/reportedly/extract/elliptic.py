"""Old days whose incident no telling of their own names: "the one of January 5", "and so did a pair on April 28"."""

import re

from reportedly.extract.dated import Dated
from reportedly.extract.facts import Facts
from reportedly.patterns import compiled

_CLAUSE = 3.0  # the weight of boundaries behind which another clause stands
_REACH = 90  # code points
_STANDS_FOR_IT = compiled(  # what stands for a launch or test right before its day
    r"\b(?:ones?|those|that|both|pair|two|three|four|another|others?|more|again|first|second|third|last|previous|predecessors?|so did\b.*)\s+"
    r"(?:(?:were|was|had been|followed|came|went|flew|failed|exploded|took place|did|also|back|held|only|of|on|from|in|early|late)\s+){0,3}$",
    re.IGNORECASE,
)
_DAYS = frozenset({"relative", "weekday", "month_day", "full"})
_BEGINS = compiled(r"[\W_]*(?:(?:but|and|only|just|in|on|about|some|back|as recently as)\s+)*", re.IGNORECASE)
_NOT_LAUNCHED = compiled(  # what else is done with a missile on a day
    r"\b(?:unveil\w*|parad\w*|display\w*|show\w*|publish\w*|releas\w*|said|says|announc\w*|adopt\w*|meet\w*|met|visit\w*|inaugurat\w*|deploy\w*|"
    r"film\w*|photograph\w*|sign\w*|agree\w*|impos\w*|election|elected|born|birthday|founded|founding|anniversary|office|talks|summit|war)\b",
    re.IGNORECASE,
)


_ONES_FLEW = compiled(  # what was done with some that are not named, right behind the day
    r"(?:[^.;]|(?<=\b[ap])\.(?=m\.)|(?<=\b[ap]\.m)\.){0,90}?\b(?:fired|shot|launched|sent up|tested|lobbed|left|went|gone|flew|flown|travell?ed|covered|landed|fell|reached|climbed|rose|failed|exploded)\b",
    re.IGNORECASE,
)
_SPOKE = compiled(
    r"[^.;]{0,60}\b(?:said|says|told|warned|announced|met|visited|adopted|imposed|agreed|held|vowed|called)\b",
    re.IGNORECASE,
)


def tells_at_head(facts: Facts, dated: Dated) -> bool:
    """Whether a sentence begins with a time gone by and tells of some that flew then: "Last week two of them went 500 km"."""
    span, text = facts.sentences[dated.sentence], facts.report.text
    if (
        dated.expression.kind not in _DAYS
        or _BEGINS.fullmatch(text, span.start, dated.start) is None
        or _SPOKE.match(text, dated.end, span.end)
    ):
        return False
    return _ONES_FLEW.match(text, dated.end, span.end) is not None


def tells(facts: Facts, dated: Dated) -> bool:
    """Whether the clause of a day names what is launched or tested, or stands for it with a pronoun or "again"."""
    span, text, bounds = facts.sentences[dated.sentence], facts.report.text, facts.bounds
    head = text[max(span.start, dated.start - _REACH) : dated.start]
    if _STANDS_FOR_IT.search(head):
        return True
    low, high = max(span.start, dated.start - _REACH), min(span.end, dated.end + _REACH)
    beside = [
        t
        for t in facts.terms
        if low <= t.start < high and bounds.crossed(min(t.end, dated.end), max(t.start, dated.start)) < _CLAUSE
    ]
    return bool(beside) and _NOT_LAUNCHED.search(text, low, high) is None
