"""Names of places that cannot be right: a town in a province it does not lie in, a name that translation made of another."""

import re
from collections.abc import Iterator

from reportedly.check.article import Article
from reportedly.codebook import Codebook, SiteEntry
from reportedly.model import Claim, Finding, Place, Verdict
from reportedly.patterns import compiled
from reportedly.reconcile.place import kilometres
from reportedly.reconcile.sketch import POINT

PROVINCE = 4  # precision
NEAR = 60  # letters from a town to the province behind it
APART = 100  # km from every place of a province: not in it
_BETWEEN = compiled(
    r"[\s,(]*(?:(?:an? |its |their |the )(?:[\w’'-]+ ){0,4}(?:yard|harbou?r|port|city|town|base|hub|site)[\s,]*(?=in\b))?(?:(?:an? |the )?(?:\w+ ){0,2}(?:on the (?:\w+ )?(?:coast|border|shore|river)|(?:port|border|coastal|mining|industrial) (?:city|town|county)|town|city|village)[\s,]*(?:in|of)?\s+)?(?:(?:area|region|city|county|town|district|village|airport|airfield|base|port|station|cosmodrome|"
    r"(?:which|that) (?:lies?|is|sits?|stands?)(?: also)?(?= in\b)|(?:located|lying|situated)(?= in\b)|(?:(?:north|south|east|west|central)(?:east|west)?(?:ern)? )?(?:coastal )?province of|(?:launch(?:ing)?|test(?:ing)?|space|satellite|missile|rocket)(?= )|site|ground|range|complex|cent(?:er|re)|facility|in|of|the|a)\b[\s,(]*)*",
    re.IGNORECASE,
)


def place_in_area(article: Article) -> Iterator[Finding]:
    """Whether a town lies in the province that stands behind it: "Kaesong, South Pyongan"."""
    for claim in article.extraction.claims:
        place = article.codebook.sites.get(claim.value.id or "") if isinstance(claim.value, Place) else None
        if claim.field != "site" or claim.rejected or place is None or place.precision > POINT:
            continue
        area = _behind(article, claim, place)
        if area is not None:
            verdict, working = judged(place, area, article.codebook)
            yield Finding(
                claim.id, "place_in_area", claim.written, verdict, working, {"site": place.id, "area": area.id}
            )


def _behind(article: Article, claim: Claim, place: SiteEntry) -> SiteEntry | None:
    """The province that is named right behind a town, or None."""
    text = article.report.text[claim.span.start : claim.span.end + NEAR]
    for found in article.codebook.names.find(text):
        entry = found.entry
        if not isinstance(entry, SiteEntry) or entry.precision != PROVINCE or entry.state != place.state:
            continue
        before = claim.written.find(found.written)
        start = found.start if before < 0 else before
        town = next((m.end() for m in re.finditer(re.escape(_own(claim, place)), text)), None)
        if town is not None and start >= town and _BETWEEN.fullmatch(text, town, start):
            return entry
    return None


def _own(claim: Claim, place: SiteEntry) -> str:
    """The town as it is written at the head of the claim."""
    names = sorted((name for name in (place.name, *place.aliases) if name in claim.written), key=len)
    return names[-1] if names else claim.written


def judged(place: SiteEntry, area: SiteEntry, codebook: Codebook) -> tuple[Verdict, str]:
    """The verdict on a town being in a province, and the working; with the town that is easily mistaken for it."""
    inside = [codebook.sites[id_] for id_ in area.contains if id_ in codebook.sites]
    if place in inside:
        return Verdict.CONSISTENT, f"the gazetteer has {place.name} in {area.name}"
    others = [one for one in codebook.sites.values() if one.precision == PROVINCE and place.id in one.contains]
    far = bool(inside) and all((apart := kilometres(place, one)) is not None and apart > APART for one in inside)
    if not others and not far:
        return Verdict.UNDETERMINED, f"the gazetteer does not tell in which province {place.name} lies"
    lies = f"in {others[0].name}" if others else f"more than {APART} km from every place it has there"
    meant = [one.name for one in inside if one.id in place.confusable]
    perhaps = f"; {' or '.join(meant)}, easily mistaken for it, lies there" if meant else ""
    return Verdict.INCONSISTENT, f"the gazetteer has {place.name} {lies}, not in {area.name}{perhaps}"


def corrupted_name(article: Article) -> Iterator[Finding]:
    """Names that are known to have come out of machine translation in the place of another: "Thornhill" for Kangson.

    It stands on the claim nearest to the words, for the words make no claim of their own.
    """
    slips = [(slip, site) for site in article.codebook.sites.values() for slip in site.slips]
    for slip, site in slips:
        match = re.search(rf"\b{re.escape(slip)}\b", article.report.text)
        near = article.nearest(match.start()) if match else None
        if near is not None:
            working = f"no place of this name is known there; machine translation has made it of {site.name}"
            yield Finding(near.id, "corrupted_name", slip, Verdict.INCONSISTENT, working, {"site": site.id})
