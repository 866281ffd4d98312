"""A word that is added to a list of the codebook is read as the others of that list are, and no code is touched."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.extract.core import EXTRACTOR, Case, cases, plain_cases, report

from reportedly import codebook
from reportedly.codebook.folder import DATA
from reportedly.extract.extractor import Extractor
from reportedly.model import Statement

CASES = "codebook_words.yaml"


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Extractor:
    """Reads with the package's codebook and every word that the cases add to it."""
    folder = tmp_path_factory.mktemp("grown")
    for path in DATA.glob("*.yaml"):
        (folder / path.name).write_bytes(path.read_bytes())
    for case in plain_cases(CASES):
        _add(folder / f"{case['file']}.yaml", case["at"], case["word"])
    return Extractor(codebook.load(folder), parse=False)


def _add(path: Path, at: list[str], word: Any) -> None:
    """Writes a word into a list of a file; a mapping is taken into the mapping that may stand there."""
    data = yaml.safe_load(path.read_text("utf-8"))
    held = data
    for step in at[:-1]:
        held = held[step]
    if isinstance(held.get(at[-1]), Mapping):
        held[at[-1]] = {**held.get(at[-1], {}), **word}
    else:
        held[at[-1]] = [*held.get(at[-1], []), word]
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")


def _read(extractor: Extractor, case: Case) -> set[str]:
    """What is read of the case's field: who says it, what is done by saying it, or its words."""
    mentions = extractor.extract(report(case["text"], case["published"])).mentions
    claims = [c for m in mentions for c in m.claims if c.field == case["field"]]
    if "act" in case:
        return {c.value.act for c in claims if isinstance(c.value, Statement)}
    return {c.voices[-1].name for c in claims} if "voice" in case else {c.written for c in claims}


@pytest.mark.parametrize("case", cases(CASES))
def test_the_word_is_read_where_the_codebook_has_it(case: Case, grown: Extractor) -> None:
    wanted = case.get("voice") or case.get("act") or case["written"]
    assert wanted in _read(grown, case)
    assert wanted not in _read(EXTRACTOR, case)
