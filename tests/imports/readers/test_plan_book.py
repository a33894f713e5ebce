"""A plan book comes in with its indicators, its tree with marks and references, its narratives and footnotes."""

from pathlib import Path

from db.edit.records import records
from db.log.changes import recording
from db.read.reports import plan_book
from db.store.working import Store
from exports.document import Heading, Paragraph
from exports.formats.excel import workbook
from exports.forms import plan_book as book_form
from imports.kinds import accept, compare, read_any, start
from imports.reports.records import ReportReading
from imports.source_kind import SourceKind
from imports.table.row_comparing import Fate
from plan.documents.reports import PlanBook
from tests.db.conftest import empty_store
from tests.imports.reports import BOOK


def reading(text: str = BOOK) -> ReportReading:
    found = read_any(text)
    assert isinstance(found, ReportReading)
    return found


def taken(plan: Store, told: ReportReading) -> PlanBook:
    with recording(plan, "取り込み") as door:
        accept(door, compare(door.connection, told))
    with plan.reading() as connection:
        return plan_book(connection)


def test_indicators_keep_their_values_apart_from_their_units_and_their_years_by_era(plan: Store) -> None:
    lending, content = taken(plan, reading()).indicators
    assert (lending.name, lending.unit, lending.baseline_year, lending.baseline) == (
        "図書の貸出点数",
        "点",
        2017,
        "412,300",
    )
    assert {int(y): (t.label, t.target) for y, t in lending.years.items()} == {
        2020: ("前期目標値", "430,000"),
        2022: ("目標値", "450,000"),
    }
    assert lending.note == "市民に貸し出した図書の数です。電子書籍(注1)を含みます。"
    assert (content.unit, [t.target for t in content.years.values()]) == ("%", ["調整中", "80"])


def test_the_tree_has_its_marks_and_references(plan: Store) -> None:
    book = taken(plan, reading())
    assert [(node.level, node.mark, node.heading) for node in book.nodes] == [
        (0, "", "1 本と出会う場"),
        (1, "", "(1) 身近な場での読書"),
        (2, "◎", "①おはなし会の充実"),
        (2, "※", "②移動図書館の巡回"),
        (1, "", "(2) 夜の読書"),
        (2, "", "①夜間開館"),
        (0, "", "2 学校との連携"),
        (1, "", "(1) 学校図書館"),
        (2, "※", "①学校司書の配置"),
        (2, "", "②図書の充実"),
    ]
    assert [node.reference for node in book.nodes if node.reference] == ["「第2章 第1 地域のつながり」参照"]


def test_a_narrative_goes_to_the_item_of_its_code_and_a_torn_paragraph_is_one(plan: Store) -> None:
    book = taken(plan, reading())
    told = {node.name: book.narratives[node.id] for node in book.nodes if node.id in book.narratives}
    text = "毎月、各館でおはなし会を開き、ボランティア(注2)とともに、次の読み手を育てます。"
    assert told == {"おはなし会の充実": text}


def test_a_narrative_of_an_item_that_nobody_has_is_left_alone_and_told(plan: Store) -> None:
    with plan.reading() as connection:
        findings = compare(connection, reading()).findings
    assert [(f.check, f.place.line) for f in findings] == [("item_unknown", 40)]


SHARED = BOOK.replace("\t②図書の充実", "\t※ ②図書の充実").replace(
    "IV 関連個別計画",
    """IV 推進事業

1-(1)-② 移動図書館の巡回

2-(1)-② 図書の充実

車と学校で、本を届けます。

2-(1)-① 学校司書の配置

司書を置きます。

V 関連個別計画""",
)


def test_a_text_below_several_headings_belongs_to_all_of_them_and_is_printed_so(plan: Store, tmp_path: Path) -> None:
    book = taken(plan, reading(SHARED))
    names = {node.id: node.name for node in book.nodes}
    assert {names[item]: names[owner] for item, owner in book.shared.items()} == {"移動図書館の巡回": "図書の充実"}
    blocks = book_form.compose(book).blocks
    told = [block.text for block in blocks if isinstance(block, Heading | Paragraph)]
    at = told.index("Ⅳ　推進事業")
    assert told[at + 1 : at + 6] == [
        "1-(1)-② 移動図書館の巡回",
        "2-(1)-② 図書の充実",
        "車と学校で、本を届けます。",
        "2-(1)-① 学校司書の配置",
        "司書を置きます。",
    ]
    path = tmp_path / "書類.xlsx"
    with path.open("wb") as file:
        workbook.write(book_form.compose(book), file)
    with plan.reading() as connection:
        assert not compare(connection, read_any(path)).changes_something


