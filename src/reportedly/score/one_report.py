"""The score of one report: what was right, wrong and missed in it."""

from collections.abc import Mapping, Sequence
from typing import Any

from reportedly.frozen import dataclass
from reportedly.score.error import ScoreError
from reportedly.score.fields import FIELDS, MALFORMED, FieldRule
from reportedly.score.gold import GoldIncident, GoldReport
from reportedly.score.match import pair
from reportedly.score.names import same_source
from reportedly.score.predicted import FoundClaim, FoundMention, FoundReport
from reportedly.score.sentence import around
from reportedly.score.stances import judge_stances
from reportedly.score.tally import Tally


@dataclass(frozen=True, slots=True)
class VoiceTally:
    """Named sources: gold's that were found, and the found ones that gold lists (it lists not every one)."""

    found: int = 0
    expected: int = 0
    listed: int = 0
    said: int = 0

    def __add__(self, other: "VoiceTally") -> "VoiceTally":
        return VoiceTally(
            self.found + other.found,
            self.expected + other.expected,
            self.listed + other.listed,
            self.said + other.said,
        )


@dataclass(frozen=True, slots=True)
class ReportScore:
    """The counts of one report; `links` pairs the id of each matched main with gold's name of the incident, `passing`
    that of each matched background mention."""

    report: str
    relevance: Tally
    mains: Tally
    types_right: int
    background: Tally
    fields: Mapping[str, Tally]
    voices: VoiceTally
    stance: Tally
    malformed: int
    links: tuple[tuple[str, str], ...]
    passing: tuple[tuple[str, str], ...]
    errors: tuple[ScoreError, ...]


def score_report(gold: GoldReport, found: FoundReport) -> ReportScore:
    """How one report was read."""
    mains = tuple(mention for mention in found.mentions if mention.main)
    pairs = pair(gold.mains, mains)
    matched = [(incident, mains[pairs[row]] if row in pairs else None) for row, incident in enumerate(gold.mains)]
    values = [(incident, mention, rule) for incident, mention in matched for rule in FIELDS]
    judged = [(rule.name, *_judge(gold.id, found, *value)) for value in values for rule in (value[2],)]
    stance, misheard = judge_stances(gold, found)
    passing = _passing(gold, found)
    return ReportScore(
        report=gold.id,
        relevance=_yes_no(gold.relevant, found.relevant),
        mains=Tally(len(pairs), len(mains) - len(pairs), len(gold.mains) - len(pairs)),
        types_right=sum(mention is not None and mention.type == incident.type for incident, mention in matched),
        background=Tally(right=len(passing), missed=len(gold.background) - len(passing)),
        fields={rule.name: sum((t for name, t, _ in judged if name == rule.name), Tally()) for rule in FIELDS},
        voices=_voices(gold, found),
        stance=stance,
        malformed=sum(rule.got(mention.values) is MALFORMED for _, mention, rule in values if mention),
        links=tuple((mention.id, incident.incident) for incident, mention in matched if mention),
        passing=passing,
        errors=(
            *_report_errors(gold, found),
            *_main_errors(gold, mains, pairs),
            *(error for _, _, error in judged if error),
            *misheard,
        ),
    )


def _yes_no(expected: bool, got: bool) -> Tally:
    return Tally(right=int(expected and got), wrong=int(got and not expected), missed=int(expected and not got))


def _passing(gold: GoldReport, found: FoundReport) -> tuple[tuple[str, str], ...]:
    """Each matched background mention, by its id, with gold's name of the incident."""
    background = [mention for mention in found.mentions if not mention.main]
    pairs = pair(gold.background, background)
    return tuple((background[column].id, gold.background[row].incident) for row, column in sorted(pairs.items()))


def _judge(
    report: str, found: FoundReport, gold: GoldIncident, mention: FoundMention | None, rule: FieldRule
) -> tuple[Tally, ScoreError | None]:
    """The tally of one field of one main incident, and the error where there is one."""
    expected = rule.expected(gold)
    got = rule.got(mention.values) if mention else None
    if expected is None:
        if got is None:
            return Tally(), None
        if rule.forgiven(gold):
            return Tally(extra=1), None
        return Tally(wrong=1, extra=1), _error(report, found, mention, rule, "invented", None, got)
    if got is None:
        return Tally(missed=1), ScoreError(report, rule.name, "missed", expected, None)
    if rule.equal(got, expected):
        return Tally(right=1), None
    return Tally(wrong=1, missed=1), _error(report, found, mention, rule, "wrong", expected, got)


def _error(
    report: str,
    found: FoundReport,
    mention: FoundMention | None,
    rule: FieldRule,
    kind: str,
    expected: Any,
    got: Any,
) -> ScoreError:
    claims = (claim for claim in found.claims if mention and claim.mention == mention.id and claim.field == rule.name)
    claim = next(claims, None)
    if claim is None:
        return ScoreError(report, rule.name, kind, expected, got)
    return ScoreError(report, rule.name, kind, expected, got, _sentence(found, claim), (claim.start, claim.end))


def _sentence(found: FoundReport, claim: FoundClaim) -> str:
    """The sentence of a claim; its words alone where the line came without the text."""
    return around(found.text, claim.start, claim.end) if found.text else claim.written


def _report_errors(gold: GoldReport, found: FoundReport) -> tuple[ScoreError, ...]:
    if gold.relevant == found.relevant:
        return ()
    return (ScoreError(gold.id, "relevant", "wrong", gold.relevant, found.relevant),)


def _main_errors(gold: GoldReport, mains: Sequence[FoundMention], pairs: Mapping[int, int]) -> tuple[ScoreError, ...]:
    missed = (
        ScoreError(gold.id, "main", "missed", g.incident, None) for i, g in enumerate(gold.mains) if i not in pairs
    )
    answered = set(pairs.values())
    invented = (ScoreError(gold.id, "main", "invented", None, m.type) for i, m in enumerate(mains) if i not in answered)
    return (*missed, *invented)


def _voices(gold: GoldReport, found: FoundReport) -> VoiceTally:
    said = {name for claim in found.claims for name in claim.named}
    return VoiceTally(
        found=sum(any(same_source(source, name) for name in said) for source in gold.sources),
        expected=len(gold.sources),
        listed=sum(any(same_source(source, name) for source in gold.sources) for name in said),
        said=len(said),
    )
