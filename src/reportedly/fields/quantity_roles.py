"""What a measured amount is of: flown, climbed, a weapon's range, how far from a place.

The word right behind an amount rules it ("km high", "km away"), then a word of what could be, then the nearest word of
measure before it ("flew", "an altitude of"); one that has its amount already gives no second, save in a list.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.fields.gated import Gated

_COMPASS = r"(?:north|south|east|west)[\w-]*(?:[- ](?:north|south|east|west)\w*)?"
_CAPABLE = re.compile(
    r"\b(?:able to|capable of|as a rule|usually|typically|normally|generally|routinely|can|could|would|should|must|might|may|will|(?:has|have|had|needs?) to"
    r"|designed to|enough to|potentially|theoretically|in (?:the|a) (?:usual|typical|normal) \w+"
    r"|(?:is|are) (?:believed|thought|said|estimated|known|understood|reported) to(?= (?:fly|travel|go|reach|cover)\b))"
    r"(?! have (?!(?:flown|gone|travel\w*|had|reached out)\b))(?<!may have)(?<!might have)(?:\s(?!(?:flew|went|travell?ed|covered|rose|climbed|reached|fell|landed|was|were)\b)[\w'’-]+){1,12}\s*$",
    re.IGNORECASE,
)
_COULD_AIM = re.compile(
    r"\b(?:can|could|would|might|may|will|able to|capable of|(?:designed|built|made|meant|intended|expected|supposed|developed|ought|has|have|is|are|was|were|be) to|enough to)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(  # a flight that was not: "if flown on a normal path it could have reached"
    r"\bwould have\b(?:\s[\w'’-]+){1,6}\s*$|\b(?:supposed|planned|meant|intended|scheduled|due|was|were)\b(?:(?!\b(?:seen|reported|believed|thought|said|found|tracked|estimated|assessed)\b)[^.;,]){0,36}\bto (?:have )?(?:flown|fly|travel\w*|cover\w*|gone?)\b(?:\s[\w'’-]+){0,4}\s*$|\b(?:if|standard|normal|flatter)\b[^.;]*\bcould have\b(?:\s[\w'’-]+){1,4}\s*$",
    re.IGNORECASE,
)
_NEVER = re.compile(  # other flights
    r"\bnever (?:before|yet|in)\b[^.;,]*$|\bnever\b[^.;,]*\b(?:gone|flown|been)\b[^.;,]*$|\bno \w+ \w+ (?:has|had) (?:ever |yet )?[^.;,]*$",
    re.IGNORECASE,
)
_BETWEEN_PLACES = re.compile(  # a distance on the map
    r"\bdistance (?:from|between) (?-i:[A-Z])[\w-]+ (?:to|and) (?-i:[A-Z])[\w-]+ (?:is|was|being|of)\b[^.;,]{0,20}$",
    re.IGNORECASE,
)
_CRAFT_FLEW = re.compile(
    r"(?<!\bfrom )(?<!\bby )(?<!\ba )(?<!\ban )\b(?:jets|(?:war)?planes|aircraft|bombers?|fighters|helicopters?|drones?|balloons?|submarines?|ships?|boats?)\b"
    r"(?:(?!\b(?:missiles?|rockets?|projectiles?|weapons?|shells?|which|that|it|they|launch\w*|fir(?:ed|ing)|releas\w*|dropp\w*|carr\w*)\b)[^.;]){0,60}?"
    r"\b(?:flew|flown|flying|travell?ed|sailed|moved|covered|covering|went)\b[^.;,]{0,20}$",
    re.IGNORECASE,
)
_LIES = re.compile(  # where a place is: "the base lies 70 km from the launch pad"
    r"\b(?:lies?|lay|sits?|stands?|located|situated|based|(?P<is>is|are|was|were))(?: (?:just|only|roughly|about|some))? $",
    re.IGNORECASE,
)
_WHERE_IT_FELL = re.compile(
    r"\b(?:fall|impact|landing|splashdown|crash|target|missile|projectile|rocket|it)\b", re.IGNORECASE
)
_SEEN_FROM = re.compile(r"\b(?:from|as (?:close|near) as) $")
_TO_MORE = re.compile(r"\s(?:to|up to|and|or)\b")
_STAYED = re.compile(r"\b(?:stay|remain|kept|keep|h[eo]ld)\w* $", re.IGNORECASE)
_UNREACHED = re.compile(
    r"\b(?:head(?:ing|ed)|bound|on its way|en route|aim(?:ed|ing)|meant|intended|supposed|due)\b[^.;,]{0,50}$",
    re.IGNORECASE,
)
_GOT = re.compile(
    r"\b(?:got|gets|getting|climb\w*|ris\w+|rose|push\w*|soar\w*|sent|lift\w*|flung|hurled) $", re.IGNORECASE
)
_AS_FAR = re.compile(r"\bas far as\b", re.IGNORECASE)
_ORBITS = re.compile(
    r"\borbit(?:s|ed|ing|al)?\b(?:(?!\b(?:and|after)\b)[^,;.]){0,30}$|\bperigee (?:of|at|is|was)\b[^;,.]{0,15}$",
    re.IGNORECASE,
)
_MAY_HAVE_FLOWN = re.compile(
    r"\b(?:may|might) have (?:flown|travel\w*|covered|gone)(?:\s[\w'’-]+){0,3}\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, the role it gives, and the pattern that must fit right behind the amount, or end before it."""

    name: str
    role: str
    pattern: re.Pattern[str]


