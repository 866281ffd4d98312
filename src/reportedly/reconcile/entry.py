"""A mention as joining knows it: its look, its report, and what else that report says."""

from reportedly.codebook import Codebook
from reportedly.frozen import dataclass
from reportedly.model import Extraction, Mention, Report, Role, Statement
from reportedly.reconcile.blocking import family_of
from reportedly.reconcile.sketch import Look, look
from reportedly.reconcile.when import in_leap_year
from reportedly.reconcile.wording import plain_words, uncommon


@dataclass(frozen=True, slots=True)
class Entry:
    """One mention. `field` names state and family of kinds, between which nothing is compared; `words` are the uncommon
    words of its report where that is about it, sorted; `beside` the incidents, by field and day of the
    year, that such a report also tells of, `objects` the fields of those that a statement is about."""

    id: str
    report: str
    field: str
    main: bool
    look: Look
    words: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()

    @property
    def dated(self) -> bool:
        """Whether it has a day."""
        return self.look.day is not None


class Clerk:
    """Makes entries of mentions, by one codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook, self._plain = codebook, plain_words(codebook)

    def entries(self, extraction: Extraction, report: Report | None) -> list[Entry]:
        """What joining needs of the mentions of a report, and of the report the day it was published and the text."""
        looks = {mention.id: look(mention, report, self._codebook) for mention in extraction.mentions}
        fields = {
            one.id: f"{one.state or ''}|{family_of(looks[one.id].type, self._codebook)}" for one in extraction.mentions
        }
        days = {id_: f"{fields[id_]}|{day}" for id_, seen in looks.items() if (day := _day_of_year(seen))}
        others = {f"{fields[id_]}|{seen.other_day}" for id_, seen in looks.items() if seen.other_day}
        words = tuple(sorted(uncommon(report.text, self._plain))) if report is not None else ()
        return [
            Entry(mention.id, mention.report, fields[mention.id], main=False, look=looks[mention.id])
            if mention.role is not Role.MAIN
            else Entry(
                mention.id,
                mention.report,
                fields[mention.id],
                main=True,
                look=looks[mention.id],
                words=words,
                beside=tuple(sorted({day for id_, day in days.items() if id_ != mention.id} | others)),
                objects=tuple(
                    sorted({fields[id_] for id_ in _objects(mention) if id_ in fields} - {fields[mention.id]})
                ),
            )
            for mention in extraction.mentions
        ]


def _day_of_year(seen: Look) -> str | None:
    return f"--{seen.day:%m-%d}" if seen.day else seen.partial if in_leap_year(seen.partial) else None


def _objects(mention: Mention) -> set[str]:
    """The mentions that a statement is about."""
    said = (claim.value for claim in mention.claims)
    return {one.about for one in said if isinstance(one, Statement) and one.about is not None}
