"""Whether what was said is meant as marked: asserted, estimated, denied ..."""

from collections.abc import Iterator

from reportedly.score.error import ScoreError
from reportedly.score.gold import GoldAttribution, GoldReport
from reportedly.score.names import same_source
from reportedly.score.predicted import FoundClaim, FoundReport
from reportedly.score.sentence import around
from reportedly.score.tally import Tally


def judge_stances(gold: GoldReport, found: FoundReport) -> tuple[Tally, tuple[ScoreError, ...]]:
    """The tally of a report's marked attributions whose voice was found, and an error for each that is meant otherwise.

    One is right where any claim of that voice has the marked stance; a voice that was not found counts with the voices.
    """
    heard = [(a, claims) for a in gold.attributions if a.modality and (claims := tuple(_claims(a, found)))]
    wrong = tuple(_error(gold.id, found, a, claims) for a, claims in heard if not _as_marked(a, claims))
    return Tally(right=len(heard) - len(wrong), wrong=len(wrong), missed=len(wrong)), wrong


def _claims(gold: GoldAttribution, found: FoundReport) -> Iterator[FoundClaim]:
    return (claim for claim in found.claims if any(same_source(gold.source, name) for name in claim.named))


def _as_marked(gold: GoldAttribution, claims: tuple[FoundClaim, ...]) -> bool:
    return any(claim.stance == gold.modality for claim in claims)


def _error(report: str, found: FoundReport, gold: GoldAttribution, claims: tuple[FoundClaim, ...]) -> ScoreError:
    expected = f"{gold.source} ({gold.about}): {gold.modality}"
    got = ", ".join(sorted({str(claim.stance) for claim in claims}))
    first = claims[0]
    sentence = around(found.text, first.start, first.end) if found.text else first.written
    return ScoreError(report, "stance", "wrong", expected, got, sentence, (first.start, first.end))