def behind(name: str, role: str, pattern: str) -> Rule:
    """A rule whose pattern must fit right behind the amount."""
    return Rule(name, role, re.compile(pattern, re.IGNORECASE))


_BEHIND: tuple[Rule, ...] = (
    behind(
        "within-reach",
        "range",
        r"\s(?:off|away|distant)? ?(?:is|are|were|was|lies?|(?:would|will|could) (?:be|lie|fall)) (?:well )?within (?:its|their|the)\b",
    ),
    behind(
        "record",
        "distance",
        r",? (?:it|this|that|the \w+) (?:was|is|marked|made)\b[^.;\d]{0,30}\b(?:longest|farthest|furthest)\b",
    ),
    behind("speed", "speed", r"\s?(?:/s\b|(?:per|a|each) (?:second|hour|minute)\b)"),
    behind("distance-noun-behind", "distance", r"\s(?:in )?(?:distance|downrange|down (?:the )?range|in range)\b"),
    behind(
        "behind-it",
        "distance",
        r"\s(?:behind (?:it|them)|(?:that |which )?(?:it|they|both|the (?:missile|projectile|rocket)s?) (?:had )?(?:flew|flown|travell?ed|covered|went)\b|(?:was|were|had been) (?:flown|covered|travell?ed)|on,)",
    ),
    behind(
        "from-launch-point",
        "distance",
        rf"\s(?:away )?(?:from|(?:to the )?{_COMPASS} (?:of|from)) (?:its|the|their|where) (?:\w+ ){{0,3}}?(?:launch|fir|start|t(?:ake|ook)[- ]?off|lift|pad\b|silo\b|origin\b|was|were|set off|left)",
    ),
    behind(
        "range-behind",
        "range",
        r"[-\s](?:of )?(?:potential |maximum )?(?:ranges?|reach)\b|\s(?:that|which) (?:defin|separat|mark)"
        r"|\s(?:threshold|class|limits?|cap|restriction|ceiling set)\b",
    ),
    behind(
        "high",
        "apogee",
        r"[-\s](?:(?:in|of) )?(?:altitude|high\b|height|apogee|peak\b|up\b(?! to)|above (?:the )?(?:earth|sea|ground"
        r"|surface)|into (?:space|the (?:sky|air|atmosphere)))",
    ),
    behind(
        "flight-behind", "distance", r"[-\s](?:long )?(?:estimate|flight|journey|trip|trajectory|path|course|arc)\b"
    ),
    behind(
        "over-the-ground",
        "distance",
        r"\s(?:(?:over|along|across) (?:the )?(?:ground|surface|earth|sea)\b|(?:farther|further) (?:on|off|away|east|west|north|south)\w*)",
    ),
    behind(
        "of-sea",
        "distance",
        r"[-\s](?:stretch|swathe?|expanse)\b|\sof (?:(?:the|open|empty|its|own) )*(?:sea|water|ocean|land|airspace|territory)\b",
    ),
    behind("for-distance", "distance", r"\s(?:for|in|of) (?:the )?(?:distance|range|length)\b(?! from)"),
    behind(
        "as-distance",
        "distance",
        r"\sas (?:the|its|their) (?:[\w-]+ ){0,2}?(?:distance|range flown|length of (?:the|its) flight)\b",
    ),
    behind(
        "as-height",
        "apogee",
        r"\sas (?:the|its|their) (?:[\w-]+ ){0,2}?(?:height|altitude|apogee|peak|highest point)\b",
    ),
    behind("for-height", "apogee", r"\s(?:for|in) (?:the )?(?:(?:maximum|peak|top) )?(?:altitude|height|apogee)\b"),
    behind("of-flight", "distance", r"\s(?:of|in|into) (?:its |the )?(?:\w+ )?(?:flight|travel)\b(?! plan)"),
    behind("manoeuvre", "other", r"[-\s](?:[a-z-]+ )?(?:man(?:oeu|eu)v\w*|sideways|sidewards|laterally|to the side)\b"),
    behind(
        "above",
        "apogee",
        r"\sabove (?:(?:the|its|their) (?:island|country|city|ocean|water|peninsula|archipelago|atmosphere|clouds|target)|(?-i:[A-Z]))",
    ),
    behind(
        "on-the-map", "other", r"\s(?:on (?:the|a) map|as the crow flies|by (?:road|rail|sea)|in a straight line)\b"
    ),
    behind("upward", "apogee", r"\s(?:upwards?|skywards?|overhead)\b"),
    behind(
        "from-where",
        "distance",
        r"\s(?:away )?from (?-i:[A-Z])[\w-]+(?: (?-i:[A-Z])[\w-]+)?,? (?:from )?wh(?:ere|ich) (?:it|they|the \w+) (?:\w+ )?(?:launch|fir|lift|took|taken|blast|start|set off|left|rose)",
    ),
    behind("of-something", "other", r"\sof (?-i:[a-z]+\b)(?<!the)(?<!its)(?<!his)"),
)
_OFFSET = re.compile(
    rf"\s(?:to the )?(?:{_COMPASS}|away|off|offshore|inland|outside|inside|distant|from|of (?:the|its|a)|of (?-i:[A-Z])\w*|out\b"
    r"|short of|beyond)\b",
    re.IGNORECASE,
)
_AWAY = re.compile(  # from where it was launched, and from no place that is named
    rf"\s(?:away|distant)\b(?! from)|\sout (?:at|to|in|into|over) (?:the )?(?:(?-i:[A-Z])\w+ )?(?:sea|ocean|water)\b"
    rf"|\s(?:off|out)\b(?!\s+(?:the|its|a|an|of|from|in|at|(?-i:[A-Z])\w*)\b)"
    rf"|\sto the {_COMPASS}\b(?! of)|\s{_COMPASS}(?=[,.;]|$)",
    re.IGNORECASE,
)
_CAME_DOWN = re.compile(
    r"\b(?:fell|fall(?:en|ing|s)?|land(?:s|ed|ing)|(?:came|come|coming|touch\w+|went|splash\w+) down|came to rest|hit|hits|hitting|str[iu]\w+|ended up|crash\w+|impact)\b[^.;]{0,70}$",
    re.IGNORECASE,
)
_A_RANGE = re.compile(r"\b(?:ranges?|distances?) (?:(?:it|they|that was) )?$", re.IGNORECASE)
_WAS_REACHED = re.compile(
    r"\s(?:was|were|had been) (?:reached|achieved|attained|covered|flown|recorded|registered|logged)\b", re.IGNORECASE
)
_OF_THE_MISSILE = re.compile(r"\b(?:missile|rocket|projectile|weapon)s?['’]s? $", re.IGNORECASE)
_LOST = re.compile(
    r"(?:vanish|disappear|lost|explod|burst|disintegrat|blew up|broke)", re.IGNORECASE
)  # from sight, high up
_GOT_UP, _ABOVE = ("got", "went", "goes", "gone"), re.compile(r"above", re.IGNORECASE)
_TESTED = re.compile(
    r"\b(?:test(?:ed|-fired)?|fired|launched|flown)\s(?P<way>(?:for|to|out to|across|over)\s(?:about\s|some\s)?)?$",
    re.IGNORECASE,
)
_NOT_HEIGHT = re.compile(r"\s(?:away|from|inland|in (?:range|distance))", re.IGNORECASE)

