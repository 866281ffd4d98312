"""Marks of speakers as PolNeAR writes them."""

from evaluation.polnear import Mark, marks, scored

from reportedly import codebook
from reportedly.model import Span

TEXT = "The ministry said two missiles fell. Hopes rose."
MARKS = """T1\tSource 0 12\tThe ministry
T2\tCue 13 17\tsaid
T3\tContent 18 35\ttwo missiles fell
T4\tAttribution 13 17\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
T5\tCue 37 42;43 47\tHopes rose
E2\tAttribution:T5 Cue:T5
"""


def test_an_attribution_has_its_cue_and_its_source() -> None:
    assert list(marks(MARKS)) == [Mark((Span(13, 17),), (Span(0, 12),))]


def test_a_speaker_elsewhere_is_no_source() -> None:
    book, wrong = codebook.load(None), list[str]()
    right = scored(TEXT, list(marks(MARKS)), book, wrong)
    assert [(tally.right, tally.wrong, tally.missed) for tally in right] == [(1, 0, 0)] * 3
    cues, whole, speech = scored(TEXT, [Mark((Span(13, 17),), (Span(37, 42),))], book, wrong)
    assert (cues.right, whole.right, whole.wrong, whole.missed, speech.right) == (1, 0, 1, 1, 1)
