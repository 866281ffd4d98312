"""The list of incidents in a real browser: narrowed without loading anew, without scripts, with WebGL and without."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect


def test_a_filter_changes_the_page_and_its_address_without_loading_it_anew(tab: Page, address: str) -> None:
    tab.goto(address)
    tab.evaluate("window.stays = true")
    tab.select_option("#f-state", "PRK")
    expect(tab).to_have_url(f"{address}/?state=PRK")
    expect(tab.locator(".chips")).to_contain_text("North Korea")
    tab.fill("#f-site", "Kaechon")
    tab.press("#f-site", "Enter")
    expect(tab).to_have_url(f"{address}/?state=PRK&site=kaechon")
    tab.locator(".chips a", has_text="State").click()
    expect(tab).to_have_url(f"{address}/?site=kaechon")
    expect(tab.locator("#f-state")).to_have_value("")
    assert tab.evaluate("window.stays")
    tab.go_back()
    expect(tab.locator("#f-state")).to_have_value("PRK")


def test_a_month_narrows_and_leads_to_the_months_around_it(tab: Page, address: str) -> None:
    tab.goto(f"{address}/?since=2024-09&until=2024-10")
    tab.locator("svg.timeline a.bar").first.click()
    expect(tab).to_have_url(f"{address}/?since=2024-09-01&until=2024-09-30")
    expect(tab.locator(".steps")).to_contain_text("October 2024")


def test_without_scripts_the_form_and_the_links_do_the_same(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.select_option("#f-state", "PRK")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(f"{address}/?state=PRK")
    expect(page.locator("svg.map a").first).to_be_attached()
    page.locator(".chips a", has_text="State").click()
    expect(page).to_have_url(f"{address}/")
    context.close()


@pytest.fixture(scope="module", params=["with WebGL", "without"])
def drawing(request: pytest.FixtureRequest, launch: Callable[..., Browser]) -> Iterator[tuple[Browser, bool]]:
    """A browser that can draw with WebGL, by its processor, and one that cannot."""
    can = request.param == "with WebGL"
    launched = launch(*(["--use-angle=swiftshader", "--enable-unsafe-swiftshader"] if can else ["--disable-3d-apis"]))
    yield launched, can
    launched.close()


def test_the_map_can_be_moved_where_there_is_webgl_and_is_drawn_all_the_same_where_not(
    drawing: tuple[Browser, bool], address: str
) -> None:
    launched, can = drawing
    page = launched.new_context().new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.goto(f"{address}/?state=PRK")
    if can:
        page.wait_for_selector("#globe.moves canvas")
        expect(page.locator("#globe a.name").first).to_be_visible()
        expect(page.locator("#drawn svg.map")).to_be_hidden()
        page.locator("#globe a.name").first.click()
        expect(page).to_have_url(re.compile("site="))
        page.wait_for_selector("#globe.moves canvas")
    else:
        expect(page.locator("#drawn svg.map")).to_be_visible()
        expect(page.locator("#globe")).to_be_hidden()
    assert all(url.startswith((address, "data:")) for url in asked), asked
    assert not said


def test_on_a_narrow_screen_nothing_but_pictures_is_wider_than_it(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{address}/?text=missile")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_on_a_phone_the_drawn_map_scrolls_and_its_names_can_be_read(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    letters = page.locator("#drawn svg.map .names text").first.bounding_box()
    assert letters and letters["height"] >= 10
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()
