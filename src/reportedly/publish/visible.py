"""What a terminal or a page may be shown of a text that others wrote: no control characters, no hidden change of direction."""

from reportedly.patterns import compiled

_BROKEN = compiled(r"\r(?=\n)")
_LINE_ENDS = dict.fromkeys(map(ord, "\r\v\f\x85\u2028\u2029"), "\n")
_CONTROLS = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r\v\f"} | {0x7F: "\u2421"}
_HIDDEN = dict.fromkeys(
    (*range(0x80, 0x85), *range(0x86, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd"
)
_TABLE = _HIDDEN | _CONTROLS | _LINE_ENDS


def visible(text: str) -> str:
    """The text as it is safe to show, one code point for one, so that spans still fit.

    Escapes and other control characters become their pictures (U+241B), overrides of the reading direction U+FFFD,
    every kind of line end a line feed.
    """
    return _BROKEN.sub(" ", text).translate(_TABLE)
