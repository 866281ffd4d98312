"""Which incident a telling speaks of: the day's own, a second one, or one of the past.

A frame gathers the tellings of one incident in one report. The first telling of the lead opens the main frame; a
telling with another date, a word of the past ("last", "earlier", "since") or another acting state opens a frame of
its own; everything else joins. Values then go to the nearest telling of their sentence.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from reportedly.codebook import Codebook, Sort
from reportedly.extract.actor import Actor
from reportedly.extract.apart import one_of
from reportedly.extract.building import Building, join_accounts, join_one_day, speaker
from reportedly.extract.dated import Dated, before, near
from reportedly.extract.dating import date_all
from reportedly.extract.facts import Facts
from reportedly.extract.framing import Frame, Framing, Opener, zone_of_state
from reportedly.extract.leading_state import leading_state
from reportedly.extract.outlet import far_apart, zone_afar
from reportedly.extract.own_days import FRESH, OwnDays
from reportedly.extract.past import NEWS, laid_back, of_itself, points_back, told_as_past
from reportedly.extract.past_days import PastDays
from reportedly.extract.referring import referred
from reportedly.extract.stamps import labels
from reportedly.extract.subject import Subject
from reportedly.extract.tellings import default_state, of_the_day, tellings_of
from reportedly.extract.trigger import Shape, Trigger
from reportedly.extract.who_decides import deciding_actors, is_below
from reportedly.fields.count import find_withheld
from reportedly.model import BlockKind, DateRange
from reportedly.patterns import compiled

_RELATIVE = compiled(r"[^.;:]{0,50}?,?\s(?:that|(?:in |during )?which|when)\s(?:[\w’']+\s){0,5}")
_LATEST = compiled(r"\b[Tt]he latest\s(?:[\w-]+\s){0,2}$")
_FLEW = compiled(r"fl(?:ew|own|ies)\b")  # tells on about what was launched
_HAD = compiled(r"\b(?:had|having)\s+(?:\w+\s+){0,2}$")  # goes on about what its sentence told before
_FLIES: tuple[Sort, ...] = ("missile", "cruise")
_MONTH = 31  # days of the longest span that dates an incident of the day


def frame_report(facts: Facts, codebook: Codebook, whose: str | None = None) -> Framing:
    """The frames of a report; `whose` is the state it is about, where that is known beforehand."""
    triggers, actors = tellings_of(facts, codebook)
    headline = next((t.end for t in facts.sentences if t.kind is BlockKind.TITLE), 0)
    deciding = deciding_actors(facts, codebook, triggers, actors)
    struck = any(t.strike for t in triggers)
    state = whose or leading_state(deciding, facts.names, facts.report.text, headline, codebook, at_war=struck)
    zone = zone_of_state(codebook, state)
    afar = zone_afar(facts, codebook, zone)
    dates = date_all(facts, triggers, zone, codebook, afar)
    return _Framer(facts, codebook, triggers, actors, dates, state).framing()


class _Framer:
    def __init__(
        self, facts: Facts, codebook: Codebook, triggers: tuple[Trigger, ...], actors: Sequence[Actor],
        dates: tuple[Dated, ...], state: str | None,
    ) -> None:  # fmt: skip
        self.facts, self.codebook, self.triggers, self.actors, self.dates = facts, codebook, triggers, actors, dates
        self.state = state
        self.building: list[Building] = []
        self.of_trigger: dict[int, int] = {}
        self.of_date: dict[int, int] = {}
        under = labels(facts.report.text, facts.sentences, facts.dates)
        self.entries = {
            d.sentence: n for n, d in reversed([*enumerate(dates)]) if d.sentence in under and len(under) > 1
        }
        self._kin = [kin for kin in codebook.type_families if any(codebook.is_a(kind, "space") for kind in kin)]

    def framing(self) -> Framing:
        """The frames, with every telling and date in its own."""
        days = OwnDays(self.facts, self.codebook, self.triggers, self.dates, self.entries)
        own = days.of_triggers()
        day = days.of_report(own)
        for number in range(len(self.triggers)):
            self._place(number, own.get(number), day)
        join_accounts(
            self.building, (self.of_trigger, self.of_date), self.facts, self.triggers, self.dates, self.codebook
        )
        self._adopt_days_of_speech(day)
        join_one_day(self.building, (self.of_trigger, self.of_date))
        PastDays(
            self.facts, self.codebook, self.triggers, self.dates, self.building, (self.of_trigger, self.of_date)
        ).place(day)
        frames = [self._freeze(n, b) for n, b in enumerate(self.building)]
        return Framing(
            self.facts,
            self.triggers,
            self.dates,
            Subject(self.facts, self.codebook, self.triggers, day, days.with_a_day(own), self.dates).with_roles(frames),
            self.of_trigger,
            self.of_date,
            self.state,
            self.codebook,
            self._openers(),
        )

    def _is_wide(self, dated: Dated, day: DateRange | None) -> bool:
        """Whether a date is a long time up to the report's own day, which dates no incident: "this year"."""
        when = dated.range
        if when is None or when.earliest is None or when.latest is None or (when.latest - when.earliest).days <= _MONTH:
            return False
        return day is not None and near(when, day)

    def _is_earlier(self, dated: Dated, trigger: Trigger) -> bool:
        """Whether below the lead something is told of "earlier this month", be the report's day of the same month."""
        wide = dated.range is not None and dated.range.day is None
        below = wide and trigger.sentence in self.facts.body[NEWS:]
        return below and self.facts.report.text[dated.start : dated.end].lower().startswith("earlier")

    def _place(self, number: int, dated: int | None, day: DateRange | None) -> None:
        trigger, state = self.triggers[number], self.actors[number]
        if dated is not None and self._is_wide(self.dates[dated], day):
            dated = None
        sure = state.state if state.sure else None
        weak = dated is not None and self.dates[dated].aside
        when = self.dates[dated].range if dated is not None and not weak else None
        back = self._is_back(trigger, when, day, sure)
        back = back or (dated is not None and (self.dates[dated].since or self.dates[dated].prior))
        back = back and not self._is_latest(trigger, sure)
        if dated is not None and self._is_earlier(self.dates[dated], trigger):
            when, back = None, True
        text = self.facts.report.text
        goes_on = trigger.shape is Shape.NOUN or trigger.anchor == trigger.object_start  # "two missiles and two shells"
        goes_on = goes_on or _FLEW.match(text, trigger.anchor) is not None
        goes_on = goes_on or _HAD.search(text[max(0, trigger.anchor - 30) : trigger.anchor]) is not None
        home = self._same_thing(trigger)
        if home is None and of_itself(trigger, self.facts):
            home = self._same_sentence(number, sure)
        home = self._pointed_at(trigger, when) if home is None else home
        home = self._told_on(number, sure) if home is None and when is None else home
        if home is None and when is None and not back and sure is None:
            home = self._of_its_paragraph(trigger)
        if home is None and when is None and not back and goes_on:
            home = self._same_sentence(number, sure)
        if home is None:
            home = self._home(trigger, sure, (when, day), back)
        if when is None and not back:
            beside = referred(trigger, home, self.building, self.of_trigger, self.triggers, self.facts)
            home = home if beside is None or not self._fits(self.building[beside], trigger, sure) else beside
        if home is not None and not back:
            home = self._among(trigger, home)
        if home is None:
            if trigger.shape is Shape.NOUN and trigger.definite and when is None and self.building and not back:
                return
            whose = sure or default_state(trigger, self.facts, self.codebook, self.state)
            past = not self._foreign(trigger, sure) or told_as_past(trigger, self.facts)
            self.building.append(Building(trigger.types, whose, back, past=past or self._is_stale(when, day)))
            home = len(self.building) - 1
        frame = self.building[home]
        frame.triggers.append(number)
        frame.types = (frame.types & set(trigger.types)) or frame.types
        frame.votes[trigger.types[0]] += 2 if trigger.shape is Shape.CLAUSE else 1
        frame.state = frame.state or sure
        self.of_trigger[number] = home
        if dated is not None and weak:
            frame.said.append(dated)
        elif dated is not None and not self._of_another_day(frame, when):
            frame.dates.append(dated)
            self.of_date[dated] = home
            when = self.dates[dated].range
            if frame.date is None or (frame.date.day is None and when is not None and when.day is not None):
                frame.date = when

    def _of_another_day(self, frame: Building, when: DateRange | None) -> bool:
        """Whether a past incident has one day, and a date is another: "fired three that flew 500 km, and on Aug. 3 one that"."""
        return frame.back and frame.date is not None and when is not None and not near(frame.date, when)

    def _is_back(self, trigger: Trigger, when: DateRange | None, day: DateRange | None, state: str | None) -> bool:
        """Whether a telling is of the past, or of another state's doing."""
        foreign = self._foreign(trigger, state)
        if trigger.sentence in self.entries:
            return not near(when, day)
        if when is None or day is None:
            return told_as_past(trigger, self.facts) or foreign
        if before(when, day.earliest, by=0 if when.day and day.day else 2):
            return True
        if (when.earliest is None or day.earliest is None) and not near(when, day):
            return True
        if near(when, day) and not laid_back(trigger, self.facts):
            return foreign
        return told_as_past(trigger, self.facts) or foreign

    def _is_latest(self, trigger: Trigger, state: str | None) -> bool:
        """Whether "the latest test, in January" gives the subject, of which no day was told so far, its day."""
        if _LATEST.search(self.facts.report.text[max(0, trigger.start - 40) : trigger.start]) is None:
            return False
        return any(b.date is None and not b.back and self._fits(b, trigger, state) for b in self.building)

    def _foreign(self, trigger: Trigger, state: str | None) -> bool:
        """Whether another state acts than the one the report is about."""
        return (
            state is not None and self.state is not None and state != self.state and of_the_day(trigger, self.codebook)
        )

    def _is_stale(self, when: DateRange | None, day: DateRange | None) -> bool:
        """Whether a date is no news beside the report's own day."""
        return day is not None and before(when, day.earliest, by=FRESH)

    def _home(
        self, trigger: Trigger, state: str | None, dates: tuple[DateRange | None, DateRange | None], back: bool
    ) -> int | None:
        """The frame a telling joins, by its own date and the report's day, or None where it opens one."""
        when, day = dates
        candidates = [n for n, b in enumerate(self.building) if self._fits(b, trigger, state)]
        if when is not None:
            dated = [n for n in candidates if near(self.building[n].date, when)]
            if dated:
                return dated[0]
            free = [n for n in candidates if self.building[n].date is None and self.building[n].back == back]
            if back and not free and (when.day is None or self._is_stale(when, day)):
                free = [n for n in candidates if self._announced(self.building[n], trigger)]
            if self._is_stale(when, day):  # what another state does beside the subject has its day
                free = [n for n in free if self.building[n].past or not self.building[n].back]
            return free[-1] if free else None
        same = [n for n in candidates if self.building[n].back == back]
        if back and self._foreign(trigger, state) and not told_as_past(trigger, self.facts):
            same = [n for n in same if self.building[n].state == state]
            return same[-1] if same else None
        if back:
            return None if trigger.shape is Shape.CLAUSE or not same else same[-1]
        if not same and all(b.back for b in self.building):
            same = [n for n in candidates if self._is_the_news(self.building[n])]
        return same[0] if same else None

    def _is_the_news(self, frame: Building) -> bool:
        """Whether headline and lead tell what is known only now: "tested it in March but kept it quiet"."""
        told = [t for n in frame.triggers if (t := self.triggers[n]).shape is Shape.CLAUSE]
        plain = [t for t in told if not told_as_past(t, self.facts) and not is_below(t, self.facts)]
        title = any(self.facts.sentences[t.sentence].kind is BlockKind.TITLE for t in plain)
        return title and any(t.sentence in self.facts.body[:1] for t in plain)

    def _announced(self, frame: Building, trigger: Trigger) -> bool:
        """Whether the headline alone tells a frame so far, and the lead goes on with it, which is of an older day."""
        told = [self.triggers[n] for n in frame.triggers]
        title = all(self.facts.sentences[t.sentence].kind is BlockKind.TITLE for t in told)
        lead = trigger.sentence in self.facts.body[:1] and trigger.shape is Shape.CLAUSE
        alone = sum(t.sentence == trigger.sentence and t.shape is Shape.CLAUSE for t in self.triggers) == 1
        return bool(told) and title and lead and alone and frame.date is None and not told_as_past(trigger, self.facts)

    def _among(self, trigger: Trigger, home: int) -> int:
        """Of a frame and those told apart from it the one that a telling is of; a new one where it is of none."""
        apart = self.building[home].apart
        first = home if apart is None else apart
        if self.building[first].back or not any(self.codebook.is_a(t, sort) for t in trigger.types for sort in _FLIES):
            return home
        group = {n: b.triggers for n, b in enumerate(self.building) if n == first or b.apart == first}
        number = one_of(trigger, {n: [self.triggers[t] for t in told] for n, told in group.items()}, self.facts)
        if number is None:
            self.building.append(self.building[first].beside(trigger.types, first))
        return len(self.building) - 1 if number is None else number

    def _same_thing(self, trigger: Trigger) -> int | None:
        """The frame of another telling of the very same words: "launched a missile on Sunday that exploded". One telling
        of two states ("India and Pakistan both tested missiles") is two."""
        placed = ((n, self.triggers[n]) for n in reversed(self.of_trigger))
        same = (n for n, t in placed if t.object_start is not None and t.object_start == trigger.object_start)
        number = next(same, None)
        if number is None or self.triggers[number].anchor == trigger.anchor:
            return None
        return self.of_trigger[number]

    def _pointed_at(self, trigger: Trigger, when: DateRange | None) -> int | None:
        """The past incident told in the sentence before, which "That missile ..." goes on about."""
        points = points_back(trigger, self.facts)
        if not points and not (trigger.definite and when is not None and when.day is not None):
            return None  # "It launched the Ghauri last month. The flight of April 6"
        beside = (n for n in reversed(self.of_trigger) if self.triggers[n].sentence == trigger.sentence - 1)
        home = next((h for n in beside if self.building[h := self.of_trigger[n]].back), None)
        told = self.building[home].date if home is not None else None
        return home if near(told, when) or (points and (when is None or told is None)) else None

    def _told_on(self, number: int, state: str | None) -> int | None:
        """The past incident of which a relative clause tells on: "In April it fired a rocket that put a satellite in orbit"."""
        before_it = self.triggers[number - 1] if number - 1 in self.of_trigger else None
        if before_it is None or before_it.sentence != self.triggers[number].sentence:
            return None
        home = self.of_trigger[number - 1]
        gap = self.facts.report.text[before_it.end : self.triggers[number].start]
        goes_on = self.building[home].back and _RELATIVE.fullmatch(gap) is not None
        return home if goes_on and self._fits(self.building[home], self.triggers[number], state) else None

    def _of_its_paragraph(self, trigger: Trigger) -> int | None:
        """What another state did, where the paragraph begins with that and has told of nothing else before: "The North's
        volley came on Sunday. Seoul counted eight missiles launched from four places"."""
        text, number = self.facts.report.text, trigger.sentence
        spans, told = self.facts.sentences, [n for n in self.of_trigger if self.triggers[n].sentence <= number]
        start = text.rfind("\n", 0, spans[number].start) + 1
        homes = {self.of_trigger[n] for n in told if self.triggers[n].start >= start}
        first = [n for n in told if self.triggers[n].start >= start and spans[self.triggers[n].sentence].start == start]
        if len(homes) != 1 or not first or number in self.facts.body[:1]:
            return None
        home = homes.pop()
        frame = self.building[home]
        foreign = frame.state is not None and frame.state != self.state
        return home if foreign and self._fits(frame, trigger, None) else None

    def _same_sentence(self, number: int, state: str | None) -> int | None:
        """The frame of the telling right before in the same sentence, which a noun without a date goes on about."""
        before_it = number - 1
        if before_it not in self.of_trigger or self.triggers[before_it].sentence != self.triggers[number].sentence:
            return None
        home = self.of_trigger[before_it]
        gap = self.facts.bounds.crossed(self.triggers[before_it].end, self.triggers[number].start)
        return home if gap < 3.0 and self._fits(self.building[home], self.triggers[number], state) else None

    def _fits(self, frame: Building, trigger: Trigger, state: str | None) -> bool:
        if frame.state is not None and state is not None and frame.state != state:
            return False
        if frame.types & set(trigger.types):
            return True
        return not frame.past and any(set(k) & frame.types and set(k) & set(trigger.types) for k in self._kin)

    def _adopt_days_of_speech(self, day: DateRange | None) -> None:
        """Where nothing else dates an incident, the first day it was told of is taken for its own."""
        undated = [b for b in self.building if b.date is None and b.said]
        if undated and any(w.field == "date" for w in find_withheld(self.facts.report.text, self.codebook.phrases)):
            return  # "it did not say on which day"
        for home, frame in enumerate(self.building):
            said = [n for n in frame.said or self._said_over(frame) if not self._said_afar(frame, n)]
            fitting = [n for n in said if day is None or not before(self.dates[n].range, day.earliest, by=FRESH)]
            if frame.date is None and fitting:
                number = min(fitting, key=self._first_day)
                frame.date = self.dates[number].range
                frame.dates.append(number)
                self.of_date[number] = home

    def _said_afar(self, frame: Building, number: int) -> bool:
        """Whether those far away tell of it on a day, who tell it later: "U.S. officials said on Friday that Iran had"."""
        book = self.codebook
        tested = all(book.types[t].family == "launch" and not book.is_a(t, "strike") for t in frame.types)
        if frame.back or not tested:
            return False
        teller = speaker(self.facts, self.dates[number])
        return teller is not None and far_apart(book, teller, frame.state)

    def _said_over(self, frame: Building) -> list[int]:
        """The days of speech in a lead that tells nothing itself, below a headline that tells the incident."""
        lead = self.facts.body[:1]
        clauses = [t for n in frame.triggers if (t := self.triggers[n]).shape is Shape.CLAUSE]
        told = {self.facts.sentences[t.sentence].kind for t in clauses}
        if frame.back or BlockKind.TITLE not in told or any(t.sentence in lead for t in self.triggers):
            return []
        return [n for n, d in enumerate(self.dates) if d.aside and d.trigger is None and d.sentence in lead]

    def _first_day(self, number: int) -> date:
        """When a date begins; one without a year behind all others."""
        when = self.dates[number].range
        return when.earliest if when is not None and when.earliest is not None else date.max

    def _freeze(self, number: int, frame: Building) -> Frame:
        types = self._told_plainly(frame)
        kind = max(types, key=lambda t: (frame.votes[t], -list(self.codebook.types).index(t)))
        return Frame(
            number, kind, frozenset(types), self.codebook.types[kind].family, frame.state, frame.date,
            tuple(frame.triggers), tuple(frame.dates), frame.back, told=frame.told, apart=frame.apart,
        )  # fmt: skip

    def _told_plainly(self, frame: Building) -> set[str]:
        """The types of a frame; that of a satellite where most tellings that leave no choice are of one, whatever the first
        was of: "its long-range missile blew up; the satellite never reached orbit"."""
        sole = Counter(t.types[0] for n in frame.triggers if len((t := self.triggers[n]).types) == 1)
        for kin in self._kin:
            space = next(kind for kind in kin if self.codebook.is_a(kind, "space"))
            others = sum(sole[kind] for kind in kin if kind != space)
            if space not in frame.types and frame.types & {*kin} and sole[space] > max(1, others):
                return {space}
        return frame.types

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
