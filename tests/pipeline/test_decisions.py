"""What people rule is applied by every build, whatever was read before and after, and lost by none."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample import content, run_build, write_corpus

from reportedly.model import Count, Decision, Elsewhere, Place, ProblemKind, Ruling, Voice
from reportedly.pipeline import Run, decide
from reportedly.reconcile.rulings.anchors import account_anchor, anchor_of
from reportedly.reconcile.rulings.making import after, signed
from reportedly.store.ledger import Ledger
from reportedly.store.ruled import as_ruled_of, rulings, version_of

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    write_corpus(folder, 9)
    return folder


@pytest.fixture(scope="module")
def ruled(corpus: Path) -> tuple[Decision, ...]:
    """A decision of every kind on that corpus, an hour apart."""
    path = corpus.parent / "first.db"
    run_build(path, corpus)
    with Ledger.open(path) as ledger:
        first, second, third = (incident for incident in ledger.incidents() if len(incident.mentions) == 3)
        told = {extraction.report: extraction for extraction in ledger.extractions()}
        mentions = {mention.id: mention for extraction in told.values() for mention in extraction.mentions}
    anchors = {
        ref.mention: account_anchor(mentions[ref.mention], told[ref.report])
        for incident in (first, second, third)
        for ref in incident.mentions
    }
    (alone, *rest), (one, *_), (another, *_) = ([ref.mention for ref in i.mentions] for i in (first, second, third))
    count = next(claim for claim in mentions[one].claims if claim.field == "count")
    weapon = next(claim for claim in mentions[another].claims if claim.field == "weapon_class")
    said = Elsewhere("site", "They came from Sunan.", Voice("un", "United Nations", "body"), "https://news.example/1")
    wanted = (
        Decision("", Ruling.SAME, "ana", NOON, "one salvo", (anchors[one],), (anchors[another],)),
        Decision("", Ruling.DIFFERENT, "ana", NOON, "apart", (anchors[alone],), tuple(anchors[id_] for id_ in rest)),
        Decision(
            "", Ruling.CORRECT, "ben", NOON, "misread", (anchor_of(count, mentions[one].report),), value=Count(7, 7)
        ),
        Decision(
            "", Ruling.REJECT, "ben", NOON, "a slip", (anchor_of(weapon, mentions[another].report),), value=weapon.value
        ),
        Decision(
            "",
            Ruling.CLAIM,
            "ben",
            NOON,
            "read it",
            (anchors[alone],),
            value=Place("sunan", "Sunan", "Sunan"),
            elsewhere=said,
        ),
    )
    return tuple(_an_hour_apart(wanted))


def _an_hour_apart(wanted: tuple[Decision, ...]) -> Iterator[Decision]:
    for hour, one in enumerate(wanted):
        made = signed(replace(one, when=NOON.replace(hour=hour)))
        yield made
        yield signed(Decision("", Ruling.UNDO, "cho", NOON.replace(hour=hour + 6), "no", undoes=made.id))


def test_every_kind_of_decision_changes_the_ledger_and_stands(
    corpus: Path, ruled: tuple[Decision, ...], tmp_path: Path
) -> None:
    path = tmp_path / "a.db"
    before = run_build(path, corpus)
    plain = content(path)["incidents"]
    for decision in (one for one in ruled if one.ruling is not Ruling.UNDO):
        _decide(path, decision)
        assert run_build(path, corpus).problems == 0
        changed = content(path)["incidents"]
        assert changed != plain
        plain = changed
    assert len(plain) == before.incidents  # two joined, one taken apart


def _decide(path: Path, decision: Decision) -> None:
    with Ledger.open(path, create=True) as ledger:
        ledger.decide(decision)


@given(st.data())
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_interleaving_of_builds_and_decisions_gives_one_ledger(
    corpus: Path, ruled: tuple[Decision, ...], tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("one")
    decided = data.draw(st.lists(st.sampled_from(ruled), unique=True))
    parts = data.draw(st.permutations(sorted(corpus.iterdir())))
    steps: list[Path | Decision] = data.draw(st.permutations([*parts[:4], *decided]))
    for step in [*steps, corpus]:
        if isinstance(step, Decision):
            _decide(folder / "a.db", step)
        else:
            run_build(folder / "a.db", step)
    for decision in decided:
        _decide(folder / "b.db", decision)
    run_build(folder / "b.db", corpus)
    assert content(folder / "a.db") == content(folder / "b.db")


def test_a_decision_that_finds_nothing_is_a_problem_until_its_report_is_read(
    corpus: Path, ruled: tuple[Decision, ...], tmp_path: Path
) -> None:
    path = tmp_path / "a.db"
    _decide(path, ruled[0])
    assert run_build(path, corpus / "weather.txt").problems == 1
    with Ledger.open(path) as ledger:
        (problem,) = ledger.problems()
    assert problem.kind is ProblemKind.DECISION
    assert "is in this ledger" in problem.message
    assert run_build(path, corpus).problems == 0


def test_what_is_shown_of_an_incident_has_what_was_ruled_and_added(
    corpus: Path, ruled: tuple[Decision, ...], tmp_path: Path
) -> None:
    path = tmp_path / "a.db"
    for decision in ruled:
        if decision.ruling in (Ruling.CORRECT, Ruling.CLAIM):
            _decide(path, decision)
    run_build(path, corpus)
    with Ledger.open(path) as ledger:
        told = [as_ruled_of(ledger, incident) for incident in ledger.incidents()]
    claims = {id_: claim for one in told for id_, claim in one.claims.items()}
    found = {claim.ruled.ruling: claim for claim in claims.values() if claim.ruled}
    assert found.keys() == {Ruling.CORRECT, Ruling.CLAIM}
    assert found[Ruling.CORRECT].value == Count(7, 7)
    assert found[Ruling.CLAIM].written == "They came from Sunan."


def test_a_later_decision_is_later_though_the_clock_stands_behind(ruled: tuple[Decision, ...]) -> None:
    assert after(NOON.replace(year=2020), ruled) > max(decision.when for decision in ruled)


def test_two_who_rule_at_once_are_both_kept_and_the_second_is_told(
    corpus: Path, ruled: tuple[Decision, ...], tmp_path: Path
) -> None:
    path = tmp_path / "a.db"
    run_build(path, corpus)
    run = Run(NOON)
    first, second, third = ruled[2], ruled[8], ruled[4]
    with Ledger.open(path, create=True) as ledger:
        homes = ledger.homes([mention.id for told in ledger.extractions() for mention in told.mentions])
        looked = {id_: version_of(one, rulings(ledger)) for id_ in {*homes.values()} if (one := ledger.incident(id_))}
        one = decide([first], ledger, run, seen=looked)
        assert (one.applied, one.changed) == (True, ())
        (parted,) = {id_ for id_, seen in looked.items() if _now(ledger, id_) != seen}
        other = decide([second], ledger, run, seen={parted: looked[parted]})
        assert other.changed == (parted,)
        assert {one.decision.id for one in other.rulings.standings if one.in_force} == {first.id, second.id}
        assert decide([third], ledger, run, seen={parted: _now(ledger, parted) or ""}).changed == ()


def _now(ledger: Ledger, id_: str) -> str | None:
    incident = ledger.incident(id_)
    return None if incident is None or incident.id != id_ else version_of(incident, rulings(ledger))
