"""The rules of the reading, each with a switch: patterns that can be told to match nothing, functions that can be told to answer no.

To be imported before the modules that make the patterns: from then on every pattern that a module of the reading makes has a switch.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from inspect import isgeneratorfunction
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

import reportedly.patterns

SOURCE = Path(reportedly.patterns.__file__).parent
READ = ("extract", "fields")
"""The folders whose rules have switches."""
SPOKEN: set[str] = set()
"""The keys of the rules that spoke since the set was last emptied."""
_PATTERNS: dict[str, list[Any]] = defaultdict(list)  # all patterns made at a line of the program
_TOOL = 4  # a number of `sys.monitoring` that no debugger, profiler or coverage takes


@dataclass(frozen=True)
class Rule:
    """A pattern or a function: where it stands, what it is called, how it is put out, and a function's code."""

    place: str
    name: str
    put_out: Callable[[], None]
    code: CodeType | None = None

    @property
    def key(self) -> str:
        """What `SPOKEN` holds of it."""
        return self.place if self.code is None else f"{self.place} {self.name}"


class Switched:
    """A compiled pattern that tells when it matches, and can be put out: then nothing matches, and a text stays as it is."""

    def __init__(self, plain: Any, key: str) -> None:
        self.plain, self.key, self.out = plain, key, False
        self.pattern, self.flags, self.groups = plain.pattern, plain.flags, plain.groups

    def search(self, *where: Any) -> Any:
        return None if self.out else _told(self.key, self.plain.search(*where))

    def match(self, *where: Any) -> Any:
        return None if self.out else _told(self.key, self.plain.match(*where))

    def fullmatch(self, *where: Any) -> Any:
        return None if self.out else _told(self.key, self.plain.fullmatch(*where))

    def finditer(self, *where: Any) -> Iterator[Any]:
        return iter(()) if self.out else (_told(self.key, found) for found in self.plain.finditer(*where))

    def findall(self, *where: Any) -> list[Any]:
        return [] if self.out else [_told(self.key, found) for found in self.plain.findall(*where)]

    def sub(self, by: Any, text: str, *how: Any, **named: Any) -> str:
        made: str = text if self.out else self.plain.sub(by, text, *how, **named)
        _told(self.key, made != text or None)
        return made

    def split(self, text: str, *how: Any, **named: Any) -> list[Any]:
        made = [text] if self.out else self.plain.split(text, *how, **named)
        _told(self.key, len(made) > 1 or None)
        return list(made)


def _told(key: str, found: Any) -> Any:
    if found is not None:
        SPOKEN.add(key)
    return found


def _switch_patterns() -> None:
    plain = reportedly.patterns.compiled

    def compiled(pattern: str, flags: int = 0) -> Any:
        made, key = plain(pattern, flags), _line_that_makes_it()
        if key is None:
            return made
        _PATTERNS[key].append(Switched(made, key))
        return _PATTERNS[key][-1]

    reportedly.patterns.compiled = compiled
    gated = _before_its_package("reportedly.fields", "gated")
    gated.compiled = plain
    _switch_gated(gated.Gated)


def _switch_gated(kind: Any) -> None:
    begin, every = kind.__init__, kind.finditer

    def made(self: Any, *how: Any, **named: Any) -> None:
        begin(self, *how, **named)
        self.out, self.key = False, _line_that_makes_it() or ""
        _PATTERNS[self.key].append(self)

    def finditer(self: Any, *where: Any) -> Iterator[Any]:
        return iter(()) if self.out else (_told(self.key, found) for found in every(self, *where))

    def asked(method: Callable[..., Any]) -> Callable[..., Any]:
        return lambda self, *where: None if self.out else _told(self.key, method(self, *where))

    kind.__init__, kind.finditer = made, finditer
    for name in ("search", "match", "fullmatch"):
        setattr(kind, name, asked(getattr(kind, name)))


def _before_its_package(package: str, name: str) -> Any:
    """A module, imported before all that its package imports."""
    alone = ModuleType(package)
    alone.__path__ = [str(SOURCE / package.rpartition(".")[2])]
    sys.modules[package] = alone
    module = import_module(f"{package}.{name}")
    del sys.modules[package]
    return module


