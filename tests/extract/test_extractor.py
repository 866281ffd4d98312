"""What holds of every reading, whatever the text is made of."""

import textwrap
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.extract.core import BOOK, EXTRACTOR, LEXICON, Case, mains, plain_cases, reading, report

from reportedly.extract.by_words import framing_of
from reportedly.extract.claims import Draft
from reportedly.extract.facts import gather
from reportedly.extract.folding import fold_values
from reportedly.extract.framing import with_talk
from reportedly.extract.speakers import Speakers
from reportedly.model import Block, BlockKind, Claim, Extraction, Report, Role, Span

REPORTS = plain_cases("frames*.yaml") + plain_cases("values*.yaml")
SENTENCES = sorted(
    {c["text"] for c in plain_cases("tellings_*.yaml")}
    | {line.strip() for c in REPORTS for line in c["text"].splitlines() if line.strip()}
)
WORDS = sorted({word for sentence in SENTENCES for word in sentence.split()})
SPEAKERS = Speakers(BOOK, parse=False)
OTHER = [BlockKind.CAPTION, BlockKind.DUPLICATE, BlockKind.BOILERPLATE]
DAYS = st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
PIECES = st.one_of(st.sampled_from(SENTENCES), st.sampled_from(WORDS), st.text(max_size=12))
TEXTS = st.builds(
    lambda pieces, joints: "".join(p + j for p, j in zip(pieces, joints, strict=True)),
    st.lists(PIECES, min_size=14, max_size=14),
    st.lists(st.sampled_from([" ", " ", " ", ". ", "\n\n", ", ", " and ", " “", "” "]), min_size=14, max_size=14),
)

SLOW = [HealthCheck.too_slow]  # a busy machine is no fault
LAWS = settings(deadline=None, max_examples=100, suppress_health_check=SLOW)


def _fault(reason: str) -> pytest.MarkDecorator:
    """A test that should pass and does not yet."""
    return pytest.mark.xfail(reason=reason, strict=True)


def holds(found: Extraction, text: str) -> None:
    """That every claim stands where it says, in a mention that is there, and every id names one thing."""
    ids = [m.id for m in found.mentions]
    assert len(ids) == len(set(ids))
    assert len({c.id for c in found.claims}) == len(found.claims)
    for mention in found.mentions:
        assert mention.claims
        for claim in mention.claims:
            assert text[claim.span.start : claim.span.end] == claim.written
            assert claim.mention == mention.id
            assert claim.voices
        for derived in mention.derived_values.values():
            assert set(derived.claims) <= {c.id for c in mention.claims}
        assert not set(mention.derived_values) & set(mention.values)
    assert found.relevant == any(m.role is Role.MAIN for m in found.mentions)


@given(TEXTS, DAYS)
@LAWS
def test_every_claim_stands_in_the_text_and_in_a_mention(text: str, day: Any) -> None:
    holds(EXTRACTOR.extract(report(text, day)), text)


@given(st.text(max_size=300), DAYS)
@LAWS
def test_any_text_at_all_is_read(text: str, day: Any) -> None:
    holds(EXTRACTOR.extract(report(text, day)), text)


@given(st.sampled_from(SENTENCES), st.integers(1, 40), st.sampled_from(["", ",", ", said", ", fired.", " and", "”"]))
@example("At 7:20 a.m. the launch", 5, ", said")  # a verb that ends the sentence, and a comma before it
@LAWS
def test_a_sentence_that_breaks_off_is_read(sentence: str, words: int, end: str) -> None:
    text = f"North Korea fired a ballistic missile on Monday. {' '.join(sentence.split()[:words])}{end}"
    holds(EXTRACTOR.extract(report(text, date(2022, 11, 2))), text)


@given(TEXTS, DAYS)
@settings(deadline=None, max_examples=40, suppress_health_check=SLOW)
def test_reading_twice_is_reading_once(text: str, day: Any) -> None:
    one = report(text, day)
    assert EXTRACTOR.extract(one) == EXTRACTOR.extract(one)


@given(st.permutations(REPORTS[:12]))
@settings(deadline=None, max_examples=10, suppress_health_check=SLOW)
def test_reports_read_together_say_what_each_says_alone(some: list[Case]) -> None:
    reports = [replace(report(c["text"], c["published"]), id=c["name"]) for c in some]
    assert list(EXTRACTOR.extract_many(reports)) == [EXTRACTOR.extract(one) for one in reports]


def voiced(one: Report) -> dict[str, list[tuple[Draft, Claim]]]:
    """The claims of a report by mention, with the drafts they were made of, in no order of their own."""
    framing = with_talk(framing_of(gather(one, BOOK, LEXICON), BOOK))
    found: dict[str, list[tuple[Draft, Claim]]] = {one: [] for one in framing.mention_ids}
    for draft, claim in SPEAKERS.attribute(framing.facts, framing, SPEAKERS.prepare(framing.facts), {}):
        found[claim.mention].append((draft, claim))
    return found


