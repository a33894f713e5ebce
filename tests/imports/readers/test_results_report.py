"""An outline of measures comes in with its tree, its statuses, its fields' goals and its repeated listings."""

from collections import Counter
from pathlib import Path

import pytest

from db.edit.records import records
from db.log.changes import recording
from db.read.grades import results_report
from db.read.reports import nodes, plan_outline
from db.store.working import Store
from exports.document import Document, Entry, Heading, Paragraph
from exports.forms import results_report as results
from imports.kinds import accept, compare, compared_rows, read_any, start
from imports.reports.records import ReportReading
from imports.source_kind import SourceKind
from imports.table.row_comparing import Fate
from plan.documents.reports import PlanOutline
from plan.documents.results import counts_of
from plan.era import FiscalYear
from tests.db.conftest import empty_store
from tests.imports.reports import RESULTS
from tests.imports.tables import plain_workbook

WHOLE = """第2次みなと市読書計画実績及び評価書

令和5年3月

みなと市

目　次

1 計画の概要\t-1-

1 計画の概要

(1) 計画策定の趣旨

読書の計画です。
みなと市が定めます。

(2) 計画の期間

平成30年度（2018年度）から令和4年度（2022年度）までとし、総合計画に合わせました。
平成30年度から令和元年度が「前期」に、令和2年度から令和4年度までが「第2期 実施計画」に当たります。

(3) 計画の基本目標

ア 出会う

いつでも本と出会えます。

イ 届ける

2 計画の施策別実施状況

本に親しむ環境

- (1) おはなし会【達成】

- (2) 巡回【中止】

3 読書計画の評価

2項目のうち1項目を達成し、1項目を中止しました。

次の計画に生かします。

第2次みなと市読書計画実績及び評価書

"""


def outline_texts(outline: PlanOutline) -> list[str]:
    return [outline.purpose, outline.period_text, outline.basic_goals, outline.evaluation_summary]


def _texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph | Heading | Entry)]


def reading(text: str = RESULTS) -> ReportReading:
    found = read_any(text)
    assert isinstance(found, ReportReading)
    return found


def take(plan: Store, told: ReportReading) -> Counter[Fate]:
    with recording(plan, "取り込み") as door:
        proposal = compare(door.connection, told)
        accept(door, proposal)
    return proposal.counts


def outline(told: ReportReading) -> list[tuple[str, str]]:
    statuses = {s.name: str(r.values["status"]) for s in told.subjects for r in s.records if r.table == "item_status"}
    return [(s.name, statuses.get(s.name, "")) for s in told.subjects if s.records[0].table == "item"]


def test_cover_contents_page_numbers_and_dots_are_no_measures() -> None:
    told = reading()
    assert told.kind is SourceKind.STATUSES
    assert (told.title, told.city, told.year) == ("第2次みなと市読書計画", "みなと市", 2022)
    assert told.years is not None
    assert (told.years.first, told.years.last) == (2018, 2022)
    assert outline(told) == [
        ("本に親しむ環境", ""),
        ("1 本と出会う場", ""),
        ("(1) おはなし会の開催", ""),
        ("乳幼児向けおはなし会", "達成"),
        ("L L ブックのおはなし会", "未達成"),
        ("(2) 夜間開館の試行と利用時間の延長についての検討（開館時間の見直しを含む。）の推進", "中止"),
        ("2 本を届ける場", ""),
        ("(1) 移動図書館の巡回", "達成"),
        ("学校との連携", ""),
        ("1 学校図書館", ""),
        ("(1) 乳幼児向けおはなし会(再掲)", "達成"),
        ("(2) 学校司書の配置", "未達成"),
    ]


def test_the_tree_follows_the_codes(plan: Store) -> None:
    take(plan, reading())
    with plan.reading() as connection:
        tree = {node.name: node for node in nodes(connection)}
    assert [
        tree[name].level for name in ("学校との連携", "学校図書館", "学校司書の配置", "L L ブックのおはなし会")
    ] == [0, 1, 2, 3]
    assert tree["学校司書の配置"].code == "1-(2)"
    assert tree["乳幼児向けおはなし会(再掲)"].listing_of == tree["乳幼児向けおはなし会"].id


def test_statuses_goals_and_results_are_in_the_plan_afterwards(plan: Store) -> None:
    take(plan, reading())
    with plan.reading() as connection:
        report = results_report(connection, FiscalYear(2022))
    assert Counter(line.grade for line in report.graded) == {"達成": 3, "未達成": 2, "中止": 1}
    assert report.fields[0].goal == "本と出会う機会を増やします。\n読む楽しさを伝えます。"
    assert report.fields[0].result == "・おはなし会を毎月開きました。"


def test_the_same_report_again_changes_nothing(plan: Store) -> None:
    assert take(plan, reading()) == {Fate.NEW: 6}
    with plan.reading() as connection:
        proposal = compare(connection, reading())
    assert proposal.counts == {Fate.SAME: 6}
    assert not proposal.changes_something


def test_a_changed_status_is_told_with_what_was_there_before(plan: Store) -> None:
    take(plan, reading())
    changed = reading(RESULTS.replace("移動図書館の巡回【達成】", "移動図書館の巡回【未達成】"))
    with plan.reading() as connection:
        rows = [row for row in compared_rows(compare(connection, changed)) if row.fate is not Fate.SAME]
    assert [(row.fate, row.name, row.cells[0].label) for row in rows] == [
        (Fate.CHANGED, "(1) 移動図書館の巡回", "令和4年度 実施状況")
    ]
    assert (rows[0].cells[0].before, rows[0].cells[0].after) == ("達成", "未達成")
    take(plan, changed)


