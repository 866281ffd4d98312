"""Affairs around incidents: meetings, transfers, disclosures, sanctions and findings, found sentence by sentence."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from reportedly.codebook import Codebook, NameMatch, Sort
from reportedly.extract import affairs_words as words
from reportedly.extract.acting import may_act
from reportedly.extract.facts import Facts
from reportedly.extract.state_of import state_of
from reportedly.extract.trigger import Modality, Shape, Trigger
from reportedly.extract.trigger_modality import denied
from reportedly.frozen import dataclass
from reportedly.model import BlockKind
from reportedly.patterns import compiled

MONITORS = frozenset({"un_monitor", "multilateral_monitor", "ngo_monitor"})
# Monitors only where they speak of work at nuclear and missile sites, or of arsenals.
_AT_WORK = frozenset({"science", "thinktank"})
_OF_STATES = frozenset({"state", "demonym", "metonym"})
_CAPITAL = compiled(r"\b[A-Z][\w-]+")
_DOERS = frozenset({"state", "metonym", "body", "person"})
_BESIDE = compiled(r"\b(?:in|at|from|to|with|against|for|on|of|over|helping)\s+(?:the\s+)?$", re.IGNORECASE)
_BY = compiled(
    r"(?:[^.;:,]|,(?=\d))*?(?<!drafted )(?<!sponsored )(?<!proposed )(?<!backed )(?<!negotiated )\bby\s+(?:the\s+)?(?:(?:new|fresh|more|further|unilateral)\s+)?",
    re.IGNORECASE,
)
_AS_ASKED = compiled(
    r"\b(?:in (?:line|accordance|compliance|keeping) with|compl(?:y|ies|ied|ying) with|under|implement\w*|enforc\w*|abid\w+ by)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_TOGETHER = compiled(r",? and (?:the )?|, (?:the )?")
_AGENT = 60  # code points behind an act in which it may say by whom it was done
_FROM = compiled(  # "arms from", "missiles supplied by"
    r"\b(?:from|originating in|(?:supplied|provided|made|built|sent|shipped|furnished|given|sold|delivered|donated)\s+by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_TO_WHOM = compiled(r"(?:\b(?:to|with|gave|sent|sold|ship|sell|hand|give|send|arm)s?|ing|ed|ies)\s+(?:the\s+)?$")
VISIT = "visit"  # the key of a visit that shows nothing: a place for values, and no subject
_FUTURE = compiled(
    r"\b(?:will|would|is to|are to|to|plans? to|set to|expected to|due to)\s+(?:\w+\s+)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Affair:
    """One telling of an affair, with the state it is of and what tells it apart from others of its kind."""

    type: str
    trigger: Trigger
    state: str | None
    key: str = ""
    by_parts: bool = False  # heard by its parts alone, which are enough for a report's subject only


def find_affairs(facts: Facts, codebook: Codebook, state: str | None) -> tuple[Affair, ...]:
    """The affairs of a report in the order of the text; `state` is the one the report is about."""
    found = [a for number in range(len(facts.sentences)) for a in _of_sentence(facts, codebook, number, state)]
    return tuple(sorted(found, key=lambda a: a.trigger.start))


def _of_sentence(facts: Facts, codebook: Codebook, number: int, state: str | None) -> Iterator[Affair]:
    taken: list[tuple[int, int]] = []
    for sort, finder in _FINDERS:
        kind = codebook.one(sort)
        for affair in finder(facts, codebook, number, state, kind) if kind is not None else ():
            span = affair.trigger.start, affair.trigger.end
            if not any(a < span[1] and span[0] < b for a, b in taken):
                taken.append(span)
                yield affair


def clause_end(facts: Facts, place: int, number: int) -> int:
    """Where the clause that holds a place ends, without its closing stop."""
    stop = facts.sentences[number].end
    match = words.CLAUSE_STOP.search(facts.report.text, place, stop)
    end = match.start() if match else stop
    while end > place and facts.report.text[end - 1] in " .,;:\n":
        end -= 1
    return end


def told(span: tuple[int, int], kind: str, number: int, *, anchor: int | None = None, clause: bool = True) -> Trigger:
    """The telling of an affair in a sentence; its anchor is its beginning where no other is given."""
    shape = Shape.CLAUSE if clause else Shape.NOUN
    place = span[0] if anchor is None else anchor
    return Trigger(*span, place, (kind,), shape, Modality.HAPPENED, definite=False, sentence=number)


def states_of(names: Iterable[NameMatch]) -> list[str]:
    """The states that names speak of, in order, each once."""
    return list(dict.fromkeys(s for n in names if (s := state_of(n)) is not None))


# -- one finder a kind


def _monitors(facts: Facts, codebook: Codebook, number: int, state: str | None, kind: str) -> Iterator[Affair]:
    span, text = facts.sentences[number], facts.report.text
    for start, end, by in _monitor_names(facts, codebook, number):
        head, tail = text[span.start : start], text[end : span.end]
        report, according = words.REPORT_BY.search(head), words.ACCORDING.search(head)
        found = words.FOUND_AFTER.match(tail) or (words.COLON.match(tail) if span.kind is BlockKind.TITLE else None)
        if (
            report is None
            and according is None
            and found is None
            and words.UNABLE.match(tail.lstrip()) is None
            and not re.match(r"(?:['’]s)? (?:[\w-]+ ){0,2}report\b", tail)
        ):
            continue
        if according is not None:
            first, last = span.start, end
            if re.fullmatch(r"\W*", head[: according.start()]):
                first, last = start, clause_end(facts, end, number)
        else:
            first = span.start + report.start() if report else start
            last = clause_end(facts, end + (found.end() if found else 0), number)
        yield Affair(kind, told((first, last), kind, number, anchor=start), maker_of(facts) or state, by)


def maker_of(facts: Facts) -> str | None:
    """The state whose weapons a report speaks of most: "made in", "its missiles", a weapon of its own."""
    text = facts.report.text
    counted: Counter[str] = Counter()
    for name in facts.names:
        if name.kind == "weapon" and (owner := getattr(name.entry, "state", None)):
            counted[str(owner)] += 1
        elif name.kind in _OF_STATES and (
            words.ITS_GOODS.match(text[name.end : name.end + 80])
            or words.MADE_BY.search(text[max(0, name.start - 30) : name.start])
        ):
            counted[name.id] += 2
    return max(counted, key=lambda s: counted[s]) if counted else None


def _monitor_names(facts: Facts, codebook: Codebook, number: int) -> Iterator[tuple[int, int, str]]:
    span = facts.sentences[number]
    names = [n for n in facts.names_in(span.start, span.end) if n.kind == "body"]
    at_work = words.NUCLEAR_WORK.search(facts.report.text, span.start, span.end) and not _tells_a_quake(
        facts, codebook, number
    )
    watching = MONITORS | (_AT_WORK if at_work else frozenset())
    known = [n for n in names if getattr(n.entry, "cls", None) in watching and n.id not in {"unsc", "un_1718"}]
    for name in known:
        yield name.start, name.end, name.id
    for match in words.PANEL.finditer(facts.report.text, span.start, span.end):
        if not any(n.start < match.end() and match.start() < n.end for n in known):
            yield match.start(), match.end(), "panel"


def _tells_a_quake(facts: Facts, codebook: Codebook, number: int) -> bool:
    """Whether a sentence tells what shook the ground, of which scientists speak without watching anybody."""
    return any(t.sentence == number and any(codebook.is_a(k, "quake") for k in t.types) for t in facts.triggers)


def _disclosures(facts: Facts, codebook: Codebook, number: int, state: str | None, kind: str) -> Iterator[Affair]:
    span, text = facts.sentences[number], facts.report.text
    for match in words.DISCLOSURE.finditer(text, span.start, span.end):
        if words.NO_DISCLOSURE.search(text[max(span.start, match.start() - 30) : match.start()]):
            continue
        if words.VISIT.match(match.group()) and words.TELLING.search(text, span.start, span.end) is None:
            key = VISIT
        else:
            key = ""
        near = [n for n in facts.names_in(span.start, match.end()) if n.kind in _OF_STATES]
        owner = state if state in states_of(near) or not near else states_of(near)[-1]
        yield Affair(kind, told(match.span(), kind, number), owner, key)


def _transfers(facts: Facts, codebook: Codebook, number: int, state: str | None, kind: str) -> Iterator[Affair]:
    span, text = facts.sentences[number], facts.report.text
    if words.MOVES.search(text, span.start, span.end) is None:
        return
    for match in words.TRANSFER.finditer(text, span.start, span.end):
        head = text[max(span.start, match.start() - 60) : match.start()]
        if words.ABLE.search(head) or denied(head):
            continue
        names = [n for n in facts.names_in(span.start, span.end) if n.kind in _OF_STATES]
        if words.GAVE.match(match.group()) and taker_of(facts, match.start(), match.end()) is None:
            continue
        suspicion = words.SUSPECT.search(text, span.start, span.end)
        goods = re.search(words.GOODS, match.group(), re.IGNORECASE)
        if suspicion is None and (words.SALE.search(match.group()) or len(states_of(names)) < 2):
            continue
        if goods is None and suspicion is None:
            continue
        before = words.ALLEGED_BEFORE.search(head)
        start = match.start() - (len(before.group()) if before else 0)
        yield Affair(
            kind,
            told((start, match.end()), kind, number, anchor=match.start(), clause=False),
            origin(facts, number, *match.span()) or giver(facts, number, *match.span()) or state,
        )


def origin(facts: Facts, number: int, start: int, end: int) -> str | None:
    """The state whose goods they are: "from North Korea", "North Korean arms", as far as the sentence says; a state that
    takes them is none."""
    span, text, taker = facts.sentences[number], facts.report.text, taker_of(facts, start, end)
    states = [n for n in facts.names_in(span.start, span.end) if n.kind in _OF_STATES and n.id != taker]
    sent = (n.id for n in states if _FROM.search(text, max(span.start, n.start - 20), n.start))
    made = (n.id for n in states if words.ITS_GOODS.match(text[n.end : n.end + 80]))
    return next(chain(sent, made), None)


def giver(facts: Facts, number: int, start: int, end: int) -> str | None:
    """The state that gives, where a sentence tells a transfer at [start, end): the last one named before it that is
    not the taker."""
    taker = taker_of(facts, start, end)
    span = facts.sentences[number]
    head = facts.report.text[:start]
    names = [
        n
        for n in facts.names_in(span.start, start)
        if n.kind in _OF_STATES
        and n.id != taker
        and head[n.end : n.end + 1] != ":"
        and not facts.in_dateline(n.start)
        and not _BESIDE.search(head, max(span.start, n.start - 24), n.start)
    ]
    return names[-1].id if names else None


def taker_of(facts: Facts, start: int, end: int) -> str | None:
    """The state that takes, where the words of a transfer name it."""
    text = facts.report.text
    for name in facts.names_in(start, end + 1):
        if name.kind in {"state", "metonym"} and _TO_WHOM.search(text, start, name.start):
            return name.id
    return None


def _sanctions(facts: Facts, codebook: Codebook, number: int, state: str | None, kind: str) -> Iterator[Affair]:
    span, text = facts.sentences[number], facts.report.text
    for match in words.SANCTION.finditer(text, span.start, span.end):
        if words.NOT_YET.search(text[max(span.start, match.start() - 40) : match.start()]):
            continue
        clause = match["act"] is not None or words.CAME_TO_PASS.search(match.group()) is not None
        who = doer(facts, number, match.start(), state)
        yield Affair(kind, told(match.span(), kind, number, clause=clause), who)


def doer(facts: Facts, number: int, place: int, state: str | None) -> str | None:
    """The state of whoever is named behind "by" or else last before an act of its own, or none; where a council of many
    votes the `state` it is about."""
    span = facts.sentences[number]
    if (agent := _agent(facts, place, span.end)) is not None:
        return agent
    named = [
        n for n in facts.names_in(span.start, place)
        if n.kind in _DOERS and not facts.in_dateline(n.start) and may_act(facts.report.text, n, place)
    ]  # fmt: skip
    doers = [n for n in named if n.kind not in _OF_STATES or not _is_beside(facts, span.start, n)] or named
    if words.COUNCIL.search(facts.report.text, span.start, span.end) and not _acts_itself(facts, span.start, place):
        return state
    return _first_of_them(facts, doers) if doers else None


def _first_of_them(facts: Facts, doers: Sequence[NameMatch]) -> str | None:
    """The state of the last who is named, or of the first where several act together: "the US, Japan and Seoul impose"."""
    first = doers[-1]
    for name in reversed(doers[:-1]):
        if _TOGETHER.fullmatch(facts.report.text, name.end, first.start) is None:
            break
        first = name
    return state_of(first)


def _is_beside(facts: Facts, start: int, name: NameMatch) -> bool:
    """Whether a name stands behind a preposition: "once one of North Korea's friends, Malaysia"."""
    return _BESIDE.search(facts.report.text, max(start, name.start - 24), name.start) is not None


def _agent(facts: Facts, place: int, end: int) -> str | None:
    """The state of whoever a passive behind a place says it was done by: "blacklisted by the Biden administration"."""
    by = _BY.match(facts.report.text, place, min(end, place + _AGENT))
    names = facts.names_in(by.end(), min(end, by.end() + _AGENT)) if by is not None else ()
    return next((state_of(n) for n in names if by is not None and n.start == by.end() and n.kind != "place"), None)


def _acts_itself(facts: Facts, start: int, place: int) -> bool:
    """Whether a body of a state is the last that is named before an act, and no council ("the Treasury announced"), or a state
    does only what a council has asked for: "Manila suspended trade to comply with U.N. sanctions"."""
    text = facts.report.text
    names = [n for n in facts.names_in(start, place) if n.kind in {"body", "state", "metonym"}]
    if words.COUNCIL.search(text, start, place) is not None or not names or state_of(names[-1]) is None:
        return False
    end = facts.sentences[facts.sentence_at(place) or 0].end
    council = words.COUNCIL.search(text, place, end)
    head = text[place : council.start()] if council is not None else ""
    return names[-1].kind == "body" or _AS_ASKED.search(head) is not None


def _meetings(facts: Facts, codebook: Codebook, number: int, state: str | None, kind: str) -> Iterator[Affair]:
    span, text = facts.sentences[number], facts.report.text
    names = [n for n in facts.names_in(span.start, span.end) if n.kind in _OF_STATES | {"person", "body"}]
    officials = words.OFFICIAL.search(text, span.start, span.end) is not None or any(n.kind == "person" for n in names)
    if span.kind is BlockKind.TITLE:
        match = words.MEETING_TITLE.search(text, span.start, span.end)
        if match is None or not officials or not names or words.NO_MEETING.search(text, span.start, span.end):
            return
        both = states_of(names)
        first = None if words.MEETS.match(match.group()) else next(iter(both), state)
        yield Affair(kind, told(match.span(), kind, number, clause=False), state if state in both else first)
        return
    named = states_of(names)
    if not officials or words.NO_MEETING.search(text, span.start, span.end):
        return
    for match in words.MEETING.finditer(text, span.start, span.end):
        met = match.group().startswith("met")
        short = list(_states_of_surnames(facts, span.start, span.end)) if met and len(named) < 2 else []
        states = list(dict.fromkeys((*named, *short)))
        if len(states) < 2:
            continue
        planned = _FUTURE.search(text[max(span.start, match.start() - 30) : match.start()]) is not None
        noun = match.group().endswith((" between", " with", " of"))
        about = words.ABOUT.search(text, match.end(), span.end)
        end = about.start() if about else span.end  # who is only talked about takes no part
        end = match.start() if words.MET_EACH_OTHER.match(text, match.start()) else end
        here = [*states_of(facts.names_in(match.start() if noun else span.start, end)), *short] or states
        own = state if state in here else None
        meets = told((match.start(), clause_end(facts, match.end(), number)), kind, number, clause=not noun)
        yield Affair(kind, replace(meets, modality=Modality.PLANNED) if planned else meets, own)


def _states_of_surnames(facts: Facts, start: int, end: int) -> Iterator[str]:
    """The states of people who were named in full before a sentence, and in it by one of their names."""
    written = set(_CAPITAL.findall(facts.report.text, start, end))
    for name in facts.names_in(0, start):
        parts = facts.report.text[name.start : name.end].split() if name.kind == "person" else ()
        if len(parts) > 1 and not written.isdisjoint((parts[0], parts[-1])) and (state := state_of(name)) is not None:
            yield state


_Finder = Callable[[Facts, Codebook, int, str | None, str], Iterator[Affair]]
_FINDERS: tuple[tuple[Sort, _Finder], ...] = (
    ("findings", _monitors), ("facility", _disclosures), ("transfer", _transfers),
    ("measure", _sanctions), ("meeting", _meetings),
)  # fmt: skip
