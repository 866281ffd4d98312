"""The extractors there are: our own by an explicit list, others by their entry points."""

from collections.abc import Mapping
from importlib.metadata import EntryPoint, entry_points

from reportedly.codebook import Codebook
from reportedly.extractors.protocol import Choice, Factory, ReportExtractor
from reportedly.model.errors import UsageError

GROUP = "reportedly.extractors"
OWN: Mapping[str, EntryPoint] = {
    name: EntryPoint(name, place, GROUP)
    for name, place in (
        ("rules", "reportedly.extractors.rules:Rules"),
        ("llm", "reportedly.extractors.llm.reader:ModelReader"),
    )
}
"""Named by their place, so that only the one that reads is imported."""


def make(codebook: Codebook, choice: Choice) -> ReportExtractor:
    """The extractor of this name, ready to read. UsageError where there is none, or it lacks something."""
    return _factory(choice.name)(codebook, choice)


def names() -> tuple[str, ...]:
    """The names that `make` takes: our own, then those that other packages bring."""
    return (*OWN, *sorted({point.name for point in _points()} - OWN.keys()))


def _points() -> tuple[EntryPoint, ...]:
    return tuple(entry_points(group=GROUP))


def _factory(name: str) -> Factory:
    point = OWN.get(name) or next((one for one in _points() if one.name == name), None)
    if point is None:
        raise UsageError(f"there is no reader {name!r}; the readers are {', '.join(names())}")
    try:
        factory: Factory = point.load()
    except (ImportError, AttributeError) as error:
        raise UsageError(f"the reader {name!r} of {point.value} cannot be loaded: {error}; install it again") from error
    return factory
