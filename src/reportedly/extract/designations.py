"""Designations that no codebook has: what the grammar of a phrase calls the name of a weapon.

"A missile called Zolfaghar", "the Safir rocket", "the missile, a Hsiung Fang III," "the Long Range Land Attack Cruise
Missile (LRLACM)". A name stands in capitals or quotation marks, and the words beside it say that it is a weapon's.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property

from reportedly.codebook import Codebook, NameMatch, WeaponEntry
from reportedly.extract.weapon_class import ClassMatch
from reportedly.fields.gated import Gated
from reportedly.fields.taken import Taken
from reportedly.patterns import compiled

_MARK = r"(?:[- ]?(?:[IVX]{1,4}|\d{1,3}[A-Za-z]{0,2}|[A-Z]{1,3}\d?)(?![\w-]))"
_WORD = r"[A-Z][\w'’]*(?:-[\w'’]+){0,3}"
_NAME = rf"(?:{_WORD}(?: {_WORD}){{0,2}}?{_MARK}?|\d[A-Z]\d{{2,3}}[A-Z]?)"
_QUOTED = r"(?P<q>[\"“‘«'])(?P<quoted>[\w][\w'’ .-]{1,28}[\w])[\"”’»']"
_HEAD = r"(?:missiles?|rockets?|projectiles?|ICBMs?|SLBMs?|SRBMs?|IRBMs?|MRBMs?|weapons? systems?|launch vehicles?|carrier rockets?|launchers?|interceptors?|air[- ]defen[cs]e systems?|(?:hypersonic|glide) (?:weapon|vehicle|system)s?|(?<=\d )carriers?)"
_TRAIT = (
    r"(?:(?!(?:test|flight)[- ]?(?:fired|launched|tested)\b)(?:new|old|nuclear|ballistic|cruise|guided|tactical|strategic|hypersonic|supersonic|subsonic|solid|liquid|fuel(?:l?ed)?|propellant|"
    r"surface|to|ship|air|sea|ground|land|attack|anti|nuclear|capable|armed|powered|stage|two|three|multi|medium|short|long|intermediate|"
    r"inter|continental|intercontinental|close|range|ranged|launched|fired|based|submarine|sub|road|rail|mobile|space|satellite|carrier|"
    r"launch|heavy|light|precision|multiple|artillery|glide|type|class|test|series|self|extended|improved|modified|upgraded|coastal|defen[cs]e)[ -]+)"
)
_CALLED = (
    r"(?:called|named|dubbed|known as|designated(?: as)?|code-?named|christened|nicknamed|labell?ed|branded|identified (?:it |them )?as|"
    r"under the name(?: of)?|by the name(?: of)?|calls?|billed as|which \w+ calls|designation|the name of)"
)
_BEFORE_NAME = r"(?<![\w'’-])"
_PATTERNS = (
    Gated(rf"\b(?:{_HEAD}(?:[^.;:\n]|(?<=U)\.S\.){{0,50}}?\b{_CALLED}|(?:identif|nam|designat|describ|list)\w+ the (?:\w+ )?{_HEAD} as) (?:the |a |an )?(?:{_QUOTED}|(?P<name>{_NAME}))"),
    compiled(rf"{_BEFORE_NAME}(?:{_QUOTED}|(?P<name>{_NAME})) {_TRAIT}{{0,6}}{_HEAD}\b"),
    Gated(rf"\b(?:{_HEAD}|weapon)(?:, | [—–-] | \()(?:(?:a|an|the|its|likely|probably|possibly|believed|to|be|of|type)[ ]+)*(?:{_QUOTED}|(?P<name>{_NAME}))(?=[,)—–.;]| [—–-])"),
    compiled(
        rf"\b(?:was|were|is|are|be|been|as|for|of) (?:(?:a|an|the|its|likely|probably|possibly|another|\w+ly) )*(?:{_QUOTED}|(?P<name>{_NAME}))(?: missiles?)?"
        rf"(?:,| [—–-]|,? which (?:is|are)) (?:(?:a|an|the|its|their|new|old|[a-z-]+) )*?{_TRAIT}*(?:{_HEAD}|type|class)\b"
    ),
    Gated(rf"(?<=[a-z] )(?P<name>{_NAME})(?: is a | is an | is the | was a | was an | was the ){_TRAIT}*{_HEAD}\b"),
    Gated(r"(?<=[a-z] )(?P<name>(?:[A-Z][\w-]+ ){2,4}(?:Missile|Weapon|Interceptor))(?=[,.;)]|s? (?:[a-z]|\())"),
    Gated(r"\b(?:Missile|Rocket|Weapon|Vehicle|System)s? \((?P<name>[A-Z][A-Z-]{2,9}\d?)\)"),
    Gated(  # "fired an M51.3 from", "test-fired the Bora-2 over", "fired two RBS15s"
        rf"\b(?:[Tt]est[- ]?(?:fir|launch)(?:es|ed|ing)|[Ff]light[- ]test(?:s|ed|ing)|[Ff]ir(?:es|ed|ing))(?: off)? (?:(?:an?|the|its|another|two|three|four|\d+|live|unarmed|single|so-called) |{_TRAIT})*"
        rf"(?P<name>(?=[\w-]*(?:\d|[A-Z]{{4}}))[A-Z](?:\w|-(?=[A-Z\d])|\.(?=\d))*?)(?=s?(?:[.,;](?!\d)| (?:at|from|on|in|into|over|off|against|towards?|for|with|during|and|last|this|as|[A-Z][a-z]+day)\b))"
    ),
)  # fmt: skip
_AIRCRAFT = compiled(
    r"(?:AK|AR|M(?=16|4\b|777)|Tu|MiG|Su|Il|Yak|An|F|B|E|P|RC|KC|WC|U|AH|UH|CH|MQ|RQ|EA|H|J|KJ|Q|Y)-?\d{1,3}[A-Z]{0,3}s?\b"
)
_SHIP = compiled(
    r"\b(?:(?i:submarines?|warships?|destroyers?|frigates?|corvettes?|cruisers?|vessels?|ships?|boats?|carrier)|USS|HMS|INS|ROKS|JS|PNS|KRI) [\"“‘«']?$"
)
_CARRIER = compiled(
    rf"\b(?:submarine|sub|boat|ship|vessel|frigate|destroyer|corvette|cruiser|train|truck|satellite|aircraft|bomber)\b[^.;]{{0,20}}?\b{_CALLED} (?:the |a |an )?[\"“‘«']?$"
)
_OF_A_KIND = compiled(  # "an ICBM-class missile"
    r".*-(?:class|type|range|grade|style|like|capable|based|made|built|designed|era|produced|supplied|developed|backed)"
)
_FIRST = compiled(r"([A-Z]\w*) (?=[A-Z])")
_MARKED = compiled(r"-\d")  # "the Jask-3" is no place
_HEADS = frozenset({"missile", "weapon", "interceptor"})
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6"}
_ALIKE = str.maketrans("qgvy", "kkwi")
_SHORTEST = 4  # letters of a name without vowels, below which other spellings are not looked for
_ALIKE_ENOUGH = 0.75


class Designations:
    """Finds the designations of weapons in a text that are no name of one codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook

    def find(self, text: str, known: Sequence[NameMatch], classes: Sequence[ClassMatch]) -> tuple[NameMatch, ...]:
        """The designations of a text in order and without overlap, with every other place where they stand."""
        taken = Taken(
            len(text), ((n.start, n.end) for n in known if n.kind == "weapon" or not _MARKED.match(text, n.end))
        )
        found: list[NameMatch] = []
        for start, end in sorted({(self._opening(text, *place), place[1]) for place in _candidates(text)}):
            if taken.free(start, end) and self._is_name(text, start, end) and not _of_carrier(text, start):
                taken.take(start, end)
                found.append(self._match(text[start:end], start, end, classes))
        return tuple(sorted([*found, *_again(text, found, taken)], key=lambda n: n.start))

    def _opening(self, text: str, start: int, end: int) -> int:
        """Where a name begins behind the state whose it is: "North Korean Chollima-2"."""
        while (word := _FIRST.match(text, start, end)) is not None and word[1].lower() in self._of_states:
            start = word.end()
        return start

    @cached_property
    def _of_states(self) -> frozenset[str]:
        """The words that states, their people and capitals are called by."""
        states = self._codebook.states.values()
        names = {n for s in states for n in (s.name, s.demonym, s.capital, *s.names, *s.demonyms)}
        return frozenset(word.lower() for name in names for word in name.split())

    @cached_property
    def _no_names(self) -> frozenset[str]:
        """Words that begin with a capital beside a weapon without being its name."""
        return self._codebook.no_names | self._of_states

    @cached_property
    def _skeletons(self) -> dict[str, list[tuple[WeaponEntry, str]]]:
        made: dict[str, list[tuple[WeaponEntry, str]]] = {}
        for entry in self._codebook.weapons.values():
            for name in (entry.name, *entry.labels, *entry.aliases):
                made.setdefault(_skeleton(name), []).append((entry, name))
        return made

    def _is_name(self, text: str, start: int, end: int) -> bool:
        """Whether words in capitals can be a name: none is a state, a day or a class word, and the capital is not
        that of a sentence's or a headline's words."""
        written = text[start:end]
        words = [w.lower().removesuffix("'s").removesuffix("’s") for w in written.split()]
        if len(words) > 2 and words[-1] in _HEADS:
            words.pop()  # "a Naval Strike Missile"
        if any(w in self._no_names or w.removesuffix("s") in self._no_names for w in words) or _AIRCRAFT.match(written):
            return False
        if words[0].endswith("ly") and words[-1].isdigit():
            return False  # "Approximately 10 missiles"
        if written.endswith(("'s", "’s", "'", "’")) or _OF_A_KIND.fullmatch(words[-1]):
            return False
        marked = any(c.isdigit() for c in written) or (written.isupper() and len(written) > 1)
        if start and text[start - 1] in "\"“‘«'":
            return marked or written[:1].isupper()
        return marked or not _opens(text, start)

    def _match(self, written: str, start: int, end: int, classes: Sequence[ClassMatch]) -> NameMatch:
        """The designation as a weapon: of the codebook where it is a near spelling of one, else one without id."""
        near = self._near(written)
        if near is not None:
            return NameMatch(start, end, "weapon", near.id, written, near.name, near)
        code = next((c.code for c in classes if end <= c.start <= end + 3 and not c.short), "unknown")
        return NameMatch(start, end, "weapon", "", written, written, WeaponEntry("", written, code))

    def _near(self, written: str) -> WeaponEntry | None:
        """The weapon whose name differs in vowels and doubled letters alone, as romanisations do, and in no mark."""
        key = _skeleton(written)
        for entry, name in self._skeletons.get(key, ()) if len(key) >= _SHORTEST else ():
            if SequenceMatcher(None, name.lower(), written.lower()).ratio() >= _ALIKE_ENOUGH:
                return entry
        return None


