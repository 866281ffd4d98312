"""What page furniture and captions look like; the codebook's own patterns are added to these.

Each pattern is matched, in any case, at the start of a line or sentence, behind bullets and opening brackets.
"""

import re

from reportedly.patterns import compiled

DEFAULT_BOILERPLATE: tuple[str, ...] = (
    # other stories
    r"(?:also|must|further)[ -]read\b",
    r"read(?: more| also| next| the (?:full|original))\b(?!ily)",
    r"(?:see|watch|listen|look) (?:also|more|next)\b",
    r"(?:watch|listen|video|audio|gallery|in pictures|explainer|opinion|analysis|live)\s*[:|]",
    r"(?:related|recommended|more on this|popular article|most (?:viewed|read|popular)|trending"
    r"|editor'?s'? picks?|top stor(?:y|ies)|don't miss|you (?:may|might) also like|more (?:news|stories|from|coverage)"
    r"|next article|previous article)\b"
    r"(?=\s*(?:$|[:|–—.-]|stor|article|news|read|post|topic|link|video|content|cover|from|on\b))",
    r"connected content\b",
    r"article search\b",
    r"most (?:viewed|read|popular|shared|commented)\b[^.]{0,30}$",
    r"click (?:here|to|on|for|through)\b",
    r"tap (?:here|to)\b",
    # letters and accounts
    r"(?:sign|log) (?:up|in|on) (?:for|to|now|here|with)\b",
    r"subscribe\b",
    r"(?:already )?(?:a )?subscriber\?",
    r"register (?:now|here|for free)\b",
    r"(?:get|receive) (?:our|the (?:latest|day)|breaking|daily|news|email|all the)\b"
    r"[^.]{0,80}(?:inbox|newsletter|email|alerts?)",
    r"(?:our|the|daily|free|weekly|morning|evening) newsletter",
    r"newsletters?\b",
    r"(?:follow|like|join|find) us\b",
    r"download (?:the|our)\b[^.]{0,30}\bapp\b",
    r"support (?:our|independent) journalism",
    r"donate\b",
    r"by (?:signing up|subscribing|clicking|continuing|entering)\b[^.]{0,60}\b(?:you|agree)",
    # sharing and comments
    r"shares? (?:to|on|via|this|with|article|link|story|your)\b",
    r"shares?\s*[:.]?\s*$",
    r"(?:tweet|facebook|twitter|whatsapp|telegram|linkedin|reddit|email|e-mail|print|copy link|save)\s*[.|]?\s*$",
    r"(?:print|e-?mail|save|bookmark) (?:this|article|page|story)\b",
    r"(?:leave|post|write|add|submit|view|show|load|see|hide)(?: (?:a|your|all|new|more|the))? (?:reply|comments?)\b",
    r"(?:\d+|no|all)? ?(?:comments?|replies)\b\s*(?:$|[:.(])",
    r"be the first to comment",
    r"your email address will not",
    r"required fields are marked",
    r"join the (?:conversation|discussion)",
    r"what do you think\?",
    # legal lines and mechanics
    r"(?:©|\(c\)|copyright)(?!\w)",
    r"all rights reserved",
    r"(?:this|our) (?:site|website|page|web site) uses cookies",
    r"we (?:use|and our partners use) cookies",
    r"(?:accept|manage|reject)(?: all)? cookies",
    r"cookies? (?:policy|settings|notice|preferences)",
    r"(?:privacy policy|terms (?:of|and) (?:use|service|conditions))\b",
    r"(?:this|the) (?:story|article|report|copy|content) (?:has not been|was not|is|was)"
    r" (?:edited|published from|syndicated|auto)",
    r"advertisements?\b\s*(?:$|[.:|-])",
    r"advertise with\b",
    r"(?:sponsored|promoted|paid)(?: content| post| partner)?\s*(?:$|[:.])",
    r"(?:story|article) continues below",
    r"continue reading",
    r"(?:skip|back|jump) to\b[^.]{0,40}$",
    r"source(?: link)?\s*(?:$|[.]|:\s*(?:https?://|www\.|\S+\.(?:com|net|org|co|gov|news)\b))",
    r"(?:tags?|topics?|keywords?|filed under|categories|category)\s*:",
    r"(?:last )?(?:updated|modified|published|posted)(?: (?:on|at))?\s*:",
    r"(?:estimated )?reading time\b",
    r"\d+ min(?:ute)?s? read\b",
    r"listen to this (?:article|story)",
    r"\(?\(?[\w.+-]+@[\w-]+\.[\w.-]+",
    r"(?:reporting|additional reporting|writing|editing|edited|compiled|translated) by\b",
    r"(?:the )?(?:article|story|post)\b[^.]{0,80}\b(?:first appeared|originally (?:appeared|published))\b",
    # what a page says of its own state
    r"(?:this is a )?(?:developing|breaking)(?: news)? story\b[^.]{0,60}(?:$|\.)",
    r"(?:this|our) (?:story|article|report|page|post) (?:has been|will be|is being) (?:updated|corrected|revised)\b",
    r"(?:more|further) (?:details|information|updates?) (?:to (?:follow|come)|soon)\b",
    r"here(?:['’]s| is| are) what (?:we know|is known|you need to know)(?: so far)?\s*[.:]?\s*$",
    r"-?\s*end\s*-?\s*$",
    r"#{2,}\s*$",
)

