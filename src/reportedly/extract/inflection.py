"""The forms of English verbs and nouns, made from the one that a codebook gives."""

from enum import StrEnum

from reportedly.patterns import compiled

_PAST = {
    "put": ("put", "put"), "set": ("set", "set"), "hit": ("hit", "hit"), "strike": ("struck", "struck"),
    "shoot": ("shot", "shot"), "hold": ("held", "held"), "send": ("sent", "sent"), "blow": ("blew", "blown"),
    "fly": ("flew", "flown"), "meet": ("met", "met"), "sink": ("sank", "sunk"),
    "make": ("made", "made"), "take": ("took", "taken"), "give": ("gave", "given"), "sell": ("sold", "sold"),
    "find": ("found", "found"), "show": ("showed", "shown"), "run": ("ran", "run"), "lose": ("lost", "lost"),
    "oversee": ("oversaw", "overseen"), "lay": ("laid", "laid"), "undergo": ("underwent", "undergone"),
    "begin": ("began", "begun"), "fall": ("fell", "fallen"), "go": ("went", "gone"), "let": ("let", "let"),
    "rise": ("rose", "risen"), "come": ("came", "come"), "leave": ("left", "left"), "break": ("broke", "broken"),
    "burst": ("burst", "burst"), "spin": ("spun", "spun"), "build": ("built", "built"), "pay": ("paid", "paid"), "lead": ("led", "led"),
    "withdraw": ("withdrew", "withdrawn"), "undertake": ("undertook", "undertaken"), "see": ("saw", "seen"),
    "buy": ("bought", "bought"), "feel": ("felt", "felt"), "deal": ("dealt", "dealt"),
    "say": ("said", "said"), "tell": ("told", "told"), "speak": ("spoke", "spoken"), "write": ("wrote", "written"), "shake": ("shook", "shaken"),
    "freeze": ("froze", "frozen"), "unfreeze": ("unfroze", "unfrozen"), "sit": ("sat", "sat"), "get": ("got", "gotten"), "dig": ("dug", "dug"), "cast": ("cast", "cast"),
    "wake": ("woke", "woken"), "win": ("won", "won"), "cut": ("cut", "cut"), "choose": ("chose", "chosen"), "mistake": ("mistook", "mistaken"),
    "overfly": ("overflew", "overflown"), "seek": ("sought", "sought"), "slide": ("slid", "slid"), "spend": ("spent", "spent"), "be": ("was", "were", "been"), "broadcast": ("broadcast", "broadcast"),
    "think": ("thought", "thought"), "forecast": ("forecast", "forecast"), "have": ("had", "had"), "read": ("read", "read"),
    "learn": ("learned", "learnt"), "keep": ("kept", "kept"), "draw": ("drew", "drawn"), "know": ("knew", "known"), "understand": ("understood", "understood"),
    "fling": ("flung", "flung"), "sling": ("slung", "slung"), "throw": ("threw", "thrown"), "ring": ("rang", "rung"),
    "sweep": ("swept", "swept"), "tear": ("tore", "torn"),
    "swear": ("swore", "sworn"), "foresee": ("foresaw", "foreseen"),
}  # fmt: skip
_PAST_TENSES = frozenset(forms[0] for forms in _PAST.values())
_PRESENT = {"be": ("is", "are"), "have": ("has",)}
_NOUNS_FIRST = {"test", "flight", "ground"}  # "test fire", "flight test": the second word is the verb
_DOUBLED = {  # of more syllables than one, stressed on the last
    "begin", "confer", "permit", "admit", "transfer", "acquit", "equip", "patrol", "propel", "regret",
    "expel", "compel", "repel", "commit", "occur", "refer", "infer", "rebut",
}  # fmt: skip
_IN_L = compiled(r".*[aeiou].*[^aeiou][aeiou]l|[a-z]*ial")
_SHORT = compiled(r"(?:[^aeiou]|qu)*[aeiou][bdgklmnprt]")


class Form(StrEnum):
    """The grammatical form a verb stands in."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"  # past tense and past participle, which news English seldom tells apart
    GERUND = "gerund"


def verb_forms(base: str) -> tuple[tuple[str, Form], ...]:
    """The forms of an English verb given by its base: "test-fire", "carry out"."""
    head, _, tail = base.partition(" ")
    if head in _NOUNS_FIRST and tail:
        return ((base, Form.BASE), *((f"{head} {word}", form) for word, form in verb_forms(tail)[1:]))
    prefix, _, stem = head.rpartition("-")
    lead = f"{prefix}-" if prefix else ""
    suffix = f" {tail}" if tail else ""
    forms = [(stem, Form.BASE), *((word, Form.PRESENT) for word in _present(stem))]
    forms += [(word, Form.GERUND) for word in _gerunds(stem)]
    forms += [(word, Form.PAST) for word in dict.fromkeys(_pasts(stem))]
    return tuple((f"{lead}{word}{suffix}", form) for word, form in forms)


def _present(stem: str) -> tuple[str, ...]:
    if stem in _PRESENT:
        return _PRESENT[stem]
    if stem.endswith(("s", "sh", "ch", "x", "z", "o")):
        return (stem + "es",)
    return (stem[:-1] + "ies",) if _ends_in_y(stem) else (stem + "s",)


def _gerunds(stem: str) -> tuple[str, ...]:
    silent = stem.endswith("e") and not stem.endswith("ee") and stem != "be"
    return (f"{stem[:-1]}ing",) if silent else tuple(f"{before}ing" for before in _before_a_vowel(stem))


def _pasts(stem: str) -> tuple[str, ...]:
    if stem in _PAST:
        return _PAST[stem]
    if stem.endswith("e"):
        return (stem + "d",)
    return (stem[:-1] + "ied",) if _ends_in_y(stem) else tuple(f"{before}ed" for before in _before_a_vowel(stem))


def _ends_in_y(word: str) -> bool:
    return word.endswith("y") and word[-2] not in "aeiou"


def _before_a_vowel(stem: str) -> tuple[str, ...]:
    """A verb as "-ed" and "-ing" find it: one short syllable doubles its last letter, as "wrap" and "slam" do; a last "l"
    the British double and Americans do not, as in "travelled"."""
    if stem in _DOUBLED or _SHORT.fullmatch(stem):
        return (stem + stem[-1],)
    return (stem, f"{stem}l") if _IN_L.fullmatch(stem) else (stem,)


def is_past(word: str) -> bool:
    """Whether a word in small letters is the past tense of a verb."""
    return word.endswith("ed") or word in _PAST_TENSES


def plural(noun: str) -> str:
    """The plural of an English noun phrase that ends in its head."""
    if noun.endswith(("s", "sh", "ch", "x")):
        return noun + "es"
    return noun[:-1] + "ies" if _ends_in_y(noun) else noun + "s"
