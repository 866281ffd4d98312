"""Which language a text is in, told only where it can be told."""

import re
import unicodedata

from resiliparse.parse.lang import detect_fast

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    re.findall(
        r"\w+",
        """the of and to in a an that is was were for on with by as at from said has had have it its be been are will
        not this which who their he she they after but or than would over into about when""",
    )
)
_SAMPLE = 4000
_FEWEST_LETTERS = 60


def detect(text: str) -> str | None:
    """The ISO 639-1 code, or None for a text too short or too mixed to tell."""
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample)
    letters = sum(map(len, words))
    if not letters:
        return None
    latin = sum(len(word) for word in words if _is_latin(word))
    if 2 * latin < letters:
        return _by_script(sample)
    function_words = sum(1 for word in words if word.lower() in _ENGLISH)
    if 5 * function_words >= len(words):
        return "en"
    if letters < _FEWEST_LETTERS:
        return None
    return _guess(sample)


def _is_latin(word: str) -> bool:
    return word[0] < "ɐ" or unicodedata.name(word[0], "").startswith("LATIN")


def _by_script(sample: str) -> str | None:
    for code, script in (("ko", "[가-힣]"), ("ja", "[ぁ-ヿ]"), ("zh", "[一-鿿]")):
        if len(re.findall(script, sample)) * 10 >= len(_WORD.findall(sample)):
            return code
    return _guess(sample)


def _guess(sample: str) -> str | None:
    code, rank = detect_fast(unicodedata.normalize("NFC", sample))
    return None if code == "unknown" or rank > 1200 else str(code)
