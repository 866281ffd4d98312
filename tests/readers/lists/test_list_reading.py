"""Tables become rows of history; what cannot be used is told with file, line and remedy."""

import csv
import io
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import ROWS, workbook, write

from reportedly.codebook import load
from reportedly.model import DateRange, DayBasis, Landing, Place, Quantity, Stance, Term, Weapon, events_of
from reportedly.model.errors import UsageError
from reportedly.readers.lists import CNS, CSIS, read_list
from reportedly.readers.lists.mapping import Wishes, shaped

BOOK = load()
FERRIES = """day,who,what,far
2024-09-18,PRK,missile_launch,400
2024-09-19,PRK,missile_launch,"between 25 and 90"
"""


def test_the_workbook_s_own_columns_are_read() -> None:
    read = read_list("a.xlsx", workbook(), CNS, BOOK)
    scud, nodong, first, second = read.rows
    assert [row.number for row in read.rows] == [3, 4, 5, 6]
    assert scud.days == DateRange(date(1984, 9, 1), date(1984, 9, 30), "1984-09")
    assert scud.basis is DayBasis.UNTIMED
    assert not scud.confirmed
    assert {claim.stance for claim in scud.claims} == {Stance.ALLEGED}
    assert scud.value("outcome") is None
    assert scud.value("apogee_km") is None
    assert nodong.days.day == date(2016, 2, 29)  # 23:45 at +08:30; it would be 1 March at +09:00
    assert nodong.value("apogee_km") == Quantity(25, 90, "km")
    assert first.days.day == date(2024, 9, 18)
    assert first.types == ("missile_launch",)
    assert first.value("weapon_class") == Term("SRBM")
    weapon, site, landing = (first.value(field) for field in ("weapon", "site", "landing"))
    assert isinstance(weapon, Weapon)
    assert weapon.id == "hwasong-11-da-4.5"
    assert isinstance(site, Place)
    assert site.id == "kaechon"
    assert landing == Landing(("sea_of_japan",), "Sea of Japan or East Sea")
    assert second.value("site") == Place(None, "Nowhere Field", "Nowhere Field", "PRK", 39.12, 125.5, 2)
    assert second.value("landing") is None


def test_every_claim_keeps_its_words_and_its_column() -> None:
    for row in read_list("a.xlsx", workbook(), CNS, BOOK).rows:
        assert all(claim.written and claim.column for claim in row.claims)
        assert {claim.field for claim in row.claims} >= {"date", "weapon_class"}


def test_what_cannot_be_used_is_a_problem_with_line_and_remedy() -> None:
    told = {problem.path: problem for problem in read_list("a.xlsx", workbook(), CNS, BOOK).problems}
    assert set(told) == {"a.xlsx:6", "a.xlsx:7"}
    assert told["a.xlsx:6"].message == "Distance Travelled: 'far' is no amount in km; the row is kept without it"
    assert told["a.xlsx:7"].message == "'once' is no date; the row is left out"
    assert "2024-09-18" in told["a.xlsx:7"].remedy


def test_two_missiles_of_one_day_are_one_event() -> None:
    events = events_of(read_list("a.xlsx", workbook(), CNS, BOOK).rows)
    assert [len(event.rows) for event in events] == [1, 1, 2]


def test_coverage_is_the_span_of_the_rows_and_names_what_is_left_out() -> None:
    covered = read_list("a.xlsx", workbook(), CNS, BOOK).list.coverage
    assert {(one.state, one.scope, one.since, one.until) for one in covered} == {
        ("PRK", scope, date(1984, 9, 1), date(2024, 9, 18)) for scope in ("ballistic", "satellite")
    }
    assert all(one.note for one in covered)


def test_the_csis_table_keeps_days_of_the_place_and_its_own_kinds() -> None:
    raw = b"Date,Type\n2024-09-18,Missile Provocation\n2024-09-19,Other Provocation\n2017-09-03,Nuclear Provocation\n"
    missile, other, nuclear = read_list("b.csv", raw, CSIS, BOOK).rows
    assert missile.basis is DayBasis.LOCAL
    assert len(missile.types) == 3
    assert other.types == ()
    assert nuclear.types == ("nuclear_test",)


@pytest.mark.parametrize(
    "raw", [FERRIES.encode(), b"\xef\xbb\xbf" + FERRIES.encode(), FERRIES.replace(",", ";").encode()]
)
def test_any_table_is_read_by_a_mapping(raw: bytes) -> None:
    maps = ("day=date", "who=state", "what=type", "far=distance")
    read = read_list("c.csv", raw, shaped(None, Wishes(maps, voice="My notes"), BOOK), BOOK)
    assert (read.list.id, read.list.voice.name) == ("my-notes", "My notes")
    assert [row.value("distance_km") for row in read.rows] == [Quantity(400, 400, "km"), Quantity(25, 90, "km")]
    assert not read.problems


