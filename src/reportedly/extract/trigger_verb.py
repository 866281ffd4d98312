"""Triggers told by a verb: what somebody did to a thing ("fired a missile"), or what the thing did ("lifted off")."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.extract.governing import Tense, governed
from reportedly.extract.inflection import Form
from reportedly.extract.lexicon import Part, TermMatch
from reportedly.extract.phrase import is_definite
from reportedly.extract.trigger import Modality, Scene, Shape, Trigger
from reportedly.extract.trigger_modality import verb_modality
from reportedly.extract.trigger_noun import OF_WHAT, SOMETHING_ELSE, of_an_event
from reportedly.fields.gated import Gated
from reportedly.patterns import compiled

_BE = {"is", "are", "was", "were", "been", "be", "being", "got", "has", "have", "had"}
_LEFT_AFTER = {
    "by", "from", "toward", "towards", "into", "on", "at", "in", "over", "off", "near", "early", "late", "last",
    "yesterday", "today", "this", "successfully", "around", "about", "shortly", "earlier", "during", "with", "to",
    "northeast", "northeastward", "eastward", "as", "and", "after", "across", "simultaneously", "again", "between",
    "minutes", "hours", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "together", "jointly",
    "jan", "feb", "aug", "sept", "oct", "nov", "dec", "january", "february", "april", "june", "july", "august", "september", "october",
    "november", "december",
}  # fmt: skip
_NO_OBJECT = {  # behind "tests", "launches", "fires" these make it a noun
    "by", "of", "in", "on", "and", "or", "have", "has", "had", "are", "is", "were", "was", "since", "this", "over", "that",
    "which", "as", "at", "from", "to", "for", "with", "will", "may", "could", "would", "near", "after", "before", "s",
}  # fmt: skip
_DETERMINERS = {  # behind these "tests" and "launches" are nouns
    "the", "its", "their", "his", "these", "those", "such", "of", "two", "three", "four", "several", "more", "all", "both", "nuclear",
    "missile", "recent", "new", "further", "other", "many", "any", "no", "some", "previous", "earlier", "latest", "and", "or", "with",
}  # fmt: skip
_COMPOUND = {"station", "stations", "pad", "pads", "site", "sites", "vehicle", "vehicles", "system", "systems", "ground", "grounds",
             "platform", "platforms", "range", "ranges", "capability", "capabilities", "line", "tube", "tubes"}  # fmt: skip
_COURSE = {"trajectory", "trajectories", "angle", "angles", "path", "arc"}  # "a lofted trajectory"
_LAUNCHED_FROM = frozenset({"air", "sea", "ground", "land", "surface"})
_ENDS = compiled(r"\s*(?:[,.;:)—–”\"]|$)")
_THAT_THEY = compiled(r",?\s+(?:that|which)\s+(?:[\w’'-]+\s+){1,6}(?:has|had|have)\s+(?:\w+ly\s+)?")
_ONLY_WHICH = compiled(r"\s+(?:that|which)\b")
_WHICH = compiled(r"\s+(?:that\s+)?(?:it|they|he|she)\s+(?:has\s+|had\s+|have\s+)?")
_OF_IT = compiled(r"\s(?:for|of)\s(?:[\w\"“”'’-]+\s){0,6}[\"“]?", re.IGNORECASE)
OF_THE_THING = compiled(  # "satellite images", "missile defence": not the thing itself
    r"\s(?:images?|imagery|photos?|photographs?|pictures?|data|navigation|tv|television|phones?|broadcast\w*|defen[cs]e|shield|"
    r"program(?:me)?s?|scientists?|engineers?|silos?|alerts?|bases?|factor(?:y|ies)|sites?|plants?|technolog\w+|parts|components?|"
    r"(?:[a-z]+-)?(?:stage|fuel|rocket|booster)\s(?:[\w-]+\s)?(?:engines?|motors?)|makers?|deals?|sales?|stocks?|crews?|forces?|units?|brigades?|debris|fragments?|experts?|fuel|engines?|motors?|activit\w+|"
    r"(?:(?:general|launch(?:ing)?|test(?:ing)?|firing|flight|range)\s)+(?:grounds?|sites?|stations?|cent(?:er|re)s?|ranges?|facilit(?:y|ies)|areas?|pads?|fields?|"
    r"complex(?:es)?|zones?|stands?|bureau)|ranges?(?=\s+facilit)|capabilit\w+|threats?|warning|attack(?=\s+drill))\b",
    re.IGNORECASE,
)
_GAP = compiled(  # between a thing and what it did: which one it is, an aside, helping words; no other subject
    r"(?:[,\s]+(?:that|which|from|of|with|carrying|arriving|coming|flying|heading|travell?ing|on|aboard|fired|launched|known|called|believed|thought|said|suspected|"
    r"presumed|apparently|described|in|by)\b(?:(?!\b(?:and|but|while|when|as|after|before) (?:the|an?|its|their|his|it|they|he|she)\b)[^;:]){0,140}?,?|"
    r"\s+\w+(?:ed|ew|ame|eft|ose|ent|ell)\b[^;:]{0,100}?,?\s+(?=(?:and|but|then|before)\s)|"
    r"\s+(?:(?:is|are|was|were)\s+(?:\w+\s+)?(?:believed|thought|said|reported|presumed|suspected|estimated|assessed|judged|understood|feared|known|confirmed)"
    r"|appears?|appeared|seems?|seemed)\s+to\s+have|"
    r"\s+[(“\"‘][^)”\"’]{1,40}[)”\"’],?)?"
    r"(?:\s+(?:and|but|then|also|later|each|both|all|had|has|have|reportedly|apparently|successfully|safely|probably|"
    r"eventually|soon|instead|suddenly|once|again|briefly|likely|(?-i:may|May(?= (?:Have|Be|Not)\b)|MAY(?= (?:HAVE|BE|NOT)\b))|might|could|would|will|did|not|never|to))*\s+",
    re.IGNORECASE,
)
_NAMED_BESIDE = compiled(  # not of the thing itself: "the rocket, a Chunmoo, flew" tells of the one told before
    r"(?<!rocket)(?<!missile)(?<!weapon)(?<!projectile)(?<!drone),\s(?:an?|the|its|their|another|one|two|three|four|five|six)\s(?:[\w’'-]+\s){0,3}$"
)
_IN_A_COLUMN = compiled(  # "soldiers, tanks and missiles crossed the square"
    r"\b(?:soldiers|troops|tanks|trucks|lorries|vehicles|howitzers|guns|bands|floats)\b[^.;:]{0,50}(?:,|\band)\s(?:[\w-]+\s){0,3}$",
    re.IGNORECASE,
)
_ABOUT_IT = compiled(  # "launched a protest over missiles"
    r"\s(?:(?:against|without|despite)\s(?:[a-z][\w-]*\s){0,2}|(?:over|about|like)\s)[\"“‘]?$", re.IGNORECASE
)
_ANOTHER = compiled(
    r"\b(?:because|nothing)\b|\b(?:regarding|concerning|to discuss|over(?=\s+(?:the\b|its\b|their\b|his\b|what\b|[A-Z]))(?! the (?:weekend|past|last|next)\b))\b|\b(?:that|which)\s+(?:can|could|carr\w+|hold\w*|launch\w*|fir\w+|use\w*|track\w*)\b|\b(?:capable of|able to|designed to)\b|\b(?:it|they|he|she|also)\s(?:can|could|would|will|may|might)\b|(?<!, )\b(?:after|since|following|amid)\b|\b(?:out|back) at\b"
    r"|(?<!more )(?<!less )(?<!fewer )\bthan\b|\b(?:more|less) than an?\s(?:(?!dozen|scores?|hundred|thousand|few|couple|handful|half)[\w-]+\s)?$"  # "proves less than a missile"
)
AS_WELL = compiled(  # where they went, which they are, and that there was more
    r"(?:(?:[^.;:]|(?<=\d)[.:](?=\d)|(?<=\b[ap])\.(?=m\.)|(?<=\.m)\.){0,110}?(?:,|\s)\s*(?:and|as well as|along with|together with|followed by|plus|then)\s+)"
    r"(?:(?!(?:and|the|its|said|that|was|were|is|are|had|has|to)\b)[\w,.’'-]+\s+){0,7}",
    re.IGNORECASE,
)
_LIKENED = compiled(
    r"\b(?:modell?ed|patterned|based)\s+(?:after|on)\s+(?:[\w.’'-]+\s+){0,4}$|\b(?:similar|comparable|akin)\s+to\s+(?:[\w.’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_CERTAIN = compiled(
    r"\d|[,;:]|\b(?:an?|the|its|their|his|this|that|these|those|another|both|all|some|more|new|several|multiple|many|few|dozens?|hundreds|scores|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|fort[yn]\w*|fifty|hundred|of|what|salvo|barrage)\b",
    re.IGNORECASE,
)
_DETERMINED = compiled(r"\s+(?:(?:successfully|also)\s+)?(?:an?|the|its|their|his|one|another|this)\s", re.IGNORECASE)
_IN_TURNS = compiled(
    r"\bin\s+(?:\w+\s+)?(?:two|three|four|five|six|several|multiple|separate|successive|both|\d+)\s+(?:separate\s+|successive\s+)?$",
    re.IGNORECASE,
)  # rounds
_SO_MANY = compiled(  # "launches at least 10 missiles" is no noun with its place
    r"\s+(?:at (?:least|most)|as many as|over (?=\d|an?\b|two|twenty|thirty)|in all)\b", re.IGNORECASE
)
_LATER_ON = compiled(  # "another followed from Sunan", "two more followed some hours later"; not "followed the missile"
    r"\s+(?:from|at|on|in the|shortly|soon|later|within|about|some|(?:an?|a few|one|two|three|four|five|ten|\d+|several|hours|minutes)\s+(?:\w+\s+)?(?:hours?|minutes?|days?|later|after)|"
    r"(?:hours|minutes|days) (?:later|after))\b"
)
_TALK_OF = compiled(
    r"\b(?:rumou?rs?|speculation|fears?|talk|claims?|suspicions?|conjecture|worries|concerns?|questions|debate|information|"
    r"images?|photos?|pictures|photographs|footage|video)\b",
    re.IGNORECASE,
)
_NONE = compiled(r"\s+(?:no|not a|zero|neither)\s(?!fewer|less|more)", re.IGNORECASE)  # "has tested no missile"
_LINK = Gated(  # "with a ballistic missile", "with its first test of a missile"; not "with Russia on missiles"
    r"\b(?P<link>with|by)\s+(?:(?:an?|another|yet another|its|their|his|one|two|three|four|five|six|seven|eight|nine|ten|a dozen|\d+|more|fresh|new|several|multiple)\s+"
    r"(?:(?!(?:of|on|in|at|for|and|to|against|from|over)\b)[\w’'“”\"-]+\s+){0,5}|the\s+)"
    r"(?:(?:launch|firing|test|test-firing|test-launch|volley|salvo|barrage|pair|trio|burst|flurry|series|string)(?:e?s)?\s+of\s+(?:[\w’'“”\"-]+\s+){0,5})?$",
    re.IGNORECASE,
)
_ON_SHOW = compiled(
    r"\s+(?:at|behind|beside|above|on display|on show|in front|on (?:its|the) (?:roof|stage|cover))\b", re.IGNORECASE
)
_COMES_AFTER = "follow"
_NO_PAST = compiled(r"come\b", re.IGNORECASE)  # by itself: its past is "came"
_PERFECT = {"have", "has", "had", "having"}
_STEERED = "guide"
LIGHT = frozenset({"carry out", "conduct", "hold", "perform", "intercept"})
_OF_AN_EVENT = (LIGHT - {"intercept"}) | {"stage", "complete", "undertake"}  # and of no thing: "missiles held by Iran"
_INCLUDES = compiled(r"\b(?:includ(?:ed|es|ing)|among them|ranged from)\b", re.IGNORECASE)
_HEAD = 30  # code points before a thing that say how many there are
_FOR = frozenset({"for", "by", "in", "of", "on", "about", "at", "from", "without"})
_SOME = 3  # words between a verb and a thing among which another verb has room
_REACH = 16  # words between a verb and its object
_HOLDS = compiled(
    r"(?!.*(?:missile|rocket|projectile|[IMSR]+L?BM|shell)s?$)", re.IGNORECASE
)  # what it is of says what flew: "a volley of", "a test of"
_PARTED = 2.4  # the weight of boundaries that parts them
_NEXT_CLAUSE = compiled(r",\s+(?:and|but|then|while)\s")
_ASIDES = 4.5  # the same where asides may stand between, as long as no other subject does


def from_verb(scene: Scene, verb: TermMatch, objects: Sequence[TermMatch]) -> Trigger | None:
    """The telling a verb makes with the nearest object it can take, or None."""
    before = [w.lower for w in scene.words.before(verb.start, 5) if w.start >= scene.start]
    following = scene.words.after(verb.end, 1)
    after = following[0].lower if following and following[0].start < scene.end else ""
    form = verb.term.form
    if (_is_no_verb(form, after) and not _SO_MANY.match(scene.text, verb.end)) or (
        form is Form.PRESENT and before and before[-1] in _DETERMINERS
    ):
        return None
    if verb.term.link:
        objects = [o for o in objects if _is_linked(scene, verb, o)]
    if form is Form.PAST and (
        (before and before[-1] in _LAUNCHED_FROM and not _CERTAIN.match(after)) or _is_a_trait(scene, verb, objects)
    ):
        return None  # "cancel the new air launched cruise missile", "a guided missile"
    chosen, passive = _object_of(scene, verb, objects, before, after)
    types = tuple(t for t in chosen.term.types if t in verb.term.types) if chosen is not None else ()
    if chosen is None or not types:
        return None
    modality = verb_modality(
        scene.text[scene.start : verb.start],
        before,
        form,
        in_title=scene.in_title,
        tail=scene.text[verb.end : scene.end],
    )
    if form is Form.BASE and modality is Modality.GENERAL:
        return None
    if chosen.start >= verb.end and _TALK_OF.search(scene.text, verb.end, chosen.start):
        return None  # "sets off rumours of a nuclear test"
    if chosen.start >= verb.end and _NONE.match(scene.text, verb.end, chosen.start + 1):
        modality = Modality.DENIED
    if not scene.in_title and _is_habit(scene, verb, chosen, before):
        modality = Modality.GENERAL
    floor = verb.end if chosen.start >= verb.end else scene.start
    return Trigger(
        min(verb.start, chosen.start), max(verb.end, chosen.end), verb.start, types,
        Shape.NOUN if (form is Form.GERUND and after == "of") or _is_relative(scene, chosen, verb) else Shape.CLAUSE, modality,
        definite=is_definite(scene.text, scene.words, chosen.start, floor), sentence=scene.number,
        object_start=chosen.start, object_end=chosen.end, passive=passive,
    )  # fmt: skip


def _is_a_trait(scene: Scene, verb: TermMatch, objects: Sequence[TermMatch]) -> bool:
    """Whether a verb only says what kind a thing is: "a guided missile", "its guided-missile destroyer"."""
    return verb.term.base == _STEERED and any(o.start == verb.end + 1 for o in objects)


def _is_linked(scene: Scene, verb: TermMatch, thing: TermMatch) -> bool:
    """Whether a thing stands behind the preposition its verb takes, and is one of its own, or so many: "answered the
    drills with a volley of four missiles"."""
    if thing.start < verb.end or _ON_SHOW.match(scene.text, thing.end):
        return False
    found = _LINK.search(scene.text, verb.end, thing.start)
    return found is not None and found["link"].lower() == verb.term.link


