"""The evaluation sheet: one page each whatever its texts, both graders, the rate computed, arrows to take hold of."""

import re
from dataclasses import fields, replace
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.document import Document, Form, Overfull
from exports.formats.excel import workbook
from exports.formats.pdf import drawing
from exports.forms.evaluation_sheet import compose
from plan.documents.budget import Budget
from plan.documents.reports import EvaluationSheet, EvaluationSheets, Grades, ScheduleLine, SheetTexts
from plan.era import FiscalYear
from plan.ids import RecordId
from tests.exports.sisters import as_page, as_pdf, as_workbook, bare, pages, sample

SENTENCE = "商店街の空き店舗を活用した交流の場を3か所に設け、延べ1,250人が利用した。"


def sheet(text: str = SENTENCE, *schedule: ScheduleLine, number: str = "商 — 1") -> EvaluationSheet:
    texts = SheetTexts(*(f"{field.name}：{text}" for field in fields(SheetTexts)))
    budget = Budget("1,000", "1,200", "1,040", "86.7")
    grades = Grades("1", "2", "順調である。", "広報が足りない。")
    return EvaluationSheet(
        RecordId("6f0d"), FiscalYear(2018), number, "にぎわいづくり", "商工課", "経済部",
        texts, schedule, budget, grades, Grades("S", "1"),
    )  # fmt: skip


def document(*sheets: EvaluationSheet) -> Document:
    return compose(EvaluationSheets("第1次夕凪計画", "夕凪市", sheets or (sheet(),)))


@pytest.mark.parametrize("times", [1, 2, 4])
def test_every_sheet_is_one_page_even_with_texts_several_times_as_long(times: int) -> None:
    told = sample().sheets
    longer = tuple(
        replace(s, texts=SheetTexts(*(getattr(s.texts, f.name) * times for f in fields(SheetTexts))))
        for s in told.sheets
    )
    found = pages(as_pdf(compose(replace(told, sheets=longer))))
    assert len(found) == len(told.sheets) == 6
    for text, s in zip(found, longer, strict=True):
        assert all(bare(getattr(s.texts, f.name)) in text for f in fields(SheetTexts))


def test_texts_that_fit_only_too_small_are_told_and_still_whole_on_one_page() -> None:
    out = BytesIO()
    (loss,) = drawing.write(document(sheet(SENTENCE * 40)), out)
    assert isinstance(loss, Overfull)
    assert (loss.where, loss.smallest) == ("商 — 1 にぎわいづくり", 6.0)
    assert loss.size < 6
    assert loss.longest[0] == "当初計画 事業概要・事業量"
    (text,) = pages(out.getvalue())
    assert text.count(bare(SENTENCE * 40)) == 10


def test_a_workbook_that_would_be_scaled_beyond_reading_is_told_too() -> None:
    (loss,) = workbook.write(document(sheet(SENTENCE * 40)), BytesIO())
    assert isinstance(loss, Overfull)
    assert loss.size < loss.smallest == 6
    assert loss.longest[0] == "当初計画 事業概要・事業量"


def test_no_text_leaves_the_sheet() -> None:
    with pikepdf.open(BytesIO(as_pdf(document(sheet(SENTENCE * 6))))) as file:
        places = re.findall(rb"1 0 0 1 ([0-9.]+) ([0-9.]+) Tm", file.pages[0].Contents.read_bytes())
    assert len(places) > 40
    assert all(28 <= float(x) <= 567 and 28 <= float(y) <= 814 for x, y in places)


def test_both_graders_stand_beside_the_meanings_of_their_scale() -> None:
    (text,) = pages(as_pdf(document()))
    assert "主管課評価1事業評価審査会評価21重点的に取り組む2経常業務の一環として取り組む3見送ることとする" in text
    assert "主管課評価S事業評価審査会評価1S計画以上1計画どおり2計画の7割未満" in text
    assert "interim_result：" + bare(SENTENCE) + "順調である。" in text
    assert "committee_remark：" + bare(SENTENCE) + "広報が足りない。" in text


def test_the_rate_is_computed_whatever_was_typed() -> None:
    typed = replace(sheet(), budget=Budget("1,000", "1,200", "900", "99.9"))
    (text,) = pages(as_pdf(document(typed)))
    assert "予算額1,000千円1,200千円決算額900千円執行率75.0%" in text
    assert "99.9" not in text


def test_the_outline_leads_to_every_sheet() -> None:
    sheets = [sheet(number=f"商 — {i}") for i in range(1, 4)]
    with pikepdf.open(BytesIO(as_pdf(document(*sheets)))) as file, file.open_outline() as outline:
        places = {page.objgen: index for index, page in enumerate(file.pages)}
        entries = [(e.title, places[e.destination[0].objgen]) for e in outline.root]  # type: ignore[index]
    assert entries == [(f"商 — {i} にぎわいづくり", i - 1) for i in range(1, 4)]


