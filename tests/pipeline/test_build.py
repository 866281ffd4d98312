"""A build reads what is new, loses nothing, and ends the same however often it was broken off."""

import os
import random
import signal
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

import pytest
from sample import NOW, content, run_build, write_corpus

from reportedly import pipeline
from reportedly.extract.extractor import Extractor
from reportedly.model import Extraction, Problem, ProblemKind, Report
from reportedly.pipeline import Run, build, extract_paths, sources
from reportedly.readers import Hints, Source
from reportedly.reading import extract_as
from reportedly.store.ledger import Ledger

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="breaks off a forked build; this system has no fork")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    write_corpus(folder, 24)
    return folder


def test_a_build_makes_incidents_that_say_who_said_what(corpus: Path, tmp_path: Path) -> None:
    built = run_build(tmp_path / "a.db", corpus)
    assert built.reports == 25
    assert 0 < built.incidents < 24
    with Ledger.open(tmp_path / "a.db") as ledger:
        incident = max(ledger.incidents(), key=lambda i: len(i.mentions))
    assert len(incident.mentions) == 3
    assert incident.state == "PRK"
    assert all(position.voices for settled in incident.values.values() for position in settled.positions)


def test_twice_is_once_and_the_second_time_nothing_is_read(corpus: Path, tmp_path: Path) -> None:
    run_build(tmp_path / "a.db", corpus)
    before = content(tmp_path / "a.db")
    again = run_build(tmp_path / "a.db", corpus)
    assert (again.reports, again.known) == (0, 25)
    assert content(tmp_path / "a.db") == before


def test_the_order_of_the_reports_changes_nothing(corpus: Path, tmp_path: Path) -> None:
    run_build(tmp_path / "a.db", corpus)
    shuffled = sorted(corpus.iterdir())
    random.Random(7).shuffle(shuffled)
    for part in (shuffled[:9], shuffled[9:]):
        run_build(tmp_path / "b.db", *part)
    assert content(tmp_path / "b.db") == content(tmp_path / "a.db")


def test_two_processes_read_as_one_does(corpus: Path, tmp_path: Path) -> None:
    run_build(tmp_path / "a.db", corpus)
    run_build(tmp_path / "b.db", corpus, processes=2)
    assert content(tmp_path / "b.db") == content(tmp_path / "a.db")


def test_the_same_content_twice_is_one_report_with_two_paths(corpus: Path, tmp_path: Path) -> None:
    for name in ("b.md", "a.md"):
        (tmp_path / name).write_bytes((corpus / "000.md").read_bytes())
        run_build(tmp_path / "x.db", tmp_path / name)
    with Ledger.open(tmp_path / "x.db") as ledger:
        (report,) = ledger.reports()
        assert report.path.endswith("a.md")
        assert ledger.sizes()["copies"] == 2


def test_another_hint_reads_the_same_bytes_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "North Korea fired two ballistic missiles on Wednesday, Japan's coast guard said.\n"
    )
    inputs = sources([str(tmp_path / "a.txt")])
    with Ledger.open(tmp_path / "x.db", create=True) as ledger:
        build(inputs, ledger, Run(NOW))
        hints = Hints(published="2024-09-18")
        assert build(inputs, ledger, Run(NOW, hints=hints)).reports == 1
        (report,) = ledger.reports()
        assert report.published is not None


