"""Sentences of a report, as spans of its untouched text: safe from "a.m.", "U.S.", "Sept.", bullets and timelines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from reportedly.fields.gated import Gated
from reportedly.frozen import dataclass
from reportedly.model import Block, BlockKind, Span
from reportedly.model.calendar import SMALL_SHORT_MONTHS
from reportedly.patterns import compiled

LEAD = 2  # the number of the last sentence that tells the news itself, the headline being one
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"

_STOP = Gated(
    r"[.!?…]+[\"'”’»)\]]*(?=\s|(?:(?<=[a-z]{2}[.!?])|(?<=[A-Z]{3}\.)|(?<=[.!?][\"”’)]))[A-Z][a-z]*[\s,’'])"
)  # "the JCS.The"
_NEXT = compiled(r"\s*[\"'“‘«(\[]*([A-Z0-9À-Þ$€£¥])")
_LAST_WORD = compiled(r"[^\s\"'“‘«(\[/–—]+$")
_NEVER_LAST = frozenset(
    [
        "lt",
        "col",
        "gen",
        "maj",
        "brig",
        "adm",
        "capt",
        "cmdr",
        "cdr",
        "sgt",
        "cpl",
        "sen",
        "rep",
        "gov",
        "pres",
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "mt",
        "rev",
        "hon",
        "amb",
        "sec",
        "vs",
        "e.g",
        "i.e",
        "approx",
        "est",
        "fig",
        "no",
        "nos",
        "art",
        "vice-adm",
        "gen.-lt",
        "ph.d",
    ]
)
_SELDOM_LAST = frozenset(
    [
        "inc",
        "corp",
        "ltd",
        "co",
        "jr",
        "sr",
        "dept",
        "univ",
        "gov't",
        "u.s",
        "u.n",
        "u.k",
        "e.u",
        "d.c",
        "u.s.a",
        "p.r.c",
        "r.o.k",
        "d.p.r.k",
    ]
)
_US_STATES = frozenset([
    "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ill", "ind", "kan", "ky", "la", "md", "mich", "minn", "mont",
    "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "va", "vt", "wis", "wyo", "n.c", "n.d", "n.h", "n.j", "n.m", "n.y", "s.c",
    "s.d", "r.i", "w.va",
])  # fmt: skip
_OPENER = compiled(
    r"\s+[\"'“‘«(\[]*(?:The|It|Its|He|His|She|Her|They|Their|We|You|I|In|On|At|A|An|But|And|Yet|So|This|That|These|"
    r"Those|There|Then|After|Before|When|While|As|If|For|From|With|However|Meanwhile|Earlier|Later|Since|Some|Both|"
    r"Most|No|Not|According|Officials|Analysts|Experts)\b"
)
_CLOCK = compiled(r"[ap]\.m\Z", re.IGNORECASE)
_AFTER_CLOCK = compiled(
    rf"\s+\(?(?:{_WEEKDAY}\b|{_MONTH}\b|\d|[A-Z]{{2,5}}\b(?=[\s,;.)])"
    r"|(?:Eastern|Central|Mountain|Pacific)\b"
    rf"|(?:[A-Z][\w.-]+\s+){{1,2}}(?:[Tt]ime|[Ss]tandard|[Dd]aylight)\b)"
)
_INITIAL = compiled(r"(?:[A-Z]\.)*-?[A-Z]\Z")
_BULLET = compiled(r"(?:(?<=[.:;!?])|(?<=[.:;!?][\"'”’)])(?<![AaPp]\.[Mm]\.\)))\s+(?=[-–—*]\s+[A-Z\"“])|\s*(?=[•‣▪●])")
_MARKED = Gated(r"\s[-–—*]\s|[•‣▪●]")  # what every bullet has
_LABEL = Gated(rf"(?:(?<=\s)|\A)(?:{_MONTH}\.?(?:\s+\d{{1,2}},?)?(?:\s+\d{{4}})?|(?:19|20)\d\d):(?=\s)")
_LABEL_DATED = compiled(r"\d")
_LINE_BULLET = compiled(r"\s*(?:[-–—*•‣▪●]|\d{1,2}[.)])\s")
_TERMINAL = compiled(r"[.!?:…][\"'”’»)\]]*\s*\Z")
_WIDEST_WRAP = 110

_DATE = (
    rf"(?:(?:{_WEEKDAY},?\s+)?{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\.?,?(?:\s+\d{{4}})?|{_WEEKDAY})"
)
_PLACE = r"[A-Z][\w.'’-]*(?:(?:\s*[/,]\s*|\s+)[A-Z][\w.'’-]*){0,5}(?:\s[\[(][A-Z][^\[\]()\n]{1,30}[\])])?"
_DASH = r"\s*(?:--+|[—–_]|-(?=\s)|:)\s*"
_DATELINES = (
    compiled(rf"\s*{_PLACE}[,.]?\s*\([A-Z][^()\n]{{1,50}}?[-–,]\s*{_DATE}\s*\)(?:\s*:(?=\S)|{_DASH})?"),
    compiled(rf"\s*(?:{_PLACE},?\s)?{_DATE},?\s*\((?:[A-Z]{{2,10}}|Reuters)\)(?:{_DASH}|\s+)(?=[\"“‘A-Z0-9])"),
    compiled(rf"\s*{_PLACE}(?:(?:{_DASH}|\s)\([A-Z]{{2,10}}\)|\s-\s[A-Z]{{2,10}}){_DASH}(?=[\"“‘A-Z0-9])"),
    compiled(r"\s*[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*){0,4},\s[A-Z][a-z]{1,5}\.\s*(?:--+|[—–])\s*(?=[\"“‘A-Z0-9])"),
    compiled(rf"\s*{_PLACE}[,.]?\s*\(?{_DATE}\)?,?\s*(?:[(/][^()\n]{{2,40}}[)/])?{_DASH}"),
    compiled(rf"\s*{_PLACE}[,.]?\s*{_DATE}[.,]?\s*/[A-Z][^/\n]{{1,30}}/\.?\s*"),
    compiled(
        rf"\s*(?:{_PLACE}[,.]?\s*)?\((?:{_DATE}[,\s]*)?(?:[A-Z][^()\n]{{1,39}}|[a-z]{{2,4}}|\d{{1,2}}[:.]\d\d\s?[AaPp]\.?[Mm]\.?)\){_DASH}"
    ),
    compiled(rf"\s*[A-Z][A-Z.'’-]{{3,}}(?:(?:\s*[/,]\s*|\s+)(?:[A-Z][A-Z.'’-]+|{_PLACE}))?{_DASH}(?=[\"“‘A-Z0-9])"),
)

_CREDIT = compiled(
    r"\s*\([A-Z](?:[^()\n]|\([^()\n]*\)){2,60}\)\s*(?=[A-Z]{3})"
)  # "(MENA- News Agency (NA)) CAIRO, Jan 4 --"
_DATELINE_MARK = Gated(r"--|[—–:/_]|-\s|\([A-Z]{2,10}\)\s")  # what every dateline has


_SOME = 4  # sentences of a body
_EACH_ITS_OWN = 1.25  # sentences a paragraph


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: where it stands, the kind of its block, and the number of its paragraph in the report."""

    start: int
    end: int
    kind: BlockKind
    paragraph: int

    @property
    def span(self) -> Span:
        """The sentence as a span of the report's text."""
        return Span(self.start, self.end)


