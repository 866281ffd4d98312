"""Speakers whose verb is another's: "X condemned it, as did Y", "Y followed suit", "X put it at 650 km and Y at 600"."""

from collections.abc import Iterator, Sequence

from reportedly.extract.attribution_line import Frame, Line, Side
from reportedly.extract.voices import Holder
from reportedly.fields.gated import Gated
from reportedly.patterns import compiled

_AUXILIARY = r"(?:did|does|do|has|have|had|was|were|is|are)"
_AS_DID = Gated(rf"(?:,|;)?\s*\b(?:and |but )?(?:as|so) {_AUXILIARY} (?:also )?(?:the )?\Z")
_SUIT = compiled(
    rf"(?:,[^,;:]{{2,60}},)? (?:(?:also|soon|later|quickly) )*(?:followed suit|{_AUXILIARY} (?:the same|so too|so as well|too|likewise))\b"
)
_JOINS = Gated(r"(?:[,;]|\b(?:and|but|while|whereas))\s+(?:the )?\Z")
_GAP = compiled(
    r"(?P<that>,? that )|,? (?:(?:at|about|around|roughly|some|only|just|nearly|almost|between|over|under|as|for|to|a height of|magnitude|more|less|than)\s+){0,4}(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|none)\b)"
)
_NUMBER = compiled(r"\d|\b(?:that|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several)\b")


def by_likewise(line: Line, found: Sequence[Frame]) -> Iterator[Frame]:
    """Frames of speakers who say what the one before them says, or something else by the same verb."""
    if not found:
        return
    taken = {h.start for f in found for h in (f.holder, *f.cited, *f.told)}
    for holder in line.holders:
        if holder.start in taken or holder.key in ("he", "it", "they"):
            continue
        before = [f for f in found if f.end <= holder.start and f.verb is not None and f.rule != "noun"]
        if before and (frame := _likewise(line, before[-1], holder) or _gapped(line, before[-1], holder)):
            yield frame


def _likewise(line: Line, last: Frame, holder: Holder) -> Frame | None:
    """ "... , as did London and Paris", "Japan followed suit"."""
    if m := _AS_DID.search(line.text, last.end, holder.start):
        start = m.start() + len(m[0]) - len(m[0].lstrip(",; "))
        return Frame(start, holder.end, start, holder.start, holder, last.verb, Side.BEFORE, "likewise")
    if m := _SUIT.match(line.text, holder.end, line.end):
        return Frame(holder.start, m.end(), holder.end + 1, m.end(), holder, last.verb, Side.AFTER, "likewise")
    return None


def _gapped(line: Line, last: Frame, holder: Holder) -> Frame | None:
    """ "Seoul put its height at 97 kilometres, Tokyo at about 100": the verb is understood."""
    joined = _JOINS.search(line.text, last.end, holder.start)
    m = _GAP.match(line.text, holder.end, line.end) if joined else None
    if joined is None or m is None or _NUMBER.search(line.text, last.cue_end, joined.start()) is None:
        return None
    if last.side is Side.BEFORE or (m["that"] and last.verb is not None and last.verb.needs is not None):
        return None
    cue = (last.cue_start, last.cue_end)
    return Frame(holder.start, holder.end, *cue, holder, last.verb, Side.AFTER, "gapped")
