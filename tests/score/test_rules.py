"""What the weighing of rules says of a report whose values are known."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

REPORT = {
    "url": "https://example.org/1", "outlet": "The Example", "published": "2022-11-03", "title": "Two missiles fired",
    "text": "North Korea fired two ballistic missiles on Wednesday, South Korea's Joint Chiefs of Staff said.",
}  # fmt: skip
MARKS = {
    "id": "1",
    "relevant": True,
    "incidents": [
        {
            "incident": "PRK-2022-11-02", "main": True, "type": "missile_launch", "state": "PRK",
            "date_local": "2022-11-02", "count_min": 2, "count_max": 2,
        }
    ],
    "sources": [],
}  # fmt: skip


@pytest.mark.skipif(sys.version_info < (3, 12), reason="what a function answers is watched by sys.monitoring")
def test_a_rule_is_worth_the_values_that_are_lost_without_it(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "1.json").write_text(json.dumps(REPORT), "utf-8")
    (tmp_path / "gold.jsonl").write_text(json.dumps(MARKS) + "\n", "utf-8")
    command = [sys.executable, "-m", "evaluation.rules", "--all", "--module", "claims/count", "--folder", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    told = {line.split()[5]: line.split() for line in done.stdout.splitlines()[1:]}
    speaks, differs, lost, gained, *_ = told["counts"]
    assert (speaks, differs, gained) == ("1", "1", "0")
    assert int(lost) >= 1
    assert told["counts"][-1] == f"{tmp_path.name}/1-{lost}"
    silent = [line for line in told.values() if line[0] == "0"]
    assert silent and all(line[1:4] == ["0", "0", "0"] for line in silent)
