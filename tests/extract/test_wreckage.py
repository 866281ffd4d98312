"""What wreckage was found to be is the weapon of the strike that left it."""

from datetime import date

import pytest
from tests.extract.core import EXTRACTOR, Case, cases, report

from reportedly.model import DateRange, Mention, Weapon

TOLD_ON = date(2024, 4, 30)
STRIKES = frozenset({"combat_use", "missile_launch"})


def _day_and_weapon(mention: Mention) -> tuple[date | None, str | None]:
    when, weapon = mention.values.get("date"), mention.values.get("weapon")
    return (when.earliest if isinstance(when, DateRange) else None, weapon.id if isinstance(weapon, Weapon) else None)


@pytest.mark.parametrize("case", cases("wreckage.yaml"))
def test_what_wreckage_is_found_to_be_is_the_weapon_of_the_strike(case: Case) -> None:
    found = EXTRACTOR.extract(report(f"News of the day\n\n{case['text']}", TOLD_ON))
    day, weapon = case["use"]
    strikes = [_day_and_weapon(m) for m in found.mentions if m.type in STRIKES]
    assert (day, weapon) in strikes
    assert not [
        told
        for m, told in zip(found.mentions, map(_day_and_weapon, found.mentions), strict=True)
        if told[1] and m.type not in STRIKES
    ]