_NAME = r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|del|van|von|al|bin|el)){1,3}"
BYLINE = compiled(
    rf"(?:(?:(?:Story|Written|Reported|Words) )?[Bb]y|BY):? {_NAME}(?:(?:, (?:and )?| and | & ){_NAME})*"
    r"(?:(?:,| \||\s[–—-]| for| in| at) ?[A-Z][^.!?\d]{0,60})?"
    rf"|{_NAME}(?: (?:and|&) {_NAME})?(?: in [A-Z]\w+(?: [A-Z]\w+)?"
    r"|(?:,| \|) ?(?:(?:[\w-]+ ){0,3}(?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter|[Ww]riter|[Pp]roducer)|AP|AFP|Reuters|CNN|UPI|BBC News))"
)
"""A line that says who wrote the report, and nothing else."""

HEADS_LINKS = compiled(
    r"\W*(?:(?:related|recommended|more|most|top|latest|trending|popular|further|editor'?s'?)\b[\w' ]{0,30}?"
    r"\b(?:stor(?:y|ies)|articles?|news|links?|posts?|read(?:ing)?|viewed|popular|topics?|videos?|content|picks|headlines)"
    r"(?: stor(?:y|ies)| articles?| news)?|related|recommended|(?:also|must) read|read (?:more|next)|see also"
    r"|trending(?: now)?|you (?:may|might) also like)\W*",
    re.IGNORECASE,
)
"""A line that heads a list of links to other stories."""

HEADS_TAIL = compiled(
    r"\W*(?:(?:leave|post|write|add) (?:a|your) (?:reply|comment)|\d* ?(?:comments?|replies)(?: \(\d+\))?"
    r"|no comments(?: yet)?|(?:all|reader|readers'|user|show|view) comments|be the first to comment"
    r"|join the (?:conversation|discussion))\W*",
    re.IGNORECASE,
)
"""A line behind which only readers' comments stand."""

CAPTION_START = compiled(
    r"[\s\[(*_|]*(?:(?:file|undated|handout|archive|stock) (?:photo|image|picture|pic|footage)s?\b"
    r"|(?:photo|image|picture|pic|video|caption|credit|graphic|illustration)s?"
    r"(?: (?:credit|source|caption|courtesy|by|via|from))?\s*[:|©]"
    r"|(?:photo|image|picture|photograph)s? (?:credit|courtesy|via)\b|(?:photo|photograph|picture) by\b"
    r"|(?:photo|image|picture|photograph) (?:taken|released|provided|supplied|distributed|published)\b"
    r"(?![^.]*\b(?:was|shows?|showed|appear\w*|suggest\w*)\b)"
    r"|(?:in )?(?:this|these)(?: [\w-]+){0,3}? "
    r"(?:photo|image|picture|photograph|handout|screen ?grab|video grab|combination)s?\b"
    r"[^.]{0,60}?\b(?:released|provided|taken|made|shows?|shown|supplied|distributed|issued|from)\b"
    r"|FILE\s*[-–—]|getty images|media playback is (?:un|not )supported\b"
    r"|(?:image|media|video|photo) (?:copyright|caption|source),? (?-i:[A-Z\d“\"‘']))",
    re.IGNORECASE,
)
"""A sentence that is a picture's caption or credit."""

CAPTION_END = compiled(
    r"(?:[(\[][^()\[\]]{0,80}?(?i:photo|getty|image|picture|handout|screen ?grab|(?:AP|AFP|EPA|KCNA|Reuters|Yonhap)\s*/"
    r"|(?:AP|AFP|EPA|Reuters) via|via (?:AP|AFP|EPA|Reuters|KNS))[^()\[\]]{0,80}[)\]]"
    r"|(?:/|\bvia )(?:Getty Images|AFP|REUTERS|Reuters|AP|Shutterstock|EPA))\W{0,3}$"
)
"""A paragraph that closes with a picture credit."""
