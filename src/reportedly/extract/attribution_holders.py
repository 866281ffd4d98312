"""Who could be speaking: the bodies, states, people, unnamed groups and pronouns of a report, and their voices."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportedly.codebook import BodyEntry, Codebook, NameMatch, PersonEntry, StateEntry
from reportedly.extract.attribution_roles import (
    ARTICLE,
    AT_BODY,
    KOREAN,
    NAME_RUN,
    OF_STATE,
    OFFICER,
    ORGANISATION,
    PLURAL_ROLE,
    PRONOUN,
    SPOKES_BEHIND,
    SPOKESMAN,
    STUDIES,
    Group,
    phrases,
    unnamed_name,
)
from reportedly.extract.voices import Holder, body_voice, grouped, joint_voice, made_voice, person_voice, tables
from reportedly.model import Voice

_SHORT = {"USA": "US", "GBR": "UK", "ARE": "UAE"}
_QUALIFIERS = frozenset({"state", "demonym", "metonym", "site"})
_LINK = re.compile(r"(?:['’]s?)?[ \n-]+(?:(?:own|new|then|acting|main|official|top|senior) )?")
_AND = re.compile(r"\s*(?:,|and|/|-|,\s*and)\s*(?:the )?")
_OFFICES = frozenset(
    {"president", "prime_minister", "defence_minister", "foreign_minister", "leader", "chief_cabinet_secretary"}
)
_MOUTHS = frozenset({"newsreader", "anchor", "reports", "estimates", "accounts", "figures", "findings"})
_PAPERS = frozenset({"estimates", "accounts", "figures", "findings"})  # stand for the states that made them
_GROUP_ONLY_OF_STATES = _PAPERS | {"anchor", "newsreader", "group", "ministers", "leaders", "monitors"}
_MEDIA = frozenset({"wire", "outlet", "state_media"})
_CLAUSE_START = re.compile(r"(?:\A|[.;,:\n“\"(]\s*|\b(?:to|by|from|on|after|amid) )\Z")


def holders(text: str, names: Sequence[NameMatch], codebook: Codebook) -> tuple[Holder, ...]:
    """All who could speak in a text, in order and without overlap; pronouns stay open for `discourse` to resolve."""
    return _Finder(text, names, codebook).all()


class _Finder:
    """One report's search; holds what every step looks up."""

    def __init__(self, text: str, names: Sequence[NameMatch], codebook: Codebook) -> None:
        self._text = text
        self._names = names
        self._states: Mapping[str, StateEntry] = codebook.states
        self._roles, self._by_name = tables(codebook)
        self._bodies_found = [(n, n.entry) for n in names if n.kind == "body" and isinstance(n.entry, BodyEntry)]
        self._body_starts = [n.start for n, _ in self._bodies_found]
        self._name_starts = [n.start for n in names]
        self._qualifiers = [n for n in names if n.kind in _QUALIFIERS and self._state_of(n)]
        self._groups, self._titled = phrases(text)
        self._ends = [n.end for n in self._qualifiers]
        self._taken = bytearray(len(text) + 1)

    def all(self) -> tuple[Holder, ...]:
        """Every holder, joint ones grouped."""
        found: list[Holder] = []
        for step in (
            self._people,
            self._officers,
            self._plural_roles,
            self._bodies,
            self._unnamed,
            self._unnamed_bodies,
            self._runs,
            self._state_names,
        ):
            for holder in step():
                self._add(found, holder)
        for holder in (*self._surnames(found), *self._pronouns()):
            self._add(found, holder)
        found.sort(key=lambda h: h.start)
        return tuple(grouped(self._text, [self._widened(h) for h in self._resolved(found)]))

    def _add(self, found: list[Holder], holder: Holder) -> None:
        if not any(self._taken[holder.start : holder.end]):
            self._taken[holder.start : holder.end] = b"\x01" * (holder.end - holder.start)
            found.append(holder)

    # -- states around a noun

    def _state_of(self, match: NameMatch) -> str | None:
        code = getattr(match.entry, "state", None) if match.kind == "site" else match.id
        return code if code in self._states else None

    def _left_states(self, start: int) -> tuple[int, tuple[str, ...]]:
        """The states that qualify what starts here ("U.S. and South Korean officials"), and where they begin."""
        codes: list[str] = []
        at = start
        over = bisect_left(self._body_starts, start) - 1
        if over >= 0:
            n, body = self._bodies_found[over]
            if start < n.end and body.role and body.state:
                codes, at = [body.state], n.start
        index = bisect_right(self._ends, at) - 1
        while index >= 0:
            here = self._qualifiers[index]
            if here.end > at or not (_AND if codes else _LINK).fullmatch(self._text, here.end, at):
                break
            codes.insert(0, self._state_of(here) or "")
            at = here.start
            index -= 1
        return at, tuple(dict.fromkeys(codes))

    def _right_states(self, end: int) -> tuple[int, tuple[str, ...]]:
        """The states named behind a role ("defense ministries of Japan and South Korea"), and where they end."""
        m = OF_STATE.match(self._text, end)
        if m is None:
            return end, ()
        codes: list[str] = []
        at = m.end()
        for here in self._qualifiers[bisect_right(self._ends, m.end()) :]:
            if self._text[at : here.start] not in ("", " and ", ", ", " and the ") or here.kind == "demonym":
                break
            codes.append(self._state_of(here) or "")
            at = here.end
        return (at, tuple(codes)) if codes else (end, ())

    def _noun(self, code: str) -> str:
        return _SHORT.get(code) or self._states[code].name

    def _demonym(self, code: str) -> str:
        return _SHORT.get(code) or self._states[code].demonym

    def _voice(self, name: str, kind: str, state: str | None) -> Voice:
        body = self._by_name.get(name)
        return body_voice(body) if body is not None else made_voice(name, kind, state)

    # -- people

    def _people(self) -> Iterator[Holder]:
        known = {n.start: n for n in self._names if n.kind == "person"}
        for t in self._titled:
            person = self._person_in(t.start, t.end)
            if person is not None:
                known.pop(person.start, None)
            elif self._other_in(t.name_start, t.end):
                continue
            at, codes = self._left_states(t.start)
            end = person.end if person else t.end
            voice = self._person(person, t.name, t.title, codes[0] if len(codes) == 1 else None)
            yield self._spokesman(Holder(at, end, (voice,), "person"), bool(SPOKESMAN.search(t.title)))
        for n in known.values():
            yield self._spokesman(Holder(n.start, n.end, (self._person(n, n.written, "", None),), "person"), False)

    def _person_in(self, start: int, end: int) -> NameMatch | None:
        inside = self._names[bisect_left(self._name_starts, start) : bisect_left(self._name_starts, end)]
        return next((n for n in inside if n.kind == "person"), None)

    def _other_in(self, start: int, end: int) -> bool:
        """Whether a name that is neither a person's nor a body's stands here."""
        last = bisect_left(self._name_starts, end) - 1
        return self._is_named(start, end) and self._names[last].kind not in ("person", "body")

    def _person(self, known: NameMatch | None, written: str, title: str, state: str | None) -> Voice:
        if known is not None and isinstance(known.entry, PersonEntry):
            return person_voice(known.entry)
        kind = "academic" if STUDIES.search(title) else "official"
        return made_voice(re.sub(r"['’]s?\Z", "", written), kind, state)

    def _spokesman(self, person: Holder, titled: bool) -> Holder:
        """The person, with the body the person speaks for as the outer voice."""
        if titled:
            body = next(
                (
                    (n, b)
                    for n, b in self._bodies_found
                    if n.end <= person.start and self._text[n.end : person.start].strip("'’s \n") == ""
                ),
                None,
            )
            start = body[0].start if body else person.start
        else:
            m = SPOKES_BEHIND.match(self._text, person.end)
            body = self._body_at(m.end()) if m else None
            start = person.start
        if body is None or body[1].id.startswith("?"):
            return person
        return replace(person, start=start, voices=(body_voice(body[1]), *person.voices))

    def _body_at(self, start: int) -> tuple[NameMatch, BodyEntry] | None:
        return next(
            ((n, b) for n, b in self._bodies_found if start <= n.end and n.start - 4 <= start <= n.start + 4), None
        )

    # -- bodies

    def _officers(self) -> Iterator[Holder]:
        """An official of a body ("an official at the Joint Chiefs of Staff"); a spokesman is the body itself."""
        for group in self._groups:
            at = AT_BODY.match(self._text, group.end)
            body = self._body_at(at.end()) if at else None
            if body is None or body[1].cls == "unnamed":
                continue
            match, entry = body
            speaks = SPOKESMAN.search(group.noun) is not None or group.noun in _MOUTHS
            if entry.id.startswith("?"):
                if speaks:
                    yield Holder(group.start, match.end, (), "anaphor", entry.id)
            elif speaks:
                yield Holder(group.start, match.end, (body_voice(entry),), "body")
            elif entry.state:
                voice = self._voice(f"{entry.name} {group.noun}", "unnamed", entry.state)
                yield Holder(group.start, match.end, (voice,), "unnamed")

    def _bodies(self) -> Iterator[Holder]:
        for n, entry in self._bodies_found:
            if entry.cls == "unnamed":
                continue
            end, right = self._right_states(n.end)
            if len(right) > 1 and entry.role:
                yield Holder(n.start, end, (joint_voice([self._role_voice(entry, c) for c in right]),), "body")
                continue
            at, codes = self._left_states(n.start)
            open_role = n.id.startswith("?")
            if open_role and len(codes) == 1:
                yield self._with_officer(Holder(at, n.end, (self._role_voice(entry, codes[0]),), "body"))
            elif open_role:
                officer = OFFICER.match(self._text, n.end)
                yield Holder(n.start, officer.end() if officer else n.end, (), "anaphor", n.id)
            else:
                kind = "person" if entry.role in _OFFICES else "body"
                start = at if codes == (entry.state,) else n.start
                yield self._with_officer(Holder(start, n.end, (body_voice(entry),), kind))

    def _plural_roles(self) -> Iterator[Holder]:
        """The same body of several states: "the defense ministries of Japan and South Korea"."""
        for m in PLURAL_ROLE.finditer(self._text):
            start, codes = self._left_states(m.start())
            end = m.end()
            if len(codes) < 2:
                start = m.start()
                end, codes = self._right_states(m.end())
            bodies = [b for c in codes if (b := self._roles.get((c, str(m.lastgroup))))]
            if len(bodies) > 1:
                yield Holder(start, end, (joint_voice([body_voice(b) for b in bodies]),), "body")

    def _with_officer(self, holder: Holder) -> Holder:
        m = OFFICER.match(self._text, holder.end)
        if m is None:
            return holder
        if SPOKESMAN.search(m["word"]):
            return replace(holder, end=m.end())
        body = holder.voices[0]
        voice = self._voice(f"{body.name} {m['word'].lower()}", "unnamed", body.state)
        return replace(holder, end=m.end(), voices=(voice,), kind="unnamed")

    def _role_voice(self, role: BodyEntry, code: str) -> Voice:
        body = self._roles.get((code, role.role or ""))
        return body_voice(body) if body is not None else made_voice(f"{self._noun(code)} {role.name}", role.cls, code)

    # -- unnamed groups

    def _unnamed(self) -> Iterator[Holder]:
        for group in self._groups:
            start, end, codes = self._group_states(group)
            if (not codes and group.noun in _GROUP_ONLY_OF_STATES) or (
                group.noun == "reports" and not self._are_reports(group)
            ):
                continue
            if len(codes) > 1 or group.noun in _PAPERS:
                parts = [Voice(id=c, name=self._states[c].name, kind="claimant", state=c) for c in codes]
                if "'s" not in self._text[start:end].replace("’", "'") or group.noun not in _PAPERS:
                    yield Holder(start, end, (joint_voice(parts) if len(parts) > 1 else parts[0],), "unnamed")
                continue
            state = codes[0] if codes else None
            name = unnamed_name(group, self._demonym(state) if state else None)
            yield Holder(start, end, (self._voice(name, "unnamed", state),), "unnamed", "" if state else "stateless")

    def _group_states(self, group: Group) -> tuple[int, int, tuple[str, ...]]:
        """Where a group's phrase begins and ends with the states that qualify it, before or behind."""
        for start in (group.noun_start, group.start):
            at, codes = self._left_states(start)
            if codes:
                return min(at, group.start), group.end, codes
        end, codes = self._right_states(group.end)
        return group.start, end, codes

    def _are_reports(self, group: Group) -> bool:
        """Whether "reports" is a noun here: it opens a clause, or an adjective stands before it."""
        return bool(group.adjectives) or bool(_CLAUSE_START.search(self._text, max(0, group.start - 8), group.start))

    def _unnamed_bodies(self) -> Iterator[Holder]:
        for n, entry in self._bodies_found:
            if entry.cls == "unnamed" and not n.id.startswith("?"):
                yield Holder(n.start, n.end, (body_voice(entry),), "unnamed")

    # -- names the codebook does not know, states, pronouns

    def _runs(self) -> Iterator[Holder]:
        for m in NAME_RUN.finditer(self._text):
            name, _, rest = m[0].partition(" of ")
            if rest and not ORGANISATION.search(name):
                yield Holder(m.start(), m.start() + len(name), (made_voice(name, "official", None),), "person", "run")
            elif ORGANISATION.search(m[0]):
                yield Holder(m.start(), m.end(), (made_voice(m[0], "outlet", None),), "organisation")
            elif " " in m[0] and not self._is_named(*m.span()):
                yield Holder(m.start(), m.end(), (made_voice(m[0], "official", None),), "person", "run")

    def _is_named(self, start: int, end: int) -> bool:
        """Whether a name of the codebook stands here."""
        last = bisect_left(self._name_starts, end) - 1
        return last >= 0 and self._names[last].end > start

    def _state_names(self) -> Iterator[Holder]:
        for n in self._names:
            if n.kind in ("state", "metonym") and n.id in self._states and self._text[n.end : n.end + 1] != "-":
                voice = Voice(id=n.id, name=self._states[n.id].name, kind="claimant", state=n.id)
                yield Holder(n.start, n.end, (voice,), "state")

    def _surnames(self, found: Sequence[Holder]) -> Iterator[Holder]:
        """Later mentions by one name: "Park said" after "Park Won-gon"."""
        seen: dict[str, Holder] = {}
        for holder in found:
            parts = holder.voices[-1].name.split() if holder.kind == "person" and holder.voices else []
            if len(parts) > 1:
                family = parts[0] if parts[0] in KOREAN or "-" in parts[-1] else parts[-1]
                seen.setdefault(family, holder)
        if seen:
            for m in re.finditer(rf"\b(?:{'|'.join(map(re.escape, seen))})\b", self._text):
                yield Holder(m.start(), m.end(), seen[m[0]].voices[-1:], "person")

    def _pronouns(self) -> Iterator[Holder]:
        for m in PRONOUN.finditer(self._text):
            key = m["noun"] or ("he" if m["he"] else "it" if m["it"] else "they")
            yield Holder(m.start(), m.end(), (), "anaphor", key)

    # -- after all are found

    def _resolved(self, found: Sequence[Holder]) -> Iterator[Holder]:
        """Roles and officials whose state the text leaves open take it from what stands around them."""
        placed = [h for h in found if h.voices and h.voices[0].state and h.kind in ("body", "state", "unnamed")]
        for h in found:
            if not h.key.startswith("?"):
                yield self._stated(h, placed) if h.key == "stateless" else h
                continue
            code = self._context_state(h, placed)
            body = self._roles.get((code, h.key[1:])) if code else None
            if body is not None:
                yield replace(h, voices=(body_voice(body),), kind="person" if h.key[1:] in _OFFICES else "body", key="")

    def _stated(self, holder: Holder, placed: Sequence[Holder]) -> Holder:
        """ "Military officials" as those of the state whose bodies stand nearest before, or right behind."""
        voice = holder.voices[0]
        if " " not in voice.name or voice.name.startswith(("unnamed", "Western")):
            return holder
        behind = [h for h in placed if holder.end <= h.start <= holder.end + 60 and h.kind != "state"]
        near = [h for h in behind if "." not in self._text[holder.end : h.start]][:1]
        near = near or [h for h in placed if h.end <= holder.start and h.kind != "state"]
        state = near[-1].voices[0].state if near else None
        if state is None or state not in self._states:
            return holder
        return replace(holder, voices=(self._voice(f"{self._demonym(state)} {voice.name}", "unnamed", state),), key="")

    def _context_state(self, holder: Holder, placed: Sequence[Holder]) -> str | None:
        role = holder.key[1:]
        before = [h for h in placed if h.end <= holder.start]
        if self._text[max(0, holder.start - 6) : holder.start].endswith(("its ", "Its ", "their ")) and before:
            near = [h for h in before if h.voices[0].kind not in _MEDIA]
            return near[-1].voices[0].state if near else None
        having = {code for code, r in self._roles if r == role}
        same = [h for h in placed if (b := self._roles.get((h.voices[0].state or "", role))) and b.id == h.voices[0].id]
        if earlier := [h for h in same if h.end <= holder.start]:
            return earlier[-1].voices[0].state
        if role in ("state_media", "state_tv"):
            return self._acting()
        if role == "joint_chiefs" and "KOR" in having:
            return "KOR"
        near = [h for h in before if h.kind == "body" and h.voices[0].kind not in _MEDIA]
        if near:
            return near[-1].voices[0].state
        if same:
            return same[0].voices[0].state
        if "KOR" in having and any(n.id in ("KOR", "PRK") for n in self._qualifiers):
            return "KOR"
        return self._acting()

    def _acting(self) -> str | None:
        """The state the text speaks of first."""
        return next((self._state_of(n) for n in self._qualifiers), None)

    def _widened(self, holder: Holder) -> Holder:
        m = ARTICLE.search(self._text, max(0, holder.start - 7), holder.start)
        return replace(holder, start=m.start()) if m else holder