def split(text: str, blocks: Sequence[Block]) -> tuple[Sentence, ...]:
    """The sentences of all blocks in order, without the white space around them; none crosses a block."""
    found: list[Sentence] = []
    paragraph = 0
    for block in blocks:
        for start, end in paragraphs(text, block.span.start, block.span.end):
            found += [Sentence(a, b, block.kind, paragraph) for a, b in _sentences(text, start, end)]
            paragraph += 1
    return _as_one(found)


def _as_one(found: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences, those of the body as one paragraph where nearly each is printed as one of its own: breaks tell nothing then."""
    body = [s for s in found if s.kind is BlockKind.BODY]
    printed = len({s.paragraph for s in body})
    if len(body) < _SOME or len(body) > printed * _EACH_ITS_OWN:
        return tuple(found)
    return tuple(replace(s, paragraph=body[0].paragraph) if s.kind is BlockKind.BODY else s for s in found)


@lru_cache(maxsize=256)  # whoever gathers facts asks, and whoever looks for speakers
def dateline(sentence: str) -> Span | None:
    """Where place, date and agency stand at a sentence's head ("SEOUL, Sept. 3 (Yonhap) -- "), or None."""
    if _DATELINE_MARK.search(sentence) is None:
        return None
    credit = _CREDIT.match(sentence)
    for pattern in _DATELINES:
        if m := pattern.match(sentence, credit.end() if credit else 0):
            return Span(0, m.end())
    return None


def paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the paragraphs of a block begin and end, each with the lines that were broken to fit a page."""
    lines = [(m.start(), m.end()) for m in re.compile(r"[^\r\n]+").finditer(text, start, end)]
    group: list[tuple[int, int]] = []
    for line in lines:
        if not text[line[0] : line[1]].strip():
            continue
        if group and _blank_between(text, group[-1][1], line[0]):
            yield from _unwrapped(text, group)
            group = []
        group.append(line)
    if group:
        yield from _unwrapped(text, group)


def _blank_between(text: str, end: int, start: int) -> bool:
    gap = text[end:start]
    return gap.replace("\r\n", "\n").replace("\r", "\n").count("\n") > 1


def _unwrapped(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Hard-wrapped lines joined: a line end is a wrap where the next word had no room in the widest line."""
    widest = max(b - a for a, b in lines)
    start, previous = lines[0][0], lines[0]
    for line in lines[1:]:
        if not _is_wrap(text[previous[0] : previous[1]], text[line[0] : line[1]], widest):
            yield start, previous[1]
            start = line[0]
        previous = line
    yield start, previous[1]


def _is_wrap(line: str, following: str, widest: int) -> bool:
    if _LINE_BULLET.match(following):
        return False
    if not _TERMINAL.search(line) and following.lstrip()[:1].islower():
        return True
    if widest > _WIDEST_WRAP:
        return False
    return len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0]) > widest


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    at = 0
    for cut in (*sorted(_cuts(part)), len(part)):
        piece = part[at:cut]
        if body := piece.strip():
            lead = at + len(piece) - len(piece.lstrip())
            yield start + lead, start + lead + len(body)
        at = cut


