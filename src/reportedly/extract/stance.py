"""How sure a speaker is of what is said: from the verb, the words that hedge it, and what the sentence nests it in."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reportedly.codebook import Codebook, CueClass, Phrases
from reportedly.extract.attribution_lexicon import Verb, stance_of, verbs
from reportedly.extract.speaker_words import speaking
from reportedly.extract.stance_said import done_by
from reportedly.fields.gated import Gated
from reportedly.fields.gates import Gates
from reportedly.model import Span, Stance, Voice
from reportedly.patterns import compiled

_WEAKNESS = {Stance.CONFIRMED: 0, Stance.ASSERTED: 0, Stance.ESTIMATED: 1, Stance.ALLEGED: 2, Stance.SPECULATED: 3}
_BESIDE_BLAME = frozenset({Stance.THREATENED, Stance.URGED, Stance.PLANNED})
_HEDGED = (Stance.ALLEGED, Stance.ESTIMATED, Stance.SPECULATED)
_HEDGING = frozenset({"assess", "suspect", "speculate", "hearsay", "allege", "claim"})
_CAPABLE = compiled(
    r"could(?= (?:\w+ly )?(?:reach|carry|hit|strike|fly|travel|threaten|target|cover|deliver|evade|manage|exceed|range"
    r"|be (?:used|modified|adapted|raised)))"
)
_BRIEF = 65  # a statement this short is about the noun it hedges
_LEAD = 28  # a comma before this ends an opening phrase, not a clause
_NEAR = 45  # how far behind it an adjective's hedge reaches
_VERB_BETWEEN = compiled(r"\b(?:was|were|is|are|has|had|have|did)\b")
_AND = compiled(r"\band\b")
_COMPLEMENT = compiled(r"\bthat (?:it|they|the|its|their|this|such)\b")
_CLAUSE = Gated(
    r"[;:—–]\s|,\s+(?:and|but|while|although|though|which|where|with|as|after|before|adding|giving)\b|\swhile\s"
    r"|\sthat\s(?=(?:may|might|could|is|are|was|were|has|have|had|appear\w*|seem\w*|look\w*)\b)"
    r"|\s(?:and|but)\s(?=[\"“]?(?:it |they |that |had |has |have |is |was |were |are |may |might |could |will |would "
    r"|then |later |\w+ed |"
    r"flew |fell |came |hit |went |said |rose |left |did |broke ))"
)
_PURPOSE = Gated(
    r"\b(?:signal|message|aim(?:ed)?|intend|intention|purpose|meant to|response to|in response|bid to|show of"
    r"|will|would|designed to|trying to|want(?:s|ed) to)\b"
)
_RETALIATE = Gated(
    r"\b(?:will|would|shall)\b|consequences|retaliat|\bact(?:ion)?s?\b|\bnot to\b|against|respon[sd]|\bpay\b|\bface\b|\bmeasures\b|\bsanctions\b"
)
_WARNERS = frozenset({"intel", "academic", "thinktank", "unnamed"})  # who warns of what others do
_BIDDEN = compiled(
    r" (?:(?!(?:that|which|who|had|has|is|was|were|are|no|of|about|to|on|at|in|from)\b)[\w'’-]+ ){1,5}?(?:not )?to "
    r"(?!(?:the|an?|its|their|his|her|this|that)\b|be (?:able|ready)\b)[a-z]"
)
_NONE = compiled(r"[Nn](?:o|one|othing|either)\b")
_NONE_OF = Gated(r"\b(?:none|neither|nothing|nobody)\b", re.IGNORECASE)
_TO_ANOTHER = compiled(r"^(?:[^.;]|[.]\d)*?\b(?:to|upwards?|downwards?|up|down)\b")
_NEGATED = Gated(
    r"\b(?:not|never|no one|nobody|neither|nor|without|short of|refrained from|shied away from|n['’]t|cannot)\b(?:\s+\w+){0,3}\s*\Z|n['’]t\s*\Z"
)


def weakest(*stances: Stance) -> Stance:
    """The weakest of nested stances; acts of speech (denied, condemned ...) stand above the scale and are kept."""
    first = stances[0]
    if first not in _WEAKNESS:
        return first
    return max([s for s in stances if s in _WEAKNESS], key=_WEAKNESS.__getitem__)


def manner_of(verb: Verb | None, said: Stance, outer: Sequence[Stance]) -> Stance:
    """How a verb and those around it put every clause of what is said, whatever the first clause makes of it."""
    own = verb.stance if verb else Stance.ASSERTED
    if own not in _WEAKNESS or not (said in _WEAKNESS or said is Stance.CONDEMNED):
        return said
    return weakest(own, *outer)


def stance_at(text: str, sentence: Span, span: Span, said: Stance | None, codebook: Codebook) -> Stance:
    """The stance of one value: its speaker's (None for the narrator's own words), lowered by the words that hedge the
    value's clause. What a condemnation speaks of is taken for granted: asserted."""
    base = Stance.ASSERTED if said in (None, Stance.CONDEMNED) else said
    start, end = _clause(text, sentence, span)
    return weakest(base, *_hedges(text, start, end, span, codebook))