def beside_it(scene: Scene, verb: TermMatch, told: Trigger, objects: Sequence[TermMatch]) -> Iterator[Trigger]:
    """The tellings of what else the verb takes, of other kinds: "fired a ballistic missile and 170 artillery shells"."""
    if told.object_start is None or told.object_end is None or told.modality is not Modality.HAPPENED:
        return
    if _INCLUDES.search(scene.text, told.start, told.object_start):
        return  # "the missiles fired included a Shahab-3 as well as Zelzals": kinds of what was told
    known = set(told.types)
    ahead = told.passive and told.object_end <= verb.start  # "a missile and 170 shells were fired"
    for other in objects:
        types = tuple(t for t in other.term.types if t in verb.term.types)
        if other.end > told.object_start if ahead else other.start < told.object_end:
            continue
        apart = _is(scene, told.object_start, "rocket") and _is(scene, other.end - 1, "missile")
        if not types or ((types[0] in known or told.types[0] in types) and not apart):
            continue
        left, right = (other.end, told.object_start) if ahead else (told.object_end, other.start)
        if AS_WELL.fullmatch(scene.text, left, right):
            known.add(types[0])
            yield replace(
                told, start=other.start, end=other.end, anchor=other.start, types=types, definite=False,
                object_start=other.start, object_end=other.end,
            )  # fmt: skip


