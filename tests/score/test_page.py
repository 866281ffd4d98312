"""Errors on a web page: in their place, and nothing of a report is taken for markup."""

from reportedly.score import ScoreError, score_found
from reportedly.score.gold import gold_report
from reportedly.score.page import errors_page
from reportedly.score.predicted import by_id

TEXT = "<b>Seoul</b> said 300 missiles & more flew."
INCIDENT = {"incident": "a", "type": "missile_launch", "main": True, "state": "PRK", "count_min": 2, "count_max": 2}


def test_a_wrong_claim_is_marked_in_its_report() -> None:
    start = TEXT.index("300")
    claim = {"mention": "m", "field": "count", "written": "300", "start": start, "end": start + 3, "voices": []}
    mention = {"id": "m", "type": "missile_launch", "role": "main", "state": "PRK"}
    line = {
        "report": {"path": "x.txt", "relevant": True, "text": TEXT},
        "mentions": [mention | {"values": {"count": {"min": 300, "max": 300, "approximate": False}}}],
        "claims": [claim],
    }
    gold = gold_report({"id": "x", "relevant": True, "incidents": [INCIDENT], "attributions": []})
    scores = score_found({"x": gold}, by_id([line], ["x"]))
    (error,) = (one for one in scores.errors if one.field == "count")
    assert isinstance(error, ScoreError)
    assert error.span == (start, start + 3)
    page = errors_page(scores)
    assert "&lt;b&gt;Seoul&lt;/b&gt; said <mark>300</mark><sup>1</sup> missiles &amp; more" in page
    assert "<b>" not in page
