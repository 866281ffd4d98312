"""JSON of three shapes, alone, in arrays, in graphs and in lines."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Problem, Report
from reportedly.readers import read

from .conftest import Reader

BODY = "The North fired a missile on Wednesday, and it fell into the sea, the army said."
OURS = {
    "url": "https://a.example/1",
    "outlet": "The Lantern",
    "published": "2024-09-18",
    "title": "One flies",
    "text": BODY,
}
SCHEMA = {
    "@type": ["Thing", "NewsArticle"],
    "headline": "One flies",
    "datePublished": "2024-09-18T09:00:00+09:00",
    "publisher": {"name": "The Lantern"},
    "author": [{"name": "Ann Oyster"}, "Bo Reed"],
    "mainEntityOfPage": {"@id": "https://a.example/1"},
    "articleBody": f"<p>{BODY}</p><p>It was &quot;a test&quot;.</p>",
}
NEWS_PLEASE = {
    "maintext": BODY,
    "title": "One flies",
    "date_publish": "2024-09-18 00:12:00",
    "source_domain": "a.example",
    "authors": ["Ann Oyster"],
}


def reports(found: list[Report | Problem]) -> list[Report]:
    assert all(isinstance(one, Report) for one in found), found
    return [one for one in found if isinstance(one, Report)]


@pytest.mark.parametrize("suffix", [".json", ".txt", ""])
@pytest.mark.parametrize("shape", [OURS, SCHEMA, NEWS_PLEASE], ids=["ours", "schema.org", "news-please"])
def test_every_shape_is_read(reading: Reader, shape: dict[str, object], suffix: str) -> None:
    (report,) = reports(reading(json.dumps(shape), "a" + suffix))
    assert report.title == "One flies"
    assert report.text.startswith("One flies\n\n" + BODY)
    assert report.published
    assert report.published.day.isoformat() == "2024-09-18"
    assert report.outlet in ("The Lantern", "a.example")
    assert "<" not in report.text
    assert "&quot;" not in report.text


def test_schema_org_names_people_and_keeps_the_zone(reading: Reader) -> None:
    (report,) = reports(reading(json.dumps(SCHEMA), "a.json"))
    assert report.author == "Ann Oyster, Bo Reed"
    assert report.url == "https://a.example/1"
    assert report.published
    assert report.published.iso == "2024-09-18T09:00:00+09:00"


def test_records_are_numbered_and_bad_ones_stop_nothing(reading: Reader) -> None:
    array = reading(json.dumps([OURS, {"no": 1}, SCHEMA]), "a.json")
    assert [one.path for one in array] == ["a.json#1", "a.json#2", "a.json#3"]
    assert [type(one) for one in array] == [Report, Problem, Report]
    lines = reading("\n".join([json.dumps(OURS), "{broken", json.dumps(NEWS_PLEASE)]), "a.jsonl")
    assert [type(one) for one in lines] == [Report, Problem, Report]
    assert [one.path for one in lines] == ["a.jsonl#1", "a.jsonl#2", "a.jsonl#3"]


def test_a_graph_of_articles(reading: Reader) -> None:
    graph = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, SCHEMA]}
    (report,) = reports(reading(json.dumps(graph), "a.json"))
    assert report.path == "a.json"
    assert len(reports(reading(json.dumps({"@graph": [SCHEMA, SCHEMA | {"headline": "Two fly"}]}), "a.json"))) == 2


@given(st.permutations(list(OURS)), st.integers(0, 3), st.integers(0, 4))
def test_a_record_has_one_id_in_every_file(keys: list[str], before: int, indent: int) -> None:
    shuffled = {key: OURS[key] for key in keys}
    array = json.dumps([NEWS_PLEASE] * before + [shuffled], indent=indent).encode()
    lines = "\n".join([json.dumps(NEWS_PLEASE)] * before + [json.dumps(shuffled)]).encode()
    ids = {list(read(path, raw))[-1].id for path, raw in (("a.json", array), ("b.jsonl", lines))}  # type: ignore[union-attr]  # they are reports
    assert len(ids) == 1


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_our_own_shape_is_taken_word_for_word(body: str) -> None:
    for one in read("a.json", json.dumps({"title": "T", "text": body}).encode()):
        if isinstance(one, Report) and body.strip():
            assert one.text == f"T\n\n{body}"


def test_no_title_leaves_the_body_alone(reading: Reader) -> None:
    (report,) = reports(reading(json.dumps({"text": BODY}), "a.json"))
    assert report.text == BODY