def test_a_mapping_file_says_the_same_and_more(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "map.yaml",
        "voice: My notes\nunit: missile\ncolumns: {day: date, who: state, far: distance}\ntype: missile_launch\n"
        "words: {who: {PRK: North Korea}}\ncovers: [ballistic]\nsince: 2024-01-01\nuntil: 2024-12-31\n",
    )
    read = read_list("c.csv", FERRIES.encode(), shaped(None, Wishes((str(path),)), BOOK), BOOK)
    assert [row.state for row in read.rows] == ["PRK", "PRK"]
    assert read.list.unit == "missile"
    assert [(one.scope, one.since, one.until) for one in read.list.coverage] == [
        ("ballistic", date(2024, 1, 1), date(2024, 12, 31))
    ]


def test_the_mapping_that_the_docs_show_is_read(tmp_path: Path) -> None:
    page = (Path(__file__).parents[3] / "docs" / "history.md").read_text("utf-8")
    block = page.split("    # mine.yaml\n")[1].split("\n\n")[0]
    path = write(tmp_path, "mine.yaml", "\n".join(line[4:] for line in block.splitlines()))
    shape = shaped(None, Wishes((str(path),)), BOOK)
    raw = b"Day,Clock,What,Range,Result\n2024-09-17,21:53,KN-25,400,ok\n2024-09-18,,KN-25,400,no\n"
    read = read_list("mine.csv", raw, shape, BOOK)
    assert not read.problems
    assert [row.value("outcome") for row in read.rows] == [Term("success"), Term("failure")]
    assert read.rows[0].days.day == date(2024, 9, 18)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("voice: x\ncolumns: {a: speed}\n", r"map\.yaml:2: no field 'speed'; a column can answer .*distance_km"),
        ("voice: x\nstate: ZZZ\n", r"map\.yaml:2: no state 'ZZZ'"),
        ("voice: x\n\ncolour: red\n", r"map\.yaml:3: no key 'colour'"),
        ("voice: [\n", r"map\.yaml:\d: not YAML"),
        ("covers: [everything]\n", r"map\.yaml:1: no counting scope 'everything'"),
        ("since: spring\n", r"map\.yaml:1: 'spring' is no day"),
        ("zone: Moon/Tranquility\n", r"map\.yaml:1: no time zone"),
        ("unit: salvo\n", r"map\.yaml:1: .*not 'salvo'"),
    ],
)
def test_a_fault_of_a_mapping_names_file_and_line(tmp_path: Path, text: str, told: str) -> None:
    path = write(tmp_path, "map.yaml", text)
    with pytest.raises(UsageError, match=told):
        shaped(None, Wishes((str(path), "day=date"), "x", "PRK", "missile_launch"), BOOK)