def _candidates(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            group = "quoted" if match.groupdict().get("quoted") else "name"
            yield match.start(group), match.end(group)


def _of_carrier(text: str, start: int) -> bool:
    """Whether it is the boat or train that is called so: "from a submarine called the "8.24 Yongung"\""""
    return (
        _CARRIER.search(text, max(0, start - 60), start) is not None
        or _SHIP.search(text, max(0, start - 16), start) is not None
    )


def _opens(text: str, start: int) -> bool:
    """Whether a word opens its sentence or follows others in capitals, so that its own capital says nothing."""
    if start == 0 or re.search(r"[.!?:”\"\n]\s?$", text[max(0, start - 2) : start]):
        return True
    before = re.findall(r"[A-Za-z][\w'’-]*", text[max(text.rfind("\n", 0, start) + 1, start - 60) : start])[-3:]
    return bool(before) and all(w[0].isupper() for w in before)


def _again(text: str, found: Sequence[NameMatch], taken: Taken) -> Iterator[NameMatch]:
    """The other places where a designation stands."""
    for name in {n.written: n for n in found}.values():
        for match in re.finditer(rf"(?<![\w-]){re.escape(name.written)}(?:s|es)?(?![\w-])", text):
            if taken.free(match.start(), match.end()):
                yield NameMatch(match.start(), match.end(), "weapon", name.id, match.group(), name.name, name.entry)


def _skeleton(name: str) -> str:
    """A name without vowels, doubled letters and plural, arabic for roman."""
    parts = [_ROMAN.get(p, p) for p in re.split(r"[\s-]+", name.lower())]
    plain = "".join(re.sub(r"[aeiouh'’\W]", "", p.translate(_ALIKE)) for p in parts)
    return re.sub(r"([a-z])\1+", r"\1", plain).removesuffix("s")
