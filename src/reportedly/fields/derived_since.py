"""What has not been for some time: "first since early July", "its last test was in May", "none for two months"."""

import re

from reportedly.fields.derived_grammar import (
    DATE,
    DEED,
    DONE,
    EVENT,
    IGNORE,
    MODIFIER,
    SPAN,
    THING,
    DerivedExpression,
    Rule,
    Scopes,
    behind,
    made,
    prefixed,
    scoped,
    span,
)
from reportedly.fields.gated import Gated

_SINCE = rf"since (?P<since>{DATE}(?= that\b)|[^.;,()]{{3,60}})"
_FIRST = Gated(rf"\bfirst (?:{MODIFIER}{{0,6}}{EVENT}\b)?[^.;]{{0,60}}?\b{_SINCE}", IGNORE)
_NOT = Gated(rf"(?:\b(?:not|never)|n['’]t)\b (?P<what>[^.;]{{0,70}}?)\b{_SINCE}", IGNORE)
_NONE = Gated(
    rf"\b(?:no|none|nothing|neither|refrained from|held back from|without) (?P<what>[^.;]{{0,90}}?)\b{_SINCE}", IGNORE
)
_HAS = re.compile(r"\b(?:has|have|had|did|was|were|is|are) ?$", IGNORE)
_HAPPENED = re.compile(
    rf"\b(?:{DEED}|{THING}|{DONE}|happen\w*|occur\w*|(?:taken|took|take) place|cross\w*|test-?fir\w+|launch\w*|test(?:ed|ing)|seen)\b",
    IGNORE,
)
_WHEN = rf"(?:on|in|during) (?P<since>{DATE})"
_BEING = (
    r"(?:was|were|came|took place|occurred|happened|had been|had come|had taken place|being|is|dates from|dated from)"
)
_LAST = r"(?:last|latest|previous|most recent|preceding)"
_LAST_WAS = Gated(
    rf"\b{_LAST} (?:{MODIFIER}{{0,5}}(?:{DEED}|{THING}|one|time)[^.;:]{{0,50}}? )?{_BEING} (?:(?:[^.;:]|\.(?=\d)){{0,50}}? )?{_WHEN}|"
    rf"\bthe (?:last|most recent)(?: one| of (?:them|these|which))?,? (?:on|in) (?P<when>{DATE})|"
    rf"\b{_LAST} (?:{MODIFIER}{{0,5}}(?:{DEED}|{THING}))[^.;:,]{{0,30}}, (?:on|in) (?P<aside>{DATE}),|"
    rf"\b(?:last|previously) {DONE}\b(?:[^.;:]{{0,80}}?)? (?:on|in) (?P<done>{DATE})",
    IGNORE,
)
_BEFORE = Gated(
    rf"\b(?:before|previously)(?P<it>(?: (?:it|that|this)(?: one)?)? {_BEING})?(?: that)? (?:on|in) (?P<since>{DATE})",
    IGNORE,
)
_DONE_THERE = re.compile(rf"\b{DONE} $", IGNORE)
_EVENT_THERE = re.compile(rf"\b(?:{DEED}|{THING}|one|round) $", IGNORE)
_NOT_SINCE = Gated(
    rf"\bnot since (?P<since>{DATE}|[^.;,()]{{3,40}}?),? (?:had|has|have|did)\b[^.;]{{0,70}}|"
    rf"\bsince (?P<then>{DATE}|[^.;,()]{{3,60}}?),? (?:there (?:had|has|have) been )?(?:no|nothing|none)\b[^.;]{{0,60}}|"
    rf"\bsince (?P<clause>{DATE}|[^.;,()]{{3,60}}?),? (?:[\w’'-]+ ){{1,4}}?(?:has|have|had)(?: not|n['’]t) {DONE}\b[^.;]{{0,40}}",
    IGNORE,
)
_IT_WAS_THEN = Gated(rf"\bit was (?:on|in) (?P<since>{DATE}) (?:that|when) [^.;]{{0,60}}?\blast {DONE}\b", IGNORE)
_CLOCK = re.compile(r"\bat \d|\b\d{1,2}:\d\d")
_GAP = Gated(rf"\bfirst (?:{MODIFIER}{{0,6}}{EVENT}\b)?[^.;,]{{0,30}}?\b(?:in|for) {SPAN}\b", IGNORE)
_QUIET = r"(?:pause|lull|gap|hiatus|break|silence|quiet|moratorium|respite|interruption|stretch)"
_ENDED = r"(?:end(?:s|ed|ing)|after|follow(?:s|ed|ing)|broke|break(?:s|ing)|interrupt(?:s|ed|ing)|closed)"
_PAUSE = Gated(
    rf"\b{_ENDED} (?:a |an |its |the )?(?:break in testing|{_QUIET}) of {SPAN}|"
    rf"\b{_ENDED} (?:a |an |its |the )?(?:(?P<long_bound>more than|nearly|almost|about|roughly|over) )?"
    rf"(?:a )?(?P<long_n>[a-z\d]+)-(?P<long_unit>day|week|month|year)(?:-long)? {_QUIET}\b|"
    rf"\bafter {prefixed('no_')} (?:without|of no|with no|of (?:silence|quiet|calm|restraint))(?: {MODIFIER}{{0,3}}(?:{DEED}|{THING}))?",
    IGNORE,
)
_NOT_FOR = Gated(
    rf"\b(?:(?:not|n['’]t) (?:{DONE})\b[^.;,]{{0,50}}?|no (?:{MODIFIER}{{0,4}})(?:{DEED}|{THING})[^.;,]{{0,30}}?) (?:in|for) {SPAN}\b",
    IGNORE,
)
_COUNTED = re.compile(r"an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+", IGNORE)


