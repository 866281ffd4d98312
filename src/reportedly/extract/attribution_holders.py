"""Who could be speaking: the bodies, states, people, unnamed groups and pronouns of a report, and their voices."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from reportedly.codebook import BodyEntry, Codebook, NameMatch, PersonEntry, StateEntry
from reportedly.extract.attribution_again import pronouns, spelt_out, surnames, without_owners
from reportedly.extract.attribution_context import Context, Named, state_of, with_office_holders
from reportedly.extract.attribution_line import MEDIA
from reportedly.extract.attribution_roles import (
    ARTICLE,
    AT_BODY,
    BEHIND,
    MEDIUM,
    NUMBERED,
    OF_NAMED,
    RUN_BY,
    SPOKEN_FOR,
    Group,
    informed,
    phrases,
    unnamed_name,
)
from reportedly.extract.attribution_states import StatesAround
from reportedly.extract.attribution_unknown import Unknown
from reportedly.extract.speaker_words import speaking
from reportedly.extract.voices import Holder, body_voice, grouped, joint_voice, made_voice, person_voice, tables
from reportedly.model import Voice
from reportedly.patterns import compiled

_QUALIFIERS = frozenset({"state", "demonym", "metonym", "site"})
_OBJECT_BEHIND = compiled(r" (?:the|that|it|its|an?|this)\b")
_SOURCE_BEFORE = compiled(r"\b(?:according to|by|per|on|in) (?:the )?\Z", re.IGNORECASE)
_NAME_BEHIND = compiled(r" [A-Z]")
_MORE_NAME = compiled(r" ([A-Z][\w-]+)")
_NAME_GOES_ON = compiled(r"-(?!(?:led|era|run|born|type|like)\b)[a-z]{1,5}\b")  # "Park Jin-ho" is not Park Jin
_NO_STATE = compiled(r"-| (?:[Ss]tandard |[Dd]aylight )?[Tt]ime\b")
_CLAUSE_START = compiled(r"(?:\A|[.;,:\n“\"(]\s*|\b(?:to|by|from|on|after|amid) )\Z")


def holders(text: str, names: Sequence[NameMatch], codebook: Codebook) -> tuple[Holder, ...]:
    """All who could speak in a text, in order and without overlap; pronouns stay open for `discourse` to resolve."""
    return _Finder(text, names, codebook).all()


class _Finder:
    """One report's search; holds what every step looks up."""

    def __init__(self, text: str, names: Sequence[NameMatch], codebook: Codebook) -> None:
        names = [n for n in names if n.kind != "person" or not _NAME_GOES_ON.match(text, n.end)]
        self._text = text
        self._names = names
        self._states: Mapping[str, StateEntry] = codebook.states
        self._roles, self._by_name, _ = tables(codebook)
        self._bodies_found = [(n, n.entry) for n in names if n.kind == "body" and isinstance(n.entry, BodyEntry)]
        self._body_starts = [n.start for n, _ in self._bodies_found]
        self._name_starts = [n.start for n in names]
        qualifiers = [n for n in names if n.kind in _QUALIFIERS and state_of(n) in codebook.states]
        self._told = {state_of(n) for n in qualifiers}
        self._words = speaking(codebook)
        self._groups, self._titled = phrases(text, self._words)
        self._around = StatesAround(text, qualifiers, self._bodies_found)
        self._taken = bytearray(len(text) + 1)
        self._named: list[Named] = []
        self._codebook = codebook
        self._context = Context(text, qualifiers, codebook)
        self._unknown = Unknown(text, names, self._taken, self._context, self._around, self._words)

    def all(self) -> tuple[Holder, ...]:
        """Every holder, joint ones grouped."""
        found: list[Holder] = []
        for step in (
            partial(informed, self._text), self._people, self._placed, self._officers, self._plural_roles, self._bodies, self._unnamed, self._unnamed_bodies, self._unknown.all,
            self._state_names,
        ):  # fmt: skip
            for holder in step():
                self._add(found, holder)
        found_again = surnames(self._text, [*found, *self._leaders(found)], self._words)
        for holder in (*found_again, *pronouns(self._text, self._words)):
            self._add(found, holder)
        found.sort(key=lambda h: h.start)
        resolved = list(self._context.resolved(found, self._named))
        named = with_office_holders(self._text, resolved, self._named, self._codebook)
        owned = list(without_owners(self._text, [self._widened(h) for h in named]))
        return tuple(spelt_out(self._text, list(grouped(self._text, owned))))

    def _leaders(self, found: Sequence[Holder]) -> Iterator[Holder]:
        """A leader whom a report names by surname alone ("Kim vows"), where it names nobody else of that name."""
        named = {word for h in found if h.kind == "person" and h.voices for word in h.voices[-1].name.split()}
        for person in self._codebook.people.values():
            if (
                person.role == "leader"
                and person.until is None
                and person.state in self._told
                and not named.intersection(person.name.split())
            ):
                yield Holder(0, 0, (person_voice(person),), "person")

    def _add(self, found: list[Holder], holder: Holder) -> None:
        if not any(self._taken[holder.start : holder.end]):
            self._taken[holder.start : holder.end] = b"\x01" * (holder.end - holder.start)
            found.append(holder)

    # -- people

    def _people(self) -> Iterator[Holder]:
        known = {n.start: n for n in self._names if n.kind == "person"}
        for t in self._titled:
            person = self._person_in(t.start, t.end)
            if person is not None:
                known.pop(person.start, None)
            elif self._other_in(t.name_start, t.end) or self._is_medium(t.name_start):
                continue
            at, codes = self._around.left(t.start)
            end = self._past_name(person) if person else t.end
            voice = self._person(person, t.name, t.title, codes[0] if len(codes) == 1 else None, t.end)
            self._note_office(t.start, t.name_start, codes, voice)
            person_said = self._with_office(Holder(self._past_house(at), end, (voice,), "person"))
            yield self._spokesman(person_said, bool(self._words.spokesman.search(t.title)))
        for n in known.values():
            entry = n.entry
            if isinstance(entry, PersonEntry) and entry.role:
                self._named.append((entry.role.replace(" ", "_"), entry.state, person_voice(entry)))
            voice = self._person(n, n.written, "", None, n.end)
            yield self._spokesman(self._with_office(Holder(n.start, self._past_name(n), (voice,), "person")), False)

    def _past_house(self, start: int) -> int:
        """Where a person's title begins, with the house of no known name before it: "Harbour City Administration head X"."""
        run = self._words.house.search(self._text, max(0, start - 60), start)
        known = self._body_before(start)
        kind = self._words.organisation_kind(run["name"]) if run else None
        return run.start("name") if run and kind and not (known and known[0].start <= run.start("name")) else start

    def _past_name(self, person: NameMatch) -> int:
        """Where a person's name ends, with the given name behind it ("Prime Minister Abe Shinzo")."""
        m = _MORE_NAME.match(self._text, person.end)
        return m.end() if m and m[1] in person.name.split() else person.end

    def _note_office(self, start: int, end: int, codes: Sequence[str], voice: Voice) -> None:
        """Remember who holds an office by the title before the name."""
        first = bisect_left(self._body_starts, start)
        for n, body in self._bodies_found[max(0, first - 1) : bisect_left(self._body_starts, end)]:
            if n.end > start and body.cls == "official" and body.role:
                state = body.state or voice.state or (codes[0] if len(codes) == 1 else None)
                self._named.append((body.role, state, voice))
                return

    def _person_in(self, start: int, end: int) -> NameMatch | None:
        inside = self._names[bisect_left(self._name_starts, start) : bisect_left(self._name_starts, end)]
        return next((n for n in inside if n.kind == "person"), None)

    def _other_in(self, start: int, end: int) -> bool:
        """Whether a name that is neither a person's nor a body's stands here."""
        last = bisect_left(self._name_starts, end) - 1
        return self._unknown.is_named(start, end) and self._names[last].kind not in ("person", "body")

    def _is_medium(self, start: int) -> bool:
        """Whether a medium of the codebook is named here: "the official Xinhua news agency" is no official."""
        at = bisect_left(self._body_starts, start)
        return any(n.start == start and body.cls in MEDIA for n, body in self._bodies_found[at : at + 1])

    def _person(self, known: NameMatch | None, written: str, title: str, state: str | None, end: int) -> Voice:
        if known is not None and isinstance(known.entry, PersonEntry):
            return person_voice(known.entry)
        scholar = self._words.scholar.search(title) is not None or self._words.is_scholar(self._text, end)
        kind = "academic" if scholar else "official"
        return made_voice(re.sub(r"['’]s?\Z", "", written), kind, state)

    def _spokesman(self, person: Holder, titled: bool) -> Holder:
        """The person, with the body the person speaks for as the outer voice; a body before another title is only
        where the person serves ("Navy Commander X")."""
        before = self._body_before(person.start)
        m = self._words.spokes_behind.match(self._text, person.end)
        body = before if titled else self._body_at(m.end()) if m else None
        start = before[0].start if before and (titled or before[1].cls != "unnamed") else person.start
        if body is None or body[1].id.startswith("?"):
            return replace(person, start=start)
        return replace(person, start=start, voices=(body_voice(body[1]), *person.voices))

    def _with_office(self, person: Holder) -> Holder:
        """A person with those who speak for the person: "the governor's office", "a spokesman for President X"."""
        m = self._words.persons_office.match(self._text, person.end)
        before = self._words.speaks_for.search(self._text, max(0, person.start - 50), person.start)
        start = before.start() if before else person.start
        return replace(person, start=start, end=m.end() if m else person.end)

    def _body_before(self, at: int) -> tuple[NameMatch, BodyEntry] | None:
        number = bisect_left(self._body_starts, at) - 1
        if number < 0 or self._text[self._bodies_found[number][0].end : at].strip("'’s \n"):
            return None
        return self._bodies_found[number] if self._bodies_found[number][0].end <= at else None

    def _body_at(self, start: int) -> tuple[NameMatch, BodyEntry] | None:
        return next(
            ((n, b) for n, b in self._bodies_found if start <= n.end and n.start - 4 <= start <= n.start + 4), None
        )

    # -- bodies

    def _officers(self) -> Iterator[Holder]:
        """An official of a body ("an official at the Joint Chiefs of Staff"); a spokesman is the body itself."""
        for group in self._groups:
            at = AT_BODY.match(self._text, group.end)
            body = (self._body_at(at.end()) or self._body_at(self._around.owned(at.end()))) if at else None
            speaks = self._words.spokesman.search(group.noun) is not None or group.noun in self._words.mouths
            behind = at.end() if at and body is None and speaks else len(self._text)
            if (again := self._words.pronoun.match(self._text, behind)) and again["noun"]:
                yield Holder(group.start, again.end(), (), "anaphor", again["noun"].lower())
            if named := SPOKEN_FOR.match(self._text, behind):
                name = re.sub(r"['’]s?\Z", "", named["name"].strip())
                if (" " in name or name.isupper()) and name[0].isupper() and not self._unknown.is_person_name(name):
                    yield Holder(
                        group.start, behind + len(named[0].rstrip()), (made_voice(name, "claimant", None),), "body"
                    )
            if body is None or body[1].cls == "unnamed":
                continue
            match, entry = body
            if entry.id.startswith("?"):
                yield Holder(group.start, match.end, (), "anaphor", entry.id, "" if speaks else group.noun)
            elif speaks:
                yield Holder(group.start, match.end, (body_voice(entry),), "body")
            else:
                voice = self._context.voice(f"{entry.name} {group.noun}", "unnamed", entry.state)
                yield Holder(group.start, match.end, (voice,), "unnamed")

    def _bodies(self) -> Iterator[Holder]:
        for n, entry in self._bodies_found:
            if entry.cls == "unnamed":
                continue
            end, right = self._around.right(n.end)
            if len(right) > 1 and entry.role:
                yield Holder(n.start, end, (joint_voice([self._role_voice(entry, c) for c in right]),), "body")
                continue
            if (
                entry.role == "media"
                and n.written.rpartition(" ")[2][0].isupper()
                and _NAME_BEHIND.match(self._text, n.end)
            ):
                continue  # "the Saudi Press Agency"
            at, codes = self._around.left(n.start)
            open_role = n.id.startswith("?")
            if (
                RUN_BY.match(self._text, n.end)
                or self._text.endswith("social ", 0, n.start)
                or (open_role and self._unknown.ends_a_name(n))
            ):
                continue  # "the Houthi-run news agency", "the Aomori Prefectural Government"
            if open_role and entry.cls == "official" and not (codes or right) and OF_NAMED.match(self._text, n.end):
                continue  # "president of the University of North Korean Studies"
            if open_role and len(codes) == 1:
                yield self._with_officer(Holder(at, n.end, (self._role_voice(entry, codes[0]),), "body"))
            elif open_role and not self._words.compound.match(self._text, n.end):
                m = self._words.officer.match(self._text, n.end)
                noun = "" if m is None or self._words.spokesman.search(m["word"]) else m["word"].lower()
                yield Holder(n.start, m.end() if m else n.end, (), "anaphor", n.id, noun)
            elif not open_role:
                kind = "person" if entry.cls == "official" else "body"
                start = at if codes == (entry.state,) else n.start
                suffix = self._words.medium.match(self._text, n.end) if entry.cls in MEDIA else None
                end = suffix.end() if suffix else n.end
                yield self._with_officer(Holder(start, end, (body_voice(entry),), kind))

    def _plural_roles(self) -> Iterator[Holder]:
        """The same body of several states: "the defense ministries of Japan and South Korea"."""
        for m in self._words.several_bodies.finditer(self._text):
            start, codes = self._around.left(m.start())
            end = m.end()
            if len(codes) < 2:
                start = m.start()
                end, codes = self._around.right(m.end())
            bodies = [b for c in codes if (b := self._roles.get((c, str(m.lastgroup))))]
            if len(bodies) > 1:
                yield Holder(start, end, (joint_voice([body_voice(b) for b in bodies]),), "body")

    def _with_officer(self, holder: Holder) -> Holder:
        m = self._words.officer.match(self._text, holder.end)
        if m is None:
            return holder
        if self._words.spokesman.search(m["word"]):
            return replace(holder, end=m.end())
        body = holder.voices[0]
        voice = self._context.voice(f"{body.name} {m['word'].lower()}", "unnamed", body.state)
        return replace(holder, end=m.end(), voices=(voice,), kind="unnamed")

    def _role_voice(self, role: BodyEntry, code: str) -> Voice:
        body = self._roles.get((code, role.role or ""))
        return (
            body_voice(body)
            if body is not None
            else made_voice(f"{self._context.noun(code)} {role.name}", role.cls, code)
        )

    # -- unnamed groups

    def _unnamed(self) -> Iterator[Holder]:
        for group in self._groups:
            start, end, codes = self._group_states(group)
            if group.noun == "official" and (
                self._text[end : end + 2].lstrip()[:1].isupper() or self._words.spokesman.match(self._text, end + 1)
            ):
                continue  # "the official Korean Central News Agency"
            if (not codes and group.noun in self._words.only_of_states) or (
                group.noun == "reports" and not self._are_reports(group)
            ):
                continue
            again = self._text[max(0, group.start - 4) : group.start].lower() == "the " and not group.adjectives
            if self._is_whole_body(group) or (again and not codes and group.noun.startswith("spokes")):
                continue
            if (
                group.noun in self._words.papers
                and _OBJECT_BEHIND.match(self._text, group.end)
                and not _SOURCE_BEFORE.search(self._text, max(0, start - 16), start)
            ):
                continue  # "Seoul estimates the blast at six kilotons"
            if group.noun in self._words.only_of_kind and (codes or not group.kinds):
                continue
            if len(codes) > 1 or group.noun in self._words.papers:
                parts = [Voice(id=c, name=self._states[c].name, kind="claimant", state=c) for c in codes]
                if "'s" not in self._text[start:end].replace("’", "'") or group.noun not in self._words.papers:
                    yield Holder(start, end, (joint_voice(parts) if len(parts) > 1 else parts[0],), "unnamed")
                continue
            state = codes[0] if codes else None
            name = unnamed_name(group, self._context.demonym(state) if state else None, self._words)
            yield Holder(
                start, end, (self._context.voice(name, "unnamed", state),), "unnamed", "" if state else "stateless"
            )

    def _placed(self) -> Iterator[Holder]:
        """People by where they are or work, who need be of no state for it: "a researcher in Paris", "a source close to the
        Chinese military"."""
        for group in self._groups:
            end, body = self._place_behind(group)
            if end:
                start, codes = self._around.left(group.start)
                state = codes[0] if codes else body.state if body else None
                name = unnamed_name(group, self._context.demonym(codes[0]) if codes else None, self._words)
                place = self._text[group.end : end].replace("U.S.", "US").replace("U.N.", "UN")
                voice = self._context.voice(" ".join([name, *place.split()]), "unnamed", state)
                yield Holder(start, end, (voice,), "unnamed")

    def _place_behind(self, group: Group) -> tuple[int, BodyEntry | None]:
        """Where the place, house or trade behind people ends, and that house."""
        if trade := self._words.of_trade.match(self._text, group.end):
            return trade.end(), None
        at = BEHIND.match(self._text, group.end) if group.noun in self._words.placed else None
        body = self._body_at(at.end()) if at else None
        if at is None or (body and body[1].id.startswith("?")):
            return 0, None
        run = self._words.name_run.match(self._text, at.end())
        end = max(self._around.right(group.end)[0], run.end() if run else 0, body[0].end if body else 0)
        return (end, body[1] if body else None) if end > group.end else (0, None)

    def _is_whole_body(self, group: Group) -> bool:
        """Whether the codebook has a name that begins with the group's noun: "officials in Seoul"."""
        at = bisect_left(self._body_starts, group.noun_start)
        for n, body in self._bodies_found[at : at + 1]:
            if n.start == group.noun_start and n.end > group.end and body.cls == "unnamed":
                return body.name.endswith(group.noun)
        return False

    def _group_states(self, group: Group) -> tuple[int, int, tuple[str, ...]]:
        """Where a group's phrase begins and ends with the states that qualify it, before or behind."""
        for start in (group.noun_start, group.start):
            at, codes = self._around.left(start)
            if codes:
                return min(at, group.start), group.end, codes
        end, codes = (group.end, ()) if group.of_region else self._around.right(group.end)
        return group.start, end, codes

    def _are_reports(self, group: Group) -> bool:
        """Whether "reports" is a noun here: it opens a clause, or an adjective stands before it."""
        return bool(group.adjectives) or bool(_CLAUSE_START.search(self._text, max(0, group.start - 8), group.start))

    def _unnamed_bodies(self) -> Iterator[Holder]:
        for n, entry in self._bodies_found:
            adjective = n.written.endswith("official") and _NAME_BEHIND.match(self._text, n.end)
            if entry.cls == "unnamed" and not n.id.startswith("?") and not adjective:
                yield Holder(n.start, n.end, (body_voice(entry),), "unnamed")

    # -- states

    def _state_names(self) -> Iterator[Holder]:
        for n in self._names:
            people = (
                n.kind == "demonym" and n.written.endswith("ns") and self._text[max(0, n.start - 3) : n.start] == "he "
            )
            if (
                (people or n.kind in ("state", "metonym"))
                and n.id in self._states
                and not _NO_STATE.match(self._text, n.end)
            ):
                voice = Voice(id=n.id, name=self._states[n.id].name, kind="claimant", state=n.id)
                yield Holder(n.start, n.end, (voice,), "state")

    def _widened(self, holder: Holder) -> Holder:
        """The holder with what stands before its noun: "the JCS", "a senior US official", "two US officials", "the party
        newspaper Rodong Sinmun"."""
        start = holder.start
        while holder.kind == "unnamed" and (m := self._words.praised.search(self._text, max(0, start - 20), start)):
            start = m.start()
        if holder.kind == "body" and holder.voices and holder.voices[-1].kind in MEDIA:
            medium = MEDIUM.search(self._text, max(0, start - 50), start)
            start = medium.start() if medium and not any(self._taken[medium.start() : start]) else start
        m = (NUMBERED if holder.kind == "unnamed" else ARTICLE).search(self._text, max(0, start - 9), start)
        start = m.start() if m else start
        return holder if start == holder.start else replace(holder, start=start)
