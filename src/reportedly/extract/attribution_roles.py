"""Phrases that can speak without a name the codebook knows: "a senior military official", "Professor Jane Doe"."""

import re
from dataclasses import dataclass

from reportedly.extract.attribution_lexicon import words_of

_PEOPLE = words_of(
    "official officials source sources analyst analysts expert experts observer observers scientist scientists "
    "seismologist seismologists researcher researchers diplomat diplomats lawmaker lawmakers legislator legislators "
    "officer officers witnesses residents commentator commentators specialist specialists correspondent correspondents "
    "aide aides investigator investigators critics monitors spokesman spokeswoman spokesperson spokespeople newsreader "
    "anchor authorities ministers leaders reports group estimates accounts figures findings"
)
_KEPT = words_of(
    "military government defense defence intelligence police administration ministry county western embassy "
    "presidential diplomatic foreign security state city regional provincial army navy emergency sanctions"
)
_DROPPED = words_of(
    "senior top high-ranking ranking unidentified unnamed anonymous informed nuclear missile weapons some many several "
    "most other another local independent outside former political industry leading current two three various seismic "
    "well-informed certain private arms control proliferation public early first initial later previous news monitoring"
)
_TITLES = words_of(
    "president minister premier secretary secretary-general leader chancellor spokesman spokeswoman spokesperson "
    "adviser advisor ambassador governor mayor chairman chairwoman chair director professor analyst expert researcher "
    "scientist fellow commander general gen colonel col lt maj brig admiral adm captain capt mr mrs ms dr prof senator "
    "sen rep representative lawmaker official correspondent reporter chief envoy"
)
_BEFORE_TITLE = words_of(
    "acting deputy vice senior chief former first assistant prime foreign defence defense unification interior cabinet "
    "finance security national nuclear secretary gen maj brig lt col of state"
)
_NAME = (
    r"(?:(?:[A-Z]\.\s?){1,4}[A-Z][\w'’-]+|[A-Z][a-zà-ÿ'’]+(?:-[A-Za-zà-ÿ]+)*"
    r"(?:\s+(?:(?:[A-Z]\.\s?)|al-|bin |de |van |von )?[A-Z][\w'’à-ÿ]*[a-zà-ÿ](?:-[A-Za-zà-ÿ]+)*){0,3})"
)
_AFTER_TITLE = re.compile(rf"(?:[- ][Gg]eneral)?(?: of (?:State|Defen[cs]e|War))?(?:\. |, | )(?P<name>{_NAME})")
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
SPOKESMAN = re.compile(r"spokes(?:man|woman|person)", re.IGNORECASE)
STUDIES = re.compile(r"professor|analyst|expert|researcher|scientist|fellow|academic|scholar|director", re.IGNORECASE)

_NOT_A_NAME = (
    "The|In|On|At|It|Its|He|His|She|Her|They|Their|This|That|These|Those|But|And|After|Before|When|While|As|If|For|From"
    "|With|According|North|South|East|West|Sea|Mr|Last|Earlier|Later|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday"
    "|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Prime|President"
    "|Minister|Foreign|Defen[cs]e|Leader|General|Experts|Analysts|Citing|Quoting|Some|Many|Several|Two|Three|One|Both"
    "|Korean|Japanese|Chinese|Russian|Speaking|No|Security|Posted|Published|Updated|Photo"
    "|I|We|You|My|Our|Your|So|Q|A|An|All|Can|Could|Would|Will|Now|Today|Yesterday|What|Who|How|Why|Where|Are|Is|Was|Were|Do|Did"
    "|Does|Has|Have|Well|Just|Also|Read|More|Let|Thank|Yes|There|Here|Not|Then|First|Second|Third|Earth|Sirens|Success"
)
_NOT_A_BODY = (
    r"(?:[A-Z]{1,3}BM|MLRS|MIRV|SAM|HGV|EEZ|ADIZ|NLL|DMZ|GMT|UTC|KST|JST|EST|EDT|IST|PST|AM|PM|US|UK|TV|ID|OK)\b"
)
_PART = r"[A-Z][\wà-ÿ'’]*(?:-[A-Za-zà-ÿ]+)*"
NAME_RUN = re.compile(
    rf"\b(?!(?:{_NOT_A_NAME})\b)(?:(?:[A-Z]\.\s?){{1,4}}[A-Z][\w-]+|{_PART}"
    rf"(?: (?:of (?:the )?|for (?:the )?|and (?=[A-Z]\w+ (?:Institute|Center|Centre|Agency))|al-|bin |de |van )?"
    rf"(?:[A-Z]\.\s?)?(?!(?:{_NOT_A_NAME})\b(?!-)){_PART}){{1,6}}|(?<![.\w-])(?!{_NOT_A_BODY})[A-Z]{{2,6}}\b(?![-.]))"
)
ORGANISATION = re.compile(
    r"\b(?:Agency|Institutes?|University|Cent(?:er|re)|Press|News|Times|Post|Group|Council|Organi[sz]ation|Command"
    r"|Forces?|Service|Office|Department|Committee|Commission|Association|Party|Networks?|Administration|Bureau|Ministry"
    r"|Union|Research|Survey|Observatory|Journal|Daily|Herald|Radio|Television|TV|Media|Project|Programme|Program"
    r"|Foundation|Academy|Team|Board|Authority|Corps|Guard|House|Society|Laboratory|Initiative)\b|^[A-Z]{2,6}$"
)

