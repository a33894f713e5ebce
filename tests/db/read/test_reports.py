"""What the sister documents ask of a plan: sheets, statuses, indicators, the tree with its references."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from db.file.whole_plan import read_whole_plan
from db.log.changes import recording
from db.models import ITEM, ITEM_STATUS
from db.read.grades import departments_or_divisions_named, evaluation_sheets, grade_rows, results_report, status_rows
from db.read.reports import nodes, outcome_report, plan_book, scale
from db.read.table import departments
from db.store.working import Store
from plan.changes import Change
from plan.documents.tally import tally
from plan.era import FiscalYear, YearRange
from plan.errors import PlanError
from plan.ids import RecordId
from plan.scales import ACHIEVEMENT, OUTCOME
from tests.db.conftest import empty_store, fill

SAMPLE = Path(__file__).parents[3] / "resources" / "sample" / "plan.json"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = empty_store(tmp_path_factory.mktemp("sample") / "plan.sqlite")
    with recording(store, "見本") as door:
        read_whole_plan(door, SAMPLE.read_text(encoding="utf-8"), "plan.json")
    yield store
    store.close()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Store]:
    store = empty_store(tmp_path / "plan.sqlite")
    fill(store)
    yield store
    store.close()


def test_a_sheet_has_its_texts_schedule_grades_and_budget(sample: Store) -> None:
    with sample.reading() as connection:
        found = evaluation_sheets(connection)
    first = found.sheets[0]
    assert (first.number, first.project, first.department, first.division) == (
        "危 — 1", "防災情報の多様な発信", "危機管理課", "総務部",
    )  # fmt: skip
    assert (first.interim.own, first.interim.committee, first.final.committee) == ("1", "1", "1")
    assert str(first.budget.rate) == "96.3"
    assert not first.budget.disagrees
    assert [line.actual for line in first.schedule].count(True) == 9
    assert first.texts.outcome_goal.startswith("・登録者数 11,200人")


def test_the_sheets_of_a_division_are_those_of_its_departments(sample: Store) -> None:
    with sample.reading() as connection:
        division = departments_or_divisions_named(connection, ["企画部"])
        offices = {d.id for d in departments(connection) if d.division == "企画部"}
        sheets = evaluation_sheets(connection, None, division).sheets
    assert division == offices
    assert [sheet.number for sheet in sheets] == ["デ — 1", "デ — 2"]


def test_sheets_that_are_not_there_are_refused(sample: Store, small: Store) -> None:
    with sample.reading() as connection, pytest.raises(PlanError, match="個別事業評価表がありません"):
        evaluation_sheets(connection, YearRange.parse("2021"))
    with small.reading() as connection, pytest.raises(PlanError, match="個別事業評価表がありません"):
        evaluation_sheets(connection)


def test_the_outline_of_statuses_holds_every_status_and_what_stands_above(sample: Store) -> None:
    with sample.reading() as connection:
        report, rows = results_report(connection), status_rows(connection)
    assert report.year == 2023
    assert tally(report.graded, report.scale).counts == {"達成": 16, "未達成": 7, "中止": 1}
    assert [line.grade for line in report.graded] == [row.grade for row in rows]
    headings = [line for line in report.lines if line.graded is None]
    assert [line.depth for line in headings].count(0) == 4
    assert len(report.lines) == 4 + 10 + 24


def test_a_measure_without_status_beside_others_is_a_line_to_fill(sample: Store) -> None:
    with sample.reading() as connection:
        status = connection.execute(sa.select(ITEM_STATUS).where(ITEM_STATUS.c.status == "中止")).one()
    gone = Change("item_status", RecordId(status.id), "status", "中止", None)
    with recording(sample, "取消") as door:
        door.apply([gone])
    with sample.reading() as connection:
        counts = tally(results_report(connection).graded, OUTCOME).counts
    with recording(sample, "復元") as door:
        door.apply([Change("item_status", RecordId(status.id), "status", None, "中止")])
    assert counts == {"達成": 16, "未達成": 7, "中止": 0, "未記入": 1}


def test_a_year_without_statuses_has_no_lines(sample: Store) -> None:
    with sample.reading() as connection:
        assert results_report(connection, FiscalYear(2021)).lines == ()


def test_a_reference_is_told_in_todays_words(sample: Store) -> None:
    with sample.reading() as connection:
        target = connection.scalar(sa.select(ITEM.c.id).where(ITEM.c.code == "4-①-ア"))
    rename = [Change("item", RecordId(str(target)), "code", "4-①-ア", "4-①-エ")]
    with recording(sample, "符号") as door:
        door.apply(rename)
    with sample.reading() as connection:
        references = {node.reference for node in nodes(connection)}
    with recording(sample, "復元") as door:
        door.apply([Change("item", RecordId(str(target)), "code", "4-①-エ", "4-①-ア")])
    assert "「4-①-エ 業務システムの標準化」参照" in references


def test_the_book_and_the_outcome_know_the_same_indicators(sample: Store) -> None:
    with sample.reading() as connection:
        book, outcome = plan_book(connection), outcome_report(connection)
    assert outcome.year == 2024
    assert [i.id for p in outcome.projects for i in p.indicators] == [i.id for i in book.indicators]
    assert len(book.footnotes) == 8
    assert outcome.reasons[0] == (
        "防災メール・アプリの登録者数", "△", "自治会の回覧による案内の開始が下半期となったため。",
    )  # fmt: skip


def test_a_project_that_did_not_run_says_why(sample: Store) -> None:
    with sample.reading() as connection:
        projects = {p.heading: p.idle for p in outcome_report(connection, FiscalYear(2021)).projects}
    assert projects["3-②-ア 図書館サービスの充実"] == "令和3年度は事業展開なし（令和4年度開設）"
    assert projects["2-①-ア 電子申請の拡充"] == ""


def test_a_plan_without_scales_of_its_own_has_the_built_in_ones(small: Store) -> None:
    with small.reading() as connection:
        assert scale(connection, "achievement") == ACHIEVEMENT
        assert results_report(connection).lines == ()
        assert plan_book(connection).indicators == ()


def test_every_grade_of_the_table_is_counted_with_its_field_and_department(sample: Store) -> None:
    with sample.reading() as connection:
        rows = grade_rows(connection)
    assert tally(rows, ACHIEVEMENT).total == len(rows) == 179
    assert all(row.field and len(row.departments) == 1 for row in rows)
