"""CSV of a document's tables."""

import csv
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.document import Column, Document, Paragraph, Row, Table
from exports.formats.csv import write
from plan.progress import Cancelled
from tests.exports.real import real_document, real_rows

COLUMNS = (Column(("番号",), 8), Column(("平成29年度", "内容及び目標"), 31))


def written(document: Document) -> bytes:
    out = BytesIO()
    assert write(document, out) == []
    return out.getvalue()


def table(*rows: tuple[str, str]) -> Document:
    return Document("表", (Table(COLUMNS, [Row(r) for r in rows]), Paragraph("注記")))


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_headings_stand_on_one_line_after_the_byte_order_mark() -> None:
    assert written(table(("1", ""))) == "\ufeff番号,平成29年度内容及び目標\r\n1,\r\n".encode()


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_texts_come_back_exactly_as_they_were(rows: list[tuple[str, str]]) -> None:
    assert read(written(table(*rows)))[1:] == [list(r) for r in rows]


def test_several_tables_follow_each_other_after_an_empty_line() -> None:
    one = table(("1", "あ"))
    assert read(written(Document("表", one.blocks + one.blocks))).count([]) == 1


def test_the_file_stays_open_for_whoever_opened_it() -> None:
    out = BytesIO()
    write(table(("1", "あ")), out)
    assert not out.closed


def test_an_export_can_be_stopped() -> None:
    def stop(done: int, total: int) -> None:
        assert total == 3
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        write(table(("1", "あ"), ("2", "い")), BytesIO(), stop)


def test_a_citys_own_table_comes_back_cell_by_cell() -> None:
    assert read(written(real_document()))[1:] == real_rows()
