"""Any decisions and undos, in any interleaving with builds, end in one ledger: that of building all and then deciding all.

Decisions of every kind on any account, claim or report of the corpus, against each other where it so happens, undone and
brought back; made before, between and after builds of parts of the corpus, carried out at once or with the next build.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample import NOW, content, run_build, write_corpus

from reportedly.model import Claim, Count, Decision, Elsewhere, Extraction, Mention, Place, Report, Ruling, Value, Voice
from reportedly.pipeline import Run, decide
from reportedly.reconcile.rulings.anchors import account_anchor, anchor_of, report_anchor
from reportedly.reconcile.rulings.making import signed
from reportedly.store.ledger import Ledger

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
SAID = Elsewhere("site", "They came from Sunan.", Voice("un", "United Nations", "body"), "https://news.example/1")
PUT: dict[str, Value] = {"count": Count(7, 7), "site": Place("sunan", "Sunan", "Sunan")}


class Corpus:
    """Nine reports of three incidents, and all that can be pointed at in them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "corpus"
        write_corpus(self.folder, 9)
        self.parts = sorted(self.folder.iterdir())
        run_build(folder / "first.db", self.folder)
        with Ledger.open(folder / "first.db") as ledger:
            self.reports: tuple[Report, ...] = tuple(ledger.reports())
            told: list[Extraction] = list(ledger.extractions())
        self.accounts: list[tuple[Mention, Extraction]] = [(m, one) for one in told for m in one.mentions]
        self.claims: list[tuple[Claim, str]] = [(c, m.report) for m, _ in self.accounts for c in m.claims]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return Corpus(tmp_path_factory.mktemp("replay"))


def ruling(draw: st.DrawFn, corpus: Corpus, made: Sequence[Decision], when: datetime) -> Decision:
    """A decision of any kind, on anything; where one was made before, it may be undone."""
    kind = draw(st.sampled_from([*Ruling] if made else [one for one in Ruling if one is not Ruling.UNDO]))
    about: dict[str, Any] = {"who": draw(st.sampled_from(("ana", "ben"))), "when": when, "why": "so"}

    def account() -> Any:
        return account_anchor(*draw(st.sampled_from(corpus.accounts)))

    if kind is Ruling.UNDO:
        return signed(Decision("", kind, undoes=draw(st.sampled_from(made)).id, **about))
    if kind is Ruling.SAME:
        return signed(Decision("", kind, anchors=(account(),), others=(account(),), **about))
    if kind is Ruling.DIFFERENT:
        sides = [tuple(account() for _ in range(draw(st.integers(1, 2)))) for _ in range(2)]
        return signed(Decision("", kind, anchors=sides[0], others=sides[1], **about))
    if kind is Ruling.CLAIM:
        return signed(Decision("", kind, anchors=(account(),), value=PUT["site"], elsewhere=SAID, **about))
    if kind is Ruling.REJECT and draw(st.booleans()):
        return signed(Decision("", kind, anchors=(report_anchor(draw(st.sampled_from(corpus.reports))),), **about))
    claims = [one for one in corpus.claims if kind is not Ruling.CORRECT or one[0].field in PUT]
    claim, report = draw(st.sampled_from(claims))
    value = PUT[claim.field] if kind is Ruling.CORRECT else claim.value
    return signed(Decision("", kind, anchors=(anchor_of(claim, report),), value=value, **about))


@st.composite
def decisions(draw: st.DrawFn, corpus: Corpus) -> list[Decision]:
    """Decisions a minute apart, the later of which may undo the earlier and each other's undos."""
    made: list[Decision] = []
    for minute in range(draw(st.integers(2, 9))):
        made.append(ruling(draw, corpus, made, NOON + timedelta(minutes=minute)))
    return made


def _ruled(ledger: Path, *made: Decision, at_once: bool) -> None:
    with Ledger.open(ledger, create=True) as opened:
        if at_once:
            decide(made, opened, Run(NOW))
        else:
            opened.decide(*made)


@given(st.data())
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_decisions_in_any_interleaving_with_builds_end_in_one_ledger(
    corpus: Corpus, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("one")
    made = data.draw(decisions(corpus))
    builds = data.draw(st.lists(st.sampled_from([*corpus.parts, corpus.folder]), max_size=4))
    for step in [*data.draw(st.permutations([*made, *builds])), corpus.folder]:
        if isinstance(step, Decision):
            _ruled(folder / "mixed.db", step, at_once=data.draw(st.booleans()))
        else:
            run_build(folder / "mixed.db", step)
    _ruled(folder / "before.db", *made, at_once=False)
    run_build(folder / "before.db", corpus.folder)
    run_build(folder / "after.db", corpus.folder)
    for one in made:
        _ruled(folder / "after.db", one, at_once=True)
    assert content(folder / "mixed.db") == content(folder / "before.db")
    assert content(folder / "after.db") == content(folder / "before.db")


@given(st.data())
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_all_undone_leaves_the_incidents_as_they_were(
    corpus: Corpus, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("undone") / "a.db"
    run_build(path, corpus.folder)
    plain = content(path)["incidents"]
    made = [one for one in data.draw(decisions(corpus)) if one.ruling is not Ruling.UNDO]
    later = NOON + timedelta(days=1)
    for one in [*made, *(signed(Decision("", Ruling.UNDO, "cho", later, "no", undoes=d.id)) for d in made)]:
        _ruled(path, one, at_once=True)
    assert content(path)["incidents"] == plain