def _is(scene: Scene, place: int, thing: str) -> bool:
    """Whether the word at a place is of a thing."""
    word = next((w.lower for w in scene.words.after(max(0, place - 12), 3) if w.start <= place < w.end), "")
    return word.startswith(thing)


def of_these(scene: Scene, noun: TermMatch, told: Trigger, objects: Sequence[TermMatch]) -> Iterator[Trigger]:
    """The tellings of the further kinds that a noun is of: "a test of a ballistic missile and artillery rockets"."""
    of = OF_WHAT.match(scene.text, noun.end, scene.end)
    things = [o for o in objects if of is not None and o.start >= noun.end]
    if of is None or not things or things[0].start >= of.end() or told.modality is not Modality.HAPPENED:
        return
    known = set(things[0].term.types)
    for other in things[1:]:
        if other.term.types[0] not in known and AS_WELL.fullmatch(scene.text, things[0].end, other.start):
            known.add(other.term.types[0])
            types = tuple(t for t in other.term.types if t not in scene.strikes)
            yield replace(told, start=other.start, end=other.end, anchor=other.start, types=types, definite=False)


def from_move(scene: Scene, move: TermMatch, objects: Sequence[TermMatch]) -> Trigger | None:
    """The telling of what a thing did by itself ("the missile splashed down"), or None where it is not its subject."""
    form = move.term.form
    thing = (
        _nearest(scene, move, objects, rightward=False, parted=_ASIDES)
        if form in {Form.PAST, Form.PRESENT} or scene.in_title
        else None
    )
    if thing is None:
        return None
    beside = _NAMED_BESIDE.search(scene.text, max(scene.start, thing.start - _HEAD), thing.start) is not None
    gap = thing.end + (beside and scene.text[thing.end : thing.end + 2] == ", ")  # "its reply, a Ghauri-II, rose"
    if _GAP.fullmatch(scene.text, gap, move.start) is None:
        return None
    if _IN_A_COLUMN.search(scene.text, max(scene.start, thing.start - 70), thing.start):
        return None
    before = [w.lower for w in scene.words.before(move.start, 5) if w.start >= scene.start]
    if move.term.base == _COMES_AFTER and (_LATER_ON.match(scene.text, move.end) is None or before[-1:] == ["been"]):
        return None  # "News of rockets had been followed at the White House"
    modality = verb_modality(scene.text[scene.start : move.start], before, form, in_title=scene.in_title)
    if (
        form is Form.PAST
        and not scene.in_title
        and _NO_PAST.match(scene.text, move.start)
        and not _PERFECT.intersection(before)
    ):
        modality = Modality.PLANNED  # "is to rise off Florida and come down in the Atlantic"
    relative = _ONLY_WHICH.match(scene.text, thing.end) is not None
    return Trigger(
        thing.start, move.end, move.start, tuple(t for t in thing.term.types if t in move.term.types), Shape.NOUN if relative else Shape.CLAUSE, modality,
        definite=is_definite(scene.text, scene.words, thing.start, scene.start), sentence=scene.number,
        object_start=thing.start, object_end=thing.end, passive=True,
    )  # fmt: skip


