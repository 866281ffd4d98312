"""Which findings on an incident are shown, and in which order."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from reportedly.model import Finding, Verdict

_ORDER: Mapping[Verdict, int] = MappingProxyType(
    {Verdict.INCONSISTENT: 0, Verdict.INTERNAL_CONFLICT: 1, Verdict.CONSISTENT: 2, Verdict.UNDETERMINED: 3}
)


def sums(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that a person wants to see, what cannot be first; what many reports print alike once.

    Counts that agree are left out: the table of fields shows them.
    """
    told = [one for one in findings if one.kind != "count_compat" or one.verdict.wrong]
    alike = {(one.verdict, one.kind, one.written.casefold(), one.working): one for one in reversed(told)}
    return tuple(sorted(alike.values(), key=lambda one: (_ORDER[one.verdict], one.kind, one.written)))
