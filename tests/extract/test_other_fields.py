"""A codebook of another field, given as a folder, reads that field's reports with no line of code."""

from pathlib import Path

from reportedly import codebook
from reportedly.extract.extractor import Extractor
from reportedly.fields.registry import to_json
from reportedly.model import Report, Role
from reportedly.readers import Hints, read

TYPES = """\
types:
  ferry_accident:
    label: Ferry accident
    verbs: [sink, capsize, overturn]
    objects: [ferry, passenger]
    nouns: [ferry accident]
"""
BODIES = """\
bodies:
  KOR:
    - {id: kcg, name: Korea Coast Guard, cls: detector, aliases: [South Korea's coast guard]}
"""
SITES = """\
sites:
  KOR:
    - {id: busan, name: Busan, at: [35.18, 129.08], precision: 2}
"""
TEXT = """\
Ferry sinks off Busan

A South Korean ferry with 40 passengers aboard capsized near Busan at 6:50 a.m. on Tuesday, the Korea Coast Guard said.
"""


def test_a_codebook_of_ten_lines_reads_ferry_accidents(tmp_path: Path) -> None:
    for name, text in (("types", TYPES), ("bodies", BODIES), ("sites", SITES)):
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    report = next(iter(read("ferry.txt", TEXT.encode(), hints=Hints(published="2024-05-01"))))
    assert isinstance(report, Report)
    extraction = Extractor(codebook.load(tmp_path), parse=False).extract(report)
    (main,) = [m for m in extraction.mentions if m.role is Role.MAIN]
    assert (main.type, main.state) == ("ferry_accident", "KOR")
    values = {field: to_json(field, value) for field, value in main.values.items()}
    assert values["date"] == {"earliest": "2024-04-30", "latest": "2024-04-30"}
    assert values["time_local"] == {"earliest": "06:50", "latest": "06:50"}
    assert values["site"]["name"] == "Busan"
    assert values["count"]["min"] == 40
    said = {c.voices[-1].id for c in extraction.claims if c.field == "time_local"}
    assert said == {"kcg"}