def _is_habit(scene: Scene, verb: TermMatch, chosen: TermMatch, before: Sequence[str]) -> bool:
    """Whether it tells what is done again and again, of any number: "fires missiles at towns", "when missiles are fired"."""
    if not chosen.term.plural:
        return False
    if chosen.start >= verb.end:
        return verb.term.form is Form.PRESENT and _CERTAIN.search(scene.text, verb.end, chosen.start) is None
    opening = scene.text[max(scene.start, chosen.start - _HEAD) : chosen.start]
    lasts = before[-1:] == ["are"] or (before[-2:-1] == ["are"] and before[-1].endswith("ly"))
    return lasts and _CERTAIN.search(opening) is None


def _is_relative(scene: Scene, chosen: TermMatch, verb: TermMatch) -> bool:
    """Whether a clause without "that" only says which: "the missiles it tested"."""
    return chosen.end <= verb.start and _WHICH.fullmatch(scene.text, chosen.end, verb.start) is not None


def _is_no_verb(form: Form | None, after: str) -> bool:
    """Whether the next word makes it a noun or another verb: "launching pad", "shot down", "tests by"."""
    if form is Form.GERUND and after in _COMPOUND:
        return True
    return after in {"down", "back", *_COURSE} or (form is Form.PRESENT and after in _NO_OBJECT)


