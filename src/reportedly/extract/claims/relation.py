"""How an incident stands to another the report tells: what it follows, answers, may be meant for, or is evidence of."""

import re
from collections.abc import Iterable, Iterator

from reportedly.extract.affairs_find import clause_end
from reportedly.extract.building import speaker
from reportedly.extract.claims.draft import Draft
from reportedly.extract.framing import Framing, Opener
from reportedly.extract.lexicon import AFFAIRS
from reportedly.fields.gated import Gated
from reportedly.fields.together import SENTENCES
from reportedly.model import Relation, Role, Stance
from reportedly.patterns import compiled

_I = re.IGNORECASE
_FOLLOWS = Gated(
    r"\b(?:(?:also )?follow(?:s|ed)? (?!through|up|the (?:rules|advice))|(?:c(?:o|a)mes? |coming )?(?:hot |close )?on the heels of|in the wake of)|"
    r"\b(?:(?:c(?:o|a)mes?|coming) )?(?:(?:just|only|barely|less than|more than) )*(?:(?:an?|one|two|three|four|five|six|seven|ten|several|few|\d+) )*"
    r"(?:hours|days?|weeks?|months?) (?:after|since)\b|\bc(?:o|a)mes? (?:\w+ ){0,2}?after\b",
    _I,
    together=SENTENCES,
)
_PURPOSE = Gated(
    r"\b(?:might|may|could|possibly|perhaps|likely|apparently)(?: also)?(?: have been| be)? (?:\w+ ){0,2}?(?:linked|related|tied|connected|meant|aimed|intended|"
    r"designed|timed|a (?:response|protest|message|warning|signal|rehearsal|show)|to (?:test|send|show|protest|warn|demonstrate|check))\b|"
    r"\b(?:aim|purpose|goal|intention|motive) (?:might|may|could)(?: have been| be)\b",
    _I,
    together=SENTENCES,
)
_ANSWERS = Gated(
    r"\b(?:in (?:response|reaction|answer|retaliation|protest|reply) (?:to|of|for|against|at)|in (?:an )?apparent (?:response|protest|retaliation) (?:to|at|against|over)|"
    r"as (?:a|an|its) (?:\w+ )?(?:response|answer|protest|warning|countermeasure|counter-measure|message) (?:to|against|at|over)|"
    r"respond(?:ed|ing|s)? to|to protest|protest(?:ing)? (?:at|against)|a protest at)\b",
    _I,
    together=SENTENCES,
)
_EVIDENCE = Gated(
    r"\b(?:evidence (?:of|for|that)|proof (?:of|that)|(?:seem(?:s|ed)? to |appear(?:s|ed)? to )?(?:confirm\w*|prov\w+|support\w*) (?:the |a )?(?:suspected|alleged|reported))",
    _I,
    together=SENTENCES,
)
_SIMILAR = Gated(
    r"\b(?:an?|another|the) (?:similar|comparable|like) (?:\w+ ){0,2}?(?:launch|test|firing|explosion|trial)\b",
    _I,
    together=SENTENCES,
)
_BASIS = compiled(r"\b(?:since|after|over|for|following|in response to|because of)\b", _I)


def relations(framing: Framing) -> Iterable[Draft]:
    """The relations the text tells between its incidents."""
    for number in range(len(framing.facts.sentences)):
        openers = framing.openers.get(number, ())
        yield from _linked(framing, number, openers, _FOLLOWS, "follows")
        yield from _linked(framing, number, openers, _ANSWERS, "response_to_claimed")
        yield from _purposes(framing, number, openers)
        yield from _evidence(framing, number, openers)
        yield from _similar(framing, number, openers)
    yield from _sanction_bases(framing)
    yield from _announced(framing)


def _linked(framing: Framing, number: int, openers: tuple[Opener, ...], pattern: Gated, kind: str) -> Iterator[Draft]:
    """An incident before the words and another behind them."""
    facts = framing.facts
    span = facts.sentences[number]
    for match in pattern.finditer(facts.report.text, span.start, span.end):
        before = [o for o in openers if o.start < match.start() and o.end <= match.end() and not o.loose]
        source = before[-1].frame if before else _subject(framing, number)
        behind = [o for o in openers if o.start >= match.end() and o.frame != source]
        told = behind[0].frame if behind and facts.bounds.crossed(match.end(), behind[0].start) < 3.0 else None
        if source is None or framing.frames[source].family in AFFAIRS or (told is None and kind == "follows"):
            continue
        end = match.start() + len(match.group().rstrip())
        yield Draft(
            source,
            "relation",
            _to(framing, kind, told),
            match.start(),
            end,
            f"relation.{kind}",
            cue=match.group().strip(),
        )


