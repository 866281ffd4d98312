"""`--reader llm` on the command line: what it says, what it costs, and what it never shows."""

import json
from pathlib import Path

import pytest
from conftest import Reportedly
from served import GOOD, claim, completes, nowhere, sends, serve

WRONG = claim("count", {"min": 9, "max": 9, "approximate": False}, "at least two")


def options(endpoint: str) -> list[str]:
    return ["--reader", "llm", "--endpoint", endpoint, "--model", "tiny", "--published", "2024-09-18"]


def test_extract_asks_the_model_and_tells_what_it_cost(
    reportedly: Reportedly, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPORTEDLY_API_KEY", "sk-secret")
    with serve(completes(GOOD | {"claims": [*GOOD["claims"], WRONG]}, usage=(1234, 56))) as served:
        done = reportedly("extract", report.name, "--with-text", *options(served.endpoint))
    line = json.loads(done.stdout)
    assert done.returncode == 0
    assert served.headers[0]["Authorization"] == "Bearer sk-secret"
    assert all(line["report"]["text"][c["start"] : c["end"]] == c["written"] for c in line["claims"])
    assert {c["rule"].split(".")[0] for c in line["claims"]} == {"llm"}
    assert f"is sent to {served.endpoint} (model tiny)" in done.stderr
    assert "1 report read by tiny; 1,234 tokens in, 56 out; " in done.stderr
    assert "7 claims kept, 1 refused:\n  1 for another value than the words give\n" in done.stderr
    assert "sk-secret" not in done.stdout + done.stderr


def test_without_an_answer_the_report_is_read_all_the_same(reportedly: Reportedly, report: Path) -> None:
    with serve(sends("{}", 404)) as served:
        done = reportedly("extract", report.name, *options(served.endpoint))
    line = json.loads(done.stdout)
    assert done.returncode == 1
    assert line["report"]["problem"]["kind"] == "reader"
    assert "the rules read it instead" in line["report"]["problem"]["remedy"]
    assert line["report"]["relevant"]
    assert "0 of 1 report read by tiny; the rules read the rest; unknown tokens in, unknown out" in done.stderr


def test_build_tells_the_same_and_names_the_problem(reportedly: Reportedly, report: Path) -> None:
    done = reportedly("build", report.name, *options(nowhere()), "--timeout", "1")
    assert done.returncode == 1
    assert "cannot be reached" in done.stderr
    assert "Read 1 report; the ledger holds 1 incident." in done.stderr
    with serve(completes(GOOD)) as served:
        assert reportedly("build", report.name, *options(served.endpoint)).returncode == 0
        again = reportedly("build", report.name, *options(served.endpoint))
    assert len(served.asked) == 1
    assert "No report was sent" in again.stderr
    assert reportedly("build", report.name, *options(served.endpoint), "--quiet").stderr == ""


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (["--reader", "llm"], "needs --endpoint URL and --model NAME"),
        (["--reader", "magic"], "the readers are rules, llm"),
        (["--endpoint", "http://localhost/v1"], "are for --reader llm"),
        (["--reader", "llm", "--model", "m", "--endpoint", "localhost"], "is no address"),
    ],
)
@pytest.mark.parametrize("verb", ["extract", "build"])
def test_options_that_do_not_fit_are_wrong_use(
    reportedly: Reportedly, report: Path, verb: str, wrong: list[str], told: str
) -> None:
    done = reportedly(verb, report.name, *wrong)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert not (report.parent / "reportedly.db").exists()


def test_doctor_lists_the_readers_and_what_they_lack(reportedly: Reportedly, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "readers      rules, llm\n" in reportedly("doctor").stdout
    monkeypatch.setattr("reportedly.cli.doctor.EXTRA", ("httpx", "no-such-package"))
    assert "(llm lacks no-such-package: pip install 'reportedly[llm]')" in reportedly("doctor").stdout


def test_a_ledger_read_by_rules_is_read_again_with_a_parse_and_back(reportedly: Reportedly, report: Path) -> None:
    pytest.importorskip("spacy")
    told = [reportedly("build", report.name, *more).stderr for more in ([], [], ["--parse"], ["--parse"], [])]
    assert [line.split(";")[0] for line in told] == [
        "Read 1 report",
        "Read 0 reports, 1 file known already",
        "Read 1 report",
        "Read 0 reports, 1 file known already",
        "Read 1 report",
    ]


def test_doctor_tells_how_to_have_the_parse_that_is_not_there(
    reportedly: Reportedly, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportedly.cli.doctor.MODELS", ("no-such-model",))
    assert "pip install 'reportedly[parse]'" in reportedly("doctor").stdout
    monkeypatch.setattr("reportedly.extract.parse.model", lambda: None)
    done = reportedly("extract", report.name, "--parse")
    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'reportedly[parse]'" in done.stderr


def test_help_names_the_variable_of_the_key(reportedly: Reportedly) -> None:
    for verb in ("extract", "build"):
        assert "REPORTEDLY_API_KEY" in reportedly(verb, "--help").stdout
