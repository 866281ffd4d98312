"""Feeds are valid whatever a report says, and nothing of it is markup in them."""

import json
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from lxml import etree, html

from reportedly.publish.feeds import Entry, Feed, Heard, atom, json_feed, named
from reportedly.publish.sound import sound, web_address

ATOM = {"a": "http://www.w3.org/2005/Atom"}
GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
ADDRESS = {"type": "string", "pattern": "^https?://"}
TEXT = {"type": "string", "minLength": 1}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
JSON_FEED = Draft202012Validator(
    {  # https://www.jsonfeed.org/version/1.1/
        "type": "object",
        "required": ["version", "title", "items"],
        "properties": {
            "version": {"const": "https://jsonfeed.org/version/1.1"},
            "title": TEXT,
            "home_page_url": ADDRESS,
            "feed_url": ADDRESS,
            "language": TEXT,
            "authors": {"type": "array", "minItems": 1, "items": {"required": ["name"], "properties": {"name": TEXT}}},
            "items": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["id", "content_html"],
                    "properties": {
                        "id": TEXT,
                        "url": ADDRESS,
                        "title": TEXT,
                        "content_html": TEXT,
                        "summary": TEXT,
                        "date_published": MOMENT,
                        "date_modified": MOMENT,
                        "tags": {"type": "array", "items": TEXT},
                    },
                    "additionalProperties": False,
                },
            },
        },
        "additionalProperties": False,
    }
)
WHEN = datetime(2024, 9, 18, 7, tzinfo=UTC)
NASTY = st.text(st.characters(codec="utf-8") | st.sampled_from("<>&\"'\x00\x1b\u202e]"))


def feed(text: str, url: str | None = None) -> Feed:
    """A feed of one entry that says this wherever a report has a say."""
    heard = (Heard(text, text, text or "x", "2024-09-18", url),)
    entry = Entry(
        named("incident", "a"), f"PRK {text}", "missile_launch", "https://desk.example/incident/a", WHEN, None, text, (text,), heard
    )  # fmt: skip
    return Feed(
        named("feed", text), f"Reportedly: {text}", "https://desk.example/", "https://desk.example/feed", (entry,)
    )


@given(NASTY)
def test_whatever_a_report_says_a_feed_is_valid_and_says_it(text: str) -> None:
    written = etree.fromstring(atom(feed(text)))
    GRAMMAR.assertValid(written)
    assert written.findtext("a:entry/a:title", namespaces=ATOM) == sound(f"PRK {text}")
    told = json.loads(json_feed(feed(text)))
    JSON_FEED.validate(told)
    assert told["items"][0]["content_html"] == written.findtext("a:entry/a:content", namespaces=ATOM)


@given(NASTY, NASTY)
def test_nothing_of_a_report_is_markup_in_a_feed(text: str, url: str) -> None:
    told = json.loads(json_feed(feed(text, url)))["items"][0]["content_html"]
    body = html.fragment_fromstring(told, create_parent="div")
    assert {one.tag for one in body.iter()} <= {"div", "p", "blockquote", "a", "cite"}
    assert all(web_address(value) == value for one in body.iter() for value in one.attrib.values())
    assert [sound(quote.text or "") for quote in body.iter("blockquote")] == [sound(text)]


def test_only_addresses_of_the_web_are_linked() -> None:
    for url in (
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "file:///etc/passwd",
        "https://",
        "https://a b/",
        "https://a\x00b/",
    ):
        assert web_address(url) is None
        assert "href" not in json_feed(feed("told", url)).decode()
    assert (
        'href=\\"https://news.example/?a=1&amp;b=2\\"'
        in json_feed(feed("told", "https://news.example/?a=1&b=2")).decode()
    )
