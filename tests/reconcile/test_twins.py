"""Reports on incidents that lie close together and look alike, read and joined as a user's would be."""

from evaluation.joining import judged, read_corpus

MERGED, SPLIT = 0, 2  # as wanted; both are days and classes of another incident that a report mentions


def test_near_pairs_stay_apart() -> None:
    mains, _, faults = judged([read_corpus("twins")])
    assert mains.merged <= MERGED, faults
    assert mains.split <= SPLIT, faults
