"""The words by which meetings, transfers, disclosures, sanctions and findings are told, as patterns of word classes."""

import re

from reportedly.fields.gated import Gated
from reportedly.fields.together import SENTENCES
from reportedly.patterns import compiled

_I = re.IGNORECASE
_NAME = r"(?-i:[A-Z][\w.’'-]*\w)"
_GAP = r"(?:(?!\b(?:said|says|after|before|while)\b)[^.;:]){0,%d}?"

GOODS = (
    r"(?:weapon(?:s|ry)?|arms|ammunition|munitions?|artillery(?: shells| rounds)?|shells|(?:\b(?!(?:with|and|its|their|of|seized|sent|some|the|to|for|from)\b)[\w-]+ ){0,2}missiles|rockets|"
    r"military (?:equipment|hardware|aid|goods|supplies)|missile (?:parts?|components?|technolog(?:y|ies)))"
)
_MOVE = (
    r"(?:suppl(?:y|ies)|transfers?|shipments?|exports?|deliver(?:y|ies)|trade|sales?|deals?|provision|smuggling|flow)"
)
_MOVING = (
    r"(?:suppl(?:ied|ying|ies|y)|transfer(?:red|ring)?|shipp(?:ed|ing)|smuggl(?:ed|ing)|sent|sending|giv(?:en|ing)|gave|"
    r"provid(?:ed|ing)|deliver(?:ed|ing)|hand(?:ed|ing)(?: over)?|pass(?:ed|ing) on|funnel(?:l?ed|l?ing)|export(?:ed|ing)|s(?:old|elling)|trad(?:ed|ing)|equipp(?:ed|ing)|arm(?:ed|ing))"
)
TRANSFER = Gated(
    rf"\b(?:{_MOVE} of (?:\w+ ){{0,3}}?{GOODS}|(?:{GOODS}|weapon) {_MOVE})\b"
    rf"(?:\s+(?:to|with|between|from)\s+(?:the\s+)?{_NAME}(?: (?:and )?{_NAME})?)?|"
    rf"\b{_MOVING} (?:(?!(?:and|that|which|to|for|in|on|at)\b)[\w’',-]+ ){{0,7}}?(?:with )?{GOODS}(?: or {GOODS})?(?:\s+(?:to|with)\s+(?:the\s+)?{_NAME})?|"
    rf"\b{_MOVING} {_NAME}(?= with\b|[.,;]|\s+(?:and|rockets|arms|weapons))(?: (?:with )?{GOODS}(?: and {GOODS})?)?|"
    rf"\b{_MOVING} (?:the )?{_NAME}(?: {_NAME})? with (?:(?!(?:and|that|which|to|for|in|on|at)\b)[\w’',-]+ ){{0,6}}?{GOODS}",
    _I,
)
MOVES = Gated(rf"\b(?:{_MOVE}|{_MOVING})\b", _I, together=SENTENCES)  # without one of which no transfer is told
GAVE = compiled(r"(?:sent|sending|gave|giv)\w*\b", _I)  # what is sent is no transfer where nobody takes it
DENIED_DEAL = compiled(  # what is denied is a transfer that is alleged, however it is said
    rf"\b(?:den(?:y|ies|ied|ying)|reject\w*|refut\w+|dismiss\w*)\b[^.;]{{0,80}}?"
    rf"\b(?:(?:{_MOVING}|received|receiving)\b[^.;]{{0,40}}?\b{GOODS}|{GOODS}\b[^.;]{{0,40}}?\b(?:{_MOVING}|received|used by))\b",
    _I,
)
SALE = compiled(r"\b(?:sales?|deals?|sold|selling|purchase[sd]?)\b", _I)
SUSPECT = compiled(
    r"\b(?:alleg\w+|covert\w*|illicit\w*|illegal\w*|secret\w*|suspect\w*|den(?:y|ies|ied|ial|ying)|accus\w+|breach\w*|"
    r"violat\w+|clandestine|smuggl\w+|reject\w+|refut\w+|evidence)\b",
    _I,
)
ABLE = compiled(
    r"\b(?:capable of|able to|could|can|would|will|ability to|designed to|want(?:s|ed)? to|ready to)\s+(?:\w+\s+){0,3}$",
    _I,
)
ALLEGED_BEFORE = compiled(
    r"\b(?:(?:an?|the|its|their|this|such)\s+)?(?:(?:alleged|suspected|covert|secret|illicit|illegal|reported|purported|"
    r"clandestine|possible|potential|large|massive)\s+)+$",
    _I,
)