def _object_of(
    scene: Scene, verb: TermMatch, objects: Sequence[TermMatch], before: list[str], after: str
) -> tuple[TermMatch | None, bool]:
    """What was launched, and whether it stands before the verb as the passive's subject."""
    past = verb.term.form is Form.PAST
    perfect = _active_perfect(before)
    passive = past and any(w in _BE for w in before[-3:]) and not perfect
    ends = not after or _ENDS.match(scene.text, verb.end) is not None
    leftward = passive or (past and (ends or after in _LEFT_AFTER) and not perfect)
    right = _head(scene.text, _nearest(scene, verb, objects, rightward=True), objects, verb)
    if right is None and past and perfect:
        left = _nearest(scene, verb, objects, rightward=False)
        told = left is not None and _THAT_THEY.fullmatch(scene.text, left.end, verb.start) is not None
        return (left, True) if told else (None, False)
    if not leftward:
        return right, False
    left = _head(scene.text, _nearest(scene, verb, objects, rightward=False), objects, verb)
    if left is None and passive and right is not None and _NEXT_CLAUSE.search(scene.text, verb.end, right.start):
        return None, False  # "one was lost, and a month later a Safir"
    return (left, True) if left is not None else (right, False)


def _active_perfect(before: list[str]) -> bool:
    """Whether "has", "had" or "have" stands right before (an adverb between), which makes no passive."""
    return bool(before) and (
        before[-1] in {"has", "have", "had"}
        or (len(before) > 1 and before[-2] in {"has", "have", "had"} and before[-1] not in {"been", "be"})
    )


