"""How well the program reads, measured on reports a person marked."""

from reportedly.score.error import ScoreError
from reportedly.score.scoring import Extract, Row, Scores, score, score_found
from reportedly.score.tally import Tally

__all__ = ["Extract", "Row", "ScoreError", "Scores", "Tally", "score", "score_found"]
