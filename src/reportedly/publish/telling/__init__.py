"""What happened, in one sentence of settled values."""

from reportedly.publish.telling.happened import happened

__all__ = ["happened"]
