"""Alerts and accounts that are taken back: a government or a broadcaster corrects what it said of a launch."""

import re
from collections.abc import Iterator

from reportedly.codebook import NameMatch, SiteEntry
from reportedly.extract.affairs_find import Affair, told
from reportedly.extract.facts import Facts
from reportedly.fields.gated import Gated
from reportedly.fields.gates import Gates
from reportedly.model import BlockKind
from reportedly.patterns import compiled

_SPEAKERS = frozenset({"body", "state", "metonym", "person", "demonym"})
_SENTENCE = 40  # code points; less is a stamp or a label
_BEHIND = 24  # code points behind the words that take back, where what is taken back may stand
_ACCOUNT = (
    r"(?:alerts?|warnings?|alarms?|orders?|j-alerts?|announcements?|statements?|accounts?|reports?|messages?|claims?|notices?|figures?|"
    r"count|tally|numbers?|assessments?|bulletins?|news ?flash(?:es)?|broadcasts?|notifications?|tweets?|posts?)"
)
_TAKES = (
    r"(?:retract(?:s|ed|ing)?|withdr(?:ew|awn|aws|awing)|t(?:ook|akes|aken|aking) back|rescind(?:s|ed|ing)?|cancel(?:s|l?ed|l?ing)|"
    r"correct(?:s|ed|ing)|walk(?:s|ed|ing) back|backtrack(?:s|ed|ing) on|apologi[sz](?:es|ed|ing)(?: on \w+)? (?:for|after|over)|revok(?:es|ed|ing)|annul(?:s|led))"
)
_ABOUT_IT = r"(?:\s+\(?[\w’'-]+\)?){0,18}?"  # "that warned of a missile on its way to Hawaii on Saturday (local time)"
_TAKEN_BACK = Gated(
    rf"\b{_TAKES}\s+what\s+(?:[\w’'.-]+\s+){{1,5}}?(?:said|announced|reported|told|claimed|issued|warned|declared|put out|broadcast)\b|"
    rf"\b{_TAKES}\b(?:\s+(?!after\b|from\b)[\w’'“”\"-]+){{0,7}}?\s+{_ACCOUNT}\b|"
    rf"\b{_ACCOUNT}\b{_ABOUT_IT}\s+(?:was|were|has been|had been|is|are|be)\s+(?:\w+\s+)?(?:retracted|withdrawn|taken back|rescinded|"
    rf"cancelled|canceled|corrected|revoked|annulled|(?:sent|issued|broadcast|sent out|triggered|set off|put out)\s+(?:in error|by mistake|mistakenly|wrongly))\b|"
    r"\bcorrects? (?:itself|herself|himself|themselves)\b|"
    rf"\b(?:false|mistaken|erroneous|cancelled|canceled|withdrawn|retracted)\s+(?:[\w-]+\s+){{0,3}}{_ACCOUNT}\b|"
    rf"\b{_ACCOUNT}\b{_ABOUT_IT}\s+(?:was|were|is|had been|has been|have been|turned out to be|proved)\s+(?:\w+\s+)?(?:false|(?:a )?mistake|(?:an )?error|wrong|a false alarm|a hoax)\b|"
    r"\b(?:mistakenly|wrongly|erroneously|accidentally|incorrectly|falsely|in error)\s+(?:sent|issued|aired|broadcast|published|posted|reported"
    r"|flashed|flashes|announced|announces|said|says|told|warned|warns|alerted|alerts|claimed|reports|sends|issues|tweeted|pushed)\b|"
    r"\b(?:false|mistaken|erroneous) (?:report|alert|alarm|news|claim|warning)s?\b",
    re.IGNORECASE,
)
_MATTER = compiled(r"\b(?:missiles?|launch(?:es|ed)?|rockets?|projectiles?|overfl\w+|ICBM|nuclear)\b", re.IGNORECASE)
ALARM = "alarm"  # the key of what was taken back before anything was known, and not the account of what happened
_ALARM = compiled(r"\b(?:alerts?|warnings?|alarms?|orders?|j-alerts?|notices?|bulletins?|messages?)\b", re.IGNORECASE)
NEVER = "never"  # the key of an alarm over nothing: no launch stood behind it
_NONE_FLEW = Gated(
    r"\b(?:no|not a single)\s+(?:[\w-]+\s+){0,2}(?:missiles?|rockets?|projectiles?|launch|attack)\s+(?:(?:was|were|had|has|is|ever|been|being)\s+)*(?:flew|flown|came|coming|existed|detected|"
    r"launched|fired|inbound|heading|headed|under way|on (?:its|the) way|at all)\b|\bno (?:such )?(?:missile|launch|attack)\s*(?:[.,;]|$)|"
    r"\bnothing (?:had been|was|has been|had) (?:launched|fired|flown|coming|on its way|inbound|happened)\b|"
    r"\b(?:missiles?|launch|attack|rocket)\s+that\s+(?:never|did(?: not|n['’]t)|was(?: not|n['’]t)|had(?: not|n['’]t)|were not)\b|"
    r"\b(?:phantom|non-?existent|imaginary|fictitious|ghost)\s+(?:[\w-]+\s+){0,2}(?:missile|launch|rocket|attack)s?\b|(?:^|(?<=[.;:] ))(?:None|Nothing|There) (?:was|were|had been|came|did) ?(?:none|nothing)?[.,]",
    re.IGNORECASE,
)
_WORD_WENT_OUT = Gated(
    rf"\b(?:{_ACCOUNT}|told|warned|warning|app|apps|push(?:ed)?|flash(?:ed)?|text(?:s|ed)?|website|phones?|sirens?|on air|screens?|loudspeakers)\b",
    re.IGNORECASE,
)
_A_SLIP = Gated(
    r"\b(?:sorry|apolog\w+|pardon|forgive\w*|regret\w*|mistak\w*|error|errors|erroneous\w*|wrong|wrongly|inadvertent\w*|accident\w*|false|blunder|"
    r"slip|glitch|(?:meant|written|prepared) (?:only )?(?:for|as)|for (?:training|a drill|an exercise)|took (?:it|the \w+) (?:back|down)|hoax)\b",
    re.IGNORECASE,
)
_SIGNS = Gates((_A_SLIP, _NONE_FLEW, _WORD_WENT_OUT))
_OPENS = 5  # sentences that tell of an alarm over nothing
_NOT_YET = compiled(
    r"\b(?:will|would|could|should|must|(?-i:may|May(?= (?:Have|Be|Not)\b)|MAY(?= (?:HAVE|BE|NOT)\b))|might|to|urg\w+|demand\w*|call\w* on)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)


def find_withdrawals(facts: Facts, kind: str) -> Iterator[Affair]:
    """The accounts of a launch that are taken back, each of the state of who takes it back."""
    text = facts.report.text
    opening = opening_of(facts)
    on_launches = any(_MATTER.search(text, facts.sentences[n].start, facts.sentences[n].end) for n in opening)
    for number, span in enumerate(facts.sentences):
        matter = on_launches if number in opening else _MATTER.search(text, span.start, span.end) is not None
        match = _TAKEN_BACK.search(text, span.start, span.end) if matter else None
        if match is None or _NOT_YET.search(text[span.start : match.start()]):
            continue
        who = _who(facts, span.start, match.start(), span.end)
        if who is None and span.kind is not BlockKind.TITLE:
            who = next((n for n in facts.names_in(span.start, span.end) if isinstance(n.entry, SiteEntry)), None)
            if who is None:
                continue
        alarm = _ALARM.search(text, match.start(), min(span.end, match.end() + _BEHIND)) is not None
        back = _state(who) if who is not None else None
        yield Affair(kind, told(match.span(), kind, number), back, ALARM if alarm else "")
    if on_launches:
        yield from _over_nothing(facts, kind)


def _over_nothing(facts: Facts, kind: str) -> Iterator[Affair]:
    """The alarm that the opening says was raised over nothing and by a slip, of the state of the first body or place named."""
    text, titles = facts.report.text, [n for n, s in enumerate(facts.sentences) if s.kind is BlockKind.TITLE]
    spans = [
        facts.sentences[n]
        for n in (*titles, *range(min(facts.body[:1], default=0), max(facts.body[:_OPENS], default=-1) + 1))
    ]
    signs = _SIGNS.patterns
    if not spans or len(_SIGNS.open_in(text, min(s.start for s in spans), max(s.end for s in spans))) < len(signs):
        return
    heads = [text[facts.sentences[n].start : facts.sentences[n].end] for n in titles]
    spoken = any(_MATTER.search(h) or _TAKEN_BACK.search(h) or any(p.search(h) for p in signs) for h in heads)
    if heads and not spoken and facts.report.published is None:
        return
    if not all(any(p.search(text, s.start, s.end) for s in spans) for p in signs):
        return
    lead = facts.sentences[facts.body[0]]
    names = [n for s in spans for n in facts.names_in(s.start, s.end)]
    bodies = [n for n in names if n.kind == "body" and _state(n)]
    places = [n for n in names if isinstance(n.entry, SiteEntry) or n.kind in _SPEAKERS]
    whose = next((s for n in (*bodies, *places) if (s := _state(n))), None)
    yield Affair(kind, told((lead.start, lead.end), kind, facts.body[0]), whose, NEVER)


def opening_of(facts: Facts) -> frozenset[int]:
    """The headline and the first sentence of some length: what is taken back there is the report's subject."""
    body = [n for n, s in enumerate(facts.sentences) if s.kind is BlockKind.BODY and s.end - s.start > _SENTENCE][:1]
    return frozenset([n for n, s in enumerate(facts.sentences) if s.kind is BlockKind.TITLE] + body)


def _who(facts: Facts, start: int, place: int, end: int) -> NameMatch | None:
    """Who takes it back: the first who is named before, else the first behind."""
    before = [n for n in facts.names_in(start, place) if n.kind in _SPEAKERS and _state(n)]
    behind = [n for n in facts.names_in(place, end) if n.kind in {"body", "person"} and _state(n)]
    return next(iter((*before, *behind)), None)


def _state(name: NameMatch) -> str | None:
    return name.id if name.kind in {"state", "metonym", "demonym"} else getattr(name.entry, "state", None)
