"""Role phrases that can speak without being named: "the defence ministry", "a senior military official", "state media"."""

import re

from reportedly.extract.attribution_lexicon import words_of

_PEOPLE = (
    r"officials?|sources?|analysts?|experts?|observers?|scientists?|seismologists?|researchers?|diplomats?|lawmakers?|legislators?"
    r"|officers?|witnesses|residents|commentators?|specialists?|correspondents?|aides?|investigators?|critics|monitors"
    r"|spokes(?:man|woman|person|people)|newsreader|anchor|authorities|ministers|leaders|reports|group"
)
_KEPT = words_of(
    "military government defense defence intelligence police administration ministry county western embassy presidential "
    "diplomatic foreign security state city regional provincial army navy emergency sanctions"
)
_DROPPED = (
    r"senior|top|high-ranking|ranking|unidentified|unnamed|anonymous|informed|nuclear|missile|weapons|some|many|several|most|other"
    r"|another|local|independent|outside|former|political|industry|leading|current|two|three|various|military-diplomatic|seismic"
    r"|well-informed|certain|private|arms|arms control|proliferation|public|early|first|initial|later|previous|news|monitoring"
)
_MODIFIER = "|".join((_DROPPED, *sorted(_KEPT | {k.capitalize() for k in _KEPT})))
UNNAMED = re.compile(rf"\b(?P<mods>(?:(?:{_MODIFIER})(?:,)?\s+)*)(?P<noun>{_PEOPLE})\b", re.IGNORECASE)
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
SPOKESMAN = re.compile(r"spokes(?:man|woman|person)", re.IGNORECASE)


_NOT_A_NAME = (
    r"The|In|On|At|It|Its|He|His|She|Her|They|Their|This|That|These|Those|But|And|After|Before|When|While|As|If|For|From|With|According"
    r"|North|South|East|West|Sea|Mr|Last|Earlier|Later|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April"
    r"|May|June|July|August|September|October|November|December|Prime|President|Minister|Foreign|Defen[cs]e|Leader|General|Experts|Analysts"
    r"|Citing|Quoting|Some|Many|Several|Two|Three|One|Both|Korean|Japanese|Chinese|Russian|Speaking|No|Security|Posted|Published|Updated|Photo"
)
NAME_RUN = re.compile(
    rf"\b(?!(?:{_NOT_A_NAME})\b)(?:(?:[A-Z]\.\s?){{1,4}}[A-Z][\w-]+|[A-Z][\wà-ÿ]*(?:-[A-Za-zà-ÿ]+)*"
    rf"(?:\s+(?:of (?:the )?|for (?:the )?|and (?=[A-Z]\w+ (?:Institute|Center|Centre|Agency))|al-|bin |de |van )?(?:[A-Z]\.\s?)?(?!(?:{_NOT_A_NAME})\b(?!-))[A-Z][\wà-ÿ'’]*(?:-[A-Za-zà-ÿ]+)*){{1,6}}|[A-Z]{{2,6}}\b)"
)
ORGANISATION = re.compile(
    r"\b(?:Agency|Institutes?|University|Cent(?:er|re)|Press|News|Times|Post|Group|Council|Organi[sz]ation|Command|Forces?|Service|Office|Department"
    r"|Committee|Commission|Association|Party|Networks?|Administration|Bureau|Ministry|Union|Research|Survey|Observatory|Journal|Daily|Herald|Radio"
    r"|Television|TV|Media|Project|Programme|Program|Foundation|Academy|Team|Board|Authority|Corps|Guard|House|Society|Laboratory|Initiative)\b"
    r"|^[A-Z]{2,6}$"
)
STUDIES = re.compile(r"professor|analyst|expert|researcher|scientist|fellow|academic|scholar|director", re.IGNORECASE)

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
    r"|secretary|dictator|group|source|sources|officials|experts|analysts|president|prime minister|leader))\b"
)
ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ne|[Oo]ur) \Z")
KOREAN = words_of(
    "Kim Lee Park Choi Choe Yoon Moon Han Shin Chung Jeong Jung Yang Cho Kang Ri Pak Ryu Rim Hong Yoo Koo Kwon"
)


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
