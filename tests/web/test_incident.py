"""The page of one incident, on a ledger of the samples and on one that was made to disagree."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab
from starlette.testclient import TestClient

from reportedly.pipeline import Run, build, sources
from reportedly.store.ledger import Ledger
from reportedly.web.bar import Share, bar, looks
from reportedly.web.serve import application
from reportedly.web.settings import Settings

TELLINGS = {
    "Harbour Post": ("2024-09-18T07:05:00+09:00", "North Korea fired two ballistic missiles from Kaechon on Wednesday, South Korea's military said. They flew 400 km (249 miles)."),
    "Strait Courier": ("2024-09-18T09:30:00+09:00", "North Korea fired three ballistic missiles from Kaechon on Wednesday, Japan's defence ministry said."),
    "Evil & Sons": ("2024-09-19T08:00:00+09:00", "North Korea fired two ballistic missiles from Kaechon on Wednesday, <script>alert(1)</script> the South Korean military said \u202eagain."),
}  # fmt: skip


@pytest.fixture(scope="module")
def disputed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of one launch over whose number two states differ."""
    folder = tmp_path_factory.mktemp("disputed")
    for outlet, (published, text) in TELLINGS.items():
        head = f"---\noutlet: {outlet}\npublished: {published}\n---\n"
        (folder / f"{outlet}.md").write_text(f"{head}{text}\n", "utf-8")
    with Ledger.open(folder / "disputed.db", create=True) as opened:
        build(sources([str(folder)]), opened, Run(datetime(2026, 1, 1, tzinfo=UTC)))
    return folder / "disputed.db"


def visit(ledger: Path) -> TestClient:
    return TestClient(application(Settings(ledger)), base_url="http://127.0.0.1:8765")


def id_of(ledger: Path) -> str:
    with Ledger.open(ledger) as opened:
        return next(one.id for one in opened.incidents() if len(one.mentions) > 1)