# The words of measure, by what the amount behind them is of.
_MEASURES = {
    "height": r"altitudes?|heights?|apogees?|ceiling|peak(?:ed|ing)|(?:peaks?|highest points?|apex|summit|top)(?: of (?:the|its|their) (?:flights?|paths?|arcs?"
    r"|trajector(?:y|ies)|courses?))?|climb\w*|rose|ris(?:e[sn]?|ing)|soar\w*"
    r"|ascend\w*|lift(?:ed|s|ing)?(?! off)|vault\w*|zoom\w*|crest\w*|maxed out|culminat\w*|zenith|elevations?|skimm\w*|hugg\w*|dived?|dove|exceed\w*|lofted|(?:shot|went|goes|going|gone) up|got (?:up )?to|topp(?:ed|ing)(?: out)?|higher than",
    "path": r"(?<![\w-])(?:distance from (?:the |its )?(?:launch|firing|start)[^,;.\d]{1,30}? to [^,;.\d]{3,30}?(?= (?:was|is|came|comes)\b)|distances?(?: (?:(?:it|they) )?(?:travell?ed|flown|flew|covered|traversed))?|flight[- ](?:range|distance|path|trajectory)s?|flights?|trajector(?:y|ies)|paths?|courses?|tracks?"
    r"|orbits|patterns?|journeys?)",
    "flown": r"fl(?:ew|own|y|ies|ying)|travel(?:l?ed|l?ing|s)?|cover(?:ed|ing|s)?|traversed|journeyed|trac(?:k?ed|king)|followed|went"
    r"|gone|going|goes|airborne|managed|made it|tore|raced|streaked|hurtled|sped|screamed|roared|sailed|zipped|whizzed"
    r"|(?:made|shot|took (?:it|them|(?:the|a|one|its) [\w-]+))(?= $)|barrell?ed|rocketed|cruised|blazed|thundered|overflew|overflown|(?<=an )arc|arced|glided|cross(?:ed|ing)(?= (?:(?:a|the|about|some|over|nearly|roughly|almost|distance|of) )*$)|got(?! (?:up )?to\b)|did",
    "range": r"(?<![\w-])(?:ranges?(?! from)(?! (?:in|at|on) (?-i:[A-Z]))|reach(?!ed|ing)|reaches)|credited with",
    "reached": r"reach(?:ed|ing)",
    "fallen": r"fell|fall(?:en|ing|s)?|land\w*|came down|coming down|came(?! to (?!rest\b))|coming(?! to (?!rest\b))|touch(?:ed|es|ing) down|ended|went down|going down|descend\w*|slam\w*|smash\w*|ditch\w*|splash\w*|crash\w*|plung\w*|dropp\w*"
    r"|(?:impact\w*)|disappear\w*|vanish\w*|disintegrat\w*|gave out|came apart|explod\w*|burst|blew up|broke (?:up|apart)|failed|lost",
    "aimed": r"hit|hits|hitting|struck|strikes|destroy\w*|targets?|target set|area|zone|spot|islet",
    "depth": r"depth",
}
_MEASURE = Gated(
    r"\b(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in _MEASURES.items()) + r")\b", re.IGNORECASE
)
_ROLE_OF_MEASURE = {"height": "apogee", "path": "distance", "flown": "distance", "range": "range", "depth": "other"}
_NEAR = {"height": 60, "path": 60, "flown": 60, "reached": 40, "fallen": 50, "aimed": 60, "depth": 40, "range": 45}
ASIDE = re.compile(r",\s[^,;.\d]{1,45},(?=\s)")  # ", the Joint Chiefs said,"
_CLAUSE_END = re.compile(r"[;.]\s|[:;]|\b(?:every|apart|while|whereas)\b", re.IGNORECASE)
_AT = re.compile(r"\bat (?:(?:[a-z]+|a maximum of) ){0,2}$", re.IGNORECASE)
_CARRIED_SO_FAR = re.compile(
    r"\b(?:up to|correspond\w*|equal\w*|equivalent|equat\w+|amount\w*|translat\w+|work\w* out|carr\w+|deliver\w*|increas\w*|extend\w*|upgrad\w*)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\bafter (?:[a-z]+ ){0,2}$", re.IGNORECASE)