_PLACE_WORD = r"(?:facilit(?:y|ies)|plants?|sites?|bases?|factor(?:y|ies)|complex(?:es)?|institutes?|halls?|silo fields?|workshops?)"
_MAKING = (
    r"(?:uranium|plutonium|enrichment|nuclear(?![- ](?:test|power))|centrifuge|reprocessing|missile(?! test)|munitions?|"
    r"weapons?|arms|silo|underground|undeclared|clandestine)"
)
FACILITY = (
    rf"(?:{_MAKING}[- ](?:(?!test|launch|power)[\w-]+[- ]){{0,2}}?{_PLACE_WORD}|centrifuges|(?:light[- ]water )?reactors?|silos(?= for\b)|"
    rf"{_PLACE_WORD} (?:producing|making|enriching|for (?:making|producing|enriching)|(?:that|which|where (?:it|\w+)) (?:makes?|produces?|enrich(?:es)?)) (?:\w+ ){{0,2}}(?:nuclear|uranium|plutonium|weapons?|missiles?))"
)
_PICTURES = r"(?:images?|photos?|photographs?|pictures?|footage|imagery)"
_SHOW = (
    r"(?:reveal(?:ed|s|ing)?|disclos(?:ed|es|ing)|unveil(?:ed|s|ing)?|show(?:ed|n|s|ing|cas\w+)|releas(?:ed|es|ing|e)|publish(?:ed|es|ing)|"
    r"identif(?:ied|ies|ying)|spotted|located|admitted to|acknowledg(?:ed|es)|tour(?:ed|s|ing)|inspect(?:ed|s|ing)|visit(?:ed|s|ing)|"
    r"display(?:ed|s|ing)|exposed|(?:has|have|had|is|are|was|were) (?:\w+ )?(?:built|building|been to|revealed|shown|constructing|expanding)|confirmed the existence of|"
    r"f(?:ind|inds|ound)|admits?|let(?:s|ting)? \w+ see|open(?:ed|s) up|photographed|walk(?:ed|ing|s) through)"
)
DISCLOSURE = Gated(
    rf"\b{_SHOW}\b{_GAP % 80}\b{FACILITY}\b|\b{_PICTURES}(?: taken inside| of){_GAP % 60}\b{FACILITY}\b|"
    rf"\b{FACILITY}\b(?:[^.;,]{{0,40}}?\b)?(?:was|were|is|has been|had been)? ?(?:revealed|spotted|identified|unveiled|disclosed|exposed|shown|"
    rf"published|toured|located|opened to)\b",
    _I,
    together=SENTENCES,
)
VISIT = compiled(r"(?:tour|inspect|visit|walk|(?:has|have|had|was|were) (?:\w+ )?been to)", _I)
TELLING = Gated(  # a visit shows something where the place is none that everybody makes arms in, or is seen for the first time
    r"\b(?:nuclear|uranium|plutonium|enrich\w*|centrifuges?|reprocessing|reactors?|silos?|undeclared|secret|hidden|first|never before|"
    r"photo\w*|pictures?|images?|reveal\w*|disclos\w*|unveil\w*|scientist|inspectors?)\b",
    _I,
)
NO_DISCLOSURE = compiled(
    r"\b(?:not|never|without|refus\w+ to|declin\w+ to|plans? to|will|would|to)\s+(?:\w+\s+){0,2}$", _I
)

OFFICIAL = Gated(
    r"\b(?:(?:foreign|defen[cs]e|prime) ministers?|(?:vice[- ])?presidents?|leaders?|secretary (?:of|general)|envoys?|ambassadors?|"
    r"(?:security|government|senior|party) officials?|delegations?|diplomats?|premier|chancellor|general secretary|marshal)\b",
    _I,
    together=SENTENCES,
)
MEETING = compiled(
    r"\b(?:(?:[\w-]+ )?(?:meeting|summit|talks|negotiations) (?:between|with|of)\b|held (?:\w+ ){0,3}?(?:talks|a (?:\w+ )?(?:meeting|summit))|"
    r"(?:pa(?:y|ys|id|ying) (?:an? )?(?:\w+ ){0,2}visit to)|(?:official|state|working) visit (?:to|of|by)|met (?:with )?(?=[A-Z]|the |his |her |its )|met (?=(?:again |briefly |face to face )?(?:on|at|in|for|there)\b)|"
    r"arriv(?:ed|es|ing) in|(?:was|were|been) received\b[^.;,]{0,25}? by\b|(?:received|hosted|welcomed) (?=[A-Z])|"
    r"held (?:[\w“”'’\"-]+ ){0,6}?dialogue with|sent (?:its|his|her|their|the) (?:\w+ ){0,3}?(?:minister|envoy|delegation|diplomat)s? to|(?:visit(?:ed|ing|s)) (?=[A-Z]))",
)
MET_EACH_OTHER = compiled(r"met (?:again |briefly |face to face )?(?:on|at|in|for|there)\b")
MEETING_TITLE = compiled(r"\b(?:visit|delegation|talks|summit|meeting|meets?(?= (?-i:with |[A-Z])))\b", _I)
MEETING_AHEAD = compiled(  # in a headline: offered, agreed on, doubted or called off, and so not held
    r"\b(?:will|would|may|might|could|should|won['’]t|if|plans?|planned|propos\w+|possible|potential|upcoming|offer\w*|invit\w+|accepts?|accepted|"
    r"agree[sd]? to (?:meet|talk|hold|visit|an? |the )\w*|cancel\w*|call(?:s|ed|ing)? off|(?:is|are) off\b|not (?:now )?(?:take|be held|happen|go ahead)|pull(?:s|ed)? out|back(?:s|ed)? (?:away|out)|walk away|delay\w*|postpon\w+|reviv\w+|prepar\w+|hopes?|chance|"
    r"ahead of|before|next (?:week|month)|to (?:meet|visit|hold))\b",
    _I,
)
MEETS = compiled(r"meets?\b", _I)

