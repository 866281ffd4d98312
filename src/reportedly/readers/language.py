"""Which language a text is in, told only where it can be told."""

import unicodedata
from collections import Counter
from itertools import chain

from resiliparse.parse.lang import detect_fast

from reportedly.patterns import compiled

_WORD = compiled(r"[^\W\d_]+")
# The small words of each language; names, figures and designations, of which a short report is full, are none's.
_SMALL_WORDS = {
    "en": "the and to with from that which their they been were by have has said will would after its this of was for",
    "de": "der die das und nicht ist mit von den dem auf eine sich hat nach im wurde zum haben bei des einen sprach",
    "fr": "le la les des et du une est dans qui sur pour par au aux avec été selon ont elle il que de en vers l d",
    "es": "el la los las del y que en por con una un se para según fue de al hacia lo sus",
    "pt": "o os as do da dos das e que em por com uma um não foi para ao de na no nesta segundo",
    "it": "il lo la di che e del della un una per con non è sono nel gli dei alla ha le dal",
    "nl": "de het een en van is niet met op te zijn dat aan voor door werd heeft",
    "tr": "ve bir bu ile için olarak da de doğru olan dedi daha sonra",
    "id": "yang dan di ke dari pada untuk dengan itu kata ini telah oleh",
    "sv": "och att det en som är på av för med till har inte den ett från",
    "pl": "i w na z do się nie że jest o po przez od oraz dla",
    "vi": "của và là không các một có cho được đã với trong ngày về",
}
_HOLDERS = {
    word: tuple(code for code, words in _SMALL_WORDS.items() if word in words.split())
    for words in _SMALL_WORDS.values()
    for word in words.split()
}
_RARE = 10
_ENOUGH_LETTERS = 400
_SAMPLE = 2000
# In this order: kana tell Japanese from Chinese, the letters of one neighbour tell it from the next.
_SCRIPTS = (
    ("ko", compiled("[가-힣]")),
    ("ja", compiled("[ぁ-ヿ]")),
    ("zh", compiled("[一-鿿]")),
    ("ur", compiled("[ٹڈڑے]")),
    ("fa", compiled("[پچژگ]")),
    ("ar", compiled("[؀-ۿ]")),
    ("he", compiled("[א-ת]")),
    ("uk", compiled("[іїєґ]")),
    ("ru", compiled("[Ѐ-ӿ]")),
    ("el", compiled("[Ͱ-Ͽ]")),
    ("hi", compiled("[ऀ-ॿ]")),
    ("bn", compiled("[ঀ-৿]")),
    ("th", compiled("[฀-๿]")),
)


def detect(text: str) -> str | None:
    """The ISO 639-1 code, or None for a text too short or too mixed to tell."""
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample)
    letters = sum(map(len, words))
    if not sample.isascii() and 2 * sum(len(word) for word in words if _is_latin(word)) < letters:
        return _by_script(sample, letters)
    return _by_small_words(words) or _by_profile(sample, letters)


def _by_small_words(words: list[str]) -> str | None:
    """The language that holds most of the small words, where they are a tenth of all; English on a draw."""
    held = Counter(chain.from_iterable(filter(None, map(_HOLDERS.get, map(str.lower, words)))))
    if not held:
        return None
    best = max(_SMALL_WORDS, key=lambda code: held[code])  # the first of equals, and English stands first
    least = 1 if best == "en" else 3
    return best if held[best] >= least and _RARE * held[best] >= len(words) else None


def _by_profile(sample: str, letters: int) -> str | None:
    """The language of a longer text without known small words."""
    if letters < _ENOUGH_LETTERS:
        return None
    code, _ = detect_fast(unicodedata.normalize("NFC", sample))
    return None if code == "unknown" else str(code)


def _is_latin(word: str) -> bool:
    return word[0] < "ɐ" or "Ḁ" <= word[0] <= "ỿ"


def _by_script(sample: str, letters: int) -> str | None:
    """The first language whose letters make up a hundredth of the text."""
    return next((code for code, script in _SCRIPTS if 100 * len(script.findall(sample)) >= letters), None)
