"""Bytes become reports: files are found, told apart by their content, decoded, and their blocks marked."""

from reportedly.readers.blocks import mark
from reportedly.readers.dates import parse_published
from reportedly.readers.dispatch import read
from reportedly.readers.hints import Hints, Settings
from reportedly.readers.sources import Source, discover

__all__ = ["Hints", "Settings", "Source", "discover", "mark", "parse_published", "read"]
