"""The progress table as a document."""

import pytest

from exports.document import Align, Paragraph, Table
from exports.forms.progress_table import compose, without_unwritten
from plan.era import FiscalYear
from plan.fields import EVALUATION, GRADE, TARGET
from plan.ids import AssignmentId, DepartmentId, ItemId, RecordId
from plan.table import Order, ProgressRow, ProgressTable, columns

ID = RecordId("6f0d")
YEARS = [FiscalYear(2018), FiscalYear(2019)]


def row(number: str, department: str, *cells: str | None, branch: str = "") -> ProgressRow:
    keys = [number, "1-①-ア. 窓口の案内", "○", department, "案内板の更新", None]
    return ProgressRow(AssignmentId(ID), ItemId(ID), ItemId(ID), DepartmentId(ID), [*keys, *cells], branch=branch)


def table(*rows: ProgressRow, grades: bool = False, order: Order = Order.YEARS) -> ProgressTable:
    return ProgressTable("夕凪市総合計画", "資料2", columns(YEARS, order, grades=grades), list(rows))


def printed(source: ProgressTable) -> Table:
    (block,) = compose(source).blocks
    assert isinstance(block, Table)
    return block


def test_title_label_and_author_are_those_of_the_plan() -> None:
    document = compose(table(), author="夕凪市")
    assert (document.title, document.label, document.author) == ("夕凪市総合計画 進行管理表", "資料2", "夕凪市")


def test_a_cell_not_entered_is_printed_empty_and_every_other_as_it_is() -> None:
    done = printed(table(row("1", "市民課", "10回", "－", None, " \n")))
    assert done.rows[0].cells[3:] == ("市民課", "案内板の更新", "", "10回", "－", "")


def test_a_message_names_a_row_by_number_and_department() -> None:
    named = [r.name for r in printed(table(row("12", "市民課", *"abcd"), row("", "税務課", *"abcd"))).rows]
    assert named == ["12 市民課", "税務課"]


def test_years_stand_above_their_fields_and_key_columns_are_frozen() -> None:
    done = printed(table(row("1", "市民課", *"abcd"))).columns
    assert [c.headings for c in done[-2:]] == [("令和元年度", "内容及び目標"), ("令和元年度", "評価")]
    assert [c.key for c in done] == [True] * 5 + [False] * 5
    assert [c.filling for c in done] == [False] * 6 + [True] * 4
    assert [c.align is Align.CENTER for c in done[:4]] == [True, False, True, False]


@pytest.mark.parametrize("order", list(Order))
def test_the_last_years_evaluation_is_on_paper_only_once_somebody_has_written_one(order: Order) -> None:
    unwritten = table(row("1", "市民課", None, None, None, None), order=order)
    assert (EVALUATION, YEARS[1]) not in [(c.field, c.year) for c in without_unwritten(unwritten).columns]
    assert len(without_unwritten(unwritten).columns) == len(without_unwritten(unwritten).rows[0].cells) == 9
    written = table(row("1", "市民課", None, None, None, None), row("2", "税務課", *"abcd"), order=order)
    assert without_unwritten(written) == written


def test_grades_of_the_last_year_wait_for_their_first_one_too() -> None:
    source = table(row("1", "市民課", "a", None, None, "d", "評", None), grades=True)
    kept = [(c.field, c.year) for c in without_unwritten(source).columns[6:]]
    assert kept == [(f, YEARS[0]) for f in (TARGET, EVALUATION, GRADE)] + [(f, YEARS[1]) for f in (TARGET, EVALUATION)]
    assert without_unwritten(source).rows[0].cells[6:] == ["a", None, None, "d", "評"]


def test_the_outline_names_each_branch_where_it_begins() -> None:
    rows = [
        row(str(i), "市民課", *"abcd", branch=branch)
        for i, branch in enumerate(["基本目標1", "基本目標1", "基本目標2"])
    ]
    assert [r.outline for r in printed(table(*rows)).rows] == ["基本目標1", "", "基本目標2"]


def test_notes_stand_below_the_table() -> None:
    source = table(row("1", "市民課", *"abcd"))
    source.notes = "※ ○は主担当課です。"
    assert compose(source).blocks[1:] == (Paragraph("※ ○は主担当課です。"),)
