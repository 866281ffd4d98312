"""Past days that make incidents of their own: the far end of "the first since", further days of a list, old days that no
telling stands beside.
"""

from collections.abc import MutableMapping, MutableSequence, Sequence
from datetime import date

from reportedly.codebook import Codebook
from reportedly.extract.building import Building
from reportedly.extract.dated import Dated, before, near
from reportedly.extract.elliptic import is_far_end, is_second, stands_for_it, tells, tells_deed
from reportedly.extract.facts import Facts
from reportedly.extract.lexicon import Part
from reportedly.extract.tellings import default_state
from reportedly.extract.trigger import Modality, Shape, Trigger
from reportedly.frozen import dataclass
from reportedly.model import BlockKind, DateRange

_WEEK = 7  # days
_CLAUSE = 2.5  # the weight of "since" and of less than a comma
_NOT_DONE = frozenset({Modality.DENIED, Modality.PLANNED})
_POINTS = frozenset({"full", "month_day", "month", "year", "weekday", "relative"})
_SECOND = _POINTS - {"year"}
_MISSILES = date(1957, 1, 1)  # before there were any of long range "since 1945", "since 1953" speak of wars


@dataclass(frozen=True)
class PastDays:
    """Puts days into frames of the past; `homes` are the frames of tellings and of dates."""

    facts: Facts
    codebook: Codebook
    triggers: Sequence[Trigger]
    dates: Sequence[Dated]
    building: MutableSequence[Building]
    homes: tuple[MutableMapping[int, int], MutableMapping[int, int]]

    def place(self, day: DateRange | None) -> None:
        """Places every past day beside the report's own."""
        self._reference_dates(day)
        self._broken_silence(day)
        self._listed_dates(day)
        self._second_days(day)
        self._old_dates(day)

    def _reference_dates(self, day: DateRange | None) -> None:
        """The far end of "the first since ..." is an incident of the past, of the kind the telling is of."""
        for number, dated in enumerate(self.dates):
            if (
                not dated.since
                or dated.trigger is None
                or dated.trigger not in self.homes[0]
                or dated.range is None
                or number in self.homes[1]
            ):
                continue
            source = self.building[self.homes[0][dated.trigger]]
            if not is_far_end(self.facts, dated, source.types):
                continue
            of_a_war = before(dated.range, _MISSILES) and not any(self.codebook.is_a(t, "blast") for t in source.types)
            if not of_a_war and (day is None or before(dated.range, day.earliest)):
                self._into_past(number, source, told=True)

    def _broken_silence(self, day: DateRange | None) -> None:
        """The day since which nothing was launched is that of the last: "had not fired a shot since November 28"."""
        for number, dated in enumerate(self.dates):
            if not dated.since or dated.trigger is not None or number in self.homes[1] or dated.range is None:
                continue
            told = [t for t in self.facts.triggers if t.sentence == dated.sentence and t.end <= dated.start]
            if not self._is_old(dated.range, day, by=0):
                continue
            if not told:
                self._first_of_its_kind(number)
                continue
            if told[-1].modality not in _NOT_DONE:
                continue
            if self.facts.bounds.crossed(told[-1].end, dated.start) >= _CLAUSE:
                continue  # "overshadowing a test ahead of the congress, the first since 1980"
            types = set(told[-1].types)
            main = next((b for b in self.building if b.types & types), None)
            if is_far_end(self.facts, dated, types):
                whose = default_state(
                    told[-1], self.facts, self.codebook, (main or self.building[0]).state if self.building else None
                )
                self._into_past(number, main or Building(told[-1].types, whose, back=True), told=True, state=whose)

    def _first_of_its_kind(self, number: int) -> None:
        """The far end that no verb of launch stands before: "the first missile to cross the islands since August 29"."""
        main, dated = next((b for b in self.building if not b.back), None), self.dates[number]
        span = self.facts.sentences[dated.sentence]
        if main is None or span.kind is not BlockKind.BODY or not is_far_end(self.facts, dated, main.types):
            return
        if any(
            t.term.part is not Part.VERB and main.types & {*t.term.types}
            for t in self.facts.terms_in(span.start, dated.start)
        ):
            self._into_past(number, main, told=True)

    def _listed_dates(self, day: DateRange | None) -> None:
        """Each further day of a list is an incident of its own, of the kind of the first: "on January 5 and 11"."""
        for number, dated in enumerate(self.dates):
            home = self.homes[1].get(number - 1)
            if home is None or not dated.listed or number in self.homes[1] or dated.range is None or dated.aside:
                continue
            if near(dated.range, self.building[home].date):
                continue
            if self._goes_on(number):
                self._beside(number, self.building[home])
            elif self.building[home].back and (day is None or before(dated.range, day.earliest)):
                self._into_past(number, self.building[home], told=True)

    def _second_days(self, day: DateRange | None) -> None:
        """A further day of a telling's sentence, with what else was done on it: "took place on January 24 and was repeated on
        October 18", "fired two on May 4 and one on May 9"."""
        for number, dated in enumerate(self.dates):
            home = self.homes[0].get(dated.trigger) if dated.trigger is not None else None
            if number in self.homes[1] or home is None or dated.range is None:
                continue
            if dated.aside or dated.stamp or dated.since or dated.prior or dated.expression.kind not in _SECOND:
                continue
            source = self.building[home]
            if source.date is None or near(source.date, dated.range) or not self._is_old(dated.range, day, by=0):
                continue
            own = [self.dates[n] for n in source.dates if self.dates[n].sentence == dated.sentence]
            own = [
                one for one in own if one.start < dated.start or self.triggers[dated.trigger or 0].end <= dated.start
            ]
            if any(is_second(self.facts, *sorted((one, dated), key=lambda d: d.start)) for one in own):
                self._into_past(number, source, told=True)

    def _goes_on(self, number: int) -> bool:
        """Whether a day and the one it is listed behind are whole days that one clause tells, and neither is of the past."""
        one, two = self.dates[number - 1 : number + 1]
        if one.range is None or two.range is None or one.range.day is None or two.range.day is None:
            return False
        first = self.triggers[one.trigger] if one.trigger is not None else None
        return (
            first is not None and one.trigger == two.trigger
            and (first.shape is Shape.CLAUSE or self.facts.report.text[first.start : first.end].endswith("s"))
            and one.range.day < two.range.day and not self.building[self.homes[1][number - 1]].back
        )  # fmt: skip

    def _beside(self, number: int, source: Building) -> None:
        """Puts a listed day into a frame of its own that is told like the one it is listed behind."""
        frame = Building(tuple(source.types), source.state, back=False)
        frame.votes.update(source.votes)
        frame.date, frame.told = self.dates[number].range, True
        frame.dates.append(number)
        self.building.append(frame)
        self.homes[1][number] = len(self.building) - 1

    def _old_dates(self, day: DateRange | None) -> None:
        """A past date that no telling of its own stands beside opens the past: "magnitude 4.9 against 4.52 in 2009"."""
        told = {t.sentence for t in self.triggers}
        main = next((b for b in self.building if not b.back), None)
        if main is None:
            return
        firm = any(not self.dates[n].aside for n in main.dates)
        kinds = {"full", "month_day", "weekday"} if firm else {"full", "month_day"}
        for number, dated in enumerate(self.dates):
            if number in self.homes[1] or dated.stamp or dated.aside or dated.since or dated.range is None:
                continue
            whole = dated.expression.kind in kinds and dated.expression.relation_to != "anchor"
            old = self._is_old(dated.range, day, by=1) or self._told_vaguely(dated.range) is not None
            named = whole and old and tells(self.facts, dated, main.types)
            wide = dated.sentence not in told and dated.expression.kind in {"full", "month_day", "month", "year"}
            if not named and dated.sentence not in told and dated.expression.kind in _POINTS:
                ago = 0 if self._is_told(dated.range) else 1
                named = self._is_old(dated.range, day, by=ago) and tells_deed(self.facts, dated, main.types)
            if not named and dated.expression.kind in _POINTS and stands_for_it(self.facts, dated):
                named = self._is_old(dated.range, day, by=1)
            if named or (wide and self._is_old(dated.range, day, by=20)):
                self._into_past(number, main, told=named)

    def _is_told(self, when: DateRange) -> bool:
        """Whether a past incident has this very day."""
        return when.day is not None and any(
            b.back and b.date is not None and b.date.day == when.day for b in self.building
        )

    def _is_old(self, when: DateRange, day: DateRange | None, *, by: int) -> bool:
        """Whether a date lies so many days before the report's own day; one without a year need only be another."""
        if day is not None and day.earliest:
            return before(when, day.earliest, by=by)
        return when.partial is not None and day is not None and not near(when, day)

    def _told_vaguely(self, when: DateRange | None) -> int | None:
        """The one subject told only as of a few days among which a day falls: "earlier this week ... on 9 March"."""
        mains = [n for n, b in enumerate(self.building) if not b.back]
        told = self.building[mains[0]].date if len(mains) == 1 else None
        if mains and any(self.dates[n].expression.kind != "relative" for n in self.building[mains[0]].dates):
            return None
        if when is None or when.day is None or told is None or told.earliest is None or told.latest is None:
            return None
        return mains[0] if 0 < (told.latest - told.earliest).days <= _WEEK and near(told, when) else None

    def _into_past(self, number: int, source: Building, *, told: bool = False, state: str | None = None) -> None:
        """Puts a date into the past frame it fits, or into a new one of the kind the source is of."""
        when = self.dates[number].range
        if (main := self._told_vaguely(when)) is not None:
            self.building[main].date = when
            self.building[main].dates.append(number)
            self.homes[1][number] = main
            return
        whose = state or source.state
        fitting = (
            n for n, b in enumerate(self.building)
            if b.back and b.types & source.types and near(b.date, when) and (state is None or b.state in (None, whose))
        )  # fmt: skip
        home = next(fitting, None)
        if home is None:
            frame = Building(tuple(source.types), whose, back=True)
            frame.votes.update(source.votes)
            frame.date = when
            self.building.append(frame)
            home = len(self.building) - 1
        frame = self.building[home]
        if told and when is not None and when.day is not None and frame.date is not None and frame.date.day is None:
            frame.date = when  # "two in July ... 37 minutes on July 4 and 47 on July 28"
        frame.told |= told
        frame.dates.append(number)
        self.homes[1][number] = home
