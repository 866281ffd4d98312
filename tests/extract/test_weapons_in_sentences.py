"""Every weapon of the codebook is read as that of a launch in the plain sentences that reports tell it in."""

from datetime import date

import pytest
from tests.extract.core import BOOK, mains, reading

from reportedly.codebook import WeaponEntry
from reportedly.model import Weapon

PUBLISHED = date(2024, 9, 17)
THINGS = {"SLV": "rocket", "MLRS": "rocket", "UUV": "underwater drone"}
SENTENCES = (
    "{state} test-fired a {name} {thing} on Monday, the country's defence ministry said.",
    "{state} test-fired a {thing} on Monday, officials said. The {thing}, a {name}, flew as planned.",
    "{state} test-fired a new {thing} on Monday. The defence ministry identified the {thing} as the {name}.",
    "{state} test-fired a {thing} called the {name} on Monday, officials said.",
    '{state} said on Monday that it had successfully test-fired its "{name}" {thing} the day before.',
    "The {name} was test-fired by {state} on Monday, officials said.",
    "{state} carried out a test of the {name} {thing} on Monday, state media reported.",
)
TRIED = 3  # sentences a weapon, in turn
WEAPONS = [w for w in BOOK.weapons.values() if not w.payload and w.state in BOOK.states and w.weapon_class != "UUV"]
CIVIL = [w for w in WEAPONS if w.weapon_class == "SLV" and w.state not in BOOK.types["satellite_launch"].only_states]


@pytest.mark.parametrize(
    ("number", "entry"), list(enumerate(w for w in WEAPONS if w not in CIVIL)), ids=lambda one: getattr(one, "id", "")
)
def test_a_plain_sentence_names_the_weapon(number: int, entry: WeaponEntry) -> None:
    name = entry.name.removesuffix(" missile")
    for sentence in (SENTENCES[(number + step) % len(SENTENCES)] for step in range(TRIED)):
        thing = THINGS.get(entry.weapon_class or "", "missile")
        text = sentence.format(state=BOOK.states[entry.state or ""].name, name=name, thing=thing)
        if name != entry.name and f"{name} missile" not in text:
            continue  # "a Lance" alone is none
        if entry.needs and not any(need in text.lower() for need in entry.needs):
            continue
        told = mains(reading({"text": f"Weapon tested\n\n{text}", "published": PUBLISHED}))
        named = [m.values.get("weapon") for m in told]
        assert [w.id if isinstance(w, Weapon) else None for w in named] == [entry.id], text
