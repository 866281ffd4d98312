"""What every part of the output shares."""

from pydantic import BaseModel, ConfigDict

Json = object


class Line(BaseModel):
    """A part of the output: it is made once and not changed."""

    model_config = ConfigDict(frozen=True)