def test_a_pasted_outline_is_of_the_plans_last_year_unless_told(plan: Store) -> None:
    text = "(1) おはなし会の開催【達成】\n(2) 移動図書館の巡回【中止】"
    take(plan, reading(text))
    told = read_any(text, year=FiscalYear(2020))
    assert isinstance(told, ReportReading)
    take(plan, told)
    with plan.reading() as connection:
        assert Counter(r["fiscal_year"] for r in records(connection, "item_status").values()) == {2022: 2, 2020: 2}
        assert len(nodes(connection)) == 2


def test_measures_are_recognised_wherever_they_stand_in_the_plan(plan: Store) -> None:
    take(plan, reading())
    assert take(plan, reading("1 移動図書館の巡回【中止】\n2 学校司書の配置【達成】")) == {Fate.CHANGED: 2}
    with plan.reading() as connection:
        assert len(nodes(connection)) == 12


def test_headings_without_measures_and_prose_are_left_alone_and_told() -> None:
    told = reading("前書き\n\n学校\n1 読書\n(1) 巡回【達成】\n途中で日程を改めました。\n(2) 開館【達成】\n")
    assert outline(told) == [("学校", ""), ("1 読書", ""), ("(1) 巡回", "達成"), ("(2) 開館", "達成")]
    assert [(f.check, f.place.line) for f in told.findings] == [("line_not_read", 6), ("heading_without_status", 1)]


def facts(store: Store) -> PlanOutline:
    with store.reading() as connection:
        return plan_outline(connection)


def test_the_plans_own_texts_come_in_as_they_were_written_and_can_be_printed_again(plan: Store) -> None:
    assert take(plan, reading(WHOLE)) == {Fate.NEW: 2}
    outline = facts(plan)
    assert outline.purpose == "読書の計画です。\nみなと市が定めます。"
    assert outline.basic_goals == "ア 出会う\nいつでも本と出会えます。\nイ 届ける"
    assert outline.evaluation_summary == "2項目のうち1項目を達成し、1項目を中止しました。\n次の計画に生かします。"
    assert [(p.name, int(p.years.first), int(p.years.last)) for p in outline.phases] == [
        ("前期", 2018, 2019),
        ("第2期 実施計画", 2020, 2022),
    ]
    with plan.reading() as connection:
        texts = "\n".join(_texts(results.compose(results_report(connection))))
    for line in [line for field in outline_texts(outline) for line in field.splitlines()]:
        assert line in texts


def test_a_text_that_tells_the_counts_is_not_told_them_again(plan: Store) -> None:
    take(plan, reading(WHOLE))
    with plan.reading() as connection:
        assert counts_of(results_report(connection)) == ""
    take(plan, reading(WHOLE.replace("【中止】", "【達成】")))
    with plan.reading() as connection:
        assert counts_of(results_report(connection)).startswith("計画に掲げた2項目の実施状況は、「達成」が2項目")


def test_counts_in_the_prose_that_are_not_those_of_the_rows_are_told() -> None:
    told = reading(WHOLE.replace("1項目を達成し", "3項目を達成し"))
    assert [(f.check, f.place.line) for f in told.findings] == [("counts_disagree", 41)]
    assert "「3項目」" in str(told.findings[0].sentence)
    assert "計2、達成1、中止1" in str(told.findings[0].sentence)


def test_whatever_belongs_nowhere_is_told_with_its_line() -> None:
    told = reading(WHOLE + "\n作成：みなと市図書館\n")
    assert [(f.check, f.place.line) for f in told.findings] == [("line_not_read", 48)]
    assert not reading(WHOLE).findings


def test_a_repeated_listing_of_nothing_is_told() -> None:
    told = reading("(1) 巡回(再掲)【達成】\n(2) 開館【達成】")
    assert [f.check for f in told.findings] == ["listing_unknown"]


def test_words_that_the_scale_does_not_know_are_told(plan: Store) -> None:
    told = reading("(1) 巡回【達成】\n(2) 開館【継続】\n(3) 貸出【達成】")
    with plan.reading() as connection:
        findings = compare(connection, told).findings
    assert [(f.check, f.place.line) for f in findings] == [("grade_unknown", 2)]


def test_a_workbook_with_its_statuses_in_a_column_reads_alike(tmp_path: Path) -> None:
    rows = [["施策別実施状況"], ["1 本と出会う場"], ["(1) おはなし会", "【達成】"], ["(2) 巡回", "中止"]]
    told = read_any(plain_workbook(rows, tmp_path / "表.xlsx"))
    assert isinstance(told, ReportReading)
    assert outline(told) == [("1 本と出会う場", ""), ("(1) おはなし会", "達成"), ("(2) 巡回", "中止")]


def test_a_report_makes_a_plan_of_its_own(tmp_path: Path) -> None:
    opened = empty_store(tmp_path / "new.db")
    with recording(opened, "取り込み") as step:
        start(step, reading())
    with opened.reading() as connection:
        report = results_report(connection)
    opened.close()
    assert (report.outline.title, report.outline.city, report.year) == ("第2次みなと市読書計画", "みなと市", 2022)
    assert report.outline.years.first == 2018


@pytest.mark.parametrize(
    "noise", ["." * 30_000, "…" * 30_000 + "【達成】", "【" * 30_000, "（" * 2_000 + "\n（" * 2_000]
)
def test_lines_made_to_take_time_take_none(noise: str) -> None:
    assert outline(reading(f"(1) 巡回【達成】\n{noise}\n(2) 開館【達成】"))[0] == ("(1) 巡回", "達成")
