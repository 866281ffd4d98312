"""The codebook's words for speakers made ready: as sets, and in the patterns that say how they stand."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from reportedly.codebook import Codebook, SpeakerWords, SpeechVerbs
from reportedly.fields.gated import Gated
from reportedly.fields.together import SENTENCES
from reportedly.fields.word_set import words_of
from reportedly.model.calendar import ANY_MONTH, ANY_WEEKDAY, SMALL_MONTHS, SMALL_WEEKDAYS
from reportedly.patterns import compiled

_GRAMMAR = (  # words that begin sentences and clauses, and no names
    "The|In|On|At|It|Its|He|His|She|Her|They|Their|This|That|These|Those|But|And|After|Before|When|While|As|If|For|From"
    "|With|According|Mr|Last|Earlier|Later"
    f"|{ANY_WEEKDAY}|{ANY_MONTH}|Citing|Quoting|Some|Many|Several|Two|Three|One|Both|Speaking|No|Posted|Published|Updated"
    "|I|We|You|My|Our|Your|So|Q|A|An|All|Can|Could|Would|Will|Now|Today|Yesterday|What|Who|How|Why|Where|Are|Is|Was|Were|Do|Did"
    "|Does|Has|Have|Well|Just|Also|Read|More|Let|Thank|Yes|There|Here|Not|Then|First|Second|Third"
)
_CLOCKS = "GMT|UTC|KST|JST|EST|EDT|IST|PST|AM|PM"
_NOW = ("now ", "currently ", "formerly ", "also ", "then ", "himself ", "herself ")
_AT_BODY = compiled(  # "Jeffrey Lewis of the Middlebury Institute", "Ankit Panda, who writes for the Carnegie Endowment"
    r"(?:,? |, (?:(?!speaking|talking|visiting|told|said|in )[\w'’-]+ ){1,9}?)(?:of|at|from|with|for) (?:the )?(?P<name>[A-Z][\w.&'’-]*"
    r"(?: (?:(?:of|for|and|on) (?:the )?)?[A-Z][\w.&'’-]*){0,8})"
)
_BEHIND = words_of("time this week last over here there hours minutes after")
_SOME = words_of("some many several most another two three various")
_PART = r"[A-Z][\wà-ÿ'’]*(?:-[A-Za-zà-ÿ]+)*"
_ADJECTIVES = r"(?:[a-z][\w-]+ |own |\"[^\"]{3,25}\" ){0,2}"
_SHOW = r"[^.;:]{0,60}?\b(?:show(?:s|ed|n)?|suggest(?:s|ed)?|indicate[sd]?|reveal(?:s|ed)?|appear(?:s|ed)? to show)\b"
SHOWS = compiled(_SHOW)


class Speaking:
    """A codebook's words for speakers."""

    def __init__(self, words: SpeakerWords, verbs: SpeechVerbs) -> None:
        self.words = words
        self.people, self.mouths, self.papers = map(frozenset, (words.people, words.mouths, words.papers))
        self.only_of_states, self.only_of_kind = frozenset(words.only_of_states), frozenset(words.only_of_kind)
        self.kinds, self.regions = frozenset(words.kinds), frozenset(words.regions)
        self.before_people = self.kinds | {*words.qualities, *words.trades, *_SOME}
        self.by_state_alone, self.placed = frozenset(words.by_state_alone), frozenset(words.placed)
        self.titles, self.short_titles = frozenset({*words.titles, *words.short_titles}), frozenset(words.short_titles)
        self.before_titles = self.titles | {*words.before_titles}
        self.surnames_first = frozenset(words.surnames_first)
        self.unknown = defaultdict(frozenset, {kind: frozenset(found) for kind, found in words.unknown.items()})
        self.unknown["auxiliaries"] |= SMALL_WEEKDAYS
        self.unknown["nobody"] |= SMALL_WEEKDAYS | SMALL_MONTHS
        self.between = SMALL_WEEKDAYS | SMALL_MONTHS | {*words.between, *words.channels}
        self.beside_speech = self.between | _BEHIND | {*words.audience}
        again = words.again
        self.again_person = frozenset({"he", *again.person, *again.scholar, *again.spokesman})
        self._no_name = frozenset({*_GRAMMAR.split("|"), *words.not_first, *words.not_titled})
        self.silent, self.leading = frozenset(words.silent), frozenset(words.leading)
        self.nouns_too, self.noun_forms = frozenset(verbs.nouns_too), frozenset(verbs.noun_forms)
        self.reduced, self.never_inverted = frozenset(verbs.reduced), frozenset(verbs.never_inverted)
        done = (re.escape(w).replace(r"\ \.\.\.\ ", r" (?:[\w'’.-]+ ){1,6}?") for w in verbs.does_so)
        self.does_so = compiled(
            r"(?: (?:is|are|was|were|has|have|had|also|then|later|soon|been|among|the|all|both|\w+ly))*"
            rf" (?:{either(done, plain=False)}) (?:\w+ly )?\Z"
        )
        self.brings_to = compiled(rf"\b(?:{either(verbs.brings_to)}) (?:the |some |many |most |several )?\Z")
        self.of_things_too, self.ahead = frozenset(verbs.of_things_too), frozenset(verbs.ahead)
        self._patterns()
        self._papers()
        self._names()

    def _patterns(self) -> None:
        """What stands beside a speaker."""
        words, spokes = self.words, either(self.words.spokesmen)
        self.spokesman = compiled(spokes, re.IGNORECASE)
        self.scholar = compiled(either(words.scholars), re.IGNORECASE)
        self.of_opinion = compiled(rf"\b(?:{either(words.scholars)})s?\b", re.IGNORECASE)
        scholar = rf"(?:[\w'’-]+ ){{0,8}}?(?:{either(words.scholars)})\b"
        self._told_scholar = compiled(rf"(?:,|,? who (?:is|was)|\s[–—]) (?:{either(_NOW)})?(?:an? |the )?{scholar}")
        self.officer = compiled(
            rf"(?:['’]s?)? (?P<word>(?:chief )?(?:{spokes})|{either(words.officers)}"
            rf"|(?:{either(words.heads)})(?! (?:of|(?-i:[A-Z]))))\b",
            re.IGNORECASE,
        )
        self.of_trade = compiled(
            rf" (?:in|within|from|at|inside|close to) (?:the |its |their )?(?P<trade>(?:[a-z-]+ ){{0,2}}?(?:{either(words.trades_of)}))\b"
        )
        self.medium = compiled(rf"(?:['’]s)?(?: (?:{either(words.media_kinds)}))* (?:{either(words.media)})\b")
        self.persons_office = compiled(rf"['’]s? (?:{either((*words.of_persons, *words.spokesmen))})\b")
        self.speaks_for = compiled(
            rf"\b(?:[a-z-]+ )?(?:{spokes}|press secretary) (?:for|of) (?:(?:the |then-|former )?(?:UN|U\.N\.) (?:chief )?|the )?\Z",
            re.IGNORECASE,
        )
        self.spokes_behind = compiled(rf", (?:an? |the )?(?:\w+ )?(?:{spokes}) (?:for|of|at) (?:the )?")
        self.compound = compiled(rf" (?:{either(words.not_of_role)})\b")
        self.praised = compiled(rf"\b(?:{either(map(capitalised, words.qualities), plain=False)}) \Z")
        several = (
            f"(?P<{role}>{either(map(capitalised, forms), plain=False)})"
            for role, forms in words.several_bodies.items()
        )
        self.several_bodies = Gated(rf"\b(?:{either(several, plain=False)})\b")
        again = words.again
        nouns = {*again.person, *again.scholar, *again.spokesman, *again.unnamed, *again.state, *again.medium}
        self.pronoun = Gated(
            r"\b(?:(?P<he>[Hh]e|[Ss]he)|(?P<it>[Ii]t)|(?P<they>[Tt]hey)|(?P<others>[Oo]thers|(?:[Ss]ome|[Mm]any)(?= (?:in|at) [A-Z]))"
            r"|[Tt]he (?:[\w.]+-(?:based|run|led|owned|backed|funded|nation|member) )?"
            rf"(?P<noun>(?i:{either(sorted({*nouns, *again.paper, *again.body}))}))\b(?! [A-Z]| of\b)"
            rf"|(?P<epithet>[Tt]he (?!(?:{either(words.no_epithets)})\b)(?:[a-z]{{4,}}(?:-[a-z]+)* |[A-Z][a-z]+(?:-[a-z]+)? ){{1,2}}(?:state|nation|country|regime|republic|kingdom))\b(?! [A-Za-z-]*(?:media|television|tv|news|run|owned)\b| [A-Z]| of\b)"
            r"|(?P<both>(?:[Bb]oth|[Tt]he (?:two|three)) (?:countries|states|leaders|presidents|ministers|men|women|officials|sides|governments|nations|allies|militaries"
            r"|ministries|neighbou?rs|capitals)))\b"
        )

    def _papers(self) -> None:
        """What a speaker makes, and how its name stands beside it."""
        words = self.words
        any_noun = either((f"(?P<{verb}>{either(nouns)})" for verb, nouns in words.nouns.items()), plain=False)
        self.noun_of = Gated(
            rf"\b(?:{any_noun}),? (?:(?:made|issued|given|put out|released|published|posted|carried) )?(?:by|of|from) (?:the |its )?",
            together=SENTENCES,
        )
        any_act = either((f"(?P<{verb}>{either(nouns)})" for verb, nouns in words.acts.items()), plain=False)
        self.act_from = Gated(  # a threat or demand "from X" may be nobody's words, what came from X is
            rf"(?<!\bno )\b(?i:{any_act})\b(?: that [^.;]{{5,110}}?| (?:for|of|over|against|at|about) [^.;,]{{3,50}}?| ?(?:,? (?:also|too|likewise),?)?)"
            r" (?:(?:has |had |have )?(?:came|come|comes|followed|arrived|(?:went|go|goes)(?: out)? to [^.;]{3,70}?)|(?:was|were) (?:made|issued|voiced|expressed|lodged|raised))"
            r"(?:,? (?:also|too|likewise|later|swiftly|quickly|at once|soon|promptly),?)? (?:by|from|out of|(?<=voiced )in|(?<=expressed )in) (?:the )?",
            together=SENTENCES,
        )
        self.act_of = Gated(
            rf"(?<!\bno )\b(?i:{any_act}|(?P<deny>{either(words.nouns.get('deny', ()))})) (?:by|from|out of) (?:the )?",
            together=SENTENCES,
        )
        self.call_of = Gated(
            rf"\b(?P<urge>(?i:calls?|{either(words.acts.get('urge', ()))})) (?:from|by) (?:the )?", together=SENTENCES
        )
        self.colon_tail = compiled(  # in a headline: "fresh tunnel dug: think tank"
            rf"(?::| [–—-]) (?:the |an? )?(?P<who>(?:[\w'’.-]+ ){{0,2}}(?:think[- ]tanks?|{either(sorted(set(words.again.body)))}s?))\.?\Z"
        )
        self.drew = Gated(  # "met with disbelief among experts"
            r"\b(?:[Tt]here was|drew|draws|drawn|prompted|met with|met by|greeted with|greeted by|brought|earned|won|sparked|triggered|provoked|attracted|invited|faced|faces|received|elicited|(?:come|comes|came) in for|[Aa]mid|[Dd]espite|[Aa]fter|[Ff]ollowing) "
            rf"(?:[\w-]+ ){{0,3}}(?:{any_act}|(?P<deny>{either(words.nouns.get('deny', ()))}))(?: for (?:\w+ ){{1,4}}?\w+)? (?:from|among|by|in|out of) (?:both |the )?",
            together=SENTENCES,
        )
        self.act_behind = compiled(
            rf"['’]s? {_ADJECTIVES}(?:{any_act})\b(?= (?:that|against|over|of|to (?!(?:the|its|their|our|an?|all|any)\b|(?:\w+ )?"
            r"(?:peace|security|stability|neighbou?rs|allies)\b)[a-z]+)\b)"
        )
        self.noun_behind = compiled(rf"['’]s? {_ADJECTIVES}(?:{any_noun})\b")
        self.no_word = Gated(  # "there was no immediate comment from the White House"
            rf"\b(?P<none>[Nn]o (?:\w+ )?(?:{either(words.not_given)}))(?: (?:came|(?:is|was|were|has been|had been) (?:\w+ly )?(?:available|given|forthcoming|issued|offered)))?(?: \w+ly)? (?:from|by|out of) (?:either )?(?:the )?",
            together=SENTENCES,
        )
        self.strong_noun = compiled(rf"(?:{either(words.strong_nouns)})\Z")
        self.came = compiled(
            rf" (?:came|comes|there came) (?:an? |the |only )?(?:\w+ ){{0,2}}?(?:(?P<noun>{either(words.comes)})\b|{any_act}\b)"
        )
        pictures = either(words.pictures)
        self.its_pictures = compiled(rf"(?:['’]s?)? (?:[a-z-]+ ){{0,2}}(?:{pictures})\b{_SHOW}")
        self.pictures_by = Gated(rf"\b(?:{pictures}) (?:(?!seen|viewed|reviewed)[a-z]+ )?(?:by|from|of) (?:the )?\Z")
        self.paper_of = compiled(
            rf"\b(?:{either((*words.documents, *words.pictures))})"
            r" (?:(?:taken|made|released|published|issued|put out|provided|captured|obtained|analy[sz]ed|posted|carried) )?"
            r"(?:by|from|of) (?:the )?\Z"
        )
        self.its_paper = compiled(rf"(?:['’]s?)? (?:[a-z-]+ ){{0,2}}(?:{either(words.own_documents)})\b")

    def _names(self) -> None:
        """What a capitalised name of nobody known may be."""
        words = self.words
        no_name = f"{_GRAMMAR}|{either(words.not_first)}"
        no_body = rf"(?:(?:{either(words.labels)})\b)|(?:{either(words.no_bodies)}|{_CLOCKS})\b"
        self.name_run = compiled(
            rf"\b(?!(?:{no_name})\b)(?:(?:[A-Z]\.\s?){{1,4}}(?!(?:{no_name})\b)[A-Z][\w-]+|{_PART}"
            rf"(?: (?:of (?:the )?|for (?:the )?|and (?=[A-Z]\w+ (?:{either(words.with_and)}))|al-|bin |de |van )?"
            rf"(?:[A-Z]\.\s?)?(?:(?!(?:{no_name})\b(?!-)){_PART}|(?<=National )(?:Defen[cs]e|Security)\b|(?<=Channel )\d+\b)){{1,6}}|(?<![.\w-])(?<!\bp\.m\. )(?<!\ba\.m\. )(?<!\d )(?!{no_body})[A-Z]{{2,6}}\b(?![-.]))"
        )
        self.house = compiled(
            rf"\b(?P<name>(?!(?:{no_name})\b){_PART}(?: (?:(?:of|for|and) (?:the )?)?{_PART}){{0,5}}) \Z"
        )
        self.wider = compiled(rf"(?:\b(?:[A-Z]\w+ and |(?:{either(words.wider)}) ))+\Z")
        kinds = (rf"\b(?P<{kind}>(?:{either(named)})\b)" for kind, named in words.bodies.items())
        self._organisation = compiled("|".join((*kinds, "(?P<acronym>^[A-Z]{2,6}$)")))
        self._no_person = compiled(rf"\d|\b(?:{either(words.no_person)}|I{{2,3}}|IV|VI{{0,3}})\b")

    def organisation_kind(self, name: str) -> str | None:
        """What kind of body a name is of, by its words; None for a name of none."""
        found = {m.lastgroup for m in self._organisation.finditer(name)}
        if not found:
            return None
        return next((kind for kind in self.words.bodies if kind in found), "claimant")

    def is_scholar(self, text: str, end: int) -> bool:
        """Whether what stands behind a person's name says that it is a scholar's: "X, a professor at", "X of the Y Institute"."""
        if self._told_scholar.match(text, end):
            return True
        at = _AT_BODY.match(text, end)
        return at is not None and self.organisation_kind(at["name"]) in ("academic", "thinktank")

    def is_person(self, name: str) -> bool:
        """Whether a run of capitalised words may be a person's name."""
        return " " in name and not name.isupper() and self._no_person.search(name) is None

    def may_follow_title(self, name: str) -> bool:
        """Whether the words behind a title are a name: not in "General Staff" or "Secretary General"."""
        first = name.split(maxsplit=1)[0]
        return (
            first.lower() not in self.before_titles
            and first not in self._no_name
            and self.organisation_kind(name) is None
        )


def speaking(codebook: Codebook) -> Speaking:
    """The codebook's words made ready, once for each."""
    return _made(codebook.speakers, codebook.speech_verbs)


_made = lru_cache(maxsize=8)(Speaking)


def either(words: Iterable[str], *, plain: bool = True) -> str:
    """A pattern of any of the words, or of patterns where they are not `plain`; "#" is a number behind the word before it.
    Of no words it is one that fits nothing."""
    made = [re.escape(word).replace(r"\ \#", r"(?= \d)") if plain else word for word in words]
    return "|".join(made) or "(?!)"


def capitalised(word: str) -> str:
    """A pattern of a word that may open a sentence."""
    return f"[{word[0].upper()}{word[0]}]{re.escape(word[1:])}"
