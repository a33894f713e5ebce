"""A document's own headings, labels and years are printed word for word as it has them, and ours only elsewhere."""

from collections.abc import Callable
from pathlib import Path

import pytest

from db.file.whole_plan import read_whole_plan, whole_plan
from db.log.changes import recording
from db.log.history import undo
from db.read.grades import results_report
from db.read.reports import plan_book
from db.store.working import Store
from exports.document import Cover, Document, Heading, Paragraph, Table
from exports.formats.excel import workbook
from exports.forms import plan_book as book_form
from exports.forms import results_report as results_form
from imports.kinds import accept, compare, read_any
from imports.reports.record_comparing import ReportProposal
from plan.era import FiscalYear
from tests.db.conftest import empty_store
from tests.imports.reports import BOOK

REPORT = """第2次みなと市読書計画実績報告書

平成35年3月

みなと市

目　次

1 読書計画の概要\t-1-

1 読書計画の概要

(1) 策定の目的

読書の計画です。

(2) 計画期間

平成30年度（2018年度）から平成34年度（2022年度）までとしました。

2 読書計画の取組別実施状況

本に親しむ環境

- (1) おはなし会【達成】

- (2) 巡回【中止】

3 読書計画の総合評価

次の計画に生かします。

第2次みなと市読書計画実績報告書
"""
OWN_BOOK = BOOK.replace("令和2年", "平成32年").replace("令和4年", "平成34年").replace("策定時の状況", "策定時の現況")
OWN_BOOK = OWN_BOOK.replace("◎: 主要事業 ※: 推進事業", "◎: 重点事業 ※: 継続事業")
OWN_BOOK = OWN_BOOK.replace("Ⅲ 主要事業", "Ⅲ 重点事業の概要").replace("IV 関連個別計画", "IV 関連する計画")


def take(plan: Store, text: str | Path) -> None:
    with recording(plan, "取り込み") as door:
        accept(door, compare(door.connection, read_any(text)))


def report(plan: Store, year: int = 2022) -> Document:
    with plan.reading() as connection:
        return results_form.compose(results_report(connection, FiscalYear(year)))


def book(plan: Store) -> Document:
    with plan.reading() as connection:
        return book_form.compose(plan_book(connection))


def headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def columns(document: Document) -> list[str]:
    (table, *_) = (block for block in document.blocks if isinstance(block, Table))
    return [column.headings[0] for column in table.columns]


def test_a_report_keeps_its_name_its_headings_and_the_era_of_its_month(plan: Store) -> None:
    take(plan, REPORT)
    printed = report(plan)
    cover = printed.blocks[0]
    assert isinstance(cover, Cover)
    assert (cover.title, cover.lines[0]) == ("第2次みなと市読書計画\n実績報告書", "平成35年3月")
    assert [name for name in headings(printed) if name[0].isdigit() or name.startswith("(1)")] == [
        "1　読書計画の概要",
        "(1)　策定の目的",
        "2　計画の分野別目標と実績",
        "3　読書計画の取組別実施状況",
        "4　読書計画の総合評価",
        "(1)　実施状況の集計",
    ]
    assert any(
        isinstance(b, Paragraph) and b.text.startswith("第2次みなと市読書計画　実績報告書\n平成35年3月")
        for b in printed.blocks
    )


def test_the_month_of_another_year_is_counted_in_its_own_era(plan: Store) -> None:
    take(plan, REPORT)
    cover = report(plan, 2021).blocks[0]
    assert isinstance(cover, Cover)
    assert cover.lines[0] == "令和4年3月"


def test_a_book_keeps_its_labels_and_its_eras(plan: Store) -> None:
    take(plan, OWN_BOOK)
    printed = book(plan)
    assert columns(printed) == [
        "行政指標",
        "計画策定時の現況\n（平成29年）",
        "前期目標値\n（平成32年）",
        "目標値\n（平成34年）",
    ]
    sections = [name for name in headings(printed) if name[0] in "ⅠⅡⅢⅣⅤ"]
    assert sections[:3] == ["Ⅰ　読書の指標", "Ⅱ　施策・主な事業の体系", "Ⅲ　重点事業の概要"]
    assert sections[-1].endswith("　関連する計画")
    assert any(isinstance(b, Paragraph) and b.text == "◎：重点事業　※：継続事業" for b in printed.blocks)


@pytest.mark.parametrize(("text", "printed"), [(REPORT, report), (OWN_BOOK, book)], ids=["report", "book"])
def test_what_is_printed_comes_back_without_a_change(
    plan: Store, text: str, printed: Callable[[Store], Document], tmp_path: Path
) -> None:
    take(plan, text)
    path = tmp_path / "書類.xlsx"
    with path.open("wb") as file:
        workbook.write(printed(plan), file)
    with plan.reading() as connection:
        proposal = compare(connection, read_any(path))
    assert isinstance(proposal, ReportProposal)
    told = [s for s in proposal.subjects if s.records[0].told.table == "setting"]
    assert len(told) > 4
    assert not [s for s in told if any(record.changes_something for record in s.records)]


def test_words_like_ours_are_not_kept_but_take_the_place_of_others(plan: Store) -> None:
    ours = OWN_BOOK.replace("行政指標", "指標")
    take(plan, ours)
    before = columns(book(plan))
    take(plan, OWN_BOOK)
    between = columns(book(plan))
    take(plan, ours)
    assert (before[0], between[0], columns(book(plan))[0]) == ("指標", "行政指標", "指標")
    undo(plan)
    assert columns(book(plan))[0] == "行政指標"


def test_a_plans_own_words_go_with_the_whole_plan(plan: Store, tmp_path: Path) -> None:
    take(plan, OWN_BOOK)
    with plan.reading() as connection:
        text = whole_plan(connection)
    other = empty_store(tmp_path / "other.db")
    with recording(other, "読み込み") as door:
        read_whole_plan(door, text, "plan.json")
    assert book(other).blocks == book(plan).blocks
    other.close()
