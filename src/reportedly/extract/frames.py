"""Which incident a telling speaks of: the day's own, a second one, or one of the past.

A frame gathers the tellings of one incident in one report. The first telling of the lead opens the main frame; a
telling with another date, a word of the past ("last", "earlier", "since") or another acting state opens a frame of
its own; everything else joins. Values then go to the nearest telling of their sentence.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from reportedly.codebook import Codebook, SiteEntry
from reportedly.extract.actor import Actor, actor, leading_state
from reportedly.extract.dating import Dated, before, date_all, near
from reportedly.extract.facts import Facts
from reportedly.extract.trigger import Modality, Shape, Trigger
from reportedly.extract.typing import chosen_types, context_of
from reportedly.model import BlockKind, DateRange, Role

_BACK = re.compile(
    r"\b(?:last|previous(?:ly)?|prior|ago|past|former(?:ly)?|once|earlier (?:this|in|last)|"
    r"first(?:\s+(?:\w+\s+)?(?:tested|fired|launched|flew|flown|test-fired))|(?:old|earlier|former) \w+|"
    r"recently \w+|respon(?:ded|se)|answer(?:ed)?|retaliat\w+|days after|weeks after|months after|had (?:earlier|previously|already)|"
    r"(?:two|three|four|five|six) (?:earlier|previous|prior|others?)|repeated|since \d{4})\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|only|biggest|latest)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
_LASTING = re.compile(r"\b(?:last|previous|earlier|prior|before)\b", re.IGNORECASE)
_EARLY = 6  # sentences
_STALE = 30  # days before publication after which an incident is no news
AFFAIRS = frozenset({"policy", "meeting", "facility"})  # told about incidents rather than as ones: see affairs.py


@dataclass(frozen=True, slots=True)
class Frame:
    """One incident of one report: its tellings (by number), its dates, and whether it is the subject."""

    number: int
    type: str
    types: frozenset[str]
    family: str
    state: str | None
    date: DateRange | None
    triggers: tuple[int, ...]
    dates: tuple[int, ...]
    back: bool
    role: Role = Role.BACKGROUND
    score: float = 0.0


@dataclass(frozen=True, slots=True, order=True)
class Opener:
    """Words that open a frame in their sentence; a date alone (`loose`) rules its own clause only."""

    start: int
    end: int
    frame: int
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Framing:
    """The frames of a report, its tellings and dates, and the frame of every telling and date."""

    facts: Facts
    triggers: tuple[Trigger, ...]
    dates: tuple[Dated, ...]
    frames: tuple[Frame, ...]
    of_trigger: Mapping[int, int]
    of_date: Mapping[int, int]
    state: str | None
    codebook: Codebook
    openers: Mapping[int, tuple[Opener, ...]] = field(default_factory=dict)

    @property
    def sites(self) -> Mapping[str, SiteEntry]:
        """The codebook's places by id."""
        return self.codebook.sites

    def zone_of(self, frame: Frame) -> str | None:
        """The IANA zone of the frame's state, which is that of its capital."""
        return self.codebook.states[frame.state].zone if frame.state in self.codebook.states else None

    def owner(self, start: int, end: int) -> int | None:
        """The frame that a find belongs to: that of the nearest telling in its sentence, else the sentence's own."""
        sentence = self.facts.sentence_at(start)
        if sentence is None:
            return None
        bounds = self.facts.bounds
        best: tuple[float, int, int] | None = None
        for opener in self.openers.get(sentence, ()):
            if opener.loose and bounds.crossed(min(end, opener.end), max(start, opener.start)) >= 1.0:
                continue
            if opener.start <= start < opener.end:
                cost = 0.0
            elif opener.end <= start:
                cost = bounds.distance(opener.end, start)
            else:
                cost = bounds.distance(end, opener.start) + 8.0
            if best is None or (cost, opener.start, opener.frame) < best:
                best = (cost, opener.start, opener.frame)
        return best[2] if best is not None else self.carried(sentence)

    def carried(self, sentence: int) -> int | None:
        """The frame of a sentence that tells no incident of its own."""
        mains = [f.number for f in self.frames if f.role is Role.MAIN]
        span = self.facts.sentences[sentence]
        head = self.facts.report.text[span.start : span.start + 24]
        if sentence > 0 and re.match(
            r"(?:[-–•]\s*)?(?:It|They|That|Both|The (?:missile|rocket|weapon)s?|One|Two)\b", head
        ):
            previous = [o.frame for o in self.openers.get(sentence - 1, ()) if not o.loose]
            if previous and len(set(previous)) == 1:
                return previous[0]
        said = [n for n in range(sentence, -1, -1) if any(o.frame in mains for o in self.openers.get(n, ()))]
        if said:
            return next(o.frame for o in reversed(self.openers[said[0]]) if o.frame in mains)
        return mains[0] if mains else None


