"""Which reports print a text that others print: near-copies and excerpts, found without comparing every pair."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from zlib import crc32

from reportedly.frozen import dataclass
from reportedly.model import BlockKind, Report
from reportedly.patterns import compiled

RUN = 5  # words in a row
COPIED = 0.5  # the share of the shorter text's runs that makes a copy or an excerpt
LEAST = 20  # runs that two texts must share: what is shorter anybody would write
LOOKED_UP = 4  # one run in so many is looked up, the same ones in every text
CROWD = 32  # texts looked at for one run: what a hundred reports print tells none of them from another
CLOSEST = 8  # texts compared in full

_WORD = compiled(r"[^\W_]+")
_SPEECH = compiled(r"[\"“][^\"“”]{1,600}[\"”]")


@dataclass(frozen=True, slots=True)
class Wording:
    """The runs of words of a report's body without what it quotes: many quote one speaker, and copy nobody."""

    report: str
    runs: frozenset[int]

    def share(self, other: "Wording") -> float:
        """How much of the shorter text stands in the other, 0 to 1; 0 where it is too little to tell."""
        both = len(self.runs & other.runs)
        return both / min(len(self.runs), len(other.runs)) if both >= LEAST else 0.0

    def likeness(self, other: "Wording") -> float:
        """How much of both texts is the same, 0 to 1; 0 where neither stands in the other."""
        both = len(self.runs & other.runs)
        return both / len(self.runs | other.runs) if self.share(other) >= COPIED else 0.0

    def looked_up(self) -> Iterable[int]:
        """The runs by which copies are found."""
        return (run for run in self.runs if run % LOOKED_UP == 0)


def wording(report: Report) -> Wording:
    """The wording of a report, from its body alone; the same in every process."""
    bodies = [block.span.of(report.text) for block in report.blocks if block.kind is BlockKind.BODY]
    text = _SPEECH.sub(" ", " ".join(bodies) if report.blocks else report.text)
    words = _WORD.findall(text.lower())
    runs = (" ".join(words[n : n + RUN]) for n in range(len(words) - RUN + 1))
    return Wording(report.id, frozenset(crc32(run.encode()) for run in runs))


def copied(texts: Iterable[Wording], among: Sequence[Wording]) -> dict[str, str]:
    """For each report whose text stands in one of `among`: the likest, by id; of equals the first.

    A text that is among them itself copies none behind it. Each is compared with a few that share most of the runs
    looked up, so the time grows with the number of texts.
    """
    place = {one.report: n for n, one in enumerate(among)}
    holders: dict[int, list[int]] = defaultdict(list)
    for n, one in enumerate(among):
        for run in one.looked_up():
            if len(holders[run]) < CROWD:
                holders[run].append(n)
    found = {}
    for text in texts:
        own = place.get(text.report, len(among))
        votes = Counter(n for run in text.looked_up() for n in holders.get(run, ()) if n < own)
        close = sorted(votes, key=lambda n: (-votes[n], n))[:CLOSEST]
        best = max(close, key=lambda n: (text.likeness(among[n]), -n), default=None)
        if best is not None and text.likeness(among[best]) > 0:
            found[text.report] = among[best].report
    return found
