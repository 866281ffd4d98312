"""No page has a fault that axe calls serious, light or dark: who reads by keyboard, by ear or with weak sight can read."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

PLAIN = (
    "/",
    "/?text=kaechon",
    "/?state=PRK",
    "/review",
    "/decisions",
    "/check",
    "/problems",
    "/about",
    "/help",
    "/api",
    "/speaker/rok_jcs",
    "/site/kaechon",
    "/nowhere",
)
GRAVE = ("serious", "critical")
RULES = {"resultTypes": ["violations"], "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault(browser: Browser, address: str, scheme: str) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(f"{address}/?since=2024-09-18&until=2024-09-18")
    incident = page.locator("a[href*='/incident/']").first.get_attribute("href")
    page.goto(f"{address}{incident}")
    report = page.locator("a[href*='/report/']").first.get_attribute("href")
    found = []
    for path in (*PLAIN, incident, report):
        page.goto(f"{address}{path}")
        faults = Axe().run(page, options=RULES).response["violations"]
        found += [(path, one["id"], one["nodes"][0]["html"]) for one in faults if one["impact"] in GRAVE]
    context.close()
    assert not found
