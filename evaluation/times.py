"""Dates and clocks outside our subject: histories (WikiWars) and Wikinews (MEANTIME), against others' marks.

python -m evaluation.times [-v]
"""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

from evaluation.reading import DATA
from reportedly.fields import clock
from reportedly.fields.date import Calendar, DateExpression, find, resolve
from reportedly.fields.date_spans import month_end
from reportedly.fields.date_words import SEASONS
from reportedly.model import DateRange, Published
from reportedly.score import Tally

WIKIWARS, MEANTIME = DATA / "wikiwars", DATA / "meantime" / "intra-doc_annotation"
_TIMEX = re.compile(r"<TIMEX2([^>]*)>|</TIMEX2>|<[^>]+>")
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<season>SP|SU|FA|WI)|Q(?P<quarter>[1-4])|H(?P<half>[12])|W(?P<week>\d\d)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?(?:T(?P<clock>\d\d:\d\d)?\w*(?::\d\d)?)?$"
)
_TIGHT = re.compile(r"\s+(?=[,.;:!?)%]|['’]s\b|n't\b)|(?<=[($])\s+")
_LAST_MARKED = 5  # MEANTIME's markers stopped behind this sentence
_SINCE = 1900  # what the program takes for a year
_WAR_HEAD = re.compile(r"<DOC(?:ID|TYPE)[^>]*>.*?</DOC(?:ID|TYPE)>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Mark:
    """What a marker wrote of one time expression: its place, its value, and whether only a part of that is meant."""

    start: int
    end: int
    value: str
    part: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its marks, and its day of publication where it has one."""

    name: str
    text: str
    marks: tuple[Mark, ...]
    published: date | None = None


def wikiwars(folder: Path) -> Iterator[Marked]:
    """The histories, whose times are marked inline by TIMEX2."""
    for path in sorted(folder.glob("*.key.xml")):
        raw = _WAR_HEAD.sub("", path.read_text("utf-8", errors="replace"))
        pieces: list[str] = []
        marks: list[Mark] = []
        opened: list[tuple[int, str]] = []
        length = place = 0
        for tag in _TIMEX.finditer(raw):
            pieces.append(unescape(raw[place : tag.start()]))
            length, place = length + len(pieces[-1]), tag.end()
            if tag[0].startswith("<TIMEX2"):
                opened.append((length, tag[1]))
            elif tag[0] == "</TIMEX2>" and opened:
                start, attributes = opened.pop()
                said = dict(re.findall(r'(\w+)="([^"]*)"', attributes))
                marks.append(Mark(start, length, said.get("val", ""), bool(said.get("mod"))))
        yield Marked(path.stem, "".join(pieces), tuple(marks))


def meantime(folder: Path) -> Iterator[Marked]:
    """The Wikinews articles, whose times are marked by TIMEX3 over tokens, in title, date and first sentences alone."""
    for path in sorted(folder.glob("*/*.xml")):
        root = ElementTree.parse(path).getroot()
        text, places = _joined(t for t in root.findall("token") if int(t.get("sentence", "0")) <= _LAST_MARKED)
        marks, published = [], None
        for timex in root.iter("TIMEX3"):
            value = timex.get("value", "")
            if timex.get("functionInDocument") == "CREATION_TIME" and _VALUE.match(value[:10]):
                published = date.fromisoformat(value[:10])
            held = [places[t] for a in timex.findall("token_anchor") if (t := a.get("t_id", "")) in places]
            if held:
                marks.append(Mark(min(s for s, _ in held), max(e for _, e in held), value))
        yield Marked(path.stem, text, tuple(marks), published)


def _joined(tokens: Iterable[ElementTree.Element]) -> tuple[str, dict[str, tuple[int, int]]]:
    """The text that the tokens make, a line a sentence, and the place of every token."""
    text, sentence = "", None
    places: dict[str, tuple[int, int]] = {}
    for token in tokens:
        word = token.text or ""
        gap = "" if not text else "\n\n" if token.get("sentence") != sentence else " "
        sentence = token.get("sentence")
        if gap == " " and _TIGHT.search(f"{text[-1]} {word}"):
            gap = ""
        start = len(text) + len(gap)
        text += gap + word
        places[token.get("t_id", "")] = (start, len(text))
    return text, places


def span_of(value: str) -> DateRange | None:
    """The days that a marked value stands for; None for durations, sets, clocks, and what no calendar fixes."""
    match = _VALUE.match(value)
    if match is None or match["clock"]:
        return None
    year = int(match["year"])
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return DateRange(day, day)
    if match["week"]:
        monday = date.fromisocalendar(year, int(match["week"]), 1)
        return DateRange(monday, monday + timedelta(days=6))
    first, last = 1, 12
    if match["month"]:
        first = last = int(match["month"])
    elif match["season"]:
        first, last = SEASONS[_SEASONS[match["season"]]]
    elif match["quarter"]:
        first, last = int(match["quarter"]) * 3 - 2, int(match["quarter"]) * 3
    elif match["half"]:
        first, last = int(match["half"]) * 6 - 5, int(match["half"]) * 6
    return DateRange(date(year, first, 1), month_end(year + (last < first), last))


def read(marked: Marked) -> list[tuple[DateExpression, DateRange]]:
    """Every date of a text with its days; a history's dates without a year take the one nearest to the date before."""
    published = Published(marked.published) if marked.published else None
    found = []
    anchor: DateRange | None = None
    for expression in find(marked.text):
        year = None if published else _year_near(anchor, expression)
        resolved = resolve(expression, Calendar(published, anchor=anchor, year=year))
        if resolved is not None and resolved.earliest is not None:
            found.append((expression, resolved))
            anchor = resolved if resolved.day or not published else anchor
    return found


def _year_near(anchor: DateRange | None, expression: DateExpression) -> int | None:
    """The year in which a month falls nearest to the date told before: January 1942 after December 1941."""
    if anchor is None or anchor.earliest is None:
        return None
    months = (expression.month or anchor.earliest.month) - anchor.earliest.month
    return anchor.earliest.year + (months < -6) - (months > 6)


def dates(marked: Marked, wrong: list[str]) -> Tally:
    """Dates whose days are right, or found where none is marked, or not found.

    What is marked as no day (a duration, a set, "recently"), or before the years the program reads, is set aside.
    """
    spans = [span_of(m.value) for m in marked.marks]
    free = {n for n, span in enumerate(spans) if span and span.earliest and span.earliest.year >= _SINCE}
    known = frozenset(free)
    tally = Tally()
    for expression, got in read(marked):
        beside = [n for n, m in enumerate(marked.marks) if m.start < expression.end and expression.start < m.end]
        right = [n for n in beside if n in free and _same(got, spans[n], part=marked.marks[n].part or expression.part)]
        ends = _ends(got, [(n, spans[n]) for n in beside if n in free])
        free.difference_update(ends or right[:1])
        if right or ends:
            tally += Tally(right=len(ends or right[:1]))
        elif not beside or known.intersection(beside):
            tally += Tally(wrong=1, extra=int(not beside))
            said = ", ".join(marked.marks[n].value for n in beside) or "nothing"
            wrong.append(f"{marked.name}: {expression.written!r} read {got.earliest} .. {got.latest}, marked {said}")
    lost = (marked.marks[n] for n in sorted(free))
    wrong.extend(f"{marked.name}: {marked.text[m.start : m.end]!r} missed, marked {m.value}" for m in lost)
    return tally + Tally(missed=len(free))


def _same(got: DateRange, marked: DateRange | None, *, part: bool | str | None) -> bool:
    """Whether the days are those marked; where only a part of these is meant ("early 1950"), whether they lie in them."""
    if marked is None or got.earliest is None or got.latest is None or marked.earliest is None or marked.latest is None:
        return False
    if part:
        return marked.earliest <= got.earliest and got.latest <= marked.latest
    return (got.earliest, got.latest) == (marked.earliest, marked.latest)


def _ends(got: DateRange, marked: Sequence[tuple[int, DateRange | None]]) -> list[int]:
    """The marks of the two ends of a range that the program reads as one."""
    if len(marked) != 2 or marked[0][1] is None or marked[1][1] is None:
        return []
    fits = (got.earliest, got.latest) == (marked[0][1].earliest, marked[1][1].latest)
    return [number for number, _ in marked] if fits else []


def clocks(marked: Marked) -> Tally:
    """Clock times to the minute; where the text marks a time without a clock, nothing is held against the program."""
    found = [c for c in clock.find(marked.text) if c.precision != "part_of_day"]
    told = []
    for mark in marked.marks:
        value = _VALUE.match(mark.value.replace("XXXX-XX-XX", "2000-01-01"))
        if value and value["clock"]:
            told.append((mark, value["clock"]))
    hits = sum(any(_over(c, m) and c.earliest.isoformat("minutes") == at for c in found) for m, at in told)
    extra = sum(not any(_over(c, m) for m in marked.marks) for c in found)
    return Tally(hits, extra + len(told) - hits, len(told) - hits)


def _over(found: clock.ClockExpression, mark: Mark) -> bool:
    return mark.start < found.end and found.start < mark.end


def _report(label: str, corpus: Sequence[Marked], note: str, *, verbose: bool) -> None:
    wrong: list[str] = []
    days = sum((dates(m, wrong) for m in corpus), Tally())
    hours = sum((clocks(m) for m in corpus), Tally())
    for kind, tally in (("dates", days), ("clocks", hours)):
        valued = tally.right / max(1, tally.right + tally.wrong - tally.extra)
        print(
            f"{label:9s} {kind:7s} P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}  n {tally.n:4d}"
            f"  values right of those found at a mark {valued:.3f}{note if kind == 'dates' else ''}"
        )
    if verbose:
        print("\n".join(wrong))


def main() -> int:
    """The exit status: 0, also where the corpora are not there."""
    corpora = (
        ("wikiwars", WIKIWARS, wikiwars, "  (HeidelTime, published: .90)"),
        ("meantime", MEANTIME, meantime, ""),
    )
    for label, folder, reader, note in corpora:
        if folder.is_dir():
            _report(label, list(reader(folder)), note, verbose="-v" in sys.argv)
        else:
            print(f"{label:10s} skipped: no texts at {folder}; set REPORTEDLY_DATA")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