_TO_A = re.compile(r"\bto (?:a|its|the) $", re.IGNORECASE)
_SHOWN = re.compile(  # "covered a range of": what it flew, not what it can
    r"\b(?:cover|show|fl[ey]w?|travel|reach|record|register|log|achiev|attain|demonstrat|clock|logg|show)\w*\s(?:(?:over|for|across|at|a|an|its|the|maximum|total|full|whole|entire) )+$"
    r"|\b(?:test|fir|launch)\w*\s(?:\w+\s)?(?:for|to|over|at|up to|out to)\s(?:(?:a|an|its|the|full|whole|entire|maximum|total)\s)+$",
    re.IGNORECASE,
)
_THIS_TIME = re.compile(
    r"\b(?:this time|on (?:this|the) (?:flight|occasion|day)|in (?:this|the) (?:test|launch|flight))\b", re.IGNORECASE
)
_ON_A_WAY = re.compile(r",?\s(?:for|over|across|along)\s(?:[a-z]+\s){0,3}$", re.IGNORECASE)
_RATES_MISSILES = Gated(
    r"\b(?:[ISM][CRL]BMs|missiles|which|that) (?:can |typically |usually |generally |normally )?(?:travel|reach|range|fly)\b"
    r"(?:\s[\w'’-]+){0,3}\s*$",
    re.IGNORECASE,
)
_MISSILE_OF = re.compile(r"\b(?:missiles?|rockets?|[ISM][CRL]BMs?) (?:of |\()(?:\w+ )?$", re.IGNORECASE)

