"""What headline and first sentences say of a report as a whole: that it explains, or looks back on what is years old."""

import re

from reportedly.extract.facts import Facts
from reportedly.extract.trigger import Shape, Trigger
from reportedly.fields.gated import Gated
from reportedly.model import BlockKind
from reportedly.patterns import compiled

_YEARS_ON = Gated(
    r"\b(?:(?:(?:a|one) year|years|winters|summers|decades) (?:on|ago|after|since|later|to the day)|anniversar\w+|decades? (?:on|ago|after|since|later)|what if|remember(?:s|ed|ing)|timeline|chronology|memoirs?|(?:the|of) (?:day|night|morning) (?:that|when)|"
    r"fast facts|key dates|at a glance|look(?:s|ing)? back|through the years|a history of)\b",
    re.IGNORECASE,
)
_ON_THE_DAY = compiled(r"\W*(?:(?:up)?on|to mark|marking|a day (?:after|before)|as)\b", re.IGNORECASE)
_ON_THAT_DAY = compiled(r"\b(?:on|to mark|marking|a day (?:after|before))\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)
_SET_BESIDE = compiled(  # what is new is only measured by what is old ("the first since five years ago"), or told apart by it
    r"\b(?:first|since|than|last|previous(?:ly)?|unlike|like)\b[^.;:]{0,40}$|\b(?:which|that|who|whose)\s+(?:was|were|had|has|have|it|they|he|the)\b[^,.;:]{0,60}$",
    re.IGNORECASE,
)
_COMMA_BEFORE = compiled(r",\s(?:[\w-]+\s){0,3}$")
_EXPLAINS = compiled(  # a headline that asks or explains tells nothing new by itself
    r"\W*(?:why|how|what|who|explainer|explained|analysis|opinion|commentary|q&a|factbox|comment|view|"
    r"the case (?:for|against)|here['’]s (?:why|what|how)|(?:three|four|five|six|seven|eight|nine|ten|\d+) (?:things|questions|points|takeaways|reasons|lessons|ways|facts))\b|"
    r".*(?:\b(?:an analysis|explained|what (?:we|to) know)\b|\b(?:now what|what now)\?)",
    re.IGNORECASE,
)


def opening(facts: Facts) -> set[int]:
    """The headline and the first two sentences of some length."""
    title = {n for n, s in enumerate(facts.sentences) if s.kind is BlockKind.TITLE}
    return title | set(facts.body[:2])


def explains(facts: Facts) -> bool:
    """Whether the headline asks or explains, and so tells nothing new by itself."""
    titles = (s for s in facts.sentences if s.kind is BlockKind.TITLE)
    return any(_EXPLAINS.match(facts.report.text, s.start, s.end) is not None for s in titles)


def looks_back(facts: Facts) -> bool:
    """Whether headline or lead say that the report looks back on what is years old."""
    text = facts.report.text
    sentences = [facts.sentences[n] for n in sorted(opening(facts))]
    found = ((s, m) for s in sentences if (m := _YEARS_ON.search(text, s.start, s.end)))
    return any(
        _SET_BESIDE.search(text[s.start : m.start()]) is None and not _dated_by(facts, s.start, m) for s, m in found
    )


def _dated_by(facts: Facts, start: int, years: re.Match[str]) -> bool:
    """Whether years only say when something came that is told before them: "held a test on Sunday, a year after the last",
    "fired a missile on the anniversary of the armistice"."""
    if not any(t.shape is Shape.CLAUSE and start <= t.start and t.end <= years.start() for t in facts.triggers):
        return False
    said = years[0].lower()
    when = _COMMA_BEFORE if said.endswith(("after", "since")) else _ON_THAT_DAY if said.startswith("anniv") else None
    return when is not None and when.search(facts.report.text, start, years.start()) is not None


def remembered(facts: Facts, trigger: Trigger) -> bool:
    """Whether the sentence that tells it speaks of an anniversary, or of years gone by; not only of the day on which it
    was done: "On the anniversary of the armistice, the North fired a missile"."""
    span, text = facts.sentences[trigger.sentence], facts.report.text
    years = _YEARS_ON.search(text, span.start, span.end)
    if years is None:
        return False
    if trigger.shape is not Shape.CLAUSE:
        return True
    if trigger.end <= years.start():  # "fired a missile on Tuesday, on the anniversary of the armistice"
        return _ON_THAT_DAY.search(text, trigger.end, years.start()) is None
    day_only = _ON_THE_DAY.match(text, span.start, years.end())
    return not (day_only and "," in text[years.end() : min(trigger.start, trigger.anchor)])
