"""Which figure a record is of: height, distance, or the missiles of a day."""

import re
from collections.abc import Mapping

from reportedly.check.article import Article, Told
from reportedly.patterns import compiled

_FIELDS: Mapping[str, re.Pattern[str]] = {
    "count": compiled(
        r"\b(?:most|more|number|(?:so|as) many)\b(?! powerful).*\bday\b|\bno (?:\w+ )?day\b.*\b(?:many|more)\b|\b(?:daily|one-day|single-day)\b|"
        r"\b(?:largest|biggest|greatest)\b.*\b(?:salvo|barrage|volley|number of (?:missiles|rockets|projectiles))\b"
    ),
    "apogee_km": compiled(r"\b(?:altitude|high\w*|height|apogee|climbed|rose)\b"),
    "distance_km": compiled(
        r"\b(?:distance|farther|further|farthest|furthest|longest[- ]range)\b|\b(?:fl[ea]w|flown|travel\w*|gone|went|reached|sent|fired)\b.{0,30}\b(?:so|as) far\b"
    ),
}
_NO_FIGURE = compiled(r"\b(?:(?<!no )time|duration|minutes?|hours?|air(?:borne)?|magnitude|yield|powerful)\b")
_LENGTH = compiled(r"\d[\d,.]*[ -]?(?:km|kilomet(?:re|er)s?|miles?|mi)\b[^.;]{0,30}$")
_SO_MUCH = compiled(r"\b(?:more|greater) than (?:any|all|every|it|ever)\b|\b(?:as|so) much\b")
_UP = compiled(r"\b(?:rose|climb\w*|soar\w*|altitude|height|apogee|high|peak\w*|up to|into space)\b")
_LARGE = compiled(r"\b(?:largest|biggest|greatest|heaviest|larger|bigger|most|more)\b")
_SALVO = compiled(r"\b(?:salvos?|salvoes|barrages?|volleys?)\b")


def field_of(told: Told, article: Article) -> str | None:
    """The field whose figures a record is held against, by its words or, where they leave it open, by the salvo or the length that
    is told before them; None where no ledger has it."""
    words = told.claim.written.lower()
    if _NO_FIGURE.search(words):
        return None
    named = next((name for name, pattern in _FIELDS.items() if pattern.search(words)), None)
    if named is not None:
        return named
    sentence = article.sentences[article.sentence_at(told.claim.span.start)]
    before = article.report.text[sentence.start : told.claim.span.start].lower()
    if _LENGTH.search(before) and _SO_MUCH.search(words):
        return "apogee_km" if _UP.search(before[-80:]) else "distance_km"
    return "count" if _SALVO.search(before) and _LARGE.search(words) else None