def test_what_an_item_points_at_below_it_keeps_its_place(plan: Store) -> None:
    several = SHARED.replace("※ ②移動図書館の巡回", "※ ②移動図書館の巡回 ※ ③車庫の改修 ※ ④車両の更新")
    several = several.replace("2-(1)-② 図書の充実\n\n車と", "1-(1)-③ 車庫の改修\n\n1-(1)-④ 車両の更新\n\n車と")
    book = taken(plan, reading(several))
    assert [node.code for node in book.nodes if node.id in book.shared] == ["1-(1)-②", "1-(1)-③"]
    assert [node.code for node in book.nodes if node.level == 2][:4] == ["1-(1)-①", "1-(1)-②", "1-(1)-③", "1-(1)-④"]


def test_a_heading_before_the_next_section_shares_no_text(plan: Store) -> None:
    cut = SHARED.replace("2-(1)-② 図書の充実\n\n車と学校で、本を届けます。\n\n2-(1)-①", "V 主要事業\n\n2-(1)-①")
    assert not taken(plan, reading(cut)).shared


def test_footnotes_and_related_plans_are_read(plan: Store) -> None:
    book = taken(plan, reading())
    item = next(node.id for node in book.nodes if node.name == "おはなし会の充実")
    assert [(f.term, f.text, f.item) for f in book.footnotes] == [
        ("電子書籍", "画面で読む本のことです。", None),
        ("ボランティア", "自ら進んで活動する人のことです。", item),
    ]
    assert [related.title for related in book.related] == ["みなと市総合計画(仮称)"]


def test_the_same_book_again_changes_nothing(plan: Store) -> None:
    taken(plan, reading())
    with plan.reading() as connection:
        assert not compare(connection, reading()).changes_something


def test_a_changed_target_is_the_only_change(plan: Store) -> None:
    taken(plan, reading())
    with plan.reading() as connection:
        proposal = compare(connection, reading(BOOK.replace("450,000点", "460,000点")))
    assert proposal.changes_something
    assert proposal.counts[Fate.CHANGED] == 1
    assert proposal.counts[Fate.NEW] == 0


def test_a_value_in_another_unit_stays_whole_and_is_told() -> None:
    told = reading(BOOK.replace("450,000点", "45万冊"))
    assert [f.check for f in told.findings] == ["unit_differs"]
    values = [r.values["value"] for r in told.records if r.table == "indicator_target"]
    assert values[:2] == ["430,000", "45万冊"]


def test_targets_without_a_year_are_not_read_but_told() -> None:
    told = reading("指標\t現状\t目標値\n貸出点数\t10点\t20点")
    assert [f.check for f in told.findings] == ["target_without_year"]
    assert not [r for r in told.records if r.table == "indicator_target"]


def test_what_stands_in_no_column_of_a_table_is_told_with_its_line() -> None:
    told = reading(BOOK.replace("72.5%\t調整中\t80%", "72.5%\t調整中\t80%\t5年ごとの調査"))
    (left,) = (f for f in told.findings if f.check == "line_not_read" and "5年ごとの調査" in str(f.sentence))
    assert left.place.line == 13


def test_a_row_of_results_without_a_year_is_told_and_no_result() -> None:
    told = reading("指標\t年度\t目標値\t実績値\n貸出点数\t令和3年度\t10点\t9点\n貸出点数\t合計\t10点\t9点\n")
    assert [f.place.line for f in told.findings if f.check == "line_not_read"] == [3]
    assert [r.key["fiscal_year"] for r in told.records if r.table == "indicator_result"] == [2021]


def test_results_by_year_are_read() -> None:
    told = reading(
        "指標\t年度\t目標値\t実績値\t達成状況\n貸出点数\t令和元年度\t10点\t9点\t△\n貸出点数\t令和2年度\t12点\t13点\t○"
    )
    results = [
        (r.key["fiscal_year"], r.values["value"], r.values["grade"])
        for r in told.records
        if r.table == "indicator_result"
    ]
    assert results == [(2019, "9", "△"), (2020, "13", "○")]


