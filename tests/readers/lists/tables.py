"""Small tables written for the tests: what a curator's file may look like. Every incident in them is made up."""

import io
from datetime import date, time
from pathlib import Path

import openpyxl

COLUMNS = (
    *("F1", "Date", "Date Entered/Updated", "Launch Time (UTC)", "Missile Name", "Missile Type"),
    *("Launch Agency/Authority", "Facility Name", "Facility Location", "Other Name", "Facility Latitude"),
    *("Facility Longitude", "Landing Location", "Apogee", "Distance Travelled", "Confirmation Status"),
    *("Test Outcome", "Additional Information", "Source(s)"),
)
"""The nineteen columns of the CNS workbook."""
SEP_84 = date(1984, 9, 1)
Cells = tuple[object, ...]


def row(**cells: object) -> Cells:
    """A row of the workbook: by column, the blanks and strokes of its name as underscores."""
    named = {name.replace(" ", "_").replace("/", "_").replace("(", "").replace(")", ""): name for name in COLUMNS}
    given = {named[key]: value for key, value in cells.items()}
    return tuple(given.get(name) for name in COLUMNS)


ROWS: tuple[Cells, ...] = (
    row(F1=1, Date=SEP_84, Missile_Name="Scud-B", Missile_Type="SRBM", Facility_Name="Tonghae Satellite Launching Ground",
        Apogee="Unknown", Test_Outcome="Unknown (4)", Confirmation_Status="Unconfirmed"),
    row(F1=2, Date=date(2016, 2, 29), Launch_Time_UTC=time(15, 15), Missile_Name="Nodong", Missile_Type="MRBM",
        Facility_Name="Hwangju", Apogee="between 25 and 90 km", Distance_Travelled="1,000 km", Test_Outcome="Success"),
    row(F1=3, Date=date(2024, 9, 17), Launch_Time_UTC="21:53:00", Missile_Name="Hwasong-11-Da-4.5",
        Missile_Type="SRBM", Facility_Name="Kaechon Airbase", Facility_Latitude=39.752321,
        Facility_Longitude=125.899905, Landing_Location="Sea of Japan or East Sea", Distance_Travelled="400 km",
        Confirmation_Status="Confirmed", Test_Outcome="Success"),
    row(F1=4, Date=date(2024, 9, 17), Launch_Time_UTC="22:23:00", Missile_Name="Hwasong-11-Da-4.5",
        Missile_Type="SRBM", Facility_Name="Nowhere Field", Facility_Latitude=39.123456, Facility_Longitude=125.5,
        Landing_Location="N/A", Distance_Travelled="far", Test_Outcome="Failure"),
    row(F1=5, Date="once", Missile_Type="SRBM"),
)  # fmt: skip


def workbook(rows: tuple[Cells, ...] = ROWS) -> bytes:
    """The rows as a workbook, under a line of title, with days of known month shown as "Sep-84"."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["A table made for a test"])
    sheet.append(list(COLUMNS))
    for cells in rows:
        sheet.append(list(cells))
        if cells[1] == SEP_84:
            sheet.cell(sheet.max_row, 2).number_format = "mmm-yy"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def write(folder: Path, name: str, text: str) -> Path:
    """The path of a file with this text."""
    path = folder / name
    path.write_text(text, "utf-8")
    return path
