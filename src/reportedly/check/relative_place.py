"""Where one place lies from another: "Kaechon, north of Pyongyang". Names in, names out: no bearing leaves this file."""

from collections.abc import Iterator
from math import atan2, cos, degrees, hypot, log, pi, radians, tan

from reportedly.check.article import Article
from reportedly.codebook import Codebook, SiteEntry
from reportedly.fields import direction
from reportedly.model import Finding, Term, Verdict

_WITHIN = 45.0  # degrees that a word of the compass leaves open
_COARSE = 4  # precision of a province and of all that is larger
_NEAR = 0.05  # degrees below which two town points tell nothing
_WORDS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")


def relative_place(article: Article) -> Iterator[Finding]:
    """Whether the gazetteer has the one place on the side of the other that the word says."""
    for told in article.told("relative_place"):
        site, other = (_site(told.word(key), article.codebook) for key in ("site", "of"))
        point = direction.point(told.word("direction") or "")
        if site is None or other is None or point is None:
            continue
        verdict, working = judged(site, other, Term(point))
        yield told.found(verdict, working, {"site": site.id, "of": other.id, "direction": point})


def judged(site: SiteEntry, other: SiteEntry, said: Term) -> tuple[Verdict, str]:
    """The verdict on one place being on this side of the other, and the working."""
    word = direction.show(said)
    if site.latitude is None or other.latitude is None or max(site.precision, other.precision) >= _COARSE:
        return Verdict.UNDETERMINED, f"{site.name} or {other.name} is no town but an area, too wide to tell"
    angle = _bearing(site, other)
    claimed = direction.bearing(said)
    if angle is None or claimed is None:
        return Verdict.UNDETERMINED, f"{site.name} and {other.name} lie too near each other to tell"
    gap = abs(angle - claimed) % 360
    if min(gap, 360 - gap) <= _WITHIN:
        return Verdict.CONSISTENT, f"the gazetteer has {site.name} {word} of {other.name}"
    lies = direction.show(Term(_WORDS[round(angle / 45) % 8]))
    return Verdict.INCONSISTENT, f"the gazetteer has {site.name} {lies} of {other.name}, not {word}"


def _bearing(site: SiteEntry, other: SiteEntry) -> float | None:
    if None in (site.latitude, site.longitude, other.latitude, other.longitude):
        return None
    lat, lon = radians(site.latitude or 0), radians(site.longitude or 0)
    from_lat, from_lon = radians(other.latitude or 0), radians(other.longitude or 0)
    if hypot(degrees(lat - from_lat), degrees(lon - from_lon) * cos(lat)) < _NEAR:
        return None
    east = (lon - from_lon + pi) % (2 * pi) - pi
    north = log(tan(pi / 4 + lat / 2) / tan(pi / 4 + from_lat / 2))  # as on a map: the way back is the opposite
    return degrees(atan2(east, north)) % 360


def _site(name: str | None, codebook: Codebook) -> SiteEntry | None:
    """The place of this id or name."""
    if name is None or name in codebook.sites:
        return codebook.sites.get(name or "")
    folded = name.casefold()
    return next(
        (s for s in codebook.sites.values() if folded in (s.name.casefold(), *map(str.casefold, s.aliases))), None
    )
