"""Our scores against those of the scorer the corpus came with, number for number."""

import importlib.util
import io
import os
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path
from random import Random
from types import ModuleType

import pytest
from synthetic import gold_report, perfect, spoil, write

from reportedly.score import Scores, Tally, score

DATA = Path(os.environ.get("REPORTEDLY_DATA", Path(__file__).parents[3] / "shared" / "data"))
SCORER = DATA.parent / "contract" / "score_reports.py"


@pytest.fixture(scope="module")
def independent() -> ModuleType:
    if not SCORER.exists():
        pytest.skip(f"the independent scorer is not at {SCORER}; set REPORTEDLY_DATA")
    spec = importlib.util.spec_from_file_location("independent_scorer", SCORER)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def theirs(independent: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    def run(*paths: Path) -> list[str]:
        monkeypatch.setattr(sys, "argv", ["score", *map(str, paths)])
        with redirect_stdout(io.StringIO()) as out:
            independent.main()
        return out.getvalue().splitlines()

    return run


@pytest.mark.parametrize("harm", [0.0, 0.05, 0.2, 0.5])
@pytest.mark.parametrize("seed", range(4))
def test_every_figure_agrees(tmp_path: Path, theirs: Callable[..., list[str]], seed: int, harm: float) -> None:
    rng = Random(seed)
    marked = [gold_report(rng, number) for number in range(1, 61)]
    lines = spoil(rng, [perfect(gold) for gold in marked], harm)
    gold, found = write(tmp_path / "gold.jsonl", marked), write(tmp_path / "found.jsonl", lines)
    ids = [mention["id"] for line in lines for mention in line["mentions"]]
    clusters = [{"id": f"i{n}", "mentions": [{"report": "r", "mention": i} for i in ids[n::7]]} for n in range(7)]
    incidents = write(tmp_path / "incidents.jsonl", clusters[:6])
    assert _as_theirs(score(gold, found, incidents)) == _without_counter(theirs(gold, found, incidents))


def _without_counter(lines: list[str]) -> list[str]:
    return [line.split(" {")[0] for line in lines]


def _as_theirs(scores: Scores) -> list[str]:
    voices, linking, mains = scores.voices, scores.linking, scores.row("mains")
    assert linking
    shares = (_share(voices.found, voices.expected), _share(voices.listed, voices.said))
    return [
        f"reports {scores.reports}  answered {scores.answered}  malformed {scores.malformed}",
        f"relevance {_prf(scores.row('relevance'))}",
        f"mains {_prf(mains)}  type right {_share(scores.types_right, mains.n):.3f} of {mains.n}",
        f"background found {scores.background.recall:.3f} of {scores.background.n}",
        *(
            f"{name:13s} {_prf(row.tally)}  n {row.tally.n} right {row.tally.right}"
            f" where-gold-is-empty {row.tally.extra}"
            for name, row in scores.rows.items()
            if name not in ("relevance", "mains", "stance")
        ),
        f"voices R {shares[0]:.3f} ({voices.found} of {voices.expected})  P {shares[1]:.3f}"
        " (gold lists not every voice)",
        f"linking B3 P {linking.precision:.3f} R {linking.recall:.3f} F1 {linking.f1:.3f} over {linking.mains} mains;"
        f" incidents {linking.incidents} of {linking.expected}",
    ]


def _prf(tally: Tally) -> str:
    return f"P {tally.precision:.3f} R {tally.recall:.3f} F1 {tally.f1:.3f}"


def _share(part: int, whole: int) -> float:
    return part / max(1, whole)