_SAME = re.compile(
    r"(?:,|;)?\s*(?:and|or|to|from|but|-|–|,)?\s*(?:the (?:other|second|first|third|latter|rest)|another|one|a second)?"
    r"(?:\s(?:one|missile|just|only|some|flew|went))*\s*(?:about|around)?\s*",
    re.IGNORECASE,
)
_SAME_NAME = re.compile(r",? (?:and )?[A-Z][\w-]+ (?:\d+ )?")
_PUT_AT = re.compile(
    r"[^.]{0,60}\b(?:put|estimated|gave|placed) (?:it|that|this|them|both|the \w+|its \w+|their \w+) (?:at|as) (?:\w+ )?"
    r"|[^.]{0,60}\b(?:revis|correct|chang|rais|lower|adjust|amend|upgrad|updat|cut|alter)\w* (?:[\w']+ ){0,3}to (?:\w+ )?",
    re.IGNORECASE,
)
_SAYS = r"(?:said|says|cited|cites|reported|reports|gave|gives|estimated|estimates|spoke of|speaks of|measured|recorded|counted|had|made it|reckoned|calculated|announced|according to)"
_VOICED = re.compile(  # "about 400 km, according to Seoul; Tokyo said": the same measure in another voice
    rf"[^.]{{0,110}}?(?:\b{_SAYS}\b|\b(?:figures?|estimates?|counts?|readings?|reckoning|calculations?|numbers?|account)\b|['’]s?\s(?:was|is|being)\b)[^.\d]{{0,60}}",
    re.IGNORECASE,
)
_WORDS_OF_ANOTHER = re.compile(  # what a voice speaks of next, which is not the measure
    r"\b(?:ranges?|miles?|kilomet\w+|debris|coast|zone|from|off|away|target|speed|records?)\b", re.IGNORECASE
)
_AT_ANOTHER = re.compile(r"[,;]? (?:and |while |but )?(?:the )?(?:[A-Z][\w.]+ ){1,3}at (?:about |some |around )?")
_ANOTHERS = re.compile(
    r"[,;]? (?:and |but |while )?(?:the )?(?:[\w.]+ ){0,3}\w+['’]s? (?:(?:was|is|stood) )?at (?:\w+ )?"
)
_GAVE_AT = re.compile(r"\b(?:put|puts|estimated|estimates|placed?|gave|gives)\b[^.;]* at\b", re.IGNORECASE)
_AGAIN_HIGH = re.compile(
    r",? (?:and |then )?(?:its|the|a|another) (?:second|third|other|next|lower)(?: peak| one)? (?:at|of|was|being) ",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r",? (?:well )?(?:beyond|above|against|versus|below|compared (?:with|to)|not|rather than|up from|down from)"
    r" (?:the )?"
)
_NEXT_SHOT = re.compile(r"\b(?:second|other|third|latter|another)\b", re.IGNORECASE)
_THEN_AT = re.compile(
    r",? (?:at|with|and|to|reaching|rising)\b(?: (?:a|an|the|height|altitude|apogee|peak|of|to|about|some|around|roughly)\b)* \d",
    re.IGNORECASE,
)


