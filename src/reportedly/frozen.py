"""Dataclasses that nobody may edit, at the price of those that anybody may.

`dataclasses` keeps a frozen instance from being edited by a look at each assignment, the first ones too, so that it takes
four times as long to make; a report makes some five hundred. Here mypy alone keeps it: it sees the class as frozen, and
refuses what would edit it. When the program runs the class has the same fields, equality, hash and repr, without the look.

The library writes the methods of a class as text, and compiles that at every start; here what it was compiled to is kept.
"""

import dataclasses
import marshal
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.kept import Kept, beside

__all__ = ["dataclass"]

if not TYPE_CHECKING:
    KEPT = Kept(beside(__file__, ".classes"), sys.version, few=1, most=900)

    def dataclass(cls=None, /, *, frozen=False, eq=True, **options):
        """As `dataclasses.dataclass`; where `frozen`, hashed as such a class is, and not kept from being edited."""

        def made(cls):
            hashed = frozen and eq and "__hash__" not in vars(cls)
            dataclasses.exec = _run  # in place of the builtin while this class is made
            try:
                return dataclasses.dataclass(cls, eq=eq, unsafe_hash=hashed, **options)
            finally:
                vars(dataclasses).pop("exec", None)

        return made if cls is None else made(cls)

    def _run(text, *names):
        code = KEPT.get(text, lambda: marshal.dumps(compile(text, "<string>", "exec")))
        exec(marshal.loads(code), *names)