def _line_that_makes_it() -> str | None:
    """The line that makes a pattern; None outside the reading."""
    frame = sys._getframe(2)
    path = Path(frame.f_code.co_filename)
    if not path.is_relative_to(SOURCE) or path.relative_to(SOURCE).parts[0] not in READ or path.name == "gated.py":
        return None
    return f"{path.relative_to(SOURCE)}:{frame.f_lineno}"


def rules() -> list[Rule]:
    """Every rule of the modules that are imported, in the order of their places."""
    found = []
    for name in sorted(n for n in sys.modules if n.startswith(tuple(f"reportedly.{part}" for part in READ))):
        for function in _functions(sys.modules[name]):
            code = _answers_no(function)
            if code is not None:
                place = f"{Path(function.__code__.co_filename).relative_to(SOURCE)}:{function.__code__.co_firstlineno}"
                found.append(Rule(place, function.__qualname__, _recoded(function, code), function.__code__))
    found += [Rule(key, _name_at(key), _switched_off(made)) for key, made in _PATTERNS.items() if key]
    return sorted(found, key=lambda rule: (rule.place.split(":")[0], int(rule.place.split(":")[1])))


def _functions(module: ModuleType) -> Iterator[FunctionType]:
    """The functions, methods and properties of a module, but none that keeps its answers: it is asked once for all reports."""
    kinds = [held for held in vars(module).values() if isinstance(held, type) and held.__module__ == module.__name__]
    for held in (*vars(module).values(), *(one for kind in kinds for one in vars(kind).values())):
        inner: Any = held
        for name in ("fget", "func", "__func__"):
            inner = getattr(inner, name, inner)
        ours = isinstance(inner, FunctionType) and inner.__module__ == module.__name__
        if ours and Path(inner.__code__.co_filename).is_relative_to(SOURCE):  # a dataclass brings some written nowhere
            yield inner


def _no(*_a: Any, **_k: Any) -> bool:
    return False


def _nothing(*_a: Any, **_k: Any) -> None:
    return None


def _empty(*_a: Any, **_k: Any) -> tuple[()]:
    return ()


def _no_set(*_a: Any, **_k: Any) -> frozenset[str]:
    return frozenset()


def _none_at_all(*_a: Any, **_k: Any) -> Iterator[Any]:
    yield from ()


def _answers_no(function: FunctionType) -> CodeType | None:
    """The code of what answers no, nothing or an empty tuple in a function's place; None where none would do."""
    told = function.__annotations__.get("return")
    kind = getattr(told, "__name__", str(told))
    if function.__code__.co_freevars or function.__name__.startswith("__"):
        return None
    if isgeneratorfunction(function):
        return _none_at_all.__code__
    if kind == "bool":
        return _no.__code__
    if str(told).endswith("| None"):
        return _nothing.__code__
    if str(told).startswith("tuple[") and str(told).endswith("...]"):
        return _empty.__code__
    return _no_set.__code__ if kind.startswith("frozenset") else None


def _recoded(function: FunctionType, code: CodeType) -> Callable[[], None]:
    def put_out() -> None:
        function.__code__ = code

    return put_out


def _switched_off(patterns: Sequence[Any]) -> Callable[[], None]:
    def put_out() -> None:
        for one in patterns:
            one.out = True

    return put_out


def _name_at(key: str) -> str:
    """The name that the program gives what it makes at a line, or the line."""
    path, line = key.split(":")
    lines = (SOURCE / path).read_text("utf-8").splitlines()[: int(line)]
    named = next((one for one in reversed(lines[-5:]) if " = " in one and not one.startswith(" ")), None)
    return named.split(" = ")[0].split(":")[0] if named else lines[-1].strip()[:50]


def watch(watched: Iterable[Rule]) -> None:
    """From here on every function that is a rule tells, in `SPOKEN`, when it answers more than no."""
    monitoring = sys.monitoring  # type: ignore[attr-defined,unused-ignore]
    keys = {rule.code: rule.key for rule in watched if rule.code is not None}

    def answered(code: CodeType, _at: int, value: object) -> None:
        if value is not False and value is not None and value != () and value != frozenset():
            SPOKEN.add(keys[code])

    monitoring.use_tool_id(_TOOL, "rules")
    events = monitoring.events.PY_RETURN, monitoring.events.PY_YIELD
    for event in events:
        monitoring.register_callback(_TOOL, event, answered)
    for code in keys:
        monitoring.set_local_events(_TOOL, code, sum(events))


_switch_patterns()
