"""What a reviewer typed into a form, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import fields

from starlette.requests import Request

from reportedly.frozen import dataclass

LONGEST = 4000  # letters of one input


@dataclass(frozen=True, slots=True)
class Typed:
    """The inputs of any form that decides; what a form has not is empty.

    `form` names the form on its page. `seen` is the incident and its version as the reviewer saw them ("id:version"),
    `since` the moment of the last decision by then.
    """

    form: str = ""
    verb: str = ""
    claim: str = ""
    report: str = ""
    incident: str = ""
    other: str = ""
    decision: str = ""
    field: str = ""
    value: str = ""
    as_printed: str = ""
    quote: str = ""
    voice: str = ""
    url: str = ""
    outlet: str = ""
    published: str = ""
    why: str = ""
    who: str = ""
    seen: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and the input that it stands beside; beside none where the whole is wrong."""

    message: str
    beside: str = ""


class FaultyError(Exception):
    """A form that cannot be used as it is."""

    def __init__(self, fault: Fault, status: int = 422) -> None:
        super().__init__(fault.message)
        self.fault, self.status = fault, status


NOTHING = Typed()


async def typed_of(request: Request) -> Typed:
    """What was typed into the form that was sent."""
    form = await request.form()
    return typed_in({name: value for name, value in form.items() if isinstance(value, str)})


def typed_in(form: Mapping[str, str]) -> Typed:
    """The inputs that are known, without blanks around them and no longer than they may be."""
    return Typed(**{one.name: form.get(one.name, "").strip()[:LONGEST] for one in fields(Typed)})
