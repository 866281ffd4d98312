"""One report in, its mentions and claims out."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from reportedly.codebook import Codebook
from reportedly.extract.by_words import framing_of
from reportedly.extract.claims import Draft
from reportedly.extract.deriving import derived_values
from reportedly.extract.facts import gather
from reportedly.extract.folding import fold_values
from reportedly.extract.framing import Frame, Framing, with_talk
from reportedly.extract.keeping import is_kept
from reportedly.extract.lexicon import Lexicon
from reportedly.extract.plain import plain
from reportedly.extract.retyping import retyped
from reportedly.extract.shots import shots_of
from reportedly.extract.speakers import Speakers
from reportedly.extract.triage import Triage
from reportedly.model import Claim, Extraction, Mention, Report, Role

_BATCH = 16  # reports whose hard sentences are parsed together; larger batches only cost memory


class Extractor:
    """Reads reports with one codebook. Holds nothing of any report: the same report always reads the same."""

    def __init__(self, codebook: Codebook, *, parse: bool = False) -> None:
        self.codebook = codebook
        self._lexicon = Lexicon(codebook)
        self._triage = Triage(codebook)
        self._speakers = Speakers(codebook, parse=parse)

    def worth_reading(self, text: str) -> bool:
        """Whether a text holds enough of the codebook's words to be read at all."""
        return self._triage.passes(text)

    def extract(self, report: Report) -> Extraction:
        """What one report says of which incidents."""
        return next(self.extract_many([report]))

    def extract_many(self, reports: Iterable[Report]) -> Iterator[Extraction]:
        """What each report says, in the order given; any number may be passed, sixteen are held at a time."""
        waiting = iter(reports)
        while batch := list(islice(waiting, _BATCH)):
            yield from self._extract(batch)

    def _extract(self, reports: Sequence[Report]) -> Iterator[Extraction]:
        plains = [plain(report) for report in reports]
        framings = [self._frame(one.report) for one in plains]
        prepared = [self._speakers.prepare(framing.facts) for framing in framings if framing is not None]
        ready = iter(zip(prepared, self._speakers.parse(prepared), strict=True))
        for one, framing in zip(plains, framings, strict=True):
            if framing is None:
                yield Extraction(one.report.id, relevant=False)
                continue
            mentions = _mentions(framing, self._speakers.attribute(framing.facts, framing, *next(ready)))
            yield one.back(Extraction(one.report.id, any(m.role is Role.MAIN for m in mentions), mentions))

    def _frame(self, report: Report) -> Framing | None:
        """The frames of a report, or None where it is not English or tells no incident at all."""
        if report.language not in (None, "en") or not self._triage.passes(report.text):
            return None
        framing = framing_of(gather(report, self.codebook, self._lexicon), self.codebook)
        framing = retyped(with_talk(framing))
        return framing if framing.frames else None


def _mentions(framing: Framing, voiced: Sequence[tuple[Draft, Claim]]) -> tuple[Mention, ...]:
    found = []
    by_frame: dict[int, list[tuple[Draft, Claim]]] = {}
    for draft, claim in voiced:
        by_frame.setdefault(draft.frame, []).append((draft, claim))
    for frame in framing.frames:
        own = by_frame.get(frame.number, [])
        if is_kept(framing, frame, [claim for _, claim in own]):
            found.append(_mention(framing, frame, own))
    return tuple(found)


def _mention(framing: Framing, frame: Frame, own: Sequence[tuple[Draft, Claim]]) -> Mention:
    claims = tuple(sorted((c for _, c in own), key=lambda c: (c.span.start, c.span.end, c.field, c.id)))
    values = fold_values(claims, {c.id: d.rank for d, c in own})
    return Mention(
        id=framing.mention_ids[frame.number],
        report=framing.facts.report.id,
        type=frame.type,
        role=frame.role,
        state=frame.state,
        claims=claims,
        values=values,
        derived_values=derived_values(values, claims, framing.zone_of(frame)),
        shots=shots_of(own),
    )
