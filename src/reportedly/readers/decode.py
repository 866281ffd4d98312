"""Bytes to text: marks first, then UTF-8, then the most likely legacy encoding. Never raises, never invents."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ",
    b"7z\xbc\xaf", b"Rar!", b"\xd0\xcf\x11\xe0", b"SQLite format 3", b"\x7fELF", b"RIFF", b"OggS", b"ID3", b"{\\rtf",
)  # fmt: skip
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_SAMPLE = 1 << 16


def is_binary(raw: bytes) -> bool:
    """Whether the first bytes show an image, a PDF, an archive or the like: no text a reader can decode."""
    if any(raw.startswith(mark) for mark, _ in _MARKS):
        return False
    return raw.startswith(_MAGIC) or (b"\0" in raw[:_SAMPLE] and _wide(raw) is None)


def decode(raw: bytes) -> str:
    """The text of the bytes, the byte-order mark dropped and line ends as they are.

    What no encoding explains becomes U+FFFD, and so does a lone surrogate.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, errors="replace")
    if wide := _wide(raw):
        return raw.decode(wide, errors="replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(raw)


def clean(text: str) -> str:
    """The text with what no UTF-8 file can hold (lone surrogates, NUL) as U+FFFD, one for one."""
    return re.sub("[\ud800-\udfff\0]", "�", text)


def _wide(raw: bytes) -> str | None:
    """UTF-16 that lost its mark: of Latin letters every other byte is zero, and none of those between."""
    first, second = raw[:_SAMPLE:2].count(0), raw[1:_SAMPLE:2].count(0)
    if min(first, second) or 4 * max(first, second) < min(len(raw), _SAMPLE):
        return None
    return "utf-16-le" if second else "utf-16-be" if first else None


def _legacy(raw: bytes) -> str:
    declared = _DECLARED.search(raw[:4096])
    if declared and (name := _known(declared[1].decode("ascii"))):
        return raw.decode(name, errors="replace")
    damaged = raw.decode("utf-8", errors="replace")
    high = sum(1 for char in damaged if char > "\x7f")
    if 2 * damaged.count("�") < high:  # mostly sound UTF-8, cut or spoilt somewhere
        return damaged
    sample = raw[:_SAMPLE]
    if sum(byte > 0x7F for byte in sample) * 20 < len(sample):  # English with curly quotes and a few accents
        return raw.decode("cp1252", errors="replace")
    from charset_normalizer import from_bytes  # noqa: PLC0415  # few texts come so far

    best = from_bytes(sample).best()
    return raw.decode(best.encoding if best else "cp1252", errors="replace")


def _known(name: str) -> str | None:
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return None
    # A page that swears to be UTF-8 and is not gets no second hearing; bytes-to-bytes codecs are no charsets.
    return None if found in {"utf-8", "ascii"} or not codecs.lookup(found)._is_text_encoding else found