ABOUT = Gated(
    r"\b(?:over|after|following|about|amid|to discuss|discuss(?:ed|es|ing)|regarding|in (?:response|reply|reaction) to|in the wake of|focus\w* on)\b",
    _I,
)
NO_MEETING = Gated(
    r"\b(?:no|not|never|won['’]t|neither|refus\w+ to|reject\w*|rul\w+ out|without)\s+(?:\w+\s+){0,3}(?:talks?|talking|meet\w*|negotiat\w*|summit|dialogue|visit)\b|"
    r"\b(?:party|plenary|cabinet|politburo|committee|congress|parliament\w*|assembly|board)\s+(?:meeting|session|talks)\b",
    _I,
)
CAME_TO_PASS = compiled(r"\b(?:was|were|been|lapsed|expired)\b", _I)
COUNCIL = Gated(
    r"\b(?:security council|UNSC|resolution|mandate|vetoe?[sd]?|monitors|renewal|(?-i:UN|U\.N\.))(?![\w-])", _I
)
SANCTION = Gated(
    rf"\b(?P<act>impos(?:ed|es|ing)|adopt(?:ed|s|ing)|approv(?:ed|es|ing)|votes? (?:on |for )?|voted (?:on |for )?|pass(?:ed|es)|"
    rf"tighten(?:ed|s|ing)|expand(?:ed|s)|renew(?:ed|s)|lift(?:ed|s)|eas(?:ed|es)|veto(?:ed|es)|slapp(?:ed|s)|announc(?:ed|es)|"
    rf"blacklist(?:ed|s))\b{_GAP % 45}\b(?:sanctions|embargo|mandate)\b|"
    r"\b(?:(?:international|UN|U\.N\.|economic|new|tougher|unilateral|financial) )*(?:sanctions|embargo|mandate)\b(?:[^.;,]{0,30}?\b)?(?:were |was |have been |has been |had been )?"
    r"(?P<done>imposed|adopted|approved|passed|tightened|lifted|vetoed|lapsed|expired|renewed)\b"
    r"(?:\s+(?:since|in|after|over|on|by|against)\b[^.;,]{0,60})?",
    _I,
    together=SENTENCES,
)
NOT_YET = compiled(
    r"\b(?:to|would|will|could|(?-i:may|May(?= (?:Have|Be|Not)\b)|MAY(?= (?:HAVE|BE|NOT)\b))|might|should|must|call\w* for|seek\w*|warn\w*|threat\w*|consider\w*|propos\w*|want\w*|urg\w*|not)\b[^.;,]{0,25}$",
    _I,
)