def said_stance(
    verb: Verb | None, before: str, behind: str, said: str, speaker: Voice, codebook: Codebook
) -> tuple[Stance, str | None]:
    """The stance of an attribution, and the act done by saying it; `before` is what stands between speaker and verb,
    `behind` what comes after the verb."""
    stance, act = (verb.stance, verb.act) if verb else (Stance.ASSERTED, None)
    if verb is not None and before.endswith(" no longer "):
        return Stance.WITHDRAWN, None
    if verb is not None and verb.base == "be" and verb.cue_class == "assess" and behind.startswith(" not "):
        return Stance.DENIED, None  # "were not convinced that it had survived"
    if verb is not None and _NEGATED.search(before):
        return _negated(verb), None
    if verb is not None and verb.base in codebook.speech_verbs.hands_out and _NONE.match(said):
        return Stance.WITHHELD, None  # "no altitude was given by the ministry"
    if stance is Stance.PLANNED and done_by(said, codebook.cues) is Stance.THREATENED:
        return Stance.THREATENED, "threaten"  # "vowed to retaliate"
    if verb is not None and verb.base in codebook.speech_verbs.replaces and _TO_ANOTHER.search(said):
        return Stance.ASSERTED, None
    if verb is not None and verb.base == "call" and said.startswith(("for ", "on ")):
        return Stance.URGED, "urge"
    if verb is not None and verb.base in codebook.speech_verbs.bid_to and _BIDDEN.match(behind):
        return Stance.URGED, "urge"  # "told ships to stay away", "warned the North to halt"
    if verb is not None and verb.base == "warn":
        return _warned(said, speaker, codebook)
    if stance not in _WEAKNESS:
        return stance, act
    clause = _first_clause(said)
    plain = stance is Stance.ASSERTED and not _is_opinion(speaker, codebook)
    if plain and _censures(clause, _denial(codebook.phrases).search(clause), codebook.phrases):
        return Stance.CONDEMNED, "condemn"
    return weakest(stance, *_of_content(clause, speaker, codebook)), act


def clauses_said(
    text: str, content: Span, stance: Stance, speaker: Voice, codebook: Codebook
) -> Iterator[tuple[Span, Stance]]:
    """Each clause of what is said with its own stance: "it flew 400 km, may have failed, and will be tried again"."""
    start = content.start
    for cut in (*_cuts(text, content), Span(content.end, content.end)):
        clause = Span(start, cut.start)
        for one in _of_clause(clause.of(text), stance, speaker, codebook):
            yield clause, one
        start = cut.end


