"""What a published site holds, and what it does not."""

import hashlib
import json
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree, html
from site_of import URL, publish
from typer.testing import CliRunner

from reportedly.cli.app import app
from reportedly.extract.sentences import split
from reportedly.store.ledger import Ledger
from reportedly.web.site.folder import FILES

LARGEST = 200_000  # bytes of a page


def pages(site: Path) -> list[Path]:
    """Every page of a site."""
    return sorted(site.rglob("*.html"))


def test_every_own_link_leads_to_a_file(site: Path) -> None:
    for page in pages(site):
        for element in html.parse(page).getroot().iter():
            for name in ("href", "src"):
                address = urlsplit(element.get(name) or "")
                if address.scheme or address.netloc or not address.path:
                    continue
                there = (page.parent / unquote(address.path)).resolve()
                assert there.is_file(), f"{page.relative_to(site)}: {element.get(name)}"


def test_a_link_to_a_claim_leads_to_it(site: Path) -> None:
    ids = {page: {one.get("id") for one in html.parse(page).getroot().iter()} for page in pages(site)}
    for page in pages(site):
        for link in html.parse(page).getroot().iter("a"):
            address = urlsplit(link.get("href") or "")
            if address.fragment and not address.scheme:
                there = (page.parent / address.path).resolve() if address.path else page
                assert address.fragment in ids[there]


def test_every_incident_and_report_has_a_page_and_no_page_is_large(site: Path, ledger_of_samples: Path) -> None:
    with Ledger.open(ledger_of_samples) as ledger:
        wanted = {f"incident/{one.id}.html" for one in ledger.incidents()}
        wanted |= {f"report/{id_}.html" for id_ in ledger.report_ids()}
    assert wanted <= {page.relative_to(site).as_posix() for page in pages(site)}
    assert max(page.stat().st_size for page in pages(site)) < LARGEST


def test_an_account_leads_to_its_incident(site: Path, ledger_of_samples: Path) -> None:
    with Ledger.open(ledger_of_samples) as ledger:
        homes = {ref.mention: one.id for one in ledger.incidents() for ref in one.mentions if ref.mention != one.id}
    assert homes
    for account, incident in homes.items():
        page = html.parse(site / "incident" / f"{account}.html").getroot()
        assert page.xpath("//main//a/@href") == [f"../incident/{incident}.html"]


def test_only_sentences_of_claims_and_their_neighbours_are_shown(site: Path, ledger_of_samples: Path) -> None:
    written = "\n".join(" ".join(path.read_text("utf-8").split()) for path in site.rglob("*") if path.is_file())
    kept = 0
    with Ledger.open(ledger_of_samples) as ledger:
        for report, extraction in zip(ledger.reports(), ledger.extractions(), strict=True):
            sentences = split(report.text, report.blocks)
            near = {
                n + step
                for claim in extraction.claims
                for n, one in enumerate(sentences)
                if one.start <= claim.span.start < one.end or one.start < claim.span.end <= one.end
                for step in (-1, 0, 1)
            }
            for n, one in enumerate(sentences):
                words = " ".join(report.text[one.start : one.end].split())
                if n not in near and len(words) > 40 and "'" not in words and words not in (report.title or ""):
                    kept += 1
                    assert html_escaped(words) not in written, f"{report.path}: {words}"
    assert kept


def html_escaped(text: str) -> str:
    """The text as a page holds it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;")


def test_whole_texts_stand_there_only_with_a_warning(ledger_of_samples: Path, tmp_path: Path) -> None:
    said = publish(tmp_path / "site", ledger_of_samples, "--with-texts")
    assert "Publish it only where you may" in said
    assert "whole text" not in publish(tmp_path / "other", ledger_of_samples)
    with Ledger.open(ledger_of_samples) as ledger:
        for report in ledger.reports():
            page = html.parse(tmp_path / "site" / "report" / f"{report.id}.html").getroot()
            shown = "".join(page.text_content().split())
            for one in split(report.text, report.blocks):
                assert "".join(report.text[one.start : one.end].split()) in shown


def test_the_same_ledger_gives_the_same_bytes(site: Path, ledger_of_samples: Path, tmp_path: Path) -> None:
    publish(tmp_path / "again", ledger_of_samples, "--base-url", URL, "--title", "Samples")
    assert (tmp_path / "again" / FILES).read_text() == (site / FILES).read_text()


def test_the_list_of_files_is_true(site: Path) -> None:
    lines = dict(line.split("  ", 1)[::-1] for line in (site / FILES).read_text("utf-8").splitlines())
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    assert set(found) - {FILES} == set(lines)
    assert all(hashlib.sha256(found[name].read_bytes()).hexdigest() == digest for name, digest in lines.items())


def test_reviewers_stand_by_their_initials(ledger: Path, tmp_path: Path) -> None:
    with Ledger.open(ledger) as opened:
        ids = [claim.id for one in opened.extractions() for claim in one.claims][:2]
        incidents = [one.id for one in opened.incidents()]
    rule(ledger, "accept", ids[0])
    rule(ledger, "same", incidents[0], incidents[1])
    rule(ledger, "claim", incidents[2], "site", "Jangyon", "--quote", "It was Jangyon.", "--voice", "Japan Coast Guard")
    publish(tmp_path / "site", ledger, "--base-url", URL)
    publish(tmp_path / "named", ledger, "--base-url", URL, "--names")
    initialled, named = (texts(tmp_path / name) for name in ("site", "named"))
    assert "Ruiz" not in initialled
    assert "A. R." in initialled
    assert "Ana Ruiz" in named


def rule(ledger: Path, *said: str) -> None:
    """Nothing; somebody ruled so."""
    words = ["decide", *said, "--who", "Ana Ruiz", "--why", "looked at it", "--ledger", str(ledger)]
    assert (done := CliRunner().invoke(app, words)).exit_code == 0, done.output


def texts(site: Path) -> str:
    """All that a site holds, as text."""
    return "\n".join(path.read_text("utf-8") for path in site.rglob("*") if path.is_file())


def test_nothing_of_the_machine_is_named(site: Path, ledger_of_samples: Path) -> None:
    with Ledger.open(ledger_of_samples) as ledger:
        folders = {str(Path(report.path).parent) for report in ledger.reports()}
    written = texts(site)
    assert folders
    assert not [folder for folder in folders if folder in written]


def test_feeds_stand_there_with_an_address_alone(site: Path, ledger_of_samples: Path, tmp_path: Path) -> None:
    feed = json.loads((site / "feed.json").read_bytes())
    assert feed["feed_url"] == f"{URL}feed.json"
    for item in feed["items"]:
        assert (site / item["url"].removeprefix(URL)).is_file()
    atom = etree.parse(site / "feed.atom").getroot()
    assert len(atom.findall("{*}entry")) == len(feed["items"])
    publish(tmp_path / "site", ledger_of_samples)
    assert not (tmp_path / "site" / "feed.atom").exists()
    assert "application/atom+xml" not in (tmp_path / "site" / "index.html").read_text("utf-8")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "example.org", "ftp://example.org/"])
def test_an_address_that_is_none_is_refused(ledger_of_samples: Path, tmp_path: Path, url: str) -> None:
    said = ["publish", str(tmp_path / "site"), "--ledger", str(ledger_of_samples), "--base-url", url]
    assert "is no address of the web" in str(CliRunner().invoke(app, said).exception)
    assert not (tmp_path / "site").exists()
