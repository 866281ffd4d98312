"""Phrases that can speak without a name the codebook knows: "a senior military official", "Professor Jane Doe"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.extract.attribution_lexicon import words_of
from reportedly.fields.gated import Gated

_PEOPLE = words_of(
    "official officials source sources analyst analysts expert experts observer observers scientist scientists "
    "seismologist seismologists researcher researchers diplomat diplomats lawmaker lawmakers legislator legislators "
    "officer officers witnesses residents commentator commentators specialist specialists correspondent correspondents "
    "aide aides envoys negotiators inspectors investigator investigators critics monitors spokesman spokeswoman spokesperson spokespeople newsreader "
    "anchor authorities ministers leaders governments powers capitals nations states companies allies directors reports group estimates accounts figures findings"
)
_KEPT = words_of(
    "military government defense defence intelligence police administration ministry county western embassy "
    "european asian arab gulf allied participating opposition presidential diplomatic foreign security state city regional provincial army navy emergency sanctions"
)
_DROPPED = words_of(
    "senior top high-ranking ranking unidentified unnamed anonymous informed nuclear missile weapons some many several "
    "most other another local independent outside former political industry leading current two three various seismic "
    "well-informed certain private arms control proliferation public early first initial later previous news monitoring"
)
_POSSESSIVE = re.compile(r"['’]s?\Z")
_STAFF = frozenset({"Staff", "Staffs", "Assembly", "Election", "Affairs", "Missile", "Political"})
_REGIONS = frozenset({"Western", "European", "Asian", "Arab", "Gulf"})
_TITLES = words_of(
    "president minister premier secretary secretary-general leader chancellor spokesman spokeswoman spokesperson "
    "adviser advisor ambassador governor mayor chairman chairwoman chair director professor analyst expert researcher "
    "scientist fellow commander general gen colonel col lt maj brig admiral adm captain capt mr mrs ms dr prof senator "
    "sen rep representative lawmaker official correspondent reporter chief envoy"
)
_SHORT_TITLES = words_of("gen lt maj brig adm capt col mr mrs ms dr prof sen rep")
_BEFORE_TITLE = words_of(
    "acting deputy vice senior chief former first assistant prime foreign defence defense unification interior cabinet "
    "finance security national nuclear secretary gen maj brig lt col of state"
)
_NAME = (
    r"(?:(?:[A-Z]\.\s?){1,4}[A-Z][\w'’-]+|[A-Z][a-zà-ÿ'’]+(?:-[A-Za-zà-ÿ]+)*"
    r"(?:\s+(?:(?:[A-Z]\.\s?)|al-|bin |de |van |von )?[A-Z][\w'’à-ÿ]*[a-zà-ÿ](?:-[A-Za-zà-ÿ]+)*){0,3})"
)
_AFTER_TITLE = re.compile(rf"(?:[- ][Gg]eneral)?(?: of (?:State|Defen[cs]e|War))?(?P<gap>\. |, | )(?P<name>{_NAME})")
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
_NO_FIRST_NAME = re.compile(_NOT_A_NAME)
_LABELS = "UPDATE|UPDATED|BREAKING|WATCH|LIVE|NOTE|FILE|PHOTO|VIDEO|READ|NEWS|WHAT|WHY|HOW"
_NOT_A_BODY = (
    rf"(?:(?:{_LABELS})\b)|"
    r"(?:[A-Z]{1,3}BM|MLRS|MIRV|SAM|HGV|EEZ|ADIZ|NLL|DMZ|GMT|UTC|KST|JST|EST|EDT|IST|PST|AM|PM|US|UK|TV|ID|OK)\b"
)
_PART = r"[A-Z][\wà-ÿ'’]*(?:-[A-Za-zà-ÿ]+)*"
NAME_RUN = re.compile(
    rf"\b(?!(?:{_NOT_A_NAME})\b)(?:(?:[A-Z]\.\s?){{1,4}}(?!(?:{_NOT_A_NAME})\b)[A-Z][\w-]+|{_PART}"
    rf"(?: (?:of (?:the )?|for (?:the )?|and (?=[A-Z]\w+ (?:Institute|Cent(?:er|re)|Agency|Forum|Council|Association|Organi[sz]ation|Committee|Commission|Foundation|Society|Network|Studies|Administration|Department|University))|al-|bin |de |van )?"
    rf"(?:[A-Z]\.\s?)?(?!(?:{_NOT_A_NAME})\b(?!-)){_PART}){{1,6}}|(?<![.\w-])(?!{_NOT_A_BODY})[A-Z]{{2,6}}\b(?![-.]))"
)
# What a body of an unknown name is, by a word of its name; the first that fits.
_KINDS: Mapping[str, str] = {
    "outlet": "Press|News|Times|Post|Journal|Daily|Herald|Radio|Television|TV|Media|Networks?|Tribune|Gazette|Broadcasting"
    r"|Channel(?= \d)|Telegraph|Chronicle|Magazine",
    "academic": "University|Academy|College|School",
    "thinktank": "Institutes?|Cent(?:er|re)|Foundation|Research|Project|Initiative|Society|Programme|Program|Institution"
    "|Endowment|Forum",
    "science": "Survey|Observatory|Laboratory|Seismological",
    "command": "Command|Corps|Guards?|Forces?|Army|Navy|Fleet|Brigade|Division|Regiment|Garrison|Headquarters",
    "government": "Agency|Service|Office|Department|Committee|Commission|Administration|Bureau|Ministry|Authority"
    "|Directorate|Secretariat|Organi[sz]ation|Embassy|Cabinet|Parliament|Mission|Defen[cs]e|Security",
    "claimant": "Group|Council|Association|Party|Union|Team|Board|House|Corporation|Company|Corp|Inc|Industries"
    "|Systems|Technologies|Aerospace|Movement|Coalition|Alliance|Front",
}
ORGANISATION = re.compile(
    "|".join(rf"\b(?P<{kind}>(?:{words})\b)" for kind, words in _KINDS.items()) + "|(?P<acronym>^[A-Z]{2,6}$)"
)
_NO_SPEAKER = re.compile(
    r"\d|\b(?:Vehicle|Missiles?|Rockets?|Launcher|Shield|Exercise|Operation|Treaty|Act|Agreement|Sea|Ocean|Island|Islands"
    r"|Airport|Base|Peninsula|Province|County|City|River|Mountain|Strait|Gulf|Bay|Day|Time|War|Games|Olympics|Prize"
    r"|Picture|Facts|Hands|Story|Photos|Tower|Hills?|Resolution|Cup|Summit|Range|Site|Station|Street|Road|Satellite|Spaceport|Cosmodrome|Dome|Sling|Arrow"
    r"|I{2,3}|IV|VI{0,3})\b"
)


def organisation_kind(name: str) -> str | None:
    """What kind of body a name is of, by its words; None for a name of none."""
    found = {m.lastgroup for m in ORGANISATION.finditer(name)}
    return next((("claimant" if k == "acronym" else k) for k in (*_KINDS, "acronym") if k in found), None)


def is_person(name: str) -> bool:
    """Whether a run of capitalised words may be a person's name."""
    return " " in name and not name.isupper() and _NO_SPEAKER.search(name) is None


