"""What a length is by the grammar of its clause, where no word of measure rules it: gone so far, read off high up, on a map."""

import re

from reportedly.fields.gated import Gated
from reportedly.fields.quantity_behind import AWAY, offsets
from reportedly.patterns import compiled

_SOME = r"(?:(?:a|an|another|the|its|their|only|just|merely|barely|mere|good|full|further|first|whole|some|about)\s)*"
_AFTER_OR_FOR = compiled(rf"\b(?P<w>after|for)\s{_SOME}$", re.IGNORECASE)  # "fell into the sea after", "was good for"
_ONWARD = compiled(  # "carried its warhead 4,300 miles to", "fired four of them 600 miles into"
    r"\s(?:out |off )?(?:(?:in)?to(?! the [\w-]*(?:north|south|east|west))|across|over|towards?|through|along|downrange|down the)\s",
    re.IGNORECASE,
)
_MOVED = compiled(
    r"\b(?:\w{2,}ed|\w{3,}ing|sent|flung|shot|threw|bore|took|put|got|drove|ran|swept|wound|made|dr[eo]w)\s(?:\w|['’-]|\s){0,60}$"
)
_NO_WAY = Gated(  # lengths of other things, and ways of what else moves
    r"\b(?:corridors?|airspace|clos(?:e[ds]?|ing|ures?)|no-fly|warn\w*|notices?|notams?|radius|diameter|circles?|orbit\w*|limit\w*|ceiling|borders?"
    r"|arsenals?|yardstick|debris|zones?|miss(?:ed|es|ing)|apart|wide|shockwaves?|visible|heard|seen|felt|visited|drove|driv\w+|walk\w*|march\w*|evacuat\w*"
    r"|blasts?|tunnels?|roads?|rail\w*|trains?|trucks?|ships?|vessels?|boats?|jets?|(?:war)?planes?|aircraft|bombers?|drones?|balloons?|troops|residents|people"
    r"|can|could|would|should|will|may|might|must|able|capab\w+|designed|rated|credited|enough|(?<!-)ranges?|reach|payloads?|if|unless|treat(?:y|ies)|MTCR)\b",
    re.IGNORECASE,
)
_OF_A_KIND = compiled(  # what any such flight is: "a flight of at least 300 km is regarded as a success"
    r"\s(?:is|are|would be|counts?|passes|qualif\w+) (?:generally |usually |commonly |widely )?(?:regarded|considered|seen|deemed|needed|required|reckoned|judged|taken|as|the threshold|the minimum|classed|classified|enough|sufficient)\b"
    r"|,?\s(?:that |which )?(?:an?|any|such an?|most|other|all) (?:[\w-]+ ){0,3}?(?:missiles?|rockets?|weapons?|ones?) (?:[\w-]+ )?(?:should|could|can|would|ought|needs?|must|flies|fly|covers?|reach(?:es)?)\b"
    r"|,?\s(?:and|or) (?:more|beyond|farther|further),? (?:would|could|might) (?:be|have)\b",
    re.IGNORECASE,
)
_TAKES = compiled(  # "takes" of any such flight; "took" is of this one
    r"\b(?:takes?|needs?|requires?)\b(?:\s(?!(?:but|and(?! \d)|which|that)\b)[\w.,-]+){0,7}(?:\sto\s(?:reach|hit|strike|cover|fly|travel|get to)\b(?:\s[\w'’-]+){0,9})?\s$",
    re.IGNORECASE,
)
_AREA_REACHES = Gated(
    r"\b(?:strew\w*|scatter\w*|litter\w*)\b[^.;,]{0,40}$|\b(?:zones?|EEZs?|areas?|waters|limits?|borders?|corridors?|strips?|airspace|warnings?|notices?|NOTAMs?)\b\)?,?\s(?:\([A-Z]{2,6}\),?\s)?(?:(?:that|which)\s|(?:notified|declared|announced|published|marked|kept|set)\s(?:[a-z]+\s){0,2})?(?:covers?|covered|covering|extend\w*|reach\w*|stretch\w*|runs?|ran|spans?|spanned)\b(?:(?!\b(?:missiles?|rockets?|projectiles?|weapons?|it|they)\b)[^.;]){0,60}$",
    re.IGNORECASE,
)
_ABOVE = compiled(
    r"\b(?:get|got|gets|go|went|gone|ris\w+|rose|climb\w*|been|be|was|were|up|fl[yie]\w*|flew|flown|stay\w*|remain\w*|ke?pt?|h[eo]ld\w*)\s$",
    re.IGNORECASE,
)
_UP_TO = compiled(  # "went up on a lofted path to"
    r"\b(?:went|goes|gone|sent|shot|flung|hurled|carried|taken|took|pushed|climb\w*|soar\w*|ris\w*|rose)\b[^.;,\d]{0,20}\b(?:up|upwards?|skywards?|steeply)\b[^.;\d]{0,40}\bto\s$",
    re.IGNORECASE,
)
_LIES = compiled(
    r"\b(?:l(?:ies|ay|ying)|sits?|stands?|stood|located|situated|based|anchored|stationed|moored)\s$", re.IGNORECASE
)
_FIRED_FROM = compiled(  # "was fired from a base near Kursk, 300 km away", "from about 2,000 km away"
    r"\b(?:fired|launched|released|shot|came|sent)\s(?:[^.;,\d]{0,60}\s)?from\s(?:[^.;\d]{1,60},\s)?$", re.IGNORECASE
)
_UNREAL = compiled(  # what could be, should have been, is as a rule or is only asked, up to the verb that tells what was
    r"\b(?:able to|capable of|as a rule|ordinarily|usually|typically|normally|generally|routinely|regularly|periodically|potentially|theoretically|whether|unless"
    r"|in (?:the|a) (?:usual|typical|normal) \w+|can|could|would|should|(?:must|might|(?-i:may|May(?= (?:Be|Not)\b)|MAY(?= (?:BE|NOT)\b))|will)(?! have\b)"
    r"|(?:has|have|had|needs?|enough|designed|supposed|planned|meant|intended|scheduled|expected|built|developed|ought) to|(?<!was )(?<!were )made to(?= (?:hit|reach|strike|fly|travel|carry)\b)|(?:was|were|is|are|be|due) to(?= (?:have|be|fly|travel|go|cover|land|come|fall|hit|strike|splash|end)\b)"
    r"|(?:is|are) (?:believed|thought|said|estimated|known|understood|reported) to(?= (?:fly|travel|go|reach|cover|carry|deliver|hit|strike)\b))"
    r"(?:\shave \w+|\s(?!(?:flew|went|travell?ed|covered|rose|climbed|reached|fell|landed|was|were)\b)[\w'’-]+){1,12},?\s*$",
    re.IGNORECASE,
)
_CLAUSE, _CLAUSE_BEHIND = 75, 30  # letters


