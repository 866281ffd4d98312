"""CSV files that no spreadsheet runs, and that hold what the lines hold."""

import csv
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from lines import incidents, readings

from reportedly.model import Extraction, Incident, Report
from reportedly.publish.cell import cell, guarded
from reportedly.publish.contract import extract_line, incident_line
from reportedly.publish.table import ENCODING, claim_rows, incident_rows, position_rows, write_tables

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # OWASP, "CSV injection"
NASTY = st.text(st.characters(codec="utf-8") | st.sampled_from("=+-@;\t\n\r＝a"))


@given(NASTY)
def test_no_text_is_a_formula(text: str) -> None:
    assert not cell(text).startswith((*FORMULA_STARTS, "\n"))


@given(NASTY)
def test_no_part_of_a_text_is_a_formula_where_lines_tabs_or_semicolons_end_cells(text: str) -> None:
    assert not [part for part in re.split("[\n\r\t;]", cell(text)) if part.startswith(FORMULA_STARTS)]


@given(NASTY)
def test_guarding_loses_nothing(text: str) -> None:
    assert guarded(text).replace("'", "") == text.replace("'", "")
    assert guarded(text) == text or FORMULA.search(text)


FORMULA = re.compile("^[=+\\-@\t\r\n＝＋－＠]|[\n\r\t;][=+\\-@＝＋－＠]")


@given(st.lists(st.sampled_from(["=1+1", "+1", "-1", "@A1", "\tx", "\rx"]), min_size=1))
def test_lists_are_guarded_too(texts: list[str]) -> None:
    assert cell(tuple(texts)).startswith("'")


def test_numbers_stay_numbers() -> None:
    assert [cell(value) for value in (-5, 2.5, None, True, {"a": "ö"})] == ["-5", "2.5", "", "true", '{"a":"ö"}']


@given(st.lists(incidents(), max_size=3))
def test_every_row_is_as_long_as_the_header(found: list[Incident]) -> None:
    lines = [incident_line(incident) for incident in found]
    for rows in (list(incident_rows(lines)), list(position_rows(lines))):
        assert {len(row) for row in rows} == {len(rows[0])}
    assert len(list(incident_rows(lines))) == len(found) + 1


@given(readings())
def test_every_claim_has_a_row(reading: tuple[Report, Extraction]) -> None:
    header, *rows = claim_rows([extract_line(*reading)], {"m0": "i0"})
    assert {len(row) for row in rows} <= {len(header)}
    assert [row[0] for row in rows] == [claim.id for claim in reading[1].claims]


def test_three_files_that_open_again(tmp_path: Path) -> None:
    report = Report("a" * 64, "=cmd.txt", "text", (), b"", outlet="@outlet")
    incident = incident_line(Incident("m0", "=label, “quoted”\nand broken", "missile_launch", "PRK", {}, ()))
    paths = write_tables(tmp_path, [incident], [extract_line(report, Extraction(report.id, relevant=False))])
    assert [path.name for path in paths] == ["incidents.csv", "positions.csv", "claims.csv"]
    with paths[0].open(encoding=ENCODING, newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["label"] == "'=label, “quoted”\nand broken"
    assert row["date.earliest"] == ""
    assert row["date.status"] == "unknown"
