"""What the text around a speaker tells of it: the state of a role, and who holds an office."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportedly.codebook import BodyEntry, Codebook, NameMatch
from reportedly.extract.attribution_line import MEDIA
from reportedly.extract.voices import Holder, body_voice, made_voice, tables
from reportedly.model import Voice
from reportedly.patterns import compiled

_OF_NO_STATE = ("unnamed", "Western", "European", "Asian", "Arab", "Gulf")
_OBJECT = compiled(r"\b(?:[a-z]{2,7}) (?:the )?\Z")
_PLACED = compiled(r"\b[Ii]n \Z")
_OWNED = compiled(
    r"\b(?:[Ii]ts|[Tt]heir|[Oo]ur|[Tt]he (?:country|nation|state|regime|kingdom)['’]s) (?:own )?(?:\w+ )?\Z"
)
_BESIDE = compiled(r"(?:['’]s)?,? (?:the |an? )?(?:(?:new|then|current|former|then-) ?)?")


def state_of(match: NameMatch) -> str | None:
    """The code of the state a name stands for, or that a place lies in."""
    return getattr(match.entry, "state", None) if match.kind == "site" else match.id


Named = tuple[str, str | None, Voice]
"""A role, its state where the text says it, and the person who holds it."""


class Context:
    """One report's states, by which roles without one are placed."""

    def __init__(self, text: str, qualifiers: Sequence[NameMatch], codebook: Codebook) -> None:
        self._text = text
        self._qualifiers = qualifiers
        self._states = codebook.states
        self._watching = next((s for s in codebook.states.values() if s.watches), None)
        self._roles, self._by_name, _ = tables(codebook)
        self._bodies = codebook.bodies

    def noun(self, code: str) -> str:
        """A state's name before a body's."""
        return self._states[code].short or self._states[code].name

    def demonym(self, code: str) -> str:
        """A state's adjective before a body's name."""
        return self._states[code].short or self._states[code].demonym

    def voice(self, name: str, kind: str, state: str | None) -> Voice:
        """The codebook's body of this name, or a voice made of it."""
        body = self._by_name.get(name)
        return body_voice(body) if body is not None else made_voice(name, kind, state)

    def resolved(self, found: Sequence[Holder], named: Sequence[Named]) -> Iterator[Holder]:
        """Roles and officials whose state the text leaves open take it from what stands around them."""
        told = [self._as_state_medium(h) for h in found]
        placed = [h for h in told if h.voices and h.voices[0].state and h.kind in ("body", "state", "unnamed")]
        for h in told:
            if not h.key.startswith("?"):
                yield self._stated(h, placed) if h.key == "stateless" else h
                continue
            held = {voice.state or state for role, state, voice in named if role == h.key[1:]} if not h.noun else set()
            code = next(iter(held)) if len(held) == 1 else self._context_state(h, placed, found)
            body = self._roles.get((code, h.key[1:])) if code else None
            if body is not None:
                yield self._in_role(h, body)

    def _as_state_medium(self, holder: Holder) -> Holder:
        """The holder; "state media" without a state as those of the first state in the text that has such by name."""
        if holder.key not in ("?state_media", "?state_tv"):
            return holder
        relayed = {b.state for b in self._bodies.values() if b.cls == "state_media" and b.role is None}
        named = [code for n in self._qualifiers if (code := state_of(n)) in relayed]
        body = self._roles.get((next(iter(named), self._acting()) or "", holder.key[1:]))
        return self._in_role(holder, body) if body is not None else holder

    def _stated(self, holder: Holder, placed: Sequence[Holder]) -> Holder:
        """ "Military officials" as those of the state whose bodies stand nearest before, or right behind."""
        voice = holder.voices[0]
        if " " not in voice.name or voice.name.startswith(_OF_NO_STATE):
            return holder
        behind = [h for h in placed if holder.end <= h.start <= holder.end + 60 and h.kind != "state"]
        near = [h for h in behind if "." not in self._text[holder.end : h.start]][:1]
        near = near or [h for h in placed if h.end <= holder.start and h.kind != "state"]
        state = near[-1].voices[0].state if near else None
        if state is None or state not in self._states:
            return holder
        return replace(holder, voices=(self.voice(f"{self.demonym(state)} {voice.name}", "unnamed", state),), key="")

    def _context_state(self, holder: Holder, placed: Sequence[Holder], found: Sequence[Holder]) -> str | None:
        role = holder.key[1:]
        before = placed[: bisect_right(placed, holder.start, key=lambda h: h.end)]
        here = [
            h for h in before[-3:] if h.kind == "state" and _PLACED.search(self._text, max(0, h.start - 4), h.start)
        ]
        if here and "." not in self._text[here[-1].end : holder.start]:
            return here[-1].voices[0].state
        if own := self._owner(holder, before):
            return own
        same = [h for h in placed if (b := self._roles.get((h.voices[0].state or "", role))) and b.id == h.voices[0].id]
        if earlier := [h for h in same if h.end <= holder.start]:
            return earlier[-1].voices[0].state
        home = self._watching
        if home is not None and role == "joint_chiefs" and (home.id, role) in self._roles:
            return home.id
        near = [h for h in before if h.kind == "body" and h.voices[0].kind not in MEDIA]
        if near:
            return near[-1].voices[0].state
        acting = self._subject_state(holder, before) or self._opening_state()
        if acting and (acting, role) in self._roles and (home is None or acting not in {home.id, *home.watches}):
            return acting  # "China launched a missile, the defence ministry said", whoever is named further down
        if same:
            return same[0].voices[0].state
        spoken_of = {code for n in self._qualifiers if (code := state_of(n))}
        if home is not None and (home.id, role) in self._roles and spoken_of & {home.id, *home.watches}:
            others = {code for code in spoken_of - {home.id, *home.watches} if (code, role) in self._roles}
            return min(others) if len(others) == 1 and home.id not in spoken_of else home.id
        return self._acting() or next((h.voices[0].state for h in found if h.voices and h.voices[0].state), None)

    def _subject_state(self, holder: Holder, before: Sequence[Holder]) -> str | None:
        """The state that does something earlier in the sentence of a role."""
        states = [h for h in before[-3:] if h.kind == "state"]
        last = states[-1] if states else None
        if (
            last is None
            or self._text.find(". ", last.end, holder.start) >= 0
            or "\n" in self._text[last.end : holder.start]
        ):
            return None
        return last.voices[0].state if not _OBJECT.search(self._text, max(0, last.start - 12), last.start) else None

    def _opening_state(self) -> str | None:
        """The state whose name opens the text: "Japan takes back its alert"."""
        first = next(iter(self._qualifiers), None)
        return state_of(first) if first is not None and first.start == 0 else None

    def _owner(self, holder: Holder, before: Sequence[Holder]) -> str | None:
        """The state a role belongs to by a possessive ("its", "the country's"), which is that of who was named last, or by
        the state medium in whose words it stands ("KCNA said the defence ministry ...")."""
        if not before:
            return None
        start, last = holder.start, before[-1].voices[0]
        sentence = "." not in self._text[before[-1].end : start] and "\n" not in self._text[before[-1].end : start]
        if _OWNED.search(self._text, max(0, start - 24), start):
            near = before[-1:] if sentence else [h for h in before if h.voices[0].kind not in MEDIA]
            return near[-1].voices[0].state if near else None
        return last.state if sentence and last.kind == "state_media" else None

    def _acting(self) -> str | None:
        """The state the text speaks of first."""
        return next((state_of(n) for n in self._qualifiers), None)

    def _in_role(self, holder: Holder, body: BodyEntry) -> Holder:
        if holder.noun:
            voice = self.voice(f"{body.name} {holder.noun}", "unnamed", body.state)
            return replace(holder, voices=(voice,), kind="unnamed", key="")
        return replace(holder, voices=(body_voice(body),), kind="person" if body.cls == "official" else "body", key="")


