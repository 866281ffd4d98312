"""What has not been for some time: "first since early July", "its last test was in May", "none for two months"."""

import re

from reportedly.fields.derived_grammar import (
    DATE,
    DEED,
    DO,
    DONE,
    EVENT,
    IGNORE,
    MODIFIER,
    NO_OTHER_RANK,
    ORDINAL,
    QUIET,
    SINCE,
    SPAN,
    THEY,
    THING,
    UNIT,
    WITHIN,
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
from reportedly.fields.number import NUMBER
from reportedly.patterns import compiled

_SINCE = rf"since {SINCE.replace('(?P<since>', f'(?P<since>{DATE}(?= that)|', 1)}"
_FIRST_AFTER = Gated(rf"\bfirst (?:{MODIFIER}{{0,6}}{EVENT} )?after (?P<since>{DATE})", IGNORE)
_FIRST = Gated(rf"\bfirst (?:{MODIFIER}{{0,6}}{EVENT}\b)?(?:{NO_OTHER_RANK}[^.;]){{0,90}}?\b{_SINCE}", IGNORE)
_NOT = Gated(rf"(?:\b(?:not|never)|n['’]t)\b (?P<what>[^.;]{{0,70}}?)\b{_SINCE}", IGNORE)
_NONE = Gated(
    rf"\b(?:no|none|nothing|neither|refrained from|held (?:back|off)(?: from)?|held off on|abstained from|without|suspended|halted|paused|on hold|silent|idle|inactive|dormant|{QUIET}) (?P<what>[^.;]{{0,90}}?)\b{_SINCE}",
    IGNORE,
)
_HAS = compiled(r"\b(?:has|have|had|did|was|were|is|are) ?$", IGNORE)
_HAPPENED = compiled(
    rf"\b(?:{DEED}|{THING}|{DONE}|happen\w*|occur\w*|(?:taken|took|take) place|of (?:the|its|this|that) (?:kind|sort|type)|cross\w*|test-?fir\w+|launch\w*|test(?:ed|ing)|seen)\b",
    IGNORE,
)
_THERE_BEEN = compiled(r"\bthere been (?:one|any|another|anything|a single one)\b", IGNORE)
_QUIET = compiled(rf"(?:{QUIET}|silent|idle|inactive|dormant|suspended|halted|paused|on hold)\b", IGNORE)
_SO_LONG = compiled(r"\b(?:this|so|as|that) long\b", IGNORE)
_DONE_NOTHING = compiled(rf"\b{DONE} $", IGNORE)
_WHEN = rf"(?:on|in|during|that of|the one of|those of) (?P<since>{DATE})"
_BEING = r"(?:was|were|came|took place|occurred|happened|had been|had come|had taken place|having (?:been|come|taken place|occurred)|being|is|dates from|dated from)"
_LAST = r"(?:last|latest|previous|most recent|preceding)"
_LAST_WAS = Gated(
    rf"\b{DONE} (?:its|their|the) {_LAST} {MODIFIER}{{0,4}}(?:{DEED}|{THING})[^.;:,]{{0,20}}? (?:on|in) (?P<fired>{DATE})|"
    rf"\b{QUIET}\b[^.;:,]{{0,30}}? (?:that |which )?(?:had )?(?:began|begun|started|set in) (?:on|in) (?P<began>{DATE})|"
    rf"\b{_LAST} (?:{MODIFIER}{{0,5}}(?:{DEED}|{THING}|one|time)[^.;:]{{0,90}}? )?(?:was|being|came) (?P<bare>{DATE})|"
    rf"\b{_LAST} (?:{MODIFIER}{{0,5}}(?:{DEED}|{THING}|one|time)[^.;:]{{0,90}}? )?{_BEING} (?:(?:[^.;:]|\.(?=\d)){{0,50}}? )?{_WHEN}|"
    rf"\bthe (?:last|most recent)(?: one| of (?:them|these|which))?,? (?:on|in) (?P<when>{DATE})|"
    rf"\b{_LAST} (?:{MODIFIER}{{0,5}}(?:{DEED}|{THING}))[^.;:,]{{0,30}}, (?:on|in) (?P<aside>{DATE}),|"
    rf"\b{_LAST} (?:{MODIFIER}{{0,5}}(?:{DEED}|{THING}|one))[^.;:]{{0,40}}? (?:date[sd]?|go(?:es)?|went) (?:back )?(?:to|from) (?P<back>{DATE})|"
    rf"\b(?:last|most recently|most lately) (?:{DONE}|did(?: (?:so|that|it|this))?|done|happened|occurred|took place|detected|recorded|seen|reported|observed|registered|confirmed)\b(?:[^.;:]{{0,80}}?)? (?:on|in) (?P<done>{DATE})",
    IGNORE,
)
_BEFORE = Gated(
    rf"\b(?:before|previously)(?P<it>(?: (?:it|that|this)(?: one)?)? {_BEING})?(?: that)? (?:on|in) (?P<since>{DATE})",
    IGNORE,
)
_DONE_THERE = compiled(rf"\b{DONE} $", IGNORE)
_BEFORE_THAT = Gated(
    rf"\b(?:before|prior to) (?:that|this|then|it|\w+day),? (?:{THEY} )(?:had |has )?(?:last |most recently )?{DONE} [^.;]{{0,60}}?\b(?:on|in|during) (?P<since>{DATE})",
    IGNORE,
)
_LAST_TIME = compiled(r"\b(?:last|most recently)\b", IGNORE)
_PREVIOUSLY = Gated(rf"\b(?P<it>previously) {DONE}\b(?:[^.;:]{{0,80}}?)? (?:on|in) (?P<since>{DATE})", IGNORE)
_EVENT_THERE = compiled(rf"\b(?:{DEED}|{THING}|one|round) $", IGNORE)
_NOT_SINCE = Gated(
    rf"\bnot since (?P<since>{DATE}|[^.;,()]{{3,40}}?),? (?:had|has|have|did)\b[^.;]{{0,70}}|"
    rf"\bsince (?P<then>{DATE}|[^.;,()]{{3,60}}?),? (?:there (?:had|has|have) been )?(?:no|nothing|none)\b[^.;]{{0,60}}|"
    rf"\bsince (?P<clause>{DATE}|[^.;,()]{{3,60}}?),? (?:[\w’'-]+ ){{1,4}}?(?:has|have|had)(?: not|n['’]t) {DONE}\b[^.;]{{0,40}}",
    IGNORE,
)
_IT_WAS_THEN = Gated(rf"\bit was (?:on|in) (?P<since>{DATE}) (?:that|when) [^.;]{{0,60}}?\blast {DONE}\b", IGNORE)
_CLOCK = compiled(r"\bat \d|\b\d{1,2}:\d\d")
_GAP = Gated(
    rf"\bfirst (?:{MODIFIER}{{0,6}}{EVENT}\b)?(?:(?!\bfirst\b)[^.;,]){{0,60}}?\b{WITHIN}{SPAN}(?! (?:later|ago|earlier|after|before)\b)",
    IGNORE,
)
_ENDED = (
    r"(?:end(?:s|ed|ing)|after|follow(?:s|ed|ing)|broken?|break(?:s|ing)|interrupt(?:s|ed|ing)|closed|snap(?:s|ped|ping)|"
    r"(?:put(?:s|ting)?|bring(?:s|ing)?|brought) an end to|"
    r"punctur(?:ed|ing)|shatter(?:ed|ing)|cap(?:s|ped|ping)|clos(?:es|ing))"
)
_CALM = rf"(?:{QUIET}|calm|restraint|inactivity|abstinence|dormancy|(?:relative|comparative) (?:calm|quiet|silence))"
_PAUSE = Gated(
    rf"\b(?:resum(?:ed|es|ing)|return(?:ed|s|ing)? to|restart(?:ed|s|ing)?|(?:picked|picks|picking|took|takes|taking) up) (?:its |their |the )?(?:[\w-]+ ){{0,3}}?(?:{DEED}|testing|launching|firing) (?:again )?after {prefixed('anew_')}|"
    rf"\b{_ENDED} (?:a |an |its |the )?(?:[\w-]+ )?(?:break in testing|{QUIET})(?: in (?:[\w-]+ ){{1,3}}?| )(?:of|that (?:had )?lasted|lasting) {SPAN}|"
    rf"\b{_ENDED} (?:a |an |its |the )?(?:[\w’']+['’]s? )?(?:(?P<long_bound>more than|nearly|almost|about|roughly|over) )?"
    rf"(?:a )?(?P<long_n>[a-z\d]+)-(?P<long_unit>day|week|month|year)(?:-long)? (?:[\w-]+ )?{QUIET}\b|"
    rf"\b{QUIET} of {prefixed('over_')},? (?:is|was|has been|had been|has|had|came to an?) (?:over|ended|end|broken)\b|"
    rf"\b{_ENDED} (?P<calm_n>{NUMBER}) (?P<calm_bound>)(?:quiet|silent|calm|peaceful|launch-free|test-free) (?P<calm_unit>{UNIT})\b(?P<calm_half>)|"
    rf"\b(?:{_ENDED}|gone|went|going|passed|let) {prefixed('no_')} (?:pass )?(?:without|of no|with no|of {_CALM})(?: {MODIFIER}{{0,3}}(?:{DEED}|{THING}|testing|launching))?",
    IGNORE,
)
_PASSED = Gated(
    rf"\b(?:had|has|have) (?:been )?(?:passed|elapsed|gone by|been)\b|\b(?:passed|elapsed|went by) (?:since|without|before)\b|\b(?:after|on from|removed from) (?:its|the|their|(?:[\w’'.]+ ){{0,2}}[\w.]+['’]s?) (?:last|previous|most recent|latest|preceding|{ORDINAL}|failed|unsuccessful|botched|abortive)\b|"
    rf"\b(?:{QUIET}|calm)\b[^.;]{{0,40}}?,? (?:which |that )?(?:had |has )?(?:lasted|lasting|stretched to|gone on for|run for|dragged on for) |"
    rf"(?<=\w )since (?:{THEY} )(?:had |has |have )?(?:last )?(?:{DONE})\b|"
    rf"(?<=\w )since (?:its|the|their|(?:[\w’'.]+ ){{0,2}}[\w.]+['’]s?) (?:last|previous|most recent|latest)\b",
    IGNORE,
)
_LENGTH_BEFORE = compiled(rf"\b{SPAN} $", IGNORE)
_LENGTH_BEHIND = compiled(rf" ?{SPAN}\b(?P<rest>(?: since\b[^.;,]{{0,60}})?)", IGNORE)
_ITS_LAST = compiled(r"(?: since| without| before)?(?:(?! and (?:the|its|their)\b)[^.;,]){0,60}", IGNORE)
STILL = (
    r"(?:idle|silent|dormant|quiet|inactive|grounded|unused|in storage|in check|under wraps|on shore|in port|in (?:its|their|the) (?:silos?|hangars?|bunkers?|tunnels?|"
    r"sheds?|stores?)|(?:its|their) fire|powder dry|back|off)"
)
"""What a launcher or a missile that nobody fires is: idle, in its silo, on shore."""
_FOR_NONE = Gated(
    rf"\bfor {SPAN},? (?:no|none|nothing|neither|nobody|no one|(?:{THEY} )(?:had|has) (?:not|{DONE} (?:no|nothing)))\b[^.;,]{{0,60}}|"
    rf"\bfor {prefixed('still_')},? (?:{THEY} )(?:(?:had|has) )?(?:kept|held|left|stayed) [^.;,]{{0,50}}?{STILL}|"
    rf"\bnot (?:for|in) {prefixed('not_')},? (?:had|has|have|did)\b[^.;,]{{0,60}}",
    IGNORE,
)
_NOT_FOR = Gated(
    rf"(?:(?:\b(?:not|never)|n['’]t) (?:\w+ ){{0,2}}?(?:{DO})\b[^.;,]{{0,50}}?|"
    rf"\b(?:no|none|neither|nothing|zero|nobody|no one) (?:{MODIFIER}{{0,4}}(?:{DEED}|{THING}) )?[^.;,]{{0,50}}?|"
    rf"\b(?:held (?:off|back|fire)|holding off|refrain\w*|abstain\w*|desist\w*|paused|halted|suspended|(?:been|stayed|kept|remained|fallen|gone) (?:quiet|silent)|(?:kept|held|left|lain|lay|sat|stood|been|stayed) (?:[^.;,]{{0,40}} )?{STILL})\b[^.;,]{{0,40}}?) "
    rf"{WITHIN}{SPAN}",
    IGNORE,
)
_AGO = Gated(
    rf"\b{_LAST} (?:{MODIFIER}{{0,5}}(?:{DEED}|{THING}|one))[^.;,]{{0,40}}? {_BEING} {SPAN} (?:ago|earlier|before)\b",
    IGNORE,
)
_OF_AN_INCIDENT = compiled(
    rf"\b(?:{DEED}|{THING}|{DO}|testing|launching|launch(?:ers?|[- ]pads?)|fire|use|quiet|silent|missiles?|rockets?)\b",
    IGNORE,
)
_SO_MANY = compiled(r"\b(?:(?:as|so|this|that|more) (?:many|much|often|frequently))\b", IGNORE)
_LAST_ONE = compiled(rf"\b(?:{_LAST}|{QUIET}|without (?:one|any|another|it))\b", IGNORE)
_COUNTED = compiled(r"an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+", IGNORE)


def _first(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    return made(match, "first_since", {"since": match["since"].strip(), **scoped(match, scope_words)})


def _none(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    done = behind(_DONE_NOTHING, match)
    if _SO_LONG.search(match["what"]):
        return None
    if not _HAPPENED.search(match["what"]) and not _QUIET.match(match.group()) and done is None:
        return None
    since = match["since"].strip()
    given = {"since": since, "form": "none_since", **scoped(match, scope_words)}
    has = behind(_HAS, match) or done
    return made(match, "first_since", given, has.start() if has else None)


def _not_since(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    """What follows "not since November", "since March no": it has to be an incident."""
    since = next(match[name] for name in ("since", "then", "clause") if match[name])
    told = match.group()[match.group().find(since) + len(since) :]
    if not _HAPPENED.search(told) and not _THERE_BEEN.search(told):
        return None
    given = {"since": since.strip(), "form": "none_since", **scoped(match, scope_words)}
    return made(match, "first_since", given)


def _last_since(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    given = {"since": match["since"].strip(), "form": "last_was", **scoped(match, scope_words)}
    return made(match, "first_since", given)


def _earlier(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    """One that was before, with others perhaps between: "prior to that, it had fired two in July"."""
    form = "last_was" if _LAST_TIME.search(match.group()) else "earlier"
    given = {"since": match["since"].strip(), "form": form, **scoped(match, scope_words)}
    return made(match, "first_since", given)


def _last_was(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    since = next(
        match[name] for name in ("since", "done", "when", "aside", "back", "bare", "fired", "began") if match[name]
    )
    if _CLOCK.search(match.group()):
        return None
    return made(match, "first_since", {"since": since.strip(), "form": "last_was", **scoped(match, scope_words)})


def _before(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    """What was tested before on a day; the launch before it was on one."""
    what = behind(_EVENT_THERE if match["it"] else _DONE_THERE, match)
    if what is None:
        return None
    form = "last_was" if match["it"] else "earlier"
    given = {"since": match["since"].strip(), "form": form, **scoped(what, scope_words)}
    return made(match, "first_since", given, what.start())


def _gap(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    prefix = next(
        prefix
        for prefix in ("", "long_", "no_", "still_", "not_", "over_", "calm_", "anew_")
        if match.groupdict().get(f"{prefix}unit")
    )
    if prefix == "long_" and not _COUNTED.fullmatch(match["long_n"]):
        return None
    return made(match, "gap_at_least", {**span(match, prefix), **scoped(match, scope_words)})


def _passed(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    """A length of time that had passed since the last: "more than two months had gone by", "it had been 73 days since"."""
    before = behind(_LENGTH_BEFORE, match, 60)
    length = before or _LENGTH_BEHIND.match(match.string, match.end())
    rest = _ITS_LAST.match(match.string, match.end() if before else length.end() if length else match.end())
    if length is None or rest is None:
        return None
    start, end = (before.start() if before else match.start()), max(length.end(), rest.end())
    words = match.string[start:end]
    if not _OF_AN_INCIDENT.search(words) and not _LAST_ONE.search(words):
        return None
    given = {**span(length), **scoped(words, scope_words)}
    return made(match, "gap_at_least", given, start, end)


def _not_for(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    """What had not happened for so long has to be an incident; "never so many in a month" is a record."""
    if _SO_MANY.search(match.group()) or not _OF_AN_INCIDENT.search(match.group()):
        return None
    return _gap(match, scope_words)


RULES: tuple[tuple[Gated, Rule], ...] = (
    (_FIRST, _first), (_FIRST_AFTER, _first), (_NOT_SINCE, _not_since), (_IT_WAS_THEN, _last_since), (_BEFORE_THAT, _earlier), (_NOT, _none), (_NONE, _none), (_GAP, _gap), (_PAUSE, _gap), (_NOT_FOR, _not_for), (_FOR_NONE, _not_for), (_PASSED, _passed), (_PREVIOUSLY, _earlier), (_LAST_WAS, _last_was), (_BEFORE, _before), (_AGO, _gap),
)  # fmt: skip
