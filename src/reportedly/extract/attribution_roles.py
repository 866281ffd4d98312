"""Role phrases that can speak without being named: "the defence ministry", "a senior military official", "state media"."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Role:
    """A role: the template of its canonical English name ({n} state, {d} demonym), its class, whether it is people."""

    key: str
    template: str
    kind: str
    pattern: str
    person: bool = False


INSTITUTIONS: tuple[Role, ...] = (
    Role("joint_chiefs", "{n} Joint Chiefs of Staff", "detector", r"[Jj]oint [Cc]hiefs(?: of [Ss]taff)?|JCS"),
    Role(
        "defence_ministry",
        "{n} Ministry of Defense",
        "detector",
        r"[Mm]inistr(?:y|ies) of (?:[Nn]ational )?[Dd]efen[cs]e|(?:[Nn]ational )?[Dd]efen[cs]e [Mm]inistr(?:y|ies)|[Dd]efen[cs]e [Dd]epartment|MND",
    ),
    Role(
        "foreign_ministry",
        "{n} Foreign Ministry",
        "claimant",
        r"[Ff]oreign [Mm]inistr(?:y|ies)|[Mm]inistry of (?:Foreign|External) Affairs|[Ff]oreign [Oo]ffice",
    ),
    Role("unification_ministry", "{n} Unification Ministry", "claimant", r"[Uu]nification [Mm]inistry"),
    Role(
        "ministry",
        "{n} {W}",
        "claimant",
        r"[Mm]inistry of [A-Z][a-z]+(?: and [A-Z][a-z]+)?|(?:[Ii]nterior|[Tt]ransport|[Ee]nvironment|[Ff]inance|[Tt]rade) [Mm]inistry",
    ),
    Role("coast_guard", "{n} Coast Guard", "detector", r"[Cc]oast ?[Gg]uards?"),
    Role("air_force", "{d} Air Force", "command", r"[Aa]ir [Ff]orce"),
    Role("navy", "{d} Navy", "command", r"[Nn]avy"),
    Role("general_staff", "{d} General Staff", "command", r"[Gg]eneral [Ss]taff"),
    Role("military", "{d} military", "detector", r"[Mm]ilitar(?:y|ies)|[Aa]rmed [Ff]orces|[Aa]rmy|[Dd]efen[cs]e [Ff]orces?"),
    Role("security_council", "{n} National Security Council", "command", r"[Nn]ational [Ss]ecurity [Cc]ouncil|NSC"),
    Role(
        "presidency",
        "{n} Presidential Office",
        "claimant",
        r"[Pp]residential [Oo]ffice|[Pp]resident['’]s [Oo]ffice|[Pp]residency",
    ),
    Role(
        "premiership",
        "{n} Prime Minister's Office",
        "claimant",
        r"[Pp]rime [Mm]inister['’]s [Oo]ffice|[Cc]abinet [Oo]ffice",
    ),
    Role("intelligence", "{d} intelligence", "intel", r"(?:[Ss]py|[Ii]ntelligence) (?:[Aa]genc(?:y|ies)|[Ss]ervices?)|[Ii]ntelligence(?! (?:official|source|officer))"),
    Role("weather", "{d} weather agency", "science", r"(?:[Ww]eather|[Mm]eteorolog(?:y|ical)) (?:[Aa]gency|[Aa]dministration|[Oo]ffice|[Bb]ureau)"),
    Role("seismic", "{d} earthquake agency", "science", r"[Ee]arthquake (?:[Aa]gency|[Aa]dministration|[Nn]etworks? [Cc]ent(?:er|re)|[Bb]ureau)"),
    Role("space", "{d} space agency", "claimant", r"(?:[Ss]pace|[Aa]erospace) (?:[Aa]gency|[Aa]dministration)"),
    Role(
        "state_media",
        "{d} state media",
        "state_media",
        r"(?:[Ss]tate(?:[ -](?:run|controlled|owned|backed))?|[Oo]fficial|[Gg]overnment-run) (?:news )?(?:media|outlets?|agency|agencies|press|newspapers?|broadcasters?)",
    ),
    Role("state_tv", "{d} state TV", "state_media", r"[Ss]tate(?:[ -](?:run|controlled|owned))? (?:TV|[Tt]elevision|radio)|[Tt]elevision anchor"),
    Role("media", "{d} media", "outlet", r"(?:[Ll]ocal |[Nn]ews )?[Mm]edia(?: reports| outlets)?|newspapers?|broadcasters?"),
    Role("authorities", "{d} authorities", "unnamed", r"[Aa]uthorities"),
    Role("government", "{d} government", "claimant", r"[Gg]overnment(?! (?:official|source|offic|spokes|building))"),
)  # fmt: skip

_PEOPLE = (
    r"officials?|sources?|analysts?|experts?|observers?|scientists?|seismologists?|researchers?|diplomats?|lawmakers?|legislators?"
    r"|officers?|witnesses|residents|commentators?|specialists?|correspondents?|aides?|investigators?|critics|monitors"
    r"|spokes(?:man|woman|person|people)|newsreader|anchor|authorities|ministers|leaders|reports|group"
)
_KEPT = frozenset(
    ["military", "government", "defense", "defence", "intelligence", "police", "administration", "ministry", "county", "western", "embassy", "presidential", "diplomatic", "foreign", "security", "state", "city", "regional", "provincial", "army", "navy", "emergency", "sanctions"]
)
_DROPPED = (
    r"senior|top|high-ranking|ranking|unidentified|unnamed|anonymous|informed|nuclear|missile|weapons|some|many|several|most|other"
    r"|another|local|independent|outside|former|political|industry|leading|current|two|three|various|military-diplomatic|seismic"
    r"|well-informed|certain|private|arms|arms control|proliferation|public|early|first|initial|later|previous|news|monitoring"
)
_MODIFIER = "|".join((_DROPPED, *sorted(_KEPT | {k.capitalize() for k in _KEPT})))
UNNAMED = re.compile(rf"\b(?P<mods>(?:(?:{_MODIFIER})(?:,)?\s+)*)(?P<noun>{_PEOPLE})\b", re.IGNORECASE)
INSTITUTION = re.compile("|".join(rf"(?P<{r.key}>\b(?:{r.pattern})\b)" for r in INSTITUTIONS))
BY_KEY = {r.key: r for r in INSTITUTIONS}

TITLE = (
    r"(?:[Aa]cting |[Dd]eputy |[Vv]ice |[Ss]enior |[Cc]hief |[Ff]ormer |[Ff]irst |[Aa]ssistant )*"
    r"(?:[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier|(?:[A-Za-z]+ )?[Mm]inister|[Ss]ecretary(?:[ -][Gg]eneral)?(?: of (?:State|Defen[cs]e))?"
    r"|(?:[Cc]hief )?[Cc]abinet [Ss]ecretary|[Ll]eader|[Cc]hancellor|[Ss]pokes(?:man|woman|person)|[Aa]dviser|[Aa]dvisor"
    r"|[Aa]mbassador|[Gg]overnor|[Mm]ayor|[Cc]hairman|[Cc]hair|[Dd]irector(?:[ -][Gg]eneral)?|[Pp]rofessor|[Aa]nalyst|[Ee]xpert|[Rr]esearcher"
    r"|[Ss]cientist|[Ff]ellow|[Cc]ommander|[Gg]eneral|[Gg]en\.|[Cc]olonel|[Cc]ol\.|[Ll]t\.|[Mm]aj\.|[Bb]rig\.|[Aa]dm(?:iral|\.)|[Cc]apt(?:ain|\.)"
    r"|[Mm]r\.?|[Mm]rs\.?|[Mm]s\.?|[Dd]r\.?|[Pp]rof\.|[Ss]en(?:ator|\.)|[Rr]ep(?:resentative|\.)|[Ll]awmaker|[Oo]fficial|[Cc]orrespondent|[Rr]eporter|[Cc]hief)"
)
NAME = (
    r"(?:(?:[A-Z]\.\s?){1,4}[A-Z][\w'’-]+|[A-Z][a-zà-ÿ'’]+(?:-[A-Za-zà-ÿ]+)*"
    r"(?:\s+(?:(?:[A-Z]\.\s?)|al-|bin |de |van |von )?[A-Z][\w'’à-ÿ]*[a-zà-ÿ](?:-[A-Za-zà-ÿ]+)*){1,3})"
)
TITLED = re.compile(rf"(?P<title>\b{TITLE}(?:,? {TITLE})*),?\s+(?P<name>{NAME}|[A-Z][a-z]+(?:-[a-z]+)?)")
BARE_TITLE = re.compile(
    r"\b(?P<title>(?:[Aa]cting )?(?:[Pp]rime [Mm]inister|(?:[Dd]efen[cs]e|[Ff]oreign|[Uu]nification) [Mm]inister|[Cc]hief [Cc]abinet [Ss]ecretary"
    r"|[Pp]resident|[Ll]eader))\b(?! [A-Z])"
)
SPOKESMAN = re.compile(r"spokes(?:man|woman|person)", re.IGNORECASE)


def role_of(match: re.Match[str]) -> Role:
    """The institution this match of `INSTITUTION` names."""
    return BY_KEY[str(match.lastgroup)]


def unnamed_name(mods: str, noun: str, state: str | None) -> str:
    """The canonical name of an unnamed group: state or demonym, what kind of people, singular kept."""
    noun = noun.lower()
    kept = [m.strip(",") for m in mods.split() if m.strip(",").lower() in _KEPT]
    if noun.startswith(("analyst", "expert", "observer", "report")):
        kept = [m for m in kept if m[0].isupper()]
    if noun.startswith("source") and not kept and state is None:
        return "unnamed sources" if noun == "sources" else "unnamed source"
    words = [w if w == "Western" else w.lower() for w in kept]
    return " ".join([*([state] if state else []), *words, noun])


_NOT_A_NAME = (
    r"The|In|On|At|It|Its|He|His|She|Her|They|Their|This|That|These|Those|But|And|After|Before|When|While|As|If|For|From|With|According"
    r"|North|South|East|West|Sea|Mr|Last|Earlier|Later|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April"
    r"|May|June|July|August|September|October|November|December|Prime|President|Minister|Foreign|Defen[cs]e|Leader|General|Experts|Analysts"
    r"|Citing|Quoting|Some|Many|Several|Two|Three|One|Both|Korean|Japanese|Chinese|Russian|Speaking|No|Security|Posted|Published|Updated|Photo"
)
NAME_RUN = re.compile(
    rf"\b(?!(?:{_NOT_A_NAME})\b)(?:(?:[A-Z]\.\s?){{1,4}}[A-Z][\w-]+|[A-Z][\wà-ÿ]*(?:-[A-Za-zà-ÿ]+)*"
    rf"(?:\s+(?:of (?:the )?|for |and (?=[A-Z]\w+ (?:Institute|Center|Centre|Agency))|al-|bin |de |van )?(?:[A-Z]\.\s?)?(?!(?:{_NOT_A_NAME})\b(?!-))[A-Z][\wà-ÿ'’]*(?:-[A-Za-zà-ÿ]+)*){{1,6}}|[A-Z]{{2,6}}\b)"
)
ORGANISATION = re.compile(
    r"\b(?:Agency|Institutes?|University|Cent(?:er|re)|Press|News|Times|Post|Group|Council|Organi[sz]ation|Command|Forces?|Service|Office|Department"
    r"|Committee|Commission|Association|Party|Networks?|Administration|Bureau|Ministry|Union|Research|Survey|Observatory|Journal|Daily|Herald|Radio"
    r"|Television|TV|Media|Project|Programme|Program|Foundation|Academy|Team|Board|Authority|Corps|Guard|House|Society|Laboratory|Initiative)\b"
    r"|^[A-Z]{2,6}$"
)
STUDIES = re.compile(r"professor|analyst|expert|researcher|scientist|fellow|academic|scholar|director", re.IGNORECASE)