PLANNED = (
    ScheduleLine(0, 4, 6, "準備"),
    ScheduleLine(0, 7, 15, "実施"),
    ScheduleLine(1, 15, 15, "報告会の開催", point=True),
    ScheduleLine(0, 5, 5, "説明会", point=True, actual=True),
)


def test_arrows_go_from_month_to_month_and_can_be_moved_in_the_workbook() -> None:
    content = as_workbook(document(sheet(SENTENCE, *PLANNED)))
    with ZipFile(BytesIO(content)) as parts:
        drawn = parts.read("xl/drawings/drawing1.xml").decode()
        assert b"<drawing " in parts.read("xl/worksheets/sheet1.xml")
        assert "drawing1.xml" in parts.read("xl/worksheets/_rels/sheet1.xml.rels").decode()
        assert "/xl/drawings/drawing1.xml" in parts.read("[Content_Types].xml").decode()
    ends = re.findall(r"from><xdr:col>(\d+)<.*?to><xdr:col>(\d+)<.*?descr=\"(.*?)\"", drawn)
    assert ends == [("2", "4", "4月～6月 準備"), ("5", "13", "7月～3月 実施")]


def test_an_arrow_says_its_label_without_what_a_workbook_cannot_hold() -> None:
    out = BytesIO()
    assert workbook.write(document(sheet("", ScheduleLine(0, 4, 6, "準\x0b備"))), out) != []
    with ZipFile(out) as parts:
        assert 'descr="4月～6月 準備"' in parts.read("xl/drawings/drawing1.xml").decode()


def test_the_months_are_cells_with_the_labels_where_they_begin() -> None:
    book = openpyxl.load_workbook(BytesIO(as_workbook(document(sheet(SENTENCE, *PLANNED)))))
    found = {c.value: c.column_letter for row in book.worksheets[0].iter_rows() for c in row if c.value}
    assert (found["4月"], found["3月"]) == ("C", "N")
    assert (found["準備"], found["実施"], found["報告会の開催○"], found["○説明会"]) == ("C", "F", "N", "D")


def test_every_sheet_has_a_tab_of_one_page() -> None:
    book = openpyxl.load_workbook(BytesIO(as_workbook(document(*(sheet(number=f"商 — {i}") for i in (1, 2))))))
    assert book.sheetnames == ["商 — 1 にぎわいづくり", "商 — 2 にぎわいづくり"]
    assert [s.page_setup.fitToHeight for s in book.worksheets] == [1, 1]
    assert all(s.print_options.horizontalCentered for s in book.worksheets)
    assert all(s.row_dimensions[i].height <= 409.5 for s in book.worksheets for i in range(1, s.max_row + 1))


def test_a_web_page_says_the_months_in_words() -> None:
    page = as_page(document(sheet(SENTENCE, *PLANNED)))
    assert '<th scope="row">準備</th><td class="when">4月～6月</td>' in page
    assert '<th scope="row">説明会</th><td class="when">5月</td>' in page


BARS = st.builds(
    lambda line, first, months, label, point: ScheduleLine(
        line, first, first if point else min(15, first + months), label, point=point
    ),
    st.integers(0, 4), st.integers(4, 15), st.integers(0, 11), st.text("準備会議の開催", max_size=20), st.booleans(),
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(BARS, max_size=12))
def test_any_schedule_is_drawn_with_all_of_its_labels(bars: list[ScheduleLine]) -> None:
    (text,) = pages(as_pdf(document(sheet("", *bars))))
    assert all(bar.label in text for bar in bars)
    assert text.count("○") == sum(bar.point for bar in bars)


def test_the_form_is_full_where_the_texts_are_short() -> None:
    (form,) = document(sheet("短い。")).blocks
    assert isinstance(form, Form)
    with pikepdf.open(BytesIO(as_pdf(document(sheet("短い。"))))) as file:
        boxes = re.findall(rb"[0-9.]+ ([0-9.]+) [0-9.]+ [0-9.]+ re S", file.pages[0].Contents.read_bytes())
    assert min(map(float, boxes)) < 36


def test_what_is_still_to_be_drawn_stands_on_a_proof_only() -> None:
    sheets = EvaluationSheets("あゆみ計画", "あゆみ市", (sheet(),))
    for document, seen in ((compose(sheets), False), (compose(sheets, proof=True), True)):
        for text in (as_page(document), "".join(pages(as_pdf(document)))):
            assert ("まだ描いていない" in bare(text), "planned_undrawn" in text) == (seen, seen)
