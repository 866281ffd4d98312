"""Names that the codebook has not: bodies by a word of theirs, acronyms, and what may be people."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reportedly.codebook import NameMatch
from reportedly.extract.attribution_context import Context
from reportedly.extract.attribution_roles import CAPITAL_BEFORE, OWNED
from reportedly.extract.attribution_states import StatesAround
from reportedly.extract.speaker_words import Speaking
from reportedly.extract.voices import Holder, made_voice
from reportedly.frozen import dataclass
from reportedly.model import Voice
from reportedly.patterns import compiled

_ITS_PART = compiled(r"['’]s? (?P<part>[A-Z][\w-]+(?: [A-Z][\w-]+){1,3})")
_TAIL = compiled(r"(?:[\s'’.,&-]++(?:of|for|and|the|at|al|bin|de|van|von)?)+\Z")


@dataclass(frozen=True, slots=True)
class Unknown:
    """The capitalised names of one report; `taken` marks what other holders have."""

    text: str
    names: Sequence[NameMatch]
    taken: bytearray
    context: Context
    around: StatesAround
    words: Speaking

    def all(self) -> Iterator[Holder]:
        """Capitalised names: bodies by a word of theirs, acronyms, and what may be people."""
        for m in self.words.name_run.finditer(self.text):
            end = self._free(*m.span())
            holder = self._run(m.start(), end)
            if holder is not None:
                yield holder
                continue
            rest = _ITS_PART.match(self.text, max(end, self._past_taken(end, m.end())), m.end())
            kind = self.words.organisation_kind(rest["part"]) if rest else None
            if rest is not None and kind is not None:  # "the Indian Army's Northern Command"
                yield self._organisation(rest.start("part"), rest.end("part"), kind)

    def _free(self, start: int, end: int) -> int:
        """Where the part of a run ends that no other name has taken, without the small words at its end."""
        taken = self.taken.find(1, start, end)
        return start + len(_TAIL.sub("", self.text[start : end if taken < 0 else taken]))

    def _past_taken(self, start: int, end: int) -> int:
        """Where the name that has taken the text from here on ends."""
        taken = self.taken.find(1, start, end)
        return end if taken < 0 else max(self.taken.find(0, taken, end), taken)

    def _run(self, start: int, end: int) -> Holder | None:
        whole = self.text[start:end]
        name, _, rest = whole.partition(" of ")
        kind = self.words.organisation_kind(whole)
        if rest and self.words.organisation_kind(name) is None:
            name_end = start + len(name)
            voice = self._person(name, name_end)
            return Holder(start, name_end, (voice,), "person", "run") if self.words.is_person(name) else None
        if kind is not None:
            if " " not in whole and self.is_named(start, end):
                return None
            return self._organisation(start, end, kind)
        if self.words.is_person(whole) and not self.is_named(start, end):
            return Holder(start, end, (self._person(whole, end),), "person", "run")
        return None

    def _person(self, name: str, end: int) -> Voice:
        return made_voice(name, "academic" if self.words.is_scholar(self.text, end) else "official", None)

    def _organisation(self, start: int, end: int, kind: str) -> Holder:
        """A body of an unknown name, whole and with its state ("India's Department of Atomic Energy")."""
        wider = self.words.wider.search(self.text, max(0, start - 60), start)
        if wider and not any(self.taken[wider.start() : start]) and not self.is_named(wider.start(), start):
            start = wider.start()
        name, state = self.text[start:end], None
        if owned := OWNED.match(name):
            at, codes = self.around.left(start + owned.end())
            if at == start and len(codes) == 1:
                state, name = codes[0], f"{self.context.noun(codes[0])} {name[owned.end() :]}"
        return Holder(start, end, (made_voice(name, kind, state),), "organisation")

    def is_person_name(self, name: str) -> bool:
        """Whether a name is a person's rather than a body's, by its words."""
        return self.words.organisation_kind(name) is None and self.words.is_person(name) and name.istitle()

    def ends_a_name(self, role: NameMatch) -> bool:
        """Whether a role of one capitalised word is the last of a name of its own: "the Aomori Prefectural Government"."""
        if " " in role.written or not role.written[:1].isupper():
            return False
        m = CAPITAL_BEFORE.search(self.text, max(0, role.start - 30), role.start)
        return m is not None and m["word"] not in self.words.words.no_own_name and not self.is_named(*m.span("word"))

    def is_named(self, start: int, end: int) -> bool:
        """Whether a name of the codebook stands here."""
        last = bisect_left(self.names, end, key=lambda n: n.start) - 1
        return last >= 0 and self.names[last].end > start
