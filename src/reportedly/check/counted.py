"""What a reckoning counts: the kinds of incident its noun may mean, every reading of it where the noun is vague."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportedly.check.article import Article, Told
from reportedly.codebook import WeaponEntry
from reportedly.fields.number import ORDINALS
from reportedly.fields.wording import name_of
from reportedly.model import Term

SAME = "same_type"
_CLASSES = (
    (re.compile(r"\b(?:icbms?|intercontinental|long-range (?!rocket))\b"), "ICBM"),
    (re.compile(r"\b(?:slbms?|submarine)\b"), "SLBM"),
    (re.compile(r"\b(?:irbms?|intermediate)\b"), "IRBM"),
    (re.compile(r"\b(?:mrbms?|medium)\b"), "MRBM"),
    (re.compile(r"\b(?:srbms?|short-range)\b"), "SRBM"),
)
RARE = frozenset({"ICBM", "IRBM", "SLBM"})
"""Classes that are seldom launched: "launch" alone may mean one of them behind the launch of one."""
_WORDS = re.compile(r"[a-zà-ÿ][\w-]*", re.IGNORECASE)
_LENGTH = re.compile(r"[\w-]+-(?:day|week|month|year|hour)s?(?:-long|-old)?", re.IGNORECASE)
_BEFORE_A_NAME = re.compile(
    r"(?<=\bthe )(?:[a-z][\w-]+ ){1,4}(?=[A-Z][\w-]*\d)|(?<=\bits )(?:[a-z][\w-]+ ){1,4}(?=[A-Z][\w-]*\d)"
)
_OF_A_DEED = re.compile(
    r"\bto do (?:so|that|it)\b"
)  # "the first to do so" counts what the sentence before says was done
_NOUN = re.compile(
    r"\b(?:test|launch|firing|missile|icbm|slbm|irbm|srbm|projectile|rocket|provocation|explosion|detonation|blast|satellite|"
    r"trial|flight|weapon)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Counted:
    """One reading of what is counted: a scope of the codebook by name, its kinds of incident, the class of missile, the
    weapon by its id."""

    scope: str
    types: tuple[str, ...]
    weapon_class: str | None = None
    weapon: str | None = None

    @property
    def name(self) -> str:
        """The reading as it is printed: "missile launch, ICBM"."""
        kinds = " or ".join(type_.replace("_", " ") for type_ in self.types)
        named = name_of(self.weapon) if self.weapon else self.weapon_class
        return f"{kinds}, {named}" if named else kinds


def readings(told: Told, article: Article) -> tuple[Counted, ...]:
    """Every reading of what the claim counts, the noun's own first; none where it counts what no ledger tells apart.

    "Its first launch over Japan since 2017" is about more than kind and class of a missile: no list of launches can tell.
    """
    words = told.claim.written.lower()
    if untold(told, article):
        return ()
    classes = [code for pattern, code in _CLASSES if pattern.search(words)]
    found = list(_scopes(told, article))
    narrowest = min(found, key=lambda one: len(one.types))
    if weapon := weapon_in(told.claim.written, article):
        return (replace(narrowest, weapon_class=weapon.weapon_class, weapon=weapon.id),)
    if classes:
        return (replace(narrowest, weapon_class=classes[0]),)
    focal = told.mention.values.get("weapon_class")
    rare = isinstance(focal, Term) and focal.code in RARE and told.value.kind != "record"  # a record is one of all
    implied = focal.code if rare and isinstance(focal, Term) else None
    return (*found, replace(narrowest, weapon_class=implied)) if implied else tuple(found)


def weapon_in(words: str, article: Article) -> WeaponEntry | None:
    """The one weapon that words name; None where they name none, several or a family."""
    named = {m.id: m.entry for m in article.codebook.names.find(words) if isinstance(m.entry, WeaponEntry)}
    entry = next(iter(named.values()), None)
    return None if entry is None or len(named) > 1 or entry.is_family or entry.payload else entry


def of_what(told: Told) -> bool:
    """Whether the claim says what it counts; "for the first time since" leaves it to the sentence around it."""
    return _NOUN.search(told.claim.written) is not None


def untold(told: Told, article: Article) -> tuple[str, ...]:
    """The words of the claim by which it counts something else than a kind of incident or a class of missile."""
    since = told.word("since")
    words = told.claim.written.replace(since, " ") if since else told.claim.written
    if weapon_in(words, article):  # "of the solid-fuel Hwasong-18"
        words = _BEFORE_A_NAME.sub("", words)
    if (other := _OF_A_DEED.search(words)) is not None:
        return (other.group(),)
    period = _WORDS.findall((told.word("period") or "").lower())
    named = (m.written for m in article.codebook.names.find(words) if isinstance(m.entry, WeaponEntry))
    scopes = (phrase for phrase in article.codebook.scope_words if phrase in words.lower())
    told_of = {word.lower() for phrase in (*named, *scopes) for word in _WORDS.findall(phrase)}
    book = article.codebook
    known = {*book.plain_words, *ORDINALS, *period, *told.mention.type.split("_"), *_names(told, article), *told_of}
    if told.value.kind == "record":
        known |= book.record_words
    return tuple(w for w in _WORDS.findall(words) if w.lower() not in known and not _LENGTH.fullmatch(w))


def _names(told: Told, article: Article) -> set[str]:
    """The words of the names of the state that acts."""
    state = article.codebook.states.get(told.mention.state or "")
    if state is None:
        return set()
    names = (*state.names, *state.demonyms, *state.contextual, state.name, state.demonym, state.capital)
    return {word.lower() for name in names for word in _WORDS.findall(name)}


def _scopes(told: Told, article: Article) -> Iterator[Counted]:
    """The scope of the noun; where it is vague, every scope that holds the incident's own kind, the narrowest first."""
    own, scopes = told.mention.type, article.codebook.scopes
    named = told.word("scope") or SAME
    if named == SAME:
        wanted = [Counted(SAME, (own,))]
    else:
        wanted = [Counted(named, scopes.get(named, (own,)))]
        if len(wanted[0].types) == 1:
            yield from wanted
            return
        wanted.append(Counted(SAME, (own,)))
    others = sorted((n for n, types in scopes.items() if own in types), key=lambda n: (len(scopes[n]), n))
    within = set(wanted[0].types)
    wanted += [Counted(n, scopes[n]) for n in others if named == SAME or set(scopes[n]) <= within]
    seen: set[frozenset[str]] = set()
    for one in wanted:
        if frozenset(one.types) not in seen:
            seen.add(frozenset(one.types))
            yield one
