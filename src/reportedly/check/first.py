"""Firsts of their kind: "first-ever ICBM launch", "first fired in April"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from reportedly.check.article import Article, Told
from reportedly.check.classes import rare_class_in
from reportedly.check.counted import names_a_thing, weapon_in
from reportedly.check.days import shown
from reportedly.check.reckoning import Answer, Question, doubt, of_another, reckoned
from reportedly.check.tally import tally
from reportedly.check.windows import Named, named
from reportedly.codebook import WeaponEntry
from reportedly.model import DateRange, Derived, Finding, Role, Verdict
from reportedly.patterns import compiled

_DAY = timedelta(days=1)
_OWNER_REACH = 20  # letters that "the new weapon's" may take before a claim
_POINTS = compiled(
    r"\b(?:such (?:an?|missiles?|weapons?|rockets?)|(?:the|this|that|these|those) (?:new )?(?:missile|weapon|rocket|system|device|type|bomb|model|design|one)s?|(?:of|with) (?:it|that|this)$|of (?:its|this|that|the) (?:kind|type|sort|class))\b",
    re.IGNORECASE,
)
_TAIL = compiled(  # "its first launch at night", "the first flight of that missile"
    r"\s(?:at|from|over|with|by|under|into|onto|using|involving|carrying|of|for|towards?|through|against|without|during|near|in|inside|outside|aboard|off|"
    r"across|above|beyond|past|on|to)(?:\s(?!(?:was|were|is|had|has|have|came|took|said|that|which|who|and|but|as|when|while|after|before|since|according)\b)"
    r"[\w’'-]+){1,12}"
)
_ITS = compiled(r"\b(?:the|that|this) (?:new )?(?:missile|weapon|rocket|system|device)['’]s\b", re.IGNORECASE)
_MAIDEN = compiled(r"(?:maiden|inaugural|debut)(?: [\w-]+){0,3}(?<!of)", re.IGNORECASE)
_SOMETHING = compiled(
    r"\b(?:something|a (?:feat|step|thing|launch|test|kind|class|type|sort|category)|(?:of|in) a (?:kind|class|type|sort|category)|which|that)\b[^.;]*$",
    re.IGNORECASE,
)
_SHOWN = compiled(
    r"\b(?:show|display|unveil|parad|reveal|releas|photograph|exhibit|disclos|publish|introduc|deploy|mention|nam(?:ed|ing)|visit)\w*",
    re.IGNORECASE,
)
_DEED = compiled(r"\b(?:test|launch|fir(?:ed|ing)|flight|flown|flew|explosion|detonation)", re.IGNORECASE)
_ONLY_DONE = compiled(r"(?:one|it|(?:been |ever |yet )*[\w-]+ed|flown|held|sent)?", re.IGNORECASE)


def first_ever(article: Article) -> Iterator[Finding]:
    """Whether the lists have nothing before of exactly this kind; undetermined where the words name more than a kind.

    What "was first launched in April" is the weapon named last before it.
    """
    for told in article.told("first_ever"):
        if (whose := of_another(told, article)) is not None:
            yield told.found(Verdict.UNDETERMINED, f"it is told of {whose}, and beside what another did")
            continue
        object_ = _object(told, article)
        claim = replace(told.claim, written=object_)
        days = _its_days(told, article) if told.word("on") else None
        mention = told.mention
        if days is not None:
            first = DateRange(days.first, days.first)
            mention = replace(mention, values={**mention.values, "date": first})
        until = {"until": days.last.isoformat()} if days else {}
        value = Derived("first_ever", {"scope": _scope(object_, article), **until})
        ask = replace(told, claim=claim, value=value, mention=mention)
        yield from (replace(one, written=told.claim.written) for one in _first_ever(article, ask))


def _first_ever(article: Article, ask: Told) -> Iterator[Finding]:
    if ask.claim.written:
        yield from reckoned(article, [ask], _first)
    else:
        yield ask.found(Verdict.UNDETERMINED, "what had never been before is more than a kind of incident")


def _named_before(told: Told, article: Article) -> str | None:
    """The weapon that is named last before a claim, in its sentence or the two before; None where that is a family."""
    here = article.sentence_at(told.claim.span.start)
    begin = article.sentences[max(0, here - 2)].start
    named = article.codebook.names.find(article.report.text[begin : told.claim.span.start])
    weapons = [one for one in named if isinstance(one.entry, WeaponEntry)]
    last = weapon_in(weapons[-1].written, article) if weapons else None
    return weapons[-1].written if last is not None and not last.is_family else None


def _object(told: Told, article: Article) -> str:
    """What had never been: the words behind the claim where they name a deed, a class or a weapon, else the weapon before it;
    "such a missile" and "the weapon" name none."""
    words = f"{told.word('object') or ''}{_tail(told, article)}"
    begin = max(0, told.claim.span.start - _OWNER_REACH)
    if _ITS.search(article.report.text[begin : told.claim.span.end]) or (
        _MAIDEN.search(told.claim.written) and weapon_in(words, article) is None
    ):
        words = _done_here(told, article) or words
    if (
        names_a_thing(words, article)
        and not _ONLY_DONE.fullmatch(words)
        and not _POINTS.search(words)
        and not _MAIDEN.fullmatch(words)
    ):
        return "" if _SHOWN.search(_sentence(told, article)) and not _DEED.search(words) else words
    before = (_named_before if told.word("on") else _done_here)(told, article)
    if not words and told.claim.written.lower().endswith("first"):
        return "test"  # "a nuclear test, the country's first": of what its incident is
    if told.word("on") and words == "one":
        return before or words
    vague = _POINTS.search(words) or _ONLY_DONE.fullmatch(words) or _MAIDEN.fullmatch(words)
    return before or _of_a_class(told, article) or ("" if vague else words)


def _tail(told: Told, article: Article) -> str:
    """What stands behind a claim and narrows it: "at night", "from a train"."""
    if told.word("on") or not told.word("object") or not told.claim.written.endswith(told.word("object") or ""):
        return ""
    found = _TAIL.match(article.report.text, told.claim.span.end)
    return found.group().rstrip() if found else ""


def _sentence(told: Told, article: Article) -> str:
    sentence = article.sentences[article.sentence_at(told.claim.span.start)]
    return article.report.text[sentence.start : sentence.end]


def _done_here(told: Told, article: Article) -> str | None:
    """The weapon that its sentence says was tested "for the first time", with what stands between."""
    begin = article.sentences[article.sentence_at(told.claim.span.start)].start
    before = article.report.text[begin : told.claim.span.start]
    named = [one for one in article.codebook.names.find(before) if isinstance(one.entry, WeaponEntry)]
    return before[named[-1].start :].strip(" ,") if named and weapon_in(named[-1].written, article) else None


def _of_a_class(told: Told, article: Article) -> str | None:
    """The rare class that is told before "something it had never done", "of a class it had never flown", in the sentence or the one
    before."""
    here = article.sentence_at(told.claim.span.start)
    begins = [article.sentences[n].start for n in (here, here - 1) if n >= 0]
    before = (article.report.text[begin : told.claim.span.start] for begin in begins)
    if not _SOMETHING.search(article.report.text[max(begins[0], told.claim.span.start - 40) : told.claim.span.start]):
        return None
    return next((named for one in before if (named := rare_class_in(one))), None)


def _its_days(told: Told, article: Article) -> Named | None:
    """The days that "first launched in April" names, seen from the incident's own day or the subject's."""
    main = next((one for one in article.extraction.mentions if one.role is Role.MAIN), told.mention)
    known = article.days_of(told.mention) or article.days_of(main)
    if known is None or known.latest is None:
        return None
    return named(told.word("on") or "", known.latest + _DAY)


def _scope(words: str, article: Article) -> str:
    found = [w for w in article.codebook.scope_words if w in words.lower()]
    return article.codebook.scope_words[max(found, key=len)] if found else "same_type"


def _nothing(question: Question, until: date) -> bool:
    """Whether the ledger has nothing of it in the days that are named for the first."""
    return tally(question.record, question.state, question.counted, question.day, until).most == 0


def _first(question: Question) -> Answer:
    first = question.record.since(question.state, question.counted.types, question.day - _DAY)
    found = tally(question.record, question.state, question.counted, first or date.min, question.day - _DAY)
    working = f"before {shown(question.day)} the ledger has {found.names} ({question.counted.name})"
    if found.sure:
        return Answer(Verdict.INCONSISTENT, working, {}, found.ids)
    if first is not None and found.most == 0:
        if (until := question.told.word("until")) and _nothing(question, date.fromisoformat(until)):
            told = f"from {shown(question.day)} to {shown(date.fromisoformat(until))} the ledger has none"
            return Answer(Verdict.INCONSISTENT, f"{told} ({question.counted.name})", {"since": first.isoformat()}, ())
        since = f"; its lists begin on {shown(first)}"
        return Answer(Verdict.CONSISTENT, working + since, {"since": first.isoformat()}, found.ids)
    return Answer(Verdict.UNDETERMINED, f"{working}; {doubt(found)}", {}, found.ids, found.covered)
