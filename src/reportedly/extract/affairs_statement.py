"""Statements as a report's subject: the lead says that somebody condemns, denies, threatens, urges or protests."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reportedly.codebook import Codebook, CueClass, NameMatch
from reportedly.extract.acting import may_act
from reportedly.extract.affairs_find import Affair, clause_end, told
from reportedly.extract.affairs_words import OFFICIAL
from reportedly.extract.framing import Framing
from reportedly.extract.inflection import verb_forms
from reportedly.extract.other_news import tells_other_news
from reportedly.fields.gated import Gated
from reportedly.model import BlockKind
from reportedly.patterns import compiled

ACTS = frozenset({"condemn", "deny", "threaten", "urge", "protest"})
_SUBJECTS = frozenset({"body", "state", "metonym", "person", "demonym"})
_ASIDE = compiled(
    r"\b(?:to|with|against|on|of|from|by|in|at|for|over|toward|towards|into)\s+(?:the\s+)?$", re.IGNORECASE
)
_DONE_BY = compiled(r"\s+(?:\w+ly\s+)?by\s+(?:the\s+)?")
_RELEASE = compiled(r"\s*(?:#\s*)?(?:Joint\s+)?(?:Statement|Readout|Remarks)\s+(?:by|from|of|on)\b")
_INVEIGHS = compiled(  # from a watched state these are statements; of others they lead in what they charge it with
    r"\b(?:accus(?:es|ed)|lash(?:es|ed) out|hit(?:s)? (?:back|out)|rail(?:s|ed)|fum(?:es|ed)|rebuk(?:es|ed)|scoff(?:s|ed)|mock(?:s|ed)|"
    r"dismiss(?:es|ed)|brush(?:es|ed) off|vow(?:s|ed)|voic(?:es|ed)|express(?:es|ed)|dismissing|rejecting|refuting|denouncing|slamming)\b",
    re.IGNORECASE,
)
_ISSUED = compiled(r"\b(?:issued|released|adopted|signed|put out|made)\s+(?:\w+\s+){0,3}statement\b", re.IGNORECASE)
_STATEMENT = compiled(
    r"\b(?:in|issued|released|published)\s+(?:a|the|an)\s+(?:\w+\s+){0,2}(?:statement|commentary|declaration)\b",
    re.IGNORECASE,
)
_ON_ARMS = compiled(
    r"\b(?:missiles?|nuclear|denuclear\w*|ICBMs?|warheads?|satellites?|launch(?:es)?|arms|sanctions|bomb|drills?|exercises?)\b",
    re.IGNORECASE,
)
_AS_NOUN = compiled(
    r"\b(?:an?|the|its|their|his|of|without|no|any|advance|navigational?|weather|tsunami|early)\s+(?:[\w-]+\s+){0,2}(?:warning|protest|demand|threat)s?$|\b(?:warnings|threats|denials)$",
    re.IGNORECASE,
)
_WE = compiled(r"\b[Ww]e\s+(?:\w+\s+){0,2}$")
_OF_ITS_OWN = compiled(  # what is urged is more of one's own
    r"\s+(?:for\s+)?(?:an?\s+)?(?:more|faster|greater|further|increas\w+|stepped-up|mass|production|output)\b",
    re.IGNORECASE,
)
_BY_THE_WAY = compiled(r",\s+(?:\w+ly\s+)?\w+ing$")  # a participle behind a clause says on what it bears
_UPON = compiled(r",?\s+(?:after|over|following|amid|in (?:response|reaction) to)\b", re.IGNORECASE)
_DEMAND = compiled(r"\b(?:must|should|needs? to)\b[^.;]{0,160}?,\s+(?P<who>[^,.;]{2,60}?)\s+(?:said|says)\b")
_MATTER = compiled(
    r"\b(?:missiles?|rockets?|nuclear (?:test|explosion|weapons?)|launch(?:es)?|ICBMs?|SLBMs?|arms|ammunition|munitions|weapons?|"
    r"(?:the|its|their|these|latest) (?:nuclear )?(?:tests|explosions|blasts|firings)|deterren(?:t|ce)|denuclear\w*|warheads?|uranium|satellite|firing|overflight|sho(?:o)?t(?:ing)? down|enrichment|test|arm(?:ing|ed)|shells?)\b",
    re.IGNORECASE,
)  # fmt: skip


def find_statements(framing: Framing, affairs: Sequence[Affair]) -> tuple[Affair, ...]:
    """The statements that the headline and the first two sentences tell, on a matter of weapons; none in a release that
    is the statement itself, and about what it is on."""
    if framing.codebook.one("statement") is None or _RELEASE.match(framing.facts.report.title or ""):
        return ()
    found = tuple(a for number in _opening(framing) for a in _of_sentence(framing, number))
    return found if found or affairs else tuple(_named(framing))


def _named(framing: Framing) -> Iterator[Affair]:
    """What the opening calls a statement of a watched state's, on nuclear arms or missiles: "in a statement carried by"."""
    facts = framing.facts
    text = facts.report.text
    opening = [facts.sentences[n] for n in _opening(framing)]
    if not any(_ON_ARMS.search(text, s.start, s.end) for s in opening):
        return
    for number in _opening(framing):
        span = facts.sentences[number]
        said = _STATEMENT.search(text, span.start, span.end)
        speakers = [n for n in facts.names_in(opening[0].start, span.end) if n.kind in {"person", "body"}]
        own = [n for n in speakers if _state(n) in framing.codebook.watched]
        if said is not None and own:
            yield _affair(framing, said.span(), said.start(), number, own[:1])
            return


