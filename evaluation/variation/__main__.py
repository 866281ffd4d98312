"""Which values of marked reports are read otherwise once one thing in the report is written otherwise.

python -m evaluation.variation                          # kinds by values broken in a hundred rewritten reports
python -m evaluation.variation --kind clocks -v         # each value that changed, with the words before and after
python -m evaluation.variation --kind clocks --show 50  # what rewriting makes, unread
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from evaluation.sealed import OPEN
from evaluation.variation.kinds import KINDS
from evaluation.variation.printed import Printed, Told, sentences
from evaluation.variation.trying import Reader, Tried, drawn, reports, tried, variants

EFFECTS = ("fell", "rose", "other")


def rows(found: Iterable[Tried]) -> Iterator[str]:
    """A line a kind, the most broken first, and one a form of it."""
    by_kind: dict[str, list[Tried]] = defaultdict(list)
    for one in found:
        by_kind[one.kind].append(one)
    yield f"{'kind':38s} {'reports':>7s} {'changed':>7s} {'per 100':>7s}  " + " ".join(
        f"{name:>5s}" for name in EFFECTS
    )
    for kind in sorted(by_kind, key=lambda name: -_broken(by_kind[name])):
        yield _row(kind, by_kind[kind])
        forms = sorted({one.variant.form for one in by_kind[kind]})
        if len(forms) > 1:
            yield from (
                _row(f"   {form}", [one for one in by_kind[kind] if one.variant.form == form]) for form in forms
            )
    yield _row("all", [one for each in by_kind.values() for one in each])
    fields = Counter(change.field for each in by_kind.values() for one in each for change in one.changes)
    yield "fields: " + ", ".join(f"{name} {n}" for name, n in fields.most_common())


def _broken(found: Sequence[Tried]) -> float:
    return sum(len(one.changes) for one in found) / max(1, len(found))


def _row(name: str, found: Sequence[Tried]) -> str:
    effects = Counter(change.effect for one in found for change in one.changes)
    told = " ".join(f"{effects[effect]:5d}" for effect in EFFECTS)
    return f"{name:38s} {len(found):7d} {sum(effects.values()):7d} {100 * _broken(found):7.1f}  {told}"


def rewordings(before: Printed, after: Printed) -> Iterator[tuple[str, str]]:
    """The sentences that differ between two printings: as they were, and as they are."""
    if before.title != after.title:
        yield before.title, after.title
    old, new = ([text.body[start:end] for start, end in sentences(text.body)] for text in (before, after))
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield " ".join(old[a:b]), " ".join(new[c:d])


def told_at_length(one: Tried) -> Iterator[str]:
    """The values that changed in a variant, and the first sentences that differ."""
    if one.changes:
        yield f"\n{one.kind} / {one.variant.form}: {one.told.name}"
        yield from (f"    {c.field}: {c.before} -> {c.after} ({c.effect})" for c in one.changes)
        for old, new in list(rewordings(one.told.printed, one.variant.printed))[:4]:
            yield f"  - {old[:300]}\n  + {new[:300]}"


def _show(told: Iterable[Told], kind: str, many: int) -> None:
    found = [
        (drawn(one.name + variant.form + new), f"{one.name} [{variant.form}]\n  - {old[:400]}\n  + {new[:400]}")
        for one in told
        for variant in variants(one, kind)
        for old, new in rewordings(one.printed, variant.printed)
    ]
    print("\n".join(text for _, text in sorted(found)[:many]))


def main(arguments: list[str] | None = None) -> int:
    """The exit status: 0."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.variation", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--kind", nargs="*", choices=KINDS, default=list(KINDS), help="only these kinds")
    parser.add_argument("--sets", nargs="*", choices=OPEN, default=OPEN, help="only these sets of reports")
    parser.add_argument("--one-in", type=int, default=1, help="one report in so many")
    parser.add_argument("--show", type=int, default=0, help="so many sentences of each kind as rewriting makes them")
    parser.add_argument("-v", "--verbose", action="store_true", help="each value that changed, with its sentence")
    options = parser.parse_args(arguments)
    reader = Reader()
    told = list(reports(options.sets, reader, options.one_in))
    if options.show:
        for kind in options.kind:
            _show(told, kind, options.show)
        return 0
    found = [one for report in told for kind in options.kind for one in tried(report, kind, reader)]
    if options.verbose:
        print("\n".join(line for one in found for line in told_at_length(one)))
    print("\n".join(rows(found)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