def words(page: str) -> str:
    """What a reader reads of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_it_tells_what_happened_and_who_says_so(disputed: Path) -> None:
    page = visit(disputed).get(f"/incident/{id_of(disputed)}").text
    told = words(page)
    assert (
        "North Korea fired one or more ballistic missiles from Kaechon on 18 September 2024; they flew 400 km" in told
    )
    assert "accounts differ on the number (2 or 3)." in told
    assert "3 outlets, 2 independent origins, 2 speakers; credibility" in told
    assert "South Korea : South Korean military, quoted by Harbour Post" in told


def test_every_position_has_its_speakers_outlets_time_and_sentence(disputed: Path) -> None:
    page = visit(disputed).get(f"/incident/{id_of(disputed)}").text
    row = page[page.index('id="f-count"') : page.index('id="f-weapon_class"')]
    assert "contested" in row
    assert 'aria-label="2 positions: 2: 2 outlets; 3: 1 outlet"' in row
    assert row.count('class="position"') == 2
    assert '<a href="/speaker/jpn_mod">Japan Ministry of Defense</a>' in row
    assert "<mark>three</mark> ballistic missiles from Kaechon" in row
    assert "since 18 September 2024, 09:30 (00:30 UTC)" in row
    assert re.search(r'href="/report/[0-9a-f]{64}#c-[0-9a-f]+">Strait Courier, 2024-09-18', row)


def test_text_of_a_report_is_never_markup(disputed: Path) -> None:
    page = visit(disputed).get(f"/incident/{id_of(disputed)}").text
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page
    assert "\u202e" not in page
    assert " style=" not in page


def test_accounts_stand_side_by_side(disputed: Path) -> None:
    page = visit(disputed).get(f"/incident/{id_of(disputed)}").text
    table = page[page.index('<table class="accounts">') :]
    heads = re.findall(r'scope="col"><a [^>]+>([^<]+)</a>', table)
    assert heads == ["Harbour Post", "Strait Courier", "Evil &amp; Sons"]
    assert re.findall(r'<rect class="(p\d)"[^>]*/></svg> (\d)', table) == [("p1", "2"), ("p2", "3"), ("p1", "2")]
    assert "both on 2024-09-18" in table


def test_any_account_and_its_first_letters_lead_there(disputed: Path) -> None:
    with Ledger.open(disputed) as opened:
        incident = opened.incident(id_of(disputed))
    assert incident is not None
    desk = visit(disputed)
    for member in incident.mentions:
        assert desk.get(f"/incident/{member.mention[:10]}").url.path == f"/incident/{incident.id}"
        assert desk.get(f"/incident/{member.mention}").status_code == 200
    moved = desk.get(f"/incident/{incident.id[:8].upper()}?as_of=2024-09-18T08:00%2B09:00")
    assert moved.url.path == f"/incident/{incident.id}"
    assert "As it was told by" in moved.text


@pytest.mark.parametrize("id_", ["0000000000000000", "abc", "zzzz", "%", "' OR 1=1", "f" * 300])
def test_what_is_not_there_is_told(disputed: Path, id_: str) -> None:
    assert visit(disputed).get(f"/incident/{id_}").status_code == 404


@pytest.mark.parametrize("moment", ["2024-09-18T08:00%2B09:00", "2024-09-18T08:00+09:00", "2024-09-17T23:00Z"])
def test_it_is_shown_as_it_was_told_by_a_moment(disputed: Path, moment: str) -> None:
    told = words(visit(disputed).get(f"/incident/{id_of(disputed)}?as_of={moment}").text)
    assert "By the word of South Korea alone: North Korea fired two ballistic missiles" in told
    assert "As it was told by 18 September 2024, 08:00 (23:00 UTC on the 17th): 2 later reports left out." in told
    assert "Strait Courier" not in told


def test_before_anybody_told_of_it_there_is_nothing_to_show(disputed: Path) -> None:
    told = words(visit(disputed).get(f"/incident/{id_of(disputed)}?as_of=2024-09-18T06:00%2B09:00").text)
    assert "No report of it that bears a date was out by then." in told


@pytest.mark.parametrize("moment", ["soon", "2024-09-18T08:00", "<b>"])
def test_a_moment_that_is_none_is_told_beside_all_that_is_known(disputed: Path, moment: str) -> None:
    page = visit(disputed).get(f"/incident/{id_of(disputed)}?as_of={moment}")
    assert page.status_code == 200
    assert 'role="alert"' in page.text
    assert "Strait Courier" in page.text
    assert "<b></p>" not in page.text


def test_the_sums_it_prints_are_checked_on_a_page_of_their_own(disputed: Path) -> None:
    desk, id_ = visit(disputed), id_of(disputed)
    assert f'href="/incident/{id_}/findings"' in desk.get(f"/incident/{id_}").text
    told = words(desk.get(f"/incident/{id_}/findings").text)
    assert "consistent “ 400 km (249 miles)" in told or "consistent 400 km (249 miles) 400 km is 248.5 miles" in told


def test_a_report_that_names_no_outlet_goes_by_the_name_of_its_file(ledger_of_samples: Path) -> None:
    desk = visit(ledger_of_samples)
    with Ledger.open(ledger_of_samples) as opened:
        (nameless,) = (one for one in opened.reports() if one.outlet is None)
        home = next(one.id for one in opened.incidents() if nameless.id in {ref.report for ref in one.mentions})
    page = words(desk.get(f"/incident/{home}").text)
    assert "coastal-review-2023-08-24.txt" in page
    assert nameless.path not in page
    assert "no outlet is named" in page
    assert " 0 outlets" not in page.partition("What is said, and by whom")[2]


def test_every_incident_of_the_samples_has_its_page(ledger_of_samples: Path) -> None:
    desk = visit(ledger_of_samples)
    with Ledger.open(ledger_of_samples) as opened:
        ids = [one.id for one in opened.incidents()]
    assert ids
    for id_ in ids:
        page = desk.get(f"/incident/{id_}")
        assert page.status_code == 200
        assert f"<code>{id_}</code>" in page.text


def test_a_bar_is_drawn_to_its_width_and_told_in_words() -> None:
    drawn = bar([Share("p1", 30), Share("p2", 1), Share("former", 1)], 'three "positions"')
    assert 'aria-label="three &#34;positions&#34;"' in drawn
    assert drawn.count("<rect") == 3
    assert looks([True, False, True, False], [False, True, False, False]) == ("p1", "former", "p2", "other")


def test_it_is_read_in_a_browser_narrow_and_wide(disputed: Path, served, tab: Tab) -> None:  # type: ignore[no-untyped-def]  # a fixture that serves
    address = served(Settings(disputed))
    for width in (390, 1280):
        tab.set_viewport_size({"width": width, "height": 900})
        tab.goto(f"{address}/incident/{id_of(disputed)}")
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
    tab.get_by_text("400 km is 248.5 miles").wait_for()


def test_many_outlets_of_one_text_and_long_names_fit_a_narrow_screen(tmp_path: Path, served, tab: Tab) -> None:  # type: ignore[no-untyped-def]  # a fixture that serves
    for outlet in (*"BCDEFGH", "a" * 200):
        text = "North Korea fired two missiles from Kaechon on Wednesday, South Korea's military said."
        (tmp_path / f"{outlet[:9]}.md").write_text(
            f"---\noutlet: {outlet}\npublished: 2024-09-18\n---\n{text}\n", "utf-8"
        )
    with Ledger.open(tmp_path / "many.db", create=True) as opened:
        build(sources([str(tmp_path)]), opened, Run(datetime(2026, 1, 1, tzinfo=UTC)))
    tab.set_viewport_size({"width": 390, "height": 900})
    tab.goto(f"{served(Settings(tmp_path / 'many.db'))}/incident/{id_of(tmp_path / 'many.db')}")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    others = tab.locator("details.also").first
    assert others.locator("a").first.is_hidden()
    others.get_by_text("and 2 more").click()
    assert others.locator("a").count() == 2
    assert others.locator("a").first.is_visible()


def test_without_scripts_the_findings_are_a_link_away(disputed: Path, served, browser: Browser) -> None:  # type: ignore[no-untyped-def]  # a fixture that serves
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{served(Settings(disputed))}/incident/{id_of(disputed)}")
    tab.get_by_role("link", name="Check them against the ledger").click()
    assert tab.get_by_text("400 km is 248.5 miles").count() == 1
    context.close()
