"""Firsts of their kind: "first-ever", "its first nuclear test", "first launched in April", "maiden flight"."""

import re

from reportedly.fields.derived_grammar import (
    DATE,
    DEED,
    DONE,
    IGNORE,
    MODIFIER,
    OWNER,
    THING,
    DerivedExpression,
    Rule,
    Scopes,
    behind,
    made,
)
from reportedly.fields.gated import Gated

_EVER = Gated(
    r"\b(?:first[- ]ever|for the (?:very )?first time(?! (?:since|in|this))|the first time ever|"
    r"(?:maiden|inaugural) (?:flight[- ]tests?|test[- ]flights?|test[- ]launch(?:es)?|launch|flight|test|voyage)|"
    r"never (?:before (?:\w+ )?(?:been )?\w+|(?:been )?\w+ before))\b",
    IGNORE,
)
_AT_ONCE = r"(?! (?:of the (?:day|night|morning|evening|week|month|year|two|three|salvo|pair)|of (?:two|three|four|several)|since|in (?:more|over|close|well|roughly|nearly|almost|about|a|an|one|two|three|four|five|six|\d)|for (?:more|a|an|two|three|\d)|this|so far)\b)"
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
    rf"\b(?P<use>first (?:combat|operational|known|confirmed|reported) (?:use|{DEED})(?: of [\w-]+)?)\b{_AT_ONCE}|"
    rf"\b(?P<thing>first (?:{MODIFIER}){{0,3}}?{THING} (?:successfully )?(?:tested|launched|fired|flown|test-fired))\b{_AT_ONCE}",
    IGNORE,
)
_FIRST_DONE = Gated(
    rf"\b(?:first (?:{DONE}|displayed|shown|unveiled|deployed|paraded|seen)|(?:flew|flown|tested|fired|launched) first)\b"
    rf"(?: [\w-]+)?,? (?:on|in|during) (?P<on>{DATE})|"
    rf"\bthe (?P<one>first),? (?:one |of (?:them|these|which) )?(?:was |came |took place )?,?(?:on|in) (?P<when>{DATE})",
    IGNORE,
)
_AFTER = re.compile(r"[ -]+((?:[\w’'-]+ ){0,5}[\w’'-]+)")
_OF_ONE_DAY = re.compile(r"\bof (?:the )?(?:day|two|three|four|five|six|several|them|these|those|19|20)", IGNORE)
_OF_A_PLACE = re.compile(r"\bfirst (?:stage|lady|half|day|week|month|person|minister|secretary|time)\b", IGNORE)


def _ever(match: re.Match[str], scope_words: Scopes) -> DerivedExpression | None:
    tail = _AFTER.match(match.string[match.end() : match.end() + 80])
    return made(match, "first_ever", {"object": tail.group(1) if tail else None})


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
    return made(match, "first_ever", {"object": None, "on": match["on"] or match["when"]})


RULES: tuple[tuple[Gated, Rule], ...] = ((_EVER, _ever), (_OWN, _own), (_OF_A_KIND, _object), (_FIRST_DONE, _done))
