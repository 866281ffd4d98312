"""Acts and words: statements, relations, findings, measures, and text that stands for itself."""

from collections.abc import Sequence

from reportedly.fields.protocol import commonest, mapping, optional_text
from reportedly.fields.wording import name_of, word
from reportedly.model import FindingText, Measure, Relation, Statement, Text


def statement_to_json(value: Statement) -> dict[str, str | None]:
    """The contract's shape."""
    return {"act": value.act, "about": value.about}


def statement_from_json(obj: object) -> Statement:
    """The value of which `statement_to_json` made this."""
    row = mapping(obj)
    return Statement(str(row["act"]), optional_text(row, "about"))


def statement_agree(a: Statement, b: Statement) -> bool:
    """Whether the acts are the same; mentions of two reports never have one id."""
    return a.act == b.act


def statement_show(value: Statement) -> str:
    """The act: condemns it."""
    return word("statement", value.act)


def relation_to_json(value: Relation) -> dict[str, str | None]:
    """The contract's shape."""
    return {"kind": value.kind, "to": value.to}


def relation_from_json(obj: object) -> Relation:
    """The value of which `relation_to_json` made this."""
    row = mapping(obj)
    return Relation(str(row["kind"]), optional_text(row, "to"))


def relation_agree(a: Relation, b: Relation) -> bool:
    """Whether the kinds are the same."""
    return a.kind == b.kind


def relation_show(value: Relation) -> str:
    """How it stands to the other: follows another incident."""
    return word("relation", value.kind)


def finding_to_json(value: FindingText) -> dict[str, str | None]:
    """The contract's shape."""
    return {"by": value.by, "text": value.text}


def finding_from_json(obj: object) -> FindingText:
    """The value of which `finding_to_json` made this."""
    row = mapping(obj)
    return FindingText(optional_text(row, "by"), str(row["text"]))


def finding_agree(a: FindingText, b: FindingText) -> bool:
    """Whether one body found both, or either names none."""
    return a.by is None or b.by is None or a.by == b.by


def finding_show(value: FindingText) -> str:
    """The report's words, and whose finding it is."""
    return f"{value.text} ({name_of(value.by)})" if value.by else value.text


def measure_to_json(value: Measure) -> dict[str, str | None]:
    """The contract's shape."""
    return {"kind": value.kind, "body": value.body}


def measure_from_json(obj: object) -> Measure:
    """The value of which `measure_to_json` made this."""
    row = mapping(obj)
    return Measure(str(row["kind"]), optional_text(row, "body"))


def measure_agree(a: Measure, b: Measure) -> bool:
    """Whether it is the same kind of act, of the same body wherever both name one."""
    return a.kind == b.kind and (a.body is None or b.body is None or a.body == b.body)


def measure_show(value: Measure) -> str:
    """As a person reads it: a measure vetoed by UNSC."""
    told = word("measure", value.kind)
    return f"{told} by {name_of(value.body)}" if value.body else told


def text_to_json(value: Text) -> str:
    """The words."""
    return value.text


def text_from_json(obj: object) -> Text:
    """The value of which `text_to_json` made this."""
    if not isinstance(obj, str):
        raise TypeError(f"expected words, got {obj!r}")
    return Text(obj)


def text_agree(a: Text, b: Text) -> bool:
    """Whether the one holds the other, letters' size aside."""
    left, right = a.text.lower(), b.text.lower()
    return left in right or right in left


def text_show(value: Text) -> str:
    """The words."""
    return value.text


def text_fold(values: Sequence[Text]) -> Text | None:
    """The fullest words; of equally long ones the first by the alphabet."""
    return min(values, key=lambda v: (-len(v.text), v.text), default=None)


def finding_fold(values: Sequence[FindingText]) -> FindingText | None:
    """The fullest words, one with a named body before one without."""
    return min(values, key=lambda v: (v.by is None, -len(v.text), v.text, v.by or ""), default=None)


def statement_fold(values: Sequence[Statement]) -> Statement | None:
    """The commonest act."""
    return commonest(values, lambda v: f"{v.act}\x1f{v.about or ''}")


def relation_fold(values: Sequence[Relation]) -> Relation | None:
    """The commonest relation."""
    return commonest(values, lambda v: f"{v.kind}\x1f{v.to or ''}")


def measure_fold(values: Sequence[Measure]) -> Measure | None:
    """The commonest act, a named body before none."""
    named = [v for v in values if v.body is not None]
    return commonest(named or values, lambda v: f"{v.kind}\x1f{v.body or ''}")
