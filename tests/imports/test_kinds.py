"""What a source is, its content tells; a progress table stays one, whatever marks and grades it has."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from console.cli import main
from db.edit.records import records
from db.file.planfile import open_plan
from db.log.changes import dump, recording
from db.store.working import Actor, Store
from imports import kinds
from imports.files.rectangle import Sheet
from imports.kinds import (
    Kind,
    accept,
    compare,
    compared_rows,
    kind_of,
    open_any,
    plan_of,
    read_any,
    read_any_sheets,
    read_rows,
    start,
)
from imports.reports.records import ReportReading, SourceRecord, Subject
from imports.reports.report_lines import Line
from imports.source_kind import SourceKind
from imports.table.row_comparing import Fate
from imports.table.table_reading import Reading
from plan.era import FiscalYear
from plan.errors import PlanError
from tests.db.conftest import empty_store
from tests.imports.reports import BOOK, OUTCOMES, RESULTS, SHEETS
from tests.imports.tables import HEADINGS, ROWS, TITLE, plain_workbook

TABLE = "\n".join("\t".join(cell.replace("\n", " ") for cell in row) for row in ([TITLE], HEADINGS, *ROWS))
SOURCES = [
    (RESULTS, SourceKind.STATUSES),
    (BOOK, SourceKind.PLAN_BOOK),
    (OUTCOMES, SourceKind.OUTCOMES),
    (SHEETS, SourceKind.SHEETS),
]


@pytest.mark.parametrize(("text", "kind"), SOURCES)
@pytest.mark.parametrize("coding", ["utf-8-sig", "cp932"])
def test_a_file_reads_as_the_pasted_text_does(text: str, kind: SourceKind, coding: str, tmp_path: Path) -> None:
    text = text.replace("—", "－").replace("ı", "l")  # cp932 has neither
    path = tmp_path / "資料.txt"
    path.write_bytes(text.replace("\n", "\r\n").encode(coding))
    told, pasted = read_any(path), read_any(text)
    assert isinstance(told, ReportReading)
    assert isinstance(pasted, ReportReading)
    assert (told.kind, told.source) == (kind, "資料.txt")
    assert [s.name for s in told.subjects] == [s.name for s in pasted.subjects]


@pytest.mark.parametrize(("text", "kind"), SOURCES)
def test_a_workbook_of_the_same_cells_is_the_same_document(text: str, kind: SourceKind, tmp_path: Path) -> None:
    rows = [line.split("\t") for line in text.split("\n")]
    told = read_any(plain_workbook(rows, tmp_path / "資料.xlsx"))
    assert isinstance(told, ReportReading)
    assert told.kind is kind
    assert {f.place.sheet for f in told.findings if f.place.line} <= {"Sheet"}


def test_a_progress_table_with_grades_and_marks_stays_one(tmp_path: Path) -> None:
    assert isinstance(read_any(TABLE), Reading)
    graded = [
        [*HEADINGS, "令和元年度達成状況"],
        *([*row, "達成"] for row in ROWS),
        ["", "◎ ①新しい事業"],
        ["", "※ ②別の事業"],
    ]
    assert isinstance(read_any(plain_workbook(graded, tmp_path / "表.xlsx")), Reading)


def test_what_is_nothing_known_is_refused_as_before() -> None:
    with pytest.raises(PlanError, match="どの資料か分かりません"):
        read_any("今日は晴れです。\n「あしたも晴れです。\n")


@pytest.mark.parametrize(("text", "kind"), SOURCES)
def test_a_source_of_one_kind_is_read_without_asking(text: str, kind: SourceKind) -> None:
    told = read_any(text)
    assert isinstance(told, ReportReading)
    assert (told.kind, "kind_unsure" in {f.check for f in told.findings}) == (kind, False)


def test_a_source_with_marks_of_two_documents_says_which_it_is_read_as() -> None:
    told = read_any(BOOK + RESULTS)
    assert isinstance(told, ReportReading)
    assert told.kind is SourceKind.STATUSES
    (unsure,) = (f for f in told.findings if f.check == "kind_unsure")
    assert "「実績及び評価書」として読み込みます。「計画書」の内容もある" in str(unsure.sentence)


def test_a_sheet_may_be_chosen_and_hidden_ones_are_passed_over() -> None:
    rows = [line.split("\t") for line in RESULTS.split("\n")]
    sheets = [Sheet("表紙", [["表紙"]]), Sheet("実績", rows), Sheet("古い版", rows, hidden=True)]
    told = read_any_sheets(sheets, "資料.xlsx")
    assert isinstance(told, ReportReading)
    assert told.row_count == 6
    chosen = read_any_sheets(sheets, "資料.xlsx", "古い版")
    assert isinstance(chosen, ReportReading)
    assert {s.place.sheet for s in chosen.subjects} == {"古い版"}
    with pytest.raises(PlanError, match="シート「ない」はありません"):
        read_any_sheets(sheets, "資料.xlsx", "ない")


def test_a_source_that_names_no_years_makes_no_plan_unless_told() -> None:
    with pytest.raises(PlanError, match="計画期間が書かれていない"):
        plan_of(read_any(OUTCOMES))
    told = read_any(OUTCOMES, year=FiscalYear(2021))
    assert plan_of(told).years.first == 2021
    assert {f.check for f in read_any(OUTCOMES).findings} - {f.check for f in told.findings} == {"year_unknown"}
    assert plan_of(read_any(SHEETS)).title == "みなと市の方針"


def test_every_kind_is_shown_and_taken_in_the_same_way(tmp_path: Path) -> None:
    for place, text in enumerate((TABLE, RESULTS, BOOK, SHEETS)):
        opened = empty_store(tmp_path / f"{place}.db")
        told = read_any(text)
        with recording(opened, "取り込み") as step:
            proposal = start(step, told)
        rows = list(compared_rows(proposal))
        assert {row.fate for row in rows if row.cells} == {Fate.NEW}
        assert all(row.place.line for row in rows)
        assert all(cell.label and cell.after for row in rows for cell in row.cells)
        if isinstance(told, ReportReading):
            beforehand = list(read_rows(told))
            assert [row.name for row in beforehand] == [row.name for row in rows]
            assert all(b.cells == row.cells for b, row in zip(beforehand, rows, strict=True) if row.cells)
        with opened.reading() as connection:
            again = list(compared_rows(compare(connection, read_any(text))))
        assert {row.fate for row in again} == {Fate.SAME}
        assert [[text.label for text in row.texts] for row in again] == [[c.label for c in row.cells] for row in rows]
        opened.close()


def test_all_of_a_source_is_one_step(plan: Store) -> None:
    with plan.reading() as connection:
        before = dump(connection)
    with recording(plan, "取り込み") as door:
        accept(door, compare(door.connection, read_any(SHEETS)))
    with plan.reading() as connection:
        assert dump(connection) != before


def test_a_text_of_prose_with_quotes_and_commas_is_no_broken_table(tmp_path: Path) -> None:
    path = tmp_path / "資料.txt"
    path.write_text('"本"の会, 巡回\n(1) "巡回【達成】\n(2) 2,274件の貸出【中止】\n', encoding="utf-8")
    (sheet,) = open_any(path)
    kind = kind_of([sheet])
    assert kind is not None
    assert kind.id == SourceKind.STATUSES
    told = read_any(path)
    assert isinstance(told, ReportReading)
    assert [s.name for s in told.subjects] == ['"本"の会, 巡回', '(1) "巡回', "(2) 2,274件の貸出"]


def _read_minutes(lines: Sequence[Line], source: str, _sheets: Sequence[Sheet]) -> ReportReading:
    """A reader of a document that nobody has thought of: the plans that a committee's minutes name."""
    named = [line for line in lines if line.text.startswith("関連計画：")]
    subjects = [
        Subject(title, line.place, (SourceRecord("related_plan", {"title": title}),))
        for line in named
        for title in [line.text.removeprefix("関連計画：")]
    ]
    return ReportReading(source, SourceKind("minutes"), tuple(subjects))


def test_a_reader_is_one_row_of_the_table(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    minutes = Kind(SourceKind("minutes"), "会議録", lambda lines: lines[0].text == "第1回審査会 会議録", _read_minutes)
    monkeypatch.setattr(kinds, "KINDS", (*kinds.KINDS, minutes))
    source = tmp_path / "会議録.txt"
    source.write_text("第1回審査会 会議録\n関連計画：みなと市緑の計画\n", encoding="utf-8")
    assert kinds.names()[minutes.id] == "会議録"  # from which the window draws what it can read
    assert main(["import", str(sample), str(source), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["new"] == 1
    assert main(["import", str(sample), str(source), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["same"] == 1
    with open_plan(sample, Actor.here(), read_only=True) as plan, plan.store.reading() as connection:
        assert "みなと市緑の計画" in {row["title"] for row in records(connection, "related_plan").values()}
