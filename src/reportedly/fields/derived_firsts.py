"""Firsts of their kind: "first-ever", "its first nuclear test", "first launched in April", "maiden flight"."""

import re

from reportedly.fields.derived_grammar import (
    DATE,
    DEED,
    DEEDS,
    DONE,
    IGNORE,
    MODIFIER,
    OWNER,
    THEY,
    THING,
    DerivedExpression,
    Rule,
    Scopes,
    behind,
    made,
)
from reportedly.fields.gated import Gated
from reportedly.patterns import compiled

_MAIDEN = r"(?:maiden|inaugural|debut)"
_EVER = Gated(
    r"\b(?:first[- ]ever|(?<=made its )debut|(?<=made their )debut|(?<=making its )debut|(?<=making their )debut|(?<=makes its )debut|was a first(?=[.,;]|$)|for (?:the (?:very )?)?first time(?: ever)?(?! (?:since|in(?! (?:the (?:dead|middle|dark|open|air|presence|history|small|early)|its|public|daylight|full|flight|combat|war)\b)|this|that (?:year|month|week)))|the first time ever|"
    rf"{_MAIDEN} (?:{MODIFIER}){{0,4}}?(?:flight[- ]tests?|test[- ]flights?|test[- ]launch(?:es)?|launch|flight|test|voyage|firing|trial|outing)|"
    r"a first for (?:the |its )?[\w-]+(?: [A-Z]\w+)?|(?<=\bthe )debut of (?:the |its )?(?=[\w-])|"
    rf"(?:has|have|had) never (?:yet |ever )?(?:been )?(?:{DONE}|done)(?=[.,;]|$)|(?:not|never) (?:yet )?(?:been )?(?:seen|shown|heard of|known|tried|happened|occurred|done|{DONE}) (?:before|previously|until (?:now|then))|never (?:yet )?been {DONE}(?=[.,;]|$)|"
    r"never (?:before (?!(?:had|has|have) [^.;]{0,60}?\b(?:so|as) (?:many|far|high|long|much)\b)(?:\w+ )?(?:been )?\w+|(?:been )?\w+ before))\b",
    IGNORE,
)
_DOES = r"(?:test|launch|fire|fly|reach|enter|land|hit|fall|cross|overfly|pass|splash|strike|come|leave|carry|use|break|touch|drop|burn|travel|exceed|cover)"
_TIME_THAT = Gated(
    rf"\b(?:the|its|their) first (?:known |confirmed |reported )?time (?:that )?{THEY} (?:has |have |had |ever )*{DONE} (?P<what>[^.;,]{{3,80}})|"
    rf"\bfirst (?P<that>(?:{MODIFIER}){{0,3}}(?:{DEED}|{THING}) (?:that )?{THEY} (?:has |have |had )(?:ever )?(?:{DONE}|made)(?: [^.;,]{{3,60}})?)|"
    rf"\bfirst (?P<to>(?:{MODIFIER}){{0,3}}{THING} to (?:be |have been |have )?(?:{DONE}|{_DOES}) [^.;,]{{3,60}})|"
    rf"\bthe first (?P<to_do>(?:of (?:its|their|the) (?:{MODIFIER}){{0,3}}?\w+ |ever |known |such |one )?to (?:be |have been |have )?(?:{_DOES}|{DONE}) [^.;,]{{3,60}})|"
    rf"\b(?:not|never|n['’]t) (?:previously|before) (?P<before>{DONE} [^.;,]{{2,60}})|"
    rf"\b(?:not|never|n['’]t) (?P<none>(?:been )?(?:previously |before |yet )?{DONE}(?: [^.;,]{{2,60}}?)?) (?:until (?:now|then)|before|previously|up to now)\b|"
    rf"\b(?:until now|until then|hitherto|so far),? (?:{THEY} )(?:has |have |had )(?:never|not) (?P<hitherto>(?:ever |yet )?{DONE} [^.;,]{{2,60}})|"
    rf"\bno (?P<no>(?:{MODIFIER}){{0,4}}{THING} (?:has|have|had) ever been {DONE}[^.;,]{{0,40}})",
    IGNORE,
)
_IN_A_WINDOW = compiled(
    r"\b(?:since|this (?:year|month|week)|in (?:\w+ ){1,3}(?:days|weeks|months|years|decades)|in (?:a|an|over a) (?:year|month|week))\b",
    IGNORE,
)
_WHAT_BEFORE = compiled(  # "launched an intercontinental ballistic missile for the first time"
    rf"\b(?:a|an|the|its|their|what \w+ \w+) (?P<what>(?:{MODIFIER}){{0,6}}(?:{DEED}|{THING}|[A-Z][a-z]+-\d+\w*))(?: (?:into|over|from|at|to|on) (?:the |a |an )?[\w-]+(?: [\w-]+)?)?,? $",
    IGNORE,
)
_TIME_WORD = compiled(
    r"^(?:on|in|at|by|from|after|before|when|as|and|but|under|early|late|yesterday|today|last|over)\b|^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day",
    IGNORE,
)
_AT_ONCE = r"(?! (?:in (?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?!tr|attempt|test|go|launch|shot|flight)|of the (?:day|night|morning|evening|week|month|year|two|three|salvo|pair)|of (?:two|three|four|several)|since|in (?:more|over|close|well|roughly|nearly|almost|about|a|an|one)|for (?:more|a|an|two|three|\d)|this|so far)\b)"
_OF_WHAT = r"(?: of (?:a |an |the |its )?(?:new )?[\w-]+(?: (?:bomb|missile|rocket|ICBM|satellite|weapon)s?)?)?"
_OWN = Gated(
    rf"\b(?P<object>first (?:{MODIFIER}){{0,5}}(?:{DEED}|{THING}|(?:combat |operational )?use|success|one){_OF_WHAT})\b{_AT_ONCE}",
    IGNORE,
)
_OF_A_KIND = Gated(
    rf"\b(?P<object>first (?:{MODIFIER}){{0,4}}?(?:nuclear|atomic|hydrogen|thermonuclear|icbm|slbm|irbm|intercontinental|"
    rf"hypersonic|orbital|satellite|submarine-launched|solid-fuel(?:led|ed)?|underground|underwater|[A-Z][a-z]+-\d+\w*) "
    rf"(?:{MODIFIER}){{0,3}}(?:{DEED}|{THING}){_OF_WHAT})\b{_AT_ONCE}|"
    rf"\b(?P<of>first (?:{MODIFIER}){{0,3}}?{DEED} of (?:the |its |a |an )?(?:new )?(?:{MODIFIER}){{0,2}}?(?!(?:in|on|at|by|for|to)\b)[\w-]+)\b{_AT_ONCE}|"
    rf"\b(?P<used>first use of [\w-]+(?: [\w-]+)?(?: in combat| in war| in anger))|\b(?P<use>first (?:combat|operational|known|confirmed|reported) (?:use|{DEED})(?: of [\w-]+)?)\b{_AT_ONCE}|"
    rf"\b(?P<thing>first (?:{MODIFIER}){{0,3}}?{THING} (?:successfully )?(?:tested|launched|fired|flown|test-fired))\b{_AT_ONCE}",
    IGNORE,
)
_FIRST_DONE = Gated(
    rf"\b(?:first (?:{DONE}|displayed|shown|unveiled|deployed|paraded|seen)|(?:flew|flown|tested|fired|launched) first)\b"
    rf"(?: [\w-]+)?,? (?:on|in|during) (?P<on>{DATE})|"
    rf"\bfirst (?P<object>(?:{MODIFIER}){{0,4}}{DEED}{_OF_WHAT}),? (?:(?:was|came|took place|happened|occurred|followed|was held|was conducted|had (?:been|come)) )"
    rf"(?:\w+ )?(?:on|in|during) (?P<was>{DATE})|\bthe first (?P<aside>(?:{MODIFIER}){{1,3}}{DEED}),? (?:on|in) (?P<then>{DATE}),|"
    rf"\bfirst of (?:its|the|their) (?:{MODIFIER}){{0,2}}(?P<many>{DEEDS}),? (?:was|came|took place|happened|occurred|held)?,? ?(?:on|in) (?P<of>{DATE})|"
    rf"\b(?:debuted|first appeared in a test) (?:on|in) (?P<debut>{DATE})|"
    rf"\bthe (?P<one>first),? (?:one |of (?:them|these|which) )?(?:was |came |took place )?,?(?:on|in) (?P<when>{DATE})",
    IGNORE,
)
_TIME_ON = Gated(rf"\bfor the first time,? (?:\w+ )?(?:on|in|during) (?P<on>{DATE})", IGNORE)
_DONE_BEFORE = compiled(rf"\b{DONE} $", IGNORE)
_AFTER = compiled(r"[ -]+((?:[\w’'-]+ ){0,5}[\w’'-]+)")
_MAIDEN_OF = compiled(rf"{_MAIDEN} (?P<what>.+)", IGNORE)
_OF_THIS = compiled(r" of (?:a |an |the |its )?(?:[\w-]++ ?){1,4}", IGNORE)
_OF_ONE_DAY = compiled(r"\bof (?:the )?(?:day|two|three|four|five|six|several|them|these|those|19|20)", IGNORE)
_OF_A_PLACE = compiled(r"\bfirst (?:stage|lady|half|day|week|month|person|minister|secretary|time)\b", IGNORE)