class _Building:
    """A frame while it grows."""

    def __init__(self, types: tuple[str, ...], state: str | None, back: bool) -> None:
        self.votes: Counter[str] = Counter()
        self.types = set(types)
        self.state = state
        self.back = back
        self.date: DateRange | None = None
        self.triggers: list[int] = []
        self.dates: list[int] = []
        self.said: list[int] = []


def frame_report(facts: Facts, codebook: Codebook) -> Framing:
    """The frames of a report."""
    triggers, actors = _tellings(facts, codebook)
    headline = next((t.end for t in facts.sentences if t.kind is BlockKind.TITLE), 0)
    clauses = [a for a, t in zip(actors, triggers, strict=True) if t.shape is Shape.CLAUSE and _acts(t, codebook)]
    state = leading_state(
        clauses if any(a.state for a in clauses) else actors, facts.names, facts.report.text, headline
    )
    zone = codebook.states[state].zone if state in codebook.states else None
    dates = date_all(facts, triggers, zone)
    builder = _Framer(facts, codebook, triggers, actors, dates, state)
    return builder.framing()


def _acts(trigger: Trigger, codebook: Codebook) -> bool:
    return any(codebook.types[t].family not in AFFAIRS for t in trigger.types)


def _tellings(facts: Facts, codebook: Codebook) -> tuple[tuple[Trigger, ...], list[Actor]]:
    """The tellings of something that happened, or may have, with the types each can be and its acting state."""
    context = context_of(facts, codebook)
    kept: list[Trigger] = []
    actors: list[Actor] = []
    for trigger in facts.triggers:
        planned = trigger.modality is Modality.PLANNED
        types = tuple(
            t
            for t in chosen_types(trigger, facts, codebook, context)
            if codebook.types[t].family not in AFFAIRS and (not planned or codebook.types[t].announced)
        )
        if not types or trigger.modality not in (Modality.HAPPENED, Modality.POSSIBLE, Modality.PLANNED):
            continue
        span = facts.sentences[trigger.sentence]
        names = facts.names_in(span.start, span.end)
        kept.append(replace(trigger, types=types))
        actors.append(actor(kept[-1], facts.report.text, names, (span.start, span.end), facts.bounds))
    return tuple(_settled(kept, codebook)), actors


def _settled(triggers: Sequence[Trigger], codebook: Codebook) -> Iterable[Trigger]:
    """The tellings with the report's own type first where a word ("the test") leaves several open."""
    plain = Counter(t.types[0] for t in triggers if len({codebook.types[x].family for x in t.types}) == 1)
    for trigger in triggers:
        order = sorted(trigger.types, key=lambda t: -plain[t])
        yield replace(trigger, types=tuple(order)) if len(order) > 1 else trigger


def _first_day(value: DateRange) -> date:
    return value.earliest or date.min


