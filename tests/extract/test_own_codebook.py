"""A codebook of one's own: ten lines of YAML read another kind of incident, with no Python."""

import re
from datetime import date
from pathlib import Path

import pytest
from tests.extract.core import report

from reportedly import codebook
from reportedly.codebook.folder import DATA
from reportedly.extract.extractor import Extractor
from reportedly.model import Claim, Count, DateRange, Mention, Role

PAGE = (Path(__file__).parents[2] / "docs" / "codebook.md").read_text("utf-8")
FERRY = PAGE.split("```yaml\n")[1].split("```")[0]  # what the page shows is what is read here
BUSAN = """\
sites:
  KOR:
    - {id: busan, name: Busan, at: [35.18, 129.08], precision: 2}
"""
GUARD = """\
bodies:
  KOR:
    - {id: kcg, name: Korea Coast Guard, cls: detector, aliases: [the coast guard]}
"""
TEXT = "A ferry carrying 40 passengers sank off Busan on Tuesday, the coast guard said."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("ferry")
    (found / "types.yaml").write_text(FERRY, "utf-8")
    (found / "sites.yaml").write_text(BUSAN, "utf-8")
    return found


def subject(folder: Path, text: str = TEXT) -> Mention:
    """The one incident a report is about, read with a user's codebook."""
    extraction = Extractor(codebook.load(folder), parse=False).extract(report(text, date(2024, 5, 2)))
    assert extraction.relevant
    (main,) = [m for m in extraction.mentions if m.role is Role.MAIN]
    return main


def said(mention: Mention, field: str) -> list[Claim]:
    return [c for c in mention.claims if c.field == field]


def test_the_accident_is_the_report_s_subject(folder: Path) -> None:
    main = subject(folder)
    assert main.type == "ferry_accident"
    assert main.values["date"] == DateRange(date(2024, 4, 30), date(2024, 4, 30))
    assert [c.written for c in said(main, "date")] == ["Tuesday"]


def speakers(mention: Mention) -> set[str]:
    return {c.voices[-1].name.lower() for c in mention.claims if c.field in {"type", "date"}}


def test_who_said_it_stands_beside_it(folder: Path) -> None:
    assert speakers(subject(folder)) == {"coast guard"}


def test_a_body_the_codebook_names_stands_beside_what_it_said(folder: Path, tmp_path: Path) -> None:
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "bodies.yaml").write_text(GUARD, "utf-8")
    assert speakers(subject(tmp_path)) == {"korea coast guard"}


@pytest.mark.parametrize(
    "text",
    [
        "A ferry capsized near Busan on Tuesday, the coast guard said.",
        "A ferry was sunk off Busan on Tuesday, the coast guard said.",
        "A ferry accident was reported off Busan on Tuesday, the coast guard said.",
    ],
)
def test_it_is_told_in_several_ways(folder: Path, text: str) -> None:
    assert subject(folder, text).values["date"] == DateRange(date(2024, 4, 30), date(2024, 4, 30))


@pytest.mark.parametrize(
    "text",
    ["North Korea fired two ballistic missiles on Tuesday.", "The ferry leaves Busan at nine.", "The firm sank money."],
)
def test_nothing_else_is_read_with_it(folder: Path, text: str) -> None:
    extraction = Extractor(codebook.load(folder), parse=False).extract(report(text, date(2024, 5, 2)))
    assert (extraction.relevant, extraction.mentions) == (False, ())


def test_the_place_it_sank_off(folder: Path) -> None:
    assert [c.written for c in said(subject(folder), "site")] == ["Busan"]


@pytest.mark.xfail(reason="only projectiles and objects of launches and nuclear tests are counted", strict=True)
def test_the_number_aboard(folder: Path) -> None:
    assert subject(folder).values["count"] == Count(40, 40)


def test_it_asks_no_question_the_codebook_does_not_ask(folder: Path) -> None:
    fields = {c.field for c in subject(folder).claims}
    assert fields <= {"type", "statement", *codebook.load(folder).fields}


@pytest.mark.parametrize(
    ("kind", "sort", "text"),
    [
        ("combat_use", "strike", "Russia fired two Iskander ballistic missiles at the Ukrainian city of Kharkiv on Tuesday, killing nine people."),
        ("missile_launch", "missile", "North Korea fired two Hwasong-11 ballistic missiles into the sea on Tuesday."),
        ("satellite_launch", "space", "North Korea launched a Chollima-1 rocket with a spy satellite on Tuesday, and it fell into the sea."),
        ("nuclear_test", "blast", "North Korea conducted a nuclear test at Punggye-ri on Tuesday."),
        ("sanctions_action", "measure", "The UN Security Council adopted new sanctions on North Korea on Tuesday."),
        ("withdrawn_report", "retraction", "Japan's public broadcaster NHK withdrew on Tuesday a report that North Korea had fired a missile."),
    ],
)  # fmt: skip
def test_rules_ask_for_the_sort_of_a_kind_and_not_for_its_name(kind: str, sort: str, text: str, tmp_path: Path) -> None:
    for path in DATA.glob("*.yaml"):
        written = path.read_text("utf-8")
        (tmp_path / path.name).write_text(re.sub(rf"\b{kind}\b", f"our_{sort}", written), "utf-8")
    assert subject(tmp_path, text).type == f"our_{sort}"
