"""Speakers nobody knows beforehand: the noun phrase beside a verb that only speakers have ("a retired general said")."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.extract.attribution_lexicon import Verb
from reportedly.extract.attribution_line import WORD, Line
from reportedly.extract.voices import Holder, made_voice
from reportedly.model import Voice
from reportedly.patterns import compiled

_MODIFIER = compiled(
    r"\s(?:of|at|from|in|for|with|on|near|across|along|around|inside|outside|to|who|whose|which|that|close|close to|based|named|identified|aged|working"
    r"|familiar|involved|and|whom|behind|aboard|above|below|beside|under|over)\b"
)
_BREAK = compiled(
    r"[.;:—–“”\"()•|]|\s-\s|,|\b(?:that|but|while|as|when|because|if|where|after|before|although|though|since|until|so"
    r"|than|what|how|why|whether|and)\s"
)
_RELATIVE = compiled(r",?\s(?:who|whose|which|aged|speaking|asked|citing|quoting)\s[^.;:“”\"]{2,110}\Z")
_APPOSED = compiled(r",\s(?:an?|the|of|from|in|\d+|[a-z]\w+)\b[^.;:“”\"]{0,110},\s*\Z")
_OPENING_ADVERB = compiled(
    r"(?:[A-Z][a-z]+ly|Later|Earlier|Then|Meanwhile|Afterwards|Afterward|Today|Yesterday|Now|Still|Yet|And|But),? (?=(?:an?|one|the|two|three|several|some|other|another)\b)"
)
_OWNER = compiled(r"(?:[\w.-]+ )*[\w.-]+['’]s? ")
_SERVES = compiled(r"\b(?:of|at|from|with|for)\Z")
_OPENING = compiled(r"(?i:in|on|at|by|from|with|during|amid) [^,;:]{2,40}? (?=the [A-Z])")
_RELATION = compiled(r" of (?:the )?(?:(?!(?:in|at|for|from|with|who|which|on)\b)[\w’'-]+(?: |\Z)){1,5}")
_PERSONAL = compiled(
    r"(?:er|or|ist|ian|man|men|person|people|(?<!m)(?<!ev)ent|ant|ee|yst|ic|chief|head|aide|scholar|captain|expert|official|general)s?\Z"
)
_PEOPLE = compiled(r"(?:er|or|ist|ian|ic|expert|member)s\Z")
_OF_PEOPLE = frozenset({"condemn", "protest", "urge", "deny", "allege"})
_OBJECT = compiled(r" (?:(?:the|an?|its?|their|his|her|this|that|these|those|any|all|what)\b|[A-Z\"“]|[a-z-]+s\b)")
_OF_INSTRUMENTS = frozenset({"detect", "find"})
_PLURAL = compiled(r"[a-z]{3,}[^s\W]s\Z|people\Z|police\Z|staff\Z|men\Z|women\Z")


def speaker_before(line: Line, verb: Verb, form: str, at: int) -> Holder | None:
    """The noun phrase whose verb begins here, where only a speaker can be its subject."""
    if not _is_verb(line, verb, form):
        return None
    end = _past_auxiliaries(line, at)
    if not verb.plain:  # "an oceanographer aboard the ship recorded": who is told of so is a person, whatever the verb
        holder = _phrase(line, _clause_start(line, end), end) if verb.needs is None else None
        return holder if holder is not None and _is_somebody(line, holder, verb, form, at + len(form)) else None
    if line.text[max(line.start, end - 3) : end] == " to":
        return None  # "a big reason to believe it"
    for pattern in (_RELATIVE, _APPOSED):
        if m := pattern.search(line.text, max(line.start, end - 130), end):
            holder = _phrase(line, _clause_start(line, m.start()), m.start())
            if holder is not None:
                return holder
    holder = _phrase(line, _clause_start(line, end), end)
    return (
        None
        if holder is not None and verb.base in line.words.of_things_too and not _is_personal(line, holder)
        else holder
    )


def speaker_behind(line: Line, verb: Verb, form: str, at: int) -> Holder | None:
    """The noun phrase behind an inverted verb: ", said a retired general who follows the matter"."""
    if not verb.plain or not _is_verb(line, verb, form) or line.text[at : at + 1] != " ":
        return None
    stop = _BREAK.search(line.text, at + 1, line.end)
    return _phrase(line, at + 1, stop.start() if stop else line.end)


def _is_somebody(line: Line, holder: Holder, verb: Verb, form: str, at: int) -> bool:
    """Whether a noun phrase is of persons nobody knows yet: by its form ("an oceanographer", "two dock workers",
    "campaigners"), or as nothing else does to something what the verb tells ("the Greens condemned the test")."""
    words = line.text[holder.start : holder.end].split()
    if verb.cue_class in _OF_PEOPLE and form.endswith("ed"):
        return words[0].lower() not in line.words.unknown["own"] and _OBJECT.match(line.text, at, line.end) is not None
    told = words[0].lower() in line.words.unknown["somebody"] or (
        words[-1].endswith("s") and verb.cue_class not in _OF_INSTRUMENTS
    )
    return holder.kind == "unnamed" and told and is_personal(words[-1].lower())


def is_personal(word: str) -> bool:
    """Whether a noun is one of people by its form: "astronomer", "residents"."""
    return _PERSONAL.search(word) is not None


def _is_personal(line: Line, holder: Holder) -> bool:
    """Whether a noun phrase is of people: one that is told apart, a name, or by the form of its head."""
    words = line.text[holder.start : holder.end].split()
    told = words[0].lower() in line.words.unknown["determiners"] or (
        words[-1][0].isupper() and holder.start > line.start
    )
    return told or _PERSONAL.search(words[-1]) is not None


def of_state(line: Line, state: Holder, head: Holder) -> Holder:
    """A speaker with the state that owns it: "Japan's opposition"."""
    owner, name = state.voices[-1], head.voices[-1].name
    if head.kind == "organisation" and line.words.is_person(name):
        return replace(head, voices=(made_voice(name, "official", owner.state),), kind="person")
    return replace(head, voices=(made_voice(f"{owner.name} {name}", "unnamed", owner.state),))


def _is_verb(line: Line, verb: Verb, form: str) -> bool:
    return not verb.participle and (verb.base not in line.words.nouns_too or form not in (verb.base, verb.base + "s"))


def _past_auxiliaries(line: Line, at: int) -> int:
    """Where the subject ends: before the adverbs, auxiliaries and weekdays that lead to the verb."""
    words = [(m.start(), m.end()) for m in WORD.finditer(line.text, max(line.start, at - 60), at)]
    end = at
    for start, stop in reversed(words):
        word = line.text[start:stop].lower()
        if line.text[stop:end].strip() or not (word in line.words.unknown["auxiliaries"] or word.endswith("ly")):
            break
        end = start
    return len(line.text[:end].rstrip())


def _clause_start(line: Line, end: int) -> int:
    start = line.start
    for m in _BREAK.finditer(line.text, max(line.start, end - 120), end):
        start = m.end()
    return start


def _phrase(line: Line, start: int, end: int) -> Holder | None:
    """The noun phrase that stands here, without what it stands behind or before; None where it cannot speak."""
    while start < end and not line.text[start].isalnum():
        start += 1
    if opening := _OPENING.match(line.text, start, end) or _OPENING_ADVERB.match(line.text, start, end):
        start = opening.end()  # "In its statement the Treasury said", "Later a resident said"
    modifier = _MODIFIER.search(line.text, start, end)
    stop = modifier.start() if modifier else end
    owner = _OWNER.match(line.text, start, stop)
    words = line.text[owner.end() if owner else start : stop].split()
    if words and words[-1] in line.words.unknown["now"]:  # "a former inspector now at the college"
        words.pop()
    if not words or len(words) > 6 or (modifier and modifier.start() - start < 2):
        return None
    kept = [w for w in words if w.lower() not in line.words.unknown["determiners"]]
    owned = owner is not None and len(kept) == len(words)
    if not kept or len(kept) < len(words) - 2 or not _can_speak(line, kept):
        return None
    proper = kept[-1][0].isupper() and not (start == line.start and len(words) == 1 and _PEOPLE.search(kept[0]))
    if len(kept) == len(words) and not (proper or owned) and not _PLURAL.search(kept[-1]):
        return None
    leads = kept[-1].lower() in line.words.leading
    if whole := _RELATION.match(line.text, stop, end) if leads else None:
        kept.append(whole[0].strip())
    kind = "organisation" if proper else "unnamed"
    kept[0] = kept[0] if proper or len(words) > 1 else kept[0].lower()
    voice = made_voice(" ".join(kept), "claimant" if proper else "unnamed", None)
    if modifier and not (proper or leads) and (body := _serves(line, modifier.end())) is not None:
        voice = made_voice(f"{body.name} {' '.join(kept)}", "unnamed", body.state)
    return Holder(start, stop, (voice,), kind, "open")


def _serves(line: Line, at: int) -> Voice | None:
    """The body that stands behind "of" or "at": "a representative of the defence ministry"."""
    of = _SERVES.search(line.text, max(line.start, at - 6), at)
    body = next((h for h in line.holders if h.start >= at and h.start - at <= 5), None) if of else None
    return body.voices[-1] if body is not None and body.kind == "body" and body.voices else None


def _can_speak(line: Line, words: Sequence[str]) -> bool:
    """Whether a noun phrase of these words, determiners left out, may be somebody."""
    head = words[-1]
    if (
        any(w.lower() in line.words.unknown["finite"] or w[0].isdigit() for w in words)
        or words[0].lower() in line.words.unknown["prepositions"]
    ):
        return False
    return not (
        head.lower() in line.words.unknown["nobody"]
        or words[0].lower() in line.words.unknown["nobody"]
        or head.lower() in line.words.silent
        or head.endswith(("ing", "'s", "’s"))
        or not (head[0].isalpha() and words[0][0].isalpha())
    )
