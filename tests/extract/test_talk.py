"""Who speaks in a report without an incident is kept where the report is of the field, and nowhere else."""

import pytest
from tests.extract.core import EXTRACTOR, report

from reportedly.model import Role


@pytest.mark.parametrize(
    "text",
    [
        "Drills begin\n\nSouth Korea and the United States begin drills on Monday against the threat of ballistic missiles, a general said.",
        "Patriots for Warsaw\n\nThe sale of Patriot missiles was cleared on Tuesday, the Pentagon said.",
    ],
)
def test_a_report_of_the_field_keeps_its_voices(text: str) -> None:
    found = EXTRACTOR.extract(report(text))
    assert not found.relevant
    assert {m.role for m in found.mentions} == {Role.BACKGROUND}
    assert {c.voices[-1].kind for c in found.claims} != {"narrator"}


@pytest.mark.parametrize(
    "text",
    [
        "Rockets fire coach\n\nThe Rockets fired their head coach after a barrage of missed shots, the club said on Monday.",
        "Pace trio\n\nThe bowler sent down a missile before tea, his captain said on Monday.",
        "Fireworks cut short\n\nA shell exploded on the barge and a salvo was called off, the harbour master said.",
    ],
)
def test_other_news_keeps_nothing(text: str) -> None:
    found = EXTRACTOR.extract(report(text))
    assert not found.relevant
    assert found.mentions == ()