def test_a_book_makes_a_plan_of_the_years_that_its_indicators_reach_and_says_so(tmp_path: Path) -> None:
    opened = empty_store(tmp_path / "new.db")
    with recording(opened, "取り込み") as step:
        proposal = start(step, reading())
    with opened.reading() as connection:
        outline = plan_book(connection).outline
    opened.close()
    assert (outline.title, outline.years.first, outline.years.last) == ("第3章 読書の環境", 2018, 2022)
    assert proposal.findings[0].check == "period_from_indicators"


def test_a_pasted_tree_may_count_each_branch_anew() -> None:
    told = reading("読書計画\n\n学び\n(1) 学校\t※ ①司書\n(2) 図書\t◎ ①蔵書\n\n遊び\n(1) 広場\t※ ①本箱\n")
    assert told.title == "読書計画"
    assert [(s.name, s.records[0].first["level"]) for s in told.subjects] == [
        ("学び", 0), ("(1) 学校", 1), ("①司書", 2), ("(2) 図書", 1), ("①蔵書", 2),
        ("遊び", 0), ("(1) 広場", 1), ("①本箱", 2),
    ]  # fmt: skip


def test_its_kind_is_told_by_its_content() -> None:
    assert reading().kind is SourceKind.PLAN_BOOK
    assert reading("(1) 学校図書館\t※ ①学校司書の配置\n\t◎ ②図書の充実").kind is SourceKind.PLAN_BOOK


def test_a_reference_that_names_an_item_of_the_tree_points_at_it_whichever_comes_first(plan: Store) -> None:
    text = (
        BOOK.replace(
            "②移動図書館の巡回 (「第2章 第1 地域のつながり」参照)", "②移動図書館の巡回 (「1-(2)-① 夜間開館」参照)"
        )
        .replace("①夜間開館", "①夜間開館 (「1-(1)-② 移動図書館の巡回」参照)")
        .replace("②図書の充実", "②図書の充実 (「1-(2)-① 朝の開館」参照)")
    )
    book = taken(plan, reading(text))
    with plan.reading() as connection:
        stored = records(connection, "item")
        assert not compare(connection, reading(text)).changes_something
    named = {node.name: node.id for node in book.nodes}
    assert stored[named["移動図書館の巡回"]]["reference_id"] == named["夜間開館"]
    assert stored[named["夜間開館"]]["reference_id"] == named["移動図書館の巡回"]
    assert stored[named["移動図書館の巡回"]]["reference_text"] is None
    assert stored[named["図書の充実"]]["reference_text"] == "「1-(2)-① 朝の開館」参照"  # no item bears that name
    assert [node.reference for node in book.nodes if node.name == "夜間開館"] == ["「1-(1)-② 移動図書館の巡回」参照"]


def test_a_footnote_of_a_heading_keeps_its_place_in_the_name(plan: Store) -> None:
    text = BOOK.replace("1－(1)－① おはなし会の充実", "1－(1)－① おはなし会(注2)の 充実").replace(
        "ボランティア(注2)とともに", ""
    )
    book = taken(plan, reading(text))
    assert "おはなし会(注2)の充実" in [node.name for node in book.nodes]
    with plan.reading() as connection:
        assert not compare(connection, reading(text)).changes_something
        assert not compare(connection, reading(text.replace("(注2)", "(注5)"))).changes_something


def test_what_the_reader_does_not_take_is_told_with_its_line() -> None:
    told = reading(
        "I 指標\n前書きです。\n表1 貸出の状況\n指標\t担当課\t現状（令和元年）\t目標値（令和4年）\n"
        "貸出点数\t図書館\t10点\t20点\n説明です。\n表2\n指標\t年度\t目標値\n貸出点数\tいつか\t30点\n"
    )
    assert [(f.check, f.place.line) for f in told.findings] == [
        ("line_not_read", 2),
        ("line_not_read", 3),
        ("column_not_read", 4),
        ("line_not_read", 9),  # a row without a year
        ("line_not_read", 7),  # a caption that is no indicator's name
    ]
    assert "「担当課」" in str(told.findings[2].sentence)