def _of_clause(clause: str, stance: Stance, speaker: Voice, codebook: Codebook) -> Sequence[Stance]:
    """What a clause does: one thing, or two where it blames and asks or threatens too ("such acts must stop")."""
    if stance not in _WEAKNESS:
        return (stance,)
    if stance is Stance.ASSERTED:
        opinion = _is_opinion(speaker, codebook)
        denied = _denial(codebook.phrases).search(clause)
        done = Stance.DENIED if denied else done_by(clause, codebook.cues)
        if not opinion and _censures(clause, denied, codebook.phrases):
            return (Stance.CONDEMNED, done) if done in _BESIDE_BLAME else (Stance.CONDEMNED,)
        if done is not None and (done is Stance.DENIED or not opinion):
            return (done,)
    return (weakest(stance, *_of_content(clause, speaker, codebook)),)


def _of_content(said: str, speaker: Voice, codebook: Codebook) -> list[Stance]:
    """The hedges of what is said; an outside expert who asserts still estimates, and guesses at purposes. A hedge on
    a noun ("a suspected missile was fired") counts only where little else is said."""
    words = codebook.phrases.hedges
    hedges = [  # "put its height at 50 km and its course as possibly irregular": the adverb is of the second alone
        m
        for m in _hedge_pattern(codebook.cues, codebook.phrases).finditer(said)
        if not (m[0].lower() in words.get("adverbs", ()) and _AND.search(said, 0, m.start()))
    ]
    found = [_hedge(m) for m in hedges if len(said) <= _BRIEF or m[0] not in words.get("nouns", ())]
    if _is_opinion(speaker, codebook):
        found.append(Stance.SPECULATED if _PURPOSE.search(said) else Stance.ESTIMATED)
    return found


def _first_clause(said: str) -> str:
    """The clause that carries the weight of what is said: up to the first break that has something before it."""
    end = _CLAUSE.search(said)
    clause = said[: end.start()] if end else said
    comma = clause.find(", ", _LEAD)
    return clause if comma < 0 else clause[:comma]


def _is_opinion(speaker: Voice, codebook: Codebook) -> bool:
    """Whether the speaker is an expert who observes nothing himself."""
    words = speaking(codebook)
    if speaker.kind in ("academic", "thinktank", "expert"):
        return words.organisation_kind(speaker.name) is None and words.is_person(speaker.name)
    return speaker.kind == "unnamed" and words.of_opinion.search(speaker.name) is not None


def _warned(said: str, speaker: Voice, codebook: Codebook) -> tuple[Stance, str | None]:
    if speaker.kind not in _WARNERS and done_by(said, codebook.cues) is Stance.THREATENED:
        return Stance.THREATENED, "threaten"  # however it is hedged: "that this might end in war"
    if hedged := _of_content(said, speaker, codebook):
        return weakest(Stance.SPECULATED, *hedged), None
    if speaker.kind in _WARNERS:
        return Stance.SPECULATED, None
    return (Stance.THREATENED, "threaten") if _RETALIATE.search(said) else (Stance.ASSERTED, None)


def _negated(verb: Verb) -> Stance:
    """What a negated verb says: "did not say" withholds, "did not deny" asserts, "did not confirm" withholds."""
    if verb.cue_class == "deny":
        return Stance.SPECULATED if verb.base == "rule" else Stance.ASSERTED
    if verb.cue_class in ("report", "confirm", "find", "detect", "withhold", "admit", "allege"):
        return Stance.WITHHELD
    return Stance.DENIED


@lru_cache(maxsize=8)
def _censure(phrases: Phrases) -> Gates:
    return Gates([Gated(phrase, re.IGNORECASE) for phrase in phrases.censure], by_pieces=True)


def does(clause: str, codebook: Codebook) -> frozenset[Stance]:
    """What the words of a clause do by themselves, whatever its verb of speech: blame, deny, threaten, urge."""
    done, denied = done_by(clause, codebook.cues), _denial(codebook.phrases).search(clause)
    blames = _censures(clause, denied, codebook.phrases)
    said = (done, Stance.DENIED if denied else None, Stance.CONDEMNED if blames else None)
    return frozenset(stance for stance in said if stance is not None)


