"""What is found feature by feature is what is found pair by pair."""

from typing import Any

from accounts import TOLD, accounts
from hypothesis import given, settings

from reportedly.codebook import load
from reportedly.reconcile.entry import Clerk
from reportedly.reconcile.unit import Unit
from reportedly.reconcile.view import Bench, view
from reportedly.reconcile.wording import Wording

BOOK = load()
CLERK = Clerk(BOOK)


@given(TOLD)
@settings(max_examples=150, deadline=None)
def test_a_fit_is_the_same_by_feature_and_by_pair(told: list[dict[str, Any]]) -> None:
    extractions, reports = accounts(told)
    about = {report.id: report for report in reports}
    entries = {entry.id: entry for one in extractions for entry in CLERK.entries(one, about[one.report])}
    bench = Bench(BOOK, Wording(lambda report: about[report].text))
    ids = sorted(entries)
    views = [view(Unit(tuple(ids[start::4])), entries, BOOK) for start in range(min(4, len(ids)))]
    for one in views:
        for other in views:
            weighed, fit = bench.weigh(one, other), bench.fit(one, other)
            if weighed is None or fit is None:
                assert fit is None
                assert weighed is None or weighed.fit.contradicted
            else:
                assert fit == weighed.fit
