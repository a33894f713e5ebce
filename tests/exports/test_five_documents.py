"""What holds of all five documents: odd texts arrive whole, a workbook's parts fit, another process prints the same."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from exports.document import (
    Block,
    Box,
    Document,
    Entry,
    Form,
    Heading,
    Paragraph,
    Part,
    Row,
    Schedule,
    Table,
    Unprintable,
    every_text,
)
from exports.formats.excel import workbook
from exports.formats.excel.rows_xml import clean
from exports.formats.html import page
from exports.formats.pdf import drawing
from exports.forms import progress_table
from tests.exports.sisters import FORMS, bare, cells, documents, pages, sample

FIVE = (*FORMS, "progress-table")
EACH = pytest.mark.parametrize("form", FIVE)
BELL, LACKING = "\x07", "𠮷"
ODD = f"{LACKING}野家ﾊﾝｶｸ{BELL}"
TWENTY = "".join(f"\n{line}行目" for line in range(1, 21))


@cache
def document(form: str) -> Document:
    return progress_table.compose(sample().table) if form == "progress-table" else documents()[form]


def odd(block: Block) -> Block:
    """The block with something odd behind each of its texts, and twenty lines in the first row of a table."""
    match block:
        case Table():
            rows = [replace(row, cells=tuple(map(marked, row.cells))) for row in block.rows]
            return replace(block, rows=tuple([longer(row) for row in rows[:1]] + rows[1:]))
        case Form():
            parts = (Part(part.name, tuple(map(odd_box, part.boxes))) for part in block.parts)
            return replace(block, parts=tuple(parts))
        case Heading() | Paragraph() | Entry():
            return replace(block, text=marked(block.text))
    return block


def marked(text: str) -> str:
    return text and text + ODD


def longer(row: Row) -> Row:
    return replace(row, cells=(*row.cells[:-1], row.cells[-1] + TWENTY))


def odd_box(box: Box) -> Box:
    if isinstance(box.content, Schedule):
        bars = tuple(replace(bar, label=marked(bar.label)) for bar in box.content.bars)
        return replace(box, content=replace(box.content, bars=bars))
    return replace(box, content=box.content and marked(box.content))


@cache
def oddity(form: str) -> Document:
    return replace(document(form), blocks=tuple(map(odd, document(form).blocks)))


def unfound(form: str, text: str) -> list[str]:
    lines = {bare(clean(line)) for _, told in every_text(oddity(form)) for line in told.split("\n")}
    return sorted(line for line in lines if line not in text)


@EACH
def test_odd_texts_are_whole_on_paper_and_can_be_copied_where_the_font_lacks_a_character(form: str) -> None:
    out = BytesIO()
    losses = drawing.write(oddity(form), out)
    assert {loss.character for loss in losses if isinstance(loss, Unprintable)} == {LACKING}
    text = "".join(pages(out.getvalue()))
    assert unfound(form, text + re.sub("-[0-9]+-", "", text)) == []


@EACH
def test_odd_texts_are_whole_in_the_workbook_and_what_it_cannot_hold_is_told(form: str) -> None:
    out = BytesIO()
    losses = workbook.write(oddity(form), out)
    assert {loss.character for loss in losses if isinstance(loss, Unprintable)} == {BELL}
    assert unfound(form, cells(out.getvalue())) == []


@EACH
def test_every_part_of_a_workbook_is_sound_xml_of_a_known_kind_and_every_relation_leads_to_one(form: str) -> None:
    out = BytesIO()
    workbook.write(oddity(form), out)
    with ZipFile(out) as parts:
        trees = {name: ET.fromstring(parts.read(name)) for name in parts.namelist()}  # noqa: S314 - our own file
    assert len(trees) == len(parts.namelist())
    known = {e.get("PartName") for e in trees["[Content_Types].xml"]}
    assert known - {None} == {f"/{name}" for name in trees if not re.search(r"\.rels$|^\[", name)}
    for name, tree in trees.items():
        if name.endswith(".rels"):
            owner = Path(name).parent.parent
            targets = {os.path.normpath("/" / owner / (e.get("Target") or "")).lstrip("/") for e in tree}
            assert targets <= set(trees)


ORDER = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "autoFilter"),
    *("mergeCells", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins"),
    *("pageSetup", "headerFooter", "rowBreaks", "drawing", "legacyDrawing", "tableParts"),
)
"""The children of a worksheet in the order that ECMA-376 asks for; a program repairs a file with another."""


@EACH
def test_a_worksheets_parts_stand_in_the_order_of_the_standard_and_its_shapes_have_numbers_of_their_own(
    form: str,
) -> None:
    out = BytesIO()
    workbook.write(document(form), out)
    with ZipFile(out) as parts:
        trees = {name: ET.fromstring(parts.read(name)) for name in parts.namelist()}  # noqa: S314 - our own file
    for name, tree in trees.items():
        if name.startswith("xl/worksheets/sheet"):
            places = [ORDER.index(child.tag.rpartition("}")[2]) for child in tree]
            assert places == sorted(set(places)), name
        if name.startswith("xl/drawings/"):
            shapes = [e.get("id") for e in tree.iter() if e.tag.endswith("}cNvPr")]
            assert len(set(shapes)) == len(shapes) > 0


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="poppler is not installed")
@EACH
def test_another_reader_hears_every_table_row_by_row(form: str, tmp_path: Path) -> None:
    path = tmp_path / "document.pdf"
    with path.open("wb") as out:
        drawing.write(document(form), out)
    command = ["pdfinfo", "-struct-text", str(path)]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    heard = bare("".join(re.findall(r'"(.*)"', told)))
    at = 0
    for table in (b for b in document(form).blocks if isinstance(b, Table)):
        for row in table.rows:
            texts = [bare(text) for i, text in enumerate(row.cells) if i not in row.joined]
            at = heard.index("".join(texts), at)
    assert told.count("Table (block)") >= sum(isinstance(b, Table) for b in document(form).blocks)


def prints() -> str:
    """A sum over what every document gives in every format."""
    total = hashlib.sha256()
    for form in FIVE:
        for writer in (drawing.write, workbook.write, page.write):
            out = BytesIO()
            writer(document(form), out)
            total.update(out.getvalue())
    return total.hexdigest()


def test_another_process_gives_the_same_bytes() -> None:
    code = "from tests.exports.test_five_documents import prints; print(prints())"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", code]
    told = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True)
    assert told.stdout.strip() == prints()