def _first(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    return made(match, "first_since", {"since": match["since"].strip(), **scoped(match, scope_words)})


def _none(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    if not _HAPPENED.search(match["what"]):
        return None
    since = match["since"].strip()
    given = {"since": since, "form": "none_since", **scoped(match, scope_words)}
    has = behind(_HAS, match)
    return made(match, "first_since", given, has.start() if has else None)


def _not_since(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    """What follows "not since November", "since March no": it has to be an incident."""
    since = next(match[name] for name in ("since", "then", "clause") if match[name])
    if not _HAPPENED.search(match.group(), match.group().find(since) + len(since)):
        return None
    given = {"since": since.strip(), "form": "none_since", **scoped(match, scope_words)}
    return made(match, "first_since", given)


def _it_was_then(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    given = {"since": match["since"].strip(), "form": "last_was", **scoped(match, scope_words)}
    return made(match, "first_since", given)


def _last_was(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    since = next(match[name] for name in ("since", "done", "when", "aside") if match[name])
    if _CLOCK.search(match.group()):
        return None
    return made(match, "first_since", {"since": since.strip(), "form": "last_was", **scoped(match, scope_words)})


def _before(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    """What was tested before on a day; the launch before it was on one."""
    what = behind(_EVENT_THERE if match["it"] else _DONE_THERE, match)
    if what is None:
        return None
    given = {"since": match["since"].strip(), "form": "last_was", **scoped(what, scope_words)}
    return made(match, "first_since", given, what.start())


def _gap(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    prefix = next(prefix for prefix in ("", "long_", "no_") if match.groupdict().get(f"{prefix}unit"))
    if prefix == "long_" and not _COUNTED.fullmatch(match["long_n"]):
        return None
    return made(match, "gap_at_least", {**span(match, prefix), **scoped(match, scope_words)})


RULES: tuple[tuple[Gated, Rule], ...] = (
    (_FIRST, _first), (_NOT_SINCE, _not_since), (_IT_WAS_THEN, _it_was_then), (_NOT, _none), (_NONE, _none), (_GAP, _gap), (_PAUSE, _gap), (_NOT_FOR, _gap), (_LAST_WAS, _last_was), (_BEFORE, _before),
)  # fmt: skip
