"""What kind of incident a report is about by the words of its headline and opening alone, whatever no rule hears told in
them. A linear model of words, names and numbers by their kind; its weights stand in topic.tsv, and
`python -m evaluation.topic` fits them (text classification by multinomial logistic regression).
"""

import math
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from reportedly.codebook import NameMatch
from reportedly.extract.facts import Facts
from reportedly.extract.sentences import Sentence
from reportedly.model import BlockKind

NONE = "none"
"""The topic of a report that tells no incident of its own."""
_OPENING = 10  # sentences of some length, behind the headline
_BELOW = 0.7  # what a word counts that stands in none but the sentences behind the lead
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d[\d.,]*")
_ENDINGS = ("ing", "ed", "es", "s")
_STEM = 3  # letters that an ending must leave

Words = dict[str, float]


def topics(facts: Facts) -> Mapping[str, float]:
    """How likely a report is about an incident of each kind of the codebook, or of none, as the logarithm of its
    probability."""
    bias, weights = _model()
    logits = dict(bias)
    found = words(facts)
    length = math.sqrt(sum(value * value for value in found.values())) or 1.0
    for word, value in found.items():
        for kind, weight in weights.get(word, {}).items():
            logits[kind] += weight * value / length
    most = max(logits.values())
    total = most + math.log(sum(math.exp(logit - most) for logit in logits.values()))
    return {kind: logit - total for kind, logit in logits.items()}


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
def _model() -> tuple[Mapping[str, float], Mapping[str, Mapping[str, float]]]:
    """What speaks for each kind beforehand, and what each word adds."""
    rows = Path(__file__).with_name("topic.tsv").read_text("utf-8").splitlines()
    kinds, *table = (row.split("\t") for row in rows if not row.startswith("#"))
    weights = {
        word: {kind: int(number) / 100 for kind, number in zip(kinds[1:], numbers, strict=True) if number}
        for word, *numbers in table
    }
    return weights.pop("always"), weights
