"""Bytes in, reports and problems out: the kinds of input, the bad ones, and laws for any bytes."""

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportedly.model import BlockKind, Problem, ProblemKind, Report
from reportedly.readers import Hints, Settings, read

from .conftest import NOW, Reader

STORY = "The North fired two missiles from Kaechon on Wednesday, officials in the South said.\nThey flew 400 km.\n"
SUFFIXES = st.sampled_from([".txt", ".md", ".html", ".json", ".jsonl", ".xyz", ""])
OPENINGS = st.sampled_from(
    [b"", b"<html><body>", b"{", b"[", b"---\ntitle: x\n---\n", b'{"text": "', b"\xff\xfe", b"\xef\xbb\xbf"]
)


def one_report(found: list[Report | Problem]) -> Report:
    (report,) = found
    assert isinstance(report, Report), report
    return report


def one_problem(found: list[Report | Problem]) -> Problem:
    (problem,) = found
    assert isinstance(problem, Problem), problem
    assert problem.message
    assert problem.remedy
    return problem


@settings(deadline=None)
@given(OPENINGS, st.binary(max_size=300), SUFFIXES)
@example(b"", b'{"text":"\\ud800 \\u0000"}', ".json")
@example(b"", b"[" * 5000, ".json")
@example(b"", b"<div>" * 300 + b"words", ".html")
@example(b"", b"---\na: &x [*x]\n---\nwords", ".md")
def test_any_bytes_become_a_report_or_a_problem(opening: bytes, raw: bytes, suffix: str) -> None:
    found = list(read("a" + suffix, opening + raw, settings=Settings(now=NOW)))
    assert found
    for one in found:
        if isinstance(one, Report):
            assert "".join(block.span.of(one.text) for block in one.blocks) == one.text
            assert one.text.encode("utf-8").decode("utf-8") == one.text
            assert one.id == hashlib.sha256(one.raw).hexdigest()


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), min_size=1))
def test_plain_text_is_never_changed(text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32"):
        for one in read("a.text", ("Word " + text).encode(encoding)):
            if isinstance(one, Report) and one.media_type == "text/plain":
                assert one.text == "Word " + text


def test_hints_win_for_plain_text(reading: Reader) -> None:
    hints = Hints(published="2024-09-18", outlet="The Harbour Post", url="https://harbour-post.example/a")
    report = one_report(reading(STORY, hints=hints))
    assert report.text == STORY
    assert (report.outlet, report.url) == (hints.outlet, hints.url)
    assert report.published
    assert report.published.iso == "2024-09-18"
    assert report.language == "en"


def test_hints_only_fill_what_json_lacks(reading: Reader) -> None:
    raw = json.dumps({"outlet": "The Lantern", "published": None, "title": "Two fly", "text": STORY})
    report = one_report(reading(raw, "a.json", Hints(published="2024-09-18", outlet="The Harbour Post")))
    assert report.outlet == "The Lantern"
    assert report.published
    assert report.published.iso == "2024-09-18"
    assert report.text == f"Two fly\n\n{STORY}"
    assert report.blocks[0].kind == BlockKind.TITLE


def test_markdown_keeps_its_front_matter_and_zone(reading: Reader) -> None:
    raw = (
        "---\ndate: '2022-03-24'\npublished_time: 2022-03-24 05:30:00-04:00\ntitle: \"On the\\_launch\"\n"
        "source_url: https://statements.example/a\n---\n\n"
        "We condemn the launch of a missile,\nwhich fell into the sea.\n"
    )
    report = one_report(reading(raw, "a.md"))
    assert report.text == raw
    assert (report.title, report.url, report.outlet) == (
        "On the\xa0launch",
        "https://statements.example/a",
        "statements.example",
    )
    assert report.published
    assert report.published.iso == "2022-03-24T05:30:00-04:00"
    assert [block.kind for block in report.blocks] == [BlockKind.BOILERPLATE, BlockKind.BODY]


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ("title: North Korea: two fired\n", "North Korea: two fired"),
        ("title: [Breaking] Two fired\n", "[Breaking] Two fired"),
        ("title: 'Two' fired, Seoul says\n", "'Two' fired, Seoul says"),
        ("title: Two fired\nto be checked\n", "Two fired"),
        ("title: Two fired\nby:\tA\n", "Two fired"),
        ("title: @ 5 a.m. two fired\n", "@ 5 a.m. two fired"),
    ],
)
def test_front_matter_that_is_no_yaml_is_taken_line_by_line(reading: Reader, front: str, title: str) -> None:
    report = one_report(reading(f'---\n{front}published: 2024-09-18\noutlet: "The Lantern"\n---\n{STORY}', "a.md"))
    assert (report.title, report.outlet) == (title, "The Lantern")
    assert report.published
    assert report.published.iso == "2024-09-18"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_above_a_plain_text_tell_what_front_matter_would(reading: Reader, end: str) -> None:
    header = end.join(["Title: Two fired: Seoul", "Date: September 18, 2024", "source: The Lantern", "", ""])
    report = one_report(reading(header + STORY, "a.txt"))
    assert (report.title, report.outlet, report.text) == ("Two fired: Seoul", "The Lantern", header + STORY)
    assert report.published
    assert report.published.iso == "2024-09-18"
    kinds = [BlockKind.BOILERPLATE, BlockKind.TITLE, BlockKind.BOILERPLATE]
    assert [block.kind for block in report.blocks][:3] == kinds
    assert report.blocks[1].span.of(report.text) == "Two fired: Seoul"