def gone_so_far(left: str, right: str) -> tuple[str, str] | None:
    """How far something went, told by what stands around the amount alone: "was good for 600 km"."""
    if right.startswith((" away", " distant")) and AWAY.match(right) and _FIRED_FROM.search(left) and not unreal(left):
        return "distance", "fired-from"
    so_far = _AFTER_OR_FOR.search(left)
    if not (so_far or (_ONWARD.match(right) and _MOVED.search(left))):
        return None
    clause = left[max(left.rfind(";") + 1, len(left) - _CLAUSE) :] + " " + right[:_CLAUSE_BEHIND]
    if _NO_WAY.search(clause):
        return None
    return "distance", so_far["w"].lower() if so_far else "onward"


def unreal(left: str) -> bool:
    """Whether words tell last of what something can, should or would do, and of no flight that was."""
    return _UNREAL.search(left) is not None


def of_a_kind(left: str, right: str) -> bool:
    """Whether a length is told of any missile of a kind, or of a flight that was not."""
    return _OF_A_KIND.match(right) is not None or usual(left)


def usual(left: str) -> bool:
    """Whether an amount tells, in the present, what any such flight takes: "takes 300 seconds to reach a target at"."""
    return _TAKES.search(left) is not None


def of_an_area(left: str) -> bool:
    """Whether a length is how far an area reaches: "the zone, which covers some 370 km"."""
    return _AREA_REACHES.search(left) is not None


def read_off(left: str, hedge: str) -> tuple[str, str] | None:
    """A height, told by the hedge and the verb before it alone: "did not get above 60 km", "went up on a steep path to"."""
    under = hedge.lower().endswith(("below", "under")) and not left.endswith(("flew ", "flown ", "went ", "gone "))
    if (under or hedge.lower().endswith("above")) and _ABOVE.search(left):
        return "apogee", "got-above"
    return ("apogee", "up-to") if _UP_TO.search(left) else None


def of_a_map(left: str, right: str) -> bool:
    """Whether a length only says where something lies."""
    return _LIES.search(left) is not None and offsets(right.removeprefix(","))
