"""What a model answers, as it comes over the wire. What does not have this shape is refused, claim by claim."""

import json
from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from reportedly.frozen import dataclass
from reportedly.model import Role, Stance
from reportedly.model.errors import ReaderError

_ADVICE = "a larger model, or a server that keeps to a JSON schema, does better"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True)


class AnsweredMention(_Part):
    """An incident the model sees; claims name it by its `key`."""

    key: str
    type: str
    role: Role
    state: str | None = None


class AnsweredClaim(_Part):
    """A claim as the model gives it: the words it quotes, and where it says they stand.

    `voices` are the words that name each speaker, the one who said it last; none where the writer speaks.
    """

    mention: str
    field: str
    value: Any = None  # of the field's own shape, read by `fields.registry`
    written: str
    context: str | None = None
    nth: Annotated[int | None, Field(ge=1)] = None
    voices: tuple[str, ...] = ()
    cue: str | None = None
    stance: Stance = Stance.ASSERTED


class _Whole(_Part):
    mentions: tuple[AnsweredMention, ...]
    claims: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A model's answer about one report; `malformed` counts the claims that have not the shape asked for."""

    mentions: tuple[AnsweredMention, ...]
    claims: tuple[AnsweredClaim, ...]
    malformed: int = 0


def parse(content: str) -> Answer:
    """The answer in this text; ReaderError where it is no JSON or not of the shape asked for."""
    try:
        whole = _Whole.model_validate(json.loads(_bare(content)))
    except ValidationError as error:
        first = error.errors()[0]
        at = ".".join(map(str, first["loc"])) or "the whole"
        raise ReaderError(f"the model's answer has not the shape asked for ({at}: {first['msg']})", _ADVICE) from error
    except (ValueError, RecursionError) as error:
        raise ReaderError("the model's answer is no JSON", _ADVICE) from error
    claims = [_claim(one) for one in whole.claims]
    good = tuple(claim for claim in claims if claim is not None)
    return Answer(whole.mentions, good, len(claims) - len(good))


def _claim(found: object) -> AnsweredClaim | None:
    try:
        return AnsweredClaim.model_validate(found)
    except ValidationError:
        return None


def _bare(content: str) -> str:
    """The answer without the fence that some models put around JSON."""
    lines: Sequence[str] = content.strip().splitlines()
    fenced = len(lines) > 2 and lines[0].startswith("```") and lines[-1].strip() == "```"
    return "\n".join(lines[1:-1]) if fenced else content