def _censures(clause: str, denied: re.Match[str] | None, phrases: Phrases) -> bool:
    """Whether a clause blames somebody, beside what it denies: "did not violate any treaty" blames nobody."""
    blame = _censure(phrases)
    places = [found.start() for n in blame.open_in(clause) if (found := blame.patterns[n].search(clause)) is not None]
    if not places or _NONE_OF.search(clause, 0, min(places)):
        return False  # "none of the missiles posed a threat"
    return denied is None or not denied.start() <= min(places) < denied.end()


@lru_cache(maxsize=8)
def _denial(phrases: Phrases) -> Gated:
    return Gated("|".join(phrases.denial) or "(?!)", re.IGNORECASE)


@lru_cache(maxsize=8)
def _hedge_pattern(cues: tuple[CueClass, ...], phrases: Phrases) -> Gated:
    """Every hedge: the phrases, and the words of cue classes of the same stance that are no verbs of speech."""
    words = {stance: list(phrases.hedges.get(stance.value, ())) for stance in _HEDGED}
    spoken = verbs(cues)
    for cue in cues:
        stance = stance_of(cue)
        if cue.id in _HEDGING and stance in words:
            extra = [
                w for w in cue.words if w.split()[0] not in spoken and w not in ("may", "might", "could", "possible")
            ]
            words[stance] += sorted(map(re.escape, extra), key=len, reverse=True)
    groups = [f"(?P<{s.value}>\\b(?:{'|'.join(words[s])})\\b)" for s in _HEDGED if words[s]]
    return Gated("|".join(groups) or "(?!)")


def _hedge(m: re.Match[str]) -> Stance:
    stance = Stance(str(m.lastgroup))
    return Stance.ESTIMATED if _CAPABLE.match(m.string, m.start()) else stance


def _hedges(text: str, start: int, end: int, span: Span, codebook: Codebook) -> list[Stance]:
    """The hedges of a clause that reach a value: verbs and adverbs the whole of it, adjectives what follows them."""
    found, words = [], codebook.phrases.hedges
    for m in _hedging(text, start, end, _hedge_pattern(codebook.cues, codebook.phrases)):
        adjective, adverb = m[0] in words.get("nouns", ()), m[0].lower() in words.get("adverbs", ())
        if adjective and not (m.start() < span.end and m.end() + _NEAR >= span.start):
            continue
        if adjective and _VERB_BETWEEN.search(text, m.end(), max(m.end(), span.start)):
            continue  # "with a potential 2,000-km range was launched successfully"
        if m.start() >= span.end and "," in text[span.end : m.start()]:
            continue
        if m.start() >= span.end and _COMPLEMENT.search(text, span.end, m.start()):
            continue  # "made every turn and so proved that it could get around defences"
        if adverb and _AND.search(text, span.end, max(span.end, m.start())):
            continue  # "a height of 50 km and a course possibly irregular"
        if adverb and m.end() <= span.start and "," in text[m.end() : span.start]:
            continue
        found.append(_hedge(m))
    return found


@lru_cache(maxsize=64)  # each value of a clause asks for them
def _hedging(text: str, start: int, end: int, pattern: Gated) -> tuple[re.Match[str], ...]:
    return tuple(pattern.finditer(text, start, end))


def _clause(text: str, sentence: Span, span: Span) -> tuple[int, int]:
    """The bounds of the clause a value stands in."""
    start, end = sentence.start, sentence.end
    for cut in _cuts(text, sentence):
        if cut.end <= span.start:
            start = cut.end
        elif cut.start >= span.end:
            end = cut.start
            break
    return start, end


@lru_cache(maxsize=64)  # each value of a sentence asks for them
def _cuts(text: str, sentence: Span) -> tuple[Span, ...]:
    """What parts the clauses of a sentence, or of what is said in it."""
    return tuple(Span(*m.span()) for m in _CLAUSE.finditer(text, sentence.start, sentence.end))
