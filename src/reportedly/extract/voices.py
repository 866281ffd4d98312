"""Who could be speaking: every body, state, person, unnamed group and pronoun of a report, with the voice it stands for."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.codebook import BodyEntry, Codebook, NameMatch, PersonEntry, StateEntry
from reportedly.extract.attribution_roles import (
    BARE_TITLE,
    INSTITUTION,
    NAME_RUN,
    ORGANISATION,
    SPOKESMAN,
    STUDIES,
    TITLED,
    UNNAMED,
    role_of,
    unnamed_name,
)
from reportedly.model import Voice

_SHORT = {"USA": "US", "GBR": "UK", "ARE": "UAE"}
_QUALIFIERS = frozenset({"state", "demonym", "metonym", "site"})
_LINK = re.compile(r"(?:['’]s?)?[ \n-]+(?:(?:own|new|then|acting|main|official) )?\Z|\s*(?:,|and|/|-|,\s*and)\s*\Z")
_OF_STATE = re.compile(r" (?:of|in|for|from) (?:the )?")
_OFFICER = re.compile(
    r"(?:['’]s)? (?P<word>(?:chief )?spokes(?:man|woman|person)|officials?|sources?|officers?)\b", re.IGNORECASE
)
_PRONOUN = re.compile(
    r"\b(?:(?P<he>[Hh]e|[Ss]he)|(?P<it>[Ii]t)|(?P<they>[Tt]hey)"
    r"|[Tt]he (?P<noun>agency|statement|ministry|broadcaster|regime|report|official|spokes(?:man|woman|person)|president"
    r"|minister|prime minister|leader|body|network|newspaper|organi[sz]ation|command|dispatch|professor|analyst|expert|country|outlet"
    r"|secretary|dictator|group|source|sources|officials|experts|analysts|military))\b"
)
_JOIN = re.compile(
    r"(?:\s*\([^)]{1,20}\))?(?P<comma>,)?\s+(?P<and>and|as well as|along with|&)\s+(?:the\s+|by\s+)?|,\s+(?:the\s+)?|/"
)
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ne|[Oo]ur) \Z")
_KOREAN = frozenset(
    ["Kim", "Lee", "Park", "Choi", "Choe", "Yoon", "Moon", "Han", "Shin", "Chung", "Jeong", "Jung", "Yang", "Cho", "Kang", "Ri", "Pak", "Ryu", "Rim", "Hong", "Yoo", "Cheong", "Koo", "Kwon"]
)
_WORD = re.compile(r"\b[A-Z][\w'’-]*[a-z]\b")


@dataclass(frozen=True, slots=True)
class Holder:
    """Words that can speak, and for whom: `voices` outermost first, empty where only the context can tell.

    `kind` is body, state, person, unnamed, organisation or anaphor; `key` is what an anaphor refers by: a pronoun,
    a noun ("agency") or a role of a state ("?defence_ministry").
    """

    start: int
    end: int
    voices: tuple[Voice, ...]
    kind: str
    key: str = ""


def holders(text: str, names: Sequence[NameMatch], codebook: Codebook) -> tuple[Holder, ...]:
    """All who could speak in a text, in order and without overlap; pronouns stay open for `discourse` to resolve."""
    finder = _Finder(text, names, codebook)
    return finder.all()


def body_voice(body: BodyEntry) -> Voice:
    """A body of the codebook as a voice."""
    return Voice(id=body.id, name=body.name, kind=body.cls, state=body.state)


def person_voice(person: PersonEntry) -> Voice:
    """A person of the codebook as a voice."""
    return Voice(id=person.id, name=person.name, kind=person.cls, state=person.state)


def slug(name: str) -> str:
    """An id made of a name."""
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_") or "unnamed"


def made_voice(name: str, kind: str, state: str | None) -> Voice:
    """A voice the codebook does not know."""
    return Voice(id=slug(name), name=name, kind=kind, state=state)


def joint_voice(parts: Sequence[Voice]) -> Voice:
    """Several who say one thing together, as one voice."""
    first = parts[0]
    listed = ", ".join(p.name for p in parts[:-1])
    name = f"{listed} and {parts[-1].name}"
    kinds = {p.kind for p in parts}
    states = {p.state for p in parts}
    return Voice(
        id=slug(name),
        name=name,
        kind=first.kind if len(kinds) == 1 else "joint",
        state=first.state if len(states) == 1 else None,
        joint=tuple(parts),
    )


class _Finder:
    """One report's search; holds what every step looks up."""

    def __init__(self, text: str, names: Sequence[NameMatch], codebook: Codebook) -> None:
        self._text = text
        self._names = names
        self._states: Mapping[str, StateEntry] = codebook.states
        self._roles = {(b.state, b.role): b for b in codebook.bodies.values() if b.role and b.state}
        self._named = {b.name: b for b in codebook.bodies.values()}
        self._qualifiers = [n for n in names if n.kind in _QUALIFIERS and self._state_of(n)]
        self._ends = [n.end for n in self._qualifiers]
        self._taken = bytearray(len(text) + 1)

    def all(self) -> tuple[Holder, ...]:
        """Every holder, joint ones grouped."""
        found: list[Holder] = []
        for step in (self._people, self._bodies, self._institutions, self._unnamed, self._runs, self._state_names):
            for holder in step():
                if not self._is_taken(holder.start, holder.end):
                    self._take(holder.start, holder.end)
                    found.append(holder)
        found += [h for h in self._surnames(found) if not self._is_taken(h.start, h.end)]
        found += [h for h in self._pronouns() if not self._is_taken(h.start, h.end)]
        found.sort(key=lambda h: h.start)
        return tuple(self._grouped([self._widened(h) for h in self._resolved(found)]))

    # -- looking things up

    def _is_taken(self, start: int, end: int) -> bool:
        return any(self._taken[start:end])

    def _take(self, start: int, end: int) -> None:
        self._taken[start:end] = b"\x01" * (end - start)

    def _state_of(self, match: NameMatch) -> str | None:
        if match.kind == "site":
            return getattr(match.entry, "state", None)
        return match.id

    def _left_states(self, start: int) -> tuple[int, tuple[str, ...]]:
        """The states that qualify what starts here ("U.S. and South Korean officials"), and where they begin."""
        codes: list[str] = []
        at = start
        index = bisect_right(self._ends, at) - 1
        while index >= 0:
            here = self._qualifiers[index]
            gap = self._text[here.end : at]
            if len(gap) > 18 or not _LINK.fullmatch(gap) or (not codes and gap.strip() in (",", "and", ", and", "/")):
                break
            if codes and gap.strip(" \n,/-") not in ("", "and"):
                break
            code = self._state_of(here)
            if code is None or (codes and here.kind != "demonym" and gap.strip() == ""):
                break
            codes.insert(0, code)
            at = here.start
            index -= 1
        return at, tuple(dict.fromkeys(codes))

    def _right_states(self, end: int) -> tuple[int, tuple[str, ...]]:
        """The states named behind a role ("defense ministries of Japan and South Korea"), and where they end."""
        m = _OF_STATE.match(self._text, end)
        if m is None:
            return end, ()
        codes: list[str] = []
        at = m.end()
        for here in self._qualifiers[bisect_right(self._ends, m.end()) :]:
            gap = self._text[at : here.start]
            if gap not in ("", " and ", ", ", " and the ") or here.kind == "demonym":
                break
            codes.append(self._state_of(here) or "")
            at = here.end
        return (at, tuple(codes)) if codes else (end, ())

    def _noun(self, code: str) -> str:
        return _SHORT.get(code) or (self._states[code].name if code in self._states else code)

    def _demonym(self, code: str) -> str:
        return _SHORT.get(code) or (self._states[code].demonym if code in self._states else code)

    def _state_voice(self, code: str) -> Voice:
        state = self._states[code]
        return Voice(id=state.id, name=state.name, kind="claimant", state=state.id)

    # -- the steps

    def _people(self) -> Iterator[Holder]:
        known = {n.start: n for n in self._names if n.kind == "person"}
        for m in TITLED.finditer(self._text):
            if any(self._taken[m.start() : m.end()]):
                continue
            person = next((known.pop(p) for p in range(m.start("name"), m.end("name")) if p in known), None)
            clash = next((n for n in self._names if n.start <= m.start("name") < n.end and n.kind != "person"), None)
            if person is None and clash is not None:
                continue
            at, codes = self._left_states(m.start())
            end = person.end if person else m.end("name")
            voice = self._person(person, m["name"], m["title"], codes[0] if len(codes) == 1 else None)
            outer = self._spoken_for(at) if SPOKESMAN.search(m["title"]) else None
            yield Holder(
                outer.start if outer else at,
                end,
                (*((body_voice(outer.entry),) if outer and isinstance(outer.entry, BodyEntry) else ()), voice),
                "person",
            )
        for n in known.values():
            yield Holder(n.start, n.end, (self._person(n, n.written, "", None),), "person")
        for m in BARE_TITLE.finditer(self._text):
            at, codes = self._left_states(m.start())
            if len(codes) == 1:
                name = f"{self._noun(codes[0])} {' '.join(w.capitalize() for w in m['title'].split())}"
                yield Holder(at, m.end(), (made_voice(name, "official", codes[0]),), "person", "office")

    def _person(self, known: NameMatch | None, written: str, title: str, state: str | None) -> Voice:
        if known is not None and isinstance(known.entry, PersonEntry):
            return person_voice(known.entry)
        kind = "academic" if STUDIES.search(title) else "official"
        return made_voice(re.sub(r"['’]s?\Z", "", written), kind, state)

    def _spoken_for(self, start: int) -> NameMatch | None:
        """The body a spokesman's title stands behind: "JCS spokesman Lee"."""
        for n in reversed([n for n in self._names if n.kind == "body" and n.end <= start][-2:]):
            if self._text[n.end : start].strip("'’s \n") == "" and not n.id.startswith("?"):
                return n
        return None

    def _bodies(self) -> Iterator[Holder]:
        for n in self._names:
            if n.kind != "body" or not isinstance(n.entry, BodyEntry) or n.entry.cls == "unnamed":
                continue
            at, codes = self._left_states(n.start)
            end, right = self._right_states(n.end)
            if len(right) > 1 and n.entry.role:
                yield Holder(
                    n.start, end, (joint_voice([self._role_voice(n.entry.role, n, c) for c in right]),), "body"
                )
            elif n.id.startswith("?"):
                key = n.id if not codes else ""
                voices = (self._role_voice(n.id[1:], n, codes[0]),) if codes else ()
                yield Holder(at, n.end, voices, "body" if codes else "anaphor", key)
            else:
                yield self._with_officer(
                    Holder(at if codes == (n.entry.state,) else n.start, n.end, (body_voice(n.entry),), "body")
                )

    def _with_officer(self, holder: Holder) -> Holder:
        m = _OFFICER.match(self._text, holder.end)
        if m is None:
            return holder
        body = holder.voices[0]
        if SPOKESMAN.search(m["word"]):
            return replace(holder, end=m.end())
        voice = made_voice(f"{body.name} {m['word'].lower()}", "unnamed", body.state)
        return replace(holder, end=m.end(), voices=(voice,), kind="unnamed")

    def _role_voice(self, role: str, match: NameMatch, code: str) -> Voice:
        body = self._roles.get((code, role))
        if body is not None:
            return body_voice(body)
        kind = match.entry.cls if isinstance(match.entry, BodyEntry) else "claimant"
        return made_voice(f"{self._noun(code)} {match.entry.name.removeprefix('the ')}", kind, code)

    def _institutions(self) -> Iterator[Holder]:
        for m in INSTITUTION.finditer(self._text):
            role = role_of(m)
            at, codes = self._left_states(m.start())
            end, right = (m.end(), ()) if codes else self._right_states(m.end())
            codes = codes or right
            if not codes:
                if self._text[m.end() : m.end() + 1] == "-" or not _ARTICLE.search(
                    self._text, max(0, m.start() - 6), m.start()
                ):
                    if role.key not in ("state_media", "state_tv", "joint_chiefs"):
                        continue
                yield Holder(m.start(), m.end(), (), "anaphor", "?" + role.key)
                continue
            voices = [self._made_role(role.template, role.kind, role.key, m[0], c) for c in codes]
            holder = Holder(min(at, m.start()), end, (voices[0] if len(voices) == 1 else joint_voice(voices),), "body")
            yield self._with_officer(holder) if len(voices) == 1 else holder

    def _voice(self, name: str, kind: str, state: str | None) -> Voice:
        body = self._named.get(name)
        return body_voice(body) if body is not None else made_voice(name, kind, state)

    def _made_role(self, template: str, kind: str, key: str, written: str, code: str) -> Voice:
        body = self._roles.get((code, key))
        if body is not None:
            return body_voice(body)
        name = template.format(n=self._noun(code), d=self._demonym(code), W=written[0].upper() + written[1:])
        return self._voice(name, kind, code)

    def _unnamed(self) -> Iterator[Holder]:
        for m in UNNAMED.finditer(self._text):
            at, codes = self._left_states(m.start())
            end, right = (m.end(), ()) if codes else self._right_states(m.end())
            codes = codes or right
            if not codes and m["noun"].lower() in ("group", "ministers", "leaders", "monitors"):
                continue
            body = self._at_body(m.end())
            if body is not None and not codes:
                voice = made_voice(f"{body.name} {m['noun'].lower()}", "unnamed", body.state)
                yield Holder(m.start(), m.end(), (voice,), "unnamed")
                continue
            voices = [self._voice(unnamed_name(m["mods"], m["noun"], self._demonym(c)), "unnamed", c) for c in codes]
            if len(voices) > 1:
                nouns = [replace(v, name=self._noun_full(c)) for v, c in zip(voices, codes, strict=True)]
                yield Holder(min(at, m.start()), end, (joint_voice(nouns),), "unnamed")
                continue
            voice = voices[0] if voices else self._voice(unnamed_name(m["mods"], m["noun"], None), "unnamed", None)
            yield Holder(min(at, m.start()), end, (voice,), "unnamed", "" if codes else "stateless")

    def _noun_full(self, code: str) -> str:
        return self._states[code].name if code in self._states else code

    def _at_body(self, end: int) -> BodyEntry | None:
        """The body an official is of: "an official at the Joint Chiefs of Staff"."""
        m = re.compile(r" (?:at|from|of|with|in) (?:the )?").match(self._text, end)
        if m is None:
            return None
        return next(
            (n.entry for n in self._names if n.start == m.end() and isinstance(n.entry, BodyEntry) and n.entry.state),
            None,
        )

    def _runs(self) -> Iterator[Holder]:
        for m in NAME_RUN.finditer(self._text):
            if ORGANISATION.search(m[0]):
                yield Holder(m.start(), m.end(), (made_voice(m[0], "outlet", None),), "organisation")
            elif not any(n.start < m.end() and m.start() < n.end for n in self._near(m.start(), m.end())):
                yield Holder(m.start(), m.end(), (made_voice(m[0], "official", None),), "person", "run")

    def _near(self, start: int, end: int) -> Iterable[NameMatch]:
        return (n for n in self._names if n.end > start and n.start < end)

    def _state_names(self) -> Iterator[Holder]:
        for n in self._names:
            if n.kind in ("state", "metonym") and n.id in self._states:
                yield Holder(n.start, n.end, (self._state_voice(n.id),), "state")

    def _surnames(self, found: list[Holder]) -> Iterator[Holder]:
        """Later mentions by one name: "Park said" after "Park Won-gon"."""
        seen: dict[str, Holder] = {}
        for holder in found:
            if holder.kind != "person" or holder.key == "office":
                continue
            parts = holder.voices[-1].name.split()
            for part in {parts[-1], *([parts[0]] if parts[0] in _KOREAN or "-" in parts[-1] else [])}:
                seen.setdefault(part, holder)
        if seen:
            for m in _WORD.finditer(self._text):
                if m[0] in seen and not self._is_taken(m.start(), m.end()):
                    yield Holder(m.start(), m.end(), seen[m[0]].voices[-1:], "person")

    def _pronouns(self) -> Iterator[Holder]:
        for m in _PRONOUN.finditer(self._text):
            key = m["noun"] or ("he" if m["he"] else "it" if m["it"] else "they")
            yield Holder(m.start(), m.end(), (), "anaphor", key)

    # -- after all are found

    def _resolved(self, found: list[Holder]) -> Iterator[Holder]:
        """Roles whose state the text leaves open take it from the body introduced last, or first, or the region."""
        bodies = [(h, h.voices[0]) for h in found if h.kind == "body" and h.voices[0].state]
        for h in found:
            if not h.key.startswith("?"):
                yield h
                continue
            code = self._context_state(h, bodies)
            role = h.key[1:]
            body = self._roles.get((code, role)) if code else None
            if body is not None:
                yield replace(h, voices=(body_voice(body),), kind="body", key="")
            else:
                m = INSTITUTION.search(self._text, h.start, h.end)
                if m is not None and code:
                    found_role = role_of(m)
                    voice = self._made_role(found_role.template, found_role.kind, found_role.key, m[0], code)
                    yield replace(h, voices=(voice,), kind="body", key="")

    def _context_state(self, holder: Holder, bodies: list[tuple[Holder, Voice]]) -> str | None:
        role = holder.key[1:]
        same = [(h, v) for h, v in bodies if v.state and (b := self._roles.get((v.state, role))) and b.id == v.id]
        if before := [v for h, v in same if h.start < holder.start]:
            return before[-1].state
        if role in ("state_media", "state_tv"):
            return self._acting()
        if role == "joint_chiefs":
            return "KOR" if "KOR" in self._states else None
        if near := [v for h, v in bodies if holder.start - 200 < h.start < holder.start]:
            return near[-1].state
        if same:
            return same[0][1].state
        if "KOR" in self._states and any(n.id in ("KOR", "PRK") for n in self._qualifiers):
            return "KOR"
        return self._acting()

    def _acting(self) -> str | None:
        """The state the text speaks of first."""
        return next((self._state_of(n) for n in self._qualifiers), None)

    def _widened(self, holder: Holder) -> Holder:
        m = _ARTICLE.search(self._text, max(0, holder.start - 7), holder.start)
        return replace(holder, start=m.start()) if m else holder

    def _grouped(self, found: list[Holder]) -> Iterator[Holder]:
        """Joint holders as one: "the U.S., South Korea and Japan"."""
        group: list[Holder] = []
        links: list[str] = []
        for holder in found:
            if group:
                gap = self._text[group[-1].end : holder.start]
                m = _JOIN.fullmatch(gap)
                if (
                    m
                    and holder.voices
                    and group[-1].voices
                    and _alike(group[-1], holder)
                    and "and" not in "".join(links).replace("/", "and")
                ):
                    group.append(holder)
                    links.append("and" if m["and"] or gap == "/" else ",")
                    continue
                yield from _joined(group, links)
            group, links = [holder], []
        yield from _joined(group, links)


def _alike(a: Holder, b: Holder) -> bool:
    groups = {"state": 0, "body": 0, "organisation": 0, "unnamed": 1, "person": 2}
    return groups.get(a.kind) == groups.get(b.kind) or (a.kind, b.kind) == ("state", "unnamed")


def _joined(group: list[Holder], links: list[str]) -> Iterator[Holder]:
    if len(group) > 1 and links[-1] == "and":
        parts = [p for h in group for p in (h.voices[-1].joint or h.voices[-1:])]
        if len({p.id for p in parts}) > 1:
            yield Holder(group[0].start, group[-1].end, (joint_voice(parts),), group[0].kind)
            return
    yield from group
