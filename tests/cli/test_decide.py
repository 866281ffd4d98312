"""Ruling on the sample reports as a user does: what is shown, exported and handed on, and what is said where it cannot be."""

import json
import re
import shutil
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import pytest
from conftest import Done, Reportedly

from reportedly.pipeline import Run, build, sources
from reportedly.store.ledger import Ledger

Decide = Callable[..., Done]
TWO, CRUISE, JULY = "06660e5f", "9a99c0cd", "25255def"  # incidents of the sample reports


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the sample reports, built once beside them."""
    folder = tmp_path_factory.mktemp("samples")
    shutil.copytree(str(files("reportedly") / "samples"), folder / "reports")
    with Ledger.open(folder / "reportedly.db", create=True) as ledger:
        build(sources([str(folder / "reports")]), ledger, Run(datetime(2026, 1, 1, tzinfo=UTC)))
    return folder / "reportedly.db"


@pytest.fixture
def decide(samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reportedly: Reportedly) -> Decide:
    """Calls `reportedly decide` as Ana on a copy of that ledger."""
    shutil.copy(samples, tmp_path / "reportedly.db")
    monkeypatch.setenv("REPORTEDLY_WHO", "ana")
    return lambda *arguments: reportedly("decide", *arguments)


def labels(reportedly: Reportedly) -> dict[str, str]:
    """The incidents as they are exported, by the first letters of their id."""
    lines = (json.loads(line) for line in reportedly("export").stdout.splitlines())
    return {line["id"][:8]: line["label"] for line in lines}


def claim_of(reportedly: Reportedly, words: str) -> str:
    """The id that `show --ids` prints beside these words in the account of July."""
    shown = reportedly("show", JULY, "--ids").stdout
    found = re.search(rf"^ +([0-9a-f]{{8}})  .*{re.escape(words)}", shown, re.MULTILINE)
    assert found, shown
    return found[1]


def test_a_merge_is_undone_without_loss(decide: Decide, reportedly: Reportedly) -> None:
    before = reportedly("export").stdout
    joined = decide("same", TWO, CRUISE, "--why", "one salvo")
    assert joined.returncode == 0
    assert "(one salvo)" in joined.stdout
    assert CRUISE not in labels(reportedly)
    assert "ruled same by ana: one salvo" in reportedly("show", TWO).stdout
    assert decide("undo", joined.stdout[:8], "--why", "two after all").returncode == 0
    assert reportedly("export").stdout == before
    assert "[undone: by ana: two after all]" in reportedly("decisions").stdout


def test_a_report_is_taken_out_of_an_incident(decide: Decide, reportedly: Reportedly) -> None:
    parted = decide("different", "lantern-wire-2024-09-18.md", TWO, "--why", "of another day")
    assert parted.returncode == 0
    assert len(re.findall(r"^  [0-9a-f]{8}  2024-09-18", parted.stdout, re.MULTILINE)) == 2
    assert len(labels(reportedly)) == 17


def test_what_is_ruled_of_claims_is_shown_and_exported(decide: Decide, reportedly: Reportedly, tmp_path: Path) -> None:
    one, two, clock = (
        claim_of(reportedly, words) for words in ("'One missile flies 600 km,", "'two'", "'about 5:05 a.m.'")
    )
    assert decide("reject", one, "--why", "the first alone").returncode == 0
    assert decide("accept", two, "--why", "read it").returncode == 0
    assert decide("correct", clock, "about 5:07 a.m.", "--why", "printed so").returncode == 0
    shown = " ".join(reportedly("show", JULY).stdout.split())
    for words in ("rejected by ana", "checked by ana", "corrected by ana, was read as", "What was ruled"):
        assert words in shown
    reportedly("export", "--format", "csv", "--out", "tables")
    rows = (tmp_path / "tables" / "claims.csv").read_text("utf-8-sig")
    assert ",reject,ana,the first alone," in rows
    line = next(json.loads(one) for one in reportedly("export").stdout.splitlines() if JULY in one[:20])
    assert [(one["ruling"], one["force"]) for one in line["decisions"]] == [
        ("reject", "in force"),
        ("accept", "in force"),
        ("correct", "in force"),
    ]


def test_what_was_read_elsewhere_stands_beside_the_reports(decide: Decide, reportedly: Reportedly) -> None:
    told = ("--quote", "Three were fired.", "--voice", "Japan Coast Guard", "--url", "https://news.example/1")
    added = decide("claim", "2024-07-01", "count", "3", *told, "--why", "seen in print")
    assert added.returncode == 0
    shown = " ".join(reportedly("show", JULY).stdout.split())
    assert "added by hand by ana" in shown
    assert "news.example, undated" in shown
    assert "Three were fired." in shown
    hand = re.search(r"([0-9a-f]{8}) count 3 'Three", " ".join(reportedly("show", JULY, "--ids").stdout.split()))
    assert hand
    refused = decide("reject", hand[1], "--why", "no")
    assert refused.returncode == 2
    assert f"reportedly decide undo {added.stdout[:8]}" in refused.stderr


def test_a_report_is_rejected_and_had_back(decide: Decide, reportedly: Reportedly) -> None:
    before = reportedly("export").stdout
    rejected = decide("reject", "peninsula-observer-2024-07-01.md", "--why", "made up")
    assert rejected.returncode == 0
    assert "reject: Report 'One missile flies 600 km" in rejected.stdout
    assert "peninsula-observer-2024-07-01.md (made up)" in rejected.stdout
    shown = " ".join(reportedly("show", JULY).stdout.split())
    assert "rejected by ana" in shown
    assert reportedly("export").stdout != before
    assert decide("undo", rejected.stdout[:8], "--why", "it is real").returncode == 0
    assert reportedly("export").stdout == before


def test_an_undo_is_not_undone_by_mistake(decide: Decide, reportedly: Reportedly) -> None:
    same = decide("same", TWO, CRUISE, "--why", "one salvo").stdout[:8]
    undo = decide("undo", same, "--why", "two").stdout[:8]
    twice = decide("undo", same, "--why", "two, I said")
    assert twice.returncode == 2
    assert f"{same} is undone already, by ana (two); to have it back: reportedly decide undo {undo}" in twice.stderr
    back = decide("undo", undo, "--why", "one after all")
    assert f"which leaves {same}" in back.stdout
    assert CRUISE not in labels(reportedly)
    assert decide("undo", same, "--why", "two at last").returncode == 0
    assert CRUISE in labels(reportedly)


def test_what_a_ruling_overrules_is_told(decide: Decide) -> None:
    apart = decide("different", TWO, CRUISE, "--why", "two kinds").stdout[:8]
    joined = decide("same", TWO, CRUISE, "--why", "one salvo", "--who", "ben").stdout
    assert f"overrules {apart}" in joined
    assert "[overruled: ben ruled same later: one salvo]" in joined


def test_a_name_that_the_codebook_has_not_is_kept_only_where_it_is_meant(
    decide: Decide, reportedly: Reportedly
) -> None:
    told = ("--quote", "From Kaechn.", "--voice", "Japan Coast Guard", "--why", "seen")
    refused = decide("claim", JULY, "site", "Kaechn", *told)
    assert refused.returncode == 2
    assert "the codebook has no site 'Kaechn'; did you mean Kaechon?" in refused.stderr
    assert "add --as-printed" in refused.stderr
    kept = decide("claim", JULY, "site", "Kaechn", *told, "--as-printed")
    assert kept.returncode == 0
    assert "claim: Place Kaechn" in kept.stdout


def test_two_analysts_join_their_ledgers(decide: Decide, reportedly: Reportedly, samples: Path, tmp_path: Path) -> None:
    two = tmp_path / "two.db"
    shutil.copy(samples, two)
    decide("same", TWO, CRUISE, "--why", "one salvo")
    decide("different", TWO, CRUISE, "--why", "two kinds", "--who", "ben", "--ledger", str(two))
    assert reportedly("decisions", "export", "--ledger", str(two), "--out", "ben.jsonl").returncode == 0
    met = reportedly("decisions", "import", "ben.jsonl")
    assert met.returncode == 0
    assert "1 new decision, 0 known already." in met.stderr
    assert "0 new decisions, 1 known already." in reportedly("decisions", "import", "ben.jsonl").stderr
    assert "[overruled: ben ruled different later: two kinds]" in reportedly("decisions").stdout
    assert "2 decisions: 1 overruled, 1 in force" in reportedly("decisions").stderr
    assert CRUISE in labels(reportedly)
    problems = reportedly("problems")
    assert problems.returncode == 1
    assert "agree on one of the two" in problems.stdout
    handed = reportedly("decisions", "export").stdout
    reportedly("decisions", "import", "-", "--ledger", str(two), stdin=handed)
    assert reportedly("export", "--ledger", str(two)).stdout == reportedly("export").stdout


def test_a_line_that_was_changed_on_its_way_is_refused_and_the_rest_is_taken(
    decide: Decide, reportedly: Reportedly, samples: Path, tmp_path: Path
) -> None:
    decide("same", TWO, CRUISE, "--why", "one salvo")
    decide("same", TWO, JULY, "--why", "no salvo")
    lines = reportedly("decisions", "export").stdout.splitlines()
    text = "\n".join([lines[0].replace("one salvo", "one salve"), "not JSON", lines[1]])
    shutil.copy(samples, tmp_path / "two.db")
    met = reportedly("decisions", "import", "-", "--ledger", "two.db", stdin=text)
    assert met.returncode == 1
    assert "-:1: was changed after it was made" in met.stderr
    assert "-:2: is no JSON" in met.stderr
    assert "1 new decision" in met.stderr


HOSTILE = (
    '{"when": "9999-12-31T23:59:59.999999Z"}',
    '{"when": "0001-01-01T00:00:00+14:00"}',
    '{"when": "2026-01-01T00:00:00"}',
    '{"value": 1e999}',
    '{"value": {"min": null}}',
    '{"anchors": []}',
    '{"anchors": null}',
    '{"ruling": "burn"}',
    '{"who": ""}',
    '{"why": "\\ud800"}',
    '{"elsewhere": {"quote": "q"}}',
    "[" * 100_000,
    "[]",
    "null",
)


@pytest.mark.parametrize("change", HOSTILE, ids=lambda change: change[:24])
def test_a_line_made_by_hand_is_refused_with_its_place(decide: Decide, reportedly: Reportedly, change: str) -> None:
    decide("correct", claim_of(reportedly, "'One missile flies 600 km,"), "3", "--why", "because")
    line = json.loads(reportedly("decisions", "export").stdout)
    text = change if change[0] != "{" else json.dumps(line | json.loads(change))
    met = reportedly("decisions", "import", "-", stdin=text)
    assert met.returncode == 1
    assert "-:1: " in met.stderr
    assert "Traceback" not in met.stderr
    assert reportedly("decisions").stderr.startswith("1 decision:")


def test_bytes_that_are_no_letters_are_kept_as_signs_of_doubt(decide: Decide, reportedly: Reportedly) -> None:
    told = ("--quote", "Three\udcff were fired.", "--voice", "Ka\udcffla", "--outlet", "W\udcff")
    assert decide("claim", JULY, "count", "3", *told, "--why", "seen\udcff").returncode == 0
    assert "Three� were fired." in " ".join(reportedly("show", JULY).stdout.split())


def test_decisions_of_a_ledger_of_an_older_version_are_carried_over(
    decide: Decide, reportedly: Reportedly, samples: Path, tmp_path: Path
) -> None:
    decide("same", TWO, CRUISE, "--why", "one salvo")
    with sqlite3.connect(tmp_path / "reportedly.db") as db:
        db.execute("DROP TABLE incidents")
        db.execute("PRAGMA user_version = 1")
    refused = reportedly("decisions")
    assert refused.returncode == 2
    assert "reportedly decisions export" in refused.stderr
    assert reportedly("decisions", "export", "--out", "old.jsonl").returncode == 0
    shutil.copy(samples, tmp_path / "new.db")
    assert reportedly("decisions", "import", "old.jsonl", "--ledger", "new.db").returncode == 0
    assert "1 decision: 1 in force" in reportedly("decisions", "--ledger", "new.db").stderr


def test_a_ledger_of_another_codebook_keeps_the_ruling_for_the_next_build(
    decide: Decide, reportedly: Reportedly, tmp_path: Path
) -> None:
    with sqlite3.connect(tmp_path / "reportedly.db") as db:
        db.execute("UPDATE runs SET codebook = '9.9/elsewhere'")
    kept = decide("same", TWO, CRUISE, "--why", "one salvo")
    assert "the next build applies it" in kept.stderr
    assert CRUISE in labels(reportedly)
    assert "run the build again" in reportedly("show", TWO).stderr
    assert "1 decision: 1 in force" in reportedly("decisions").stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("same", "2024-09-18", JULY), "2 incidents fit 2024-09-18; name one by its id"),
        (("same", "nowhere.txt", JULY), "nowhere.txt: no report of this path"),
        (("same", JULY, JULY), "name one account of one incident"),
        (("different", JULY, "2024-07-01"), "are one incident; to take an account out of it, name its report"),
        (("accept", "0000000"), "no claim in reportedly.db begins with 0000000"),
        (("accept", "hello"), "is no id of a claim"),
        (("undo", "0000000"), "see them with: reportedly decisions"),
        (("claim", JULY, "count", "who knows", "--quote", "q", "--voice", "v"), "write it as 2, at least 2"),
        (("reject", "nowhere.txt"), "no report of this path and no claim of this id"),
        (("claim", JULY, "depth", "2", "--quote", "q", "--voice", "v"), "there is no field 'depth'"),
        (("claim", JULY, "count", "2", "--quote", " ", "--voice", "v"), "no value without its words"),
        (("claim", JULY, "count", "2", "--quote", "q", "--voice", "v", "--url", "javascript:x"), "is no address"),
        (("claim", "1999-01-01", "count", "2", "--quote", "q", "--voice", "v"), "no incident fits 1999-01-01"),
    ],
    ids=lambda part: part[0] if isinstance(part, tuple) else part[:20],
)
def test_what_cannot_be_ruled_is_said_with_what_to_do(decide: Decide, arguments: tuple[str, ...], words: str) -> None:
    refused = decide(*arguments, "--why", "because")
    assert refused.returncode == 2
    assert words in refused.stderr


def test_nobody_rules_without_a_name_or_a_reason(
    decide: Decide, reportedly: Reportedly, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "say why" in decide("same", TWO, CRUISE, "--why", " ").stderr
    monkeypatch.delenv("REPORTEDLY_WHO")
    refused = decide("same", TWO, CRUISE, "--why", "one salvo")
    assert refused.returncode == 2
    assert "--who NAME, or set the environment variable REPORTEDLY_WHO" in refused.stderr
    assert reportedly("decisions").stdout == ""


def test_nothing_is_ruled_where_there_is_no_ledger(reportedly: Reportedly, tmp_path: Path) -> None:
    refused = reportedly("decide", "same", TWO, CRUISE, "--who", "ana", "--why", "one salvo")
    assert refused.returncode == 2
    assert "no ledger here" in refused.stderr
    assert not (tmp_path / "reportedly.db").exists()


def test_report_prints_the_ids_that_rulings_name_claims_by(
    decide: Decide, reportedly: Reportedly, samples: Path
) -> None:
    path = samples.parent / "reports" / "peninsula-observer-2024-07-01.md"
    assert claim_of(reportedly, "'about 5:05 a.m.'") in reportedly("report", str(path), "--ids").stdout