def _purposes(framing: Framing, number: int, openers: tuple[Opener, ...]) -> Iterator[Draft]:
    facts = framing.facts
    span = facts.sentences[number]
    for match in _PURPOSE.finditer(facts.report.text, span.start, span.end):
        before = [o for o in openers if o.end <= match.start() and framing.frames[o.frame].family not in AFFAIRS]
        source = before[-1].frame if before else _subject(framing, number)
        if source is None or framing.frames[source].family in AFFAIRS:
            continue
        end = clause_end(facts, match.end(), number)
        behind = [o for o in openers if match.start() <= o.start < end and o.frame != source]
        value = _to(framing, "possible_purpose", behind[0].frame if behind else None)
        yield Draft(
            source,
            "relation",
            value,
            match.start(),
            max(end, match.end()),
            "relation.purpose",
            Stance.SPECULATED,
            match.group(),
        )


def _evidence(framing: Framing, number: int, openers: tuple[Opener, ...]) -> Iterator[Draft]:
    facts = framing.facts
    span = facts.sentences[number]
    match = _EVIDENCE.search(facts.report.text, span.start, span.end)
    if match is None:
        return
    moved = next((f.number for f in framing.frames if framing.codebook.is_a(f.type, "transfer")), None)
    found = next((f.number for f in framing.frames if framing.codebook.is_a(f.type, "findings")), None)
    if moved is not None and found is not None:
        yield Draft(
            found, "relation", _to(framing, "evidence_for", moved), match.start(), match.end(), "relation.evidence"
        )


def _similar(framing: Framing, number: int, openers: tuple[Opener, ...]) -> Iterator[Draft]:
    facts = framing.facts
    span = facts.sentences[number]
    main = framing.main
    for match in _SIMILAR.finditer(facts.report.text, span.start, span.end):
        home = framing.owner(match.end() - 1, match.end())
        if home is not None and main is not None and home != main and framing.frames[home].back:
            yield Draft(
                home, "relation", _to(framing, "precedes", main), match.start(), match.end(), "relation.similar"
            )


def _sanction_bases(framing: Framing) -> Iterator[Draft]:
    """The incident that sanctions were imposed for, where one sentence tells both."""
    for frame in framing.frames:
        for number in frame.triggers if framing.codebook.is_a(frame.type, "measure") else ():
            told = framing.triggers[number]
            stop = framing.facts.sentences[told.sentence].end
            basis = _BASIS.search(framing.facts.report.text, told.start, stop)
            after = [
                o
                for o in framing.openers.get(told.sentence, ())
                if basis and o.start >= basis.end() and o.frame != frame.number
            ]
            if basis and after and framing.frames[after[0].frame].family not in AFFAIRS:
                value = _to(framing, "sanction_basis", after[0].frame)
                yield Draft(frame.number, "relation", value, basis.start(), after[0].end, "relation.sanction_basis")


def _announced(framing: Framing) -> Iterator[Draft]:
    """The day on which the acting state's own side told of an incident that has no day of its own: "fired a rocket, KCNA said on
    Friday". The incident may have been the day before."""
    for frame in framing.frames:
        if frame.role is not Role.MAIN or frame.family in AFFAIRS or frame.state is None:
            continue
        if any(not framing.dates[d].aside for d in frame.dates):
            continue
        said = (d for d in framing.dates if d.aside and d.range is not None and d.trigger in frame.triggers)
        told = next((d for d in said if speaker(framing.facts, d) == frame.state), None)
        if told is not None:
            kind = "announced_by"
            yield Draft(frame.number, "relation", Relation(kind), told.start, told.end, f"relation.{kind}")


def _subject(framing: Framing, number: int) -> int | None:
    """What a sentence goes on about before it tells anything of its own: the report's subject."""
    mains = [f.number for f in framing.frames if f.role is Role.MAIN]
    return mains[0] if mains else None


def _to(framing: Framing, kind: str, told: int | None) -> Relation:
    return Relation(kind, framing.mention_ids[told] if told is not None else None)
