"""Dataclasses that nobody may edit, at the price of those that anybody may.

`dataclasses` keeps a frozen instance from being edited by a look at each assignment, the first ones too, so that it takes
four times as long to make; a report makes some five hundred. Here mypy alone keeps it: it sees the class as frozen, and
refuses what would edit it. When the program runs the class has the same fields, equality, hash and repr, without the look.
"""

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

__all__ = ["dataclass"]

if not TYPE_CHECKING:

    def dataclass(cls=None, /, *, frozen=False, eq=True, **options):
        """As `dataclasses.dataclass`; where `frozen`, hashed as such a class is, and not kept from being edited."""

        def made(cls):
            hashed = frozen and eq and "__hash__" not in vars(cls)
            return dataclasses.dataclass(cls, eq=eq, unsafe_hash=hashed, **options)

        return made if cls is None else made(cls)
