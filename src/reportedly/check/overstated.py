"""A relay that makes more of a finding than those who found it: "UN confirms Russia hit", where its monitors could not say
who fired."""

import re
from collections.abc import Iterator
from datetime import date

from reportedly.check.article import Article
from reportedly.check.days import shown
from reportedly.check.record import Limit
from reportedly.codebook import Codebook
from reportedly.model import Claim, DateRange, Finding, FindingText, Mention, Stance, Verdict, Voice
from reportedly.patterns import compiled

_WHO = compiled(r"\b(?:who|whom|whose|operators?|responsib\w+|culprits?|perpetrators?|attribut\w+)\b", re.IGNORECASE)
_SAID = frozenset({Stance.CONFIRMED, Stance.ASSERTED})
_OUTSIDE = frozenset({"un_monitor", "multilateral_monitor", "government", "ngo_monitor"})


def overstated(article: Article) -> Iterator[Finding]:
    """Each claim that a body, or what it is a part of, names the doer of what that body itself could not lay to anybody.

    The limit stands in the same report, or in a ledger: there it counts for the incidents that the reports which tell it
    tell too. Inconsistent where found; nothing where no limit is known.
    """
    own = tuple(_of_report(article))
    past = article.record.limits if article.record is not None else ()
    seen: set[str] = set()
    for claim in article.extraction.claims if own or past else ():
        mention = article.mentions[claim.mention]
        if mention.id in seen or not _names_doer(claim, mention, article):
            continue
        of_it = (*own, *(one for one in past if _is_told_with(one, mention, article)))
        found = next((pair for one in of_it if (pair := _said_for(one, claim, article))), None)
        if found is not None:
            seen.add(mention.id)
            yield _finding(claim, mention, *found, article)


def _finding(claim: Claim, mention: Mention, voice: Voice, limit: Limit, article: Article) -> Finding:
    who, body = article.codebook.states.get(mention.state or ""), article.codebook.bodies[limit.by]
    where = f" (in the ledger, {shown(limit.day)})" if limit.day else ""
    doer = who.name if who is not None else mention.state
    working = f'{voice.name} is said to lay it to {doer}; of {body.name} it is told: "{limit.text}"{where}'
    return Finding(
        claim.id, "overstated", claim.written, Verdict.INCONSISTENT, working, {"body": limit.by}, (limit.stands_on,)
    )


def _said_for(limit: Limit, claim: Claim, article: Article) -> tuple[Voice, Limit] | None:
    """The voice of a claim that speaks for the body of a limit on who did it, with the limit."""
    if limit.by not in article.codebook.bodies or _WHO.search(limit.text) is None:
        return None
    voice = next((v for v in claim.voices if _speaks_for(v.id, limit.by, article.codebook)), None)
    return (voice, limit) if voice is not None else None


def _names_doer(claim: Claim, mention: Mention, article: Article) -> bool:
    """Whether a body from outside is said to say that it happened, in words that name the state that did it."""
    if claim.field != "type" or claim.rejected or claim.stance not in _SAID or mention.state is None:
        return False
    if not any(voice.kind in _OUTSIDE for voice in claim.voices):
        return False
    named = article.codebook.names.find(claim.span.of(article.report.text))
    return any(mention.state in (one.id, getattr(one.entry, "state", None)) for one in named if one.kind != "weapon")


def _of_report(article: Article) -> Iterator[Limit]:
    """The limits that the report itself tells."""
    for claim in article.extraction.claims:
        value = claim.value
        if claim.field == "limitation" and isinstance(value, FindingText) and value.by and not claim.rejected:
            yield Limit(value.by, value.text, claim.id, None, ())


def _is_told_with(limit: Limit, mention: Mention, article: Article) -> bool:
    """Whether a limit of a ledger is told with an incident of this state, kind and day."""
    days = article.days_of(mention)
    return any(
        state == mention.state and kind == mention.type and _within(days, first, last)
        for state, kind, first, last in limit.told_with
    )


def _within(days: DateRange | None, first: date, last: date) -> bool:
    """Whether a day is told that is one of these."""
    return days is not None and days.day is not None and first <= days.day <= last


def _speaks_for(voice: str, by: str, codebook: Codebook) -> bool:
    """Whether a voice is the body, or what the body is a member of, at any remove."""
    asked, known = [by], set[str]()
    while asked:
        one = asked.pop()
        if one == voice:
            return True
        known.add(one)
        body = codebook.bodies.get(one)
        asked += [m for m in (body.member_of if body else ()) if m not in known]
    return False
