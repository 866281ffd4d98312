"""The tellings of a report that count: what each can be of, and which state acts in it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.codebook import Codebook, NameMatch
from reportedly.extract.actor import Actor, actor
from reportedly.extract.allies import hosts_of, joint_actors, namesakes
from reportedly.extract.blast import ground_of, is_blast
from reportedly.extract.dated_things import with_dated_things
from reportedly.extract.facts import Facts
from reportedly.extract.harm import downing_of
from reportedly.extract.lexicon import AFFAIRS
from reportedly.extract.state_of import state_of
from reportedly.extract.stopping import stops
from reportedly.extract.trigger import Modality, Shape, Trigger
from reportedly.extract.typing import chosen_types, context_of
from reportedly.patterns import compiled

_IN_A = compiled(r"\b(?:in|during)\s+(?:an?|its|the|their)\s+(?:[\w-]+\s+){0,3}$")


def of_the_day(trigger: Trigger, codebook: Codebook) -> bool:
    """Whether it tells an incident of its own, and no statement, meeting or report on one."""
    return any(codebook.types[t].family not in AFFAIRS for t in trigger.types)


def default_state(trigger: Trigger, facts: Facts, codebook: Codebook, state: str | None) -> str | None:
    """Whose a telling is that names nobody: that of the ground or the weapon, else `state`, which the report is about."""
    span = facts.sentences[trigger.sentence]
    if not codebook.types[trigger.types[0]].counted:  # of what is not fired it is the ground that says whose
        grounds = (n.entry for n in facts.names_in(span.start, span.end) if n.kind == "site")
        own = [s for g in grounds if (s := getattr(g, "state", None)) in codebook.watched]
        own += [n.id for n in facts.names if n.kind in {"state", "demonym"} and n.id in codebook.watched]
        return own[0] if own and state not in codebook.watched else state
    downs = trigger.strike and stops(trigger, facts.report.text, span.start)
    if downs and not trigger.passive:
        ahead = [s for n in facts.names_in(span.start, trigger.anchor) if (s := state_of(n)) in codebook.states]
        enemies = [s.id for s in codebook.states.values() if ahead and ahead[-1] in s.at_war]
        if enemies and state not in enemies:
            named = (s for n in facts.names if (s := state_of(n)) in enemies)
            return next(named, enemies[0] if len(enemies) == 1 else state)
    for name in () if downs else facts.names_in(trigger.start, trigger.end + 80):  # those of a defence say nothing
        if name.kind == "weapon" and (owner := getattr(name.entry, "state", None)):
            return state if state in getattr(name.entry, "users", ()) else _at_war(trigger, facts, codebook, str(owner))
    if state is None or state not in codebook.states:
        return state
    if foes := codebook.states[state].at_war:
        return _foe(trigger, facts, foes, state) if trigger.strike and not downs else state
    return _at_war(trigger, facts, codebook, state)  # of a state at peace the arms are used by another


def _foe(trigger: Trigger, facts: Facts, enemies: Sequence[str], state: str) -> str:
    """The only enemy of a state, where a place of it is struck and the report names no other state: "hit a market in Kharkiv"."""
    behind = facts.names_in(trigger.anchor, facts.sentences[trigger.sentence].end)
    struck = next((s for n in behind if (s := state_of(n) or getattr(n.entry, "state", None)) is not None), None)
    alone = len(enemies) == 1 and {state_of(n) for n in facts.names} <= {None, state}
    return enemies[0] if alone and struck == state else state


def _at_war(trigger: Trigger, facts: Facts, codebook: Codebook, owner: str) -> str:
    """The owner of a weapon; where it is used in war and not by the owner, the enemy of whoever is struck."""
    span = facts.sentences[trigger.sentence]
    behind = facts.names_in(trigger.anchor, span.end)
    states = (state_of(n) or getattr(n.entry, "state", None) for n in behind)
    struck = next((s for s in states if s is not None and s != owner), None)
    if not trigger.strike or owner not in codebook.states or struck in codebook.states[owner].at_war:
        return owner
    named = (s for n in facts.names if (s := state_of(n)) in codebook.states)
    enemies = codebook.states[struck].at_war if struck is not None and struck in codebook.states else ()
    only = enemies[0] if len(enemies) == 1 else owner
    return next((s for s in named if s is not None and struck in codebook.states[s].at_war), only)


def in_it(told: Trigger, test: Trigger, facts: Facts) -> bool:
    """Whether a telling only says in what the one before was done: "flew 561 km in a test in October 2022"."""
    if test.shape is not Shape.NOUN or test.sentence != told.sentence:
        return False
    gap = facts.report.text[told.end : test.start]
    return _IN_A.search(gap) is not None and facts.bounds.crossed(told.end, test.start) < 1.0


def tellings_of(facts: Facts, codebook: Codebook) -> tuple[tuple[Trigger, ...], list[Actor]]:
    """The tellings of something that happened, or may have, with the types each can be and its acting state."""
    context = context_of(facts, codebook)
    alike, hosts = namesakes(codebook), hosts_of(facts.names, codebook)
    kinds = {t.start: frozenset(t.term.types) for t in facts.things}  # "a Nasr cruise missile" is no ballistic Nasr
    everything = frozenset(codebook.types)
    kept: list[Trigger] = []
    actors: list[Actor] = []
    for trigger in with_dated_things(facts):
        planned = trigger.modality is Modality.PLANNED
        types = tuple(
            t
            for t in chosen_types(trigger, facts, codebook, context)
            if codebook.types[t].family not in AFFAIRS
            and not codebook.is_a(t, "retraction")
            and (not planned or codebook.types[t].announced)
        )
        if not types or trigger.modality not in (Modality.HAPPENED, Modality.POSSIBLE, Modality.PLANNED):
            continue
        span = facts.sentences[trigger.sentence]
        names = [
            n for n in facts.names_in(span.start, span.end)
            if not facts.in_dateline(n.start) and not kinds.get(n.start, everything).isdisjoint(types)
        ]  # fmt: skip
        strike = all(codebook.is_a(t, "strike") for t in types)
        downs = downing_of(codebook).match(facts.report.text, trigger.anchor) is not None
        kept.append(replace(trigger, types=types, strike=strike, downs=downs))
        blast = is_blast(facts.report.text, trigger)
        own = not blast and not any(
            codebook.is_a(t, "quake") for t in trigger.types
        )  # who tells of a quake did not make it
        both = joint_actors(kept[-1], facts.report.text, names, codebook, alike, hosts) if own else ()
        if both:
            kept.extend(kept[-1:] * (len(both) - 1))
            actors.extend(Actor(state, sure=True) for state in both)
            continue
        told = actor(kept[-1], facts.report.text, names, (span.start, span.end), facts.bounds) if own else Actor(None)
        if strike and _is_of_the_defence(kept[-1], told, names, facts):
            told = Actor(None)
        ground = ground_of(facts.report.text, trigger, names) if blast else None
        actors.append(told if ground is None else Actor(ground, sure=True))
    return tuple(_settled(kept, facts.triggers)), actors


def _is_of_the_defence(trigger: Trigger, told: Actor, names: Sequence[NameMatch], facts: Facts) -> bool:
    """Whether the acting state is the one that shot something down: it stands before the verb, and not behind it too."""
    if told.state is None or not stops(trigger, facts.report.text, facts.sentences[trigger.sentence].start):
        return False
    low = trigger.object_end if trigger.passive and trigger.object_end is not None else trigger.anchor
    if any(state_of(n) == told.state and low <= n.start < trigger.anchor for n in names):
        return False  # "a missile out of Yemen was intercepted"
    ahead = {state_of(n) for n in names if n.start < trigger.anchor}
    behind = {state_of(n) or getattr(n.entry, "state", None) for n in names if n.start > trigger.anchor}
    return told.state in ahead and told.state not in behind


def _settled(triggers: Sequence[Trigger], spoken: Sequence[Trigger]) -> Iterable[Trigger]:
    """The tellings with the report's own type first where a word that tells it again ("the test") leaves several open."""
    plain = Counter(t.types[0] for t in triggers if len(t.types) == 1)
    plain = plain or Counter(
        t.types[0] for t in spoken if len(t.types) == 1
    )  # what is only feared says of what is spoken
    for trigger in triggers:
        again = trigger.definite or trigger.shape is Shape.NOUN or trigger.object_start is None
        order = sorted(trigger.types, key=lambda t: -plain[t] if again else 0)
        yield replace(trigger, types=tuple(order)) if len(order) > 1 else trigger
