"""Whom "it", "he" and "the ministry" speak for: the speakers named so far, by what they are."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from reportedly.extract.attribution_line import MEDIA, Frame, Line, is_quoted
from reportedly.extract.speaker_words import Speaking
from reportedly.extract.voices import Holder, joint_voice, made_voice
from reportedly.model import Voice
from reportedly.patterns import compiled

_SEVERAL = compiled(r"s\Z|\bpeople\Z|\b(?:and|or)\b")
_IN = compiled(r"\w+ (?:in|at) ([A-Z][\w-]+(?: [A-Z][\w-]+){0,2})")  # "some in Seoul"
_OBJECT = compiled(
    r"\b(?:to|of|from|by|against|with|near|over|in|into|toward|towards|for|at|on|off|under|between) (?:the )?\Z"
)
_DOES = compiled(r" [a-z]")
_SPELT = {"organisation": "organi", "organization": "organi", "centre": "center"}


class Discourse:
    """The speakers of a report in the order they come up. Not shared between reports."""

    def __init__(self, text: str, found: tuple[Holder, ...], words: Speaking) -> None:
        self._text = text
        self._persons_again, self._again = words.again_person, words.words.again
        self._kingdoms = frozenset(words.words.kingdoms)
        self._all = found
        self._persons: list[Voice] = []
        self._bodies: list[Voice] = []
        self._speakers: list[Holder] = []

    def resolve(self, frame: Frame) -> Frame:
        """The frame with its pronouns replaced by whom they stand for; without voices where nothing fits."""
        holder = self._known(frame.holder)
        cited = tuple(h for h in map(self._known, frame.cited) if h.voices)
        if not holder.voices and cited:  # "the agency quoted X as saying", of an agency that is not named
            holder, cited = cited[0], cited[1:]
        if holder.voices:
            self._speakers.append(holder)
            self._note(holder)
        same = holder is frame.holder and cited == frame.cited
        return frame if same else replace(frame, holder=holder, cited=cited)

    def pass_over(self, line: Line) -> None:
        """Remember who stood in a sentence, speaking or not."""
        told = sorted(line.holders, key=lambda h: _OBJECT.search(self._text, max(0, h.start - 12), h.start) is None)
        for holder in told:  # "Abe was a guest of Trump. He ...": the subject is the nearest
            spoke = any(s.start == holder.start for s in self._speakers[-4:])
            does = _DOES.match(self._text, holder.end) is not None
            opens = (
                holder.start == line.start and holder.kind == "person" and does
            )  # else a run of capitals may be no person
            if holder.voices and (opens or holder.key != "run") and not spoke:
                self._note(holder)
        spoke_here = [s for s in self._speakers[-4:] if line.start <= s.start < line.end and s.kind == "person"]
        for holder in spoke_here[-1:]:
            self._note(holder)

    def _note(self, holder: Holder) -> None:
        voice = holder.voices[-1]
        if holder.kind == "person":
            self._persons.append(voice)
        elif holder.kind in ("body", "organisation"):
            self._bodies.append(voice)

    def _known(self, holder: Holder) -> Holder:
        if holder.kind == "unnamed" and holder.voices and holder.voices[-1].name in self._again.spokesman:
            body = next((v for v in reversed(self._bodies) if v.kind not in MEDIA), None)
            return replace(holder, voices=(body,)) if body is not None else holder
        if holder.kind != "anaphor" or holder.voices:
            return holder
        voice = self._antecedent(holder)
        return replace(holder, voices=(voice,) if voice else ())

    def _antecedent(self, holder: Holder) -> Voice | None:
        key = holder.key.lower()
        if key in self._persons_again:
            return self._person(key)
        if key in self._again.medium and (media := self._last(lambda v: v.kind in MEDIA)):
            return media
        if key == "both":
            return self._last(lambda v: bool(v.joint)) or self._two_persons()
        if key == "epithet":
            whole = self._text[holder.start : holder.end]
            return self._state(self._kingdoms) if whole.endswith("kingdom") else self._most_named_state()
        if key == "they":
            several = self._last(lambda v: bool(v.joint) or (v.name.endswith("s") and v not in self._persons))
            return several or self._before(holder)
        if key == "others":
            behind = _IN.match(self._text, holder.start)
            if behind is not None:
                return made_voice(behind[0].lower().replace(behind[1].lower(), behind[1]), "unnamed", None)
            return self._last(lambda v: v.kind == "unnamed" and _SEVERAL.search(v.name) is not None)
        if key in self._again.unnamed:
            return self._last(lambda v: v.kind == "unnamed")
        if key in self._again.state:
            return self._state(self._kingdoms if key == "kingdom" else frozenset())
        if key in self._again.body:
            return self._shortened(key, holder)
        if key in self._again.paper or key == "it":
            return self._before(holder)
        return None

    def _shortened(self, key: str, holder: Holder) -> Voice:
        """The body of whose name a noun is a word; where it only says that it is a body, the one that spoke last; else
        the noun itself."""
        word = _SPELT.get(key, key)
        named = self._last(lambda v: v.kind != "unnamed" and word in v.name.lower().replace("centre", "center"))
        any_body = key in self._again.any_body
        other = self._last(lambda v: v.kind not in ("claimant", "unnamed")) if any_body and not named else None
        whole = self._text[holder.start : holder.end]  # "the eight-member panel"
        written = whole[: whole.lower().find(key) + len(key)].partition(" ")[2] or key
        if any_body and not (named or other):
            other = next(
                (h.voices[-1] for h in reversed(self._all) if h.end <= holder.start and h.kind == "body" and h.voices),
                None,
            )
        return named or other or self._unsaid(word, holder) or made_voice(written, "unnamed", None)

    def _unsaid(self, word: str, holder: Holder) -> Voice | None:
        """Who was named before by a run of capitals with this word: "Air Force Global Strike Command"."""
        runs = (
            h
            for h in reversed(self._all)
            if h.end <= holder.start and h.voices and h.kind in ("organisation", "person")
        )
        return next((h.voices[-1] for h in runs if word in h.voices[-1].name.lower().split()), None)

    def _state(self, kingdoms: frozenset[str]) -> Voice | None:
        """The state of the state or state medium that spoke last, else the one the report names first; of `kingdoms` the
        one named first."""
        if kingdom := next(
            (v for h in self._all for v in h.voices[:1] if h.kind == "state" and v.id in kingdoms), None
        ):
            return kingdom
        spoke = self._last(lambda v: v.kind in ("claimant", "state_media") and v.state is not None)
        states = [h.voices[0] for h in self._all if h.kind == "state" and h.voices and not h.voices[0].joint]
        return next((v for v in states if spoke is None or v.state == spoke.state), spoke)

    def _most_named_state(self) -> Voice | None:
        """The state a report names most, which it need not name again: "the communist country"."""
        states = [h.voices[0] for h in self._all if h.kind == "state" and h.voices and not h.voices[0].joint]
        counted = Counter(v.id for v in states)
        return max(states, key=lambda v: counted[v.id], default=None)

    def _person(self, key: str) -> Voice | None:
        if key in self._again.scholar:
            return next(
                (p for p in reversed(self._persons) if p.kind == "academic"),
                self._persons[-1] if self._persons else None,
            )
        if key == "he" or key in self._again.spokesman:
            return self._one_who_spoke(key)
        return self._persons[-1] if self._persons else None

    def _one_who_spoke(self, key: str) -> Voice | None:
        """The person named last, or one official without a name who spoke since."""
        spoke = self._speakers[-1] if self._speakers else None
        alone = spoke is not None and spoke.kind == "unnamed" and not _SEVERAL.search(spoke.voices[-1].name)
        if spoke is not None and alone:
            return spoke.voices[-1]
        if self._persons:
            return self._persons[-1]
        return made_voice(key, "unnamed", None) if key != "he" else None

    def _two_persons(self) -> Voice | None:
        """The two persons named last as one: "the two leaders"."""
        last = list({v.id: v for v in reversed(self._persons)}.values())[:2]
        return joint_voice(last[::-1]) if len(last) == 2 else None

    def _last(self, fits: Callable[[Voice], bool]) -> Voice | None:
        spoke = next((h.voices[-1] for h in reversed(self._speakers) if fits(h.voices[-1])), None)
        return spoke or next((v for v in reversed(self._bodies) if fits(v)), None)

    def _before(self, holder: Holder) -> Voice | None:
        """The speaker or body last named before a pronoun: in its own sentence the first that can be a subject."""
        behind = [h for h in self._all if h.end <= holder.start][-10:]
        stop = max(self._text.rfind(". ", 0, holder.start), self._text.rfind("\n", 0, holder.start))
        if (
            self._speakers
            and self._speakers[-1].start > stop
            and self._speakers[-1].kind in ("unnamed", "organisation")
        ):
            return self._speakers[-1].voices[-1]
        for other in behind:
            if other.start > stop and other.voices and other.kind in ("body", "organisation", "state"):
                quoted = is_quoted(self._text[stop + 1 : other.start], self._text[other.end : holder.start])
                if quoted or _OBJECT.search(self._text, stop + 1, other.start):
                    continue  # "'The United States condemns it,' it said": who is spoken of does not speak
                return other.voices[-1]
        for other in reversed(behind):
            spoke = any(s.start == other.start for s in self._speakers)
            if other.key in self._again.body and spoke:  # "the agency noted. It ..."
                return next(s.voices[-1] for s in self._speakers if s.start == other.start)
            if other.voices and other.kind != "person" and (spoke or other.kind in ("body", "organisation")):
                return other.voices[-1]
        return self._last(lambda v: True)