class _Framer:
    def __init__(
        self, facts: Facts, codebook: Codebook, triggers: tuple[Trigger, ...], actors: Sequence[Actor],
        dates: tuple[Dated, ...], state: str | None,
    ) -> None:  # fmt: skip
        self.facts, self.codebook, self.triggers, self.actors, self.dates = facts, codebook, triggers, actors, dates
        self.state = state
        self.building: list[_Building] = []
        self.of_trigger: dict[int, int] = {}
        self.of_date: dict[int, int] = {}

    def framing(self) -> Framing:
        """The frames, with every telling and date in its own."""
        own = self._dates_of_triggers()
        self.own = own
        day = self._day_of_report(own)
        for number in range(len(self.triggers)):
            self._place(number, own.get(number), day)
        self._adopt_days_of_speech(day)
        self._place_reference_dates(day)
        self._place_old_dates(day)
        frames = self._roles([self._freeze(n, b) for n, b in enumerate(self.building)], day)
        return Framing(
            self.facts,
            self.triggers,
            self.dates,
            frames,
            self.of_trigger,
            self.of_date,
            self.state,
            self.codebook,
            self._openers(),
        )

    def _dates_of_triggers(self) -> dict[int, int]:
        """For each telling the date that is its own: not the day it was said, nor the far end of a "since"."""
        own: dict[int, int] = {}
        for number, dated in enumerate(self.dates):
            if dated.trigger is None or dated.stamp or dated.range is None or self._is_window(dated):
                continue
            if dated.since and not self._goes_on(dated):
                continue
            rank = (dated.speech, dated.range.day is None, abs(dated.start - self.triggers[dated.trigger].anchor))
            if dated.trigger in own:
                other = self.dates[own[dated.trigger]]
                other_rank = (
                    other.speech,
                    other.range is None or other.range.day is None,
                    abs(other.start - self.triggers[dated.trigger].anchor),
                )
                if other_rank <= rank:
                    continue
            own[dated.trigger] = number
        return own

    def _goes_on(self, dated: Dated) -> bool:
        """Whether the telling is what happened on the far day: "since November 5, when seven missiles were fired"."""
        trigger = self.triggers[dated.trigger or 0]
        gap = self.facts.report.text[dated.end : trigger.start]
        return trigger.start > dated.end and re.match(r",?\s+when\b", gap) is not None

    def _is_window(self, dated: Dated) -> bool:
        """Whether a year is only counted in ("the first test of 2025", "the 12th launch this year")."""
        when = dated.range
        if when is None or when.earliest is None or when.latest is None or (when.latest - when.earliest).days < 200:
            return False
        head = self.facts.report.text[max(0, dated.start - 60) : dated.start]
        return _ORDINAL.search(head) is not None

    def _day_of_report(self, own: Mapping[int, int]) -> DateRange | None:
        """The day the report is about: the newest day of a clause that tells an incident; else that of publication.

        Without a day of publication it is the first day told, which may lack its year.
        """
        told = [when for _, when in self._told(own)]
        days = [d for d in told if d.earliest is not None and d.day is not None]
        published = self.facts.report.published
        if published:
            opening = [d for n, d in self._told(own) if self.triggers[n].sentence in self._opening() and d.day]
            recent = [d for d in days if not before(d, published.day, by=3)] or [
                d for d in opening[:1] if not before(d, published.day, by=_STALE)
            ]
            return max(recent, key=_first_day) if recent else DateRange(published.day, published.day)
        stamps = [d.range for d in self.dates if (d.stamp or d.speech) and d.range is not None]
        return next((d for d in (*told, *stamps) if d.day is not None or (d.partial or "").startswith("--")), None)

    def _told(self, own: Mapping[int, int]) -> list[tuple[int, DateRange]]:
        """The tellings of the day's kind of incident that have a date of their own, with it."""
        return [
            (number, when)
            for number, trigger in enumerate(self.triggers)
            if number in own and self._of_the_day(trigger) and not self.dates[own[number]].speech
            if not self._laid_back(trigger) and not self.dates[own[number]].since
            if (when := self.dates[own[number]].range) is not None
        ]

    def _of_the_day(self, trigger: Trigger) -> bool:
        return any(self.codebook.types[t].family not in AFFAIRS for t in trigger.types)

    def _place(self, number: int, dated: int | None, day: DateRange | None) -> None:
        trigger, state = self.triggers[number], self.actors[number]
        sure = state.state if state.sure else None
        weak = dated is not None and self.dates[dated].speech
        when = self.dates[dated].range if dated is not None and not weak else None
        back = self._is_back(trigger, when, day, sure)
        home = self._same_sentence(number, sure) if when is None and not back and trigger.shape is Shape.NOUN else None
        if home is None:
            home = self._home(trigger, sure, when, back)
        if home is None:
            if trigger.shape is Shape.NOUN and trigger.definite and when is None and self.building and not back:
                return
            self.building.append(_Building(trigger.types, sure or self._default_state(trigger), back))
            home = len(self.building) - 1
        frame = self.building[home]
        frame.triggers.append(number)
        frame.types = (frame.types & set(trigger.types)) or frame.types
        frame.votes[trigger.types[0]] += 2 if trigger.shape is Shape.CLAUSE else 1
        frame.state = frame.state or sure
        self.of_trigger[number] = home
        if dated is not None and weak:
            frame.said.append(dated)
        elif dated is not None:
            frame.dates.append(dated)
            self.of_date[dated] = home
            if frame.date is None or (frame.date.day is None and when is not None and when.day is not None):
                frame.date = when

    def _default_state(self, trigger: Trigger) -> str | None:
        for name in self.facts.names_in(trigger.start, trigger.end + 80):
            if name.kind == "weapon" and (state := getattr(name.entry, "state", None)):
                return str(state)
        return self.state

    def _is_back(self, trigger: Trigger, when: DateRange | None, day: DateRange | None, state: str | None) -> bool:
        if when is not None and day is not None:
            if before(when, day.earliest, by=0 if when.day and day.day else 2):
                return True
            if when.earliest is None and not near(when, day):
                return True
            if day.earliest is None and not near(when, day):
                return True
            if near(when, day) and self._laid_back(trigger) is False:
                return self._foreign(trigger, state)
        span = self.facts.sentences[trigger.sentence]
        head = self.facts.report.text[span.start : trigger.anchor]
        cut = [m.start() for m in re.finditer(r"[;:]|, (?:and|but)\b", head)]
        clause = head[cut[-1] if cut else 0 :][-70:]
        if (
            self._plural_test(trigger)
            or _BACK.search(clause)
            or (trigger.shape is Shape.NOUN and _LASTING.search(clause[-25:]))
        ):
            return True
        return self._foreign(trigger, state)

    def _laid_back(self, trigger: Trigger) -> bool:
        """Whether the words right before say that it was an earlier one ("was last tested", "the previous launch")."""
        span = self.facts.sentences[trigger.sentence]
        return (
            _LASTING.search(self.facts.report.text[max(span.start, trigger.anchor - 25) : trigger.anchor]) is not None
        )

    def _plural_test(self, trigger: Trigger) -> bool:
        """Whether several nuclear tests are spoken of, which no one report is about."""
        words = self.facts.report.text[trigger.start : trigger.end].lower()
        return trigger.shape is Shape.NOUN and "nuclear_test" in trigger.types[:1] and words.endswith("tests")

    def _foreign(self, trigger: Trigger, state: str | None) -> bool:
        """Whether another state acts than the one the report is about."""
        return state is not None and self.state is not None and state != self.state and self._of_the_day(trigger)

    def _home(self, trigger: Trigger, state: str | None, when: DateRange | None, back: bool) -> int | None:
        """The frame a telling joins, or None where it opens one."""
        candidates = [n for n, b in enumerate(self.building) if self._fits(b, trigger, state)]
        if when is not None:
            dated = [n for n in candidates if near(self.building[n].date, when)]
            if dated:
                return dated[0]
            free = [n for n in candidates if self.building[n].date is None and self.building[n].back == back]
            return free[-1] if free else None
        same = [n for n in candidates if self.building[n].back == back]
        if back:
            return None if trigger.shape is Shape.CLAUSE or not same else same[-1]
        return same[0] if same else None

    def _same_sentence(self, number: int, state: str | None) -> int | None:
        """The frame of the telling right before in the same sentence, which a noun without a date goes on about."""
        before_it = number - 1
        if before_it not in self.of_trigger or self.triggers[before_it].sentence != self.triggers[number].sentence:
            return None
        home = self.of_trigger[before_it]
        gap = self.facts.bounds.crossed(self.triggers[before_it].end, self.triggers[number].start)
        return home if gap < 3.0 and self._fits(self.building[home], self.triggers[number], state) else None

    def _fits(self, frame: _Building, trigger: Trigger, state: str | None) -> bool:
        if frame.state is not None and state is not None and frame.state != state:
            return False
        return bool(frame.types & set(trigger.types))

    def _place_reference_dates(self, day: DateRange | None) -> None:
        """The far end of "the first since ..." is an incident of the past, of the kind the telling is of."""
        for number, dated in enumerate(self.dates):
            if not dated.since or dated.trigger not in self.of_trigger or dated.range is None or number in self.of_date:
                continue
            if day is not None and not before(dated.range, day.earliest):
                continue
            source = self.building[self.of_trigger[dated.trigger]]
            home = next(
                (
                    n
                    for n, b in enumerate(self.building)
                    if b.back and b.types & source.types and near(b.date, dated.range)
                ),
                None,
            )
            if home is None:
                frame = _Building(tuple(source.types), source.state, back=True)
                frame.votes.update(source.votes)
                frame.date = dated.range
                self.building.append(frame)
                home = len(self.building) - 1
            self.building[home].dates.append(number)
            self.of_date[number] = home

    def _adopt_days_of_speech(self, day: DateRange | None) -> None:
        """Where nothing else dates an incident, the day it was told of is taken for its own."""
        for home, frame in enumerate(self.building):
            fitting = [n for n in frame.said if day is None or not before(self.dates[n].range, day.earliest, by=7)]
            if frame.date is None and fitting:
                number = fitting[0]
                frame.date = self.dates[number].range
                frame.dates.append(number)
                self.of_date[number] = home

    def _place_old_dates(self, day: DateRange | None) -> None:
        """A past date in a sentence that tells nothing else opens the past: "magnitude 4.9 against 4.52 in 2009"."""
        told = {t.sentence for t in self.triggers}
        main = next((b for b in self.building if not b.back), None)
        if main is None:
            return
        for number, dated in enumerate(self.dates):
            if number in self.of_date or dated.sentence in told or dated.stamp or dated.speech or dated.range is None:
                continue
            old = (
                before(dated.range, day.earliest, by=20)
                if day is not None and day.earliest
                else (dated.range.partial is not None and day is not None and not near(dated.range, day))
            )
            if not old or dated.expression.kind not in {"full", "month_day", "month", "year"}:
                continue
            home = next((n for n, b in enumerate(self.building) if b.back and near(b.date, dated.range)), None)
            if home is None:
                frame = _Building(tuple(main.types), main.state, back=True)
                frame.votes.update(main.votes)
                frame.date = dated.range
                self.building.append(frame)
                home = len(self.building) - 1
            self.building[home].dates.append(number)
            self.of_date[number] = home

    def _freeze(self, number: int, frame: _Building) -> Frame:
        kind = max(frame.types, key=lambda t: (frame.votes[t], -list(self.codebook.types).index(t)))
        return Frame(
            number, kind, frozenset(frame.types), self.codebook.types[kind].family, frame.state, frame.date,
            tuple(frame.triggers), tuple(frame.dates), frame.back,
        )  # fmt: skip

    def _roles(self, frames: list[Frame], day: DateRange | None) -> tuple[Frame, ...]:
        scored = [replace(f, score=self._score(f, day)) for f in frames]
        strong = [f for f in scored if f.score >= 3.0 and self._may_lead(f)]
        leading = strong
        if leading:
            first = min(leading, key=lambda f: (f.back, self.triggers[f.triggers[0]].start if f.triggers else 1 << 30))
            leading = [f for f in scored if f is first or self._second_main(first, f)]
        mains = {f.number for f in leading}
        return tuple(replace(f, role=Role.MAIN if f.number in mains else Role.BACKGROUND) for f in scored)

    def _opening(self) -> set[int]:
        """The headline and the first two sentences of some length."""
        title = {n for n, s in enumerate(self.facts.sentences) if s.kind is BlockKind.TITLE}
        return title | set(self._lead())

    def _lead(self) -> list[int]:
        return [n for n, s in enumerate(self.facts.sentences) if s.kind is BlockKind.BODY and s.end - s.start > 40][:2]

    def _second_main(self, first: Frame, other: Frame) -> bool:
        """Whether a frame is a second subject of the report: the same actor, another kind, told in a clause."""
        if not self._may_lead(other) or (first.family == other.family == "nuclear"):
            return False
        if other.back or other.types & first.types or (other.state and first.state and other.state != first.state):
            return False
        clauses = [
            t for t in other.triggers if self.triggers[t].shape is Shape.CLAUSE and not self.triggers[t].definite
        ]
        return bool(clauses) and (other.date is None or first.date is None or near(first.date, other.date))

    def _may_lead(self, frame: Frame) -> bool:
        kind = self.codebook.types[frame.type]
        if frame.family in {"launch", "nuclear"} and frame.state is None:
            return False
        return not kind.only_states or frame.state in kind.only_states

    def _begins_early(self, frame: Frame) -> bool:
        """Whether the headline or one of the first sentences tells it: what comes up deep in a text is no subject."""
        early = [n for n, s in enumerate(self.facts.sentences) if s.kind is BlockKind.BODY and s.end - s.start > 40][
            :_EARLY
        ]
        return any(self.triggers[t].sentence <= (early[-1] if early else 0) for t in frame.triggers)

    def _score(self, frame: Frame, day: DateRange | None) -> float:
        """How much speaks for a frame as the report's subject; see the weights beside each line."""
        score = later = 0.0
        opening = set(self._lead())
        for number in frame.triggers:
            trigger = self.triggers[number]
            clause = trigger.shape is Shape.CLAUSE
            if self.facts.sentences[trigger.sentence].kind is BlockKind.TITLE:
                score += 3.0 if clause else 2.0  # the headline tells it
            elif trigger.sentence in opening:
                score += 3.0 if clause else 1.0  # the lead tells it
            else:
                later += 1.5 if clause else 0.3
        score += min(later, 3.0) if self._begins_early(frame) else 0.0
        if frame.back:
            score -= 4.0  # told as past
        if frame.date is not None and day is not None and near(frame.date, day):
            score += 1.5 if self._begins_early(frame) else 0.5  # of the day
        return score

    def _openers(self) -> dict[int, tuple[Opener, ...]]:
        found: dict[int, list[Opener]] = {}
        for number, home in self.of_trigger.items():
            trigger = self.triggers[number]
            found.setdefault(trigger.sentence, []).append(Opener(trigger.start, trigger.end, home))
        for number, home in self.of_date.items():
            dated = self.dates[number]
            if dated.since or self.building[home].back:
                loose = dated.since or dated.trigger is None
                found.setdefault(dated.sentence, []).append(Opener(dated.start, dated.end, home, loose))
        return {sentence: tuple(sorted(openers)) for sentence, openers in found.items()}
