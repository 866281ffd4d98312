"""The best homes of a suitor, followed through changes: what is remembered is what weighing all again would give."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.reconcile.ranks import FEW, Rank, amended, ranks_of

HOMES = st.dictionaries(
    st.sampled_from("abcdefghijkl"), st.tuples(st.integers(0, 9).map(lambda n: n / 10), st.booleans()), max_size=12
)


def _all(homes: dict[str, tuple[float, bool]]) -> list[Rank]:
    return [Rank(score, id_, holds) for id_, (score, holds) in homes.items()]


@given(HOMES, st.lists(st.tuples(st.sets(st.sampled_from("abcdefghijkl")), HOMES), max_size=4))
def test_what_is_amended_is_what_weighing_all_gives(
    homes: dict[str, tuple[float, bool]], changes: list[tuple[set[str], dict[str, tuple[float, bool]]]]
) -> None:
    known = ranks_of(_all(homes))
    for gone, new in changes:
        homes = {id_: told for id_, told in homes.items() if id_ not in gone} | new
        anew = ranks_of(_all(homes))
        followed = amended(known, gone | new.keys(), _all(new))
        if followed is not None:
            assert followed.best == anew.best[: len(followed.best)]
            assert len(followed.best) >= min(2, len(anew.best))
            assert not followed.whole or anew.whole
        known = followed or anew


def test_a_home_that_fits_less_than_all_that_are_known_changes_nothing() -> None:
    known = ranks_of(Rank(1 - n / 100, f"{n:02}", True) for n in range(2 * FEW))
    assert amended(known, {"new"}, [Rank(0.1, "new", True)]) == known


def test_all_are_weighed_again_where_too_few_are_known() -> None:
    known = ranks_of(Rank(1 - n / 100, f"{n:02}", True) for n in range(2 * FEW))
    gone = {one.home for one in known.best[1:]}
    assert amended(known, gone, []) is None