@given(st.sampled_from(REPORTS), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=80, suppress_health_check=SLOW)
def test_values_are_a_fold_of_claims_in_any_order(case: Case, chance: Any) -> None:
    made = voiced(report(case["text"], case["published"], outlet=case.get("outlet")))
    for mention in reading(case).mentions:
        pairs = list(made[mention.id])
        chance.shuffle(pairs)
        ranks = {claim.id: draft.rank for draft, claim in pairs}
        assert {claim.id for _, claim in pairs} == {claim.id for claim in mention.claims}
        assert fold_values(mention.claims, ranks) == mention.values
        ordered = sorted((c for _, c in pairs), key=lambda c: (c.span, c.field, c.id))
        assert fold_values(ordered, ranks) == mention.values


@given(st.lists(st.tuples(st.sampled_from(SENTENCES), st.sampled_from(list(BlockKind))), min_size=1, max_size=8))
@LAWS
def test_only_title_and_body_make_claims(parts: list[tuple[str, BlockKind]]) -> None:
    text, blocks = "", []
    for sentence, kind in parts:
        blocks.append(Block(Span(len(text), len(text) + len(sentence)), kind))
        text += sentence + "\n\n"
    found = EXTRACTOR.extract(report(text, blocks=blocks))
    holds(found, text)
    spoken = [b.span for b in blocks if b.kind not in OTHER]
    assert all(any(span.start <= claim.span.start < span.end for span in spoken) for claim in found.claims)


@_fault("names, words of space and of explosions are looked for in the whole text, captions and boilerplate too")
@pytest.mark.parametrize(
    ("body", "aside"),
    [
        ("The North fired a missile on Monday.", "South Korea's flag."),
        (
            "An agency recorded a quake of magnitude 3.4 in the north-east of North Korea on Monday.",
            "Also read: mill explosion",
        ),
        ("Iran launched a rocket on Monday.", "Also read: a satellite of Jupiter"),
    ],
)
def test_boilerplate_does_not_decide_what_the_body_says(body: str, aside: str) -> None:
    def mentions(other: str) -> list[tuple[str, str | None]]:
        text = f"{body}\n\n{other}"
        cut = len(body)
        blocks = [Block(Span(0, cut), BlockKind.BODY), Block(Span(cut + 2, len(text)), BlockKind.BOILERPLATE)]
        return [(m.type, m.state) for m in EXTRACTOR.extract(report(text, blocks=blocks)).mentions]

    assert mentions(aside) == mentions("Nothing of note.")


def test_no_claim_reaches_from_a_headline_into_a_caption() -> None:
    title, caption = "North fires two, tests solid-fuel", "Cruise missiles seen from a ship"
    text = f"{title}\n{caption}"
    cut = len(title)
    blocks = [Block(Span(0, cut), BlockKind.TITLE), Block(Span(cut + 1, len(text)), BlockKind.CAPTION)]
    bodied = [blocks[0], Block(blocks[1].span, BlockKind.BODY)]
    for shape in (blocks, bodied):
        found = EXTRACTOR.extract(report(text, blocks=shape))
        assert all(any(b.span.covers(claim.span) for b in shape) for claim in found.claims)


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_a_publication_at_the_end_of_the_calendar_is_read(day: date) -> None:
    EXTRACTOR.extract(report("North Korea fired a missile on Monday.", day))


@pytest.mark.parametrize("kind", OTHER)
@pytest.mark.parametrize("case", [c for c in REPORTS if c.get("values")], ids=lambda c: c["name"])
def test_the_same_words_as_caption_or_boilerplate_say_nothing(case: Case, kind: BlockKind) -> None:
    text = case["text"]
    found = EXTRACTOR.extract(report(text, case["published"], [Block(Span(0, len(text)), kind)]))
    assert (found.relevant, found.mentions) == (False, ())


@given(st.sampled_from(REPORTS), st.sampled_from(["\u00a0", "\u202f", "\t", "\u200b", "  "]))
@LAWS
def test_unusual_spaces_do_no_harm(case: Case, space: str) -> None:
    text = case["text"].replace(" ", space)
    holds(EXTRACTOR.extract(report(text, case["published"])), text)


def said(found: Extraction) -> list[Any]:
    """What a reading says, without the places and the ids made of them."""
    return [
        (m.type, m.state, m.role, [(c.field, c.written.strip(), c.stance, c.voices) for c in m.claims])
        for m in found.mentions
    ]


