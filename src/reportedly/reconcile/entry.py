"""A mention as joining knows it: its look, its report, and the uncommon words of what it stands in."""

from dataclasses import dataclass

from reportedly.codebook import Codebook
from reportedly.model import Mention, Report, Role
from reportedly.reconcile.blocking import family_of
from reportedly.reconcile.sketch import Look, look
from reportedly.reconcile.wording import plain_words, uncommon


@dataclass(frozen=True, slots=True)
class Entry:
    """One mention. `field` names state and family of kinds, between which nothing is compared; `words` are the uncommon
    words of its report where that is about it, sorted."""

    id: str
    report: str
    field: str
    main: bool
    look: Look
    words: tuple[str, ...] = ()

    @property
    def dated(self) -> bool:
        """Whether it has a day."""
        return self.look.day is not None


class Clerk:
    """Makes entries of mentions, by one codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook, self._plain = codebook, plain_words(codebook)

    def entry(self, mention: Mention, report: Report | None) -> Entry:
        """What joining needs of the mention, and of its report the day it was published and the text."""
        main = mention.role is Role.MAIN
        return Entry(
            id=mention.id,
            report=mention.report,
            field=f"{mention.state or ''}|{family_of(mention.type, self._codebook)}",
            main=main,
            look=look(mention, report, self._codebook),
            words=tuple(sorted(uncommon(report.text, self._plain))) if main and report is not None else (),
        )