def _in_opening(framing: Framing) -> Iterator[NameMatch]:
    spans = (framing.facts.sentences[n] for n in _opening(framing))
    return (name for s in spans for name in framing.facts.names_in(s.start, s.end))


def _opening(framing: Framing) -> list[int]:
    sentences = framing.facts.sentences
    return [n for n, s in enumerate(sentences) if s.kind is BlockKind.TITLE] + list(framing.facts.body[:2])


def _of_sentence(framing: Framing, number: int) -> Iterator[Affair]:
    facts = framing.facts
    span, text = facts.sentences[number], facts.report.text
    if _MATTER.search(text, span.start, span.end) is None:
        return
    matches = (
        *act_pattern(framing.codebook).finditer(text, span.start, span.end),
        *_INVEIGHS.finditer(text, span.start, span.end),
        *_never_done(framing.codebook).finditer(text, span.start, span.end),
    )
    for match in sorted(matches, key=lambda m: m.start()):
        subjects = list(_subjects(framing, span.start, match))
        if not subjects and _WE.search(text, span.start, match.start()):
            subjects = [n for n in _in_opening(framing) if n.kind in {"body", "person"} and _state(n)][:1]
        title = span.kind is BlockKind.TITLE
        if " " not in match[0] and _AS_NOUN.search(text[max(span.start, match.start() - 40) : match.end()]):
            continue
        unnamed = OFFICIAL.search(text, span.start, match.start()) or _ISSUED.search(text, span.start, match.start())
        if not subjects and not title and unnamed is None:
            continue
        if _OF_ITS_OWN.match(text, match.end()) is not None:
            continue
        participle = _BY_THE_WAY.search(text, span.start, match.end()) is not None
        if participle and tells_other_news(facts, framing.codebook, number):
            continue
        if match.re is _INVEIGHS and not (subjects and _state(subjects[-1]) in framing.codebook.watched):
            continue
        start = subjects[-1].start if subjects else match.start()
        end = clause_end(facts, match.end(), number)
        upto = span.end if _UPON.match(text, end) is not None else end
        watched = bool(subjects) and _state(subjects[-1]) in framing.codebook.watched
        first = title or number in facts.body[:1]
        low, high = (
            (span.start, span.end) if watched and first else (_clause_start(text, span.start, match.start()), upto)
        )
        if _MATTER.search(text, low, high) is None:
            continue
        yield _affair(framing, (start, max(end, match.end())), match.start(), number, subjects)
        return
    demand = _DEMAND.search(text, span.start, span.end)
    if demand is not None:
        holders = [n for n in facts.names_in(demand.start("who"), demand.end("who")) if n.kind in _SUBJECTS]
        if holders:
            yield _affair(framing, (span.start, demand.end()), demand.start(), number, holders)


def _subjects(framing: Framing, start: int, act: re.Match[str]) -> Iterator[NameMatch]:
    """The names that can be who does an act: of a passive whoever stands behind its "by", else those before it that neither
    stand behind a preposition nor only say whose deed is spoken of ("Moscow regrets Iran's launch, urges")."""
    text, facts = framing.facts.report.text, framing.facts
    by = _DONE_BY.match(text, act.end())
    if by is not None:
        yield from (n for n in facts.names_in(by.end(), by.end() + 1) if n.kind in _SUBJECTS)
        return
    for name in facts.names_in(start, act.start()):
        if name.kind in _SUBJECTS and not _aside(text, name) and may_act(text, name, act.start()):
            yield name


def _clause_start(text: str, start: int, place: int) -> int:
    """Where the part of a sentence begins that holds a place: behind the last semicolon or colon before it."""
    return max(start, *(text.rfind(mark, start, place) for mark in ";:"))


def _aside(text: str, name: NameMatch) -> bool:
    """Whether a name stands behind a preposition, and so is no subject."""
    return _ASIDE.search(text[max(0, name.start - 24) : name.start]) is not None


def _affair(framing: Framing, span: tuple[int, int], anchor: int, number: int, subjects: Sequence[NameMatch]) -> Affair:
    kind = framing.codebook.one("statement") or ""
    return Affair(kind, told(span, kind, number, anchor=anchor), _state(subjects[-1]) if subjects else None)


def _state(name: NameMatch) -> str | None:
    return name.id if name.kind in {"state", "metonym"} else getattr(name.entry, "state", None)


def act_pattern(codebook: Codebook) -> Gated:
    """A pattern of the codebook's words that are an act by themselves."""
    return _compiled(codebook.cues)


def _never_done(codebook: Codebook) -> Gated:
    """A pattern of a transfer that whoever is charged with it says was none: "has never exported", "did not send"."""
    kind = codebook.one("transfer")
    return _negated(tuple(verb for e in codebook.types[kind].told_by if e.states for verb in e.acts) if kind else ())


@lru_cache(maxsize=4)
def _negated(verbs: tuple[str, ...]) -> Gated:
    forms = sorted({form for verb in verbs for form, _ in verb_forms(verb)}, key=lambda w: (-len(w), w))
    return Gated(
        rf"\b(?:has|have|had|did|does|do)(?:\s+(?:never|not)|n['’]t)\s+(?:\w+\s+){{0,2}}?(?:{'|'.join(map(re.escape, forms))})\b"
        if forms
        else r"(?!)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=4)
def _compiled(cues: tuple[CueClass, ...]) -> Gated:
    words = sorted({w for c in cues if c.act in ACTS for w in c.words}, key=lambda w: (-len(w), w))
    return Gated(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})\b(?! (?:off|by|into|data|systems?|shots?|time|links?|networks?|cent(?:er|re)s?|sirens?|radars?|satellites?|signs?|messages?)\b)"
        if words
        else r"(?!)",
        re.IGNORECASE,
    )
