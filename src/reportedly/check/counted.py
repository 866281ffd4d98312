"""What a reckoning counts: the kinds of incident its noun may mean, every reading of it where the noun is vague."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from reportedly.check.article import Article, Told
from reportedly.check.classes import CLASSES, RARE
from reportedly.check.focal import kinds_of
from reportedly.check.narrowing import WORD, untold, words_of
from reportedly.codebook import Codebook, WeaponEntry
from reportedly.frozen import dataclass
from reportedly.model import Term
from reportedly.patterns import compiled

SAME = "same_type"
_LAUNCH = "launch"  # the scope of all that is launched
_LAUNCHED = compiled(
    r"\b(?:launch|missile|salvo|volley|barrage|flight|shot|flew|flown|fl(?:ies|y)\b|lift)", re.IGNORECASE
)
_ANY = compiled(
    r"\b(?:anything|nothing|any|all|of (?:any|every|whatever) (?:kind|sort|type|description|range))\b", re.IGNORECASE
)
_VERB_FIRST = compiled(r"(?:has|have|had|was|were)\b", re.IGNORECASE)
_THIS = compiled(
    r"\b(?:this|that|the same) (?:type|kind|sort|weapon|missile|model|rocket|class|system)\b", re.IGNORECASE
)
_NOUN = compiled(
    r"\b(?:test|launch|firing|missile|icbm|slbm|irbm|srbm|projectile|rocket|provocation|explosion|detonation|blast|satellite|"
    r"trial|flight|weapon|volley|salvo|barrage|pause|lull|gap\b|hiatus|silence|quiet|calm|moratorium)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Counted:
    """One reading of what is counted: a scope of the codebook by name, its kinds of incident, the class of missile, how they
    ended, the weapon by its name, the ids that it goes by, and those of its families."""

    scope: str
    types: tuple[str, ...]
    weapon_class: str | None = None
    outcome: str | None = None
    weapon: str | None = None
    weapons: frozenset[str] = frozenset()
    families: frozenset[str] = frozenset()
    wider: bool = False  # than what the noun names: such a reading can bear a claim out, and leaves none open

    @property
    def name(self) -> str:
        """The reading as it is printed: "missile launch, ICBM"."""
        kinds = " or ".join(type_.replace("_", " ") for type_ in self.types)
        narrower = (self.weapon or self.weapon_class, self.outcome)
        return ", ".join((kinds, *filter(None, narrower)))


def readings(told: Told, article: Article) -> tuple[Counted, ...]:
    """Every reading of what the claim counts, the noun's own first; none where it counts what no ledger tells apart.

    "Its first launch over Japan since 2017" is about more than kind and class of a missile: no list of launches can tell.
    """
    words = words_of(told)
    if untold(told, article):
        return ()
    book = article.codebook
    outcome = _outcome(words, book)
    classes = [code for pattern, code in CLASSES if pattern.search(words.lower())]
    found = [replace(one, outcome=outcome) for one in _scopes(told, article)]
    narrowest = min(found, key=lambda one: len(one.types))
    if weapon := _weapon(told, article, words):
        ids = frozenset({weapon.id, *(one.id for one in book.weapons.values() if one.family == weapon.id)})
        class_ = None if weapon.is_family else weapon.weapon_class
        families = frozenset({weapon.family} if weapon.family else ())
        return (replace(narrowest, weapon_class=class_, weapon=weapon.name, weapons=ids, families=families),)
    if classes:
        return (replace(narrowest, weapon_class=classes[0]),)
    focal = told.mention.values.get("weapon_class")
    if isinstance(focal, Term) and focal.code in RARE and told.value.kind != "record" and not _ANY.search(words):
        found.append(replace(narrowest, weapon_class=focal.code))  # a record is one of all
    return tuple(found)


def _outcome(words: str, book: Codebook) -> str | None:
    """How what is counted ended, by the first word that tells."""
    told = (word.lower() for word in WORD.findall(words))
    return next((code for word in told for code, named in book.outcome_words.items() if word in named), None)


def _weapon(told: Told, article: Article, words: str) -> WeaponEntry | None:
    """The weapon or family that a claim counts: named in it; where it begins with its verb, before it; where it says "this
    weapon", last before that."""
    if (named := weapon_in(words, article)) is not None:
        return named
    here, start = article.sentence_at(told.claim.span.start), told.claim.span.start
    before = article.report.text[article.sentences[here].start : start] if _VERB_FIRST.match(told.claim.written) else ""
    if _THIS.search(words) or _THIS.search(before):
        begin = article.sentences[max(0, here - 2)].start
        found = article.codebook.names.find(article.report.text[begin:start])
        named_last = [one.written for one in found if isinstance(one.entry, WeaponEntry)][-1:]
        return weapon_in("".join(named_last), article)
    return weapon_in(before, article)


def weapon_in(words: str, article: Article) -> WeaponEntry | None:
    """The one weapon that words name, or the family; None where they name none or several."""
    named = {m.id: m.entry for m in article.codebook.names.find(words) if isinstance(m.entry, WeaponEntry)}
    entry = next(iter(named.values()), None)
    return None if entry is None or len(named) > 1 or entry.payload else entry


def of_what(told: Told, counted: Counted) -> bool:
    """Whether the claim says what it counts; "for the first time since" leaves it to the sentence around it."""
    return bool(counted.weapons) or _NOUN.search(told.claim.written) is not None


def names_a_thing(words: str, article: Article) -> bool:
    """Whether words name a deed, a class or a weapon."""
    return _NOUN.search(words) is not None or weapon_in(words, article) is not None


def _scopes(told: Told, article: Article) -> Iterator[Counted]:
    """The scope of the noun; where it is vague, every scope that holds the incident's own kind, the narrowest first."""
    seen: set[frozenset[str]] = set()
    launches = set(article.codebook.scopes.get(_LAUNCH, ()))
    of_launches = bool(_LAUNCHED.search(told.claim.written))
    for own in kinds_of(told, article):
        for one in _scopes_of(told.word("scope") or SAME, own, article.codebook.scopes, launches):
            if of_launches and own in launches and not set(one.types) <= launches:
                continue
            if frozenset(one.types) not in seen:
                seen.add(frozenset(one.types))
                yield one


def _scopes_of(
    named: str, own: str, scopes: Mapping[str, tuple[str, ...]], launches: Collection[str]
) -> Iterator[Counted]:
    """The scope that is named, then those within it; where none is, the incident's own kind, then each that holds it: of those
    beyond what is launched no word tells."""
    same = Counted(SAME, (own,))
    others = [
        Counted(n, types, wider=named == SAME and not set(types) <= set(launches))
        for n, types in sorted(scopes.items(), key=lambda one: (len(one[1]), one[0]))
        if own in types
    ]
    if named == SAME:
        yield from (same, *others)
        return
    types = scopes.get(named, (own,))
    yield Counted(named, types)
    if len(types) > 1:
        yield from (one for one in (same, *others) if set(one.types) <= set(types))