FOUND = (
    r"(?:f(?:ound|inds)|identif(?:ied|ies)|link(?:ed|s)|conclud(?:ed|es|ing)|determin(?:ed|es)|document(?:ed|s)|trac(?:ed|es)|discover(?:ed|s)|"
    r"establish(?:ed|es)|report(?:ed|s)|said|says|examin(?:ed|es)|investigat(?:ed|es|ing)|add(?:ed|s)|not(?:ed|es)|assess(?:ed|es)|confirm(?:ed|s)|"
    r"recover(?:ed|s)|warn(?:ed|s)|estimat(?:ed|es)|accus(?:ed|es)|observ(?:ed|es)|detect(?:ed|s)|suspects?(?:ed)?|believes?|believed|describ(?:ed|es)|list(?:ed|s)|"
    r"detail(?:ed|s)|w(?:rote|rites)|announc(?:ed|es)|publish(?:ed|es)|releas(?:ed|es)|calculat(?:ed|es)|count(?:ed|s)|inform(?:ed|s)|catalogu(?:ed|es)|record(?:ed|s)|show(?:ed|s)|reveal(?:ed|s)|saw|sees?|seen|laid out|lays out)"
)
FOUND_AFTER = compiled(
    r"^(?:\s*\([^)]{1,12}\))?(?:['’]s)?(?:\s+of experts)?(?:\s+on (?:the )?[A-Z][\w.]*(?: [A-Z][\w.]*)*)?"
    r"(?:\s+(?:chief|head|boss|director[- ]general|spokes\w+|inspectors|experts|investigators|analysts))?(?:\s+[A-Z][\w.’-]+){0,3}"
    rf"(?:,[^,.;]{{1,40}},)?,?\s*(?:which\s+|who\s+)?(?:also\s+|later\s+|has\s+|have\s+|had\s+|is\s+|are\s+)*(?:{FOUND}|told)\b",
    re.IGNORECASE,
)
NUCLEAR_WORK = Gated(
    r"\b(?:reactors?|enrich\w+|centrifuges?|plutonium|uranium|reprocessing|nuclear (?:sites?|facilit\w+|installations?|activit\w+|programmes?|programs?|"
    r"material|fuel|development|complex)|nuclear (?:warheads?|arsenals?|stockpiles?|forces|powers)|"
    r"(?:launch|launching|test|rocket|satellite) (?:sites?|stations?|stands?))\b",
    _I,
    together=SENTENCES,
)
COLON = compiled(r":\s")  # behind a monitor's name in a headline: "IAEA: ..."
REPORT_BY = compiled(
    r"\b(?:an?\s+|the\s+)?(?:\w+\s+)?(?:reports?|findings?|investigations?|study|analysis)\s+(?:by|of|from)\s+(?:the\s+)?(?:\w+[- ]based\s+)?$",
    _I,
)
ACCORDING = compiled(
    r"\b(?:according to|under investigation by|investigated by|documented by|found by|cited by|(?:w(?:rote|rites)|published|posted|reported|said)(?: on \w+day)?,? (?:on|for|by))"
    r"\s+(?:the\s+)?(?:\w+[- ]based\s+)?(?:website\s+|think[- ]tank\s+)?$",
    _I,
)
PANEL = Gated(
    r"\b(?:(?:UN|U\.N\.|United Nations|sanctions)\s+(?:\w+\s+){0,2}?(?:panel|monitors|monitoring (?:team|group)|investigators)|(?:UN|U\.N\.|United Nations|panel|expert) report|the panel(?:['’]s)?)\b",
    _I,
    together=SENTENCES,
)
MADE_BY = compiled(r"\b(?:made|built|produced|manufactured|designed) (?:in|by) (?:the )?$", _I)
ITS_GOODS = compiled(
    rf"^(?:['’]s?)?(?! (?:with|and|to|for|of|ha[sd]|have|seiz|captur|intercept|confiscat|impound|found|sent|gave|sa(?:id|ys)|fir|launch|t(?:ook|est)))(?:-(?:made|built|produced|manufactured|supplied|origin|designed|provided|backed))?(?: (?:suspected|alleged|ballistic|cruise|and|anti-ship|[\w-]+-range|nuclear|made|built|weapons?|advanced|conventional|lethal|sophisticated|heavy|light|small|smuggled|illicit|military))* ?-?(?:made |origin )?{GOODS}\b",
    _I,
)
UNABLE = compiled(
    r"\b(?:(?:could|did|was|were|had) (?:not|never)(?: be| been)?|unable to|without access to|no access to|cannot)\b[^.;]{0,60}"
    r"\b(?:verif\w+|determin\w+|confirm\w*|establish\w*|identif\w+|inspect\w*|access|trace\w*|examin\w+|conclu\w+|say|tell|rule out)\b(?:[^.;]{0,80}\b(?:where|when|who|whom|whether|how|why|what)\b[^.;]{0,60})?",
    _I,
)
CLAUSE_STOP = compiled(
    r"[;]|,\s+(?:which|who|while|and|but|as|after|when|where|said|according|further|the [\w. ]{1,40} said|a claim|amid)\b|"
    r"\s(?:while|after|before|amid|as|but)\s|,\s+(?:\w+ ){1,5}(?:said|says|reported|added)\b|\s[-–—]\s",
    _I,
)