def test_a_new_program_reads_again_what_the_ledger_keeps(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    for name in ("000.md", "001.md"):
        (tmp_path / "in" / name).write_bytes((corpus / name).read_bytes())
    run_build(tmp_path / "x.db", tmp_path / "in")
    (tmp_path / "in" / "000.md").unlink()
    monkeypatch.setattr(pipeline, "__version__", "99")
    assert run_build(tmp_path / "x.db", tmp_path / "in").reports == 2
    with Ledger.open(tmp_path / "x.db") as ledger:
        assert ledger.outdated(pipeline.reading_of(Run(NOW))) == ()


def test_many_reports_of_one_file_come_in_order(tmp_path: Path) -> None:
    line = '{"title": "Launch %d", "text": "North Korea fired a missile, Japan\'s coast guard said on day %d."}\n'
    (tmp_path / "a.jsonl").write_text("".join(line % (n, n) for n in range(40)))
    found = list(extract_paths(sources([str(tmp_path / "a.jsonl")]), Run(NOW)))
    assert [result.report.title for result in found if result.report] == [f"Launch {n}" for n in range(40)]


@pytest.mark.parametrize("processes", [1, 2])
def test_what_is_made_of_results_comes_in_their_order(tmp_path: Path, processes: int) -> None:
    for n in range(40):
        (tmp_path / f"{n:02d}.txt").write_text(f"North Korea fired a missile on day {n}.")
    inputs = sources([str(tmp_path)])
    found = list(extract_as(attrgetter("path"), inputs, Run(NOW, processes=processes)))
    assert found == [source.path for source in inputs]


def test_a_fault_of_ours_is_written_down_and_stops_nothing(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = Extractor.extract_many

    def breaks(self: Extractor, reports: Iterable[Report]) -> Iterator[Extraction]:
        told = list(reports)
        if any(report.path.endswith("003.md") for report in told):
            raise RecursionError("too deep")
        return sound(self, told)

    monkeypatch.setattr(Extractor, "extract_many", breaks)
    built = run_build(tmp_path / "a.db", corpus)
    with Ledger.open(tmp_path / "a.db") as ledger:
        (problem,) = ledger.problems()
        kept = ledger.report(problem.report or "")
    assert built.reports == 25
    assert problem.kind is ProblemKind.FAILED
    assert "RecursionError: too deep" in problem.message
    assert kept is not None
    assert kept.raw == (corpus / "003.md").read_bytes()


def test_joining_that_breaks_keeps_the_incidents_of_before(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = run_build(tmp_path / "x.db", corpus)

    def broken(*_: object) -> None:
        raise RuntimeError("a bad day")

    with monkeypatch.context() as patch:
        patch.setattr("reportedly.pipeline.join", broken)
        after = run_build(tmp_path / "x.db", corpus)
    assert (after.incidents, after.problems) == (before.incidents, before.problems + 1)
    mended = run_build(tmp_path / "x.db", corpus)
    assert (mended.incidents, mended.problems) == (before.incidents, before.problems)


def test_a_reader_that_breaks_is_written_down_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*arguments: object, **options: object) -> Iterator[Report]:
        raise ValueError("odd bytes")
        yield

    monkeypatch.setattr("reportedly.desk.read", breaks)
    (tmp_path / "a.txt").write_text("words")
    (result,) = extract_paths(sources([str(tmp_path / "a.txt")]), Run(NOW))
    assert result.problem is not None
    assert result.problem.kind is ProblemKind.FAILED


def test_a_problem_goes_when_its_file_is_mended(corpus: Path, tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_bytes(b"")
    assert run_build(tmp_path / "x.db", page).problems == 1
    page.write_bytes((corpus / "000.md").read_bytes())
    assert run_build(tmp_path / "x.db", page).problems == 0


def test_bad_input_is_listed_and_the_rest_is_read(corpus: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.md").write_bytes((corpus / "000.md").read_bytes())
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (folder / "page.html").write_text("<html><body><script>1</script></body></html>")
    (folder / "shape.json").write_text('{"rows": [1, 2]}')
    (folder / "loop").symlink_to(folder)
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    (folder / "future.md").write_text((corpus / "000.md").read_text().replace("date: 2024", "date: 2031"))
    with Ledger.open(tmp_path / "x.db", create=True) as ledger:
        built = build(sources([str(folder), str(tmp_path / "missing")]), ledger, Run(NOW))
        problems = {Path(problem.path).name: problem for problem in ledger.problems()}
    assert {name: problem.kind.value for name, problem in problems.items()} == {
        "empty.txt": "empty",
        "picture.txt": "binary",
        "page.html": "no_text",
        "shape.json": "shape",
        "loop": "unreadable",
        "gone.txt": "unreadable",
        "future.md": "future",
        "missing": "unreadable",
    }
    assert all(problem.message and problem.remedy for problem in problems.values())
    assert built.reports == 2


def test_an_interruption_leaves_a_ledger_that_goes_on(corpus: Path, tmp_path: Path) -> None:
    def interrupts() -> bytes:
        raise KeyboardInterrupt

    inputs: list[Source | Problem] = list(sources([str(corpus)]))
    run = Run(NOW)
    with Ledger.open(tmp_path / "a.db", create=True) as ledger:
        broken = [*inputs[:20], Source("stop", interrupts), *inputs[20:]]
        built = build(broken, ledger, run)
        assert built.interrupted
        assert 0 < built.reports < 25
        assert not ledger.stale
        assert not build(inputs, ledger, replace(run, processes=1)).interrupted
    run_build(tmp_path / "b.db", corpus)
    assert content(tmp_path / "a.db") == content(tmp_path / "b.db")


def broken_off(signalled: int, after: float, ledger: Path, corpus: Path) -> int:
    """What a build in a process of its own ended with that was sent a signal after so many seconds.

    0 where it was done first, 3 where it ended in good order without having read all, below 0 where it was killed.
    An interruption is sent only once the build has begun, a kill at any time.
    """
    begun, begins = os.pipe()
    child = os.fork()
    if child == 0:
        ended = 5
        try:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            with Ledger.open(ledger, create=True) as opened:
                os.write(begins, b".")
                built = build(sources([str(corpus)]), opened, Run(NOW))
                ended = 3 if built.interrupted and not opened.stale else 0
        except KeyboardInterrupt:  # before the build began to read, or when it was done
            ended = 0
        finally:
            os._exit(ended)
    os.close(begins)
    if signalled == signal.SIGINT:
        os.read(begun, 1)
    os.close(begun)
    time.sleep(after)
    os.kill(child, signalled)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@needs_fork
def test_twenty_kills_at_random_moments_change_nothing(tmp_path: Path) -> None:
    corpus, whole = tmp_path / "in", tmp_path / "whole.db"
    write_corpus(corpus, 30)
    run_build(whole, corpus)
    chance = random.Random(11)
    ledger, longest, kills = tmp_path / "0.db", 0.5, 0
    while kills < 20:
        ended = broken_off(signal.SIGKILL, chance.uniform(0, longest), ledger, corpus)
        assert ended in (0, -signal.SIGKILL)
        if ended == 0:  # this machine is quicker than was thought
            longest *= 0.8
        else:
            kills += 1
        if ended == 0 or kills % 4 == 0:
            run_build(ledger, corpus)
            assert content(ledger) == content(whole)
            # a fresh ledger now and then, so that creation and first reports are hit as well
            ledger = tmp_path / f"{kills}-{longest:.6f}.db"


@needs_fork
def test_ctrl_c_at_any_moment_ends_in_good_order(tmp_path: Path) -> None:
    corpus, whole = tmp_path / "in", tmp_path / "whole.db"
    write_corpus(corpus, 30)
    run_build(whole, corpus)
    chance = random.Random(3)
    longest, attempt = 0.35, 0
    endings: list[int] = []
    while len(endings) < 3:
        attempt += 1
        ledger = tmp_path / f"{attempt}.db"
        ended = broken_off(signal.SIGINT, longest * chance.uniform(0.3, 1), ledger, corpus)
        if ended == 0:
            longest *= 0.8
            continue
        endings.append(ended)
        run_build(ledger, corpus)  # whatever it ended with, the same command ends the same
        assert content(ledger) == content(whole)
    assert 3 in endings