def _ever(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    """What is named behind the words, or before them where a time or a new clause follows."""
    tail = _AFTER.match(match.string[match.end() : match.end() + 80])
    object_ = tail.group(1) if tail else ""
    said = match.group().lower()
    if said.startswith(("a first", "was a")) or (said.endswith("time") and (not object_ or _TIME_WORD.match(object_))):
        before = behind(_WHAT_BEFORE, match, 110)
        object_ = before["what"] if before else "" if said.startswith("a first") else object_
    maiden = _MAIDEN_OF.match(match.group())
    if maiden:
        of = _OF_THIS.match(match.string, match.end())
        object_ = maiden["what"] + (of.group() if of else "")
    return made(match, "first_ever", {"object": object_ or None})


def _time_that(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    what = next(one for one in match.groupdict().values() if one)
    return None if _IN_A_WINDOW.search(what) else made(match, "first_ever", {"object": what})


def _own(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    owner, object_ = behind(OWNER, match), match["object"]
    if owner is None or _OF_ONE_DAY.search(object_):
        return None
    return made(match, "first_ever", {"object": object_[len("first ") :]}, owner.start())


def _object(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    object_ = next(one for one in match.groupdict().values() if one)
    if _OF_ONE_DAY.search(object_) or _OF_A_PLACE.search(object_):
        return None
    return made(match, "first_ever", {"object": object_[len("first ") :]})


def _done(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    day = next(match[name] for name in ("on", "when", "was", "then", "of", "debut") if match[name])
    object_ = match["object"] or match["aside"] or match["many"] or match["one"]
    return made(match, "first_ever", {"object": "one" if match["one"] else object_, "on": day})


def _time_on(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    done = behind(_DONE_BEFORE, match)
    return made(match, "first_ever", {"on": match["on"]}, done.start()) if done else None


DATED: tuple[tuple[Gated, Rule], ...] = ((_FIRST_DONE, _done), (_TIME_ON, _time_on))
"""Firsts with their day, which may be taken for ranks in a period."""
_ELLIPTIC = Gated(r"\bfirst(?=[.,;]|$)(?!, (?:second|third|then|and)\b)", IGNORE)


def _elliptic(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    """ "Its first", at the end of a clause: of what the sentence tells."""
    owner = behind(OWNER, match)
    return made(match, "first_ever", {}, owner.start()) if owner else None


RULES: tuple[tuple[Gated, Rule], ...] = (
    (_TIME_THAT, _time_that),
    (_EVER, _ever),
    (_OWN, _own),
    (_OF_A_KIND, _object),
    (_ELLIPTIC, _elliptic),
)
