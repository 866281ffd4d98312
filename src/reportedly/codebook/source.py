"""Codebook files as read: YAML, with the line of every key for messages."""

from collections.abc import Iterator, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any

import yaml

from reportedly.frozen import dataclass

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader as Loader  # type: ignore[assignment]  # same interface, slower

Key = str | int


@dataclass(slots=True)
class Source:
    """One file of a codebook: its data, and the faults found in it. `own` are the user's, not the package's."""

    path: Path
    text: str
    data: dict[str, object]
    faults: list[str] = field(default_factory=list)
    own: bool = False

    def fault(self, where: Sequence[Key], message: str) -> None:
        """Notes a fault at a place in the file ("sites.yaml:41: ...")."""
        self.faults.append(f"{self.path.name}:{self.line(where)}: {message}")

    def line(self, where: Sequence[Key]) -> int:
        """The line a place stands on; of the nearest place above it where it is missing."""
        node = yaml.compose(self.text, Loader=Loader)
        line = 1
        for step in where:
            below = _below(node, step)
            if below is None:
                break
            line, node = below
        return line


def loaded(text: str) -> Any:
    """What a file of YAML holds."""
    return yaml.load(text, Loader=Loader)


def read(path: Path, *, strict: bool) -> Source:
    """A codebook file, with its faults of form; `strict` also looks for keys given twice."""
    text = path.read_text(encoding="utf-8")
    try:
        data = loaded(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        return Source(path, "", {}, [f"{path.name}:{line}: not YAML: {getattr(error, 'problem', error)}"])
    source = Source(path, text, {}, own=strict)
    if data is not None and not isinstance(data, dict):
        source.fault((), "must be a mapping of keys to values")
        return source
    source.data = data or {}
    if strict:
        source.faults.extend(_repeated(path.name, yaml.compose(text, Loader=Loader)))
    return source


def _below(node: yaml.Node | None, step: Key) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        item = node.value[step]
        return item.start_mark.line + 1, item
    return None


def _repeated(name: str, node: yaml.Node | None) -> Iterator[str]:
    """A fault for every key given twice in one mapping."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                yield f"{name}:{key.start_mark.line + 1}: key '{key.value}' is given twice"
            seen.add(str(key.value))
            yield from _repeated(name, value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _repeated(name, item)
