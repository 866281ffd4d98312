"""Ranks of what lies ahead: "a third launch would come in October", "will make its third try"."""

import re
from dataclasses import replace
from datetime import timedelta

from reportedly.check.article import Article, Told
from reportedly.check.focal import days_of
from reportedly.model import DateRange, Derived, Role
from reportedly.patterns import compiled

AFTER = "after"
_DAY = timedelta(days=1)
_TO_COME = compiled(
    r"\b(?:will|would|shall|set (?:for|to)|plan\w*|due|scheduled|slated|next|vow\w*|pledg\w*|promis\w*|prepar\w+|ready\w*|expected|intend\w*|"
    r"announc\w+|may|might|could|about to|going to|by the end of|to (?:make|launch|try|attempt|conduct|hold|carry))\b",
    re.IGNORECASE,
)
_BEEN = compiled(
    r"\b(?:was|were|had|has|have|did|made|failed|fired|launched|tested|conducted|held|came|took)\b", re.IGNORECASE
)


def ahead(told: Told, article: Article) -> Told | None:
    """A rank that is told of what has not been yet, as that of one on the day after the report's subject, among all; None of any
    other. It is told beside no day, in words of what is to come or without a verb ("Third try in October")."""
    main = next((one for one in article.extraction.mentions if one.role is Role.MAIN), None)
    scope = article.codebook.scopes.get(told.word("scope") or "", ())
    another_kind = bool(scope) and told.mention.type not in scope
    if main is None or (not another_kind and (told.mention.role is Role.MAIN or days_of(told, article))):
        return None
    sentence = article.sentences[article.sentence_at(told.claim.span.start)]
    words = article.report.text[sentence.start : sentence.end]
    if _TO_COME.search(words) is None and _BEEN.search(words) is not None:
        return None
    days = article.days_of(main)
    if days is None or days.day is None or (another_kind and len(scope) > 1):
        return None
    given = {key: value for key, value in told.arguments.items() if key in ("n", "scope", "subjective")}
    value = Derived(told.value.kind, {**given, AFTER: days.day.isoformat()})
    next_day = DateRange(days.day + _DAY, days.day + _DAY)
    type_ = scope[0] if another_kind else main.type
    return replace(told, value=value, mention=replace(main, type=type_, values={**main.values, "date": next_day}))
