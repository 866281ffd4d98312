"""Web pages: what they say of themselves, their text without markup, and the cheap way past irrelevant ones."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model import BlockKind, Report
from reportedly.readers import Settings, read

from .conftest import Reader

VOCABULARY = ("missile", "fired", "officials", "said", "Wednesday", "the", "sea", "400", "km", "from", "Kaechon")
WORDS = st.lists(st.sampled_from(VOCABULARY), min_size=8)
METAS = [
    '<meta name="author" content="Bo Reed">',
    '<meta property="og:title" content="Two fly">',
    '<meta property="og:site_name" content="The Lantern">',
    '<meta name="date" content="2024-09-18">',
]
PARAGRAPHS = st.lists(WORDS.map(lambda words: "The staff said that " + " ".join(words) + "."), min_size=1, max_size=6)


def page(paragraphs: list[str], head: str = "") -> str:
    inner = "".join(f"<p>{text}</p>" for text in paragraphs)
    body = f"<nav><a href=/>Home</a></nav><article>{inner}</article>"
    return f"<html><head><title>A page</title>{head}</head><body>{body}</body></html>"


@pytest.fixture
def sample(reading: Reader, cases: Path) -> Report:
    (report,) = reading((cases / "page.html").read_bytes(), "page.html")
    assert isinstance(report, Report)
    return report


def test_a_page_says_where_it_is_from(sample: Report) -> None:
    assert sample.title == "North Korea fires two missiles off its east coast"
    assert (sample.outlet, sample.author) == ("The Harbour Post", "Ann Oyster")
    assert sample.url == "https://harbour-post.example/north-korea-fires-two"
    assert sample.published
    assert sample.published.iso == "2024-09-18T09:05:00+09:00"


def test_only_the_article_makes_claims(sample: Report) -> None:
    said = "".join(block.span.of(sample.text) for block in sample.claimable())
    assert "400\xa0kilometres" in said or "400 kilometres" in said
    for furniture in ("centrifuge hall", "rights reserved", "television screen", "ICBM", "Home"):
        assert furniture not in said


def test_a_page_not_worth_it_is_still_a_report(cases: Path) -> None:
    asked: list[str] = []

    def never(text: str) -> bool:
        asked.append(text)
        return False

    (report,) = read("page.html", (cases / "page.html").read_bytes(), settings=Settings(worth_it=never))
    assert isinstance(report, Report)
    assert len(asked) == 1
    assert "Kaechon" in asked[0]
    assert "Kaechon" in report.text


@pytest.mark.parametrize("worth", [True, False])
@settings(max_examples=25, deadline=None)
@given(
    paragraphs=PARAGRAPHS,
    noise=st.sampled_from(["", "<script>var a = '<p>x</p>'</script>", "<!-- <b> -->", "<style>p{}</style>"]),
)
def test_no_markup_leaks_and_reading_twice_is_reading_once(worth: bool, paragraphs: list[str], noise: str) -> None:
    html = page(paragraphs, noise).encode()
    setting = Settings(worth_it=lambda _: worth)
    first, again = (list(read("a.html", html, settings=setting)) for _ in range(2))
    assert first == again
    for one in first:
        assert isinstance(one, Report)
        assert not re.search(r"</?\w+|<!--|var a|p\{", one.text)


@given(st.permutations(METAS))
@settings(max_examples=10, deadline=None)
def test_the_order_of_meta_tags_does_not_matter(metas: list[str]) -> None:
    (report,) = read("a.html", page(["Two missiles were fired from Kaechon, officials said."], "".join(metas)).encode())
    assert isinstance(report, Report)
    assert (report.title, report.outlet, report.author) == ("Two fly", "The Lantern", "Bo Reed")
    assert report.published
    assert report.published.iso == "2024-09-18"


def test_the_outlet_is_cut_from_the_title(reading: Reader) -> None:
    html = page(["Words of a report."]).replace("A page", "Two fly - The Lantern")
    html = html.replace("<head>", '<head><meta property="og:site_name" content="The Lantern">')
    (report,) = reading(html, "a.html")
    assert isinstance(report, Report)
    assert report.title == "Two fly"


def test_a_declared_charset_is_believed(reading: Reader) -> None:
    html = page(["Die Rakete flog über das Meer, sagte der Sprecher."], '<meta charset="iso-8859-1">')
    report, *_ = reading(html.encode("latin-1"), "a.html")
    assert isinstance(report, Report)
    assert "über" in report.text


def test_an_article_that_only_json_ld_holds(reading: Reader) -> None:
    body = "The North fired two missiles from Kaechon on Wednesday, the staff said. " * 5
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{body}"}}</script>'
    (report,) = reading(page(["Subscribe to read on."], head), "a.html")
    assert isinstance(report, Report)
    assert "Kaechon" in report.text


def test_a_page_nested_beyond_reason_is_read_at_once(reading: Reader) -> None:
    report, *_ = reading("<html><body>" + "<div>" * 100_000 + "The North fired a missile, the army said.", "a.html")
    assert isinstance(report, Report)
    assert "fired a missile" in report.text
    assert "<" not in report.text


def test_a_caption_makes_no_claim(reading: Reader) -> None:
    figure = "<figure><img src=a><figcaption>A launcher stands on a road near the eastern coast.</figcaption></figure>"
    html = page(["Two missiles were fired from Kaechon, officials said. " * 4]).replace(
        "<article>", "<article>" + figure
    )
    (report,) = read("a.html", html.encode())
    assert isinstance(report, Report)
    said = "".join(b.span.of(report.text) for b in report.blocks if b.kind == BlockKind.BODY)
    assert "launcher stands" not in said