def _cuts(part: str) -> set[int]:
    """Where one sentence ends and another begins."""
    cuts = {m.end() for m in _STOP.finditer(part) if _ends(part, m)}
    if _MARKED.search(part):
        cuts.update(m.end() for m in _BULLET.finditer(part) if m.end())
    labels = [m for m in _LABEL.finditer(part) if _LABEL_DATED.search(m[0])]
    if len(labels) > 1:
        cuts.update(m.start() for m in labels)
    return cuts


def _ends(part: str, stop: re.Match[str]) -> bool:
    """Whether this full stop ends a sentence."""
    following = _NEXT.match(part, stop.end())
    if following is None:
        return False
    if stop[0][0] != "." or stop[0].startswith(".."):
        return True
    before = _LAST_WORD.search(part, max(0, stop.start() - 24), stop.start())
    word = before[0] if before else ""
    low = word.lower()
    if _CLOCK.search(low):
        return _AFTER_CLOCK.match(part, stop.end()) is None
    if low in _NEVER_LAST or low.rsplit("-", 1)[-1] in _NEVER_LAST:
        return low in ("no", "est", "art", "sec", "fig") and not following[1].isdigit()
    if low in SMALL_SHORT_MONTHS:
        return not following[1].isdigit() and _OPENER.match(part, stop.end()) is not None
    if low in _SELDOM_LAST or low in _US_STATES or _INITIAL.fullmatch(word):
        return _OPENER.match(part, stop.end()) is not None
    return True