def with_crlf(case: Case) -> Report:
    """The report of a case as another machine ends its lines."""
    text = case["text"].replace("\n", "\r\n")
    title = text.index("\r\n\r\n")
    blocks = [Block(Span(0, title), BlockKind.TITLE), Block(Span(title + 4, len(text)), BlockKind.BODY)]
    return report(text, case["published"], blocks)


@pytest.mark.parametrize("case", REPORTS, ids=lambda c: c["name"])
def test_line_ends_of_another_machine_change_nothing(case: Case) -> None:
    one = with_crlf(case)
    found = EXTRACTOR.extract(one)
    holds(found, one.text)
    assert said(found) == said(reading(case))


FIRED = "North Korea fired a ballistic missile on Monday that "


@pytest.mark.parametrize(
    ("text", "space"),
    [
        ("North Korea fired a cruise missile on Monday.", "\u00a0"),
        ("North Korea fired a cruise missile on Monday.", "\n"),
        ("North Korea conducted a nuclear test on Monday.", "\u00a0"),
        ("North Korea conducted a nuclear test on Monday.", "\n"),
        (FIRED + "flew 400 km (249 miles).", "\n"),
        (FIRED + "flew 400 km (249 miles).", "\u00a0"),
        ("North Korea fired two ballistic missiles from Sunan on Monday.", "\u00a0"),
        ("North Korea fired two ballistic missiles from Sunan on Monday.", "\n"),
    ],
)
def test_a_hard_space_or_a_wrapped_line_changes_nothing(text: str, space: str) -> None:
    one, other = EXTRACTOR.extract(report(text)), EXTRACTOR.extract(report(text.replace(" ", space)))
    assert [(m.type, m.state, m.values) for m in other.mentions] == [(m.type, m.state, m.values) for m in one.mentions]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (FIRED + "fell inside Japan's exclusive\neconomic zone.", "eez"),
        (FIRED + "was launched at 6:50\na.m.", "time_local"),
        (FIRED + "flew for 5,156\nseconds.", "flight_time_s"),
        (FIRED + "reached an altitude\nof 6,000 km.", "apogee_km"),
    ],
)
def test_a_line_that_ends_within_a_phrase_loses_no_value(text: str, field: str) -> None:
    assert field in mains(EXTRACTOR.extract(report(text.replace("\n", " "))))[0].values
    assert field in mains(EXTRACTOR.extract(report(text)))[0].values


LONG = (
    "Test off the east coast\n\nNorth Korea fired two ballistic missiles on Monday that flew 400 km, South Korea's Joint "
    "Chiefs of Staff said in a statement. A spokesman for Japan's defence ministry told reporters that one of them had "
    "come down outside the exclusive economic zone.\n"
)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("width", [40, 60, 80])
def test_lines_broken_to_fit_a_page_change_nothing(width: int, end: str) -> None:
    title, body = LONG.strip().split("\n\n")
    text = end.join([title, "", *textwrap.wrap(body, width)])
    found = EXTRACTOR.extract(report(text))
    holds(found, text)
    whole = [(c.field, c.voices, c.stance) for c in EXTRACTOR.extract(report(LONG)).claims]
    assert [(c.field, c.voices, c.stance) for c in found.claims] == whole


def test_who_spoke_in_a_report_without_an_incident_is_kept_beside_its_subject() -> None:
    text = "Parade postponed\n\nThe missile parade is put off until spring, South Korea's unification ministry said."
    found = EXTRACTOR.extract(report(text))
    assert not found.relevant
    assert [(m.type, m.role) for m in found.mentions] == [("official_statement", Role.BACKGROUND)]
    assert [v.name for c in found.claims for v in c.voices] == ["South Korea Ministry of Unification"]


def test_a_text_of_no_language_of_ours_is_not_read() -> None:
    text = "North Korea fired a ballistic missile on Monday."
    assert EXTRACTOR.extract(report(text)).relevant
    assert EXTRACTOR.extract(replace(report(text), language="ko")) == Extraction("report", relevant=False)


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("A missile was seen.", True), ("MISSILES", True), ("dismissile", False), ("", False),
        ("The council met to discuss the harvest.", False),
    ],
)  # fmt: skip
def test_triage_looks_for_a_thing_of_the_trade_as_a_whole_word(text: str, worth: bool) -> None:
    assert EXTRACTOR.worth_reading(text) is worth


COMMON = {word for term in BOOK.common_words for word in (*term.split(), *(f"{part}s" for part in term.split()))}


@given(TEXTS)
@settings(deadline=None, max_examples=60, suppress_health_check=SLOW)
def test_what_triage_lets_fall_has_no_mention(text: str) -> None:
    if not EXTRACTOR.worth_reading(text):
        assert not EXTRACTOR.extract(report(text)).mentions
        told = gather(report(text), BOOK, LEXICON).triggers
        assert all(set(text[t.start : t.end].lower().split()) & COMMON for t in told if t.object_start is None)
