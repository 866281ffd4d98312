"""What kind of incident a report is about by the words of its headline and opening alone, whatever no rule hears told in
them. A linear model of words, names and numbers by their kind; its weights stand in topic.tsv, and
`python -m evaluation.topic` fits them (text classification by multinomial logistic regression).
"""

import math
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from reportedly.codebook import NameMatch
from reportedly.codebook.load import kept_of
from reportedly.extract.facts import Facts
from reportedly.extract.sentences import Sentence
from reportedly.model import BlockKind
from reportedly.patterns import compiled

NONE = "none"
"""The topic of a report that tells no incident of its own."""
_OPENING = 10  # sentences of some length, behind the headline
_SHORTEST = 6.0  # the length, as a vector, of some sixty different words, most of them below the lead
_BELOW = 0.7  # what a word counts that stands in none but the sentences behind the lead
_WORD = compiled(r"[A-Za-z][A-Za-z'’-]*|\d[\d.,]*")
_ALWAYS = "always"  # the row of what speaks for each kind beforehand; no word has this stem
_ENDINGS = ("ing", "ed", "es", "s")
_STEM = 3  # letters that an ending must leave

Words = dict[str, float]


def topics(facts: Facts) -> Mapping[str, float]:
    """How likely a report is about an incident of each kind, or of none, as the logarithm of its probability; nothing where
    it is no more than a line or two."""
    found = words(facts)
    length = length_of(found)
    if length < _SHORTEST:
        return {}
    kinds, weights = _model()
    logits = [*weights[_ALWAYS]]
    for word, value in found.items():
        for place, weight in enumerate(weights.get(word, ())):
            logits[place] += weight * value / length
    most = max(logits)
    total = most + math.log(sum(math.exp(logit - most) for logit in logits))
    return {kind: logit - total for kind, logit in zip(kinds, logits, strict=True)}


def length_of(found: Mapping[str, float]) -> float:
    """By what the words of a text are divided: their length as a vector."""
    return math.sqrt(sum(value * value for value in found.values()))


def words(facts: Facts) -> Words:
    """What stands in a report's headline and opening, and how much it counts: words without their endings, names by what they
    name, numbers as one."""
    found: Words = {}
    titles = [n for n, s in enumerate(facts.sentences) if s.kind is BlockKind.TITLE]
    for number in (*titles, *facts.body[:_OPENING]):
        counts = _BELOW if number in facts.body[1:] else 1.0
        for word in _words_in(facts, facts.sentences[number]):
            found[word] = max(found.get(word, 0.0), counts)
    return found


def _words_in(facts: Facts, sentence: Sentence) -> Iterator[str]:
    text, place = facts.report.text, sentence.start
    for name in sorted(facts.names_in(sentence.start, sentence.end), key=lambda n: (n.start, -n.end)):
        if name.start >= place:
            yield from _plain(text, place, name.start)
            yield from _of_name(name)
            place = name.end
    yield from _plain(text, place, sentence.end)


def _of_name(name: NameMatch) -> Iterator[str]:
    yield f"<{name.kind}>"
    of_it = getattr(name.entry, "weapon_class", None) or getattr(name.entry, "cls", None)
    if of_it:
        yield f"<{name.kind}:{of_it}>"


def _plain(text: str, start: int, end: int) -> Iterator[str]:
    for match in _WORD.finditer(text, start, end):
        yield "<number>" if match[0][0].isdigit() else stem(match[0])


def stem(word: str) -> str:
    """A word in lower case without its ending: "fired" and "fires" as "fir"."""
    word = word.lower().replace("’", "'")
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _STEM), None)
    if ending is not None:
        return word[: -len(ending)]
    return word[:-1] if word.endswith("e") and len(word) > _STEM + 1 else word


@cache
def _model() -> tuple[tuple[str, ...], Mapping[str, tuple[float, ...]]]:
    """The kinds, and what each word adds for each of them, with what speaks for them beforehand."""
    return kept_of(Path(__file__).with_name("topic.tsv"), _table)


def _table(path: Path) -> tuple[tuple[str, ...], dict[str, tuple[float, ...]]]:
    rows = (row.split("\t") for row in path.read_text("utf-8").splitlines() if not row.startswith("#"))
    kinds = tuple(next(rows)[1:])
    return kinds, {word: tuple(int(number or 0) / 100 for number in numbers) for word, *numbers in rows}