def length_role(left: str, right: str, gap: str | None, previous: str | None, *, hedge: str = "") -> tuple[str, str]:
    """Role and rule of a length: `left` and `right` of its sentence, `gap` and role of the length before it, its hedge."""
    if _ORBITS.search(left):
        return "other", "orbit"
    if _NEVER.search(left) or _CRAFT_FLEW.search(left) or _BETWEEN_PLACES.search(left):
        return "other", "another-flight"
    if hedge.lower().endswith(("below", "under")) and _STAYED.search(left):
        return "apogee", "stayed-below"
    if _SEEN_FROM.search(left) and not _TO_MORE.match(right):
        return "other", "seen-from"
    for rule in _BEHIND:
        if rule.pattern.match(right):
            lies = _LIES.search(left) if rule.name == "from-launch-point" else None
            return ("offset", "lies") if lies and not _WHERE_IT_FELL.search(left) else (rule.role, rule.name)
    if _MAY_HAVE_FLOWN.search(left):
        return "distance", "may-have-flown"
    if _CAPABLE.search(left) or _SUPPOSED.search(left) or _RATES_MISSILES.search(left):
        return "range", "capability"
    if hedge.lower() == "up to" and _GOT.search(left):
        return "apogee", "got-up-to"
    if _AS_FAR.search(hedge):
        return "distance", "as-far-as"
    taken = gap is not None and previous in ("distance", "apogee", "range", "offset")
    if gap is not None and previous is not None and taken and (found := _in_a_row(left, right, gap, previous)):
        return found
    free = len(left) - len(gap) if taken and gap is not None else 0
    governed = _governed(_MEASURE.finditer(left, max(free, 0)), left, right, hedge)
    if governed:
        return governed
    if _AWAY.match(right) and previous != "offset" and came_down(left):
        return "distance", "fell-away"
    if _OFFSET.match(right):
        return "offset", "from-place"
    if (tested := _TESTED.search(left)) is not None and (tested["way"] or hedge.lower() == "over"):
        return "distance", "tested-over"
    if _OF_THE_MISSILE.search(left):
        return "distance", "its-own"
    if gap is not None and previous == "distance" and _AT.search(gap):
        return "apogee", "at"
    return ("range", "missile-of") if _MISSILE_OF.search(left) else ("other", "none")


def came_down(left: str) -> bool:
    """Whether words speak last of where something fell or hit, and not of where it could."""
    found = _CAME_DOWN.search(left)
    return found is not None and not _COULD_AIM.search(left[: found.start()])


