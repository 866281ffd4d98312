"""The table of what is reached beside what is aimed at."""

from evaluation.aims import AIMS, figure, table

from reportedly.score import score_found
from reportedly.score.gold import GoldReport


def test_every_aim_has_a_figure_for_each_corpus() -> None:
    nothing = score_found({}, {})
    lines = table({"one": nothing, "other": nothing}).splitlines()
    assert lines[0] == "| what | aim | one | other |"
    assert [line.split(" | ")[0].removeprefix("| ") for line in lines[2:]] == [name.replace("_", " ") for name in AIMS]
    assert {line.count("|") for line in lines} == {5}


def test_a_report_without_an_answer_counts_as_missed() -> None:
    scores = score_found({"1": GoldReport(id="1", relevant=True, incidents=(), attributions=())}, {})
    assert figure(scores, "relevance") == ".000 / .000 (1)"
    assert figure(scores, "given where gold has none") == ".000 (0)"
