"""A page that is printed from a browser keeps every text of every column, on A4 as on A3."""

import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Browser, sync_playwright

from exports.document import Document, every_text
from exports.forms import progress_table
from tests.exports.sisters import FORMS, as_page, documents, sample

_BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(_BROWSER is None, reason="no browser here (Debian: apt-get install chromium)")

_FONT = Path(__file__).parents[3] / "resources" / "fonts" / "BIZUDGothic-Regular.ttf"
_FACE = f"""@font-face {{ font-family: ours; src: url("{_FONT.as_uri()}"); }} * {{ font-family: ours !important; }}"""
"""A machine that tests has no Japanese font of its own."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as started:
        yield started.chromium.launch(executable_path=_BROWSER, args=["--no-sandbox"])


def printed(browser: Browser, document: Document, path: Path, paper: str) -> list[str]:
    """What is seen on the pages that the browser prints; "" for the paper that the page asks for."""
    path.write_text(as_page(document), encoding="utf-8")
    shown = browser.new_page()
    shown.goto(path.as_uri())
    shown.add_style_tag(content=_FACE)
    shown.evaluate("document.fonts.ready")
    content = shown.pdf(format=paper) if paper else shown.pdf(prefer_css_page_size=True)
    shown.close()
    with pypdfium2.PdfDocument(content) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


def bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.mark.parametrize("paper", ["A4", "A3", ""], ids=["A4", "A3", "its own"])
@pytest.mark.parametrize("form", [*FORMS, "progress-table"])
def test_every_text_is_on_the_paper(browser: Browser, tmp_path: Path, form: str, paper: str) -> None:
    document = progress_table.compose(sample().table) if form == "progress-table" else documents()[form]
    seen = bare("".join(printed(browser, document, tmp_path / "page.html", paper)))
    assert [line for _, text in every_text(document) for line in text.split("\n") if bare(line) not in seen] == []


def test_a_long_table_repeats_its_heading_and_a_page_has_the_paper_of_its_document(
    browser: Browser, tmp_path: Path
) -> None:
    document = progress_table.compose(sample().table)
    pages = printed(browser, document, tmp_path / "page.html", "")
    assert len(pages) > 2
    assert all("担当課" in bare(page) for page in pages)