def _in_a_row(left: str, right: str, gap: str, previous: str) -> tuple[str, str] | None:
    """The role of the amount before, where the two stand in one list, or the measure it left open."""
    if previous == "apogee" and _NEXT_SHOT.search(gap) and _THEN_AT.match(right):
        return "distance", "next-shot"
    if previous in ("distance", "apogee") and _ANOTHERS.fullmatch(gap) and not offsets(right):
        return previous, "another-voice"
    listed = _SAME.fullmatch(gap) or _SAME_NAME.fullmatch(gap) or _COMPARED.fullmatch(gap) or _PUT_AT.fullmatch(gap)
    if listed and _MEASURE.search(gap) is None:
        return (previous, "continued") if previous == "offset" or not offsets(right) else None
    if previous in ("distance", "apogee") and _MEASURE.search(gap) is None and not offsets(right):
        again = gives_again(gap) or (_GAVE_AT.search(left[: len(left) - len(gap)]) and _AT_ANOTHER.fullmatch(gap))
        if again or (previous == "apogee" and _AGAIN_HIGH.fullmatch(gap)):
            return previous, "another-voice"
    if previous == "apogee" and gap.strip() == "and" and _AWAY.match(right):
        return "distance", "and-away"
    if previous == "apogee" and _ON_A_WAY.fullmatch(gap) and not _OFFSET.match(right):
        return "distance", "on-a-way"
    return None


def gives_again(gap: str) -> bool:
    """Whether a gap names another voice that gives its own figure of the same measure."""
    other = _WORDS_OF_ANOTHER.search(gap) or (_AT.search(gap) and not _GAVE_AT.search(gap))
    return _VOICED.fullmatch(gap) is not None and not other


def offsets(right: str) -> bool:
    """Whether the words behind an amount make it the way to a place that is named."""
    return _OFFSET.match(right) is not None and _AWAY.match(right) is None


def _governed(measures: Iterable[re.Match[str]], left: str, right: str, hedge: str) -> tuple[str, str] | None:
    """What the nearest word of measure makes of the amount behind it."""
    last = next(iter(reversed(list(measures))), None)
    if last is None:
        return None
    kind, between = last.lastgroup or "", ASIDE.sub("", left[last.end() :].removeprefix(":"))
    offset = _OFFSET.match(right) is not None
    if kind == "depth" and offset:
        return None
    if len(between) > _NEAR[kind] or _CLAUSE_END.search(between):
        return None
    if offset and "," in between and kind != "aimed" and not (kind == "fallen" and _AWAY.match(right)):
        return None
    if kind == "flown" and (_AT.search(between) or (last[0] in _GOT_UP and _ABOVE.search(hedge))):
        return "apogee", "flew-at"
    if kind == "reached" and _A_RANGE.search(left, 0, last.start()):
        return "distance", "range-reached"
    if kind == "reached":
        return ("distance", "reached-away") if _NOT_HEIGHT.match(right) else ("apogee", "reached")
    if kind == "aimed" and (_COULD_AIM.search(left[: last.start()]) or _UNREACHED.search(left[: last.start()])):
        return "range", "capability"
    if kind == "fallen" and _AT.search(between) and _LOST.match(last[0]) and not offset:
        return "apogee", "lost-at"
    if kind in ("fallen", "aimed"):
        far = _AWAY.match(right) is not None or (kind == "aimed" and _AT.search(between) is not None)
        far = far or (not offset and _AFTER.search(between) is not None)
        return ("distance", "fell-away") if far else None
    if kind == "range" and (_WAS_REACHED.match(right) or _shown(left[: last.start()], between)):
        return "distance", "flown-to-a-range"
    return _ROLE_OF_MEASURE[kind], kind


def _shown(before: str, between: str) -> bool:
    """Whether a range is that of the flight told, and none that a weapon is credited with."""
    if _SHOWN.search(before) or _THIS_TIME.search(between):
        return True
    return _TO_A.search(before) is not None and _CARRIED_SO_FAR.search(before) is None


def joins(gap: str) -> bool:
    """Whether the words between two amounts only list them."""
    return _SAME.fullmatch(gap) is not None
