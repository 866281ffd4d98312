"""Phrases that can speak without a name the codebook knows: "a senior military official", "Professor Jane Doe"."""

from collections.abc import Iterator

from reportedly.extract.speaker_words import Speaking
from reportedly.extract.voices import Holder, made_voice
from reportedly.fields.gated import Gated
from reportedly.frozen import dataclass
from reportedly.patterns import compiled

_POSSESSIVE = compiled(r"['’]s?\Z")
_NAME = (
    r"(?:(?:[A-Z]\.\s?){1,4}[A-Z][\w'’-]+|[A-Z][a-zà-ÿ'’]+(?:-[A-Za-zà-ÿ]+)*"
    r"(?:\s+(?:(?:[A-Z]\.\s?)|al-|bin |de |van |von )?[A-Z][\w'’à-ÿ]*[a-zà-ÿ](?:-[A-Za-zà-ÿ]+)*){0,3})"
)
_AFTER_TITLE = compiled(rf"(?:[- ][Gg]eneral)?(?: of (?:State|Defen[cs]e|War))?(?P<gap>\. |, | )(?P<name>{_NAME})")
_WORD = compiled(r"[A-Za-z]+(?:-[A-Za-z]+)*")
OF_STATE = compiled(r" (?:of|in|for|from) (?:the )?")
OF_NAMED = compiled(r" (?:of|at|for) (?:the |a )?[A-Z]")
AT_BODY = compiled(r" (?:at|from|of|with|in|for|on) ")
BEHIND = compiled(r" (?:(?:close|linked) to|in|within|inside|at|of|from|with) (?:the |its |their |an? )?")
OWNED = compiled(r"[^'’]+['’]s? ")
ARTICLE = compiled(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ne|[Oo]ur) \Z")
MEDIUM = compiled(  # what a medium is called before its name
    r"(?:\b[A-Z]\w+(?:ese|ian|[ae]n|i|ish|sh)\s)?(?:\b(?:official|semi-?official|public|media|(?:state|government|party|military)-\w+|state|party|(?:ruling |Workers['’] )?party['’]s|news|newspaper|daily|weekly|paper|agency|"
    r"broadcaster|television|TV|radio|network|website|outlet|channel|tabloid|main|leading|local|private|hard-?line|reformist)\s)+\Z"
)
NUMBERED = compiled(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ne|[Oo]ur|[Tt]wo|[Tt]hree|[Ff]our|[Ss]everal|[Ss]ome|[Mm]any|[Mm]ost|[Oo]ther|[Bb]oth) \Z"
)

RUN_BY = compiled(r"-(?:run|led|backed|owned|controlled|linked|held|affiliated|aligned)\b")
SPOKEN_FOR = compiled(  # "a spokesman for the Saudi-led military alliance"
    r"(?:the |its )?(?P<name>[A-Z][\w’'-]*(?: (?:(?:of|for) )?(?:[A-Z][\w’'-]*|military|coalition|alliance|forces?|rebels?|group|movement|command|army|navy|company|airline|operator|shipyard)){0,6})\b"
)
CAPITAL_BEFORE = compiled(r"(?<![.:;“\"] )(?P<word>[A-Z][a-z]{2,}) \Z")
_INFORMED = Gated(
    r"\b(?:(?P<of>(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ss]ome|[Ss]everal) of )?(?:(?i:the|those|an?|one|two|three|four|five|six|several|some|many|other|another) ){0,2})"
    r"(?P<who>[Pp]eople|(?P<one>[Pp]erson|[Ss]omeone|[Ss]ource)|[Ss]ources|[Pp]ersons|[Tt]hose) (?:who (?:was|were|is|are|had been) )?"
    r"(?:(?:familiar|acquainted) with|(?:briefed|informed) (?:on|of|about)|aware of|involved in|close to"
    r"|with (?:direct |first-hand |intimate )?knowledge of)"
    r"(?: (?!(?:[a-z]+ed|said|says|told|say|tell|tells|and|who|that|in|on|was|were)\b)[\w’'-]+){1,6}"
)


@dataclass(frozen=True, slots=True)
class Group:
    """Unnamed people: where the phrase begins and ends, its adjectives and its noun. `kinds` are the adjectives that tell
    what kind of people they are; those of a region are of no state: "European diplomats in Seoul"."""

    start: int
    noun_start: int
    end: int
    adjectives: tuple[str, ...]
    noun: str
    kinds: tuple[str, ...]
    of_region: bool


@dataclass(frozen=True, slots=True)
class Titled:
    """A title and the name behind it."""

    start: int
    name_start: int
    end: int
    title: str
    name: str


def informed(text: str) -> Iterator[Holder]:
    """People known by what they know alone: "four people briefed on the intelligence"."""
    for m in _INFORMED.finditer(text):
        who, one = text[m.start("who") : m.end()], m["one"] and not m["of"]
        name = (
            f"unnamed {who[0].lower()}{who[1:]}"
            if who.lower().startswith("source")
            else f"unnamed {'source' if one else 'sources'} ({who})"
        )
        voice = made_voice(name, "unnamed", None)
        yield Holder(m.start(), m.end(), (voice,), "unnamed")


def phrases(text: str, known: Speaking) -> tuple[tuple[Group, ...], tuple[Titled, ...]]:
    """The unnamed groups and the titled names of a text, in one pass over its words."""
    words = [(*m.span(), m[0].lower()) for m in _WORD.finditer(text)]
    groups: list[Group] = []
    titled: list[Titled] = []
    titles, people = known.titles, known.people
    for number, (start, end, word) in enumerate(words):
        m = _AFTER_TITLE.match(text, end) if word in titles and not _ends(text, end, word, known) else None
        if m and known.may_follow_title(m["name"]) and (" " in m["name"] or m["gap"] != ", "):
            first = _reach(text, words, number, known.before_titles)
            name = _POSSESSIVE.sub("", m["name"])
            stop = m.start("name") + len(name)
            titled.append(Titled(first, m.start("name"), stop, text[first : m.start("name")], name))
        elif word in people:
            first = _reach(text, words, number, known.before_people)
            groups.append(_group(text, first, start, end, word, known))
    return tuple(groups), tuple(titled)


def _group(text: str, first: int, start: int, end: int, word: str, known: Speaking) -> Group:
    adjectives = tuple(text[first:start].replace(",", " ").split())
    kinds = tuple(a for a in adjectives if a.lower() in known.kinds)
    return Group(first, start, end, adjectives, word, kinds, not known.regions.isdisjoint(adjectives))


def _ends(text: str, end: int, word: str, known: Speaking) -> bool:
    """Whether a title ends its sentence: "said the official. He added"."""
    return text[end : end + 1] == "." and word not in known.short_titles


def _reach(text: str, words: list[tuple[int, int, str]], number: int, allowed: frozenset[str]) -> int:
    """Where the run of allowed words that ends before this one begins."""
    at = words[number][0]
    for start, end, word in reversed(words[max(0, number - 6) : number]):
        if word not in allowed or text[end:at].strip(",.") != " ":
            break
        at = start
    return at


def unnamed_name(group: Group, state: str | None, known: Speaking) -> str:
    """The canonical name of an unnamed group: state or demonym, what kind of people, singular kept."""
    kept = list(group.kinds)
    if group.noun in known.by_state_alone:
        kept = [a for a in kept if a[0].isupper()]
    if group.noun in ("source", "sources") and not kept and state is None:
        return f"unnamed {group.noun}"
    words = [a if a in known.regions else a.lower() for a in kept]
    return " ".join([*([state] if state else []), *words, group.noun])