@pytest.mark.parametrize(
    ("wishes", "told"),
    [
        (Wishes(("a=speed",), "x", "PRK", "missile_launch"), "--map a=speed: no field"),
        (Wishes((), "x", "PRK", "missile_launch"), "no column gives the date; add --map"),
        (Wishes(("a=date",), None, "PRK", "missile_launch"), "--voice NAME"),
        (Wishes(("a=date",), "x", None, "missile_launch"), "--state ISO3"),
        (Wishes(("a=date",), "x", "PRK"), "--type"),
        (Wishes(("nowhere.yaml",), "x", "PRK"), "nowhere.yaml"),
    ],
)
def test_what_the_options_leave_open_is_asked_for(wishes: Wishes, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        shaped(None, wishes, BOOK)


def test_a_column_that_is_mapped_must_be_there() -> None:
    shape = shaped(None, Wishes(("day=date", "speed=distance"), "x", "PRK", "missile_launch"), BOOK)
    with pytest.raises(UsageError, match=r"c\.csv:1: no column 'speed' beside 'day', 'who'"):
        read_list("c.csv", FERRIES.encode(), shape, BOOK)


CELLS = st.text(alphabet=st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    (
        "9999-12-31",
        "0001-01-01",
        "2024-09-18",
        "23:59",
        "1e9",
        "-",
        "Sep-84",
        "1/1",
        "PRK",
        "400 km",
        "<",
        "5-",
        "∞",
        "٣",
    )
)


@given(st.lists(st.tuples(*[CELLS] * 9), min_size=1, max_size=4))
@settings(deadline=None, max_examples=150)
def test_whatever_stands_in_the_cells_is_read_or_told(rows: list[tuple[str, ...]]) -> None:
    names = (
        "date_utc",
        "time_utc",
        "missile",
        "missile_class",
        "facility_name",
        "latitude",
        "longitude",
        "landing",
        "apogee_km",
    )
    out = io.StringIO()
    csv.writer(out).writerows((names, *rows))
    try:
        read = read_list("x.csv", out.getvalue().encode("utf-8"), CNS, BOOK)
    except UsageError:
        return
    assert all(row.days.earliest and row.days.latest for row in read.rows)
    assert all(problem.remedy and problem.path.startswith("x.csv:") for problem in read.problems)


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_whatever_the_bytes_are_no_other_error_leaves(noise: bytes) -> None:
    for raw in (noise, b"PK\x03\x04" + noise, workbook()[:-40] + noise):
        with suppress(UsageError):
            read_list("x", raw, CNS, BOOK)


def test_a_head_that_is_repeated_is_no_row() -> None:
    raw = b"date,type\n2024-09-18,Missile\ndate,type\n2024-09-19,Missile\n"
    read = read_list("g.csv", raw, CSIS, BOOK)
    assert [row.number for row in read.rows] == [2, 4]
    assert not read.problems


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", r"d\.csv: holds no rows"),
        (b"a,b\n1,2\n", r"d\.csv:1: no column 'date_local' or 'Date', 'kind' or 'Type' beside 'a', 'b'"),
        (b'date,type\n2024-09-18,"Missile\n', r"d\.csv:\d: not CSV"),
        (b"date,type\nonce,Missile\n", r"d\.csv: none of its 1 rows can be used; d\.csv:2: 'once' is no date"),
        (b"%PDF-1.4", r"d\.csv: is no text"),
        (b"PK\x03\x04 broken", r"d\.csv: is no workbook"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused_with_its_name(raw: bytes, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        read_list("d.csv", raw, CSIS, BOOK)


def test_a_row_with_a_cell_too_many_is_left_out_and_named() -> None:
    read = read_list("e.csv", b"date,type\n2024-09-18,Missile\n2024-09-19,Missile,and more\n\n", CSIS, BOOK)
    assert [row.number for row in read.rows] == [2]
    assert [problem.path for problem in read.problems] == ["e.csv:3"]
    assert "3 cells where the head names 2" in read.problems[0].message


def test_a_cell_over_two_lines_does_not_shift_the_line_numbers() -> None:
    raw = b'date,type,event\n2024-09-18,Missile,"two\nlines"\nonce,Missile,x\n'
    assert [problem.path for problem in read_list("f.csv", raw, CSIS, BOOK).problems] == ["f.csv:4"]


def test_without_the_extra_a_workbook_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = workbook()
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(UsageError, match=r"pip install 'reportedly\[xlsx\]'"):
        read_list("a.xlsx", raw, CNS, BOOK)


def test_the_order_of_rows_changes_no_value() -> None:
    upwards, downwards = (read_list("a.xlsx", workbook(rows), CNS, BOOK).rows for rows in (ROWS, ROWS[::-1]))
    assert sorted(repr(row.claims) for row in upwards) == sorted(repr(row.claims) for row in downwards)


@pytest.mark.parametrize(
    ("raw", "days"),
    [
        (b"\xef\xbb\xbfDatum;Ort\n12.09.2024;Kaechon\n18.09.2024;\n;\n", ["2024-09-12", "2024-09-18"]),
        (b"Datum,Ort\n04/09/2024,Kaechon\n18/09/2024,Kaechon\n", ["2024-09-04", "2024-09-18"]),
        (b"Datum,Ort\n9/4/2024,Kaechon\n9/18/2024,Kaechon\n", ["2024-09-04", "2024-09-18"]),
        (b"Datum,Ort\n45553,Kaechon\n", ["2024-09-18"]),
    ],
)
def test_days_are_read_as_their_column_writes_them(raw: bytes, days: list[str]) -> None:
    maps = ("Datum=date_local", "Ort=site")
    shape = shaped(None, Wishes(maps, voice="Kurator", state="PRK", type="missile_launch"), BOOK)
    found = read_list("a.csv", raw, shape, BOOK)
    assert [str(row.days.earliest) for row in found.rows] == days


def test_a_second_sheet_of_the_same_columns_is_named() -> None:
    book = openpyxl.Workbook()
    for name, day in (("2024", "2024-09-11"), ("2025", "2025-01-06")):
        sheet = book.create_sheet(name)
        sheet.append(["Date", "Missile Name"])
        sheet.append([day, "KN-25"])
    out = io.BytesIO()
    book.save(out)
    found = read_list("a.xlsx", out.getvalue(), CNS, BOOK)
    assert len(found.rows) == 1
    assert ["'2025' has the same columns as '2024'" in one.message for one in found.problems] == [True]
