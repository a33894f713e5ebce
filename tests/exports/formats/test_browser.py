"""The pages for a city's website in a real browser: nothing that axe-core finds, all by keyboard, at 400 %."""

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from exports.document import Document
from exports.forms import progress_table
from tests.exports.sisters import FORMS, as_page, documents, sample

_BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(_BROWSER is None, reason="no browser here (Debian: apt-get install chromium)")
_DESK, _ENLARGED = ViewportSize(width=1280, height=900), ViewportSize(width=320, height=640)
_STOPS = "a[href], [tabindex='0']"
"""What the Tab key stops at."""


@cache
def document(form: str) -> Document:
    return progress_table.compose(sample().table) if form == "progress-table" else documents()[form]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as started:
        yield started.chromium.launch(executable_path=_BROWSER, args=["--no-sandbox"])


@pytest.fixture(params=(*FORMS, "progress-table"))
def page(browser: Browser, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Page]:
    path = tmp_path / "page.html"
    path.write_text(as_page(document(request.param)), encoding="utf-8")
    shown = browser.new_page(viewport=_DESK)
    shown.goto(path.as_uri())
    yield shown
    shown.close()


def focused(page: Page, expression: str) -> object:
    """What JavaScript says of the element that has the focus."""
    return page.evaluate(f"(e => {expression})(document.activeElement)")


@pytest.mark.parametrize("window", [_DESK, _ENLARGED], ids=["desk", "enlarged"])
def test_a_page_has_nothing_that_axe_finds_fault_with(page: Page, window: ViewportSize) -> None:
    page.set_viewport_size(window)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_the_skip_link_is_the_first_stop_is_seen_and_leads_to_the_main_part(page: Page) -> None:
    page.keyboard.press("Tab")
    assert focused(page, "e.getAttribute('href')") == "#main"
    assert focused(page, "e.getBoundingClientRect().left >= 0 && e.getBoundingClientRect().width > 0")
    page.keyboard.press("Enter")
    assert focused(page, "e.id") == "main"


def test_tab_stops_once_at_every_link_and_every_table_in_their_order_and_shows_where(page: Page) -> None:
    count = page.locator(_STOPS).count()
    stops = f'[...document.querySelectorAll("{_STOPS}")].indexOf(e)'
    reached = []
    for _ in range(count):
        page.keyboard.press("Tab")
        reached.append(focused(page, stops))
        assert focused(page, "getComputedStyle(e).outlineStyle") != "none"
        assert focused(page, "(b => b.bottom > 0 && b.top < innerHeight)(e.getBoundingClientRect())")
    assert reached == list(range(count))


def test_every_part_that_is_wider_than_the_window_has_a_name_and_scrolls_by_the_arrow_keys(page: Page) -> None:
    page.set_viewport_size(_ENLARGED)
    wide = 0
    for place in range(page.locator(".scroll").count()):
        part = page.locator(".scroll").nth(place)
        part.focus()
        assert part.get_attribute("role") == "region"
        assert part.get_attribute("aria-label")
        if part.evaluate("e => e.scrollWidth > e.clientWidth"):
            wide += 1
            page.keyboard.press("ArrowRight")
            page.wait_for_function("document.activeElement.scrollLeft > 0", timeout=2000)
    assert wide or page.locator(".scroll").count() == 0


def test_at_four_hundred_per_cent_nothing_but_tables_is_wider_than_the_window(page: Page) -> None:
    page.set_viewport_size(_ENLARGED)
    assert page.evaluate("document.documentElement.scrollWidth") == _ENLARGED["width"]
    outside = "e => !e.closest('.scroll') && e.getBoundingClientRect().right > innerWidth + 1"
    texts = page.locator("main *:not(.skip)").evaluate_all(f"all => all.filter({outside}).map(e => e.outerHTML)")
    assert texts == []
