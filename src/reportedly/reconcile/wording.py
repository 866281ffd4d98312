"""What the texts of two reports share: most of their wording, or words that other reports of the kind do not use."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain
from math import sqrt
from typing import Protocol

from reportedly.codebook import Codebook
from reportedly.frozen import dataclass
from reportedly.patterns import compiled
from reportedly.reconcile.evidence import Evidence

WORD = compiled(r"[A-Za-z]{4,}|\d[\d,.]*\d")
NAMED = compiled(r"[\w,;)] [A-Z][a-z]{3}")
YEAR = compiled(r"(?:19|20)\d\d")
FEW, MOST = 3, 1.75  # shared words that are a hint; marks of any number: what is said again and again shares many
ALIKE = 0.2  # the cosine of two sets of words from which the share is no accident of length
RUN, COPIED = 4, 0.5  # words in a row; the share of the shorter text's runs that makes a near-copy
SHOWN = 5
ENDINGS, SHORTEST = ("ing", "ed", "es", "s"), 4  # letters that are left of a word at least


@dataclass(frozen=True, slots=True)
class Text:
    """A report by its id, its uncommon words, the incidents of a day that it also tells of, and what its statement is
    about."""

    report: str
    words: frozenset[str]
    beside: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()


@dataclass(slots=True)
class Wording:
    """What two texts share; `text` gives that of a report by its id, and is asked only where their words are alike."""

    text: Callable[[str], str]
    _runs: dict[str, frozenset[int]] = field(default_factory=dict)

    def shared(self, a: Text, b: Text) -> Evidence | None:
        """What the wording of two reports says for their being about one incident; nothing where they share little."""
        both = a.words & b.words
        shared = weight(both)
        if shared < FEW or shared < ALIKE * sqrt(len(a.words) * len(b.words)):
            return None
        if self._is_copy(a.report, b.report):
            return Evidence(0.3, "the two texts share most of their wording", marks=2.0)
        listed = ", ".join(sorted(both, key=lambda word: (-len(word), word))[:SHOWN])
        marks = min(MOST, 1.0 + 0.25 * (shared - FEW))
        return Evidence(0.15 if shared == FEW else 0.2, f"both texts speak of {listed}", marks=marks)

    def beside(self, a: Text, b: Text) -> Evidence | None:
        """What it says that both texts tell of the same other incident in passing."""
        both = sorted(a.beside & b.beside)
        return Evidence(0.05, f"both also tell of {both[0].rpartition('|')[2]}", marks=0.5) if both else None

    def objects(self, a: Text, b: Text) -> Evidence | None:
        """What it says that two statements are about the same state's doings."""
        both = sorted(a.objects & b.objects)
        return Evidence(0.1, f"both about what {both[0].partition('|')[0]} did", marks=0.25) if both else None

    def _is_copy(self, a: str, b: str) -> bool:
        first, second = self._runs_of(a), self._runs_of(b)
        return len(first & second) >= COPIED * max(1, min(len(first), len(second)))

    def _runs_of(self, report: str) -> frozenset[int]:
        if report not in self._runs:
            words = self.text(report).lower().split()
            self._runs[report] = frozenset(hash(tuple(words[n : n + RUN])) for n in range(len(words) - RUN + 1))
        return self._runs[report]


def uncommon(text: str, plain: frozenset[str]) -> frozenset[str]:
    """The words and figures of a report that are not `plain`: neither reporting in general nor the codebook's names
    account for them. A name, which stands with a capital within a sentence and never without one, keeps it."""
    body = text.find("\n") + 1  # a title may have capitals everywhere
    words, named, small = set[str](), set[str](), set[str]()
    for found in WORD.finditer(text):
        written = found.group()
        word = stem(written.lower())
        if word in plain or YEAR.fullmatch(written):
            continue
        words.add(word)
        if written[0].islower():
            small.add(word)
        elif found.start() > body and NAMED.match(text, found.start() - 2):
            named.add(word)
    return frozenset(word.capitalize() if word in named and word not in small else word for word in words)


def weight(words: Iterable[str]) -> int:
    """How many words they are worth: a name two."""
    return sum(1 + word[:1].isupper() for word in words)


def plain_words(codebook: Codebook) -> frozenset[str]:
    """Words that tell no incident from another: those of reporting, and of the codebook's names, which features of
    their own compare."""
    return _with_common("\n".join(_names(codebook)).lower())


@lru_cache(maxsize=4)  # codebooks, by their names: reading these takes longer than joining one report
def _with_common(names: str) -> frozenset[str]:
    return common_words() | {stem(word) for word in set(WORD.findall(names))}


def stem(word: str) -> str:
    """The word without the ending of its plural or of a verb: "crash" for crashes, crashed and crashing."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word.removesuffix(ending).removesuffix("e")
    return word.removesuffix("e") if len(word) > SHORTEST else word


@cache
def common_words() -> frozenset[str]:
    """Words that many reports of tests use, whatever they are about: they tell no incident from another. The list has
    them without the s of a plural."""
    listed = files(__package__).joinpath("common_words.txt").read_text("utf-8").split()
    return frozenset(stem(word) for one in listed for word in (one, f"{one}s"))


class _Named(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...


def _names(codebook: Codebook) -> Iterator[str]:
    tables: tuple[Iterable[_Named], ...] = (
        codebook.weapons.values(),
        codebook.sites.values(),
        codebook.seas.values(),
        codebook.bodies.values(),
        codebook.people.values(),
    )
    for entry in chain.from_iterable(tables):
        yield entry.name
        yield from entry.aliases
    yield from (state.name for state in codebook.states.values())
