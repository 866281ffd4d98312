"""What a site is searched through, as scripts that assign it: nothing is fetched, so it opens from the file system."""

import json
from collections.abc import Iterable, Mapping, Sequence

from reportedly.fields.wording import days_told, field_name, when_told
from reportedly.store.facets import KINDS
from reportedly.store.index import Indexed
from reportedly.web.tell import dateless


def incidents_script(
    index: Sequence[Indexed],
    shown: Mapping[str, Mapping[str, str]],
    states: Mapping[str, str],
    types: Mapping[str, str],
) -> str:
    """A script that assigns a row an incident; values of facets stand once, each with how it is shown, and rows name
    them by number. `shown` gives by kind how a value is shown, `states` and `types` the names of states and kinds."""
    values = {kind: sorted({value for one in index for k, value in one.facets if k == kind}) for kind in KINDS}
    numbers = {kind: {value: n for n, value in enumerate(values[kind])} for kind in KINDS}
    rows = [
        [
            *(one.line.id, days_told(dateless(one.line.label, one.line.dated)), one.line.type, one.line.state),
            *(when_told(one.line.dated), one.earliest, one.latest),
            *(one.line.reports, one.line.outlets, one.line.origins, [field_name(name) for name in one.line.contested]),
            [[numbers[kind][value] for k, value in one.facets if k == kind] for kind in KINDS],
        ]
        for one in index
    ]
    names = {kind: [[value, shown.get(kind, {}).get(value, value)] for value in values[kind]] for kind in KINDS}
    held = {code: states[code] for code in sorted({one.line.state or "" for one in index} & set(states))}
    kinds = {code: types[code] for code in sorted({one.line.type for one in index} & set(types))}
    told = {"kinds": KINDS, "values": names, "states": held, "types": kinds, "rows": rows}
    return script("reportedlyIncidents", told)


def words_script(reports: Iterable[Sequence[str]], of: Sequence[Sequence[int]]) -> str:
    """A script that assigns the title and the sentences of each report, and by incident, in the order of the rows, the
    numbers of its reports."""
    return script("reportedlyWords", {"reports": list(reports), "of": of})


def script(name: str, thing: object) -> str:
    """A script that assigns the thing under this name, as JSON in a string: nothing in it can be taken for a script or
    for markup, and it is read faster than an expression."""
    text = json.dumps(thing, ensure_ascii=False, separators=(",", ":"))
    return f"window.{name} = JSON.parse({_quoted(text)});\n"


def _quoted(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    for letter in "<>&\u2028\u2029\x7f":
        quoted = quoted.replace(letter, f"\\u{ord(letter):04x}")
    return quoted
