"""States that act together: each on its own, or allies whose shots count as one state's."""

import re
from collections.abc import Mapping, Sequence
from itertools import permutations

from reportedly.codebook import Codebook, NameMatch
from reportedly.extract.state_of import state_of
from reportedly.extract.trigger import Shape, Trigger
from reportedly.fields.gated import Gated
from reportedly.patterns import compiled

_AND = compiled(
    r"(?:,|\s+and|\s+as well as|,\s+then)\s+(?:the\s+)?(?:its\s+)?(?:neighbou?r\s+|rival\s+)?", re.IGNORECASE
)
_BOTH = compiled(  # and when: "North and South Korea on Wednesday both"
    r"\s*(?:,\s*)?(?:(?:have|has|had|both|each|separately|also|all|(?:(?:on|early|late) )*(?:\w+day|today)(?: (?:morning|afternoon|evening|night))?)\s+)*",
    re.IGNORECASE,
)
_FORCES = (
    r"(?:\s+(?:militar(?:y|ies)|armed|joint|combined|allied|marines|forces|troops|arm(?:y|ies)|nav(?:y|ies)|units|jets|fighters))*"
    r"(?:\s+in\s+(?:South\s+)?[A-Z]\w+)?"
)
_AND_ITS_ALLY = compiled(rf"{_FORCES}(?:\s*[-,&/]\s*|,?\s+and\s+|,?\s+with\s+)(?:the\s+|its\s+ally\s+)*", re.IGNORECASE)
_TOGETHER = compiled(
    rf"{_FORCES}\s+(?:(?:have|has|had|both|each|jointly|together|also|then|later|\w+ly)\s+)*"
    r"(?:(?:conduct(?:ed)?|carr(?:y|ied) out|h[eo]ld|staged?|perform(?:ed)?|completed?|ma[dk]e)\s+(?:(?!(?:in|on|by|of|to)\b)[\w’'-]+\s+){1,5})?",
    re.IGNORECASE,
)
_THE_ALLIES = compiled(
    r"\bthe\s+(?:two\s+|long-?time\s+|treaty\s+)?allies\s+(?:(?:have|had|both|each|jointly|together|also|then|later|\w+ly)\s+)*$",
    re.IGNORECASE,
)
_JOINT = Gated(r"\b(?:joint(?:ly)?|together|(?:co-?|jointly )developed|co-?production|partners?)\b", re.IGNORECASE)
_OPENING = 400  # code points behind a telling in which a report says that states act together
_HEAD = 60  # code points before the verb
_SIDES = frozenset({"North", "South", "East", "West"})
_ACTS = frozenset({"state", "metonym", "demonym", "body"})


def namesakes(codebook: Codebook) -> Mapping[str, tuple[str, ...]]:
    """What states of one name are called together, with them: "Koreas", "North and South Korea"."""
    named: dict[str, dict[str, str]] = {}
    for state in codebook.states.values():
        head, _, last = state.name.rpartition(" ")
        if head in _SIDES:
            named.setdefault(last, {})[head] = state.id
    called: dict[str, tuple[str, ...]] = {}
    for last, sides in named.items():
        if len(sides) > 1:
            called[f"{last}s"] = tuple(sides.values())
            called |= {f"{a} and {b} {last}": (sides[a], sides[b]) for a, b in permutations(sides, 2)}
    return called


def joint_actors(
    trigger: Trigger, text: str, names: Sequence[NameMatch], codebook: Codebook, alike: Mapping[str, tuple[str, ...]],
    hosts: tuple[str, ...] = (),
) -> tuple[str, ...]:  # fmt: skip
    """The states that act together in a clause: each on its own ("India and Pakistan both tested", "two Koreas fire"), or
    the one of two allies that what they fire together is counted for ("South Korea and the United States fired", "the allies
    fired"); `hosts` are such states of the report."""
    if trigger.shape is not Shape.CLAUSE or trigger.passive:
        return ()
    head = text[max(0, trigger.start - _HEAD) : trigger.start]
    if hosts and _THE_ALLIES.search(head):
        return hosts[:1]
    for name, states in alike.items():
        if (place := head.rfind(name)) >= 0 and _BOTH.fullmatch(head, place + len(name)):
            return states
    ahead = [n for n in names if n.kind in _ACTS and n.end <= trigger.start]
    if len(ahead) < 2 or state_of(ahead[-1]) == state_of(ahead[-2]):
        return ()
    left, right = ahead[-2:]
    host = _host(codebook, state_of(left), state_of(right))
    if host is not None:
        joined = _AND_ITS_ALLY.fullmatch(text, left.end, right.start)
        return (host,) if joined and _TOGETHER.fullmatch(text, right.end, trigger.start) else ()
    if not text[left.end : right.start].strip(", ") and text[: left.start].rstrip(" ")[-1:] not in {"", "\n"}:
        return ()  # "before he left for Tokyo, the North fired"
    each = {left.kind, right.kind} <= {"state", "metonym"} and _AND.fullmatch(text, left.end, right.start) is not None
    many = len(ahead) > 2 and _AND.fullmatch(text, ahead[-3].end, left.start) is not None  # of whom the first is told
    if many or not each or _BOTH.fullmatch(text, right.end, trigger.start) is None:
        return ()
    enemies = left.id in codebook.states and right.id in codebook.states[left.id].at_war
    together = (trigger.strike and not enemies) or _JOINT.search(text, 0, trigger.end + _OPENING)
    return (left.id,) if together else (left.id, right.id)


def hosts_of(names: Sequence[NameMatch], codebook: Codebook) -> tuple[str, ...]:
    """The states named in a report whose ally is named too, the one named first before the others."""
    named = tuple(dict.fromkeys(n.id for n in names if n.kind in {"state", "demonym"}))
    entries = ((s, codebook.states[s]) for s in named if s in codebook.states)
    return tuple(s for s, entry in entries if any(ally in named for ally in entry.allies))


def _host(codebook: Codebook, left: str | None, right: str | None) -> str | None:
    """The one of two allies whose ally the other is."""
    if left is None or right is None:
        return None
    pairs = ((left, right), (right, left))
    return next((a for a, b in pairs if a in codebook.states and b in codebook.states[a].allies), None)