def _nearest(
    scene: Scene, verb: TermMatch, objects: Sequence[TermMatch], *, rightward: bool, parted: float = _PARTED
) -> TermMatch | None:
    """The nearest object on one side that the verb can take, within reach and within the clause."""
    if rightward:
        side = [o for o in objects if o.start >= verb.end]
    else:
        side = [o for o in reversed(objects) if o.end <= verb.start]
    for candidate in side:
        if (
            verb.term.base in _OF_AN_EVENT
            and candidate.term.part is Part.OBJECT
            and not of_an_event(scene.text, scene.start, (candidate.start, candidate.end))
        ):
            return None
        if OF_THE_THING.match(scene.text, candidate.end) or _IN_TURNS.search(
            scene.text, max(scene.start, candidate.start - _HEAD), candidate.start
        ):
            continue
        if not rightward and _LIKENED.search(scene.text, max(scene.start, candidate.start - 60), candidate.start):
            continue  # "KN-23s modeled after Russia's Iskander missile flew"
        left, right = (verb, candidate) if rightward else (candidate, verb)
        if rightward and (
            _ANOTHER.search(scene.text, left.end, right.start) or _ABOUT_IT.search(scene.text, left.end, right.start)
        ):
            return None
        if (
            _HOLDS.match(candidate.term.base) is not None
            and (of := OF_WHAT.match(scene.text, candidate.end, scene.end))
            and not any(candidate.end <= o.start < of.end() for o in objects)
            and SOMETHING_ELSE.fullmatch(of["what"])
        ):
            continue
        if rightward and _has_a_verb_of_its_own(scene, verb, candidate):
            return None
        far = len(scene.words.between(left.end, right.start)) > _REACH
        if far or scene.bounds.crossed(left.end, right.start) > parted:
            return None
        if set(candidate.term.types) & set(verb.term.types):
            return candidate
    return None


def _has_a_verb_of_its_own(scene: Scene, verb: TermMatch, thing: TermMatch) -> bool:
    """Whether another verb than this one takes a thing that stands some words behind: "sent to Congress, asks for two
    interceptors", "staged a parade and held back its missiles"; not "fired what it called a missile"."""
    between = scene.words.between(verb.end, thing.start)
    if len(between) < _SOME or any(w.lower == "what" for w in between):
        return False
    own = governed(scene.text, scene.words, (scene.start, scene.end), thing.start, thing.end).verb
    if own is None or own.is_behind or own.copula or own.start < verb.end:
        return False
    if own.tense is Tense.GERUND and own.before not in _FOR:
        return False  # "shot down a warhead simulating a missile"
    one = not thing.term.plural and _DETERMINED.match(scene.text, verb.end, own.start) is not None
    if one and _CERTAIN.search(scene.text, own.start, thing.start) is None:
        return False  # "an indigenously designed and developed missile": which kind of thing it is
    return own.tense is not Tense.PRESENT and not own.word.startswith("un")


def _head(text: str, chosen: TermMatch | None, objects: Sequence[TermMatch], verb: TermMatch) -> TermMatch | None:
    """The head of the chosen noun's phrase: in "an engine for a missile" it is the engine."""
    for other in objects:
        if (
            chosen is not None
            and other.end <= chosen.start
            and set(other.term.types) & set(verb.term.types)
            and not verb.start <= other.start < verb.end
            and not other.end <= verb.start < chosen.start
            and _OF_IT.fullmatch(text[other.end : chosen.start])
        ):
            return other
    return chosen