def with_office_holders(
    text: str, found: Sequence[Holder], named: Sequence[Named], codebook: Codebook
) -> Iterator[Holder]:
    """The holders with each office as the person the text names for it: "the defence minister, X", and later "the
    defence minister" again."""
    _, _, offices = tables(codebook)
    joined, known = _apposed(text, found, offices)
    people = [*known, *named]
    for holder in joined:
        office = offices.get(holder.voices[-1].id) if holder.voices else None
        if office is None:
            yield holder
            continue
        persons = [voice for role, state, voice in people if role == office.role and state in (None, office.state)]
        yield replace(holder, voices=(persons[0],)) if len({v.id for v in persons}) == 1 else holder


def _apposed(text: str, found: Sequence[Holder], offices: Mapping[str, BodyEntry]) -> tuple[list[Holder], list[Named]]:
    """The holders with office and person beside each other as one, and who holds which office."""
    joined: list[Holder] = []
    known: list[Named] = []
    for holder in found:
        last = joined[-1] if joined else None
        pair = (
            (last, holder) if last and last.kind == "person" == holder.kind and last.voices and holder.voices else None
        )
        if pair and last and _BESIDE.fullmatch(text, last.end, holder.start):
            held = [offices.get(h.voices[-1].id) for h in pair]
            person = next((h for h, office in zip(pair, held, strict=True) if office is None), None)
            office = next((b for b in held if b is not None), None)
            if (
                person is not None
                and office is not None
                and office.role
                and text[holder.end : holder.end + 1] not in "'’"
            ):
                known.append((office.role, office.state, person.voices[-1]))
                end = holder.end + (text[holder.end : holder.end + 1] == "," and text[last.end] == ",")
                joined[-1] = replace(person, start=last.start, end=end)
                continue
        joined.append(holder)
    return joined, known
