"""Phrases of a codebook with what stands in braces filled in, each tried as the regular expression that it is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, get_type_hints

from reportedly.codebook import rows
from reportedly.codebook.source import Source
from reportedly.codebook.vocabulary import Phrases
from reportedly.patterns import compiled

_PART = compiled(r"\{([a-z_]+)\}")


def phrases_of(sources: Mapping[str, Source]) -> Phrases:
    """The phrases of the sources, given by their keys; faults stay with the sources."""
    held = sources.get("parts")
    parts: Mapping[str, str] = rows.value(held, ("parts",), Mapping[str, str], {}) if held is not None else {}
    parts = {name: _PART.sub(lambda m: parts.get(m[1], m[0]), part) for name, part in parts.items()}
    kinds = get_type_hints(Phrases)
    made: dict[str, Any] = {}
    for key in (f.name for f in fields(Phrases)):
        source = sources.get(key)
        if source is not None:
            given = rows.value(source, (key,), kinds[key], ())
            made[key] = (
                {code: _filled(source, (key, code), told, parts) for code, told in given.items()}
                if isinstance(given, Mapping)
                else _filled(source, (key,), given, parts)
            )
    return Phrases(**made)


def _filled(source: Source, where: tuple[str, ...], told: Sequence[str], parts: Mapping[str, str]) -> tuple[str, ...]:
    """Phrases with their parts; of a user's file each is tried, of the package's the tests have done so."""
    made = []
    for phrase in told:
        for name in _PART.findall(phrase):
            if name not in parts:
                source.fault(where, f"'{phrase}' names a part '{name}', which is not in the codebook")
        made.append(_PART.sub(lambda m: parts.get(m[1], m[0]), phrase))
        if source.own:
            _try(source, where, phrase, made[-1])
    return tuple(made)


def _try(source: Source, where: tuple[str, ...], phrase: str, pattern: str) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        source.fault(where, f"'{phrase}' is no regular expression: {error}")