PLURAL_ROLE = Gated(
    r"\b(?:(?P<defence_ministry>[Dd]efen[cs]e ministries|ministries of defen[cs]e)"
    r"|(?P<foreign_ministry>[Ff]oreign ministries)"
    r"|(?P<military>[Mm]ilitaries|armed forces)|(?P<government>[Gg]overnments)|(?P<coast_guard>[Cc]oast ?guards))\b"
)
OF_STATE = re.compile(r" (?:of|in|for|from) (?:the )?")
OF_NAMED = re.compile(r" (?:of|at|for) (?:the |a )?[A-Z]")
AT_BODY = re.compile(r" (?:at|from|of|with|in|for|on) ")
OFFICER = re.compile(
    r"(?:['’]s)? (?P<word>(?:chief )?spokes(?:man|woman|person)|officials?|sources?|officers?"
    r"|(?:chief|head|commander|director)(?! (?:of|(?-i:[A-Z]))))\b",
    re.IGNORECASE,
)
MEDIUM = re.compile(
    r"(?:['’]s)?(?: (?:state|official|public|national|semi-official|news|media|television|TV|radio|wire|daily))*"
    r" (?:agency|service|network|television|TV|radio|newspaper|website|channel|broadcaster|daily|outlet|wire|magazine)\b"
)
PERSONS_OFFICE = re.compile(r"['’]s? (?:office|spokes(?:man|woman|person)|team|press secretary)\b")
SPEAKS_FOR = re.compile(
    r"\b(?:[a-z-]+ )?(?:spokes(?:man|woman|person)|press secretary) for (?:(?:the |then-|former )?(?:UN|U\.N\.) (?:chief )?|the )?\Z",
    re.IGNORECASE,
)
SPOKES_BEHIND = re.compile(r", (?:an? |the )?(?:\w+ )?spokes(?:man|woman|person) (?:for|of|at) (?:the )?")
# Bodies as a later sentence names them, by the last word of their name ("the council", "the centre").
SHORT_BODIES = words_of(
    "agency ministry broadcaster network newspaper outlet magazine body organisation organization command group office council committee "
    "party company firm manufacturer institute institution department center centre service commission bureau union bloc alliance "
    "association authority panel assembly watchdog foundation corporation observatory laboratory secretariat channel station mission"
)
PRONOUN = Gated(
    r"\b(?:(?P<he>[Hh]e|[Ss]he)|(?P<it>[Ii]t)|(?P<they>[Tt]hey)|(?P<others>[Oo]thers)"
    r"|[Tt]he (?P<noun>(?i:statement|regime|report|official|spokes(?:man|woman|person)"
    r"|minister|dispatch|professor|analyst|expert|country"
    r"|secretary|dictator|source|sources|officials|experts|analysts|president|prime minister|leader"
    rf"|{'|'.join(sorted(SHORT_BODIES))}))\b(?! [A-Z]| of\b)"
    r"|(?P<both>(?:[Bb]oth|[Tt]he (?:two|three)) (?:countries|states|sides|governments|nations|allies|militaries|ministries"
    r"|neighbou?rs|capitals)))\b"
)
# What makes a role part of another noun ("a military attaché"), a body's name longer, or a state its owner.
COMPOUND = re.compile(
    r" (?:attach[ée]s?|experts?|analysts?|commentators?|historians?|specialists?|engineers?|personnel|aircraft|bases?"
    r"|drills?|exercises?|parades?|activit(?:y|ies)|actions?|cooperation|pact|satellites?|technology|power|might|secrets?)\b"
)
WIDER = re.compile(
    r"(?:\b(?:[A-Z]\w+ and |Second |First |Defen[cs]e |Security |Foreign |General |Joint |National |Nuclear |Land and ))+\Z"
)
OWNED = re.compile(r"[^'’]+['’]s? ")
ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ne|[Oo]ur) \Z")
NUMBERED = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ne|[Oo]ur|[Tt]wo|[Tt]hree|[Ff]our|[Ss]everal|[Ss]ome|[Mm]any|[Mm]ost|[Oo]ther|[Bb]oth) \Z"
)
PRAISED = re.compile(
    r"\b(?:[Ss]enior|[Tt]op|[Hh]igh-ranking|[Rr]anking|[Uu]nidentified|[Uu]nnamed|[Aa]nonymous|[Uu]nspecified|[Ff]ormer|[Rr]etired"
    r"|[Oo]ther|[Ss]econd|[Ll]ocal|[Cc]urrent) \Z"
)
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

    @property
    def kinds(self) -> tuple[str, ...]:
        """The adjectives that tell what kind of people they are."""
        return tuple(a for a in self.adjectives if a.lower() in _KEPT)

    @property
    def of_region(self) -> bool:
        """Whether they are of a region and so of no state: "European diplomats in Seoul"."""
        return any(a in _REGIONS for a in self.adjectives)


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
        ends = text[end : end + 1] == "." and word not in _SHORT_TITLES  # "said the official. He added"
        m = _AFTER_TITLE.match(text, end) if word in _TITLES and not ends else None
        if m and _may_follow_title(m["name"]) and (" " in m["name"] or m["gap"] != ", "):
            first = _reach(text, words, number, _BEFORE_TITLE)
            name = _POSSESSIVE.sub("", m["name"])
            stop = m.start("name") + len(name)
            titled.append(Titled(first, m.start("name"), stop, text[first : m.start("name")], name))
        elif word in _PEOPLE:
            first = _reach(text, words, number, _KEPT | _DROPPED)
            groups.append(Group(first, start, end, tuple(text[first:start].replace(",", " ").split()), word))
    return tuple(groups), tuple(titled)


def _may_follow_title(name: str) -> bool:
    """Whether the words behind a title are a name: not in "General Staff" or "Secretary General"."""
    first = name.split(maxsplit=1)[0]
    return (
        first.lower() not in _TITLES
        and first not in _STAFF
        and not _NO_FIRST_NAME.fullmatch(first)
        and organisation_kind(name) is None
    )


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
    kept = list(group.kinds)
    if group.noun.startswith(("analyst", "expert", "observer", "report")):
        kept = [a for a in kept if a[0].isupper()]
    if group.noun in ("source", "sources") and not kept and state is None:
        return f"unnamed {group.noun}"
    words = [a if a in _REGIONS else a.lower() for a in kept]
    return " ".join([*([state] if state else []), *words, group.noun])
