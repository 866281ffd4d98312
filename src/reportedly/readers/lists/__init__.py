"""Lists that others keep, as rows of history: the CNS workbook, the CSIS table, any table by a mapping."""

from reportedly.readers.lists.read import ListRead, read_list
from reportedly.readers.lists.shape import CNS, CSIS, ListShape

__all__ = ["CNS", "CSIS", "ListRead", "ListShape", "read_list"]
