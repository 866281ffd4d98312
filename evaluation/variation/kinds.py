"""Every kind of rewriting, by its name."""

from collections.abc import Mapping

from evaluation.variation import (
    clocks,
    dates,
    frame,
    names,
    numbers,
    renaming,
    saying,
    shifting,
    spelling,
    telling,
    units,
)
from evaluation.variation.printed import Kind

KINDS: Mapping[str, Kind] = {
    "dates": dates.forms,
    "weekdays": dates.weekdays,
    "days shifted": shifting.shifted,
    "month renamed": shifting.months,
    "clocks": clocks.forms,
    "numbers": numbers.forms,
    "units": units.forms,
    "spelling": spelling.letters,
    "quotes and dashes": spelling.marks,
    "abbreviations": spelling.abbreviations,
    "sites": names.sites,
    "weapons": names.weapons,
    "seas": names.seas,
    "states": names.states,
    "leaders": names.leaders,
    "bodies": names.bodies,
    "town renamed": renaming.towns,
    "weapon renamed": renaming.designations,
    "verbs": telling.verbs,
    "nouns": telling.nouns,
    "passive": telling.passive,
    "attribution": saying.moved,
    "order": saying.swapped,
    "headline dropped": frame.headline,
    "headline": spelling.headlines,
    "dateline": frame.datelines,
    "around": frame.around,
    "opening": frame.opening,
    "paragraphs": frame.paragraphs,
}