PLURAL_ROLE = re.compile(
    r"\b(?:(?P<defence_ministry>[Dd]efen[cs]e ministries|ministries of defen[cs]e)"
    r"|(?P<foreign_ministry>[Ff]oreign ministries)"
    r"|(?P<military>[Mm]ilitaries|armed forces)|(?P<government>[Gg]overnments)|(?P<coast_guard>[Cc]oast ?guards))\b"
)
OF_STATE = re.compile(r" (?:of|in|for|from) (?:the )?")
AT_BODY = re.compile(r" (?:at|from|of|with|in|for|on) ")
OFFICER = re.compile(
    r"(?:['’]s)? (?P<word>(?:chief )?spokes(?:man|woman|person)|officials?|sources?|officers?)\b", re.IGNORECASE
)
SPOKES_BEHIND = re.compile(r", (?:an? |the )?(?:\w+ )?spokes(?:man|woman|person) (?:for|of|at) (?:the )?")
PRONOUN = re.compile(
    r"\b(?:(?P<he>[Hh]e|[Ss]he)|(?P<it>[Ii]t)|(?P<they>[Tt]hey)"
    r"|[Tt]he (?P<noun>agency|statement|ministry|broadcaster|regime|report|official|spokes(?:man|woman|person)"
    r"|minister|body|network|newspaper|organi[sz]ation|command|dispatch|professor|analyst|expert|country|outlet"
    r"|secretary|dictator|group|source|sources|officials|experts|analysts|president|prime minister|leader)(?! [A-Z]))\b"
)
ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ne|[Oo]ur) \Z")
KOREAN = words_of(
    "Kim Lee Park Choi Choe Yoon Moon Han Shin Chung Jeong Jung Yang Cho Kang Ri Pak Ryu Rim Hong Yoo Koo Kwon"
)


@dataclass(frozen=True, slots=True)
class Group:
    """Unnamed people: where the phrase begins and ends, its adjectives and its noun."""

    start: int
    noun_start: int
    end: int
    adjectives: tuple[str, ...]
    noun: str


@dataclass(frozen=True, slots=True)
class Titled:
    """A title and the name behind it."""

    start: int
    name_start: int
    end: int
    title: str
    name: str


def phrases(text: str) -> tuple[tuple[Group, ...], tuple[Titled, ...]]:
    """The unnamed groups and the titled names of a text, in one pass over its words."""
    words = [(m.start(), m.end(), m[0].lower()) for m in _WORD.finditer(text)]
    groups: list[Group] = []
    titled: list[Titled] = []
    for number, (start, end, word) in enumerate(words):
        if word in _TITLES and (m := _AFTER_TITLE.match(text, end)) and m["name"].split()[0].lower() not in _TITLES:
            first = _reach(text, words, number, _BEFORE_TITLE)
            titled.append(Titled(first, m.start("name"), m.end(), text[first : m.start("name")], m["name"]))
        elif word in _PEOPLE:
            first = _reach(text, words, number, _KEPT | _DROPPED)
            groups.append(Group(first, start, end, tuple(text[first:start].replace(",", " ").split()), word))
    return tuple(groups), tuple(titled)


def _reach(text: str, words: list[tuple[int, int, str]], number: int, allowed: frozenset[str]) -> int:
    """Where the run of allowed words that ends before this one begins."""
    at = words[number][0]
    for start, end, word in reversed(words[max(0, number - 6) : number]):
        if word not in allowed or text[end:at].strip(",.") != " ":
            break
        at = start
    return at


def unnamed_name(group: Group, state: str | None) -> str:
    """The canonical name of an unnamed group: state or demonym, what kind of people, singular kept."""
    kept = [a for a in group.adjectives if a.lower() in _KEPT]
    if group.noun.startswith(("analyst", "expert", "observer", "report")):
        kept = [a for a in kept if a[0].isupper()]
    if group.noun in ("source", "sources") and not kept and state is None:
        return f"unnamed {group.noun}"
    words = [a if a == "Western" else a.lower() for a in kept]
    return " ".join([*([state] if state else []), *words, group.noun])