def test_lines_that_only_look_like_a_header_are_text(reading: Reader) -> None:
    report = one_report(reading(f"Seoul: two fired\nDate: soon\n{STORY}", "a.txt"))
    assert report.published is None
    assert report.outlet is None


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("September 18, 2024", "2024-09-18"),
        ("Published Wednesday, September 18, 2024", "2024-09-18"),
        ("Updated: 18 Sep 2024 09:30 KST", "2024-09-18T09:30:00+09:00"),
        ("Posted on 2024-09-18", "2024-09-18"),
        ("Two fired on September 18, 2024", None),
        ("September 18", None),
    ],
)
def test_a_day_on_a_line_above_the_text_is_that_of_publication(
    reading: Reader, line: str, published: str | None
) -> None:
    report = one_report(reading(f"Two fired, says Seoul\n\nBy A. Writer\n\n{line}\n\n{STORY}", "a.txt"))
    assert (report.published.iso if report.published else None) == published


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_read(reading: Reader, encoding: str) -> None:
    assert one_report(reading(STORY.encode(encoding))).text == STORY


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-be"])
def test_encodings_are_found(reading: Reader, encoding: str) -> None:
    text = "The South’s staff said – “two missiles” – that Türkiye’s envoy had protested. It was a test."
    raw = (b"\xfe\xff" if encoding == "utf-16-be" else b"") + text.encode(encoding)
    assert one_report(reading(raw)).text == text


def test_a_spoilt_byte_spoils_one_letter(reading: Reader) -> None:
    assert one_report(reading("Türkiye’s envoy’s word ".encode() + b"\xe2\x80")).text.startswith(
        "Türkiye’s envoy’s word "
    )


@pytest.mark.parametrize("raw", [b"", b" \n\t ", b"\xef\xbb\xbf", b"\xff\xfe", b"\xef\xbb\xbf \n"])
def test_an_empty_file(reading: Reader, raw: bytes) -> None:
    assert one_problem(reading(raw)).kind == ProblemKind.EMPTY


@pytest.mark.parametrize("raw", [b"%PDF-1.7 x", b"\x89PNG\r\n", b"PK\x03\x04", b"words\0words", b"\xff\xd8\xff\xe0"])
def test_a_binary_file(reading: Reader, raw: bytes) -> None:
    assert one_problem(reading(raw)).kind == ProblemKind.BINARY


@pytest.mark.parametrize(
    "html", ["<html><head><title></title></head><body></body></html>", "<!doctype html><script>x()</script>"]
)
def test_a_page_without_text(reading: Reader, html: str) -> None:
    assert one_problem(reading(html, "a.html")).kind == ProblemKind.NO_TEXT


def test_json_of_another_shape_names_what_was_found_and_wanted(reading: Reader) -> None:
    problem = one_problem(reading('{"body": "words", "when": 3}', "a.json"))
    assert problem.kind == ProblemKind.SHAPE
    assert "body, when" in problem.message
    assert "articleBody" in problem.remedy


@pytest.mark.parametrize(("raw", "remedy"), [('[{"text": "a', "whole"), ("<rss><channel>", "pages that it links to")])
def test_what_was_cut_off_or_is_a_feed_has_a_remedy_of_its_own(reading: Reader, raw: str, remedy: str) -> None:
    assert remedy in one_problem(reading(raw, "a.json" if raw.startswith("[") else "a.xml")).remedy


@pytest.mark.parametrize("raw", ["{nonsense", '"words"', "17", "[" * 100_000])
def test_what_only_calls_itself_json(reading: Reader, raw: str) -> None:
    assert one_problem(reading(raw, "a.json")).kind == ProblemKind.SHAPE


def test_a_text_of_fifty_megabytes(reading: Reader) -> None:
    problem = one_problem(reading(b"A missile was fired. " * 2_500_000))
    assert problem.kind == ProblemKind.TOO_LARGE
    assert "split" in problem.remedy


def test_a_report_from_the_future_is_kept_with_its_date(reading: Reader) -> None:
    report, problem = reading(STORY, hints=Hints(published="2031-01-01"))
    assert isinstance(report, Report)
    assert isinstance(problem, Problem)
    assert report.published
    assert report.published.iso == "2031-01-01"
    assert (problem.kind, problem.report) == (ProblemKind.FUTURE, report.id)


def test_another_language_is_kept_and_named(reading: Reader) -> None:
    report, problem = reading("북한이 18일 오전 평안남도 개천 일대에서 탄도미사일 여러 발을 발사했다.")
    assert isinstance(report, Report)
    assert isinstance(problem, Problem)
    assert report.language == "ko"
    assert (problem.kind, problem.report) == (ProblemKind.LANGUAGE, report.id)


def test_a_feed_says_what_it_is(reading: Reader) -> None:
    assert "feed" in one_problem(reading('<?xml version="1.0"?><rss><channel/></rss>', "a.xml")).message


def test_a_bracket_does_not_make_a_text_json(reading: Reader) -> None:
    assert one_report(reading("[Breaking] The North fired a missile.")).media_type == "text/plain"


def test_the_seed_where_it_is_present(reading: Reader) -> None:
    seed = Path(__file__).parents[3] / "shared" / "seed" / "report.txt"
    if not seed.exists():
        pytest.skip("the seed is a third party's text and not on this machine")
    report = one_report(reading(seed.read_bytes()))
    kinds = [block.kind for block in report.blocks]
    assert kinds[:4] == [BlockKind.TITLE, BlockKind.BODY, BlockKind.DUPLICATE, BlockKind.BODY]
    assert [b.span.of(report.text)[:9] for b in report.blocks if b.kind == BlockKind.BOILERPLATE] == ["Also Read"]
