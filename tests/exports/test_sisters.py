"""What holds of all sister documents: every text arrives in every format, and twice the same bytes."""

import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import openpyxl
import pikepdf
import pytest

from exports.document import Document, Heading, TooManyPages
from exports.formats.pdf import drawing
from tests.exports.sisters import FORMS, as_page, as_pdf, as_workbook, bare, cells, documents, lines_of, pages

EACH = pytest.mark.parametrize("form", FORMS)
VOID = {"meta", "br", "link"}


class Reader(HTMLParser):
    """Reads a page as a browser does: which elements are open, what they say, how its tables are headed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.levels: list[int] = []
        self.texts: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.regions: list[str] = []
        self.unscoped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        self.ids += [v for v in (told.get("id"),) if v]
        self.links += [v.removeprefix("#") for v in (told.get("href"),) if v]
        self.regions += [told["aria-label"] or ""] if told.get("role") == "region" else []
        self.unscoped += tag == "th" and "scope" not in told

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.texts.append(data)


def read(document: Document) -> Reader:
    reader = Reader()
    reader.feed(as_page(document))
    reader.close()
    return reader


@EACH
def test_every_text_is_found_on_paper(form: str) -> None:
    text = "".join(pages(as_pdf(documents()[form])))
    # A line that goes over two pages has the number of a page within it.
    text += re.sub("-[0-9]+-", "", text)
    assert [line for line in lines_of(documents()[form]) if line not in text] == []


@EACH
def test_every_text_is_found_in_the_workbook(form: str) -> None:
    text = cells(as_workbook(documents()[form]))
    assert [line for line in lines_of(documents()[form]) if line not in text] == []


@EACH
def test_every_text_is_found_on_the_page(form: str) -> None:
    text = bare("".join(read(documents()[form]).texts))
    columns = {"予算", "執行", "6年度予算", "6年度実績"}  # said with every amount instead
    assert {line for line in lines_of(documents()[form]) if line not in text} <= columns


@EACH
def test_the_same_plan_gives_the_same_bytes(form: str) -> None:
    document = documents()[form]
    assert as_pdf(document) == as_pdf(document)
    assert as_workbook(document) == as_workbook(document)
    assert as_page(document) == as_page(document)


@EACH
def test_a_page_is_well_formed_and_says_what_its_parts_are(form: str) -> None:
    reader = read(documents()[form])
    assert reader.open == []
    assert reader.levels[0] == 1
    assert reader.levels.count(1) == 1
    assert all(below - above <= 1 for above, below in zip(reader.levels, reader.levels[1:], strict=False))
    assert len(set(reader.ids)) == len(reader.ids)
    assert set(reader.links) <= set(reader.ids)
    assert len(set(reader.regions)) == len(reader.regions)
    assert reader.unscoped == 0


@EACH
def test_a_page_needs_nothing_but_itself(form: str) -> None:
    page = as_page(documents()[form])
    assert '<html lang="ja-JP">' in page
    assert not re.search("<script|src=|url\\(|@import|https?:", page)


def test_a_text_on_a_page_is_never_markup() -> None:
    page = as_page(Document('<b>&"題', (Heading("<img src=x onerror=alert(1)>"),)))
    assert "<img" not in page
    assert "&lt;b&gt;&amp;&quot;題" in page


@EACH
def test_the_pages_are_tagged_in_reading_order(form: str) -> None:
    with pikepdf.open(BytesIO(as_pdf(documents()[form]))) as file:
        assert file.check_pdf_syntax() == []
        assert file.Root.MarkInfo.Marked
        elements = [*walk(file.Root.StructTreeRoot.K)]
        kinds = [str(e.S) for e in elements]
        assert {"/Document", "/H1", "/Table", "/TR", "/TD", "/TH"} <= set(kinds)
        owners = {e.objgen for e in elements}
        nums = file.Root.StructTreeRoot.ParentTree.Nums
        marked = [owner.objgen for i in range(1, len(nums), 2) for owner in nums[i]]
        assert len(marked) > 20
        assert set(marked) <= owners
        for page in file.pages:
            pieces = re.findall(rb"<</MCID (\d+)>>BDC", page.Contents.read_bytes())
            assert len(pieces) == len(nums[2 * int(page.StructParents) + 1])
            assert len(set(pieces)) == len(pieces)


def walk(kids: pikepdf.Object) -> list[pikepdf.Object]:
    found: list[pikepdf.Object] = []
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found += [kid, *(walk(kid.K) if isinstance(kid.get("/K"), pikepdf.Array) else [])]
    return found


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="poppler is not installed")
def test_another_reader_hears_the_boxes_of_a_form_in_order(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(as_pdf(documents()["evaluation-sheet"]))
    command = ["pdfinfo", "-struct-text", str(path)]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    labels = ["事業名", "当初計画", "成果目標", "中間評価", "主管課評価", "事後評価", "執行率", "96.3%"]
    places = [told.index(f'"{label}') for label in labels]
    assert places == sorted(places)
    assert told.count("Table (block)") == 4 * 6


def test_a_workbook_has_a_sheet_for_every_chapter() -> None:
    book = openpyxl.load_workbook(BytesIO(as_workbook(documents()["results-report"])))
    assert [name[:2] for name in book.sheetnames] == ["表紙", "1　", "2　", "3　", "4　"]


def test_a_status_stands_behind_dots_in_the_workbook() -> None:
    book = openpyxl.load_workbook(BytesIO(as_workbook(documents()["results-report"])))
    sheet = book.worksheets[3]
    (row,) = (r for r in sheet.iter_rows() if r[0].value == "1-①-ア. 防災情報の多様な発信")
    assert [cell.value for cell in row] == ["1-①-ア. 防災情報の多様な発信", "【達成】"]
    assert row[0].number_format == "@*."


def test_a_document_longer_than_it_may_be_tells_what_takes_the_room() -> None:
    (loss,) = drawing.write(replace(documents()["outcome-report"], most_pages=0), BytesIO())
    assert isinstance(loss, TooManyPages)
    assert (loss.pages, loss.limit, loss.longest[0]) == (1, 0, "事業実施概要")
